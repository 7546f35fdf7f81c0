"""The best windows of a text, with what was searched for marked. Pieces of plain text, never HTML."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from torvet.pure.danish.spelling import slip_distance
from torvet.shared.search.analysis import Analyser
from torvet.shared.search.contract import PageText, Piece, Snippet

WINDOW_CHARACTERS = 220
LEAD_CHARACTERS = 60
"""So much of what stands before the first mark is shown."""
MAX_SNIPPETS = 2
MARKS_AHEAD = 20
MAX_PAGES_TOLD = 8
READ_CHARACTERS = 600_000
"""So much of a document is looked through for marks; about 200 dense pages."""
MAX_PLACES = 40
"""So many places on a page are analysed: enough for the two best windows."""
LEAST_ROOT_LETTERS, MOST_ROOT_LETTERS, ENDING_LETTERS = 3, 6, 3
LEAST_CONSONANTS = 2
"""Roots with fewer stand everywhere: any vowel will do for a vowel."""
AROUND_CHARACTERS = 24
"""So far a number written with spaces reaches beyond its first digits."""

WORD = re.compile(r"[^\W\d_]{4,}")
WORD_END = re.compile(r"\S*(?:(?<=-)[ \t]*\r?\n[ \t]*\S+)?")
CUT_BEFORE = re.compile(r"-[ \t]*\r?\n[ \t]*$")
"""A word may go on after a hyphen at a line end."""
VOWELS = "aeiouyæøåäöü"
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens and joiners may stand between any two letters: such a text is analysed whole."""

Span = tuple[int, int]
Window = tuple[PageText, list[Span], Span]


@dataclass(slots=True)
class Wanted:
    """What to mark of a query: terms; words that begin so; words that are nearly the `nearly` ones; in a document
    without any of these the parts of compounds. `typed` are the words as they were typed, which helps to find places.
    """

    terms: set[str] = field(default_factory=set)
    typed: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    prefixes: set[str] = field(default_factory=set)
    nearly: set[tuple[str, int]] = field(default_factory=set)

    def __or__(self, other: "Wanted") -> "Wanted":
        """What one or the other wants."""
        return Wanted(
            self.terms | other.terms,
            self.typed | other.typed,
            self.parts | other.parts,
            self.prefixes | other.prefixes,
            self.nearly | other.nearly,
        )


class Marker:
    """Finds and marks what one query asked for."""

    def __init__(self, analyser: Analyser, wanted: Wanted) -> None:
        """Prepare for the texts of all hits."""
        self._wanted = _Spans(analyser, wanted)
        self._parts = _Spans(analyser, Wanted(terms=wanted.parts)) if wanted.parts else None

    def spans(self, text: str) -> list[Span]:
        """Where the text holds what was asked for: in order, without overlap."""
        return self._wanted.of(text)

    def title(self, text: str) -> tuple[Piece, ...]:
        """The whole text with marks."""
        return pieces(text, self.spans(text), 0, len(text))

    def snippets(self, pages: Sequence[PageText]) -> tuple[tuple[Snippet, ...], tuple[int, ...]]:
        """The one or two best windows, best first, and the pages where something was found.

        Without any mark the first window is the beginning of the text.
        """
        windows, found_on = _windows(pages, self._wanted)
        if not windows and self._parts is not None:
            windows, found_on = _windows(pages, self._parts)
        shown = tuple(_snippet(page, spans, span) for page, spans, span in windows[:MAX_SNIPPETS])
        return shown or _beginning(pages), found_on


def roots(wanted: Iterable[str]) -> re.Pattern[str] | None:
    """What a text must hold near every word that can be marked: the first letters of a term, with any vowels.

    Any vowels, so that `børn` is looked at for `barn` and `Aabenraa` for `abenra`. Analysing only these places makes
    a snippet ten times cheaper than analysing the page.
    """
    beginnings = {_root(term.lstrip("~")) for term in wanted} - {""}
    return re.compile("|".join(sorted(beginnings))) if beginnings else None


def _root(term: str) -> str:
    if term[:1].isdecimal():
        return re.match(r"[0-9]{1,2}", term).group()  # type: ignore[union-attr]  # it starts with a digit
    length = min(max(len(term) - ENDING_LETTERS, LEAST_ROOT_LETTERS), MOST_ROOT_LETTERS)
    while length < len(term) and sum(letter not in VOWELS for letter in term[:length]) < LEAST_CONSONANTS:
        length += 1
    root = term[:length]
    letters = [f"[{VOWELS}]{{1,2}}" if letter in VOWELS else re.escape(letter) for letter in root]
    return "".join(letters)


def places(text: str, pattern: re.Pattern[str], around: int) -> list[Span]:
    """The stretches of a text that have to be analysed: whole words around each root, joined where they touch."""
    if UNSEEN.search(text):
        return [(0, len(text))]
    found: list[Span] = []
    for match in pattern.finditer(lowered(text)):
        reach = around if match.group()[0].isdecimal() else 0
        if found and match.end() + reach <= found[-1][1]:
            continue
        start, end = _whole_words(text, match.start() - reach, match.end() + reach)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif len(found) >= MAX_PLACES:
            break
        else:
            found.append((start, end))
    return found


def lowered(text: str) -> str:
    """The text in lower case at the same places; twice as fast to search as a pattern that ignores case."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(sign.lower()[0] for sign in text)


def _whole_words(text: str, start: int, end: int) -> Span:
    first = _word_start(text, max(start, 0))
    if CUT_BEFORE.search(text, max(first - 4, 0), first):
        first = _word_start(text, text.rfind("-", 0, first))
    rest = WORD_END.match(text, min(end, len(text)))
    return first, rest.end() if rest else len(text)


def _word_start(text: str, at: int) -> int:
    return max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1


def _apart(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in spans:
        if end > start and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


class _Spans:
    """Finds the places of one set of wanted things."""

    def __init__(self, analyser: Analyser, wanted: Wanted) -> None:
        self._analyser = analyser
        self._terms = frozenset(wanted.terms)
        self._roots = roots((*wanted.terms, *wanted.typed))
        self._around = AROUND_CHARACTERS if any(sign.isdecimal() for term in wanted.terms for sign in term) else 0
        self._nearly = frozenset(wanted.nearly)
        self._seen: dict[str, Sequence[Span]] = {}
        self._is_near: dict[str, bool] = {}
        beginnings = "|".join(re.escape(prefix) for prefix in sorted(wanted.prefixes))
        self._prefix = re.compile(rf"(?<!\w)(?:{beginnings})\w*", re.IGNORECASE) if beginnings else None

    def of(self, text: str) -> list[Span]:
        found: list[Span] = []
        for start, end in places(text, self._roots, self._around) if self._roots else ():
            found.extend((start + one, start + other) for one, other in self._marks(text[start:end]))
        if self._prefix is not None:
            found.extend(match.span() for match in self._prefix.finditer(text))
        if self._nearly:
            found.extend(match.span() for match in WORD.finditer(text) if self._near(match.group().lower()))
        return _apart(sorted(found))

    def _marks(self, place: str) -> Sequence[Span]:
        known = self._seen.get(place)
        if known is None:
            known = self._seen[place] = self._analyser.marks(place, self._terms)
        return known

    def _near(self, word: str) -> bool:
        """Whether a word begins nearly as asked for; what follows is an ending."""
        known = self._is_near.get(word)
        if known is None:
            known = any(
                slip_distance(word[:length], near, most) <= most
                for near, most in self._nearly
                for length in (len(near), len(near) + 1)
            )
            self._is_near[word] = known
        return known


def _windows(pages: Sequence[PageText], spans_of: _Spans) -> tuple[list[Window], tuple[int, ...]]:
    """The best windows of each page, best first, and the pages that have any."""
    scored: list[tuple[int, int, Window]] = []
    found_on, left = [], READ_CHARACTERS
    for page in pages:
        spans = spans_of.of(page.text[: max(left, 0)])
        left -= len(page.text)
        if spans:
            found_on.append(page.number)
            for score, span in best_windows(page.text, spans):
                scored.append((-score, len(scored), (page, spans, span)))
        if left <= 0 or len(found_on) >= MAX_PAGES_TOLD:
            break
    return [window for _, _, window in sorted(scored, key=lambda one: one[:2])], tuple(found_on)


def best_windows(text: str, spans: Sequence[Span]) -> list[tuple[int, Span]]:
    """The windows that hold most different marked words, with that number; at most two that do not overlap."""
    scored = []
    for number, (start, _) in enumerate(spans):
        reach = start + WINDOW_CHARACTERS - LEAD_CHARACTERS
        inside = [span for span in spans[number : number + MARKS_AHEAD] if span[1] <= reach]
        words = {text[one:other].lower() for one, other in inside or [spans[number]]}
        scored.append((10 * len(words) + min(len(inside), 9), -number, start))
    chosen: list[tuple[int, Span]] = []
    for score, _, start in sorted(scored, reverse=True):
        span = _window(text, start)
        if all(span[1] <= other[0] or span[0] >= other[1] for _, other in chosen):
            chosen.append((score, span))
        if len(chosen) == MAX_SNIPPETS:
            break
    return chosen


def _window(text: str, mark: int) -> Span:
    start = max(0, min(mark - LEAD_CHARACTERS, len(text) - WINDOW_CHARACTERS))
    return _to_words(text, start, min(len(text), start + WINDOW_CHARACTERS), mark)


def _to_words(text: str, start: int, end: int, mark: int) -> Span:
    while 0 < start < mark and not (text[start - 1].isspace() and not text[start].isspace()):
        start += 1
    while mark < end < len(text) and not text[end].isspace():
        end -= 1
    return (start, end) if end > mark else (start, min(len(text), mark + WINDOW_CHARACTERS))


def _snippet(page: PageText, spans: Sequence[Span], window: Span) -> Snippet:
    start, end = window
    return Snippet(page.number, pieces(page.text, spans, start, end), start > 0, end < len(page.text))


def _beginning(pages: Sequence[PageText]) -> tuple[Snippet, ...]:
    page = next((page for page in pages if page.text.strip()), None)
    if page is None:
        return ()
    start = len(page.text) - len(page.text.lstrip())
    _, end = _to_words(page.text, start, min(len(page.text), start + WINDOW_CHARACTERS), start)
    return (Snippet(page.number, pieces(page.text, [], start, end), False, end < len(page.text)),)


def pieces(text: str, spans: Iterable[Span], start: int, end: int) -> tuple[Piece, ...]:
    """Cut a stretch of text at its marks; white space runs become one space."""
    cut: list[Piece] = []
    at = start
    for one, other in spans:
        if other <= start or one >= end:
            continue
        one, other = max(one, start), min(other, end)
        cut.append(Piece(_one_line(text[at:one])))
        cut.append(Piece(_one_line(text[one:other]), is_marked=True))
        at = other
    cut.append(Piece(_one_line(text[at:end])))
    return tuple(piece for piece in cut if piece.text)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
