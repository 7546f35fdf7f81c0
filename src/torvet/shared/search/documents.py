"""What an index takes of an entry: terms instead of text, identifiers in one spelling."""

from torvet.shared.search.analysis import Analyser
from torvet.shared.search.contract import EntryText
from torvet.shared.search.engine import IndexDocument
from torvet.shared.search.identifiers import normalise, terms


def to_document(entry: EntryText, analyser: Analyser) -> IndexDocument:
    """Analyse an entry for the index. A text that runs over a page break is found as if there were none."""
    title = analyser.text(entry.title)
    body = analyser.text("\n".join(page.text for page in entry.pages))
    numbers = [term for written in (entry.case_number, *entry.identifiers) for term in terms(written)]
    return IndexDocument(
        uuid=entry.uuid,
        case=entry.case,
        department=entry.department,
        kind=entry.kind,
        type=entry.document_type,
        status=entry.status,
        access=entry.access.value,
        dated_on=entry.dated_on,
        title=title.terms,
        title_parts=title.parts,
        title_exact=title.exact,
        body=body.terms,
        parts=body.parts,
        exact=body.exact,
        identifiers=tuple(dict.fromkeys(numbers)),
        case_identifiers=(normalise(entry.case_number),) if normalise(entry.case_number) else (),
    )
