"""It: a case system, open source, the technology committee, the servers' CO2, and a machine that drafts
letters."""

from ..model import Case

CASE_SYSTEM = Case(
    key="sagssystem",
    number=1120,
    title="Nyt sagssystem i små skridt",
    kind="it",
    kle="85.15.00",
    unit="bm-dig",
    by="yath",
    opened=390,
    summary=("Kommunen skifter sagssystem i små skridt. De ansatte prøver hvert skridt, før vi køber det næste."),
    steps="received 390, processing 350, hearing 300, decided 200",
    next_step="carried_out -140",
    parties="bidder sagsys fribit nordit; association os",
    script="""
@ 390 internal memo - | Vores sagssystem er 17 år gammelt | pdf
# Hvor gør det ondt?
Vi har fulgt 22 sagsbehandlere i en dag. De brugte i gennemsnit 71 minutter på at vente, kopiere og lede.

| Opgave | Minutter om dagen |
| Vente på skærmbilleder | 19 |
| Kopiere mellem to systemer | 27 |
| Finde et dokument, man ved findes | 16 |
| Logge på igen | 9 |

# Hvad vi ikke skal
Vi skal ikke skrive en kravspecifikation på 600 sider. Det gjorde vi sidst, og 40 % af det har ingen brugt.

{mvh}

@ 376 internal minutes - | Byggesag, skole og plejehjem om et nyt sagssystem | docx
Ti ansatte fra tre afdelinger skrev på væggen.

- »Jeg vil kunne se, hvem der venter på mig.«
- »Søgning skal finde det, også når jeg staver som på telefonen.«
- »Lad mig fortryde.«
- »Borgeren skal ikke sende det samme to gange.«

{liro} lovede at være testbruger, hvis hun må sige, hvad hun mener. Det må hun.

@ 341 in letter os | Findes det allerede? | pdf
Ni kommuner deler i forvejen et åbent modul til journal og et til breve. De kan bruges frit. I mangler altså
kun arbejdsgangene, og dem bør I bygge så tynde som muligt.

{mvh os}

@ 322 internal memo - | Genbrug før åben før køb | docx
Vurdering efter kommunens regel:

- Journal: genbrug fællesskabets modul
- Breve: genbrug
- Arbejdsgange: åben udvikling i udbud
- Postkasse til borgere: køb den fælles offentlige

Undtagelser: ingen.

{mvh vida}

@ 300 out hearing - | Udbud: arbejdsgange til sagsbehandling | pdf
Vi køber ikke et færdigt system. Vi køber seks ugers arbejde ad gangen, vist frem for dem, der skal bruge det.

# Sådan vælger vi
| Kriterium | Vægt |
| Prøveopgave på to uger med tre sagsbehandlere | 50 % |
| Holdets erfaring | 20 % |
| Pris pr. uge | 20 % |
| Åben kode og overdragelse | 10 % |

# Stopklods
Efter hver sjette uge kan begge parter stoppe uden begrundelse.

{mvh}

@ 281 in email sagsys | Spørgsmål om åben kode
Må vi levere vores standardprodukt under egen licens, hvis vi giver kildekoden til deponering?

{mvh sagsys}

@ 279 out email sagsys | SV: Spørgsmål om åben kode
Nej. Deponering er et pengeskab; åben kode er et bibliotek. Koden skal have en fri licens fra første dag.

{mvh}

@ 262 in bid fribit | Tilbud fra Fribit ApS | pdf closed=OFL-30-2
Hold på fem: to udviklere, en designer, en tester og en antropolog. Ugepris 148.500 kr. Kalkule og navne er
fortrolige.

{mvh fribit}

@ 262 in bid nordit | Tilbud fra Nordisk It-Drift A/S | pdf closed=OFL-30-2
Hold på ni. Ugepris 231.000 kr. Vi kan stille med 24 mand, hvis I får travlt.

{mvh nordit}

@ 234 internal report - | To ugers prøveopgave: hvad sagde sagsbehandlerne? | pdf
| Spørgsmål | Fribit ApS | Nordisk It-Drift A/S |
| Kunne jeg løse min opgave? | 4,6 | 3,9 |
| Lyttede de? | 4,9 | 3,1 |
| Er det hurtigt? | 4,4 | 4,5 |
| Vil jeg arbejde med dem i et år? | 4,8 | 3,0 |

{bofr}: »Den ene gruppe spurgte, hvad jeg lavede. Den anden fortalte mig det.«

@ 200 out decision fribit | I er valgt til arbejdsgange
Fribit ApS fik 87 point, Nordisk It-Drift A/S 69. Vi begynder med byggesager, hvor det gør mest ondt. Første
seks uger koster 891.000 kr.

{mvh}

@ 150 internal minutes - | Fremvisning 1: Byggesag | docx
- Virker: ny sag på 40 sekunder mod syv minutter før.
- Virker ikke: naboliste tager ejere, der er døde.
- Næste: høring af naboer med ét klik.

Afstemning i rummet: 14 grønne, 2 gule, 0 røde.

@ 104 internal minutes - | Fremvisning 2: Nabohøring | docx
- Virker: 12 breve på et minut.
- Virker ikke: brevene sagde »Kære NULL« til en dame på Klintevej. Vi har ringet og sagt undskyld.
- Næste: hjælp til klart sprog.

15 grønne, 1 gul. {anky} havde kage med formet som en fejlmeddelelse.

@ 62 internal minutes - | Fremvisning 3: Tal og frister | docx
- Virker: alle kan se, hvad der haster.
- Virker ikke: listen blev rød for alle på samme tid. Farven bruges nu kun, når fristen er i dag.

{jokj}: »For første gang ved jeg på en mandag, hvad der sker på en fredag.«

@ 22 internal report - | Hvad har vi fået for pengene? | pdf
| Måling | Før | Nu |
| Minutter spildt om dagen | 71 | 38 |
| Dage til første svar | 9 | 3 |
| Klager over ventetid, kvartal | 46 | 19 |
| Brugt beløb | – | 2.673.000 kr. |

Overslaget for et stort udbud var 14.000.000 kr. og tre år.

@ 1 in email fribit | Søgningen finder nu »byggesagsbehandling«
Hej Yasmin

Fra i dag finder en søgning på »byggesag« også »byggesagsbehandling«, og »skoledistrikt« finder »skole«. Koden
ligger åbent, så Ellinge Borgerforening kan også bruge den til sit arkiv.

{mvh fribit}
""",
)

OPEN_SOURCE = Case(
    key="aabenkode",
    number=2305,
    title="Strategi for åben kode",
    kind="it",
    kle="85.15.00",
    unit="bm-dig",
    by="vida",
    opened=325,
    closed=130,
    summary="Kommunen bruger åben kode først. Køber vi noget lukket, skal vi sige hvorfor.",
    steps="received 325, processing 300, hearing 220, decided 130",
    parties="association os; bidder nordit",
    script="""
@ 325 internal memo - | Hvad ejer vi egentlig? | docx
Kommunen bruger 214 it-systemer. 171 er lejet, og i 96 af dem kan vi ikke få vores egne data ud uden at
betale. Sidste år kostede det 4.180.000 kr. at flytte data mellem ting, vi troede, vi ejede.

{mvh}

@ 301 internal memo - | Udkast: Åben kode først | pdf
# Principper
- Genbrug, hvad andre kommuner har.
- Findes det ikke, så byg det åbent.
- Kan det ikke bygges, så køb det, og skriv hvorfor.

# Undtagelser
En undtagelse gælder i to år og er offentlig. Så skal den begrundes igen.

# Hvad det kræver
To udviklere, én arkitekt og en leder, der tør sige nej.

@ 220 out hearing - | Høring: Strategi for åben kode
Vi vil gerne høre fra firmaer, foreninger og borgere. Hvad overser vi? Svar senest {d185}.

{mvh}

@ 207 in hearing_response os | Fællesskabets svar om åben kode | pdf
Godt udkast. Tre råd fra kommuner, som har prøvet:

- Åben kode uden vedligehold er bare gammel kode, man kan se.
- Skriv dokumentation på dansk. Udviklere læser den, men jurister gør også.
- Betal for fejlrettelser, ikke for timer.

{mvh os}

@ 198 in hearing_response nordit | Høringssvar fra Nordisk It-Drift A/S | pdf
Vi driver 60 systemer for jer og er ikke imod. Men vi advarer mod at tro, at åbent er gratis. Drift koster det
samme, uanset om man må læse koden.

{mvh nordit}

@ 190 in hearing_response mikkel | Svar fra en borger, der koder | txt
Jeg retter fejl i fri software om aftenen. I fandt ikke på at bede om hjælp. Læg jeres fejlliste frem, så
retter jeg en om ugen for fornøjelsens skyld. Find mig på {mikkel.mail}.

{mvh mikkel}

@ 130 out decision - | Byrådet vedtager åben kode først
Byrådet vedtog strategien med 27 stemmer mod 3. {byho} stemte imod og sagde, at man også skal have lov til at
købe en stol, der står stille.

{mvh}

@ 40 internal report - | Åben kode: tre måneder efter | docx
| Valg | Antal |
| Genbrugt fra andre | 6 |
| Bygget åbent | 3 |
| Købt med begrundelse | 4 |
| Købt uden begrundelse | 0 |

En borger har rettet elleve fejl. Han har fået en kop med »Torvet« på.
""",
)

COMMITTEE = Case(
    key="teknologiudvalg",
    number=4702,
    title="Et stående teknologiudvalg",
    kind="it",
    kle="00.01.10",
    unit="bm-sek",
    by="sikr",
    opened=275,
    summary="Byen har fået et udvalg om it. Her giver politikere og fagfolk råd, og alle kan lytte med.",
    steps="received 275, hearing 230, decided 180, carried_out 120",
    parties="association os handicap aeldre",
    script="""
@ 275 in letter bygr | Forslag fra {bygr} om et teknologiudvalg | docx
It bliver besluttet langt fra byrådet og tæt på leverandørerne. Jeg foreslår et stående udvalg med fem
politikere og seks fagfolk, hvoraf mindst to ikke arbejder med it.

Udvalget skal spørge: Hvem hjælper det? Hvem falder ud? Kan vi komme af med det igen?

{mvh bygr}

@ 262 internal memo - | Hvad kan et udvalg, som en direktør ikke kan? | docx
Et udvalg kan være uenigt for åbne døre. Det kan ingen direktør. Til gengæld kan det ikke skifte en server
klokken to om natten.

Udgift: 312.000 kr. om året til møder, honorar og kaffe.

{mvh vida}

@ 230 in letter aeldre | Ældrerådet om teknologi
Vi er ikke bange for it. Vi er bange for kun it. Giv os en plads i udvalget og et telefonnummer, der bliver
taget.

{mvh aeldre}

@ 180 out decision - | Byrådet opretter Teknologiudvalget
Byrådet opretter udvalget {d180} med 21 stemmer mod 9. {bygr} bliver formand, {byts} næstformand. Ældrerådet
og Handicaprådet får hver en plads.

{mvh}

@ 148 in application nikolaj | Ansøgning som fagligt medlem
Jeg er bioanalytiker og har i 14 år set laboratoriesystemer komme og gå. Jeg søger pladsen som »en, der ikke
arbejder med it«. Min cpr er {nikolaj.cpr-d}, da blanketten kræver det.

{mvh nikolaj adr tlf mail}

@ 147 internal memo - | Hvorfor spørger blanketten om cpr? | docx
Fordi den altid har gjort det. Feltet er fjernet i dag. Vi sletter de 19 numre, som nåede at komme ind.

{mvh kiho}

@ 120 internal minutes - | Teknologiudvalgets første møde | pdf
Til stede: {bygr}, {byts}, {byho}, fem fagfolk og 41 tilhørere.

# 1. Hvordan vil vi arbejde?
Åbne døre, korte papirer, og ingen forkortelser uden bøde på fem kroner. Bødekassen: 45 kr.

# 2. Sag om sagssystem
Udvalget vil se det, ikke høre om det. Næste møde er hos byggesagsbehandlerne.

# 3. Eventuelt
En tilhører spurgte, hvorfor skærmen på biblioteket viser reklamer for vejret. Svaret kommer.

@ 78 internal minutes - | Teknologiudvalgets andet møde: hos Byggeri | pdf
# 1. Sagssystemet
Udvalget sad ved siden af {liro} og så tre sager blive til. Anbefaling: Fortsæt seks uger ad gangen.

# 2. Ansigtsgenkendelse i svømmehallen
Forslag fra et firma om at tælle gæster med kamera. Udvalget siger nej med ni mod to. En tæller i døren koster
900 kr. og kan ikke huske nogen.

# 3. Bødekassen
Nu 85 kr.

@ 36 internal minutes - | Teknologiudvalgets tredje møde: breve og maskiner | pdf
# 1. Breve skrevet med maskine
Udvalget læste ti breve uden at vide, hvem der havde skrevet dem, og gættede rigtigt seks gange. Det vil have
tre regler: Mennesket læser, mennesket skriver under, og borgeren får det at vide.

# 2. CO2 fra servere
Se særskilt sag. Udvalget ønsker tallet vist på forsiden.

# 3. Valg af ord
»Borger« frem for »bruger« vedtaget enstemmigt.

@ 0 in letter aeldre | Ældrerådets punkt til næste møde
Vi ønsker et punkt om telefonkøen. I går ventede et medlem 41 minutter og fik så at vide, at hun kunne se det
på nettet.

{mvh aeldre}
""",
)

SERVER_CO2 = Case(
    key="serverco2",
    number=9590,
    title="CO2 fra kommunens servere",
    kind="it",
    kle="85.15.00",
    unit="bm-dig",
    by="saba",
    opened=180,
    summary="Vi har slukket 41 servere, som ingen brugte. Varmen fra resten varmer svømmehallen.",
    steps="received 180, processing 160, decided 110, carried_out 50",
    parties="association naturforening; bidder nordit",
    script="""
@ 180 internal memo - | Hvem bruger server 17? | docx
Vi har 132 servere. For 41 af dem kan ingen sige, hvad de laver. Server 17 har regnet på en parkeringskampagne
fra 2014 hver nat.

Forslag: Vi slukker én ad gangen og venter på, at nogen ringer.

{mvh}

@ 151 internal report - | Slukkeprøven, uge for uge | pdf
| Uge | Slukket | Nogen ringede | Tændt igen |
| 1 | 8 | 0 | 0 |
| 2 | 9 | 1 | 1 |
| 3 | 10 | 0 | 0 |
| 4 | 9 | 2 | 1 |
| 5 | 7 | 0 | 0 |

43 slukket, 2 tændt igen. Den ene styrede uret på rådhuset.

@ 132 internal report - | Strøm og CO2 pr. system | pdf
| System | Servere | kWh om året | Kg CO2 | Brugere |
| Sagssystem | 14 | 61.300 | 7.110 | 2.240 |
| Kort og geodata | 9 | 48.800 | 5.660 | 310 |
| Skolernes filer | 22 | 90.400 | 10.490 | 9.800 |
| Økonomi | 8 | 37.200 | 4.320 | 640 |
| Post og kalender | 12 | 44.900 | 5.210 | 4.100 |
| Ingen ved det | 2 | 3.900 | 450 | 0 |

Regnet med 116 g CO2 pr. kWh, gennemsnit for sidste år.

@ 126 in letter naturforening | Ros og et spørgsmål
Hvor bliver varmen af? 286.000 kWh om året kan vel varme mere end kælderen under rådhuset.

{mvh naturforening}

@ 110 out decision - | Servernes varme går til svømmehallen
Direktionen har sagt ja til en varmeveksler på 420.000 kr. Den flytter varmen 80 meter til det varme bassin.
Tilbagebetalingstiden er tre år og en måned.

{mvh vida}

@ 50 in email krbu | 32,4 grader
Hej Sara

Veksleren kører. Babybassinet er 32,4 grader, og ingen har mærket, at det er serverne, der gør det. Jeg har
sat et skilt op: »Her bader du i sagsbehandling«.

{mvh krbu}

@ 8 internal report - | Regnskab efter et halvt år | docx
Strøm til servere: 21 % mindre. Gas til svømmehal: 17 % mindre. Sparet: 398.000 kr. Skiltet er stjålet to
gange.
""",
)

LETTERS = Case(
    key="brevhjaelp",
    number=12560,
    title="Hjælp til klare breve med sprogmodel",
    kind="it",
    kle="85.15.00",
    unit="bm-dig",
    by="vida",
    opened=92,
    summary="En maskine foreslår nye ord i vores breve. Et menneske læser dem altid og skriver under.",
    steps="received 92, hearing 60, decided 30",
    next_step="carried_out -20",
    parties="bidder bureau; association handicap",
    script="""
@ 92 internal memo - | Må en maskine hjælpe med breve? | docx
Vi vil prøve en sprogmodel, som kører på vores egne servere og ikke gemmer noget. Den må foreslå ord, men ikke
afgørelser.

# Risici
Den kan lyde sikker og tage fejl. Derfor skal forslag vises ved siden af, aldrig i stedet for.

{mvh}

@ 80 in letter bureau | Vi har omskrevet ti af jeres breve
Jeres brev om boligstøtte har lix 58. Vores forslag har 33. Det blev fem linjer kortere og to venlige ord
længere.

{mvh bureau}

@ 71 internal memo - | Konsekvensanalyse: databeskyttelse | pdf
# Hvad sker der med data?
Teksten bliver på kommunens maskine og slettes efter et minut. Personnumre dækkes til, før modellen ser dem.

# Vurdering
Risikoen er lav, når mennesker læser. Den er høj, hvis de holder op med det. Derfor stikprøve hver måned.

{mvh kiho}

@ 60 in hearing_response handicap | Lad os prøvelæse
Fire af vores medlemmer har ordblindhed. De vil gerne være dommere. Et brev er klart, når de kan læse det højt
uden at stoppe.

{mvh handicap}

@ 44 internal report - | Prøve med 60 breve | pdf
| Mål | Før | Efter |
| Lix | 49 | 34 |
| Læst højt uden stop | 22 % | 71 % |
| Opkald »hvad betyder brevet?« | 18 | 6 |
| Fejl fundet af mennesker | – | 7 af 60 |

Syv fejl af 60 er grunden til, at et menneske læser.

@ 30 out decision - | Brevhjælp indføres med tre regler
Et menneske læser. Et menneske skriver under. Borgeren får at vide, at maskinen har hjulpet med ordene.
Teknologiudvalget følger det.

{mvh}

@ 1 in email pia | Jeg forstod brevet
Kære kommune

Jeg har fået 40 breve fra jer i mit liv. Det i går var det første, jeg forstod, før kaffen blev kold.

{mvh pia adr}
""",
)

CASES = (CASE_SYSTEM, OPEN_SOURCE, COMMITTEE, SERVER_CO2, LETTERS)
