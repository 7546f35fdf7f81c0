"""What happens in the shadow site's own process: set up, found, deliver, work, look, tell.

Called by the command `records_shadow`, with orders from `starting`. The database, files and index are the shadow's own.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.management import call_command
from django.utils import timezone

from torvet.modules.records import api, tasks
from torvet.modules.records.models import Document, DocumentVersion, Publication, WaitingTime
from torvet.modules.records.policy import TABLES
from torvet.modules.records.robot.delivery import DEPARTMENT, SOURCE, entry_id, write_delivery, write_withdrawals
from torvet.modules.records.robot.items import Item
from torvet.modules.records.robot.looking import Lookout, look_everywhere
from torvet.modules.records.robot.outcomes import DECOYS, HARMLESS, Count, Report
from torvet.modules.records.robot.places import Place
from torvet.modules.records.robot.planting import Paper, papers
from torvet.shared.identity.api import system_actor
from torvet.shared.organisation.models import Municipality, Unit
from torvet.shared.search import api as search
from torvet.shared.worker.api import drain

ROBOT = system_actor("torvet records robot")
# Sweeps until nothing is left to do; each takes every version one stage or more.
ROUNDS_MAX = 20
DAYS_BACK_MIN = 10
ESCAPES_TOLD = 20


class NotAShadow(Exception):
    """The process was started on a site that holds something already."""


def attack(orders: Mapping[str, Any]) -> Report:
    """Do all of it and return what became of each item.

    Raises:
        NotAShadow: the site is not empty; nothing was written to it.
    """
    os.nice(orders["niceness"])
    call_command("migrate", verbosity=0, interactive=False)
    if Municipality.objects.exists():
        raise NotAShadow
    _found(orders)
    planted = list(papers(orders["documents"], orders["seed"]))
    _deliver(planted)
    lookout = Lookout([item for paper in planted for item in paper.items])
    look_everywhere(lookout, planted, log=Path(orders["log"]))
    return _report(orders["seed"], planted, lookout)


def _found(orders: Mapping[str, Any]) -> None:
    """An invented municipality with the real one's rules, word tables and static files."""
    call_command("createcachetable", verbosity=0)
    for source, target in ((orders["tables"], settings.DANISH_TABLES), (orders["static"], settings.STATIC_ROOT)):
        if source:
            Path(target).symlink_to(source)
    if not orders["static"]:
        call_command("collectstatic", verbosity=0, interactive=False)
    Municipality.objects.create(
        name="Skyggekøbing Kommune",
        street="Torvet 1",
        postcode="8230",
        town="Skyggekøbing",
        phone="70 00 00 00",
        email="post@skyggekoebing.example",
        email_domain="skyggekoebing.example",
    )
    Unit.objects.create(code=DEPARTMENT, name="Teknik og Miljø", valid_from=date(2007, 1, 1))
    for table in TABLES.values():
        table._default_manager.all().delete()
    for row in serializers.deserialize("json", orders["policy"]):
        row.save()


def _deliver(planted: Sequence[Paper]) -> None:
    longest = max((row.days_after for row in WaitingTime.objects.all()), default=0)
    journaled_at = timezone.localtime() - timedelta(days=max(longest + 2, DAYS_BACK_MIN))
    folder = Path(settings.DATA)
    api.take_delivery(write_delivery(folder / "robot-1", planted, journaled_at=journaled_at), actor=ROBOT)
    _work()
    api.take_delivery(write_withdrawals(folder / "robot-2", planted), actor=ROBOT)
    _work()


def _work() -> None:
    """Let the worker do what it does on any site, here and now, until nothing is left."""
    for _ in range(ROUNDS_MAX):
        tasks.sweep.call()
        drain()
        if not DocumentVersion.objects.on_the_way().exists():
            break
    tasks.sweep.call()
    drain()
    search.bring_up_to_date()


def _report(seed: int, planted: Sequence[Paper], lookout: Lookout) -> Report:
    by_place: dict[str, Count] = {}
    by_rendering: dict[str, Count] = {}
    by_surface: dict[str, int] = {}
    total = Count()
    fates = {paper.number: _Fate(paper.number) for paper in planted}
    for item in lookout.items:
        outcome = "escaped" if lookout.seen[item] else fates[item.paper].outcome_of(item)
        for count in (
            total,
            by_place.setdefault(item.place.value, Count()),
            by_rendering.setdefault(item.rendering, Count()),
        ):
            count.add(outcome)
        for surface in lookout.seen[item]:
            by_surface[surface] = by_surface.get(surface, 0) + 1
    by_place[HARMLESS] = _harmless(paper for paper in planted if paper.is_harmless)
    by_place[DECOYS] = _decoys(planted)
    first = DocumentVersion.objects.exclude(rule_pack="").first()
    return Report(
        seed=seed,
        documents=len(planted),
        rule_pack=first.rule_pack if first else "",
        total=total,
        by_place={name: count.as_row() for name, count in by_place.items()},
        by_rendering={name: count.as_row() for name, count in by_rendering.items()},
        by_surface=by_surface,
        escapes=_told(lookout),
        problem=_problem(len(planted), total),
    )


def _problem(paper_count: int, total: Count) -> str:
    """A run in which papers were lost, or nothing ever became public, says nothing about what would come out."""
    if Document.objects.filter(parent=None).count() < paper_count:
        return "not-delivered"
    return "" if total.covered or total.escaped else "nothing-public"


class _Fate:
    """Whether the file of a paper, and what was inside it, ever became public."""

    def __init__(self, paper_number: int) -> None:
        documents = Document.objects.filter(entry__source_system=SOURCE, entry__source_id=entry_id(paper_number))
        public = Publication.objects.filter(version__document__in=documents)
        self._is_main_public = public.filter(version__document__parent=None).exists()
        parts = documents.exclude(parent=None)
        self._has_parts = parts.exists()
        self._are_parts_public = self._has_parts and public.filter(version__document__in=parts).exists()

    def outcome_of(self, item: Item) -> str:
        """Covered if what held the item became public without it, else held."""
        is_in_part = item.place is Place.MAIL_ATTACHMENT and self._has_parts
        return "covered" if (self._are_parts_public if is_in_part else self._is_main_public) else "held"


def _reading_text(paper: Paper) -> str | None:
    """What can be read of a paper now; None if it is not public."""
    version = (
        DocumentVersion.objects.filter(
            document__entry__source_id=entry_id(paper.number), document__parent=None, state="public"
        )
        .select_related("rendition")
        .first()
    )
    if version is None:
        return None
    return " ".join(" ".join(piece[0] for piece in page["pieces"]) for page in version.rendition.reading_text)


def _harmless(harmless: Iterable[Paper]) -> Count:
    count = Count()
    for paper in harmless:
        text = _reading_text(paper)
        count.planted += 1
        count.held += text is None
        count.covered += text is not None and bool(_missing(paper, text))
    return count


def _decoys(planted: Iterable[Paper]) -> Count:
    count = Count()
    for paper in planted:
        text = _reading_text(paper)
        if text is not None:
            count.planted += len(paper.decoys)
            count.covered += len(_missing(paper, text))
    return count


def _missing(paper: Paper, text: str) -> list[str]:
    plain = " ".join(text.split())
    return [decoy for decoy in paper.decoys if decoy not in plain]


def _told(lookout: Lookout) -> tuple[str, ...]:
    """Say what got out and where, without saying what it was."""
    lines = {
        f"{item.rendering} i {item.place.value}: {surface}"
        for item, surfaces in lookout.seen.items()
        for surface in surfaces
    }
    return tuple(sorted(lines)[:ESCAPES_TOLD])


def write_answer(path: Path, report: Report) -> None:
    """Write the report for the process that ordered it, whole or not at all."""
    draft = path.with_suffix(".draft")
    with suppress(FileNotFoundError):
        draft.unlink()
    draft.write_text(json.dumps(asdict(report)), encoding="utf-8")
    draft.rename(path)
