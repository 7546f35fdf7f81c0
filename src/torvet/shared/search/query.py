"""What was typed, as a tree. Every text has a reading; nothing a visitor types is an error.

The grammar: words (all must be there), AND/OG, OR/ELLER or `|`, NOT/IKKE or `-`, parentheses, "phrases",
prefix*, field:value, and identifiers with the word before them (matr. nr. 7 a). Operators are written in
capitals. What cannot be read as meant is read as plain words, and a note says so.

Not here: the words' Danish analysis and the engine (see `compiling`); refusing CPR numbers (see `searching`).
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from torvet.shared.search.contract import Note, ReadingKind
from torvet.shared.search.dates import day_span, year_span
from torvet.shared.search.identifiers import WRITTEN, IdentifierKind, kind_of, normalise

MAX_CHARACTERS = 500
"""As eInnsyn: longer than any question, short enough for an address line."""
MAX_WORDS = 32
MAX_DEPTH = 8
LEAST_PREFIX = 2


@dataclass(frozen=True, slots=True)
class Everything:
    """No restriction."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any inflection."""

    text: str


@dataclass(frozen=True, slots=True)
class Exact:
    """One word in quotation marks: just this form."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words beside each other."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word."""

    text: str


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number whose kind was said."""

    kind: IdentifierKind
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """A field that holds one of few values: department, kind, type, status, case number."""

    field: ReadingKind
    text: str


@dataclass(frozen=True, slots=True)
class Days:
    """Dated from one day to another, both included; `field` says how it was typed."""

    field: ReadingKind
    first: date | None
    last: date | None


Text = Word | Exact | Phrase | Prefix


@dataclass(frozen=True, slots=True)
class InTitle:
    """A word or phrase in the title."""

    node: Text


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """All of it."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of it."""

    nodes: tuple["Node", ...]


Node = Everything | Word | Exact | Phrase | Prefix | Identifier | Value | Days | InTitle | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A tree and what to tell about how it came to be."""

    node: Node
    notes: tuple[Note, ...]


FIELDS = {
    **dict.fromkeys(("afdeling", "department"), ReadingKind.DEPARTMENT),
    **dict.fromkeys(("art", "kind"), ReadingKind.KIND),
    **dict.fromkeys(("type", "dokumenttype"), ReadingKind.TYPE),
    **dict.fromkeys(("status",), ReadingKind.STATUS),
    **dict.fromkeys(("sag", "sagsnummer", "case"), ReadingKind.CASE),
    **dict.fromkeys(("titel", "title"), ReadingKind.TITLE),
    **dict.fromkeys(("år", "aar", "year"), ReadingKind.YEAR),
    **dict.fromkeys(("fra", "from"), ReadingKind.FROM),
    **dict.fromkeys(("til", "to"), ReadingKind.TO),
}
IDENTIFIER_FIELDS = {
    **dict.fromkeys(("matrikel", "matr", "cadastre"), IdentifierKind.MATRIKEL),
    "bfe": IdentifierKind.BFE,
    "kle": IdentifierKind.KLE,
    "cvr": IdentifierKind.CVR,
}
OPERATORS = {"AND": "and", "OG": "and", "OR": "or", "ELLER": "or", "NOT": "not", "IKKE": "not"}
QUOTES = '"“”„»«'
STOP_WORDS = frozenset(
    [
        "ad",
        "af",
        "alle",
        "alt",
        "at",
        "da",
        "de",
        "dem",
        "den",
        "denne",
        "der",
        "deres",
        "det",
        "dette",
        "dig",
        "din",
        "disse",
        "dog",
        "du",
        "efter",
        "eller",
        "en",
        "end",
        "er",
        "et",
        "for",
        "fra",
        "ham",
        "han",
        "hans",
        "har",
        "hende",
        "hendes",
        "her",
        "hun",
        "hvad",
        "hvis",
        "hvor",
        "i",
        "ikke",
        "ind",
        "jeg",
        "jer",
        "jo",
        "kan",
        "kunne",
        "man",
        "med",
        "men",
        "mig",
        "min",
        "mod",
        "må",
        "ned",
        "nogle",
        "noget",
        "nu",
        "når",
        "og",
        "også",
        "om",
        "op",
        "os",
        "over",
        "på",
        "sig",
        "sin",
        "skal",
        "skulle",
        "som",
        "så",
        "til",
        "ud",
        "under",
        "var",
        "ved",
        "vi",
        "vil",
        "ville",
        "vor",
        "vores",
        "være",
        "været",
    ]
)
"""Words without content of their own; they narrow nothing down and cost the most."""

LEXEME = re.compile(
    rf"""(?P<space>\s+)
    | (?P<open>\() | (?P<close>\)) | (?P<or>\|+)
    | (?P<phrase>[{QUOTES}](?P<inside>[^{QUOTES}]*)[{QUOTES}])
    | (?P<quote>[{QUOTES}])
    | (?P<field>[A-Za-zÆØÅæøå]+):(?P<value>[{QUOTES}][^{QUOTES}]*[{QUOTES}]|[^\s(){QUOTES}|]*)
    | (?P<sign>[-+](?=[^\s+-]))
    | (?P<word>[^\s(){QUOTES}|]+)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    node: Node | None = None


def parse(text: str, *, limit: int = MAX_CHARACTERS) -> Query:
    """Read any text as a query; raises nothing.

    Example: `parse("skole -privat").node == And((Word("skole"), Not(Word("privat"))))`.
    """
    reader = _Reader()
    cleaned = clean(text)
    if len(cleaned) > limit:
        reader.note(Note.CUT_AT_500)
        cleaned = cleaned[:limit]
    node = _without_stop_words(_Parser(reader.limited(reader.tokens(cleaned)), reader).parse(), reader)
    if isinstance(node, Everything) and cleaned and set(cleaned) != {"*"}:
        reader.note(Note.NOTHING_TO_SEARCH_FOR)
    return Query(node, tuple(reader.notes))


def clean(text: str) -> str:
    """Compose letters, and drop what cannot be seen: control, zero-width and direction characters."""
    composed = unicodedata.normalize("NFC", text)
    visible = (
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Zs"} else sign
        for sign in composed
        if unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"}
    )
    return " ".join("".join(visible).split())


def _trim(text: str) -> str:
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def _quoted(inside: str) -> Text | None:
    words = [word for word in (_trim(part) for part in inside.split()) if word]
    if not words:
        return None
    return Exact(words[0]) if len(words) == 1 else Phrase(" ".join(words))


class _Reader:
    """Turns characters into tokens and collects notes."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    def note(self, note: Note) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def tokens(self, text: str) -> list[_Token]:
        found: list[_Token] = []
        position = 0
        while position < len(text):
            written = WRITTEN.match(text, position) if _starts_word(text, position) else None
            if written is not None and not text[written.end() : written.end() + 1].isalnum():
                found.append(_Token("leaf", Identifier(kind_of(written), normalise(written["value"]))))
                position = written.end()
                continue
            lexeme = LEXEME.match(text, position)
            if lexeme is None:
                position += 1
                continue
            found.extend(self._token(lexeme))
            position = lexeme.end()
        return found

    def limited(self, tokens: list[_Token]) -> list[_Token]:
        kept, leaves = [], 0
        for token in tokens:
            leaves += token.kind == "leaf"
            if leaves > MAX_WORDS:
                self.note(Note.TOO_MANY_WORDS)
                break
            kept.append(token)
        return kept

    def _token(self, lexeme: re.Match[str]) -> Iterable[_Token]:
        if lexeme["phrase"] is not None:
            return _leaf(_quoted(lexeme["inside"]))
        if lexeme["field"] is not None:
            return self._field(lexeme["field"].lower(), lexeme["value"], lexeme.group())
        if lexeme["word"] is not None:
            return self._word(lexeme["word"])
        if lexeme["sign"] is not None:
            return [_Token("not")] if lexeme["sign"] == "-" else []
        if lexeme["quote"] is not None:
            self.note(Note.QUOTE_NOT_CLOSED)
            return []
        return [_Token(kind) for kind in ("open", "close", "or") if lexeme[kind] is not None]

    def _word(self, text: str) -> Iterable[_Token]:
        bare = text.lstrip("".join(sign for sign in text if not sign.isalnum()))
        if bare != text:
            return self.tokens(bare) if bare else []
        operator = OPERATORS.get(_trim(text))
        if operator is not None and not text.endswith("*"):
            return [_Token(operator)]
        return _leaf(self._text(text))

    def _text(self, text: str) -> Text | None:
        word = _trim(text)
        if not word or not text.rstrip(".,;:!?").endswith("*"):
            return Word(word) if word else None
        if len(word) < LEAST_PREFIX:
            self.note(Note.PREFIX_TOO_SHORT)
            return Word(word)
        return Prefix(word)

    def _field(self, name: str, value: str, whole: str) -> Iterable[_Token]:
        if name not in FIELDS and name not in IDENTIFIER_FIELDS:
            return self._word(whole) if value[:1] not in QUOTES else [*self._word(name), *_leaf(_quoted(value))]
        bare = " ".join(value.strip(QUOTES).split())
        if not _trim(bare):
            self.note(Note.FIELD_WITHOUT_VALUE)
            return self._word(name)
        if name in IDENTIFIER_FIELDS:
            return _leaf(Identifier(IDENTIFIER_FIELDS[name], normalise(bare)))
        return self._known_field(FIELDS[name], bare, is_quoted=value[:1] in QUOTES)

    def _known_field(self, field: ReadingKind, value: str, *, is_quoted: bool) -> Iterable[_Token]:
        if field is ReadingKind.TITLE:
            node = _quoted(value) if is_quoted else self._text(value)
            return _leaf(InTitle(node) if node else None)
        if field not in {ReadingKind.YEAR, ReadingKind.FROM, ReadingKind.TO}:
            return _leaf(Value(field, value))
        span = year_span(_trim(value)) if field is ReadingKind.YEAR else day_span(_trim(value))
        if span is None:
            self.note(Note.DATE_NOT_UNDERSTOOD)
            return _leaf(_quoted(value)) if is_quoted else self._word(value)
        first = None if field is ReadingKind.TO else span[0]
        last = None if field is ReadingKind.FROM else span[1]
        return _leaf(Days(field, first, last))


def _starts_word(text: str, position: int) -> bool:
    return text[position].isalpha() and (position == 0 or not text[position - 1].isalnum())


def _leaf(node: Node | None) -> list[_Token]:
    return [] if node is None else [_Token("leaf", node)]


class _Parser:
    """Recursive descent: OR binds weakest, then AND (written or not), then NOT. Depth and steps are
    bounded.
    """

    def __init__(self, tokens: list[_Token], reader: _Reader) -> None:
        self.tokens = tokens
        self.reader = reader
        self.at = 0

    def parse(self) -> Node:
        nodes = []
        while self.at < len(self.tokens):
            nodes.append(self._any(0))
            if self._take("close"):
                self.reader.note(Note.PARENTHESIS_NOT_OPENED)
        return _join(And, nodes)

    def _peek(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def _take(self, kind: str) -> bool:
        if self._peek() != kind:
            return False
        self.at += 1
        return True

    def _any(self, depth: int) -> Node:
        nodes = [self._all(depth)]
        while self._take("or"):
            if isinstance(nodes[-1], Everything):
                self.reader.note(Note.OPERATOR_IGNORED)
            nodes.append(self._all(depth))
        if len(nodes) > 1 and isinstance(nodes[-1], Everything):
            self.reader.note(Note.OPERATOR_IGNORED)
        return _join(Or, nodes)

    def _all(self, depth: int) -> Node:
        nodes: list[Node] = []
        is_waiting = True
        while self._peek() not in {"", "or", "close"}:
            if self._take("and"):
                if is_waiting:
                    self.reader.note(Note.OPERATOR_IGNORED)
                is_waiting = True
            else:
                nodes.append(self._one(depth))
                is_waiting = False
        if is_waiting and nodes:
            self.reader.note(Note.OPERATOR_IGNORED)
        return _join(And, nodes)

    def _one(self, depth: int) -> Node:
        is_negated = False
        while self._take("not"):
            is_negated = not is_negated
        node = self._group(depth) if self._take("open") else self._plain()
        if is_negated and isinstance(node, Everything):
            self.reader.note(Note.OPERATOR_IGNORED)
        return _negated(node) if is_negated else node

    def _plain(self) -> Node:
        if self._peek() != "leaf":
            return Everything()
        self.at += 1
        return self.tokens[self.at - 1].node or Everything()

    def _group(self, depth: int) -> Node:
        if depth >= MAX_DEPTH:
            self.reader.note(Note.NESTED_TOO_DEEPLY)
            return Everything()
        node = self._any(depth + 1)
        if not self._take("close"):
            self.reader.note(Note.PARENTHESIS_NOT_CLOSED)
        return node


def _negated(node: Node) -> Node:
    if isinstance(node, Everything):
        return node
    return node.node if isinstance(node, Not) else Not(node)


def _join(kind: type[And] | type[Or], nodes: list[Node]) -> Node:
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, kind) else [node])
    kept = tuple(dict.fromkeys(node for node in flat if not isinstance(node, Everything)))
    if not kept:
        return Everything()
    return kept[0] if len(kept) == 1 else kind(kept)


def is_stop_word(node: Node) -> bool:
    """Whether a node is a plain word without content of its own."""
    return isinstance(node, Word) and node.text.lower() in STOP_WORDS


def leaves(node: Node) -> tuple[Node, ...]:
    """The nodes that are no operators, from left to right; those under NOT as well."""
    if isinstance(node, And | Or):
        return tuple(leaf for inner in node.nodes for leaf in leaves(inner))
    return leaves(node.node) if isinstance(node, Not) else (node,)


def _without_stop_words(node: Node, reader: _Reader) -> Node:
    words = leaves(node)
    if not any(is_stop_word(word) for word in words):
        return node
    if all(is_stop_word(word) for word in words):
        reader.note(Note.NOTHING_BUT_STOP_WORDS)
        return node
    reader.note(Note.STOP_WORDS_IGNORED)
    return _dropping(node)


def _dropping(node: Node) -> Node:
    if is_stop_word(node):
        return Everything()
    if isinstance(node, And | Or):
        return _join(type(node), [_dropping(inner) for inner in node.nodes])
    return _negated(_dropping(node.node)) if isinstance(node, Not) else node
