"""Writes the papers that the robot delivers: who hides what where.

Each recipe is one paper. On the first round through the recipes a paper holds every place of its kind, so that a small
run covers all of them; on later rounds one place alone, so that no place hides behind another that stops the document
anyway.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from torvet.modules.records.robot import office_papers as office
from torvet.modules.records.robot import pdf_papers as pdf
from torvet.modules.records.robot.items import Inventor, Item, ItemKind
from torvet.modules.records.robot.places import Place

OFFICIAL, COMPANY = "Lise Rosendal", "Nordkyst Tømrer ApS"
OTHER_KINDS = tuple(kind for kind in ItemKind if kind is not ItemKind.CPR)
SHOWN_CPR, SHOWN_CPR_IN_TEXT = 5, 9


@dataclass
class Paper:
    """One file of one journal entry of one case, and what is hidden in all three."""

    number: int
    file_name: str
    data: bytes
    items: list[Item]
    decoys: tuple[str, ...]
    case: dict[str, Any] = field(default_factory=dict)
    entry: dict[str, Any] = field(default_factory=dict)
    party: dict[str, Any] = field(default_factory=dict)
    withdrawal_reason: str = ""

    @property
    def case_number(self) -> str:
        """The number of the paper's case."""
        return case_number(self.number)

    @property
    def is_harmless(self) -> bool:
        """Whether nothing is hidden in it, so that nothing should stop or cover it."""
        return not self.items


def case_number(number: int) -> str:
    """Return the number of the case that a paper belongs to."""
    return f"SAG-2026-{number:05d}"


class Desk:
    """What a recipe works with: makes items for one paper and remembers them."""

    def __init__(self, inventor: Inventor, number: int, round_number: int) -> None:
        self.number, self.round_number, self._inventor = number, round_number, inventor
        self.items: list[Item] = []
        self.decoys = (OFFICIAL, COMPANY, case_number(number))

    def letter(self) -> list[str]:
        """Return the harmless lines of any letter, with what must stay readable in it."""
        return [
            f"Fjordby Kommune, sag {self.decoys[2]}",
            f"{OFFICIAL} har talt med {COMPANY} om tilbuddet på nye vinduer.",
            "Arbejdet begynder i foråret og varer omkring seks uger.",
        ]

    def chosen(self, *places: Place) -> Sequence[Place]:
        """Return all places on the first round, one of them on each later one."""
        return places if self.round_number == 0 else (places[self.round_number % len(places)],)

    def cpr(self, place: Place, *, is_drawn: bool = True, is_one_line: bool = False) -> Item:
        """Hide a CPR number."""
        return self._keep(self._inventor.cpr(place, self.number, is_drawn=is_drawn, is_one_line=is_one_line))

    def other(self, place: Place, kind: ItemKind | None = None) -> Item:
        """Hide something else, the kinds in turn."""
        chosen = kind or OTHER_KINDS[(self.number + len(self.items)) % len(OTHER_KINDS)]
        return self._keep(self._inventor.other(chosen, place, self.number))

    def everything(self, place: Place, cpr_count: int = SHOWN_CPR, *, is_drawn: bool = True) -> list[str]:
        """Hide CPR numbers and one item of each other kind, as sentences that belong into running text."""
        found = [self.cpr(place, is_drawn=is_drawn) for _ in range(cpr_count)]
        found += [self.other(place, kind) for kind in OTHER_KINDS]
        return [item.sentence for item in found]

    def secret(self, place: Place) -> str:
        """Hide a CPR number and one thing more on a single line."""
        first, second = self.cpr(place, is_one_line=True), self.other(place)
        return f"{first.sentence} {second.sentence}".replace("\n", " ")

    def paper(self, name: str, data: bytes, **rest: Any) -> Paper:
        """Put the paper together."""
        return Paper(self.number, name, data, self.items, self.decoys, **rest)

    def _keep(self, item: Item) -> Item:
        self.items.append(item)
        return item


Recipe = Callable[[Desk], Paper]


def _text(desk: Desk) -> Paper:
    lines = desk.everything(Place.PDF_TEXT, SHOWN_CPR_IN_TEXT)
    return desk.paper("brev.pdf", pdf.letter([*desk.letter(), *lines]))


def _turned(desk: Desk) -> Paper:
    return desk.paper("brev.pdf", pdf.letter([*desk.letter(), *desk.everything(Place.PDF_TURNED)], turned_degrees=90))


def _kerned(desk: Desk) -> Paper:
    data = pdf.letter(desk.letter())
    items = [desk.cpr(Place.PDF_KERNED, is_one_line=True) for _ in range(SHOWN_CPR)]
    items += [desk.other(Place.PDF_KERNED, kind) for kind in (ItemKind.PHONE, ItemKind.EMAIL, ItemKind.ADDRESS)]
    for place, item in enumerate(items):
        data = pdf.scribbled(data, pdf.kerned(item.sentence, pdf.LOW_PT + pdf.LEADING_PT * 2 * place))
    return desk.paper("brev.pdf", data)


def _form(desk: Desk) -> Paper:
    return desk.paper("brev.pdf", pdf.with_form(pdf.letter(desk.letter()), desk.everything(Place.PDF_FORM)))


def _unseen(desk: Desk) -> Paper:
    """Text that is on the page and that nobody can see."""
    ways: dict[Place, Callable[[str], bytes]] = {
        Place.PDF_WHITE: pdf.white,
        Place.PDF_UNDRAWN: pdf.undrawn,
        Place.PDF_OFF_PAGE: pdf.off_page,
        Place.PDF_TINY: pdf.tiny,
        Place.PDF_UNDER_BOX: pdf.under_box,
    }
    data = pdf.letter(desk.letter())
    for place in desk.chosen(*ways):
        data = pdf.scribbled(data, ways[place](desk.secret(place)))
    return desk.paper("brev.pdf", data)


def _said_otherwise(desk: Desk) -> Paper:
    data = pdf.letter(desk.letter())
    for place in desk.chosen(Place.PDF_ACTUAL_TEXT, Place.PDF_LAYER_OFF):
        if place is Place.PDF_ACTUAL_TEXT:
            data = pdf.scribbled(data, pdf.actual_text(desk.secret(place)))
        else:
            data = pdf.with_layer_off(data, desk.secret(place))
    return desk.paper("brev.pdf", data)


def _about_the_file(desk: Desk) -> Paper:
    data = pdf.letter(desk.letter())
    for place in desk.chosen(Place.PDF_BOOKMARK, Place.PDF_PROPERTIES):
        if place is Place.PDF_BOOKMARK:
            data = pdf.with_bookmark(data, desk.secret(place))
        else:
            data = pdf.with_properties(data, desk.other(place, ItemKind.NAME).text, desk.secret(place))
    return desk.paper("brev.pdf", data)


def _annotated(desk: Desk) -> Paper:
    ways = {
        Place.PDF_FIELD: pdf.with_field,
        Place.PDF_NOTE: pdf.with_note,
        Place.PDF_MARKED: pdf.with_mark,
        Place.PDF_LINK: pdf.with_link,
        Place.PDF_ATTACHMENT: pdf.with_attachment,
    }
    data = pdf.letter(desk.letter())
    for place in desk.chosen(*ways):
        data = ways[place](data, desk.secret(place))
    return desk.paper("brev.pdf", data)


def _earlier(desk: Desk) -> Paper:
    return desk.paper("brev.pdf", pdf.with_earlier_revision(desk.letter(), desk.secret(Place.PDF_EARLIER)))


def _scan(desk: Desk) -> Paper:
    """A picture of a letter: as a PDF on even rounds, as a picture file on odd ones."""
    place = (Place.PDF_SCAN, Place.PHOTO)[desk.round_number % 2]
    lines = [desk.cpr(place, is_one_line=True).sentence, desk.other(place, ItemKind.PHONE).sentence]
    if place is Place.PHOTO:
        return desk.paper("scannet.png", pdf.photo([*desk.letter(), *lines]))
    return desk.paper("scannet.pdf", pdf.scan([*desk.letter(), *lines]))


def _code(desk: Desk) -> Paper:
    return desk.paper("brev.pdf", pdf.with_code(desk.letter(), desk.secret(Place.PDF_CODE)))


def _word(desk: Desk) -> Paper:
    lines = [*desk.letter(), *desk.everything(Place.WORD_TEXT, SHOWN_CPR_IN_TEXT, is_drawn=False)]
    cells = [desk.cpr(Place.WORD_TABLE, is_one_line=True).text, desk.other(Place.WORD_TABLE, ItemKind.EMAIL).text]
    return desk.paper("brev.docx", office.word_with_table(lines, cells))


def _word_change(desk: Desk) -> Paper:
    place = Place.WORD_CHANGE
    return desk.paper("brev.docx", office.word_with_changes(desk.letter(), desk.secret(place), desk.secret(place)))


def _word_unseen(desk: Desk) -> Paper:
    names = {Place.WORD_COMMENT: "comment", Place.WORD_HIDDEN: "hidden"}
    beside = {names[place]: desk.secret(place) for place in desk.chosen(*names)}
    return desk.paper("brev.docx", office.word_with(desk.letter(), **beside))


def _word_properties(desk: Desk) -> Paper:
    place = Place.WORD_PROPERTIES
    name = desk.other(place, ItemKind.NAME).text
    return desk.paper("brev.docx", office.word_with_properties(desk.letter(), name, desk.secret(place)))


def _sheet(desk: Desk) -> Paper:
    return desk.paper("liste.xlsx", office.sheet(desk.letter(), desk.everything(Place.SHEET_CELL, is_drawn=False)))


def _sheet_unseen(desk: Desk) -> Paper:
    names = {
        Place.SHEET_HIDDEN_ROW: "hidden_row",
        Place.SHEET_HIDDEN: "hidden_sheet",
        Place.SHEET_COMMENT: "comment",
    }
    hidden = {names[place]: desk.secret(place) for place in desk.chosen(*names)}
    return desk.paper("liste.xlsx", office.sheet(desk.letter(), [], **hidden))


def _mail(desk: Desk) -> Paper:
    body = [*desk.letter(), *desk.everything(Place.MAIL_BODY, is_drawn=False)]
    name, address = (desk.other(Place.MAIL_HEADER, kind).text for kind in (ItemKind.NAME, ItemKind.EMAIL))
    return desk.paper("mail.eml", office.mail(body, sender=f'"{name}" <{address}>'))


def _mail_attachment(desk: Desk) -> Paper:
    inside = pdf.letter([*desk.letter(), *desk.everything(Place.MAIL_ATTACHMENT)])
    return desk.paper("mail.eml", office.mail(desk.letter(), attached=inside))


def _web(desk: Desk) -> Paper:
    return desk.paper("side.html", office.web_page([*desk.letter(), *desk.everything(Place.WEB_TEXT, is_drawn=False)]))


def _web_unseen(desk: Desk) -> Paper:
    names = {Place.WEB_COMMENT: "comment", Place.WEB_HIDDEN: "hidden"}
    hidden = {names[place]: desk.secret(place) for place in desk.chosen(*names)}
    return desk.paper("side.html", office.web_page(desk.letter(), **hidden))


def _plain(desk: Desk) -> Paper:
    lines = desk.everything(Place.PLAIN_TEXT, SHOWN_CPR_IN_TEXT, is_drawn=False)
    return desk.paper("notat.txt", office.plain_text([*desk.letter(), *lines]))


def _register(desk: Desk) -> Paper:
    """What the case system itself says of the case, the entry and the file."""
    name, phone, email = (desk.other(Place.PARTIES, kind) for kind in (ItemKind.NAME, ItemKind.PHONE, ItemKind.EMAIL))
    cpr = desk.cpr(Place.PARTIES, is_one_line=True)
    party = {"role": "applicant", "kind": "person", "name": name.text, "cpr": f"{cpr.trace[:6]}-{cpr.trace[6:]}"}
    party |= {"phone": phone.text, "email": email.text}
    lines = [*desk.letter(), f"Kære {name.text}", f"Vi ringer på {phone.text} eller skriver til {email.text}."]
    owner, number = desk.other(Place.FILE_NAME, ItemKind.NAME), desk.cpr(Place.FILE_NAME, is_one_line=True)
    summary = f"Vinduer. {desk.secret(Place.CASE_SUMMARY)}"
    case_title, entry_title = (
        f"Nye vinduer. {desk.cpr(place, is_one_line=True).sentence}" for place in (Place.CASE_TITLE, Place.ENTRY_TITLE)
    )
    correspondent = desk.other(Place.CORRESPONDENT, ItemKind.NAME).text
    return desk.paper(
        f"{owner.text} {number.trace}.pdf",
        pdf.letter(lines),
        party=party,
        case={"title": case_title, "summary": summary},
        entry={"title": entry_title, "correspondent": {"name": correspondent, "kind": "person"}},
    )


def _withdrawn(desk: Desk) -> Paper:
    reason = f"Brevet hørte til en anden sag. {desk.secret(Place.WITHDRAWAL)}"
    return desk.paper("brev.pdf", pdf.letter(desk.letter()), withdrawal_reason=reason)


def _harmless(desk: Desk) -> Paper:
    return desk.paper("brev.pdf", pdf.letter(desk.letter()))


RECIPES: tuple[Recipe, ...] = (
    _text,
    _register,
    _word,
    _plain,
    _mail,
    _harmless,
    _unseen,
    _kerned,
    _form,
    _turned,
    _scan,
    _code,
    _about_the_file,
    _annotated,
    _said_otherwise,
    _earlier,
    _sheet,
    _sheet_unseen,
    _word_change,
    _word_unseen,
    _word_properties,
    _mail_attachment,
    _web,
    _web_unseen,
    _withdrawn,
)


def papers(count: int, seed: int) -> Iterator[Paper]:
    """Yield so many papers; the same seed gives the same ones."""
    inventor = Inventor(seed)
    for place in range(count):
        round_number, recipe = divmod(place, len(RECIPES))
        yield RECIPES[recipe](Desk(inventor, place + 1, round_number))
