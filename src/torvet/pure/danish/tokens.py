"""Cuts a cleaned piece of text into words, numbers and identifiers.

What is here: the shape of a token, and the joining of words hyphenated at the end of a line. What is not: what a
token means (`analyser`) and under which spellings a number is found (`identifiers`).
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

MAX_TERM_LETTERS = 64
"""Longer words are cut: the longest of the Danish statutes has 51 letters, the rest is encoded data."""

SOFT_HYPHEN = "\u00ad"


class TokenKind(StrEnum):
    """What a token looks like."""

    WORD = "word"
    NUMBER = "number"
    IDENTIFIER = "identifier"


TOKEN = re.compile(
    r"(?P<identifier>[^\W\d_]{1,8}(?:[-/]\d+){2,}|[^\W\d_]{1,8}[-/]\d{4,})(?![^\W_])"
    r"|(?P<number>\d+(?:[./:\-]\d+)*(?:-[A-ZÆØÅ]\d+(?:-\d+)*)?)(?![^\W_])"
    r"|(?P<mixed>[^\W_]*\d[^\W_]*)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
)
"""`BYG-2026-00317`; `22/000743`, `01.02.05-P19`, `23.11.2026`; `7a`, `CO2`, `DK12345678`; `tilladelsens`, `EU's`."""

LINE_END_HYPHEN = re.compile(r"[-\u2010\u00ad][ \t]{0,20}\r?\n[ \t]{0,20}(?=(?P<right>[a-zæøåéü]+))")
LAST_WORD = re.compile(r"[^\W\d_]+$")

SUSPENDED = frozenset({"og", "eller", "samt", "henholdsvis", "hhv", "til", "som", "men", "i"})
"""After one of these the hyphen stood for a part of the word: `bygge- og anlægsarbejder`."""


def find_tokens(text: str) -> Iterator[tuple[int, int, TokenKind]]:
    """The tokens of a cleaned text as start, end, kind, from left to right."""
    for match in TOKEN.finditer(text):
        group = match.lastgroup
        if group == "word":
            yield match.start(), match.end(), TokenKind.WORD
        elif group == "number":
            yield match.start(), match.end(), TokenKind.NUMBER
        else:
            yield match.start(), match.end(), TokenKind.IDENTIFIER


def line_end_cuts(text: str, is_word: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The spans (hyphen, line end, indentation) to cut out so that words hyphenated at a line end are whole.

    `is_word` says whether a word is known; where the halves are words and the whole is not, the hyphen stays
    (`EU-` at the line end, `forordning` on the next).
    """
    cuts: list[tuple[int, int]] = []
    if "\n" not in text:
        return cuts
    for match in LINE_END_HYPHEN.finditer(text):
        left = LAST_WORD.search(text, max(0, match.start() - MAX_TERM_LETTERS), match.start())
        if left is not None and _belong_together(left[0], match["right"], match[0][0], is_word):
            cuts.append(match.span())
    return cuts


def _belong_together(left: str, right: str, hyphen: str, is_word: Callable[[str], bool]) -> bool:
    if hyphen == SOFT_HYPHEN:
        return True
    if right in SUSPENDED or (len(left) > 1 and left.isupper()):
        return False
    return is_word(left + right) or not (is_word(left) and is_word(right))
