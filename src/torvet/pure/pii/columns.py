"""CPR numbers broken over two lines of a table column, with the text of the next column between their parts.

"250258-   Ryesgade 12" with "5005      8000 Aarhus" in the line below is one number in a narrow column."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .context import cpr_context
from .cpr import passes_modulus_11, valid_date
from .findings import PiiClass
from .reading import Reading

_SPLIT = re.compile(
    rb"(?P<date>\d{6})(?P<hyphen>[ ]?-)?(?:[ \xa0|]{2,24}|\t)[^\r\n]{1,80}\r?\n[ \xa0\t|]{0,8}"
    rb"(?P<serial>\d{4})(?=[ \xa0]{2}|[\t|\r\n]|$)"
)


def find_split_cpr(reading: Reading) -> Iterator[Candidate]:
    """Yield both parts of each CPR number that a column breaks. Linear: one line more is read at each six digits."""
    position = reading.kinds.find(b"000000")
    while position >= 0:
        match = _SPLIT.match(reading.raw, position)
        if match and reading.kinds[position - 1 : position] != b"0":
            yield from _parts(reading, match)
        position = reading.kinds.find(b"000000", position + 6)


def _parts(reading: Reading, match: re.Match[bytes]) -> Iterator[Candidate]:
    digits = (match.group("date") + match.group("serial")).decode("ascii")
    kind = valid_date(digits)
    if kind is None:
        return
    context = cpr_context(reading, *match.span("date"))
    grounds = [match.group("hyphen") is not None, context is not None, passes_modulus_11(digits)]
    score = (0.1, 0.25, 0.55, 0.75)[sum(grounds)]
    reasons = ("layout:split-over-columns", kind, *((context,) if context else ()))
    for part in ("date", "serial"):
        yield Candidate(PiiClass.CPR, match.start(part), match.end(part), score, reasons)
