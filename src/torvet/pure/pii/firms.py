"""CVR numbers of firms that are one person's own.

A company's CVR number is public and no finding. That a firm is one person's own must stand beside the number; the
case's own sole traders are found as known terms."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .findings import PiiClass
from .reading import Reading

_SOLE_TRADER = (b"enkeltmandsvirksomhed", b"enkeltmandsfirma", b"personligt ejet", b"personligt drevet")
_CVR = re.compile(rb"(?:cvr|se)[ .-]{0,2}(?:nr|nummer)?[ .:]{0,4}(\d{2}(?: ?\d{2}){3})(?!\d)")
_REACH = 90


def find_sole_traders(reading: Reading) -> Iterator[Candidate]:
    """Yield CVR numbers close to the words for a one-person firm. Linear: 180 characters are read at each."""
    for word in _SOLE_TRADER:
        position = reading.low.find(word)
        while position >= 0:
            for match in _CVR.finditer(reading.low, max(0, position - _REACH), position + len(word) + _REACH):
                yield Candidate(PiiClass.CVR, match.start(1), match.end(1), 0.5, ("context:sole-trader",))
            position = reading.low.find(word, position + len(word))
