"""The components as template tags: `{% load torvet_ui %}`, then `{% pill "Open" kind="ok" %}`.

A wrong kind or an unknown icon is an error when the page is drawn, not a page without colour. Tags that write
into running text return HTML without a template, because a template's line ends would show there.

Deliberately not here: anything about records, cases or deadlines; pages put those into words.
"""

from collections.abc import Sequence

from django import template
from django.conf import settings
from django.core.paginator import Paginator
from django.forms import BaseForm, BoundField
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext

from torvet.shared.ui import formats, icons, parts, theme
from torvet.shared.ui.parts import ButtonKind, Kind, ProofState, Text
from torvet.shared.ui.period import Period

register = template.Library()
Values = dict[str, object]

register.filter("number", formats.number)
register.filter("percent", formats.percent)
register.filter("day", formats.day, expects_localtime=True)
register.filter("short_day", formats.short_day, expects_localtime=True)
register.filter("weekday", formats.weekday, expects_localtime=True)
register.filter("clock", formats.clock, expects_localtime=True)
register.filter("day_and_clock", formats.day_and_clock, expects_localtime=True)
register.filter("days_away", formats.days_away, expects_localtime=True)

NOTE_ICONS = {
    Kind.NEUTRAL: "info",
    Kind.INFO: "info",
    Kind.OK: "circle-check",
    Kind.SOON: "clock",
    Kind.TODAY: "clock",
    Kind.LATE: "triangle-alert",
    Kind.LOCK: "lock",
}
MESSAGE_KINDS = {"success": Kind.OK, "warning": Kind.SOON, "error": Kind.LATE}
PROOF_ICONS = {
    ProofState.UNCHANGED: "shield-check",
    ProofState.CHANGED: "shield-alert",
    ProofState.UNCHECKED: "fingerprint",
}


# Words and signs


@register.simple_tag
def icon(name: str, label: Text = "") -> SafeString:
    """Draw an icon; `label` is what a screen reader says if no word stands beside it."""
    if not label:
        return icons.draw(name)
    return format_html('{}<span class="tv-hidden">{}</span>', icons.draw(name), label)


@register.simple_tag
def marks(pieces: parts.Pieces) -> SafeString:
    """Write text with the found words marked."""
    return format_html_join("", "{}", ((format_html(_piece(marked), text),) for text, marked in pieces))


def _piece(is_marked: bool) -> str:
    return "<mark>{}</mark>" if is_marked else "{}"


@register.inclusion_tag("ui/components/pill.html")
def pill(text: Text, kind: str = Kind.NEUTRAL, icon: str = "") -> Values:
    """A short state."""
    return {"pill": parts.Pill(text, Kind(kind), icon)}


@register.inclusion_tag("ui/components/meter.html")
def meter(value: int, maximum: int, text: Text) -> Values:
    """How far something has come, in words and as a bar."""
    return {"value": str(value), "maximum": str(max(maximum, 1)), "text": text}


# Buttons and forms


@register.inclusion_tag("ui/components/button.html")
def button(
    text: Text,
    url: str = "",
    kind: str = ButtonKind.PRIMARY,
    icon: str = "",
    name: str = "",
    value: Text = "",
    form: str = "",
    *,
    is_small: bool = False,
    is_wide: bool = False,
    is_disabled: bool = False,
) -> Values:
    """A link that looks like a button if `url` is given, else a button that sends its form."""
    return {
        "text": text,
        "url": url,
        "kind": ButtonKind(kind),
        "icon": icon,
        "name": name,
        "value": value,
        "form": form,
        "is_small": is_small,
        "is_wide": is_wide,
        "is_disabled": is_disabled,
    }


@register.inclusion_tag("ui/components/search_box.html")
def search_box(
    label: Text, value: str = "", name: str = "q", hint: Text = "", hint_link: Text = "", hint_url: str = ""
) -> Values:
    """The big search box: the field and its button, to be put inside a form."""
    return {
        "label": label,
        "value": value,
        "name": name,
        "hint": hint,
        "hint_link": hint_link,
        "hint_url": hint_url,
    }


@register.inclusion_tag("ui/components/field.html")
def field(field: BoundField) -> Values:
    """A field of a Django form with its label, hint and errors."""
    is_check = getattr(field.field.widget, "input_type", "") == "checkbox" and not field.use_fieldset
    css = "" if field.use_fieldset or is_check else "tv-input"
    return {
        "field": field,
        "is_check": is_check,
        "control": field.as_widget(attrs={"class": css} if css else {}),
    }


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: BaseForm, *, is_focused: bool = True) -> Values:
    """Everything that is wrong with a form, each with a link to its field. Nothing if all is well."""
    return {"form": form, "wrong": [each for each in form if each.errors], "is_focused": is_focused}


# Notes


@register.simple_block_tag(end_name="endnote")
def note(content: SafeString, kind: str = Kind.INFO, icon: str = "") -> str:
    """A coloured paragraph: `{% note kind="late" %}…{% endnote %}`."""
    chosen = Kind(kind)
    values = {"content": content, "kind": chosen, "icon": icon or NOTE_ICONS[chosen]}
    return render_to_string("ui/components/note.html", values)


@register.simple_block_tag(end_name="endempty")
def empty(content: SafeString, title: Text) -> str:
    """What stands where nothing was found: why, and the next step."""
    return render_to_string("ui/components/empty.html", {"content": content, "title": title})


@register.filter
def message_kind(tags: str) -> Kind:
    """Return how one of Django's messages looks."""
    return next((MESSAGE_KINDS[tag] for tag in tags.split() if tag in MESSAGE_KINDS), Kind.INFO)


@register.filter
def note_icon(kind: str) -> str:
    """Return the icon of a note."""
    return NOTE_ICONS[Kind(kind)]


@register.inclusion_tag("ui/components/proof.html")
def proof(state: str, text: Text, url: str = "") -> Values:
    """Whether a document is as it was when it was published."""
    chosen = ProofState(state)
    return {"state": chosen, "icon": PROOF_ICONS[chosen], "text": text, "url": url}


# Finding one's way


@register.inclusion_tag("ui/components/breadcrumb.html")
def breadcrumb(*steps: Text) -> Values:
    """The way from the front page: `{% breadcrumb _("Search") search_url _("Document") %}`.

    Words and addresses in turn; the last words have no address and name the page itself. A tuple of `Crumb` may
    be given instead.
    """
    if len(steps) == 1 and not isinstance(steps[0], Text):
        return {"crumbs": steps[0]}
    texts, urls = steps[0::2], [*steps[1::2], ""]
    return {"crumbs": [parts.Crumb(text, str(url)) for text, url in zip(texts, urls, strict=False)]}


@register.inclusion_tag("ui/components/tabs.html")
def tabs(tabs: Sequence[parts.Tab], label: Text) -> Values:
    """Views of the same page; `label` says what they choose between."""
    return {"tabs": tabs, "label": label}


@register.inclusion_tag("ui/components/pagination.html", takes_context=True)
def pagination(context: template.Context, number: int, count: int, name: str = "side") -> Values:
    """Links to the pages of a list; the address is the present one with another page number."""
    request: HttpRequest = context["request"]
    pages = Paginator(range(count), 1).get_elided_page_range(number, on_each_side=1, on_ends=1)

    def url(page: int) -> str:
        query = request.GET.copy()
        query[name] = str(page)
        return f"{request.path}?{query.urlencode()}"

    return {
        "pages": [(str(page), url(page) if isinstance(page, int) else "", page == number) for page in pages],
        "previous": url(number - 1) if number > 1 else "",
        "next": url(number + 1) if number < count else "",
        "is_needed": count > 1,
    }


@register.inclusion_tag("ui/components/queue.html")
def queue(position: int, total: int, text: Text, previous_url: str = "", next_url: str = "") -> Values:
    """Where somebody is in a pile of things to go through."""
    return {
        "position": position,
        "total": total,
        "text": text,
        "previous_url": previous_url,
        "next_url": next_url,
        "value": str(position),
        "maximum": str(max(total, 1)),
    }


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context) -> list[parts.LanguageLink]:
    """Return this page in the other languages; where it has no address (an error page), their front pages."""
    request: HttpRequest | None = context.get("request")
    here = request.get_full_path() if request else "/"
    links = []
    for code, _name in settings.LANGUAGES:
        if code == get_language():
            continue
        there = translate_url(here, code)
        # The default language has no prefix (`prefix_default_language=False` in the address table).
        front = "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
        address = there if there != here else front
        links.append(parts.LanguageLink(code, get_language_info(code)["name_local"].capitalize(), address))
    return links


# Searching


@register.inclusion_tag("ui/components/filters.html")
def filters(facets: Sequence[parts.Facet]) -> Values:
    """All facets, behind one button where the screen is narrow, to be put inside a form."""
    chosen = sum(option.is_chosen for facet in facets for option in facet.options)
    return {"facets": facets, "chosen": chosen}


@register.inclusion_tag("ui/components/chips.html")
def chips(chips: Sequence[parts.Chip]) -> Values:
    """The filters in force, each of which can be taken off."""
    return {"chips": chips}


@register.inclusion_tag("ui/components/result.html")
def result(result: parts.Result, level: int = 3) -> Values:
    """One thing that a search found; `level` is the level of its heading."""
    return {"result": result, "level": str(level)}


@register.inclusion_tag("ui/components/period.html")
def period(period: Period) -> Values:
    """When: a picture of the years, two lists to choose from, and the numbers as a table."""
    return {"period": period}


# Tables and lists of facts


@register.inclusion_tag("ui/components/table.html")
def data_table(table: parts.Table) -> Values:
    """A table that becomes cards on a narrow screen."""
    return {"table": table, "lines": list(table.lines())}


@register.inclusion_tag("ui/components/definitions.html")
def definitions(pairs: Sequence[parts.Definition]) -> Values:
    """Terms and what they are."""
    return {"pairs": pairs}


@register.inclusion_tag("ui/components/tiles.html")
def tiles(tiles: Sequence[parts.Tile]) -> Values:
    """Numbers that matter."""
    return {"tiles": tiles}


@register.inclusion_tag("ui/components/steps.html")
def steps(steps: Sequence[parts.Step], label: Text) -> Values:
    """Where a case is on its way."""
    return {"steps": steps, "label": label}


@register.inclusion_tag("ui/components/timeline.html")
def timeline(events: Sequence[parts.Event]) -> Values:
    """What has happened, newest first."""
    return {"events": events}


# Reading a document


@register.simple_tag
def covered(key: str, label: Text, reason: Text) -> SafeString:
    """A covered passage in running text; `key` is its number on the page, `reason` opens when it is pressed.

    A browser without popovers shows the reason in the text.
    """
    return format_html(
        '<button type="button" class="tv-covered"'
        ' popovertarget="tv-covered-{}" aria-describedby="tv-covered-{}">'
        '<span class="tv-hidden" lang="{}">{} </span>{}</button>'
        '<span class="tv-covered-reason" id="tv-covered-{}" popover>{}</span>',
        key,
        key,
        get_language(),
        gettext("Covered:"),
        label,
        key,
        reason,
    )


@register.inclusion_tag("ui/components/page_mark.html")
def page_mark(number: int, total: int | None = None) -> Values:
    """Where a page of the document begins; the address `#side-6` leads here."""
    return {"number": str(number), "total": None if total is None else str(total)}


@register.inclusion_tag("ui/components/cite.html")
def cite(text: Text, label: Text = "") -> Values:
    """A reference that can be copied; without JavaScript one press selects it."""
    return {"text": text, "label": label or gettext("Refer to this")}


# The frame around a page


@register.simple_tag
def has_vendor_files() -> bool:
    """Tell whether the typeface is installed."""
    return icons.is_vendored()


@register.simple_tag
def front_url() -> str:
    """Return the address of the front page."""
    try:
        return reverse("records:front")
    except NoReverseMatch:
        return "/"


@register.simple_tag
def theme_sheet(hue_degrees: int, chroma_milli: int) -> str:
    """Return the rules that set the municipality's hue and strength."""
    return theme.sheet(theme.Theme(hue_degrees, chroma_milli))


@register.inclusion_tag("ui/components/htmx.html")
def htmx() -> Values:
    """Load htmx on this page: `{% block htmx %}{% htmx %}{% endblock %}`."""
    return {}
