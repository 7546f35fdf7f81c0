"""Web pages: what a reader sees, in order, and nothing that runs or is fetched."""

import pytest

from torvet.pure.extraction import Extraction, ExtractionRefused, RefusalCode, extract


def page(body: str, head: str = "") -> Extraction:
    return extract(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>Referat</h1><p>Første\n   afsnit<p>Andet <b>af</b>snit", "Referat\nFørste afsnit\nAndet afsnit"),
        ("<ul><li>et<li>to<ul><li>inderst</ul></ul>", "• et\n• to\n• inderst"),
        ("<ol><li>et<li>to</ol>", "1. et\n2. to"),
        ("linje<br>to<div>tre</div>fire", "linje\nto\ntre\nfire"),
        ("<table><tr><th>Navn<th>Beløb<tr><td>Vej<td>1.000</table>", "Navn\tBeløb\nVej\t1.000"),
        ("<table><tr><td><table><tr><td>a<td>b</table></table>", "a\tb"),
        ("<pre>  to\n  rum</pre>", "  to\n  rum"),
        ("<p>Kort</p><script>document.write('x')</script><style>p{}</style><noscript>n</noscript>", "Kort"),
        ("a<span> b</span> c &amp; &oslash; &#229;", "a b c & ø å"),
    ],
)
def test_text_in_order(body: str, text: str) -> None:
    assert page(body).native_text == text


def test_what_a_reader_does_not_see_is_reported_and_not_drawn() -> None:
    extraction = page(
        "<p>Synlig<span style='display: none'>skjult a</span><em hidden>skjult b</em></p>"
        "<!-- husk Bo Holm --><img src='http://x.example/a.png' alt='Foto af Bo'>"
        "<a href='mailto:bo@borger.example'>skriv</a><input type=hidden value='070761-4285'>"
        "<table><tr><td>a<td>b<tr style='visibility:hidden'><td>væk<td>væk</table>",
        "<title>Sag om Bo</title><meta name=author content='Ane Bo'>",
    )
    assert extraction.native_text == "Synlig\nskriv\na\tb"
    assert extraction.title == "Sag om Bo"
    assert hidden(extraction) == {
        ("hidden-text", "skjult a"),
        ("hidden-text", "skjult b"),
        ("hidden-text", "væk væk"),
        ("comment", "husk Bo Holm"),
        ("alternative-text", "Foto af Bo"),
        ("link", "mailto:bo@borger.example"),
        ("metadata", "Ane Bo"),
    }
    assert set(extraction.notices) == {"images-left-out:1", "font-fallback"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_declared_encoding_counts(encoding: str) -> None:
    declared = "" if encoding == "utf-16" else f"<meta charset='{encoding}'>"
    data = f"<html><head>{declared}</head><p>Blåbærgrød".encode(encoding)
    assert extract(data).native_text == "Blåbærgrød"


def test_a_wrongly_declared_encoding_does_not_spoil_the_text() -> None:
    assert extract("<html><meta charset='hex'><p>Blåbær".encode()).native_text == "Blåbær"
    assert extract("<html><meta charset='utf-8'><p>Blåbær".encode("cp1252")).native_text == "Blåbær"


def test_nesting_is_limited_and_a_tag_named_depth_is_not_taken_for_it() -> None:
    assert page("<depth>tekst</depth>" + "<div>" * 150 + "inderst").native_text == "tekst\ninderst"
    with pytest.raises(ExtractionRefused) as refused:
        page("<div>" * 2000)
    assert refused.value.code is RefusalCode.TOO_DEEP


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(ExtractionRefused) as refused:
        page("<script>x()</script>")
    assert refused.value.code is RefusalCode.EMPTY
