"""How a building case goes: the papers that every one of them has, told with the facts of the one.

What is said differently from case to case stands in the facts; the small courtesies that an office repeats
vary with
the caseworker's mood (`_pick`), as they do in a real archive.
"""

from dataclasses import dataclass
from typing import Literal
from zlib import crc32

from ..model import Case, Property

Outcome = Literal["granted", "refused", "pending"]


@dataclass(frozen=True)
class Reply:
    """What a neighbour answers, or nothing (`text` empty) when the neighbour keeps silent."""

    who: str
    text: str


@dataclass(frozen=True)
class BuildingFacts:
    """Everything that is particular to one building case."""

    key: str
    number: int
    title: str
    owner: str
    place: Property
    by: str
    opened: int
    wish: str
    why: str
    sizes: tuple[tuple[str, str], ...]
    rule: str
    lacks: tuple[str, ...]
    supplied: str
    replies: tuple[Reply, ...]
    comment: str
    visit: str
    assessment: str
    reasons: str
    summary: str
    terms: tuple[str, ...] = ()
    outcome: Outcome = "granted"
    start: str = ""
    finished: str = ""
    extra: str = ""
    parties: str = ""
    public_title: str = ""


_THANKS = (
    "Tak for din ansøgning. Vi har fået den, og den ligger nu hos {sb}.",
    "Din ansøgning er kommet godt frem og har fået sagsnummer {sag}.",
    "Vi har modtaget din ansøgning om {prop} og begynder på den, når alle tegninger er her.",
    "Tak, ansøgningen er her. Brug nummeret {sag}, når du skriver til os.",
    "Nu er sagen oprettet hos os, og {sb} tager sig af den.",
)
_WAIT = (
    "Lige nu er der omkring {weeks} ugers ventetid på sager af denne slags.",
    "Vi regner med at kigge på tegningerne inden for {weeks} uger.",
    "Der ligger en bunke foran din. Regn med {weeks} uger, før du hører fra os.",
    "Mangler der noget, får du besked inden for {weeks} uger.",
)
_DO_NOT_BEGIN = (
    "Vent med at bygge, til du har fået vores svar.",
    "Du må gerne rydde grunden, men ikke støbe, før sagen er afgjort.",
    "Begynd ikke på arbejdet endnu; en ulovlig begyndelse gør sagen både længere og dyrere.",
    "Husk, at selv et fundament kræver tilladelse.",
)
_LACKING = (
    "Vi har læst ansøgningen om {wish} igennem. For at komme videre skal vi bruge lidt mere:",
    "Vi er i gang, men kan ikke vurdere projektet på {prop}, før vi har dette:",
    "Materialet er næsten komplet. Send os også:",
    "Et par ting mangler, før vi kan spørge naboerne om {wish}:",
)
_LACKING_UNTIL = (
    "Send det senest {until}. Hører vi ikke fra dig, lukker vi sagen, og så må du søge igen.",
    "Vi sætter sagen i bero til {until}.",
    "Det haster ikke for os, men sagen ligger stille, til vi har det. Fristen er {until}.",
)
_HEARING = (
    ("Din nabo på {prop} har søgt om {wish}. Det kræver en undtagelse fra reglerne, og derfor spørger vi dig først."),
    "Vi behandler en ansøgning om {wish} på {prop}. Du får brevet, fordi din grund ligger tæt på.",
    "Ejeren af {prop} vil gerne have lov til {wish}. Har det betydning for dig, vil vi gerne vide det.",
)
_HEARING_END = (
    "Skriv til {sbmail} senest {until}. Har du ingen bemærkninger, behøver du ikke gøre noget.",
    ("Du har til {until} til at svare. Vi sender dit svar videre til ansøgeren, så skriv ikke om private forhold."),
    "Svarfristen er {until}. Ring gerne til {sb} på {sbtlf}, hvis tegningen driller.",
)
_APPEAL = (
    ("Du kan klage til Byggeklageenheden, hvis du mener, at afgørelsen er forkert efter loven. Fristen er fire uger."),
    (
        "Er du uenig, kan du inden fire uger klage til Byggeklageenheden over de retlige "
        "spørgsmål. Send klagen på borger.dk."
    ),
    "Naboer og ejer kan klage over, om vi har brugt loven rigtigt. Klagen skal være sendt senest {appeal}.",
)
_VALID = (
    "Tilladelsen gælder i et år. Er du ikke gået i gang inden {expires}, falder den bort.",
    "Gå i gang inden {expires}; derefter skal du søge på ny.",
    "Du har et år til at begynde.",
)
_CPR_FORMS = "abcdefgh"


def _pick(choices: tuple[str, ...], facts: BuildingFacts, salt: int = 0) -> str:
    return choices[(crc32(facts.key.encode()) + salt) % len(choices)]


def _filled(text: str, facts: BuildingFacts, until: int = 0) -> str:
    """Put the facts into a courtesy; the blanks of the notation are left for `script`."""
    days = {"{until}": f"{{d{until}}}", "{appeal}": f"{{d{until - 28}}}", "{expires}": f"{{d{until - 365}}}"}
    weeks = str(3 + crc32(facts.title.encode()) % 8)
    for blank, value in {**days, "{wish}": facts.wish, "{weeks}": weeks}.items():
        text = text.replace(blank, value)
    return text


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _application(facts: BuildingFacts) -> str:
    seed = crc32(facts.owner.encode())
    number = f"| Cpr-nr. | {{{facts.owner}.cpr-{_CPR_FORMS[seed % 8]}}} |\n" if seed % 4 else ""
    name = f" fra {{{facts.owner}}}" if seed % 2 else ""
    public = f" | | Ansøgning om {facts.wish}" if name else ""
    return f"""
@ {facts.opened} in application {facts.owner} | Ansøgning{name} om {facts.wish}{public}
# Ejendommen
| Oplysning | Svar |
| Adresse | {{prop}} |
| Matrikel | {{matr}} |
| Ejendom | {{bfe}} |

# Ansøgeren
| Oplysning | Svar |
| Navn | {{{facts.owner}}} |
{number}| Telefon | {{{facts.owner}.tlf-{"abcde"[seed % 5]}}} |
| E-mail | {{{facts.owner}.mail}} |

# Projektet
{facts.why}

{_sizes(facts)}

@ {facts.opened} in drawing {facts.owner} | Situationsplan for {{prop}} | with pdf
{facts.rule}
"""


def _correspondence(facts: BuildingFacts) -> str:
    received, asked, answered = facts.opened - 2, facts.opened - 16, facts.opened - 24
    return f"""
@ {received} out receipt {facts.owner} | Vi har modtaget ansøgningen om {{prop}}
{{kære {facts.owner}}}

{_pick(_THANKS, facts)}

{_filled(_pick(_WAIT, facts, 1), facts)} {_pick(_DO_NOT_BEGIN, facts, 2)}

{{mvh}}

@ {asked} out letter {facts.owner} | Vi mangler oplysninger om {facts.wish}
{{kære {facts.owner}}}

{_filled(_pick(_LACKING, facts, 1), facts)}

{_bullets(facts.lacks)}

{facts.rule} {_filled(_pick(_LACKING_UNTIL, facts), facts, asked - 30)}

{{mvh}}

@ {answered} in email {facts.owner} | Flere oplysninger om {{prop}}
Hej {{sb}}

{facts.supplied}

{{mvh {facts.owner} tlf}}
"""


def _hearing(facts: BuildingFacts) -> str:
    asked = facts.opened - 31
    letters = [
        f"""
@ {asked} out hearing {reply.who} | Nabohøring om {{prop}}
{{kære {reply.who}}}

{_filled(_pick(_HEARING, facts, index), facts)}

{facts.rule}

{_sizes(facts)}

{_filled(_pick(_HEARING_END, facts, index), facts, asked - 14)}

{{mvh}}
"""
        for index, reply in enumerate(facts.replies)
    ]
    answers = [
        f"""
@ {asked - 5 - 3 * index} in hearing_response {reply.who} | Svar på nabohøring om {{prop}}
{reply.text}

{{mvh {reply.who} {("adr tlf", "adr", "mail tlf", "adr mail")[(crc32(facts.key.encode()) + index) % 4]}}}
"""
        for index, reply in enumerate(facts.replies)
        if reply.text
    ]
    comment = f"""
@ {asked - 17} in email {facts.owner} | Mine bemærkninger til naboernes svar
Kære {{sb}}

{facts.comment}

{{mvh {facts.owner} {"mail" if len(facts.key) % 2 else "tlf adr"}}}
"""
    return "".join([*letters, *answers, comment if facts.comment else ""])


def _decision(facts: BuildingFacts) -> str:
    seen, decided = facts.opened - 55, facts.opened - 66
    if not facts.visit:
        return ""
    papers = f"""
@ {seen} internal memo - | Besigtigelse af {{prop}}
{facts.visit}

{{mvh}}

@ {decided + 2} internal memo - | Vurdering: {facts.title}
# Reglen
{facts.rule}

# Projektet
{_sizes(facts)}

# Naboerne
{_heard(facts)}

# Vurdering
{facts.assessment}
"""
    if facts.outcome == "pending":
        return papers
    granted = facts.outcome == "granted"
    heading = "Tilladelse til" if granted else "Afslag på"
    verdict = f"Du får lov til {facts.wish}." if granted else f"Vi kan ikke give dig lov til {facts.wish}."
    terms = f"# Vilkår\n{_bullets(facts.terms)}\n" if facts.terms else ""
    valid = _filled(_pick(_VALID, facts), facts, decided) if granted else ""
    return f"""{papers}
@ {decided} out decision {facts.owner} | {heading} {facts.wish}
{{kære {facts.owner}}}

{verdict}

# Begrundelse
{facts.reasons}

{terms}
# Ejendommen
| Oplysning | Værdi |
| Adresse | {{prop}} |
| Matrikel | {{matr}} |
| Ejendom | {{bfe}} |
| Journal | KLE 02.34.02, sag {{sag}} |

{valid}

# Klage
{_filled(_pick(_APPEAL, facts, 1), facts, decided)}

{{mvh}}
"""


def _sizes(facts: BuildingFacts) -> str:
    return "| Mål | Værdi |\n" + "\n".join(f"| {name} | {value} |" for name, value in facts.sizes)


def _heard(facts: BuildingFacts) -> str:
    answered = sum(1 for reply in facts.replies if reply.text)
    silent = len(facts.replies) - answered
    rest = f" {silent} svarede ikke." if silent else ""
    return f"{answered} naboer har svaret på høringen om {facts.wish}.{rest}"


def _building_site(facts: BuildingFacts) -> str:
    begun = (
        f"""
@ {facts.opened - 92} in email {facts.owner} | Vi går i gang på {{prop}}
{facts.start}

{{mvh {facts.owner} tlf}}
"""
        if facts.start
        else ""
    )
    done = (
        f"""
@ {facts.opened - 190} in application {facts.owner} | Færdigmelding af {{prop}}
{facts.finished}

| Oplysning | Svar |
| Sag | {{sag}} |
| Ejendom | {{bfe}} |

{{mvh {facts.owner} mail}}

@ {facts.opened - 196} out letter {facts.owner} | Afslutning af sagen om {{prop}}
{{kære {facts.owner}}}

Tak for billederne. Vi har registreret {facts.wish} i BBR og lukker sagen i dag.

{{mvh}}
"""
        if facts.finished
        else ""
    )
    return begun + done


def building_case(facts: BuildingFacts) -> Case:
    """Tell the whole case, from application to the last letter."""
    decided = None if facts.outcome == "pending" else facts.opened - 66
    closed = facts.opened - 196 if facts.finished else decided if facts.outcome == "refused" else None
    steps = f"received {facts.opened}, processing {facts.opened - 16}, hearing {facts.opened - 31}"
    steps += f", decided {decided}" if decided is not None else ""
    steps += f", carried_out {closed}" if facts.finished else ""
    neighbours = " ".join(reply.who for reply in facts.replies)
    return Case(
        key=facts.key,
        number=facts.number,
        title=facts.title,
        public_title=facts.public_title,
        kind="building",
        kle="02.34.02",
        facet="P19",
        unit="tm-byg",
        by=facts.by,
        opened=facts.opened,
        closed=closed,
        summary=facts.summary,
        steps=steps,
        next_step="decided -21" if facts.outcome == "pending" else "",
        property=facts.place,
        parties=f"owner {facts.owner}" + (f"; neighbour {neighbours}" if neighbours else "") + facts.parties,
        script=_application(facts)
        + _correspondence(facts)
        + _hearing(facts)
        + _decision(facts)
        + _building_site(facts)
        + facts.extra,
    )
