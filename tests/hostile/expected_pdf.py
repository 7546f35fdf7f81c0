"""What has to become of the PDF files."""

from . import pdf_files
from .entry import HEAVY, file

PDF = {
    "bomb.pdf": file(pdf_files.content_bomb, "read unreadable" + HEAVY, "155 kB, der bliver til 160 MB", slow=True),
    "bomb-twice.pdf": file(
        lambda: pdf_files.pdf_bomb(180 << 20), "read unreadable" + HEAVY, "pakket to gange, 180 MB", slow=True
    ),
    "object-stream-bomb.pdf": file(
        pdf_files.object_stream_bomb, "read out-of-memory unreadable", "objektstrøm på 100 MB", slow=True
    ),
    "xref-loop.pdf": file(pdf_files.xref_loop, "unreadable empty", "indholdsfortegnelse, der peger på sig selv"),
    "xref-bomb.pdf": file(
        pdf_files.xref_stream_bomb, "unreadable empty out-of-memory", "to milliarder objekter i indekset", slow=True
    ),
    "page-tree-loop.pdf": file(pdf_files.page_tree_loop_pdf, "unreadable empty", "sidetræ, der indeholder sig selv"),
    "pages-20000.pdf": file(lambda: pdf_files.many_pages_pdf(20_000), "too-many-pages", "20.000 sider"),
    "giant-page.pdf": file(lambda: pdf_files.box(b"[0 0 14400 14400]"), "too-large", "side på 5 gange 5 meter"),
    "nan-page.pdf": file(
        lambda: pdf_files.box(b"[nan inf -1e99 1e99]"), "read too-large unreadable", "side uden gyldige mål"
    ),
    "negative-page.pdf": file(
        lambda: pdf_files.box(b"[600 800 0 0]"), "read unreadable too-large", "side med omvendte mål"
    ),
    "empty-page.pdf": file(lambda: pdf_files.box(b"[0 0 0 0]"), "read unreadable too-large", "side uden udstrækning"),
    "form-in-itself.pdf": file(
        lambda: pdf_files.recursive_form_pdf(b"/A Do"), "read", "formular, der indeholder sig selv"
    ),
    "form-twice-in-itself.pdf": file(
        lambda: pdf_files.recursive_form_pdf(b"/A Do /A Do"),
        "too-deep" + HEAVY,
        "formular, der indeholder sig selv to gange",
        slow=True,
    ),
    "pattern-in-itself.pdf": file(
        pdf_files.pattern_recursion, "read too-large" + HEAVY, "mønster malet med sig selv", slow=True
    ),
    "letter-in-itself.pdf": file(pdf_files.type3_recursion, "read", "skrifttype skrevet med sig selv"),
    "deep-arrays.pdf": file(
        pdf_files.deep_arrays, "read unreadable too-deep crashed", "200.000 lister i hinanden", slow=True
    ),
    "deep-dictionaries.pdf": file(
        pdf_files.deep_dictionaries, "read unreadable too-deep crashed", "100.000 opslag i hinanden"
    ),
    "font-bomb.pdf": file(pdf_files.font_bomb, "read out-of-memory", "skrifttype på 120 MB", slow=True),
    "map-bomb.pdf": file(pdf_files.map_bomb, "read" + HEAVY, "tegntabel, der udfyldes 20.000 gange", slow=True),
    "jbig2-noise.pdf": file(
        lambda: pdf_files.with_picture(bytes(range(256)) * 40, b"JBIG2Decode"), "read", "ødelagt JBIG2-billede"
    ),
    "jpx-noise.pdf": file(
        lambda: pdf_files.with_picture(b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(range(256)) * 40, b"JPXDecode"),
        "read",
        "ødelagt JPEG 2000-billede",
    ),
    "picture-bomb.pdf": file(
        pdf_files.picture_bomb, "read out-of-memory too-large", "billede på 144 megapixel", slow=True
    ),
    "notes-20000.pdf": file(
        lambda: pdf_files.many_annotations(20_000),
        "read out-of-time too-many-parts too-large",
        "20.000 noter på en side",
        slow=True,
    ),
    "notes-1000000.pdf": file(
        lambda: pdf_files.many_annotations(1_000_000),
        "read too-many-parts too-large" + HEAVY,
        "en million noter på en side",
        slow=True,
    ),
    "filters-1000.pdf": file(pdf_files.many_filters, "read unreadable", "pakket 1.000 gange"),
    "wide-predictor.pdf": file(pdf_files.wide_predictor, "read unreadable", "rækker på to milliarder søjler"),
    "endless-saves.pdf": file(pdf_files.endless_saves, "read" + HEAVY, "to millioner åbne tilstande", slow=True),
    "outline-loop.pdf": file(pdf_files.outline_loop, "read", "bogmærke, der følger sig selv"),
    "name-tree-loop.pdf": file(pdf_files.name_tree_loop, "read", "bilagstræ, der indeholder sig selv"),
    "field-loop.pdf": file(pdf_files.field_loop, "read", "formularfelt, der er sit eget barn"),
    "layer-loop.pdf": file(pdf_files.layer_loop, "read", "lag, der indeholder sig selv"),
    "acting.pdf": file(pdf_files.acting, "read", "script, programstart og vedlagt program"),
    "xfa-laughs.pdf": file(pdf_files.xfa_laughs, "read", "formular med en milliard latter"),
    "revisions-1000.pdf": file(pdf_files.many_revisions, "read unreadable", "gemt 1.000 gange"),
    "user-password.pdf": file(
        lambda: pdf_files.locked(pdf_files.letter(), user="hemmelig", owner="x"), "encrypted", "låst med adgangskode"
    ),
    "owner-password.pdf": file(
        lambda: pdf_files.locked(pdf_files.letter(), user="", owner="x"), "read", "kun låst for rettelser"
    ),
    "noise-before.pdf": file(lambda: "æøå".encode() * 80 + pdf_files.letter(), "read", "480 byte foran"),
    "header-alone.pdf": file(lambda: b"%PDF-1.7\n%%EOF", "unreadable", "kun den første linje"),
    "noise.pdf": file(lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF", "unreadable", "støj"),
    "flipped.pdf": file(lambda: pdf_files.flipped(97), "read unreadable", "hver 97. byte forkert"),
    "cut-10.pdf": file(lambda: pdf_files.cut(0.1), "unreadable", "kun de første 10 %"),
    "cut-50.pdf": file(lambda: pdf_files.cut(0.5), "unreadable", "kun de første 50 %"),
    "cut-90.pdf": file(lambda: pdf_files.cut(0.9), "unreadable", "kun de første 90 %"),
}
