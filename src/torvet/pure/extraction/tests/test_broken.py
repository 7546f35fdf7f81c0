"""Samples of every kind with bytes changed, cut away and put in: read or refused by name, never anything else."""

import io
import random
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image

from torvet.pure.extraction import ExtractionRefused, extract
from torvet.pure.extraction.tests import samples
from torvet.pure.extraction.tests.test_concealed import box, of, written
from torvet.pure.extraction.tests.test_inventory import metadata, note, update
from torvet.pure.extraction.tests.test_outlook import attachment, outlook
from torvet.pure.extraction.tests.test_picture import HEIC, XMP, halves, saved

PACKED = pikepdf.ObjectStreamMode.generate
ROUNDS, MANY_ROUNDS = 12, 400
PLAIN = "Content-Type: text/plain; charset=utf-8"


def exif_picture() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "Taget af Bo"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 30.0, 36.0), 3: "W", 4: (9.0, 15.0, 0.0)})
    return saved(halves(), "JPEG", exif=exif.tobytes(), comment="Bos hus", xmp=XMP)


def noted_pdf() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        metadata(document)
        note("Redact", Contents="x")(document)

    return samples.changed(of(written(), box(40, 590, 200, 40)), change)


def updated_pdf() -> bytes:
    first = samples.changed(of(written()), lambda _: None, static_id=True)
    with pikepdf.open(io.BytesIO(first)) as document:
        number = document.pages[0].Contents.objgen[0]
    return update(first, number, samples.stream(b"BT /F1 12 Tf 50 700 Td (Referat) Tj ET"))


def mail() -> bytes:
    picture = "Content-Type: image/png\nContent-ID: <a>\nContent-Transfer-Encoding: base64"
    forwarded = samples.mail(b"Gammel")
    parts = [(PLAIN, b"Hej"), (picture, b"aGVq"), ("Content-Type: message/rfc822", forwarded)]
    return samples.mail_of_parts(parts)


SAMPLES: dict[str, Callable[[], bytes]] = {
    "pdf": noted_pdf,
    "pdf packed": lambda: samples.changed(noted_pdf(), lambda _: None, object_stream_mode=PACKED),
    "pdf updated": updated_pdf,
    "word": lambda: samples.word_with("<w:p><w:r><w:t>Hej</w:t></w:r></w:p>"),
    "zip": lambda: samples.zipped({"a.txt": "Hej " * 50, "b/c.txt": "Dig"}),
    "mail": mail,
    "msg": lambda: outlook({0x1000: "Hej " * 2000}, attachment("a.pdf", b"x" * 5000), ("recip", {0x3001: "Bo"})),
    "html": lambda: b"<html><p>Hej<table><tr><td>a<td>b</table><img src=x>",
    "txt": lambda: "Referat af mødet".encode("utf-16"),
    "jpeg": exif_picture,
    "png": lambda: saved(halves("P"), "PNG", dpi=(100, 100)),
    "tiff": lambda: saved(halves(), "TIFF", save_all=True, append_images=[halves("L")], compression="tiff_lzw"),
    "tiff fax": lambda: saved(halves("1"), "TIFF", compression="group4"),
    "heic": lambda: HEIC,
}  # fmt: skip


def broken(data: bytes, chance: random.Random) -> bytes:
    """The same bytes with some changed, and sometimes cut, doubled or put in another place."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40))):
        changed[chance.randrange(len(changed))] = chance.choice((0, 0xFF, 0x80, chance.randrange(256)))
    at = chance.randrange(len(changed))
    way = chance.randrange(6)
    if way == 0:
        del changed[at:]
    elif way == 1:
        del changed[at : at + chance.randrange(64)]
    elif way == 2:
        changed[at:at] = changed[: chance.randrange(64)]
    return bytes(changed)


def details_of_broken(kind: str, rounds: int, seed: int) -> list[str]:
    """Read as many broken files of a kind and give what is told of those that were refused."""
    data, chance, details = SAMPLES[kind](), random.Random(f"{kind} {seed}"), []
    for _ in range(rounds):
        try:
            extract(broken(data, chance), max_pages=50)
        except ExtractionRefused as error:
            details.append(error.detail)
    return details


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_whole_sample_is_read(kind: str) -> None:
    assert extract(SAMPLES[kind]()).pages


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_broken_file_is_read_or_refused(kind: str) -> None:
    assert not any("Bo" in detail for detail in details_of_broken(kind, ROUNDS, seed=1))


@pytest.mark.slow
@pytest.mark.parametrize("kind", SAMPLES)
def test_many_broken_files_are_read_or_refused(kind: str) -> None:
    assert not any("Bo" in detail for detail in details_of_broken(kind, MANY_ROUNDS, seed=2))
