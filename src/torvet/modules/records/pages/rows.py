"""A case's journal as rows: what is open, what is withheld and why, what still waits for a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.models import Case, Document, DocumentVersion, JournalEntry, LegalGround, State
from torvet.modules.records.models.case_file import Direction, DocumentType
from torvet.modules.records.titles import public_title


class RowState(StrEnum):
    """What a reader can do with a row."""

    OPEN = "open"
    COVERED = "covered"
    WITHHELD = "withheld"
    BEING_REVIEWED = "being-reviewed"
    WITHDRAWN = "withdrawn"
    NO_FILE = "no-file"


ICONS = {RowState.WITHHELD: "lock", RowState.BEING_REVIEWED: "clock", RowState.WITHDRAWN: "x"}
CORRESPONDENT_WORDS: Mapping[str, str | Promise] = {
    "person": _("A citizen"),
    "company": _("A company"),
    "association": _("An association"),
    "authority": _("An authority"),
}


@dataclass(frozen=True)
class DocumentRow:
    """One document of a journal entry as everybody sees it."""

    number: str
    title: str | Promise
    document_type: str | Promise
    direction: str
    direction_label: str | Promise
    dated_on: date
    correspondent: str | Promise
    state: RowState
    url: str
    page_count: int
    covered_count: int
    ground_words: str
    ground_paragraph: str
    is_main: bool
    is_part: bool = False

    @property
    def icon(self) -> str:
        """The sign of its kind."""
        return ICONS.get(self.state, "file-text")


def visible_entries(case: Case, *, now: datetime) -> list[JournalEntry]:
    """Return the entries whose waiting time is over, newest first, with their documents and versions."""
    entries = case.entries.filter(public_from__lte=now).order_by("-journaled_at", "-sequence")
    return list(
        entries.prefetch_related("documents__versions__publication__withdrawal", "documents__versions__rendition")
    )


def rows_of(entry: JournalEntry, grounds: Mapping[str, LegalGround]) -> list[DocumentRow]:
    """Return the rows of one entry; none for an entry that was withdrawn before anybody saw it."""
    documents = list(entry.documents.all())
    rows = [row for document in documents if (row := document_row(entry, document, grounds))]
    return rows if documents or entry.is_withdrawn else [_bare_row(entry, grounds)]


def document_row(entry: JournalEntry, document: Document, grounds: Mapping[str, LegalGround]) -> DocumentRow | None:
    """Return the row of one document; none for one that was withdrawn before anybody saw it."""
    version = shown_version(document.versions.all())
    if version is None:
        return None
    state = _state_of(version)
    covered = version.publication.redaction_count if state in (RowState.OPEN, RowState.COVERED) else 0
    ground = grounds.get(version.legal_ground or (entry.legal_ground if state is RowState.WITHHELD else ""))
    return DocumentRow(
        number=f"{entry.case.number}-{entry.number}",
        title=_("Withdrawn document") if state is RowState.WITHDRAWN else public_title(document),
        document_type=DocumentType(entry.document_type).label,
        direction=entry.direction,
        direction_label=Direction(entry.direction).label,
        dated_on=entry.document_date,
        correspondent=_correspondent(entry),
        state=state,
        url=_url(document, state),
        page_count=version.rendition.page_count if state in (RowState.OPEN, RowState.COVERED) else 0,
        covered_count=covered,
        ground_words=ground.words if ground else "",
        ground_paragraph=ground.paragraph if ground else "",
        is_main=document.is_main,
        is_part=bool(document.part_number),
    )


def _bare_row(entry: JournalEntry, grounds: Mapping[str, LegalGround]) -> DocumentRow:
    ground = grounds.get(entry.legal_ground)
    return DocumentRow(
        number=f"{entry.case.number}-{entry.number}",
        title=entry.public_title,
        document_type=DocumentType(entry.document_type).label,
        direction=entry.direction,
        direction_label=Direction(entry.direction).label,
        dated_on=entry.document_date,
        correspondent=_correspondent(entry),
        state=RowState.WITHHELD if entry.is_closed else RowState.NO_FILE,
        url="",
        page_count=0,
        covered_count=0,
        ground_words=ground.words if ground else "",
        ground_paragraph=ground.paragraph if ground else "",
        is_main=True,
    )


def shown_version(versions: Iterable[DocumentVersion]) -> DocumentVersion | None:
    """Return the public version if there is one, else the current one, else the last that was public."""
    ordered = sorted(versions, key=lambda each: each.number, reverse=True)
    public = [each for each in ordered if each.state == State.PUBLIC]
    current = [each for each in ordered if each.is_current and not _vanished(each)]
    withdrawn = [each for each in ordered if each.state == State.WITHDRAWN and hasattr(each, "publication")]
    return next(iter((*public, *current, *withdrawn)), None)


def _vanished(version: DocumentVersion) -> bool:
    """A version that was withdrawn before it was public leaves no row."""
    return version.state == State.WITHDRAWN and not hasattr(version, "publication")


def _state_of(version: DocumentVersion) -> RowState:
    match version.state:
        case State.PUBLIC:
            return RowState.COVERED if version.publication.redaction_count else RowState.OPEN
        case State.WITHHELD:
            return RowState.WITHHELD
        case State.WITHDRAWN | State.SUPERSEDED:
            return RowState.WITHDRAWN
        case _:
            return RowState.BEING_REVIEWED


def _url(document: Document, state: RowState) -> str:
    if state in (RowState.OPEN, RowState.COVERED, RowState.WITHDRAWN):
        return reverse("records:document", args=[document.slug])
    return ""


def _correspondent(entry: JournalEntry) -> str | Promise:
    """Companies and authorities by name; people by what they are (offentlighedsloven § 16)."""
    if entry.correspondent_kind in ("company", "association", "authority"):
        return entry.correspondent
    return CORRESPONDENT_WORDS.get(entry.correspondent_kind, "")
