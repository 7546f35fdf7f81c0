"""E-mail addresses, also with the sign written out, with gaps from optical reading, or broken over a line."""

import re
from collections.abc import Iterator

from .candidates import Candidate
from .findings import PiiClass
from .reading import Reading

_LOCAL_LETTERS = rb"[A-Za-z0-9\xc0-\xd6\xd8-\xf6\xf8-\xff.!#$%&'*+/=?^_`{|}~-]"
# Read backwards from the sign, so that a long run of letters costs its length and no more.
_LOCAL_BACKWARDS = re.compile(rb"([ \xa0]?[\r\n]{0,2}[ \xa0]?)((?:" + _LOCAL_LETTERS + rb"){1,64})")
# What an address may go on with further left, read backwards: "anders . holm @" and "anders.hol-" before a line end.
_MORE_BACKWARDS = re.compile(rb"(?: \. ?|(?:\n|\r)[\r]?[-.])((?:" + _LOCAL_LETTERS + rb"){1,40})")
_LABEL = rb"[A-Za-z0-9\xc0-\xd6\xd8-\xf6\xf8-\xff](?:[A-Za-z0-9\xc0-\xd6\xd8-\xf6\xf8-\xff-]{0,62})"
_DOMAIN = re.compile(
    rb"([ \xa0]?[\r\n]{0,2}[ \xa0]?)(" + _LABEL + rb"(?:\." + _LABEL + rb"){0,5}\.[A-Za-z]{2,24})(?![A-Za-z0-9])"
)
_LOOSE_DOMAIN = re.compile(
    rb"(\s{0,2})("
    + _LABEL
    + rb"(?: ?[.,] ?|\.?-?[\r\n]{1,2}\.?)(?:"
    + _LABEL
    + rb" ?[.,] ?)?(?:dk|com|net|org|eu|example|info|se|no|de))(?![A-Za-z0-9])"
)
_WRITTEN_SIGNS = (
    re.compile(rb"\( ?(?:at|a|snabel[ -]?a) ?\)"),
    re.compile(rb"\[ ?(?:at|a|snabel[ -]?a) ?\]"),
)


def find_emails(reading: Reading) -> Iterator[Candidate]:
    """Yield e-mail addresses. Linear: at most 64 characters are read on the left of each sign."""
    for start, end in _signs(reading):
        candidate = _around(reading, start, end)
        if candidate:
            yield candidate


def _signs(reading: Reading) -> Iterator[tuple[int, int]]:
    position = reading.low.find(b"@")
    while position >= 0:
        yield position, position + 1
        position = reading.low.find(b"@", position + 1)
    for pattern in _WRITTEN_SIGNS:
        for match in pattern.finditer(reading.low):
            yield match.span()


def _around(reading: Reading, sign_start: int, sign_end: int) -> Candidate | None:
    local = _LOCAL_BACKWARDS.match(reading.raw[max(0, sign_start - 70) : sign_start][::-1])
    if local is None:
        return None
    letters = local.group(2)[::-1]
    start = sign_start - local.end() + len(letters) - len(letters.lstrip(b".'*|`{<=/"))
    if start >= sign_start - len(local.group(1)):
        return None
    more = _MORE_BACKWARDS.match(reading.raw[max(0, start - 46) : start][::-1])
    if more and (local.group(1) or b"\n" in more.group() or b"\r" in more.group()):
        start -= more.end()
    plain = _DOMAIN.match(reading.raw, sign_end)
    domain = plain or _LOOSE_DOMAIN.match(reading.raw, sign_end)
    if domain is None:
        return None
    spaced = bool(local.group(1) or domain.group(1)) or plain is None
    written = sign_end - sign_start > 1
    reasons = ("address",) + (("sign-written-out",) if written else ()) + (("spaced",) if spaced else ())
    score = 0.98 - (0.2 if spaced else 0) - (0.1 if written else 0)
    return Candidate(PiiClass.EMAIL, start, domain.end(), score, reasons)
