"""Licence plates: two letters and five digits, where the words around speak of a car.

The shape alone is drawings, models and archive marks, so without such words it stays far under the gate."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .findings import PiiClass
from .reading import Reading

_SHAPE = re.compile(rb"AA[ .-]?00[ .-]?000(?![0Aa])")
_PLATE_BEFORE = re.compile(
    rb"(?:nummerplader?n?|indregistrer\w{0,6}|registreringsn\w{0,8}|\breg\.? ?n(?:r|ummer)\w{0,2}|\bregnr)"
)
_CAR = re.compile(
    rb"(?:k\xf8ret\xf8j|\bbil(?:en|ens|er|erne|ist|isten)?\b|[a-z\xe6\xf8\xe5]bil(?:en|er)?\b|varevogn|\btaxa|trailer"
    rb"|p\xe5h\xe6ngsvogn|campingvogn|motorcykel|knallert|\bmc\b|nummerplade|indregistr|parkere[rt]|parkerings"
    rb"|volvo|toyota|peugeot|skoda|citro|renault|volkswagen|\bvw\b|mercedes|\bbmw\b|\bford\b)"
)
_AGAINST = re.compile(
    rb"(?:tegn(?:ing)?\w{0,4}|model|type|vare|artikel|art|serie|projekt|bilag|kort|journal|rekv\w{0,6})"
    rb"(?:[ .-]{0,2}(?:nr|nummer|id))?[ .:]{0,3}$"
)
_BEFORE, _AFTER, _RIGHT_BEFORE = 64, 40, 32


def find_plates(reading: Reading) -> Iterator[Candidate]:
    """Yield licence plates. Linear: a search for two capitals and two digits, a hundred characters around each."""
    for opening in (b"AA 00", b"AA00", b"AA-00", b"AA.00"):
        position = reading.kinds.find(opening)
        while position >= 0:
            match = _SHAPE.match(reading.kinds, position)
            if match and _stands_alone(reading, position, match.end()):
                yield _weigh(reading, position, match.end())
            position = reading.kinds.find(opening, position + 1)


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    before = reading.kinds[start - 1 : start] if start else b""
    after = reading.kinds[end : end + 2]
    return (
        before not in (b"a", b"A", b"0", b"-") and after[:1] not in (b"a", b"A", b"0") and after not in (b"-0", b".0")
    )


def _weigh(reading: Reading, start: int, end: int) -> Candidate:
    before = reading.low[max(0, start - _BEFORE) : start]
    if _AGAINST.search(before):
        return Candidate(PiiClass.LICENCE_PLATE, start, end, 0.1, ("plate-shape", "labelled:drawing"))
    speaks_of_cars = bool(_CAR.search(before) or _CAR.search(reading.low[end : end + _AFTER]))
    if b"plade" in before[-_RIGHT_BEFORE:] or (
        _PLATE_BEFORE.search(before[-_RIGHT_BEFORE:]) and b"konto" not in before
    ):
        return Candidate(PiiClass.LICENCE_PLATE, start, end, 0.88, ("plate-shape", "context:plate"))
    if speaks_of_cars:
        return Candidate(PiiClass.LICENCE_PLATE, start, end, 0.6, ("plate-shape", "context:car"))
    return Candidate(PiiClass.LICENCE_PLATE, start, end, 0.15, ("plate-shape",))
