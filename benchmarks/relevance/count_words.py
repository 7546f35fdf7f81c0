"""Counts the words of Danish statutes and writes `common_words.txt` for `torvet.pure.danish`.

    .venv/bin/python benchmarks/relevance/count_words.py <folder with the statutes> <target>

Statutes are outside copyright (ophavsretsloven § 9), so the counts are our own. A line is the binary logarithm of the
count, rounded, and the words that have it.
"""

import gzip
import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

LEAST_COUNT = 8
WORD = re.compile(r"[^\W\d_]+")


def count_words(folder: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    with gzip.open(folder / "law_sentences.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(WORD.findall(line.split("\t", 1)[1].lower()))
    with gzip.open(folder / "law_documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            counts.update(WORD.findall(json.loads(line)["body"].lower()))
    return counts


def main() -> None:
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    classes: dict[int, list[str]] = {}
    for word, count in count_words(folder).items():
        if count >= LEAST_COUNT and len(word) > 1:
            classes.setdefault(round(math.log2(count)), []).append(word)
    lines = [f"{size} {' '.join(sorted(words))}" for size, words in sorted(classes.items(), reverse=True)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
