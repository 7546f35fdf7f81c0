"""The checks themselves: each sees the fault that it is there for."""

from pathlib import Path

import pytest
from tests.corpus import ledger, truth
from tests.corpus.deliveries import TYPES

from torvet.modules.records.files import read_rendition
from torvet.modules.records.models import DocumentVersion, Publication, Rendition
from torvet.modules.records.models.case_file import DocumentType
from torvet.modules.records.tests.builders import advance_all, one_letter
from torvet.shared.search.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(town: None, tmp_path: Path) -> DocumentVersion:
    """One public letter."""
    one_letter(tmp_path / "brev").receive()
    advance_all()
    return next(ledger.public_versions())


def test_a_public_letter_has_no_fault(version: DocumentVersion) -> None:
    assert ledger.unproven() == []
    assert ledger.fates() == [ledger.Fate("public", "", 1)]
    assert set(ledger.findings_by_class()) >= {"cpr", "phone", "name"}


def test_a_proof_that_does_not_hold_is_seen(version: DocumentVersion) -> None:
    Rendition.objects.update(is_proven=False)
    assert ledger.unproven() == [f"{version.pk}: the proof does not hold"]


def test_a_check_that_failed_is_seen(version: DocumentVersion) -> None:
    version.rendition.proof["checks"][0]["holds"] = False
    version.rendition.save()
    assert ledger.unproven() == [f"{version.pk}: the proof does not hold"]


def test_another_file_than_the_proven_one_is_seen(version: DocumentVersion, own_folders: Path) -> None:
    assert read_rendition(version.rendition.sha256)
    version.rendition.proof["sha256"] = "0" * 64
    version.rendition.save()
    assert ledger.unproven() == [f"{version.pk}: the file is not the one that was proven"]


def test_what_search_holds_beyond_the_public_is_seen(version: DocumentVersion) -> None:
    DocumentVersion.objects.update(state="held", reason_code="hold-hidden-text")
    assert f"{version.document.uuid}: searchable but not public" in ledger.unproven()


def test_what_search_lacks_is_seen(version: DocumentVersion) -> None:
    Entry.objects.filter(source="records.document").delete()
    assert ledger.unproven() == [f"{version.document.uuid}: public but not searchable"]


def test_a_publication_too_many_is_seen(version: DocumentVersion) -> None:
    assert Publication.objects.standing().count() == 1
    DocumentVersion.objects.update(state="withdrawn")
    Entry.objects.filter(source="records.document").delete()
    assert ledger.unproven() == ["1 publications, 0 public documents"]


@pytest.mark.parametrize(
    ("kind", "planted", "text"),
    [
        ("cpr", "010190-5004", "nr. 0101905004."),
        ("cpr", "0101905004", "nr. 010190 -\n5004"),
        ("phone", "40 11 22 33", "tlf. 40112233"),
        ("phone", "+45 4011 2233", "tlf. +4540112233"),
        ("name", "Anna Østergård", "Kære Anna\nØstergård,"),
        ("address", "Ryesgade 1", "bor Ryesgade 1, 2. sal"),
    ],
)
def test_what_is_planted_is_seen_however_it_is_written(kind: str, planted: str, text: str) -> None:
    assert truth.pattern(truth.Planted(kind, planted)).search(text)


@pytest.mark.parametrize(
    ("kind", "planted", "text"),
    [
        ("address", "Ryesgade 1", "bor Ryesgade 12"),
        ("cpr", "010190-5004", "faktura 70101905004"),
        ("name", "Bo Ali", "Bo Alister"),
    ],
)
def test_something_else_is_not_taken_for_it(kind: str, planted: str, text: str) -> None:
    assert not truth.pattern(truth.Planted(kind, planted)).search(text)


def test_every_type_of_the_generator_is_one_of_ours() -> None:
    assert set(TYPES.values()) <= set(DocumentType.values)
