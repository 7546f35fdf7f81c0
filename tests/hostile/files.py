"""The corpus: each file with how it is made and how it may end. Nothing is kept on disk; all is written by code.

An end is a code of `reasons.VERSION_REASONS`, or "read": read to its end as what it is, which is fine where nothing in
it does harm. `unsupported` stands only where no reader is meant to exist.
"""

from .entry import READ, Hostile
from .expected_packed import OFFICE, PACKED
from .expected_pdf import PDF
from .expected_texts import MAILS, PICTURES, TEXTS

__all__ = ["HOSTILE", "NAMES", "READ", "Hostile"]

HOSTILE: dict[str, Hostile] = {**PDF, **PICTURES, **PACKED, **OFFICE, **MAILS, **TEXTS}
NAMES = (
    "brev\u202efdp.exe.pdf",
    "a" * 300 + ".pdf",
    "brev\u200b\ufeff.pdf",
    "<script>alert(1)</script>.pdf",
    "CON.pdf",
    "a\0b.pdf",
)
"""Names that a sender gives an ordinary letter; they are never used as names of files here."""

HALF_A_SIGN = "brev\ud800.pdf"
"""No text at all, and yet valid JSON."""
