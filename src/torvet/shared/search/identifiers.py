"""Numbers people know things by, in one spelling: case numbers, KLE, matrikel, BFE, CVR.

What is here: how they are recognised and made equal (`0007 a` is `7a`, `22/000743` is `22-743`). What is not:
whether such a number exists.
"""

import re
from enum import StrEnum

LIMIT_CHARACTERS = 80


class IdentifierKind(StrEnum):
    """What a number names. A plain one says nothing about it: a case number, a journal number."""

    PLAIN = "plain"
    MATRIKEL = "matrikel"
    BFE = "bfe"
    KLE = "kle"
    CVR = "cvr"


WRITTEN = re.compile(
    r"""(?<![\w])(?:
        (?P<matrikel>matr(?:ikel)?\.?\s*-?(?:nummer|nr\.?)?) |
        (?P<bfe>bfe(?:\s*-?(?:nummer|nr\.?))?) |
        (?P<cvr>cvr(?:\s*-?(?:nummer|nr\.?))?) |
        (?P<kle>kle(?:\s*-?(?:nummer|nr\.?|emne))?)
    )\s*:?\s*(?P<value>[0-9][0-9A-Za-z./-]*(?:(?<=[0-9])\s(?!(?:ad|af|at|de|du|en|er|et|i|og|om|or|på|to|vi)(?!\w))[a-zæøå]{1,2}(?!\w))?)""",
    re.IGNORECASE | re.VERBOSE,
)
"""A number with the word that says what it is: 'matr. nr. 7 a', 'BFE-nummer 1234567', 'KLE 01.02.05-P19'."""

KLE_NUMBER = re.compile(r"[0-9]{2}\.[0-9]{2}(?:\.[0-9]{2})?(?:-?[A-Z][0-9]{2})?")
SEPARATORS = re.compile(r"[\s./:_–-]+")
LETTER_APART = re.compile(r"(?<=[0-9])\s+(?=[a-zæøå]{1,2}(?![\w]))")
DIGITS = re.compile(r"[0-9]+")


def normalise(text: str) -> str:
    """Write an identifier in the one spelling that is compared.

    Example: `normalise("22/000743") == "22-743"`, `normalise("0007 A") == "7a"`, `normalise("§") == ""`.
    """
    visible = "".join(sign for sign in text[:LIMIT_CHARACTERS].lower() if sign.isalnum() or SEPARATORS.match(sign))
    lowered = LETTER_APART.sub("", visible.strip())
    parts = [part for part in SEPARATORS.split(lowered) if part]
    return "-".join(DIGITS.sub(lambda found: found.group().lstrip("0") or "0", part) for part in parts)


def typed(kind: IdentifierKind, value: str) -> str:
    """The term under which an identifier of a known kind stands in the index."""
    return f"{kind.value}~{normalise(value)}"


def terms(text: str) -> tuple[str, ...]:
    """All terms under which a written identifier is found: plain, and by its kind where that is known.

    Example: `terms("matr. nr. 0007 a Fjordby")` holds `7a` and `matrikel~7a`.
    """
    found = WRITTEN.match(text.strip())
    if found is None or found.lastgroup is None:
        plain = normalise(text)
        kle = (typed(IdentifierKind.KLE, text),) if KLE_NUMBER.fullmatch(text.strip()) else ()
        return tuple(term for term in (plain, *kle) if term)
    kind, value = kind_of(found), found["value"]
    return tuple(dict.fromkeys(term for term in (normalise(value), typed(kind, value)) if term))


def kind_of(found: re.Match[str]) -> IdentifierKind:
    """The kind that a match of `WRITTEN` names."""
    return next(kind for kind in IdentifierKind if kind is not IdentifierKind.PLAIN and found[kind.value] is not None)
