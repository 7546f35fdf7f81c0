"""The page of rules: what is published, covered, held or never shown, and by which law."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from torvet.modules.records.models import LegalGround, PolicyRule, WaitingTime
from torvet.modules.records.models.policy import Outcome
from torvet.modules.records.rules import OUTCOMES
from torvet.shared.ui import parts
from torvet.shared.ui.formats import day


@dataclass(frozen=True)
class PolicyPage:
    """All that the page of rules shows."""

    waits: tuple[WaitingTime, ...]
    rule_table: parts.Table
    ground_table: parts.Table


def policy_page(on: date) -> PolicyPage:
    """Put the page together for a day."""
    return PolicyPage(
        waits=tuple(WaitingTime.objects.valid_on(on)), rule_table=_rule_table(on), ground_table=_ground_table(on)
    )


def _rule_table(on: date) -> parts.Table:
    columns = (
        parts.Column(_("Rule"), parts.ColumnKind.TITLE),
        parts.Column(_("What happens")),
        parts.Column(_("By which law")),
        parts.Column(_("Since")),
    )
    rows = tuple(
        parts.Row(
            (
                parts.Cell(row.explanation),
                parts.Cell(Outcome(row.outcome).label),
                parts.Cell(row.source),
                parts.Cell(day(row.valid_from)),
            )
        )
        for row in sorted(PolicyRule.objects.valid_on(on), key=lambda each: OUTCOMES.index(each.outcome))
    )
    return parts.Table(_("The rules"), columns, rows, is_caption_shown=True)


def _ground_table(on: date) -> parts.Table:
    columns = (parts.Column(_("Why something is kept back"), parts.ColumnKind.TITLE), parts.Column(_("Paragraph")))
    rows = tuple(
        parts.Row((parts.Cell(row.words), parts.Cell(row.paragraph, row.source_url)))
        for row in LegalGround.objects.valid_on(on)
    )
    return parts.Table(_("The paragraphs"), columns, rows, is_caption_shown=True)
