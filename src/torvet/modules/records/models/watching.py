"""The robot that attacks us, and the stop it can pull."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q


class RobotRun(models.Model):
    """One attack of the robot: what it planted in a shadow site, what was caught, and what escaped.

    Made every night and shown to everybody. Counts only, by rendering, hiding place and surface; the planted data are
    invented. Holds no personal data; never erased, so that the rate can be followed over the years.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    seed = models.BigIntegerField()
    rule_pack = models.CharField(max_length=40)
    documents = models.PositiveIntegerField(default=0)
    planted = models.PositiveIntegerField(default=0)
    covered = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    escaped = models.PositiveIntegerField(default=0)
    by_place = models.JSONField(default=dict)
    by_rendering = models.JSONField(default=dict)
    by_surface = models.JSONField(default=dict)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"robot {self.started_at:%Y-%m-%d %H:%M}"


class PublicationStopQuerySet(models.QuerySet["PublicationStop"]):
    """The words in which stops are asked for."""

    def standing(self) -> Self:
        """Stops that nobody has lifted."""
        return self.filter(lifted_at=None)


class PublicationStop(models.Model):
    """Nothing more becomes public until a person lifts this.

    Made by the robot when something escaped, or by an officer; lifting it needs a reason. What is public stays so.
    Holds names of staff who lifted it, no other personal data; never erased.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=40)
    detail = models.CharField(max_length=300, blank=True)
    stopped_at = models.DateTimeField()
    stopped_by = models.CharField(max_length=100)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.CharField(max_length=100, blank=True)
    lifting_reason = models.CharField(max_length=500, blank=True)

    objects = PublicationStopQuerySet.as_manager()

    class Meta:
        ordering = ["-stopped_at"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=Q(lifted_at=None), name="records_one_stop_a_code"),
            models.CheckConstraint(
                condition=Q(lifted_at=None) | ~Q(lifting_reason=""), name="records_lifting_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"stop {self.code}"
