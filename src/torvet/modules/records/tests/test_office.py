"""LibreOffice draws what a reader of the document would see, in one folder, and leaves out what it hides."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment
from pptx import Presentation

from torvet.modules.records import office
from torvet.modules.records.office import KINDS, office_version, render_office
from torvet.pure.sandbox import Isolation, Limits, Outcome

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(office_version() is None, reason="LibreOffice or bubblewrap is missing on this machine"),
]
MEDIA_TYPES = {kind.ending: media_type for media_type, kind in KINDS.items()}


@pytest.fixture(scope="module", autouse=True)
def own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One folder, and so one warmed profile, for all tests of this file."""
    with pytest.MonkeyPatch.context() as patch:
        data = tmp_path_factory.mktemp("data")
        patch.setattr("django.conf.settings.DATA", data, raising=False)
        forget()
        yield data
    forget()


def forget() -> None:
    office._workspace.cache_clear()
    office._warmed_home.cache_clear()


def saved(document: Any) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def word() -> bytes:
    document = Document()
    paragraph = document.add_paragraph("Synligt afsnit på rådhuset")
    document.add_comment(paragraph.runs, text="SKJULT kommentar", author="Lise")
    return saved(document)


def sheet() -> bytes:
    book = Workbook()
    first = book.active
    assert first is not None
    first["A1"] = "Synligt afsnit på rådhuset"
    first["A1"].comment = Comment("SKJULT kommentar", "Lise")
    hidden = book.create_sheet("SKJULT")
    hidden["A1"] = "SKJULT ark"
    hidden.sheet_state = "hidden"
    return saved(book)


def slides() -> bytes:
    show = Presentation()
    shown = show.slides.add_slide(show.slide_layouts[0])
    shown.shapes.title.text = "Synligt afsnit på rådhuset"
    shown.notes_slide.notes_text_frame.text = "SKJULT note"
    hidden = show.slides.add_slide(show.slide_layouts[0])
    hidden.shapes.title.text = "SKJULT side"
    hidden._element.set("show", "0")
    return saved(show)


def rich() -> bytes:
    return b"{\\rtf1\\ansi Synligt afsnit p\\'e5 r\\'e5dhuset{\\*\\annotation SKJULT kommentar}}"


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
MACRO = 'Sub Main\nThisComponent.Text.String = "SKJULT makro"\nEnd Sub'


def odf(body: str, kind: str = "text", parts: dict[str, str] | None = None, scripts: str = "") -> bytes:
    """An OpenDocument file of this body and further parts."""
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    names = f'xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0" xmlns:table="{OFFICE}:table:1.0" '
    names += f'xmlns:script="{OFFICE}:script:1.0" xmlns:ooo="http://openoffice.org/2004/office" '
    names += 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dom="http://www.w3.org/2001/xml-events"'
    content = f'<office:document-content {names} office:version="1.2">{scripts}<office:body><office:{kind}>{body}'
    files = {"content.xml": f"{content}</office:{kind}></office:body></office:document-content>", **(parts or {})}
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in files
    )
    manifest = f'<manifest:manifest xmlns:manifest="{OFFICE}:manifest:1.0"><manifest:file-entry '
    manifest += f'manifest:full-path="/" manifest:media-type="{media_type}"/>{listed}</manifest:manifest>'
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", media_type)
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr("META-INF/manifest.xml", manifest)
    return target.getvalue()


def with_macro() -> bytes:
    """A text that a macro would replace when the document is opened."""
    library = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    parts = {
        "Basic/script-lc.xml": '<library:libraries xmlns:library="http://openoffice.org/2000/library"><library:library '
        'library:name="Standard" library:link="false"/></library:libraries>',
        "Basic/Standard/script-lb.xml": f'<library:library {library} library:readonly="false" '
        'library:passwordprotected="false"><library:element library:name="Module1"/></library:library>',
        "Basic/Standard/Module1.xml": '<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Module1" script:language="StarBasic">{MACRO}</script:module>',
    }
    scripts = (
        '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" '
        'script:event-name="dom:load" xlink:type="simple" '
        'xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"/>'
        "</office:event-listeners></office:scripts>"
    )
    return odf("<text:p>Synligt afsnit på rådhuset</text:p>", parts=parts, scripts=scripts)


FILES: dict[str, Callable[[], bytes]] = {
    "docx": word,
    "xlsx": sheet,
    "pptx": slides,
    "rtf": rich,
    "odt": with_macro,
    "ods": lambda: odf(
        '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string">'
        "<text:p>Synligt afsnit på rådhuset</text:p></table:table-cell></table:table-row></table:table>",
        "spreadsheet",
    ),
}  # fmt: skip


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("ending", FILES)
def test_what_is_seen_is_drawn_and_what_is_hidden_is_not(ending: str) -> None:
    pdf = render_office(FILES[ending](), MEDIA_TYPES[ending])
    assert pdf is not None
    assert "Synligt afsnit på rådhuset" in text_of(pdf)
    assert "SKJULT" not in text_of(pdf)
    assert b"/Annot" not in pdf


def test_a_file_that_is_none_gives_no_pdf_and_the_next_one_does() -> None:
    assert render_office(b"PK\x03\x04 noget andet", MEDIA_TYPES["docx"]) is None
    assert render_office(b"", MEDIA_TYPES["xlsx"]) is None
    assert render_office(rich(), MEDIA_TYPES["rtf"]) is not None


def test_another_type_is_never_handed_over() -> None:
    assert render_office(b"%PDF-1.7", "application/pdf") is None
    assert render_office(b"<html>", "text/html") is None


def test_more_pages_than_anybody_reads_give_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PAGES_MAX", 2)
    book = Workbook(write_only=True)
    rows = book.create_sheet()
    for number in range(500):
        rows.append([number])
    assert render_office(saved(book), MEDIA_TYPES["xlsx"]) is None


@pytest.mark.parametrize(
    ("limits", "outcome"),
    [
        (Limits(memory_bytes=100 << 20), Outcome.OUT_OF_MEMORY),
        (Limits(memory_bytes=1 << 30, wall_seconds=0.3), Outcome.TIMED_OUT),
    ],
)
def test_a_limit_gives_no_pdf(monkeypatch: pytest.MonkeyPatch, limits: Limits, outcome: Outcome) -> None:
    told: list[str] = []
    monkeypatch.setattr(office.log, "info", lambda event, **words: told.append(words["code"]), raising=False)
    assert render_office(rich(), MEDIA_TYPES["rtf"]) is not None
    monkeypatch.setattr(office, "LIMITS", limits)
    assert render_office(rich(), MEDIA_TYPES["rtf"]) is None
    assert told == [outcome]


def test_nothing_is_left_of_a_job(own_data: Path) -> None:
    assert render_office(rich(), MEDIA_TYPES["rtf"]) is not None
    assert {path.name for folder in own_data.iterdir() for path in folder.iterdir()} == {"home"}


def test_without_bubblewrap_or_libreoffice_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "isolation", lambda: Isolation(bubblewrap=False, landlock=True, seccomp=True))
    office_version.cache_clear()
    assert render_office(rich(), MEDIA_TYPES["rtf"]) is None
    monkeypatch.undo()
    monkeypatch.setattr(office, "_program", lambda: None)
    office_version.cache_clear()
    assert render_office(rich(), MEDIA_TYPES["rtf"]) is None
    monkeypatch.undo()
    office_version.cache_clear()
    assert office_version()
