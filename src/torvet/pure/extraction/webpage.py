"""A web page as blocks: what a reader would see, nothing fetched, nothing run.

Layout by style sheets is not followed, except that what is marked as hidden is reported and not drawn.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from torvet.pure.extraction.blocks import Block, Paragraph, Rule, Style, Table
from torvet.pure.extraction.markup import parse_html
from torvet.pure.extraction.model import HiddenText

MAX_ELEMENTS = 500_000
HEADINGS = {"h1": Style.TITLE, "h2": Style.HEADING_1, "h3": Style.HEADING_2} | dict.fromkeys(
    ("h4", "h5", "h6"), Style.HEADING_3
)
UNSEEN = {
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "object",
    "embed",
    "applet",
    "iframe",
    "svg",
    "math",
}
BREAKING = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "html", "main", "nav", "ol", "p"),
    *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "legend", "caption"),
}
HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])", re.I)
SPACES = re.compile(r"[ \t\r\n\f]+")
TELLING_LINKS = ("mailto:", "tel:", "sms:")
DECLARED_ENCODING = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)


@dataclass
class WebPage:
    """A page while it is read, and what was found."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    scripts: int = 0
    _text: list[str] = field(default_factory=list)
    _style: Style = Style.BODY
    _level: int = 0

    def write(self, text: str) -> None:
        """Add text to the paragraph under way."""
        self._text.append(text if self._style is Style.PREFORMATTED else SPACES.sub(" ", text))

    def line_break(self) -> None:
        """Begin a new line in the paragraph under way."""
        self._text.append("\n")

    def end_paragraph(self, style: Style = Style.BODY, level: int = 0) -> None:
        """Close the paragraph under way and begin one in another style."""
        text = "".join(self._text)
        if self._style is not Style.PREFORMATTED:
            text = "\n".join(SPACES.sub(" ", line).strip(" ") for line in text.split("\n")).strip("\n")
        if text.strip():
            self.blocks.append(Paragraph(text, self._style, self._level))
        self._text.clear()
        self._style, self._level = style, level

    def hide(self, place: str, text: str | None) -> None:
        """Report text that is not shown."""
        cleaned = SPACES.sub(" ", text or "").strip()
        if cleaned:
            self.hidden.append(HiddenText(place, cleaned))

    @property
    def style(self) -> tuple[Style, int]:
        """The style and level of the paragraph under way."""
        return self._style, self._level


def declared_encoding(data: bytes) -> str:
    """The encoding a page names in its first kilobytes, "" if none."""
    found = DECLARED_ENCODING.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def read_webpage(text: str) -> WebPage:
    """Read a page into blocks; raises ExtractionRefused for one nested too deeply."""
    page = WebPage()
    root = parse_html(text)
    if root is None:
        return page
    _read_head(root, page)
    _read(root, page)
    page.end_paragraph()
    return page


def _read_head(root: etree._Element, page: WebPage) -> None:
    page.title = SPACES.sub(" ", root.findtext(".//title") or "").strip()
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in ("author", "description", "keywords", "generator", "og:title", "og:description"):
            page.hide("metadata", meta.get("content"))
    for comment in root.iter(etree.Comment):
        page.hide("comment", comment.text)
    page.scripts = sum(1 for _ in root.iter("script"))


def _read(element: etree._Element, page: WebPage) -> None:
    """Read an element and what is in it; recursion is bounded by the parser's depth of 256."""
    name = element.tag if isinstance(element.tag, str) else ""
    if not name or name in UNSEEN:
        return
    if _is_hidden(element):
        page.hide("hidden-text", " ".join(_seen_text(element)))
        return
    _note_links(element, page)
    if name == "table" and _is_table_of_data(element):
        page.end_paragraph(*page.style)
        page.blocks.append(Table(tuple(_rows(element, page))))
    elif name == "br":
        page.line_break()
    elif name == "hr":
        page.end_paragraph(*page.style)
        page.blocks.append(Rule())
    elif name == "img":
        page.pictures.append(element.get("src") or "")
        page.hide("alternative-text", element.get("alt"))
    else:
        _read_inside(element, name, page)


def _read_inside(element: etree._Element, name: str, page: WebPage) -> None:
    outer = page.style
    inner = _inner_style(name, element, outer)
    breaks = inner != outer or name in BREAKING or name in HEADINGS or name in ("li", "pre")
    if breaks:
        page.end_paragraph(*inner)
    if name == "li":
        page.write(_mark(element))
    page.write(element.text or "")
    if name in ("input", "textarea", "option"):
        page.hide("form-field", element.get("value"))
    for child in element:
        _read(child, page)
        page.write(child.tail or "")
    if breaks:
        page.end_paragraph(*outer)


def _inner_style(name: str, element: etree._Element, outer: tuple[Style, int]) -> tuple[Style, int]:
    if name in HEADINGS:
        return HEADINGS[name], 0
    if name == "pre":
        return Style.PREFORMATTED, 0
    if name == "li":
        return Style.ITEM, sum(1 for parent in element.iterancestors("ul", "ol")) - 1
    if name == "blockquote":
        return Style.ITEM, outer[1] + 1
    return outer


def _mark(item: etree._Element) -> str:
    """The bullet or number before an item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    return f"{sum(1 for _ in item.itersiblings('li', preceding=True)) + 1}. "


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or HIDING_STYLE.search(element.get("style") or ""):
        return True
    return element.tag == "input" and (element.get("type") or "").lower() == "hidden"


def _note_links(element: etree._Element, page: WebPage) -> None:
    target = element.get("href") or ""
    if target.lower().startswith(TELLING_LINKS):
        page.hide("link", target)
    page.hide("hidden-text", element.get("title"))


def _is_table_of_data(table: etree._Element) -> bool:
    """True for rows of short cells; a table used to lay out a page flows as text."""
    if any(inner is not table for inner in table.iter("table")):
        return False
    if next(table.iter("h1", "h2", "h3", "ul", "ol", "pre", "form", "img"), None) is not None:
        return False
    return any(sum(1 for cell in row if cell.tag in ("td", "th")) > 1 for row in table.iter("tr"))


def _rows(table: etree._Element, page: WebPage) -> Iterator[tuple[str, ...]]:
    for row in table.iter("caption", "tr"):
        if row.tag == "caption":
            yield (SPACES.sub(" ", " ".join(_seen_text(row))).strip(),)
            continue
        if _is_hidden(row):
            page.hide("hidden-text", " ".join(_seen_text(row)))
            continue
        yield tuple(_cell(cell, page) for cell in row if cell.tag in ("td", "th"))


def _cell(cell: etree._Element, page: WebPage) -> str:
    if _is_hidden(cell):
        page.hide("hidden-text", " ".join(_seen_text(cell)))
        return ""
    for inner in cell.iter():
        if isinstance(inner.tag, str):
            _note_links(inner, page)
            if inner is not cell and _is_hidden(inner):
                page.hide("hidden-text", " ".join(_seen_text(inner)))
    return SPACES.sub(" ", "".join(_seen_text(cell, shown_only=True))).strip()


def _seen_text(element: etree._Element, *, shown_only: bool = False) -> Iterator[str]:
    """All text in an element but that of scripts and comments; `shown_only` leaves out hidden parts too."""
    yield element.text or ""
    for child in element:
        unseen = not isinstance(child.tag, str) or child.tag in UNSEEN
        if not unseen and not (shown_only and _is_hidden(child)):
            if child.tag in BREAKING or child.tag == "br":
                yield " "
            yield from _seen_text(child, shown_only=shown_only)
        yield child.tail or ""
