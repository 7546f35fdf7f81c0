"""The whole set, put together by counting, so that each run gives the same passages."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from ..findings import KnownTerm, PiiClass
from . import contact_texts as texts
from .held_out import HELD_OUT
from .model import Passage, marked, planted
from .negatives_numbers import NUMBER_TEMPLATES
from .negatives_people import PEOPLE_TEMPLATES
from .negatives_prose import PROSE_TEMPLATES
from .numbers import cpr_number, identity_card_lines, passport_lines
from .people_texts import (
    KNOWN_ADDRESSES,
    KNOWN_NAMES,
    KNOWN_NUMBERS,
    LISTS_OF_NAMES,
    NAME_CONTEXTS,
    NAMES,
    TURNED_CONTEXTS,
    TURNED_NAMES,
    UNSURE_CONTEXTS,
    UNSURE_NAMES,
)
from .renderings import CPR_GROUP_OF, CPR_RENDERINGS, WRAPPINGS
from .slots import SLOTS

NEGATIVE = "nothing personal"
_VARIANTS = 7
SPLIT_NUMBERS = (
    "{cpr:250258}-   Ryesgade\n{cpr:5005}      Aarhus",
    "CPR-nr.      Navn\n{cpr:250258}       Ejer\n{cpr:5005}         Nabo",
    "CPR\tSted\n{cpr:250258}-\tRyesgade\n{cpr:5005}\tAarhus",
)
_REGISTERED = (PiiClass.NAME, PiiClass.ADDRESS, PiiClass.CPR, PiiClass.PHONE, PiiClass.EMAIL, PiiClass.BIRTH_DATE)
_FIRST_OF_JANUARY = ("010160", "010162", "010183", "010195", "010185", "010178", "010190", "010199", "010140", "010157")
_PLAIN = (
    (PiiClass.PHONE, texts.PHONES, texts.PHONE_CONTEXTS),
    (PiiClass.EMAIL, texts.EMAILS, texts.EMAIL_CONTEXTS),
    (PiiClass.ACCOUNT, texts.ACCOUNTS, texts.ACCOUNT_CONTEXTS),
    (PiiClass.IBAN, texts.IBANS, texts.IBAN_CONTEXTS),
    (PiiClass.NAME, NAMES, NAME_CONTEXTS),
    (PiiClass.NAME, UNSURE_NAMES, UNSURE_CONTEXTS),
    (PiiClass.NAME, TURNED_NAMES, TURNED_CONTEXTS),
    (PiiClass.ADDRESS, texts.ADDRESSES, texts.ADDRESS_CONTEXTS),
    (PiiClass.BIRTH_DATE, texts.BIRTH_DATES, texts.BIRTH_CONTEXTS),
    (PiiClass.PASSPORT, texts.PASSPORTS, texts.PASSPORT_CONTEXTS),
    (PiiClass.DRIVING_LICENCE, texts.LICENCES, texts.LICENCE_CONTEXTS),
    (PiiClass.LICENCE_PLATE, texts.PLATES, texts.PLATE_CONTEXTS),
    (PiiClass.CVR, texts.SOLE_TRADER_NUMBERS, texts.SOLE_TRADER_CONTEXTS),
)


def passages() -> list[Passage]:
    """Give the main set: every class in every rendering and several contexts, and passages with nothing personal."""
    found = [
        *_cpr_passages(),
        *(each for row in _PLAIN for each in _plain_passages(*row)),
        *_passport_lines(),
        *(marked("name: list", text) for text in LISTS_OF_NAMES),
        *_known_passages(),
        *negative_passages(),
    ]
    return list(dict.fromkeys(found))


def held_out() -> list[Passage]:
    """Give the passages that were written apart from the rules and are never used to better them."""
    return [marked("held out" if "{" in text else NEGATIVE, text) for text in HELD_OUT]


def with_register(over: list[Passage]) -> list[Passage]:
    """Give the passages as a case meets them whose register holds the people in them."""
    return [
        replace(
            each,
            known=tuple(
                KnownTerm(pii_class, " ".join(each.text[start:end].split()), "part")
                for pii_class, start, end in each.truth
                if pii_class in _REGISTERED
            ),
        )
        for each in over
    ]


def _cpr_passages() -> Iterator[Passage]:
    counter = count(1)
    for name, render in CPR_RENDERINGS.items():
        left, right = WRAPPINGS.get(name, ("", ""))
        for context in texts.CPR_CONTEXTS:
            whole = render(cpr_number(next(counter)))
            item = whole[len(left) : len(whole) - len(right)]
            wrapped = context.replace("{}", left + "{}" + right)
            yield planted(f"{CPR_GROUP_OF[name]}: {name}", PiiClass.CPR, wrapped, item)
    yield from _cpr_without_control_digit(counter)


def _cpr_without_control_digit(counter: Iterator[int]) -> Iterator[Passage]:
    for date in _FIRST_OF_JANUARY:
        for name in ("hyphen", "no hyphen", "space"):
            number = CPR_RENDERINGS[name](cpr_number(next(counter), modulus_11=False, date=date))
            yield planted("Uden kontrolciffer: first of January", PiiClass.CPR, "Sagen vedrører {} i dag.", number)
    for context in texts.CPR_CONTEXTS:
        number = CPR_RENDERINGS["hyphen"](cpr_number(next(counter), modulus_11=False, replacement=True))
        yield planted("Uden kontrolciffer: replacement number", PiiClass.CPR, context, number)
        number = CPR_RENDERINGS["hyphen"](cpr_number(next(counter), modulus_11=False))
        yield planted("Uden kontrolciffer: hyphen", PiiClass.CPR, context, number)
    for label in (
        "Cpr-nr. {}",
        "CPR: {}",
        "personnummer {}",
        "Personnr.: {}",
        "CPR-nr.\n{}",
        "Cpr\tBeløb\n{}\t1.250,00",
    ):
        number = f"3{1 + next(counter) % 9}1362-5432"
        yield planted("Uden kontrolciffer: mistyped", PiiClass.CPR, label, number)
        bare = cpr_number(next(counter), modulus_11=False)
        yield planted("Uden kontrolciffer: bare, announced", PiiClass.CPR, label, bare)
        odd = f"{bare[:4]} {bare[4:6]} {bare[6:]}"
        yield planted("Uden kontrolciffer: odd groups, announced", PiiClass.CPR, label, odd)
    for text in SPLIT_NUMBERS:
        yield marked("Delt over to linjer i en spalte: columns", text)
    rows = [cpr_number(next(counter), modulus_11=False) for _ in range(30)]
    column = "CPR-nr.\n" + "\n".join(f"{{cpr:{number}}}" for number in rows)
    yield marked("Uden kontrolciffer: column", column)


def _plain_passages(pii_class: PiiClass, items: tuple[str, ...], contexts: tuple[str, ...]) -> Iterator[Passage]:
    for context in contexts:
        for item in items:
            yield planted(f"{pii_class}: {context[:24]!r}", pii_class, context, item)


def _passport_lines() -> Iterator[Passage]:
    for counter, context in enumerate(texts.PASSPORT_LINE_CONTEXTS, 1):
        for name in (("HOLM", "ANDERS PETER"), ("OESTERGAARD", "AASE"), ("AL KHATIB", "MOHAMMAD")):
            birth = f"58{counter:02d}12"
            for lines in (
                passport_lines(*name, f"20846193{counter}", birth),
                identity_card_lines(*name, "112233445", birth),
            ):
                yield planted("passport: machine-readable", PiiClass.PASSPORT, context, lines)
                yield planted(
                    "passport: machine-readable", PiiClass.PASSPORT, context, lines.replace("<<<<", "< < < <")
                )


def _known_passages() -> Iterator[Passage]:
    for group in (KNOWN_NAMES, KNOWN_ADDRESSES, KNOWN_NUMBERS):
        for pii_class, text, written in group:
            term = (KnownTerm(PiiClass(pii_class), text, "ansøger"),)
            for form in written:
                context = form if "{" in form else "Vi har talt med {" + form + "} om sagen."
                before, _, rest = context.partition("{")
                item, _, after = rest.partition("}")
                yield planted(f"known {pii_class}", term[0].pii_class, before + "{}" + after, item, term)


def negative_passages() -> Iterator[Passage]:
    """Yield passages with nothing personal: each template filled several times, the slots read round and round."""
    counters = {name: count() for name in SLOTS}
    for template in (*NUMBER_TEMPLATES, *PEOPLE_TEMPLATES, *PROSE_TEMPLATES):
        for _ in range(_VARIANTS if "{" in template else 1):
            yield Passage(NEGATIVE, _filled(template, counters), ())


def _filled(template: str, counters: dict[str, "count[int]"]) -> str:
    text = template
    for name, values in SLOTS.items():
        while f"{{{name}}}" in text:
            text = text.replace(f"{{{name}}}", values[next(counters[name]) % len(values)], 1)
    return text
