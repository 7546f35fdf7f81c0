"""Joins the parts: the only place that knows who does what for whom."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from torvet.shared.search import api as search
from torvet.shared.worker.api import enqueue, every

NIGHT_SECONDS = 24 * 60 * 60
# Another process is writing the index; it needs about a second.
BUSY_SECONDS = 2


@task()
def bring_search_up_to_date() -> None:
    """Index what has been put or removed, and ask again for what is left."""
    report = search.bring_up_to_date()
    if report.is_busy or report.remaining:
        enqueue(
            bring_search_up_to_date, key="search-index-again", after=timezone.now() + timedelta(seconds=BUSY_SECONDS)
        )


@task()
def rebuild_search() -> None:
    """Build the index anew, so that withdrawn text leaves the disk as well."""
    search.rebuild()


def _ask_for_indexing() -> None:
    enqueue(bring_search_up_to_date, key="search-index")


def wire() -> None:
    """Make search ask the worker, and let the worker look after search now and then in case a hint was lost."""
    search.on_change(_ask_for_indexing)
    every(30)(bring_search_up_to_date)
    every(NIGHT_SECONDS)(rebuild_search)
