"""Work grows with the length of the text: counted in steps, never timed.

Two counts together bound the work. Python's own steps are counted by tracing. What happens inside a regular
expression cannot be traced, so every pattern of the package is read: a repeat without an upper bound may
only be over single characters, and bounded repeats inside each other may not multiply beyond a limit, so
that one attempt at one place costs at most a constant."""

import re
import sys
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import FrameType, ModuleType
from typing import Any

import pytest

import torvet.pure.pii as package
from torvet.pure.pii import KnownTerm, PiiClass, scan, sensitive_matters

ADVERSARIES = {
    "digits": "1",
    "digits and spaces": "1 ",
    "pairs": "01 ",
    "cpr after cpr": "250258-5000 ",
    "glued cpr": "2502585000",
    "misread": "O1l0S5B8 ",
    "line breaks": "01\n",
    "hyphens": "0-",
    "points": "0.",
    "at signs": "a@",
    "only at signs": "@",
    "dotted domains": "a@a.a.a.a.",
    "capitals": "A",
    "capital words": "Aa ",
    "initials": "A. ",
    "names": "Anders Hansen ",
    "greetings": "kære ",
    "greeting lines": "\nkære A",
    "closings": "mvh ",
    "titles": " hr. ",
    "colons": "navn:",
    "brackets": "(at)",
    "streets": "Avej 1 ",
    "addresses": "adresse ",
    "accounts": "reg. 1234 konto 123456 ",
    "iban": "AA00",
    "iban long": "DK50 0040 0440 1162 4",
    "plus": "+1",
    "spaces": " ",
    "lines": "\n",
    "soft hyphens": "\u00ad1",
    "marks": "a\u030a",
    "amounts": "1.000",
    "gammel": "Gammel ",
    "bars": "|1",
    "bars and hyphens": "|1-",
    "nearly letters": "lSllS6-SOBB ",
    "raised digits": "\u00b2\u00b3",
    "machine lines": "P<DNKHOLM<<ANDERS<<<<<<<<<<<<<<\n",
    "marks of machine lines": "<",
    "plates": "AB 12 345 ",
    "plates glued": "AB12",
    "births": "f\u00f8dt 12. maj 1962 ",
    "births in a column": "\nf\u00f8dselsdato\n12.05.1962",
    "births short": " f. 12.05.62",
    "crossed out": "120562-xxxx ",
    "sole traders": "cvr 12345678 enkeltmandsvirksomhed ",
    "split numbers": "250258-   a\n5005  ",
    "columns of names": "navn\n",
    "rows of names": "navn\tby\nArin Badin\tby\n",
    "wide rows": "navn\t",
    "lists of names": "parter:\n1. Arin Badin\n",
    "many items": "- Aa Bb\n",
    "turned names": "Holm, Anders ",
    "commas": "Aa, ",
    "mail heads": "Aa Bb <a@b.dk> ",
    "particles": "Bo von Aa ",
    "on behalf": " v/Aa",
    "apostrophes": "A'",
    "broken words": "Han-\n",
    "offices": "borgmester Aa Bb ",
    "p-number list": "p-numre: 1004812776, 1010101010, ",
}
KNOWN = (
    KnownTerm(PiiClass.NAME, "Aa Anders Hansen"),
    KnownTerm(PiiClass.NAME, "Kære Konto"),
    KnownTerm(PiiClass.ADDRESS, "Gammel Avej 1"),
    KnownTerm(PiiClass.PHONE, "11111111"),
    KnownTerm(PiiClass.LICENCE_PLATE, "AB 12 345"),
    KnownTerm(PiiClass.BIRTH_DATE, "1962-05-12"),
)
SIZE = 4_000
STEPS_PER_CHARACTER = 150


def steps(text: str) -> int:
    """Count the lines of Python that scanning a text runs."""
    taken = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal taken
        taken += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        scan(text, known=KNOWN)
    finally:
        sys.settrace(before)
    return taken


@pytest.mark.parametrize("name", ADVERSARIES)
def test_twice_the_text_is_twice_the_steps(name: str) -> None:
    unit = ADVERSARIES[name]
    small, large = (steps((unit * (size // len(unit) + 1))[:size]) for size in (SIZE // 2, SIZE))
    assert large <= 2.3 * small + 2_000
    assert large <= STEPS_PER_CHARACTER * SIZE


SENSITIVE = {
    "words": "gigt ",
    "own": "min gigt ",
    "sentences": "Bo har gigt. ",
    "no end": "gigt gigt ",
    "points": "gigt. . . ",
    "vores": "vores a a ",
}


def steps_of_matters(text: str) -> int:
    taken = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal taken
        taken += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        sensitive_matters(text, [(k, k + 2) for k in range(0, len(text), 10)])
    finally:
        sys.settrace(before)
    return taken


@pytest.mark.parametrize("name", SENSITIVE)
def test_sensitive_matters_take_twice_the_steps_for_twice_the_text(name: str) -> None:
    small, large = (steps_of_matters((SENSITIVE[name] * size)[:size]) for size in (SIZE // 2, SIZE))
    assert large <= 2.3 * small + 2_000


def patterns() -> dict[str, re.Pattern[bytes] | re.Pattern[str]]:
    modules = [m for n, m in sys.modules.items() if n.startswith(package.__name__ + ".") and ".tests" not in n]
    found: dict[str, re.Pattern[bytes] | re.Pattern[str]] = {}
    for module in modules:
        found.update(_patterns_in(module))
    return found


def _patterns_in(module: ModuleType) -> dict[str, re.Pattern[bytes] | re.Pattern[str]]:
    found = {}
    for name, value in vars(module).items():
        values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
        for k, each in enumerate(values):
            for part in each if isinstance(each, tuple) else [each]:
                if isinstance(part, re.Pattern):
                    found[f"{module.__name__.rpartition('.')[2]}.{name}.{k}"] = part
    return found


def cost(tree: Any) -> int:
    """Give an upper bound on the characters that one attempt may read, repeats multiplied; -1 if there is no
    bound."""
    total = 0
    for code, value in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = value
            inner = cost(body)
            if most is codes.MAXREPEAT:
                single = len(body) == 1 and body[0][0] in (codes.IN, codes.LITERAL, codes.NOT_LITERAL, codes.ANY)
                if not single:
                    return -1
                total += 1
            elif inner < 0:
                return -1
            else:
                total += int(most) * inner
        elif code is codes.SUBPATTERN:
            inner = cost(value[3])
            if inner < 0:
                return -1
            total += inner
        elif code is codes.BRANCH:
            inner_costs = [cost(branch) for branch in value[1]]
            if min(inner_costs) < 0:
                return -1
            total += max(inner_costs)
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            inner = cost(value[1])
            if inner < 0:
                return -1
            total += inner
        else:
            total += 1
    return total


def test_no_pattern_can_run_away() -> None:
    found = patterns()
    assert len(found) > 40
    costs = {name: cost(_parser.parse(pattern.pattern, pattern.flags)) for name, pattern in found.items()}
    assert {name: c for name, c in costs.items() if not 0 <= c <= 900} == {}


@pytest.mark.parametrize("bad", [r"(a+)+b", r"(?:ab|b)*c", r"(?:a{1,100}){1,100}"])
def test_the_reader_of_patterns_sees_a_bad_one(bad: str) -> None:
    assert not 0 <= cost(_parser.parse(bad)) <= 900
