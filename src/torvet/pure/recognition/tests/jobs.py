"""What runs in the sandbox in these tests: read one page, with the engine made before the fork."""

from pathlib import Path
from typing import Any

from torvet.pure.recognition import doubtful_fonts, recognise, warm

warm()


def recognise_file(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    data = (folder / "input").read_bytes()
    seen = recognise(data, request["page"])
    return {
        "text": seen.text,
        "confidence": seen.confidence,
        "codes": [code.text for code in seen.codes],
        "doubts": len(doubtful_fonts(data)),
    }
