"""The decisions, without a database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torvet.modules.records.rules import (
    COPENHAGEN,
    OUTCOMES,
    Facts,
    Rule,
    RuleViolation,
    Wait,
    address_part,
    decide,
    journal_day_fault,
    release_at,
    uncovered_classes,
)

LETTER = Facts("building", "02.34.02", "letter")
OPEN = Rule("open", "publish", "")
NEXT_DAY = [Wait(1, 6)]
rules = st.builds(
    Rule,
    code=st.text(min_size=1, max_size=3),
    outcome=st.sampled_from(OUTCOMES),
    legal_ground=st.just("FVL-27"),
    case_type=st.sampled_from(["", "building", "person"]),
    kle_prefix=st.sampled_from(["", "02", "05"]),
)


def test_without_rules_nothing_is_published() -> None:
    assert decide(LETTER, []).outcome == "hold"


@given(st.lists(rules), rules)
def test_another_rule_never_makes_the_outcome_milder(before: list[Rule], another: Rule) -> None:
    with_one_more = decide(LETTER, [OPEN, *before, another]).outcome
    assert OUTCOMES.index(with_one_more) >= OUTCOMES.index(decide(LETTER, [OPEN, *before]).outcome)


def test_person_cases_are_hidden_whatever_else_is_said() -> None:
    facts = replace(LETTER, case_type="person", is_closed=True, legal_ground="OFL-23")
    assert decide(facts, [OPEN, Rule("person", "hide", "FVL-27", case_type="person")]).outcome == "hide"


def test_a_closed_document_is_withheld_with_its_own_ground() -> None:
    decision = decide(replace(LETTER, is_closed=True, legal_ground="OFL-23"), [OPEN])
    assert (decision.outcome, decision.legal_ground) == ("withhold", "OFL-23")


def test_a_closed_document_without_ground_is_held() -> None:
    assert decide(replace(LETTER, is_closed=True), [OPEN]).outcome == "hold"


def test_a_secret_case_is_hidden() -> None:
    assert decide(replace(LETTER, secrecy="confidential"), [OPEN]).outcome == "hide"


def test_findings_of_which_no_rule_speaks_are_named() -> None:
    facts = replace(LETTER, pii_classes=frozenset({"cpr", "dna"}))
    assert uncovered_classes(facts, [Rule("cpr", "redact", "DBL-11", pii_class="cpr")]) == {"dna"}


@pytest.mark.parametrize(
    ("journaled", "expected"),
    [
        (datetime(2026, 11, 22, 23, 59, tzinfo=COPENHAGEN), "2026-11-23T06:00:00+01:00"),
        (datetime(2026, 11, 22, 23, 59, tzinfo=UTC), "2026-11-24T06:00:00+01:00"),
        (datetime(2026, 3, 28, 12, 0, tzinfo=COPENHAGEN), "2026-03-29T06:00:00+02:00"),
        (datetime(2026, 10, 24, 12, 0, tzinfo=COPENHAGEN), "2026-10-25T06:00:00+01:00"),
    ],
)
def test_papers_are_open_at_six_the_next_day_in_copenhagen(journaled: datetime, expected: str) -> None:
    assert release_at(journaled, "road", "05", NEXT_DAY).isoformat() == expected


def test_the_longest_waiting_time_holds() -> None:
    waits = [*NEXT_DAY, Wait(14, 6, case_type="road")]
    journaled = datetime(2026, 11, 1, 9, 0, tzinfo=COPENHAGEN)
    assert release_at(journaled, "road", "05", waits).day == 15
    assert release_at(journaled, "it", "85", waits).day == 2


def test_without_a_waiting_time_nothing_is_ever_public() -> None:
    with pytest.raises(RuleViolation, match="ingen regel"):
        release_at(datetime(2026, 11, 1, tzinfo=COPENHAGEN), "road", "05", [])


def test_impossible_journal_times_are_named() -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    assert journal_day_fault(datetime(1900, 1, 1, tzinfo=UTC), now=now) == "journaled-too-early"
    assert journal_day_fault(now + timedelta(days=2), now=now) == "journaled-in-the-future"
    assert journal_day_fault(now + timedelta(minutes=5), now=now) == ""


@given(st.text())
def test_an_address_part_is_always_safe_in_an_address(number: str) -> None:
    assert set(address_part(number)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_danish_letters_are_kept_readable_in_addresses() -> None:
    assert address_part("Ærø/2026-Å1") == "aeroe-2026-aa1"
