"""Files that lie in a document: how many of them may become documents, and under which address."""

from dataclasses import dataclass

from torvet.modules.records.models import Document, DocumentVersion

# A zip in a mail in a mail; deeper ones are made to tire whoever unpacks them.
DEPTH_MAX = 4
# All files of a journal entry together; a mail with all pictures of a building case has some 60.
DOCUMENTS_MAX = 500
SLUG_CHARACTERS = 80


@dataclass(frozen=True)
class StoredPart:
    """A file from inside a document, whose bytes are on the disk already."""

    name: str
    sha256: str
    size_bytes: int


def fits(version: DocumentVersion, count: int) -> bool:
    """Tell whether so many parts of a version may become documents."""
    others = version.document.entry.documents.exclude(parent=version.document).count()
    return count == 0 or (_depth(version.document) < DEPTH_MAX and others + count <= DOCUMENTS_MAX)


def _depth(document: Document) -> int:
    depth, above = 0, document.parent
    while above is not None and depth < DEPTH_MAX:
        depth, above = depth + 1, above.parent
    return depth


def part_slug(parent: Document, number: int) -> str:
    """Number the parts behind their parent; where that grows too long, by the parent's own row."""
    slug = f"{parent.slug}-bilag-{number}"
    return slug if len(slug) <= SLUG_CHARACTERS else f"bilag-{parent.pk}-{number}"
