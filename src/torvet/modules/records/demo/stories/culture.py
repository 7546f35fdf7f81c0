"""Culture and care: the library at night, the swimming hall, a festival, a bookmobile, and a home for the
old."""

from ..model import Case, Property

LIBRARY = Case(
    key="bibliotek",
    number=3610,
    title="Åbent bibliotek til midnat",
    kind="culture",
    kle="00.13.06",
    unit="kb-bib",
    by="eswa",
    opened=230,
    closed=75,
    summary="Biblioteket har åbent til midnat. Du låser dig ind med dit sundhedskort.",
    steps="received 230, processing 220, hearing 190, decided 140, carried_out 75",
    parties="association laesekreds; complainant gert helle",
    script="""
@ 230 in letter laesekreds | Lad lyset brænde på biblioteket
Klokken 18 går lyset ud, og 30 unge med bøger under armen går ud i regnen. Hold åbent. Vi kan skiftes til at
sidde der, for vi sidder alligevel med en bog.

{mvh laesekreds}

@ 214 internal memo - | Åbent til midnat: penge og mennesker | docx
Dørlås med sundhedskort koster 210.000 kr., lys og varme 64.000 kr. om året. Vi har ikke personale efter
klokken 18, men vagten på rådhuset kan se ind.

Fem biblioteker i nabolaget har prøvet. Der forsvinder omkring 40 bøger om året, og halvdelen kommer igen.

{mvh}

@ 190 out hearing - | Hvad vil du lave på biblioteket klokken 22?
Skriv, hvad du ville bruge et bibliotek om natten til. Svar på en seddel eller til {sbmail}.

{mvh}

@ 184 in hearing_response helle | Sove ikke, men næsten | txt
Jeg vil sidde i den blå stol og ikke tale med nogen. Hjemme er der tre teenagere.

{mvh helle adr}

@ 183 in hearing_response gert | Lys i Kirkestræde
Lyset fra de store vinduer går lige ind i mit soveværelse på {gert.adr}. Kan I rulle for klokken 22?

{mvh gert tlf}

@ 180 in hearing_response liva | Prøv med trapper
Rampen er låst efter klokken 18. Hvis dørene er åbne for dem, der kan gå, skal de også være det for min søn.

{mvh liva mail}

@ 140 out decision - | Biblioteket åbner til midnat
Vi åbner {d75}. Rampen er åben lige så længe som døren. Gardinerne mod Kirkestræde ruller ned klokken 22.

{mvh}

@ 41 internal report - | Nattens gæster, de første uger | docx
| Time | Gæster i snit | Mest |
| 18–20 | 61 | Familier |
| 20–22 | 38 | Studerende |
| 22–24 | 17 | Folk i den blå stol |

Bøger væk: to. Bøger fundet igen i den forkerte ende: 214.

@ 12 in email gert | Gardinet virker
Tak. Jeg sover som en sten, og forleden gik jeg selv over og læste til 23.

{mvh gert}
""",
)

POOL = Case(
    key="svoemmehal",
    number=6044,
    title="Renovering af Fjordby Svømmehal",
    kind="culture",
    kle="00.13.06",
    unit="kb-kul",
    by="krbu",
    opened=350,
    property=Property("Badevej 1", "77e", "Fjordby Bygrunde", "5610770"),
    summary="Svømmehallen får nyt tag og nye rør. Den er lukket i 19 uger, og klubben svømmer i nabobyen.",
    steps="received 350, processing 330, hearing 240, decided 200",
    next_step="carried_out -70",
    parties="association svomklub; bidder badetek fjordbyg",
    script="""
@ 350 internal report - | Tilstand: tag, rør og fliser | pdf
# Tag
Limtræet er sundt, men 14 bolte er rustet. Det skyldes klor i luften.

# Rør
Af 1.900 meter rør er 640 fra 1974. Der er lappet 31 steder. Vi mister 9 m³ vand i døgnet.

# Fliser
| Sted | Løse | Revnede |
| 25-meter bassin | 212 | 96 |
| Babybassin | 14 | 3 |
| Omklædning, damer | 88 | 41 |
| Omklædning, herrer | 61 | 52 |

# Vurdering
Hallen kan bruges et år til med ugentligt eftersyn.

@ 322 in letter badetek | Tilbud på vandbehandling | pdf
Et nyt anlæg bruger 38 % mindre klor og halvt så meget skyllevand. Prisen er 5.940.000 kr., og driften falder
med 610.000 kr. om året.

{mvh badetek}

@ 300 in letter svomklub | 640 medlemmer uden vand
Lukker I i et år, er klubben død. Lukker I i 19 uger, overlever vi, hvis I finder os tre baner i nabobyen og
en bus om torsdagen.

{mvh svomklub}

@ 281 internal minutes - | Brugermøde i cafeteriet
- Morgensvømmere: Bevar saunaen, også selv om den knirker.
- Handicaprådet: En lift, der virker uden nøgle.
- Børn: Rutsjebane. Alle andre: Ikke rutsjebane.
- Klubben: 19 uger og ikke en dag mere.

@ 240 out hearing - | Tre måder at redde hallen på
| Model | Lukket | Pris | Holder i |
| Lap | 5 uger | 7.200.000 kr. | 6 år |
| Renovér | 19 uger | 28.600.000 kr. | 25 år |
| Ny hal | 2 år | 142.000.000 kr. | 40 år |

Hvad vil du vælge? Svar senest {d212}.

{mvh}

@ 233 in hearing_response tage | Saunaen
Saunaen er det eneste sted i byen, hvor direktører og fiskere taler sammen. Rør den ikke.

{mvh tage adr tlf}

@ 228 in hearing_response ursula | Genoptræning efter hofte | mark=health
Jeg er opereret i hoften og træner i varmtvandsbassinet tre gange om ugen efter fysioterapeutens plan. Nitten
uger uden vand kan koste mig gangen. Er der en plads i et andet bassin? Jeg er født 1948, og mit cpr er
{ursula.cpr-f}.

{mvh ursula adr tlf}

@ 224 out letter ursula | Træning, mens vi bygger
{kære ursula}

Der er plads til dig på sygehusets bassin mandag og torsdag klokken 10. Bussen kører fra Torvet. Bassinet ved,
at du kommer; de ved ikke hvorfor.

{mvh}

@ 200 out decision - | Byrådet vælger renovering i 19 uger
Byrådet har bevilget 28.600.000 kr. Saunaen bliver. Rutsjebanen faldt med 15 stemmer mod 16.

{mvh rajo}

@ 128 out contract fjordbyg | Entreprise: tag, rør og fliser | pdf
Fjordby Byg A/S udfører arbejdet for 21.750.000 kr. Hallen overdrages efter 19 uger. Dagbod 24.000 kr. Rør
skilles og genbruges.

@ 60 in email grethe | Penge tilbage for årskort
Jeg købte årskort tre uger før, I lukkede. Prisen var 1.495 kr., og jeg har svømmet fire gange. Kan resten komme
tilbage på {grethe.iban}? Ellers vil jeg hellere have kortet forlænget, så I selv kan vælge det billigste.

{mvh grethe tlf}

@ 58 out email grethe | SV: Penge tilbage for årskort
{kære grethe}

Kortet bliver forlænget 19 uger. Det samme gælder alle andre, og de behøver ikke skrive til os.

{mvh}

@ 31 internal minutes - | Byggemøde 5 i svømmehallen | docx
- 412 meter rør er skiftet. I et af dem lå en vielsesring med »1981, din Else«. Avisen har fået besked.
- Boltene er af en ny legering og koster 44.000 kr. mere.
- Uge 9 af 19. Vi er på dagen.

@ 1 in email else | Ringen
Det er mig. Jeg tabte den i dybet i 1986 og sagde ikke noget i otte år. Hvornår må jeg hente den? Mit nummer
er {else.tlf-b}.

{mvh else}
""",
)

FESTIVAL = Case(
    key="havnefest",
    number=8460,
    title="Fjordby Havnefest: støj, affald og glæde",
    kind="culture",
    kle="00.13.06",
    unit="kb-kul",
    by="tifa",
    opened=160,
    closed=90,
    summary="Havnefesten måtte spille til midnat. Der blev ryddet op inden klokken 8.",
    steps="received 160, processing 150, decided 135, carried_out 90",
    parties="association handel; complainant marius ragnhild; authority politi",
    script="""
@ 160 in application handel | Ansøgning om Havnefest på Sydkajen
Vi søger om Sydkajen i tre dage med scene, 22 boder og 6.000 gæster pr. aften. Musik til klokken 24 fredag og
lørdag, 18 om søndagen. Affald hentes klokken 6.

@ 151 in letter politi | Udtalelse om Havnefesten
Kystlandets Politi kan godkende 6.000 gæster med 40 vagter og to udgange. Sidste år var der én anholdelse og
to faldt i vandet. Sæt hegn langs kanten.

{mvh politi}

@ 147 in email marius | Bas i sengen, denne gang med vilje
I år er jeg selv med i koret, så jeg klager kun halvt. Men sluk bassen klokken 24 præcis. Sidste år var det
24.40.

{mvh marius tlf}

@ 135 out decision handel | Tilladelse til Havnefest
I får tilladelse. Vilkår: 75 dB ved nærmeste bolig, stop klokken 24.00, hegn langs kajen, pant på krus og
oprydning inden klokken 8.

{mvh}

@ 93 in email ragnhild | Otte toiletter til 6.000
Regnestykket går ikke op, og det gik heller ikke op i min port. Flere toiletter næste år!

{mvh ragnhild adr tlf}

@ 90 internal report - | Havnefesten i tal | docx
| Hvad | I år | Sidste år |
| Gæster | 16.900 | 14.200 |
| Krus afleveret | 97 % | 61 % |
| Klager | 7 | 23 |
| Minutter over tiden | 2 | 40 |
| I vandet | 0 | 2 |
""",
)

CARE_HOME = Case(
    key="plejehjem",
    number=2777,
    title="Nyt plejehjem Fjordglimt",
    kind="subject",
    kle="27.42.00",
    unit="so-plej",
    by="olse",
    opened=380,
    property=Property("Kystvejen 60", "14m", "Vesterlund By, Fjordby", "5612014"),
    summary=("Fjordglimt bliver et plejehjem med 60 boliger og haver. De gamle har selv været med til at tegne det."),
    steps="received 380, processing 360, hearing 250, decided 210",
    next_step="carried_out -300",
    parties="association aeldre; bidder plejebyg; neighbour tage ursula villy",
    script="""
@ 380 internal memo - | Behovet for plejeboliger | pdf
| År | Borgere over 80 | På venteliste | Pladser |
| For 5 år siden | 2.310 | 21 | 284 |
| I dag | 2.890 | 58 | 284 |
| Om 5 år | 3.640 | 104 | 284 |
| Om 10 år | 4.270 | 160 | 284 |

Ventetiden er i snit 71 dage. Loven siger højst 60.

{mvh gihe}

@ 362 in letter aeldre | Vi vil ikke bo på en gang
Byg ikke en gang med 30 døre. Byg seks huse med ti mennesker, egen komfur og en bænk ved døren. Og lad os have
et hjørne, der lugter af kaffe.

{mvh aeldre}

@ 340 internal minutes - | Workshop med kommende beboere | docx
Til stede: 14 borgere mellem 74 og 96, tre pårørende, to sosu-assistenter og en kat.

- Vindue, man kan se ud ad fra sengen
- Plads til dobbeltsengen, »jeg har været gift i 61 år«
- Et skur med værktøj
- Katten må komme med

@ 318 internal memo - | Grunden på Kystvejen | docx
{matr} er 2,4 hektar med udsigt til fjorden og 300 meter til bussen. Terrænet falder fire meter. Det giver
have i niveau til alle, hvis husene følger bakken.

{mvh}

@ 250 out hearing - | Høring om Fjordglimt
Vi vil bygge 60 boliger i seks huse på Kystvejen 60. Naboer og andre kan skrive senest {d222}.

{mvh}

@ 243 in hearing_response tage | Svar fra Kystvejen 70
Jeg er 77 og regner med at flytte ind. Byg derfor ordentligt. Vejen er for smal til to redningskøretøjer, og
det bliver der brug for.

{mvh tage adr tlf}

@ 239 in hearing_response villy | Udsigten igen | html
Alle vil have udsigt, så byg lavt. Fra min terrasse kan jeg se færgen, og min kone stiller uret efter den.

{mvh villy adr mail}

@ 236 in hearing_response ursula | Kan man cykle derhen?
Jeg kan ikke køre bil længere, men jeg kan cykle på tre hjul. Der mangler 400 meter sti.

{mvh ursula tlf}

@ 210 out decision - | Byrådet bevilger 148 mio. kr. til Fjordglimt
Byrådet vedtog sagen enstemmigt. Husene bliver på én etage mod Kystvejen, vejen bliver en meter bredere, og
stien på 400 meter er med.

{mvh raro}

@ 170 in bid plejebyg | Tilbud fra Omsorgsbyg Entreprise A/S | pdf closed=OFL-30-2
Tilbudssum 127.300.000 kr. Detaljerede enhedspriser og avance fremgår af bilag 4.

{mvh plejebyg}

@ 120 out contract plejebyg | Kontrakt om Fjordglimt | pdf
# Omfang
60 boliger, fælleskøkkener, skur med værktøj og en have uden blinde veje.

# Pris og tid
127.300.000 kr. Aflevering om 14 måneder.

# Beboernes råd
Seks borgere følger byggeriet og må stoppe en detalje, der ikke duer i praksis. De har allerede stoppet et
dørhåndtag.

@ 55 internal minutes - | Beboerrådet prøver en bolig af pap | docx
Vi byggede en bolig af pap i hallen. {gihe} kørte kørestol.

- Døren til badet skal åbne den anden vej.
- Lyset ved sengen skal kunne nås med venstre hånd.
- Man kan se fjorden, hvis karmen sænkes otte centimeter. Det gør vi.

@ 14 in email aeldre | Navne til husene
Vi foreslår Måge, Terne, Strandskade, Ryle, Edderfugl og Bølgebryder. Den sidste er ikke en fugl, men den
vandt afstemningen.

{mvh aeldre}
""",
)

CARE_MEALS = Case(
    key="madservice",
    number=9218,
    title="Mad til hjemmeboende: varm eller kold?",
    kind="subject",
    kle="27.36.00",
    unit="so-sund",
    by="gihe",
    opened=145,
    closed=40,
    summary="Ældre kan nu vælge varm mad fra skolens køkken. Flere spiser op.",
    steps="received 145, processing 140, hearing 110, decided 70, carried_out 40",
    parties="association aeldre; bidder madhus",
    script="""
@ 145 internal memo - | 312 kasser med kold mad om ugen | docx
Maden kommer kold i kasser hver tirsdag til en uge. 28 % bliver ikke spist. Fem borgere har tabt sig mere end
fem kilo siden nytår; vi taler med dem hver for sig.

{mvh}

@ 132 in email laila | Frikadeller på en onsdag
Frikadellen fra tirsdag smager af tirsdag. Min mand er vant til at lave mad selv, men hans hænder ryster nu.
Kan man få noget, der damper?

{mvh laila adr tlf}

@ 110 out hearing - | Vil du have varm mad? Prøv tre uger
150 borgere får varm mad fra Østre Skoles køkken i tre uger. Børn fra 5. klasse bringer den ud om onsdagen
sammen med en voksen.

{mvh}

@ 84 internal report - | Prøven med varm mad | pdf
| Mål | Kold kasse | Varm mad |
| Spist op | 72 % | 91 % |
| Tilfreds | 3,0 | 4,5 |
| Pris pr. portion | 58,00 kr. | 63,50 kr. |
| Minutter til snak ved døren | 1 | 6 |

De fleste nævner snakken først og maden bagefter.

@ 70 out decision - | Varm mad bliver et valg
Alle, der får mad fra kommunen, kan fra {d40} vælge varm mad. Forskellen på 5,50 kr. betaler kommunen.

{mvh raro}

@ 38 in email laila | Det damper
Onsdag kom der to drenge med gullasch. Den ene spurgte, hvad en ildrager er. Min mand viste ham det.

{mvh laila}
""",
)

GARDEN = Case(
    key="sansehave",
    number=10711,
    title="Sansehave for mennesker med demens",
    kind="subject",
    kle="29.09.00",
    unit="so-sund",
    by="olse",
    opened=120,
    summary="En have uden blinde veje bliver anlagt ved Åstien. Alle må gå i den.",
    steps="received 120, hearing 90, decided 50",
    next_step="carried_out -150",
    parties="association aeldre naturforening",
    script="""
@ 120 internal memo - | En have, man ikke kan fare vild i | docx
Stien går i et ottetal, så man altid kommer hjem. Planterne er valgt efter duft: lavendel, kamille,
tomatblade. Der er en gammel telefonboks uden forbindelse, men med klang.

{mvh}

@ 97 in letter naturforening | Planter til haven
Giftige planter skal ikke være med: ingen fingerbøl, ingen guldregn. Brug ribs, mynte og lammeøre. Vi planter
gratis, hvis vi må høste mynten.

{mvh naturforening}

@ 90 out hearing - | Kom og duft: høring i haven
Mød os på grunden {d80} klokken 14. Tag støvler på. Svar ellers senest {d70}.

{mvh}

@ 79 in hearing_response viola | Bænke med armlæn
Min mor glemmer mit navn, men ikke rosernes. Sæt bænke med armlæn for hver 25 meter, ellers kan hun ikke rejse
sig.

{mvh viola adr}

@ 50 out decision - | Sansehaven får 640.000 kr.
Puljen for værdighed betaler haven. Den bliver åben for alle, og den har 11 bænke med armlæn.

{mvh raro}
""",
)

BOOK_BUS = Case(
    key="borgerbus",
    number=13544,
    title="Borgerservice på hjul",
    kind="culture",
    kle="00.13.06",
    unit="kb-kul",
    by="tifa",
    opened=70,
    summary="En bus med pas, bøger og hjælp kører til Ellinge og Vesterlund hver uge.",
    steps="received 70, decided 45, carried_out 15",
    parties="complainant egon dagny",
    script="""
@ 70 internal memo - | En gammel bogbus med nyt indhold | docx
Bogbussen fra 2003 står i garagen. For 190.000 kr. får den pasmaskine, printer og en kaffekande. Den holder to
timer i Ellinge om tirsdagen og to i Vesterlund om torsdagen.

{mvh}

@ 58 in email egon | Mit pas er udløbet
Jeg skal til Norge og fiske, og mit pas er fra dengang jeg havde hår. Kommer bussen før påske? Mit cpr er
{egon.cpr-h}, hvis I kan begynde på det.

{mvh egon tlf}

@ 57 out email egon | SV: Mit pas er udløbet
{kære egon}

Ja, bussen holder ved forsamlingshuset. Tag det gamle pas med, med hår og det hele. Send ikke cpr i en mail;
vi har slettet den hos os.

{mvh}

@ 45 out decision - | Borgerbussen kører fra næste uge
Rådmanden for Kultur og Borgerservice har sagt ja. Ruten kan ses på tavlen ved brugsen og på nettet.

{mvh rajo}

@ 15 internal report - | Bussens første måned | docx
| Hvad | Ellinge | Vesterlund |
| Pas og kørekort | 22 | 17 |
| Bøger | 141 | 96 |
| Hjælp med digital post | 34 | 41 |
| Kopper kaffe | 118 | 203 |

@ 4 in letter dagny | Mere tid i bussen | txt
Jeg kom klokken 16.05, og I var kørt klokken 16. Kunne I ikke holde til 17 en gang om måneden for os, der
arbejder?

{mvh dagny adr mail}
""",
)

CASES = (LIBRARY, POOL, FESTIVAL, CARE_HOME, CARE_MEALS, GARDEN, BOOK_BUS)
