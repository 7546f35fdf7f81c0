"""Tables: no foreign key between modules, and every row says what personal data it holds and when it is erased."""

import re
from collections.abc import Iterable

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

HOLDS = re.compile(r"personal data|\bholds?\b|public text", re.IGNORECASE)
ERASED = re.compile(r"\berased\b|\bdeleted\b|\bkept as long as\b", re.IGNORECASE)


def our_models() -> list[type[models.Model]]:
    """Return our own tables."""
    return [model for model in apps.get_models() if model.__module__.startswith("torvet.")]


def module_of(model: type[models.Model]) -> str | None:
    """Return the module that a table belongs to; None for what all may point at."""
    found = re.match(r"torvet\.modules\.(\w+)", model.__module__)
    return found[1] if found else None


def crossings(tables: Iterable[type[models.Model]]) -> list[str]:
    """Return the relations that lead from one module into another."""
    relations = [(model, field) for model in tables for field in model._meta.get_fields() if field.is_relation]
    forward = [(model, field) for model, field in relations if not field.auto_created and field.related_model]
    return [
        f"{model.__name__}.{field.name}"
        for model, field in forward
        if isinstance(field.related_model, type) and module_of(field.related_model) not in {None, module_of(model)}
    ]


def silences(model: type[models.Model]) -> list[str]:
    """Say what a table's docstring leaves open."""
    text = model.__doc__ or ""
    own = "" if text.startswith(f"{model.__name__}(") else text  # Django writes one where there is none
    open_questions = {"what personal data it holds": HOLDS, "when it is erased": ERASED}
    return [f"{model.__name__}: {words}" for words, answer in open_questions.items() if not answer.search(own)]


def test_no_foreign_key_leads_from_one_module_to_another() -> None:
    assert crossings(our_models()) == []


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_every_table_says_what_it_holds_and_when_it_is_erased(model: type[models.Model]) -> None:
    assert silences(model) == []


@isolate_apps("torvet.shared.identity")
def test_a_foreign_key_between_modules_is_seen() -> None:
    class Case(models.Model):
        """A table of one module."""

        __module__ = "torvet.modules.records.models"

        class Meta:
            app_label = "planted_records"

    class Vote(models.Model):
        """A table of another."""

        __module__ = "torvet.modules.participation.models"
        case = models.ForeignKey(Case, on_delete=models.CASCADE)

        class Meta:
            app_label = "planted_participation"

    assert crossings([Case, Vote]) == ["Vote.case"]


@isolate_apps("torvet.shared.identity")
def test_a_table_that_says_nothing_is_seen() -> None:
    class Silent(models.Model):
        name = models.CharField(max_length=9)

        class Meta:
            app_label = "planted"

    assert silences(Silent) == ["Silent: what personal data it holds", "Silent: when it is erased"]
