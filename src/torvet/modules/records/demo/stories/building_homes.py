"""Building cases where people live: extensions, a dormer, a wall, a heat pump, an annex and a farmhouse to
come down."""

from ..model import Property
from .building_thread import BuildingFacts, Reply, building_case
from .series import noise_nights

TOWN_PLOTS = "Fjordby Bygrunde"

FACTS = (
    BuildingFacts(
        key="tilbygning",
        number=255,
        title="Tilbygning med køkkenalrum, Skovbrynet 7",
        owner="arne",
        place=Property("Skovbrynet 7", "31d", "Ellinge By, Fjordby", "5611255"),
        by="liro",
        opened=255,
        wish="en tilbygning på 41 m²",
        why="""Vi er blevet bedsteforældre til fire og kan ikke længere sidde om bordet på samme tid.
Tilbygningen får vinduer mod skoven og et ovenlys, så vi kan se kronerne. Huset er fra 1962, og vi bruger
samme gule tegl fra et nedrevet hus i Ellinge.""",
        sizes=(
            ("Ny stue", "41 m²"),
            ("Bebyggelsesprocent efter", "27,4"),
            ("Højde", "3,6 m"),
            ("Skovbyggelinje", "18 m"),
        ),
        rule=(
            "Huset ligger inden for skovbyggelinjen på 300 meter, og derfor skal vi se på, om "
            "skovbrynet stadig kan opleves."
        ),
        lacks=(
            "en energiramme for det nye rum",
            "en tegning af facaden mod skoven",
        ),
        supplied="""Energirammen er vedlagt. Ingeniøren siger, at det gamle hus er synderen, og at
tilbygningen er tættere end resten tilsammen. Facaden mod skoven er tegnet med et vindue mindre, så det ikke
stråler om natten.""",
        replies=(
            Reply(
                "birthe",
                "Fint med os. Vi håber bare, at rågerne bliver, for det er dem, der holder hunden i gang.",
            ),
            Reply(
                "carsten",
                """Jeg er biolog af profession og vil gøre opmærksom på, at der yngler natugle i den hule bøg
bag skellet. Byg ikke i april og maj. Ellers har jeg ingen indvendinger.""",
            ),
        ),
        comment=("Uglen kender vi godt. Vi venter med kranen til efter den 1. juni, og mureren er orienteret."),
        visit="""Fra stien i skoven ses huset kun gennem grenene, og kun om vinteren. Den hule bøg står 22
meter fra det nye hjørne og har et hul i fem meters højde. Der lå gylp under.""",
        assessment="""Tilbygningen kommer ikke tættere på skoven end huset i dag. {fral} er hørt om uglen og
anbefaler et vilkår om byggestøj i yngletiden.""",
        reasons="""Det nye rum bliver på samme linje som resten af huset og kan knap ses fra skoven. Du har
ændret vinduerne, så lyset ikke forstyrrer dyrene, og du venter med det larmende arbejde.""",
        terms=(
            "Ingen kran eller boring mellem 1. marts og 1. juni.",
            "Udvendigt lys skal vende ned.",
        ),
        summary=("En familie må bygge et større køkken ved skoven. De venter med at larme, til uglen har fået unger."),
        start=("Vi støber fundament i morgen. Tegl fra den gamle skole i Ellinge er renset og står på paller."),
        finished="Her er billederne. Rummet er lyst, bordet er langt, og uglen fik to unger.",
    ),
    BuildingFacts(
        key="kvist",
        number=141,
        title="Ny kvist på bevaringsværdigt hus, Kirkestræde 4",
        owner="gert",
        place=Property("Kirkestræde 4", "88", TOWN_PLOTS, "5610141"),
        by="bofr",
        opened=206,
        wish="en kvist mod gården",
        why="""Huset er fra 1798, og loftet har et vindue på størrelse med et frimærke. Jeg vil gerne have en
kvist, så man kan stå op og læse. Den bliver dækket med bly og små sprosser, og fra gaden kan den ikke ses.""",
        sizes=(
            ("Kvistens bredde", "1,7 m"),
            ("Afstand til rygning", "0,9 m"),
            ("Tagets hældning", "52 grader"),
            ("SAVE-værdi", "2"),
        ),
        rule=("Et hus med bevaringsværdi 2 må kun ændres, hvis det gamle tag stadig er det, man lægger mærke til."),
        lacks=(
            "et lodret snit i målforhold 1:20",
            "fotos af spærene",
            "en prøve på blyet",
        ),
        supplied=(
            "Tømreren har været på loftet med lygte. Spærene er af eg, og på et af dem står J.S. 1798. "
            "Jeg har taget ni billeder."
        ),
        replies=(
            Reply(
                "helle",
                """Vi deler gård. I dag ser vi ud på tagsten og himmel, og om lidt ser vi ind i Gerts reol.
Kan vinduet få matteret glas forneden?""",
            ),
            Reply("ib", "Ingen bemærkninger, men husk at dække brønden af, når der falder sten ned."),
        ),
        comment="Matteret glas i de to nederste ruder er i orden. Så kan jeg stadig se månen.",
        visit="""Loftet er tørt og ombygget før 1900. Kvisten kan sidde mellem to spær, så ingen gamle
samlinger skæres over. Set fra tårnet i kirken er kvisten synlig, men kun når ringeren ser ned.""",
        assessment="""Projektet er skånsomt og kan føres tilbage. Fjordlandets Museum ønsker, at spæret med
indskriften bliver stående synligt. Ejeren er enig.""",
        reasons="""Kvisten er lille, vender mod gården og skærer ikke i de gamle spær. Naboen får ro med
matteret glas. Taget er stadig husets vigtigste træk.""",
        terms=(
            "Spæret med indskriften J.S. 1798 skal kunne ses.",
            "De to nederste ruder skal være matterede.",
        ),
        summary="Et hus fra 1798 får en lille kvist mod gården. De gamle bjælker bliver ikke skåret over.",
        start="Stilladset er rejst, og brønden er dækket med dobbelte brædder. Mester begynder onsdag.",
    ),
    BuildingFacts(
        key="stoettemur",
        number=377,
        title="Støttemur og terræn, Fjordvænget 22",
        owner="ditte",
        place=Property("Fjordvænget 22", "12bx", "Vesterlund By, Fjordby", "5612377"),
        by="anky",
        opened=119,
        wish="en støttemur på 1,4 meter og et hævet terræn",
        why="""Vores have skråner 2,1 meter, så bolden altid ender hos naboen. Vi vil lave to flade stykker
med en mur imellem. Jorden kommer fra vores egen kælder, så der kører ikke lastbiler.""",
        sizes=(
            ("Murens højde", "1,4 m"),
            ("Længde", "19 m"),
            ("Flyttet jord", "85 m³"),
            ("Afstand til skel", "0,4 m"),
        ),
        rule=(
            "Terræn må ikke hæves mere end en halv meter nærmere skel end 2,5 meter, fordi vand og indkig følger med."
        ),
        lacks=(
            "koter for vejen og for naboens terrasse",
            "en plan for regnvandet bag muren",
        ),
        supplied="""Landmåleren var her i går. Hos nummer 24 ligger terrassen i kote 14,2, og vores øverste
flade bliver 15,3. Bag muren lægger vi dræn til en brønd midt i haven.""",
        replies=(
            Reply(
                "erling",
                """Det er mig, bolden ender hos, og den er velkommen. Men det er også mig, vandet ender hos. I
juli stod der ni centimeter i min kælder. Hvis muren leder regnen min vej, siger jeg nej.""",
            ),
        ),
        comment="""Vi har inviteret Erling til at se på drænet, før det bliver dækket. Brønden får en måler,
så vi begge kan se, om den løber over.""",
        visit="""Det havde regnet 14 mm om natten. Vandet løb langs skellet ned til nummer 24, også uden mur.
En rende på ejerens grund vil altså hjælpe begge. En nabo viste mærket på kældervæggen.""",
        assessment="""Muren kan accepteres, hvis den rykkes til 1,2 meter fra skel og vandet ledes til en
faskine på 6 m³. Så bliver det bedre for naboen end i dag.""",
        reasons="""Vi siger ja til 1,4 meter mur, men den skal stå 1,2 meter fra skel og ikke 0,4. Så er der
plads til en rende, der tager vandet, før det når naboens kælder.""",
        terms=(
            "Muren skal stå mindst 1,2 meter fra skel.",
            "Faskinen skal rumme 6 m³ og være lavet, før jorden flyttes.",
        ),
        summary="En have må få en mur, så den bliver flad. Først skal vandet ledes væk fra naboens kælder.",
    ),
    BuildingFacts(
        key="varmepumpe",
        number=61,
        title="Klage over støj fra varmepumpe, Lyngvej 4",
        owner="henrik",
        place=Property("Lyngvej 4", "7a", "Ellinge By, Fjordby", "5611061"),
        by="anky",
        opened=96,
        wish="en varmepumpe med skærm ved skellet",
        why="""Vi skiftede oliefyret ud i fjor. Pumpen står, hvor montøren sagde, den skulle stå, og den
sparer os for 14.800 kr. om året. Nu søger vi om en skærm på to meter, fordi naboen ikke kan sove.""",
        sizes=(
            ("Afstand til skel", "2,7 m"),
            ("Lyd ved skel om natten", "38 dB"),
            ("Grænse om natten", "35 dB"),
            ("Skærm", "2,0 × 3,2 m"),
        ),
        rule=("Støj fra en varmepumpe må om natten ikke overstige 35 dB i naboens skel efter kommunens forskrift."),
        lacks=(
            "montørens indstilling af natdrift",
            "en måling lavet mellem klokken 22 og 7",
        ),
        supplied="""Akustik & Lyd ApS målte natten til torsdag. Med natdrift slået til er tallet 36, og med
skærm regner de med 32. Rapporten kommer særskilt, når vi har betalt.""",
        replies=(
            Reply(
                "ida",
                """Jeg har hørt den hver nat siden påske. Det er ikke højt, det er en tone, og når den
stopper, venter jeg på, at den begynder igen. Min læge har skrevet noget om søvn, som jeg helst ikke vil
sende. Skærmen er en god idé, hvis den virker.""",
            ),
            Reply("jytte", "Jeg hører dårligt og har ingen klager. Men jeg holder med Ida, for hun ser træt ud."),
        ),
        comment=(
            "Vi er kede af det, for vi vidste det ikke. Natdrift har været slået til siden i fredags, "
            "og jeg har lagt en måtte under foden."
        ),
        visit="""Vi målte selv fra 23.10 til 23.50 ved skellet: 36 dB med en tydelig tone ved 100 Hz. Tonen
giver fem dB i tillæg. Uden pumpe er her 27 dB, en hest og en sjælden bil.""",
        assessment="""Med tillæg er støjen 41 dB og skal ned med seks. Skærmen alene giver tre til fire.
Pumpen bør desuden stå på gummifødder og drejes, så den blæser mod gavlen.""",
        reasons="""Du må sætte skærmen op. Den kan ikke klare det hele, så pumpen skal også drejes og have nye
fødder. En ny måling viser, om det er nok.""",
        terms=(
            "Ny måling senest fire uger efter, at skærmen står.",
            "Er der stadig en tone, skal pumpen flyttes til gavlen.",
        ),
        summary="En varmepumpe larmer om natten. Ejeren skal dæmpe lyden og måle igen.",
        extra="""
@ 45 in report akustik | Måling af varmepumpe gennem 40 nætter | pdf
Mikrofonen stod i skellet, halvanden meter over jorden. Natdrift blev slået til efter den ellevte nat, og det kan ses.

"""
        + noise_nights("Lyngvej", 40, 88),
    ),
    BuildingFacts(
        key="anneks",
        number=190,
        title="Anneks til beboelse, Rosenvænget 18",
        owner="kaj",
        place=Property("Rosenvænget 18", "45g", TOWN_PLOTS, "5610190"),
        by="liro",
        opened=214,
        wish="at indrette garagen til bolig for min mor",
        why="""Min mor er 84 og vil gerne bo hos os, men ikke med os, som hun siger. Garagen er muret og 46
m². Hun får eget bad og te-køkken, og døren ind til os kan låses fra hendes side.""",
        sizes=(("Areal", "46 m²"), ("Loftshøjde", "2,3 m"), ("Vinduer", "3"), ("Parkering", "2 pladser")),
        rule=("En grund udlagt til én bolig må ikke få to, men familie kan bo i et anneks, når det ikke lejes ud."),
        lacks=(
            "en tegning af brandvæggen mod huset",
            "en erklæring om, at annekset ikke lejes ud",
        ),
        supplied="""Brandvæggen bliver 108 mm tegl og to lag gips. Erklæringen er skrevet under af os begge,
og mor har læst den to gange.""",
        replies=(Reply("lone", "Vi kender Kajs mor fra kirken. Hun bager. Vi har ingen indvendinger overhovedet."),),
        comment="",
        visit="""Garagen er tør og har støbt gulv. Loftet skal isoleres for at nå 2,3 meter, og der er ingen
plads at give væk. Fra annekset til huset er der elleve skridt med rollator.""",
        assessment="""Annekset kan tillades som en del af husets bolig. Erklæringen tinglyses, så en ny ejer
ikke kan leje det ud som selvstændig bolig.""",
        reasons="""Det er ikke en ny bolig, men et værelse mere til din familie. Når annekset ikke længere
bruges af familien, bliver det til garage eller hobbyrum igen.""",
        terms=(
            "Erklæringen skal tinglyses på {matr}.",
            "Der skal være røgalarm forbundet til begge huse.",
        ),
        summary="En garage må blive til bolig for ejerens mor. Den må ikke lejes ud til andre.",
        start="Vi begynder på badeværelset. Mor har valgt fliserne, og de er grønne.",
        finished=("Mor er flyttet ind med 31 potteplanter. El-attesten og billeder af brandvæggen ligger i mappen."),
        extra="""
@ 200 in email kaj | Gebyr betalt to gange
Hej Lise

Jeg kom til at betale byggesagsgebyret to gange. Kan de 2.340 kr. komme retur på reg. og konto {kaj.konto}?
Mit cpr-nummer er {kaj.cpr-e}, hvis I skal bruge det til udbetalingen.

{mvh kaj tlf}

@ 197 out email kaj | SV: Gebyr betalt to gange
{kære kaj}

Ja, pengene er sendt retur i dag. Vi skulle kun bruge kontoen, så dit personnummer er ikke skrevet ind nogen
steder.

{mvh}
""",
    ),
    BuildingFacts(
        key="stuehus",
        number=29,
        title="Nedrivning af stuehus, Ellingevej 102",
        owner="vagn",
        place=Property("Ellingevej 102", "4f", "Ellinge By, Fjordby", "5611029"),
        by="bofr",
        opened=301,
        wish="at rive stuehuset ned og bygge et nyt",
        why="""Der er svamp i gulvet og revner i begge gavle, og min søn vil ikke overtage gården med det hus.
Vi beholder længerne og hestestalden og bygger et nyt stuehus på samme sted med samme længde.""",
        sizes=(
            ("Opført", "1887"),
            ("Areal", "212 m²"),
            ("SAVE-værdi", "4"),
            ("Skøn over renovering", "3.900.000 kr."),
        ),
        rule=(
            "Et hus med bevaringsværdi 4 kan rives ned, når offentligheden er hørt og istandsættelse ikke er rimelig."
        ),
        lacks=(
            "en tilstandsrapport fra en byggesagkyndig",
            "en plan for asbest og pcb",
            "et forslag til det nye hus",
        ),
        supplied="""Rapporten er på 44 sider. Den byggesagkyndige gik igennem gulvet i det pæne værelse og
slap med en våd sko. Asbest er der kun i eternitten på bryggerset.""",
        replies=(
            Reply(
                "astrid",
                """Jeg er født i det hus i 1946. Selvfølgelig kan man ikke bo i en svamp, men kan man ikke
redde døren og lindetræet? Lindetræet er plantet, da min bror blev konfirmeret.""",
            ),
            Reply(
                "bent",
                ("Godt at nogen vil bygge nyt herude i stedet for at flytte. Jeg lægger gerne mark til kranen."),
            ),
        ),
        comment=(
            "Lindetræet bliver stående med hegn om roden. Døren med de to stjerner får Astrid, hvis "
            "hun selv henter den."
        ),
        visit="""Huset er gået efter fra kælder til kip. Ægte hussvamp i 60 % af gulvene, og søndre gavl står
11 cm ude af lod. Døren, en jernovn og fire fyldninger med malede landskaber er værd at bevare.""",
        assessment="""Renovering koster mere end et nyt hus og redder kun det halve. Ellinge Borgerforening er
hørt og vil helst have et hus, der bliver boet i. Vi anbefaler nedrivning på vilkår.""",
        reasons="""Huset er for nedbrudt til at redde for rimelige penge. Det nye får samme længde, gult tegl
og sadeltag, så gården stadig ligner en gård fra vejen.""",
        terms=(
            "De malede fyldninger afleveres til Fjordlandets Museum.",
            "Lindetræet skal beskyttes under hele byggeriet.",
            "Affaldet sorteres, og teglen genbruges.",
        ),
        summary=(
            "Et gammelt hus i Ellinge bliver revet ned. Der er svamp i gulvet. Det store lindetræ får lov at blive."
        ),
        start=("Nedriveren kommer mandag. Museet har hentet malerierne, og Astrid har hentet døren med sin svigersøn."),
        extra="""
@ 262 in letter borgerforening | Ellinge Borgerforenings udtalelse om Ellingevej 102
Vi holdt møde i forsamlingshuset, og 33 mødte op. Ingen ville savne svampen, men mange ville savne gården, når
man kommer ned ad bakken.

Vi beder om, at det nye hus får rejsning og ikke fladt tag, og at porten i østlængen ikke bliver lukket.
Gennem den kan man se til fjorden.

{mvh borgerforening}

@ 258 in letter museum | Museets udtalelse om stuehuset
Stuehuset er opført af murermester Rasmus Lauridsen i 1887. De malede fyldninger er sandsynligvis af den
omrejsende maler, der også malede prædikestolen i Vesterlund.

Vi vil gerne fotografere huset, før det rives ned, og have fyldningerne til samlingen.

{mvh museum}
""",
    ),
    BuildingFacts(
        key="hegn",
        number=343,
        title="Fast hegn mod vej, Engdraget 16",
        owner="signe",
        place=Property("Engdraget 16", "23r", "Vesterlund By, Fjordby", "5612343"),
        by="anky",
        opened=82,
        wish="et fast hegn på 1,8 meter mod vejen",
        why="""Vi bor på hjørnet, hvor alle skolebørnene kommer forbi, og vores datter på to kan åbne
havelågen. Hegnet er af lodrette lærkebrædder, og foran planter vi efeu.""",
        sizes=(
            ("Længde mod vej", "21 m"),
            ("Højde", "1,8 m"),
            ("Afstand til skel", "0,1 m"),
            ("Oversigt ved hjørnet", "8 m"),
        ),
        rule=("Lokalplan 187 siger levende hegn mod vej, og bilister skal kunne se otte meter ud ad sidevejen."),
        lacks=("en skitse af oversigten ved hjørnet",),
        supplied=("Her er skitsen. Jeg har gået den af med en barnevogn, og man ser vejen fra nummer 12 og frem."),
        replies=(
            Reply(
                "troels",
                """Hele Engdraget har bøgehæk, det er derfor, vi flyttede hertil. Et plankeværk ligner en
byggeplads. Plant hæk med et trådhegn bag, så kan barnet ikke komme ud, og vejen er stadig grøn.""",
            ),
        ),
        comment=(
            "Vi har tænkt over Troels' forslag. Hvis vi må få trådhegn nu og hæk til foråret, trækker "
            "vi plankeværket tilbage."
        ),
        visit="""Alle 18 grunde på vejen har bøg eller liguster. Et fast hegn vil være det første. Hjørnet er
trygt, hvis de sidste otte meter er under 80 cm høje.""",
        assessment="""Vi kan ikke anbefale fast hegn mod vejen. Trådhegn på 1,2 meter bag en bøgehæk kræver
ingen dispensation, og ejeren har selv foreslået det.""",
        reasons="""Lokalplanen er klar, og vejen er ens hele vejen rundt. Du kan uden videre sætte trådhegn op
og plante bøg foran; det løser det, der betyder mest, nemlig at din datter bliver i haven.""",
        outcome="refused",
        summary="Et højt plankeværk ud mod vejen fik nej. Ejeren planter en hæk med tråd bag i stedet.",
    ),
)

CASES = tuple(building_case(facts) for facts in FACTS)
