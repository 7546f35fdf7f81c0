"""What was probably meant: known words within two slips of a mistyped one.

What is here: an index of deletions (after Garbe's SymSpell: two words are within two slips only if deleting at most
two letters of the first seven of each makes those equal), kept as sorted 64-bit numbers, 8 bytes a deletion instead
of 150 in a dictionary. The true distance of every candidate is then measured. What is not: which words may be
offered; the caller gives public words only, and words of fewer than `least_documents` documents are dropped, so that
a suggestion can never tell of one person's file.
"""

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LEAST_DOCUMENTS = 5
"""k-anonymity: a word of fewer documents could tell of one of them."""
MIN_LETTERS = 4
MAX_LETTERS = 40
TWO_SLIPS_LETTERS = 9
"""Shorter words have too many neighbours at two slips."""
PREFIX_LETTERS = 7
MAX_WORDS = 1_000_000
MAX_CANDIDATES = 2_000

_WORD_BITS = 24
_WORD_MASK = (1 << _WORD_BITS) - 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A known word, how many slips away it is (insert, delete, replace, swap neighbours), and its documents."""

    word: str
    distance: int
    document_count: int


class SpellingIndex:
    """Suggests known words; a word that is known itself gets no suggestion."""

    def __init__(self, counts: Iterable[tuple[str, int]], least_documents: int = LEAST_DOCUMENTS) -> None:
        """Take public words with the number of documents they stand in; others must not be given.

        Words with digits, of under 4 or over 40 letters, or of fewer than `least_documents` documents are left out.
        Costs about 30 µs and 250 bytes a word once. Raises `ValueError` for more than a million words.
        """
        known = {
            word: count
            for word, count in counts
            if count >= least_documents and MIN_LETTERS <= len(word) <= MAX_LETTERS and word.isalpha()
        }
        if len(known) > MAX_WORDS:
            raise ValueError(f"Der er over {MAX_WORDS} ord i stavelisten.")
        self._counts = known
        self._words = sorted(known)
        entries = {
            _hash(shape) << _WORD_BITS | number for number, word in enumerate(self._words) for shape in _shapes(word)
        }
        self._deletions = array("Q", sorted(entries))

    def __len__(self) -> int:
        """How many words can be suggested."""
        return len(self._words)

    def suggest(self, word: str, limit: int = 3) -> list[Suggestion]:
        """The likeliest known words, nearest first, then the commonest; none for a known or a short word.

        Example: `SpellingIndex([("lokalplan", 9)]).suggest("lokalpaln")` gives `lokalplan` at distance 1.
        """
        asked = word.lower()
        if asked in self._counts or not MIN_LETTERS <= len(asked) <= MAX_LETTERS:
            return []
        most = 2 if len(asked) >= TWO_SLIPS_LETTERS else 1
        found = []
        for candidate in self._candidates(asked, most):
            distance = slip_distance(asked, candidate, most)
            if distance <= most:
                found.append(Suggestion(candidate, distance, self._counts[candidate]))
        found.sort(key=lambda item: (item.distance, item.word[0] != asked[0], -item.document_count, item.word))
        return found[:limit]

    def _candidates(self, asked: str, most: int) -> set[str]:
        near: set[str] = set()
        for shape in sorted(_shapes(asked), key=lambda text: (-len(text), text)):
            words = (self._words[number] for number in self._find(shape))
            near.update(word for word in words if abs(len(word) - len(asked)) <= most)
            if len(near) > MAX_CANDIDATES:
                break
        return near

    def _find(self, shape: str) -> Iterator[int]:
        low = _hash(shape) << _WORD_BITS
        place = bisect_left(self._deletions, low)
        while place < len(self._deletions) and self._deletions[place] <= low | _WORD_MASK:
            yield self._deletions[place] & _WORD_MASK
            place += 1


def _hash(shape: str) -> int:
    return zlib.crc32(shape.encode())


def _shapes(word: str) -> set[str]:
    """The first letters of a word with up to two of them deleted."""
    prefix = word[:PREFIX_LETTERS]
    once = {prefix[:place] + prefix[place + 1 :] for place in range(len(prefix))}
    twice = {shape[:place] + shape[place + 1 :] for shape in once for place in range(len(shape))}
    return {prefix, *once, *twice}


def slip_distance(one: str, other: str, most: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours between two words, or `most` + 1 if more.

    The optimal string alignment distance. Example: `slip_distance("lokalpaln", "lokalplan", 2) == 1`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, letter_of_other in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != letter_of_other))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == letter_of_other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
