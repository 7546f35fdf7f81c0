"""When a text still holds a secret, and when it only looks alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torvet.pure.redaction.matching import Secrets


def holds(secret: str, text: str) -> bool:
    return Secrets([secret]).found_in(text) == [0]


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("010188-5007", "nr. 0101885007."),
        ("010188-5007", "0101 88 50 07"),
        ("0101885007", "010188–5007"),
        ("010188-5007", "slut 010188-\n\n5007 paa naeste side"),
        ("010188-5007", "cpr:010188-5007mobil"),
        ("010188-5007", "side 3 010188-5007"),
        ("010188-5007", "０１０１８８-５００７"),
        ("12 34 56 78", "+45 12345678"),
        ("123456", "tlf. 12-34-56"),
        ("DK50 0040 0440 1162 43", "konto 5000400440116243"),
        ("Anders Bak", "hr. ANDERS  BAK, Fjordby"),
        ("Anders Bak", "AndersBak"),
        ("Anders Bak", "An\u00adders\nBak"),
        ("Anders Bak", "A n d e r s  B a k"),
        ("Anders Bak", "Bak, Anders"),
        ("Anders Bak Jensen", "Jensen, Anders Bak"),
        ("Anders Bak Jensen", "jensen bak anders"),
        ("Anders Bak", "Anders Baks have"),
        ("Anders Bak", "Anders Bak's have"),
        ("Bo", "kom Bo i dag?"),
        ("Ærø Sjöberg", "A\u030arhus: ærø sjo\u0308berg"),
        ("bo@bak.example", "skriv til bo@bak.example."),
        ("Bakkevej 12", "bor Bakkevej  12, 1. th."),
        ("Skovgaardhansen", "hrSkovgaardhansenfjordby"),
        ("Øjvind", "ØJVIND"),
    ],
)
def test_a_secret_is_found(secret: str, text: str) -> None:
    assert holds(secret, text)


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        ("Bak", "Bakken er stejl"),
        ("Bak", "i Tilbakke"),
        ("Bo", "Boligen i Aabo"),
        ("Ib", "Biblioteket"),
        ("Anders Bak", "Anders Bakken"),
        ("Anders Bak", "Anders og Bak"),
        ("123456", "konto 91234567"),
        ("12345678", "1234567"),
        ("010188-5007", "010188-5008"),
        ("Bakkevej 12", "Bakkevej 127"),
        ("Hans", "han"),
        ("Lars", "Larsen"),
    ],
)
def test_what_only_looks_alike_is_not(secret: str, text: str) -> None:
    assert not holds(secret, text)


def test_a_secret_of_nothing_but_signs_is_no_secret() -> None:
    secrets = Secrets(["", " - ", "..."])
    assert len(secrets) == 0
    assert secrets.found_in("- ... ") == []


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-be", "utf-16-le"])
def test_raw_data_is_searched_in_the_usual_encodings(encoding: str) -> None:
    secrets = Secrets(["Øjvind Bak"])
    assert secrets.found_in_bytes(b"\x00\x01" + "Øjvind Bak".encode(encoding) + b"\xff") == [0]
    assert secrets.found_in_bytes("Øjvind Bok".encode(encoding)) == []


words = st.text("abcdefghijklmnopqrstuvwxyzæøå", min_size=3, max_size=9)


@settings(max_examples=40)
@given(st.lists(words, min_size=1, max_size=4), st.sampled_from([" ", "  ", "\n", ", ", "-", "\u00ad", ""]))
def test_a_name_is_found_however_it_is_spaced(name: list[str], between: str) -> None:
    assert holds(" ".join(name), f"Kaere {between.join(name)}, tak")


@settings(max_examples=40)
@given(st.text("0123456789", min_size=8, max_size=12), st.lists(st.integers(0, 11), max_size=6))
def test_a_long_number_is_found_however_it_is_cut(number: str, cuts: list[int]) -> None:
    cut = "".join(digit + " " * cuts.count(place) for place, digit in enumerate(number))
    assert holds(number, f"nr. {cut} i alt")
