"""One line of `cases.jsonl` or `entries.jsonl` for a case or a paper of the stories."""

import re

from .cast import Citizen, Organisation
from .days import Calendar
from .model import Case, Paper
from .people import OFFICIAL_BY_KEY, TOWN, UNIT_BY_CODE
from .roster import CITIZENS, ORGANISATIONS
from .script import case_number

Row = dict[str, object]
_FOLDING = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e"})
_CPR_SHARE = 3  # two parties of three are registered with their CPR number


def _citizen_party(person: Citizen) -> Row:
    row: Row = {"kind": "person", "name": person.name, "address": f"{person.street}, {TOWN}"}
    row |= {"email": person.email, "phone": person.phone}
    return row | ({"cpr": person.cpr} if person.seed % _CPR_SHARE else {})


def _organisation_party(firm: Organisation) -> Row:
    return {
        "kind": firm.kind,
        "name": firm.name,
        "cvr": firm.cvr,
        "address": f"{firm.street}, {TOWN}",
        "email": firm.email,
    }


def _parties(text: str) -> list[Row]:
    rows: list[Row] = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        role, *keys = part.split()
        for key in keys:
            known = _citizen_party(CITIZENS[key]) if key in CITIZENS else _organisation_party(ORGANISATIONS[key])
            rows.append({"role": role} | known)
    return rows


def _steps(text: str, calendar: Calendar) -> list[Row]:
    pairs = [part.split() for part in text.split(",") if part.strip()]
    return [{"name": name, "on": calendar.day(int(back)).isoformat()} for name, back in pairs]


def writers_by_case(papers: list[Paper]) -> dict[str, tuple[str, ...]]:
    """The keys of all citizens who are named in a case's papers: who writes in a case is registered in it."""
    keys = {person.name: key for key, person in CITIZENS.items()}
    named: dict[str, dict[str, None]] = {paper.case: {} for paper in papers}
    for paper in papers:
        named[paper.case] |= {keys[item.text]: None for item in paper.planted if item.text in keys}
    return {case: tuple(names) for case, names in named.items()}


def case_line(case: Case, calendar: Calendar, writers: tuple[str, ...]) -> Row:
    """The case as the municipality's system exports it; `writers` not among the parties become correspondents."""
    others = " ".join(key for key in writers if key not in case.parties.replace(";", " ").split())
    official = OFFICIAL_BY_KEY[case.by]
    status = "hearing" if case.hearing else "open" if case.closed is None else "closed"
    row: Row = {
        "id": case.key,
        "version": 1,
        "number": case_number(case, calendar),
        "title": case.title,
        "case_type": case.kind,
        "kle": case.kle,
        "facet": case.facet,
        "department": UNIT_BY_CODE[case.unit].department,
        "unit": case.unit,
        "status": status,
        "opened_on": calendar.day(case.opened).isoformat(),
        "closed_on": None if case.closed is None else calendar.day(case.closed).isoformat(),
        "caseworker": {"name": official.name, "email": official.email, "phone": official.phone},
        "parties": _parties(f"{case.parties}; correspondent {others}"),
        "secrecy": case.secrecy,
    }
    optional: Row = {
        "public_title": case.public_title,
        "summary": " ".join(case.summary.split()),
        "steps": _steps(case.steps, calendar),
        "next_step": next(iter(_steps(case.next_step, calendar)), None),
        "property": _property(case),
    }
    return row | {name: value for name, value in optional.items() if value}


def official_lines() -> list[Row]:
    """Everybody in office, so that their names and numbers at work are known to be public."""
    return [
        {
            "id": person.key,
            "version": 1,
            "name": person.name,
            "title": person.title,
            "email": person.email,
            "phone": person.phone,
        }
        for person in OFFICIAL_BY_KEY.values()
    ]


def _property(case: Case) -> Row | None:
    place = case.property
    if place is None:
        return None
    postcode, town = TOWN.split(" ", 1)
    return {
        "address": place.address,
        "postcode": postcode,
        "town": town,
        "cadastre": place.cadastre,
        "cadastral_district": place.district,
        "bfe": place.bfe,
    }


def file_name(paper: Paper) -> str:
    """The name the file has in the archive; it carries whatever the title says, names and all."""
    stem = re.sub(r"[^a-z0-9]+", "-", paper.title.lower().translate(_FOLDING)).strip("-")
    return f"{stem[:60].strip('-')}.{paper.form}"


def entry_line(paper: Paper, version: int, sequence: int, number: int, files: list[Row]) -> Row:
    """The journal entry of a paper."""
    row: Row = {
        "id": paper.id,
        "version": version,
        "sequence": sequence,
        "case": paper.case,
        "number": number,
        "status": "active",
        "direction": paper.direction,
        "title": paper.title,
        "document_type": paper.kind,
        "journaled_at": paper.moment.isoformat(),
        "document_date": paper.dated.isoformat(),
        "access": paper.access,
        "files": files,
    }
    if paper.public_title:
        row["public_title"] = paper.public_title
    if paper.ground:
        row["legal_ground"] = paper.ground
    if paper.who in CITIZENS:
        row["correspondent"] = {"name": CITIZENS[paper.who].name, "kind": "person"}
    elif paper.who in ORGANISATIONS:
        firm = ORGANISATIONS[paper.who]
        row["correspondent"] = {"name": firm.name, "kind": firm.kind}
    return row
