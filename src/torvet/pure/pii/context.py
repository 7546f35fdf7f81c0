"""The words beside a number: what it is said to be.

Only a label that stands right before a number speaks against it: a word elsewhere on the page must never
hide one."""

import re

from .reading import Reading

_LABEL_WINDOW = 36
_NEAR_WINDOW = 48
_FAR_WINDOW = 240
_NUMBER_WORD = rb"(?:[ .-]{0,2}(?:nr|nummer|numre|numrene|no|id|kode))?[\s.:#=)]{0,6}$"

_LABELS = {
    "cvr": rb"(?:cvr|se|vat|moms)",
    "p-number": rb"(?:p|pe|produktionsenhed|produktionsenheds)",
    "ean": rb"(?:ean|gln|lokations?|lokationsnummer|elektronisk faktura)",
    "invoice": (rb"(?:faktura|fakt|regning|rekvisition|rekv|ordre|order|purchase order|po|invoice|bilags?|kreditnota)"),
    "journal": (rb"(?:j|jnr|jour|journal|sags?|sagsid|sags-id|dok|dokument|l\xf8be|arkiv|akt|brev|esdh|360|acadre)"),
    "isbn": rb"(?:isbn(?:-1[03])?|issn)",
    "bfe": rb"(?:bfe|ejendoms|esr|ejerlavs|bygnings|bbr|matr|matrikel|vurderings)",
    "account": rb"(?:konto|kontonr|kto|giro|fik|kreditor|debitor|kunde)",
    "meter": (
        rb"(?:m\xe5ler|installations|aftagenummer|serie|s/n|vare|art|artikel|projekt|model|type|boring|dgu|licens)"
    ),
    "law": rb"(?:lov|bekendtg\xf8relse|bkg|lbk|lov nr|cirkul\xe6re|direktiv|forordning|vejledning)",
}
_LABEL = re.compile(
    rb"(?:^|[^a-z\xe0-\xff])(?:"
    + b"|".join(b"(?P<" + name.replace("-", "_").encode() + b">" + words + b")" for name, words in _LABELS.items())
    + b")"
    + _NUMBER_WORD
)
_CPR_BEFORE = re.compile(
    rb"(?:cpr|c\.p\.r|personn|person-n|person nr|personnummer|pers\.|p\.?n\.?r|f\xf8dt|f\xf8dsel|\bf\.)"
)
_CPR_AFTER = re.compile(rb"^\W{0,4}(?:\(?cpr|personnummer|personnr)")
_PHONE_BEFORE = re.compile(
    rb"(?:tlf|telefon|tel\b|tel\.|mobil|mob\b|mob\.|phone|fastnet|tlfnr|ring(?:e|es)? |sms"
    rb"|kontakt(?:es|et)? |tr\xe6ffes|opkald|direkte|lokal|\bt[:.]|\bm[:.]|fax|\bnummer(?:et)?\b)"
)
_BANK_BEFORE = re.compile(rb"(?:konto|bank|reg\.|regnr|registreringsn|nemkonto|overf\xf8r|indbetal|udbetal|kto)")


def label_before(reading: Reading, start: int) -> str | None:
    """Name what the words right before `start` label the number as, if that is no personal data."""
    window = reading.low[max(0, start - _LABEL_WINDOW) : start]
    match = _LABEL.search(window)
    return match.lastgroup.replace("_", "-") if match and match.lastgroup else None


def cpr_context(reading: Reading, start: int, end: int) -> str | None:
    """Name the words that say a CPR number stands here: beside it, or a heading a few lines above."""
    near = reading.low[max(0, start - _NEAR_WINDOW) : start]
    if _CPR_BEFORE.search(near) or _CPR_AFTER.search(reading.low[end : end + 24]):
        return "context:cpr"
    far = reading.low[max(0, start - _FAR_WINDOW) : start]
    return "context:cpr-heading" if b"cpr" in far or b"personn" in far else None


def says_phone(reading: Reading, start: int) -> bool:
    """Tell whether the words before `start` announce a telephone number."""
    return _PHONE_BEFORE.search(reading.low[max(0, start - 28) : start]) is not None


def says_bank(reading: Reading, start: int) -> bool:
    """Tell whether the words before `start` speak of a bank account."""
    return _BANK_BEFORE.search(reading.low[max(0, start - 60) : start]) is not None
