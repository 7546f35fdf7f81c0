"""Four independent readers of a finished file, and a fifth look at everything that no reader shows.

PDFium, pypdf and pdfminer.six are three separate programs with their own parsers and their own idea of
reading order. The fourth is ours: it walks the content streams itself, so it also sees what the others skip
(text off the page, in form objects, behind pictures) and what the bytes say where a font lies about their
meaning. `LooseEnds` collects every string, name and decoded stream of every object, whether anything refers
to it or not.

Text is read without layout analysis: pieces on a line are joined, a gap reads as a space. Who compares must
not count spaces. pdfminer runs without its layout step, which is most of its time.
"""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

import pikepdf
import pypdf
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException
from pdfminer.utils import mult_matrix

from torvet.pure.redaction.fonts import Font, read_font
from torvet.pure.redaction.geometry import IDENTITY, Rect, multiply
from torvet.pure.redaction.interpreter import MAX_FORM_DEPTH, Interpreter
from torvet.pure.redaction.problems import MALFORMED, PageResists, RasterReason
from torvet.pure.redaction.runs import Run

# What parsers in pure Python raise on files they do not understand; anything else is a fault of ours.
PARSER_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    PSException,
    RecursionError,
    TypeError,
    ValueError,
    pypdf.errors.PyPdfError,
    struct.error,
    zlib.error,
)
_SPACE_EMS = 0.2
_MAX_DEPTH = 40
_MAX_FORMS = 5_000


@dataclass(frozen=True)
class Reading:
    """What one reader says, page by page; `problem` is set, and pages are empty, when it could not read."""

    reader: str
    version: str
    pages: tuple[str, ...] = field(repr=False)
    problem: str = ""


def read_pdfium(document: Any) -> Reading:
    """Read an opened PDFium document."""
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(str(text.get_text_range()))
        text.close()
    return Reading("pdfium", version("pypdfium2"), tuple(pages))


def read_pypdf(data: bytes) -> Reading:
    """Read a file with pypdf."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of oddities in the document's own words
    name = "pypdf", version("pypdf")
    try:
        pages = tuple(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    except PARSER_ERRORS as error:
        return Reading(*name, (), type(error).__name__)
    return Reading(*name, pages)


def read_pdfminer(data: bytes) -> Reading:
    """Read a file with pdfminer.six."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    name = "pdfminer.six", version("pdfminer.six")
    manager = PDFResourceManager()
    device = _PlainTextDevice(manager)
    interpreter = PDFPageInterpreter(manager, device)
    pages = []
    try:
        for page in PDFPage.get_pages(io.BytesIO(data)):
            device.line = LineJoiner()
            interpreter.process_page(page)
            pages.append(device.line.text())
    except PARSER_ERRORS as error:
        return Reading(*name, (), type(error).__name__)
    return Reading(*name, tuple(pages))


class LineJoiner:
    """Joins pieces of text by where they stand: nothing, a space or a line end between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._end = (0.0, 0.0)

    def add(self, text: str, start: tuple[float, float], end: tuple[float, float], size: float) -> None:
        """Add a piece that runs from `start` to `end` on the page."""
        along, across = abs(start[0] - self._end[0]), abs(start[1] - self._end[1])
        if self._parts:
            if min(along, across) > 0.3 * size or max(along, across) > 3 * size:
                self._parts.append("\n")
            elif max(along, across) > _SPACE_EMS * size:
                self._parts.append(" ")
        self._parts.append(text)
        self._end = end

    def text(self) -> str:
        """Give all that was added."""
        return "".join(self._parts)


class _PlainTextDevice(PDFTextDevice):
    """Takes text from pdfminer as it is shown, without its layout analysis."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.line = LineJoiner()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        font, size, stretch = textstate.font, textstate.fontsize, textstate.scaling / 100
        matrix = mult_matrix(textstate.matrix, self.ctm or IDENTITY)
        x, y = textstate.linematrix
        start = _apply(matrix, x, y)
        parts: list[str] = []
        for item in seq:
            if isinstance(item, int | float):
                x -= item / 1000 * size * stretch
                parts.append(" " if item < -1000 * _SPACE_EMS else "")
                continue
            for code in font.decode(item):
                parts.append(_meaning(font, code))
                x += (font.char_width(code) * size + textstate.charspace) * stretch
                if code == 32 and not font.is_multibyte():
                    x += textstate.wordspace * stretch
        textstate.linematrix = (x, y)
        tall = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5 * abs(size)
        self.line.add("".join(parts), start, _apply(matrix, x, y), tall)


def _apply(matrix: Any, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _meaning(font: Any, code: int) -> str:
    try:
        return str(font.to_unichr(code))
    except PDFUnicodeNotDefined:
        return "\ufffd"


@dataclass
class OwnPage:
    """One page as our own reader sees it: every run of text, every image's place."""

    runs: list[Run] = field(default_factory=list)
    images: list[Rect] = field(default_factory=list)
    replaced: list[tuple[str, str]] = field(default_factory=list)  # what a tag says instead (ActualText), what is shown
    problem: RasterReason | None = None

    @property
    def has_odd_fonts(self) -> bool:
        """Tell whether text is shown whose font says two different things of one code."""
        return any(run.font.contradicted and run.codes() & run.font.contradicted for run in self.runs)

    def text(self) -> str:
        """Give what the page says."""
        line = LineJoiner()
        for run in self.runs:
            line.add(run.text(), _apply(run.matrix, 0, 0), _apply(run.matrix, run.advance, 0), run.height)
        return line.text()

    def bytes_shown(self) -> str:
        """Give the shown bytes as Latin-1, for fonts whose own table of meanings says something else."""
        line = LineJoiner()
        for run in self.runs:
            if not run.font.wide:
                shown = b"".join(bytes(part) for part in run.elements if not isinstance(part, float))
                line.add(
                    shown.decode("latin-1"),
                    _apply(run.matrix, 0, 0),
                    _apply(run.matrix, run.advance, 0),
                    run.height,
                )
        return line.text()


def read_own(pdf: pikepdf.Pdf) -> Iterator[OwnPage]:
    """Read the pages with our own walk, one after the other; a page that cannot be followed says why."""
    return (_read_page(page) for page in pdf.pages)


def _read_page(page: pikepdf.Page) -> OwnPage:
    found = OwnPage()
    everywhere = Rect(-1e9, -1e9, 1e9, 1e9)
    reader = _Reader(found, page.obj.get("/Resources", pikepdf.Dictionary()), everywhere, [0])
    try:
        reader.walk(pikepdf.parse_content_stream(page))
    except PageResists as resists:
        found.problem = resists.reason
    except MALFORMED:
        found.problem = RasterReason.UNREADABLE_CONTENT
    return found


class _Reader(Interpreter):
    """Collects runs and images from a content stream and the forms it paints."""

    def __init__(
        self, found: OwnPage, resources: pikepdf.Object, clip: Rect, forms_seen: list[int], depth: int = 0
    ) -> None:
        super().__init__(IDENTITY, clip)
        self._found = found
        self._resources = resources
        self._forms_seen = forms_seen
        self._depth = depth
        self._fonts: dict[str, Font] = {}
        self._marks: list[tuple[str | None, int]] = []

    def find_font(self, name: str) -> Font:
        if name not in self._fonts:
            self._fonts[name] = read_font(self._resources["/Font"][name])
        return self._fonts[name]

    def on_show(self, run: Run, instruction: Any) -> None:
        self._found.runs.append(run)

    def on_marked(self, operator: str, instruction: Any) -> None:
        if operator in ("BMC", "BDC"):
            said = self._said_instead(instruction.operands[1]) if operator == "BDC" else None
            self._marks.append((said, len(self._found.runs)))
        elif operator == "EMC" and self._marks:
            said, first = self._marks.pop()
            if said is not None:
                self._found.replaced.append((said, "".join(run.text() for run in self._found.runs[first:])))

    def _said_instead(self, properties: Any) -> str | None:
        if isinstance(properties, pikepdf.Name):
            named: Any = self._resources.get("/Properties", {})
            properties = named.get(str(properties))
        said = properties.get("/ActualText") if isinstance(properties, pikepdf.Dictionary) else None
        return str(said) if isinstance(said, pikepdf.String) else None

    def on_inline_image(self, instruction: Any) -> None:
        self._found.images.append(self.unit_square())

    def on_object(self, name: str, instruction: Any) -> None:
        item = self._resources["/XObject"][name]
        if item.get("/Subtype") == pikepdf.Name.Image:
            self._found.images.append(self.unit_square())
            return
        self._forms_seen[0] += 1
        if self._depth >= MAX_FORM_DEPTH or self._forms_seen[0] > _MAX_FORMS:
            raise PageResists(RasterReason.DEEP_FORMS)
        resources = item.get("/Resources", self._resources)
        inner = _Reader(self._found, resources, self.state.clip, self._forms_seen, self._depth + 1)
        matrix = tuple(float(value) for value in item.get("/Matrix", IDENTITY))
        inner.inherit(self.state, multiply(matrix, self.state.ctm))  # type: ignore[arg-type]
        inner.walk(pikepdf.parse_content_stream(item))


@dataclass
class LooseEnds:
    """All strings, names and decoded streams of a file, whether anything refers to them or not."""

    strings: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    streams: list[bytes] = field(default_factory=list)
    problem: str = ""


def read_loose_ends(pdf: pikepdf.Pdf) -> LooseEnds:
    """Collect what stands in every object of the file."""
    ends = LooseEnds()
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Type") == pikepdf.Name.XRef:
            continue  # its own keys are the trailer's, and its identifiers are random bytes
        _collect(item, ends, 0)
    _collect(pdf.trailer.get("/Info", None), ends, 0)
    return ends


def _collect(item: object, ends: LooseEnds, depth: int) -> None:
    if depth > _MAX_DEPTH:
        ends.problem = "too deep"
    elif isinstance(item, pikepdf.String):
        ends.strings.append(str(item))
    elif isinstance(item, pikepdf.Name):
        ends.names.add(str(item))
    elif isinstance(item, pikepdf.Array):
        for part in item:
            _collect_direct(part, ends, depth)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key, part in item.items():
            ends.names.add(key)
            _collect_direct(part, ends, depth)
        if isinstance(item, pikepdf.Stream):
            ends.streams.append(_stream_data(item))


def _collect_direct(part: object, ends: LooseEnds, depth: int) -> None:
    """Collect a part that stands in its owner; others have their own turn."""
    if not isinstance(part, pikepdf.Object) or not part.is_indirect:
        _collect(part, ends, depth + 1)


def _stream_data(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a picture's own format: its bytes as they are
        return stream.read_raw_bytes()
