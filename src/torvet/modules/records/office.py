"""Office files to PDF by the LibreOffice of this machine, behind bubblewrap; what is drawn looks as its writer saw it.

Here: which types, with which settings, and the folder of a job. Not here: reading the PDF, which is as hostile as the
office file and goes the same way as any other. Where LibreOffice or bubblewrap is missing, or a file is too much for
them, there is no PDF, and the caller draws the text instead.
"""

import atexit
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import structlog
from django.conf import settings

from torvet.pure.sandbox import Limits, Outcome, SandboxBroken, isolation, read_left, run_program

__all__ = ["office_version", "render_office"]

log = structlog.get_logger(__name__)

LIMITS = Limits(
    memory_bytes=1 << 30,  # LibreOffice itself takes 250 MB, a sheet of a million cells 600 MB
    cpu_seconds=20,  # 800 pages of text take 3 s, a sheet of a million cells 13 s
    wall_seconds=40.0,
    file_bytes=128 << 20,
)
PAGES_MAX = 2000
"""A sheet of a million rows is 20,000 pages of paper, which nobody reads and everybody waits for."""

OPENING = (
    "--headless --invisible --norestore --nologo --nodefault --nolockcheck --nofirststartwizard --infilter={filter}"
)
SEEN = tuple(Path(name) for name in ("/etc/fonts", "/etc/libreoffice", "/var/lib/libreoffice"))
"""What Debian's LibreOffice reads outside /usr and its own folder."""

SETTINGS = {
    "Office.Common/Security/Scripting": {
        "DisableMacrosExecution": "true",
        "DisableActiveContent": "true",
        "BlockUntrustedRefererLinks": "true",
        "MacroSecurityLevel": "3",
    },
    "Office.Common/Misc": {"FirstRun": "false", "UseOpenCL": "false"},
    "Office.Java/VirtualMachine": {"Enable": "false"},
    "Office.Writer/Content/Update": {"Link": "2"},
    "Office.Calc/Content/Update": {"Link": "2"},
    # Never calculate anew: what the writer saw is what was kept.
    "Office.Calc/Formula/Load": {"OOXMLRecalcMode": "1", "ODFRecalcMode": "1"},
    "Office.Linguistic/General": {"DefaultLocale": "da-DK"},
    "Setup/L10N": {"ooSetupSystemLocale": "da-DK"},
}
EXPORT = {
    "ExportNotes": "false",
    "ExportNotesInMargin": "false",
    "ExportNotesPages": "false",
    "ExportOnlyNotesPages": "false",
    "ExportHiddenSlides": "false",
    "ExportBookmarks": "false",
    "ExportFormFields": "false",
    "ExportPlaceholders": "false",
    "IsAddStream": "false",
    "UseTaggedPDF": "false",
    "ReduceImageResolution": "true",
}
PAGE = re.compile(rb"/Type\s{0,9}/Page\b")
"""LibreOffice writes page objects in the open; what counts is checked again by whoever reads the file."""

SAMPLE = b"{\\rtf1\\ansi Kun til opvarmning.}"


@dataclass(frozen=True)
class Kind:
    """How LibreOffice calls a type when it opens and when it writes it."""

    ending: str
    opens_as: str
    writes_as: str


RTF = Kind("rtf", "Rich Text Format", "writer_pdf_Export")
KINDS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind(
        "docx", "MS Word 2007 XML", "writer_pdf_Export"
    ),
    "application/vnd.oasis.opendocument.text": Kind("odt", "writer8", "writer_pdf_Export"),
    "application/rtf": RTF,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Kind(
        "xlsx", "Calc MS Excel 2007 XML", "calc_pdf_Export"
    ),
    "application/vnd.oasis.opendocument.spreadsheet": Kind("ods", "calc8", "calc_pdf_Export"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": Kind(
        "pptx", "Impress MS PowerPoint 2007 XML", "impress_pdf_Export"
    ),
}


@cache
def _program() -> Path | None:
    """The LibreOffice on PATH, past the script that looks for updates of itself."""
    found = shutil.which("soffice")
    if found is None:
        return None
    program = Path(found).resolve().with_name("soffice.bin")
    return program if program.is_file() else None


@cache
def office_version() -> str | None:
    """Tell which LibreOffice draws office files here, "7.4.7.2" for instance; None where none can."""
    program = _program()
    if program is None or not isolation().bubblewrap:
        return None
    try:
        told = subprocess.run(  # noqa: S603 our own command
            [str(program), "--version"], env={"HOME": "/nonexistent"}, capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(rb"\b\d{1,4}(?:\.\d{1,4}){1,4}\b", told.stdout[:200])
    return found[0].decode() if found else None


def render_office(original: bytes, media_type: str) -> bytes | None:
    """Draw an office file as PDF, or return None where that is not possible here or with this file.

    What comes back is a stranger's file still: read it in the sandbox as any other. Takes about a second, and
    at most LIMITS. Comments, notes and hidden slides are left out; tracked changes are drawn as they are shown.
    """
    kind = KINDS.get(media_type)
    if kind is None or not original or office_version() is None:
        return None
    home = _warmed_home()
    if home is None:
        return None
    with tempfile.TemporaryDirectory(prefix="job-", dir=_workspace(), ignore_cleanup_errors=True) as name:
        folder = Path(name) / "home"
        shutil.copytree(home, folder)
        pdf, code = _convert(original, kind, folder)
    if pdf is None:
        log.info("office-not-drawn", code=code, kind=kind.ending)
    return pdf


@cache
def _workspace() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="office-", dir=settings.DATA))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _warmed_home() -> Path | None:
    """A home folder with LibreOffice's profile, our settings and the list of fonts, to be copied for each job."""
    folder = _workspace() / "home"
    folder.mkdir()
    _run(folder, ["--terminate_after_init"], RTF)  # lays out the profile and asks to be started anew
    kept = folder / "profile" / "user" / "registrymodifications.xcu"
    try:
        text = kept.read_text(encoding="utf-8")
    except OSError:
        log.warning("office-not-drawn", code="no-profile")
        return None
    kept.write_text(text.replace("</oor:items>", _settings() + "</oor:items>"), encoding="utf-8")
    pdf, code = _convert(SAMPLE, RTF, folder)
    if pdf is None:
        log.warning("office-not-drawn", code=code, kind="warm-up")
        return None
    for left in ("original.rtf", "original.pdf", "tmp"):
        path = folder / left
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return folder


def _settings() -> str:
    items = [
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, values in SETTINGS.items()
        for name, value in values.items()
    ]
    return "\n".join([*items, ""])


def _convert(original: bytes, kind: Kind, folder: Path) -> tuple[bytes | None, str]:
    source = folder / f"original.{kind.ending}"
    source.write_bytes(original)
    to = f"pdf:{kind.writes_as}:{_export_options()}"
    outcome, code = _run(folder, ["--convert-to", to, "--outdir", str(folder), str(source)], kind)
    if outcome is not Outcome.DONE:
        return None, code or str(outcome)
    pdf = read_left(folder / "original.pdf", LIMITS.file_bytes)
    if pdf is None:
        return None, "no-result"
    if len(PAGE.findall(pdf)) > PAGES_MAX:
        return None, "too-many-pages"
    return pdf, ""


def _export_options() -> str:
    """JSON as LibreOffice 7.4 and later take it; one page more than may be, so that cutting off does not go unseen."""
    options = [f'"{name}":{{"type":"boolean","value":"{value}"}}' for name, value in EXPORT.items()]
    return "{" + ",".join([*options, f'"PageRange":{{"type":"string","value":"1-{PAGES_MAX + 1}"}}']) + "}"


def _run(folder: Path, arguments: list[str], kind: Kind) -> tuple[Outcome, str]:
    program = _program()
    if program is None:
        return Outcome.CRASHED, "no-office"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    opening = [each.format(filter=kind.opens_as) for each in OPENING.split()]
    try:
        result = run_program(
            [str(program), *opening, profile, *arguments],
            folder=folder,
            limits=LIMITS,
            readable=[*SEEN, program.parents[1]],
        )
    except SandboxBroken:
        return Outcome.CRASHED, "no-sandbox"
    return result.outcome, result.code
