"""Bank accounts: registration number and account number by the words around them, and IBAN by its check
digits.

The banks' own check digits are not public, so a Danish account is known by its label or its bank only.
"""

import re
from collections.abc import Iterator

from stdnum import iban

from .candidates import Candidate
from .context import says_bank
from .digits import DigitRow
from .findings import PiiClass
from .reading import Reading

_NR = rb"(?:[ -]{0,2}(?:nr|nummer|no|number))?[\s.:#]{0,5}"
_REGISTRATION = re.compile(
    rb"(?:registrerings|regi?s?t?)\.?"
    + _NR
    + rb"(\d{4})[\s,;/|+-]{0,6}(?:og |samt )?(?:(?:bank)?konto|kto)?\.?"
    + _NR
    + rb"(\d(?: ?\d){5,9})(?!\d)"
)
_ACCOUNT = re.compile(
    rb"(?:konto|kto\.?)(?:en|nr|nummer)?" + _NR + rb"(?:er )?((?:\d{4}[\s/+.-]{1,3})?\d(?: ?\d){5,13})(?!\d)"
)
_LABEL_WINDOW = 60
_SHORTEST_ALONE = 7
_FOUR_AND_MORE = re.compile("n{3}[sdplw]n{6,9}")
_IBAN = re.compile(rb"[A-Z]{2} ?\d{2}(?:[ \xa0-]?[A-Z0-9]){11,30}(?![A-Z0-9])")
_DANISH_IBAN = re.compile(rb"DK ?\d{2}(?:[ \xa0-]?\d){14}(?!\d)")


def find_labelled_accounts(reading: Reading, row: DigitRow) -> Iterator[Candidate]:
    """Yield account numbers of a digit row that follow the words for registration or account number."""
    start, end = max(0, row.at[0] - _LABEL_WINDOW), row.at[-1] + 1
    window = reading.low[start:end]
    for word, pattern in ((b"reg", _REGISTRATION), (b"kto", _ACCOUNT), (b"konto", _ACCOUNT)):
        if word not in window:
            continue
        for match in pattern.finditer(window):
            two = pattern is _REGISTRATION or _has_registration(match.group(1))
            score, reason = (0.93, "context:registration-and-account") if two else (0.7, "context:account")
            last = match.end(2) if pattern is _REGISTRATION else match.end(1)
            if not two and len(match.group(1).replace(b" ", b"")) < _SHORTEST_ALONE:
                score = 0.3  # "konto 112233" is an account of a budget
            yield Candidate(PiiClass.ACCOUNT, start + match.start(1), start + last, score, (reason,))


def _has_registration(number: bytes) -> bool:
    return re.match(rb"\d{4}[\s/+.-]", number) is not None


def find_accounts(reading: Reading, row: DigitRow) -> Iterator[Candidate]:
    """Yield four digits and a longer number beside words about a bank, where no label stands right before."""
    for first in range(len(row.digits) - 10):
        if row.gaps[first] == "n" or row.gaps[first + 1 : first + 4] != "nnn" or row.gaps[first + 4] == "n":
            continue
        last = first + 5
        while last < len(row.digits) and row.gaps[last] == "n" and last - first < 15:
            last += 1
        if _FOUR_AND_MORE.fullmatch(row.gaps[first + 1 : last]) and says_bank(reading, row.at[first]):
            yield Candidate(PiiClass.ACCOUNT, row.at[first], row.end(last), 0.72, ("context:bank",))


def find_ibans(reading: Reading) -> Iterator[Candidate]:
    """Yield IBAN of any country by check digits (ISO 13616, modulus 97), and Danish ones that fail them."""
    for shape in (b"AA00", b"AA 00"):
        position = reading.kinds.find(shape)
        while position >= 0:
            candidate = _iban_at(reading, position)
            if candidate:
                yield candidate
            position = reading.kinds.find(shape, position + 1)


def _iban_at(reading: Reading, position: int) -> Candidate | None:
    match = _IBAN.match(reading.raw, position)
    if match is None:
        return None
    text = match.group().decode("latin-1").replace("\xa0", " ")
    end = match.end()
    while len(text) > 14:
        if _has_modulus_97(text) and iban.is_valid(text):
            return Candidate(PiiClass.IBAN, position, position + len(text), 0.98, ("modulus-97",))
        cut = text.rstrip()[:-1].rfind(" ")
        if cut < 0:
            break
        text = text[:cut]
    danish = _DANISH_IBAN.match(reading.raw, position)
    if danish:
        return Candidate(PiiClass.IBAN, position, danish.end(), 0.6, ("check-digits-wrong",))
    if b"iban" in reading.low[max(0, position - 16) : position]:
        return Candidate(PiiClass.IBAN, position, end, 0.6, ("context:iban", "check-digits-wrong"))
    return None


def _has_modulus_97(text: str) -> bool:
    """Tell whether the check digits fit (ISO 7064); cheaper than the library, which knows each country's form too."""
    letters = text.replace(" ", "").replace("-", "")
    return int("".join(str(int(letter, 36)) for letter in letters[4:] + letters[:4])) % 97 == 1
