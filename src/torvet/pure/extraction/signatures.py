"""How files begin and what their packages say they are: tables for `identification`."""

from torvet.pure.extraction.model import MediaType

PICTURES = (
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"II*\x00", MediaType.TIFF),
    (b"MM\x00*", MediaType.TIFF),
    (b"II+\x00", MediaType.TIFF),
    (b"MM\x00+", MediaType.TIFF),
)
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
"""What the file type box of a picture in HEVC says (ISO 23008-12, annex B)."""

UNREAD_SIGNATURES = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"%!PS", "PostScript"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"\x78\x9f\x3e\x22", "winmail.dat"),
)
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIL_PROPERTIES = "__properties_version1.0"
COMPOUND_STREAMS = (
    ("EncryptedPackage", ""),
    ("WordDocument", "DOC"),
    ("Workbook", "XLS"),
    ("Book", "XLS"),
    ("PowerPoint Document", "PPT"),
    ("VisioDocument", "VSD"),
)
OFFICE_TYPES: tuple[tuple[str, MediaType | str], ...] = (
    ("wordprocessingml.document.main+xml", MediaType.DOCX),
    ("spreadsheetml.sheet.main+xml", MediaType.XLSX),
    ("presentationml.presentation.main+xml", MediaType.PPTX),
    ("word.document.macroEnabled.main+xml", "DOCM"),
    ("wordprocessingml.template.main+xml", "DOTX"),
    ("word.template.macroEnabledTemplate.main+xml", "DOTM"),
    ("ms-excel.sheet.macroEnabled.main+xml", "XLSM"),
    ("spreadsheetml.template.main+xml", "XLTX"),
    ("ms-excel.template.macroEnabled.main+xml", "XLTM"),
    ("ms-excel.addin.macroEnabled.main+xml", "XLAM"),
    ("ms-excel.sheet.binary.macroEnabled.main", "XLSB"),
    ("ms-powerpoint.presentation.macroEnabled.main+xml", "PPTM"),
    ("ms-powerpoint.slideshow.macroEnabled.main+xml", "PPSM"),
    ("ms-powerpoint.template.macroEnabled.main+xml", "POTM"),
    ("presentationml.slideshow.main+xml", "PPSX"),
    ("presentationml.template.main+xml", "POTX"),
)
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OPEN_DOCUMENT_TYPES: dict[str, MediaType | str] = {
    "text": MediaType.ODT,
    "spreadsheet": MediaType.ODS,
    "presentation": "ODP",
    "graphics": "ODG",
    "formula": "ODF",
    "text-template": "OTT",
    "spreadsheet-template": "OTS",
    "presentation-template": "OTP",
    "text-master": "ODM",
}
OTHER_PACKAGES = (
    ("[Content_Types].xml", "OPC"),
    ("META-INF/MANIFEST.MF", "JAR"),
    ("Index/Document.iwa", "iWork"),
    ("AndroidManifest.xml", "APK"),
)
