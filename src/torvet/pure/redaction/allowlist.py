"""What may stand in a published file: for each kind of object its keys, and the kind each key leads to.

One table serves twice. The builder copies by it, so that nothing unnamed is carried over; the proof walks the
finished file by it. What is missing is missing on purpose: annotations, actions, attachments, forms, layers,
outlines, structure trees, metadata, thumbnails, piece info, page labels, names of producers. Keys are those
of ISO 32000-1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import pikepdf

VALUE = "value"  # a number, boolean, name or null
NUMBERS = "numbers"  # an array of values, also nested
STRING = "string"
DROPPED = "dropped"  # known, harmless to leave out
MAX_DEPTH = 40
MAX_OBJECTS = 2_000_000

Keys: TypeAlias = dict[str, str]


def _keys(values: str = "", **others: str) -> Keys:
    return {f"/{key}": VALUE for key in values.split()} | {f"/{key}": kind for key, kind in others.items()}


_FUNCTION = _keys(
    "FunctionType N Order BitsPerSample",
    Domain=NUMBERS,
    Range=NUMBERS,
    C0=NUMBERS,
    C1=NUMBERS,
    Bounds=NUMBERS,
    Encode=NUMBERS,
    Decode=NUMBERS,
    Size=NUMBERS,
    Functions="functions",
)
_STREAM = _keys("Length Filter", DecodeParms="decode_parms")
_SHADING = _keys(
    "ShadingType AntiAlias BitsPerCoordinate BitsPerComponent BitsPerFlag VerticesPerRow",
    ColorSpace="colour_space",
    Background=NUMBERS,
    BBox=NUMBERS,
    Coords=NUMBERS,
    Domain=NUMBERS,
    Function="functions",
    Extend=NUMBERS,
    Matrix=NUMBERS,
    Decode=NUMBERS,
)

KINDS: dict[str, Keys] = {
    "trailer": _keys("Size", Root="catalog", Info="info", ID="ids"),
    "xref_stream": _keys("Type Size", W=NUMBERS, Index=NUMBERS, Root=DROPPED, Info=DROPPED, ID=DROPPED),
    "info": _keys(Title=STRING),
    "catalog": _keys("Type", Pages="pages", Lang=STRING, ViewerPreferences="viewer_preferences"),
    "viewer_preferences": _keys("DisplayDocTitle"),
    "pages": _keys("Type Count", Kids="page_nodes", Parent=DROPPED),
    "page": _keys(
        "Type Rotate UserUnit",
        MediaBox=NUMBERS,
        CropBox=NUMBERS,
        Parent=DROPPED,
        Resources="resources",
        Contents="content",
        Group="group",
    ),
    "group": _keys("Type S I K", CS="colour_space"),
    "resources": _keys(
        Font="fonts",
        XObject="x_objects",
        ExtGState="graphics_states",
        ColorSpace="colour_spaces",
        Pattern="patterns",
        Shading="shadings",
    ),
    "content": _STREAM,
    "form": _STREAM
    | _keys("Type Subtype FormType", BBox=NUMBERS, Matrix=NUMBERS, Resources="resources", Group="group"),
    "image": _STREAM
    | _keys(
        "Type Subtype Width Height BitsPerComponent ImageMask Interpolate Intent",
        ColorSpace="colour_space",
        Decode=NUMBERS,
        Mask="mask",
        SMask="image",
        Matte=NUMBERS,
    ),
    "decode_parms": _keys(
        "K EndOfLine EncodedByteAlign Columns Rows EndOfBlock BlackIs1 DamagedRowsBeforeError Predictor Colors"
        " BitsPerComponent EarlyChange ColorTransform",
        JBIG2Globals="plain_stream",
    ),
    "font": _keys(
        "Type Subtype BaseFont FirstChar LastChar DW",
        Widths=NUMBERS,
        W=NUMBERS,
        FontDescriptor="font_descriptor",
        Encoding="encoding",
        ToUnicode="plain_stream",
        DescendantFonts="font_list",
        CIDSystemInfo="cid_system_info",
        CIDToGIDMap="cid_map",
    ),
    "encoding": _keys("Type BaseEncoding", Differences=NUMBERS),
    "cid_system_info": _keys("Supplement", Registry=STRING, Ordering=STRING),
    "font_descriptor": _keys(
        "Type FontName Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth"
        " MissingWidth FontWeight FontStretch",
        FontBBox=NUMBERS,
        FontFile="font_file",
        FontFile2="font_file",
        FontFile3="font_file",
    ),
    "font_file": _STREAM | _keys("Length1 Length2 Length3 Subtype"),
    "plain_stream": _STREAM,
    "graphics_state": _keys("Type LW LC LJ ML RI OP op OPM FL SM SA BM SMask CA ca AIS TK", D=NUMBERS)
    | {"/BM": NUMBERS},
    "icc": _STREAM | _keys("N", Alternate="colour_space", Range=NUMBERS),
    "calibrated": _keys(WhitePoint=NUMBERS, BlackPoint=NUMBERS, Gamma=NUMBERS, Matrix=NUMBERS, Range=NUMBERS),
    "function": _STREAM | _FUNCTION,
    "shading": _STREAM | _SHADING,
    "pattern": _STREAM
    | _keys(
        "Type PatternType PaintType TilingType XStep YStep",
        BBox=NUMBERS,
        Matrix=NUMBERS,
        Resources="resources",
        Shading="shading",
        ExtGState="graphics_state",
    ),
}

# Dictionaries whose keys are free names (resource names), and the kind of every value.
MAPS: dict[str, str] = {
    "fonts": "font",
    "x_objects": "x_object",
    "graphics_states": "graphics_state",
    "colour_spaces": "colour_space",
    "patterns": "pattern",
    "shadings": "shading",
}

# Arrays, and the kind of every item.
LISTS: dict[str, str] = {"page_nodes": "page_node", "font_list": "font", "ids": STRING}


def kind_of(kind: str, value: object) -> str:
    """Settle a kind that depends on the value itself: page or node, image or form, name or dictionary."""
    if kind == "page_node" and isinstance(value, pikepdf.Dictionary):
        return "page" if value.get("/Type") == pikepdf.Name.Page else "pages"
    if kind == "x_object" and isinstance(value, pikepdf.Stream):
        return "image" if value.get("/Subtype") == pikepdf.Name.Image else "form"
    if kind in ("encoding", "cid_map", "colour_space") and isinstance(value, pikepdf.Name):
        return VALUE
    if kind == "cid_map":
        return "plain_stream"
    if kind == "mask":
        return NUMBERS if isinstance(value, pikepdf.Array) else "image"
    if kind == "functions":
        return "function_list" if isinstance(value, pikepdf.Array) else "function"
    if kind == "decode_parms" and isinstance(value, pikepdf.Array):
        return "decode_parms_list"
    return kind


LISTS |= {"function_list": "function", "decode_parms_list": "decode_parms"}


def colour_space_parts(space: pikepdf.Array) -> list[str] | None:
    """Give the kinds of a colour space array's items, or None for a family that is not known."""
    family = str(space[0]) if len(space) else ""
    patterns = {
        "/ICCBased": [VALUE, "icc"],
        "/CalGray": [VALUE, "calibrated"],
        "/CalRGB": [VALUE, "calibrated"],
        "/Lab": [VALUE, "calibrated"],
        "/Indexed": [VALUE, "colour_space", VALUE, "lookup"],
        "/I": [VALUE, "colour_space", VALUE, "lookup"],
        "/Separation": [VALUE, VALUE, "colour_space", "functions"],
        "/DeviceN": [VALUE, NUMBERS, "colour_space", "functions"],
        "/Pattern": [VALUE, "colour_space"],
    }
    if family in ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK"):
        return [VALUE]
    return patterns.get(family)


@dataclass(frozen=True)
class Finding:
    """Something that may not stand in a published file: where, and which key or type."""

    place: str
    what: str


def check_structure(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Walk a file from its trailer and give everything that the table does not allow."""
    walker = _Walker()
    yield from walker.check(pdf.trailer, "trailer", "trailer", 0)
    reached = walker.reached
    for item in pdf.objects:
        if item.objgen not in reached and not _is_container(item):
            yield Finding(f"object {item.objgen[0]}", "unreachable")


def _is_container(item: pikepdf.Object) -> bool:
    """Cross-reference and object streams hold the file together and are referenced by offset only."""
    if not isinstance(item, pikepdf.Stream):
        return False
    return str(item.get("/Type", "")) in ("/XRef", "/ObjStm")


class _Walker:
    def __init__(self) -> None:
        self.reached: set[tuple[int, int]] = set()
        self._done: set[tuple[tuple[int, int], str]] = set()

    def check(self, value: object, kind: str, place: str, depth: int) -> Iterator[Finding]:
        kind = kind_of(kind, value)
        if depth > MAX_DEPTH or len(self._done) > MAX_OBJECTS:
            yield Finding(place, "too deep or too many objects")
            return
        if isinstance(value, pikepdf.Object) and value.is_indirect:
            self.reached.add(value.objgen)
            if (value.objgen, kind) in self._done:
                return
            self._done.add((value.objgen, kind))
        if kind in MAPS and isinstance(value, pikepdf.Dictionary):
            for key, item in value.items():
                yield from self.check(item, MAPS[kind], f"{place}{key}", depth + 1)
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            yield from self._check_keys(value, kind, place, depth)
        elif isinstance(value, pikepdf.Array):
            yield from self._check_items(value, kind, place, depth)
        elif not _is_plain(value, kind):
            yield Finding(place, f"unexpected {type(value).__name__} for {kind}")

    def _check_keys(self, value: pikepdf.Object, kind: str, place: str, depth: int) -> Iterator[Finding]:
        if kind == "lookup" and isinstance(value, pikepdf.Stream):
            kind = "plain_stream"
        allowed = KINDS.get(kind)
        if allowed is None:
            yield Finding(place, f"unexpected dictionary for {kind}")
            return
        if kind == "trailer" and value.get("/Type") == pikepdf.Name.XRef:
            allowed = allowed | KINDS["xref_stream"] | _STREAM | KINDS["trailer"]
        for key, item in value.items():
            if key not in allowed:
                yield Finding(f"{place}{key}", "not allowed")
            elif allowed[key] != DROPPED:
                yield from self.check(item, allowed[key], f"{place}{key}", depth + 1)

    def _check_items(self, value: pikepdf.Object, kind: str, place: str, depth: int) -> Iterator[Finding]:
        if kind == "colour_space" and isinstance(value, pikepdf.Array):
            parts = colour_space_parts(value)
            if parts is None or len(value) > len(parts):
                yield Finding(place, "unknown colour space")
                return
            for item, part in zip(value, parts, strict=False):
                yield from self.check(item, part, place, depth + 1)
        elif kind == VALUE and _is_names(value):
            return
        elif kind in LISTS or kind == NUMBERS:
            for item in value:
                yield from self.check(item, LISTS.get(kind, NUMBERS), place, depth + 1)
        else:
            yield Finding(place, f"unexpected array for {kind}")


def _is_names(value: pikepdf.Object) -> bool:
    """A filter may be an array of names."""
    return all(isinstance(item, pikepdf.Name) for item in value)


def _is_plain(value: object, kind: str) -> bool:
    if isinstance(value, pikepdf.String):
        return kind in (STRING, "lookup")
    return kind in (VALUE, NUMBERS, DROPPED) or (kind in KINDS and value is None)
