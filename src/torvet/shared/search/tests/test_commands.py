"""The doors on the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from torvet.shared.search import searching
from torvet.shared.search.tests.builders import entry, put, put_and_index

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    output = StringIO()
    call_command(*arguments, stdout=output)
    return output.getvalue()


def test_a_query_gives_the_whole_answer_as_json() -> None:
    put_and_index(entry("Ny skole", "En skole ved havnen"))
    answer = json.loads(run("search_query", "skole", "--json"))
    assert answer["total"] == 1
    assert answer["hits"][0]["title"] == [{"text": "Ny ", "is_marked": False}, {"text": "skole", "is_marked": True}]
    assert answer["refused"] is None


def test_a_query_gives_a_line_for_each_hit() -> None:
    put_and_index(entry("Ny skole", url="/dokument/ny-skole/"))
    first, last = run("search_query", "skole").splitlines()
    assert first == "2026-11-20\tNy skole\t/dokument/ny-skole/"
    assert last.startswith("1 ")


def test_a_cpr_number_is_refused_and_not_written() -> None:
    with pytest.raises(CommandError) as refused:
        run("search_query", "010180-5009")
    assert "5009" not in str(refused.value)
    answer = run("search_query", "010180-5009", "--json")
    assert json.loads(answer)["refused"] == "cpr"
    assert "5009" not in answer


def test_a_rebuild_makes_everything_searchable() -> None:
    put(entry("Ny skole"), entry("Gammel skole"))
    assert run("search_rebuild", "--quiet").startswith("2 ")
    assert run("search_query", "skole").splitlines()[-1].startswith("2 ")


def test_a_rebuild_beside_another_is_refused() -> None:
    with searching.folders().rebuilding(), pytest.raises(CommandError):
        run("search_rebuild", "--quiet")
