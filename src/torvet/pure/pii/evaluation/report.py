"""The evaluation as tables and as the published page."""

from ..findings import PiiClass
from .model import Tally


def table(tallies: dict[PiiClass, Tally]) -> str:
    """Set the confusion table as Markdown."""
    lines = [
        "| class | planted | found | missed | false alarms | recall | precision |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for pii_class, tally in tallies.items():
        lines.append(
            f"| {pii_class} | {tally.planted} | {tally.found} | {len(tally.missed)} | {len(tally.false_alarms)} "
            f"| {tally.recall:.1%} | {tally.precision:.1%} |"
        )
    return "\n".join(lines)
