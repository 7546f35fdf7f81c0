"""One Danish analysis for documents and queries: text in, terms out.

What is here: the analyser that indexing, query parsing and highlighting share, so that they can never disagree.
What is not: the index, the query language, ranking (see `torvet.shared.search`).

Terms are white-space text, so that any engine can index them as they are. A `~` term is a folded name. A part, a
`~` term and a variant of a number all stand in `parts`, where order means nothing.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version as installed_version
from pathlib import Path

from torvet.pure.danish.folding import clean, clean_with_offsets, fold_terms, is_clean
from torvet.pure.danish.identifiers import spaced_numbers
from torvet.pure.danish.lexicon import Lexicon, ShortLexicon, TableLexicon
from torvet.pure.danish.reading import Reader, Reading
from torvet.pure.danish.tables import Table
from torvet.pure.danish.tokens import TokenKind, find_tokens, line_end_cuts

CHUNKS_KEPT = 100_000
"""White-space chunks remembered in each of two generations, about 35 MB a generation."""
PLACED_KEPT = 50_000
"""Chunks remembered with the places of their tokens, for highlighting: about 25 MB."""
LONGEST_CHUNK_KEPT = 80
"""Longer chunks (addresses, encoded data) come once and are not worth remembering."""

SOURCES = (
    *("analyser.py", "compounds.py", "folding.py", "identifiers.py", "lexicon.py", "reading.py", "tables.py"),
    *("tokens.py", "words.py"),
)

_CHUNK = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or identifier: its place in the given text (code points), and what it is found under."""

    start: int
    end: int
    term: str
    parts: tuple[str, ...]
    folded: tuple[str, ...]
    kind: TokenKind


@dataclass(frozen=True, slots=True)
class IndexText:
    """What an index holds of a text, as white-space separated words.

    `terms` and `exact` have one word a token, in the text's order. `parts` has the rest without order: further
    readings, compound parts, `~` folded names, variants of numbers.
    """

    terms: str
    parts: str
    exact: str


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One token of a query, and everything it should be asked as.

    A document meets it if it holds `term` or one of `other_terms` in its terms or parts, or one of `folded` or
    `identifiers` in its parts (an identifier also in its terms), or all of `parts` in its terms or parts. `exact` is
    for quoted words. `is_common` says that it is a function word, which a query of several words can do without.
    """

    exact: str
    kind: TokenKind
    term: str
    other_terms: tuple[str, ...]
    parts: tuple[str, ...]
    folded: tuple[str, ...]
    identifiers: tuple[str, ...]
    is_common: bool


_Chunk = tuple[str, str, str]


class _Chunks(dict[str, _Chunk]):
    """Remembers two generations of chunks: what was asked for lately stays, the rest goes without bookkeeping."""

    def __init__(self, analyse: Callable[[str], _Chunk]) -> None:
        self._analyse = analyse
        self._old: dict[str, _Chunk] = {}

    def __missing__(self, chunk: str) -> _Chunk:
        entry = self._old.get(chunk)
        if entry is None:
            entry = self._analyse(chunk)
        if len(chunk) <= LONGEST_CHUNK_KEPT:
            if len(self) >= CHUNKS_KEPT:
                self._old = dict(self)
                self.clear()
            self[chunk] = entry
        return entry


class Analyser:
    """Analyses Danish text; one object serves a whole process, from several threads too."""

    version: str
    """Changes whenever any output could change; an index made under another version is rebuilt."""

    def __init__(self, lexicon: Lexicon, tables: str) -> None:
        """Take a lexicon and a short name of its contents."""
        self.version = f"da-{_code_hash()}-{tables}"
        self._reader = Reader(lexicon)
        self._chunks = _Chunks(self._analyse_chunk)
        self._placed = lru_cache(maxsize=PLACED_KEPT)(self._read_chunk)

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text in order, with offsets into the text as it was given.

        Example without tables: `tokens("2 bøger")[1]` is a word from 2 to 7 with the term `bog`.
        """
        prepared, offsets = self._prepare(text)
        spaced = {start: (term,) for start, _, term in spaced_numbers(prepared)}
        return [
            Token(
                start=offsets[start] if offsets else start,
                end=offsets[end] if offsets else end,
                term=reading.term,
                parts=reading.others + reading.parts + spaced.get(start, ()),
                folded=reading.folded,
                kind=kind,
            )
            for start, end, kind, reading in self._read_text(prepared)
        ]

    def index_text(self, text: str) -> IndexText:
        """What an index should hold of a text; remembers chunks, so it is fastest on many texts of one language.

        Example without tables: `index_text("To børn på Søvej")` has the terms `to barn på søvej`, and `~sovej` among
        its parts.
        """
        prepared, _ = self._prepare(text)
        entries = list(map(self._chunks.__getitem__, prepared.split()))
        if not entries:
            return IndexText("", "", "")
        terms, extras, exact = zip(*entries, strict=True)
        spaced = [term + " " for _, _, term in spaced_numbers(prepared)]
        return IndexText(
            terms="".join(terms).rstrip(),
            parts="".join(dict.fromkeys([*extras, *spaced])).rstrip(),
            exact="".join(exact).rstrip(),
        )

    def query_word(self, word: str) -> QueryWord | None:
        """What the first token of `word` should be asked as, or None if there is none (`query_words` gives all)."""
        return next(iter(self.query_words(word)), None)

    def query_words(self, text: str) -> tuple[QueryWord, ...]:
        """What each token of a query text should be asked as."""
        prepared = clean(text)
        return tuple(
            self._ask(prepared[start:end], kind, reading) for start, end, kind, reading in self._read_text(prepared)
        )

    def _ask(self, written: str, kind: TokenKind, reading: Reading) -> QueryWord:
        is_word = kind is TokenKind.WORD
        is_name = is_word and self._reader.may_be_asked_as_name(reading.exact)
        parts = self._reader.top_parts(reading.parts) if is_word and not (is_name and written[0].isupper()) else ()
        return QueryWord(
            exact=reading.exact,
            kind=kind,
            term=reading.term,
            other_terms=reading.others,
            parts=parts if len(parts) > 1 else (),
            folded=fold_terms(reading.exact) if is_name else (),
            identifiers=() if is_word else reading.parts,
            is_common=is_word and self._reader.is_common(reading.exact),
        )

    def joined(self, left: str, right: str) -> str | None:
        """The term of two neighbouring words written as one, if that is a known word, a compound or a number.

        Ask it in terms and parts. Examples with tables: `lokal`, `plan` -> `lokalplan`; `7`, `a` -> `7a`.
        """
        one, other = clean(left).lower(), clean(right).lower()
        if one.isdecimal() and len(one) <= 4 and other.isalpha() and len(other) <= 2:
            return one.lstrip("0") + other
        if not (one.isalpha() and other.isalpha()):
            return None
        return self._reader.joined(one, other)

    def highlight(self, text: str, wanted: Collection[str]) -> list[tuple[int, int]]:
        """Where words stand that meet a wanted term by their own term, a part or a folded spelling, in order.

        `wanted` are terms as in `QueryWord` (`term`, `other_terms`, `parts`, `folded`, `identifiers`). Example with
        tables: `highlight("Byggetilladelsen", {"tilladelse"}) == [(0, 16)]`.
        """
        terms = frozenset(wanted)
        prepared, offsets = self._prepare(text)
        spans = list(self._find_wanted(prepared, terms))
        spaced = [(start, end) for start, end, term in spaced_numbers(prepared) if term in terms]
        if spaced:
            spans = sorted({*spans, *spaced})
        return [(offsets[start], offsets[end]) for start, end in spans] if offsets else spans

    def _find_wanted(self, prepared: str, wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
        marks: dict[str, list[tuple[int, int]]] = {}
        for match in _CHUNK.finditer(prepared):
            chunk = match.group()
            found = marks.get(chunk)
            if found is None:
                found = marks[chunk] = [
                    (start, end) for start, end, _, reading in self._placed_in(chunk) if _meets(reading, wanted)
                ]
            if found:
                base = match.start()
                yield from [(base + start, base + end) for start, end in found]

    def _prepare(self, text: str) -> tuple[str, list[int]]:
        """The text cleaned and with words whole that a line end parted; offsets are empty if nothing changed."""
        cuts = line_end_cuts(text, self._reader.is_word)
        if not cuts and is_clean(text):
            return text, []
        pieces: list[str] = []
        offsets: list[int] = []
        position = 0
        for start, end in [*cuts, (len(text), len(text))]:
            cleaned, places = clean_with_offsets(text[position:start])
            pieces.append(cleaned)
            offsets.extend(position + place for place in places[:-1])
            position = end
        return "".join(pieces), [*offsets, len(text)]

    def _read_text(self, prepared: str) -> Iterator[tuple[int, int, TokenKind, Reading]]:
        for chunk in _CHUNK.finditer(prepared):
            base = chunk.start()
            for start, end, kind, reading in self._placed_in(chunk.group()):
                yield base + start, base + end, kind, reading

    def _placed_in(self, chunk: str) -> list[tuple[int, int, TokenKind, Reading]]:
        return self._placed(chunk) if len(chunk) <= LONGEST_CHUNK_KEPT else self._read_chunk(chunk)

    def _read_chunk(self, chunk: str) -> list[tuple[int, int, TokenKind, Reading]]:
        """The tokens of a chunk; two words with a hyphen between get the joined word among the first one's parts."""
        read = self._reader.read
        found = [(start, end, kind, read(chunk[start:end], kind)) for start, end, kind in find_tokens(chunk)]
        for place in range(len(found) - 1):
            start, end, kind, reading = found[place]
            next_start, next_end, next_kind, _ = found[place + 1]
            if kind is next_kind is TokenKind.WORD and chunk[end:next_start] == "-":
                term = self.joined(chunk[start:end], chunk[next_start:next_end])
                if term is not None:
                    found[place] = start, end, kind, reading._replace(parts=(*reading.parts, term))
        return found

    def _analyse_chunk(self, chunk: str) -> _Chunk:
        readings = [reading for _, _, _, reading in self._read_chunk(chunk)]
        extras = [term for reading in readings for term in reading.others + reading.parts + reading.folded]
        terms = "".join(reading.term + " " for reading in readings)
        exact = "".join(reading.exact + " " for reading in readings)
        # One object for both where they agree: the memory that is touched is what the time goes to.
        return terms, "".join(term + " " for term in extras), terms if exact == terms else exact


def _meets(reading: Reading, wanted: frozenset[str]) -> bool:
    return (
        reading.term in wanted
        or not wanted.isdisjoint(reading.parts)
        or not wanted.isdisjoint(reading.folded)
        or not wanted.isdisjoint(reading.others)
    )


@lru_cache(maxsize=1)
def _code_hash() -> str:
    digest = hashlib.sha256()
    for name in SOURCES:
        digest.update(Path(__file__).with_name(name).read_bytes())
    digest.update(f"{installed_version('snowballstemmer')} {unicodedata.unidata_version}".encode())
    return digest.hexdigest()[:8]


def load(tables: Path | None) -> Analyser:
    """The analyser with the word table at a path, or without one if it is None or not there.

    Without a table there are Snowball stems, the irregular forms, names and numbers, but no compounds; the version
    says `short`. Raises `TablesError` if the file is there but damaged. Takes milliseconds and some 1 MB.
    """
    if tables is None or not tables.is_file():
        return Analyser(ShortLexicon(), "short")
    table = Table(tables)
    return Analyser(TableLexicon(table), table.header.content[:8])
