"""Files that mean harm: each ends in a named way, behind the sandbox's limits, and the next file is read as ever."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.compoundfiles import Tree
from torvet.pure.extraction.tests.test_concealed import box, of, written
from torvet.pure.extraction.tests.test_outlook import outlook
from torvet.pure.extraction.tests.test_picture import HEIC, many_frames, png_of, saved
from torvet.pure.sandbox import Limits, Outcome, Sandbox

JOB = "torvet.pure.extraction.tests.jobs:extract_file"
MAX_PAGES = 300
LIMITS = Limits(memory_bytes=512 << 20, cpu_seconds=1, wall_seconds=10)
GOOD = b"Referat af m\xc3\xb8det."
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"
EXTERNAL = "<!DOCTYPE x [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 50


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def sandbox(workspace: Path) -> Iterator[Sandbox]:
    with Sandbox(preload=[JOB.split(":")[0]], workspace=workspace, limits=LIMITS) as started:
        yield started


def good_pdf() -> bytes:
    return samples.pdf(samples.lines("Referat"))


def nested_zip(depth: int) -> bytes:
    data = b"Inderst"
    for _ in range(depth):
        data = samples.zipped({"a.zip": data})
    return data


def deep_storage(depth: int) -> Tree:
    tree: Tree = {"x": b"x"}
    for _ in range(depth):
        tree = {"x": tree}
    return tree


HOSTILE: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "empty": (lambda: b"", {"empty"}),
    "spaces": (lambda: b"\n\n  \0\0", {"empty"}),
    "truncated": (lambda: good_pdf()[:-300], {"unreadable"}),
    "header alone": (lambda: b"%PDF-1.7\n%%EOF", {"unreadable"}),
    "noise after header": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF", {"unreadable"}),
    "password": (lambda: samples.locked(good_pdf(), user="hemmelig", owner="x"), {"encrypted"}),
    "bomb": (samples.pdf_bomb, {"read", "out-of-memory", "out-of-time", "crashed", "unreadable"}),
    "giant page": (lambda: samples.one_page_pdf(samples.stream(b""), b"[0 0 14400 14400]"), {"too-large"}),
    "form in itself": (lambda: samples.recursive_form_pdf(b"/A Do"), {"read"}),
    "form twice in itself": (lambda: samples.recursive_form_pdf(b"/A Do /A Do"), {"out-of-memory", "out-of-time"}),
    "page tree loop": (samples.page_tree_loop_pdf, {"unreadable", "empty"}),
    "20,000 pages": (lambda: samples.many_pages_pdf(20_000), {"too-many-pages"}),
    "pdf and zip": (lambda: good_pdf() + samples.zipped({"a": "b"}), {"ambiguous"}),
    "zip and pdf": (lambda: samples.zipped({"a": "b"})[:200] + good_pdf(), {"ambiguous"}),
    "html and pdf": (lambda: b"<html><script>x()</script>" + good_pdf(), {"ambiguous"}),
    "jpeg and pdf": (lambda: JPEG + good_pdf(), {"ambiguous"}),
    "word, broken": (lambda: samples.word_with("<w:p>")[:-40], {"unreadable"}),
    "word, bad xml": (lambda: samples.word_with("<w:p>"), {"unreadable"}),
    "word, entities": (lambda: samples.word_with("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>", head=LAUGHS), {"unreadable"}),
    "word, outside entity": (
        lambda: samples.word_with("<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>", head=EXTERNAL),
        {"unreadable"},
    ),
    "word, deep": (lambda: samples.word_with("<w:sdt>" * 5000 + "</w:sdt>" * 5000), {"too-deep"}),
    "zip, overlaps": (samples.overlapping_zip, {"unsafe-archive"}),
    "zip, bomb": (lambda: samples.word_with("", {"word/a.xml": " " * (20 << 20)}), {"too-large"}),
    "zip, too many": (lambda: samples.word_with("", {f"word/{n}": "" for n in range(2500)}), {"too-many-parts"}),
    "html, deep": (lambda: b"<html>" + b"<div>" * 100_000 + b"dybt", {"too-deep"}),
    "html, huge attribute": (lambda: b"<html><p title='" + b"x" * (11 << 20) + b"'>kort</p>", {"read", "too-large"}),
    "one line of 10 MB": (lambda: b"ord " * (10 << 18), {"read", "out-of-time", "too-many-pages"}),
    "one word of 10 MB": (lambda: b"x" * (10 << 20), {"read", "out-of-time", "too-many-pages"}),
    "too many lines": (lambda: b"a\n\n" * 500_000, {"too-many-pages", "out-of-time"}),
    "mail of 1,000 parts": (
        lambda: samples.mail_of_parts([("Content-Type: text/plain", b"del")] * 1000),
        {"too-many-parts"},
    ),
    "mail, deep": (lambda: samples.nested_mail(600), {"too-deep", "too-many-parts"}),
    "mail, endless header": (lambda: samples.mail(b"hej", "Cc: " + "a@b.example, " * 100_000 + "\n"), {"too-large"}),
    "mail, bad header": (lambda: samples.mail(b"hej", "Date: =?x?q?=\nReply-To: <<<>>>\nSender: =?\n"), {"read"}),
    "zip, up and away": (lambda: samples.zipped({"../../etc/passwd": "x"}), {"unsafe-archive"}),
    "zip in zip in zip": (lambda: nested_zip(30), {"read"}),
    "zip of 300 files": (lambda: samples.zipped({str(n): "x" for n in range(300)}), {"too-many-parts"}),
    "picture, 144 megapixels": (lambda: png_of(12_000, 12_000), {"too-large"}),
    "picture, 40 megapixels of black": (lambda: saved(Image.new("1", (8000, 5000)), "PNG"), {"read", "out-of-time"}),
    "picture, heic": (lambda: HEIC, {"read", "unsupported"}),
    "picture, cut heic": (lambda: HEIC[:600], {"unreadable", "unsupported"}),
    "fax of 201 pages": (lambda: many_frames(201), {"too-many-pages"}),
    "outlook mail": (lambda: outlook({0x1000: "Hej"}), {"read"}),
    "outlook mail, cut": (lambda: outlook({0x1000: "Hej"})[:1500], {"unreadable"}),
    "outlook mail, deep": (lambda: outlook({}, ("recip", {}), more=deep_storage(200)), {"read", "too-deep"}),
    "black box": (lambda: of(written(), box(40, 590, 200, 40)), {"read"}),
    "form in itself behind text": (lambda: samples.recursive_form_pdf(b"BT (x) Tj ET /A Do"), {"read"}),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_has_a_named_end_and_the_next_one_is_read(sandbox: Sandbox, workspace: Path, name: str) -> None:
    make, ends = HOSTILE[name]
    assert _end(sandbox, workspace, make()) in ends
    assert _end(sandbox, workspace, GOOD) == "read"


def _end(sandbox: Sandbox, workspace: Path, data: bytes) -> str:
    (workspace / "input").write_bytes(data)
    result = sandbox.run(JOB, {"max_pages": MAX_PAGES}, folder=workspace)
    if result.outcome is not Outcome.DONE or result.value is None:
        return str(result.outcome) if result.code == "" else f"{result.outcome} {result.code} {result.detail}"
    return str(result.value["end"])
