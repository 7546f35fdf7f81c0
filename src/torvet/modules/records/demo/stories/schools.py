"""Schools: a new wing, new district boundaries, phones in a box, a club for girls who code, and Ellinge's
small school."""

from ..model import Case, Property
from .series import collected_replies
from .voices import DISTRICTS as DISTRICT_VOICES

NEW_WING = Case(
    key="skolefloej",
    number=2950,
    title="Ny fløj på Østre Skole",
    kind="school",
    kle="17.01.00",
    unit="bs-byg",
    by="goje",
    opened=430,
    property=Property("Skolegade 2", "130", "Fjordby Bygrunde", "5614130"),
    summary="Østre Skole får en ny fløj med ni klasser. Den bliver bygget af træ og står klar til august.",
    steps="received 430, processing 400, hearing 330, decided 270",
    next_step="carried_out -250",
    parties="association skolebest; bidder skoleark fjordbyg; neighbour joan kenneth",
    script="""
@ 430 in letter skolebest | Vi har klasser i kælderen | pdf
Tre klasser har timer i kælderen, hvor man ser fødder gå forbi. Skolen er bygget til 540 elever, og i dag er
vi 671. Vi beder om en fløj, ikke en barak.

{mvh skolebest}

@ 415 internal memo - | Elevtal på Østre Skole frem mod 2036 | pdf
Skønnet bygger på fødsler, flytning og de 240 boliger på Sydhavnen.

| Skoleår | Elever | Spor | Klasser |
| I år | 671 | 3 | 29 |
| Om 2 år | 702 | 3 | 30 |
| Om 4 år | 748 | 3–4 | 33 |
| Om 6 år | 791 | 4 | 35 |
| Om 8 år | 786 | 4 | 35 |
| Om 10 år | 760 | 4 | 34 |

Toppen ligger om seks år. Ni nye klasser rækker, hvis distriktet bliver ændret lidt.

{mvh}

@ 388 internal minutes - | Børnene tegner deres skole | docx
4. og 7. klasse arbejdede i to dage med pap, tape og målebånd.

# Det vil de have
- Vinduer, man kan sidde i
- Et toilet til hver klasse, »så man tør«
- Et sted, der er stille, og et, der ikke er
- En trappe, der ikke lugter

{ceto} samlede tegningerne i en mappe, som fulgte med udbuddet.

@ 352 in drawing skoleark | Skitse: ny fløj med træhaller | pdf
Ni klasser i to etager omkring en åben trappe. Tag med solceller. Taghaven er vist med stiplet linje.

@ 350 in letter skoleark | Tegnestuens tanker om fløjen
Vi har læst børnenes mappe to gange. Vinduer til at sidde i er nu 60 cm dybe og af eg. Trappen har fået lys
fra to sider, for lugt og mørke følges ad.

Bygningen er af limtræ og ler. Den vejer en tredjedel af en af beton, og det er godt, når grunden er gammel
havbund.

{mvh skoleark}

@ 330 out hearing joan | Orientering om ny skolefløj
{kære joan}

Øst for din have kommer der en fløj på to etager. Afstanden til skel er 9 meter, og vinduerne på første sal
får lameller. Skriv til {sbmail} senest {d309}.

{mvh}

@ 318 in hearing_response joan | Svar om skolefløjen
Lamellerne er fine. Jeg beder om, at varer ikke bliver leveret før klokken 7, og at byggepladsen ikke har
radio. Min mor på 91 bor hos mig og ligger ud mod skolen.

{mvh joan adr tlf}

@ 316 in hearing_response kenneth | Skygge i min have | html
Jeg har regnet på det med en app: Klokken 15 den 21. september når skyggen mit drivhus. Kan fløjen skubbes tre
meter?

{mvh kenneth adr mail}

@ 300 internal memo - | Skygge og tre meter | docx
Vi har målt efter. Skyggen rammer drivhuset i 35 minutter i september og slet ikke fra april til august.
Fløjen kan skubbes 1,8 meter uden at ramme ledningen fra 1961. Det gør vi.

{mvh}

@ 270 out decision - | Byrådet bevilger 61,5 mio. kr. til fløjen | pdf
Byrådet sagde ja {d270} med 29 stemmer mod 1.

| Post | Beløb |
| Bygning | 47.800.000 kr. |
| Skolegård og træer | 3.900.000 kr. |
| Inventar, heraf halvdelen brugt | 2.600.000 kr. |
| Rådgivere | 4.100.000 kr. |
| Uforudsete udgifter | 3.100.000 kr. |

{raed}: »Vi bygger til børn, der endnu ikke er født, så det må gerne holde.«

@ 201 out contract fjordbyg | Entreprise: Østre Skole, ny fløj | pdf
# Aftalen
Fjordby Byg A/S opfører fløjen for 46.950.000 kr. i totalentreprise.

# Tid
Spadestik {d160}, aflevering til august. Dagbod 18.000 kr.

# Elever og lærlinge
Mindst otte lærlinge skal arbejde på pladsen. Hver fredag viser én af dem rundt for en klasse.

# Klima
Højst 7,1 kg CO2 pr. m² om året. Entreprenøren måler affaldet og viser tallene på hegnet.

@ 139 internal minutes - | Byggemøde 3 på Østre Skole | docx
- Havbunden begynder 40 cm dybere end boringen viste. Pælene bliver derfor længere. Pris 385.000 kr. fra
  reserven.
- Et anker på 1,9 meter er fundet og givet til Fjordlandets Museum.
- Radioen er slukket.

@ 82 internal minutes - | Byggemøde 9 på Østre Skole | docx
- Limtræet kom på 14 lastbiler uden for skoletid. Ingen klager.
- Regn i elleve dage; presenningen holdt, undtagen hjørnet ved musik.
- Fugtmåling 13 %. Grænsen er 15.

@ 26 internal minutes - | Rejsegilde og byggemøde 14 | docx
7. klasse holdt tale for kransen. {raed} fik en hammer, som hun gav videre til en lærling.

- Tidsplanen er fire dage bagud på grund af vinduer.
- Egetræet i vinduerne lugter godt, skriver 4.b i gæstebogen.

@ 5 in email fjordbyg | Vinduerne er her
Hej Gorm

De sidste 22 vinduer blev sat i går. Nu er der tæt, og vi kan varme op. En elev har spurgt, om hun må sidde i
det første. Det måtte hun.

{mvh fjordbyg}
""",
)

DISTRICTS = Case(
    key="skoledistrikt",
    number=5480,
    title="Nye grænser for skoledistrikter",
    kind="school",
    kle="17.01.00",
    unit="bs-skole",
    by="ruha",
    opened=280,
    summary="Østre Skole er for fuld. Derfor hører 38 huse til Ellinge Skole fra næste skoleår.",
    steps="received 280, processing 250, hearing 150, decided 60",
    next_step="carried_out -255",
    parties="association skolebest; complainant astrid benedikte anders elvira",
    script="""
@ 280 internal memo - | Hvorfor må vi flytte grænsen? | pdf
Østre Skole har 671 elever og plads til 540. Ellinge Skole har 118 og plads til 190. Mellem dem ligger 214
huse, som hører til Østre, men ligger tættest på Ellinge.

| Model | Huse | Børn i dag | Længste vej |
| 1. Hele Højmarken | 96 | 71 | 3,1 km |
| 2. Birkevænget og Ellingevej | 38 | 29 | 2,4 km |
| 3. Kun nye børn i 0. klasse | 214 | 12 om året | 3,1 km |

Vi anbefaler model 2 og kun for børn, der ikke er begyndt endnu.

{mvh}

@ 262 internal minutes - | Møde med de to skolebestyrelser | docx
Bestyrelserne sad over for hinanden, til nogen fandt et rundt bord.

- Østre: Vi vil ikke af med nogen, men vi kan ikke være her.
- Ellinge: Vi vil gerne have flere, men ikke mod deres vilje.
- Begge: Søskende skal følges ad. Altid.

@ 150 out hearing - | Høring om nye skoledistrikter | pdf
Vi foreslår, at Birkevænget og en del af Ellingevej kommer til at høre til Ellinge Skole. Det gælder kun børn,
der begynder i 0. klasse, og aldrig dem, der har søskende på Østre. Svar senest {d115}.

{mvh}

@ 144 in hearing_response benedikte | Vi valgte hus efter skole
Vi købte på Birkevænget for fire år siden, fordi min søster er lærer på Østre. Nu siger I Ellinge. Det er ikke
en dårlig skole, men det er ikke den, vi valgte. Lad os i det mindste vælge selv, når der er plads.

{mvh benedikte adr tlf}

@ 141 in hearing_response anders | To km uden fortov
Fra Birkevænget til Ellinge Skole er der 2,1 km, heraf 900 meter uden sti. Min søn på fem skal ikke gå der i
mørke. Sti først, distrikt bagefter.

Min telefon er {anders.tlf-c}.

{mvh anders adr}

@ 139 in hearing_response zahra | En hilsen fra Ellinge
Jeg underviser på Østre og bor på Birkevænget, og mine egne børn går i Ellinge. Der er 17 i klassen, og de
kender alle naboens hund. Jeg forstår godt bekymringen, men kom ud og se.

{mvh zahra mail}

@ 137 in hearing_response astrid | Skolen er byens hjerte | txt
Mister Ellinge sin skole, mister vi også brugsen og fodboldholdet. 29 børn er måske lidt for jer, men for os
er det en hel årgang.

{mvh astrid adr}

@ 133 in hearing_response elvira | Min søn med særlige behov | mark=health
Vores søn har autisme og har brugt et år på at lære vejen til Østre. Han starter i 0. klasse til sommer. Skal
han nu lære en ny? Lægens udtalelse kan I få, men ikke på en åben liste.

{mvh elvira adr tlf mail}

@ 130 in hearing_response skolebest | Bestyrelsen ved Østre Skole
Vi støtter model 2. Vi har ikke plads til at lade være. Men stien langs Ellingevej skal være færdig før første
skoledag.

{mvh skolebest}

@ 95 internal memo - | Svar på høringen om distrikter | pdf
71 svar: 22 for, 37 imod, 12 hverken eller. 31 skriver om stien.

Vi ændrer tre ting:
- Stien på 900 meter bliver bygget, før grænsen flyttes.
- Der er frit valg, så længe der er under 24 i klassen.
- Børn med særlige behov kan altid beholde den skole, de kender.

{mvh}

@ 60 out decision - | Byrådet vedtager nye skoledistrikter
Byrådet vedtog model 2 {d60} med de tre ændringer. 18 stemte for, 13 imod. Grænsen gælder fra næste skoleår,
og stien koster 2.700.000 kr.

{mvh}

@ 55 out letter benedikte | Dit valg af skole
{kære benedikte}

Der er plads på Østre det år, jeres datter begynder, hvis prognosen holder. I kan derfor selv vælge. Skriv
jeres ønske senest {d-20}.

{mvh}

@ 52 out letter anders | Stien kommer først
{kære anders}

Du skrev »sti først, distrikt bagefter«. Sådan blev det, næsten ordret. Arbejdet begynder {d-100}, og der
kommer lys på alle 900 meter.

{mvh}

@ 114 internal appendix - | Samling af korte høringssvar om skoledistrikter | docx
Svarene kom på et kort, der hang i to brugser.

"""
    + collected_replies(DISTRICT_VOICES, with_contact=False)
    + """

@ 0 in email anders | Er der lys hele vejen?
Tak for svar. På tegningen slutter lamperne ved grusgraven. Er det en fejl?

{mvh anders tlf}
""",
)

PHONES = Case(
    key="mobil",
    number=10033,
    title="Mobilfri skoletid: forsøg på tre skoler",
    kind="school",
    kle="17.00.00",
    unit="bs-skole",
    by="ceto",
    opened=165,
    summary="Tre skoler har prøvet at låse mobilerne inde. Nu spiller flere bold i frikvarteret.",
    steps="received 165, decided 150, carried_out 20",
    script="""
@ 165 internal memo - | Forslag om mobilfri skoletid | docx
Tre skoler melder sig selv. Telefonen ligger i en kasse fra 8 til 14. Elevrådene har skrevet reglerne, og de
er strengere end vores.

{mvh}

@ 158 in email benedikte | Hvordan får jeg fat i mit barn?
Min datter har sukkersyge, og telefonen viser hendes tal. Den kan ikke ligge i en kasse. Ellers synes jeg,
idéen er god.

{mvh benedikte tlf}

@ 157 out email benedikte | SV: Hvordan får jeg fat i mit barn?
{kære benedikte}

Hendes telefon bliver i lommen. Det er aftalt med klasselæreren, og vi skriver ikke hvorfor på listen. Alle
andre beskeder går via kontoret på 70 12 34 72.

{mvh}

@ 100 internal report - | Frikvarterer før og efter | pdf
| Hvad laver de? | Før | Efter 6 uger |
| Ser på skærm | 58 % | 3 % |
| Spiller bold | 14 % | 31 % |
| Taler i grupper | 19 % | 42 % |
| Keder sig, siger de | 9 % | 24 % |

»Kedsomhed er begyndelsen på noget,« skriver en lærer fra Ellinge.

@ 62 internal minutes - | Elevrådene ser tilbage
Elever fra 6. til 9. klasse mødtes i byrådssalen.

- »Det var træls i to uger, og så glemte vi det.«
- Kassen larmer, når den åbner klokken 14.
- 9. klasse vil have telefonen fredag. Det fik de ikke.

@ 20 out decision - | Alle skoler kan vælge mobilfri tid
Rådmanden for Børn og Skole lader hver skole vælge selv. Elevrådet skal høres, og elever med hjælpemidler på
telefonen er undtaget.

{mvh raed}
""",
)

CODE_CLUB = Case(
    key="kodeklub",
    number=11240,
    title="Kodeklub for piger på Fjordby Bibliotek",
    kind="school",
    kle="17.00.00",
    unit="bs-skole",
    by="ceto",
    opened=104,
    summary="Hver onsdag koder 28 piger på biblioteket. De har bygget en tæller til cykelstien.",
    steps="received 104, decided 92, carried_out 60",
    parties="association os; complainant nete",
    script="""
@ 104 internal memo - | Hvorfor en klub kun for piger? | docx
I valgfaget programmering er 4 ud af 31 elever piger. De fire siger, at det er fint, men at de altid skal
forklare, hvorfor de er der.

Vi prøver en klub på biblioteket i et halvt år. Prisen er 64.000 kr. til løn og ledninger.

{mvh}

@ 92 out letter os | Kan I låne os to undervisere?
Vi leder efter to, der kan lære fra sig uden at tage musen. Alderen er 10 til 15 år, og første gang er {d60}.

{mvh}

@ 88 in letter os | SV: Kan I låne os to undervisere?
Ja. I får to, der selv begyndte i en garage. De kræver kun, at der er strøm nok og noget sødt klokken 16.

{mvh os}

@ 75 in email nete | Min datter på venteliste
Klubben er fyldt, og min datter er nummer 9 på listen. Hun har bygget en vejrstation af en gammel printer. Kan
hun komme og vise den frem? Mit nummer er {nete.tlf-c}.

{mvh nete adr mail}

@ 73 out email nete | SV: Min datter på venteliste
{kære nete}

En vejrstation af en printer! Kom på onsdag. Vi har åbnet et hold mere, så ventelisten er tom.

{mvh}

@ 15 internal report - | Kodeklubben efter ti onsdage | pdf
28 piger er tilmeldt, 24 kommer hver gang. De har lavet:

- en tæller, som nu hænger ved Torvet
- et spil, hvor man er en skraldemand
- en hjemmeside om ugler
- en robot, der kun kan sige nej

»Her spørger ingen, hvorfor vi er her,« skriver en på 12.
""",
)

SMALL_SCHOOL = Case(
    key="ellingeskole",
    number=13377,
    title="Ellinge Skole: åben skole efter klokken 15",
    kind="school",
    kle="17.01.00",
    unit="bs-skole",
    by="ruha",
    opened=88,
    summary="Ellinge Skole holder åbent om aftenen. Byen bruger værksted, hal og køkken.",
    steps="received 88, decided 70, carried_out 45",
    parties="association borgerforening; complainant bent astrid",
    script="""
@ 88 in letter borgerforening | Lad os låne skolen om aftenen | pdf
Forsamlingshuset er koldt og har ét toilet. Skolen er varm og har elleve. Vi vil gerne låne køkken, hal og
træværksted efter klokken 15, og vi gør rent efter os.

Bestyrelsen er Bent, Astrid og tre andre, og vi har forsikring.

{mvh borgerforening}

@ 80 internal memo - | Aftenåben skole: hvad koster det? | docx
Lys og varme koster 31.000 kr. om året. Rengøring klarer foreningen selv. Nøglen bliver til en kode, som
skifter hver måned.

Brandvæsenet siger højst 90 i hallen.

{mvh}

@ 70 out decision borgerforening | Ja til aftenåben skole i Ellinge
I kan bruge skolen mandag til torsdag fra 15 til 22 i et år. Ryd op, sluk lyset, og skriv i bogen, hvad der
gik i stykker.

{mvh}

@ 44 in email bent | Første aften i værkstedet
Vi var 19. Der blev lavet fire skærebrætter, et fuglehus og en ligtorn. Saven ved vinduet trækker til venstre.

Koden virkede, da vi havde tastet den rigtigt.

{mvh bent tlf}

@ 30 in email bent | Udlæg for kaffe og søm
Foreningen har lagt ud for 22 kilo søm og noget kaffe, i alt 1.318 kr. Kassereren er jo mig. Brug konto
{bent.konto}, eller som banken siger: {bent.iban}. Boner er vedlagt, den ene er vasket.

{mvh bent tlf}

@ 17 in email astrid | Fællesspisning | txt
68 mennesker spiste brunkål på skolen i aftes. Den yngste var fem uger, den ældste 94. To kendte ikke
hinanden, selv om de har boet på samme vej i 20 år.

{mvh astrid adr}
""",
)

CASES = (NEW_WING, DISTRICTS, PHONES, CODE_CLUB, SMALL_SCHOOL)
