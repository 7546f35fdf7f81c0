"""What a document is called in public: its journal entry's screened title, never the name of its file."""

from django.utils.translation import gettext as _

from torvet.modules.records.models import Document


def public_title(document: Document) -> str:
    """Return the title for everybody; a file from inside another is named by its place there."""
    title = document.entry.public_title
    if not document.part_number:
        return title
    return _("Enclosure %(number)s to »%(title)s«") % {"number": part_number(document), "title": title}


def part_number(document: Document) -> str:
    """Number a part within all that encloses it: the second file in the first attached zip is 1.2."""
    numbers: list[str] = []
    each: Document | None = document
    while each is not None and each.part_number:
        numbers.append(str(each.part_number))
        each = each.parent
    return ".".join(reversed(numbers))
