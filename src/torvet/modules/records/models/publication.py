"""What was public when: renditions, publications and withdrawals."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.models.version import DocumentVersion


class Rendition(models.Model):
    """A rebuilt file of a version with personal data out, and its proof.

    Made by redaction; write-once. `proof` is the machine-checkable list of what was checked; `reading_text` holds the
    same passages covered, a page an item. Holds no personal data if `is_proven`; never shown otherwise;
    erased with the version and on withdrawal.
    """

    version = models.OneToOneField(DocumentVersion, on_delete=models.CASCADE, related_name="rendition")
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    page_count = models.PositiveIntegerField()
    is_proven = models.BooleanField(default=False)
    proof = models.JSONField()
    reading_text = models.JSONField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"rendition of {self.version}"


class PublicationQuerySet(models.QuerySet["Publication"]):
    """The words in which publications are asked for."""

    def standing(self) -> Self:
        """Publications that can be seen now."""
        return self.filter(public_to=None)


class Publication(models.Model):
    """The record that a version was public from one instant to another.

    Made when its time has come; only `public_to` is ever set afterwards. Holds titles that passed the screening and
    hashes; no personal data; never erased, so that it can be told what was public when.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.OneToOneField(DocumentVersion, on_delete=models.PROTECT, related_name="publication")
    rendition_sha256 = models.CharField(max_length=64)
    redactions_sha256 = models.CharField(max_length=64)
    proof_sha256 = models.CharField(max_length=64)
    rule_pack = models.CharField(max_length=40)
    redaction_count = models.PositiveIntegerField()
    public_from = models.DateTimeField()
    public_to = models.DateTimeField(null=True, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-public_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(public_to=None) | Q(public_to__gte=models.F("public_from")),
                name="records_publication_days",
            )
        ]

    def __str__(self) -> str:
        return f"publication of {self.version}"


class WithdrawalReason(models.TextChoices):
    """Why a document was taken away; shown on its tombstone."""

    PERSONAL_DATA = "personal-data", _("It held personal data")
    WRONG_CASE = "wrong-case", _("It was journaled on the wrong case")
    SOURCE = "source", _("It was withdrawn in the case system")
    OBJECTION = "objection", _("Somebody objected")
    SECRECY = "secrecy", _("It is covered by professional secrecy")
    REPLACED = "replaced", _("It was replaced by a corrected version")
    MISTAKE = "mistake", _("It was published by mistake")
    NEW_RULES = "new-rules", _("A newer search found personal data in it")
    COPIES = "copies", _("Another copy of it was covered differently")


class Withdrawal(models.Model):
    """A publication was ended: the tombstone that stands where the document stood.

    Made by an officer or by a delivery; never changed. `explanation` is public and screened for personal data;
    never erased.
    """

    publication = models.OneToOneField(Publication, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=20, choices=WithdrawalReason.choices)
    explanation = models.CharField(max_length=500, blank=True)
    legal_ground = models.CharField(max_length=20, blank=True)
    withdrawn_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=100)
    file_erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-withdrawn_at"]

    def __str__(self) -> str:
        return f"withdrawal of {self.publication}"
