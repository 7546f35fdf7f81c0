"""Every hiding place of every office format: what is put there is reported there, and stands nowhere else.

Each file has something in all its hiding places. The same secret is planted in one after the other; it has to be
reported in that place, with the notice that holds the document, and must not be in the pages or the text.
"""

from collections.abc import Callable, Mapping

import pytest

from torvet.pure.extraction import Extraction, extract, sheetgrid, wordlooks
from torvet.pure.extraction.tests import openfiles, richfiles, sheetfiles, slidefiles, wordfiles
from torvet.pure.extraction.tests.planting import SECRET, Plant, Spot, planted

FORMATS: Mapping[str, tuple[Callable[[Plant], bytes], Mapping[str, Spot]]] = {
    "docx": (wordfiles.build, wordfiles.SPOTS),
    "xlsx": (sheetfiles.build, sheetfiles.SPOTS),
    "pptx": (slidefiles.build, slidefiles.SPOTS),
    "rtf": (richfiles.build, richfiles.SPOTS),
    "odt": (openfiles.build_text, openfiles.TEXT_SPOTS),
    "ods": (openfiles.build_sheet, openfiles.SHEET_SPOTS),
}
MATRIX = [(kind, spot) for kind, (_, spots) in FORMATS.items() for spot in spots]


def shown(extraction: Extraction) -> str:
    """All text of the pages and the reading text on one line."""
    return " ".join([*(page.text for page in extraction.pages), extraction.native_text]).replace("\xad", "-")


def escapes(extraction: Extraction) -> bool:
    """True if any piece of the secret stands where people can read it."""
    text = "".join(shown(extraction).split())
    return any(piece in text for piece in ("BoHolm", "311299", "4078"))


def places(extraction: Extraction) -> set[str]:
    return {found.place for found in extraction.hidden if SECRET in found.text}


@pytest.mark.parametrize(("kind", "spot"), MATRIX)
def test_a_secret_is_reported_where_it_hides_and_stands_nowhere_else(kind: str, spot: str) -> None:
    build, spots = FORMATS[kind]
    extraction = extract(build(planted([spot])))
    assert places(extraction) == {spots[spot].place}
    assert spots[spot].notice in {"", *extraction.notices}
    assert not escapes(extraction)


@pytest.mark.parametrize("kind", FORMATS)
def test_the_secret_in_all_places_at_once_does_not_escape(kind: str) -> None:
    build, spots = FORMATS[kind]
    extraction = extract(build(planted(spots)))
    assert places(extraction) == {spot.place for spot in spots.values()}
    assert {spot.notice for spot in spots.values()} - {""} <= set(extraction.notices)
    assert not escapes(extraction)
    assert "Synlig" in shown(extraction)


def test_a_reader_that_shows_hidden_rows_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheetgrid.Grid, "hides_row", lambda *_: False)
    extraction = extract(sheetfiles.build(planted(["hidden row"])))
    assert escapes(extraction)
    assert places(extraction) == set()


def test_a_reader_that_follows_no_colours_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordlooks, "is_unseen", lambda *_: False)
    extraction = extract(wordfiles.build(planted(["white"])))
    assert escapes(extraction)
