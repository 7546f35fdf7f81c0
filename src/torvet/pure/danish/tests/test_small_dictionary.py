"""The analysis with the table of a small dictionary: lemmas, parts, readings, and the build itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from torvet.pure.danish import Analyser, TablesError, build_tables, load, needs_build


def terms(analyser: Analyser, text: str) -> list[str]:
    return [token.term for token in analyser.tokens(text)]


def parts(analyser: Analyser, word: str) -> set[str]:
    return {part for token in analyser.tokens(word) for part in token.parts}


@pytest.mark.parametrize(
    ("forms", "lemma"),
    [
        ("godkende godkendte godkendtes godkendt", "godkende"),
        ("skrive skriver skrev skrevet", "skrive"),
        ("anvende anvendt anvender anvendes", "anvende"),
        ("barn børn børns barnet", "barn"),
        ("skole skolen skolerne skoles", "skole"),
        ("busser bussen bus", "bus"),
    ],
)
def test_forms_meet_their_lemma(small: Analyser, forms: str, lemma: str) -> None:
    assert set(terms(small, forms)) == {lemma}


def test_a_participle_is_read_as_its_verb_only(small: Analyser) -> None:
    word = small.query_words("godkendt")[0]
    assert (word.term, word.other_terms) == ("godkende", ())


def test_an_ambiguous_form_keeps_its_other_readings(small: Analyser) -> None:
    taler = small.tokens("taler")[0]
    assert {"tale", "taler"} == {taler.term, *taler.parts}
    query = small.query_words("tale")[0]
    assert {query.term, *query.other_terms} & {taler.term, *taler.parts}


def test_a_known_compound_has_its_parts(small: Analyser) -> None:
    assert terms(small, "Byggetilladelsens") == ["byggetilladelse"]
    assert parts(small, "Byggetilladelsens") == {"bygge", "tilladelse"}


def test_an_unknown_compound_is_split_and_its_head_is_a_lemma(small: Analyser) -> None:
    assert terms(small, "regnvandsbassinerne skoleplanen") == ["regnvandsbassin", "skoleplan"]
    assert {"regn", "vand", "bassin"} <= parts(small, "regnvandsbassinerne")
    assert parts(small, "lokalplanhøringen") == {"lokalplan", "lokal", "plan", "høring"}


def test_an_unknown_name_of_a_street_is_not_split(small: Analyser) -> None:
    assert parts(small, "Skolevej") == set()
    assert parts(small, "skolevej") == {"skole", "vej"}


def test_a_query_asks_for_the_parts_of_a_compound(small: Analyser) -> None:
    word = small.query_words("lokalplanhøring")[0]
    assert word.parts == ("lokalplan", "høring")
    assert small.query_words("skole")[0].parts == ()


def test_known_words_are_no_names(small: Analyser) -> None:
    assert small.tokens("Skolen")[0].folded == ()
    assert small.tokens("Jensens")[0].folded
    assert small.tokens("Jensens")[0].term == "jensen"
    assert small.query_words("skole")[0].folded == ()


def test_old_and_foreign_keyboards_spell_known_words(small: Analyser) -> None:
    assert terms(small, "hoeringen gaard") == ["høring", "gård"]


def test_neighbours_are_joined_where_they_make_a_word(small: Analyser) -> None:
    assert small.joined("lokal", "plan") == "lokalplan"
    assert small.joined("regnvand", "bassin") == "regnvandsbassin"
    assert small.joined("og", "plan") is None
    assert small.joined("plan", "og") is None
    assert small.joined("007", "a") == "7a"


def test_a_hyphenated_compound_is_found_as_one_and_as_two(small: Analyser) -> None:
    found = small.index_text("regnvands-bassinet")
    assert found.terms.split()[1] == "bassin"
    assert "regnvandsbassin" in found.parts.split()


def test_a_part_is_highlighted_as_the_whole_word(small: Analyser) -> None:
    assert small.highlight("Byggetilladelsen, tilladt", {"tilladelse"}) == [(0, 16)]


def test_the_halves_of_a_line_end_that_are_words_stay_two(small: Analyser) -> None:
    assert len(small.tokens("lokal-\nplan")) == 1
    assert len(small.tokens("skole-\ntale")) == 2


def test_the_version_names_the_contents(small_dictionary: Path, small: Analyser, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "index.aff").write_bytes((small_dictionary / "index.aff").read_bytes())
    words = (small_dictionary / "index.dic").read_text(encoding="utf-8")
    (more / "index.dic").write_text(words + "sti/10,2,11,31\n", encoding="utf-8")
    build_tables(more, tmp_path / "more.tables")
    assert load(tmp_path / "more.tables").version != small.version
    assert small.version != load(None).version


def test_the_build_is_the_same_bytes_in_every_process(small_dictionary: Path, tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from torvet.pure.danish import build_tables; "
    script += "build_tables(Path(sys.argv[1]), Path(sys.argv[2]))"
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", script, str(small_dictionary), str(tmp_path / seed)],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_a_build_is_needed_until_it_is_done_and_after_a_change(small_dictionary: Path, tmp_path: Path) -> None:
    folder, target = tmp_path / "dictionary", tmp_path / "danish.tables"
    folder.mkdir()
    for name in ("index.aff", "index.dic"):
        (folder / name).write_bytes((small_dictionary / name).read_bytes())
    assert needs_build(folder, target)
    build_tables(folder, target)
    assert not needs_build(folder, target)
    (folder / "index.dic").write_text("1\nhus/4,10,31\n", encoding="utf-8")
    assert needs_build(folder, target)
    target.write_bytes(b"")
    assert needs_build(folder, target)


def test_a_damaged_table_is_told_not_ignored(tmp_path: Path) -> None:
    (tmp_path / "danish.tables").write_bytes(b"noget andet")
    with pytest.raises(TablesError):
        load(tmp_path / "danish.tables")
