"""Table: audit events. The database itself refuses to change or delete one (migration 0002)."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone


class EventQuerySet(models.QuerySet["Event"]):
    """The words in which events are asked for."""

    def on(self, day: date) -> Self:
        """Events of one day, from midnight to midnight where the municipality is."""
        start, end = (timezone.make_aware(datetime.combine(day + timedelta(days), time())) for days in (0, 1))
        return self.filter(at__gte=start, at__lt=end)

    def within(self, departments: Collection[str] | None) -> Self:
        """Events of the departments; None means all events, those of no department too."""
        return self.all() if departments is None else self.filter(department__in=departments)

    def verbs(self) -> list[str]:
        """Every verb that has been recorded."""
        return list(self.order_by("verb").values_list("verb", flat=True).distinct())


class Event(models.Model):
    """One thing that somebody did.

    Made only by `audit.api.record`; never changed, never deleted. Holds the name of the member of staff who acted
    (personal data of staff, kept as long as the record it tells of); never data of a citizen.
    """

    at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10)
    actor_account_id = models.BigIntegerField(null=True, blank=True)
    actor_name = models.CharField(max_length=100)
    verb = models.SlugField(max_length=60)
    module = models.SlugField(max_length=40)
    kind = models.SlugField(max_length=40)
    subject = models.UUIDField(db_index=True)
    department = models.SlugField(max_length=20, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    legal_ground = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["-at"], name="audit_event_at")]
        constraints = [
            models.CheckConstraint(condition=~Q(actor_name=""), name="audit_event_has_actor"),
            models.CheckConstraint(
                condition=Q(actor_kind="system", actor_account_id=None)
                | Q(actor_kind="account", actor_account_id__isnull=False),
                name="audit_event_actor_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.verb}"

    def save(
        self,
        *,
        force_insert: bool | tuple[models.base.ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Add the event; an existing one cannot be saved again."""
        if self.pk is not None:
            raise TypeError("an audit event is never changed")
        super().save(force_insert=force_insert, force_update=force_update, using=using, update_fields=update_fields)
