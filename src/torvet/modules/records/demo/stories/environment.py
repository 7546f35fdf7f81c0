"""Environment: noise from the harbour, a solar park, soil, groundwater, bathing water, and eelgrass."""

from ..model import Case, Property
from .series import collected_replies, noise_nights, water_year
from .voices import SOLAR as SOLAR_VOICES

HARBOUR_NOISE = Case(
    key="havnestoej",
    number=1904,
    title="Støj om natten fra Fjordby Havn",
    kind="environment",
    kle="09.17.00",
    unit="tm-mil",
    by="clda",
    opened=240,
    summary="Køleanlæg på havnen larmer om natten. Virksomheden skal dæmpe lyden inden jul.",
    steps="received 240, processing 220, hearing 120, decided 80",
    next_step="carried_out -28",
    parties="complainant marius nora; authority havn; owner fjordfisk",
    script="""
@ 240 in email marius | En brummen, der ikke holder op
Hej

Siden uge 10 har jeg hørt en dyb tone om natten. Den er der fra klokken 22.40 til 5.15, og den sidder i
sengens metalstel. Jeg har skrevet tider ned i en bog i tre uger og kan sende siderne. Hvis I vil lytte med,
er jeg hjemme hver aften på {marius.adr}.

{mvh marius tlf mail}

@ 236 in email nora | Støj fra kølevogne
Jeg arbejder om natten og sover om dagen, så jeg er et dårligt vidne. Men i mine frinætter hører jeg det samme
som naboen: et kompressor-suk hvert fjerde minut.

{mvh nora tlf}

@ 234 out receipt marius | Vi kommer og lytter
{kære marius}

Tak for bogen; den er bedre end de fleste måleapparater. Vi måler to nætter uden at sige det til nogen først.

{mvh}

@ 214 internal report - | Natmåling på Bryggen | pdf
Målt fra altanen på fjerde sal med døren lukket bag os. Vind 2 m/s fra vest, ingen regn.

| Tid | Lydniveau, dB | Tone ved | Kilde |
| 22.40 | 44,1 | 100 Hz | Kondensator 3 |
| 23.30 | 46,8 | 100 Hz | Kondensator 3 og 4 |
| 00.30 | 47,2 | 100 Hz | Kondensator 3 og 4 |
| 02.00 | 43,0 | – | Færgens hjælpemotor |
| 04.10 | 51,5 | – | Lastbil på tomgang |

Grænsen er 40 dB. Med tillæg for tone er niveauet 52.

{mvh}

@ 150 in report akustik | Støjlog fra Bryggen, 60 nætter | pdf
Mikrofonen stod på altanen på fjerde sal. Tallene er gennemsnit af ti minutter.

"""
    + noise_nights("Bryggen", 60, 214)
    + """

@ 205 out letter fjordfisk | Oplysninger om køleanlæg
Vi har målt støj fra jeres kondensatorer. Send os mærke, alder og driftstider senest {d190}. Oplys også,
hvornår lastbiler kommer, og om de kan få strøm fra land.

{mvh}

@ 192 in letter fjordfisk | Vores køleanlæg | pdf
Kondensator 1 og 2 er fra i fjor. 3 og 4 er fra 1998 og kører, når der er meget sild. Vi har bestilt nye, men
fabrikken siger otte måneder.

Lastbilerne er ikke vores. Vi kan sætte tre stik op, hvis Fjordby Havn A/S lægger kablet.

{mvh fjordfisk}

@ 178 in report akustik | Forslag til dæmpning af kondensatorer | pdf
# Muligheder
| Tiltag | Dæmpning | Pris |
| Lavere omdrejninger om natten | 3 dB | 18.000 kr. |
| Gummifødder | 2 dB og mindre tone | 46.000 kr. |
| Skærm af beton | 7 dB | 390.000 kr. |
| Nye kondensatorer | 14 dB | 1.240.000 kr. |

# Anbefaling
Begynd med de to billigste i morgen. De fjerner ikke støjen, men de fjerner tonen, og det er tonen, folk
ligger og venter på.

@ 160 internal minutes - | Møde på kajen | docx
Til stede: {clda}, Fjordby Fiskeeksport A/S, Fjordby Havn A/S og to naboer.

- Omdrejninger sættes ned fra i aften.
- Havnen lægger kabel til tre stik.
- En nabo spurgte, om man kan få en sms, før der kommer meget sild. Det kan man.

@ 120 out hearing fjordfisk | Varsel om påbud
Vi varsler et påbud om at overholde 40 dB om natten fra {d-28}. I kan skrive jeres bemærkninger indtil {d100}.

{mvh}

@ 104 in letter fjordfisk | Bemærkninger til varslet
Vi har 62 ansatte og vil ikke lukke om natten. Giv os til efter sæsonen. Tonen er væk, og naboerne siger
godmorgen igen.

{mvh fjordfisk}

@ 80 out decision fjordfisk | Påbud om at dæmpe støj fra køleanlæg | pdf
# Afgørelse
I skal overholde 40 dB om natten på Bryggen fra {d-28}.

# Begrundelse
Støjen har været 12 dB over grænsen. I har dæmpet den med fem, og nye anlæg er bestilt. Derfor får I fire
måneder og ikke fire uger.

# Klage
Afgørelsen kan påklages til Miljø- og Fødevareklagenævnet inden fire uger.

{mvh}

@ 72 out email marius | Sådan går det med brummen
{kære marius}

I har nu en frist på skrift. Hører du tonen igen før, så skriv klokkeslættet; resten klarer vi.

{mvh}

@ 18 in email marius | Stille
I nat vågnede jeg klokken to, fordi der var stille. Jeg måtte op og se, om havnen var der endnu.

{mvh marius}

@ 1 internal report - | Ny natmåling på Bryggen | pdf
| Tid | Lydniveau, dB | Tone |
| 23.00 | 39,4 | Nej |
| 00.30 | 39,8 | Nej |
| 03.00 | 38,1 | Nej |

Grænsen er overholdt, mens der kun var lidt sild. Vi måler igen på en travl nat.
""",
)

SOLAR = Case(
    key="solpark",
    number=2688,
    title="Solcellepark ved Ellingevej",
    kind="environment",
    kle="01.02.05",
    unit="tm-mil",
    by="fral",
    opened=365,
    hearing=True,
    property=Property("Ellingevej 115", "11a", "Ellinge By, Fjordby", "5611011"),
    summary=(
        "Sunde Solmarker vil bygge 48 hektar solceller ved Ellinge. Naboer og natur skal have "
        "plads. Høringen er i gang."
    ),
    steps="received 365, processing 330, hearing 26",
    next_step="decided -80",
    parties="applicant sol; owner bent; association borgerforening naturforening; neighbour vagn astrid",
    script="""
@ 365 in application sol | Ansøgning om solcellepark på 48 hektar | pdf
Vi søger om 48 hektar solceller på {matr} m.fl. Anlægget giver 52 GWh om året, svarende til 13.000 husstandes
forbrug.

| Oplysning | Svar |
| Ejendom | {bfe} |
| Panelernes højde | 2,8 m |
| Afstand til bolig | Mindst 100 m |
| Dyr | Får græsser under panelerne |

@ 358 internal memo - | Screening: hvad skal undersøges? | docx
Marken er drænet lavbund. Den ligger 600 meter fra et vandværk og ved siden af en fredet gravhøj. Vi skal se
på grundvand, højen, udsigten fra kirken og padder i mergelgraven.

{mvh}

@ 333 in letter museum | Gravhøjen ved Ellingevej
Højen er fra bronzealderen og har en beskyttelseszone på 100 meter. Fra toppen ser man tre andre høje. Den
linje bør holdes fri, for det var meningen med højene.

{mvh museum}

@ 318 in report kystmiljo | Padder og planter ved Ellinge Mergelgrav | pdf
| Art | Antal, april | Antal, maj | Beskyttet |
| Stor vandsalamander | 41 | 66 | Ja |
| Spidssnudet frø | 120 | 84 | Ja |
| Butsnudet frø | 33 | 29 | Fredet |
| Skrubtudse | 15 | 40 | Fredet |

Salamanderen vandrer 200 meter mod øst om efteråret. Hegnet skal have et hul for hver 10 meter, mindst 20 cm
højt.

@ 290 internal minutes - | Nabomøde i Ellinge Forsamlingshus | pdf
97 borgere kom. Der var kaffe og uro.

# For
»Jeg vil hellere se på sol end på sprøjtede kartofler.«

# Imod
»I lægger glas over den jord, min farfar drænede med håndkraft.«

# Spørgsmål
| Hvad | Svar |
| Hvad bliver der af huspriserne? | De nærmeste naboer kan sælge til opstilleren. |
| Hvem får pengene? | 2,1 mio. kr. til en grøn pulje og bonus til naboer. |
| Hvad sker der om 30 år? | Alt skal ned igen, og pengene til det bliver stillet på forhånd. |

@ 276 in email astrid | De fire høje
Jeg har set solen gå ned bag de fire høje i 79 år. Den går ned på en ny plads hver dag. Stil ikke noget foran.

{mvh astrid tlf}

@ 243 in letter vagn | Indsigelse fra Ellingevej 102 | mark=health
Jeg bor 140 meter fra hegnet og driver hestestald. Refleksen kan skræmme heste. Min kone er lungesyg og får
ilt hjemme, og støv fra byggeriet er farligt for hende. Vi vil have møde i vores eget køkken. Ring på
{vagn.tlf-d}.

{mvh vagn adr mail}

@ 238 out letter vagn | Møde om solparken
{kære vagn}

Tak for invitationen. {fral} kommer torsdag klokken 14 sammen med Sunde Solmarker A/S. Vi tager selv brød med.

{mvh}

@ 224 internal memo - | Notat fra et køkkenbord | docx
Vi sad to timer. Hestene gik lige uden for vinduet og så på os. Aftaler:

- Hegnet flytter 60 meter mod syd.
- Byggevejen bliver lagt uden om gården og vandet i tørt vejr.
- De seks nærmeste rækker drejes, så ingen refleks rammer folden.

{mvh}

@ 190 in letter sol | Ændret projekt: 41 hektar | pdf
Vi har lyttet. Parken er nu 41 hektar. Syv hektar er gået fra til sigtelinjen mellem højene, til salamanderne
og til naboen med heste.

Produktionen bliver 44 GWh. Puljen til Ellinge bliver stadig 2,1 mio. kr.

{mvh sol}

@ 150 in email bank | Finansiering af solpark | pdf look=company closed=OFL-30-2
Fjordland Sparekasse A/S bekræfter tilsagn om lån på 212.000.000 kr. til Sunde Solmarker A/S med en margin,
der er fortrolig mellem parterne.

{mvh bank}

@ 90 internal memo - | Grundvand under solparken | pdf
Når jorden ikke længere sprøjtes, falder presset på grundvandet. Transformatorer med olie skal stå i tætte
kar. Rens af paneler må kun ske med rent vand.

{igwi} vurderer, at projektet er en fordel for Ellinge Vandværk.

@ 26 out hearing - | Høring om solcellepark ved Ellingevej | pdf
Forslaget er ude til {d-30}. Parken er på 41 hektar og får et levende hegn i tre rækker. Kortet viser, hvad du
vil se fra din egen vej.

{mvh}

@ 19 in hearing_response borgerforening | Ellinge Borgerforening om solparken
Foreningen er delt, 61 mod 55, og kan derfor ikke sige noget i fællesskab. Vi kan dog sige ét: Puljen skal
bruges i Ellinge og bestyres af os.

{mvh borgerforening}

@ 15 in hearing_response naturforening | Naturforeningen om solparken | pdf
Vi er for, hvis salamanderhullerne bliver kontrolleret, og hvis fårene ikke går der før den 15. juni. Vibe og
lærke skal have første ret til græsset.

{mvh naturforening}

@ 9 in hearing_response connie | Svar om solparken | html
Da det gjaldt møller, sagde jeg nej. Paneler står i det mindste stille, mens man drikker kaffe. Ja.

{mvh connie adr}

@ 8 internal appendix - | Samling af korte høringssvar om solparken | pdf look=report
"""
    + collected_replies(SOLAR_VOICES, with_contact=True)
    + """

@ 1 in hearing_response bent | Den, der ejer jorden
Det er mig, der lejer jorden ud. Jeg er 71, og ingen af mine børn vil have køer. Lejen kan indbetales på
{bent.konto}, som I allerede ved. Folk hilser lidt kortere i brugsen nu, så jeg vil gerne sige her, at jeg
selv har flyttet hegnet to gange for deres skyld.

{mvh bent adr}
""",
)

GASWORKS = Case(
    key="gasvaerk",
    number=3344,
    title="Forurenet jord ved det gamle gasværk",
    kind="environment",
    kle="09.17.01",
    unit="tm-mil",
    by="igwi",
    opened=410,
    closed=120,
    property=Property("Havnegade 40", "210c", "Fjordby Bygrunde", "5610210"),
    summary="Jorden under det gamle gasværk er renset. Der kommer en park, hvor børn må grave.",
    steps="received 410, processing 390, decided 300, carried_out 120",
    parties="authority region; complainant ulla",
    script="""
@ 410 in letter region | Kortlægning af Havnegade 40
Region Fjordland har kortlagt {matr} på vidensniveau 2. Gasværket lå her fra 1868 til 1961. Der er fundet
tjære, cyanid og benzen.

{mvh region}

@ 395 in report kystmiljo | Boringer på gasværksgrunden | pdf
# Prøver
| Boring | Dybde, m | Tjære, mg/kg | Benzen, mg/kg | Cyanid, mg/kg | Grænse overskredet |
| G1 | 0,5 | 120 | 0,3 | 14 | Ja |
| G1 | 2,0 | 4.800 | 11,0 | 96 | Ja |
| G2 | 0,5 | 35 | 0,1 | 3 | Nej |
| G2 | 2,0 | 690 | 2,2 | 41 | Ja |
| G3 | 0,5 | 12 | 0,0 | 1 | Nej |
| G4 | 2,0 | 7.150 | 19,4 | 133 | Ja |
| G5 | 3,5 | 22 | 0,2 | 2 | Nej |

# Tolkning
Tjæren ligger som en tunge fra den gamle beholder ned mod havnen. Under 3,5 meter er leret tæt og rent.

===
# Grundvand
Vandet siver mod havnen med fire meter om året. Det når kajen om 20 til 25 år, hvis intet bliver gjort.

# Tre løsninger
| Løsning | Pris | Tid |
| Grav alt væk | 19.500.000 kr. | 5 måneder |
| Grav tungen væk og dæk resten | 8.700.000 kr. | 3 måneder |
| Spunsvæg og låg | 4.900.000 kr. | 2 måneder, tilsyn for altid |

@ 372 in email ulla | Lugt af tjære i kælderen
Når det regner, lugter min kælder som et nytjæret skib. Jeg bor i {ulla.adr}. Er det farligt at have kartofler
dernede?

{mvh ulla tlf}

@ 370 out email ulla | SV: Lugt af tjære i kælderen
{kære ulla}

Tag kartoflerne op for en sikkerheds skyld. Jeg måler luften i kælderen på fredag klokken 9, og du får tallene
samme dag.

{mvh}

@ 362 out letter ulla | Luften i din kælder
{kære ulla}

Vi fandt 0,08 mikrogram benzen pr. m³. Grænsen er 0,13. Det er under, men ikke langt. Luft ud hver dag.
Kommunen betaler for en ventilator.

{mvh}

@ 340 in letter ulla | Regning for kartofler
Lad mig sige det, som det er: 40 kilo kartofler gik på genbrugspladsen. Jeg har ikke gemt bonen, men en sæk koster
129 kr. Mit cpr-nummer er {ulla.cpr-d}, og pengene kan gå ind på konto {ulla.konto}.

{mvh ulla adr}

@ 336 out letter ulla | Erstatning for kartofler
{kære ulla}

Vi sender 258 kr. til to sække. Til en anden gang er dit navn og et kontonummer nok; cpr skal du ikke skrive i et brev.

{mvh}

@ 300 out decision - | Vi graver tjæren væk | pdf
Byrådet har bevilget 8.700.000 kr. Tungen af tjære bliver gravet væk, og resten får en meter ren jord.
Arbejdet foregår under telt, så lugten bliver inde.

{mvh}

@ 215 internal report - | Jord kørt fra gasværket, uge for uge | docx
| Uge | Læs | Ton | Modtager |
| 1 | 44 | 1.210 | Jordrens |
| 2 | 61 | 1.684 | Jordrens |
| 3 | 58 | 1.590 | Jordrens |
| 4 | 37 | 1.004 | Deponi |
| 5 | 22 | 598 | Deponi |

I alt 6.086 ton. Beregnet på forhånd: 5.900.

@ 120 out letter region | Afslutning af oprensningen
Grunden er renset til tre meters dybde, og prøverne er fine. Vi beder om, at kortlægningen ændres. Her skal
være park, og børn skal kunne grave.

{mvh}
""",
)

GROUNDWATER = Case(
    key="grundvand",
    number=7077,
    title="Pesticidrester i Ellinge Vandværk",
    kind="environment",
    kle="09.17.00",
    unit="tm-mil",
    by="igwi",
    opened=200,
    summary=(
        "Der var rester af et gammelt sprøjtemiddel i en boring i Ellinge. Boringen er lukket, og vandet er rent."
    ),
    steps="received 200, processing 198, decided 170",
    next_step="carried_out -120",
    parties="authority vand; complainant bent; association borgerforening",
    script="""
@ 200 in report vand | Analyse af boring 3 i Ellinge | pdf
| Stof | Boring 1 | Boring 2 | Boring 3 | Grænse |
| DMS, µg/l | 0,02 | 0,03 | 0,14 | 0,10 |
| DPC, µg/l | 0,00 | 0,01 | 0,06 | 0,10 |
| Nitrat, mg/l | 11 | 14 | 31 | 50 |
| Jern, mg/l | 0,05 | 0,04 | 0,08 | 0,20 |

Boring 3 er slukket klokken 13.20 i dag. Prøven bliver gentaget.

@ 199 out letter - | Til alle i Ellinge: Vandet er i orden | pdf
Vi har fundet for meget af et gammelt sprøjtemiddel i en af tre boringer. Boringen er slukket. Vandet i din
hane kommer fra de to andre, og du kan trygt drikke det.

Midlet blev brugt til bær og løg indtil 1999. Det er ikke nogen i dag, der har gjort noget forkert.

{mvh}

@ 196 in email bent | Har jeg sprøjtet?
I skriver, at det var til løg. Jeg dyrkede løg fra 1979 til 1996 på den mark. Det stod på dåsen, at det
forsvandt. Jeg vil gerne hjælpe med at vise, hvor jeg blandede det, for der er en plet ved pumpen.

{mvh bent adr tlf}

@ 195 out email bent | SV: Har jeg sprøjtet?
{kære bent}

Tak, fordi du skriver. Du fulgte reglerne dengang, og ingen bebrejder dig noget. Vi vil meget gerne se
pletten. Jeg kommer tirsdag.

{mvh}

@ 188 internal memo - | Pletten ved pumpen | docx
Fire håndboringer omkring den gamle vaskeplads. DMS er 2,3 µg/l i det øverste vand og 0,3 otte meter nede.
Kilden er fundet, takket være ejerens hukommelse.

{mvh}

@ 170 out decision vand | Påbud om vandforsyning fra boring 1 og 2
Ellinge forsynes fra boring 1 og 2, indtil en ny boring 4 er klar. Der tages prøve hver måned. Boring 3 må
bruges til at pumpe forureningen væk, men ikke til at drikke.

{mvh}

@ 96 in report vand | Månedlige prøver, Ellinge | pdf
| Måned | Boring 1 | Boring 2 | Boring 3 |
| 1 | 0,02 | 0,03 | 0,14 |
| 2 | 0,02 | 0,03 | 0,13 |
| 3 | 0,02 | 0,02 | 0,11 |
| 4 | 0,01 | 0,02 | 0,09 |

Alle tal er DMS i mikrogram pr. liter.

@ 35 in report vand | Et års prøver fra alle boringer i Ellinge | pdf
"""
    + water_year(("Boring 1", "Boring 2", "Boring 3", "Boring 4", "Afgang vandværk", "Hane i forsamlingshuset"))
    + """

@ 33 in letter borgerforening | Tak for åbenheden
Vi var vrede i en uge og trygge i tyve. Bliv ved med at lægge tallene frem hver måned, også når de er
kedelige.

{mvh borgerforening}

@ 6 in report vand | Prøveboring 4 | docx
Boring 4 er 64 meter dyb. Vandet er fra før 1950 ifølge dateringen og indeholder ingen pesticider. Ydelsen er
22 m³ i timen, og det rækker til hele Ellinge.

{mvh vand}
""",
)

BATHING = Case(
    key="badevand",
    number=8850,
    title="Badevand ved Strandvejen",
    kind="environment",
    kle="09.17.00",
    unit="tm-mil",
    by="clda",
    opened=175,
    closed=65,
    summary="Vandet ved Strandvejen var rent hele sommeren. Kun fire dage efter kraftig regn var det ikke.",
    steps="received 175, processing 170, decided 130, carried_out 65",
    parties="complainant finn grethe ivan; authority vand",
    script="""
@ 175 internal report - | Plan for sommerens prøver | docx
Vi tager prøver ved trappen, ved molen og ved bækkens udløb hver anden uge og altid dagen efter 10 mm regn.
Resultatet hænger på tavlen og ligger på nettet inden klokken 12.

{mvh}

@ 142 in email finn | Brunt vand ved bækken
Efter tordenvejret var vandet brunt, og der lå papir, som jeg ikke vil beskrive. Mine børnebørn badede klokken
10. Hvorfor hang der ikke et rødt flag?

{mvh finn adr tlf}

@ 142 out email finn | SV: Brunt vand ved bækken
{kære finn}

Undskyld. Overløbet begyndte klokken 6.10, og flaget kom først op 10.45. Fra i dag sender måleren i brønden
selv en besked, og livredderen hejser flaget.

Får nogen ondt i maven, så ring til lægen og gerne også til mig.

{mvh}

@ 139 in report vand | Overløb ved Strandvejen den varme torsdag | pdf
Der faldt 38 mm på 50 minutter. Bassinet på 900 m³ var fyldt efter 22 minutter. 1.340 m³ regnvand blandet med
spildevand løb i bækken.

Vi foreslår et bassin mere på 1.500 m³ under den nye park. Pris 9,8 mio. kr.

@ 120 in letter ivan | Skilt på flere sprog
My neighbour translated: Skiltet er kun på dansk. Min familie bader hver dag og forstod det ikke. Lav et
billede af en svømmer med streg over.

{mvh ivan adr mail}

@ 118 out letter ivan | Det nye skilt
{kære ivan}

God idé. Skiltet har nu en svømmer med streg over og tal for dagens vand. Det kan læses af alle, også dem på
fem.

{mvh}

@ 65 internal report - | Badevandet i sommer: samlet resultat | pdf
| Sted | Prøver | Fine | Dårlige | Karakter |
| Trappen | 14 | 14 | 0 | Udmærket |
| Molen | 14 | 13 | 1 | Udmærket |
| Bækken | 16 | 12 | 4 | Tilfredsstillende |

@ 64 in email grethe | Vinterbadere
Vi er 31 vinterbadere, ældst 86. Vil I ikke fortsætte med prøverne til april? Vi har klippekort til kaffe som
betaling.

{mvh grethe adr tlf}
""",
)

EELGRASS = Case(
    key="aalegraes",
    number=13090,
    title="Ålegræs og stenrev i fjorden",
    kind="environment",
    kle="01.05.08",
    unit="tm-mil",
    by="fral",
    opened=85,
    summary="Børn og dykkere planter ålegræs i fjorden. Det giver skjul for små torsk.",
    steps="received 85, decided 60, carried_out 30",
    parties="association naturforening; complainant tage",
    script="""
@ 85 in letter naturforening | Vi vil plante ålegræs
I 1901 voksede ålegræsset ud til 8,5 meter. I dag stopper det ved 3,2. Vi vil plante 40.000 skud på to hektar
med dykkere og skoleklasser. Vi mangler tilladelse, en pram og 180.000 kr.

{mvh naturforening}

@ 74 in email tage | Husk garnene
Jeg har bundgarn ved Kystvejen og har haft det siden 1969. Plant hvor I vil, bare ikke foran garnet, og kom og
spørg, hvor strømmen går. Det ved kortet ikke.

{mvh tage adr tlf}

@ 60 out decision naturforening | Ja til ålegræs ved molen
I får tilladelse til to hektar øst for molen og 180.000 kr. fra naturpuljen. Tal med fiskeren på Kystvejen
først. Han ved, hvor strømmen går.

{mvh}

@ 30 internal memo - | Første plantedag | docx
112 elever bandt skud på søm ved langborde på kajen. Elleve dykkere satte 6.400 i bunden. Sigten var halvanden
meter, humøret noget mere.

{mvh}

@ 2 in email tage | Små torsk
Der var tre torsk på længde med en blyant i rusen i morges. Jeg satte dem ud ved jeres græs.

{mvh tage}
""",
)

CASES = (HARBOUR_NOISE, SOLAR, GASWORKS, GROUNDWATER, BATHING, EELGRASS)
