"""Sensitive matters are met when they are somebody's, and left alone when they are a subject."""

import pytest

from torvet.pure.pii import Matter, SensitiveMatter, health_matters, sensitive_matters
from torvet.pure.pii.evaluation.matter_texts import OF_NOBODY, TOLD
from torvet.pure.pii.evaluation.matters import evaluate_matters, of_nobody_count
from torvet.pure.pii.evaluation.model import marked


@pytest.mark.parametrize(
    "text",
    [
        "Min kone er lungesyg og får ilt hjemme.",
        "Jeg er opereret i hoften og træner tre gange om ugen.",
        "Jeg bor på 3. sal og har gigt i begge hofter.",
        "Vores søn har autisme.",
        "Han har CØLIAKI. Min søn reagerer på hvede.",
        "Jeg er for tiden\nsygemeldt.",
    ],
)
def test_somebodys_own_illness_is_met(text: str) -> None:
    assert health_matters(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen vil forebygge depression, angst og kræft.",
        "Plejehjemmet har plads til 24 borgere med demens.",
        "Jeg synes, at cykelstien er en god idé.",
        "Min carport bliver 35 kvadratmeter.",
        "Vores indsats mod depression er ny.",
        "",
    ],
)
def test_a_subject_is_no_persons_illness(text: str) -> None:
    assert not health_matters(text)


@pytest.mark.parametrize(("matter", "text"), TOLD)
def test_every_matter_is_met_in_the_sentence_of_a_person(matter: Matter, text: str) -> None:
    passage = marked("matter", text)
    people = [(start, end) for _, start, end in passage.truth]
    assert matter in {each.matter for each in sensitive_matters(passage.text, people)}


@pytest.mark.parametrize("text", OF_NOBODY)
def test_a_subject_is_nobodys_matter(text: str) -> None:
    assert sensitive_matters(text) == []


def test_a_person_in_another_sentence_says_nothing() -> None:
    person = [(0, 4)]
    assert sensitive_matters("Bodil har diabetes.", person)
    assert not sensitive_matters("Bodil bor her. Kommunen har en plan mod diabetes.", person)
    assert not sensitive_matters("Bodil bor her\n\nPlan mod diabetes", person)
    assert sensitive_matters("Bodil har iflg. f.eks. nr. 3 diabetes.", person)
    assert not sensitive_matters("Bodil har diabetes.", [(300, 310)])


def test_a_place_tells_its_matter_and_its_span() -> None:
    assert sensitive_matters("Min kone er lungesyg.") == [SensitiveMatter(Matter.HEALTH, 12, 20)]
    text = "\u0130 Min kone er lungesyg."
    assert [text[each.start : each.end] for each in sensitive_matters(text)] == ["lungesyg"]


def test_no_more_than_a_hundred_places_of_a_matter_are_told() -> None:
    found = sensitive_matters("Min gigt. Min gæld på kr. " * 1000)
    assert [sum(each.matter is matter for each in found) for matter in (Matter.HEALTH, Matter.ECONOMY)] == [100, 100]


def test_the_whole_evaluation_of_matters_holds_its_floors() -> None:
    tallies = evaluate_matters()
    assert of_nobody_count() > 2_000
    assert all(tally.told >= 2 and tally.missed == [] for tally in tallies.values())
    assert sum(len(tally.false_alarms) for tally in tallies.values()) <= 2


def test_without_people_nobodys_sentences_would_be_silent_and_with_them_they_speak() -> None:
    text = "Storm Jensen er anbragt i en plejefamilie."
    assert sensitive_matters(text) == []
    assert {each.matter for each in sensitive_matters(text, [(0, 12)])} == {Matter.CHILD}
