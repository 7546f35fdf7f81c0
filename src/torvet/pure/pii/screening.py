"""One pass over a text: every rule's candidates, weighed against each other, given back as findings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from .accounts import find_accounts, find_ibans, find_labelled_accounts
from .addresses import address_after_name, find_addresses
from .birth_dates import find_birth_dates, find_birth_dates_in_row
from .candidates import Candidate
from .columns import find_split_cpr
from .cpr import find_cpr
from .digits import DigitRow, digit_rows
from .emails import find_emails
from .findings import GATE_THRESHOLD, Finding, KnownTerm, PiiClass
from .firms import find_sole_traders
from .known import find_known
from .name_lines import name_before
from .names import find_names
from .papers import find_paper_numbers, find_papers
from .phones import find_foreign_phones, find_phones
from .plates import find_plates
from .public import public_terms
from .reading import Reading, read

_CPR_JOINT = re.compile(rb"[,;:]?[ \xa0\t\r\n(\[|]{1,4}(?:med )?(?:cpr|personn)?[a-z. -]{0,10}:? ?$")
# Words without which no rule for labelled numbers finds anything: one search in place of three.
_LABEL = re.compile(rb"reg|k(?:to|ont|ort|\xf8rek)|pas|rejsed|udl\xe6|driv|cvr|se[ -]?n")
_LABEL_WINDOW = 60
_FAINTEST = 0.1
_COLUMN_STEP = 120
_HEADED = frozenset(("context:cpr", "context:cpr-heading"))
_NAME_TO_ADDRESS = 4


def scan(text: str, *, known: Sequence[KnownTerm] = (), public: Sequence[str] = ()) -> list[Finding]:
    """Find personal data in a text of n code points, in O(n x (1 + known terms)) time.

    Gives findings in order of place, none overlapping, with offsets in code points of `text`. Findings
    under GATE_THRESHOLD are given too: they are traces for whoever looks closer, and no ground for covering
    anything. `known` are data of the case's own parties; `public` are strings that are no finding where
    they stand (people in office, role mailboxes and their domains, the switchboard, the case's own
    property). Raises ValueError for over 400 known terms.

    `scan("Cpr-nr. 250258-5005")` gives one finding: CPR, 8 to 19.
    """
    reading = read(text)
    rows = list(digit_rows(reading))
    candidates = [*_by_rules(reading, rows), *find_known(reading, rows, known)]
    candidates += [*_cpr_columns(candidates), *_names_before_cpr(reading, candidates)]
    stay = public_terms(public) if public else None
    kept = [c for c in candidates if c.score >= _FAINTEST and not (stay and stay.covers(reading, c))]
    return [_finding(reading, c) for c in settle(_with_neighbours(reading, kept))]


def _by_rules(reading: Reading, rows: Iterable[DigitRow]) -> Iterator[Candidate]:
    for row in rows:
        if not row.digits:
            continue
        yield from find_cpr(reading, row)
        yield from find_phones(reading, row)
        if not row.misread:
            yield from find_accounts(reading, row)
            if _LABEL.search(reading.low, max(0, row.at[0] - _LABEL_WINDOW), row.at[-1]):
                yield from find_labelled_accounts(reading, row)
                yield from find_paper_numbers(reading, row)
                yield from find_sole_traders(reading, row)
            yield from find_birth_dates_in_row(reading, row)
    yield from find_split_cpr(reading)
    yield from find_foreign_phones(reading)
    yield from find_ibans(reading)
    yield from find_emails(reading)
    yield from find_names(reading)
    yield from find_addresses(reading)
    yield from find_birth_dates(reading)
    yield from find_papers(reading)
    yield from find_plates(reading)


def _cpr_columns(candidates: list[Candidate]) -> list[Candidate]:
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


def _names_before_cpr(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """Take the capitalised words right before a CPR number as its owner's name: "Xhevat Qorri, 250258-5005"."""
    found = []
    for candidate in candidates:
        if candidate.pii_class is PiiClass.CPR and candidate.score >= GATE_THRESHOLD:
            joint = _CPR_JOINT.search(reading.low, max(0, candidate.start - 24), candidate.start)
            name = name_before(reading, joint.start(), "context:cpr-follows") if joint else None
            if name:
                found.append(name)
    return found


def _with_neighbours(reading: Reading, candidates: list[Candidate]) -> list[Candidate]:
    """Find or raise an address that stands right after a person's name: that is where the person lives."""
    name_ends = {c.end for c in candidates if c.pii_class is PiiClass.NAME and c.score >= 0.4}
    found = [address for end in sorted(name_ends) if (address := address_after_name(reading, end))]
    return found + [
        c.supported(0.5, "context:name")
        if c.pii_class is PiiClass.ADDRESS and any(c.start - d in name_ends for d in range(1, _NAME_TO_ADDRESS))
        else c
        for c in candidates
    ]


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Choose among overlapping candidates: the higher score wins, then the longer; same class is merged. O(n log
    n)."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.start - c.end, c.start)):
        first, last = _overlapping(chosen, candidate)
        if first == last:
            chosen.insert(first, candidate)
        elif last - first == 1 and chosen[first].pii_class is candidate.pii_class:
            chosen[first] = _merged(chosen[first], candidate)
    return chosen


def _overlapping(chosen: list[Candidate], candidate: Candidate) -> tuple[int, int]:
    """Give the slice of `chosen` (in order, none overlapping) that the candidate overlaps."""
    first = bisect_right(chosen, candidate.start, key=lambda c: c.end)
    last = bisect_left(chosen, candidate.end, key=lambda c: c.start)
    return first, max(first, last)


def _merged(best: Candidate, other: Candidate) -> Candidate:
    """Join two candidates of one class; a much weaker one does not stretch the better one."""
    if other.score < best.score * 0.5:
        return best
    reasons = (*best.reasons, *(reason for reason in other.reasons if reason not in best.reasons))
    return Candidate(best.pii_class, min(best.start, other.start), max(best.end, other.end), best.score, reasons)


def _finding(reading: Reading, candidate: Candidate) -> Finding:
    start, end = reading.span(candidate.start, candidate.end)
    return Finding(candidate.pii_class, start, end, round(min(candidate.score, 1.0), 3), candidate.reasons)
