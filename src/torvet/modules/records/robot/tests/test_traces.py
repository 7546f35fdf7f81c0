"""What is recognised, in which disguise, and what is not."""

import html
from urllib.parse import quote

import pytest

from torvet.modules.records.robot.items import Inventor, Item, ItemKind
from torvet.modules.records.robot.places import Place
from torvet.modules.records.robot.traces import folded, found_in_bytes, found_in_text

INVENTOR = Inventor(11)
ITEMS = [INVENTOR.cpr(Place.PLAIN_TEXT, 1, is_drawn=False) for _ in range(120)]
ITEMS += [INVENTOR.other(kind, Place.PLAIN_TEXT, 1) for kind in ItemKind if kind is not ItemKind.CPR for _ in range(8)]
PHONE = Item(ItemKind.PHONE, "phone", "40 11 22 33", "", "40112233", Place.PLAIN_TEXT, 1)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: f"{item.rendering}-{item.trace}")
@pytest.mark.parametrize("disguise", [str, html.escape, quote, str.upper], ids=lambda each: each.__name__)
def test_each_item_is_seen_in_a_text_and_alone(item: Item, disguise: type[str]) -> None:
    text = f"Foran {disguise(item.text)} bagved"
    assert found_in_text(text, ITEMS) == [item]


def test_nothing_is_seen_where_nothing_is() -> None:
    text = "Sag BYG-2026-00317, 23.11.2026 kl. 10.00, tlf. 70 12 34 56, 8230 Fjordby, sha256 9f86d081884c7d65"
    assert found_in_text(text, ITEMS) == []


@pytest.mark.parametrize("text", ["40112233", "4011 2233", "tlf.40 11 22 33.", "+4540112233", "(40)11-22-33"])
def test_a_telephone_number_is_seen(text: str) -> None:
    assert found_in_text(text, [PHONE]) == [PHONE]


@pytest.mark.parametrize("text", ["140112233", "401122334", "40 11 22 34", "40 og 11 og 22 og 33"])
def test_a_longer_or_another_number_is_not_it(text: str) -> None:
    assert found_in_text(text, [PHONE]) == []


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16-be", "utf-16-le"])
def test_bytes_are_looked_through_in_every_encoding(encoding: str) -> None:
    item = INVENTOR.other(ItemKind.NAME, Place.PLAIN_TEXT, 1)
    data = b"\x00\x01" * 3_000_000 + item.text.encode(encoding) + b"\x02"
    assert found_in_bytes(data, [item, PHONE]) == [item]


def test_folding_leaves_letters_and_digits() -> None:
    assert folded("Ａb-1\u00ad2 Ø!") == "ab12ø"
