"""How far newer rules have looked back: what is left to look through, and what came of it.

The name of the rules in each version's row tells it, so nothing is lost when a worker is killed. Titles have no such
name: the last case whose titles somebody was asked to look through stands in the cache, and where that is lost they are
looked through again, without harm.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone

from torvet.modules.records.models import Case, DocumentVersion, State
from torvet.modules.records.models.publication import WithdrawalReason
from torvet.modules.records.policy import rule_pack_on


@dataclass(frozen=True)
class Progress:
    """How many public documents today's rules have looked through, and how many of them they took away."""

    looked_through: int
    total: int
    withdrawn: int

    @property
    def is_under_way(self) -> bool:
        """Something is left to look through."""
        return self.looked_through < self.total


def versions_left(*, now: datetime) -> QuerySet[DocumentVersion]:
    """Return what was screened by other rules than today's and is public, oldest first, or waits to become so."""
    pack = rule_pack_on(timezone.localdate(now))
    # Two ranges of an index, where »not equal« would read all of it.
    other = Q(rule_pack__lt=pack) | Q(rule_pack__gt=pack)
    return DocumentVersion.objects.filter(other, state__in=[State.PUBLIC, State.PROVEN]).order_by("release_at", "pk")


def cases_left(*, now: datetime) -> QuerySet[Case]:
    """Return the public cases whose titles nobody was asked to look through by today's rules, oldest first."""
    return Case.objects.filter(is_public=True, pk__gt=cache.get(_titles_key(now), 0)).order_by("pk")


def note_asked(case_id: int, *, now: datetime) -> None:
    """Note that there is a job for the titles of a case, and one for all cases before it."""
    cache.set(_titles_key(now), case_id, timeout=None)


def _titles_key(now: datetime) -> str:
    return f"records-titles-{rule_pack_on(timezone.localdate(now))}"


def progress(*, departments: Collection[str] | None, now: datetime) -> Progress:
    """Count how far the look back is, in some departments or (None) in all."""
    versions = DocumentVersion.objects.all()
    if departments is not None:
        versions = versions.filter(document__entry__case__department__code__in=departments)
    by_today = versions.filter(rule_pack=rule_pack_on(timezone.localdate(now)))
    withdrawn = by_today.filter(state=State.WITHDRAWN, reason_code=WithdrawalReason.NEW_RULES).count()
    return Progress(
        looked_through=by_today.filter(state=State.PUBLIC).count() + withdrawn,
        total=versions.filter(state=State.PUBLIC).count() + withdrawn,
        withdrawn=withdrawn,
    )
