"""Given names by which people in office are spoken to: »Kære Helene« in a letter to Helene Birk.

What is deliberately not here: anybody who is not named in full in the same text.
"""

import re
from collections.abc import Iterable, Sequence

from .findings import KnownTerm, PiiClass

# Letters only: a street has a number, a mailbox an at sign.
_ABOUT_PERSONS = re.compile(r"[^\W\d_]{1,60}(?:[ .'-]{1,3}[^\W\d_]{1,60}){1,8}\.?")


def given_names(text: str, public: Iterable[str], known: Sequence[KnownTerm] = ()) -> tuple[str, ...]:
    """Return the given names of public people whom the text names in full, so that they may stay as well.

    A given name that a known person has too is private all the same.

    >>> given_names("Kære Helene. Med hilsen, Helene Birk", ["Helene Birk", "Bo Friis"])
    ('Helene',)
    """
    private = {
        term.text.split()[0].casefold() for term in known if term.pii_class is PiiClass.NAME and term.text.split()
    }
    folded = text.casefold()
    named = (name.split() for name in public if " " in name.strip() and _ABOUT_PERSONS.fullmatch(name.strip()))
    called = [
        words[0] for words in named if words[0].casefold() not in private and " ".join(words).casefold() in folded
    ]
    return tuple(dict.fromkeys(called))
