"""Passports, driving licences, licence plates, dates of birth and one-person firms: found with their words, left alone
without."""

import pytest

from torvet.pure.pii import GATE_THRESHOLD, KnownTerm, PiiClass, scan
from torvet.pure.pii.evaluation.numbers import identity_card_lines, passport_lines
from torvet.pure.pii.papers import check_digit


def found(text: str, pii_class: PiiClass, known: tuple[KnownTerm, ...] = ()) -> list[str]:
    findings = scan(text, known=known)
    return [text[f.start : f.end] for f in findings if f.pii_class is pii_class and f.score >= GATE_THRESHOLD]


@pytest.mark.parametrize(("field", "digit"), [(b"740812", 2), (b"L898902C3", 6), (b"120415", 9), (b"<" * 14, 0)])
def test_check_digits_have_the_answers_of_the_standard(field: bytes, digit: int) -> None:
    assert check_digit(field) == digit


PASSPORT = passport_lines("HOLM", "ANDERS PETER", "208461937", "620512")
CARD = identity_card_lines("HOLM", "ANDERS PETER", "208461937", "620512")


@pytest.mark.parametrize("lines", [PASSPORT, CARD, PASSPORT.replace("<<", "< <"), PASSPORT.replace("\n", "\r\n")])
def test_machine_readable_lines_are_covered_whole(lines: str) -> None:
    assert found(f"Kopi\n{lines}\nSlut", PiiClass.PASSPORT) == [lines]


def test_wrong_check_digits_lower_the_score_but_hide_nothing() -> None:
    wrong = PASSPORT.replace("620512", "621512").replace("208461937", "208461938")
    scores = {f.score for f in scan(wrong) if f.pii_class is PiiClass.PASSPORT}
    assert scores == {0.65}


def test_lines_of_marks_are_no_passport() -> None:
    assert found("<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nHTML<BODY><P>", PiiClass.PASSPORT) == []


@pytest.mark.parametrize(
    ("text", "pii_class", "expected"),
    [
        ("Pasnr. 208461937.", PiiClass.PASSPORT, ["208461937"]),
        ("pasnummer: LB 4471920", PiiClass.PASSPORT, ["LB 4471920"]),
        ("Kompasnummer 208461937", PiiClass.PASSPORT, []),
        ("Tilpasning nr. 208461937", PiiClass.PASSPORT, []),
        ("Kørekortnummer: 31 44 72 09.", PiiClass.DRIVING_LICENCE, ["31 44 72 09"]),
        ("Kørekort til kategori B, 31447209", PiiClass.DRIVING_LICENCE, []),
        ("nummerplade AB 12 345", PiiClass.LICENCE_PLATE, ["AB 12 345"]),
        ("Min bil AB12345 er væk", PiiClass.LICENCE_PLATE, ["AB12345"]),
        ("Tegning AB 12 345 af bilen", PiiClass.LICENCE_PLATE, []),
        ("AB 12 345 er en model", PiiClass.LICENCE_PLATE, []),
        ("Bilen er XAB 12 345", PiiClass.LICENCE_PLATE, []),
        ("Reg.nr. 5301 konto 0123456, AB", PiiClass.LICENCE_PLATE, []),
        ("født 12. maj 1962", PiiClass.BIRTH_DATE, ["12. maj 1962"]),
        ("Anders (f. 12.05.62)", PiiClass.BIRTH_DATE, ["12.05.62"]),
        ("Fødselsdato:\n12/5-1962", PiiClass.BIRTH_DATE, ["12/5-1962"]),
        ("Fødselsdato\n12.05.1962\n13.06.1971\nI alt 2", PiiClass.BIRTH_DATE, ["12.05.1962", "13.06.1971"]),
        ("Cpr 120562-XXXX", PiiClass.BIRTH_DATE, ["120562"]),
        ("Fødevarer fra 12. maj 1962", PiiClass.BIRTH_DATE, []),
        ("Grundlagt 12. maj 1962", PiiClass.BIRTH_DATE, []),
        ("Pkt. f. 12.05", PiiClass.BIRTH_DATE, []),
        ("Enkeltmandsvirksomhed, CVR 41227719", PiiClass.CVR, ["41227719"]),
        ("Holm ApS, CVR 41227719", PiiClass.CVR, []),
    ],
)
def test_words_beside_a_number_decide(text: str, pii_class: PiiClass, expected: list[str]) -> None:
    assert found(text, pii_class) == expected


def test_the_companies_number_is_private_only_where_the_case_says_that_the_firm_is_a_person() -> None:
    term = (KnownTerm(PiiClass.CVR, "41 22 77 19", "ansøger"),)
    assert found("CVR 41227719", PiiClass.CVR) == []
    assert found("CVR 41227719", PiiClass.CVR, term) == ["41227719"]


@pytest.mark.parametrize("written", ["12.05.1962", "12. maj 1962", "12/5-62", "120562", "1962-05-12", "12 maj 62"])
def test_a_known_date_of_birth_is_found_in_every_writing(written: str) -> None:
    term = (KnownTerm(PiiClass.BIRTH_DATE, "1962-05-12", "ansøger"),)
    assert found(f"Den {written} skete det.", PiiClass.BIRTH_DATE) == []
    assert found(f"Den {written} skete det.", PiiClass.BIRTH_DATE, term) == [written]


def test_every_class_has_a_label_for_readers_and_fits_its_column() -> None:
    assert all(each.public_label and len(each.value) <= 20 for each in PiiClass)
