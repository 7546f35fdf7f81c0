"""CVR numbers of firms that are one person's own.

A company's CVR number is public and no finding. That a firm is one person's own must stand beside the number; the
case's own sole traders are found as known terms."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .digits import DigitRow
from .findings import PiiClass
from .reading import Reading

_SOLE_TRADER = (b"enkeltmands", b"personligt ejet", b"personligt drevet")
_CVR_BEFORE = re.compile(rb"(?:cvr|se)[ .-]{0,2}(?:nr|nummer)?[ .:]{0,4}$")
_DIGITS = 8
_REACH = 90


def find_sole_traders(reading: Reading, row: DigitRow) -> Iterator[Candidate]:
    """Yield a CVR number close to the words for a one-person firm. Linear: 200 characters are read at each row."""
    start = row.at[0]
    if len(row.digits) < _DIGITS or not _CVR_BEFORE.search(reading.low[max(0, start - 16) : start]):
        return
    end = row.end(_DIGITS)
    around = reading.low[max(0, start - _REACH) : end + _REACH]
    if any(word in around for word in _SOLE_TRADER):
        yield Candidate(PiiClass.CVR, start, end, 0.5, ("context:sole-trader",))
