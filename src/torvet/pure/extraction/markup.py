"""XML and HTML without entities, network or unbounded depth: libxml2 stops at 256 levels and 10 MB a text."""

from lxml import etree

from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode


def parse_xml(data: bytes) -> etree._Element:
    """Parse a part of an Office document; a document type declaration is refused, none belongs there."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _refusal(str(error), "XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ExtractionRefused(RefusalCode.UNREADABLE, "DOCTYPE")
    return root


def parse_html(text: str) -> etree._Element | None:
    """Parse a web page, missing and wrong tags included; None if there is nothing in it."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise _refusal(str(error), "HTML") from error
    for problem in parser.error_log:
        if problem.level_name == "FATAL":
            raise _refusal(problem.message, "HTML")
    return root


def _refusal(message: str, kind: str) -> ExtractionRefused:
    """Translate libxml2's message, which may quote the document, into a code."""
    if "depth" in message:
        return ExtractionRefused(RefusalCode.TOO_DEEP)
    if "huge" in message.lower() or "amplification" in message:
        return ExtractionRefused(RefusalCode.TOO_LARGE, kind)
    return ExtractionRefused(RefusalCode.UNREADABLE, kind)
