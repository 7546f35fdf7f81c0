"""The stories of Fjordby Kommune, by field. Each case carries its own papers in the notation of
`script`."""

from dataclasses import replace

from ..model import Case
from . import (
    building,
    building_homes,
    building_town,
    closed,
    culture,
    environment,
    plans,
    procurement,
    roads,
    schools,
    technology,
)
from .series import bundle

_TOLD = (
    *roads.CASES,
    *building.CASES,
    *building_homes.CASES,
    *building_town.CASES,
    *plans.CASES,
    *procurement.CASES,
    *schools.CASES,
    *environment.CASES,
    *technology.CASES,
    *culture.CASES,
    *closed.CASES,
)

_BUNDLES = {
    "cykelsti": (117, "Her er de lange svar samlet i den orden, de kom. De korte står i bilaget efter."),
    "skolegade": (151, "Rådmanden får svarene, som de er skrevet. Kun stavefejl i vejnavne er rettet."),
    "parkering": (6, "Foreløbig samling. Svar, der kommer senere, bliver lagt til."),
    "lp231": (5, "Samling til udvalgets første gennemgang af planen for Sydhavnen."),
    "lp228": (148, "Svarene om Rønnevangen hører til notatet om, hvad de ændrede."),
    "traeer": (120, "Alle svar om træer, også dem der handler om blade."),
    "skolefloej": (290, "Naboernes svar følger med til byrådets møde."),
    "skoledistrikt": (94, "De lange svar er her, de korte fra brugserne har deres eget bilag."),
    "solpark": (7, "Første samling af svar. Der kommer flere, for høringen løber endnu."),
    "aabenkode": (140, "Tre svar, tre slags viden. Læs dem i den orden, du vil."),
    "bibliotek": (160, "Sedlerne fra kassen ved døren er skrevet af, resten er kommet på mail."),
    "plejehjem": (215, "Naboernes ord til byrådet om Fjordglimt."),
    "svoemmehal": (205, "Svømmerne har skrevet. Tre modeller, mange meninger og én sauna."),
}


def _with_bundle(case: Case) -> Case:
    if case.key not in _BUNDLES:
        return case
    back, opening = _BUNDLES[case.key]
    paper = bundle(case.script, back=back, title=f"Samlede høringssvar: {case.title}", opening=opening)
    return replace(case, script=case.script + paper)


CASES = tuple(_with_bundle(case) for case in _TOLD)

WITHDRAWN = {
    "withdraw-neighbour": "Dokumentet handler om en nabos private forhold og hører ikke til sagen.",
    "withdraw-drawing": "Ejeren har vist, at tegningen viser husets alarm og låse.",
}

MOVED_TO = {"move": "facade"}
