from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torvet.pure.danish.tables import Table, TablesError, write_table

KEYS = st.text(st.characters(codec="utf-8", exclude_characters="\t\n"), max_size=12)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=20)


@given(st.dictionaries(KEYS, VALUES, max_size=40), st.lists(KEYS, max_size=10))
@settings(max_examples=60, deadline=None)
def test_a_table_answers_as_the_dictionary_it_was_written_from(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[str, str], others: list[str]
) -> None:
    path = tmp_path_factory.mktemp("table") / "t"
    write_table(entries, path, "stamp")
    table = Table(path)
    for key in [*entries, *others]:
        assert table.get(key) == entries.get(key)
    assert table.header.count == len(entries)


def test_the_same_entries_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    one, other = {"a": "1", "ø": "2", "b": "3"}, {"b": "3", "ø": "2", "a": "1"}
    assert write_table(one, tmp_path / "one", "s") == write_table(other, tmp_path / "other", "s")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.parametrize("size", [0, 5, 11, 40, -1, -30])
def test_a_truncated_table_is_refused(tmp_path: Path, size: int) -> None:
    path = tmp_path / "t"
    write_table({"ord": "værdi", "to": "2"}, path, "stamp")
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(TablesError, match="Byg den igen"):
        Table(path)


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t"
    path.write_bytes(b"SQLite format 3\0" + bytes(200))
    with pytest.raises(TablesError, match="Byg den igen"):
        Table(path)


def test_an_interrupted_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t"
    write_table({"før": "1"}, path, "stamp")

    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_table({"efter": "2"}, path, "stamp")
    assert Table(path).get("før") == "1"
    assert [found.name for found in tmp_path.iterdir()] == ["t"]


def test_a_reader_keeps_the_old_table_while_a_new_one_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "t"
    write_table({"ord": "gammelt"}, path, "stamp")
    reader = Table(path)
    write_table({"ord": "nyt"}, path, "stamp")
    assert reader.get("ord") == "gammelt"
    assert Table(path).get("ord") == "nyt"
