"""Reads the stories: a short notation for the papers of a case, with blanks for people, days and numbers.

A paper begins with `@ DAY DIRECTION TYPE WHO | Title | options | Public title`; its text follows until the
next `@`. DAY counts back from today, WHO is a key of the cast or `-`. Options: a format (`pdf docx txt html
eml`), `look=NAME`, `closed=GROUND`, `with` (a further file of the paper before), `mark=NAME` (a later
delivery changes it; `NAME-v2` is then its second version).

Blanks: `{d30}` the day 30 days ago in full, `{k30}` in figures, `{y30}` its year, `{hanne}` a name; her
data in a written form `{hanne.cpr-b}` `{hanne.tlf-c}` `{hanne.mail}` `{hanne.adr}` `{hanne.konto}`
`{hanne.iban}`; `{kære hanne}` a salutation, `{mvh hanne adr tlf mail}` a signature, `{mvh}` the
caseworker's; `{sag} {prop} {matr} {bfe}` the case's own facts.

Lines: `#`, `##` headings, `-` bullets, `|` table rows, `~` lines kept apart, `===` a new page; an indented
line goes on with the one before.
"""

import re
from dataclasses import dataclass, field
from zlib import crc32

from .cast import Citizen, Organisation
from .days import MONTHS, Calendar, long_date, short_date
from .model import Case, Paper, Planted
from .people import OFFICIAL_BY_KEY, TOWN, UNIT_BY_CODE, Official
from .roster import CITIZENS, ORGANISATIONS

_BLANK = re.compile(r"\{([^{}]+)\}")
_DAY = re.compile(r"([dky])(-?\d+)")
_KEPT = re.compile(
    r"\d{1,3}(?:\.\d{3})+ kr\.|CVR-nr\. \d{8}|P-nr\. \d{10}|BFE-nr\. \d+|matr\.nr\. \d+\w* [A-ZÆØÅ]\w+"
    rf"|\d{{1,2}}\. (?:{'|'.join(MONTHS)}) \d{{4}}"
    r"|KLE \d\d\.\d\d\.\d\d|70 12 34 \d\d"
)
FORMATS = ("pdf", "docx", "txt", "html", "eml")
_LOOKS = {
    "memo": "memo",
    "minutes": "minutes",
    "report": "report",
    "appendix": "report",
    "plan": "columns",
    "contract": "report",
    "bid": "company",
    "drawing": "drawing",
    "application": "form",
}


@dataclass
class Blanks:
    """Fills the blanks of one case and remembers what personal data it wrote."""

    case: Case
    number: str
    calendar: Calendar
    planted: list[Planted] = field(default_factory=list)

    def fill(self, text: str) -> str:
        """Replace every blank; a blank nobody knows raises KeyError."""
        return _BLANK.sub(lambda match: self._blank(match[1]), text)

    def _blank(self, blank: str) -> str:
        if day := _DAY.fullmatch(blank):
            moment = self.calendar.day(int(day[2]))
            return {"d": long_date(moment), "k": short_date(moment), "y": str(moment.year)}[day[1]]
        word, *rest = blank.split()
        if word == "mvh":
            return self._signature(rest)
        if word == "kære":
            first = CITIZENS[rest[0]].first
            return self._plant("name", f"Kære {first}")
        fact = self._fact(word)
        return fact if fact is not None else self._person(word)

    def _fact(self, word: str) -> str | None:
        place = self.case.property
        official = OFFICIAL_BY_KEY[self.case.by]
        if word in ("prop", "matr", "bfe") and place is not None:
            return {
                "prop": place.address,
                "matr": f"matr.nr. {place.cadastre} {place.district}",
                "bfe": f"BFE-nr. {place.bfe}",
            }[word]
        return {
            "sag": self.number,
            "sb": official.name,
            "sbmail": official.email,
            "sbtlf": official.phone,
        }.get(word)

    def _person(self, word: str) -> str:
        key, _, wanted = word.partition(".")
        if key in CITIZENS:
            return self._citizen(CITIZENS[key], wanted)
        if key in OFFICIAL_BY_KEY:
            person = OFFICIAL_BY_KEY[key]
            return {"": person.name, "tlf": person.phone, "mail": person.email, "titel": person.title}[wanted]
        firm = ORGANISATIONS[key]
        return {
            "": firm.name,
            "adr": firm.street,
            "cvr": f"CVR-nr. {firm.cvr}",
            "p": f"P-nr. {firm.p_number}",
            "mail": firm.email,
        }[wanted]

    def _citizen(self, person: Citizen, wanted: str) -> str:
        what, _, form = wanted.partition("-")
        match what:
            case "":
                return self._plant("name", person.name)
            case "cpr":
                return self._plant("cpr", person.spelled_cpr(form or "a"))
            case "tlf":
                return self._plant("phone", person.spelled_phone(form or "a"))
            case "mail":
                return self._plant("email", person.email)
            case "konto":
                return self._plant("account", person.account)
            case "iban":
                return self._plant("iban", person.iban)
            case "adr":
                return self._address(person)
        raise KeyError(wanted)

    def _address(self, person: Citizen) -> str:
        if self.case.property is not None and person.street == self.case.property.address:
            return person.street
        return self._plant("address", person.street)

    def _plant(self, kind: str, text: str) -> str:
        self.planted.append(Planted(kind, text))
        return text

    def _signature(self, words: list[str]) -> str:
        if not words:
            return _official_signature(OFFICIAL_BY_KEY[self.case.by])
        key, *fields = words
        if key in OFFICIAL_BY_KEY:
            return _official_signature(OFFICIAL_BY_KEY[key])
        if key in ORGANISATIONS:
            return _company_signature(ORGANISATIONS[key])
        person = CITIZENS[key]
        lines = ["~ Med venlig hilsen", f"~ {self._citizen(person, '')}"]
        if "adr" in fields:
            lines.append(f"~ {self._address(person)}, {TOWN}")
        form = "abcde"[person.seed % 5]
        lines += [f"~ Tlf. {self._citizen(person, f'tlf-{form}')}"] if "tlf" in fields else []
        lines += [f"~ {self._citizen(person, 'mail')}"] if "mail" in fields else []
        return "\n".join(lines)


def _official_signature(person: Official) -> str:
    head = f"~ Venlig hilsen\n~ {person.name}, {person.title}"
    return f"{head}\n~ Fjordby Kommune\n~ Tlf. {person.phone} · {person.email}"


def _company_signature(firm: Organisation) -> str:
    return f"~ Venlig hilsen\n~ {firm.name}\n~ {firm.street}\n~ CVR-nr. {firm.cvr} · {firm.email}"


def case_number(case: Case, calendar: Calendar) -> str:
    """The number the case has in the municipality's own system."""
    if case.fixed_number:
        return case.fixed_number
    year = calendar.day(case.opened).year
    return f"BYG-{year}-{case.number:05}" if case.kind == "building" else f"{year}-{case.number:06}"


def read_papers(case: Case, calendar: Calendar) -> list[Paper]:
    """Read the papers of a case in the order they were journaled."""
    chunks = re.split(r"^@ ", case.script, flags=re.MULTILINE)[1:]
    papers = [_paper(case, index, chunk, calendar) for index, chunk in enumerate(chunks, 1)]
    return sorted(papers, key=lambda paper: (paper.moment, paper.id))


def _paper(case: Case, index: int, chunk: str, calendar: Calendar) -> Paper:
    head, _, body = chunk.partition("\n")
    parts = [part.strip() for part in head.split("|")] + ["", "", ""]
    day, direction, kind, who = parts[0].split()
    options = parts[2].split()
    values = dict(option.split("=", 1) for option in options if "=" in option)
    number, identity = case_number(case, calendar), f"{case.key}-{index:02}"
    titles, blanks = Blanks(case, number, calendar), Blanks(case, number, calendar)
    title, text = titles.fill(parts[1]), blanks.fill(body.strip())
    form = next((option for option in options if option in FORMATS), "") or _usual_format(kind, who, identity)
    look = values.get("look") or _usual_look(kind, direction, who)
    mail = form == "eml"
    return Paper(
        id=identity,
        case=case.key,
        back=int(day),
        direction=direction,
        kind=kind,
        title=title,
        public_title=parts[3],
        body=text,
        form=form,
        look=look,
        who="" if who == "-" else who,
        moment=calendar.moment(int(day), _minutes(case, index, int(day))),
        dated=calendar.day(int(day)),
        case_number=number,
        department=UNIT_BY_CODE[case.unit].department,
        access="closed" if "closed" in values else "open",
        ground=values.get("closed", ""),
        mark=values.get("mark", ""),
        attached="with" in options,
        addressee=_addressee(who, blanks) if look == "letter" and not mail else (),
        mailbox=_mailbox(who, blanks) if mail else "",
        own_mailbox=_mailbox(case.by, blanks) if mail else "",
        planted=tuple(dict.fromkeys(blanks.planted)),
        title_planted=tuple(dict.fromkeys(titles.planted)),
        kept=_kept(text),
    )


def _kept(text: str) -> tuple[str, ...]:
    """What must still stand after the covering: identifiers, amounts, dates, officials and companies."""
    named = [person.name for person in OFFICIAL_BY_KEY.values() if person.name in text]
    named += [firm.name for firm in ORGANISATIONS.values() if firm.name in text]
    return tuple(dict.fromkeys(named + _KEPT.findall(text)))


def _minutes(case: Case, index: int, back: int) -> int:
    """Papers are journaled in office hours; those of today came in by the night's self-service."""
    return 1 + index % 9 if back == 0 else 485 + index * 9 + crc32(case.key.encode()) % 9


def _addressee(who: str, blanks: Blanks) -> tuple[str, ...]:
    if who in CITIZENS:
        return (blanks.fill(f"{{{who}}}"), blanks.fill(f"{{{who}.adr}}"), TOWN)
    if who in ORGANISATIONS:
        return (ORGANISATIONS[who].name, ORGANISATIONS[who].street)
    return ()


def _mailbox(who: str, blanks: Blanks) -> str:
    if who in CITIZENS:
        return blanks.fill(f"{{{who}}} <{{{who}.mail}}>")
    if who in ORGANISATIONS:
        return f"{ORGANISATIONS[who].name} <{ORGANISATIONS[who].email}>"
    if who in OFFICIAL_BY_KEY:
        return f"{OFFICIAL_BY_KEY[who].name} <{OFFICIAL_BY_KEY[who].email}>"
    return "Fjordby Kommune <post@fjordby.example>"


def _usual_look(kind: str, direction: str, who: str) -> str:
    if direction == "in" and kind not in ("drawing", "application"):
        return "company" if who in ORGANISATIONS else "plain"
    return _LOOKS.get(kind, "letter")


def _usual_format(kind: str, who: str, identity: str) -> str:
    dice = crc32(identity.encode()) % 100
    if kind == "email":
        return "eml" if dice < 80 else ("html" if dice < 90 else "txt")
    if kind == "hearing_response" and who in CITIZENS:
        return "html" if dice < 12 else "txt" if dice < 25 else "docx" if dice < 45 else "pdf"
    return "docx" if dice < (35 if kind in ("memo", "minutes", "letter", "receipt") else 14) else "pdf"
