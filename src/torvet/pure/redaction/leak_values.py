"""What the checker may find, as values: kinds of leaks, one leak, and the report on a file."""

from dataclasses import dataclass, field
from enum import StrEnum


class LeakKind(StrEnum):
    """How something is in the file and not seen."""

    UNDER_COVER = "under_cover"
    UNDER_ANNOTATION = "under_annotation"
    UNAPPLIED_REDACTION = "unapplied_redaction"
    PICTURE_UNDER_COVER = "picture_under_cover"
    SAME_COLOUR = "same_colour"
    INVISIBLE = "invisible"
    TINY = "tiny"
    OFF_PAGE = "off_page"
    LAYER = "layer"
    UNSEEN = "unseen"
    ACTUAL_TEXT = "actual_text"
    BOOKMARK = "bookmark"
    METADATA = "metadata"
    ATTACHMENT = "attachment"
    EARLIER_REVISION = "earlier_revision"


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing that the file gives away: on which page (0: the file as a whole), and how many letters and digits.

    `text` is what it says: for the eyes of whoever holds the file, never for a log or a public page.
    """

    kind: LeakKind
    page: int
    characters: int
    text: str = field(default="", repr=False)


@dataclass(frozen=True)
class LeakReport:
    """What was found in one file. `problem` is set, and the rest empty, if the file could not be read."""

    sha256: str
    page_count: int = 0
    leaks: tuple[Leak, ...] = ()
    problem: str = ""

    @property
    def is_clean(self) -> bool:
        """True when the file was read and nothing was found."""
        return not self.problem and not self.leaks

    def to_dict(self, *, show: bool = False) -> dict[str, object]:
        """Give the report as plain values; what was found is quoted only if asked."""
        shown = ("kind", "page", "characters", *(["text"] if show else []))
        return {
            "sha256": self.sha256,
            "page_count": self.page_count,
            "problem": self.problem,
            "is_clean": self.is_clean,
            "leaks": [{name: getattr(leak, name) for name in shown} for leak in self.leaks],
        }
