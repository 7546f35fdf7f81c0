"""The package of an OOXML file (ISO 29500-2): parts, what refers to what, and what stands beside the document.

`Package` gives the readers of DOCX, XLSX and PPTX their parts. `read_beside` reports everything a reader left:
properties, custom XML, embedded files, macros, links, and the parts that nothing refers to, so that no part of
a file goes unreported because nobody thought of it.
"""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from torvet.pure.extraction.archive import Archive
from torvet.pure.extraction.markup import parse_xml
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.remains import strings_of, texts_of
from torvet.pure.extraction.rendition import Rendition

RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT = b"http://purl.oclc.org/ooxml/"
STRICT_NAMESPACES = (
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    *((kind + b"/main", kind + b"/2006/main") for kind in (b"wordprocessingml", b"spreadsheetml", b"presentationml")),
    *((b"drawingml/" + kind, b"drawingml/2006/" + kind) for kind in (b"main", b"chart", b"wordprocessingDrawing")),
    *((b"drawingml/" + kind, b"drawingml/2006/" + kind) for kind in (b"spreadsheetDrawing", b"diagram")),
    (b"officeDocument/math", b"officeDocument/2006/math"),
)
"""The strict form of the format has its own names for the same things (ISO 29500-1 and -4)."""

MAX_TAGS = 2_000_000
"""In one part: a sheet of 200,000 cells has 1,000,000. The tree takes some 150 bytes for each."""

UNTOLD_PROPERTIES = {
    *("created", "modified", "lastPrinted", "revision", "version", "language", "Template", "TotalTime", "Pages"),
    *("Words", "Characters", "Application", "DocSecurity", "Lines", "Paragraphs", "ScaleCrop", "LinksUpToDate"),
    *("CharactersWithSpaces", "SharedDoc", "HyperlinksChanged", "AppVersion", "HeadingPairs", "TitlesOfParts"),
    *("Slides", "Notes", "HiddenSlides", "MMClips", "PresentationFormat"),
}
"""Properties that software writes and that say nothing of people."""

MAX_EMPTY_BYTES = 2_000
PLAIN_LINKS = {"hyperlink"}
EMBEDDED_KINDS = {"oleObject", "package", "aFChunk", "control", "activeXControlBinary", "audio", "video", "media"}
EMBEDDED_FOLDERS = re.compile(r"^(?:word|xl|ppt)/(?:embeddings|activeX)/[^/]+$")
MACROS = re.compile(r"(?:vbaProject\.bin|/macrosheets/[^/]+\.xml|/dialogsheets/[^/]+\.xml)$")
CHARTS = re.compile(r"^(?:word|xl|ppt)/(?:charts/chart(?:Ex)?\d*\.xml|diagrams/data\d*\.xml)$")
PICTURES = re.compile(r"^(?:word|xl|ppt)/media/[^/]+$")
CUSTOM_XML = re.compile(r"^customXml/item\d*\.xml$")

PLACES = (
    (re.compile(r"^customXml/"), "custom-xml"),
    (re.compile(r"^(?:word|xl|ppt)/(?:charts|diagrams)/"), "chart-data"),
    (re.compile(r"/glossary/document\.xml$"), "glossary"),
    (re.compile(r"(?:people|persons?/person\d*|commentAuthors|authors)\.xml$"), "author"),
    (re.compile(r"/tags/"), "metadata"),
    (MACROS, "macro"),
)
"""Where text is said to be that stands in a part which no reader has read."""

SAYING_NOTHING = re.compile(
    r"(?:theme/theme\d*|styles|stylesWithEffects|fontTable|webSettings|numbering|calcChain|presProps|viewProps|"
    r"tableStyles|printerSettings\d*|commentsIds|commentsExtended|commentsExtensible|(?:colors|style)\d+|"
    r"ctrlProps/ctrlProp\d*|customXml/itemProps\d*)\.(?:xml|bin)$"
)
"""Parts of looks and settings; the names of styles in them are not read."""

XML_ENDINGS = (".xml", ".vml", ".rels")


@dataclass(frozen=True, slots=True)
class Relation:
    """One reference of a part: `kind` is the last word of its type, `target` a part's name or an address."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """An OOXML file opened with suspicion; parts are parsed without entities and within limits."""

    def __init__(self, data: bytes, rendition: Rendition) -> None:
        self.archive = Archive(data)
        self._names = {name.lower(): name for name in self.archive.names}
        self._rendition = rendition
        self._read: set[str] = set()

    @property
    def names(self) -> list[str]:
        """The names of the parts; folders are none."""
        return [name for name in self.archive.names if not name.endswith("/")]

    def main(self, otherwise: str) -> str:
        """The name of the document's own part."""
        return next(iter(self.related("", "officeDocument")), otherwise)

    def part(self, name: str) -> etree._Element | None:
        """Parse a part; comments between its elements are reported and taken out. None if it is not there."""
        data = self.archive.read(name)
        self._read.add(name)
        return parse_part(data, self._rendition) if data else None

    def relations(self, name: str) -> list[Relation]:
        """What a part refers to; "" for the package itself."""
        folder, _, base = name.rpartition("/")
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        return [self._relation(each, folder) for each in (root if root is not None else ())]

    def _relation(self, element: etree._Element, folder: str) -> Relation:
        target = element.get("Target") or ""
        external = element.get("TargetMode") == "External"
        if not external:
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            target = self._names.get(path.lower()) or self._names.get(unquote(path).lower(), path)
        kind = (element.get("Type") or "").rsplit("/", 1)[-1]
        return Relation(element.get("Id") or "", kind, target, external)

    def related(self, name: str, kind: str) -> list[str]:
        """The names of the parts of one kind that a part refers to, in the file's order."""
        return [each.target for each in self.relations(name) if each.kind == kind and not each.external]

    def beside(self, name: str, kind: str, otherwise: str) -> str:
        """The name of the one part of a kind beside another, `otherwise` where nothing refers to one."""
        return next(iter(self.related(name, kind)), otherwise)

    def named(self, pattern: re.Pattern[str]) -> list[str]:
        """The parts whose names match, in order."""
        return sorted(name for name in self.names if pattern.search(name))

    def read_beside(self) -> None:
        """Report what stands beside the document; to be called when the reader has read its parts."""
        relations = [each for name in self.names if name.endswith(".rels") for each in self._relations_in(name)]
        self._read_properties()
        self._report_links(relations)
        used = {each.target for each in relations if not each.external}
        embedded = {each.target for each in relations if each.kind in EMBEDDED_KINDS and not each.external}
        for name in self.names:
            self._count(name, name in embedded)
            if name not in self._read:
                self._report(name, is_embedded=name in embedded, is_used=name in used)

    def _relations_in(self, name: str) -> list[Relation]:
        folder, _, file = name.rpartition("_rels/")
        return self.relations(folder + file.removesuffix(".rels"))

    def _read_properties(self) -> None:
        for name in self.named(re.compile(r"^docProps/(?:core|app|custom)\.xml$")):
            root = self.part(name)
            for element in root if root is not None else ():
                local = etree.QName(element).localname
                if local in UNTOLD_PROPERTIES:
                    continue
                text = " ".join([element.get("name") or "", *texts_of(element)]).strip()
                place = {"title": "title", "creator": "author", "lastModifiedBy": "author"}.get(local, "metadata")
                self._rendition.hide(place, text)
                if local == "title" and text:
                    self._rendition.title = " ".join(text.split())

    def _report_links(self, relations: list[Relation]) -> None:
        outside = [each for each in relations if each.external]
        for each in outside:
            self._rendition.hide("link", unquote(each.target))
        self._rendition.count("external-links", sum(each.kind not in PLAIN_LINKS for each in outside))

    def _count(self, name: str, is_embedded: bool) -> None:
        if is_embedded or EMBEDDED_FOLDERS.match(name):
            self._rendition.count("embedded-objects")
        elif PICTURES.match(name):
            self._rendition.count("images-left-out")
        elif CHARTS.match(name):
            self._rendition.count("charts-left-out")
        elif CUSTOM_XML.match(name) and not self._is_empty_bibliography(name):
            self._rendition.count("custom-xml")
        if MACROS.search(name):
            self._rendition.mark("macros")

    def _is_empty_bibliography(self, name: str) -> bool:
        """True for the list of sources that Word keeps in every document, if nothing stands in it."""
        data = self.archive.read(name)
        if len(data) > MAX_EMPTY_BYTES or b"Sources" not in data:
            return False
        root = self.part(name)
        return root is not None and etree.QName(root).localname == "Sources" and len(root) == 0 and not root.text

    def _report(self, name: str, *, is_embedded: bool, is_used: bool) -> None:
        """Report the text of a part that was not read."""
        if name == "[Content_Types].xml" or SAYING_NOTHING.search(name) or name.startswith("docProps/thumbnail"):
            return
        if is_embedded or EMBEDDED_FOLDERS.match(name):
            self._hide_strings("embedded-object", name)
            return
        place = next((place for pattern, place in PLACES if pattern.search(name)), "other-part")
        if not is_used:
            self._rendition.count("unused-parts")
            place = "unused-part" if place == "other-part" else place
        if name.endswith(XML_ENDINGS):
            self._hide_texts(place, name)
        elif not PICTURES.match(name):
            self._hide_strings(place, name)

    def _hide_texts(self, place: str, name: str) -> None:
        try:
            root = self.part(name)
        except ExtractionRefused as refused:
            # What nothing refers to need not be well-formed, as the drawings of old readers often are not.
            if refused.code is not RefusalCode.UNREADABLE:
                raise
            self._hide_strings(place, name)
            return
        self._rendition.hide(place, " ".join(texts_of(root, with_attributes=True)) if root is not None else "")

    def _hide_strings(self, place: str, name: str) -> None:
        self._rendition.hide(place, " ".join(strings_of(self.archive.read(name))))


def parse_part(data: bytes, rendition: Rendition) -> etree._Element:
    """Parse a part of any Office file; comments between its elements are reported and taken out."""
    if data.count(b"<") > MAX_TAGS:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_TAGS} elementer")
    if STRICT in data:
        for strict, transitional in STRICT_NAMESPACES:
            transitional = b"http://schemas.openxmlformats.org/" + transitional
            data = data.replace(STRICT + strict, transitional)
    root = parse_xml(data)
    for remark in root.iter(etree.Comment, etree.PI):
        rendition.hide("xml-comment", remark.text)
    etree.strip_elements(root, etree.Comment, etree.PI, with_tail=False)
    return root
