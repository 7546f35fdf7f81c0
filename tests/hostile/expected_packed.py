"""What has to become of archives and office files."""

import zipfile

from . import packed_files
from .entry import HEAVY, file, half

UNSAFE_NAME = "unsafe-archive read"
WORD = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
PACKED = {
    "overlap.zip": file(packed_files.overlapping_zip, "unsafe-archive", "25 navne for de samme byte"),
    "nested-42.zip": file(
        lambda: packed_files.nested(5, 16), "read too-deep unsafe-archive too-large", "fem lag af 16, 4 PB i alt"
    ),
    "nested-50.zip": file(lambda: packed_files.nested(50, content=b"Referat"), "read too-deep", "50 lag"),
    "itself.zip": file(packed_files.endless, "unsafe-archive unreadable read", "indeholder sig selv"),
    "upwards.zip": file(lambda: packed_files.named("../../etc/cron.d/brev.txt"), UNSAFE_NAME, "sti opad"),
    "absolute.zip": file(lambda: packed_files.named("/etc/cron.d/brev.txt"), UNSAFE_NAME, "sti fra roden"),
    "drive.zip": file(lambda: packed_files.named("C:\\Windows\\brev.txt"), UNSAFE_NAME, "sti med drev"),
    "nul.zip": file(lambda: packed_files.patched_name(b"a\0.exe.txt"), UNSAFE_NAME + " unreadable", "navn med NUL"),
    "long-name.zip": file(lambda: packed_files.named("a" * 60_000 + ".txt"), UNSAFE_NAME, "navn på 60.000 tegn"),
    "link.zip": file(packed_files.linked, UNSAFE_NAME, "lænke til systemets fil"),
    "case.zip": file(
        lambda: packed_files.zipped([("brev.txt", "A"), ("BREV.txt", "B")]),
        "read unsafe-archive",
        "navne, der kun skiller sig i store bogstaver",
    ),
    "twice.zip": file(
        lambda: packed_files.zipped([("brev.txt", "A"), ("brev.txt", "B")]), "unsafe-archive", "samme navn to gange"
    ),
    "encrypted.zip": file(packed_files.encrypted, "encrypted", "krypteret"),
    "cut.zip": file(lambda: packed_files.named("brev.txt")[:-30], "unreadable", "afkortet"),
    "wrong-sum.zip": file(packed_files.wrong_sum, "unreadable", "forkert kontrolsum"),
    "says-less.zip": file(
        lambda: packed_files.lying_size(5, 100_000), "unreadable read too-large unsafe-archive", "større, end den siger"
    ),
    "says-more.zip": file(
        lambda: packed_files.lying_size(900_000, 5), "unreadable unsafe-archive read", "mindre, end den siger"
    ),
    "unknown-method.zip": file(packed_files.unknown_method, "unreadable unsupported", "pakket på en ukendt måde"),
    "parts-70000.zip": file(lambda: packed_files.many_parts(70_000), "too-many-parts", "70.000 filer", slow=True),
    "bomb-deflate.zip": file(
        lambda: packed_files.bomb(zipfile.ZIP_DEFLATED), "too-large unsafe-archive", "400 MB i 400 kB", slow=True
    ),
    "bomb-lzma.zip": file(
        lambda: packed_files.bomb(zipfile.ZIP_LZMA, 60),
        "too-large unsafe-archive unsupported",
        "60 MB i 9 kB",
        slow=True,
    ),
    "bomb-bzip2.zip": file(
        lambda: packed_files.bomb(zipfile.ZIP_BZIP2, 60),
        "too-large unsafe-archive unsupported",
        "60 MB i 200 byte",
        slow=True,
    ),
}

OFFICE = {
    "laughs.docx": file(
        lambda: packed_files.word_with(WORD % packed_files.HOLY, head=packed_files.LAUGHS),
        "unreadable too-large",
        "en milliard latter",
    ),
    "outside.docx": file(
        lambda: packed_files.word_with(WORD % packed_files.HOLY, head=packed_files.OUTSIDE),
        "unreadable",
        "vil læse systemets fil",
    ),
    "dtd.docx": file(
        lambda: packed_files.word_with(WORD % "Referat", head=packed_files.OUTSIDE_DTD),
        "unreadable",
        "vil hente fra nettet",
    ),
    "deep.docx": file(
        lambda: packed_files.word_with("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "too-deep unreadable", "5.000 lag XML"
    ),
    "no-document.docx": file(
        lambda: packed_files.zipped([("[Content_Types].xml", f"<Types>{packed_files.MAINS['word'][1]}</Types>")]),
        "unreadable empty",
        "uden sin hoveddel",
    ),
    "bad-xml.docx": file(lambda: packed_files.word_with("<w:p>"), "unreadable", "XML, der ikke lukkes"),
    "bomb.docx": file(
        lambda: packed_files.word_with("", {"word/a.xml": " " * (20 << 20)}),
        "unsafe-archive too-large",
        "del på 20 MB mellemrum",
    ),
    "macro.docm": file(packed_files.with_macros, "unsupported", "dokument med makroer"),
    "no-text.docx": file(lambda: packed_files.word_with("<w:p/>"), "empty", "tomt dokument"),
    "macro-inside.docx": file(
        lambda: packed_files.word_with(WORD % "Referat", {"word/vbaProject.bin": "x" * 500}), "read", "med makro"
    ),
    "paragraphs-300000.docx": file(
        lambda: packed_files.word_with(WORD % "x" * 300_000),
        "read too-many-pages too-large unsafe-archive" + HEAVY,
        "300.000 afsnit",
        slow=True,
    ),
    "cut-50.docx": file(lambda: half(packed_files.word_with(WORD % "Referat")), "unreadable", "kun de første 50 %"),
    "locked.docx": file(packed_files.locked_office, "encrypted", "låst med adgangskode"),
    "laughs.xlsx": file(
        lambda: packed_files.workbook(f"<row><c><v>{packed_files.HOLY}</v></c></row>", head=packed_files.LAUGHS),
        "unreadable too-large",
        "en milliard latter",
    ),
    "far.xlsx": file(
        lambda: packed_files.workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "read too-large too-many-pages too-many-parts",
        "en celle i det fjerneste hjørne",
    ),
    "merged.xlsx": file(
        lambda: packed_files.workbook(
            '<row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>'
        ),
        "read unreadable too-large",
        "17 milliarder celler flettet",
        slow=True,
    ),
    "cells-2000000.xlsx": file(
        lambda: packed_files.workbook(packed_files.cells(100_000, 20)),
        "read too-large too-many-pages too-many-parts unsafe-archive" + HEAVY,
        "to millioner celler",
        slow=True,
    ),
    "no-sheet.xlsx": file(lambda: packed_files.office("xl", "<workbook/>"), "unreadable empty", "uden ark"),
    "laughs.pptx": file(
        lambda: packed_files.office("ppt", f"{packed_files.LAUGHS}<p>{packed_files.HOLY}</p>"),
        "unreadable empty too-large",
        "en milliard latter",
    ),
    "no-slides.pptx": file(lambda: packed_files.office("ppt", "<presentation/>"), "unreadable empty", "uden sider"),
    "laughs.odt": file(
        lambda: packed_files.open_document("text", f"<text:p>{packed_files.HOLY}</text:p>", packed_files.LAUGHS),
        "unreadable too-large",
        "en milliard latter",
    ),
    "outside.odt": file(
        lambda: packed_files.open_document("text", f"<text:p>{packed_files.HOLY}</text:p>", packed_files.OUTSIDE),
        "unreadable",
        "vil læse systemets fil",
    ),
    "deep.odt": file(
        lambda: packed_files.open_document("text", "<text:section>" * 5000 + "</text:section>" * 5000),
        "too-deep unreadable",
        "5.000 lag XML",
    ),
    "spaces.odt": file(
        lambda: packed_files.open_document("text", '<text:p>a<text:s text:c="2000000000"/>b</text:p>'),
        "read too-large",
        "to milliarder mellemrum på én plads",
    ),
    "rows-1048576.ods": file(
        lambda: packed_files.repeated_rows(1_048_576, 1),
        "read too-large too-many-pages too-many-parts",
        "én række, gentaget 1.048.576 gange",
        slow=True,
    ),
    "everywhere.ods": file(
        lambda: packed_files.repeated_rows(1_048_576, 16_384),
        "read too-large too-many-pages too-many-parts",
        "én celle, gentaget 17 milliarder gange",
        slow=True,
    ),
    "locked.odt": file(
        lambda: packed_files.open_document("text", "x", parts={"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "encrypted",
        "låst med adgangskode",
    ),
}
