import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torvet.pure.danish.folding import clean, clean_with_offsets, fold, fold_terms, is_clean, modern_spellings


@pytest.mark.parametrize(
    "spellings",
    [
        ("Søgård", "Søgaard", "Soegaard", "SØGÅRD", "Sögård"),
        ("Ærøvej", "Aeroevej", "ærøvej"),
        ("Müller", "Mueller"),
        ("Århus", "Aarhus"),
    ],
)
def test_all_spellings_of_a_name_fold_to_one(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Kær", "Kjær"), ("Østergade", "Stergade"), ("Ågade", "Algade")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_genitive_meets_the_name() -> None:
    assert set(fold_terms("Søgårds")) & set(fold_terms("Soegaard"))
    assert fold_terms("Jens") == ("~jens",)


def test_old_spellings_have_modern_ones() -> None:
    assert modern_spellings("hoeringsaar")[0] == "høringsår"
    assert modern_spellings("vej") == []


def test_invisible_characters_go_and_offsets_stay_right() -> None:
    text = "tilla\u00addel\u200bsen og a\u030angre"
    cleaned, offsets = clean_with_offsets(text)
    assert cleaned == "tilladelsen og ångre"
    start = cleaned.index("ångre")
    assert text[offsets[start] : offsets[start + 5]] == "a\u030angre"
    assert offsets[-1] == len(text)


@given(st.text(max_size=60))
def test_cleaning_is_idempotent_and_offsets_rise(text: str) -> None:
    cleaned, offsets = clean_with_offsets(text)
    assert len(offsets) == len(cleaned) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    if is_clean(text):
        assert cleaned == clean(text) == text
        assert offsets == list(range(len(text) + 1))


def test_every_character_that_is_not_clean_by_itself_is_suspected() -> None:
    for number in range(sys.maxunicode + 1):
        letter = chr(number)
        if not 0xD800 <= number <= 0xDFFF and unicodedata.normalize("NFC", letter) != letter:
            assert not is_clean(letter)
    assert not is_clean("a\u030a")
    assert not is_clean("\u200b")


@given(st.text(alphabet="abcæøåéü \u00ad\u200b", max_size=60))
def test_cleaned_danish_is_clean(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert is_clean(clean(decomposed))
    assert clean(decomposed) == clean(text)
