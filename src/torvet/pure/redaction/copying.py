"""Copies fonts, images, colours and states into a new file by the allow-list, and renames every resource.

Nothing is taken over as it is: dictionaries are made anew with allowed keys only, streams are decoded and
written again, and picture files lose their own metadata. Content streams are not copied here; the rewriter
writes them.
"""

import re
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf

from torvet.pure.redaction import allowlist
from torvet.pure.redaction.problems import PageResists, RasterReason

PICTURE_FILTERS = frozenset({"/DCTDecode", "/DCT", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode"})
FLATE = frozenset({"/FlateDecode", "/Fl"})
DEVICE_SPACES = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"})
_JPEG_START_OF_SCAN = b"\xda"
_JPEG_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_MAX_JPEG_SEGMENTS = 10_000
_FLATE_STEP = 1 << 20
_MAX_FLATE_STEPS = 1_000  # a gigabyte: more is an attack


class Copier:
    """Copies objects of one source file into one new file, each once."""

    def __init__(self, target: pikepdf.Pdf) -> None:
        self.target = target
        self._copies: dict[tuple[tuple[int, int], str], pikepdf.Object] = {}

    def copy(self, value: object, kind: str, depth: int = 0) -> object:
        """Copy a value of a kind named in the allow-list; raises PageResists for what has no safe form."""
        kind = allowlist.kind_of(kind, value)
        if depth > allowlist.MAX_DEPTH:
            raise PageResists(RasterReason.UNREADABLE_CONTENT)
        if not isinstance(value, pikepdf.Object):
            return value
        if not value.is_indirect:
            return self._copy_new(value, kind, depth)
        key = (value.objgen, kind)
        if key not in self._copies:
            copy = self._copy_new(value, kind, depth)
            if not isinstance(copy, pikepdf.Object):
                return copy
            self._copies[key] = copy if copy.is_indirect else self.target.make_indirect(copy)
        return self._copies[key]

    def _copy_new(self, value: pikepdf.Object, kind: str, depth: int) -> object:
        if isinstance(value, pikepdf.Name):
            return pikepdf.Name(str(value))
        if isinstance(value, pikepdf.String):
            return pikepdf.String(bytes(value))
        if isinstance(value, pikepdf.Array):
            return self._copy_array(value, kind, depth)
        if isinstance(value, pikepdf.Stream):
            return self._copy_stream(value, kind, depth)
        return pikepdf.Dictionary(self._copy_keys(value, kind, depth))

    def _copy_keys(self, value: pikepdf.Object, kind: str, depth: int) -> dict[str, object]:
        self._refuse(value, kind)
        allowed = allowlist.KINDS.get(kind)
        if allowed is None:
            raise PageResists(RasterReason.UNREADABLE_CONTENT)
        copies: dict[str, object] = {}
        for key in allowed.keys() & set(value.keys()):
            if key not in ("/Length", "/Filter", "/DecodeParms") and allowed[key] != allowlist.DROPPED:
                copies[key] = self.copy(value[key], allowed[key], depth + 1)
        return dict(sorted(copies.items()))

    def _refuse(self, value: pikepdf.Object, kind: str) -> None:
        """Refuse what carries a picture of its own that nobody looked through."""
        if kind == "graphics_state":
            if str(value.get("/SMask", "/None")) != "/None":
                raise PageResists(RasterReason.SOFT_MASK)
            if "/Font" in value:
                raise PageResists(RasterReason.UNREADABLE_CONTENT)
        if kind == "pattern" and value.get("/PatternType") != 2:
            raise PageResists(RasterReason.PATTERN)
        if kind in ("image", "form") and "/OC" in value:
            raise PageResists(RasterReason.LAYERS)

    def _copy_array(self, value: pikepdf.Array, kind: str, depth: int) -> pikepdf.Array:
        if kind == "colour_space":
            parts = allowlist.colour_space_parts(value)
            if parts is None:
                raise PageResists(RasterReason.UNREADABLE_CONTENT)
            pairs = zip(value, parts, strict=False)
            return pikepdf.Array([self.copy(item, part, depth + 1) for item, part in pairs])
        inner = allowlist.LISTS.get(kind, allowlist.NUMBERS if kind == allowlist.NUMBERS else allowlist.VALUE)
        return pikepdf.Array([self.copy(item, inner, depth + 1) for item in value])

    def _copy_stream(self, value: pikepdf.Stream, kind: str, depth: int) -> pikepdf.Object:
        if kind == "lookup":
            kind = "plain_stream"
        keys = self._copy_keys(value, kind, depth)
        data, filters = _picture_data(value) if kind == "image" else (value.read_bytes(), None)
        stream = self.target.make_stream(data, keys)
        if filters is not None:
            stream["/Filter"] = pikepdf.Name(filters)
            if "/DecodeParms" in value:
                stream["/DecodeParms"] = self.copy(_only(value["/DecodeParms"]), "decode_parms", depth + 1)
        return stream


class ResourceScope:
    """The resources of one content stream: old names in, new names out, copied when first used."""

    def __init__(self, source: pikepdf.Object, copier: Copier) -> None:
        self.source = source
        self._copier = copier
        self._names: dict[tuple[str, str], pikepdf.Name] = {}
        self._built: dict[str, dict[str, object]] = {}

    def find(self, category: str, name: str) -> pikepdf.Object:
        """Give a resource of the source; raises PageResists where it is missing."""
        group: Any = self.source.get(category, {})
        found = group.get(name)
        if not isinstance(found, pikepdf.Object):
            raise PageResists(RasterReason.UNREADABLE_CONTENT)
        return found

    def use(self, category: str, name: str) -> pikepdf.Name:
        """Copy a resource, and give the name it has in the new file."""
        kind = allowlist.KINDS["resources"][category]
        return self._name(category, name, lambda: self._copier.copy(self.find(category, name), allowlist.MAPS[kind]))

    def put(self, category: str, key: str, made: pikepdf.Object) -> pikepdf.Name:
        """Add an object of ours, and give its name; the same key gives the same name."""
        return self._name(category, f"made {key}", lambda: made)

    def _name(self, category: str, key: str, make: Callable[[], object]) -> pikepdf.Name:
        if (category, key) not in self._names:
            made = make()
            group = self._built.setdefault(category, {})
            new = f"/{category[1]}{len(group)}"
            group[new] = made
            self._names[category, key] = pikepdf.Name(new)
        return self._names[category, key]

    def build(self) -> pikepdf.Dictionary:
        """Give the resource dictionary of the new content stream."""
        defaults: Any = self.source.get("/ColorSpace", {})
        for name in ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK"):
            if name in defaults:
                copy = self._copier.copy(defaults[name], "colour_space")
                self._built.setdefault("/ColorSpace", {})[name] = copy
        return pikepdf.Dictionary({key: pikepdf.Dictionary(group) for key, group in sorted(self._built.items())})


def _only(value: object) -> object:
    """Give the one item of an array, or the value itself; a null item is an empty dictionary."""
    if isinstance(value, pikepdf.Array):
        value = value[0] if len(value) else None
    return pikepdf.Dictionary() if value is None else value


def _picture_data(stream: pikepdf.Stream) -> tuple[bytes, str | None]:
    """Give an image's data and the filter that it keeps, without anything that rode along."""
    filters = stream.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if len(names) == 1 and names[0] in PICTURE_FILTERS:
        raw = stream.read_raw_bytes()
        return (clean_jpeg(raw), "/DCTDecode") if names[0] in ("/DCTDecode", "/DCT") else (raw, names[0])
    if len(names) == 1 and names[0] in FLATE:
        return _cut_flate(stream.read_raw_bytes()), "/FlateDecode"
    if any(name in PICTURE_FILTERS or name == "/JPXDecode" for name in names):
        raise PageResists(RasterReason.IMAGE_FORMAT)
    return stream.read_bytes(), None


def _cut_flate(raw: bytes) -> bytes:
    """Drop bytes after the end of compressed data: no reader shows them, and anyone can read them."""
    inflater = zlib.decompressobj()
    pending = raw
    try:
        for _ in range(_MAX_FLATE_STEPS):
            inflater.decompress(pending, _FLATE_STEP)
            pending = inflater.unconsumed_tail
            if inflater.eof or not pending:
                return raw[: len(raw) - len(inflater.unused_data)]
    except zlib.error as error:
        raise PageResists(RasterReason.IMAGE_FORMAT) from error
    raise PageResists(RasterReason.IMAGE_FORMAT)


def clean_jpeg(data: bytes) -> bytes:
    """Drop a JPEG's comments, EXIF, XMP, thumbnails and whatever follows its end; pixels stay as they are."""
    if data[:2] != b"\xff\xd8":
        raise PageResists(RasterReason.IMAGE_FORMAT)
    kept = [data[:2]]
    position = 2
    for _ in range(_MAX_JPEG_SEGMENTS):
        marker = data[position + 1 : position + 2]
        if data[position : position + 1] != b"\xff" or not marker:
            break
        if marker == b"\xff":  # fill byte
            position += 1
            continue
        if marker == b"\xd9":
            return b"".join([*kept, b"\xff\xd9"])
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        if marker == _JPEG_START_OF_SCAN:
            following = _JPEG_AFTER_SCAN.search(data, end)
            end = following.start() if following else len(data)
        if _is_kept_segment(marker[0], data[position + 4 : end]):
            kept.append(data[position:end])
        position = end
    raise PageResists(RasterReason.IMAGE_FORMAT)


def _is_kept_segment(marker: int, body: bytes) -> bool:
    """Keep what colour depends on, the JFIF header and Adobe's flag (ITU-T T.871, T.872); not metadata."""
    if marker == 0xE0:
        return body.startswith(b"JFIF\0") and len(body) == 14
    if marker == 0xEE:
        return body.startswith(b"Adobe") and len(body) == 12
    return marker != 0xFE and not 0xE0 <= marker <= 0xEF
