"""What stands around the text of a word document: headers and notes that are shown, and what is not.

Headers count as shown only where a section uses them: one for the first page alone is hidden where the section has
no first page of its own.
"""

import re
from collections.abc import Iterator

from lxml import etree

from torvet.pure.extraction.colours import colour
from torvet.pure.extraction.package import RELATION_ID, Package
from torvet.pure.extraction.remains import texts_of
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.wordlooks import Scene
from torvet.pure.extraction.wordparts import WORD, is_on, value

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}spPr"
HIDING_STYLE = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none", re.I)
FAR_AWAY_EMU = 12_700_000
"""1,000 pt from its anchor: beside an A4 page wherever on it the anchor stands."""

SYSTEM_BOOKMARKS = re.compile(r"^(?:_GoBack$|_Toc\d|_Ref\d|_Hlk\d|_Hlt\d|_Int_)")
SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
COMMENTS = re.compile(r"^word/comments\d*\.xml$")


def deleted(change: etree._Element) -> Iterator[str]:
    """The text of a deletion or of a place that text was moved from."""
    for text in change.iter(WORD + "delText", WORD + "t"):
        yield text.text or ""


def shown_sides(
    package: Package, main: str, root: etree._Element, rendition: Rendition
) -> tuple[list[etree._Element], list[etree._Element]]:
    """The headers, and the notes and footers; headers and notes that no page shows are reported."""
    relations = {each.id: each for each in package.relations(main)}
    headers, footers, unused = _used_by_sections(package, main, root)
    sides: dict[str, list[etree._Element]] = {"header": [], "footer": []}
    for each in relations.values():
        if each.kind in sides and not each.external and (part := package.part(each.target)) is not None:
            used = headers if each.kind == "header" else footers
            if each.id in used:
                sides[each.kind].append(part)
            else:
                place = "unshown-note" if each.id in unused else "unused-part"
                rendition.hide(place, "".join(texts_of(part)))
    notes = [note for kind in ("footnote", "endnote") for note in _notes(package, main, root, kind, rendition)]
    return sides["header"], [*notes, *sides["footer"]]


def _settings(package: Package, main: str) -> etree._Element | None:
    return package.part(package.beside(main, "settings", "word/settings.xml"))


def _used_by_sections(package: Package, main: str, root: etree._Element) -> tuple[set[str], set[str], set[str]]:
    settings = _settings(package, main)
    even = settings is not None and is_on(settings, "evenAndOddHeaders")
    used: dict[str, set[str]] = {"headerReference": set(), "footerReference": set()}
    unused: set[str] = set()
    for section in root.iter(WORD + "sectPr"):
        shown = {"default", *(["first"] if is_on(section, "titlePg") else []), *(["even"] if even else [])}
        for name, ids in used.items():
            for reference in section.findall(WORD + name):
                into = ids if (reference.get(WORD + "type") or "default") in shown else unused
                into.add(reference.get(RELATION_ID) or "")
    return used["headerReference"], used["footerReference"], unused


def _notes(
    package: Package, main: str, root: etree._Element, kind: str, rendition: Rendition
) -> Iterator[etree._Element]:
    part = package.part(package.beside(main, f"{kind}s", f"word/{kind}s.xml"))
    if part is None:
        return
    used = {each.get(WORD + "id") for each in root.iter(f"{WORD}{kind}Reference")}
    for note in part.findall(WORD + kind):
        if note.get(WORD + "id") in used:
            yield note
        elif note.get(WORD + "type") not in SEPARATORS or "".join(texts_of(note)).strip():
            rendition.hide("unshown-note", "".join(texts_of(note)))


def read_sides(package: Package, main: str, root: etree._Element, rendition: Rendition) -> None:
    """Report comments, document variables, mail merge, the names of bookmarks and of those who changed the text."""
    for name in {*package.named(COMMENTS), *package.related(main, "comments")}:
        comments = package.part(name)
        for comment in comments.iter(WORD + "comment") if comments is not None else ():
            rendition.count("comments")
            rendition.hide("comment", " ".join(_paragraphs(comment)))
            rendition.hide("author", comment.get(WORD + "author"))
    settings = _settings(package, main)
    for variable in settings.iter(WORD + "docVar") if settings is not None else ():
        rendition.hide("document-variable", f"{variable.get(WORD + 'name')} {variable.get(WORD + 'val')}")
    for merge in settings.iter(WORD + "mailMerge") if settings is not None else ():
        rendition.hide("mail-merge", " ".join(texts_of(merge, with_attributes=True)))
    for mark in root.iter(WORD + "bookmarkStart"):
        name = mark.get(WORD + "name") or ""
        if not SYSTEM_BOOKMARKS.match(name):
            rendition.hide("bookmark", name)
    for author in sorted({element.get(WORD + "author") or "" for element in root.iter()}):
        rendition.hide("author", author)


def _paragraphs(parent: etree._Element) -> Iterator[str]:
    for paragraph in parent.iter(WORD + "p"):
        yield "".join(text.text or "" for text in paragraph.iter(WORD + "t", WORD + "delText"))


def form_field(element: etree._Element, rendition: Rendition) -> None:
    """Report what a form field or a content control holds besides its text: choices, help, names, defaults."""
    data = element.find(WORD + "ffData")
    if data is not None:
        rendition.count("form-fields")
    for part in data.iter() if data is not None else ():
        rendition.hide("form-field", _unless_system(part.get(WORD + "val")))
    if element.tag == WORD + "sdtPr":
        for name in ("alias", "tag"):
            rendition.hide("form-field", value(element, name))
        for item in element.iter(WORD + "listItem"):
            rendition.hide("form-field", f"{item.get(WORD + 'displayText') or ''} {item.get(WORD + 'value') or ''}")


def _unless_system(written: str | None) -> str:
    return written if written and len(written) > 1 and written not in ("auto", "default", "regular") else ""


def drawing_scene(element: etree._Element, scene: Scene, rendition: Rendition) -> Scene:
    """The scene in a drawing's element; reports the description of a picture."""
    if element.tag == SHAPE:
        return scene
    if element.tag.endswith("}docPr"):
        for name in ("descr", "title"):
            rendition.hide("alternative-text", element.get(name))
    elif element.tag.startswith("{urn:schemas-microsoft-com:vml}"):
        rendition.hide("alternative-text", element.get("alt"))
        rendition.hide("alternative-text", element.get("string"))
        if HIDING_STYLE.search(element.get("style") or ""):
            return scene.unseen("hidden-text")
        return scene.on(colour(element.get("fillcolor")))
    properties = element.find(ANCHOR + "docPr")
    if properties is not None and properties.get("hidden") in ("1", "true"):
        return scene.unseen("hidden-text")
    if any(_is_far(offset.text) for offset in element.findall(f"*/{ANCHOR}posOffset")):
        return scene.unseen("off-page")
    filled = element.find(f"{SHAPE}/{DRAWING}solidFill/{DRAWING}srgbClr")
    return scene.on(colour(filled.get("val")) if filled is not None else None)


def _is_far(offset: str | None) -> bool:
    written = (offset or "").strip()
    return written.lstrip("-").isdecimal() and abs(int(written[:12])) > FAR_AWAY_EMU
