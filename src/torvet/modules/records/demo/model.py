"""What a story consists of: a case, its property and parties, and its papers before they become files."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Property:
    """The real property a case is about; its address is public in that case."""

    address: str
    cadastre: str
    district: str
    bfe: str


@dataclass(frozen=True)
class Case:
    """One case. Days are counted back from today; `script` holds its papers (see `script`)."""

    key: str
    number: int
    title: str
    kind: str
    kle: str
    unit: str
    by: str
    opened: int
    script: str
    closed: int | None = None
    hearing: bool = False
    facet: str = "G01"
    public_title: str = ""
    summary: str = ""
    steps: str = ""
    next_step: str = ""
    property: Property | None = None
    parties: str = ""
    fixed_number: str = ""
    secrecy: str | None = None


@dataclass(frozen=True)
class Planted:
    """A personal string in a paper, by kind: name, cpr, phone, email, account, iban, address."""

    kind: str
    text: str


@dataclass(frozen=True)
class Paper:
    """One paper as told by the script, filled in and ready to be drawn."""

    id: str
    case: str
    back: int
    direction: str
    kind: str
    title: str
    public_title: str
    body: str
    form: str
    look: str
    who: str
    moment: datetime
    dated: date
    case_number: str
    department: str
    access: str
    ground: str
    mark: str
    attached: bool
    addressee: tuple[str, ...]
    mailbox: str
    own_mailbox: str
    planted: tuple[Planted, ...]
    title_planted: tuple[Planted, ...]
    kept: tuple[str, ...]
