"""Pictures are read where hostile files are read: behind all the walls this machine has."""

from pathlib import Path

import pytest
from reportlab.graphics.barcode import code128

from torvet.pure.recognition.tests import samples
from torvet.pure.sandbox import Limits, Outcome, Sandbox

JOB = "torvet.pure.recognition.tests.jobs:recognise_file"


@pytest.mark.usefixtures("tesseract")
def test_a_scanned_page_is_read_behind_the_walls(tmp_path: Path) -> None:
    page = samples.both(samples.written(), lambda canvas: code128.Code128("150968", barWidth=1).drawOn(canvas, 20, 20))
    (tmp_path / "input").write_bytes(samples.scanned(samples.pdf(page)))
    with Sandbox(preload=[JOB.split(":")[0]], workspace=tmp_path, limits=Limits()) as sandbox:
        results = [sandbox.run(JOB, {"page": 1}, folder=tmp_path) for _ in range(2)]
    for result in results:
        assert result.outcome is Outcome.DONE
        assert result.value is not None
        assert "070761-4285" in result.value["text"]
        assert result.value["codes"] == ["150968"]
        assert result.value["confidence"] > 85
        assert result.value["doubts"] == 0
