"""Joins the parts: the only place that knows who does what for whom."""

from django_tasks import task

from torvet.shared.search import api as search
from torvet.shared.worker.api import enqueue, every


@task()
def bring_search_up_to_date() -> None:
    """Index what has been put or removed."""
    search.bring_up_to_date()


def _ask_for_indexing() -> None:
    enqueue(bring_search_up_to_date, key="search-index")


def wire() -> None:
    """Make search ask the worker, and let the worker look after search now and then in case a hint was lost."""
    search.on_change(_ask_for_indexing)
    every(30)(bring_search_up_to_date)
