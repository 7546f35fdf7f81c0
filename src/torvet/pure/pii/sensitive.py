"""Health matters told of somebody in particular: a sign that a person must look, never a passage to cover.

A word of illness alone says nothing (a municipality writes much about health); a word of illness close to »jeg«, »min«
or »vores« does. What is deliberately not here: social, union and criminal matters, and third persons.
"""

import re
from dataclasses import dataclass

# Beginnings of words, so that every inflection and compound is met.
_ILLNESS = re.compile(
    r"\b(?:adhd|allergi|alvorligt? syg|angst|astma|autis|blodprop|cøliaki|demen[st]|depress|diabet|diagnose|epilep"
    r"|fibromyalgi|gigt|hjerneryst|hjertesyg|indlagt|kemoterapi|kræft|kronisk syg|lungesyg|medicin mod|migræne"
    r"|nyresyg|opereret|osteopor|parkinson|psykiat|ptsd|sclerose|skizofren|spiseforstyr|sukkersyge|sygemeldt|synshandicap"
    r"|særlige behov|udviklingshæm)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:jeg|mig|min|mit|mine|vores|vor)\b", re.IGNORECASE)
# About a sentence to each side: »Min kone er lungesyg og får ilt hjemme.«
_REACH_CHARACTERS = 90
_FOUND_MAX = 100


@dataclass(frozen=True, slots=True)
class SensitiveMatter:
    """A word of illness said of the writer or the writer's family; offsets are code points of the text."""

    start: int
    end: int


def health_matters(text: str) -> list[SensitiveMatter]:
    """Return where the text tells of somebody's illness, at most a hundred places. Linear in the text.

    >>> health_matters("Min kone er lungesyg.")
    [SensitiveMatter(start=12, end=20)]
    >>> health_matters("Kommunen har en plan mod depression.")
    []
    """
    found: list[SensitiveMatter] = []
    for match in _ILLNESS.finditer(text):
        near = text[max(0, match.start() - _REACH_CHARACTERS) : match.end() + _REACH_CHARACTERS]
        if _OWN.search(near):
            found.append(SensitiveMatter(match.start(), match.end()))
            if len(found) == _FOUND_MAX:
                break
    return found
