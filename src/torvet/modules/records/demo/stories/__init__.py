"""The stories of Fjordby Kommune, by field. Each case carries its own papers in the notation of
`script`."""

from . import building, roads

CASES = (*roads.CASES, *building.CASES)

WITHDRAWN = {
    "withdraw-neighbour": "Dokumentet handler om en nabos private forhold og hører ikke til sagen.",
    "withdraw-drawing": "Ejeren har vist, at tegningen viser husets alarm og låse.",
}

MOVED_TO = {"move": "facade"}
