import pytest

from torvet.pure.danish.identifiers import number_variants, spaced_numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("22/000743", "22/743"),
        ("22/000743", "22-000743"),
        ("byg-2026-00317", "byg-2026-317"),
        ("byg-2026-00317", "byg202600317"),
        ("01.02.05-p19", "01.02.05"),
        ("01.02.05-p19-3-22", "01.02.05"),
        ("7a", "0007a"),
        ("23.11.2026", "2026-11-23"),
        ("23/11-2026", "23-11-2026"),
        ("23/11-2026", "2026-11-23"),
        ("1.500.000", "1500000"),
        ("dk12345678", "12345678"),
        ("000743", "743"),
    ],
)
def test_two_spellings_of_a_number_meet(one: str, other: str) -> None:
    assert {one, *number_variants(one)} & {other, *number_variants(other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("22/000743", "22/000744"),
        ("22/000743", "21/000743"),
        ("01.02.05", "02.01.05"),
        ("01.02.05", "2005-02-01"),
        ("7a", "17a"),
        ("7a", "7b"),
        ("12.10.2026", "10.12.2026"),
        ("31.13.2026", "2026-13-31"),
    ],
)
def test_different_numbers_stay_apart(one: str, other: str) -> None:
    assert not {one, *number_variants(one)} & {other, *number_variants(other)}


def test_what_is_shaped_like_a_cpr_number_gets_no_variants() -> None:
    assert number_variants("010299-4999") == ()


def test_numbers_written_with_spaces_are_found() -> None:
    text = "matr.nr. 7 a, CVR 12 34 56 78, den 23. november 2026 og § 7 i loven, 4 og 5"
    assert [(text[start:end], term) for start, end, term in spaced_numbers(text)] == [
        ("7 a", "7a"),
        ("12 34 56 78", "12345678"),
        ("23. november 2026", "2026-11-23"),
    ]


@pytest.mark.parametrize("text", ["1.7 a", "22/7 a", "x7 a", "7 abc", "12 34 56 789", "32. november 2026"])
def test_what_only_looks_like_such_a_number_is_not(text: str) -> None:
    assert list(spaced_numbers(text)) == []
