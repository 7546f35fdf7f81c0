"""GLOSSARY.md: a table `Danish | English | where`, and every English word is used where the table says."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from .tree import ROOT, SOURCE, files

GLOSSARY = ROOT / "GLOSSARY.md"


@dataclass(frozen=True)
class Term:
    """One line of the glossary."""

    danish: str
    english: str
    where: str


def terms(text: str) -> list[Term]:
    """Read the lines of the table, without its head."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines() if "|" in line]
    body = [row for row in rows if len(row) == 3 and row[0] != "Danish" and not set("".join(row)) <= set("-: ")]
    return [Term(*row) for row in body]


def bare(text: str) -> str:
    """Return only the letters: »journal entry«, `JournalEntry` and `journal_entry` become one word."""
    return re.sub(r"[^a-zæøå]", "", text.lower())


def faults(term: Term, root: Path) -> list[str]:
    """Say what is wrong with a line: a place that is not there, or a word that is not used in it."""
    wrong = []
    for name in re.findall(r"`([^`]+)`", term.where) or [term.where]:
        place = next((base / name for base in (root, root / "src" / "torvet") if (base / name).exists()), None)
        if place is None:
            wrong.append(f"{term.english}: {name} does not exist")
        elif bare(re.sub(r"\(.*?\)|`", "", term.english)) not in _words(place):
            wrong.append(f"{term.english}: not used in {name}")
    return wrong


def _words(place: Path) -> str:
    texts = files(place, ".py", ".html") if place.is_dir() else [place]
    return bare(" ".join(path.read_text(encoding="utf-8") for path in texts))


def test_every_term_is_used_where_the_glossary_says() -> None:
    found = terms(GLOSSARY.read_text(encoding="utf-8"))
    assert len(found) >= 20
    assert [fault for term in found for fault in faults(term, ROOT)] == []


def test_no_danish_word_stands_twice() -> None:
    danish = [term.danish for term in terms(GLOSSARY.read_text(encoding="utf-8"))]
    assert len(danish) == len(set(danish))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("| sag | case | `modules/nowhere` |", "case: modules/nowhere does not exist"),
        ("| drage | dragon | `modules/records` |", "dragon: not used in modules/records"),
    ],
)
def test_each_fault_is_seen(line: str, fault: str) -> None:
    (term,) = terms(line)
    assert faults(term, SOURCE.parents[1]) == [fault]
