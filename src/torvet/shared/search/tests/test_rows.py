"""Rows are the truth: putting and removing, in the transaction of whoever does it."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from torvet.shared.search import api, rows
from torvet.shared.search.models import Entry, EntryPage
from torvet.shared.search.tests.builders import entry, put, put_and_index


@pytest.fixture
def hints() -> Iterator[list[int]]:
    """Counts how often the index was asked to catch up."""
    asked: list[int] = []

    def hint() -> None:
        asked.append(1)

    api.on_change(hint)
    yield asked
    rows.forget_hint(hint)


@pytest.mark.django_db(transaction=True)
def test_put_and_remove_need_a_transaction() -> None:
    thing = entry()
    with pytest.raises(api.OutsideTransaction):
        api.put(thing)
    with pytest.raises(api.OutsideTransaction):
        api.remove(thing.uuid)


@pytest.mark.django_db(transaction=True)
def test_one_hint_for_a_transaction_and_none_for_one_that_fails(hints: list[int]) -> None:
    put(entry(), entry(), entry())
    assert hints == [1]
    with pytest.raises(ValueError, match="title"), transaction.atomic():
        put(entry(), entry(""))
    assert hints == [1]
    put(entry())
    assert hints == [1, 1]


@pytest.mark.django_db
def test_each_put_is_a_new_revision_with_its_own_pages() -> None:
    first = entry("Notat", "gammel tekst", "side to")
    put(first)
    assert api.put(entry("Notat 2", "ny tekst", uuid=first.uuid)) == 2
    assert list(EntryPage.objects.values_list("number", "text")) == [(1, "ny tekst")]


@pytest.mark.django_db
def test_removing_erases_every_text_in_the_same_transaction() -> None:
    thing = entry("Hemmeligord i titlen", "hemmeligord", case_title="hemmeligord", identifiers=("hemmeligord 7",))
    put(thing)
    assert api.remove(thing.uuid)
    row = Entry.objects.values().get()
    assert "hemmeligord" not in str(row).lower()
    assert not EntryPage.objects.exists()
    assert row["removed_at"] is not None
    assert row["revision"] == 2
    assert not api.remove(thing.uuid)


@pytest.mark.django_db(transaction=True)
def test_the_tombstone_goes_when_the_index_has_dropped_the_entry() -> None:
    (uuid,) = put_and_index(entry())
    with transaction.atomic():
        api.remove(uuid)
    assert Entry.objects.get().removed_at is not None
    api.bring_up_to_date()
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_what_is_removed_can_be_put_again() -> None:
    thing = entry()
    put(thing)
    api.remove(thing.uuid)
    assert api.put(thing) == 3
    assert Entry.objects.get().removed_at is None


@pytest.mark.django_db
@pytest.mark.parametrize("changes", [{"title": "  "}, {"url": ""}])
def test_an_entry_without_title_or_address_is_refused(changes: dict[str, str]) -> None:
    thing = entry(changes.pop("title", "Notat"), **changes)
    with pytest.raises(ValueError, match="title and an address"):
        api.put(thing)


@pytest.mark.django_db
def test_what_every_request_and_every_run_asks_for_has_an_index() -> None:
    if connection.vendor == "sqlite":
        assert "search_entry_removed" in Entry.objects.withdrawn().order_by("-removed_at").explain()
        assert "search_entry_pending" in Entry.objects.pending().order_by("changed_at", "pk").explain()
