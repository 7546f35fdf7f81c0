"""Reads the dated rules from their tables, and fills the tables from `policy.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import astuple
from datetime import date
from hashlib import sha256
from importlib.resources import files
from typing import Any

from django.db.models import Model

from torvet.modules.records.models import LegalGround, PolicyRule, WaitingTime
from torvet.modules.records.rules import Rule, Wait
from torvet.pure.pii import RULE_PACK_VERSION

TABLES: Mapping[str, type[Model]] = {"ground": LegalGround, "waiting": WaitingTime, "rule": PolicyRule}


def rules_on(day: date) -> list[Rule]:
    """Return the rules of publication in force on the day."""
    return [
        Rule(
            code=row.code,
            outcome=row.outcome,
            legal_ground=row.legal_ground,
            case_type=row.case_type,
            kle_prefix=row.kle_prefix,
            document_type=row.document_type,
            pii_class=row.pii_class,
            notice=row.notice,
        )
        for row in PolicyRule.objects.valid_on(day)
    ]


def rule_pack_on(day: date) -> str:
    """Return the name of all that is searched for and all that is covered or kept back on the day.

    The detector's own version and eight digits of a hash over the rules: a rule that begins tomorrow gives another
    name tomorrow, and what is public is then looked through again.
    """
    rules = sorted(astuple(rule) for rule in rules_on(day) if rule.outcome != "publish")
    return f"{RULE_PACK_VERSION}+{sha256(repr(rules).encode()).hexdigest()[:8]}"


def waits_on(day: date) -> list[Wait]:
    """Return the waiting times in force on the day."""
    return [
        Wait(row.days_after, row.at_hour, row.case_type, row.kle_prefix) for row in WaitingTime.objects.valid_on(day)
    ]


def grounds_on(day: date) -> dict[str, LegalGround]:
    """Return the legal grounds in force on the day, by code."""
    return {row.code: row for row in LegalGround.objects.valid_on(day)}


def delivered_rows() -> dict[str, list[dict[str, Any]]]:
    """Return the rows that Torvet is delivered with, by table."""
    text = (files(__package__) / "policy.toml").read_text(encoding="utf-8")
    return {name: tomllib.loads(text)[name] for name in TABLES}
