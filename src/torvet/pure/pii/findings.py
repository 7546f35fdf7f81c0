"""The words the detector speaks in: classes of personal data, known terms and findings.

What is deliberately not here: what to do with a finding. Policy (publish, redact, hold) belongs to the
caller."""

from dataclasses import dataclass
from enum import StrEnum

RULE_PACK_VERSION = "2026.11.2"
"""Changes whenever a rule, a word list or a score changes, so that published text can be screened again."""

GATE_THRESHOLD = 0.35
"""A finding with this score or more must be covered, or seen by a person, before the text is published."""

CERTAIN_THRESHOLD = 0.8
"""A finding with this score or more may be covered without asking anybody."""


class PiiClass(StrEnum):
    """A kind of personal data; CVR is the number of a firm that is one person's own, never a company's."""

    CPR = "cpr"
    PHONE = "phone"
    EMAIL = "email"
    ACCOUNT = "account"
    IBAN = "iban"
    NAME = "name"
    ADDRESS = "address"
    PARTY = "party"
    BIRTH_DATE = "birth_date"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    LICENCE_PLATE = "licence_plate"
    CVR = "cvr"

    @property
    def is_judged_by_context(self) -> bool:
        """Whether what stands around it makes it one; the others are found by what they are."""
        return self in _JUDGED_BY_CONTEXT

    @property
    def public_label(self) -> str:
        """What a reader sees in place of the covered text, in Danish."""
        return _PUBLIC_LABELS[self]


_JUDGED_BY_CONTEXT = frozenset(
    {
        PiiClass.NAME,
        PiiClass.ADDRESS,
        PiiClass.BIRTH_DATE,
        PiiClass.PASSPORT,
        PiiClass.DRIVING_LICENCE,
        PiiClass.LICENCE_PLATE,
        PiiClass.CVR,
    }
)
_PUBLIC_LABELS = {
    PiiClass.CPR: "cpr-nr.",
    PiiClass.PHONE: "telefonnummer",
    PiiClass.EMAIL: "e-mail",
    PiiClass.ACCOUNT: "kontonummer",
    PiiClass.IBAN: "IBAN-nummer",
    PiiClass.NAME: "navn",
    PiiClass.ADDRESS: "adresse",
    PiiClass.PARTY: "partsoplysning",
    PiiClass.BIRTH_DATE: "fødselsdato",
    PiiClass.PASSPORT: "pas- eller id-nummer",
    PiiClass.DRIVING_LICENCE: "kørekortnummer",
    PiiClass.LICENCE_PLATE: "nummerplade",
    PiiClass.CVR: "cvr-nr. på en person",
}


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A piece of data about one of the case's own parties, to be searched for in every way it may be written.

    `role` is the party's part in the case ("ansøger", "ejer", "nabo"); it comes back in the finding's
    reasons."""

    pii_class: PiiClass
    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One stretch of personal data: code points `start` to `end` (exclusive) of the text that was scanned.

    `score` is evidence from 0 to 1, not a probability. `reasons` are stable codes.
    """

    pii_class: PiiClass
    start: int
    end: int
    score: float
    reasons: tuple[str, ...]
