"""Outlook mails: head, text, attachments, what is counted and not read."""

import io
import struct
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from PIL import Image

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, Part, RefusalCode, extract
from torvet.pure.extraction.tests.compoundfiles import Tree, compound

Values = Mapping[int, str | bytes | int | datetime]
HEADERS = (
    "Received: from x\r\nDate: Mon, 23 Nov 2026 10:05:00 +0100\r\nReply-To: chef@x.example\r\nBcc: a@b.example\r\n"
)


def properties(values: Values, head: int, *, wide: bool = True) -> dict[str, bytes | Tree]:
    """The table and the streams of these properties; numbers and times stand in the table itself."""
    table, streams = bytes(head), {}
    for tag, value in values.items():
        if isinstance(value, int):
            table += struct.pack("<HHIQ", 3, tag, 6, value)
        elif isinstance(value, datetime):
            ticks = round((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10**7)
            table += struct.pack("<HHIQ", 0x40, tag, 6, ticks)
        elif isinstance(value, bytes):
            streams[f"__substg1.0_{tag:04X}0102"] = value
        elif wide:
            streams[f"__substg1.0_{tag:04X}001F"] = value.encode("utf-16-le")
        else:
            streams[f"__substg1.0_{tag:04X}001E"] = value.encode("cp1252")
    return {"__properties_version1.0": table, **streams}


def outlook(values: Values, *inner: tuple[str, Values], wide: bool = True, more: Tree | None = None) -> bytes:
    """A mail of properties and of receivers ("recip") and attachments ("attach") with theirs."""
    defaults: Values = {0x0037: "Klage", 0x0C1A: "Bo Holm", 0x5D01: "bo@borger.example"}
    tree: dict[str, bytes | Tree] = properties({**defaults, **values}, 32, wide=wide)
    for number, (kind, entries) in enumerate(inner):
        tree[f"__{kind}_version1.0_#{number:08X}"] = {**properties(entries, 8, wide=wide), **(more or {})}
    return compound(tree)


def attachment(name: str, content: bytes, **more: str) -> tuple[str, Values]:
    """With further properties such as t370E."""
    values: dict[int, str | bytes | int | datetime] = {0x3707: name, 0x3701: content, 0x3705: 1}
    return "attach", values | {int(tag[1:], 16): text for tag, text in more.items()}


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


@pytest.mark.parametrize("wide", [True, False])
def test_the_head_and_the_text_are_those_of_a_mail(wide: bool) -> None:
    data = outlook(
        {0x1000: "Hej\r\n\r\nJeg klager over støj.\r\n", 0x007D: HEADERS},
        ("recip", {0x3001: "Fjordby", 0x39FE: "post@fjordby.example", 0x0C15: 1}),
        ("recip", {0x3001: "Søren", 0x3003: "/O=X/CN=S", 0x0C15: 2}),
        ("recip", {0x3001: "Kirsten", 0x39FE: "k@x.example", 0x0C15: 3}),
        wide=wide,
    )
    extraction = extract(data)
    assert extraction.media_type is MediaType.MSG
    assert extraction.title == "Klage"
    assert extraction.native_text.splitlines() == [
        "Fra: Bo Holm <bo@borger.example>",
        "Til: Fjordby <post@fjordby.example>",
        "Kopi til: Søren",
        "Dato: 23. november 2026, kl. 10.05",
        "Emne: Klage",
        "Hej",
        "Jeg klager over støj.",
    ]
    assert hidden(extraction) == {
        ("mail-header", "Kirsten <k@x.example>"),
        ("mail-header", "chef@x.example"),
        ("mail-header", "a@b.example"),
    }
    assert "Jeg klager" in extraction.pages[0].text


def test_without_headers_the_time_is_universal_and_the_lists_are_the_mails_own() -> None:
    sent = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
    text = extract(outlook({0x1000: "Hej", 0x0039: sent, 0x0E04: "Fjordby; Havn"})).native_text
    assert "Dato: 23. november 2026, kl. 09.05 (UTC)" in text
    assert "Til: Fjordby; Havn" in text


def test_a_web_page_is_read_where_there_is_no_plain_text() -> None:
    page = "<p>Blåbær<p hidden>skjult</p><img src='cid:a'>".encode("cp1252")
    extraction = extract(outlook({0x1013: page, 0x3FDE: 1252}))
    assert extraction.native_text.endswith("Blåbær")
    assert hidden(extraction) == {("hidden-text", "skjult")}
    assert "images-left-out:1" in extraction.notices


def test_a_text_in_rtf_alone_is_not_guessed_at() -> None:
    assert "rtf-body" in extract(outlook({0x1009: b"LZFu"})).notices
    assert "no-text" in extract(outlook({})).notices


def test_attachments_are_parts_and_small_pictures_are_counted() -> None:
    file = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(file, "PNG")
    large = file.getvalue()
    page = b"<p>Hej<img src='cid:stor'><img src='cid:logo'>"
    extraction = extract(
        outlook(
            {0x1013: page},
            attachment("bilag.pdf", b"%PDF" + b"x" * 9000),
            attachment("", large, t370E="image/png", t3712="stor"),
            attachment("logo.png", b"x", t370E="image/png", t3712="logo"),
            attachment("foto.png", b"x", t370E="image/png", t3712="andet"),
        )
    )
    assert extraction.parts == (
        Part("bilag.pdf", b"%PDF" + b"x" * 9000, "attachment"),
        Part("", large, "inline"),
        Part("foto.png", b"x", "attachment"),
    )
    assert set(extraction.notices) >= {"attachments:3", "small-pictures:1"}
    assert not any(notice.startswith("images-left-out") for notice in extraction.notices)
    assert ("attachment-name", "bilag.pdf") in hidden(extraction)


@pytest.mark.parametrize(
    ("method", "notice"), [(5, "embedded-message:1"), (6, "embedded-objects:1"), (2, "linked-attachments:1")]
)
def test_what_is_attached_in_other_ways_is_counted(method: int, notice: str) -> None:
    inner = {"__substg1.0_3701000D": properties({0x1000: "Inderst"}, 24)}
    extraction = extract(outlook({0x1000: "Hej"}, ("attach", {0x3705: method}), more=inner))
    assert notice in extraction.notices
    assert extraction.parts == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (outlook({0x001A: "IPM.Note.SMIME", 0x1000: "x"}), RefusalCode.ENCRYPTED),
        (outlook({0x001A: "IPM.Note.SMIME.MultipartSigned"}), RefusalCode.UNSUPPORTED),
        (outlook({0x1000: "Hej"})[:1500], RefusalCode.UNREADABLE),
        (outlook({}, *[("attach", {0x3705: 1})] * 201), RefusalCode.TOO_MANY_PARTS),
        (compound({"__properties_version1.0": bytes(32), "__attach_version1.0_#0": {}}), RefusalCode.UNREADABLE),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data)
    assert refused.value.code is code


def test_a_table_of_properties_cut_short_is_read_as_far_as_it_goes() -> None:
    tree = {**properties({0x1000: "Hej", 0x0C15: 1}, 32)}
    table = tree["__properties_version1.0"]
    assert isinstance(table, bytes)
    assert "Hej" in extract(compound({**tree, "__properties_version1.0": table[:-3]})).native_text
