"""The officer's pages: what is on its way, what stopped and why, and one document's way."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import Count, Min, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from torvet.modules.records.looking_back import Progress, progress
from torvet.modules.records.models import DocumentVersion, Publication, QuarantinedItem, State
from torvet.modules.records.models.case_file import DocumentType
from torvet.modules.records.pages.hidden import hidden_content
from torvet.modules.records.policy import grounds_on
from torvet.modules.records.reasons import check_words, line_reason, version_reason
from torvet.modules.records.titles import public_title
from torvet.pure.pii import PiiClass
from torvet.shared.ui import parts

ROWS_PER_PAGE = 50
TABS: Mapping[str, tuple[str | Promise, tuple[State, ...]]] = {
    "standset": (gettext_lazy("Stopped"), (State.HELD, State.FAILED)),
    "paa-vej": (gettext_lazy("On the way"), (State.RECEIVED, State.EXTRACTED, State.SCREENED)),
    "venter": (gettext_lazy("Wait for their time"), (State.PROVEN,)),
    "aabne": (gettext_lazy("Public"), (State.PUBLIC,)),
    "tilbageholdt": (gettext_lazy("Withheld"), (State.WITHHELD,)),
    "trukket-tilbage": (gettext_lazy("Withdrawn"), (State.WITHDRAWN,)),
}
LATE_STATES = (State.FAILED,)


@dataclass(frozen=True)
class JournalPage:
    """All that the journal page shows."""

    tabs: tuple[parts.Tab, ...]
    tiles: tuple[parts.Tile, ...]
    table: parts.Table
    listed: "ListPage[DocumentVersion]"
    tab: str
    look_back: Progress | None


@dataclass(frozen=True)
class Fate:
    """Where one document stands and what can be done about it."""

    version: DocumentVersion
    title: str
    number: str
    state: str | Promise
    reason: str | Promise
    detail: str
    facts: tuple[parts.Definition, ...]
    findings: tuple[parts.Definition, ...]
    hidden: tuple[parts.Definition, ...]
    enclosures: tuple[parts.Definition, ...]
    public_url: str
    can_be_withdrawn: bool
    can_be_retried: bool
    url: str
    withdraw_url: str
    retry_url: str


def versions_in(departments: Collection[str] | None) -> QuerySet[DocumentVersion]:
    """Return the current versions that an officer may see; None means every department."""
    versions = DocumentVersion.objects.current().select_related("document__entry__case__department")
    if departments is None:
        return versions
    return versions.filter(document__entry__case__department__code__in=departments)


def journal_page(*, departments: Collection[str] | None, tab: str, number: int, now: datetime) -> JournalPage:
    """Put the page together for an officer's departments."""
    versions = versions_in(departments)
    tab = tab if tab in TABS else "standset"
    by_state = dict(versions.order_by().values_list("state").annotate(Count("pk")))
    counts = {name: sum(by_state.get(state, 0) for state in states) for name, (_label, states) in TABS.items()}
    listed = Paginator(versions.filter(state__in=TABS[tab][1]).order_by("-state_at", "-pk"), ROWS_PER_PAGE).get_page(
        number
    )
    return JournalPage(
        tabs=tuple(
            parts.Tab(label, f"?vis={name}", counts[name], is_current=name == tab)
            for name, (label, _states) in TABS.items()
        ),
        tiles=_tiles(counts),
        table=_table(listed),
        listed=listed,
        tab=tab,
        look_back=_look_back(departments, now),
    )


def _look_back(departments: Collection[str] | None, now: datetime) -> Progress | None:
    """How far newer rules have looked back, while they do and where they took something away."""
    so_far = progress(departments=departments, now=now)
    return so_far if so_far.is_under_way or so_far.withdrawn else None


def _tiles(counts: Mapping[str, int]) -> tuple[parts.Tile, ...]:
    kinds = {
        "standset": parts.Kind.LATE,
        "paa-vej": parts.Kind.INFO,
        "venter": parts.Kind.SOON,
        "aabne": parts.Kind.OK,
    }
    words = {
        "standset": _("need a person"),
        "paa-vej": _("on the way"),
        "venter": _("become public at their time"),
        "aabne": _("are public"),
    }
    return tuple(
        parts.Tile(
            str(counts[name]),
            words[name],
            f"?vis={name}",
            kind if counts[name] or kind != parts.Kind.LATE else parts.Kind.OK,
        )
        for name, kind in kinds.items()
    )


def _table(listed: "ListPage[DocumentVersion]") -> parts.Table:
    columns = (
        parts.Column(_("Document"), parts.ColumnKind.TITLE),
        parts.Column(_("State")),
        parts.Column(_("Department")),
        parts.Column(_("Since")),
    )
    return parts.Table(_("Documents"), columns, tuple(_line(version) for version in listed))


def _line(version: DocumentVersion) -> parts.Row:
    entry = version.document.entry
    why = version_reason(version.reason_code) if version.reason_code else ""
    title = parts.Cell(
        public_title(version.document),
        reverse("records:journal-document", args=[version.document.slug]),
        f"{entry.case.number}-{entry.number} · {DocumentType(entry.document_type).label}",
    )
    state = parts.Cell(State(version.state).label, sub=why)
    when = parts.Cell(timezone.localtime(version.state_at).strftime("%d.%m.%Y kl. %H.%M"))
    kind = parts.Kind.LATE if version.state in LATE_STATES else parts.Kind.NEUTRAL
    return parts.Row((title, state, parts.Cell(entry.case.department.name), when), kind)


def fate_of(version: DocumentVersion, *, now: datetime) -> Fate:
    """Put the page of one document together for an officer."""
    entry = version.document.entry
    slug = version.document.slug
    is_public = Publication.objects.standing().filter(version__document=version.document).exists()
    return Fate(
        version=version,
        title=public_title(version.document),
        number=f"{entry.case.number}-{entry.number}",
        state=State(version.state).label,
        reason=version_reason(version.reason_code) if version.reason_code else "",
        detail=_detail(version),
        facts=_facts(version, now),
        findings=_findings(version),
        hidden=tuple(parts.Definition(str(each.words), str(each.count)) for each in hidden_content(version.hidden)),
        enclosures=_enclosures(version),
        public_url=reverse("records:document", args=[slug]) if is_public else "",
        can_be_withdrawn=is_public,
        can_be_retried=version.state in (State.FAILED, State.HELD),
        url=reverse("records:journal-document", args=[slug]),
        withdraw_url=reverse("records:withdraw", args=[slug]),
        retry_url=reverse("records:retry", args=[slug]),
    )


def _detail(version: DocumentVersion) -> str:
    """Say what did not hold, in words; other details are short codes of the reader."""
    if version.reason_code != "proof-does-not-hold":
        return version.reason_detail
    failed = [str(check_words(name)) for name in version.reason_detail.split(", ")]
    return _("This did not hold: %(checks)s") % {"checks": " ".join(failed)}


def _facts(version: DocumentVersion, now: datetime) -> tuple[parts.Definition, ...]:
    entry = version.document.entry
    ground = grounds_on(timezone.localdate(now)).get(version.legal_ground)
    facts = [
        parts.Definition(_("Case"), f"{entry.case.number} {entry.case.public_title}"),
        parts.Definition(_("Department"), entry.case.department.name),
        parts.Definition(_("Journaled"), _moment(entry.journaled_at)),
        parts.Definition(_("Received"), _moment(version.received_at)),
        parts.Definition(_("May be public from"), _moment(version.release_at)),
        parts.Definition(_("Version"), str(version.number)),
        parts.Definition(_("Kind of file"), version.media_type or _("Not known yet")),
        parts.Definition(_("Fingerprint of the original"), version.sha256[:16]),
        *_looked_at(version),
    ]
    return tuple(facts + ([parts.Definition(_("Legal ground"), str(ground))] if ground else []))


def _looked_at(version: DocumentVersion) -> Iterator[parts.Definition]:
    """How many pages were read off their picture, and how surely."""
    seen = version.pages.filter(recognised_at__isnull=False).aggregate(count=Count("pk"), least=Min("confidence"))
    if seen["count"]:
        sure = _(" (at least %(percent)s %% sure)") % {"percent": round(seen["least"])} if seen["least"] else ""
        yield parts.Definition(_("Pages read off pictures"), f"{seen['count']}{sure}")


def _moment(value: datetime) -> str:
    return timezone.localtime(value).strftime("%d.%m.%Y kl. %H.%M")


def _enclosures(version: DocumentVersion) -> tuple[parts.Definition, ...]:
    """The document that encloses this one, and those that it encloses, each with where it stands."""
    document = version.document
    near = [document.parent] if document.parent else []
    near += list(document.parts.select_related("entry").order_by("part_number"))
    rows = []
    for each in near:
        current = each.versions.filter(is_current=True).first()
        state = str(State(current.state).label) if current else ""
        rows.append(parts.Definition(public_title(each), state, reverse("records:journal-document", args=[each.slug])))
    return tuple(rows)


def _findings(version: DocumentVersion) -> tuple[parts.Definition, ...]:
    counts = version.findings.order_by().values_list("pii_class").annotate(Count("pk"))
    return tuple(parts.Definition(PiiClass(name).public_label, str(count)) for name, count in sorted(counts))


def quarantine_table(number: int) -> tuple["ListPage[QuarantinedItem]", parts.Table]:
    """Return what was refused in deliveries, newest first."""
    items = QuarantinedItem.objects.select_related("delivery").order_by("-seen_at", "-pk")
    listed = Paginator(items, ROWS_PER_PAGE).get_page(number)
    columns = (
        parts.Column(_("What is wrong"), parts.ColumnKind.TITLE),
        parts.Column(_("Delivery")),
        parts.Column(_("Where")),
        parts.Column(_("Seen")),
    )
    rows = tuple(
        parts.Row(
            (
                parts.Cell(line_reason(item.code), sub=item.detail),
                parts.Cell(item.delivery.delivery_id, sub=item.delivery.source_system),
                parts.Cell(f"{item.file_name}, {item.line_number}"),
                parts.Cell(_moment(item.seen_at)),
            )
        )
        for item in listed
    )
    return listed, parts.Table(_("Refused lines"), columns, rows)
