import pytest
from hypothesis import given
from hypothesis import strategies as st

from torvet.pure.danish import SpellingIndex
from torvet.pure.danish.spelling import TWO_SLIPS_LETTERS, slip_distance

WORDS = st.text(alphabet="abæ", min_size=4, max_size=11)
COUNTS = [
    *(("byggetilladelse", 900), ("lokalplan", 500), ("spildevand", 300), ("dispensation", 200)),
    *(("kommunalbestyrelsen", 100), ("høringssvar", 50), ("sjældent", 4), ("plan", 700), ("klan", 9)),
]


@pytest.fixture(scope="module")
def index() -> SpellingIndex:
    return SpellingIndex(COUNTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("byggetiladelse", "byggetilladelse"),
        ("lokalpaln", "lokalplan"),
        ("spilevand", "spildevand"),
        ("dispensasion", "dispensation"),
        ("komunalbestyrlsen", "kommunalbestyrelsen"),
        ("kmunalbestyrelsen", "kommunalbestyrelsen"),
        ("Høringsvar", "høringssvar"),
        ("pllan", "plan"),
    ],
)
def test_slips_are_mended(index: SpellingIndex, typed: str, meant: str) -> None:
    assert index.suggest(typed)[0].word == meant


def test_the_commoner_of_two_equally_near_words_comes_first(index: SpellingIndex) -> None:
    assert [found.word for found in index.suggest("flan")] == ["plan", "klan"]


def test_rare_words_are_never_offered(index: SpellingIndex) -> None:
    assert index.suggest("sjældnt") == []
    assert len(index) == len(COUNTS) - 1


@pytest.mark.parametrize("typed", ["lokalplan", "LOKALPLAN", "plo", "", "helt anderledes", "2026", "x" * 500])
def test_known_short_and_foreign_words_get_no_suggestion(index: SpellingIndex, typed: str) -> None:
    assert index.suggest(typed) == []


def test_short_words_allow_one_slip_only(index: SpellingIndex) -> None:
    assert index.suggest("pxxn") == []


@given(st.lists(WORDS, min_size=1, max_size=12, unique=True), WORDS)
def test_every_word_within_reach_is_found(words: list[str], typed: str) -> None:
    index = SpellingIndex([(word, 9) for word in words])
    most = 2 if len(typed) >= TWO_SLIPS_LETTERS else 1
    wanted = set() if typed in words else {word for word in words if slip_distance(typed, word, most) <= most}
    assert {found.word for found in index.suggest(typed, limit=50)} == wanted


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("plan", "plan", 0), ("plan", "paln", 1), ("plan", "klan", 1), ("plan", "plans", 1), ("plan", "hals", 3)],
)
def test_distances(one: str, other: str, distance: int) -> None:
    assert slip_distance(one, other, 5) == distance == slip_distance(other, one, 5)


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_cut_off(one: str, other: str) -> None:
    true = slip_distance(one, other, 20)
    assert slip_distance(other, one, 20) == true
    assert slip_distance(one, other, 1) == min(true, 2)
