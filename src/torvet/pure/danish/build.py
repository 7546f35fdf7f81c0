"""Builds the word table from a hunspell dictionary, at set-up.

What is here: the steps, from the dictionary's files to the table. What is not: the dictionary (LGPL/GPL/MPL,
fetched at set-up; nothing of it stands in this package), the choice of lemmas (`vocabulary`), the pricing of
compounds (`prices`), and the file formats (`hunspell`, `tables`).
"""

import gc
import hashlib
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from torvet.pure.danish.compounds import Piece, may_be_head
from torvet.pure.danish.hunspell import read_dictionary
from torvet.pure.danish.lexicon import Word, write_record
from torvet.pure.danish.prices import find_parts, price_pieces
from torvet.pure.danish.tables import Table, TablesError, write_table
from torvet.pure.danish.vocabulary import Vocabulary, choose_terms, head_term, read_vocabulary
from torvet.pure.danish.words import IRREGULAR

SOURCES = (
    *("build.py", "compounds.py", "hunspell.py", "lexicon.py", "prices.py", "tables.py", "vocabulary.py", "words.py"),
    "common_words.txt",
)
"""What the table depends on besides the dictionary."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: counts, the hash of the contents, and the processor time it took."""

    forms: int
    lemmas: int
    first_parts: int
    compounds: int
    content: str = ""
    cpu_seconds: float = 0.0


def build_tables(dictionary_folder: Path, target: Path) -> BuildReport:
    """Build the table from `index.aff` and `index.dic` in a folder; the same bytes for the same input.

    The file is written beside `target` and moved into place, so an interrupted build leaves what was there. Raises
    `DictionaryError` if the folder holds no Danish hunspell dictionary. Takes 10-15 s of processor time and about
    600 MB of memory.
    """
    started = time.process_time()
    with _without_garbage_collection():
        records, report = _build_records(dictionary_folder)
    content = write_table(records, target, _stamp(dictionary_folder))
    return replace(report, content=content, cpu_seconds=time.process_time() - started)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Nothing here refers to itself, and collecting over millions of tuples takes a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _build_records(dictionary_folder: Path) -> tuple[dict[str, str], BuildReport]:
    vocabulary = read_vocabulary(read_dictionary(dictionary_folder))
    terms = {form: choose_terms(vocabulary, form, lemmas) for form, lemmas in vocabulary.forms.items()}
    terms.update({form: (lemma,) for form, lemma in IRREGULAR.items()})
    heads = {form: head_term(vocabulary, found) for form, found in terms.items() if may_be_head(form)}
    pieces = price_pieces(vocabulary, terms, heads)
    parts = find_parts(vocabulary, pieces)
    records = _write_records(vocabulary, terms, pieces, parts)
    return records, BuildReport(
        forms=len(terms) + len(vocabulary.names),
        lemmas=len(vocabulary.classes),
        first_parts=len(vocabulary.firsts),
        compounds=sum(1 for found in parts.values() if found),
    )


def needs_build(dictionary_folder: Path, target: Path) -> bool:
    """Whether `target` is missing, damaged, or from another dictionary or another edition of this code."""
    try:
        return Table(target).header.stamp != _stamp(dictionary_folder)
    except (FileNotFoundError, TablesError):
        return True


def _stamp(dictionary_folder: Path) -> str:
    digest = hashlib.sha256()
    files = [dictionary_folder / "index.aff", dictionary_folder / "index.dic"]
    for path in files + [Path(__file__).with_name(name) for name in SOURCES]:
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"missing")
    return digest.hexdigest()[:16]


def _write_records(
    vocabulary: Vocabulary,
    terms: Mapping[str, tuple[str, ...]],
    pieces: Mapping[str, Piece],
    parts: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    records = {
        form: write_record(Word(found, parts.get(found[0], ()), is_name=False), pieces.get(form))
        for form, found in terms.items()
    }
    for form, lemma in vocabulary.names.items():
        if form not in records:
            records[form] = write_record(Word((lemma,), (), is_name=True), pieces.get(form))
    for form, piece in pieces.items():
        if form not in records:
            records[form] = write_record(None, piece)
    return records
