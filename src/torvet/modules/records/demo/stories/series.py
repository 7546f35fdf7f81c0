"""Long papers made by measuring: a week of traffic, nights of noise, a list of trees, a water year, many replies.

The figures are worked out from the paper's own name, so they are the same every time, and lie where such figures lie.
"""

from zlib import crc32

_HOURS = (4, 3, 2, 3, 8, 24, 61, 142, 118, 74, 70, 76, 84, 82, 88, 121, 148, 96, 62, 44, 33, 25, 17, 9)
_DAYS = (
    ("Mandag", 98, "Dagen begyndte med let regn, som holdt op klokken ti. Der var ingen hændelser."),
    ("Tirsdag", 103, "Tørt og køligt. En flyttebil spærrede målestedet fra 13.10 til 13.50, og tallet er rettet op."),
    ("Onsdag", 105, "Den travleste dag i ugen. Skolerne havde idrætsdag, og mange børn kom på cykel."),
    ("Torsdag", 101, "Torvedag. Bilerne kommer senere og bliver længere end de andre dage."),
    ("Fredag", 108, "Mange tidlige ture hjem. Efter klokken 20 falder tallet mindre end på de andre dage."),
    ("Lørdag", 71, "Indkøb fra ti til fjorten. Lastbilerne er næsten væk."),
    ("Søndag", 49, "Roligt. Færgens ankomst klokken 16.20 kan ses som et lille bakketop i kurven."),
)
_SPECIES = ("Vinterlind", "Naur", "Spidsløn", "Stilkeg", "Kirsebær", "Røn", "Avnbøg", "Hassel", "Tjørn", "Paradisæble")
_STATES = (
    "sund",
    "sund",
    "sund",
    "let skadet i kronen",
    "råd ved foden",
    "frisk, ung",
    "skal beskæres",
    "hul med mejser",
)


def _number(name: str, low: int, high: int) -> int:
    return low + crc32(name.encode()) % (high - low + 1)


def traffic_week(road: str, cars_per_day: int) -> str:
    """Seven days of counts, hour by hour, a page for each day."""
    pages = []
    for day, share, remark in _DAYS:
        lines = ["| Time | Biler | Heraf lastbiler | Cykler | Gående | Middelfart, km/t |"]
        for hour, weight in enumerate(_HOURS):
            name = f"{road}{day}{hour}"
            cars = cars_per_day * weight * share // 140_000 + _number(name, 0, 9)
            cycles = cars * _number(name + "c", 18, 42) // 100
            trucks, walkers = cars * _number(name + "l", 2, 6) // 100, cars * _number(name + "g", 9, 30) // 100
            speed = f"{_number(name + 'f', 379, 468) / 10:.1f}".replace(".", ",")
            lines.append(f"| {hour}–{hour + 1} | {cars} | {trucks} | {cycles} | {walkers} | {speed} |")
        pages.append(f"# {day} i {road}\n{remark}\n\n" + "\n".join(lines))
    return "\n\n===\n".join(pages)


def noise_nights(place: str, nights: int, first_day: int) -> str:
    """A night's levels in dB, one table for each week."""
    lines = ["| Nat | Kl. 23 | Kl. 1 | Kl. 3 | Kl. 5 | Vind | Bemærkning |"]
    remarks = (
        "rolig",
        "regn på taget",
        "færge forsinket",
        "ingen tone",
        "lastbil på tomgang",
        "tone ved 100 Hz",
        "måger",
    )
    for night in range(nights):
        name = f"{place}{night}"
        levels = [f"{_number(name + clock, 371, 489) / 10:.1f}".replace(".", ",") for clock in ("23", "1", "3", "5")]
        wind = f"{_number(name + 'v', 1, 9)} m/s"
        remark = remarks[_number(name + "b", 0, len(remarks) - 1)]
        lines.append(f"| {{k{first_day - night}}} | {' | '.join(levels)} | {wind} | {remark} |")
    return "\n".join(lines)


def tree_list(streets: tuple[str, ...], trees_each: int) -> str:
    """Every tree of some streets with species, girth and state."""
    parts = []
    for street in streets:
        lines = ["| Nr. | Art | Omkreds, cm | Plantet | Tilstand |"]
        for index in range(1, trees_each + 1):
            name = f"{street}{index}"
            species = _SPECIES[_number(name, 0, len(_SPECIES) - 1)]
            state = _STATES[_number(name + "t", 0, len(_STATES) - 1)]
            girth, year = _number(name + "o", 14, 210), _number(name + "p", 1931, 2021)
            lines.append(f"| {index} | {species} | {girth} | {year} | {state} |")
        parts.append(f"# {street}\n" + "\n".join(lines))
    return "\n\n".join(parts)


def water_year(wells: tuple[str, ...]) -> str:
    """Monthly samples of some wells: nitrate, iron, hardness and a pesticide residue."""
    parts = []
    for well in wells:
        lines = ["| Prøve | Nitrat, mg/l | Jern, mg/l | Hårdhed, °dH | DMS, µg/l | Kim |"]
        for month in range(1, 13):
            name = f"{well}{month}"
            iron = f"0,{_number(name + 'j', 2, 9):02}"
            residue = f"0,{_number(name + 'd', 0, 4):02}"
            hardness = f"{_number(name + 'h', 142, 168) / 10:.1f}".replace(".", ",")
            germs = _number(name + "k", 0, 3)
            nitrate = _number(name + "n", 8, 17)
            lines.append(f"| {month} | {nitrate} | {iron} | {hardness} | {residue} | {germs} |")
        parts.append(f"# {well}\n" + "\n".join(lines))
    return "\n\n".join(parts)


def collected_replies(voices: tuple[tuple[str, str], ...], with_contact: bool) -> str:
    """Many short replies in one paper, each under its writer's name, as an office collects them."""
    parts = []
    for index, (who, words) in enumerate(voices, 1):
        contact = (f", {{{who}.mail}}", f", tlf. {{{who}.tlf-d}}", "")[index % 3] if with_contact else ""
        parts.append(f"## Svar {index}\n{words}\n\n~ {{{who}}}, {{{who}.adr}}{contact}")
    return "\n\n".join(parts)


_ROOMS = (
    "Klasselokale",
    "Gang",
    "Toilet",
    "Lærerværelse",
    "Musik",
    "Natur og teknik",
    "Depot",
    "Bibliotek",
    "Garderobe",
)
_FLOORS = ("linoleum", "klinker", "trægulv", "vinyl", "tæppe")
_GOODS = ("Kontorstol", "Mødebord", "Reol", "Skab med lås", "Hæve-sænke-bord", "Lampe", "Tavle", "Sofa", "Knagerække")
_CONDITIONS = ("som ny", "god", "slidt, men hel", "mangler et hjul", "skal skrues", "ridser på pladen")


def room_list(schools: tuple[str, ...], rooms_each: int) -> str:
    """Every room that is to be cleaned, with area, floor and how often."""
    parts = []
    for school in schools:
        lines = ["| Rum | Brug | m² | Gulv | Gange om ugen |"]
        for index in range(1, rooms_each + 1):
            name = f"{school}{index}"
            use = _ROOMS[_number(name, 0, len(_ROOMS) - 1)]
            floor = _FLOORS[_number(name + "g", 0, len(_FLOORS) - 1)]
            times = 10 if use == "Toilet" else _number(name + "u", 2, 5)
            lines.append(f"| {100 + index} | {use} | {_number(name + 'm', 6, 74)} | {floor} | {times} |")
        parts.append(f"# {school}\n" + "\n".join(lines))
    return "\n\n".join(parts)


def stock_list(places: tuple[str, ...], items_each: int) -> str:
    """What stands in the stores, piece by piece."""
    parts = []
    for place in places:
        lines = ["| Nr. | Ting | Antal | Stand | Nypris |"]
        for index in range(1, items_each + 1):
            name = f"{place}{index}"
            thing = _GOODS[_number(name, 0, len(_GOODS) - 1)]
            state = _CONDITIONS[_number(name + "s", 0, len(_CONDITIONS) - 1)]
            price = f"{_number(name + 'k', 3, 59) * 100}"
            lines.append(f"| {index} | {thing} | {_number(name + 'a', 1, 24)} | {state} | {price} kr. |")
        parts.append(f"# {place}\n" + "\n".join(lines))
    return "\n\n".join(parts)


def bundle(script: str, *, back: int, title: str, opening: str) -> str:
    """Gather a case's hearing replies into the one long appendix that the council reads, a page for each.

    Replies that tell of illness are left out, as an office would.
    """
    replies = []
    for chunk in script.split("\n@ ")[1:]:
        head, _, body = chunk.partition("\n")
        day, _, kind, _ = head.split("|")[0].split()
        if kind == "hearing_response" and int(day) >= back and "mark=health" not in head:
            replies.append(f"# {head.split('|')[1].strip()}\n{body.strip()}")
    contents = "\n".join(f"- {reply.splitlines()[0].removeprefix('# ')}" for reply in replies)
    pages = "\n\n===\n".join(replies)
    return f"\n@ {back} internal appendix - | {title} | pdf\n{opening}\n\n{contents}\n\n===\n{pages}\n"
