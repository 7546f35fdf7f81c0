"""Building cases by address: carports, extensions, a demolition, shop fronts and a shed too many."""

from ..model import Property
from .building_thread import BuildingFacts, Reply, building_case

TOWN_PLOTS = "Fjordby Bygrunde"

FACTS = (
    BuildingFacts(
        key="carport",
        number=317,
        title="Carport tættere på skel end 2,5 meter, Møllebakken 12",
        owner="hanne",
        place=Property("Møllebakken 12", "17c", TOWN_PLOTS, "5610317"),
        by="liro",
        opened=168,
        wish="en carport på 38 m² 0,6 meter fra skel",
        why="""Vores indkørsel er 4,8 meter bred, og mellem huset og hækken er der ikke plads til andet.
  Carporten får
fladt tag med stenurt, og stolperne står på vores egen side. Regnvandet løber til en faskine under græsset.""",
        sizes=(
            ("Areal", "38 m²"),
            ("Højde mod skel", "2,35 m"),
            ("Længde mod skel", "7,9 m"),
            ("Tag", "Sedum"),
        ),
        rule="En carport må højst have 12 meter langs skel og være 2,5 meter høj nærmest naboen.",
        lacks=(
            "et snit med højder fra naturligt terræn",
            "placering af faskinen med mål til skel og hus",
        ),
        supplied="""Her kommer snittet. Terrænet falder 40 cm mod vejen, så i det høje hjørne er carporten
  2,35 meter og i det lave 2,6.
Faskinen ligger fem meter fra huset og 2,2 meter fra skel. Skriv endelig, hvis målene er svære at læse.""",
        replies=(
            Reply(
                "poul",
                """Jeg bor lige op ad og har ikke noget imod en carport. Men mit køkkenvindue sidder 1,4
  meter fra skellet,
og det er mit eneste vindue mod syd. Kan den ikke rykkes en meter ned ad bakken? Så slipper jeg for at spise
morgenmad i skygge.""",
            ),
            Reply(
                "solvej",
                """Vi siger ja. Hanne og Jens har altid taget hensyn, og et grønt tag er kønnere end tre
  biler på række.""",
            ),
        ),
        comment="""Jeg har talt med naboen i nummer 14 over hækken. Vi er blevet enige om at rykke
  carporten 80 cm mod vejen, så skyggen falder
på hans gavl og ikke på vinduet. Ny tegning er på vej. Vi drak kaffe på det.""",
        visit="""Besigtiget kl. 10.20 i solskin. Vinduet i nummer 14 har brystning 1,1 meter over terræn.
  Med den flyttede placering rammer
skyggen muren fra klokken 9 til 10.30 og er væk resten af dagen. Hækken er to meter høj og bliver stående.""",
        assessment="""Afvigelsen er ti centimeter i det lave hjørne. Naboen er hørt, og aftalen løser hans
  indvending. Vi har sagt ja til
samme afvigelse på Møllebakken 6 og 21, og vejen beholder sit grønne præg.""",
        reasons="""Carporten bliver ti centimeter højere end reglen i det ene hjørne, fordi grunden
  skråner. Det generer ikke naboen, efter at
du har rykket den 80 cm. Vi lægger også vægt på, at taget er grønt, og at vandet bliver på din egen grund.""",
        terms=(
            "Carporten skal stå som på den rettede tegning.",
            "Faskinen skal ligge mindst fem meter fra huset.",
        ),
        summary=("Ejeren må bygge en carport tæt på skel. Den blev flyttet lidt, så naboen beholder sin sol."),
        start="""Tømrermester Kaj Holst ApS sætter de første stolper på mandag. Vi har fundet rørene fra
  fjernvarmen og holder to meter fri.""",
        extra="""
@ 90 in email poul | En privat sag om min nabo | mark=withdraw-neighbour
Kære kommune

Dette har ikke noget med carporten at gøre. Jeg er bekymret for naboen på den anden side, {solvej}, som er
blevet alene. Hun har ikke trukket gardinerne fra i en uge. Kan I få nogen til at banke på? Hun kan ringes op
på {solvej.tlf-d}.

{mvh poul tlf}

@ 74 in email bager | Prøve på den røde farve til facaden | mark=move pdf look=company
Malerens prøve er nu tør. Den hænger i vinduet mod gaden til og med {d66}, så I kan se den både i sol og regn.

Den ligner den på museets glasplade så meget, som et sort-hvidt foto nu kan bevise.

{mvh bager}
""",
    ),
    BuildingFacts(
        key="facade",
        number=402,
        title="Ny butiksfacade og skilt i Havnegade 11",
        owner="bodil",
        place=Property("Havnegade 11", "204a", TOWN_PLOTS, "5610402"),
        by="bofr",
        opened=231,
        wish="en ny butiksfacade og et udhængsskilt",
        why="""Jeg ejer huset, og Bager Birk ApS lejer stuen. Ruden fra 1968 er punkteret, og døren kan
  ikke åbnes af en, der sidder
i kørestol. Vi vil tilbage til facaden på museets foto fra 1911 med to vinduer og dør i midten.""",
        sizes=(
            ("Facadens bredde", "8,4 m"),
            ("Skiltets mål", "60 × 75 cm"),
            ("Dørtrin", "0 cm"),
            ("Farve", "Engelsk rød"),
        ),
        rule=("Lokalplan 214 kræver, at facader i Havnegade har lodret opdeling, og at skilte ikke lyser indefra."),
        lacks=(
            "en farveprøve på træværket",
            "en tegning af beslaget, der bærer skiltet",
            "museets foto i god opløsning",
        ),
        supplied="""Farveprøven står på en stump fyr i bageriets vindue, så I kan se den i dagslys. Smeden
  har tegnet beslaget efter det gamle.
Fotoet kommer fra Fjordlandets Museum, som har givet lov til, at vi bruger det.""",
        replies=(
            Reply(
                "ib",
                """Som nabo bagtil glæder jeg mig, men jeg vil gerne bede om, at udsugningen ikke flyttes
  ud i gården. Bagerens ovn starter klokken to.""",
            ),
            Reply("gert", ""),
        ),
        comment=(
            "Udsugningen bliver, hvor den er, over tag. Vi har i stedet købt en roligere motor, som "
            "Akustik & Lyd ApS har målt."
        ),
        visit="""Facaden er set fra begge fortove. Bag pladerne fra 1968 sidder de gamle piller stadig.
  Murværket er tørt, men to sten mangler
over døren. Et niveaufrit indgangsparti kan lade sig gøre uden at røre fortovet.""",
        assessment="""Projektet er til glæde for gaden. Det følger lokalplanen i alt undtagen skiltets
  bredde, som er ti centimeter over. Skiltet
hænger dog i et smedet beslag som det oprindelige, og vi anbefaler at sige ja.""",
        reasons="""Facaden får igen det præg, den havde i 1911, og alle kan komme ind ad døren. Skiltet er
  lidt bredere end lokalplanen tillader,
men det lyser ikke indefra og hænger 2,9 meter over fortovet.""",
        terms=(
            "Skiltet må kun belyses udefra med varmt lys.",
            "Pillerne bag pladerne skal bevares.",
            "Døren skal åbne automatisk eller let.",
        ),
        summary="Bageren i Havnegade får den gamle facade igen. Døren bliver uden trin.",
        start=("Vi begynder at tage pladerne ned {d138}. Bageriet holder åbent hele tiden fra et vindue i porten."),
        finished="""Facaden er færdig, og skiltet hænger. Den første, der kørte ind i sin kørestol, fik en
  kringle.""",
        parties="; applicant bager",
        extra="""
@ 205 in letter museum | Museets udtalelse om Havnegade 11
Fjordlandets Museum har set på ansøgningen og på bygningen.

Huset er opført i 1846 som købmandsgård og fik sin butik i 1889. Fotoet fra 1911 viser en facade med to fag,
indgang i midten og en løve over døren. Løven ligger i vores magasin. Vi låner den gerne ud på langtidslån.

{mvh museum}

@ 128 in drawing bodil | Tegning af dør, lås og alarm i Havnegade 11 | mark=withdraw-drawing pdf
Snit i døren med plads til el-lås, magnet og alarmens føler. Målene står på tegningen.
""",
    ),
    BuildingFacts(
        key="skur",
        number=88,
        title="Skur opført uden tilladelse, Klintevej 3",
        owner="orla",
        place=Property("Klintevej 3", "9ab", "Vesterlund By, Fjordby", "5610088"),
        by="anky",
        opened=143,
        wish="at beholde et skur på 54 m² inden for strandbeskyttelseslinjen",
        why="""Skuret har stået der i mange år, siger jeg, men naboen siger tre. Jeg bruger det til garn,
  båd og en gammel traktor. Jeg søger nu om lov
bagefter, fordi kommunen har skrevet, at jeg skal.""",
        sizes=(("Areal", "54 m²"), ("Højde", "4,1 m"), ("Afstand til klinten", "11 m"), ("Opført", "Uvist")),
        rule=(
            "Inden for strandbeskyttelseslinjen må der ikke bygges nyt, og småbygninger over 50 m² "
            "kræver altid byggetilladelse."
        ),
        lacks=(
            "en erklæring om, hvornår skuret er bygget",
            "fotos fra alle fire sider",
            "mål til klintens kant",
        ),
        supplied="""Jeg har ingen papirer. Min far satte de første brædder op efter stormen i 1981, og
  resten er kommet til, når der var tømmer.
På flyfotoet kan man se noget mørkt. Det er skuret, mener jeg. Naboen mener, det er en busk.""",
        replies=(
            Reply(
                "pernille",
                """Vi flyttede hertil for tre år siden, og da var der et halvtag til en jolle. Nu er der en
  lade. Den tager udsigten til fyret,
og den kom på to weekender, mens vi var i sommerhus.""",
            ),
            Reply(
                "rasmus",
                """Jeg har kendt Orla, siden jeg var dreng, og der har altid stået et skur. Hvor stort det
  var, tør jeg ikke sige.""",
            ),
        ),
        comment="""Udsigten til fyret var der heller ikke, da der stod gran på grunden. Jeg kan godt tage
  de bageste seks meter ned, hvis det kan bringe fred.""",
        visit="""Skuret står på støbte punktfundamenter, som ser nye ud. Tømmeret er trykimprægneret og
  stemplet med et årstal for fire år siden.
Klinten er skredet 40 cm siden sidste opmåling. Ejeren var venlig og bød på røget ål.""",
        assessment="""Flyfotos fra fire år viser et halvtag på cirka 16 m². Resten er nyt. Kystdirektoratet
  skal afgøre spørgsmålet om strandbeskyttelse.
Vi kan ikke lovliggøre 54 m², men halvtaget på 16 m² har ret til at blive stående.""",
        reasons="""Størstedelen af skuret er yngre end fem år og ligger elleve meter fra klinten. Vi kan
  kun sige ja til det halvtag på 16 m², som kan ses
på de gamle flyfotos. Du får god tid til at tage resten ned.""",
        outcome="refused",
        summary="Et skur ved kysten blev bygget uden lov. Ejeren skal rive det meste ned igen.",
        public_title="Skur uden tilladelse på Klintevej 3",
        extra="""
@ 141 in email pernille | Det nye skur på Klintevej | mark=repeat pdf
Kære kommune

Vi er ikke sure naboer, men vi vil gerne vide, om man må bygge så tæt på klinten. Hvis vores have en dag
falder i vandet, er det så os, der hænger på det?

Vi så helst, at I ikke skrev vores navn i et brev til ham. Vi har den samme vandhane om vinteren.

{mvh pernille adr tlf mail}

@ 77 out letter orla | Frist for at rive skuret ned | mark=late
{kære orla}

Du skal have taget skuret ned senest {d35}. Halvtaget på 16 m² må blive.

{mvh}

@ 1 out letter orla | Frist for at rive skuret ned (ny frist) | mark=late-v2
{kære orla}

Du skal have taget skuret ned senest {d-40}. Vi har flyttet fristen, fordi du har ødelagt dit knæ og ikke kan
stå på en stige. Halvtaget på 16 m² må blive.

{mvh}
""",
    ),
)

CASES = tuple(building_case(facts) for facts in FACTS)
