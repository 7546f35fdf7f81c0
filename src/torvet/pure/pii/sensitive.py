"""Sensitive matters told of somebody in particular: a sign that a person must look, never a passage to cover.

A word of illness, debt or crime alone says nothing, for a municipality writes much about them. The same word close to
»jeg«, »min«, »hun«, or in one sentence with a named person, does. What is deliberately not here: which matters hold a
document (policy is the caller's), and finding the people (`scan` does)."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .sensitive_words import Matter, any_word, words_of

_WORD = re.compile(any_word())
_WORDS = {matter: re.compile(words_of(matter)) for matter in Matter}
_OWN = re.compile(
    r"\b(?:jeg|mig|min|mit|mine|hun|hende|hendes|han|ham|hans"
    r"|vores? (?:\w{1,20} ){0,2}(?:søn|datter|barn|børn|dreng|pige|mor|far|familie|bror|søster|baby|tvillinger))\b",
)
_SENTENCE_END = re.compile(r"[.!?:](?:\s|$)|\n[ \t]{0,8}\r?\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[a-zæøå]|eks|bl|hr|fr|frk|dr|nr|stk|jf|iflg|ca|kl|pkt|pct|dvs|evt|inkl|mv|sct|skt|gl|tlf|matr|vedr|kr|mio)|\d)$"
)
# About a sentence to each side: »Min kone er lungesyg og får ilt hjemme.«
_REACH_CHARACTERS = 90
_LONGEST_SENTENCE = 300
_FOUND_MAX = 100


@dataclass(frozen=True, slots=True)
class SensitiveMatter:
    """A word of a sensitive matter said of somebody; offsets are code points of the text."""

    matter: Matter
    start: int
    end: int


def sensitive_matters(text: str, people: Sequence[tuple[int, int]] = ()) -> list[SensitiveMatter]:
    """Return where the text tells of somebody's sensitive matters, at most a hundred places of each matter.

    `people` are the spans (start, end) of names and CPR numbers found in the text. Linear in the text, n log n in
    the people.

    >>> sensitive_matters("Min kone er lungesyg.")
    [SensitiveMatter(matter=<Matter.HEALTH: 'health'>, start=12, end=20)]
    >>> sensitive_matters("Kommunen har en plan mod depression.")
    []
    """
    low = _lowered(text)
    spans = sorted(people)
    starts = [start for start, _ in spans]
    counts: Counter[Matter] = Counter()
    found: list[SensitiveMatter] = []
    for match in _WORD.finditer(low):
        if not (_is_own(low, match) or _is_beside_a_person(text, match, spans, starts)):
            continue
        for matter in _matters_at(low, match.start()):
            counts[matter] += 1
            if counts[matter] <= _FOUND_MAX:
                found.append(SensitiveMatter(matter, match.start(), match.end()))
    return found


def health_matters(text: str) -> list[SensitiveMatter]:
    """Return where the text tells of the writer's own or the family's illness. Linear in the text."""
    return [each for each in sensitive_matters(text) if each.matter is Matter.HEALTH]


def _lowered(text: str) -> str:
    """Give the text in lower case with every character in its place ("İ" alone would become two)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(each.lower()[:1] for each in text)


def _matters_at(text: str, start: int) -> Iterator[Matter]:
    return (matter for matter, words in _WORDS.items() if words.match(text, start))


def _is_own(text: str, match: re.Match[str]) -> bool:
    return _OWN.search(text, max(0, match.start() - _REACH_CHARACTERS), match.end() + _REACH_CHARACTERS) is not None


def _is_beside_a_person(
    text: str, match: re.Match[str], spans: Sequence[tuple[int, int]], starts: Sequence[int]
) -> bool:
    """Tell whether a found person stands in the same sentence as the word."""
    start, end = _sentence(text, match.start(), match.end())
    first = max(0, bisect_left(starts, start) - 1)
    return any(begin < end and start < stop for begin, stop in spans[first : first + 2])


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low = max(0, start - _LONGEST_SENTENCE)
    for stop in _SENTENCE_END.finditer(text, low, start):
        if not _ABBREVIATION.search(text, max(0, stop.start() - 6), stop.start()):
            low = stop.end()
    for stop in _SENTENCE_END.finditer(text, end, end + _LONGEST_SENTENCE):
        if not _ABBREVIATION.search(text, max(0, stop.start() - 6), stop.start()):
            return low, stop.start()
    return low, min(len(text), end + _LONGEST_SENTENCE)
