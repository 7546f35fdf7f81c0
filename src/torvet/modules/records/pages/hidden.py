"""What a file hid, in words for everybody: counted by place, never quoted."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLACES: Mapping[str, str | Promise] = {
    "title": _("the file's own title"),
    "author": _("the name of who wrote it"),
    "metadata": _("properties of the file"),
    "comment": _("comments"),
    "tracked-change": _("changes that nobody has accepted"),
    "tracked-changes": _("changes that nobody has accepted"),
    "hidden-text": _("hidden text"),
    "annotation": _("notes and stamps"),
    "bookmark": _("bookmarks"),
    "link": _("addresses behind links"),
    "form-field": _("form fields"),
    "attachment-name": _("names of attached files"),
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
    known = [HiddenContent(code, PLACES[code], counts[code]) for code in PLACES if counts.get(code)]
    others = sum(count for code, count in counts.items() if code not in PLACES)
    return (*known, *((HiddenContent("other", OTHER, others),) if others else ()))
