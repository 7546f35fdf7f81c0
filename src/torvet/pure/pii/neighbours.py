"""What candidates say of each other: a column of numbers, a name before its number, an address after its name, a
name beside its mailbox."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from .addresses import address_after_name
from .candidates import Candidate
from .findings import GATE_THRESHOLD, PiiClass
from .name_lines import name_before
from .name_runs import OFFICIAL_SHARE
from .reading import Reading

_CPR_JOINT = re.compile(rb"[,;:]?[ \xa0\t\r\n(\[|]{1,4}(?:med )?(?:cpr|personn)?[a-z. -]{0,10}:? ?$")
_COLUMN_STEP = 120
_HEADED = frozenset(("context:cpr", "context:cpr-heading"))
_NAME_TO_ADDRESS = 4
_KNOWN = "known-party"
_MAILBOX_REACH = 160
_NAME_PART = re.compile(rb"[a-z\xdf-\xf6\xf8-\xff]{3,30}")
_PLAIN_LETTERS = ((b"\xe6", b"ae"), (b"\xf8", b"oe"), (b"\xe5", b"aa"))


def cpr_columns(candidates: list[Candidate]) -> list[Candidate]:
    """Raise bare digits that stand close below a CPR number under the heading "CPR-nr.": a column of them."""
    column_end = -_COLUMN_STEP
    found = []
    numbers = (c for c in candidates if c.pii_class is PiiClass.CPR and "invalid-date" not in c.reasons)
    for candidate in sorted(numbers, key=lambda c: c.start):
        in_column = candidate.start - column_end < _COLUMN_STEP
        if not _HEADED.isdisjoint(candidate.reasons):
            column_end = candidate.end
        elif in_column and "layout:ten-digits" in candidate.reasons and not _is_labelled(candidate):
            column_end = candidate.end
            found.append(candidate.supported(0.4, "context:column"))
    return found


def _is_labelled(candidate: Candidate) -> bool:
    return any(reason.startswith("labelled:") for reason in candidate.reasons)


def names_before_cpr(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """Take the capitalised words right before a CPR number as its owner's name: "Xhevat Qorri, 250258-5005"."""
    found = []
    for candidate in candidates:
        if candidate.pii_class is PiiClass.CPR and candidate.score >= GATE_THRESHOLD:
            joint = _CPR_JOINT.search(reading.low, max(0, candidate.start - 24), candidate.start)
            name = name_before(reading, joint.start(), "context:cpr-follows") if joint else None
            if name:
                found.append(name)
    return found


def with_addresses_of_people(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """Find or raise an address that stands right after a person's name: that is where the person lives."""
    name_ends = {c.end for c in candidates if c.pii_class is PiiClass.NAME and c.score >= 0.4}
    found = [address for end in sorted(name_ends) if (address := address_after_name(reading, end))]
    return found + [
        c.supported(0.5, "context:name")
        if c.pii_class is PiiClass.ADDRESS and any(c.start - d in name_ends for d in range(1, _NAME_TO_ADDRESS))
        else c
        for c in candidates
    ]


def owners_of_mailboxes(
    reading: Reading, candidates: Sequence[Candidate], public: Sequence[Candidate]
) -> list[Candidate]:
    """Lower the names whose own public mailbox stands right behind: "Mette Holm, mette.holm@by.example".

    The mailbox must be made of the name, so that a citizen who writes to the town's mailbox is no official. A case's
    own people stay found."""
    mailboxes = sorted(c.start for c in public if c.pii_class is PiiClass.EMAIL)
    if not mailboxes:
        return list(candidates)
    return [_lowered(reading, c, mailboxes) if c.pii_class is PiiClass.NAME else c for c in candidates]


def _lowered(reading: Reading, name: Candidate, mailboxes: Sequence[int]) -> Candidate:
    at = bisect_left(mailboxes, name.end)
    if _KNOWN in name.reasons or at == len(mailboxes) or mailboxes[at] - name.end > _MAILBOX_REACH:
        return name
    local = reading.low[mailboxes[at] : mailboxes[at] + 64].partition(b"@")[0]
    words = _NAME_PART.findall(reading.low[name.start : name.end])
    if not any(form in local for word in words for form in (word, _plain(word))):
        return name
    return replace(name, score=name.score * OFFICIAL_SHARE, reasons=(*name.reasons, "role:official"))


def _plain(word: bytes) -> bytes:
    for letter, letters in _PLAIN_LETTERS:
        word = word.replace(letter, letters)
    return word
