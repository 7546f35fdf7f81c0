"""The papers tell what is there: links, paths, commands and targets exist; the example of a delivery is received."""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from torvet.config.cli import COMMANDS, DOORS
from torvet.modules.records.delivery import reading
from torvet.modules.records.intake import receive
from torvet.modules.records.models import Case, DocumentVersion, Publication, QuarantinedItem, State
from torvet.modules.records.reasons import LINE_REASONS, VERSION_REASONS
from torvet.modules.records.tests.builders import SYSTEM, advance_all, found_municipality
from torvet.shared.organisation.api import departments, municipality
from torvet.shared.search import api as search

from .tree import ROOT, SOURCE

GENERATED = {"permissions.md", "settings.md"}
TOP = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md", "SECURITY.md")
PAPERS = [ROOT / name for name in TOP]
PAPERS += [path for path in sorted((ROOT / "docs").rglob("*.md")) if path.name not in GENERATED]
DELIVERY = ROOT / "docs" / "examples" / "delivery"
FORMAT = ROOT / "docs" / "delivery-format.md"
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))

# Where a path in backticks may start, and the endings by which a word is known as a path.
STARTS = (ROOT, SOURCE, SOURCE / "modules" / "records")
ENDINGS = (".py", ".md", ".toml", ".txt", ".jsonl", ".json", ".yml", ".html", ".css", ".po", "/")
# Files of a site or of a delivery, and names of kinds of files: they are not in the repository.
ELSEWHERE = {"var/", "originals/", "renditions/", "index/", "static/", "inbox/", "done/", "refused/", "files/", "demo/"}
SITE = re.compile(r"^(?:/|var/|TORVET_|<|files/|\*)|[<>…*]")
OWN_FILES = {"delivery.json", "officials.jsonl", "cases.jsonl", "entries.jsonl"}


def links(text: str) -> list[str]:
    """Return where the links and pictures of a paper lead, without those to other sites."""
    return [to for to in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:|#", to)]


def broken_links(text: str, folder: Path) -> list[str]:
    """Return the relative links that lead nowhere."""
    return [to for to in links(text) if not (folder / to.partition("#")[0]).exists()]


def quoted(text: str) -> Iterator[str]:
    """Yield what stands in backticks on one line, outside blocks of code."""
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))


def missing_paths(text: str) -> list[str]:
    """Return the words in backticks that look like paths of the repository and are none."""
    paths = {word for word in quoted(text) if word.endswith(ENDINGS) or word.startswith(("src/", "docs/", "tests/"))}
    return sorted(
        word
        for word in paths - ELSEWHERE - OWN_FILES - set(ENDINGS)
        if " " not in word and not SITE.search(word) and not any((start / word).exists() for start in STARTS)
    )


def targets() -> set[str]:
    """Return what `make` can be asked for."""
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def unknown_targets(text: str) -> list[str]:
    """Return the targets that a paper names and the Makefile does not have."""
    return sorted(set(re.findall(r"(?:`|^ {4})make ([a-z][a-z-]*)", text, re.MULTILINE)) - targets())


def unknown_commands(text: str) -> list[str]:
    """Return the `torvet` commands that a paper names and the command line does not have."""
    known = {*DOORS, *COMMANDS}
    named = re.findall(r"(?:`|^ {4}|bin/)torvet ([a-z_]+)(?: ([a-z]+))?", text, re.MULTILINE)
    return sorted(" ".join(pair) for pair in named if not {pair, pair[:1]} & known and pair[0] not in DJANGO)


LIX_MOST = 40  # »Middel« after Björnsson ends at 44; a guide should stay well below

# Django's own commands that the guide for operators uses.
DJANGO = {"shell", "check"}


def lix(text: str) -> float:
    """Return the readability index: words a sentence, plus words of more than six letters in a hundred.

    Source: C. H. Björnsson, Läsbarhet (1968). `lix("Vi søger. Du finder sagen.")` is 2.5.
    """
    words = re.findall(r"[^\W\d_]+", text)
    sentences = len(re.findall(r"[^\W\d_][^.!?:\n]*(?:[.!?:]|\n|$)", text))
    return len(words) / max(sentences, 1) + 100 * sum(len(word) > 6 for word in words) / max(len(words), 1)


def prose(text: str) -> str:
    """Return the running text of a paper: no code, tables, headings or addresses, each paragraph on one line."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^ {4}.*$|^[|#].*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\]\([^)]*\)|`[^`]*`|<[^>]*>|[\[*]", "", text)
    paragraphs = re.split(r"\n\s*\n|\n(?=\s*(?:-|\d+\.) )", text)
    return "\n".join(re.sub(r"\s+", " ", re.sub(r"^\s*(?:-|\d+\.) ", "", each)).strip() for each in paragraphs)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
class TestEachPaper:
    def test_every_link_leads_somewhere(self, paper: Path) -> None:
        assert broken_links(paper.read_text(encoding="utf-8"), paper.parent) == []

    def test_every_path_exists(self, paper: Path) -> None:
        assert missing_paths(paper.read_text(encoding="utf-8")) == []

    def test_every_target_and_command_exists(self, paper: Path) -> None:
        text = paper.read_text(encoding="utf-8")
        assert (unknown_targets(text), unknown_commands(text)) == ([], [])


def test_what_is_not_there_is_seen() -> None:
    text = "See [the plan](docs/plan.md), `src/torvet/nowhere.py`, `make coffee`, `make run`.\n\n    torvet fly away\n"
    assert broken_links(text, ROOT) == ["docs/plan.md"]
    assert missing_paths(text) == ["src/torvet/nowhere.py"]
    assert unknown_targets(text) == ["coffee"]
    assert unknown_commands(text) == ["fly away"]


def test_what_is_there_is_no_fault() -> None:
    text = "[It](README.md#try-it): `records/prove.py`, `modules/records/prove.py`.\n\n    torvet search hus --json\n"
    assert broken_links(text, ROOT) == []
    assert missing_paths(text) == ["records/prove.py"]
    assert unknown_commands(text) == []


@pytest.mark.django_db
def test_the_operators_words_make_a_municipality() -> None:
    guide = (ROOT / "docs" / "guides" / "drift.md").read_text(encoding="utf-8")
    (words,) = re.findall(r"^```python\n(.*?)^```", guide, re.DOTALL | re.MULTILINE)
    exec(compile(words, "drift.md", "exec"), {})
    assert municipality().email_domain == "fjordby.example"
    assert [each.code for each in departments(on=date(2026, 11, 23))] == ["bs", "tm"]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_the_guides_are_plain(guide: Path) -> None:
    text = prose(guide.read_text(encoding="utf-8"))
    assert len(text.split()) > 300
    assert lix(text) <= LIX_MOST


def test_hard_language_is_seen() -> None:
    assert lix("Vi søger. Du finder sagen.") == 2.5
    hard = "Journaliseringspligtige sagsdokumenter offentliggøres efterfølgende under iagttagelse af lovgivningen."
    assert lix(hard) > LIX_MOST
    assert lix(prose(f"# Overskrift\n\n{hard}\n\n    kode\n\n| a | b |\n")) == lix(hard)


def test_every_reason_for_quarantine_is_told() -> None:
    told = set(quoted(FORMAT.read_text(encoding="utf-8")))
    refusals = set(re.findall(r'DeliveryRefused\("([a-z-]+)"', Path(reading.__file__).read_text(encoding="utf-8")))
    assert {*LINE_REASONS, *refusals} - told == set()


def test_every_field_of_the_format_is_told() -> None:
    told = set(quoted(FORMAT.read_text(encoding="utf-8")))
    schemas = Path(reading.__file__).with_name("schemas").glob("*.schema.json")
    fields = {field for path in schemas for field in json.loads(path.read_text(encoding="utf-8"))["properties"]}
    assert len(fields) > 30
    assert fields - told == set()


def test_every_reason_a_document_stops_is_told_to_the_officer() -> None:
    told = set(quoted((ROOT / "docs" / "modules" / "records.md").read_text(encoding="utf-8")))
    assert set(VERSION_REASONS) - told == set()


def test_every_decision_stands_in_the_list() -> None:
    folder = ROOT / "docs" / "adr"
    listed = set(links((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("[0-9]*.md")}


def test_the_licence_is_the_one_that_is_named() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("Mozilla Public License Version 2.0")
    for name in ("pyproject.toml", "publiccode.yml", "README.md"):
        assert "MPL-2.0" in (ROOT / name).read_text(encoding="utf-8")


def test_the_metadata_has_what_the_standard_asks_for() -> None:
    text = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    keys = set(re.findall(r"^([A-Za-z]+):", text, re.MULTILINE))
    asked = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description"}
    assert asked | {"legal", "maintenance", "localisation", "categories"} <= keys
    short = re.findall(r'shortDescription: "(.*)"', text)
    assert len(short) == 2
    assert max(map(len, short)) <= 150


@pytest.fixture
def own_site(db: None, tmp_path: Path, settings: Any) -> Path:
    """A site with files and index of its own, and Fjordby in it."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    settings.SEARCH_INDEX = settings.DATA / "index"
    settings.STORAGES = settings.STORAGES | {
        name: {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": settings.DATA / name},
        }
        for name in ("originals", "renditions")
    }
    found_municipality()
    return tmp_path


def example_lines(name: str) -> Sequence[dict[str, Any]]:
    """Return the lines of a file of the example."""
    return [json.loads(line) for line in (DELIVERY / name).read_text(encoding="utf-8").splitlines()]


def test_the_example_is_received_and_published_without_personal_data(own_site: Path) -> None:
    counts = receive(DELIVERY, actor=SYSTEM)
    assert (counts["official-new"], counts["case-new"], counts["entry-new"]) == (1, 1, 2)
    advance_all()
    assert not QuarantinedItem.objects.exists()
    assert list(DocumentVersion.objects.values_list("state", flat=True)) == [State.PUBLIC] * 2
    (party,) = example_lines("cases.jsonl")[0]["parties"]
    shown = Case.objects.get().public_title + json.dumps(
        [publication.version.rendition.reading_text for publication in Publication.objects.all()], ensure_ascii=False
    )
    assert "Mølledammen" in shown
    assert "Bodil Rahbek" in shown
    assert [party[key] for key in ("name", "cpr", "address", "email", "phone") if party[key] in shown] == []
    assert search.search(search.Request(text="rabatten")).total == 2


def test_the_example_again_as_a_zip_changes_nothing(own_site: Path) -> None:
    receive(DELIVERY, actor=SYSTEM)
    archive = shutil.make_archive(str(own_site / "again"), "zip", DELIVERY)
    counts = receive(Path(archive), actor=SYSTEM)
    assert (counts["official-unchanged"], counts["case-unchanged"], counts["entry-unchanged"]) == (1, 1, 2)


def test_a_fault_in_the_example_is_seen(own_site: Path) -> None:
    copy = Path(shutil.copytree(DELIVERY, own_site / "copy"))
    (copy / "files" / "2026-11-18-henvendelse.txt").write_text("noget andet", encoding="utf-8")
    assert receive(copy, actor=SYSTEM)["quarantined"] == 1
    assert QuarantinedItem.objects.get().code == "file-changed-on-the-way"
