"""The Danish message catalogues: one per app, kept complete.

`update` reads the English messages from Python files and templates and writes them into each app's
`locale/da/LC_MESSAGES/django.po`, keeping the translations that still apply and dropping the others.
`check` fails for a message that is missing, empty, fuzzy or no longer used, or whose placeholders differ.
`compile` writes the `.mo` files that Django reads.

Deliberately not here: GNU gettext, which is not on every machine, and an English catalogue: msgid is English.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "torvet"
CATALOGUE = Path("locale", "da", "LC_MESSAGES", "django.po")
LANGUAGE = "da"
TEMPLATE_SUFFIXES = {".html", ".txt", ".svg", ".css"}
SKIPPED_FOLDERS = {"tests", "migrations", "vendor", "node_modules", "__pycache__", "locale"}
WIDTH_CHARACTERS = 110
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = f"""\
msgid ""
msgstr ""
"Language: {LANGUAGE}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def owners() -> list[Path]:
    """Return the folders that own a catalogue: every app, and whatever has a `locale` folder."""
    apps = {path.parent for path in SOURCE.rglob("apps.py")}
    return sorted(apps | {path.parent for path in SOURCE.rglob("locale") if path.is_dir()})


def source_files(owner: Path, others: set[Path]) -> Iterator[Path]:
    """Yield the owner's Python files and templates, without tests and without apps that stand inside it."""
    for path in sorted(owner.rglob("*")):
        inner = path.relative_to(owner)
        if SKIPPED_FOLDERS & set(inner.parts) or others & set(path.parents):
            continue
        is_template = path.suffix in TEMPLATE_SUFFIXES and "templates" in inner.parts
        if path.is_file() and (path.suffix == ".py" or is_template):
            yield path


def python_text(path: Path) -> str:
    """Return what the extractor reads: Python as it is, a template as the calls it makes."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    # The tokenizer minds indentation, and a template's means nothing.
    return "\n".join(line.strip() for line in templatize(text).splitlines())


def messages_in(owner: Path, others: set[Path]) -> Catalog:
    """Return all messages that the owner's files use, with the files that use them."""
    found = Catalog(locale=LANGUAGE)
    for path in source_files(owner, others):
        stream = BytesIO(python_text(path).encode())
        for _line, message, comments, context in extract(
            "python", stream, KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
        ):
            place = (path.relative_to(ROOT).as_posix(), 0)
            found.add(message, locations=[place], auto_comments=comments, context=context)
    return found


def read(path: Path) -> Catalog:
    """Return the catalogue on disk; an empty one where there is none yet."""
    if not path.exists():
        return Catalog(locale=LANGUAGE)
    with path.open("rb") as stream:
        return read_po(stream, locale=LANGUAGE)


def wanted(apps: list[str]) -> Iterator[tuple[Path, Catalog]]:
    """Yield the catalogue path of each app (none given: all) with the messages it must hold, where there are any."""
    everyone = owners()
    for owner in everyone:
        if apps and owner.name not in apps:
            continue
        inside = {other for other in everyone if owner in other.parents}
        found = messages_in(owner, inside)
        if len(found):
            yield owner / CATALOGUE, found


def update(apps: list[str]) -> int:
    """Write new messages into the catalogues and take out those no longer used."""
    for path, found in wanted(apps):
        catalogue = read(path)
        catalogue.update(found, no_fuzzy_matching=True)
        body = BytesIO()
        write_po(
            body,
            catalogue,
            width=WIDTH_CHARACTERS,
            omit_header=True,
            ignore_obsolete=True,
            include_lineno=False,
            sort_by_file=True,
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(HEADER.encode() + body.getvalue().strip(b"\n") + b"\n")
    return check(apps)


def placeholders(texts: str | Sequence[str]) -> list[set[str]]:
    """Return the placeholders of each text, as in `%(days)s`."""
    return [set(PLACEHOLDER.findall(text)) for text in ([texts] if isinstance(texts, str) else texts)]


def same_placeholders(message: Message) -> bool:
    """Tell whether the translation uses what the message offers; a singular may leave the number out."""
    offered = set[str]().union(*placeholders(message.id))
    used = placeholders(message.string or "")
    return used[-1] == offered and all(each <= offered for each in used)


def faults(path: Path, found: Catalog) -> Iterator[str]:
    """Yield one sentence for each message that is not rightly translated."""
    catalogue = read(path)
    name = path.relative_to(ROOT).as_posix()
    for message in found:
        if not message.id:
            continue
        translated = catalogue.get(message.id, message.context)
        if translated is None:
            yield f"{name}: missing: {message.id!r}"
        elif translated.fuzzy:
            yield f"{name}: fuzzy: {message.id!r}"
        elif not all(translated.string if isinstance(translated.string, tuple) else (translated.string,)):
            yield f"{name}: empty: {message.id!r}"
    for message in catalogue:
        if message.id and found.get(message.id, message.context) is None:
            yield f"{name}: no longer used: {message.id!r}"
    for message in catalogue:
        if message.string and not same_placeholders(message):
            yield f"{name}: other placeholders: {message.id!r}"


def check(apps: list[str]) -> int:
    """Print every fault and return 1 if there is any."""
    found_faults = [fault for path, found in wanted(apps) for fault in faults(path, found)]
    for fault in found_faults:
        print(fault, file=sys.stderr)
    return 1 if found_faults else 0


def compile_all(apps: list[str]) -> int:
    """Write each catalogue's `.mo` file beside it."""
    for path in sorted(owner / CATALOGUE for owner in owners() if not apps or owner.name in apps):
        if not path.exists():
            continue
        with path.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, read(path))
    return 0


COMMANDS = {"update": update, "check": check, "compile": compile_all}


def main(arguments: list[str]) -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=sorted(COMMANDS))
    parser.add_argument("apps", nargs="*", help="names of apps, such as `identity`; all where none is given")
    # The template reader asks for settings, of which only this one matters: translation comments are read.
    if not settings.configured:
        settings.configure(USE_I18N=True)
    chosen = parser.parse_args(arguments)
    return COMMANDS[chosen.command](chosen.apps)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
