"""Any text has a reading, the reading is stable, and the grammar says what it promises."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torvet.shared.search.contract import Note, ReadingKind
from torvet.shared.search.identifiers import IdentifierKind, normalise, terms
from torvet.shared.search.query import (
    MAX_WORDS,
    And,
    Days,
    Everything,
    Exact,
    Identifier,
    InTitle,
    Not,
    Or,
    Phrase,
    Prefix,
    Value,
    Word,
    leaves,
    parse,
)
from torvet.shared.search.reading import parts, written

PIECES = st.sampled_from(
    [
        *(
            "skole",
            "OG",
            "ELLER",
            "IKKE",
            "AND",
            "og",
            "å",
            "byg*",
            "22/000743",
            "matr. nr. 7 a",
            "bfe 1",
            "sag:",
            "kle:",
        ),
        *(
            "titel:",
            "afdeling:",
            "år:2024",
            "fra:1.5.2024",
            "til:x",
            "<b>",
            "' OR 1=1 --",
            ":",
            "*",
            " ",
            "-",
            "+",
            "|",
        ),
        *("(", ")", "((", '"', "»", "«", "\u200b", "\u202e", "\x00"),
    ]
)
QUERIES = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(PIECES, max_size=14).map(" ".join),
)


@settings(max_examples=300)
@given(QUERIES)
def test_every_text_has_a_stable_reading(text: str) -> None:
    first = parse(text)
    again = parse(written(first.node), limit=5_000)
    assert parts(again.node) == parts(first.node)
    assert again.node == first.node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("skole", Word("skole")),
        ("ny skole", And((Word("ny"), Word("skole")))),
        ("skole OG gård", And((Word("skole"), Word("gård")))),
        ("skole ELLER gård", Or((Word("skole"), Word("gård")))),
        ("skole|gård", Or((Word("skole"), Word("gård")))),
        ("a1 b1 OR c1", Or((And((Word("a1"), Word("b1"))), Word("c1")))),
        ("a1 (b1 OR c1)", And((Word("a1"), Or((Word("b1"), Word("c1")))))),
        ("skole -privat", And((Word("skole"), Not(Word("privat"))))),
        ("IKKE privat", Not(Word("privat"))),
        ("e-mail", Word("e-mail")),
        ('"ny skole"', Phrase("ny skole")),
        ("»ny skole«", Phrase("ny skole")),
        ('"skolen"', Exact("skolen")),
        ("tilladels*", Prefix("tilladels")),
        ("titel:skole", InTitle(Word("skole"))),
        ('title:"ny skole"', InTitle(Phrase("ny skole"))),
        ('afdeling:"Teknik og Miljø"', Value(ReadingKind.DEPARTMENT, "Teknik og Miljø")),
        ("sag:22/000743", Value(ReadingKind.CASE, "22/000743")),
        ("år:2024", Days(ReadingKind.YEAR, date(2024, 1, 1), date(2024, 12, 31))),
        ("year:2022-2024", Days(ReadingKind.YEAR, date(2022, 1, 1), date(2024, 12, 31))),
        ("fra:1.5.2024", Days(ReadingKind.FROM, date(2024, 5, 1), None)),
        ("til:2024-02", Days(ReadingKind.TO, None, date(2024, 2, 29))),
        ("matr. nr. 0007 A", Identifier(IdentifierKind.MATRIKEL, "7a")),
        ("matr. nr. 7 OR skole", Or((Identifier(IdentifierKind.MATRIKEL, "7"), Word("skole")))),
        ("BFE-nummer 01234567", Identifier(IdentifierKind.BFE, "1234567")),
        ("kle:01.02.05-P19", Identifier(IdentifierKind.KLE, "1-2-5-p19")),
        ("http://eksempel", Word("http://eksempel")),
        ("<script>alert(1)</script>", And((Word("script>alert"), Word("1"), Word("script")))),
        ("", Everything()),
        ("*", Everything()),
    ],
)
def test_grammar(text: str, node: object) -> None:
    assert parse(text).node == node


@pytest.mark.parametrize(
    ("text", "node", "note"),
    [
        ('"ny skole', And((Word("ny"), Word("skole"))), Note.QUOTE_NOT_CLOSED),
        ("(ny skole", And((Word("ny"), Word("skole"))), Note.PARENTHESIS_NOT_CLOSED),
        ("ny) skole", And((Word("ny"), Word("skole"))), Note.PARENTHESIS_NOT_OPENED),
        ("OG", Everything(), Note.NOTHING_TO_SEARCH_FOR),
        ("skole ELLER", Word("skole"), Note.OPERATOR_IGNORED),
        ("OG skole", Word("skole"), Note.OPERATOR_IGNORED),
        ("skole IKKE", Word("skole"), Note.OPERATOR_IGNORED),
        ("a*", Word("a"), Note.PREFIX_TOO_SHORT),
        ("titel: skole", And((Word("titel"), Word("skole"))), Note.FIELD_WITHOUT_VALUE),
        ("fra:i_går", Word("i_går"), Note.DATE_NOT_UNDERSTOOD),
        ("skole til og med", Word("skole"), Note.STOP_WORDS_IGNORED),
        ("og i på", And((Word("og"), Word("i"), Word("på"))), Note.NOTHING_BUT_STOP_WORDS),
        ("!!! ???", Everything(), Note.NOTHING_TO_SEARCH_FOR),
        ("\u200b\u202e", Everything(), None),
        ("sko\u200ble", Word("skole"), None),
    ],
)
def test_what_cannot_be_meant_is_read_sensibly(text: str, node: object, note: Note | None) -> None:
    query = parse(text)
    assert query.node == node
    assert (note in query.notes) if note else not query.notes


def test_a_long_query_is_cut() -> None:
    query = parse("skole " * 2_000)
    assert Note.CUT_AT_500 in query.notes
    assert query.node == Word("skole")


def test_many_words_are_limited() -> None:
    query = parse(" ".join(f"ord{number}" for number in range(60)))
    assert len(leaves(query.node)) == MAX_WORDS
    assert Note.TOO_MANY_WORDS in query.notes


def test_deep_parentheses_are_flattened() -> None:
    query = parse("(" * 200 + "skole" + ")" * 200)
    assert Note.NESTED_TOO_DEEPLY in query.notes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("22/000743", "22-743"),
        ("0007 a", "7A"),
        ("SAG-2027-0042", "sag 2027 42"),
        ("01.02.05-P19", "01.02.05 p19"),
    ],
)
def test_identifiers_have_one_spelling(one: str, other: str) -> None:
    assert normalise(one) == normalise(other) != ""


def test_a_written_identifier_is_found_plain_and_by_kind() -> None:
    assert terms("matr. nr. 0007 a Fjordby") == ("7a", "matrikel~7a")
    assert terms("01.02.05") == ("1-2-5", "kle~1-2-5")


@given(st.text(max_size=120))
def test_identifiers_never_fail(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    terms(text)
