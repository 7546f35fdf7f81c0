"""The way from a file to the public: through the real sandbox, with real files of every kind."""

import json
import subprocess
import sys
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument

from torvet.modules.records import inbox
from torvet.modules.records.actions.withdrawing import withdraw_document
from torvet.modules.records.files import read_rendition
from torvet.modules.records.isolation import Covered, CoveredSpan, cover_document
from torvet.modules.records.models import DocumentVersion, Publication, State
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.pipeline import advance
from torvet.modules.records.tests.builders import (
    CPR,
    LETTER,
    SYSTEM,
    DeliveryBuilder,
    advance_all,
    case_line,
    entry_line,
    one_letter,
    pdf,
)


def word() -> bytes:
    document = WordDocument()
    for line in LETTER:
        document.add_paragraph(line)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["From"] = "Anna Østergård <anna@privat.example>"
    message["To"] = "post@fjordby.example"
    message["Subject"] = "Carport"
    message.set_content("\n".join(LETTER))
    return message.as_bytes()


KINDS = {
    "brev.pdf": pdf(*LETTER),
    "brev.docx": word(),
    "brev.txt": "\n".join(LETTER).encode(),
    "brev.html": f"<!doctype html><html><body><p>{'</p><p>'.join(LETTER)}</p></body></html>".encode(),
    "brev.eml": mail(),
}
STOPPED = {
    "tom.pdf": (b"", "empty"),
    "kort.pdf": (pdf(*LETTER)[:200], "unreadable"),
    "billede.jpg": (b"\xff\xd8\xff\xe0" + b"\0" * 500, "unreadable"),
}


def deliver(delivery: DeliveryBuilder, name: str, data: bytes) -> DocumentVersion:
    delivery.cases = [case_line()]
    delivery.entries = [entry_line([delivery.file(name, data)])]
    delivery.receive()
    advance_all()
    return DocumentVersion.objects.get()


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_becomes_public_without_personal_data(delivery: DeliveryBuilder, name: str) -> None:
    version = deliver(delivery, name, KINDS[name])
    assert version.state == State.PUBLIC, (version.reason_code, version.reason_detail)
    assert {"cpr", "phone", "name"} <= set(version.findings.values_list("pii_class", flat=True))
    reading = json.dumps(version.rendition.reading_text, ensure_ascii=False)
    assert "35 kvadratmeter" in reading
    data = read_rendition(version.rendition.sha256)
    assert not [secret for secret in ("Østergård", CPR, "40 11 22 33") if secret in reading or secret.encode() in data]


@pytest.mark.parametrize("name", STOPPED)
def test_a_file_that_cannot_be_read_stops_with_its_reason(delivery: DeliveryBuilder, name: str) -> None:
    data, code = STOPPED[name]
    version = deliver(delivery, name, data)
    assert (version.state, version.reason_code) == (State.FAILED, code)
    assert not Publication.objects.exists()


def test_a_proof_that_does_not_hold_stops_the_document(
    delivery: DeliveryBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen red: a cover that forgets the boxes must never be published."""

    def forgets(original: bytes, *, spans: list[CoveredSpan], **rest: object) -> Covered:
        return cover_document(original, spans=spans[:1], **rest)  # type: ignore[arg-type]  # as the pipeline gives them

    monkeypatch.setattr("torvet.modules.records.pipeline.cover_document", forgets)
    version = deliver(delivery, "brev.pdf", KINDS["brev.pdf"])
    assert (version.state, version.reason_code) == (State.HELD, "proof-does-not-hold")
    assert not Publication.objects.exists()
    assert version.rendition.reading_text == []


def test_advancing_twice_publishes_once(published: DeliveryBuilder) -> None:
    version = DocumentVersion.objects.get()
    assert advance(version.pk) == State.PUBLIC
    assert advance(version.pk) == State.PUBLIC
    assert Publication.objects.count() == 1


def test_a_new_version_of_what_an_officer_withdrew_waits_for_a_person(published: DeliveryBuilder) -> None:
    version = DocumentVersion.objects.get()
    withdraw_document(
        actor=SYSTEM,
        document=version.document,
        reason=WithdrawalReason.OBJECTION,
        explanation="",
        legal_ground="",
        now=version.state_at,
    )
    published.entries = [entry_line([published.file("brev.pdf", pdf("Ny udgave"))], version=2)]
    published.receive()
    advance_all()
    newest = DocumentVersion.objects.get(is_current=True)
    assert (newest.state, newest.reason_code) == (State.HELD, "hold-after-withdrawal")


def test_a_delivery_in_the_watched_folder_is_taken_and_moved(fjordby: None, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    one_letter(folder / "a").write()
    (folder / "half").mkdir()
    (folder / "bad").mkdir()
    (folder / "bad" / "delivery.json").write_text("{}")
    inbox.take_all(folder, actor=SYSTEM)
    advance_all()
    assert Publication.objects.count() == 1
    assert {path.name.split("-", 1)[1] for path in (folder / "done").iterdir()} == {"a"}
    assert {path.name.split("-", 1)[1] for path in (folder / "refused").iterdir()} == {"bad"}
    assert (folder / "half").is_dir()


def test_anybody_can_prove_a_published_file_again(published: DeliveryBuilder, tmp_path: Path) -> None:
    version = DocumentVersion.objects.get()
    file, proof = tmp_path / "brev.pdf", tmp_path / "proof.json"
    file.write_bytes(read_rendition(version.rendition.sha256))
    proof.write_text(json.dumps(version.rendition.proof))

    def prove(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "torvet.config.cli", "records", "prove", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": ""}, timeout=60)

    good = prove(str(file), "--proof", str(proof))
    assert good.returncode == 0, good.stdout + good.stderr
    file.write_bytes(pdf(*LETTER))
    assert prove(str(file), "--proof", str(proof)).returncode == 1
    assert prove(str(tmp_path / "nothing")).returncode == 2


def test_the_property_of_the_case_stays_and_a_neighbour_on_the_same_street_goes(delivery: DeliveryBuilder) -> None:
    neighbour = {"role": "neighbour", "kind": "person", "name": "Vagn Høgsbro", "address": "Havnegade 43"}
    delivery.cases = [case_line(parties=[neighbour])]
    lines = ("Carporten står på Havnegade 41.", "Vagn Høgsbro, Havnegade 43, er hørt.", "Høgsbro bor på Havnegade 43.")
    delivery.entries = [entry_line([delivery.file("brev.pdf", pdf(*lines))])]
    delivery.receive()
    advance_all()
    version = DocumentVersion.objects.get()
    assert version.state == State.PUBLIC, version.reason_detail
    reading = json.dumps(version.rendition.reading_text, ensure_ascii=False)
    assert "Havnegade 41" in reading
    assert "Havnegade 43" not in reading
    assert "Høgsbro" not in reading


def test_an_official_may_be_called_by_the_given_name(delivery: DeliveryBuilder) -> None:
    delivery.cases = [case_line()]
    lines = ("Kære Lise", "Tak for i går.", "Til Lise Rosendal fra Anna Østergård")
    delivery.entries = [entry_line([delivery.file("brev.pdf", pdf(*lines))])]
    delivery.receive()
    advance_all()
    reading = json.dumps(DocumentVersion.objects.get().rendition.reading_text, ensure_ascii=False)
    assert "Kære Lise" in reading
    assert "Lise Rosendal" in reading
    assert "Anna" not in reading


def test_a_cover_made_before_a_new_search_is_thrown_away(
    delivery: DeliveryBuilder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def while_another_searches(original: bytes, **rest: object) -> Covered:
        covered = cover_document(original, **rest)  # type: ignore[arg-type]  # as the pipeline gives them
        finding = DocumentVersion.objects.get().findings.first()
        assert finding is not None
        finding.pk = None
        finding.save()
        monkeypatch.undo()
        return covered

    monkeypatch.setattr("torvet.modules.records.pipeline.cover_document", while_another_searches)
    delivery.cases = [case_line()]
    delivery.entries = [entry_line([delivery.file("brev.pdf", pdf(*LETTER))])]
    delivery.receive()
    version_id = DocumentVersion.objects.get().pk
    assert advance(version_id) == State.SCREENED
    assert advance(version_id) == State.PUBLIC


def test_what_older_rules_have_searched_is_not_opened(delivery: DeliveryBuilder) -> None:
    version = deliver(delivery, "brev.pdf", pdf(*LETTER))
    DocumentVersion.objects.filter(pk=version.pk).update(state=State.PROVEN, rule_pack="older")
    Publication.objects.all().delete()
    assert advance(version.pk) == State.PROVEN
