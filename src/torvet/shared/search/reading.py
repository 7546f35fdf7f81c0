"""A query tree told back: as parts that a page can show translated, and as text that reads the same again."""

from torvet.shared.search.contract import ReadingKind, ReadingPart
from torvet.shared.search.query import (
    And,
    Days,
    Everything,
    Exact,
    Identifier,
    InTitle,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Value,
    Word,
)

WRITTEN_FIELDS = {
    ReadingKind.DEPARTMENT: "afdeling",
    ReadingKind.KIND: "art",
    ReadingKind.TYPE: "type",
    ReadingKind.STATUS: "status",
    ReadingKind.CASE: "sag",
    ReadingKind.YEAR: "år",
    ReadingKind.FROM: "fra",
    ReadingKind.TO: "til",
}


def parts(node: Node) -> tuple[ReadingPart, ...]:
    """Tell the tree from left to right; AND between words is said, parentheses stand where they are needed."""
    if isinstance(node, And | Or):
        return _operation(node)
    if isinstance(node, Not):
        return (ReadingPart(ReadingKind.NOT), *_inside(node.node))
    if isinstance(node, InTitle):
        return (ReadingPart(ReadingKind.TITLE), *parts(node.node))
    return () if isinstance(node, Everything) else (_leaf(node),)


def _operation(node: And | Or) -> tuple[ReadingPart, ...]:
    told: list[ReadingPart] = []
    for inner in node.nodes:
        if told:
            told.append(ReadingPart(ReadingKind.AND if isinstance(node, And) else ReadingKind.OR))
        told.extend(_inside(inner))
    return tuple(told)


def _inside(node: Node) -> tuple[ReadingPart, ...]:
    if isinstance(node, And | Or):
        return (ReadingPart(ReadingKind.OPEN), *parts(node), ReadingPart(ReadingKind.CLOSE))
    return parts(node)


def _leaf(node: Word | Exact | Phrase | Prefix | Identifier | Value | Days) -> ReadingPart:
    if isinstance(node, Identifier):
        return ReadingPart(ReadingKind.IDENTIFIER, f"{node.kind.value} {node.text}")
    if isinstance(node, Value):
        return ReadingPart(node.field, node.text)
    if isinstance(node, Days):
        return ReadingPart(node.field, _days(node))
    kinds = {
        Word: ReadingKind.WORD,
        Exact: ReadingKind.EXACT,
        Phrase: ReadingKind.PHRASE,
        Prefix: ReadingKind.PREFIX,
    }
    return ReadingPart(kinds[type(node)], node.text)


def _days(node: Days) -> str:
    if node.first is None or node.last is None:
        return str(node.first or node.last)
    years = dict.fromkeys((f"{node.first.year:04}", f"{node.last.year:04}"))
    return "-".join(years)


def written(node: Node) -> str:
    """Write the tree as a query that `parse` reads as the same tree."""
    if isinstance(node, And):
        return " AND ".join(_grouped(inner) for inner in node.nodes)
    if isinstance(node, Or):
        return " OR ".join(_grouped(inner) for inner in node.nodes)
    if isinstance(node, Not):
        return f"NOT {_grouped(node.node)}"
    if isinstance(node, InTitle):
        return f"titel:{written(node.node)}"
    return "" if isinstance(node, Everything) else _written_leaf(node)


def _grouped(node: Node) -> str:
    return f"({written(node)})" if isinstance(node, And | Or) else written(node)


def _written_leaf(node: Word | Exact | Phrase | Prefix | Identifier | Value | Days) -> str:
    if isinstance(node, Identifier):
        return f"{node.kind.value}:{node.text}"
    if isinstance(node, Value):
        return f'{WRITTEN_FIELDS[node.field]}:"{node.text}"'
    if isinstance(node, Days):
        return f"{WRITTEN_FIELDS[node.field]}:{_days(node)}"
    if isinstance(node, Prefix):
        return f"{node.text}*"
    return node.text if isinstance(node, Word) else f'"{node.text}"'
