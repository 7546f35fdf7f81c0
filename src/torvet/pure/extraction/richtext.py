"""A document in RTF as blocks: what a reader would see, with all changes accepted.

Hidden and deleted text, text in the colour of the paper, tiny text, comments, properties, field codes, embedded
objects and groups that readers pass over are reported and not drawn; pictures are counted. Tables are read row by
row; lists bring their numbers as text with them.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from torvet.pure.extraction.blocks import Block, Paragraph, Style
from torvet.pure.extraction.colours import BLACK, TINY_PT, WHITE, Colour, is_unseen
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.remains import strings_of
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.rtfpaper import Paper, joined
from torvet.pure.extraction.rtftokens import Kind, Token, tokens_of
from torvet.pure.extraction.rtfwords import (
    BINARY,
    BINARY_NOTICES,
    CHARSETS,
    CODE_PAGES,
    NOTES,
    PARAGRAPH_ENDS,
    PARAGRAPH_SYMBOLS,
    PLACES,
    SAYING_NOTHING,
    SHAPE_TEXTS,
    SHOWN,
    SIGNS,
    SYMBOLS,
)

MAX_BYTES = 64 << 20
MAX_TABLE = 4_000
"""Fonts and colours of one file."""

MAX_SKIPPED = 20
NO_FIGURES = re.compile(rb"[^0-9A-Fa-f]+")
CLIPPED_TWIPS = 30
HEAD, TEXT, NOTE = "head", "text", "note"
SKIP, ASIDE, FONTS, COLOURS, HEXED = "skip", "aside", "fonts", "colours", "hexed"


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits: where its text goes and how it looks."""

    into: str = TEXT
    outer: str = TEXT
    concealed: bool = False
    hidden: bool = False
    deleted: bool = False
    half_points: int = 24
    percent: int = 100
    line: int = 0
    ink: int = 0
    ground: int = 0
    highlight: int = 0
    paragraph_ground: int = 0
    font: int = -1
    skip: int = 1
    outline: int = -1
    in_table: bool = False


def read_rich_text(data: bytes) -> Rendition:
    """Read an RTF; raises ExtractionRefused for one too large, nested too deeply, or that begins as no RTF."""
    if len(data) > MAX_BYTES:
        raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_BYTES >> 20} MB")
    if not data.startswith(b"{\\rtf"):
        raise ExtractionRefused(RefusalCode.UNREADABLE, "RTF")
    return _Reader().read(data)


class _Reader:
    """Walks the tokens of one file."""

    def __init__(self) -> None:
        self._rendition = Rendition()
        self._state = State()
        self._stack: list[tuple[State, str]] = []
        self._opened = ""
        self._fresh = self._optional = False
        self._judged: tuple[State, str] = (self._state, "")
        self._asides: list[list[str]] = []
        self._bytes: list[bytes] = []
        self._pending = bytearray()
        self._to_skip = 0
        self._colours: list[Colour | None] = []
        self._mixed: dict[str, int] = {}
        self._fonts: dict[int, str] = {}
        self._encoding = "cp1252"
        self._usual_font = -1
        self._shape_property = ""
        self._is_on = False
        self._paper = {into: Paper(self._rendition) for into in (HEAD, TEXT, NOTE)}

    def read(self, data: bytes) -> Rendition:
        ended = False
        for token in tokens_of(data):
            if ended:
                self._rendition.hide("after-end", token.data.decode("cp1252", "replace").strip("\0"))
                continue
            if token.kind is Kind.BYTES:
                self._take(token.data)
                continue
            self._flush()
            self._to_skip = 0
            if token.kind is Kind.OPEN:
                self._stack.append((self._state, self._opened))
                self._opened, self._fresh, self._optional = "", True, False
            elif token.kind is Kind.CLOSE:
                self._close()
                ended = not self._stack
            elif token.kind is Kind.SYMBOL:
                self._symbol(token.word)
            else:
                self._word(token)
        self._flush()
        return self._finished()

    def _finished(self) -> Rendition:
        for paper in self._paper.values():
            paper.end()
        head, notes = (_as_notes(self._paper[into]) for into in (HEAD, NOTE))
        self._rendition.blocks = [*head, *self._paper[TEXT].blocks, *notes]
        return self._rendition

    def _take(self, data: bytes) -> None:
        """Text in the encoding of its font, without what stands for those who cannot read Unicode."""
        if self._to_skip:
            cut = min(self._to_skip, len(data))
            self._to_skip -= cut
            data = data[cut:]
        if self._state.into == HEXED:
            self._bytes.append(NO_FIGURES.sub(b"", data))
        elif self._state.into != SKIP:
            self._pending += data
        self._fresh = self._fresh and not data.strip()

    def _flush(self) -> None:
        if self._pending:
            encoding = self._fonts.get(self._state.font if self._state.font >= 0 else self._usual_font, self._encoding)
            self._write(self._pending.decode(encoding, "replace"))
            self._pending.clear()

    def _write(self, text: str) -> None:
        state = self._state
        if state.into in self._paper:
            if self._judged[0] is not state:
                self._judged = (state, self._place())
            self._paper[state.into].write(self._judged[1], text)
        elif state.into == ASIDE:
            self._asides[-1].append(text)
        elif state.into == COLOURS and ";" in text:
            self._judged = (State(), "")
            for _ in range(min(text.count(";"), MAX_TABLE - len(self._colours))):
                mixed = self._mixed
                known = (mixed["red"], mixed["green"], mixed["blue"]) if len(mixed) == 3 else None
                self._colours.append(known)
                self._mixed = {}

    def _place(self) -> str:
        """Where text that is written now is hidden, "" if it is seen."""
        state = self._state
        if state.hidden or state.concealed:
            return "hidden-text"
        if state.deleted:
            return "tracked-change"
        if state.half_points < 2 * TINY_PT or state.percent < 5 or -CLIPPED_TWIPS < state.line < 0:
            return "tiny-text"
        marked = self._colour(state.highlight)
        behind = marked or self._colour(state.ground) or self._colour(state.paragraph_ground) or WHITE
        ink = self._colour(state.ink) or (BLACK if marked else None)
        # Automatic ink turns white on dark shading, but stays black under a highlight.
        return "same-colour-text" if ink is not None and is_unseen(ink, behind) else ""

    def _colour(self, number: int) -> Colour | None:
        return self._colours[number] if 0 < number < len(self._colours) else None

    def _close(self) -> None:
        into, opened = self._state.into, self._opened
        if opened and into == ASIDE:
            self._end_aside(opened, "".join(self._asides.pop()))
        elif opened and into == HEXED:
            self._end_binary(opened)
        elif opened and into in (HEAD, NOTE):
            self._paper[into].end()
        self._state, self._opened = self._stack.pop() if self._stack else (State(), "")
        if opened == "sv" and self._shape_property == "fHidden" and self._is_on and self._stack:
            # The shape's text stands beside its properties, in the group around both.
            around, name = self._stack[-1]
            self._stack[-1] = (replace(around, concealed=True), name)
        self._fresh = False

    def _end_aside(self, name: str, text: str) -> None:
        text = joined(text)
        self._is_on = text.strip() == "1"
        if name == "sn":
            self._shape_property = text.strip()
        elif name == "sv":
            place = "alternative-text" if self._shape_property in SHAPE_TEXTS else "shape-property"
            self._rendition.hide(place, "" if text.strip().lstrip("-").isdecimal() else text)
        else:
            self._rendition.count("comments", name == "annotation")
            self._rendition.hide(PLACES.get(name, "ignored-group"), text)
            if name == "title":
                self._rendition.title = " ".join(text.split())

    def _end_binary(self, name: str) -> None:
        figures = b"".join(self._bytes)
        self._bytes.clear()
        raw = bytes.fromhex(figures[: len(figures) // 2 * 2].decode("ascii"))
        self._rendition.count(BINARY_NOTICES[name])
        self._rendition.hide(BINARY[name], " ".join(strings_of(raw)))

    def _symbol(self, sign: str) -> None:
        if sign == "*":
            self._optional = True
            return
        if sign in PARAGRAPH_SYMBOLS:
            self._end_line()
        elif sign in SYMBOLS:
            self._write(SYMBOLS[sign])
        self._fresh = False

    def _word(self, token: Token) -> None:
        word, is_first = token.word, self._fresh
        self._fresh = False
        if is_first and self._begin(word):
            return
        if word in PARAGRAPH_ENDS:
            self._end_line()
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word == "u":
            self._write(chr((token.number or 0) % 0x10000))
            self._to_skip = self._state.skip
        elif word == "bin" and self._state.into == HEXED:
            self._bytes.append(token.data.hex().encode())
        elif word in ("cell", "row"):
            self._end_cell(word)
        else:
            self._look(word, token.number)

    def _begin(self, word: str) -> bool:
        """Begin a group whose text goes somewhere of its own; False for an ordinary one."""
        state = self._state
        if word in NOTES:
            concealed = state.concealed or state.hidden
            into = HEAD if word.startswith("header") else NOTE
            self._state = State(into=into, concealed=concealed, skip=state.skip)
            self._opened = word
        elif word in BINARY:
            self._state = replace(state, into=HEXED)
            self._opened = word
        elif word == "pict":
            self._rendition.count("images-left-out", state.into != ASIDE)
            self._state = replace(state, into=SKIP)
        elif word in ("fonttbl", "colortbl"):
            self._state = replace(state, into=FONTS if word == "fonttbl" else COLOURS)
        elif word == "upr":
            self._state = replace(state, into=SKIP, outer=state.into)
        elif word == "ud":
            self._state = replace(state, into=state.outer)
        elif word in ("fldinst", "sn", "sv") or word in PLACES:
            self._open_aside(word)
        elif word in SAYING_NOTHING:
            self._state = replace(state, into=SKIP)
        elif self._optional and word not in SHOWN:
            self._open_aside(word)
        else:
            return False
        return True

    def _open_aside(self, word: str) -> None:
        self._asides.append([])
        self._state = replace(self._state, into=ASIDE)
        self._opened = word

    def _look(self, word: str, number: int | None) -> None:
        """Follow a word that changes how text looks."""
        state, on, at = self._state, number != 0, number or 0
        if word in LOOKS or word in SWITCHES:
            name, value = (LOOKS[word], at) if word in LOOKS else (SWITCHES[word], on)
            change: dict[str, Any] = {name: value}
            self._state = replace(state, **change) if getattr(state, name) != value else state
        elif word == "revised" and on:
            self._rendition.mark("tracked-changes")
        elif word == "plain":
            self._state = replace(
                state, hidden=False, deleted=False, half_points=24, percent=100, ink=0, ground=0, highlight=0, font=-1
            )  # fmt: skip
        elif word == "pard":
            self._state = replace(state, outline=-1, in_table=False, paragraph_ground=0, line=0)
        elif word in ("red", "green", "blue") and state.into == COLOURS:
            self._mixed[word] = min(max(at, 0), 255)
        elif word == "fcharset" and state.into == FONTS and len(self._fonts) < MAX_TABLE and at in CHARSETS:
            self._fonts[state.font] = CHARSETS[at]
        elif word == "ansicpg" and at in CODE_PAGES:
            self._encoding = f"cp{at}"
        elif word == "uc":
            self._state = replace(state, skip=min(max(at, 0), MAX_SKIPPED))
        elif word == "deff":
            self._usual_font = at

    def _end_cell(self, word: str) -> None:
        paper = self._paper.get(self._state.into)
        if paper is not None and word == "cell":
            paper.end_cell()
        elif paper is not None:
            paper.end_row()

    def _end_line(self) -> None:
        if self._state.into in self._paper:
            self._paper[self._state.into].end_paragraph(self._state.outline, in_table=self._state.in_table)
        else:
            self._write("\n")


LOOKS = {"fs": "half_points", "charscalex": "percent", "sl": "line", "cf": "ink", "cb": "ground", "chcbpat": "ground",
         "highlight": "highlight", "cbpat": "paragraph_ground", "f": "font", "outlinelevel": "outline"}  # fmt: skip
SWITCHES = {"v": "hidden", "deleted": "deleted", "intbl": "in_table"}


def _as_notes(paper: Paper) -> list[Block]:
    """The blocks of headers or notes; what stands in several headers is drawn once."""
    return [
        replace(block, style=Style.NOTE) if isinstance(block, Paragraph) else block
        for block in dict.fromkeys(paper.blocks)
    ]
