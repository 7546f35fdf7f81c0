"""Tables: what can be found, the text of its pages, and the names of the departments.

These rows are the truth; the index is made of them and can always be made again. Only public text may stand
here.
"""

from typing import Self

from django.db import models
from django.db.models import F, Q

ACCESS_CHOICES = [("whole", "whole"), ("partial", "partial"), ("withheld", "withheld")]


class EntryQuerySet(models.QuerySet["Entry"]):
    """The words in which entries are asked for."""

    def pending(self) -> Self:
        """Entries that the index does not know in their newest state."""
        return self.exclude(revision=F("indexed_revision"))

    def current(self) -> Self:
        """Entries that may be found."""
        return self.filter(removed_at=None)

    def withdrawn(self) -> Self:
        """Tombstones that the index has not dropped yet."""
        return self.filter(removed_at__isnull=False)


class Entry(models.Model):
    """One thing that can be found: a public document, a case, a withheld row.

    Put and removed by the module that owns the thing, through `search.api`, in that module's transaction.
    Removing empties every text at once; the tombstone (uuid and revision) goes when the index has dropped
    the entry. Holds public text only, where officials and politicians may be named; erased with the
    publication it mirrors.
    """

    uuid = models.UUIDField(unique=True)
    source = models.CharField(max_length=60)
    url = models.CharField(max_length=500, blank=True)
    title = models.CharField(max_length=1000, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    department = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=40, blank=True)
    document_type = models.CharField(max_length=80, blank=True)
    case_uuid = models.UUIDField(null=True, blank=True)
    case_number = models.CharField(max_length=80, blank=True)
    case_title = models.CharField(max_length=1000, blank=True)
    identifiers = models.JSONField(default=list)
    dated_on = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    access = models.CharField(max_length=10, choices=ACCESS_CHOICES, default="whole")
    covered_count = models.PositiveIntegerField(default=0)
    legal_note = models.CharField(max_length=500, blank=True)
    page_count = models.PositiveIntegerField(default=0)
    revision = models.PositiveBigIntegerField(default=1)
    indexed_revision = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(
                fields=["changed_at"],
                name="search_entry_pending",
                condition=~Q(revision=F("indexed_revision")),
            ),
            models.Index(fields=["removed_at"], name="search_entry_removed", condition=Q(removed_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_at=None)
                | Q(
                    title="",
                    url="",
                    case_title="",
                    case_number="",
                    legal_note="",
                    identifiers=[],
                    page_count=0,
                ),
                name="search_entry_removed_is_empty",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=False) | (~Q(title="") & ~Q(url="")),
                name="search_entry_has_title",
            ),
            models.CheckConstraint(
                condition=Q(indexed_revision__lte=F("revision")), name="search_entry_indexed_not_ahead"
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class EntryPage(models.Model):
    """The public text of one page of an entry, for snippets and for building the index.

    Replaced as a whole with each put, deleted with the removal. Public text only, as in `Entry`.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="search_page_once")]

    def __str__(self) -> str:
        return f"{self.entry_id} side {self.number}"


class DepartmentName(models.Model):
    """The newest name of a department whose things can be found. Holds no personal data; never erased."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name
