"""What the machine read and found in a version, and what is to be covered."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.models.version import DocumentVersion


class Page(models.Model):
    """One page of a version with its whole text, as PDFium gives it.

    Made by extraction, replaced if extraction runs again. The text is the original's and may hold any personal
    data: never shown, never indexed; erased with the version.
    """

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    width_pt = models.FloatField()
    height_pt = models.FloatField()
    text = models.TextField()
    needs_ocr = models.BooleanField(default=False)

    class Meta:
        ordering = ["version", "number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="records_page_number")]

    def __str__(self) -> str:
        return f"{self.version} p{self.number}"


class FindingState(models.TextChoices):
    """What was decided about a finding."""

    ACCEPTED = "accepted", _("Is covered")
    OPEN = "open", _("Waits for a person")
    REJECTED = "rejected", _("Is no personal data")


class Finding(models.Model):
    """Personal data that the detector found: a span of a page, or of a place outside the pages.

    Holds offsets and reasons, not the text itself; erased with the version.
    """

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="findings")
    page_number = models.PositiveIntegerField(null=True, blank=True)
    place = models.CharField(max_length=30, default="page")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    pii_class = models.CharField(max_length=20)
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    rule_pack = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=FindingState.choices)

    class Meta:
        ordering = ["version", "page_number", "start"]

    def __str__(self) -> str:
        return f"{self.pii_class} in {self.version}"


class Redaction(models.Model):
    """One box that covers a passage, with its label and legal ground (tildækning).

    Made from accepted findings when the version is covered. Holds geometry and label, not the text; erased with
    the version.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="redactions")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.CASCADE, related_name="redactions")
    page_number = models.PositiveIntegerField()
    x0 = models.FloatField()
    y0 = models.FloatField()
    x1 = models.FloatField()
    y1 = models.FloatField()
    kind = models.CharField(max_length=20)
    label = models.CharField(max_length=40)
    legal_ground = models.CharField(max_length=20)

    class Meta:
        ordering = ["version", "page_number", "-y1", "x0"]

    def __str__(self) -> str:
        return f"{self.label} in {self.version}"
