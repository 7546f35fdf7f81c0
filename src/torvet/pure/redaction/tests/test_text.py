"""The same labels in plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torvet.pure.redaction import redact_text


def test_spans_become_labels() -> None:
    text = "Ansøgning Anders Bak 010188-5007.pdf"
    spans = [(21, 32, "[cpr-nr.]"), (10, 20, "[navn]")]
    assert redact_text(text, spans) == "Ansøgning [navn] [cpr-nr.].pdf"


def test_overlapping_spans_become_one() -> None:
    assert redact_text("abcdefgh", [(1, 4, "[x]"), (3, 6, "[y]"), (2, 3, "[z]")]) == "a[x]gh"


def test_touching_spans_stay_two() -> None:
    assert redact_text("abcd", [(0, 2, "[x]"), (2, 4, "[y]")]) == "[x][y]"


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 5)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside a text of 4"):
        redact_text("abcd", [(*span, "[x]")])


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_nothing_covered_is_left_and_nothing_else_goes(text: str, pairs: list[tuple[int, int]]) -> None:
    size = len(text)
    spans = [(min(a, b, size), min(max(a, b), size), "\ue000") for a, b in pairs]
    covered = {place for start, end, _ in spans for place in range(start, end)}
    kept = "".join(character for place, character in enumerate(text) if place not in covered)
    assert redact_text(text.replace("\ue000", "?"), spans).replace("\ue000", "") == kept.replace("\ue000", "?")
