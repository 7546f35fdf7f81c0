"""The case file: cases, their parties, journal entries and documents, as the source system delivered them."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.models.watching import PublicationStop
from torvet.shared.organisation.models import Unit


class CaseType(models.TextChoices):
    """What a case is about; decides which rules apply."""

    BUILDING = "building", _("Building case")
    PLAN = "plan", _("Plan")
    PROCUREMENT = "procurement", _("Procurement")
    SCHOOL = "school", _("School")
    ENVIRONMENT = "environment", _("Environment")
    ROAD = "road", _("Road")
    IT = "it", _("IT")
    CULTURE = "culture", _("Culture")
    SUBJECT = "subject", _("Subject case")
    PERSON = "person", _("Person case")
    PERSONNEL = "personnel", _("Personnel case")
    ENFORCEMENT = "enforcement", _("Enforcement case")


class CaseStatus(models.TextChoices):
    """How far the case is."""

    OPEN = "open", _("Open case")
    HEARING = "hearing", _("In hearing now")
    CLOSED = "closed", _("Closed")


class Direction(models.TextChoices):
    """Which way an entry went."""

    IN = "in", _("In")
    OUT = "out", _("Out")
    INTERNAL = "internal", _("Internal")


class DocumentType(models.TextChoices):
    """What kind of paper it is."""

    LETTER = "letter", _("Letter")
    EMAIL = "email", _("E-mail")
    APPLICATION = "application", _("Application")
    DECISION = "decision", _("Decision")
    MEMO = "memo", _("Memo")
    MINUTES = "minutes", _("Minutes")
    REPORT = "report", _("Report")
    HEARING_RESPONSE = "hearing_response", _("Hearing response")
    HEARING = "hearing", _("Hearing")
    DRAWING = "drawing", _("Drawing")
    RECEIPT = "receipt", _("Receipt")
    CONTRACT = "contract", _("Contract")
    BID = "bid", _("Bid")
    APPENDIX = "appendix", _("Appendix")
    PLAN = "plan", _("Plan")


class CaseQuerySet(models.QuerySet["Case"]):
    """The words in which cases are asked for."""

    def public(self, *, now: datetime) -> Self:
        """Cases that may be shown: their rules say so and their waiting time is over.

        While publication is stopped, no case joins those that are listed already.
        """
        due = self.filter(is_public=True, public_from__lte=now)
        return due.filter(is_listed=True) if PublicationStop.objects.standing().exists() else due

    def to_be_listed(self, *, now: datetime) -> Self:
        """Public cases that search does not know yet."""
        return self.public(now=now).filter(is_listed=False)


class Case(models.Model):
    """One case (sag) in one source system.

    Made and updated by deliveries; (source_system, source_id) never changes. `title` is the source's own and may
    hold personal data; only `public_title` is ever shown. `is_listed` tells that search holds the case. Holds
    addresses of property; erased when the source system deletes the case.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    source_system = models.SlugField(max_length=60)
    source_id = models.CharField(max_length=100)
    source_version = models.PositiveIntegerField()
    number = models.CharField(max_length=40)
    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=300)
    public_title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    case_type = models.CharField(max_length=20, choices=CaseType.choices)
    kle = models.CharField(max_length=8, blank=True)
    facet = models.CharField(max_length=4, blank=True)
    department = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=CaseStatus.choices)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    address = models.CharField(max_length=150, blank=True)
    cadastre = models.CharField(max_length=100, blank=True)
    bfe_number = models.CharField(max_length=12, blank=True)
    caseworker = models.CharField(max_length=100, blank=True)
    steps = models.JSONField(default=list)
    next_step = models.JSONField(null=True, blank=True)
    secrecy = models.CharField(max_length=20, blank=True)
    is_public = models.BooleanField(default=False)
    public_from = models.DateTimeField()
    is_listed = models.BooleanField(default=False)
    content_sha256 = models.CharField(max_length=64)
    updated_at = models.DateTimeField()

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["source_system", "source_id"], name="records_case_source"),
            models.CheckConstraint(
                condition=Q(is_public=False) | ~Q(case_type__in=["person", "personnel"]),
                name="records_person_cases_never_public",
            ),
            models.CheckConstraint(condition=Q(is_public=False) | ~Q(public_title=""), name="records_case_has_title"),
        ]

    def __str__(self) -> str:
        return self.number


class Party(models.Model):
    """Somebody who takes part in a case (part): the strings that its documents are searched for.

    Replaced with each delivery of the case. Personal data: name, CPR number, address, phone and e-mail; never
    shown, never logged, erased with the case.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(max_length=30)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    cpr_number = models.CharField(max_length=11, blank=True)
    cvr_number = models.CharField(max_length=8, blank=True)
    address = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)

    def __str__(self) -> str:
        return f"{self.role} in {self.case}"


class JournalEntry(models.Model):
    """One line of the journal (journalpost): something came in, went out or was written.

    (source_system, source_id) never changes; a correction raises `source_version`; a move changes `case`.
    `title` and `correspondent` may hold personal data and are never shown; erased with the case.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="entries")
    source_system = models.SlugField(max_length=60)
    source_id = models.CharField(max_length=100)
    source_version = models.PositiveIntegerField()
    sequence = models.BigIntegerField()
    number = models.PositiveIntegerField()
    direction = models.CharField(max_length=10, choices=Direction.choices)
    document_type = models.CharField(max_length=20, choices=DocumentType.choices)
    title = models.CharField(max_length=300)
    public_title = models.CharField(max_length=300)
    correspondent = models.CharField(max_length=200, blank=True)
    correspondent_kind = models.CharField(max_length=20, blank=True)
    journaled_at = models.DateTimeField()
    document_date = models.DateField()
    received_at = models.DateTimeField()
    public_from = models.DateTimeField()
    is_closed = models.BooleanField(default=False)
    legal_ground = models.CharField(max_length=20, blank=True)
    is_withdrawn = models.BooleanField(default=False)
    withdrawal_reason = models.CharField(max_length=500, blank=True)
    content_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-journaled_at", "-number"]
        verbose_name_plural = "journal entries"
        indexes = [models.Index(fields=["case", "-journaled_at"], name="records_entry_in_case")]
        constraints = [
            models.UniqueConstraint(fields=["source_system", "source_id"], name="records_entry_source"),
            models.CheckConstraint(
                condition=Q(is_closed=False) | ~Q(legal_ground=""), name="records_closed_has_ground"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}-{self.number}"


class Document(models.Model):
    """One file of a journal entry, over all its versions; what a public address points at.

    `slug` is its public address: given once from the case's and the entry's number, kept when the entry moves to
    another case, never given to another document. What is attached to a mail or packed in a zip is a document with a
    `parent`, the `part_number`th in it. `file_name` may hold personal data and is never shown; erased with the case.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entry = models.ForeignKey(JournalEntry, on_delete=models.CASCADE, related_name="documents")
    source_id = models.CharField(max_length=100)
    slug = models.SlugField(max_length=80, unique=True)
    file_name = models.CharField(max_length=255)
    is_main = models.BooleanField(default=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="parts")
    part_number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["entry", "-is_main", "id"]
        constraints = [models.UniqueConstraint(fields=["entry", "source_id"], name="records_document_source")]

    def __str__(self) -> str:
        return self.slug

    @property
    def may_follow_parent(self) -> bool:
        """Whether nothing encloses it, or what does is public: no attachment comes before its mail."""
        return self.parent is None or self.parent.versions.filter(state="public").exists()


class Official(models.Model):
    """Somebody who acts in office: employed by or elected to the municipality, from a day to a day.

    Delivered by the case system. Name, title and contact at work are public (offentlighedsloven § 21, stk. 3) and are
    therefore not covered in documents, except where the same person is a party to the case. Personal data of
    staff; erased when the source system deletes it.
    """

    source_system = models.SlugField(max_length=60)
    source_id = models.CharField(max_length=100)
    source_version = models.PositiveIntegerField()
    content_sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=100, blank=True)
    email = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["source_system", "source_id"], name="records_official_source")]

    def __str__(self) -> str:
        return self.name
