"""The rules for what is published, as dated rows with their source."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

Dated = TypeVar("Dated", bound=models.Model)


class DatedQuerySet(models.QuerySet[Dated]):
    """Rows with a day from which and a day before which they hold."""

    def valid_on(self, day: date) -> Self:
        """Rows in force on the given day."""
        return self.filter(valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gt=day))


class LegalGround(models.Model):
    """A paragraph that lets something be kept from the public, in words first.

    Delivered with Torvet, dated, added to by the municipality. Holds no personal data; never erased.
    """

    code = models.SlugField(max_length=20)
    words = models.CharField(max_length=200)
    paragraph = models.CharField(max_length=100)
    source_url = models.URLField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = DatedQuerySet["LegalGround"].as_manager()

    class Meta:
        ordering = ["code", "-valid_from"]
        constraints = [models.UniqueConstraint(fields=["code", "valid_from"], name="records_ground_code_from")]

    def __str__(self) -> str:
        return f"{self.words} ({self.paragraph})"


class Outcome(models.TextChoices):
    """What a rule does with a document or finding, from mildest to strictest."""

    PUBLISH = "publish", _("Publish")
    REDACT = "redact", _("Cover, then publish")
    HOLD = "hold", _("Hold for a person")
    WITHHOLD = "withhold", _("Show only a line, with the legal ground")
    HIDE = "hide", _("Show nothing at all")


class PolicyRule(models.Model):
    """One rule: what happens to documents of a kind, or to findings of a class, in a period.

    Empty fields match everything; of the rules that match, the strictest outcome holds. Delivered with Torvet,
    changed by adding a later row. Holds no personal data; never erased.
    """

    code = models.SlugField(max_length=60)
    explanation = models.CharField(max_length=300)
    case_type = models.CharField(max_length=20, blank=True)
    kle_prefix = models.CharField(max_length=8, blank=True)
    document_type = models.CharField(max_length=20, blank=True)
    pii_class = models.CharField(max_length=20, blank=True)
    notice = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    legal_ground = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = DatedQuerySet["PolicyRule"].as_manager()

    class Meta:
        ordering = ["code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="records_rule_code_from"),
            models.CheckConstraint(
                condition=~Q(outcome__in=["redact", "withhold", "hide"]) | ~Q(legal_ground=""),
                name="records_rule_has_ground",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")), name="records_rule_days"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class WaitingTime(models.Model):
    """How long a journaled document waits before it is public (karens).

    `days_after` calendar days after the journal day, at `at_hour` o'clock in Europe/Copenhagen; the longest of
    the rows that match holds. Dated, with a source. Holds no personal data; never erased.
    """

    code = models.SlugField(max_length=60)
    case_type = models.CharField(max_length=20, blank=True)
    kle_prefix = models.CharField(max_length=8, blank=True)
    days_after = models.PositiveSmallIntegerField()
    at_hour = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = DatedQuerySet["WaitingTime"].as_manager()

    class Meta:
        ordering = ["code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="records_waiting_code_from"),
            models.CheckConstraint(condition=Q(at_hour__lt=24), name="records_waiting_hour"),
        ]

    def __str__(self) -> str:
        return self.code
