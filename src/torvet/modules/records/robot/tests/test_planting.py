"""The papers really hold what they are said to hold: a robot that plants nothing finds nothing."""

import email
import email.policy
import io
import zipfile
from collections.abc import Iterator

import pytest

from torvet.modules.records.robot.items import Item
from torvet.modules.records.robot.pdf_papers import TYPEFACE_FILE
from torvet.modules.records.robot.places import Place
from torvet.modules.records.robot.planting import RECIPES, Paper, papers
from torvet.modules.records.robot.reading_files import objects_of, texts_of
from torvet.modules.records.robot.traces import found_in_bytes, found_in_text
from torvet.pure import recognition

ROUND = tuple(papers(len(RECIPES), seed=5))
IN_PICTURES = {Place.PDF_SCAN, Place.PHOTO}
OUTSIDE_THE_FILE = {
    Place.FILE_NAME,
    Place.CASE_TITLE,
    Place.CASE_SUMMARY,
    Place.ENTRY_TITLE,
    Place.CORRESPONDENT,
    Place.WITHDRAWAL,
    Place.PARTIES,
}


def _said_outside(paper: Paper) -> str:
    return f"{paper.file_name} {paper.case} {paper.entry} {paper.party} {paper.withdrawal_reason}"


def _in_pdf(data: bytes, items: list[Item]) -> set[Item]:
    found = {item for _reader, text in texts_of(data) for item in found_in_text(text, items)}
    return found | {item for piece in objects_of(data) for item in found_in_bytes(piece, items)}


def _in_file(data: bytes, items: list[Item]) -> set[Item]:
    if data.startswith(b"%PDF"):
        return _in_pdf(data, items)
    if data.startswith(b"PK"):
        return {item for text in _members(data) for item in found_in_text(text, items)}
    if data.startswith(b"From:"):
        return _in_mail(data, items)
    return set(found_in_text(data.decode(), items))


def _members(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield from (archive.read(name).decode(errors="replace") for name in archive.namelist())


def _in_mail(data: bytes, items: list[Item]) -> set[Item]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    payloads = (part.get_payload(decode=True) for part in message.walk() if not part.is_multipart())
    parts = [payload for payload in payloads if isinstance(payload, bytes)]
    head = set(found_in_text("\n".join(message.values()), items))
    return head.union(*(_in_file(part, items) for part in parts))


@pytest.mark.parametrize("paper", ROUND, ids=lambda paper: RECIPES[paper.number - 1].__name__.strip("_"))
def test_every_item_is_where_it_is_said_to_be(paper: Paper) -> None:
    outside = [item for item in paper.items if item.place in OUTSIDE_THE_FILE]
    assert set(found_in_text(_said_outside(paper), outside)) == set(outside)
    inside = [item for item in paper.items if item.place not in OUTSIDE_THE_FILE]
    if not recognition.is_available():
        inside = [item for item in inside if item.place not in IN_PICTURES]
    assert set(inside) - _in_file(paper.data, inside) == set()
    assert {item.paper for item in paper.items} <= {paper.number}


def test_one_round_visits_every_place_and_two_rounds_the_rest() -> None:
    assert set(Place) - {item.place for paper in ROUND for item in paper.items} == {Place.PHOTO}
    again = {item.place for paper in papers(2 * len(RECIPES), seed=5) for item in paper.items}
    assert again == set(Place)


def test_a_small_run_plants_more_than_a_hundred_items_and_a_paper_without_any() -> None:
    assert sum(len(paper.items) for paper in ROUND) > 100
    assert [paper.number for paper in ROUND if paper.is_harmless] != []


def test_later_rounds_try_hiding_places_one_by_one() -> None:
    later = [paper for paper in papers(6 * len(RECIPES), seed=5) if paper.number > len(RECIPES)]
    unseen = [{item.place for item in paper.items} for paper in later if paper.number % len(RECIPES) == 7]
    assert [len(places) for places in unseen] == [1] * len(unseen)
    assert len(set.union(*unseen)) == len(unseen)


def test_the_typeface_is_there() -> None:
    assert TYPEFACE_FILE.is_file()
