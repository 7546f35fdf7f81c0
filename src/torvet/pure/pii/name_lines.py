"""Names that the lines of a page tell: beside an e-mail address, under the heading "Navn", turned round, broken over
two lines."""

import re
from collections.abc import Iterable, Iterator, Sequence

from .candidates import Candidate
from .findings import PiiClass
from .name_words import LETTERS, UPPER, is_company, traits, trimmed, words_at
from .reading import Reading

_WIDEST_NAME = 80
_NAME_AT_END = re.compile(
    rb"(?<![" + LETTERS + rb"])(?P<name>[" + UPPER + rb"][" + LETTERS + rb"'.-]{0,30}"
    rb"(?:[ \xa0](?:(?:von|van|de|der|den|el|al|bin)[ \xa0])?[" + UPPER + rb"][" + LETTERS + rb"'.-]{0,30}){1,6})$"
)
_TURNED_AT_END = re.compile(
    rb"(?<!["
    + LETTERS
    + rb",])(?P<name>["
    + UPPER
    + rb"]["
    + LETTERS
    + rb"'-]{1,30}, ["
    + UPPER
    + rb"]["
    + LETTERS
    + rb"'.-]{0,30}"
    rb"(?: [" + UPPER + rb"][" + LETTERS + rb"'.-]{0,30}){0,3})$"
)
_BEFORE_ADDRESS = re.compile(rb"[ \xa0\"',(<\[]{1,4}(?:e-?mail:? |mailto:)?$")
_LOCAL_AT_END = re.compile(rb"[A-Za-z0-9\xc0-\xff._%+-]{1,64}$")
_HEADING = re.compile(rb"[ \xa0]{0,8}(?:navne?|ans\xf8gers navn|deltagere?|efternavn|fornavn)[ \xa0]{0,8}")
_CELL_GAP = re.compile(rb"[ \xa0]{0,8}[\t|;][ \xa0]{0,8}|[ \xa0]{2,40}")
_MOST_ROWS = 500
_ENDS_WORD = b"aA"
_LONGEST_LINE = 400
_CELL = re.compile(
    rb"["
    + UPPER
    + rb"]["
    + LETTERS
    + rb"'.-]{0,30}(?:,? (?:(?:von|van|de|der|al|el|bin) )?["
    + UPPER
    + rb"]["
    + LETTERS
    + rb"'.-]{0,30}){1,5}"
)


def find_in_lines(reading: Reading) -> Iterator[Candidate]:
    """Yield names by their place on the page. Linear: each trigger reads some eighty characters, or its column once."""
    yield from _beside_mail_addresses(reading)
    yield from _under_headings(reading)
    yield from _turned_round(reading)
    yield from _over_line_ends(reading)


def name_before(reading: Reading, end: int, reason: str, score: float = 0.6) -> Candidate | None:
    """Take two or more capitalised words that end at `end` as a name, whatever the lists say."""
    match = _NAME_AT_END.search(reading.raw, max(0, end - _WIDEST_NAME), end)
    if match is None:
        return None
    words = words_at(reading, match.start("name"))
    while words and (words[0].traits.stops or words[0].traits.role):
        words = words[1:]
    if len(words) < 2 or words[-1].end < end:
        return None
    if any(word.traits.stops or word.traits.institution or word.traits.firm for word in words):
        return None
    return Candidate(PiiClass.NAME, words[0].start, words[-1].end, score, (reason,))


def _beside_mail_addresses(reading: Reading) -> Iterator[Candidate]:
    position = reading.raw.find(b"@")
    while position >= 0:
        local = _LOCAL_AT_END.search(reading.raw, max(0, position - 64), position)
        joint = _BEFORE_ADDRESS.search(reading.raw, max(0, local.start() - 12), local.start()) if local else None
        if joint:
            found = _turned_before(reading, joint.start()) or name_before(
                reading, joint.start(), "trigger:mail-head", 0.72
            )
            if found:
                yield found
        position = reading.raw.find(b"@", position + 1)


def _turned_before(reading: Reading, end: int) -> Candidate | None:
    """Take "Bro, Rose" before an address."""
    match = _TURNED_AT_END.search(reading.raw, max(0, end - _WIDEST_NAME), end)
    if match is None:
        return None
    words = words_at(reading, match.end("name") - len(match.group("name").partition(b", ")[2]))
    if not words or not words[0].traits.given:
        return None
    return Candidate(PiiClass.NAME, match.start("name"), match.end("name"), 0.72, ("trigger:mail-head", "turned-round"))


def _under_headings(reading: Reading) -> Iterator[Candidate]:
    """Yield the cells of each column headed "Navn". Every line is read for at most one heading line."""
    for word in (b"navn", b"deltager"):
        position = reading.low.find(word)
        while position >= 0:
            start = reading.kinds.rfind(b"n", max(0, position - _LONGEST_LINE), position) + 1
            end = _line_end(reading, start)
            cells = _cells(reading, start, end)
            columns = [k for k, (a, b) in enumerate(cells) if _HEADING.fullmatch(reading.low, a, b)]
            if columns:
                rows = list(_rows_below(reading, end, len(cells)))
                yield from _names_in(reading, rows, columns, single=len(cells) == 1)
                end = rows[-1][-1][1] if rows else end
            position = reading.low.find(word, max(end, position + 1))


def _rows_below(reading: Reading, end: int, width: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the cells of each line below a heading, for as long as there are columns as in the heading."""
    for _ in range(_MOST_ROWS):
        start = end + 1 + (reading.raw[end : end + 2] == b"\r\n")
        end = _line_end(reading, start)
        row = _cells(reading, start, end)
        if end <= start or not row or (width == 1) != (len(row) == 1):
            return
        yield row


def _names_in(
    reading: Reading, rows: Iterable[list[tuple[int, int]]], columns: Sequence[int], *, single: bool
) -> Iterator[Candidate]:
    for row in rows:
        found = False
        for start, end in (row[k] for k in columns if k < len(row)):
            name = _CELL.fullmatch(reading.raw, start, end)
            words = trimmed(words_at(reading, start)) if name else []
            if (
                len(words) > 1
                and not any(word.traits.firm for word in words)
                and not is_company(reading, words[-1].end)
            ):
                found = True
                yield Candidate(PiiClass.NAME, start, end, 0.7, ("trigger:column",))
        if single and not found:
            return


def _line_end(reading: Reading, position: int) -> int:
    end = reading.kinds.find(b"n", position, position + _LONGEST_LINE)
    return min(len(reading.raw), position + _LONGEST_LINE) if end < 0 else end


def _cells(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    cells = []
    for gap in _CELL_GAP.finditer(reading.raw, start, end):
        if gap.start() > start or gap.group().strip():
            cells.append((start, gap.start()))
        start = gap.end()
    return [*cells, (start, end)] if start < end else cells


def _turned_round(reading: Reading) -> Iterator[Candidate]:
    """Yield "Holm, Anders Peter" and "Jensen, Mette": a surname, a comma and given names only."""
    comma = reading.kinds.find(b", A")
    while comma >= 0:
        start = reading.kinds.rfind(b" ", max(0, comma - 32), comma) + 1
        start = max(start, reading.kinds.rfind(b"n", start, comma) + 1)
        if reading.kinds[start : start + 1] == b"A" and not _goes_on_before(reading, start):
            found = _surname_and_given(reading, start, comma)
            if found:
                yield found
        comma = reading.kinds.find(b", A", comma + 1)


def _goes_on_before(reading: Reading, start: int) -> bool:
    """Tell whether another capitalised word stands right before, so that "Jens Holm, Anders" is a list."""
    if reading.kinds[start - 1 : start] != b" ":
        return False
    before = reading.kinds.rfind(b" ", max(0, start - 32), start - 1) + 1
    return reading.kinds[before : before + 1] == b"A" and reading.kinds[start - 2 : start - 1] in (b"a", b"A", b".")


def _surname_and_given(reading: Reading, start: int, comma: int) -> Candidate | None:
    surname = traits(reading.low[start:comma])
    if not surname.surname or surname.stops or (surname.given and not surname.sure_surname):
        return None
    words = words_at(reading, comma + 2)
    given = [word for word in words if word.traits.given]
    if not given or not all(word.traits.given or word.traits.initial for word in words):
        return None
    if len(given) < 2 and not given[0].traits.sure_given:
        return None
    return Candidate(PiiClass.NAME, start, words[-1].end, 0.6, ("name-list", "turned-round"))


def _over_line_ends(reading: Reading) -> Iterator[Candidate]:
    """Yield a given name that ends a line with the surname that begins the next."""
    kinds = reading.kinds
    position = kinds.find(b"n", 1)
    while position >= 0:
        following = (
            position
            + 1
            + (kinds[position + 1 : position + 2] == b"n" and reading.raw[position : position + 1] == b"\r")
        )
        if kinds[position - 1] in _ENDS_WORD and kinds[following : following + 1] == b"A":
            found = _joined(reading, position, following)
            if found:
                yield found
        position = kinds.find(b"n", following)


def _joined(reading: Reading, end: int, next_start: int) -> Candidate | None:
    last_word = (
        max(reading.kinds.rfind(b" ", max(0, end - 32), end), reading.kinds.rfind(b"n", max(0, end - 32), end)) + 1
    )
    if not traits(reading.low[last_word:end]).sure_given:
        return None
    start = _words_back(reading, end)
    if start == end:
        return None
    before = trimmed(words_at(reading, start))
    after = trimmed(words_at(reading, next_start))
    if not before or not after or before[-1].end != end or not before[-1].traits.sure_given:
        return None
    surname = next((k for k, word in enumerate(after[:3]) if word.traits.surname), None)
    if surname is None or any(not (w.traits.given or w.traits.initial) for w in after[:surname]):
        return None
    last = surname
    while last + 1 < len(after) and after[last + 1].traits.surname:
        last += 1
    if is_company(reading, after[last].end):
        return None
    first = next(word for word in before if word.traits.given)
    return Candidate(PiiClass.NAME, first.start, after[last].end, 0.6, ("name-list", "over-line-end"))


def name_with_particle(reading: Reading, position: int, end: int) -> Candidate | None:
    """Take "Bodil von Holst": a given name, a particle in small letters from `position` to `end`, and a capital."""
    start = _words_back(reading, position)
    words = trimmed(words_at(reading, start)) if start < position else []
    given = next((word.start for word in words if word.traits.given), position)
    if not words or not given < position < end < words[-1].end or is_company(reading, words[-1].end):
        return None
    return Candidate(PiiClass.NAME, given, words[-1].end, 0.6, ("name-list", "particle"))


def _words_back(reading: Reading, end: int) -> int:
    """Give where the capitalised words that end at `end` begin, at most four of them."""
    start = end
    for _ in range(4):
        stop = start if start == end else start - 1
        space = max(
            reading.kinds.rfind(b" ", max(0, stop - 32), stop), reading.kinds.rfind(b"n", max(0, stop - 32), stop)
        )
        if reading.kinds[space + 1 : space + 2] != b"A":
            break
        start = space + 1
        if reading.kinds[space - 1 : space + 1] not in (b"a ", b"A ", b". "):
            break
    return start
