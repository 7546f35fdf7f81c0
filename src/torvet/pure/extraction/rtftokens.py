"""An RTF file (Rich Text Format 1.9.1) as tokens: groups, control words, text in its own encoding. Linear, bounded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode

MAX_DEPTH = 200
"""Word nests some 20 groups; tables in tables 40."""

MAX_TOKENS = 5_000_000
"""A page of Word's RTF has some 3,000."""

TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token; `word` is a control word or symbol, `number` its parameter, `data` text or what \\bin carries."""

    kind: Kind
    word: str = ""
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def tokens_of(data: bytes) -> Iterator[Token]:
    """Split a file; raises ExtractionRefused for groups too deep and for more tokens than any document has.

    What stands behind the end of the outermost group is given too: no reader shows it.
    """
    at = depth = count = 0
    while at < len(data):
        found = TOKEN.match(data, at)
        count += 1
        if count > MAX_TOKENS:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, "RTF")
        if found is None:  # a backslash at the very end, or before a quote without figures
            at += 1
            continue
        at = found.end()
        word, number, code, symbol, brace, text = found.groups()
        if word is not None:
            value = int(number) if number else None
            skipped = max(0, value or 0) if word == b"bin" else 0
            yield Token(Kind.WORD, word.decode("ascii"), value, data[at : at + skipped])
            at += skipped
        elif code is not None:
            yield Token(Kind.BYTES, data=bytes([int(code, 16)]))
        elif symbol is not None:
            yield Token(Kind.SYMBOL, symbol.decode("latin-1"))
        elif text is not None:
            yield Token(Kind.BYTES, data=text)
        elif brace == b"{":
            depth += 1
            if depth > MAX_DEPTH:
                raise ExtractionRefused(RefusalCode.TOO_DEEP)
            yield OPEN
        elif brace == b"}":
            depth = max(0, depth - 1)
            yield CLOSE
