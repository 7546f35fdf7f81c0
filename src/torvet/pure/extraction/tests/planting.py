"""Planting one secret in one hiding place of a file that has something in all of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

SECRET = "Bo Holm 311299-4078"
FILLER = "fyldtekst"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

Plant: TypeAlias = Callable[[str], str]
"""Gives the text for a hiding place: the secret where it is planted, filler elsewhere."""


@dataclass(frozen=True)
class Spot:
    """A hiding place: where its text must be reported, and the notice there must be, if any."""

    place: str
    notice: str = ""


def planted(where: Iterable[str]) -> Plant:
    """Plant the secret in these places."""
    chosen = set(where)
    return lambda spot: SECRET if spot in chosen else FILLER


def relationships(*rows: tuple[str, ...]) -> str:
    """A relationships part of rows of identifier, kind, target and, where it is outside, the mode."""
    inner = "".join(
        f"<Relationship Id='{row[0]}' Type='{TYPES}{row[1]}' Target='{row[2]}'"
        + (f" TargetMode='{row[3]}'/>" if len(row) > 3 else "/>")
        for row in rows
    )
    return (
        f"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{inner}</Relationships>"
    )


def core_properties(plant: Plant) -> dict[str, str]:
    """The property parts of an OOXML file."""
    return {
        "docProps/core.xml": (
            "<cp:coreProperties xmlns:cp='urn:c' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            f"<dc:title>{plant('title')}</dc:title><dc:creator>{plant('creator')}</dc:creator>"
            f"<cp:keywords>{plant('keywords')}</cp:keywords></cp:coreProperties>"
        ),
        "docProps/custom.xml": (
            f"<Properties><property name='Sag'><lpwstr>{plant('own property')}</lpwstr></property></Properties>"
        ),
    }
