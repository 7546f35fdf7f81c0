"""What the case file itself knows of personal data: which strings to search a document for, and which stay.

The parties of a case are already in the case system, so its documents are searched for exactly them. What belongs to
the municipality, to officials in office, to companies and to the property of the case stays public.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from torvet.modules.records.models import Case, JournalEntry, Official, Party
from torvet.pure.pii import GATE_THRESHOLD, Finding, KnownTerm, PiiClass, given_names, scan
from torvet.pure.redaction import redact_text
from torvet.shared.organisation.api import municipality

# The detector takes no more known terms at once; 2,000 parties, the most a case line may name, have 12,000.
KNOWN_TERMS_MAX = 20_000


@dataclass(frozen=True)
class Knowledge:
    """What `pii.scan` is told about one case."""

    known: tuple[KnownTerm, ...]
    public: tuple[str, ...]


def knowledge_of(case: Case) -> Knowledge:
    """Gather what is known about a case."""
    parties = list(case.parties.all())
    known = [term for party in parties for term in _terms(party, case)]
    home = municipality()
    private = {party.name.casefold() for party in parties if party.kind == "person"}
    public = [case.caseworker, home.phone, home.email, home.email_domain, home.name, *_places(case)]
    public += [party.name for party in parties if party.kind != "person"]
    public += _official_terms()
    return Knowledge(
        tuple(known), tuple(text for text in dict.fromkeys(public) if text and text.casefold() not in private)
    )


def _places(case: Case) -> list[str]:
    """The property a case is about, with town and without; never the street alone, for neighbours live there too."""
    return [case.address, case.address.split(",")[0].strip()]


def _official_terms() -> list[str]:
    """What stays because its owner acts in office; whoever is a party to the case is private there all the same."""
    rows = Official.objects.values_list("name", "email", "phone")
    return [text for row in rows for text in row]


def with_correspondent(knowledge: Knowledge, entry: JournalEntry) -> Knowledge:
    """Add whom the entry came from or went to."""
    if not entry.correspondent:
        return knowledge
    if entry.correspondent_kind != "person":
        return Knowledge(knowledge.known, (*knowledge.public, entry.correspondent))
    term = KnownTerm(PiiClass.NAME, entry.correspondent, "correspondent")
    return Knowledge((*knowledge.known, term), knowledge.public)


def _terms(party: Party, case: Case) -> list[KnownTerm]:
    if party.kind != "person":
        return []
    texts = [
        (PiiClass.NAME, party.name),
        (PiiClass.CPR, party.cpr_number),
        (PiiClass.EMAIL, party.email),
        (PiiClass.PHONE, party.phone),
        (PiiClass.CVR, party.cvr_number),
        (PiiClass.ADDRESS, "" if _is_the_property(party.address, case) else party.address),
    ]
    return [KnownTerm(pii_class, text, party.role) for pii_class, text in texts if text]


def _is_the_property(address: str, case: Case) -> bool:
    """The property that a case is about stays public, also when a party lives there."""
    street = case.address.split(",")[0].strip().casefold()
    return bool(street) and address.casefold().startswith(street)


def findings_in(text: str, knowledge: Knowledge) -> list[Finding]:
    """Return the personal data in a text that must be covered, each piece wherever else it stands too.

    What was found once by its surroundings is searched for everywhere: a covered name must not stand uncovered two
    lines below.
    """
    first = _certain(text, knowledge.known, knowledge.public)
    met = dict.fromkeys((each.pii_class, text[each.start : each.end]) for each in first)
    again = [KnownTerm(pii_class, words, "found-here") for pii_class, words in met]
    room = KNOWN_TERMS_MAX - len(knowledge.known)
    return _certain(text, (*knowledge.known, *again[:room]), knowledge.public) if again else first


def _certain(text: str, known: Sequence[KnownTerm], public: Sequence[str]) -> list[Finding]:
    called = given_names(text, public, known)
    found = scan(text, known=known, public=(*public, *called))
    return [each for each in found if each.score >= GATE_THRESHOLD]


def safe_title(title: str, knowledge: Knowledge) -> str:
    """Return a title with every finding replaced by its label, ready for everybody."""
    spans = [(each.start, each.end, f"[{each.pii_class.public_label}]") for each in findings_in(title, knowledge)]
    return redact_text(title, spans)
