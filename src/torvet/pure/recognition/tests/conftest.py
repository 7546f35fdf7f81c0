"""What needs Tesseract's data is left out, with a reason, where they are missing."""

import pytest

from torvet.pure.recognition import is_available
from torvet.pure.recognition.tests import samples


@pytest.fixture(scope="session")
def tesseract() -> None:
    """Skip where pictures cannot be read."""
    if not is_available():
        pytest.skip("Tesseract's Danish data are not on this machine (tesseract-ocr-dan)")


@pytest.fixture(scope="session")
def embedded(tesseract: None) -> str:
    """The name of a typeface to embed."""
    font = samples.embedded_font()
    if font is None:
        pytest.skip("the typeface DejaVu Sans is not on this machine (fonts-dejavu-core)")
    return font
