"""The data sets that modules offer. They add theirs when they start; a switched-off module offers none."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class DataSet:
    """Something that can be fetched: what it is, in which format, and the name of its address."""

    title: str | Promise
    text: str | Promise
    format: str
    url_name: str

    @property
    def url(self) -> str:
        """Where it is fetched."""
        return reverse(self.url_name)


_data_sets: list[DataSet] = []


def add_data_set(data_set: DataSet) -> None:
    """Offer a data set on the page »Get data«; called once from the module's `AppConfig.ready`."""
    if data_set not in _data_sets:
        _data_sets.append(data_set)


def data_sets() -> tuple[DataSet, ...]:
    """Return what is offered, in the order in which it was added."""
    return tuple(_data_sets)
