"""The page of a search: what was asked, how it was understood, what was found, and how to narrow it."""

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse, translate_url
from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext, override
from django.utils.translation import gettext as _

from torvet.modules.records.models.case_file import CaseStatus, DocumentType
from torvet.shared.search.api import (
    Access,
    Answer,
    FacetName,
    FacetValue,
    Hit,
    Note,
    Piece,
    ReadingKind,
    Request,
    Sort,
)
from torvet.shared.ui import parts
from torvet.shared.ui.period import Period, bins_of

PAGE_SIZE = 10
MONTH = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])$", re.ASCII)
YEARS = range(1900, 2200)

KIND_LABELS: Mapping[str, str | Promise] = {
    "case": gettext_lazy("Case"),
    "building-case": gettext_lazy("Building case"),
    "document": gettext_lazy("Document"),
}
TAB_LABELS: Mapping[str, str | Promise] = {
    "": gettext_lazy("All"),
    "case": gettext_lazy("Cases"),
    "document": gettext_lazy("Documents"),
    "building-case": gettext_lazy("Building cases"),
}
KIND_ICONS = {"case": "folder", "building-case": "building-2", "document": "file-text"}
ACCESS_LABELS: Mapping[str, str | Promise] = {
    Access.WHOLE: gettext_lazy("Whole documents"),
    Access.PARTIAL: gettext_lazy("Something is covered"),
}
NOTE_WORDS: Mapping[Note, str | Promise] = {
    Note.CUT_AT_500: gettext_lazy("Your search was very long. We searched for the first 500 characters."),
    Note.QUOTE_NOT_CLOSED: gettext_lazy("A quotation mark was missing. We put it at the end."),
    Note.PARENTHESIS_NOT_CLOSED: gettext_lazy("A parenthesis was missing. We put it at the end."),
    Note.PARENTHESIS_NOT_OPENED: gettext_lazy("One parenthesis too many was passed over."),
    Note.OPERATOR_IGNORED: gettext_lazy("AND, OR and NOT need a word on both sides. We passed one over."),
    Note.NESTED_TOO_DEEPLY: gettext_lazy("There were too many parentheses inside each other. We passed them over."),
    Note.TOO_MANY_WORDS: gettext_lazy("There were very many words. We searched for the first of them."),
    Note.PREFIX_TOO_SHORT: gettext_lazy("Write at least two letters before the star."),
    Note.FIELD_WITHOUT_VALUE: gettext_lazy("A field had no value. We passed it over."),
    Note.DATE_NOT_UNDERSTOOD: gettext_lazy("We did not understand the date. Write it as 2026-11-23 or 23.11.2026."),
    Note.VALUE_UNKNOWN: gettext_lazy("We do not know one of the values, so it finds nothing."),
    Note.STOP_WORDS_IGNORED: gettext_lazy("The smallest words were passed over."),
    Note.NOTHING_BUT_STOP_WORDS: gettext_lazy("The search had only very common words, so there are many results."),
    Note.NOTHING_TO_SEARCH_FOR: gettext_lazy("There was nothing to search for. Write a word, a number or an address."),
    Note.SPELLED_NEARLY: gettext_lazy("Nothing was spelled exactly like that. These results come close."),
    Note.SPELLED_LOOSELY: gettext_lazy("Nothing was spelled like that. These results are a guess."),
    Note.PAGE_TOO_DEEP: gettext_lazy("We do not show results this far down. Narrow your search instead."),
    Note.NOT_READY: gettext_lazy("Search is being built up. Try again in a moment."),
}
OPERATOR_WORDS: Mapping[ReadingKind, str | Promise] = {
    ReadingKind.AND: gettext_lazy("and"),
    ReadingKind.OR: gettext_lazy("or"),
    ReadingKind.NOT: gettext_lazy("not"),
    ReadingKind.OPEN: "(",
    ReadingKind.CLOSE: ")",
}
FIELD_WORDS: Mapping[ReadingKind, str | Promise] = {
    ReadingKind.PREFIX: gettext_lazy("words that begin with"),
    ReadingKind.DEPARTMENT: gettext_lazy("the department"),
    ReadingKind.KIND: gettext_lazy("the kind"),
    ReadingKind.TYPE: gettext_lazy("the type"),
    ReadingKind.STATUS: gettext_lazy("the status"),
    ReadingKind.CASE: gettext_lazy("the case"),
    ReadingKind.TITLE: gettext_lazy("the title"),
    ReadingKind.YEAR: gettext_lazy("the year"),
    ReadingKind.FROM: gettext_lazy("from"),
    ReadingKind.TO: gettext_lazy("until"),
    ReadingKind.IDENTIFIER: gettext_lazy("the number"),
}
SORT_LABELS: Mapping[Sort, str | Promise] = {
    Sort.RELEVANCE: gettext_lazy("Best match"),
    Sort.NEWEST: gettext_lazy("Newest first"),
    Sort.OLDEST: gettext_lazy("Oldest first"),
}


@dataclass(frozen=True)
class Asked:
    """What the address says, cleaned; unknown values are dropped."""

    request: Request
    params: QueryDict

    def without(self, name: str, value: str | None = None) -> str:
        """Return the address without one filter value, or without the whole filter."""
        params = self.params.copy()
        kept = [each for each in params.getlist(name) if value is not None and each != value]
        params.setlist(name, kept)
        params.pop("side", None)
        return f"?{params.urlencode()}"

    def with_(self, name: str, value: str) -> str:
        """Return the address with one value set."""
        params = self.params.copy()
        params[name] = value
        params.pop("side", None)
        if not value:
            params.pop(name)
        return f"?{params.urlencode()}"


@dataclass(frozen=True)
class SearchPage:
    """All that the page of a search shows."""

    query: str
    total: int
    total_words: str
    reading: str
    notes: tuple[str | Promise, ...]
    suggestion: str
    suggestion_url: str
    is_refused: bool
    tabs: tuple[parts.Tab, ...]
    facets: tuple[parts.Facet, ...]
    chips: tuple[parts.Chip, ...]
    period: Period | None
    results: tuple[parts.Result, ...]
    sorts: tuple[parts.Option, ...]
    kind: str
    page: int
    page_count: int
    atom_url: str
    json_url: str
    milliseconds: str
    ways_out: tuple[parts.Link, ...]


def asked(params: QueryDict) -> Asked:
    """Read an address; whatever makes no sense is passed over, never an error."""
    kinds = tuple(kind for kind in params.getlist("slags") if kind in KIND_LABELS)[:1]
    request = Request(
        text=params.get("q", "").strip(),
        departments=_values(params, "afdeling"),
        kinds=kinds,
        types=tuple(value for value in _values(params, "type") if value in DocumentType.values),
        statuses=tuple(value for value in _values(params, "status") if value in CaseStatus.values),
        access=tuple(value for value in _values(params, "adgang") if value in ACCESS_LABELS),
        dated_from=_month_start(params.get("fra", "")),
        dated_to=_month_end(params.get("til", "")),
        sort=next((sort for sort in Sort if sort == params.get("sorter")), Sort.RELEVANCE),
        page=_page_number(params.get("side", "")),
        page_size=PAGE_SIZE,
    )
    return Asked(request, params)


def _values(params: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in params.getlist(name) if value))[:20]


def _page_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and int(text[:6]) >= 1 else 1


def _month_start(text: str) -> date | None:
    found = MONTH.match(text)
    if not found or int(found[1]) not in YEARS:
        return None
    return date(int(found[1]), int(found[2]), 1)


def _month_end(text: str) -> date | None:
    start = _month_start(text)
    return start and start.replace(day=calendar.monthrange(start.year, start.month)[1])


def search_page(question: Asked, answer: Answer, *, departments: Mapping[str, str], today: date) -> SearchPage:
    """Put the page together from what was asked and what was found."""
    request = question.request
    return SearchPage(
        query="" if answer.refused else request.text,
        total=answer.total,
        total_words=_total_words(answer.total),
        reading=_reading(answer, departments),
        notes=tuple(NOTE_WORDS[note] for note in answer.notes),
        suggestion=answer.suggestion,
        suggestion_url=question.with_("q", answer.suggestion) if answer.suggestion else "",
        is_refused=answer.refused is not None,
        tabs=_tabs(question, answer),
        facets=_facets(answer),
        chips=_chips(question, departments),
        period=_period(question, answer, today),
        results=tuple(_result(hit, request.text) for hit in answer.hits),
        sorts=tuple(
            parts.Option(sort.value, label, is_chosen=sort is request.sort) for sort, label in SORT_LABELS.items()
        ),
        kind=request.kinds[0] if request.kinds else "",
        page=answer.page,
        page_count=answer.page_count,
        atom_url=f"{reverse('records:search-atom')}{question.without('side')}",
        json_url=f"{reverse('records:search-json')}{question.without('side')}",
        milliseconds=number_format(answer.total_ms, decimal_pos=0),
        ways_out=_ways_out(question, departments) if not answer.total else (),
    )


def _total_words(total: int) -> str:
    return ngettext("%(number)s result", "%(number)s results", total) % {
        "number": number_format(total, force_grouping=True)
    }


def _reading(answer: Answer, departments: Mapping[str, str]) -> str:
    words = []
    for part in answer.reading:
        text = departments.get(part.text, part.text) if part.kind is ReadingKind.DEPARTMENT else part.text
        if part.kind in OPERATOR_WORDS:
            words.append(str(OPERATOR_WORDS[part.kind]))
        elif part.kind in FIELD_WORDS:
            words.append(f"{FIELD_WORDS[part.kind]} »{text}«" if text else str(FIELD_WORDS[part.kind]))
        else:
            words.append(f"»{text}«")
    return " ".join(words)


def _tabs(question: Asked, answer: Answer) -> tuple[parts.Tab, ...]:
    counts = {value.code: value.count for value in answer.facet(FacetName.KIND)}
    chosen = question.request.kinds[0] if question.request.kinds else ""
    return tuple(
        parts.Tab(
            label,
            question.with_("slags", kind),
            counts.get(kind, 0) if kind else sum(counts.values()),
            is_current=kind == chosen,
        )
        for kind, label in TAB_LABELS.items()
        if not kind or counts.get(kind) or kind == chosen
    )


def _facets(answer: Answer) -> tuple[parts.Facet, ...]:
    status = dict(CaseStatus.choices)
    types = dict(DocumentType.choices)
    wanted = (
        _facet("afdeling", _("Which department?"), answer.facet(FacetName.DEPARTMENT), {}),
        _facet("type", _("What kind of document?"), answer.facet(FacetName.TYPE), types),
        _facet("status", _("How far is the case?"), answer.facet(FacetName.STATUS), status),
        _facet("adgang", _("Is anything covered?"), answer.facet(FacetName.ACCESS), ACCESS_LABELS),
    )
    return tuple(facet for facet in wanted if facet.options)


def _facet(name: str, question: str, values: Sequence[FacetValue], labels: Mapping[str, str | Promise]) -> parts.Facet:
    options = tuple(
        parts.Option(value.code, labels.get(value.code, value.label), value.count, is_chosen=value.is_chosen)
        for value in values
        if value.code and (value.count or value.is_chosen)
    )
    return parts.Facet(name, question, options)


def _chips(question: Asked, departments: Mapping[str, str]) -> tuple[parts.Chip, ...]:
    request = question.request
    labels: list[tuple[str, str, str | Promise]] = [
        *(("afdeling", code, departments.get(code, code)) for code in request.departments),
        *(("type", code, DocumentType(code).label) for code in request.types),
        *(("status", code, CaseStatus(code).label) for code in request.statuses),
        *(("adgang", code, ACCESS_LABELS[code]) for code in request.access),
    ]
    chips = [parts.Chip(label, question.without(name, code)) for name, code, label in labels]
    if request.dated_from:
        chips.append(parts.Chip(_("From %(month)s") % {"month": _month(request.dated_from)}, question.without("fra")))
    if request.dated_to:
        chips.append(parts.Chip(_("Until %(month)s") % {"month": _month(request.dated_to)}, question.without("til")))
    return tuple(chips)


def _month(day: date) -> str:
    return date_format(day, "F Y")


def _period(question: Asked, answer: Answer, today: date) -> Period | None:
    counts = {(month.year, month.month): month.count for month in answer.months}
    if len(counts) < 2:
        return None
    (first_year, first_month), (last_year, last_month) = min(counts), max(counts)
    last = max(date(last_year, last_month, 1), today.replace(day=1))
    bins = bins_of(counts, first=date(first_year, first_month, 1), last=last)
    without_start = replace(question, params=_without(question.params, "fra"))
    return Period(
        bins=bins,
        start=question.params.get("fra", ""),
        end=question.params.get("til", ""),
        all_url=without_start.without("til"),
    )


def _without(params: QueryDict, name: str) -> QueryDict:
    copy = params.copy()
    copy.pop(name, None)
    return copy


def _result(hit: Hit, query: str) -> parts.Result:
    return parts.Result(
        kind=KIND_LABELS.get(hit.kind, hit.kind),
        icon=KIND_ICONS.get(hit.kind, "file-text"),
        title=_pieces(hit.title),
        url=_url(hit, query),
        when=date_format(hit.dated_on, "DATE_FORMAT") if hit.dated_on else "",
        pills=_pills(hit),
        snippet=_snippet(hit),
        lead=_lead(hit),
        meta=_meta(hit),
        lock=_lock(hit),
    )


def _in_readers_language(url: str) -> str:
    """Return the address in the language of the page; the index knows the Danish one."""
    language = get_language() or settings.LANGUAGE_CODE
    with override(settings.LANGUAGE_CODE):
        return translate_url(url, language)


def _url(hit: Hit, query: str) -> str:
    """The page in the reader's language; a document marks what was searched for."""
    url = _in_readers_language(hit.url)
    return f"{url}?{urlencode({'q': query})}" if hit.kind == "document" and query else url


def _pieces(pieces: Sequence[Piece]) -> parts.Pieces:
    return tuple((piece.text, piece.is_marked) for piece in pieces)


def _pills(hit: Hit) -> tuple[parts.Pill, ...]:
    if hit.kind == "document" or hit.status not in CaseStatus.values:
        return ()
    kinds = {CaseStatus.OPEN: parts.Kind.OK, CaseStatus.HEARING: parts.Kind.INFO}
    return (parts.Pill(CaseStatus(hit.status).label, kinds.get(CaseStatus(hit.status), parts.Kind.NEUTRAL)),)


def _snippet(hit: Hit) -> parts.Pieces:
    pieces: list[parts.Piece] = []
    for snippet in hit.snippets:
        before = "… " if snippet.starts_inside and not pieces else ""
        where = " " + _("(page %(number)d)") % {"number": snippet.page} if hit.page_count > 1 else ""
        pieces.append((before, False))
        pieces += _pieces(snippet.pieces)
        pieces.append((f"{' …' if snippet.ends_inside else ''}{where} ", False))
    return tuple(pieces)


def _lead(hit: Hit) -> str:
    if hit.kind != "document":
        return hit.department_name
    label = str(DocumentType(hit.document_type).label) if hit.document_type in DocumentType.values else ""
    size = ngettext("PDF, %(count)d page", "PDF, %(count)d pages", hit.page_count) % {"count": hit.page_count}
    return ", ".join(filter(None, (label, size)))


def _meta(hit: Hit) -> tuple[str, ...]:
    pages = ""
    if hit.kind == "document" and hit.page_count > 1 and hit.found_on_pages:
        pages = _("Found on page %(pages)s") % {"pages": _listed(hit.found_on_pages)}
    department = hit.department_name if hit.kind == "document" else ""
    number = _("Case %(number)s") % {"number": hit.case.number} if hit.case else ""
    return tuple(filter(None, (pages, department, number)))


def _listed(pages: Sequence[int]) -> str:
    """Write 6, 7 and 14 as people do."""
    *most, last = (str(page) for page in pages)
    return f"{', '.join(most)} {_('and')} {last}" if most else last


def _lock(hit: Hit) -> parts.Lock | None:
    if not hit.covered_count:
        return None
    return parts.Lock(
        ngettext("%(count)d passage is covered.", "%(count)d passages are covered.", hit.covered_count)
        % {"count": hit.covered_count},
        parts.Link(_("See why"), f"{_in_readers_language(hit.url)}#tildaekket"),
    )


def _ways_out(question: Asked, departments: Mapping[str, str]) -> tuple[parts.Link, ...]:
    """What to try when nothing was found: take off a filter, each by itself."""
    return tuple(
        parts.Link(_("Without the filter »%(filter)s«") % {"filter": chip.text}, chip.url)
        for chip in _chips(question, departments)
    )
