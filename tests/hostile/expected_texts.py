"""What has to become of pictures, mails, texts, tables, web pages and files under false names."""

from . import letters, packed_files, pdf_files, pictures
from .entry import HEAVY, file, half

WORD = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
PICTURES = {
    "400-megapixel.png": file(lambda: pictures.png(20_000, 20_000), "too-large", "400 megapixel i 50 kB"),
    "144-megapixel.png": file(lambda: pictures.png(12_000, 12_000), "too-large", "144 megapixel i 18 kB"),
    "text-bomb.png": file(pictures.text_bomb, "read unreadable too-large", "kommentar på 200 MB", slow=True),
    "noise.png": file(pictures.broken_png, "unreadable", "støj"),
    "cut.png": file(lambda: pictures.png(64, 64)[:50], "unreadable", "afkortet"),
    "frames-10000.tiff": file(
        lambda: pictures.tiff(10_000), "too-many-pages too-many-parts read", "10.000 billeder i et", slow=True
    ),
    "loop.tiff": file(
        lambda: pictures.tiff(5, loop=True),
        "read unreadable too-many-pages too-many-parts",
        "sidste billede fører til det første",
    ),
    "giant.tiff": file(lambda: pictures.tiff(1, side=100_000), "too-large unreadable", "10.000 megapixel"),
    "cut.heic": file(lambda: pictures.heic(200), "unreadable unsupported", "afkortet"),
    "deep.heic": file(pictures.endless_boxes, "unreadable unsupported", "5.000 kasser i hinanden"),
    "giant.jpg": file(pictures.giant_jpeg, "too-large unreadable", "4.290 megapixel"),
    "scans-3000.jpg": file(
        pictures.progressive_scans, "read unreadable too-large" + HEAVY, "16 megapixel tegnet 3.000 gange", slow=True
    ),
    "noise.jpg": file(lambda: b"\xff\xd8\xff\xe0" + b"\0" * 500, "unreadable", "støj"),
    "cut.jpg": file(lambda: pictures.small()[:400], "unreadable", "afkortet"),
}

MAILS = {
    "parts-10000.eml": file(lambda: letters.many_parts(10_000), "too-many-parts", "10.000 dele", slow=True),
    "deep-1000.eml": file(lambda: letters.nested_mail(1000), "too-deep too-many-parts", "1.000 mails i hinanden"),
    "header-10-mb.eml": file(letters.long_header, "too-large", "10 MB modtagere"),
    "headers-200000.eml": file(
        letters.many_headers, "too-large read too-many-parts", "200.000 linjer i hovedet", slow=True
    ),
    "one-boundary-twice.eml": file(letters.one_boundary_twice, "read", "samme grænse inde i sig selv"),
    "prefix-boundary.eml": file(letters.prefix_boundary, "read", "grænse, der ligner den indre"),
    "no-boundary.eml": file(letters.no_boundary, "read unreadable empty", "uden grænse mellem delene"),
    "two-kinds.eml": file(letters.two_kinds, "read", "siger to gange, hvad den er"),
    "odd-coding.eml": file(letters.odd_coding, "read unreadable unsupported", "tegnsæt, der ikke findes"),
    "bad-base64.eml": file(letters.bad_base64, "read", "bilag, der ikke kan pakkes ud"),
    "winmail.eml": file(
        lambda: letters.attached("winmail.dat", letters.winmail()), "read", "Outlooks egen pakning vedlagt"
    ),
    "bomb.eml": file(lambda: letters.attached("a.zip", packed_files.nested(3, 16)), "read", "zipbombe vedlagt"),
    "winmail.dat": file(letters.winmail, "unsupported", "Outlooks egen pakning alene"),
    "empty.msg": file(letters.outlook, "read empty unreadable", "Outlook-mail uden indhold"),
    "loop.msg": file(lambda: letters.outlook(loop=True), "unreadable read empty", "kæde af blokke uden ende"),
    "noise.msg": file(lambda: letters.outlook(bytes(range(256)) * 16), "read empty unreadable", "støj i egenskaberne"),
    "cut.msg": file(lambda: half(letters.outlook()), "unreadable empty read", "kun de første 50 %"),
    "header-alone.msg": file(
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unreadable unsupported", "kun de første otte byte"
    ),
}

TEXTS = {
    "nothing.pdf": file(lambda: b"", "empty", "ingenting"),
    "one-byte.txt": file(lambda: b"a", "read", "ét tegn"),
    "zeros.txt": file(lambda: b"\0" * 10_000, "empty", "kun nuller"),
    "spaces.txt": file(lambda: b" \n\t\r\n" * 1000, "empty", "kun mellemrum"),
    "pdf.docx": file(pdf_files.letter, "read", "PDF, der hedder DOCX"),
    "docx.pdf": file(lambda: packed_files.word_with(WORD % "Referat"), "read", "DOCX, der hedder PDF"),
    "program.pdf": file(lambda: b"MZ\x90\0" + b"\0" * 500, "unsupported", "program, der hedder PDF"),
    "html-and-pdf.pdf": file(letters.html_and_pdf, "ambiguous", "webside og PDF på én gang"),
    "pdf-and-zip.pdf": file(
        lambda: pdf_files.letter() + packed_files.named("brev.txt"), "ambiguous", "PDF og zip på én gang"
    ),
    "jpeg-and-zip.jpg": file(
        lambda: pictures.small() + packed_files.named("brev.txt"), "ambiguous", "billede og zip på én gang"
    ),
    "jpeg-and-pdf.jpg": file(lambda: pictures.JPEG_HEAD + pdf_files.letter(), "ambiguous", "billede og PDF på én gang"),
    "gif-and-script.gif": file(letters.gif_and_script, "unsupported", "billede og program på én gang"),
    "deep.rtf": file(letters.rich_depth, "too-deep unreadable read", "200.000 grupper i hinanden"),
    "binary.rtf": file(letters.rich_binary, "read unreadable empty", "siger, at to milliarder byte følger"),
    "object.rtf": file(letters.rich_object, "read", "objekt, som Word ville starte"),
    "deep.html": file(lambda: letters.page("<div>" * 100_000 + "dybt"), "too-deep", "100.000 lag"),
    "attribute.html": file(
        lambda: letters.page(f"<p title='{'x' * (11 << 20)}'>kort</p>"), "read too-large", "attribut på 11 MB"
    ),
    "tables.html": file(
        lambda: letters.page("<table><tr><td>" * 3000 + "x"), "too-deep read", "3.000 tabeller i hinanden"
    ),
    "refresh.html": file(
        lambda: letters.page(
            "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'><img src='http://127.0.0.1:9/a'><p>Referat"
        ),
        "read",
        "vil hente fra nettet",
    ),
    "script.svg": file(letters.picture_with_script, "unsupported", "tegning med program"),
    "laughs.xml": file(
        lambda: f"<?xml version='1.0'?>{packed_files.LAUGHS}<x>&j;</x>".encode(), "unsupported", "en milliard latter"
    ),
    "odd-signs.txt": file(letters.odd_signs, "read unsupported", "tegn, der vender retningen"),
    "stacked-signs.txt": file(letters.stacked_signs, "read", "bogstav med 100.000 accenter", slow=True),
    "line-10-mb.txt": file(lambda: b"ord " * (10 << 18), "read too-many-pages" + HEAVY, "én linje på 10 MB", slow=True),
    "word-10-mb.txt": file(lambda: b"x" * (10 << 20), "read too-many-pages" + HEAVY, "ét ord på 10 MB", slow=True),
    "lines-500000.txt": file(lambda: b"a\n\n" * 500_000, "too-many-pages" + HEAVY, "500.000 linjer", slow=True),
    "cells-5000000.csv": file(
        lambda: letters.table(250_000, 20),
        "too-large too-many-pages too-many-parts read" + HEAVY,
        "fem millioner celler",
        slow=True,
    ),
    "open-quote.csv": file(
        letters.open_quote,
        "read too-large too-many-pages unreadable too-many-parts" + HEAVY,
        "anførselstegn, der aldrig lukkes",
        slow=True,
    ),
}
