"""The words beside a number: what it is said to be.

Only a label that stands right before a number speaks against it: a word elsewhere on the page must never
hide one."""

import re

from .reading import Reading

_LABEL_WINDOW = 36
_NEAR_WINDOW = 48
_FAR_WINDOW = 240
_NUMBER_WORD = rb"[ .-]{0,2}(?:nr|nummer|numre|numrene|no|id|kode)"
_MARKS = rb"(?: er)?[\s.:#=)]{0,6}$"

# Words that label a number by themselves, and short ones that do so only with "nr." behind them ("se 12" is no label).
_LABELS = {
    "cvr": (rb"cvr|vat|moms", rb"se"),
    "p-number": (rb"produktionsenheds?", rb"pe?"),
    "ean": (rb"ean|gln|lokations?|elektronisk faktura", rb""),
    "invoice": (
        rb"faktura|regning|rekvisition|rekv|ordre|order|purchase order|invoice|kreditnota|(?:forsikrings)?police",
        rb"fakt|po|bilags?|kvitterings?",
    ),
    "journal": (rb"jnr|journal|sagsid|sags-id|dok|dokument|l\xf8be|arkiv|esdh|360|acadre", rb"j|jour|sags?|akt|brev"),
    "isbn": (rb"isbn(?:-1[03])?|issn", rb""),
    "bfe": (rb"bfe|esr|ejerlavs|bbr|matr|matrikel", rb"ejendoms|bygnings|vurderings"),
    "account": (rb"kontonr|kto|giro|fik", rb"konto|kreditor|debitor|kunde"),
    "meter": (
        rb"m\xe5ler|aftagenummer|s/n|dgu",
        rb"installations|serie|vare|art|artikel|projekt|model|type|boring|licens",
    ),
    "point": (rb"punkt|pkt|afsnit|kapitel", rb""),
    "law": (rb"bkg|lbk", rb"lov|bekendtg\xf8relse|cirkul\xe6re|direktiv|forordning|vejledning"),
}


def _label_pattern(name: str, alone: bytes, with_number: bytes) -> bytes:
    forms = [b"(?:" + alone + b")(?:" + _NUMBER_WORD + b")?"]
    if with_number:
        forms.append(b"(?:" + with_number + b")" + _NUMBER_WORD)
    return b"(?P<" + name.replace("-", "_").encode() + b">" + b"|".join(forms) + b")"


_LABEL = re.compile(
    rb"(?:^|[^a-z\xe0-\xff])(?:" + b"|".join(_label_pattern(n, *words) for n, words in _LABELS.items()) + b")" + _MARKS
)
_CPR_BEFORE = re.compile(
    rb"(?:cpr|c\.p\.r|personn|person-n|person nr|personnummer|pers\.|p\.?n\.?r|f\xf8dt|f\xf8dsel|\bf\.)"
)
_CPR_RIGHT_BEFORE = re.compile(rb"(?:cpr|personn|person-n|person nr)\D{0,16}$")
_CPR_AFTER = re.compile(rb"^\W{0,4}(?:\(?cpr|personnummer|personnr)")
_PHONE_BEFORE = re.compile(
    rb"(?:tlf|telefon|tel\b|tel\.|mobil|mob\b|mob\.|phone|fastnet|tlfnr|(?<![a-z\xdf-\xff])ring(?:e|es)? |sms"
    rb"|kontakt(?:es|et)? |tr\xe6ffes|opkald|direkte|lokal(?:nr|nummer)?[ .:]"
    rb"|\bt[:.]|\bm[:.]|fax|(?<![a-z-])nummer(?:et)?\b)"
)
_BANK_BEFORE = re.compile(rb"(?:konto|bank|reg\.|regnr|registreringsn|nemkonto|overf\xf8r|indbetal|udbetal|kto)")


def label_before(reading: Reading, start: int) -> str | None:
    """Name what the words right before `start` label the number as, if that is no personal data."""
    window = reading.low[max(0, start - _LABEL_WINDOW) : start]
    match = _LABEL.search(window)
    return match.lastgroup.replace("_", "-") if match and match.lastgroup else None


# Any "... nr." says what the number is; these words say that it is a person's.
_SOME_NUMBER = re.compile(
    rb"(?<![a-z\xdf-\xff])([a-z\xe6\xf8\xe5]{2,30}?)[ -]{0,2}(?:nr|nummer|no|id)\.?[ \xa0:]{0,3}$"
)
_PERSON_WORDS = re.compile(
    rb"cpr|pers|borger|patient|elev|klient|medlem|sundhedskort|sygesikring|ident|l\xf8n|medarbejder|kort|barn|ans\xf8ger|^og$"
)
_P_NUMBER_LIST = re.compile(
    rb"(?:produktionsenheds?(?:nr|numre|nummer)|p-?(?:nr|numre|nummer))\.?:? ?(?:1\d{9}(?:, ?|; ?| og |\s)){1,12}$"
)
_LIST_WINDOW = 160
_AMOUNT_AFTER = re.compile(
    rb" ?(?:kr\b|dkk\b|euro?\b|,-|,\d\d(?!\d)|m2\b|m\xb2|m3\b|m\xb3|kwh\b|mwh\b|stk\b|tons?\b|liter\b)"
)


def is_some_number(reading: Reading, start: int) -> bool:
    """Tell whether words of the form "kvittering nr." that speak of no person stand right before `start`."""
    match = _SOME_NUMBER.search(reading.low[max(0, start - _LABEL_WINDOW) : start])
    return match is not None and _PERSON_WORDS.search(match.group(1)) is None


def is_amount(reading: Reading, end: int) -> bool:
    """Tell whether a unit or currency follows at `end`."""
    return _AMOUNT_AFTER.match(reading.low, end) is not None


def p_number_before(reading: Reading, start: int) -> bool:
    """Tell whether the number stands in a list that the word for production units opens: "p-numre: ..., ..."."""
    return _P_NUMBER_LIST.search(reading.low, max(0, start - _LIST_WINDOW), start) is not None


def cpr_context(reading: Reading, start: int, end: int) -> str | None:
    """Name the words that say a CPR number stands here: beside it, or a heading a few lines above."""
    near = reading.low[max(0, start - _NEAR_WINDOW) : start]
    if _CPR_BEFORE.search(near) or _CPR_AFTER.search(reading.low[end : end + 24]):
        return "context:cpr"
    far = reading.low[max(0, start - _FAR_WINDOW) : start]
    return "context:cpr-heading" if b"cpr" in far or b"personn" in far else None


def announces_cpr(reading: Reading, start: int) -> bool:
    """Tell whether a word for CPR number stands before `start` with no other number between."""
    return _CPR_RIGHT_BEFORE.search(reading.low[max(0, start - 32) : start]) is not None


def says_phone(reading: Reading, start: int) -> bool:
    """Tell whether the words before `start` announce a telephone number."""
    return _PHONE_BEFORE.search(reading.low[max(0, start - 28) : start]) is not None


def says_bank(reading: Reading, start: int) -> bool:
    """Tell whether the words before `start` speak of a bank account."""
    return _BANK_BEFORE.search(reading.low[max(0, start - 60) : start]) is not None
