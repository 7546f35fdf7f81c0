"""What a PDF's objects hold that no page shows: texts beside the pages, scripts, attached files, layers, fonts.

Every object is looked at, whether anything leads to it or not, since a reader that repairs files may find it. Streams
are not unpacked, but for the metadata. Objects are told apart by their written form, which is quick; only those that
name something of interest are opened.
"""

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pikepdf

from torvet.pure.extraction.model import HiddenText
from torvet.pure.extraction.xmp import MAX_BYTES as MAX_XMP_BYTES
from torvet.pure.extraction.xmp import texts_of_xmp

MAX_OBJECTS = 500_000
MAX_DEPTH = 12
MAX_FORMS = 100
MAX_TREE_NODES = 20_000
MAX_TEXT_CHARACTERS = 100_000
MAX_TEXTS = 20_000

INTERESTING = re.compile(
    rb"/(?:JS|JavaScript|ActualText|Alt|E|Thumb|PieceInfo|Metadata|EF|V|DV|TU|Type3|Identity-[HV])(?![A-Za-z0-9])"
)
TEXT_KEYS = (("/ActualText", "actual-text"), ("/Alt", "alternative-text"), ("/E", "expansion"))
FIELD_KEYS = ("/V", "/DV", "/TU")
PROGRAM_PROPERTIES = {"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/Title", "/Author"}
PROGRAM_DESTINATIONS = re.compile(
    r"^(?:_?[A-Za-z]{1,20}[._-]?)?[A-Za-z]{0,2}[\d.]{1,40}[a-z]?$|^Doc-Start$|^(?:cite|page|bookmark)[.:]"
)
FAULTS = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RuntimeError)
"""What pikepdf raises on objects that are not what they should be; recursion is a RuntimeError."""


@dataclass
class Inventory:
    """What was found; `distrusted_pages` use fonts of which nobody can say what their letters mean."""

    hidden: list[HiddenText] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    attached: set[str] = field(default_factory=set)
    distrusted_pages: set[int] = field(default_factory=set)
    has_scripts: bool = False
    is_whole: bool = True

    def add(self, place: str, text: object) -> None:
        """Note a text unless there are too many already."""
        words = str(text)[:MAX_TEXT_CHARACTERS].strip()
        if words and len(self.hidden) < MAX_TEXTS:
            self.hidden.append(HiddenText(place, words))


def take_inventory(data: bytes) -> Inventory:
    """Look at every object of a PDF that PDFium could open; `is_whole` is False if that was not possible.

    Linear in the number of objects.
    """
    inventory = Inventory()
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            _Stocktaker(document, inventory).take()
    except FAULTS:
        inventory.is_whole = False
    inventory.hidden = list(dict.fromkeys(inventory.hidden))
    return inventory


class _Stocktaker:
    """Goes through one document."""

    def __init__(self, document: pikepdf.Pdf, inventory: Inventory) -> None:
        self._document = document
        self._inventory = inventory
        self._fonts: set[tuple[int, int]] = set()

    def take(self) -> None:
        for number, entry in enumerate(self._document.objects):
            if number >= MAX_OBJECTS:
                self._inventory.is_whole = False
                break
            self._object(entry)
        for step in (self._layers, self._properties, self._labels, self._destinations, self._font_pages):
            try:
                step()
            except FAULTS:
                self._inventory.is_whole = False

    def _object(self, entry: Any) -> None:
        if isinstance(entry, pikepdf.Stream):
            entry = entry.stream_dict
        elif not isinstance(entry, pikepdf.Dictionary | pikepdf.Array):
            return
        if INTERESTING.search(entry.unparse(resolved=True)):
            for dictionary in _dictionaries(entry, 0):
                try:
                    self._dictionary(dictionary, entry)
                except FAULTS:
                    self._inventory.is_whole = False

    def _dictionary(self, found: pikepdf.Dictionary, owner: Any) -> None:
        inventory = self._inventory
        keys = found.keys()
        if "/JS" in keys or found.get("/S") == "/JavaScript":
            inventory.has_scripts = True
        if "/EF" in keys:
            name = _text(found.get("/UF")) or _text(found.get("/F"))
            inventory.attached.add(name or f"{len(inventory.attached)}")
            inventory.add("attachment-name", name)
        for key, place in TEXT_KEYS:
            if key in keys and isinstance(found[key], pikepdf.String):
                inventory.add(place, found[key])
        for key in ("/Thumb", "/PieceInfo"):
            inventory.counts[key] += key in keys
        if "/Metadata" in keys:
            self._metadata(found["/Metadata"])
        self._field(found, keys)
        self._font(found, owner)

    def _metadata(self, stream: Any) -> None:
        if isinstance(stream, pikepdf.Stream):
            for text in texts_of_xmp(_unpacked(stream)):
                self._inventory.add("metadata", text)

    def _field(self, found: pikepdf.Dictionary, keys: set[str]) -> None:
        if not keys & {"/FT", "/T"} and found.get("/Subtype") != "/Widget":
            return
        for key in FIELD_KEYS:
            if key in keys and isinstance(found[key], pikepdf.String):
                self._inventory.add("form-field", found[key])

    def _font(self, found: pikepdf.Dictionary, owner: Any) -> None:
        kind = found.get("/Subtype")
        is_unmapped = (
            kind == "/Type0" and "/ToUnicode" not in found and str(found.get("/Encoding")).startswith("/Ident")
        )
        if kind == "/Type3" or is_unmapped:
            self._fonts.add(owner.objgen if found is owner else (-1, -1))

    def _layers(self) -> None:
        """The layers that are not shown unless a reader switches them on."""
        layers = self._document.Root.get("/OCProperties")
        if layers is None:
            return
        default = layers.get("/D", pikepdf.Dictionary())
        off = list(default.get("/OFF", []))
        if default.get("/BaseState") == "/OFF":
            shown = {layer.objgen for layer in default.get("/ON", [])}
            off += [layer for layer in layers.get("/OCGs", []) if layer.objgen not in shown]
        for layer in off:
            self._inventory.counts["layers-off"] += 1
            self._inventory.add("layer-off", _text(layer.get("/Name")))

    def _properties(self) -> None:
        information = self._document.trailer.get("/Info", pikepdf.Dictionary())
        for key in information.keys() - PROGRAM_PROPERTIES:
            self._inventory.add("metadata", _text(information[key]))

    def _labels(self) -> None:
        labels = self._document.Root.get("/PageLabels")
        for node in _tree(labels):
            for entry in _list(node, "/Nums"):
                if isinstance(entry, pikepdf.Dictionary):
                    self._inventory.add("page-label", _text(entry.get("/P")))

    def _destinations(self) -> None:
        root = self._document.Root
        trees = root.get("/Names", pikepdf.Dictionary())
        names = [_text(entry) for node in _tree(trees.get("/Dests")) for entry in _list(node, "/Names")]
        names += [key[1:] for key, _ in root.get("/Dests", pikepdf.Dictionary()).items()]
        for name in names:
            if name and not PROGRAM_DESTINATIONS.match(name):
                self._inventory.add("destination", name)

    def _font_pages(self) -> None:
        if not self._fonts:
            return
        for number, page in enumerate(self._document.pages, 1):
            if any(self._is_distrusted(font) for font in _fonts(page.resources, 0)):
                self._inventory.distrusted_pages.add(number)

    def _is_distrusted(self, font: Any) -> bool:
        return font.objgen in self._fonts or (font.objgen == (0, 0) and (-1, -1) in self._fonts)


def _dictionaries(entry: Any, depth: int) -> Iterator[pikepdf.Dictionary]:
    """A dictionary and those that stand in it directly, not those it refers to."""
    if depth > MAX_DEPTH:
        return
    if isinstance(entry, pikepdf.Dictionary):
        yield entry
        inner = [value for _, value in entry.items()]
    elif isinstance(entry, pikepdf.Array):
        inner = list(entry)
    else:
        return
    for each in inner:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Array) and not each.is_indirect:
            yield from _dictionaries(each, depth + 1)


def _tree(root: Any) -> Iterator[pikepdf.Dictionary]:
    """The nodes of a name or number tree, each once."""
    waiting = [root] if isinstance(root, pikepdf.Dictionary) else []
    seen: set[tuple[int, int]] = set()
    for _ in range(MAX_TREE_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        yield node
        waiting += _list(node, "/Kids")


def _list(node: pikepdf.Dictionary, key: str) -> list[Any]:
    entries: Any = node.get(key)
    return list(entries) if isinstance(entries, pikepdf.Array) else []


def _fonts(resources: Any, depth: int) -> Iterator[Any]:
    """The fonts that a page or a form in it may use."""
    if depth > MAX_DEPTH or not isinstance(resources, pikepdf.Dictionary):
        return
    fonts = resources.get("/Font", pikepdf.Dictionary())
    yield from (font for _, font in fonts.items())
    forms = resources.get("/XObject", pikepdf.Dictionary())
    for _, form in islice(forms.items(), MAX_FORMS):
        if form.get("/Subtype") == "/Form":
            yield from _fonts(form.get("/Resources"), depth + 1)


def _unpacked(stream: pikepdf.Stream) -> bytes:
    """The first megabytes of a stream that is plain or deflated."""
    raw = stream.read_raw_bytes()
    kind = stream.get("/Filter")
    if isinstance(kind, pikepdf.Array):
        kind = kind[0] if len(kind) == 1 else pikepdf.Name.Unknown
    if kind is None:
        return raw[:MAX_XMP_BYTES]
    if kind != "/FlateDecode":
        return b""
    try:
        return zlib.decompressobj().decompress(raw, MAX_XMP_BYTES)
    except zlib.error:
        return b""


def _text(entry: Any) -> str:
    return str(entry) if isinstance(entry, pikepdf.String) else ""
