from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torvet.pure.pii import CERTAIN_THRESHOLD, GATE_THRESHOLD, KnownTerm, PiiClass, scan
from torvet.pure.pii.candidates import Candidate
from torvet.pure.pii.screening import settle

BARRED = (
    "Kære |Anders Holm|\n| |250258-5000|22 33 44 55|@|x.dk|Ryesgade 12|–|\u00ad|ﬁ|mvh |: |Navn|reg. |5301 |0123456789"
    "|DK50 0040 0440 1162 43|cpr|O|l|,|A. |\u200b|Hansen|8000 Aarhus"
)
PIECES = st.sampled_from(BARRED.split("|"))


@given(st.lists(PIECES, max_size=25).map("".join))
def test_findings_are_in_order_and_never_overlap(text: str) -> None:
    known = [KnownTerm(PiiClass.NAME, "Anders Holm"), KnownTerm(PiiClass.PHONE, "22334455")]
    findings = scan(text, known=known)
    assert all(0 <= f.start < f.end <= len(text) and 0 < f.score <= 1 and f.reasons for f in findings)
    assert all(a.end <= b.start for a, b in pairwise(findings))


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_stands_before_a_paragraph_does_not_hide_a_number(text: str) -> None:
    found = [f for f in scan(text + "\n\nHerefter ordet.\n\nCpr-nr. 250258-5000.") if f.pii_class is PiiClass.CPR]
    assert found[-1].end == len(text) + len("\n\nHerefter ordet.\n\nCpr-nr. 250258-5000")


def test_the_better_of_two_classes_wins_and_one_class_is_merged() -> None:
    weak = Candidate(PiiClass.PHONE, 0, 8, 0.4, ("a",))
    strong = Candidate(PiiClass.CPR, 2, 12, 0.9, ("b",))
    more = Candidate(PiiClass.CPR, 11, 15, 0.6, ("c",))
    (winner,) = settle([weak, strong, more])
    assert (winner.start, winner.end, winner.score, winner.reasons) == (2, 15, 0.9, ("b", "c"))


def test_a_faint_candidate_does_not_stretch_a_sure_one() -> None:
    sure = Candidate(PiiClass.NAME, 0, 5, 0.9, ("a",))
    faint = Candidate(PiiClass.NAME, 3, 20, 0.2, ("b",))
    assert settle([sure, faint]) == [sure]


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Med venlig hilsen\n\nMette Holm\nPlanlægger", "Mette Holm"),
        ("Jeg hørte METTE HOLMS tale", "Mette Holm"),
        ("Skriv til post@fjordby.example i dag", "post@fjordby.example"),
        ("Skriv til byg.sag@fjordby.example i dag", "fjordby.example"),
        ("Skriv til byg.sag@fjordby.example i dag", "@fjordby.example"),
        ("Tlf. 70 12 34 56", "7012 3456"),
        ("Tlf. +45 70123456", "70 12 34 56"),
        ("Tlf. 70123456", "+45 70 12 34 56"),
        ("Adresse: Ryesgade 12, 8000 Aarhus C", "Ryesgade 12"),
        ("Adresse: Bag Møllen 3", "Bag Møllen 3"),
    ],
)
def test_what_is_public_is_no_finding(text: str, public: str) -> None:
    assert [f for f in scan(text) if f.score >= GATE_THRESHOLD]
    assert not [f for f in scan(text, public=[public]) if f.score >= GATE_THRESHOLD]


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Cpr-nr. 250258-5000", "250258-5000"),
        ("Mette Holm Nielsen bor her", "Mette Holm"),
        ("mette@fjordby.example.com skriver", "fjordby.example"),
        ("mette@evilfjordby.example skriver", "fjordby.example"),
        ("Adresse: Ryesgade 120", "Ryesgade 12"),
        ("Tlf. 70 12 34 57", "70 12 34 56"),
    ],
)
def test_only_what_is_public_is_let_through(text: str, public: str) -> None:
    assert [f for f in scan(text, public=[public]) if f.score >= GATE_THRESHOLD]


def test_thresholds_are_in_order() -> None:
    assert 0 < GATE_THRESHOLD < CERTAIN_THRESHOLD < 1


def test_every_class_has_a_danish_label() -> None:
    assert all(pii_class.public_label for pii_class in PiiClass)
    assert PiiClass.CPR.public_label == "cpr-nr."


def test_the_case_s_own_property_stays_behind_a_name_too() -> None:
    text = "Erik Jespersen, Bag Møllen 3, har søgt."
    assert [text[f.start : f.end] for f in scan(text, public=["Bag Møllen 3"])] == ["Erik Jespersen"]
    assert len([f for f in scan(text) if f.score >= GATE_THRESHOLD]) == 2


def test_a_part_of_a_public_name_is_public_where_the_whole_stands() -> None:
    text = "Kan vi mødes?\nVenlig hilsen\nFjordby Vand A/S\nVandværksvej 10\n"
    assert [f for f in scan(text) if f.score >= GATE_THRESHOLD]
    assert not [f for f in scan(text, public=["Fjordby Vand A/S"]) if f.score >= GATE_THRESHOLD]
