"""What stays public although it looks like personal data: people in office, role mailboxes, the town's own
numbers.

A CPR number is never public, whatever is passed in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .candidates import Candidate
from .findings import PiiClass
from .reading import Reading, fold

_NOT_PLAIN = re.compile(rb"[^a-z0-9\xdf-\xf6\xf8-\xff@.-]+")
LONGEST = 80
_DOMAIN = re.compile(rb"@?(?:[a-z0-9\xdf-\xff-]{1,63}\.){1,8}[a-z]{2,24}")


@dataclass(frozen=True, slots=True)
class PublicTerms:
    """Strings that are no finding where they stand; case, spacing and a final genitive do not matter."""

    texts: frozenset[bytes]
    names: tuple[bytes, ...]
    digits: frozenset[bytes]
    domains: frozenset[bytes]

    def covers(self, reading: Reading, candidate: Candidate) -> bool:
        """Tell whether what the candidate stands on is public."""
        if candidate.pii_class is PiiClass.CPR:
            return False
        found = reading.low[candidate.start : candidate.end]
        if candidate.pii_class in (PiiClass.PHONE, PiiClass.ACCOUNT, PiiClass.IBAN, PiiClass.CVR):
            return _digits(found) in self.digits
        plain = _plain(found)
        if candidate.pii_class is PiiClass.EMAIL:
            return plain.replace(b" ", b"") in self.texts or plain.rpartition(b"@")[2] in self.domains
        if plain in self.texts or plain.removesuffix(b"s") in self.texts or self._stands_within(reading, candidate):
            return True
        return candidate.pii_class is PiiClass.ADDRESS and any(self._opens(plain, text) for text in self.texts)

    def _stands_within(self, reading: Reading, candidate: Candidate) -> bool:
        """Tell whether a name is only a part of a longer public one: "Fjordby" of "Fjordby Vand A/S"."""
        if candidate.pii_class is not PiiClass.NAME:
            return False
        before = reading.low[max(0, candidate.start - LONGEST) : candidate.start]
        found = reading.low[candidate.start : candidate.end]
        after = reading.low[candidate.end : candidate.end + LONGEST]
        around = _spaced(before + found + after)
        start, end = len(_spaced(before)), len(_spaced(before + found))
        return any(at <= start and end <= at + len(text) for text in self.names for at in _places(text, around))

    @staticmethod
    def _opens(plain: bytes, text: bytes) -> bool:
        """Tell whether an address goes on after the public part with a town or floor."""
        return plain.startswith(text + b" ") and text[-1:].isalnum()


def public_terms(strings: Iterable[str]) -> PublicTerms:
    """Sort public strings by kind: "70 12 34 56", "post@by.example", "by.example", "Mette Holm"."""
    texts: set[bytes] = set()
    digits: set[bytes] = set()
    domains: set[bytes] = set()
    for string in strings:
        plain = _plain(fold(string))
        if not plain:
            continue
        texts.add(plain)
        if _DOMAIN.fullmatch(plain):
            domains.add(plain.lstrip(b"@"))
        number = _digits(plain)
        if len(number) >= 6:
            digits.update((number, number.removeprefix(b"00").removeprefix(b"45") if len(number) > 8 else number))
            digits.add(b"45" + number)
    names = tuple(sorted(text for text in texts if b" " in text and len(text) <= LONGEST and b"@" not in text))
    return PublicTerms(frozenset(texts), names, frozenset(digits), frozenset(domains))


def _spaced(text: bytes) -> bytes:
    return _NOT_PLAIN.sub(b" ", text)


def _places(text: bytes, around: bytes) -> Iterator[int]:
    """Where a text stands as whole words."""
    at = around.find(text)
    while at >= 0:
        if not around[at - 1 : at].isalnum() and not around[at + len(text) : at + len(text) + 1].isalnum():
            yield at
        at = around.find(text, at + 1)


def _plain(text: bytes) -> bytes:
    return _NOT_PLAIN.sub(b" ", text).strip(b" .-")


def _digits(text: bytes) -> bytes:
    return bytes(byte for byte in text if 48 <= byte <= 57)
