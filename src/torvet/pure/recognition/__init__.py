"""Pages read from their picture: words with places and confidence, codes, and fonts that say what they do not show.

Here: Tesseract inside this process, which neither starts programs nor threads and so works behind the walls of
the sandbox; QR and bar codes; the comparison of a page's text layer with its picture. Not here: which pages are
to be read so, what their text means, handwriting. ocrmypdf was weighed and not taken, because it starts programs
(Tesseract, Ghostscript) and gives a PDF, where words with boxes are needed.

    seen = recognise(pdf, page=1)
    boxes = boxes_of(seen, seen.text.index("070761-4285"), seen.text.index("070761-4285") + 11)
"""

from torvet.pure.recognition.codes import read_codes
from torvet.pure.recognition.doubting import doubtful_fonts
from torvet.pure.recognition.engine import is_available, tessdata, version, warm
from torvet.pure.recognition.lines import boxes_of
from torvet.pure.recognition.model import (
    Code,
    FontDoubt,
    RecognitionMissing,
    RecognitionRefused,
    RefusalCode,
    Seen,
    Word,
)
from torvet.pure.recognition.reading import recognise, text_of

__all__ = [
    "Code",
    "FontDoubt",
    "RecognitionMissing",
    "RecognitionRefused",
    "RefusalCode",
    "Seen",
    "Word",
    "boxes_of",
    "doubtful_fonts",
    "is_available",
    "read_codes",
    "recognise",
    "tessdata",
    "text_of",
    "version",
    "warm",
]
