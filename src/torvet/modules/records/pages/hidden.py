"""What a file hid, in words for everybody: counted by place, never quoted."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLACES: Mapping[str, str | Promise] = {
    "title": _("the file's own title"),
    "author": _("the name of who wrote it"),
    "metadata": _("properties of the file"),
    "picture-metadata": _("properties of pictures, such as place and camera"),
    "comment": _("comments"),
    "tracked-change": _("changes that nobody has accepted"),
    "hidden-text": _("pieces of hidden text"),
    "invisible": _("pieces of text that are not drawn"),
    "same-colour": _("pieces of text in the colour of the paper"),
    "tiny": _("pieces of text too small to see"),
    "off-page": _("pieces of text outside the page"),
    "clipped": _("pieces of text that are cut away"),
    "under-cover": _("pieces of text under a cover"),
    "layer-off": _("pieces of text in layers that are switched off"),
    "actual-text": _("texts for screen readers that differ"),
    "alternative-text": _("descriptions of pictures"),
    "expansion": _("written-out abbreviations"),
    "unapplied-redaction": _("marks to cover text that were never carried out"),
    "annotation": _("notes and stamps"),
    "bookmark": _("bookmarks"),
    "link": _("addresses behind links"),
    "form-field": _("form fields"),
    "attachment-name": _("names of attached files"),
    "earlier-revision": _("texts from earlier versions of the file"),
    "script": _("programs"),
    "page-label": _("names of pages"),
    "destination": _("names of places in the file"),
    "same-colour-text": _("pieces of text in the colour of the paper"),
    "tiny-text": _("pieces of text too small to see"),
    "hidden-sheet": _("hidden sheets"),
    "hidden-row": _("hidden rows"),
    "hidden-column": _("hidden columns"),
    "hidden-slide": _("hidden slides"),
    "speaker-notes": _("speaker's notes"),
    "pivot-table": _("data behind pivot tables"),
    "pivot-cache": _("data behind pivot tables"),
    "custom-xml": _("other data in the file"),
    "embedded-object": _("embedded files"),
    "external-link": _("links to other files"),
    "macro": _("programs"),
    "formula": _("formulas"),
    "field-code": _("field codes"),
    "mail-header": _("hidden lines of the e-mail's head"),
}
OTHER = _("other hidden content")


@dataclass(frozen=True)
class HiddenContent:
    """One kind of hidden content and how many pieces of it there were."""

    code: str
    words: str | Promise
    count: int


def hidden_content(counts: Mapping[str, int]) -> tuple[HiddenContent, ...]:
    """Return what was hidden, the known kinds in their order and all others last as one."""
    known: dict[str, HiddenContent] = {}
    for code, words in PLACES.items():
        if counts.get(code):
            before = known.get(str(words))
            count = counts[code] + (before.count if before else 0)
            known[str(words)] = HiddenContent(before.code if before else code, words, count)
    others = sum(count for code, count in counts.items() if code not in PLACES)
    return (*known.values(), *((HiddenContent("other", OTHER, others),) if others else ()))
