"""Invented data: nobody's, each unlike every other, every way of writing in turn."""

from torvet.modules.records.robot.items import Inventor, ItemKind
from torvet.modules.records.robot.places import Place
from torvet.pure.pii.evaluation import CPR_RENDERINGS

OTHERS = [kind for kind in ItemKind if kind is not ItemKind.CPR]


def _cpr(inventor: Inventor, count: int, *, is_drawn: bool = False) -> list[str]:
    return [inventor.cpr(Place.PLAIN_TEXT, 1, is_drawn=is_drawn).trace for _ in range(count)]


def test_the_same_seed_gives_the_same_data() -> None:
    first, again, other = (_cpr(Inventor(seed), 20) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_no_two_items_can_be_mistaken_for_each_other() -> None:
    inventor = Inventor(1)
    traces = _cpr(inventor, 300)
    traces += [inventor.other(kind, Place.PLAIN_TEXT, 1).trace for kind in OTHERS for _ in range(60)]
    assert len(set(traces)) == len(traces)


def test_no_number_belongs_to_anybody_living() -> None:
    for number in _cpr(Inventor(2), 500):
        day, year, seventh = int(number[:2]), int(number[4:6]), int(number[6])
        is_born_long_ago_or_not_yet = seventh in range(5, 9) and year >= 38
        assert is_born_long_ago_or_not_yet or day > 60


def test_every_way_of_writing_that_people_can_use_comes() -> None:
    inventor = Inventor(5)
    seen = {inventor.cpr(Place.PLAIN_TEXT, 1, is_drawn=False).rendering for _ in range(4 * len(CPR_RENDERINGS))}
    assert {name for name in CPR_RENDERINGS if CPR_RENDERINGS[name]("0" * 10).isprintable()} <= seen


def test_a_place_on_one_line_gets_no_line_breaks() -> None:
    inventor = Inventor(6)
    items = [inventor.cpr(Place.PDF_WHITE, 1, is_drawn=True, is_one_line=True) for _ in range(200)]
    assert not [item for item in items if "\n" in item.text]
