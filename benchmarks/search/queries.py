"""A thousand mixed queries, the same for everybody: words from high, middle and low document frequency, seed 42."""

import random
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from corpus import Corpus

from torvet.shared.search.contract import Request, Sort
from torvet.shared.search.query import STOP_WORDS

MIX = {
    "term": 180,
    "and": 180,
    "phrase": 130,
    "prefix": 90,
    "filter": 140,
    "facets": 100,
    "sort": 90,
    "compound": 90,
}
SAMPLE = 4_000
WORD = re.compile(r"[^\W\d_]{3,}")
COMPOUND_LETTERS = 14


@dataclass(frozen=True)
class Asked:
    kind: str
    words: tuple[str, ...]
    request: Request


class Sampler:
    def __init__(self, corpus: Corpus, seed: int = 42) -> None:
        self.random = random.Random(seed)
        step = max(1, len(corpus) // SAMPLE)
        self.records = [corpus.record(number) for number in range(0, len(corpus), step)]
        counts = Counter(word for record in self.records for word in set(WORD.findall(record["body"].lower())))
        known = [(word, count) for word, count in counts.most_common() if word not in STOP_WORDS]
        third = len(self.records)
        self.high = [word for word, count in known if count > third * 0.05]
        self.middle = [word for word, count in known if third * 0.005 < count <= third * 0.05]
        self.low = [word for word, count in known if 2 <= count <= third * 0.005]
        self.compounds = [word for word in (*self.middle, *self.low) if len(word) >= COMPOUND_LETTERS]

    def word(self) -> str:
        return self.random.choice(self.random.choice((self.high, self.middle, self.low)))

    def pair(self) -> tuple[str, str]:
        """Two words of one document, so that the conjunction finds something."""
        words = [w for w in WORD.findall(self.random.choice(self.records)["body"].lower()) if w not in STOP_WORDS]
        return (self.random.choice(words), self.random.choice(words)) if words else (self.word(), self.word())

    def phrase(self) -> tuple[str, ...]:
        words = re.findall(r"\w+", self.random.choice(self.records)["body"])
        length = self.random.choice((2, 3))
        at = self.random.randrange(max(1, len(words) - length))
        return tuple(words[at : at + length]) or (self.word(),)

    def days(self) -> tuple[date, date]:
        first = self.random.randint(2012, 2022)
        return date(first, self.random.randint(1, 12), 1), date(first + self.random.randint(1, 4), 12, 31)

    def facet(self, name: str, count: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.random.choice(self.records)[name] for _ in range(count)))

    def one(self, kind: str) -> Asked:
        if kind == "and":
            words = self.pair()
            return Asked(kind, words, Request(text=" ".join(words)))
        if kind == "phrase":
            words = self.phrase()
            return Asked(kind, words, Request(text=f'"{" ".join(words)}"'))
        if kind == "prefix":
            word = self.random.choice((*self.middle, *self.low))
            beginning = word[: max(4, len(word) // 2)]
            return Asked(kind, (beginning,), Request(text=f"{beginning}*"))
        word = self.random.choice(self.compounds) if kind == "compound" else self.word()
        return Asked(kind, (word,), self.request(kind, word))

    def request(self, kind: str, word: str) -> Request:
        if kind == "filter":
            first, last = self.days()
            return Request(text=word, departments=self.facet("department", 1), dated_from=first, dated_to=last)
        if kind == "facets":
            return Request(text=word, departments=self.facet("department", 2), types=self.facet("type", 2))
        return Request(text=word, sort=Sort.NEWEST if kind == "sort" else Sort.RELEVANCE)


def make(corpus: Corpus) -> list[Asked]:
    sampler = Sampler(corpus)
    asked = [sampler.one(kind) for kind, count in MIX.items() for _ in range(count)]
    sampler.random.shuffle(asked)
    return asked
