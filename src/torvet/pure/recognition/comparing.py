"""Whether letters that were read are those that the text layer says, with what readers confuse taken as equal."""

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

ALIKE = str.maketrans({"o": "0", "l": "1", "i": "1", "|": "1", "s": "5", "b": "8", "m": "rn", "w": "vv"})
"""Pairs that look alike in many typefaces; "m" and "w" become what they fall apart into."""


def shape(text: str) -> str:
    """Reduce text to what its letters and digits look like: compatibility forms, case and look-alikes folded."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(ALIKE)
    return "".join(letter for letter in folded if letter.isalnum())


def differing(said: str, seen: str) -> Iterator[tuple[int, bool]]:
    """Tell for each letter of `said`, by its place, whether `seen` has something else there.

    Cost: quadratic in the length; passages have 40 letters. `"CPR 12", "CPR 34"` gives true for 4 and 5 alone.
    """
    shapes = [shape(letter) for letter in said]
    owners = [at for at, form in enumerate(shapes) for _ in form]
    matcher = SequenceMatcher(None, "".join(shapes), shape(seen), autojunk=False)
    met = {owners[at] for block in matcher.get_matching_blocks() for at in range(block.a, block.a + block.size)}
    yield from ((at, at not in met) for at, form in enumerate(shapes) if form)
