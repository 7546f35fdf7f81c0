"""The package of an OpenDocument file (ODF 1.3, part 2): parts, and what stands beside the document.

As for OOXML, every part is reported: properties, settings, macros, objects, earlier versions and what the manifest
does not name.
"""

import re

from lxml import etree

from torvet.pure.extraction.archive import Archive
from torvet.pure.extraction.package import parse_part
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.remains import strings_of, texts_of
from torvet.pure.extraction.rendition import Rendition

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
SCRIPT = "{urn:oasis:names:tc:opendocument:xmlns:script:1.0}"
LINK = "{http://www.w3.org/1999/xlink}href"

UNTOLD = {
    *("generator", "creation-date", "date", "editing-cycles", "editing-duration", "document-statistic"),
    *("print-date", "language", "auto-reload", "hyperlink-behaviour"),
}
PLACES = (
    (re.compile(r"^(?:Basic|Scripts|Dialogs)/"), "macro"),
    (re.compile(r"^Versions/|^VersionList\.xml$"), "earlier-version"),
    (re.compile(r"^manifest\.rdf$"), "metadata"),
)
OBJECT = re.compile(r"^([^/]+/)+content\.xml$")
PICTURES = re.compile(r"^Pictures/[^/]+$")
SAYING_NOTHING = re.compile(
    r"^(?:mimetype$|META-INF/|Thumbnails/|Configurations2/|ObjectReplacements/|layout-cache$|Pictures/)|"
    r"/(?:styles|settings|meta)\.xml$"
)
TELLING_SETTING = re.compile(r"[^\W\d_]{3}")
BINARY_SETTINGS = {"PrinterSetup"}
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]{1,20}:|/|\.\./)", re.IGNORECASE)
PLAIN_LINKS = {"a", "event-listener"}


class OdfPackage:
    """An ODF file opened with suspicion; an encrypted one is refused."""

    def __init__(self, data: bytes, rendition: Rendition) -> None:
        self.archive = Archive(data)
        self._rendition = rendition
        self._read: set[str] = set()
        self._manifest = self.part("META-INF/manifest.xml")
        if self._manifest is not None and next(self._manifest.iter(MANIFEST + "encryption-data"), None) is not None:
            raise ExtractionRefused(RefusalCode.ENCRYPTED)

    def part(self, name: str) -> etree._Element | None:
        """Parse a part; None if it is not there."""
        data = self.archive.read(name)
        self._read.add(name)
        return parse_part(data, self._rendition) if data else None

    def body(self, kind: str) -> tuple[etree._Element, etree._Element]:
        """The content and in it the body of a kind; raises ExtractionRefused where there is none."""
        content = self.part("content.xml")
        body = content.find(f"{OFFICE}body/{OFFICE}{kind}") if content is not None else None
        if content is None or body is None:
            raise ExtractionRefused(RefusalCode.UNREADABLE, "ODF")
        self._report_links(content)
        return content, body

    def read_beside(self) -> None:
        """Report what stands beside the document; to be called when the reader has read its parts."""
        self._read_properties()
        self._read_settings()
        named = {each.get(MANIFEST + "full-path") for each in self._manifest} if self._manifest is not None else set()
        for name in self.archive.names:
            if name in self._read or name.endswith("/"):
                continue
            if PICTURES.match(name):
                self._rendition.count("images-left-out")
            if name not in named and not name.startswith(("META-INF/", "mimetype")):
                self._rendition.count("unused-parts")
                self._report("unused-part", name)
            elif OBJECT.match(name):
                self._report_object(name)
            elif not SAYING_NOTHING.search(name):
                self._report(next((place for pattern, place in PLACES if pattern.search(name)), "other-part"), name)

    def _report(self, place: str, name: str) -> None:
        if place == "macro":
            self._rendition.mark("macros")
        elif place == "earlier-version":
            self._rendition.count("embedded-objects")
        elif place == "other-part":
            # A part that the manifest names and no reader knows is somebody's file.
            self._rendition.count("embedded-objects")
            place = "embedded-object"
        if name.endswith((".xml", ".rdf", ".xlb", ".xdl")):
            root = self.part(name)
            attributes = not name.endswith(".rdf")
            texts = texts_of(root, with_attributes=attributes) if root is not None else iter(())
            self._rendition.hide(place, " ".join(texts))
        else:
            self._rendition.hide(place, " ".join(strings_of(self.archive.read(name))))

    def _report_object(self, name: str) -> None:
        root = self.part(name)
        if root is None:
            return
        is_chart = root.find(f"{OFFICE}body/{OFFICE}chart") is not None
        self._rendition.count("charts-left-out" if is_chart else "embedded-objects")
        self._rendition.hide("chart-data" if is_chart else "embedded-object", " ".join(texts_of(root)))

    def _read_properties(self) -> None:
        root = self.part("meta.xml")
        for element in root.iterfind(f"{OFFICE}meta/*") if root is not None else ():
            local = etree.QName(element).localname
            if local in UNTOLD:
                continue
            text = " ".join(texts_of(element, with_attributes=True)).strip()
            place = {"title": "title", "creator": "author", "initial-creator": "author", "printed-by": "author"}
            self._rendition.hide(place.get(local, "metadata"), text)
            if local == "title" and text:
                self._rendition.title = " ".join(text.split())

    def _read_settings(self) -> None:
        root = self.part("settings.xml")
        for item in root.iter(CONFIG + "config-item") if root is not None else ():
            is_text = item.get(CONFIG + "type") == "string" and item.get(CONFIG + "name") not in BINARY_SETTINGS
            if is_text and TELLING_SETTING.search(item.text or ""):
                self._rendition.hide("setting", item.text)

    def _report_links(self, content: etree._Element) -> None:
        """Report addresses outside the file, and scripts that something calls."""
        for element in content.iter():
            target = element.get(LINK) or ""
            if OUTSIDE.match(target):
                self._rendition.hide("link", target)
                if etree.QName(element).localname not in PLAIN_LINKS:
                    self._rendition.count("external-links")
            if element.tag == SCRIPT + "event-listener":
                self._rendition.mark("macros")
        scripts = content.find(OFFICE + "scripts")
        if scripts is not None and "".join(texts_of(scripts)).strip():
            self._rendition.mark("macros")
            self._rendition.hide("macro", " ".join(texts_of(scripts)))
