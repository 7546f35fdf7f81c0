"""Tables: the municipality and its units."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q


class Municipality(models.Model):
    """The one municipality that this instance belongs to.

    Made at set-up, changed by an operator. Holds no personal data; never erased.
    The two theme numbers are hue (degrees in OKLCH) and strength (chroma); lightness is locked in the stylesheet.
    """

    name = models.CharField(max_length=100)
    cvr_number = models.CharField(max_length=8, blank=True)
    street = models.CharField(max_length=100)
    postcode = models.CharField(max_length=4)
    town = models.CharField(max_length=50)
    phone = models.CharField(max_length=20)
    email = models.EmailField()
    email_domain = models.CharField(max_length=100, help_text="Addresses here belong to officials, not to citizens")
    theme_hue_degrees = models.PositiveSmallIntegerField(default=236)
    theme_chroma_milli = models.PositiveSmallIntegerField(default=85)
    was_url = models.URLField(blank=True, help_text="The statement at was.digst.dk, once it is made there")
    is_only_one = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(is_only_one=True), name="organisation_one_municipality"),
            models.CheckConstraint(condition=Q(theme_hue_degrees__lt=360), name="organisation_hue_below_360"),
            models.CheckConstraint(condition=Q(theme_chroma_milli__lte=160), name="organisation_chroma_at_most_160"),
        ]

    def __str__(self) -> str:
        return self.name


class UnitQuerySet(models.QuerySet["Unit"]):
    """The words in which units are asked for."""

    def valid_on(self, day: date) -> Self:
        """Units that exist on the given day."""
        return self.filter(valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gt=day))

    def departments(self) -> Self:
        """Units without a parent."""
        return self.filter(parent=None)


class Unit(models.Model):
    """A department or a unit below one, for the days from `valid_from` until before `valid_to`.

    A reorganisation closes a row and adds another; a row's code and days are never reused.
    Holds no personal data; never erased.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=20)
    name = models.CharField(max_length=100)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="organisation_unit_code_from"),
            models.UniqueConstraint(fields=["code"], condition=Q(valid_to=None), name="organisation_unit_code_open"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="organisation_unit_days"
            ),
        ]

    def __str__(self) -> str:
        return self.name
