"""Sorts a dictionary's forms by lemma, and says which lemma an ambiguous form most likely has.

What is here: the short list of irregular forms first; then, of the dictionary's lemmas, the one whose forms are
commonest in Danish statutes (`common_words.txt`, our own counts) and that closes most of the dictionary's compounds.
The others stay as further readings, so a query for `tale` finds `taler` whichever was chosen. Participles that are
entries of their own go to their verb. What is not: compounds and their prices (`prices`).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from torvet.pure.danish.compounds import may_be_first
from torvet.pure.danish.hunspell import Entry, WordClass
from torvet.pure.danish.words import FUNCTION_WORDS, IRREGULAR

COMMON_WORDS = Path(__file__).with_name("common_words.txt")
READING_ROUNDS = 4
MAX_TERMS = 3
RARE_READING = 1 / 20
"""A further reading that is this much rarer than the first is dropped."""


@dataclass(slots=True)
class Vocabulary:
    """The dictionary in lower case: lemmas of each form, word classes of each lemma, first parts of compounds."""

    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    firsts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    classes: dict[str, set[WordClass]] = field(default_factory=dict)
    canonical: dict[str, str] = field(default_factory=dict)
    counts: dict[str, float] = field(default_factory=dict)

    def canonical_lemmas(self, lemmas: Iterable[str]) -> list[str]:
        """The lemmas with participles and irregular plurals replaced, in alphabetical order."""
        found = {self.canonical.get(lemma, lemma) for lemma in lemmas}
        return sorted(found if len(found) == 1 else {lemma for lemma in found if not _is_stray(lemma, found)})


def _is_stray(lemma: str, lemmas: set[str]) -> bool:
    """A compound verb to which the dictionary lends the forms of its last part (`kortlægge` for `lægger`)."""
    return any(other != lemma and lemma.endswith(other) for other in lemmas)


def _read_common_words() -> dict[str, int]:
    counts = {}
    for line in COMMON_WORDS.read_text(encoding="utf-8").splitlines():
        size, *words = line.split()
        counts.update(dict.fromkeys(words, 2 ** int(size)))
    return counts


def read_vocabulary(entries: Iterable[Entry]) -> Vocabulary:
    """Sort a dictionary's forms by lemma, with participles and irregular plurals sent home and lemmas counted."""
    vocabulary = Vocabulary(classes=defaultdict(set))
    for entry in entries:
        lemmas = tuple(lemma.rstrip("-").lower() for lemma in entry.lemmas)
        if not all(lemma.isalpha() for lemma in lemmas):
            continue
        if entry.lemmas == (entry.word,):
            vocabulary.classes[lemmas[0]].add(entry.word_class)
        for form in entry.forms:
            if form.text.isalpha():
                _add_form(vocabulary, form.text, lemmas, is_word=form.is_word, is_first=form.is_first)
    common = _read_common_words()
    _find_canonical(vocabulary, common)
    _count_lemmas(vocabulary, common)
    return vocabulary


def _add_form(vocabulary: Vocabulary, text: str, lemmas: tuple[str, ...], *, is_word: bool, is_first: bool) -> None:
    form = text.lower()
    if is_first:
        vocabulary.firsts[form] = _joined(vocabulary.firsts.get(form), lemmas)
    if not is_word:
        return
    if text[0].isupper():
        known = vocabulary.names.get(form)
        if known is None or form in lemmas:
            vocabulary.names[form] = lemmas[0]
    else:
        vocabulary.forms[form] = _joined(vocabulary.forms.get(form), lemmas)


def _joined(known: tuple[str, ...] | None, lemmas: tuple[str, ...]) -> tuple[str, ...]:
    if known is None:
        return lemmas
    return known if lemmas[0] in known and len(lemmas) == 1 else tuple(dict.fromkeys(known + lemmas))


def _find_canonical(vocabulary: Vocabulary, common: Mapping[str, int]) -> None:
    """Send participles to their verb and plurals with a lemma of their own to the singular."""
    irregular = {form: lemma for form, lemma in IRREGULAR.items() if form in vocabulary.classes}
    endings = tuple(form for form in irregular if len(form) > 3)
    for lemma, classes in vocabulary.classes.items():
        if lemma in irregular:
            vocabulary.canonical[lemma] = irregular[lemma]
        elif lemma.endswith(endings):
            plural = max((ending for ending in endings if lemma.endswith(ending)), key=len)
            first = lemma.removesuffix(plural)
            singular = first + irregular[plural]
            if first in vocabulary.firsts and singular in vocabulary.classes:
                vocabulary.canonical[lemma] = singular
        elif WordClass.ADJECTIVE in classes and WordClass.NOUN not in classes:
            verbs = _verbs_of_participle(vocabulary, lemma)
            if verbs:
                vocabulary.canonical[lemma] = max(verbs, key=lambda verb: (common.get(verb, 0), verb))


def _verbs_of_participle(vocabulary: Vocabulary, adjective: str) -> list[str]:
    """The verbs that have this adjective as a form that is no imperative (`godkendt`, but not `kort`)."""
    if not adjective.endswith(("t", "ende", "en")):
        return []
    imperatives = {adjective, adjective + "e", adjective + adjective[-1] + "e"}
    return [
        lemma
        for lemma in vocabulary.forms.get(adjective, ())
        if WordClass.VERB in vocabulary.classes.get(lemma, ()) and lemma not in imperatives
    ]


def _count_lemmas(vocabulary: Vocabulary, common: Mapping[str, int]) -> None:
    """Share each form's count among the lemmas it can belong to, in rounds, by what they have of other forms.

    So `helt` goes to `hel`, which also has `hele`, and not to the noun `helt` (hero), which has nothing else. The
    compounds that a lemma closes count too: they know words that statutes do not use (`hus`).
    """
    readings = [
        (count, vocabulary.canonical_lemmas(vocabulary.forms[form]))
        for form, count in common.items()
        if form in vocabulary.forms and form not in IRREGULAR
    ]
    families = _count_heads(vocabulary)
    counts = families
    for _ in range(READING_ROUNDS):
        shared = families.copy()
        for count, lemmas in readings:
            total = sum(counts[lemma] + 1 for lemma in lemmas)
            for lemma in lemmas:
                shared[lemma] += count * (counts[lemma] + 1) / total
        counts = shared
    vocabulary.counts = counts


def _count_heads(vocabulary: Vocabulary) -> dict[str, float]:
    """How many of the dictionary's words end in each lemma, after something that can open compounds."""
    heads: dict[str, float] = defaultdict(float)
    for lemma in vocabulary.classes:
        for place in range(3, len(lemma) - 2):
            first, rest = lemma[:place], lemma[place:]
            if rest in vocabulary.classes and first in vocabulary.firsts and may_be_first(first):
                heads[vocabulary.canonical.get(rest, rest)] += 1
    return heads


def choose_terms(vocabulary: Vocabulary, form: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
    """The lemmas of a form, the likeliest first; the form's own spelling and nouns break ties."""
    if form in IRREGULAR:
        return (IRREGULAR[form],)
    if len(lemmas) == 1:
        return (vocabulary.canonical.get(lemmas[0], lemmas[0]),)

    def likelihood(lemma: str) -> tuple[float, str]:
        noun = WordClass.NOUN in vocabulary.classes.get(lemma, ())
        return math.log2(1 + vocabulary.counts[lemma]) + 0.5 * (lemma == form) + 0.5 * noun, lemma

    ranked = sorted(vocabulary.canonical_lemmas(lemmas), key=likelihood, reverse=True)
    if form in FUNCTION_WORDS or len(form) == 1:
        return (form if form in ranked else ranked[0],)
    least = (vocabulary.counts[ranked[0]] + 1) * RARE_READING
    others = (lemma for lemma in ranked[1:] if lemma == form or vocabulary.counts[lemma] + 1 >= least)
    return (ranked[0], *islice(others, MAX_TERMS - 1))


def head_term(vocabulary: Vocabulary, readings: tuple[str, ...]) -> str:
    """The reading of a head: compounds are mostly nouns, so a noun before a verb (`svar` of `svare`)."""
    nouns = (lemma for lemma in readings if WordClass.NOUN in vocabulary.classes.get(lemma, ()))
    return next(nouns, readings[0])
