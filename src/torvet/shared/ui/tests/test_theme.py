import re

import pytest

from torvet.shared.ui import theme
from torvet.shared.ui.contrast import Oklch, Shown, hexadecimal, is_shown, linear, narrowed, ratio
from torvet.shared.ui.theme import FORBIDDEN_HUES_DEGREES, PAIRS, STYLESHEET, Pair, Theme

WHITE = Oklch(1, 0, 0)
STRENGTHS_MILLI = (0, 85, 160)


def test_known_contrasts() -> None:
    black, white = Shown.of(Oklch(0, 0, 0)), Shown.of(WHITE)
    assert ratio(black, white) == pytest.approx(21)
    assert ratio(white, white) == pytest.approx(1)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        (Oklch(0.627955, 0.257683, 29.234), "#ff0000"),
        (Oklch(0.866440, 0.294827, 142.495), "#00ff00"),
        (Oklch(0.452014, 0.313214, 264.052), "#0000ff"),
        (WHITE, "#ffffff"),
    ],
)
def test_known_colours(colour: Oklch, expected: str) -> None:
    assert hexadecimal(colour) == expected


def test_a_colour_no_screen_shows_is_narrowed_to_one_that_it_does() -> None:
    vivid = Oklch(0.41, 0.16, 195)
    assert not is_shown(linear(vivid))
    assert is_shown(linear(narrowed(vivid)))


@pytest.mark.parametrize("strength", STRENGTHS_MILLI)
def test_contrast_holds_for_every_hue(strength: int) -> None:
    hues = [hue for hue in range(360) if hue not in FORBIDDEN_HUES_DEGREES]
    failed = [
        (hue, measured)
        for hue in hues
        for measured in theme.measure(Theme(hue, strength), _moved_by_the_hue())
        if not measured.is_met
    ]
    assert failed == []


def _moved_by_the_hue() -> tuple[Pair, ...]:
    own = {name for name, token in theme.tokens().items() if token.hue_degrees is None}
    return tuple(pair for pair in PAIRS if {pair.front, pair.back} & own)


def test_contrast_holds_for_colours_that_no_theme_moves() -> None:
    assert all(measured.is_met for measured in theme.measure(Theme(236, 85)))


def test_a_lighter_brand_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = dict(theme.tokens())
    tokens["brand-700"] = theme.Token("brand-700", 0.62, None, 1, None)
    monkeypatch.setattr(theme, "tokens", lambda: tokens)
    assert not all(measured.is_met for measured in theme.measure(Theme(236, 85)))


def test_every_colour_of_the_stylesheet_is_read() -> None:
    written = re.findall(r"^ +--tv-([\w-]+): oklch", STYLESHEET.read_text(encoding="utf-8"), re.MULTILINE)
    assert written == list(theme.tokens())


def test_every_status_colour_is_measured() -> None:
    measured = {name for pair in PAIRS for name in (pair.front, pair.back)}
    decorative = {"line"}  # hairlines that carry no meaning
    assert set(theme.tokens()) - decorative == measured


def test_the_sheet_sets_both_numbers_and_falls_back_to_srgb() -> None:
    sheet = theme.sheet(Theme(152, 80))
    assert "--tv-hue: 152;" in sheet
    assert "--tv-chroma: 0.08;" in sheet
    assert "@supports not (color: oklch" in sheet
    assert "--tv-paper: #ffffff;" in sheet
