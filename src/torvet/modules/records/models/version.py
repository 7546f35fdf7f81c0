"""A document's versions and where each of them is on its way."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.models.case_file import Document


class State(models.TextChoices):
    """Where a version is. Only `PUBLIC` can be seen by anyone outside; every other state is not public."""

    RECEIVED = "received", _("Received, not examined")
    EXTRACTED = "extracted", _("Text read, not examined")
    SCREENED = "screened", _("Examined, not covered yet")
    PROVEN = "proven", _("Proven, waits for its time")
    PUBLIC = "public", _("Public")
    HELD = "held", _("Held for a person")
    WITHHELD = "withheld", _("Withheld by law")
    FAILED = "failed", _("Could not be examined")
    SUPERSEDED = "superseded", _("Replaced by a newer version")
    WITHDRAWN = "withdrawn", _("Withdrawn")


ON_THE_WAY = (State.RECEIVED, State.EXTRACTED, State.SCREENED)


class DocumentVersionQuerySet(models.QuerySet["DocumentVersion"]):
    """The words in which versions are asked for."""

    def on_the_way(self) -> Self:
        """Versions whose next stage can run now, oldest first."""
        return self.filter(state__in=ON_THE_WAY).order_by("received_at", "id")

    def due(self, *, now: datetime) -> Self:
        """Proven versions whose waiting time is over; what is enclosed in a document waits for that document."""
        proven = self.filter(state=State.PROVEN, release_at__lte=now)
        is_open = Q(document__parent=None) | Q(document__parent__versions__state=State.PUBLIC)
        return proven.filter(is_open).order_by("release_at", "id")

    def current(self) -> Self:
        """The newest version of each document."""
        return self.filter(is_current=True)


class DocumentVersion(models.Model):
    """One delivered file, write-once: a changed file is another version.

    Made by `actions.receiving`; the bytes (`sha256`) never change, the state moves along the pipeline. The original may
    hold any personal data: it lies in the storage »originals«, is read only inside the sandbox, and is
    erased with the case. `drawn_sha256` is the PDF that was drawn of an original that is none; it lies beside the
    original and lives as long. `hidden` counts what the file hid, by place, without saying what it was.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    drawn_sha256 = models.CharField(max_length=64, blank=True)
    size_bytes = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100, blank=True)
    received_at = models.DateTimeField()
    release_at = models.DateTimeField()
    is_current = models.BooleanField(default=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    state_at = models.DateTimeField()
    reason_code = models.CharField(max_length=60, blank=True)
    reason_detail = models.CharField(max_length=300, blank=True)
    legal_ground = models.CharField(max_length=20, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(max_length=5, default="da")
    rule_pack = models.CharField(max_length=40, blank=True)
    notices = models.JSONField(default=list)
    hidden = models.JSONField(default=dict)

    objects = DocumentVersionQuerySet.as_manager()

    class Meta:
        ordering = ["document", "number"]
        indexes = [
            models.Index(fields=["state", "release_at"], name="records_version_state"),
            models.Index(fields=["state", "rule_pack"], name="records_version_rules"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="records_version_number"),
            models.UniqueConstraint(
                fields=["document"], condition=Q(is_current=True), name="records_one_current_version"
            ),
            models.UniqueConstraint(
                fields=["document"], condition=Q(state="public"), name="records_one_public_version"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["held", "failed"]) | ~Q(reason_code=""),
                name="records_stop_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="withheld") | ~Q(legal_ground=""), name="records_withheld_has_ground"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} v{self.number}"
