"""Packages: the files in a ZIP, each a part, and the tricks that are refused."""

import io
import stat
import zipfile

import pytest

from torvet.pure.extraction import ExtractionRefused, Part, RefusalCode, enclosures, extract
from torvet.pure.extraction.tests import samples


def entry(name: str, mode: int = 0) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    return made


def packed(*entries: zipfile.ZipInfo, comment: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = comment
        for each in entries:
            archive.writestr(each, b"" if each.filename.endswith("/") else b"indhold")
    return file.getvalue()


def renamed(old: bytes, new: bytes, data: bytes) -> bytes:
    """The same bytes with another name, which `zipfile` would not write."""
    assert len(old) == len(new)
    return data.replace(old, new)


def test_each_file_is_a_part_and_the_page_names_none_of_them() -> None:
    files = {"Bo Holm.txt": "Hej", "mappe/": "", "mappe/b.txt": "Dig", "__MACOSX/._b": "x", "mappe/Thumbs.db": "x"}
    extraction = extract(samples.zipped(files))
    assert extraction.native_text == "Denne fil er en pakke med 2 filer. Hver fil er sit eget dokument."
    assert extraction.parts == (Part("Bo Holm.txt", b"Hej", "archive"), Part("mappe/b.txt", b"Dig", "archive"))
    assert "attachments:2" in extraction.notices
    assert "Bo Holm" not in extraction.pages[0].text


def test_one_file_is_one_file() -> None:
    assert "pakke med 1 fil." in extract(samples.zipped({"a.txt": "x"})).native_text


def test_a_package_in_a_package_is_one_part() -> None:
    inner = samples.zipped({"a.txt": "x"})
    assert extract(samples.zipped({"inde.zip": inner})).parts == (Part("inde.zip", inner, "archive"),)


def test_names_of_old_windows_and_of_unicode_are_read() -> None:
    data = renamed(b"bl@b@r.txt", "blåbær.txt".encode("cp850"), packed(entry("bl@b@r.txt")))
    assert extract(data).parts[0].name == "blåbær.txt"
    assert extract(packed(entry("blåbær.txt"))).parts[0].name == "blåbær.txt"


def test_the_comment_is_reported() -> None:
    extraction = extract(packed(entry("a"), comment=b"Fra Bo"))
    assert ("comment", "Fra Bo") in {(found.place, found.text) for found in extraction.hidden}


@pytest.mark.parametrize(
    "data",
    [
        packed(entry("../a.txt")),
        packed(entry("a/../../b.txt")),
        packed(entry("a/..")),
        packed(entry("/etc/passwd")),
        packed(entry("C:/a.txt")),
        packed(entry("a\\b.txt")),
        renamed(b"a@b.txt", b"a\0b.txt", packed(entry("a@b.txt"))),
        packed(entry("a\nb.txt")),
        packed(entry("a" * 1001)),
        packed(entry("a.txt"), entry("A.TXT")),
        packed(entry("å.txt"), entry("a\u030a.txt")),
        packed(entry("a"), entry("a/b")),
        packed(entry("a"), entry("A/b/c")),
        packed(entry("a", stat.S_IFLNK | 0o777)),
        packed(entry("a", stat.S_IFBLK | 0o600)),
        packed(entry("a", stat.S_IFIFO | 0o600)),
        samples.overlapping_zip().replace(b"wordprocessingml", b"somethingelse_ml").replace(b"[Content_", b"[content_"),
    ],
)
def test_what_would_lead_astray_is_unsafe(data: bytes) -> None:
    assert refusal(data) is RefusalCode.UNSAFE_ARCHIVE


def refusal(data: bytes) -> RefusalCode:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data)
    assert "txt" not in refused.value.detail
    return refused.value.code


def test_other_ends_of_packages() -> None:
    locked = bytearray(packed(entry("a")))
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(locked)) is RefusalCode.ENCRYPTED
    assert refusal(packed(entry("mappe/"))) is RefusalCode.EMPTY
    assert refusal(samples.zipped({"a": " " * (2 << 20)})) is RefusalCode.TOO_LARGE
    assert refusal(samples.zipped({str(number): "x" for number in range(201)})) is RefusalCode.TOO_MANY_PARTS
    odd = bytearray(packed(entry("a")))
    odd[odd.rfind(b"PK\x01\x02") + 10] = 14
    assert refusal(bytes(odd)) is RefusalCode.UNSUPPORTED


def test_the_files_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enclosures, "MAX_PARTS_BYTES", 10)
    assert refusal(samples.zipped({"a": "x" * 6, "b": "x" * 6})) is RefusalCode.TOO_LARGE
