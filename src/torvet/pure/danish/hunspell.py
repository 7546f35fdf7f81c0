"""Reads a hunspell dictionary (`index.aff`, `index.dic`) and expands it to word forms with their lemmas.

What is here: the affix language as far as the Danish dictionary uses it: numbered flags, suffixes with
continuation flags (two levels), prefixes, `NEEDAFFIX`, `ONLYINCOMPOUND`, `FORBIDDENWORD`, `COMPOUNDBEGIN`, and the
morphological fields `st:` (stem) and `al:` (other forms), which carry the strong verbs and the irregular
comparisons. The numbers of the flags are read from the file, not known beforehand.
What is not: checking of spelling, suggestions, and compounds made of free parts (see `compounds`).

Source of the format: hunspell(5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

MAX_LINES = 2_000_000
"""Ten times the largest Danish dictionary: a longer file is not one."""

MAX_FORMS = 2_000
"""No Danish word has a tenth as many forms; a dictionary that says so is damaged."""

SUFFIX_LEVELS = 2

ENTRY = re.compile(r"(?P<word>[^\s/]+)(?:/(?P<flags>[0-9,]+))?(?P<fields>(?:\s+[a-z]{2}:\S+)*)\s*")
CONDITION_ITEM = re.compile(r"\[[^\]]*\]|.")


class WordClass(StrEnum):
    """The word classes that matter to the choice of a lemma."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    NAME = "name"
    OTHER = "other"


class Form(NamedTuple):
    """One form of an entry. A form that is `first` but no `word` only opens compounds (`tilladelses`)."""

    text: str
    is_word: bool
    is_first: bool


class Entry(NamedTuple):
    """One line of the dictionary: its headword, the lemmas it belongs to (itself or its stems), all its forms."""

    word: str
    lemmas: tuple[str, ...]
    word_class: WordClass
    forms: tuple[Form, ...]


class DictionaryError(ValueError):
    """The folder holds no dictionary that can be read; the message is a Danish sentence."""


HEADINGS = {
    "#Verbum": WordClass.VERB,
    "#Substantiv": WordClass.NOUN,
    "#Adjektiv": WordClass.ADJECTIVE,
    "#Proprium": WordClass.NAME,
}
CLASS_ORDER = (WordClass.VERB, WordClass.ADJECTIVE, WordClass.NOUN, WordClass.NAME)


@dataclass(frozen=True, slots=True)
class _Rule:
    strip: int
    add: str
    condition: re.Pattern[str]
    flags: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a set of flags means: the suffixes and prefixes to try, and what the form itself is."""

    suffixes: tuple[str, ...]
    prefixes: tuple[str, ...]
    is_word: bool
    is_first: bool
    word_class: WordClass


@dataclass(slots=True)
class _Affixes:
    suffixes: dict[str, list[_Rule]] = field(default_factory=dict)
    prefixes: dict[str, list[_Rule]] = field(default_factory=dict)
    classes: dict[str, WordClass] = field(default_factory=dict)
    special: dict[str, str] = field(default_factory=dict)
    reach: int = 1
    plans: dict[str, _Plan] = field(default_factory=dict)
    fitting: dict[tuple[str, str], list[_Rule]] = field(default_factory=dict)

    def plan(self, flags: str) -> _Plan:
        """What these flags mean, remembered by their text."""
        plan = self.plans.get(flags)
        if plan is None:
            plan = self.plans[flags] = self._make_plan(flags.split(","))
        return plan

    def _make_plan(self, flags: list[str]) -> _Plan:
        special = self.special
        found = {self.classes.get(flag, WordClass.OTHER) for flag in flags}
        return _Plan(
            suffixes=tuple(sorted(flag for flag in flags if flag in self.suffixes)),
            prefixes=tuple(sorted(flag for flag in flags if flag in self.prefixes)),
            is_word=special.get("NEEDAFFIX") not in flags and special.get("ONLYINCOMPOUND") not in flags,
            is_first=special.get("COMPOUNDBEGIN") in flags,
            word_class=next((kind for kind in CLASS_ORDER if kind in found), WordClass.OTHER),
        )

    def suffix_rules(self, flag: str, word: str) -> list[_Rule]:
        """The rules of a suffix flag that fit this word, remembered by the word's last letters."""
        key = flag, word[-self.reach :]
        rules = self.fitting.get(key)
        if rules is None:
            rules = [rule for rule in self.suffixes[flag] if rule.condition.search(word)]
            self.fitting[key] = rules
        return rules


def _read_lines(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"Ordbogen kan ikke læses: {path.name} mangler eller er ikke UTF-8."
        raise DictionaryError(message) from error
    if len(lines) > MAX_LINES:
        raise DictionaryError(f"Ordbogen kan ikke læses: {path.name} har over {MAX_LINES} linjer.")
    return lines


def _read_affixes(path: Path) -> _Affixes:
    affixes = _Affixes()
    heading = ""
    for line in _read_lines(path):
        columns = line.split()
        if line.startswith("#"):
            heading = re.split(r"[\s,]", line)[0]
        elif len(columns) >= 5 and columns[0] in {"SFX", "PFX"}:
            _add_rule(affixes, columns)
        elif len(columns) == 4 and columns[0] in {"SFX", "PFX"}:
            affixes.classes[columns[1]] = HEADINGS.get(heading, WordClass.OTHER)
        elif len(columns) == 2:
            affixes.special[columns[0]] = columns[1]
    if affixes.special.get("FLAG") != "num" or not affixes.suffixes:
        raise DictionaryError("Ordbogen kan ikke læses: den bruger ikke numre som flag (FLAG num).")
    return affixes


def _add_rule(affixes: _Affixes, columns: list[str]) -> None:
    kind, flag, strip, addition, condition = columns[:5]
    add, _, flags = addition.partition("/")
    try:
        pattern = re.compile(f"^{condition}" if kind == "PFX" else f"{condition}$")
    except re.error as error:
        raise DictionaryError("Ordbogen kan ikke læses: en regel i index.aff er ikke gyldig.") from error
    rule = _Rule(0 if strip == "0" else len(strip), "" if add == "0" else add, pattern, flags)
    table = affixes.prefixes if kind == "PFX" else affixes.suffixes
    table.setdefault(flag, []).append(rule)
    affixes.reach = max(affixes.reach, len(CONDITION_ITEM.findall(condition)))


def _expand(affixes: _Affixes, word: str, plan: _Plan, levels: int, found: list[Form]) -> None:
    """Append the word and everything its flags derive from it."""
    if plan.is_word or plan.is_first:
        found.append(Form(word, plan.is_word, plan.is_first))
    if not levels or len(found) > MAX_FORMS:
        return
    for flag in plan.suffixes:
        for rule in affixes.suffix_rules(flag, word):
            derived = (word[: -rule.strip] if rule.strip else word) + rule.add
            _expand(affixes, derived, affixes.plan(rule.flags), levels - 1, found)
    for flag in plan.prefixes:
        for rule in affixes.prefixes[flag]:
            if rule.condition.search(word):
                _expand(affixes, rule.add + word[rule.strip :], affixes.plan(rule.flags), levels - 1, found)


def read_dictionary(folder: Path) -> Iterator[Entry]:
    """All entries of the dictionary in `folder` with their forms, in the file's order.

    Entries of several words, forms that end in a hyphen, and the compass prefixes that any name can take
    (`Nordaarhus`: 200,000 forms nobody writes) are left out. Raises `DictionaryError`. The Danish dictionary gives
    150,000 entries with a million forms.
    """
    affixes = _read_affixes(folder / "index.aff")
    forbidden = affixes.special.get("FORBIDDENWORD", "")
    for line in _read_lines(folder / "index.dic")[1:]:
        match = ENTRY.fullmatch(line)
        if match is None:
            continue
        word, flags, fields = match.group("word", "flags", "fields")
        if flags is None or forbidden not in flags.split(","):
            yield _read_entry(affixes, word, flags or "", fields.split())


def _read_entry(affixes: _Affixes, word: str, flags: str, fields: list[str]) -> Entry:
    stems = tuple(value[3:] for value in fields if value.startswith("st:"))
    plan = affixes.plan(flags)
    word_class = plan.word_class
    if word_class is WordClass.OTHER and any(re.match("al:.*ende$", value) for value in fields):
        word_class = WordClass.VERB
    found: list[Form] = []
    if word_class is WordClass.NAME:
        plan = _Plan(plan.suffixes, (), plan.is_word, plan.is_first, word_class)
    _expand(affixes, word, plan, SUFFIX_LEVELS, found)
    forms = tuple(form for form in found if not form.text.endswith("-"))
    return Entry(word, stems or (word,), word_class, forms)
