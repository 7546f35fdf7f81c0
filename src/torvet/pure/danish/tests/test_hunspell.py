from pathlib import Path

import pytest

from torvet.pure.danish.hunspell import DictionaryError, Entry, WordClass, read_dictionary


def entry(folder: Path, word: str) -> Entry:
    return next(found for found in read_dictionary(folder) if found.word == word)


def words_of(found: Entry) -> set[str]:
    return {form.text for form in found.forms if form.is_word}


def firsts_of(found: Entry) -> set[str]:
    return {form.text for form in found.forms if form.is_first}


def test_suffixes_are_applied_by_their_conditions(small_dictionary: Path) -> None:
    assert words_of(entry(small_dictionary, "skole")) == {
        *("skole", "skoles", "skoler", "skolerne", "skolen", "skolens"),
    }
    assert {"plan", "planen", "planer", "planerne"} <= words_of(entry(small_dictionary, "plan"))


def test_a_suffix_can_carry_flags_for_another(small_dictionary: Path) -> None:
    assert {"anvendt", "anvendte", "anvendtes"} <= words_of(entry(small_dictionary, "anvende"))


def test_a_form_that_needs_an_affix_is_no_word(small_dictionary: Path) -> None:
    bus = words_of(entry(small_dictionary, "bus"))
    assert {"bus", "bussen", "busser", "busserne"} <= bus
    assert "buss" not in bus


def test_linking_forms_open_compounds_and_are_no_words(small_dictionary: Path) -> None:
    tilladelse = entry(small_dictionary, "tilladelse")
    assert "tilladelses" in firsts_of(tilladelse)
    assert firsts_of(entry(small_dictionary, "hus")) == {"hus"}
    assert firsts_of(entry(small_dictionary, "barn")) == {"barne"}
    assert "barne" not in words_of(entry(small_dictionary, "barn"))


def test_strong_forms_name_their_stem(small_dictionary: Path) -> None:
    assert entry(small_dictionary, "skrev").lemmas == ("skrive",)
    assert entry(small_dictionary, "skrive").word_class is WordClass.VERB


def test_word_classes_come_from_the_headings(small_dictionary: Path) -> None:
    classes = {found.word: found.word_class for found in read_dictionary(small_dictionary)}
    assert classes["skole"] is WordClass.NOUN
    assert classes["lokal"] is WordClass.ADJECTIVE
    assert classes["anvende"] is WordClass.VERB
    assert classes["Jensen"] is WordClass.NAME


def test_names_get_no_compass_prefix_and_forbidden_words_are_left_out(small_dictionary: Path) -> None:
    assert words_of(entry(small_dictionary, "Aarhus")) == {"Aarhus"}
    assert "forbudt" not in {found.word for found in read_dictionary(small_dictionary)}


def test_a_folder_without_a_dictionary_is_refused_in_danish(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=r"index\.aff mangler"):
        next(read_dictionary(tmp_path))


@pytest.mark.parametrize(
    ("affixes", "complaint"),
    [
        ("SET UTF-8\nSFX A Y 1\nSFX A 0 s .\n", "FLAG num"),
        ("FLAG num\nSFX 1 Y 1\nSFX 1 0 s [\n", "ikke gyldig"),
        ("", "FLAG num"),
    ],
)
def test_a_foreign_or_broken_dictionary_is_refused(tmp_path: Path, affixes: str, complaint: str) -> None:
    (tmp_path / "index.aff").write_text(affixes, encoding="utf-8")
    (tmp_path / "index.dic").write_text("1\nord/1\n", encoding="utf-8")
    with pytest.raises(DictionaryError, match=complaint):
        list(read_dictionary(tmp_path))
