"""Writes the documents that follow from code: `docs/permissions.md` and `docs/settings.md`, in Danish.

    python tools/write_docs.py            write them
    python tools/write_docs.py --check    fail where one is out of date

Who may do what is read from the roles and from what each page declares; settings from what was read at the start. A
setting without Danish words is an error: somebody added one and told nobody.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "torvet.config.settings")
django.setup()

from django.utils import translation  # noqa: E402  Django is set up first

from torvet.config import env  # noqa: E402
from torvet.shared.identity.api import Access, Permission  # noqa: E402
from torvet.shared.identity.checks import OPEN_DJANGO_VIEWS, pages  # noqa: E402
from torvet.shared.identity.roles import PERMISSION_TEXTS, ROLES  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
GENERATED = "<!-- Skrevet af tools/write_docs.py. Ret i koden, ikke her. -->"

SETTINGS_IN_DANISH = {
    "TORVET_DATA": "Mappe med databasen, filerne og søgeindekset.",
    "TORVET_INBOX": "Overvåget mappe, hvor leveringer lægges.",
    "TORVET_DEBUG": "Vis fejl i detaljer. Aldrig i drift.",
    "TORVET_SECRET_KEY_FILE": "Fil med den hemmelige nøgle. Den laves ved første start.",
    "TORVET_HOSTS": "Værtsnavne, der svares på, adskilt af komma.",
    "TORVET_DEMO": "Vis demoens personer på siden til at logge på.",
    "TORVET_HTTPS": "Siden nås over HTTPS: sikre cookies og HSTS.",
    "TORVET_MODULES": "Moduler, som kommunen bruger, adskilt af komma.",
    "TORVET_DATABASE": "Tom for SQLite, ellers `postgres://bruger:adgangskode@vært:port/navn`.",
    "TORVET_WORKERS": "Antal processer, der tager baggrundsarbejde.",
    "TORVET_LOG_LEVEL": "Det mindste niveau, der skrives i loggen.",
}


class NotTold(Exception):
    """A setting has no Danish words here."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    yield from ("| " + " | ".join(row) + " |" for row in rows)


def permissions() -> str:
    """Return who may do what: the roles, their permissions, and which page asks for which."""
    with translation.override("da"):
        return "\n".join(_permission_lines()) + "\n"


def _permission_lines() -> Iterator[str]:
    yield from (GENERATED, "", "# Hvem må hvad", "")
    yield "Roller står i koden (`src/torvet/shared/identity/roles.py`), så alle kan læse dem. En rolle gives til en"
    yield "person for én forvaltning eller for hele kommunen, fra en dag til en dag. Den, der ikke er logget på, har"
    yield "ingen rolle og ser det, der er offentligt. En side, man ikke må se, svarer »findes ikke«."
    yield from ("", "## Roller", "")
    yield from table(("Rolle", "Kode", "Opgave"), ((f"{r.name}", f"`{r.code}`", f"{r.explanation}") for r in ROLES))
    yield from ("", "## Rettigheder", "")
    yield from table(("Må", *(f"{role.name}" for role in ROLES)), (_permission_row(each) for each in Permission))
    yield from ("", "En rettighed uden kryds har ingen rolle. Den bruges kun på maskinens kommandolinje.")
    yield from ("", "## Sider", "")
    yield from table(("Adresse", "Navn", "Åben for"), sorted(_page_rows()))


def _permission_row(permission: Permission) -> tuple[str, ...]:
    return f"{PERMISSION_TEXTS[permission]}", *("×" if permission in role.permissions else "" for role in ROLES)


def _page_rows() -> Iterator[tuple[str, str, str]]:
    for name, entry in pages():
        if entry.lookup_str not in OPEN_DJANGO_VIEWS:
            yield f"`/{entry.pattern}`", f"`{name}`", _opened_for(getattr(entry.callback, "access", None))


def _opened_for(access: object) -> str:
    if access == Access.PUBLIC:
        return "alle"
    return ", ".join(f"{role.name}" for role in ROLES if access in role.permissions)


def settings() -> str:
    """Return what can be set from outside.

    Raises:
        NotTold: a setting has no Danish words.
    """
    return "\n".join(_setting_lines(env.READ)) + "\n"


def _setting_lines(read: Sequence[env.Variable]) -> Iterator[str]:
    missing = [variable.name for variable in read if variable.name not in SETTINGS_IN_DANISH]
    if missing:
        raise NotTold(", ".join(missing))
    yield from (GENERATED, "", "# Indstillinger", "")
    yield "Torvet læser disse miljøvariabler ved start. Ingen af dem er nødvendige for at prøve det."
    yield "Ja og nej skrives `yes` og `no`. Et navn på en mappe eller fil uden sti ligger i `var/`."
    yield ""
    rows = ((f"`{each.name}`", _default(each), SETTINGS_IN_DANISH[each.name]) for each in read)
    yield from table(("Variabel", "Uden den", "Hvad den gør"), sorted(rows))


def _default(variable: env.Variable) -> str:
    return f"`{variable.default}`" if variable.default else "tom"


DOCUMENTS: dict[str, Callable[[], str]] = {"permissions.md": permissions, "settings.md": settings}


def out_of_date(folder: Path) -> list[str]:
    """Return the documents in the folder that are missing or say something else than the code."""
    paths = {name: folder / name for name in DOCUMENTS}
    return [name for name, path in paths.items() if not path.exists() or path.read_text("utf-8") != DOCUMENTS[name]()]


def write(folder: Path) -> None:
    """Write the documents into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text(), encoding="utf-8")


def main() -> int:
    """Write or check; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="fail where a document is out of date")
    if not parser.parse_args().check:
        write(ROOT / "docs")
        return 0
    stale = out_of_date(ROOT / "docs")
    for name in stale:
        sys.stderr.write(f"docs/{name} is out of date: run tools/write_docs.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
