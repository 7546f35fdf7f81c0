"""Keeping what the robot found, and the stop: nothing more becomes public until a person lifts it.

What is public stays public; taking it away is a person's decision.
"""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from torvet.modules.records.models import PublicationStop, RobotRun
from torvet.modules.records.references import ref_to
from torvet.modules.records.robot.outcomes import Report
from torvet.modules.records.rules import RuleViolation
from torvet.shared.audit.api import record
from torvet.shared.identity.api import Actor, Permission, PermissionMissing

logger = logging.getLogger("torvet.records")

ESCAPED, CRASHED = "robot-escape", "robot-failed"
# A run may fail because a machine was restarted; two in a row mean that nobody watches.
FAILED_RUNS_MAX = 2
LIFTING_REASON_MIN = 10
DETAIL_MAX = 300


@transaction.atomic
def keep_run(*, actor: Actor, report: Report, started_at: datetime, now: datetime) -> RobotRun:
    """Keep what a run came to; stop publication if something escaped, or if runs fail again and again."""
    run = RobotRun.objects.create(
        started_at=started_at,
        finished_at=now,
        seed=report.seed,
        rule_pack=report.rule_pack,
        documents=report.documents,
        planted=report.total.planted,
        covered=report.total.covered,
        held=report.total.held,
        escaped=report.total.escaped,
        by_place=dict(report.by_place),
        by_rendering=dict(report.by_rendering),
        by_surface=dict(report.by_surface),
        problem=report.problem,
    )
    record(
        actor=actor,
        verb="records.robot-run",
        subject=ref_to(run),
        now=now,
        details={"planted": run.planted, "escaped": run.escaped, "problem": run.problem},
    )
    if run.escaped:
        stop_publication(actor=actor, code=ESCAPED, detail="; ".join(report.escapes), now=now)
    elif _has_failed_again():
        stop_publication(actor=actor, code=CRASHED, detail=run.problem, now=now)
    return run


def _has_failed_again() -> bool:
    last = list(RobotRun.objects.order_by("-started_at", "-pk").values_list("problem", flat=True)[:FAILED_RUNS_MAX])
    return len(last) == FAILED_RUNS_MAX and all(last)


@transaction.atomic
def stop_publication(*, actor: Actor, code: str, detail: str, now: datetime) -> PublicationStop:
    """Let nothing more become public; where a stop of that kind stands already, it is the one."""
    standing = PublicationStop.objects.select_for_update().standing().filter(code=code).first()
    if standing is not None:
        return standing
    stop = PublicationStop.objects.create(code=code, detail=detail[:DETAIL_MAX], stopped_at=now, stopped_by=actor.name)
    record(actor=actor, verb="records.stop-publication", subject=ref_to(stop), now=now, details={"code": code})
    logger.error("publication is stopped: %s; see /robot/ and lift it there", code)
    return stop


@transaction.atomic
def lift_stop(*, actor: Actor, stop: PublicationStop, reason: str, now: datetime) -> None:
    """Let things become public again.

    Raises:
        RuleViolation: the reason says too little, or somebody lifted the stop already.
        PermissionMissing: the actor may not lift a stop.
    """
    if not actor.may(Permission.LIFT_STOP):
        raise PermissionMissing(Permission.LIFT_STOP)
    if len(reason.strip()) < LIFTING_REASON_MIN:
        raise RuleViolation("no-reason", _("Say in a sentence why it is safe to go on."))
    locked = PublicationStop.objects.select_for_update().standing().filter(pk=stop.pk).first()
    if locked is None:
        raise RuleViolation("not-stopped", _("Somebody has lifted the stop already."))
    locked.lifted_at, locked.lifted_by, locked.lifting_reason = now, actor.name, reason.strip()
    locked.save(update_fields=["lifted_at", "lifted_by", "lifting_reason"])
    record(actor=actor, verb="records.lift-stop", subject=ref_to(locked), now=now, reason=locked.lifting_reason)
