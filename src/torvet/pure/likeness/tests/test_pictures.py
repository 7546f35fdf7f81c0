"""The same scan is known again after another scale or compression; other pages have another shape."""

import random
from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from torvet.pure.likeness import distance, picture_hash, quarters

PAGES = 20


def scan(seed: int) -> Image.Image:
    """A page of grey lines and a drawing, as a scanner gives it."""
    chance = random.Random(seed)
    page = Image.new("L", (620, 877), 250)
    draw = ImageDraw.Draw(page)
    for line in range(chance.randint(12, 40)):
        left, top = 60 + chance.randint(0, 40), 60 + line * 19
        draw.rectangle((left, top, left + chance.randint(60, 440), top + 9), fill=chance.randint(20, 90))
    x, y = chance.randint(60, 400), chance.randint(60, 700)
    draw.ellipse((x, y, x + 150, y + 120), outline=0, width=6)
    return page


def compressed(page: Image.Image) -> Image.Image:
    target = BytesIO()
    page.save(target, "JPEG", quality=40)
    return Image.open(target)


def smaller(page: Image.Image) -> Image.Image:
    return page.resize((310, 438))


def darker(page: Image.Image) -> Image.Image:
    return ImageEnhance.Brightness(page).enhance(0.85)


def in_colour(page: Image.Image) -> Image.Image:
    return page.convert("RGB")


@pytest.mark.parametrize("change", [compressed, smaller, darker, in_colour])
def test_the_same_picture_is_known_again(change: object) -> None:
    for seed in range(PAGES):
        one, other = picture_hash(scan(seed)), picture_hash(change(scan(seed)))  # type: ignore[operator]  # see above
        assert distance(one, other) <= 3
        assert set(enumerate(quarters(one))) & set(enumerate(quarters(other)))


def test_other_pictures_are_told_apart() -> None:
    hashes = [picture_hash(scan(seed)) for seed in range(PAGES)]
    assert min(distance(a, b) for place, a in enumerate(hashes) for b in hashes[:place]) > 6


def test_an_empty_page_has_no_shape() -> None:
    assert picture_hash(Image.new("RGB", (600, 800), "white")) == 0


def test_the_hash_is_the_same_everywhere() -> None:
    assert distance(picture_hash(scan(1)), 8990243836843340254) <= 1  # a last digit may be rounded elsewhere
