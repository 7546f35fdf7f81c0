"""One pass over a text: every rule's candidates, weighed against each other, given back as findings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from .accounts import find_accounts, find_ibans, find_labelled_accounts
from .addresses import find_addresses
from .birth_dates import find_birth_dates, find_birth_dates_in_row
from .candidates import Candidate
from .columns import find_split_cpr
from .cpr import find_cpr
from .digits import DigitRow, digit_rows
from .emails import find_emails
from .findings import Finding, KnownTerm
from .firms import find_sole_traders
from .known import find_known
from .names import find_names
from .neighbours import cpr_columns, names_before_cpr, owners_of_mailboxes, with_addresses_of_people
from .papers import find_paper_numbers, find_papers
from .phones import find_foreign_phones, find_phones
from .plates import find_plates
from .public import PublicTerms, public_terms
from .reading import Reading, read

# Words without which no rule for labelled numbers finds anything: one search in place of three.
_LABEL = re.compile(rb"reg|k(?:to|ont|ort|\xf8rek)|pas|rejsed|udl\xe6|driv|cvr|se[ -]?n")
_LABEL_WINDOW = 60
_FAINTEST = 0.1


def scan(text: str, *, known: Sequence[KnownTerm] = (), public: Sequence[str] = ()) -> list[Finding]:
    """Find personal data in a text of n code points, in O(n x (1 + known terms)) time.

    Gives findings in order of place, none overlapping, with offsets in code points of `text`. Findings
    under GATE_THRESHOLD are given too: they are traces for whoever looks closer, and no ground for covering
    anything. `known` are data of the case's own parties; `public` are strings that are no finding where
    they stand (people in office, role mailboxes and their domains, the switchboard, the case's own
    property). Raises ValueError for over 20,000 known terms.

    `scan("Cpr-nr. 250258-5005")` gives one finding: CPR, 8 to 19.
    """
    reading = read(text)
    rows = list(digit_rows(reading))
    candidates = [*_by_rules(reading, rows), *find_known(reading, rows, known)]
    candidates += [*cpr_columns(candidates), *names_before_cpr(reading, candidates)]
    stay = public_terms(public)
    private, mailboxes = _parted(reading, stay, candidates)
    private = owners_of_mailboxes(reading, private, mailboxes)
    private = with_addresses_of_people(reading, [c for c in private if c.score >= _FAINTEST])
    return [_finding(reading, candidate) for candidate in settle(_parted(reading, stay, private)[0])]


def _parted(
    reading: Reading, stay: PublicTerms, candidates: list[Candidate]
) -> tuple[list[Candidate], list[Candidate]]:
    """Part what is to be found from what is public and stays."""
    if not (stay.texts or stay.digits):
        return candidates, []
    private: list[Candidate] = []
    public: list[Candidate] = []
    for candidate in candidates:
        (public if stay.covers(reading, candidate) else private).append(candidate)
    return private, public


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
