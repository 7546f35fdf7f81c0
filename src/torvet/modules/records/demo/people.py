"""Who works in Fjordby Kommune: departments, units, officials, politicians, and the people who can log in.

All of them act in office, so their names, numbers and addresses at work are public and stay in the papers.
"""

from dataclasses import dataclass
from datetime import date

MUNICIPALITY = "Fjordby Kommune"
DOMAIN = "fjordby.example"
SWITCHBOARD = "70 12 34 56"
TOWN = "8230 Fjordby"


@dataclass(frozen=True)
class Department:
    """One of the six departments, each led by a member of the council."""

    code: str
    name: str
    street: str
    valid_from: date


@dataclass(frozen=True)
class Unit:
    """A part of a department, valid from a day and perhaps to a day."""

    code: str
    department: str
    name: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True)
class DemoPerson:
    """Somebody who can log in to the demo; the password is given elsewhere."""

    name: str
    username: str
    role: str
    department: str | None


@dataclass(frozen=True)
class Official:
    """Somebody employed by or elected to the municipality."""

    key: str
    name: str
    title: str
    department: str
    extension: str

    @property
    def phone(self) -> str:
        """The direct number at work."""
        return f"70 12 34 {self.extension}"

    @property
    def email(self) -> str:
        """The address at work."""
        return f"{self.key}@{DOMAIN}"


_FOUNDED = date(2007, 1, 1)

DEPARTMENTS = (
    Department("bm", "Borgmesterens Afdeling", "Rådhuspladsen 2", _FOUNDED),
    Department("tm", "Teknik og Miljø", "Værkmestergade 11", _FOUNDED),
    Department("bs", "Børn og Skole", "Skolegade 40", _FOUNDED),
    Department("sf", "Sociale Forhold og Beskæftigelse", "Værkmestergade 15", date(2010, 1, 1)),
    Department("so", "Sundhed og Omsorg", "Rådhuspladsen 4", _FOUNDED),
    Department("kb", "Kultur og Borgerservice", "Rådhuspladsen 2", date(2011, 4, 1)),
)

UNITS = (
    Unit("bm-sek", "bm", "Byrådssekretariatet", _FOUNDED),
    Unit("bm-dig", "bm", "Digitalisering og It", date(2012, 1, 1)),
    Unit("bm-ind", "bm", "Indkøb og Udbud", date(2009, 1, 1)),
    Unit("tm-byg", "tm", "Byggeri", _FOUNDED),
    Unit("tm-plan", "tm", "Plan og Arkitektur", _FOUNDED),
    Unit("tm-vej", "tm", "Veje og Trafik", _FOUNDED),
    Unit("tm-park", "tm", "Park og Natur", _FOUNDED, date(2019, 12, 31)),
    Unit("tm-mil", "tm", "Miljø og Natur", date(2020, 1, 1)),
    Unit("bs-skole", "bs", "Skoleafdelingen", _FOUNDED),
    Unit("bs-byg", "bs", "Skolebyggeri", date(2015, 8, 1)),
    Unit("sf-yd", "sf", "Ydelser", date(2010, 1, 1)),
    Unit("sf-job", "sf", "Jobcenter Fjordby", date(2010, 1, 1)),
    Unit("so-plej", "so", "Plejehjem og Boliger", _FOUNDED),
    Unit("so-sund", "so", "Sundhed og Træning", date(2013, 1, 1)),
    Unit("kb-kul", "kb", "Kultur og Fritid", date(2011, 4, 1)),
    Unit("kb-bib", "kb", "Fjordby Bibliotek", date(2011, 4, 1)),
)

PEOPLE = (
    DemoPerson("Mette Lund", "mette", "records_officer", None),
    DemoPerson("Jonas Kjær", "jonas", "department_officer", "tm"),
    DemoPerson("Sara Bak", "sara", "operator", None),
    DemoPerson("Kirsten Holm", "kirsten", "auditor", None),
)

OFFICIALS = (
    Official("melu", "Mette Lund", "journalmedarbejder", "bm", "10"),
    Official("jokj", "Jonas Kjær", "afdelingsleder, Byggeri", "tm", "20"),
    Official("saba", "Sara Bak", "driftsansvarlig", "bm", "11"),
    Official("kiho", "Kirsten Holm", "databeskyttelsesrådgiver", "bm", "12"),
    Official("liro", "Lise Rosendal", "byggesagsbehandler", "tm", "21"),
    Official("bofr", "Bo Friis", "byggesagsbehandler, arkitekt", "tm", "22"),
    Official("anky", "Annika Kyed", "byggesagsbehandler", "tm", "23"),
    Official("mahv", "Malthe Hviid", "planlægger", "tm", "31"),
    Official("reol", "Rebekka Ollgaard", "byplanarkitekt", "tm", "32"),
    Official("tosk", "Torben Skytte", "vejingeniør", "tm", "41"),
    Official("nabr", "Nadia Brogaard", "trafikplanlægger", "tm", "42"),
    Official("clda", "Claus Damsbo", "miljøtekniker", "tm", "51"),
    Official("igwi", "Inger Winther", "geolog", "tm", "52"),
    Official("fral", "Frode Alstrup", "biolog", "tm", "53"),
    Official("hebi", "Helene Birk", "indkøbschef", "bm", "61"),
    Official("asma", "Asger Maltha", "udbudskonsulent", "bm", "62"),
    Official("yath", "Yasmin Thorup", "it-arkitekt", "bm", "63"),
    Official("vida", "Viggo Dalum", "digitaliseringschef", "bm", "64"),
    Official("sikr", "Sidsel Kromann", "udvalgssekretær", "bm", "65"),
    Official("ruha", "Rune Hauge", "skolechef", "bs", "71"),
    Official("ceto", "Cecilie Toft", "pædagogisk konsulent", "bs", "72"),
    Official("goje", "Gorm Jerslev", "projektleder, skolebyggeri", "bs", "73"),
    Official("dola", "Dorthe Langaa", "socialrådgiver", "sf", "81"),
    Official("emvi", "Emil Vibe", "ydelseskonsulent", "sf", "82"),
    Official("gihe", "Gitte Hedeager", "plejehjemschef", "so", "85"),
    Official("olse", "Oluf Sejr", "projektleder, plejeboliger", "so", "86"),
    Official("tifa", "Tina Fabricius", "kulturkonsulent", "kb", "91"),
    Official("eswa", "Esben Wang", "bibliotekschef", "kb", "92"),
    Official("krbu", "Kristian Buhl", "anlægschef, Fjordby Svømmehal", "kb", "93"),
)

POLITICIANS = (
    Official("mayor", "Birgitte Falk", "borgmester", "bm", "00"),
    Official("rasv", "Hans Svejstrup", "rådmand for Teknik og Miljø", "tm", "01"),
    Official("raed", "Aisha Edelmann", "rådmand for Børn og Skole", "bs", "02"),
    Official("raro", "Steffen Rørdam", "rådmand for Sundhed og Omsorg", "so", "03"),
    Official("rajo", "Maria Jonstrup", "rådmand for Kultur og Borgerservice", "kb", "04"),
    Official("byho", "Niels Hovmand", "byrådsmedlem", "bm", "05"),
    Official("bygr", "Louise Grauballe", "byrådsmedlem, formand for Teknologiudvalget", "bm", "06"),
    Official("byts", "Tobias Skov-Mark", "byrådsmedlem", "bm", "07"),
)

OFFICIAL_BY_KEY = {person.key: person for person in OFFICIALS + POLITICIANS}
DEPARTMENT_BY_CODE = {department.code: department for department in DEPARTMENTS}
UNIT_BY_CODE = {unit.code: unit for unit in UNITS}
