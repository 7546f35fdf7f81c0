"""What was checked of one published file, and with what outcome: a value that can be stored, shown and read
again.

No proof holds a secret: details count, they never quote. Boxes stand here as drawn, with the legal ground;
the exact outline of what they cover does not, because its width would tell.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib.metadata import version
from typing import Any

from torvet.pure.redaction.box import Box

PROOF_FORMAT = 2
READ_FORMATS = (1, 2)  # the first knew nothing of pictures


class CheckName(StrEnum):
    """What is checked."""

    READABLE = "readable"
    HASH_EQUAL = "hash_equal"
    PAGES_EQUAL = "pages_equal"
    ONE_REVISION = "one_revision"
    STRUCTURE_ALLOWED = "structure_allowed"
    READERS_COMPLETE = "readers_complete"
    READERS_AGREE = "readers_agree"
    SECRETS_GONE = "secrets_gone"
    DETECTOR_SILENT = "detector_silent"
    NO_HIDDEN_TEXT = "no_hidden_text"
    NO_TEXT_UNDER_BOXES = "no_text_under_boxes"
    PICTURES_SILENT = "pictures_silent"
    COVERS_KEPT = "covers_kept"
    BOXES_PLACED = "boxes_placed"
    BOXES_DRAWN = "boxes_drawn"
    OUTSIDE_UNCHANGED = "outside_unchanged"


@dataclass(frozen=True)
class Check:
    """One thing that was checked; `pages` are at fault (empty: none, or the file as a whole).

    `detail` is for logs and developers: codes and counts in English, never anything from the document.
    """

    name: CheckName
    holds: bool
    detail: str = ""
    pages: tuple[int, ...] = ()


@dataclass(frozen=True)
class Proof:
    """The outcome for one file, by its SHA-256; `methods` has one item a page, `readers` name and version.

    `looked_at_pictures` is true if every page that shows a picture was read as one (also if there is none).
    """

    checks: tuple[Check, ...]
    sha256: str
    page_count: int
    boxes: tuple[Box, ...]
    methods: tuple[str, ...]
    readers: tuple[tuple[str, str], ...]
    library_version: str = ""
    looked_at_pictures: bool = False

    @property
    def holds(self) -> bool:
        """True when something was checked and every check holds. Nothing else may be published."""
        return bool(self.checks) and all(check.holds for check in self.checks)

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that do not hold."""
        return tuple(check for check in self.checks if not check.holds)

    def to_json(self) -> str:
        """Give the proof as JSON, keys sorted, so that equal proofs are equal text."""
        fields = asdict(self) | {"format": PROOF_FORMAT, "holds": self.holds}
        return json.dumps(fields, ensure_ascii=False, sort_keys=True, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "Proof":
        """Read a proof; raises ValueError for anything else. The verdict is worked out anew."""
        try:
            fields = json.loads(text)
            if fields["format"] not in READ_FORMATS:
                raise ValueError(f"proof format {fields['format']!r}, expected one of {READ_FORMATS}")
            return cls(
                checks=tuple(_check(item) for item in fields["checks"]),
                sha256=str(fields["sha256"]),
                page_count=int(fields["page_count"]),
                boxes=tuple(Box(**item) for item in fields["boxes"]),
                methods=tuple(str(item) for item in fields["methods"]),
                readers=tuple((str(name), str(number)) for name, number in fields["readers"]),
                library_version=str(fields["library_version"]),
                looked_at_pictures=fields.get("looked_at_pictures") is True,
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a redaction proof") from error


def _check(fields: dict[str, Any]) -> Check:
    pages = tuple(int(page) for page in fields["pages"])
    return Check(CheckName(fields["name"]), fields["holds"] is True, str(fields["detail"]), pages)


def library_version() -> str:
    """Give the version of this library."""
    return version("torvet")


def outcome(name: CheckName, faults: Iterable[int], what: str, looked_at: int = 0) -> Check:
    """Make a check from the pages at fault, one entry a fault; a check that holds says how many it looked at."""
    pages = list(faults)
    detail = f"{len(pages)} {what}" if pages else f"{looked_at} pages looked at" if looked_at else ""
    return Check(name, not pages, detail, tuple(sorted(set(pages))))
