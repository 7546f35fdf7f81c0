"""SQLite FTS5 as a peer, asked for the same things: hits by rank or date, snippets, facet counts, a month histogram."""

import sqlite3
from pathlib import Path
from typing import Any

from corpus import Corpus
from queries import Asked
from tqdm import tqdm

SCHEMA = """
CREATE TABLE doc (id INTEGER PRIMARY KEY, department TEXT, type TEXT, status TEXT, day TEXT);
CREATE VIRTUAL TABLE fts USING fts5(title, body, tokenize='unicode61 remove_diacritics 0', prefix='4');
"""
FACETS = ("department", "type", "status", "substr(day, 1, 4)", "substr(day, 1, 7)")


def build(corpus: Corpus, path: Path) -> None:
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        database.executescript(f"PRAGMA journal_mode=wal; PRAGMA synchronous=normal; {SCHEMA}")
        for number, entry in enumerate(tqdm(corpus, total=len(corpus), unit=" docs", desc="FTS5")):
            day = str(entry.dated_on)
            row = (number, entry.department, entry.document_type, entry.status, day)
            database.execute("INSERT INTO doc VALUES (?, ?, ?, ?, ?)", row)
            body = "\n".join(page.text for page in entry.pages)
            database.execute("INSERT INTO fts (rowid, title, body) VALUES (?, ?, ?)", (number, entry.title, body))
    database.close()


def match(asked: Asked) -> str:
    if asked.kind == "phrase":
        return '"' + " ".join(asked.words) + '"'
    quoted = [f'"{word}"' for word in asked.words]
    return quoted[0] + "*" if asked.kind == "prefix" else " ".join(quoted)


class Peer:
    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path)
        self.database.execute("PRAGMA temp_store=memory")
        self.database.execute("CREATE TEMP TABLE hit (id INTEGER PRIMARY KEY, rank REAL)")

    def ask(self, asked: Asked) -> int:
        """The number of hits; everything else a page shows is fetched and thrown away."""
        run = self.database.execute
        run("DELETE FROM hit")
        run("INSERT INTO hit SELECT rowid, rank FROM fts WHERE fts MATCH ?", (match(asked),))
        conditions, values = _conditions(asked)
        source = f"FROM hit JOIN doc ON doc.id = hit.id WHERE {' AND '.join(conditions) or '1'}"
        order = "doc.day DESC" if asked.kind == "sort" else "hit.rank"
        shown = run(f"SELECT hit.id {source} ORDER BY {order} LIMIT 10", values).fetchall()
        for facet in FACETS:
            run(f"SELECT {facet}, count(*) {source} GROUP BY 1", values).fetchall()
        self._snippets([number for (number,) in shown], match(asked))
        (total,) = run(f"SELECT count(*) {source}", values).fetchone()
        return int(total)

    def _snippets(self, numbers: list[int], text: str) -> None:
        places = ",".join("?" * len(numbers))
        sql = f"SELECT snippet(fts, 1, '[', ']', '…', 32) FROM fts WHERE fts MATCH ? AND rowid IN ({places})"
        self.database.execute(sql, (text, *numbers)).fetchall()


def _conditions(asked: Asked) -> tuple[list[str], list[Any]]:
    request, conditions, values = asked.request, [], []
    for column, chosen in (("department", request.departments), ("type", request.types)):
        if chosen:
            conditions.append(f"doc.{column} IN ({','.join('?' * len(chosen))})")
            values.extend(chosen)
    if request.dated_from:
        conditions.append("doc.day BETWEEN ? AND ?")
        values.extend((str(request.dated_from), str(request.dated_to)))
    return conditions, values
