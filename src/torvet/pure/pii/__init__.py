"""Personal data in Danish municipal text: where it stands, what it is, how sure, and why.

Rules with scores and reasons: CPR numbers in every written form, telephones, e-mail, accounts and IBAN,
names and addresses, and the case's own people searched for exactly. Standard library and python-stdnum
only. What is deliberately not here: files, pages and boxes (extraction), covering (redaction), and policy
(the caller's)."""

from .addressing import given_names
from .findings import CERTAIN_THRESHOLD, GATE_THRESHOLD, RULE_PACK_VERSION, Finding, KnownTerm, PiiClass
from .screening import scan
from .sensitive import SensitiveMatter, health_matters, sensitive_matters
from .sensitive_words import Matter

__all__ = [
    "CERTAIN_THRESHOLD",
    "GATE_THRESHOLD",
    "RULE_PACK_VERSION",
    "Finding",
    "KnownTerm",
    "Matter",
    "PiiClass",
    "SensitiveMatter",
    "given_names",
    "health_matters",
    "scan",
    "sensitive_matters",
]
