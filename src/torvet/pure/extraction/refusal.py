"""Why a document is not read, as a code for programs and a Danish sentence for the records officer."""

from enum import StrEnum


class RefusalCode(StrEnum):
    """Every reason for which a document is held instead of read."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    UNSUPPORTED = "unsupported"
    AMBIGUOUS = "ambiguous"
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_MANY_PARTS = "too-many-parts"
    TOO_DEEP = "too-deep"
    UNSAFE_ARCHIVE = "unsafe-archive"


class ExtractionRefused(Exception):
    """A document that is not read; `detail` is a type or a figure, never text from the document."""

    def __init__(self, code: RefusalCode, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


_REASONS = {
    RefusalCode.EMPTY: "Filen er tom. Bed afsenderen om at sende den igen.",
    RefusalCode.UNREADABLE: "Filen er beskadiget og kan ikke læses{detail}. Hent den igen fra fagsystemet.",
    RefusalCode.ENCRYPTED: "Filen er låst med en adgangskode. Læg en udgave uden adgangskode på sagen.",
    RefusalCode.UNSUPPORTED: "Filtypen kan ikke læses endnu{detail}. Gem dokumentet som PDF.",
    RefusalCode.AMBIGUOUS: "Filen er to filtyper på én gang{detail}. Gem dokumentet som PDF på ny.",
    RefusalCode.TOO_LARGE: "Filen fylder for meget, når den pakkes ud{detail}. Del den op i mindre filer.",
    RefusalCode.TOO_MANY_PAGES: "Dokumentet har for mange sider{detail}. Del det op i mindre filer.",
    RefusalCode.TOO_MANY_PARTS: "Filen består af for mange dele{detail}. Del den op i mindre filer.",
    RefusalCode.TOO_DEEP: "Filens indhold ligger i for mange lag. Gem dokumentet som PDF.",
    RefusalCode.UNSAFE_ARCHIVE: "Filen er pakket på en usikker måde{detail}. Gem dokumentet som PDF.",
}


def danish_reason(code: RefusalCode, detail: str = "") -> str:
    """Give the sentence an officer reads.

    >>> danish_reason(RefusalCode.UNSUPPORTED, "XLSX")
    'Filtypen kan ikke læses endnu (XLSX). Gem dokumentet som PDF.'
    """
    return _REASONS[code].format(detail=f" ({detail})" if detail else "")
