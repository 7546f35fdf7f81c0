"""What the words beside a name say of the person: somebody described, somebody in office, somebody of a firm.

The role is the occurrence's, never the name's: who is mayor in one line may be a neighbour in the next."""

import re

from .reading import Reading
from .role_lists import OFFICE_ENDINGS, OFFICES, ROLE_WORDS

PREPOSITIONS = frozenset((b"af", b"hos", b"til", b"fra", b"med", b"om", b"mellem", b"for"))
_TO_WORDS = bytes.maketrans(b",:()\n\r\t", b"       ")
_PARTY_AFTER = re.compile(rb",? ?\((?:[abcdfikmov\xf8\xe5\xe6]|nb|lib\.?|sf|df|ra)\)")
_OFFICE_AFTER = re.compile(
    rb"(?:, |[ \t]{0,3}\r?\n[ \t]{0,8})(?:vice)?(?:borgmester|r\xe5dmand|byr\xe5dsmedlem|kommunaldirekt\xf8r"
    rb"|kommunalbestyrelsesmedlem|regionsr\xe5dsmedlem|folketingsmedlem|[a-z\xe6\xf8\xe5]{2,20}minister"
    rb"|formand for|direkt\xf8r for)"
)
_MAY_OPEN_OFFICE = (b",", b" ", b"\t", b"\r", b"\n")
_DIRECTORS = frozenset(
    (b"direkt\xf8r", b"direkt\xf8ren", b"ceo", b"partner", b"projektleder", b"projektchef", b"salgschef")
)
_FIRM_NEAR = re.compile(rb"(?:^|[ ,])(?:a/s|aps|i/s|k/s|p/s|amba|as)(?![a-z])")
_PERSON_AFTER = re.compile(
    rb"(?:,? (?:f\xf8dt|bosiddende|boende|bor (?:p\xe5|i|sammen|alene)|ringede|m\xf8dte op"
    rb"|har (?:s\xf8gt|ans\xf8gt|klaget)|klager over|og (?:hans|hendes) )|,? \(f(?:\.|\xf8dt)|,? \d{1,2} \xe5r\b"
    rb"|s? (?:bop\xe6l|cpr|personnummer|mor|far|datter|s\xf8n|b\xf8rn|\xe6gtef\xe6lle|kone|hustru|samlever)\b)"
)
_PERSON_BEFORE = re.compile(
    rb"(?:navn er|hedder|undertegnede,?|familien|boet efter|if\xf8lge|s\xf8nnen|sin s\xf8n|datteren"
    rb"|min (?:mor|far|mand|kone|s\xf8n)|sammen med|solgt til|f\xf8rstn\xe6vnte) $"
)
_LAST_OF_PERSON_BEFORE = frozenset(
    (
        *(b"er", b"hedder", b"undertegnede", b"familien", b"efter", b"if\xf8lge", b"s\xf8nnen", b"s\xf8n", b"datteren"),
        *(b"mor", b"far", b"mand", b"kone", b"med", b"til", b"f\xf8rstn\xe6vnte"),
    )
)


def word_before(reading: Reading, start: int) -> bytes:
    """Give the word right before a place, marks and line ends passed over; empty if there is none close by."""
    before = reading.low[max(0, start - 40) : start].translate(_TO_WORDS).rsplit(None, 1)
    return before[-1] if before else b""


def is_role(word: bytes) -> bool:
    """Tell whether a word right before a name says what the person is: "ejeren", "advokat", "af"."""
    return word in ROLE_WORDS


def says_person_before(reading: Reading, start: int, word: bytes) -> bool:
    """Tell whether the words right before, the last of them `word`, can only be followed by a person."""
    if word not in _LAST_OF_PERSON_BEFORE:
        return False
    return _PERSON_BEFORE.search(reading.low, max(0, start - 24), start) is not None


def says_person_after(reading: Reading, end: int) -> bool:
    """Tell whether what follows is told of people only: "..., født i Vejle", "... bor på"."""
    return _PERSON_AFTER.match(reading.low, end) is not None


def acts_in_office(reading: Reading, word: bytes, end: int) -> bool:
    """Tell whether the person whose name ends here is spoken of as the holder of an office, or as a firm's director.

    `word` is the word before the name."""
    if word in OFFICES or word.endswith(OFFICE_ENDINGS):
        return True
    if reading.raw[end : end + 1] in _MAY_OPEN_OFFICE and (
        _PARTY_AFTER.match(reading.low, end) or _OFFICE_AFTER.match(reading.low, end)
    ):
        return True
    if word not in _DIRECTORS:
        return False
    return _FIRM_NEAR.search(reading.low[end : end + 70]) is not None
