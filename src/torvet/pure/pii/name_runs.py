"""Names in running text: rows of capitalised words, judged by the lists and by the words around them.

What a row of words says by itself is worked out once and kept, for the same names return again and again."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .candidates import Candidate, raised
from .findings import PiiClass
from .name_roles import (
    PREPOSITIONS,
    acts_in_office,
    is_role,
    says_person_after,
    says_person_before,
    word_before,
)
from .name_words import MOST_WORDS, NameWord, is_company, names_a_street, number_follows, traits, trimmed
from .reading import Reading

# Two or more capitalised words in the kinds of the reading; every repeat has a bound, so each start costs little.
_RUN_TAIL = rb"(?:'A)?[Aa]{1,30}(?:[-']A[Aa]{1,30})?"
_RUN = re.compile(
    rb"A(?<![Aa]A)(?:" + _RUN_TAIL + rb"|(?:\.A){0,3}\.)(?: A(?:" + _RUN_TAIL + rb"|(?:\.A){0,3}\.|(?= ))){1,11}"
)
# Where a capitalised word is followed by another: cheap to search for, and the full pattern is tried there only.
_PAIR = re.compile(rb"A[Aa'.-]{0,62} A")
_INSIDE_WORD = (b"a", b"A", b"0", b"@")
_RAISED = (b"\xb0", b"\xb2", b"\xb3", b"\xb9")
_FEWEST_LETTERS = 2
OFFICIAL_SHARE = 0.35
"""What is left of the score of a name whose bearer is spoken of in office: a trace, under the gate."""


class _Proposal(NamedTuple):
    """A name inside a run: offsets from the run's start, the score by the lists, and what it takes to count."""

    start: int
    end: int
    score: float
    reason: str
    may_be_street: bool
    needs_role: bool = False


class _Verdict(NamedTuple):
    names: tuple[_Proposal, ...]
    open: tuple[int, int] | None  # words on no list that are a name if what stands around them says so


def find_in_runs(reading: Reading) -> Iterator[Candidate]:
    """Yield the names in running text. Linear: each row of capitalised words is read once."""
    low, kinds = reading.low, reading.kinds
    for match in _runs(kinds):
        start, end = match.span()
        if kinds[start - 1 : start] in _INSIDE_WORD or reading.raw[start - 1 : start] in _RAISED:
            start = kinds.index(b" ", start, end) + 1
        verdict = _verdict(low[start:end])
        if verdict is not None:
            yield from _weighed(reading, start, verdict)


def _runs(kinds: bytes) -> Iterator[re.Match[bytes]]:
    pair = _PAIR.search(kinds)
    while pair:
        match = _RUN.match(kinds, pair.start())
        if match:
            yield match
        pair = _PAIR.search(kinds, match.end() if match else pair.start() + 1)


def _weighed(reading: Reading, offset: int, verdict: _Verdict) -> Iterator[Candidate]:
    found = False
    for proposal in verdict.names:
        candidate = _weigh(reading, offset, proposal)
        if candidate:
            found = True
            yield candidate
    if not found and verdict.open:
        yield from _described(reading, offset + verdict.open[0], offset + verdict.open[1])


def _weigh(reading: Reading, offset: int, proposal: _Proposal) -> Candidate | None:
    start, end = offset + proposal.start, offset + proposal.end
    if is_company(reading, end) or (proposal.may_be_street and number_follows(reading, end)):
        return None
    before = word_before(reading, start)
    has_role = is_role(before)
    if proposal.needs_role and not has_role:
        return None
    score = proposal.score
    reasons: tuple[str, ...] = ("name-list", proposal.reason)
    if says_person_after(reading, end):
        reasons = (*reasons, "context:details")
    elif proposal.reason == "surname-only" and _starts_sentence(reading, start):
        score = 0.3
    if has_role:
        score, reasons = raised(score, 0.3), (*reasons, "context:role")
    if acts_in_office(reading, before, end):
        score, reasons = score * OFFICIAL_SHARE, (*reasons, "role:official")
    return Candidate(PiiClass.NAME, start, end, score, reasons)


def _described(reading: Reading, start: int, end: int) -> Iterator[Candidate]:
    """Take words on no list where a role stands right before, or what is told of people only stands beside."""
    before = word_before(reading, start)
    if (is_role(before) and before not in PREPOSITIONS) or says_person_before(reading, start, before):
        reasons = ("role-and-capitals", "context:role")
    elif says_person_after(reading, end):
        reasons = ("capitals", "context:details")
    else:
        return
    if not is_company(reading, end) and not acts_in_office(reading, before, end):
        yield Candidate(PiiClass.NAME, start, end, 0.42, reasons)


def _starts_sentence(reading: Reading, start: int) -> bool:
    before = reading.raw[max(0, start - 4) : start].rstrip(b" \xa0\t")
    return not before or before[-1:] in (b".", b"!", b"?", b":", b"\n", b"\r", b'"', b"-")


@lru_cache(maxsize=65536)
def _verdict(low: bytes) -> _Verdict | None:
    """Judge a row of capitalised words by itself; None if it can be no name whatever stands around it."""
    words = _words(low)
    names: list[_Proposal] = []
    rest = words
    while len(rest) > 1:
        proposal, used = _next_name(rest)
        if proposal is None:
            break
        names.append(proposal)
        rest = rest[used:]
    if not names:
        names += _unknown_given_name(words)
    stretch = _open_stretch(words)
    return _Verdict(tuple(names), stretch) if names or stretch else None


def _words(low: bytes) -> list[NameWord]:
    words: list[NameWord] = []
    position = 0
    for word in low.replace(b"\xa0", b" ").replace(b"\t", b" ").split(b" ", 12)[:12]:
        words.append(NameWord(position, position + len(word), traits(word)))
        position += len(word) + 1
    return words


def _next_name(words: list[NameWord]) -> tuple[_Proposal | None, int]:
    """Find the first name by the lists, and how many words are used up with it."""
    first = next((k for k, word in enumerate(words) if word.traits.given or _opens_with_initial(words, k)), None)
    if first is None:
        return None, 0
    name = trimmed(words[first : first + MOST_WORDS])
    if len(name) < 2:
        return (None, 0) if first + 1 >= len(words) - 1 else _next_after(words, first + 1)
    sure_given = name[0].traits.sure_given or sum(word.traits.given for word in name) > 1
    if any(word.traits.surname for word in name[1:]):
        score, reason = (0.78, "given-and-surname") if sure_given else (0.62, "initial-or-unsure-and-surname")
    elif sure_given and not name[1].traits.initial:
        score, reason = 0.5, "given-name-and-capital"
    else:
        return None, 0
    if _is_named_after(words, name, first):
        return None, 0
    start = _name_start(words, first)
    used = words.index(name[-1]) + 1
    return _Proposal(words[start].start, name[-1].end, score, reason, name[-1].traits.street_ending), used


def _next_after(words: list[NameWord], first: int) -> tuple[_Proposal | None, int]:
    proposal, used = _next_name(words[first:])
    return proposal, used + first


def _is_named_after(words: list[NameWord], name: list[NameWord], first: int) -> bool:
    """Tell whether the row goes on as a street or institution ("Jens Bangs Hus") or began as a firm."""
    if any(word.traits.institution for word in name[1:]) or (first and words[first - 1].traits.firm):
        return True
    if names_a_street(name):
        return True
    after = words.index(name[-1]) + 1
    return any(word.traits.street or word.traits.institution for word in words[after : after + 2])


def _name_start(words: list[NameWord], first: int) -> int:
    """Take in the words before a known given name that are no ordinary words: "Raghad Mohammad Omar" begins at
    Raghad."""
    while first > 0 and not (words[first - 1].traits.stops or words[first - 1].traits.role):
        first -= 1
    return first


def _opens_with_initial(words: list[NameWord], k: int) -> bool:
    return words[k].traits.initial and any(word.traits.surname for word in words[k + 1 : k + 4])


def _unknown_given_name(words: list[NameWord]) -> list[_Proposal]:
    """Take "Xhevat Pedersen": a word on no list before a common surname, inside a sentence or after a role."""
    for k in range(len(words) - 1, 0, -1):
        before, word = words[k - 1], words[k]
        if not (word.traits.sure_surname or word.traits.listed_surname):
            continue
        if before.traits.stops or before.traits.firm or before.traits.length <= _FEWEST_LETTERS:
            continue
        if _is_named_after(words, words[k - 1 : k + 1], k - 1):
            return []
        start = words[_name_start(words, k - 1)].start
        needs_role = not word.traits.sure_surname
        return [_Proposal(start, word.end, 0.45, "surname-only", word.traits.street_ending, needs_role)]
    return []


def _open_stretch(words: list[NameWord]) -> tuple[int, int] | None:
    """Give the words that may be a name if something beside them says so: two to four, none an ordinary word."""
    first = 0
    while first < len(words) and (words[first].traits.role or words[first].traits.stops):
        first += 1
    name = trimmed(words[first : first + 4])
    if len(name) < 2 or any(word.traits.firm or word.traits.institution for word in name):
        return None
    if names_a_street(name) and (name[-2].traits.genitive or not name[0].traits.given):
        return None
    return name[0].start, name[-1].end
