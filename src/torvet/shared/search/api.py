"""The front door: make a thing findable, take it out again, search, suggest.

In short, for whoever puts things in (an action, inside its transaction):

    put(EntryText(uuid=..., source="records.document", url=..., title=..., kind="document",
                  department="teknik", department_name="Teknik og Miljø", published_at=now,
                  pages=(PageText(1, "..."),)))
    remove(uuid)

and for a page: `search(Request(text=..., departments=("teknik",), page=2))` returns an `Answer` for whatever
a visitor typed; it never raises for it. `Answer.reading` says how the query was understood, `Answer.notes`
what to tell about it, `Answer.refused` that it held a CPR number and was not searched. The dataclasses stand
in `contract`.

`on_change(callable)` registers what brings the index up to date soon after a commit (a background task that
calls `bring_up_to_date`). Not here: who may put what; that is the putting module's rule.
"""

from torvet.shared.search.contract import (
    Access,
    Answer,
    EntryText,
    Facet,
    FacetName,
    FacetValue,
    Health,
    Hit,
    HitCase,
    MonthCount,
    Note,
    PageText,
    Piece,
    ReadingKind,
    ReadingPart,
    Refusal,
    Request,
    Snippet,
    Sort,
    Suggestion,
)
from torvet.shared.search.engine import IndexBusy
from torvet.shared.search.indexing import IndexReport
from torvet.shared.search.rows import OutsideTransaction, on_change, put, remove
from torvet.shared.search.searching import (
    bring_up_to_date,
    health,
    holds_cpr,
    marker,
    pending,
    rebuild,
    search,
    suggest,
)

__all__ = [
    "Access",
    "Answer",
    "EntryText",
    "Facet",
    "FacetName",
    "FacetValue",
    "Health",
    "Hit",
    "HitCase",
    "IndexBusy",
    "IndexReport",
    "MonthCount",
    "Note",
    "OutsideTransaction",
    "PageText",
    "Piece",
    "ReadingKind",
    "ReadingPart",
    "Refusal",
    "Request",
    "Snippet",
    "Sort",
    "Suggestion",
    "bring_up_to_date",
    "health",
    "holds_cpr",
    "marker",
    "on_change",
    "pending",
    "put",
    "rebuild",
    "remove",
    "search",
    "suggest",
]
