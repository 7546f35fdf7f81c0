"""The published evaluation set: passages with and without personal data, and the detector's confusion table on them.

Everything is invented and made by counting, so each run gives the same passages. CPR numbers encode births of
1858-1899 or 2038-2057 or are replacement numbers: they belong to nobody living. E-mail addresses end in .example.
What is deliberately not here: real documents. The main set guards against regressions; the held-out part is nearer to
an honest figure; neither promises accuracy in the field."""

from .building import held_out, passages, with_register
from .counting import evaluate, evaluate_groups
from .model import Passage, Tally
from .numbers import cpr_number
from .renderings import CPR_RENDERINGS
from .report import table

__all__ = [
    "CPR_RENDERINGS",
    "Passage",
    "Tally",
    "cpr_number",
    "evaluate",
    "evaluate_groups",
    "held_out",
    "passages",
    "table",
    "with_register",
]
