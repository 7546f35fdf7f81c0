"""Cases that must never be public: benefits, a child, an illness, an employee, and a police matter.

They are told sparingly; what matters is that none of their words is ever seen outside.
"""

from ..model import Case, Property

BENEFIT = Case(
    key="person-ydelse",
    number=13102,
    title="Ansøgning om hjælp i særlige tilfælde, Tommy Reinholdt",
    kind="person",
    kle="32.24.00",
    unit="sf-yd",
    by="emvi",
    opened=72,
    parties="applicant tommy",
    secrecy="confidential",
    script="""
@ 72 in application tommy | Ansøgning om hjælp til tandlæge fra {tommy} | pdf
Mit navn er {tommy}, cpr {tommy.cpr-a}. Jeg søger om hjælp til tandlæge, 11.400 kr. Efter huslejen har jeg
2.180 kr. tilbage om måneden. Konto: {tommy.konto}.

{mvh tommy adr tlf}

@ 65 internal memo - | Økonomisk beregning
Rådighedsbeløb 2.180 kr. Formue 1.312 kr. Behandlingen kan ikke vente ifølge tandlægen.

{mvh}

@ 50 out decision tommy | Bevilling til tandlæge
{kære tommy}

Vi betaler 11.400 kr. direkte til tandlægen. Du skal ikke betale tilbage.

{mvh}

@ 9 in email tommy | Tak
Jeg kan tygge igen. Tak.

{mvh tommy}
""",
)

CHILD = Case(
    key="person-barn",
    number=12877,
    title="Støtte til barn i skole, familien Koch-Lund",
    kind="person",
    kle="32.18.00",
    unit="sf-yd",
    by="dola",
    opened=140,
    parties="applicant jasmin",
    secrecy="confidential",
    script="""
@ 140 in letter jasmin | Underretning om min egen situation | docx
Jeg skriver selv, før andre gør det. Jeg er alene med to børn og har mistet overblikket. Mit cpr er
{jasmin.cpr-c}.

{mvh jasmin adr tlf mail}

@ 131 internal memo - | Samtale i hjemmet
Moderen er åben. Børnene har det godt i skolen, men sover dårligt. Vi aftaler hjælp to eftermiddage om ugen.

{mvh}

@ 60 out letter jasmin | Aftale om støtte
{kære jasmin}

Som aftalt kommer der en kontaktperson tirsdag og torsdag. Vi ser på det igen til foråret.

{mvh}

@ 6 internal memo - | Opfølgning efter to måneder
Det går bedre. Støtten nedsættes til én eftermiddag efter moderens eget ønske.

{mvh}
""",
)

ILLNESS = Case(
    key="person-sygdom",
    number=13290,
    title="Sygedagpenge, Leif Borregaard",
    kind="person",
    kle="32.24.00",
    unit="sf-job",
    by="dola",
    opened=55,
    parties="applicant leif",
    secrecy="confidential",
    script="""
@ 55 in application leif | Oplysningsskema fra {leif}
| Oplysning | Svar |
| Navn | {leif} |
| Cpr-nr. | {leif.cpr-a} |
| Diagnose | Diskusprolaps |
| Sygemeldt fra | {d62} |

@ 40 in report - | Lægeattest
Patienten kan ikke løfte over fem kilo og kan sidde i 20 minutter. Operation er planlagt.

@ 21 out letter leif | Din plan for at komme tilbage
{kære leif}

Du begynder med fire timer om ugen, når lægen siger ja. Din arbejdsgiver har fundet et bord, der kan hæves.

{mvh}
""",
)

PERSONNEL = Case(
    key="personale",
    number=13455,
    title="Tjenstlig samtale, medarbejder i Park og Vej",
    kind="personnel",
    kle="81.00.00",
    unit="tm-vej",
    by="tosk",
    opened=34,
    parties="other kenneth",
    secrecy="confidential",
    script="""
@ 34 out letter - | Indkaldelse til tjenstlig samtale | closed=OFL-21
Du indkaldes til samtale om brug af kommunens bil i fritiden. Du har ret til en bisidder.

{mvh}

@ 27 internal minutes - | Referat af samtalen | closed=OFL-21
Medarbejderen forklarede, at bilen blev brugt til at køre en syg nabo på skadestuen. Tillidsrepræsentanten var
med.

@ 20 out decision - | Afgørelse | closed=OFL-21
Sagen giver ikke anledning til mere. Næste gang: ring til vagten eller en ambulance.

{mvh}
""",
)

POLICE = Case(
    key="politisag",
    number=13501,
    title="Anmeldelse om deponering af bygningsaffald",
    kind="enforcement",
    kle="07.17.01",
    unit="tm-mil",
    by="clda",
    opened=46,
    property=Property("Digevej 25", "19", "Vesterlund By, Fjordby", "5612190"),
    parties="owner yrsa; authority politi",
    secrecy="confidential",
    script="""
@ 46 internal memo - | Tilsyn på Digevej 25 | pdf closed=OFL-19
Bag diget ligger omkring 30 m³ eternit og malet træ. Ejeren, {yrsa}, oplyser at en håndværker har læsset af
mod betaling. Navn og bil er kendt.

{mvh}

@ 43 out letter politi | Anmeldelse til politiet | closed=OFL-19
Vi anmelder overtrædelse af miljøbeskyttelsesloven § 43. Vidner og fotos er vedlagt.

{mvh}

@ 22 in letter politi | Kvittering for anmeldelse
Vi har modtaget anmeldelsen og afhører ejeren, cpr {yrsa.cpr-a}, og en mistænkt i næste uge.

{mvh politi}

@ 1 in letter yrsa | Jeg vil forklare mig
Jeg fik 2.000 kr. og tænkte, det var ren jord. Jeg er ked af det. Ring på {yrsa.tlf-a}.

{mvh yrsa adr}
""",
)

CASES = (BENEFIT, CHILD, ILLNESS, PERSONNEL, POLICE)
