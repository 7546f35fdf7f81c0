"""What is measured, each as a function from an analysis to figures."""

import gzip
import json
import random
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from chains import Chain, Clause

from torvet.pure.danish import Analyser, SpellingIndex
from torvet.pure.danish.hunspell import read_dictionary

GENERATED_COMPOUNDS = 2000
SEED = 7
DOCUMENT_WORDS = 470
DOCUMENTS = 3000


class Index:
    """A boolean index in memory: term -> documents."""

    def __init__(self, chain: Chain, texts: list[str]) -> None:
        self.postings: dict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(texts):
            for term in chain.terms(text):
                self.postings[term].add(number)

    def find(self, ways_of_words: list[list[Clause]]) -> set[int]:
        found: set[int] | None = None
        for ways in ways_of_words:
            documents = set().union(*(self._meet(way) for way in ways))
            found = documents if found is None else found & documents
        return found or set()

    def _meet(self, way: Clause) -> set[int]:
        sets = [set().union(*(self.postings.get(term, set()) for term in terms)) for terms in way]
        return set.intersection(*sets)


def measure_relevance(chain: Chain, data: Path) -> dict[str, Any]:
    """Recall of the relevant texts by kind of query, and precision over everything found."""
    queries = [json.loads(line) for line in (data / "relevance.jsonl").read_text(encoding="utf-8").splitlines()]
    with gzip.open(data / "relevance_background.txt.gz", "rt", encoding="utf-8") as lines:
        background = [line.rstrip("\n") for line in lines]
    texts = background + [text for query in queries for text in query["relevant"] + query["irrelevant"]]
    index = Index(chain, texts)
    spelling = spelling_of(index) if chain.corrects else None
    recalls: dict[str, list[float]] = defaultdict(list)
    right = found_in_all = 0
    start = len(background)
    for query in queries:
        relevant = set(range(start, start + len(query["relevant"])))
        mine = relevant | set(range(start + len(relevant), start + len(relevant) + len(query["irrelevant"])))
        start += len(mine)
        found = search(index, chain, spelling, query["query"])
        counted = {number for number in found if number in mine or number < len(background)}
        right += len(counted & relevant)
        found_in_all += len(counted)
        recalls[query["kind"]].append(len(counted & relevant) / len(relevant))
    every = [value for values in recalls.values() for value in values]
    recall = {kind: round(sum(values) / len(values), 3) for kind, values in recalls.items()}
    return {"recall": {**recall, "all": round(sum(every) / len(every), 3)}, "precision": round(right / found_in_all, 3)}


def search(index: Index, chain: Chain, spelling: SpellingIndex | None, query: str) -> set[int]:
    found = index.find(chain.ask(query))
    if found or spelling is None:
        return found
    return index.find(chain.ask(" ".join(corrected(spelling, word) for word in query.split())))


def corrected(spelling: SpellingIndex, word: str) -> str:
    found = spelling.suggest(word, limit=1)
    return found[0].word if found else word


def spelling_of(index: Index) -> SpellingIndex:
    return SpellingIndex((term, len(documents)) for term, documents in index.postings.items())


def measure_lemmas(chain: Chain, data: Path) -> dict[str, float]:
    """Share of the treebank's tokens that meet their gold lemma, by word class, and that meet a wrong one.

    `strict`: the likeliest term of form and lemma are the same. `found`: a query for the lemma finds the form.
    `wrong`: the likeliest term is that of another lemma of the treebank and not of the gold lemma.
    """
    rows = []
    with gzip.open(data / "cdt_lemmas.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 4 and columns[2][:1] in "NVA" and columns[0].isalpha() and columns[1].isalpha():
                rows.append((columns[0], columns[1], columns[2][0], int(columns[3])))
    lemma_of_term: dict[str, set[str]] = defaultdict(set)
    for _, lemma, _, _ in rows:
        lemma_of_term[chain.lemma_terms(lemma)[0]].add(lemma.lower())
    total: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    for form, lemma, word_class, count in rows:
        of_form, of_lemma = chain.lemma_terms(form), chain.lemma_terms(lemma)
        total.update({word_class: count, "all": count})
        if of_form[0] == of_lemma[0]:
            figures.update({f"strict {word_class}": count, "strict all": count})
        elif lemma_of_term[of_form[0]] - {lemma.lower()}:
            figures["wrong all"] += count
        if not set(of_form).isdisjoint(of_lemma):
            figures.update({f"found {word_class}": count, "found all": count})
    return {name: round(figures[name] / total[name.split()[1]], 3) for name in sorted(figures)}


def measure_splitter(analyser: Analyser, dictionary: Path, data: Path, by_hand: Path) -> dict[str, dict[str, float]]:
    """Heads and first parts found and parts right, on compounds split by hand and on made, unknown ones."""
    known = {form.text.lower() for entry in read_dictionary(dictionary) for form in entry.forms if form.is_word}
    lines = [line for line in by_hand.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    compounds = [line.split("|") for line in lines if "|" in line]
    wholes = [line for line in lines if "|" not in line]
    split_wholes = [word for word in wholes if len(parts_of(analyser, word)) > 1]
    return {
        "by hand": score_splits(analyser, compounds),
        "by hand, unseen": score_splits(analyser, [parts for parts in compounds if "".join(parts) not in known]),
        "of statutes, unseen": score_splits(analyser, made_compounds(data, known)),
        "wholes": {"words": len(wholes), "split in spite": len(split_wholes)},
    }


def parts_of(analyser: Analyser, word: str) -> list[str]:
    return [term for token in analyser.tokens(word) for term in token.parts]


def made_compounds(data: Path, known: set[str]) -> list[list[str]]:
    with gzip.open(data / "compound_parts.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = [line.split("\t") for line in lines]
    firsts = [row[1] for row in rows if row[0] == "b"]
    heads = [row[1] for row in rows if row[0] == "e"]
    choice = random.Random(SEED)
    made: list[list[str]] = []
    while len(made) < GENERATED_COMPOUNDS:
        parts = [choice.choice(firsts), choice.choice(heads)]
        if "".join(parts) not in known:
            made.append(parts)
    return made


def score_splits(analyser: Analyser, compounds: list[list[str]]) -> dict[str, float]:
    heads = firsts = given = right = 0
    for atoms in compounds:
        parts = set(parts_of(analyser, "".join(atoms)))
        heads += not parts.isdisjoint(readings(analyser, atoms[-1]))
        firsts += any(
            not parts.isdisjoint(readings(analyser, "".join(atoms[:count]))) for count in range(1, len(atoms))
        )
        allowed = allowed_parts(analyser, atoms)
        given += len(parts)
        right += len(parts & allowed)
    count = len(compounds)
    return {
        "words": count,
        "head": round(heads / count, 3),
        "first": round(firsts / count, 3),
        "right": round(right / max(1, given), 3),
        "parts a word": round(given / count, 2),
    }


def allowed_parts(analyser: Analyser, atoms: list[str]) -> set[str]:
    """The terms of every group of neighbouring atoms short of the whole, and those groups' own parts."""
    allowed: set[str] = set()
    for start in range(len(atoms)):
        for end in range(start + 1, len(atoms) + 1):
            if end - start < len(atoms):
                group = "".join(atoms[start:end])
                allowed |= readings(analyser, group)
                if len(atoms) == len({*atoms}) == 2:
                    allowed |= {term for form in linkless(group) for term in parts_of(analyser, form)}
    return allowed


def linkless(text: str) -> list[str]:
    return [text, text[:-1]] if text[-1] in "se" else [text]


def readings(analyser: Analyser, text: str) -> set[str]:
    """What a part may be called: its terms with and without a linking letter (also one that fell: `skol-`)."""
    found = {*linkless(text)}
    for form in linkless(text):
        word = analyser.query_word(form)
        if word is not None:
            found |= {word.term, *word.other_terms}
    return found


def documents_of(data: Path) -> list[str]:
    """Texts of the usual length, made of the statutes' sentences in order."""
    with gzip.open(data / "law_sentences.tsv.gz", "rt", encoding="utf-8") as lines:
        words = " ".join(line.split("\t", 1)[1].rstrip("\n") for line in lines).split(" ")
    documents = [" ".join(words[at : at + DOCUMENT_WORDS]) for at in range(0, len(words), DOCUMENT_WORDS)]
    random.Random(SEED).shuffle(documents)
    return documents[:DOCUMENTS]


def measure_cost(tables: Path, data: Path) -> dict[str, float]:
    """Speed and memory of a process of its own; `yardstick_seconds` tells how fast the machine was meanwhile."""
    script = Path(__file__).with_name("cost.py")
    output = subprocess.run(
        [sys.executable, str(script), str(tables), str(data)], check=True, capture_output=True, text=True
    )
    figures: dict[str, float] = json.loads(output.stdout)
    return figures
