"""Mails: head, text, attachments as parts."""

import base64
import io

import pytest
from PIL import Image

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, Part, RefusalCode, extract
from torvet.pure.extraction.tests import samples

PLAIN, HTML = "Content-Type: text/plain; charset=utf-8", "Content-Type: text/html; charset=utf-8"
FILE = 'Content-Type: application/pdf\nContent-Disposition: attachment; filename="klage fra Bo.pdf"'


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


def body(extraction: Extraction) -> str:
    return extraction.native_text.partition("Emne: Klage\n")[2]


def test_the_head_is_shown_decoded_with_danish_labels() -> None:
    headers = "Date: Mon, 23 Nov 2026 10:05:00 +0100\nCc: =?iso-8859-1?Q?S=F8ren?= <s@x.example>\nBcc: chef@x.example\n"
    extraction = extract(samples.mail("Hej\n\nJeg klager over støj.\n".encode(), headers))
    assert extraction.media_type is MediaType.EML
    assert extraction.title == "Klage"
    assert extraction.native_text.splitlines() == [
        "Fra: Bo Holm <bo@borger.example>",
        "Til: post@fjordby.example",
        "Kopi til: Søren <s@x.example>",
        "Dato: 23. november 2026, kl. 10.05",
        "Emne: Klage",
        "Hej",
        "Jeg klager over støj.",
    ]
    assert hidden(extraction) == {("mail-header", "chef@x.example")}
    assert "Fra\r\nBo Holm" in extraction.pages[0].text or "Fra Bo Holm" in extraction.pages[0].text


@pytest.mark.parametrize("date", ["i går", "Mon, 99 Nov 2026 10:00:00", "23/11-2026"])
def test_a_date_that_cannot_be_read_stands_as_it_is(date: str) -> None:
    assert f"Dato: {date}\n" in extract(samples.mail(b"Hej", f"Date: {date}\n")).native_text


def test_plain_text_is_preferred_and_attachments_are_counted_and_named() -> None:
    alternatives = samples.mail_of_parts([(PLAIN, b"Ren tekst"), (HTML, b"<p>Rig tekst")], "alternative")
    inner = alternatives.partition(b"boundary=GR\n\n")[2].replace(b"--GR", b"--IN")
    extraction = extract(
        samples.mail_of_parts([("Content-Type: multipart/alternative; boundary=IN", inner), (FILE, b"%PDF")])
    )
    assert body(extraction).strip() == "Ren tekst"
    assert extraction.notices[:1] == ("attachments:1",)
    assert hidden(extraction) == {("attachment-name", "klage fra Bo.pdf")}


def test_html_is_read_where_there_is_no_plain_text() -> None:
    page = b"<p>Hej <b>du</b><p hidden>skjult</p><img src='cid:1'>"
    extraction = extract(samples.mail_of_parts([(PLAIN, b"  \n"), (HTML, page)], "alternative"))
    assert body(extraction) == "Hej du"
    assert hidden(extraction) == {("hidden-text", "skjult")}
    assert "images-left-out:1" in extraction.notices


def test_text_after_a_picture_is_not_lost() -> None:
    picture = "Content-Type: image/png\nContent-Disposition: inline"
    extraction = extract(samples.mail_of_parts([(PLAIN, b"Foran"), (picture, b"x"), (PLAIN, b"Bagefter")]))
    assert body(extraction).split() == ["Foran", "Bagefter"]
    assert "attachments:1" in extraction.notices


def test_a_forwarded_mail_is_one_attachment() -> None:
    forwarded = (
        samples.mail_of_parts([(PLAIN, b"Gammel"), (FILE, b"x")]).replace(b"--GR", b"--F").replace(b"=GR", b"=F")
    )
    extraction = extract(samples.mail_of_parts([(PLAIN, b"Se nedenfor"), ("Content-Type: message/rfc822", forwarded)]))
    assert body(extraction) == "Se nedenfor"
    assert "attachments:1" in extraction.notices


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/plain; charset=iso-8859-1", "Blåbær".encode("iso-8859-1")),
        ("text/plain; charset=utf-8", "Blåbær".encode("cp1252")),
        ("text/plain; charset=no-such", "Blåbær".encode()),
        ("text/plain", "Blåbær".encode()),
        ("text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable", b"Bl=C3=A5b=C3=A6r"),
        ("text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", b"QmzDpWLDpnI="),
    ],
)
def test_encodings(kind: str, content: bytes) -> None:
    assert body(extract(samples.mail(content, kind=kind))) == "Blåbær"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (samples.mail(b"x", kind="application/pkcs7-mime; smime-type=enveloped-data"), RefusalCode.ENCRYPTED),
        (samples.mail_of_parts([(PLAIN, b"x")], "encrypted"), RefusalCode.ENCRYPTED),
        (samples.mail_of_parts([(PLAIN, b"x")] * 300), RefusalCode.TOO_MANY_PARTS),
        (samples.mail(b"x", "Cc: " + "a" * 300_000 + "\n"), RefusalCode.TOO_LARGE),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data)
    assert refused.value.code is code


def test_a_mail_without_text_still_shows_its_head() -> None:
    extraction = extract(samples.mail_of_parts([(FILE, b"x")]))
    assert "Emne: Klage" in extraction.native_text
    assert "no-text" in extraction.notices


def noise(width: int, height: int) -> bytes:
    """A picture that does not grow small by compression."""
    file = io.BytesIO()
    Image.effect_noise((width, height), 90).save(file, "PNG")
    return file.getvalue()


def inline(data: bytes, name: str = "bi1", headers: str = "Content-Disposition: inline") -> tuple[str, bytes]:
    kind = f"Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-ID: <{name}>\n{headers}"
    return kind, base64.encodebytes(data)


def test_attachments_are_parts_with_their_bytes() -> None:
    data = samples.pdf(samples.lines("Bilag"))
    head = f"{FILE}\nContent-Transfer-Encoding: base64"
    extraction = extract(samples.mail_of_parts([(PLAIN, b"Se bilag"), (head, base64.encodebytes(data))]))
    assert extraction.parts == (Part("klage fra Bo.pdf", data, "attachment"),)
    assert extraction.notices[:1] == ("attachments:1",)


def test_a_picture_in_the_text_is_a_part_and_a_logo_is_counted() -> None:
    page = b"<p>Hej<img src='cid:bi1'><img src='cid:logo'><img src='https://x.example/spy.gif'>"
    large, logo = noise(300, 200), noise(149, 149)
    extraction = extract(
        samples.mail_of_parts([(HTML, page), inline(large), inline(logo, "logo"), inline(b"ikon", "ikon")], "related")
    )
    assert len(logo) > 20_000
    assert extraction.parts == (Part("", large, "inline"),)
    assert set(extraction.notices) >= {"attachments:1", "small-pictures:2", "images-left-out:1"}


def test_a_small_picture_that_is_attached_is_a_part() -> None:
    picture = inline(b"ikon", headers='Content-Disposition: attachment; filename="a.png"')
    assert extract(samples.mail_of_parts([(PLAIN, b"Hej"), picture])).parts == (Part("a.png", b"ikon", "attachment"),)


@pytest.mark.parametrize("encoding", ["8bit", "base64"])
def test_a_forwarded_mail_can_be_read_as_a_mail(encoding: str) -> None:
    inner = samples.mail("Gammel æøå".encode(), "X-Long: " + "ord " * 40 + "\n")
    content = base64.encodebytes(inner) if encoding == "base64" else inner
    kind = f"Content-Type: message/rfc822\nContent-Transfer-Encoding: {encoding}"
    (part,) = extract(samples.mail_of_parts([(PLAIN, b"Se nedenfor"), (kind, content)])).parts
    assert part.data.strip() == inner.strip()
    assert body(extract(part.data)) == "Gammel æøå"
    assert part.name in ("Klage.eml", "")


def test_a_signed_mail_is_read_without_its_signature() -> None:
    seal = 'Content-Type: application/pkcs7-signature; name="smime.p7s"'
    extraction = extract(samples.mail_of_parts([(PLAIN, b"Underskrevet"), (seal, b"x")], "signed"))
    assert body(extraction) == "Underskrevet"
    assert extraction.parts == ()
    assert "signatures-left-out:1" in extraction.notices


def test_a_mail_sealed_with_its_signature_is_named() -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(samples.mail(b"x", kind="application/pkcs7-mime; smime-type=signed-data"))
    assert (refused.value.code, refused.value.detail) == (RefusalCode.UNSUPPORTED, "S/MIME")


def test_a_locked_mail_inside_is_a_part_to_be_refused_when_it_is_read() -> None:
    inner = samples.mail(b"x", kind="application/pkcs7-mime")
    extraction = extract(samples.mail_of_parts([(PLAIN, b"Se her"), ("Content-Type: message/rfc822", inner)]))
    assert len(extraction.parts) == 1
    with pytest.raises(ExtractionRefused):
        extract(extraction.parts[0].data)


def test_a_receipt_of_delivery_is_a_part() -> None:
    receipt = b"Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; bo@borger.example\n"
    extraction = extract(
        samples.mail_of_parts([(PLAIN, b"Kvittering"), ("Content-Type: message/delivery-status", receipt)])
    )
    assert b"bo@borger.example" in extraction.parts[0].data
