"""Invented personal data. Nobody living has any of it, and each piece is unlike every other, so that whatever gets out
can be traced to where it was hidden.

CPR numbers and their ways of writing come from the published evaluation set of `pure.pii`. Deliberately not here: where
the data are hidden (`planting`).
"""

import random
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from torvet.modules.records.robot.places import Place
from torvet.pure.pii.evaluation import CPR_RENDERINGS, cpr_number

GIVEN_NAMES = (
    "Anna",
    "Birthe",
    "Carsten",
    "Dorte",
    "Erik",
    "Hanne",
    "Jens",
    "Karen",
    "Lars",
    "Mette",
    "Niels",
    "Sofie",
)
# Parts of surnames and streets that no register knows when they are put together.
FIRST_PARTS = (
    "Kvist", "Tværn", "Høgs", "Vinter", "Skovr", "Ravn", "Bækm", "Stenk", "Lyngh", "Gransk", "Elmek", "Rugv", "Havr",
    "Birker", "Torns", "Fuglev", "Krager", "Sølvh", "Mosev", "Klinteb", "Dybr", "Ulvh", "Hasselr", "Pileg", "Vibeh",
    "Agerkr", "Bregn", "Duev", "Falkeh", "Grævl", "Hjorts", "Isbr", "Katteg", "Løvs", "Morb", "Nattev", "Odderh",
)  # fmt: skip
SURNAME_ENDINGS = ("lund", "holt", "gaard", "mose", "bjerg", "vang", "dal", "skov", "toft", "rup", "sted", "krog")
STREET_ENDINGS = ("engen", "stien", "vænget", "parken", "haven", "alleen", "svinget", "brinken")
PLAIN_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "."})
PHONE_FORMS: tuple[Callable[[str], str], ...] = (
    lambda n: f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:]}",
    lambda n: n,
    lambda n: f"{n[:4]} {n[4:]}",
    lambda n: f"+45 {n[:2]} {n[2:4]} {n[4:6]} {n[6:]}",
)
# The letters that fonts without much else can draw.
UNTYPED = set("\x0b\x0c\ufffe\uffff")
DRAWABLE = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0x100))} - {"\xad"} | set("–—\n")


class ItemKind(StrEnum):
    """What a planted item is; for all but CPR numbers this is also its rendering."""

    CPR = "cpr"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"
    ADDRESS = "address"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of planted data.

    `text` stands in the paper, in a sentence that says what it is (`sentence`); `trace` is what of it would be
    recognised anywhere: digits alone, or letters that nothing else has. `paper` is filled in when it is planted.
    """

    kind: ItemKind
    rendering: str
    text: str
    sentence: str
    trace: str
    place: Place
    paper: int


SENTENCES = {
    ItemKind.CPR: "Cpr-nummer: {}",
    ItemKind.PHONE: "Min telefon er {} om aftenen.",
    ItemKind.EMAIL: "Skriv til {} hvis det driller.",
    ItemKind.NAME: "Med venlig hilsen\n{}",
    ItemKind.ADDRESS: "Jeg bor på {}, 8230 Fjordby.",
    ItemKind.ACCOUNT: "Pengene kan sættes ind på kontonr. {}.",
}


class Inventor:
    """Makes items, the same ones for the same seed, and hands out every way of writing a CPR number in turn."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311 keeps no secret, must give the same again
        self._chance = chance
        self._counter = chance.randrange(1, 100_000)
        typed = [name for name in CPR_RENDERINGS if _can_be_typed(name)]
        self._drawn = _shuffled((name for name in typed if _can_be_drawn(name)), chance)
        self._rest = _shuffled((name for name in typed if not _can_be_drawn(name)), chance)
        self._is_turn_of_rest = False
        self._surnames = _shuffled(("".join(pair) for pair in product(FIRST_PARTS, SURNAME_ENDINGS)), chance)
        self._streets = _shuffled(("".join(pair) for pair in product(FIRST_PARTS, STREET_ENDINGS)), chance)
        self._used: set[str] = set()

    def cpr(self, place: Place, paper: int, *, is_drawn: bool, is_one_line: bool = False) -> Item:
        """A CPR number in the way of writing that has waited longest among those the place can hold."""
        number = self._unused(self._next_cpr)
        name = self._take_rendering(is_drawn=is_drawn, is_one_line=is_one_line)
        text = CPR_RENDERINGS[name](number)
        return Item(ItemKind.CPR, name, text, SENTENCES[ItemKind.CPR].format(text), number, place, paper)

    def other(self, kind: ItemKind, place: Place, paper: int) -> Item:
        """An item of another kind, written plainly."""
        text, trace = _MAKERS[kind](self)
        return Item(kind, kind.value, text, SENTENCES[kind].format(text), trace, place, paper)

    def _next_cpr(self) -> str:
        self._counter += 1
        return cpr_number(self._counter, modulus_11=self._counter % 5 > 0, replacement=self._counter % 5 == 0)

    def _take_rendering(self, *, is_drawn: bool, is_one_line: bool) -> str:
        self._is_turn_of_rest = not is_drawn and not self._is_turn_of_rest
        waiting = self._rest if self._is_turn_of_rest else self._drawn
        for _ in range(len(waiting)):
            waiting.rotate(-1)
            if not (is_one_line and "\n" in _example(waiting[-1])):
                return waiting[-1]
        raise AssertionError("no way of writing fits the place")

    def phone(self) -> tuple[str, str]:
        """A number as it is written, and its digits."""
        number = self._unused(lambda: f"{self._chance.randrange(22, 69)}{self._chance.randrange(10**6):06d}")
        return PHONE_FORMS[self._counter % len(PHONE_FORMS)](number), number

    def name(self) -> tuple[str, str]:
        """A given name that many have and a surname that nobody has; the surname gives it away."""
        surname = self._surnames.popleft()
        return f"{self._chance.choice(GIVEN_NAMES)} {surname}", surname

    def email(self) -> tuple[str, str]:
        """An address at a host that cannot exist."""
        address = f"{self.name()[0].lower().translate(PLAIN_LETTERS)}@privat.example"
        return address, address

    def address(self) -> tuple[str, str]:
        """A street that is nowhere, with a number."""
        street = self._streets.popleft()
        text = f"{street} {self._chance.randrange(2, 90)}"
        return text, text

    def account(self) -> tuple[str, str]:
        """Registration number and account number."""
        number = self._unused(lambda: f"{self._chance.randrange(10**9, 10**10)}")
        return f"{self._chance.randrange(1000, 9999)} {number}", number

    def _unused(self, make: Callable[[], str]) -> str:
        number = make()
        while number in self._used:
            number = make()
        self._used.add(number)
        return number


_MAKERS: dict[ItemKind, Callable[[Inventor], tuple[str, str]]] = {
    ItemKind.PHONE: Inventor.phone,
    ItemKind.NAME: Inventor.name,
    ItemKind.EMAIL: Inventor.email,
    ItemKind.ADDRESS: Inventor.address,
    ItemKind.ACCOUNT: Inventor.account,
}


def _example(rendering: str) -> str:
    return CPR_RENDERINGS[rendering]("0105580158")


def _can_be_typed(rendering: str) -> bool:
    """Tell whether people can write so: some signs are what readers put between lines and pages."""
    return not UNTYPED & set(_example(rendering))


def _can_be_drawn(rendering: str) -> bool:
    return not set(_example(rendering)) - DRAWABLE


def _shuffled(names: Iterable[str], chance: random.Random) -> deque[str]:
    found = list(names)
    chance.shuffle(found)
    return deque(found)
