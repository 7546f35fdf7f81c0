"""The front door: the municipality, its departments, and pointers to anything."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from torvet.shared.organisation.models import Municipality, Unit

__all__ = ["Department", "Ref", "departments", "municipality"]


@dataclass(frozen=True)
class Ref:
    """Points at a thing in any module without a foreign key."""

    module: str
    kind: str
    uuid: UUID
    title: str


@dataclass(frozen=True)
class Department:
    """A department as other code sees it."""

    code: str
    name: str


def municipality() -> Municipality:
    """Return the municipality; an unsaved, nameless one before set-up."""
    return Municipality.objects.first() or Municipality(name="Kommunen", town="", street="", postcode="", phone="")


def departments(*, on: date) -> tuple[Department, ...]:
    """Return the departments that exist on the day, by name."""
    rows = Unit.objects.valid_on(on).departments()
    return tuple(Department(code=row.code, name=row.name) for row in rows)
