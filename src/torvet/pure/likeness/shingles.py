"""A page as the set of its three-word runs, and how much two such sets have in common."""

import re
from collections.abc import Set
from hashlib import sha256
from zlib import crc32

# Letters and digits; a line of a scan that reads as one endless word is cut.
_WORD = re.compile(r"[^\W_]{1,60}")
_RUN = 3
# A Mersenne prime keeps a product of two hashes evenly spread with one remainder.
MERSENNE = (1 << 61) - 1
# Odd numbers without pattern: the first digits of pi, e and the golden ratio in hexadecimal.
_FIRST, _SECOND, _THIRD = 0x243F6A8885A308D3, 0x2B7E151628AED2A7, 0x9E3779B97F4A7C15


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def text_sha256(text: str) -> str:
    """Return a hash that is the same for texts of the same words; case, spacing and punctuation do not matter.

    >>> text_sha256("Afgørelse:  Havnegade 41") == text_sha256("afgørelse havnegade 41")
    True
    """
    return sha256(" ".join(_words(text)).encode()).hexdigest()


def shingles(text: str) -> frozenset[int]:
    """Return the runs of three words of a text as 61-bit hashes; a text of one or two words is one run.

    >>> len(shingles("en to tre fire fem"))
    3
    """
    hashes = [crc32(word.encode()) for word in _words(text)]
    if not hashes:
        return frozenset()
    hashes += [0] * (_RUN - len(hashes))
    return frozenset(
        ((a * _FIRST + b) * _SECOND + c) * _THIRD % MERSENNE
        for a, b, c in zip(hashes, hashes[1:], hashes[2:], strict=False)
    )


def similarity(a: Set[int], b: Set[int]) -> float:
    """Return what share of the runs of either text stands in both (Jaccard); nothing is like an empty text.

    >>> similarity(shingles("en to tre fire"), shingles("en to tre fem"))
    0.3333333333333333
    """
    both = len(a & b)
    return both / (len(a) + len(b) - both) if both else 0.0
