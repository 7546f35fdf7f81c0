"""The stories of Fjordby Kommune, by field. Each case carries its own papers in the notation of
`script`."""

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

CASES = (
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

WITHDRAWN = {
    "withdraw-neighbour": "Dokumentet handler om en nabos private forhold og hører ikke til sagen.",
    "withdraw-drawing": "Ejeren har vist, at tegningen viser husets alarm og låse.",
}

MOVED_TO = {"move": "facade"}
