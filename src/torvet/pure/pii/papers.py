"""Numbers of papers that prove who somebody is: passports, identity cards and driving licences.

The machine-readable lines of a passport carry check digits (ICAO Doc 9303, weights 7-3-1). A number alone has none,
so it is known by the word before it only."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .digits import DigitRow
from .findings import PiiClass
from .reading import Reading

_MACHINE_LINE = re.compile(rb"[ \t]{0,8}[A-Z0-9<](?: ?[A-Z0-9<]){27,45}[ \t]{0,8}")
_LONGEST_LINE = 110  # 46 characters with a space after each, and room at both ends
_OPENING = re.compile(rb"[PIACV][A-Z<][A-Z]{1,3}<{0,2}[A-Z0-9<]{20,}")
# Where the three checked fields stand: (line from the block's first, start of field, end of field = check digit).
_TWO_LINES = ((1, 0, 9), (1, 13, 19), (1, 21, 27))  # TD2 of 36 and TD3 of 44 characters a line
_THREE_LINES = ((0, 5, 14), (1, 0, 6), (1, 8, 14))  # TD1 of 30 characters a line
_WEIGHTS = (7, 3, 1)

_MARKS = rb"(?:[ \xa0.:=#()-]|er|\r?\n){0,6}"
_NUMBER_WORD = rb"(?:et|ets)?[ \xa0-]?(?:nr|nummer|numre|no|number|id)(?:et)?\b\.?"
_PASSPORT_BEFORE = re.compile(
    rb"(?<![a-z\xdf-\xff])(?:pas(?:set|sets)?|passport|pas- og id|id-?kort|legitimationskort|opholdskort"
    rb"|rejsedokument|udl\xe6ndinge)" + _NUMBER_WORD + _MARKS + rb"(?P<letters>[a-z]{0,3}[ \xa0]?)$"
)
_LICENCE_BEFORE = re.compile(
    rb"(?:k\xf8rekort(?:et|ets)?|driving licen[cs]e)(?:"
    + _NUMBER_WORD
    + rb"|[ \xa0](?:med|har)(?: nummer| nr\.?)?|:)"
    + _MARKS
    + rb"(?P<letters>)$"
)
_WINDOW = 48
_LABELS = (
    (b"pas", _PASSPORT_BEFORE, PiiClass.PASSPORT),
    (b"kort", _PASSPORT_BEFORE, PiiClass.PASSPORT),
    (b"rejsedok", _PASSPORT_BEFORE, PiiClass.PASSPORT),
    (b"udl\xe6nd", _PASSPORT_BEFORE, PiiClass.PASSPORT),
    (b"k\xf8rekort", _LICENCE_BEFORE, PiiClass.DRIVING_LICENCE),
    (b"driving", _LICENCE_BEFORE, PiiClass.DRIVING_LICENCE),
)
_FEWEST, _MOST = 6, 10


def find_papers(reading: Reading) -> Iterator[Candidate]:
    """Yield machine-readable lines of passports and identity cards. Linear: each line is read a few times."""
    position = reading.raw.find(b"<")
    while position >= 0:
        block = _block(reading, position)
        candidate = _judge_block(block) if block else None
        if candidate:
            yield candidate
        end = block[-1][1] if block else _line_end(reading, position)
        position = reading.raw.find(b"<", max(end, position + 1))


def find_paper_numbers(reading: Reading, row: DigitRow) -> Iterator[Candidate]:
    """Yield the first number of a digit row if the words right before say that it is a paper's."""
    start = row.at[0]
    before = reading.low[max(0, start - _WINDOW) : start]
    for word, pattern, pii_class in _LABELS:
        match = pattern.search(before) if word in before else None
        count = _leading_digits(row) if match else 0
        if match and _FEWEST <= count <= _MOST:
            letters = len(match.group("letters"))
            yield Candidate(pii_class, start - letters, row.end(count), 0.88, ("context:paper",))
            return


def _leading_digits(row: DigitRow) -> int:
    """Count the digits up to the first gap that is more than a space."""
    return next((k for k in range(1, len(row.digits) + 1) if row.gaps[k] not in "ns"), len(row.digits))


_Line = tuple[int, int, bytes]


def _block(reading: Reading, position: int) -> list[_Line]:
    """Give the machine-readable lines around a position: start, end, and the characters without spaces."""
    first = _line_at(reading, _line_start(reading, position))
    if first is None:
        return []
    lines = [first]
    for _ in range(2):
        before = _line_at(reading, _line_start(reading, lines[0][0] - 1)) if lines[0][0] > 0 else None
        if before is None or before[1] > lines[0][0]:
            break
        lines.insert(0, before)
    while len(lines) < 3 and lines[-1][1] < len(reading.raw):
        start = lines[-1][1] + 1
        after = _line_at(reading, start + (reading.raw[start : start + 1] == b"\n"))
        if after is None:
            break
        lines.append(after)
    return lines


def _line_start(reading: Reading, position: int) -> int:
    low = max(0, position - _LONGEST_LINE)
    return max(reading.kinds.rfind(b"n", low, max(position, 0)) + 1, low)


def _line_end(reading: Reading, position: int) -> int:
    end = reading.kinds.find(b"n", position, position + _LONGEST_LINE)
    return position + _LONGEST_LINE if end < 0 else end


def _line_at(reading: Reading, start: int) -> _Line | None:
    match = _MACHINE_LINE.match(reading.raw, start)
    if match is None or reading.kinds[match.end() : match.end() + 1] not in (b"n", b""):
        return None
    letters = match.group().replace(b" ", b"").replace(b"\t", b"")
    return start, match.end(), letters


def _judge_block(lines: list[_Line]) -> Candidate | None:
    start, end = lines[0][0], lines[-1][1]
    letters = [line[2] for line in lines]
    shapes = [_TWO_LINES] * (len(lines) >= 2) + [_THREE_LINES] * (len(lines) == 3)
    best = max((_right_digits(letters, shape) for shape in shapes), default=0)
    if best >= 2:
        return Candidate(PiiClass.PASSPORT, start, end, 0.98, ("machine-readable", "check-digits"))
    if best or any(b"<<" in each and _OPENING.match(each) for each in letters):
        return Candidate(PiiClass.PASSPORT, start, end, 0.65, ("machine-readable",))
    return None


def _right_digits(lines: list[bytes], shape: tuple[tuple[int, int, int], ...]) -> int:
    return sum(
        len(lines[line]) > end and lines[line][end : end + 1] == str(check_digit(lines[line][start:end])).encode()
        for line, start, end in shape
    )


def check_digit(field: bytes) -> int:
    """Give the 7-3-1 check digit of a machine-readable field: `check_digit(b"740812") == 2`."""
    return sum(_value(byte) * _WEIGHTS[k % 3] for k, byte in enumerate(field)) % 10


def _value(byte: int) -> int:
    if 48 <= byte <= 57:
        return byte - 48
    return byte - 55 if 65 <= byte <= 90 else 0
