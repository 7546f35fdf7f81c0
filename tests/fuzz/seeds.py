"""Small valid files to begin with, by target; a fuzzer without them never comes past the first signature."""

from tests.hostile import letters, packed_files, pdf_files, pictures

from torvet.pure.extraction.tests.samples import mail, mail_of_parts

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:p><w:ins w:author="B">'
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Referat</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r></w:p></w:body></w:document>'
)
SHEET = (
    f'<worksheet xmlns="{packed_files.SHEET}"><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1">'
    '<c r="A1" t="inlineStr"><is><t>Referat</t></is></c><c r="B1"><f>1+1</f><v>2</v></c></row></sheetData>'
    '<mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
)
OPEN_TEXT = (
    '<text:p text:style-name="A">Referat<text:s text:c="3"/><text:tab/></text:p><text:list><text:list-item><text:p>et'
    "</text:p></text:list-item></text:list><text:tracked-changes/><table:table><table:table-row><table:table-cell"
    ' table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
)
OPEN_SHEET = (
    '<table:table table:name="A" table:display="false"><table:table-row table:number-rows-repeated="3">'
    '<table:table-cell office:value-type="float" office:value="2">'
    "<text:p>2</text:p></table:table-cell></table:table-row></table:table>"
)
SLIDE = (
    '<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" show="0"><p:cSld><p:spTree><p:sp><p:nvSpPr>'
    '<p:cNvPr id="2" name="A" descr="B" hidden="1"/></p:nvSpPr>'
    '<p:spPr><a:xfrm><a:off x="-9" y="0"/><a:ext cx="9" cy="9"/>'
    "</a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>Referat</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
)
ENTRY = (
    '{"id":"E1","version":1,"sequence":1,"case":"S1","number":1,"status":"active","direction":"in","title":"Klage",'
    '"document_type":"application","journaled_at":"2026-01-05T10:00:00+01:00","document_date":"2026-01-05",'
    '"access":"open","files":[{"id":"F1","name":"brev.pdf","path":"files/brev.pdf"}]}'
)
CASE = (
    '{"id":"S1","version":1,"number":"BYG-1","title":"Havnegade 41","case_type":"building","kle":"02.34.02",'
    '"facet":"P19","department":"tm","status":"open","opened_on":"2026-01-05","parties":[{"role":"applicant",'
    '"kind":"person","name":"Anna Holm","cpr":"610190-5004"}]}'
)
COVER = (
    '{"format":"torvet-delivery","format_version":1,"source_system":"fjordby-esdh","delivery_id":"1",'
    '"created_at":"2026-11-22T20:00:00+01:00"}'
)
HTML = "<h1>A</h1><p hidden>B<table><tr><td colspan=2>C<ul><li>D<img alt=E><script>F</script>"
TEXT = (b"Referat\r\n\r\na  b   c\n", letters.table(4, 3), "Blåbær".encode("latin-1"), letters.odd_signs())
LETTER = (
    "Anna Holm, cpr. 610190-5004, Kløvervej 7, 8230 Fjordby, tlf. 40 11 22 33, anna@privat.example, "
    "konto 1234 0001234567, IBAN DK50 0040 0440 1162 43, CVR 12345674. Hun er syg og medlem af en fagforening."
).encode()

SEEDS: dict[str, tuple[bytes, ...]] = {
    "identify": (pdf_files.letter()[:200], packed_files.named("a"), letters.outlook(), mail(b"hej"), b"a;b\n1;2\n" * 3),
    "extract-pdf": (pdf_files.letter(), pdf_files.field_loop(), pdf_files.acting(), pdf_files.many_annotations(2)),
    "extract-docx": (WORD.encode(),),
    "extract-xlsx": (SHEET.encode(),),
    "extract-pptx": (SLIDE.encode(),),
    "extract-odt": (OPEN_TEXT.encode(),),
    "extract-ods": (OPEN_SHEET.encode(),),
    "extract-zip": (packed_files.named("brev.txt"), packed_files.nested(2), packed_files.office("word", WORD)),
    "extract-eml": (
        mail(b"Hej"),
        mail_of_parts([("Content-Type: text/html", b"<p>Hej"), ('Content-Type: image/png; name="a"', b"x")]),
        letters.prefix_boundary(),
        letters.bad_base64()[:700],
    ),
    "extract-msg": (letters.outlook(),),
    "extract-rtf": (rb"{\rtf1\ansi{\fonttbl{\f0 A;}}\f0 Referat\'e5\par{\*\annotation x}\u229?\bin3 abc}",),
    "extract-html": (letters.page(HTML),),
    "extract-text": TEXT,
    "extract-picture": (pictures.small(), pictures.small("PNG"), pictures.tiff(2), pictures.heic(300)),
    "delivery-line": (b"E" + ENTRY.encode(), b"C" + CASE.encode(), b'O{"name":"Lise"}'),
    "delivery-cover": (COVER.encode(),),
    "delivery-zip": (packed_files.zipped([("delivery.json", COVER), ("entries.jsonl", ENTRY), ("files/a", "x")]),),
    "scan": (LETTER,),
    "redact": (pdf_files.letter(), pdf_files.compressed_objects()),
}  # fmt: skip
