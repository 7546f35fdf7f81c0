"""What is known of a word form: its lemmas, its compound parts, and what it can be inside a compound.

What is here: the record of a form as text, and the two lexicons that answer for it: the table built from a
dictionary, and the short lists that are left without one. What is not: where the records come from (`build`).
"""

from typing import NamedTuple, Protocol

from torvet.pure.danish.compounds import Piece
from torvet.pure.danish.tables import Table
from torvet.pure.danish.words import FUNCTION_WORDS, IRREGULAR


class Word(NamedTuple):
    """A known form: its terms (likeliest lemma first), the terms of its compound parts, whether it is a name."""

    terms: tuple[str, ...]
    parts: tuple[str, ...]
    is_name: bool


class Lexicon(Protocol):
    """Answers for lower-case forms."""

    @property
    def is_full(self) -> bool:
        """Whether a word it does not know is likely a name."""

    def word(self, form: str) -> Word | None:
        """The form as a word of its own, or None if it is unknown."""

    def piece(self, text: str) -> Piece | None:
        """The string as a part of compounds, or None if it can be none."""


class ShortLexicon:
    """The lexicon without a dictionary: the irregular forms and the function words."""

    is_full = False

    def word(self, form: str) -> Word | None:
        """The form if it stands in the short lists."""
        lemma = IRREGULAR.get(form)
        if lemma is not None:
            return Word((lemma,), (), is_name=False)
        return Word((form,), (), is_name=False) if form in FUNCTION_WORDS else None

    def piece(self, text: str) -> Piece | None:
        """Nothing: without a dictionary no word is split."""
        return None


class TableLexicon:
    """The lexicon of a table built by `build_tables`."""

    is_full = True

    def __init__(self, table: Table) -> None:
        """Take an open table."""
        self._get = table.get

    def word(self, form: str) -> Word | None:
        """The form as a word of its own."""
        record = self._get(form)
        return None if record is None else read_word(record)

    def piece(self, text: str) -> Piece | None:
        """The string as a part of compounds."""
        record = self._get(text)
        return None if record is None else read_piece(record)


def write_record(word: Word | None, piece: Piece | None) -> str:
    """A record: kind, terms, parts, first cost, head cost, first term, head term; `;` between, words with spaces.

    Example: `c;hus huse;;31;22;hus;hus` for `hus`, which is a noun before it is a verb.
    """
    kind = "" if word is None else "n" if word.is_name else "c"
    terms, parts = ("", "") if word is None else (" ".join(word.terms), " ".join(word.parts))
    if piece is None:
        return f"{kind};{terms};{parts};;;;"
    costs = f"{piece.first_cost or ''};{piece.head_cost or ''}"
    return f"{kind};{terms};{parts};{costs};{piece.first_term};{piece.head_term}"


def read_word(record: str) -> Word | None:
    """The word of a record, or None if the string only opens compounds."""
    kind, terms, parts, _ = record.split(";", 3)
    return Word(tuple(terms.split()), tuple(parts.split()), kind == "n") if kind else None


def read_piece(record: str) -> Piece | None:
    """The compound part of a record, or None."""
    _, _, _, first, head, first_term, head_term = record.split(";")
    if not first and not head:
        return None
    return Piece(int(first or 0), int(head or 0), first_term, head_term)
