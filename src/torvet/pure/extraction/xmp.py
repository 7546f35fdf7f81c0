"""The texts in an XMP packet, of a PDF or a picture: what people wrote, not what programs note of themselves."""

import re
from collections.abc import Iterator

from lxml import etree

from torvet.pure.extraction.markup import parse_xml
from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.refusal import ExtractionRefused

MAX_BYTES = 4 << 20
MAX_TEXTS = 500
PACKET_END = re.compile(rb"<\?xpacket[^>]{0,200}\?>|\0")
XML_HEAD = re.compile(rb"^\s{0,1000}<\?xml[^>]{0,200}\?>")
TAG = re.compile(r"<[^<>]{0,4000}>")
SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}")
WRITTEN_BY_PROGRAMS = {
    *("CreatorTool", "Producer", "CreateDate", "ModifyDate", "MetadataDate", "DateCreated", "date", "format"),
    *("DocumentID", "InstanceID", "OriginalDocumentID", "VersionID", "RenditionClass", "PDFVersion", "Trapped"),
    *("conformance", "part", "rev", "amd", "ICCProfile", "ColorMode", "xmptk", "about", "lang", "parseType"),
    *(
        "resource",
        "action",
        "when",
        "changed",
        "softwareAgent",
        "instanceID",
        "documentID",
        "Make",
        "Model",
        "Software",
    ),
    *("Lens", "LensModel", "HistoryWhen", "Schema", "namespaceURI", "prefix", "schema", "hasGainMap"),
}


def texts_of_xmp(packet: bytes) -> list[str]:
    """Give the texts and attributes of a packet; of a broken one, all that stands between its tags."""
    data = XML_HEAD.sub(b"", PACKET_END.sub(b"", packet[:MAX_BYTES])).strip()
    if not data:
        return []
    try:
        texts = _texts(parse_xml(data))
    except (ExtractionRefused, ValueError):
        return _cleaned([TAG.sub(" ", decode(data).text)])
    return _cleaned(texts)


def _texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        for name, text in element.attrib.items():
            if etree.QName(str(name)).localname not in WRITTEN_BY_PROGRAMS:
                yield str(text)
        if _owner(element) not in WRITTEN_BY_PROGRAMS:
            yield element.text or ""
        yield element.tail or ""


def _owner(element: etree._Element) -> str:
    """The name of the property an element belongs to: its own, or that of what holds its list."""
    name = str(etree.QName(element).localname)
    while name in ("li", "Seq", "Bag", "Alt"):
        parent = element.getparent()
        if parent is None:
            break
        element, name = parent, str(etree.QName(parent).localname)
    return name


def _cleaned(texts: list[str] | Iterator[str]) -> list[str]:
    found: dict[str, None] = {}
    for text in texts:
        words = " ".join(text.split())
        if SAYS_SOMETHING.search(words) and not words.startswith(("http://", "https://", "uuid:", "xmp.")):
            found[words] = None
        if len(found) >= MAX_TEXTS:
            break
    return list(found)
