"""What runs in the sandbox in these tests: read one file, tell how it went."""

from pathlib import Path
from typing import Any

from torvet.pure.extraction import ExtractionRefused, extract


def extract_file(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    try:
        extraction = extract((folder / "input").read_bytes(), max_pages=request["max_pages"])
    except ExtractionRefused as refused:
        return {"end": refused.code, "detail": refused.detail}
    return {"end": "read", "pages": len(extraction.pages), "type": extraction.media_type}
