"""Office files with bytes changed, cut off, parts missing or exchanged: read, or refused by name, and nothing else."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping

import pytest

from torvet.pure.extraction import ExtractionRefused
from torvet.pure.extraction.delimited import read_delimited
from torvet.pure.extraction.opendocument import read_open_text
from torvet.pure.extraction.opensheet import read_open_sheet
from torvet.pure.extraction.presentation import read_presentation
from torvet.pure.extraction.rendition import Rendition
from torvet.pure.extraction.richtext import read_rich_text
from torvet.pure.extraction.spreadsheet import read_spreadsheet
from torvet.pure.extraction.tests import openfiles, richfiles, samples, sheetfiles, slidefiles, wordfiles
from torvet.pure.extraction.tests.planting import planted
from torvet.pure.extraction.tests.test_presentation import real_presentation
from torvet.pure.extraction.tests.test_spreadsheet import real_workbook, workbook
from torvet.pure.extraction.tests.test_word import real_document
from torvet.pure.extraction.word import read_word

Reader = Callable[[bytes], Rendition]
CASES: Mapping[str, tuple[Reader, Callable[[], bytes]]] = {
    "docx": (read_word, lambda: wordfiles.build(planted([]))),
    "docx, real": (read_word, real_document),
    "xlsx": (read_spreadsheet, lambda: sheetfiles.build(planted([]))),
    "xlsx, real": (read_spreadsheet, lambda: workbook(real_workbook)),
    "pptx": (read_presentation, lambda: slidefiles.build(planted([]))),
    "pptx, real": (read_presentation, real_presentation),
    "odt": (read_open_text, lambda: openfiles.build_text(planted([]))),
    "ods": (read_open_sheet, lambda: openfiles.build_sheet(planted([]))),
    "rtf": (read_rich_text, lambda: richfiles.build(planted([]))),
    "csv": (read_delimited, lambda: b'a;b;"c\nd"\r\n1;2;3\n' * 9),
}
VALUES = (b"-1", b"99999999999999999999", b"", b"NaN", b"\xc3\xa6", b"true", b"A1:XFD1048576", b"../..", b"0", b"&amp;")
ROUNDS = 12


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_other_value(text: bytes, chance: random.Random) -> bytes:
    """One attribute's value exchanged, or one element's text, so that the XML stays well-formed."""
    ends = [at for at in range(len(text)) if text[at : at + 2] in (b"='", b'="')]
    if not ends:
        return text
    start = chance.choice(ends) + 2
    stop = text.find(text[start - 1 : start], start)
    return text[:start] + chance.choice(VALUES) + text[max(stop, start) :]


def without_an_element(text: bytes, chance: random.Random) -> bytes:
    """One tag taken away; often no longer well-formed."""
    starts = [at for at in range(len(text)) if text[at : at + 1] == b"<"]
    start = chance.choice(starts) if starts else 0
    return text[:start] + text[text.find(b">", start) + 1 :]


def flipped(text: bytes, chance: random.Random) -> bytes:
    changed = bytearray(text)
    for _ in range(3):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(text: bytes, chance: random.Random) -> bytes:
    return text[: chance.randrange(len(text) + 1)]


CHANGES = (with_other_value, with_other_value, with_other_value, without_an_element, flipped, cut)


def broken(data: bytes, chance: random.Random) -> bytes:
    """The file with one fault: in one part where it is a package, and sometimes in the package itself."""
    if not data.startswith(b"PK") or chance.random() < 0.1:
        return chance.choice((flipped, cut))(data, chance)
    parts = parts_of(data)
    name = chance.choice(sorted(parts))
    if chance.random() < 0.1:
        del parts[name]
    elif chance.random() < 0.1:
        parts[name] = parts[chance.choice(sorted(parts))]
    else:
        parts[name] = chance.choice(CHANGES)(parts[name], chance)
    return samples.zipped(parts)


def survive(kind: str, rounds: int, seed: int) -> None:
    read, make = CASES[kind]
    data = make()
    chance = random.Random(f"{kind} {seed}")
    for _ in range(rounds):
        spoiled = broken(data, chance)
        try:
            read(spoiled)
        except (ExtractionRefused, RecursionError):
            continue


@pytest.mark.parametrize("kind", CASES)
def test_a_broken_file_is_read_or_refused_by_name(kind: str) -> None:
    survive(kind, ROUNDS, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("kind", CASES)
def test_many_broken_files_are_read_or_refused_by_name(kind: str) -> None:
    survive(kind, 50 * ROUNDS, seed=2)
