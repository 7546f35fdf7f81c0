"""Tables of open records, in the order a document travels: case file, version, examination, publication, rules."""

from torvet.modules.records.models.case_file import Case, Document, JournalEntry, Official, Party
from torvet.modules.records.models.copies import PageBand, PageFingerprint
from torvet.modules.records.models.delivery import Delivery, QuarantinedItem
from torvet.modules.records.models.examination import Finding, Layer, Page, Redaction
from torvet.modules.records.models.policy import LegalGround, PolicyRule, WaitingTime
from torvet.modules.records.models.publication import Publication, Rendition, Withdrawal
from torvet.modules.records.models.version import DocumentVersion, State
from torvet.modules.records.models.watching import PublicationStop, RobotRun

__all__ = [
    "Case",
    "Delivery",
    "Document",
    "DocumentVersion",
    "Finding",
    "JournalEntry",
    "Layer",
    "LegalGround",
    "Official",
    "Page",
    "PageBand",
    "PageFingerprint",
    "Party",
    "PolicyRule",
    "Publication",
    "PublicationStop",
    "QuarantinedItem",
    "Redaction",
    "Rendition",
    "RobotRun",
    "State",
    "WaitingTime",
    "Withdrawal",
]
