"""Health matters are met when they are somebody's own, and left alone when they are a subject."""

import pytest

from torvet.pure.pii import health_matters


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
        "",
    ],
)
def test_a_subject_is_no_persons_illness(text: str) -> None:
    assert not health_matters(text)


def test_no_more_than_a_hundred_places_are_told() -> None:
    assert len(health_matters("Min gigt. " * 1000)) == 100
