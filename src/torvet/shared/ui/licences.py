"""Whose work Torvet stands on: the Python packages that are installed, and the files from npm.

Read from what is installed, never from a list that could grow old.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from django.utils.translation import gettext

from torvet.shared.ui.icons import VENDOR
from torvet.shared.ui.parts import Cell, Column, ColumnKind, Row, Table

OWN_PACKAGE = "torvet"
NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
CLASSIFIER = "License :: OSI Approved :: "
LICENCE_LENGTH = 60  # some packages put the whole text into the field
PARTS_LIST = VENDOR / "stykliste.json"


@dataclass(frozen=True)
class Package:
    """One piece of other people's work."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True)
class LicencesPage:
    """What the page shows."""

    python: tuple[Package, ...]
    assets: tuple[Package, ...]
    source_url: str

    @property
    def python_table(self) -> Table:
        """The Python packages as a table."""
        return _table(gettext("Python packages"), self.python)

    @property
    def asset_table(self) -> Table:
        """The typefaces and icons as a table."""
        return _table(gettext("Typefaces and icons"), self.assets)

    @classmethod
    def now(cls) -> "LicencesPage":
        """Return what is installed in this process."""
        return cls(python=python_packages(), assets=asset_packages(), source_url=source_url())


def _table(caption: str, packages: tuple[Package, ...]) -> Table:
    heads = (Column(gettext("Name"), ColumnKind.TITLE), Column(gettext("Version")), Column(gettext("Licence")))
    rows = tuple(Row((Cell(each.name), Cell(each.version), Cell(each.licence))) for each in packages)
    return Table(caption, heads, rows)


def licence_of(package: Distribution) -> str:
    """Return the licence as the package names it, in the field that is newest of those it fills in."""
    metadata = package.metadata
    expression = metadata["License-Expression"] or ""
    words = [line.removeprefix(CLASSIFIER) for line in metadata.get_all("Classifier") or [] if CLASSIFIER in line]
    field = (metadata["License"] or "").splitlines()
    return expression or ", ".join(words) or (field[0][:LICENCE_LENGTH] if field else "")


def required_by(package: Distribution) -> list[str]:
    """Return the names of what a package needs, without its optional extras."""
    lines = [line for line in package.requires or [] if "extra ==" not in line]
    return [match[0] for line in lines if (match := NAME.match(line))]


def found(name: str) -> Distribution | None:
    """Return an installed package; None where this system does not need it."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


@cache
def python_packages() -> tuple[Package, ...]:
    """Return everything that runs with Torvet, by name."""
    packages: dict[str, Package] = {}
    waiting = [OWN_PACKAGE]
    while waiting:
        package = found(waiting.pop())
        if package is None or package.name.lower() in packages:
            continue
        packages[package.name.lower()] = Package(package.name, package.version, licence_of(package))
        waiting += required_by(package)
    packages.pop(OWN_PACKAGE, None)
    return tuple(packages[name] for name in sorted(packages))


@cache
def asset_packages() -> tuple[Package, ...]:
    """Return the packages that `tools/vendor.py` has copied files from; none where it has not run."""
    if not PARTS_LIST.is_file():
        return ()
    parts = json.loads(PARTS_LIST.read_text(encoding="utf-8"))
    return tuple(Package(part["package"], part["version"], part["licence"]) for part in parts)


@cache
def source_url() -> str:
    """Return where the source code is kept, as the package itself says; empty where it does not say."""
    package = found(OWN_PACKAGE)
    lines = (package.metadata.get_all("Project-URL") or []) if package else []
    places: dict[str, str] = dict(line.split(", ", 1) for line in lines)
    return places.get("Source", "")
