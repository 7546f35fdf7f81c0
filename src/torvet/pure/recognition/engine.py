"""Tesseract inside this process: one engine, made when first needed and inherited by forks.

Not here: what is drawn, at which resolution and which way up. ocrmypdf was weighed and not taken, because it
starts programs, which the sandbox forbids, and gives a PDF where words with boxes are needed.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from torvet.pure.recognition.model import RecognitionMissing, RecognitionRefused, RefusalCode
from torvet.pure.recognition.picture import Picture

# A Tesseract built with OpenMP reads this once, when it is loaded: behind the walls no thread may be started.
# The binding's own wheel is built without; a distribution's is not.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")
import tesserocr

LANGUAGE = "dan"
PLACES = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/tessdata", "/usr/share/tessdata")
"""Debian 12 and later; some other distributions."""

MAX_SECONDS = 45
"""Of one look at one picture; a crowded A4 page takes 3 s, and a job of the sandbox may take 60."""

MAX_WORDS = 20_000
"""Of one picture; the smallest print there is fills an A3 page with 8,000."""

PAGE, LINE = tesserocr.PSM.AUTO, tesserocr.PSM.SINGLE_LINE
DOWNWARDS = int(tesserocr.WritingDirection.TOP_TO_BOTTOM)
UPRIGHT, ON_ITS_RIGHT_SIDE = 0, 3
"""How many quarters clockwise a line is to be turned. Tesseract tells lines that run down by their direction, and
does not know lines that run up or upside down when it sees them."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A word as Tesseract gives it: box in pixels (left, top, right, bottom), what stands before it in the text."""

    text: str
    box: tuple[int, int, int, int]
    confidence: float
    before: str
    turn: int


def tessdata() -> Path | None:
    """Find the folder with Tesseract's Danish data: TESSDATA_PREFIX first, then where Debian puts it."""
    named = os.environ.get("TESSDATA_PREFIX")
    places = [Path(place) for place in ((named, *PLACES) if named else PLACES)]
    return next((place for place in places if (place / f"{LANGUAGE}.traineddata").is_file()), None)


def is_available() -> bool:
    """True where pictures can be read: the Danish data are there."""
    return tessdata() is not None


def version() -> str:
    """Tesseract's version, such as "5.5.1"."""
    return str(tesserocr.tesseract_version()).split()[1]


def warm() -> bool:
    """Make the engine before a fork, so that no child has to; false where the data are missing."""
    if not is_available():
        return False
    made()
    return True


def look(picture: Picture, mode: int = PAGE) -> tuple[Glimpse, ...]:
    """Read a picture; raises RecognitionMissing without data, RecognitionRefused for one that takes too long.

    Cost: 4 ms a word.
    """
    engine = made()
    engine.SetPageSegMode(mode)
    engine.SetImageBytes(bytes(picture.pixels), picture.width, picture.height, 1, picture.width)
    engine.SetSourceResolution(picture.dpi)
    try:
        if not engine.Recognize(MAX_SECONDS * 1000):
            raise RecognitionRefused(RefusalCode.TOO_SLOW)
        return tuple(_glimpses(engine.GetIterator()))
    finally:
        engine.Clear()


@cache
def made() -> Any:
    """The engine of this process; raises RecognitionMissing where the data are missing."""
    folder = tessdata()
    if folder is None:
        raise RecognitionMissing(LANGUAGE)
    # What the libraries print may quote the page; what goes wrong comes back as a value.
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    return tesserocr.PyTessBaseAPI(path=str(folder), lang=LANGUAGE, psm=PAGE, variables={"debug_file": os.devnull})


def _glimpses(words: Any) -> Iterator[Glimpse]:
    """What Tesseract takes for a word and cannot read is left out; the line it began goes to the next one."""
    before = ""
    for at, word in enumerate(tesserocr.iterate_level(words, tesserocr.RIL.WORD) if words else ()):
        if at >= MAX_WORDS:
            raise RecognitionRefused(RefusalCode.TOO_SLOW)
        before = max(before, _before(word), key=len)
        box = word.BoundingBox(tesserocr.RIL.WORD)
        text = "" if box is None else _text(word)
        if not text:
            continue
        turn = ON_ITS_RIGHT_SIDE if word.Orientation()[1] == DOWNWARDS else UPRIGHT
        yield Glimpse(text, box, float(word.Confidence(tesserocr.RIL.WORD)), before, turn)
        before = ""


def _text(word: Any) -> str:
    try:
        return str(word.GetUTF8Text(tesserocr.RIL.WORD)).strip()
    except RuntimeError:  # how the binding says that there is none
        return ""


def _before(word: Any) -> str:
    if word.IsAtBeginningOf(tesserocr.RIL.BLOCK):
        return "\n\n"
    return "\n" if word.IsAtBeginningOf(tesserocr.RIL.TEXTLINE) else ""
