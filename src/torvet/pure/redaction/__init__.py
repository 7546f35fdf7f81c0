"""Redaction of PDF files, and the proof that it worked.

The original is never edited. `redact` builds a new file in which covered glyphs are gone and only allowed
parts remain; `prove` checks it against the original with independent readers, every decoded object, the
detector and the pages' pictures; `inspect` repeats what anyone can check from the published file alone.
`redact_and_prove` is the way to a file that may be published: if its proof does not hold, it may not.

Not here: finding personal data (the caller hands in boxes, secrets and a detector), OCR, and any limit on
memory or time; run it in a sandbox, since a hostile file can make a parser abort the process.
"""

from torvet.pure.redaction.box import Box, redact_text
from torvet.pure.redaction.dropped import Dropped, DroppedPart
from torvet.pure.redaction.leak_report import leak_lines
from torvet.pure.redaction.leak_values import Leak, LeakKind, LeakReport
from torvet.pure.redaction.leaks import find_leaks
from torvet.pure.redaction.problems import FileProblem, RasterReason, UnreadableFile
from torvet.pure.redaction.proof import Check, CheckName, Proof
from torvet.pure.redaction.proving import Recognise, inspect, prove
from torvet.pure.redaction.publishing import redact_and_prove
from torvet.pure.redaction.redacting import HiddenFinding, Method, RedactedFile, redact
from torvet.pure.redaction.report import report_lines
from torvet.pure.redaction.visibility import HiddenText

__all__ = [
    "Box",
    "Check",
    "CheckName",
    "Dropped",
    "DroppedPart",
    "FileProblem",
    "HiddenFinding",
    "HiddenText",
    "Leak",
    "LeakKind",
    "LeakReport",
    "Method",
    "Proof",
    "RasterReason",
    "Recognise",
    "RedactedFile",
    "UnreadableFile",
    "find_leaks",
    "inspect",
    "leak_lines",
    "prove",
    "redact",
    "redact_and_prove",
    "redact_text",
    "report_lines",
]
