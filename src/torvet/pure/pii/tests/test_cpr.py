import pytest
from hypothesis import given
from hypothesis import strategies as st

from torvet.pure.pii import CERTAIN_THRESHOLD, GATE_THRESHOLD, Finding, PiiClass, scan
from torvet.pure.pii.cpr import passes_modulus_11, valid_date
from torvet.pure.pii.evaluation import CPR_RENDERINGS, cpr_number


def cpr(text: str, threshold: float = GATE_THRESHOLD) -> list[Finding]:
    return [f for f in scan(text) if f.pii_class is PiiClass.CPR and f.score >= threshold]


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("0101625000", "first-of-january"),
        ("1503705000", "valid-date"),
        ("7503705000", "replacement-day"),
        ("2902005000", "valid-date"),  # 29 February 2000
        ("2902015000", None),  # 2001 has none
        ("2902000000", None),  # seventh digit 0: 1900 has none
        ("3104705000", None),
        ("0013705000", None),
        ("9212705000", None),
        ("6113705000", None),
    ],
)
def test_the_date_follows_from_seven_digits(digits: str, kind: str | None) -> None:
    assert valid_date(digits) == kind


def test_modulus_11_has_known_answers() -> None:
    assert passes_modulus_11("2502585005")
    assert not passes_modulus_11("2502585006")


@pytest.mark.parametrize("name", CPR_RENDERINGS)
def test_every_written_form_is_found_whole_and_surely_beside_its_label(name: str) -> None:
    number = cpr_number(41)
    text = "Cpr-nr.: " + CPR_RENDERINGS[name](number) + "."
    found = cpr(text)
    digits = "".join(c for f in found for c in text[f.start : f.end] if c.isalnum() and not c.isspace())
    assert found
    assert any(f.score >= CERTAIN_THRESHOLD for f in found)
    assert len(digits) >= 10


@given(st.integers(0, 5000), st.sampled_from(sorted(CPR_RENDERINGS)))
def test_every_number_with_a_control_digit_is_found_in_every_form_without_context(counter: int, name: str) -> None:
    assert cpr("Der er skrevet " + CPR_RENDERINGS[name](cpr_number(counter)) + " her.")


@pytest.mark.parametrize("year", range(38, 100))
def test_first_of_january_needs_no_control_digit(year: int) -> None:
    number = cpr_number(7, modulus_11=False, date=f"0101{year:02d}")
    assert cpr(f"Sagen vedrører {number}.")
    assert cpr(f"Sagen vedrører {number[:6]}-{number[6:]}.")


def test_bare_digits_with_no_control_digit_stay_under_the_gate_until_something_supports_them() -> None:
    number = cpr_number(3, modulus_11=False)
    assert not cpr(f"Tallet {number} blev noteret.")
    assert cpr(f"Freja Holm, {number}, blev noteret.")
    assert cpr(f"Borgerens cpr er {number}.")


@pytest.mark.parametrize(
    "label", ["Fakturanummer ", "Ordrenr. ", "Bilag nr. ", "P-nr. ", "Kundenummer: ", "Målernr. ", "ISBN "]
)
def test_a_label_right_before_speaks_against_bare_digits(label: str) -> None:
    assert not cpr(label + cpr_number(5))


def test_a_label_further_away_hides_nothing() -> None:
    assert cpr(f"Fakturanummer og p-nr. står i bilaget. Se {cpr_number(5)} her.")


def test_a_clear_number_stays_over_the_gate_behind_a_journal_label() -> None:
    number = cpr_number(5)
    assert cpr(f"J.nr. {number[:6]}-{number[6:]}")
    assert cpr(f"J.nr. {number}")


def test_to_see_is_no_label() -> None:
    assert cpr(f"Se {cpr_number(5)} i bilaget.")


def test_most_digits_may_be_misread_as_letters() -> None:
    assert cpr("Cpr O1O1OO-OOO1 her")
    assert cpr("Der er skrevet O1O138-5OOO her.")
    assert cpr("Der er skrevet 220485-SSSS her.")
    assert not cpr("Sol og so, 1 ol, 2 so, SOS 1 SOS 2 BO l5 lO")


def test_a_mistyped_number_is_covered_where_it_is_called_a_cpr_number() -> None:
    assert cpr("Cpr-nr. 311362-5432")
    assert not cpr("Nummer 311362-5432")


def test_p_numbers_and_date_ranges_are_left_alone() -> None:
    assert not cpr("P-nr. 1012120001 og perioden 010121-311221, dok. 1206-041234.")


def test_ten_digits_inside_a_longer_number_are_no_cpr_number() -> None:
    number = cpr_number(9)
    assert not cpr(f"Nummer 9{number} og {number}7")


def test_several_numbers_in_a_table_are_all_found() -> None:
    numbers = [cpr_number(k) for k in range(20)]
    text = "CPR-nr.\tBeløb\n" + "\n".join(f"{n[:6]}-{n[6:]}\t1.250,00" for n in numbers)
    assert [text[f.start : f.end].replace("-", "") for f in cpr(text)] == numbers


@pytest.mark.parametrize("name", ["250258-   Ryesgade 12\n5005      8000 Aarhus", "CPR  Navn\n250258  Bo\n5005  Holm"])
def test_a_number_broken_by_a_column_is_found_in_both_parts_and_not_between(name: str) -> None:
    assert [name[f.start : f.end] for f in cpr(name)] == ["250258", "5005"]


def test_six_digits_and_four_in_a_table_are_no_cpr_number() -> None:
    assert not cpr("250258   Ryesgade\n5005   Aarhus")
    assert not cpr("Boring 250258-   Vest\n5006  Øst")


def test_a_column_under_a_heading_is_found_to_its_end_and_not_behind_it() -> None:
    numbers = [cpr_number(k, modulus_11=False) for k in range(1, 61)]
    text = "CPR-nr.\n" + "\n".join(numbers) + "\n" + "Nu følger noget andet. " * 10 + numbers[5]
    assert [text[f.start : f.end] for f in cpr(text)] == numbers


@pytest.mark.parametrize(
    "words", ["Kvittering nr. {}", "Beløbet er {} kr.", "Forsikringspolice {}", "Tilladelse nr. {}"]
)
def test_what_is_called_the_number_of_something_is_no_cpr_number(words: str) -> None:
    assert not cpr(words.format(cpr_number(1, modulus_11=False, date="010180")))
    assert cpr("Borger nr. {}".format(cpr_number(1, modulus_11=False, date="010180")))


def test_odd_groups_count_where_the_number_is_announced() -> None:
    assert cpr("personnr 2502 58 5005")
    assert not cpr("tallene 2502 58 5005")
