"""The published evaluation set: passages with and without personal data, and the detector's confusion table on
them.

Everything is invented and made by counting, so each run gives the same passages. CPR numbers encode births
of 1858-1899 or 2038-2057 or are replacement numbers: they belong to nobody living. E-mail addresses end in
.example. What is deliberately not here: real documents. The set guards against regressions; it promises no
accuracy in the field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from .cpr import MODULUS_11_WEIGHTS
from .evaluation_texts import (
    ACCOUNT_CONTEXTS,
    ACCOUNTS,
    ADDRESS_CONTEXTS,
    ADDRESSES,
    CPR_CONTEXTS,
    EMAIL_CONTEXTS,
    EMAILS,
    IBANS,
    KNOWN_ADDRESSES,
    KNOWN_NAMES,
    KNOWN_NUMBERS,
    NAME_CONTEXTS,
    NAMES,
    NEGATIVE_NUMBERS,
    NEGATIVES,
    PHONE_CONTEXTS,
    PHONES,
)
from .findings import GATE_THRESHOLD, Finding, KnownTerm, PiiClass
from .screening import scan


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text, the personal data in it (class, start, end in code points), and where it comes from."""

    kind: str
    text: str
    truth: tuple[tuple[PiiClass, int, int], ...]
    known: tuple[KnownTerm, ...] = ()


@dataclass(slots=True)
class Tally:
    """How one class came out: planted items found whole, missed ones, and findings where nothing was planted."""

    found: int = 0
    missed: list[Passage] = field(default_factory=list)
    false_alarms: list[tuple[Passage, Finding]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Give the share of planted items that were found whole."""
        planted = self.found + len(self.missed)
        return self.found / planted if planted else 1.0

    @property
    def precision(self) -> float:
        """Give the share of findings that stand on something planted."""
        reported = self.found + len(self.false_alarms)
        return self.found / reported if reported else 1.0


def cpr_number(counter: int, *, modulus_11: bool = True, replacement: bool = False, date: str = "") -> str:
    """Give the ten digits of an invented CPR number that nobody living has; `date` is DDMMYY with YY 38 to 99."""
    day = 1 + counter * 7 % 28
    year = 58 + counter * 11 % 42 if counter % 2 else 38 + counter * 3 % 20
    birth = date or f"{day + 60 * replacement:02d}{1 + counter * 5 % 12:02d}{year:02d}"
    for serial in range(5000 + counter * 37 % 3000, 9000):
        digits = f"{birth}{serial}"
        total = sum(int(d) * weight for d, weight in zip(digits, MODULUS_11_WEIGHTS, strict=True))
        if (total % 11 == 0) == modulus_11:
            return digits
    raise AssertionError("no serial number left")


def _full_year(number: str) -> str:
    return f"{'20' if int(number[4:6]) <= 57 else '18'}{number[4:6]}"


def _wide(number: str) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in number)


CPR_RENDERINGS: dict[str, Callable[[str], str]] = {
    "hyphen": lambda n: f"{n[:6]}-{n[6:]}",
    "no hyphen": lambda n: n,
    "space": lambda n: f"{n[:6]} {n[6:]}",
    "space-hyphen-space": lambda n: f"{n[:6]} - {n[6:]}",
    "en dash": lambda n: f"{n[:6]}–{n[6:]}",
    "em dash": lambda n: f"{n[:6]}—{n[6:]}",
    "non-breaking hyphen": lambda n: f"{n[:6]}\u2011{n[6:]}",
    "minus sign": lambda n: f"{n[:6]}\u2212{n[6:]}",
    "figure dash": lambda n: f"{n[:6]}\u2012{n[6:]}",
    "small hyphen": lambda n: f"{n[:6]}\ufe63{n[6:]}",
    "no-break space": lambda n: f"{n[:6]}\u00a0{n[6:]}",
    "thin space": lambda n: f"{n[:6]}\u2009{n[6:]}",
    "soft hyphen": lambda n: f"{n[:6]}\u00ad{n[6:]}",
    "soft hyphen beside hyphen": lambda n: f"{n[:6]}-\u00ad{n[6:]}",
    "zero-width space": lambda n: f"{n[:3]}\u200b{n[3:6]}-{n[6:]}",
    "line break": lambda n: f"{n[:6]}\n{n[6:]}",
    "hyphen and line break": lambda n: f"{n[:6]}-\n{n[6:]}",
    "hyphen, carriage return, indent": lambda n: f"{n[:6]}-\r\n    {n[6:]}",
    "hyphen as PDFium ends a line": lambda n: f"{n[:6]}\ufffe{n[6:]}",
    "line break in the date": lambda n: f"{n[:4]}\n{n[4:6]}-{n[6:]}",
    "line break in the serial": lambda n: f"{n[:6]}-{n[6:8]}\n{n[8:]}",
    "date spaced": lambda n: f"{n[:2]} {n[2:4]} {n[4:6]}-{n[6:]}",
    "date dotted": lambda n: f"{n[:2]}.{n[2:4]}.{n[4:6]}-{n[6:]}",
    "date with slashes": lambda n: f"{n[:2]}/{n[2:4]}/{n[4:6]}-{n[6:]}",
    "full year": lambda n: f"{n[:4]}{_full_year(n)}-{n[6:]}",
    "full year dotted": lambda n: f"{n[:2]}.{n[2:4]}.{_full_year(n)}-{n[6:]}",
    "letter-spaced": lambda n: f"{' '.join(n[:6])} - {' '.join(n[6:])}",
    "letter-spaced, no hyphen": lambda n: " ".join(n),
    "O for 0": lambda n: f"{n[:6].replace('0', 'O')}-{n[6:].replace('0', 'O')}",
    "l for 1": lambda n: f"{n[:6].replace('1', 'l')}-{n[6:].replace('1', 'l')}",
    "S for 5": lambda n: f"{n[:6]}-{n[6:].replace('5', 'S')}",
    "B for 8": lambda n: f"{n[:6]}-{n[6:].replace('8', 'B')}",
    "glued to words": lambda n: f"nummer{n[:6]}-{n[6:]}er",
    "full-width digits": lambda n: f"{_wide(n[:6])}-{_wide(n[6:])}",
    "underscore": lambda n: f"{n[:6]}_{n[6:]}",
    "point": lambda n: f"{n[:6]}.{n[6:]}",
    "slash": lambda n: f"{n[:6]}/{n[6:]}",
    "tab": lambda n: f"{n[:6]}\t{n[6:]}",
    "pipe": lambda n: f"{n[:6]} | {n[6:]}",
    "columns": lambda n: f"{n[:6]}      {n[6:]}",
    "hash before": lambda n: f"#{n[:6]}-{n[6:]}",
    "bracket open": lambda n: f"({n[:6]}-{n[6:]}",
    "number before": lambda n: f"Ærøvej 7 {n[:6]}-{n[6:]}",
    "number after": lambda n: f"{n[:6]}-{n[6:]} 8000 Aarhus",
    "capitals before": lambda n: f"SagsID {n[:6]}-{n[6:]}",
    "invoice elsewhere": lambda n: f"Faktura og ordrenummer følger. {n[:6]}-{n[6:]}",
    "P-number elsewhere": lambda n: f"P-nr. 1003456789 hører til. {n[:6]}-{n[6:]}",
    "in a list of numbers": lambda n: f"4599120033, 8731550021, {n}, 9944321100",
}
_DRESSED = {
    "glued to words": ("nummer", "er"),
    "hash before": ("#", ""),
    "bracket open": ("(", ""),
    "number before": ("Ærøvej 7 ", ""),
    "number after": ("", " 8000 Aarhus"),
    "capitals before": ("SagsID ", ""),
    "invoice elsewhere": ("Faktura og ordrenummer følger. ", ""),
    "P-number elsewhere": ("P-nr. 1003456789 hører til. ", ""),
    "in a list of numbers": ("4599120033, 8731550021, ", ", 9944321100"),
}
_FIRST_OF_JANUARY = ("010160", "010162", "010183", "010195", "010185", "010178", "010190", "010199", "010140", "010157")


def passages() -> list[Passage]:
    """Give the whole set: every class in every rendering and several contexts, and passages with nothing personal."""
    return [
        *_cpr_passages(),
        *_plain_passages(PiiClass.PHONE, PHONES, PHONE_CONTEXTS),
        *_plain_passages(PiiClass.EMAIL, EMAILS, EMAIL_CONTEXTS),
        *_plain_passages(PiiClass.ACCOUNT, ACCOUNTS, ACCOUNT_CONTEXTS),
        *_plain_passages(PiiClass.IBAN, IBANS, ("{}", "IBAN: {}", "Beløbet bedes overført til {} senest fredag.")),
        *_plain_passages(PiiClass.NAME, NAMES, NAME_CONTEXTS),
        *_plain_passages(PiiClass.ADDRESS, ADDRESSES, ADDRESS_CONTEXTS),
        *_known_passages(),
        *_negative_passages(),
    ]


def evaluate(threshold: float = GATE_THRESHOLD) -> dict[PiiClass, Tally]:
    """Run the detector over the set and count per class what is found, missed and wrongly found at a threshold."""
    tallies = {pii_class: Tally() for pii_class in PiiClass}
    for passage in passages():
        findings = [f for f in scan(passage.text, known=passage.known) if f.score >= threshold]
        _count(tallies, passage, findings)
    return tallies


def table(tallies: dict[PiiClass, Tally]) -> str:
    """Set the confusion table as Markdown."""
    lines = [
        "| class | planted | found | missed | false alarms | recall | precision |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for pii_class, tally in tallies.items():
        planted = tally.found + len(tally.missed)
        lines.append(
            f"| {pii_class} | {planted} | {tally.found} | {len(tally.missed)} | {len(tally.false_alarms)} "
            f"| {tally.recall:.1%} | {tally.precision:.1%} |"
        )
    return "\n".join(lines)


def _count(tallies: dict[PiiClass, Tally], passage: Passage, findings: list[Finding]) -> None:
    """Found means covered whole by findings of any class, for then nothing of it is published."""
    covered = {offset for f in findings for offset in range(f.start, f.end)}
    for pii_class, start, end in passage.truth:
        if all(k in covered for k in range(start, end) if passage.text[k].isalnum()):
            tallies[pii_class].found += 1
        else:
            tallies[pii_class].missed.append(passage)
    for finding in findings:
        if not any(start < finding.end and finding.start < end for _, start, end in passage.truth):
            tallies[finding.pii_class].false_alarms.append((passage, finding))


def _passage(kind: str, pii_class: PiiClass, context: str, item: str, known: tuple[KnownTerm, ...] = ()) -> Passage:
    before, _, after = context.partition("{}")
    return Passage(kind, before + item + after, ((pii_class, len(before), len(before) + len(item)),), known)


def _cpr_passages() -> Iterator[Passage]:
    counter = count(1)
    for name, render in CPR_RENDERINGS.items():
        left, right = _DRESSED.get(name, ("", ""))
        for context in CPR_CONTEXTS:
            whole = render(cpr_number(next(counter)))
            item = whole[len(left) : len(whole) - len(right)]
            yield _passage(f"cpr: {name}", PiiClass.CPR, context.replace("{}", left + "{}" + right), item)
    for date in _FIRST_OF_JANUARY:
        for name in ("hyphen", "no hyphen", "space"):
            number = CPR_RENDERINGS[name](cpr_number(next(counter), modulus_11=False, date=date))
            yield _passage("cpr: first of January", PiiClass.CPR, "Sagen vedrører {} i dag.", number)
    for context in CPR_CONTEXTS:
        number = CPR_RENDERINGS["hyphen"](cpr_number(next(counter), modulus_11=False, replacement=True))
        yield _passage("cpr: replacement number", PiiClass.CPR, context, number)
        number = CPR_RENDERINGS["hyphen"](cpr_number(next(counter), modulus_11=False))
        yield _passage("cpr: no control digit", PiiClass.CPR, context, number)
    for label in ("Cpr-nr. ", "CPR: ", "personnummer ", "Personnr.: "):
        yield _passage("cpr: mistyped", PiiClass.CPR, label + "{}", f"3{1 + next(counter) % 9}1362-5432")
        yield _passage(
            "cpr: bare, no control digit", PiiClass.CPR, label + "{}", cpr_number(next(counter), modulus_11=False)
        )


def _plain_passages(pii_class: PiiClass, items: tuple[str, ...], contexts: tuple[str, ...]) -> Iterator[Passage]:
    for context in contexts:
        for item in items:
            yield _passage(f"{pii_class}: {context[:24]!r}", pii_class, context, item)


def _known_passages() -> Iterator[Passage]:
    for group in (KNOWN_NAMES, KNOWN_ADDRESSES, KNOWN_NUMBERS):
        for pii_class, text, written in group:
            term = (KnownTerm(PiiClass(pii_class), text, "ansøger"),)
            for form in written:
                context = form if "{" in form else "Vi har talt med {" + form + "} om sagen."
                before, _, rest = context.partition("{")
                item, _, after = rest.partition("}")
                yield _passage(f"known {pii_class}", term[0].pii_class, before + "{}" + after, item, term)


def _negative_passages() -> Iterator[Passage]:
    for text in NEGATIVES:
        yield Passage("nothing personal", text, ())
    for template, numbers in NEGATIVE_NUMBERS:
        for number in numbers:
            yield Passage("nothing personal", template.replace("{}", number), ())
