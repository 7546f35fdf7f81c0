import pytest

from torvet.pure.pii import CERTAIN_THRESHOLD, GATE_THRESHOLD, KnownTerm, PiiClass, scan

ANDERS = KnownTerm(PiiClass.NAME, "Anders Peter Hansen", "ansøger")


def found(text: str, *known: KnownTerm, threshold: float = GATE_THRESHOLD) -> list[str]:
    return [
        text[f.start : f.end] for f in scan(text, known=known) if "known-party" in f.reasons and f.score >= threshold
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Anders Peter Hansen",
        "Anders Hansen",
        "anders hansen",
        "ANDERS HANSENS",
        "Anders\nHansen",
        "A. P. Hansen",
        "Anders H.",
        "Hansen, Anders Peter",
        "Anders Bech Hansen",
        "Ander5 Hanscn",
    ],
)
def test_a_partys_name_is_found_as_it_may_be_written(written: str) -> None:
    (item,) = found(f"vi talte med {written} i dag", ANDERS, threshold=CERTAIN_THRESHOLD)
    assert item == written


def test_a_surname_after_a_title_is_certain_and_alone_it_is_for_the_gate() -> None:
    assert found("sagen om hr. Hansen er", ANDERS, threshold=CERTAIN_THRESHOLD) == ["Hansen"]
    assert found("sagen om Hansen er", ANDERS) == ["Hansen"]
    assert found("sagen om Hansen er", ANDERS, threshold=CERTAIN_THRESHOLD) == []


def test_another_person_with_the_same_surname_is_not_the_party() -> None:
    assert found("Mette Hansen og Hans Hansens Gaard", ANDERS) == []


def test_a_word_that_holds_the_name_is_not_the_name() -> None:
    assert found("Hansensvej og Andersine", ANDERS) == []


def test_the_role_comes_back_in_the_reasons() -> None:
    (finding,) = scan("anders hansen", known=[ANDERS])
    assert finding.reasons[:2] == ("known-party", "role:ansøger")
    assert finding.pii_class is PiiClass.NAME


@pytest.mark.parametrize("written", ["Aase Østergaard", "Åse Oestergård", "Ase Østergård", "ÅSE ØSTERGÅRD"])
def test_danish_letters_may_be_written_other_ways(written: str) -> None:
    assert found(f"med {written}.", KnownTerm(PiiClass.NAME, "Åse Østergård")) == [written]


@pytest.mark.parametrize("written", ["83221100", "83 22 11 00", "8322-1100", "+45 83221100", "83\n221100"])
def test_a_partys_number_is_found_by_its_digits(written: str) -> None:
    (item,) = found(f"nr. {written} her", KnownTerm(PiiClass.PHONE, "+45 8322 1100"), threshold=CERTAIN_THRESHOLD)
    assert item.endswith(written.removeprefix("+45 "))


@pytest.mark.parametrize("written", ["Møllehaven 12 B", "møllehaven 12b", "Mollehaven 12B", "Møllehaven\n12 B, 1. tv."])
def test_a_partys_address_is_found(written: str) -> None:
    assert found(f"på {written}", KnownTerm(PiiClass.ADDRESS, "Møllehaven 12 B, 8000 Aarhus C")) == [written]


def test_the_next_house_is_another_address() -> None:
    term = KnownTerm(PiiClass.ADDRESS, "Møllehaven 12")
    assert found("på Møllehaven 120 og Møllehaven 12A og Lille Møllehavens Vej 12", term) == []


def test_other_data_is_found_letter_by_letter() -> None:
    term = KnownTerm(PiiClass.PARTY, "AB 12 345")
    assert found("bilen ab 12\n345 holdt", term) == ["ab 12\n345"]
    assert scan("bilen ab 12 345", known=[term])[0].pii_class is PiiClass.PARTY


def test_there_is_a_limit_on_terms() -> None:
    with pytest.raises(ValueError, match="at most 20000"):
        scan("x", known=[ANDERS] * 20_001)


@pytest.mark.parametrize("text", ["", " ", ".", "-", "?", "12"])
def test_empty_terms_find_nothing(text: str) -> None:
    for pii_class in PiiClass:
        assert not [
            f for f in scan("Anders 12 ? . -", known=[KnownTerm(pii_class, text)]) if "known-party" in f.reasons
        ]


@pytest.mark.parametrize(
    ("register", "written"),
    [
        ("Bjørn Lind", "Bjøm Lind"),
        ("Bjørn Lind", "Bj0rn Llnd"),
        ("Bjørn Lind", "Bjørn L\u0131nd"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Zofia Wójcik", "Zofia VVojcik"),
        ("Anders Hansen", "Anders Han-\nsen"),
        ("Anders Hansen", "Anders Hansen!"),
        ("Anders Hansen", "Hansen, A."),
    ],
)
def test_what_optical_reading_makes_of_a_name_is_found(register: str, written: str) -> None:
    covered = "".join(found(f"Vi talte med {written} i går.", KnownTerm(PiiClass.NAME, register, "nabo")))
    assert covered.replace("\n", "") == written.rstrip("!").replace("\n", "")


def test_a_name_is_found_glued_to_a_number_and_in_a_table() -> None:
    assert found("Anders Hansen250258-5005", ANDERS) == ["Anders Hansen"]
    assert found("Anders Hansen|Ringen 4", ANDERS) == ["Anders Hansen"]


def test_given_names_without_surname_are_surer_than_one_alone() -> None:
    assert found("Anders Peter ringede", ANDERS, threshold=CERTAIN_THRESHOLD) == ["Anders Peter"]
    assert found("Anders ringede", ANDERS, threshold=CERTAIN_THRESHOLD) == []


def test_a_given_name_alone_needs_a_part_in_the_case_or_its_person_close_by() -> None:
    stranger = KnownTerm(PiiClass.NAME, "Anders Peter Hansen")
    assert found("I dag ringede Anders igen.", ANDERS) == ["Anders"]
    assert found("I dag ringede Anders igen.", stranger) == []
    assert found("Anders Hansen er her. I dag ringede Anders igen.", stranger) == ["Anders Hansen", "Anders"]
    assert found("Anders Hansen er her." + " " * 900 + "I dag ringede Anders igen.", stranger) == ["Anders Hansen"]


def test_a_given_name_that_is_a_word_needs_more() -> None:
    maj = KnownTerm(PiiClass.NAME, "Maj Lind", "nabo")
    assert found("I Maj ringede de.", maj) == []
    assert found("Vores nabo Maj ringede.", maj) == ["Maj"]


@pytest.mark.parametrize(
    ("pii_class", "register", "written"),
    [
        (PiiClass.LICENCE_PLATE, "AB 12 345", "ab12345"),
        (PiiClass.PASSPORT, "208461937", "208 461 937"),
        (PiiClass.DRIVING_LICENCE, "31447209", "31 44 72 09"),
        (PiiClass.CVR, "41 22 77 19", "41227719"),
        (PiiClass.BIRTH_DATE, "12.05.1962", "12. maj 1962"),
        (PiiClass.BIRTH_DATE, "1962-05-12", "120562"),
    ],
)
def test_papers_plates_and_dates_are_found_in_other_writings(pii_class: PiiClass, register: str, written: str) -> None:
    assert found(f"se {written} her", KnownTerm(pii_class, register)) == [written]
    assert found(f"se 9{written}9 her", KnownTerm(pii_class, register)) == []


@pytest.mark.parametrize("gap", [" ", "\n", " \r\n", "\xa0"])
def test_a_known_address_is_found_across_a_line_break_in_its_street(gap: str) -> None:
    text = f"Ejendommen Ny{gap}Østergade 21A, matrikel"
    found = scan(text, known=[KnownTerm(PiiClass.ADDRESS, "Ny Østergade 21A", "part")])
    assert [text[each.start : each.end] for each in found if each.score > 0.9] == [f"Ny{gap}Østergade 21A"]
