"""Reading deliveries that are faulty, hostile or merely odd."""

import json
import zipfile
from pathlib import Path

import pytest

from torvet.modules.records.delivery.reading import (
    LINE_BYTES_MAX,
    BadLine,
    DeliveryRefused,
    FileFault,
    Folder,
    Line,
    fingerprint,
    open_container,
    parse_line,
    read_cover,
    read_lines,
)
from torvet.modules.records.tests.builders import CPR, DeliveryBuilder, case_line, entry_line


def write(folder: Path) -> Path:
    return DeliveryBuilder(folder, cases=[case_line()], entries=[entry_line()]).write()


def zipped(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder).as_posix())
    return target


def test_a_folder_and_a_zip_of_it_say_the_same(tmp_path: Path) -> None:
    folder = write(tmp_path / "delivery")
    archive = open_container(zipped(folder, tmp_path / "delivery.zip"))
    assert read_cover(archive) == read_cover(open_container(folder))
    assert list(read_lines(archive, "cases.jsonl", "case")) == list(
        read_lines(open_container(folder), "cases.jsonl", "case")
    )
    archive.close()


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "no-cover"), ("{", "bad-cover"), ('{"format": "something"}', "bad-cover"), ("[]", "bad-cover")],
)
def test_a_delivery_without_a_proper_cover_is_refused(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "delivery.json").write_text(text)
    with pytest.raises(DeliveryRefused) as refused:
        read_cover(Folder(tmp_path))
    assert refused.value.code == code
    assert refused.value.message.endswith(".")


def test_nothing_and_no_zip_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DeliveryRefused) as refused:
        open_container(tmp_path / "nothing")
    assert refused.value.code == "nothing-there"
    (tmp_path / "file.zip").write_bytes(b"PK but not really")
    with pytest.raises(DeliveryRefused) as refused:
        open_container(tmp_path / "file.zip")
    assert refused.value.code == "not-a-zip"


@pytest.mark.parametrize("path", ["../outside", "files/../../outside", "/etc/hostname", "files\\..\\x", "files/\x00"])
def test_no_path_leads_out_of_a_delivery(tmp_path: Path, path: str) -> None:
    (tmp_path / "outside").write_text("secret")
    (tmp_path / "delivery").mkdir()
    with pytest.raises(FileFault) as fault:
        Folder(tmp_path / "delivery").read(path)
    assert fault.value.code == "file-outside-delivery"


def test_a_link_does_not_lead_out_either(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("secret")
    (tmp_path / "delivery" / "files").mkdir(parents=True)
    (tmp_path / "delivery" / "files" / "link").symlink_to(tmp_path / "outside")
    with pytest.raises(FileFault) as fault:
        Folder(tmp_path / "delivery").read("files/link")
    assert fault.value.code == "file-outside-delivery"


def test_a_zip_that_promises_little_and_holds_much_is_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("files/zeros", b"\0" * 50_000_000)
    with pytest.raises(DeliveryRefused) as refused:
        open_container(bomb)
    assert refused.value.code == "zip-bomb"


def test_a_zip_whose_entries_overlap_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "overlap.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", b"a" * 1000)
        archive.writestr("b", b"b" * 1000)
        archive.filelist[1].header_offset = archive.filelist[0].header_offset
        archive._didModify = True  # type: ignore[attr-defined]  # the directory is written at the end
    with pytest.raises(DeliveryRefused) as refused:
        open_container(path)
    assert refused.value.code == "zip-overlap"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("{", "not-json"),
        ("[" * 100_000, "not-json"),
        ('"text"', "not-by-schema"),
        (json.dumps(case_line(title="en halv \ud83d")), "not-text"),
        (json.dumps(case_line(title="nul \0")), "not-text"),
        (json.dumps(case_line(opened_on="2026-13-01")), "not-by-schema"),
        (json.dumps(case_line(case_type="secret")), "not-by-schema"),
        (json.dumps(case_line(version="1")), "not-by-schema"),
        ('{"title": "' + "x" * LINE_BYTES_MAX + '"}', "line-too-long"),
    ],
)
def test_a_faulty_line_is_named_and_nothing_of_it_is_told(raw: str, code: str) -> None:
    line = parse_line(7, raw, "case")
    assert isinstance(line, BadLine)
    assert (line.number, line.code) == (7, code)


def test_the_fault_of_a_line_does_not_repeat_personal_data() -> None:
    line = parse_line(1, json.dumps(case_line(kle=CPR)), "case")
    assert isinstance(line, BadLine)
    assert CPR not in line.detail
    assert "kle" in line.detail


def test_blank_lines_are_passed_over_and_numbers_kept(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text(f"\n\n{json.dumps(case_line())}\n")
    (line,) = read_lines(Folder(tmp_path), "cases.jsonl", "case")
    assert isinstance(line, Line)
    assert line.number == 3


def test_a_fingerprint_does_not_depend_on_the_order_of_keys() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
