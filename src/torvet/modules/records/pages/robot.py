"""The page of the robot: what it tried, what was caught, and whether publication is stopped."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from torvet.modules.records.models import PublicationStop, RobotRun
from torvet.modules.records.robot.outcomes import DECOYS, HARMLESS
from torvet.modules.records.robot.words import KINDS, PLACES, PROBLEMS
from torvet.pure.pii.evaluation import CPR_RENDERINGS
from torvet.shared.ui import parts
from torvet.shared.ui.alarms import Alarm
from torvet.shared.ui.formats import day_and_clock, number, percent

RUNS_SHOWN = 30
# No day is the 99th, so this is nobody's number; it holds every digit that is also written as a letter.
EXAMPLE = "9901585018"
VISIBLE = str.maketrans({"\n": " ⏎ ", "\r": None, "\t": " ⇥ ", "\xad": "¬", "\u200b": "·", "\xa0": "␣", "\u2009": "␣"})


@dataclass(frozen=True)
class NeedlessPart:
    """What was kept back although it should have stayed."""

    papers: int
    papers_held: int
    words: int
    words_covered: int


@dataclass(frozen=True)
class RobotPage:
    """All that the page shows; without a run there are only words."""

    run: RobotRun | None
    problem: str | Promise
    rate: str
    tiles: tuple[parts.Tile, ...]
    needless: NeedlessPart | None
    place_table: parts.Table | None
    rendering_table: parts.Table | None
    run_table: parts.Table | None
    stops: tuple[PublicationStop, ...]
    json_url: str


def robot_page() -> RobotPage:
    """Put the page together from the last runs."""
    runs = list(RobotRun.objects.order_by("-started_at", "-pk")[:RUNS_SHOWN])
    run = next((each for each in runs if not each.problem), None)
    return RobotPage(
        run=run,
        problem=PROBLEMS.get(runs[0].problem, runs[0].problem) if runs and runs[0].problem else "",
        rate=rate_words(run) if run else "",
        tiles=_tiles(run) if run else (),
        needless=_needless(run) if run else None,
        place_table=_places(run) if run else None,
        rendering_table=_renderings(run) if run else None,
        run_table=_runs(runs) if runs else None,
        stops=tuple(PublicationStop.objects.standing()),
        json_url=reverse("records:robot-json"),
    )


def catch_rate(run: RobotRun) -> float | None:
    """Return how many hundredths of what was planted were caught; None if nothing was planted."""
    return 100 * (run.covered + run.held) / run.planted if run.planted else None


def rate_words(run: RobotRun) -> str:
    """Write the rate with a decimal, rounded down: what escaped must never round away to 100."""
    rate = catch_rate(run)
    if rate is None:
        return "–"
    return percent(100) if rate == 100 else percent(math.floor(rate * 10) / 10, 1)


def _tiles(run: RobotRun) -> tuple[parts.Tile, ...]:
    is_clean = run.escaped == 0
    return (
        parts.Tile(rate_words(run), _("were caught"), kind=parts.Kind.OK if is_clean else parts.Kind.LATE),
        parts.Tile(number(run.planted), _("pieces of data were hidden")),
        parts.Tile(number(run.held), _("of them in papers that wait for a person")),
        parts.Tile(number(run.escaped), _("got out"), kind=parts.Kind.OK if is_clean else parts.Kind.LATE),
    )


def _needless(run: RobotRun) -> NeedlessPart:
    papers, words = run.by_place.get(HARMLESS, {}), run.by_place.get(DECOYS, {})
    return NeedlessPart(
        papers=papers.get("planted", 0),
        papers_held=papers.get("held", 0),
        words=words.get("planted", 0),
        words_covered=words.get("covered", 0),
    )


def _count_columns(first: str) -> tuple[parts.Column, ...]:
    numbers = (_("Hidden"), _("Covered"), _("Held back"), _("Got out"))
    return (
        parts.Column(first, parts.ColumnKind.TITLE),
        *(parts.Column(text, parts.ColumnKind.NUMBER) for text in numbers),
    )


def _count_row(title: str | Promise, counts: Mapping[str, int]) -> parts.Row:
    cells = (parts.Cell(number(counts.get(name, 0))) for name in ("planted", "covered", "held", "escaped"))
    return parts.Row((parts.Cell(title), *cells), parts.Kind.LATE if counts.get("escaped") else parts.Kind.NEUTRAL)


def _places(run: RobotRun) -> parts.Table:
    rows = tuple(_count_row(words, run.by_place[place]) for place, words in PLACES.items() if place in run.by_place)
    return parts.Table(_("Where it was hidden"), _count_columns(_("Hiding place")), rows)


def _renderings(run: RobotRun) -> parts.Table:
    titles = {name: KINDS.get(name) or _written(name) for name in run.by_rendering}
    rows = tuple(_count_row(title, run.by_rendering[name]) for name, title in titles.items())
    return parts.Table(_("How it was written"), _count_columns(_("Way of writing")), rows)


def _written(name: str) -> str:
    render = CPR_RENDERINGS.get(name)
    return render(EXAMPLE).translate(VISIBLE) if render else name


def _runs(runs: list[RobotRun]) -> parts.Table:
    columns = (*_count_columns(_("Started")), parts.Column(_("Caught"), parts.ColumnKind.NUMBER))
    rows = []
    for run in runs:
        counts = {"planted": run.planted, "covered": run.covered, "held": run.held, "escaped": run.escaped}
        row = _count_row(day_and_clock(timezone.localtime(run.started_at)), counts)
        caught = parts.Cell(rate_words(run) if not run.problem else _("did not finish"))
        rows.append(parts.Row((*row.cells, caught), row.kind))
    return parts.Table(_("The last runs"), columns, tuple(rows), is_caption_shown=True)


def robot_values() -> dict[str, object]:
    """Return the same facts for programs."""
    runs = list(RobotRun.objects.order_by("-started_at", "-pk")[:RUNS_SHOWN])
    return {
        "is_publication_stopped": PublicationStop.objects.standing().exists(),
        "runs": [_run_values(run) for run in runs],
    }


def _run_values(run: RobotRun) -> dict[str, object]:
    return {
        "uuid": str(run.uuid),
        "started_at": _moment(run.started_at),
        "finished_at": _moment(run.finished_at),
        "rule_pack": run.rule_pack,
        "documents": run.documents,
        "planted": run.planted,
        "covered": run.covered,
        "held": run.held,
        "escaped": run.escaped,
        "caught_percent": catch_rate(run),
        "problem": run.problem or None,
        "by_place": run.by_place,
        "by_rendering": run.by_rendering,
        "by_surface": run.by_surface,
    }


def _moment(value: datetime | None) -> str | None:
    return timezone.localtime(value).isoformat() if value else None


def stop_words(stop: PublicationStop) -> str:
    """Say in a sentence why publication is stopped."""
    match stop.code:
        case "robot-escape":
            return _("The robot got invented personal data out of the shadow site.")
        case "robot-failed":
            return _("The robot failed twice in a row, so nobody watches.")
        case _:
            return _("A person stopped it.")


def stop_alarm() -> Alarm | None:
    """Tell staff on every page of theirs that publication is stopped."""
    stop = PublicationStop.objects.standing().first()
    if stop is None:
        return None
    text = _("Publication is stopped: nothing new becomes public.") + " " + stop_words(stop)
    return Alarm(text, _("See what to do"), reverse("records:robot"))
