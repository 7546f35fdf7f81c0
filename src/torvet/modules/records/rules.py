"""The decisions of open records: waiting time, what becomes of a document, what may follow what.

Values in, values out: no database, no clock. The rules of law come in as dated rows (`models.policy`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

# From mildest to strictest; of the rules that match, the strictest holds.
OUTCOMES = ("publish", "redact", "hold", "withhold", "hide")

# Case systems came to Danish municipalities with EDB in the 1970s; an older journal day is a typing error.
EARLIEST_JOURNAL_DAY = date(1970, 1, 1)
# A source system whose clock is a little fast is believed.
CLOCK_TOLERANCE = timedelta(hours=1)


DANISH_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


class RuleViolation(Exception):
    """Something was asked for that the rules refuse; pages show the message, the interface answers 409."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Rule:
    """A rule of publication as `decide` sees it; empty fields match everything."""

    code: str
    outcome: str
    legal_ground: str
    case_type: str = ""
    kle_prefix: str = ""
    document_type: str = ""
    pii_class: str = ""
    notice: str = ""


@dataclass(frozen=True)
class Wait:
    """A waiting time: so many calendar days after the journal day, at an hour in Copenhagen."""

    days_after: int
    at_hour: int
    case_type: str = ""
    kle_prefix: str = ""


@dataclass(frozen=True)
class Facts:
    """What is known about a document when its fate is decided."""

    case_type: str
    kle: str
    document_type: str
    is_closed: bool = False
    legal_ground: str = ""
    secrecy: str = ""
    pii_classes: frozenset[str] = frozenset()
    notices: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Decision:
    """What becomes of a document, under which rule and ground."""

    outcome: str
    rule: str
    legal_ground: str


def matches(rule: Rule, facts: Facts) -> bool:
    """Tell whether every field of the rule that is filled in fits the document."""
    return (
        rule.case_type in ("", facts.case_type)
        and facts.kle.startswith(rule.kle_prefix)
        and rule.document_type in ("", facts.document_type)
        and (not rule.pii_class or rule.pii_class in facts.pii_classes)
        and (not rule.notice or rule.notice in facts.notices)
    )


def decide(facts: Facts, rules: Iterable[Rule]) -> Decision:
    """Return what becomes of a document; with no rule at all it is held, never published.

    A document that the case system closed is withheld with its ground, and one without a ground is held.

    >>> decide(Facts("building", "02.34.02", "letter"), [Rule("all", "publish", "")]).outcome
    'publish'
    """
    if facts.secrecy:
        return Decision("hide", "secrecy", facts.legal_ground or "FVL-27")
    found = [rule for rule in rules if matches(rule, facts)]
    strictest = max(found, key=lambda rule: OUTCOMES.index(rule.outcome), default=Rule("no-rule", "hold", ""))
    if facts.is_closed and OUTCOMES.index(strictest.outcome) < OUTCOMES.index("withhold"):
        return Decision("withhold" if facts.legal_ground else "hold", "closed-in-source", facts.legal_ground)
    return Decision(strictest.outcome, strictest.code, strictest.legal_ground)


def uncovered_classes(facts: Facts, rules: Sequence[Rule]) -> frozenset[str]:
    """Return the classes of findings that no rule speaks of; a document with one of them must be held."""
    return facts.pii_classes - {rule.pii_class for rule in rules if rule.pii_class}


def release_at(journaled_at: datetime, case_type: str, kle: str, waits: Iterable[Wait]) -> datetime:
    """Return when a document may be public: the longest waiting time that matches.

    Days are calendar days in Copenhagen, so summer time needs no care of its own.

    >>> release_at(datetime(2026, 11, 22, 23, 59, tzinfo=COPENHAGEN), "road", "05", [Wait(1, 6)]).isoformat()
    '2026-11-23T06:00:00+01:00'

    Raises:
        RuleViolation: no waiting time matches; nothing is ever public by default.
    """
    day = journaled_at.astimezone(COPENHAGEN).date()
    instants = [
        datetime.combine(day + timedelta(days=wait.days_after), time(wait.at_hour), tzinfo=COPENHAGEN)
        for wait in waits
        if wait.case_type in ("", case_type) and kle.startswith(wait.kle_prefix)
    ]
    if not instants:
        raise RuleViolation("no-waiting-time", "Der er ingen regel for, hvornår dokumentet kan blive åbent.")
    return max(instants)


def journal_day_fault(journaled_at: datetime, *, now: datetime) -> str:
    """Return the code of what is wrong with a journal time, or nothing."""
    if journaled_at.date() < EARLIEST_JOURNAL_DAY:
        return "journaled-too-early"
    if journaled_at > now + CLOCK_TOLERANCE:
        return "journaled-in-the-future"
    return ""


def address_part(number: str) -> str:
    """Turn a case number into the part of an address that people can read.

    >>> address_part("BYG-2026-00317")
    'byg-2026-00317'
    >>> address_part("22/000743")
    '22-000743'
    """
    letters = number.lower().translate(DANISH_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60]
