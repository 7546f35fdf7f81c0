"""The analysis without a dictionary: Snowball, short lists, names and numbers."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torvet.pure.danish import Analyser, TokenKind, load
from torvet.pure.danish import analyser as analyser_module

TEXTS = st.text(
    st.one_of(
        st.sampled_from("abcæøåÆØÅ0123456789 .,-/\n'’§()\u00ad\u200b\u2010\r"),
        st.characters(codec="utf-8"),
    ),
    max_size=120,
)


def test_a_missing_table_is_no_error_and_shows_in_the_version(tmp_path_factory: pytest.TempPathFactory) -> None:
    missing = load(tmp_path_factory.mktemp("empty") / "danish.tables")
    assert missing.version == load(None).version
    assert missing.version.endswith("-short")


def test_irregular_forms_and_stems(short: Analyser) -> None:
    found = short.index_text("Børnene læste bøgerne, og mændene fik tilladelserne")
    assert found.terms.split()[0] == "barn"
    assert found.terms.split()[2] == "bog"
    assert short.query_words("tilladelse")[0].term in found.terms.split()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("EU's regler", ["EU's", "regler"]),
        ("sag BYG-2026-00317.", ["sag", "BYG-2026-00317"]),
        ("(22/000743)", ["22/000743"]),
        ("KLE 01.02.05-P19,", ["KLE", "01.02.05-P19"]),
        ("COVID-19-test", ["COVID", "19", "test"]),
        ("7a og CO2", ["7a", "og", "CO2"]),
        ("12-årig", ["12", "årig"]),
        ("§§ 26-31", ["26-31"]),
        ("kl. 17.05", ["kl", "17.05"]),
        ("BFE 5123456", ["BFE", "5123456"]),
        ("Bog_til_tiden", ["Bog", "til", "tiden"]),
        ("", []),
        ("—…»«", []),
    ],
)
def test_tokens(short: Analyser, text: str, tokens: list[str]) -> None:
    assert [text[token.start : token.end] for token in short.tokens(text)] == tokens


def test_kinds(short: Analyser) -> None:
    kinds = [token.kind for token in short.tokens("sag BYG-2026-00317 fra 2026")]
    assert kinds == [TokenKind.WORD, TokenKind.IDENTIFIER, TokenKind.WORD, TokenKind.NUMBER]


def test_an_identifier_is_found_in_its_other_spellings(short: Analyser) -> None:
    found = short.index_text("Sagen BYG-2026-00317 om matr.nr. 7 a, jf. 22/000743")
    index = {*found.terms.split(), *found.parts.split()}
    for query in ("BYG-2026-00317", "byg-2026-317", "BYG202600317", "0007a", "7a", "22/743", "22-000743"):
        word = short.query_words(query)[0]
        assert {word.term, *word.identifiers} & index, query
    for query in ("BYG-2026-00318", "7b", "22/744"):
        word = short.query_words(query)[0]
        assert not {word.term, *word.identifiers} & index, query


def test_names_are_found_folded(short: Analyser) -> None:
    index = short.index_text("Søren Søgaards grund").parts.split()
    assert set(short.query_words("søgård")[0].folded) & set(index)
    assert set(short.query_words("Soegaard")[0].folded) & set(index)
    assert not set(short.query_words("søborg")[0].folded) & set(index)


def test_function_words_are_told(short: Analyser) -> None:
    assert [word.is_common for word in short.query_words("og lokalplan")] == [True, False]


def test_a_word_hyphenated_at_a_line_end_is_one(short: Analyser) -> None:
    text = "En byggetilla-\n  delse i land-\nzone, bygge-\nog anlæg, EU-\nforordning"
    words = [text[token.start : token.end] for token in short.tokens(text)]
    assert words == [
        *("En", "byggetilla-\n  delse", "i", "land-\nzone", "bygge", "og", "anlæg", "EU", "forordning"),
    ]
    assert short.tokens("byggetilla-\ndelse")[0].term == short.tokens("byggetilladelse")[0].term


def test_a_soft_hyphen_at_a_line_end_is_always_cut(short: Analyser) -> None:
    assert len(short.tokens("byg\u00ad\nog")) == 1


def test_highlighting_gives_offsets_in_the_given_text(short: Analyser) -> None:
    text = "Vi har å\u00adben dør, og Søgaards 7 a ligger der"
    spans = short.highlight(text, {short.query_words("åben")[0].term, "~sogard", "7a"})
    assert [text[start:end] for start, end in spans] == ["å\u00adben", "Søgaards", "7 a"]
    assert short.highlight(text, set()) == []


def test_a_query_of_signs_has_no_words(short: Analyser) -> None:
    assert short.query_words("»—«") == ()
    assert short.query_word("...") is None


def test_very_long_words_are_cut(short: Analyser) -> None:
    found = short.index_text("a" * 100_000)
    assert len(found.terms) == 64


@given(TEXTS)
def test_tokens_lie_in_the_text_in_order_and_match_the_index(text: str) -> None:
    analyser = load(None)
    tokens = analyser.tokens(text)
    places = [place for token in tokens for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    found = analyser.index_text(text)
    assert found.terms.split() == [token.term for token in tokens]
    assert len(found.exact.split()) == len(tokens)
    assert set(found.parts.split()) == {term for token in tokens for term in token.parts + token.folded}


@given(TEXTS)
def test_every_word_of_a_text_is_found_by_itself_and_marked(text: str) -> None:
    analyser = load(None)
    for token in analyser.tokens(text):
        word = analyser.query_word(text[token.start : token.end])
        if word is not None and "\n" not in text[token.start : token.end]:
            assert (token.start, token.end) in analyser.highlight(text, {word.term, *word.identifiers, *word.folded})


def test_the_memory_of_chunks_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyser_module, "CHUNKS_KEPT", 10)
    analyser = load(None)
    for number in range(100):
        assert analyser.index_text(f"sag{number} sag").terms == f"sag{number} sag"
    assert len(analyser._chunks) <= 10
    assert len(analyser._chunks._old) <= 10


def test_several_threads_read_the_same(short: Analyser) -> None:
    text = " ".join(f"ukendtheder{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    wanted = short.index_text(text)
    fresh = load(None)
    results = []
    threads = [threading.Thread(target=lambda: results.append(fresh.index_text(text))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [wanted] * 4
