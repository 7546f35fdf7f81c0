import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torvet.pure.pii.reading import KINDS, fold, read


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("010180\u00ad-0008", b"010180-0008"),
        ("010180\u20130008", b"010180-0008"),
        ("010180\u20110008", b"010180-0008"),
        ("01\u200b0180", b"010180"),
        ("０１０１８０", b"010180"),
        ("\u0660\u0661", b"01"),
        ("a\u202fb\u3000c", b"a b c"),
        ("ﬁn", b"fin"),
        ("Łukasz Čapek", b"Lukasz Capek"),
        ("150370\ufffe1234", b"150370-1234"),
        ("Møller’s", b"M\xf8ller's"),
        ("A\u030ase", b"\xc5se"),
        ("\U0001d7ce1", b"01"),
        ("中", b"?"),
        ("m²", b"m\xb2"),
        ("²²¹", b"221"),
        ("⁰⁸²⁰", b"0820"),
        ("③⑤", b"35"),
        ("\ud800x", b"?x"),
    ],
)
def test_characters_are_unified(text: str, raw: bytes) -> None:
    assert read(text).raw == raw


def test_latin_1_text_is_read_as_it_stands() -> None:
    reading = read("Kære Åse\u00a07")
    assert reading.offsets is None
    assert reading.low == "kære åse\u00a07".encode("latin-1")
    assert reading.kinds == b"Aaaa Aaa 0"


def test_spans_lead_back_over_dropped_and_opened_characters() -> None:
    text = "ﬁx\u00ad 12\u200b3\u20134 A\u030ase."
    reading = read(text)
    for wanted in ("12\u200b3\u20134", "A\u030ase", "x\u00ad"):
        start = text.index(wanted)
        plain = read(wanted).raw
        at = reading.raw.index(plain)
        assert reading.span(at, at + len(plain)) == (start, start + len(wanted))


def test_half_of_a_ligature_leads_to_the_whole() -> None:
    assert read("aﬁb").span(2, 3) == (1, 2)


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_every_character_read_leads_to_a_place_in_the_original(text: str) -> None:
    reading = read(text)
    assert len(reading.raw) == len(reading.low) == len(reading.kinds)
    spans = [reading.span(k, k + 1) for k in range(len(reading.raw))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text(alphabet="abæÅ 0123-\u00ad\u200b\u2013ﬁ", max_size=40))
def test_every_digit_is_read_from_where_it_stands(text: str) -> None:
    reading = read(text)
    for k, byte in enumerate(reading.raw):
        if 48 <= byte <= 57:
            start, end = reading.span(k, k + 1)
            assert str(byte - 48) in [str(unicodedata.decimal(c, -1)) for c in text[start:end]]


def test_fold_gives_the_form_that_texts_are_searched_in() -> None:
    assert fold("ÅSE Łuk") == "åse luk".encode("latin-1")
    assert len(KINDS) == 256
