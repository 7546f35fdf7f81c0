"""The checker on strangers' files: every way to leak is found, and ordinary files raise no alarm."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from torvet.pure.redaction import Leak, LeakKind, LeakReport, find_leaks, leak_lines
from torvet.pure.redaction.tests.leaky import CLEAN, PAINTED, hatched, slip
from torvet.pure.redaction.tests.papers import CPR, letter, paper


@pytest.mark.parametrize("way", PAINTED)
def test_a_leak_is_found(way: str) -> None:
    make, kind = PAINTED[way]
    report = find_leaks(make())
    assert kind in {leak.kind for leak in report.leaks}
    assert not report.is_clean


@pytest.mark.parametrize("way", [way for way in PAINTED if PAINTED[way][1] is LeakKind.UNDER_COVER])
def test_what_lies_under_a_cover_is_told_letter_by_letter(way: str) -> None:
    (leak,) = (leak for leak in find_leaks(PAINTED[way][0]()).leaks if leak.kind is LeakKind.UNDER_COVER)
    assert CPR in leak.text
    assert leak.page == 1
    assert 10 <= leak.characters <= 12, "the number, and at most the letter next to the bar's edge on each side"


@pytest.mark.parametrize("maker", CLEAN)
def test_an_ordinary_file_raises_no_alarm(maker: str) -> None:
    assert find_leaks(CLEAN[maker]()).leaks == ()


def test_a_hatching_that_lets_the_text_be_read_is_no_cover() -> None:
    assert find_leaks(slip(hatched(9, 0.5))).leaks == ()


def test_a_file_that_cannot_be_read_is_not_clean() -> None:
    for data in (b"", b"%PDF-1.7 nej", paper(letter)[:400]):
        report = find_leaks(data)
        assert (report.is_clean, report.leaks, bool(report.problem)) == (False, (), True)
        assert leak_lines(report)[0] == "Filen kan ikke læses som PDF."


def test_the_report_never_quotes_unless_asked() -> None:
    report = find_leaks(PAINTED["black rectangle"][0]())
    told = "\n".join(leak_lines(report)) + str(report.to_dict()) + repr(report)
    assert CPR not in told
    assert CPR in "\n".join(leak_lines(report, show=True))
    assert CPR in str(report.to_dict(show=True))


def test_the_report_says_what_where_and_how_much() -> None:
    report = LeakReport(
        "ab" * 32,
        4,
        (
            Leak(LeakKind.UNDER_COVER, 2, 11, "x"),
            Leak(LeakKind.UNDER_COVER, 2, 1, "x"),
            Leak(LeakKind.ATTACHMENT, 0, 0, "x"),
        ),
    )
    assert leak_lines(report)[:4] == [
        "Filen røber noget, som siderne ikke viser. 3 steder.",
        "",
        "  side 2     Tekst ligger under et dække: 12 tegn, 2 steder.",
        "  hele filen En fil er vedhæftet.",
    ]


def test_there_are_words_for_every_kind() -> None:
    report = LeakReport("ab", 1, tuple(Leak(kind, 1, 3, "x") for kind in LeakKind))
    assert len(leak_lines(report)) == len(LeakKind) + 4


@pytest.mark.slow
def test_what_libreoffice_writes_raises_no_alarm(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    page = "<h1>Afgørelse</h1><table border=1 bgcolor=white><tr><td bgcolor=black><font color=white>Sag</font></td>"
    page += "<td>26/0001</td></tr></table><p><span style='background:#ffff00'>Markeret tekst</span> og mere.</p>"
    (tmp_path / "brev.html").write_text(page, encoding="utf-8")
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    command += ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(tmp_path), str(tmp_path / "brev.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(tmp_path)})
    report = find_leaks((tmp_path / "brev.pdf").read_bytes())
    assert report.problem == ""
    assert report.leaks == ()
