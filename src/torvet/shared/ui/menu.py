"""The menu. Modules add their entries when they start; a switched-off module leaves no trace."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class MenuEntry:
    """One word in the header, shown to everybody or to those who hold a permission."""

    label: str | Promise
    url_name: str
    order: int
    permission: str | None = None


@dataclass(frozen=True)
class MenuLink:
    """An entry as the template shows it."""

    label: str | Promise
    url: str
    is_current: bool


_entries: list[MenuEntry] = []


def add_menu_entry(entry: MenuEntry) -> None:
    """Add an entry; called once from the module's `AppConfig.ready`."""
    if entry not in _entries:
        _entries.append(entry)
        _entries.sort(key=lambda each: each.order)


def menu_for(request: HttpRequest, *, may: Callable[..., bool] | None) -> list[MenuLink]:
    """Return the entries that this visitor sees, the one with the longest matching address as current."""
    shown = [entry for entry in _entries if entry.permission is None or (may and may(entry.permission))]
    links = [(entry.label, reverse(entry.url_name)) for entry in shown]
    current = max((url for _label, url in links if _leads_to(url, request.path)), key=len, default="")
    return [MenuLink(label, url, is_current=url == current) for label, url in links]


def _leads_to(url: str, path: str) -> bool:
    # Every page stands below a front page, so that one is current only on itself.
    is_front_page = url.strip("/") in {"", *dict(settings.LANGUAGES)}
    return path == url if is_front_page else path.startswith(url)
