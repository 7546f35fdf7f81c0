"""What runs in the sandbox, called here without it: the reading text says what the pages show, and no more."""

import io
import json
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from torvet.modules.records import inside
from torvet.modules.records.inside.reading import MISSING_WORDS_SHARE, read
from torvet.modules.records.tests.builders import pdf


def half_hidden() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawString(72, 700, "Alle kan se denne linje.")
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 650, "Ingen kan se den hvide.")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(72, 600, "Den sidste linje kan ses.")
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def covered(folder: Path, data: bytes) -> dict[str, Any]:
    (folder / "original").write_bytes(data)
    request = {"fonts": "", "title": "", "spans": [], "looks": {}, "secrets": [], "known": [], "public": []}
    return inside.cover(folder, request)


def test_the_reading_text_leaves_out_what_nobody_sees(tmp_path: Path) -> None:
    answer = covered(tmp_path, half_hidden())
    reading = json.dumps(answer["reading_text"], ensure_ascii=False)
    assert "Alle kan se denne linje." in reading
    assert "Den sidste linje kan ses." in reading
    assert "hvide" not in reading
    assert answer["holds"]


def test_a_rendition_that_leaves_words_out_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "original").write_text("Byrådet vedtog planen for stien langs åen i dag.\n" * 3, encoding="utf-8")
    for words, is_taken in (("Byrådet vedtog planen for stien langs åen i dag.", True), ("Noget helt andet.", False)):
        (tmp_path / "rendition.pdf").write_bytes(pdf(*[words] * 3))
        notices = read(tmp_path, {"fonts": ""})["notices"]
        assert ("rendition-differs" not in notices) is is_taken
    assert MISSING_WORDS_SHARE < 0.1
