"""Copies of a page are found through whatever happens to a copy, and other pages are not taken for one."""

import random

import pytest

from torvet.pure.likeness import BAND_COUNT, bands, estimate, minhash, shingles, similarity, text_sha256

PAGES = 120
SYLLABLES = ("ka", "to", "fre", "mel", "un", "gård", "sko", "vej", "by", "ning", "her", "plan", "sø", "lys")


def page(seed: int, length: int = 200) -> list[str]:
    """A page of words that nobody else's page has in the same order, with the same letterhead."""
    chance = random.Random(seed)
    body = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(length)]
    return ["Fjordby", "Kommune", "den", "3", "marts", "2026", "Kære", "Anna", "Østergård", *body]


def another_day(words: list[str]) -> list[str]:
    return [*words[:3], "17", "juni", *words[5:]]


def another_name(words: list[str]) -> list[str]:
    return [{"Anna": "Bent", "Østergård": "Lauridsen"}.get(word, word) for word in words]


def stamped(words: list[str]) -> list[str]:
    return ["Modtaget", "22", "nov", "2026", "Teknik", "og", "Miljø", *words]


def misread(words: list[str]) -> list[str]:
    """Every fiftieth word is read wrongly (2 %)."""
    return [f"{word}l" if place % 50 == 25 else word for place, word in enumerate(words)]


CHANGES = [another_day, another_name, stamped, misread]


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_copy_is_met_and_is_alike(change: object) -> None:
    for seed in range(PAGES):
        words = page(seed)
        one, other = shingles(" ".join(words)), shingles(" ".join(change(words)))  # type: ignore[operator]  # see CHANGES
        assert similarity(one, other) >= 0.85
        assert set(enumerate(bands(minhash(one)))) & set(enumerate(bands(minhash(other))))


def test_other_pages_are_not_alike_and_seldom_met() -> None:
    sets = [shingles(" ".join(page(seed))) for seed in range(PAGES)]
    banded = [set(enumerate(bands(minhash(each)))) for each in sets]
    pairs = [(a, b) for a in range(PAGES) for b in range(a)]
    assert max(similarity(sets[a], sets[b]) for a, b in pairs) < 0.1
    assert sum(bool(banded[a] & banded[b]) for a, b in pairs) < len(pairs) / 100


def test_the_signature_tells_how_alike_two_pages_are() -> None:
    faults = []
    for seed in range(PAGES):
        words = page(seed)
        for kept in (40, 100, 180):
            one, other = shingles(" ".join(words)), shingles(" ".join([*words[:kept], *page(seed + 999)]))
            faults.append(estimate(minhash(one), minhash(other)) - similarity(one, other))
    assert abs(sum(faults) / len(faults)) < 0.01
    assert (sum(fault * fault for fault in faults) / len(faults)) ** 0.5 < 0.07


def test_case_spacing_and_signs_do_not_matter() -> None:
    one, other = "Afgørelse:  Havnegade 41,\n8230 Fjordby", "AFGØRELSE Havnegade 41 8230 fjordby."
    assert text_sha256(one) == text_sha256(other)
    assert shingles(one) == shingles(other)
    assert text_sha256(one) != text_sha256("Afgørelse Havnegade 43 8230 Fjordby")


@pytest.mark.parametrize("text", ["", " \n", "...", "\N{REPLACEMENT CHARACTER}"])
def test_an_empty_page_is_like_nothing(text: str) -> None:
    assert shingles(text) == frozenset()
    assert minhash(shingles(text)) == ()
    assert bands(()) == ()
    assert similarity(shingles(text), shingles(text)) == 0.0


@pytest.mark.parametrize("text", ["én", "én to", "én to tre", "én to tre fire"])
def test_a_short_page_has_a_whole_signature(text: str) -> None:
    signature = minhash(shingles(text))
    assert len(signature) == 64
    assert all(0 <= each < 1 << 32 for each in signature)
    assert len(bands(signature)) == BAND_COUNT


def test_the_numbers_are_the_same_in_every_process() -> None:
    """They stand in the database: a known answer keeps them from changing unseen."""
    signature = minhash(shingles("Havnegade 41 carport ansøgning om dispensation"))
    assert signature[:2] == (4259781537, 710514169)
    assert all(-(1 << 63) <= each < 1 << 63 for each in bands(signature))
    assert bands(signature)[0] == 2377378387126913262


def test_an_endless_word_is_cut() -> None:
    assert len(shingles("".join(map(str, range(1000))))) > 40
