"""Builds the word table from a hunspell dictionary, at set-up.

What is here: which lemma a form belongs to, which word is made of which parts, and what a part costs in the
splitter. What is not: the dictionary (LGPL/GPL/MPL, fetched at set-up; nothing of it stands in this package), its
file format (`hunspell`) and the table's (`tables`).

How a lemma is chosen: the short list of irregular forms first; then, of the dictionary's lemmas, the one whose
forms are commonest in Danish statutes (`common_words.txt`). The others stay as further readings, so a
query for `tale` finds `taler` whichever was chosen. Participles that are entries of their own go to their verb.

How parts are priced: no running text is at hand at set-up, but the dictionary is itself a collection of 100,000
compounds. A first part is cheap if it opens many of them, a head if it closes many (three rounds of sharing each
word among its possible cuts), with a little for commonness in the statutes.
"""

import gc
import hashlib
import math
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from torvet.pure.danish.compounds import (
    LEXICON_LIMIT,
    NOT_ALLOWED,
    Piece,
    Split,
    may_be_compound,
    may_be_first,
    may_be_head,
    split,
)
from torvet.pure.danish.hunspell import Entry, WordClass, read_dictionary
from torvet.pure.danish.lexicon import Word, write_record
from torvet.pure.danish.tables import Table, TablesError, write_table
from torvet.pure.danish.words import FUNCTION_WORDS, IRREGULAR, SILENT_HEADS

COMMON_WORDS = Path(__file__).with_name("common_words.txt")
SOURCES = (*("build.py", "compounds.py", "hunspell.py", "lexicon.py", "tables.py", "words.py", "common_words.txt"),)

ROUNDS = 3
MAX_TERMS = 3
MAX_PARTS = 8
RARE_READING = 1 / 20
"""A further reading that is this much rarer than the first is dropped."""

BASE_COST = 110
COST_OF_DOUBLING = 10
COUNT_WEIGHT = 0.2
SHORT_COSTS = {2: 25, 3: 12}
LINK_COST = 25
"""Prices fitted on compounds made of the statutes' first parts and heads; benchmarks/relevance measures them."""

SPLIT_CLASSES = frozenset({WordClass.NOUN, WordClass.ADJECTIVE})
SHORT_HEAD_LETTERS = 6


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: counts, the hash of the contents, and the processor time it took."""

    forms: int
    lemmas: int
    first_parts: int
    compounds: int
    content: str = ""
    cpu_seconds: float = 0.0


@dataclass(slots=True)
class _Vocabulary:
    """The dictionary in lower case: lemmas of each form, word classes of each lemma, first parts of compounds."""

    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    firsts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    classes: dict[str, set[WordClass]] = field(default_factory=dict)
    canonical: dict[str, str] = field(default_factory=dict)
    counts: dict[str, float] = field(default_factory=dict)

    def canonical_lemmas(self, lemmas: Iterable[str]) -> set[str]:
        """The lemmas with participles and irregular plurals replaced."""
        return {self.canonical.get(lemma, lemma) for lemma in lemmas}


def build_tables(dictionary_folder: Path, target: Path) -> BuildReport:
    """Build the table from `index.aff` and `index.dic` in a folder; the same bytes for the same input.

    The file is written beside `target` and moved into place, so an interrupted build leaves what was there. Raises
    `DictionaryError` if the folder holds no Danish hunspell dictionary. Takes 10-15 s of processor time and about
    600 MB of memory.
    """
    started = time.process_time()
    with _without_garbage_collection():
        records, report = _build_records(dictionary_folder)
    content = write_table(records, target, _stamp(dictionary_folder))
    return replace(report, content=content, cpu_seconds=time.process_time() - started)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Nothing here refers to itself, and collecting over millions of tuples takes a quarter of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _build_records(dictionary_folder: Path) -> tuple[dict[str, str], BuildReport]:
    vocabulary = _read_vocabulary(read_dictionary(dictionary_folder))
    _find_canonical(vocabulary)
    _count_lemmas(vocabulary, _read_common_words())
    terms = {form: _choose_terms(vocabulary, form, lemmas) for form, lemmas in vocabulary.forms.items()}
    terms.update({form: (lemma,) for form, lemma in IRREGULAR.items()})
    heads = {form: _head_term(vocabulary, found) for form, found in terms.items() if may_be_head(form)}
    pieces = _price_pieces(vocabulary, terms, heads)
    parts = _find_parts(vocabulary, pieces)
    records = _write_records(vocabulary, terms, pieces, parts)
    return records, BuildReport(
        forms=len(terms) + len(vocabulary.names),
        lemmas=len(vocabulary.classes),
        first_parts=len(vocabulary.firsts),
        compounds=sum(1 for found in parts.values() if found),
    )


def needs_build(dictionary_folder: Path, target: Path) -> bool:
    """Whether `target` is missing, damaged, or from another dictionary or another edition of this code."""
    try:
        return Table(target).header.stamp != _stamp(dictionary_folder)
    except (FileNotFoundError, TablesError):
        return True


def _stamp(dictionary_folder: Path) -> str:
    digest = hashlib.sha256()
    files = [dictionary_folder / "index.aff", dictionary_folder / "index.dic"]
    for path in files + [COMMON_WORDS.with_name(name) for name in SOURCES]:
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"missing")
    return digest.hexdigest()[:16]


def _read_common_words() -> dict[str, int]:
    counts = {}
    for line in COMMON_WORDS.read_text(encoding="utf-8").splitlines():
        size, *words = line.split()
        counts.update(dict.fromkeys(words, 2 ** int(size)))
    return counts


def _read_vocabulary(entries: Iterable[Entry]) -> _Vocabulary:
    vocabulary = _Vocabulary(classes=defaultdict(set))
    for entry in entries:
        lemmas = tuple(lemma.rstrip("-").lower() for lemma in entry.lemmas)
        if not all(lemma.isalpha() for lemma in lemmas):
            continue
        if entry.lemmas == (entry.word,):
            vocabulary.classes[lemmas[0]].add(entry.word_class)
        for form in entry.forms:
            if form.text.isalpha():
                _add_form(vocabulary, form.text, lemmas, is_word=form.is_word, is_first=form.is_first)
    return vocabulary


def _add_form(vocabulary: _Vocabulary, text: str, lemmas: tuple[str, ...], *, is_word: bool, is_first: bool) -> None:
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


def _find_canonical(vocabulary: _Vocabulary) -> None:
    """Send participles to their verb and plurals with a lemma of their own to the singular."""
    common = _read_common_words()
    irregular = {form: lemma for form, lemma in IRREGULAR.items() if form in vocabulary.classes}
    endings = tuple(form for form in irregular if len(form) > 3)
    for lemma, classes in vocabulary.classes.items():
        if lemma in irregular:
            vocabulary.canonical[lemma] = irregular[lemma]
        elif lemma.endswith(endings):
            plural = max((ending for ending in endings if lemma.endswith(ending)), key=len)
            singular = lemma.removesuffix(plural) + irregular[plural]
            if singular in vocabulary.classes:
                vocabulary.canonical[lemma] = singular
        elif WordClass.ADJECTIVE in classes and WordClass.NOUN not in classes:
            verbs = _verbs_of_participle(vocabulary, lemma)
            if verbs:
                vocabulary.canonical[lemma] = max(verbs, key=lambda verb: (common.get(verb, 0), verb))


def _verbs_of_participle(vocabulary: _Vocabulary, adjective: str) -> list[str]:
    """The verbs that have this adjective as a form that is no imperative (`godkendt`, but not `kort`)."""
    if not adjective.endswith(("t", "ende", "en")):
        return []
    imperatives = {adjective, adjective + "e", adjective + adjective[-1] + "e"}
    return [
        lemma
        for lemma in vocabulary.forms.get(adjective, ())
        if WordClass.VERB in vocabulary.classes.get(lemma, ()) and lemma not in imperatives
    ]


def _count_lemmas(vocabulary: _Vocabulary, common: Mapping[str, int]) -> None:
    """Share each form's count among the lemmas it can belong to, in rounds, by what they have of other forms.

    So `helt` goes to `hel`, which also has `hele`, and not to the noun `helt` (hero), which has nothing else.
    """
    readings = [
        (count, vocabulary.canonical_lemmas(vocabulary.forms[form]))
        for form, count in common.items()
        if form in vocabulary.forms and form not in IRREGULAR
    ]
    counts: dict[str, float] = defaultdict(float)
    for _ in range(ROUNDS):
        shared: dict[str, float] = defaultdict(float)
        for count, lemmas in readings:
            total = sum(counts[lemma] + 1 for lemma in lemmas)
            for lemma in lemmas:
                shared[lemma] += count * (counts[lemma] + 1) / total
        counts = shared
    vocabulary.counts = counts


def _choose_terms(vocabulary: _Vocabulary, form: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
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


def _head_term(vocabulary: _Vocabulary, readings: tuple[str, ...]) -> str:
    """The reading of a head: compounds are mostly nouns, so a noun before a verb (`svar` of `svare`)."""
    nouns = (lemma for lemma in readings if WordClass.NOUN in vocabulary.classes.get(lemma, ()))
    return next(nouns, readings[0])


def _price_pieces(
    vocabulary: _Vocabulary, terms: Mapping[str, tuple[str, ...]], head_terms: Mapping[str, str]
) -> dict[str, Piece]:
    firsts, heads = _count_families(vocabulary, head_terms)
    pieces: dict[str, Piece] = {}
    lemma_costs: dict[str, int] = {}
    for form, lemma in head_terms.items():
        cost = lemma_costs.get(lemma)
        if cost is None:
            weight = heads[lemma] + COUNT_WEIGHT * math.sqrt(vocabulary.counts[lemma])
            cost = lemma_costs[lemma] = _cost(weight)
        pieces[form] = Piece(NOT_ALLOWED, cost + SHORT_COSTS.get(len(form), 0), "", lemma)
    for form, lemmas in vocabulary.firsts.items():
        lemma = _first_term(vocabulary, lemmas)
        weight = firsts[form] + COUNT_WEIGHT * math.sqrt(vocabulary.counts[lemma])
        _add_first(pieces, form, _cost(weight), lemma)
    for lemma, classes in vocabulary.classes.items():
        if lemma in terms and WordClass.NAME not in classes:
            weight = COUNT_WEIGHT * math.sqrt(vocabulary.counts[lemma])
            for form in (lemma, lemma if lemma.endswith("s") else lemma + "s"):
                _add_first(pieces, form, _cost(weight) + LINK_COST, terms[lemma][0])
    return pieces


def _first_term(vocabulary: _Vocabulary, lemmas: Iterable[str]) -> str:
    return max(vocabulary.canonical_lemmas(lemmas), key=lambda lemma: (vocabulary.counts[lemma], lemma))


def _add_first(pieces: dict[str, Piece], form: str, cost: int, lemma: str) -> None:
    if not may_be_first(form):
        return
    known = pieces.get(form, Piece(NOT_ALLOWED, NOT_ALLOWED, "", ""))
    cost += SHORT_COSTS.get(len(form), 0)
    if known.first_cost == NOT_ALLOWED or cost < known.first_cost:
        pieces[form] = known._replace(first_cost=cost, first_term=lemma)


def _cost(weight: float) -> int:
    return max(5, round(BASE_COST - COST_OF_DOUBLING * math.log2(0.25 + weight)))


def _count_families(
    vocabulary: _Vocabulary, head_terms: Mapping[str, str]
) -> tuple[dict[str, float], dict[str, float]]:
    """How many of the dictionary's words each first part opens and each lemma closes."""
    cuts = [
        found
        for lemma, classes in vocabulary.classes.items()
        if lemma in vocabulary.forms and may_be_compound(lemma) and not SPLIT_CLASSES.isdisjoint(classes)
        if (found := _possible_cuts(lemma, classes, vocabulary, head_terms))
    ]
    firsts: dict[str, float] = defaultdict(lambda: 1.0)
    heads: dict[str, float] = defaultdict(lambda: 1.0)
    for _ in range(ROUNDS):
        new_firsts: dict[str, float] = defaultdict(float)
        new_heads: dict[str, float] = defaultdict(float)
        for found in cuts:
            weights = [(firsts[first] + 0.1) * (heads[head] + 0.1) for first, head in found]
            total = sum(weights)
            for (first, head), weight in zip(found, weights, strict=True):
                new_firsts[first] += weight / total
                new_heads[head] += weight / total
        firsts, heads = new_firsts, new_heads
    return firsts, heads


def _possible_cuts(
    lemma: str, classes: set[WordClass], vocabulary: _Vocabulary, head_terms: Mapping[str, str]
) -> list[tuple[str, str]]:
    """The cuts of a lemma into a first part and a head of the lemma's own word class."""
    cuts = []
    for place in range(2, len(lemma) - 1):
        first, rest = lemma[:place], lemma[place:]
        head = head_terms.get(rest)
        if first not in vocabulary.firsts or head is None:
            continue
        if may_be_first(first) and not classes.isdisjoint(vocabulary.classes.get(head, ())):
            cuts.append((first, head))
    return cuts


def _find_parts(vocabulary: _Vocabulary, pieces: Mapping[str, Piece]) -> dict[str, tuple[str, ...]]:
    """The compound parts of every lemma, with the parts' own parts."""
    splits: dict[str, Split] = {}
    for lemma, classes in vocabulary.classes.items():
        if SPLIT_CLASSES.isdisjoint(classes) or lemma in FUNCTION_WORDS:
            continue
        found = split(lemma, pieces.get, LEXICON_LIMIT)
        if found and not _is_verbal_noun(vocabulary, lemma, found.pieces[-1]):
            splits[lemma] = found
    return {lemma: _all_parts(lemma, splits) for lemma in splits}


def _is_verbal_noun(vocabulary: _Vocabulary, lemma: str, head: str) -> bool:
    """Whether a noun is made of a verb, so that a short `head` is only its ending (`parkering`, `betaling`)."""
    if len(head) >= SHORT_HEAD_LETTERS:
        return False
    stem = lemma.removesuffix("ing") if lemma.endswith("ing") else lemma.removesuffix("else")
    return stem != lemma and WordClass.VERB in vocabulary.classes.get(stem + "e", ())


def _all_parts(lemma: str, splits: Mapping[str, Split]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = [lemma]
    while waiting and len(found) < MAX_PARTS:
        word = waiting.pop(0)
        for term in splits[word].terms if word in splits else ():
            if term not in found and term != lemma:
                found[term] = None
                waiting.append(term)
    return tuple(term for term in found if term not in SILENT_HEADS)


def _write_records(
    vocabulary: _Vocabulary,
    terms: Mapping[str, tuple[str, ...]],
    pieces: Mapping[str, Piece],
    parts: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    records = {
        form: write_record(Word(found, parts.get(found[0], ()), is_name=False), pieces.get(form))
        for form, found in terms.items()
    }
    for form, lemma in vocabulary.names.items():
        if form not in records:
            records[form] = write_record(Word((lemma,), (), is_name=True), pieces.get(form))
    for form, piece in pieces.items():
        if form not in records:
            records[form] = write_record(None, piece)
    return records
