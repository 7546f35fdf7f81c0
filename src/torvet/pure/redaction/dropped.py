"""What an original carries beside its pages' pictures and that is never carried over: for the person who decides.

Counted, never quoted: what it says is for whoever reads the original.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pikepdf

from torvet.pure.redaction.problems import MALFORMED

_MAX_NODES = 20_000


class Dropped(StrEnum):
    """A kind of thing that is not carried over."""

    ANNOTATIONS = "annotations"
    ATTACHMENTS = "attachments"
    FORM_FIELDS = "form_fields"
    LAYERS = "layers"
    METADATA = "metadata"
    OUTLINE = "outline"
    SCRIPTS = "scripts"
    STRUCTURE = "structure"


@dataclass(frozen=True)
class DroppedPart:
    """How many things of a kind were left out, and on which page (0: the file as a whole)."""

    part: Dropped
    page: int
    count: int


def dropped_parts(source: pikepdf.Pdf) -> list[DroppedPart]:
    """Give what the original carries beside its pages: first the file's own, then each page's annotations."""
    found = [DroppedPart(part, 0, count) for part, count in sorted(_of_the_file(source)) if count]
    for number, page in enumerate(source.pages, start=1):
        count = _length(page.obj.get("/Annots"))
        if count:
            found.append(DroppedPart(Dropped.ANNOTATIONS, number, count))
    return found


def _of_the_file(source: pikepdf.Pdf) -> Iterator[tuple[Dropped, int]]:
    root = source.Root
    names = _dictionary(root.get("/Names"))
    yield Dropped.ATTACHMENTS, max(_attachments(source), int("/EmbeddedFiles" in names or "/AF" in root))
    yield Dropped.FORM_FIELDS, _length(_dictionary(root.get("/AcroForm")).get("/Fields"))
    layers = _dictionary(root.get("/OCProperties"))
    yield Dropped.LAYERS, max(_length(layers.get("/OCGs")), int("/OCProperties" in root))
    yield Dropped.METADATA, ("/Metadata" in root) + ("/Info" in source.trailer)
    yield Dropped.OUTLINE, max(_nodes(root.get("/Outlines")), int("/Outlines" in root))
    yield Dropped.SCRIPTS, ("/JavaScript" in names) + ("/OpenAction" in root) + ("/AA" in root)
    yield Dropped.STRUCTURE, int("/StructTreeRoot" in root)


def _attachments(source: pikepdf.Pdf) -> int:
    try:
        return len(source.attachments)
    except MALFORMED:  # a name tree that nobody can follow is dropped all the same
        return 0


def _nodes(outlines: object) -> int:
    """Count bookmarks, each once."""
    pending = [_dictionary(outlines).get("/First")]
    seen: set[tuple[int, int]] = set()
    while pending and len(seen) < _MAX_NODES:
        node = pending.pop()
        if isinstance(node, pikepdf.Dictionary) and node.objgen not in seen:
            seen.add(node.objgen)
            pending += [node.get("/Next"), node.get("/First")]
    return len(seen)


def _dictionary(value: object) -> Any:
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()


def _length(value: object) -> int:
    return len(value) if isinstance(value, pikepdf.Array) else 0
