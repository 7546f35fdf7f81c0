"""Words that may be part of a name: what the lists say of each, and rows of them in a text.

Streets, firms and institutions that carry a person's name are no personal names; they are told from people here."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .name_lists import (
    GIVEN_NAMES,
    INSTITUTION_ENDINGS,
    NOT_NAMES,
    STREET_ENDINGS,
    STREET_WORDS,
    SURNAME_ENDINGS,
    SURNAMES,
    UNSURE_GIVEN_NAMES,
    UNSURE_SURNAMES,
)
from .reading import Reading
from .role_lists import FIRM_WORDS, ROLE_WORDS

UPPER = rb"A-Z\xc0-\xd6\xd8-\xde"
LETTERS = rb"A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\xff"
MOST_WORDS = 8
# One word of a name: "Anders", "Anne-Marie", "O'Brien", "P.", "N.P.".
_WORD = re.compile(
    rb"["
    + UPPER
    + rb"](?:["
    + LETTERS
    + rb"]{1,30}(?:[-']["
    + LETTERS
    + rb"]{1,30}){0,2}|\.(?:["
    + UPPER
    + rb"]\.){0,3}"
    rb"|(?=[ \xa0]))"
)
_BETWEEN = re.compile(rb"[ \xa0\t]{1,3}")
_PARTICLE = re.compile(rb"(?:von|van|de|der|den|af|el|al|bin|la|du|di|ten|zu|dos|ben|abu)(?=[ \xa0])")
_COMPANY_AFTER = re.compile(
    rb"[ \xa0,]{0,2}(?:a/s|aps|i/s|ivs|k/s|p/s|amba|a\.m\.b\.a|ltd|gmbh|inc\b|smba|fmba"
    rb"|& s\xf8n|og s\xf8n|& co|holding|fonden?\b|legat)"
    rb"|(?:[ \xa0](?:&|og)[ \xa0][a-z\xdf-\xff]{2,30}){1,2}[ \xa0](?:a/s|aps|i/s|k/s|p/s)"
)
_NUMBER_AFTER = re.compile(rb"[ \xa0]\d")
_ROLE_ENDINGS = (
    *(b"mand", b"mester", b"ejer", b"ejeren", b"inspekt\xf8r", b"handler", b"leder", b"chef", b"l\xe6rer"),
    *(b"minister", b"medlem", b"formand", b"direkt\xf8r", b"arkitekt", b"mesteren", b"lederen", b"formanden"),
)
_FIRM_ENDINGS = (b"firmaet", b"selskabet", b"firma", b"tegnestuen", b"forretningen")
_NOUN_ENDINGS = (b"elsen", b"ssen", b"ningen")


@dataclass(frozen=True, slots=True)
class Traits:
    """What the lists say of one word in lower case; the genitive is taken off first ("hansens" is "hansen")."""

    initial: bool
    given: bool
    sure_given: bool
    surname: bool
    sure_surname: bool
    listed_surname: bool
    stops: bool
    street: bool
    institution: bool
    street_ending: bool
    role: bool
    firm: bool
    genitive: bool
    length: int


@lru_cache(maxsize=65536)
def traits(low: bytes) -> Traits:
    """Look one word in lower case up in all lists."""
    stem = _stem(low)
    given = stem in GIVEN_NAMES or low.partition(b"-")[0] in GIVEN_NAMES
    return Traits(
        initial=low.endswith(b".") or len(low) == 1,
        given=given,
        sure_given=given and stem not in UNSURE_GIVEN_NAMES,
        surname=stem in SURNAMES
        or (len(low) > 5 and stem.endswith(SURNAME_ENDINGS) and not stem.endswith(_NOUN_ENDINGS)),
        sure_surname=stem in SURNAMES and stem.endswith(SURNAME_ENDINGS),
        listed_surname=stem in SURNAMES and stem not in UNSURE_SURNAMES,
        stops=low in NOT_NAMES,
        street=low in STREET_WORDS or stem in STREET_WORDS,
        institution=low.endswith(INSTITUTION_ENDINGS),
        street_ending=low.endswith(STREET_ENDINGS),
        role=low in ROLE_WORDS or low.endswith(_ROLE_ENDINGS),
        firm=low in FIRM_WORDS or low.endswith(_FIRM_ENDINGS),
        genitive=stem != low,
        length=len(low),
    )


def _stem(low: bytes) -> bytes:
    low = low.removesuffix(b"'s").removesuffix(b"'")
    if low in GIVEN_NAMES or low in SURNAMES or not low.endswith(b"s"):
        return low
    return low[:-1]


class NameWord(NamedTuple):
    """One word of a possible name: its place in the reading and what the word lists know of it."""

    start: int
    end: int
    traits: Traits


def words_at(reading: Reading, start: int) -> list[NameWord]:
    """Read up to eight name words from `start` on, small particles ("von", "de") between them passed over."""
    words: list[NameWord] = []
    position = _after_particles(reading, start)
    while len(words) < MOST_WORDS:
        match = _WORD.match(reading.raw, position)
        if match is None:
            particle = _PARTICLE.match(reading.raw, position) if words else None
            gap = _BETWEEN.match(reading.raw, particle.end()) if particle else None
            if gap is None:
                break
            match = _WORD.match(reading.raw, gap.end())
            if match is None:
                break
        found = traits(reading.low[match.start() : match.end()])
        words.append(NameWord(match.start() if words else start, match.end(), found))
        gap = _BETWEEN.match(reading.raw, match.end())
        if gap is None:
            break
        position = gap.end()
    return words


def _after_particles(reading: Reading, start: int) -> int:
    """Pass over the particles that a name may begin with: "van der Meer"."""
    position = start
    for _ in range(2):
        particle = _PARTICLE.match(reading.raw, position)
        gap = _BETWEEN.match(reading.raw, particle.end()) if particle else None
        if gap is None:
            break
        position = gap.end()
    return position


def trimmed(words: list[NameWord]) -> list[NameWord]:
    """Cut a row of capitalised words before one that is no part of a name, or before an institution's name."""
    for k, word in enumerate(words):
        if word.traits.institution and not word.traits.initial:
            return words[: k - 1] if k > 2 else []
        if word.traits.stops and not word.traits.initial:
            return words[:k]
    return words


def names_a_street(words: list[NameWord]) -> bool:
    """Tell whether the last word is a street's and not a surname: "Søndre Allé", "Niels Ebbesens Gade"."""
    last = words[-1].traits
    return last.street and (not last.surname or words[-2].traits.genitive)


def is_street_or_company(reading: Reading, words: list[NameWord], *, announced: bool = False) -> bool:
    """Tell whether words that look like a name are a street, a firm or an institution.

    Where a name is announced ("Underskrift:"), a street needs its number: "Rose Bro" is a person there."""
    last = words[-1]
    if any(word.traits.institution for word in words[1:]) or words[0].traits.firm:
        return True
    if last.traits.street_ending and number_follows(reading, last.end):
        return True
    if not announced and len(words) > 1 and names_a_street(words):
        return True
    return is_company(reading, last.end)


def number_follows(reading: Reading, end: int) -> bool:
    """Tell whether a space and a digit follow, as a house number does."""
    return _NUMBER_AFTER.match(reading.raw, end) is not None


def is_company(reading: Reading, end: int) -> bool:
    """Tell whether the words that end here go on as the name of a firm or as what is named after somebody."""
    if reading.raw[end : end + 1] == b"-" and reading.kinds[end + 1 : end + 2] == b"a":
        return True  # "Carl Nielsen-prisen"
    return _COMPANY_AFTER.match(reading.low, end) is not None
