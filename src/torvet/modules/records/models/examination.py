"""What the machine read and found in a version, and what is to be covered."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.models.version import DocumentVersion


class Page(models.Model):
    """One page of a version with all that it says: as text, as a picture, and in codes.

    `text` is as PDFium gives it; `seen_text` is what was read off its picture, `seen_words` its words as
    [start, end, x0, y0, x1, y1, confidence]; `codes` are QR and bar codes as {"text", "x0", "y0", "x1", "y1"};
    `picture_hash` is what its picture coarsely looks like, in hexadecimal. A page that `needs_ocr` is believed by its
    picture alone. Made by extraction and recognition, replaced if they run again. All of it is the original's and may
    hold any personal data: never shown, never indexed; erased with the version.
    """

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    width_pt = models.FloatField()
    height_pt = models.FloatField()
    text = models.TextField()
    needs_ocr = models.BooleanField(default=False)
    image_share = models.FloatField(default=0.0)
    recognised_at = models.DateTimeField(null=True, blank=True)
    seen_text = models.TextField(blank=True)
    seen_words = models.JSONField(default=list)
    confidence = models.FloatField(null=True, blank=True)
    codes = models.JSONField(default=list)
    picture_hash = models.CharField(max_length=16, blank=True)

    class Meta:
        ordering = ["version", "number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="records_page_number")]

    def __str__(self) -> str:
        return f"{self.version} p{self.number}"


class Layer(models.TextChoices):
    """Where on a page a finding stands: offsets count in the page's text, its seen text, or one of its codes."""

    TEXT = "text", _("in the text")
    SEEN = "seen", _("in the picture")
    CODE = "code", _("in a QR or bar code")


class FindingState(models.TextChoices):
    """What was decided about a finding."""

    ACCEPTED = "accepted", _("Is covered")
    OPEN = "open", _("Waits for a person")
    REJECTED = "rejected", _("Is no personal data")


class Finding(models.Model):
    """Personal data that the detector found: a span of a layer of a page, or of a place outside the pages.

    For a code, `start` is the place of the code in the page's list. Holds offsets and reasons, not the text itself;
    erased with the version.
    """

    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="findings")
    page_number = models.PositiveIntegerField(null=True, blank=True)
    place = models.CharField(max_length=30, default="page")
    layer = models.CharField(max_length=6, choices=Layer.choices, default=Layer.TEXT)
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
