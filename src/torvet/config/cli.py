"""The `torvet` command: one entrance to everything, in two words.

The doors that need no site (`pii scan`, `records prove`) are opened without Django, so that they work without a
database and without set-up. Everything else is a Django management command under a readable name.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.core.management import execute_from_command_line

from torvet.modules.records import prove
from torvet.pure.pii import cli as pii


@dataclass(frozen=True)
class Door:
    """A command that needs no site."""

    run: Callable[[list[str]], int]
    explanation: str


@dataclass(frozen=True)
class SiteCommand:
    """A command of a site that is set up."""

    name: str
    explanation: str


DOORS: Mapping[tuple[str, ...], Door] = {
    ("pii", "scan"): Door(pii.main, "find personal data in a text file (no site needed)"),
    ("records", "prove"): Door(prove.main, "check that a published PDF hides nothing (no site needed)"),
}
COMMANDS: Mapping[tuple[str, ...], SiteCommand] = {
    ("setup",): SiteCommand("site_setup", "make the database, the rules and the word tables ready"),
    ("serve",): SiteCommand("site_serve", "start the web server and the workers; Ctrl-C stops all"),
    ("demo",): SiteCommand("site_demo", "build the demo municipality, once"),
    ("records", "receive"): SiteCommand("records_receive", "take a delivery: a folder or a zip"),
    ("records", "robot"): SiteCommand("records_robot", "attack a shadow site, and tell what got out"),
    ("search", "rebuild"): SiteCommand("search_rebuild", "build the search index anew"),
    ("search",): SiteCommand("search_query", "search, and print what was found"),
    ("worker", "run"): SiteCommand("worker_run", "do background work in this process"),
    ("worker", "status"): SiteCommand("worker_status", "tell how the queue stands"),
    ("account", "create"): SiteCommand("account_create", "make a local account with a role"),
}


def _usage() -> str:
    doors = [(" ".join(words), door.explanation) for words, door in DOORS.items()]
    commands = [(" ".join(words), command.explanation) for words, command in COMMANDS.items()]
    lines = [f"  torvet {words:<16} {explanation}" for words, explanation in sorted(doors + commands)]
    return "\n".join(["Torvet, the digital square of a municipality", "", *lines, "", "Add --help to any of them."])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the first one or two words name; other words are Django's own commands."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"help", "--help", "-h"}:
        sys.stdout.write(_usage() + "\n")
        return 0
    door = DOORS.get(tuple(words[:2]))
    if door:
        return door.run(words[2:])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "torvet.config.settings")
    for length in (2, 1):
        command = COMMANDS.get(tuple(words[:length]))
        if command:
            execute_from_command_line(["torvet", command.name, *words[length:]])
            return 0
    execute_from_command_line(["torvet", *words])
    return 0


if __name__ == "__main__":
    sys.exit(main())
