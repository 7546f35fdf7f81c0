"""Looks at everything that the public can reach of the shadow site, and at what must never hold personal data anyway.

Pages are taken from the table of addresses itself: one that is added tomorrow is looked at tomorrow.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, reverse
from django.utils import translation

from torvet.modules.records.models import Case, Document, JournalEntry, Rendition, Withdrawal
from torvet.modules.records.robot.items import Item, ItemKind
from torvet.modules.records.robot.planting import Paper
from torvet.modules.records.robot.reading_files import objects_of, texts_of
from torvet.modules.records.robot.traces import found_in_bytes, found_in_text
from torvet.shared.identity.api import Access
from torvet.shared.identity.checks import pages

ROWS_AT_ONCE = 200
# Apps whose tables hold nothing but what is public, or what must never be personal.
OPEN_APPS = ("search", "audit", "worker")
OPEN_FIELDS: Mapping[type[Model], tuple[str, ...]] = {
    Case: ("public_title", "summary", "slug"),
    JournalEntry: ("public_title",),
    Document: ("slug",),
    Withdrawal: ("explanation",),
    Rendition: ("reading_text", "proof"),
}
DIGIT_KINDS = (ItemKind.PHONE, ItemKind.ACCOUNT)


class Lookout:
    """Remembers which items were seen where."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.seen: defaultdict[Item, set[str]] = defaultdict(set)

    def reads(self, surface: str, text: str) -> None:
        """Look at text."""
        self._note(surface, found_in_text(text, self.items))

    def takes_apart(self, surface: str, data: bytes) -> None:
        """Look at bytes."""
        self._note(surface, found_in_bytes(data, self.items))

    def sees(self, surface: str, item: Item) -> None:
        """Note that an item can be told to be there, though it is not shown."""
        self._note(surface, [item])

    def _note(self, surface: str, items: Sequence[Item]) -> None:
        for item in items:
            self.seen[item].add(surface)


def look_everywhere(lookout: Lookout, papers: Sequence[Paper], *, log: Path) -> None:
    """Look at pages, files, search, tables, the index on the disk and the log; linear in the size of the site."""
    client = Client(raise_request_exception=False, SERVER_NAME="localhost")
    for name, path in addresses():
        _look_at(lookout, name, client.get(path))
    for paper in papers:
        _search_for_paper(lookout, client, paper)
    for item in lookout.items:
        _search_for_item(lookout, client, item)
    _look_at_tables(lookout)
    for file in sorted(Path(settings.SEARCH_INDEX).rglob("*")):
        if file.is_file():
            lookout.takes_apart("index-files", file.read_bytes())
    lookout.reads("log", log.read_text(encoding="utf-8", errors="replace"))


def addresses() -> Iterator[tuple[str, str]]:
    """Yield every public address in every language, for every case and document there is."""
    slugs = [*Case.objects.values_list("slug", flat=True), *Document.objects.values_list("slug", flat=True)]
    for name, entry in pages():
        if getattr(entry.callback, "access", None) is Access.PUBLIC:
            yield from ((name, path) for path in _paths(name, entry, slugs))


def _paths(name: str, entry: URLPattern, slugs: Sequence[str]) -> Iterator[str]:
    parts = set(entry.pattern.converters)
    choices: list[dict[str, Any]] = [{}] if not parts else [{"slug": slug} for slug in slugs if parts == {"slug"}]
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield from (reverse(name, kwargs=choice) for choice in choices)


def _look_at(lookout: Lookout, surface: str, response: HttpResponseBase) -> None:
    lookout.reads("headers", "\n".join(f"{name}: {value}" for name, value in response.headers.items()))
    if response.headers.get("Content-Type") != "application/pdf":
        lookout.reads(surface, _body(response).decode("utf-8", errors="replace"))
        return
    data = _body(response)
    for reader, text in texts_of(data):
        lookout.reads(f"file-{reader}", text)
    for piece in objects_of(data):
        lookout.takes_apart("file-objects", piece)


def _body(response: HttpResponseBase) -> bytes:
    return b"".join(response)


def _search_for_paper(lookout: Lookout, client: Client, paper: Paper) -> None:
    """Snippets, titles and facets around a paper; the question itself holds nothing that is hidden."""
    for name in ("records:search", "records:search-json", "records:search-atom"):
        for question in (paper.case_number, f'sag:{paper.case_number} "8230 Fjordby"'):
            _look_at(lookout, name, client.get(reverse(name), {"q": question}))


def _search_for_item(lookout: Lookout, client: Client, item: Item) -> None:
    """Ask for what is hidden, as it is, in quotation marks and mistyped; the answer must not know it."""
    address = reverse("records:search-json")
    mistyped = item.trace[:-2] + item.trace[-1:]
    for question in (item.text, f'"{item.trace}"', mistyped):
        answer = json.loads(_body(client.get(address, {"q": question})))
        answer.pop("reading", None)  # repeats the question
        lookout.reads("search-answer", json.dumps(answer, ensure_ascii=False))
        if item.kind in DIGIT_KINDS and question == f'"{item.trace}"' and answer.get("total"):
            lookout.sees("search-hit", item)


def _look_at_tables(lookout: Lookout) -> None:
    for app in OPEN_APPS:
        for model in apps.get_app_config(app).get_models():
            _look_at_rows(lookout, model, [each.name for each in model._meta.concrete_fields])
    for model, fields in OPEN_FIELDS.items():
        _look_at_rows(lookout, model, fields)


def _look_at_rows(lookout: Lookout, model: type[Model], fields: Sequence[str]) -> None:
    surface = f"table-{model._meta.label_lower}"
    rows = [json.dumps(row, ensure_ascii=False, default=str) for row in model._default_manager.values_list(*fields)]
    for start in range(0, len(rows), ROWS_AT_ONCE):
        lookout.reads(surface, "\n".join(rows[start : start + ROWS_AT_ONCE]))
