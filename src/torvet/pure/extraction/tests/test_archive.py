"""ZIP files opened with suspicion."""

import io
import zipfile

import pytest

from torvet.pure.extraction import ExtractionRefused, RefusalCode, archive
from torvet.pure.extraction.archive import Archive, is_zip_to_the_end
from torvet.pure.extraction.tests import samples


def refusal(data: bytes) -> tuple[RefusalCode, str]:
    def read_all() -> None:
        opened = Archive(data)
        for name in opened.names:
            opened.read(name)

    with pytest.raises(ExtractionRefused) as refused:
        read_all()
    return refused.value.code, refused.value.detail


def test_parts_are_read_and_a_missing_one_is_empty() -> None:
    opened = Archive(samples.zipped({"a": "hej", "b": "dig"}))
    assert (opened.names, opened.read("a"), opened.read("c")) == (["a", "b"], b"hej", b"")


def test_entries_that_share_bytes_are_refused_though_zipfile_reads_them() -> None:
    data = samples.overlapping_zip()
    with zipfile.ZipFile(io.BytesIO(data)) as trusting:
        assert sum(entry.file_size for entry in trusting.infolist()) > 20 << 20
    assert len(data) < 10_000
    assert refusal(data) == (RefusalCode.UNSAFE_ARCHIVE, "overlap")


def test_the_budget_counts_what_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 1000)
    assert refusal(samples.zipped({"a": "x" * 600, "b": "x" * 600}))[0] is RefusalCode.TOO_LARGE
    assert Archive(samples.zipped({"a": "x" * 600})).read("a") == b"x" * 600


def test_the_budget_counts_what_is_read_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED_BYTES", 1000)
    opened = Archive(samples.zipped({"a": "x" * 600}))
    opened.read("a")
    with pytest.raises(ExtractionRefused):
        opened.read("a")


def test_a_part_that_holds_more_than_it_declares_is_unreadable() -> None:
    data = bytearray(samples.zipped({"a": "x" * 5000}))
    at = data.rfind(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    assert refusal(bytes(data))[0] is RefusalCode.UNREADABLE


def test_a_ratio_no_document_has_is_refused() -> None:
    assert refusal(samples.zipped({"a": " " * (2 << 20)}))[0] is RefusalCode.TOO_LARGE


def test_the_same_name_twice_is_refused() -> None:
    data = samples.zipped({"a": "x", "b": "y"}).replace(b"b", b"a")
    assert refusal(data) == (RefusalCode.UNSAFE_ARCHIVE, "samme navn to gange")


def test_locked_parts_are_encrypted() -> None:
    data = bytearray(samples.zipped({"a": "x"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data))[0] is RefusalCode.ENCRYPTED


@pytest.mark.parametrize("cut", [10, 30, 60])
def test_a_cut_archive_is_unreadable(cut: int) -> None:
    assert refusal(samples.zipped({"a": "x" * 100})[:-cut])[0] is RefusalCode.UNREADABLE


def test_a_broken_stream_is_unreadable() -> None:
    data = bytearray(samples.zipped({"a": "hej med dig " * 9}))
    data[35:40] = b"\xff\xff\xff\xff\xff"
    assert refusal(bytes(data))[0] is RefusalCode.UNREADABLE


def test_an_archive_that_closes_the_file_is_seen_behind_anything() -> None:
    data = samples.zipped({"a": "x"})
    assert is_zip_to_the_end(b"%PDF-1.7 ... %%EOF" + data + b"\r\n")
    assert not is_zip_to_the_end(data + b"\nendstream\nstartxref\n0\n%%EOF\n")
    assert not is_zip_to_the_end(b"")
