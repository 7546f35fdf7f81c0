"""The published page in Danish: what the set is, how each class comes out, and what the figures do not say."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..findings import GATE_THRESHOLD, RULE_PACK_VERSION, PiiClass
from ..sensitive_words import Matter
from .building import held_out, passages, with_register
from .counting import evaluate, evaluate_groups
from .matters import evaluate_matters, of_nobody_count
from .model import Passage, Tally
from .renderings import CPR_RENDERINGS

COMMAND = "python -m torvet.pure.pii.evaluation > docs/evaluation.md"
_CLASSES = {
    PiiClass.CPR: "Cpr-nummer",
    PiiClass.PHONE: "Telefon",
    PiiClass.EMAIL: "E-mail",
    PiiClass.ACCOUNT: "Kontonummer",
    PiiClass.IBAN: "IBAN",
    PiiClass.NAME: "Navn",
    PiiClass.ADDRESS: "Adresse",
    PiiClass.PARTY: "Andet om en part",
    PiiClass.BIRTH_DATE: "Fødselsdato",
    PiiClass.PASSPORT: "Pas og id-kort",
    PiiClass.DRIVING_LICENCE: "Kørekort",
    PiiClass.LICENCE_PLATE: "Nummerplade",
    PiiClass.CVR: "Cvr-nr. på en person",
}
_MATTERS = {
    Matter.HEALTH: "Helbred",
    Matter.SOCIAL: "Sociale forhold",
    Matter.UNION: "Fagforening",
    Matter.CRIMINAL: "Straf",
    Matter.CHILD: "Børn i en sag",
    Matter.BELIEF: "Tro og politik",
    Matter.ORIGIN: "Oprindelse",
    Matter.SEX_LIFE: "Seksualitet og køn",
    Matter.ECONOMY: "Privat økonomi",
}
_EXAMPLE = "2502585005"
_HEAD = "| {} | Plantet | Fundet | Overset | Falske fund | Fundet i procent | Rigtige i procent |"
_RULE = "|---|---:|---:|---:|---:|---:|---:|"


@lru_cache(maxsize=1)
def page() -> str:
    """Give the whole page as Markdown; the same rules give the same page."""
    main, apart = passages(), held_out()
    return "\n".join(
        [
            *_opening(main, apart),
            *_main(main),
            *_held_out(apart),
            *_cpr(main),
            *_matters(),
            *_limits(),
        ]
    )


def _opening(main: list[Passage], apart: list[Passage]) -> Iterator[str]:
    positive = sum(1 for each in main if each.truth)
    yield "# Hvor godt finder Torvet personoplysninger?"
    yield ""
    yield (
        f"Siden er skrevet af kommandoen `{COMMAND}`. Den gælder reglerne i version {RULE_PACK_VERSION}. "
        f"Et fund tæller fra scoren {_number(GATE_THRESHOLD)}, for derfra skal det dækkes eller ses af et menneske."
    )
    yield ""
    yield "## Hvad vi måler på"
    yield ""
    yield f"- {_count(positive)} stykker tekst med personoplysninger og {_count(len(main) - positive)} uden."
    yield f"- {len(apart)} stykker for sig. De er skrevet uden at se på reglerne, og navnene står ikke i vores lister."
    yield "- Alt er opdigtet. Cpr-numrene har fødselsår i 1800-tallet eller i fremtiden, så ingen levende har dem."
    yield "- »Fundet« er, at hele stykket er dækket. »Falsk fund« er et fund, hvor der ikke er plantet noget."
    yield ""


def _main(main: list[Passage]) -> Iterator[str]:
    tallies = evaluate(over=main)
    yield "## Hele sættet"
    yield ""
    yield from _table(tallies)
    yield from _errors(tallies)


def _held_out(apart: list[Passage]) -> Iterator[str]:
    yield "## Stykkerne for sig"
    yield ""
    yield "Her står sjældne navne uden en sag, der kender dem. Tallene er lavere, og de er mere ærlige."
    yield ""
    yield from _table(_used(evaluate(over=apart)))
    yield "De samme stykker, når sagen kender sine egne parter. Sådan bliver et dokument i en sag læst:"
    yield ""
    yield from _table(_used(evaluate(over=with_register(apart))))


def _used(tallies: dict[PiiClass, Tally]) -> dict[PiiClass, Tally]:
    return {pii_class: tally for pii_class, tally in tallies.items() if tally.planted or tally.false_alarms}


def _cpr(main: list[Passage]) -> Iterator[str]:
    by_kind = evaluate_groups(main, PiiClass.CPR)
    groups: dict[str, Tally] = {}
    for kind, tally in by_kind.items():
        group = groups.setdefault(kind.partition(":")[0], Tally())
        group.found += tally.found
        group.missed += tally.missed
    yield "## Cpr-numre efter skrivemåde"
    yield ""
    yield "| Gruppe | Plantet | Fundet | Fundet i procent |"
    yield "|---|---:|---:|---:|"
    for title, tally in groups.items():
        if title[0].isupper():
            yield f"| {title} | {tally.planted} | {tally.found} | {_percent(tally.recall)} |"
    yield ""
    yield "Hver skrivemåde, vist med det samme opdigtede nummer (usynlige tegn er skrevet med deres kode):"
    yield ""
    yield "| Skrivemåde | Plantet | Fundet |"
    yield "|---|---:|---:|"
    for name, render in CPR_RENDERINGS.items():
        tally = next(found for kind, found in by_kind.items() if kind.endswith(f": {name}"))
        yield f"| `{_shown(render(_EXAMPLE))}` | {tally.planted} | {tally.found} |"
    yield ""


def _matters() -> Iterator[str]:
    tallies = evaluate_matters()
    yield "## Følsomme forhold"
    yield ""
    yield (
        "Et ord om sygdom, gæld eller straf siger intet alene. Det tæller, når det står tæt på »jeg«, »min« eller "
        "»hun«, eller i samme sætning som en person, vi har fundet. Så ser et menneske på dokumentet. "
        f"Falske fund er målt på {_count(of_nobody_count())} stykker, der ikke fortæller om nogen."
    )
    yield ""
    yield "| Forhold | Plantet | Fundet | Overset | Falske fund |"
    yield "|---|---:|---:|---:|---:|"
    for matter, tally in tallies.items():
        found = tally.told - len(tally.missed)
        yield f"| {_MATTERS[matter]} | {tally.told} | {found} | {len(tally.missed)} | {len(tally.false_alarms)} |"
    yield ""


def _limits() -> Iterator[str]:
    yield "## Hvad tallene ikke siger"
    yield ""
    yield "- Vi har selv skrevet teksterne. De fanger fejl, når vi ændrer reglerne. De lover intet om virkelige sager."
    yield "- Et sjældent navn midt i en sætning bliver tit overset, når intet omkring det siger, at det er en person."
    yield "- Sagens egne parter finder vi ved navn, for dem kender sagen. Andre finder vi kun på det, der står omkring."
    yield "- Ti cifre uden streg, kontrolciffer og ord om cpr dækker vi ikke. Ellers dækkede vi hvert tredje P-nummer."
    yield "- En fødselsdag den 1. januar kræver ikke kontrolciffer. Derfor rammer vi af og til et løbenummer."
    yield "- Gade og husnummer alene dækker vi ikke. Det er næsten altid den ejendom, sagen handler om."
    yield "- Ordlisterne om følsomme forhold er korte. Det, der er skrevet udenom, finder de ikke."
    yield ""


def _table(tallies: dict[PiiClass, Tally]) -> Iterator[str]:
    yield _HEAD.format("Oplysning")
    yield _RULE
    for pii_class, tally in tallies.items():
        yield (
            f"| {_CLASSES[pii_class]} | {tally.planted} | {tally.found} | {len(tally.missed)} "
            f"| {len(tally.false_alarms)} | {_percent(tally.recall)} | {_percent(tally.precision)} |"
        )
    yield ""


def _errors(tallies: dict[PiiClass, Tally]) -> Iterator[str]:
    missed = [(c, passage.text) for c, tally in tallies.items() for passage in tally.missed]
    alarms = [
        (c, passage.text[finding.start : finding.end])
        for c, tally in tallies.items()
        for passage, finding in tally.false_alarms
    ]
    yield from _listed("Alt, vi overser:", missed)
    yield from _listed("Alle falske fund:", alarms)


def _listed(title: str, errors: Iterable[tuple[PiiClass, str]]) -> Iterator[str]:
    rows = [f"- {_CLASSES[pii_class]}: `{_shown(text)}`" for pii_class, text in errors]
    if rows:
        yield title
        yield ""
        yield from rows
        yield ""


def _shown(text: str) -> str:
    """Write a text so that what cannot be seen is seen, and the table holds."""
    return "".join(
        character.replace("|", "¦") if character.isprintable() and character != "\u00ad" else f"<{ord(character):04X}>"
        for character in text
    )


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %".replace(".", ",").replace(",0 %", " %")


def _number(value: float) -> str:
    return str(value).replace(".", ",")


def _count(value: int) -> str:
    return f"{value:,}".replace(",", ".")
