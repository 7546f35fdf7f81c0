"""Files in mails and zips: each a document of its own, never before what encloses it."""

import io
import zipfile
from email.message import EmailMessage

import pytest
from django.test import Client

from torvet.modules.records.models import Document, DocumentVersion, State
from torvet.modules.records.parts import DEPTH_MAX
from torvet.modules.records.tests.builders import (
    LETTER,
    DeliveryBuilder,
    advance_all,
    case_line,
    entry_line,
    pdf,
)

pytestmark = pytest.mark.slow

CALM = ("Hermed tegningerne til carporten.", "Se det vedlagte.")
ILL = ("Jeg har kræft og kan ikke selv køre.", "Se det vedlagte.")


def packed(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return target.getvalue()


def mail(*attached: tuple[str, bytes], lines: tuple[str, ...] = CALM) -> bytes:
    message = EmailMessage()
    message["From"] = "Anna Østergård <anna@privat.example>"
    message["To"] = "post@fjordby.example"
    message["Subject"] = "Carport"
    message["Date"] = "Mon, 16 Nov 2026 10:00:00 +0100"
    message.set_content("\n".join(lines))
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def deliver(delivery: DeliveryBuilder, data: bytes, version: int = 1) -> Document:
    delivery.cases = [case_line()]
    delivery.entries = [entry_line([delivery.file("post.eml", data)], version=version)]
    delivery.receive()
    advance_all()
    return Document.objects.get(parent=None)


def states(document: Document) -> dict[str, str]:
    parts = DocumentVersion.objects.current().filter(document__entry=document.entry)
    return {version.document.slug: version.state for version in parts}


def test_what_is_attached_and_packed_becomes_public_one_by_one(delivery: DeliveryBuilder, client: Client) -> None:
    data = mail(("Anna Østergård.pdf", pdf(*LETTER)), ("alt.zip", packed(brev_txt="\n".join(LETTER).encode())))
    letter = deliver(delivery, data)
    assert states(letter) == {
        "byg-2026-00317-1": State.PUBLIC,
        "byg-2026-00317-1-bilag-1": State.PUBLIC,
        "byg-2026-00317-1-bilag-2": State.PUBLIC,
        "byg-2026-00317-1-bilag-2-bilag-1": State.PUBLIC,
    }
    page = client.get("/dokument/byg-2026-00317-1/").content.decode()
    assert "/dokument/byg-2026-00317-1-bilag-1/" in page
    assert "Østergård" not in page
    inner = client.get("/dokument/byg-2026-00317-1-bilag-2-bilag-1/").content.decode()
    assert "35 kvadratmeter" in inner
    assert "Bilag 2.1" in inner
    assert "/dokument/byg-2026-00317-1-bilag-2/" in inner
    assert "Østergård" not in inner


def test_an_enclosure_waits_for_its_mail(delivery: DeliveryBuilder, client: Client) -> None:
    letter = deliver(delivery, mail(("a.pdf", pdf(*LETTER)), lines=ILL))
    assert states(letter) == {"byg-2026-00317-1": State.HELD, "byg-2026-00317-1-bilag-1": State.PROVEN}
    assert client.get("/dokument/byg-2026-00317-1-bilag-1/").status_code == 404
    assert not DocumentVersion.objects.due(now=letter.versions.get().release_at.replace(year=2099)).exists()


def test_an_enclosure_that_is_gone_from_the_next_version_is_withdrawn(
    delivery: DeliveryBuilder, client: Client
) -> None:
    deliver(delivery, mail(("a.pdf", pdf(*LETTER)), ("b.pdf", pdf("Tegning af carporten."))))
    letter = deliver(delivery, mail(("a.pdf", pdf(*LETTER))), version=2)
    assert states(letter)["byg-2026-00317-1-bilag-1"] == State.PUBLIC
    assert states(letter)["byg-2026-00317-1-bilag-2"] == State.WITHDRAWN
    assert client.get("/dokument/byg-2026-00317-1-bilag-2/").status_code == 410


def test_nothing_is_unpacked_for_ever(delivery: DeliveryBuilder) -> None:
    data = pdf("Inderst.")
    for depth in range(DEPTH_MAX + 2):
        data = packed(**{f"lag{depth}_zip": data})
    deliver(delivery, data)
    deepest = DocumentVersion.objects.order_by("-pk")[0]
    assert (deepest.state, deepest.reason_code) == (State.FAILED, "too-many-parts")


@pytest.mark.parametrize("name", ["../../etc/passwd", "Ansøgning Anna Østergård 610190-5004.pdf", "\u202efdp.exe"])
def test_names_of_enclosures_are_shown_nowhere(delivery: DeliveryBuilder, client: Client, name: str) -> None:
    deliver(delivery, mail((name, pdf(*CALM))))
    for address in ("/dokument/byg-2026-00317-1/", "/dokument/byg-2026-00317-1-bilag-1/", "/sag/byg-2026-00317/"):
        page = client.get(address).content.decode()
        assert name not in page
        assert "610190" not in page
