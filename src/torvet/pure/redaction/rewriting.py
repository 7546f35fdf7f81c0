"""Writes a page's content stream anew without the glyphs that must go.

Gone are glyphs under a box, and every glyph that a reader cannot see: invisible mode, off the page, tiny, or
leaving no trace in the picture. The others keep their place to a thousandth of the text size: a removed
stretch becomes one move in the TJ array, so that single glyph widths are not written down. Marked content
(tags, ActualText) goes. What cannot be followed raises PageResists, and the page becomes a picture.
"""

from collections.abc import Sequence
from typing import Any

import pikepdf

from torvet.pure.redaction.copying import DEVICE_SPACES, Copier, ResourceScope
from torvet.pure.redaction.fonts import Font, read_font
from torvet.pure.redaction.geometry import IDENTITY, Matrix, Rect, bounds, multiply, quarter_turn
from torvet.pure.redaction.interpreter import MAX_FORM_DEPTH, Interpreter
from torvet.pure.redaction.page_task import Covered, PageTask, lies_under
from torvet.pure.redaction.problems import MALFORMED, PageResists, RasterReason
from torvet.pure.redaction.runs import GraphicsState, Run
from torvet.pure.redaction.shown import ShownPieces, shown_array
from torvet.pure.redaction.visibility import HiddenText, cells, is_painted_over, shows_throughout, why_hidden

MAX_FORMS = 2_000
MARGIN_PT = 5.0  # a line's own width may reach onto the page though its path lies outside
Instruction = pikepdf.ContentStreamInstruction
_TJ = pikepdf.Operator("TJ")
_BREAKS_LINE = frozenset(("BT", "ET", "Td", "TD", "Tm", "T*"))
_SHORT_KEYS = frozenset({"/W", "/H", "/BPC", "/CS", "/F", "/DP", "/IM", "/D", "/I", "/L"})
_IMAGE_KEYS = frozenset({"/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/ImageMask", "/Decode"})
_STREAM_KEYS = frozenset({"/Filter", "/DecodeParms", "/Interpolate", "/Intent", "/Length"})
_INLINE_KEYS = _SHORT_KEYS | _IMAGE_KEYS | _STREAM_KEYS
_INLINE_SPACES = DEVICE_SPACES | {"/G", "/RGB", "/CMYK"}


def rewrite_page(page: pikepdf.Page, task: PageTask) -> tuple[bytes, ResourceScope]:
    """Give a page's new content stream and its resources; raises PageResists."""
    scope = ResourceScope(page.obj.get("/Resources", pikepdf.Dictionary()), task.copier)
    try:
        instructions = pikepdf.parse_content_stream(page)
    except MALFORMED as error:
        raise PageResists(RasterReason.UNREADABLE_CONTENT) from error
    rewriter = Rewriter(task, scope, IDENTITY, task.visible)
    rewriter.walk(instructions)
    return rewriter.content(), scope


class Rewriter(Interpreter):
    """Takes one content stream and writes the new one."""

    def __init__(
        self,
        task: PageTask,
        scope: ResourceScope,
        ctm: Matrix,
        clip: Rect,
        state: GraphicsState | None = None,
        depth: int = 0,
    ) -> None:
        super().__init__(ctm, clip, state)
        self._task = task
        self._scope = scope
        self._form_depth = depth
        self._out: list[Any] = []
        self._owed = 0.0  # a move in text space that the next shown text must make first
        self._fonts: dict[str, Font] = {}

    def content(self) -> bytes:
        """Give the new content stream, with saved states closed."""
        closing = [Instruction([], pikepdf.Operator("Q"))] * self.depth
        return pikepdf.unparse_content_stream(self._out + closing)

    # ---- resources
    def find_font(self, name: str) -> Font:
        """Read a font once for each page and once for each name."""
        if name not in self._fonts:
            source = self._scope.find("/Font", name)
            known = self._task.fonts.get(source.objgen) if source.is_indirect else None
            self._fonts[name] = known or read_font(source)
            if source.is_indirect:
                self._task.fonts[source.objgen] = self._fonts[name]
        return self._fonts[name]

    def on_other(self, operator: str, instruction: Any) -> None:
        """Pass an operator on, with resource names changed."""
        if operator in _BREAKS_LINE:
            self._owed = 0.0
        if operator == "sh":
            self._refuse_cover(self.state.clip)
        category = _NAMES_IN.get(operator)
        if category:
            instruction = self._renamed(instruction, category)
        elif not _is_plain(instruction):
            raise PageResists(RasterReason.UNREADABLE_CONTENT)
        self._out.append(instruction)

    def _renamed(self, instruction: Any, category: str) -> Any:
        operands = list(instruction.operands)
        place = 0 if category == "/Font" else len(operands) - 1
        name = operands[place] if operands else None
        if isinstance(name, pikepdf.Name) and str(name) not in DEVICE_SPACES:
            operands[place] = self._scope.use(category, str(name))
        return Instruction(operands, instruction.operator)

    def on_marked(self, operator: str, instruction: Any) -> None:
        """Drop tags; content that belongs to a layer makes the page resist."""
        if operator == "BDC" and str(instruction.operands[0]) == "/OC":
            raise PageResists(RasterReason.LAYERS)

    # ---- pictures and drawings
    def on_paint(self, operator: str, rect: Rect | None, instruction: Any) -> None:
        """What is painted over a picture may hide a part of it, which would stay in the file."""
        if operator == "n" or rect is None:
            self._out.append(instruction)
            return
        visible = rect.overlap(self.state.clip).grown(MARGIN_PT)
        if not visible.meets(self._task.visible):
            self._out.append(Instruction([], pikepdf.Operator("n")))
            return
        if not self.path.is_upright:
            self._see_picture(rect.overlap(self.state.clip), RasterReason.DRAWING_UNDER_BOX)
        elif operator not in ("S", "s"):
            self._refuse_cover(rect.overlap(self.state.clip))
        self._out.append(instruction)

    def _see_picture(self, rect: Rect, reason: RasterReason) -> None:
        if any(rect.meets(box) for box in self._task.boxes):
            raise PageResists(reason)
        self._task.pictures.append(rect)

    def _refuse_cover(self, rect: Rect) -> None:
        """What is painted over a picture may hide part of it, and that part would stay in the file."""
        for picture in self._task.pictures:
            common = picture.overlap(rect)
            if min(common.width, common.height) > 1.5:
                raise PageResists(RasterReason.OVERPAINTED)

    def _see_image(self) -> None:
        rect = self.unit_square()
        shown = rect.overlap(self.state.clip)
        if shown.is_empty or not shown.grown(2).holds(rect):
            raise PageResists(RasterReason.IMAGE_CROPPED)
        self._refuse_cover(rect)
        self._see_picture(rect, RasterReason.IMAGE_UNDER_BOX)

    def on_inline_image(self, instruction: Any) -> None:
        """Keep an inline image that brings nothing but itself."""
        image = instruction.iimage
        colour = str(image.obj.get("/ColorSpace", image.obj.get("/CS", "/G")))
        if not set(image.obj.keys()) <= _INLINE_KEYS or colour not in _INLINE_SPACES:
            raise PageResists(RasterReason.IMAGE_FORMAT)
        self._see_image()
        self._out.append(instruction)

    def on_object(self, name: str, instruction: Any) -> None:
        """Keep an image; rewrite a form for this place on the page."""
        source = self._scope.find("/XObject", name)
        subtype = str(source.get("/Subtype", "")) if isinstance(source, pikepdf.Stream) else ""
        if subtype == "/Image":
            self._see_image()
            new = self._scope.use("/XObject", name)
        elif subtype == "/Form":
            new = self._rewrite_form(source)
        else:
            raise PageResists(RasterReason.UNREADABLE_CONTENT)
        self._out.append(Instruction([new], instruction.operator))

    def _rewrite_form(self, form: pikepdf.Object) -> pikepdf.Name:
        task = self._task
        task.forms_seen += 1
        if self._form_depth >= MAX_FORM_DEPTH or task.forms_seen > MAX_FORMS:
            raise PageResists(RasterReason.DEEP_FORMS)
        if "/OC" in form:
            raise PageResists(RasterReason.LAYERS)
        resources = form.get("/Resources", self._scope.source)
        scope = ResourceScope(resources, task.copier)
        matrix = multiply(_form_matrix(form), self.state.ctm)
        clip = self.state.clip.overlap(bounds(matrix, *(float(value) for value in form["/BBox"])))
        inner = Rewriter(task, scope, matrix, clip, self.state, self._form_depth + 1)
        try:
            inner.walk(pikepdf.parse_content_stream(form))
        except MALFORMED as error:
            raise PageResists(RasterReason.UNREADABLE_CONTENT) from error
        content = inner.content()
        key = (form.objgen, content)
        if key not in task.forms:
            task.forms[key] = _make_form(form, content, scope, task.copier)
        made = task.forms[key]
        return self._scope.put("/XObject", f"{made.objgen}", made)

    # ---- text
    def on_show(self, run: Run, instruction: Any) -> None:
        """Show what may stay of a run, in the same place."""
        if str(instruction.operator) in ("'", '"'):
            self._write_line_start(instruction)
        if self.state.mode >= 4:
            raise PageResists(RasterReason.TEXT_AS_CLIP)
        removed = self._removed_glyphs(run)
        if removed is None:
            self._owed += run.advance
        elif removed or self._owed:
            self._write_pieces(run, removed)
        elif str(instruction.operator) in ("'", '"'):
            self._out.append(Instruction([shown_array(run.elements, run.font)], _TJ))
        else:
            self._out.append(instruction)

    def _write_line_start(self, instruction: Any) -> None:
        operands = instruction.operands
        if str(instruction.operator) == '"':
            self._out.append(Instruction([operands[0]], pikepdf.Operator("Tw")))
            self._out.append(Instruction([operands[1]], pikepdf.Operator("Tc")))
        self._out.append(Instruction([], pikepdf.Operator("T*")))
        self._owed = 0.0

    def _removed_glyphs(self, run: Run) -> frozenset[int] | None:
        """Give the numbers of the glyphs to remove, or None for all of them."""
        blank = run.font.blank
        shown = run.codes() - blank
        rect = run.rect
        boxes = self._task.boxes_on(rect)
        if not shown and not boxes:
            return frozenset()
        reason = why_hidden(run, rect, self._task.visible, self._task.trace)
        if reason:
            self._task.harvest.hidden[reason] += sum(code not in blank for _, code, *_ in run.glyphs())
            return None
        if not run.font.mapped.issuperset(shown):
            raise PageResists(RasterReason.UNMAPPED_FONT)
        over = is_painted_over(run, self._task.cover)
        traced = shows_throughout(run, rect, self._task.trace)
        if traced and not over and not boxes:
            return frozenset()
        return self._glyph_by_glyph(run, boxes, traced=traced, over=over)

    def _glyph_by_glyph(self, run: Run, boxes: Sequence[Rect], *, traced: bool, over: bool) -> frozenset[int] | None:
        removed: set[int] = set()
        blanks: set[int] = set()
        stretch: Rect | None = None
        task = self._task
        total = 0
        for index, code, cell in cells(run):
            total += 1
            if any(lies_under(box, cell) for box in boxes):
                removed.add(index)
                stretch = cell if stretch is None else stretch.union(cell)
            elif code in run.font.blank:
                blanks.add(index)
            elif not traced and not task.trace.leaves_trace(cell):
                removed.add(index)
                task.harvest.hidden[HiddenText.NO_TRACE] += 1
            elif over and task.cover.covers(cell):
                removed.add(index)
                task.harvest.hidden[HiddenText.COVERED] += 1
        if stretch is not None:
            angle = quarter_turn(*run.direction)
            task.harvest.covered.append(Covered(stretch, run.height, angle))
        return None if len(removed) + len(blanks) == total and removed else frozenset(removed)

    def _write_pieces(self, run: Run, removed: frozenset[int]) -> None:
        """Show the kept glyphs of a run as one TJ array; what is owed at its end waits for the next run."""
        unit = run.state.size * run.state.stretch / 1000
        pieces = ShownPieces(run.font, unit, self._owed)
        position = 0.0
        for index, (_, code, start, end, _) in enumerate(run.glyphs()):
            if index in removed:
                continue
            pieces.owe(start - position)
            pieces.show(code)
            position = end
        pieces.owe(run.advance - position)
        self._owed = pieces.owed
        array = pieces.array()
        if len(array):
            self._out.append(Instruction([array], _TJ))


_NAMES_IN = {
    "Tf": "/Font",
    "gs": "/ExtGState",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "sh": "/Shading",
}


def _is_plain(instruction: Any) -> bool:
    """Operators that are passed on take numbers, and `ri` one of four names."""
    for operand in instruction.operands:
        if isinstance(operand, pikepdf.Array):
            if not all(not isinstance(item, pikepdf.Object) for item in operand):
                return False
        elif isinstance(operand, pikepdf.Object) and str(operand) not in _INTENTS:
            return False
    return True


_INTENTS = frozenset(("/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"))


def _form_matrix(form: pikepdf.Object) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in form.get("/Matrix", IDENTITY))
    return a, b, c, d, e, f


def _make_form(form: pikepdf.Object, content: bytes, scope: ResourceScope, copier: Copier) -> pikepdf.Object:
    made = copier.target.make_stream(content)
    made["/Type"] = pikepdf.Name.XObject
    made["/Subtype"] = pikepdf.Name.Form
    for key, kind in (("/BBox", "numbers"), ("/Matrix", "numbers"), ("/Group", "group")):
        if key in form:
            made[key] = copier.copy(form[key], kind)
    made["/Resources"] = scope.build()
    return made
