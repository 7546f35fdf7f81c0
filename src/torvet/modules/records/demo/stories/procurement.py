"""Procurement: cleaning, school meals, vans, used furniture, and charging points."""

from ..model import Case
from .series import room_list, stock_list

CLEANING = Case(
    key="rengoering",
    number=4410,
    title="Udbud: Rengøring af skoler og børnehaver",
    kind="procurement",
    kle="85.15.00",
    unit="bm-ind",
    by="asma",
    opened=310,
    summary="Kommunen har valgt, hvem der gør rent på 11 skoler. Kvalitet talte mere end pris.",
    steps="received 310, processing 280, decided 150, carried_out 95",
    parties="bidder rentry svane alren",
    script="""
@ 310 internal memo - | Hvorfor skal rengøringen i udbud igen? | docx
Aftalen med AlRent Danmark A/S udløber om et år. Sidste gang vægtede pris 80 %, og vi fik, hvad vi betalte
for: 341 klager på tre år, flest om toiletter.

Denne gang spørger vi først dem, der bruger rummene: elever, lærere og rengøringsfolkene selv.

{mvh}

@ 296 internal minutes - | Workshop med rengøringsfolk og elevråd | docx
Til stede: seks rengøringsassistenter, fem elever fra tre skoler, en servicemedarbejder og {asma}.

# Assistenterne sagde
- »Vi har 11 minutter til en klasse. Det kan gøres på 11, hvis stolene er sat op.«
- »Giv os nøgle til depotet, i stedet for at vi skal ringe efter den.«

# Eleverne sagde
- Toiletter skal gøres rent to gange om dagen, ikke én.
- Sæbe uden duft. Sæbe i det hele taget.

@ 282 internal memo - | Markedsdialog om rengøring | docx
Vi har holdt korte møder med fire firmaer på en halv time hver. Alle fik de samme ni spørgsmål.

To siger, at fast løn pr. time giver bedre kvalitet end pris pr. kvadratmeter. Svanens Rengøring ApS siger, at
små firmaer kun kan byde, hvis opgaven deles op. Derfor deler vi den i fire.

{mvh hebi}

@ 250 out hearing - | Udbudsbetingelser: Rengøring af 11 skoler og 19 børnehaver | pdf
# Opgaven
62.400 m² fordelt på fire delaftaler. Aftalen løber i tre år og kan forlænges med ét.

# Tildeling
| Kriterium | Vægt | Sådan måler vi |
| Kvalitet og oplæring | 45 % | Beskrivelse og prøverengøring af én klasse |
| Pris | 30 % | Samlet pris i tre år |
| Arbejdsforhold | 15 % | Fast løn, dagtimer, tillidsfolk |
| Miljø | 10 % | Midler uden farlige stoffer, vand pr. m² |

# Åbenhed
Når aftalen er indgået, lægger vi priser pr. delaftale frem. Firmaets egne beregninger holder vi for os selv.

# Frist
Tilbud skal være her {d205} kl. 12.00.

{mvh}

@ 249 out appendix - | Rumliste: hvad skal gøres rent? | pdf
Listen er gået igennem med de tekniske servicemedarbejdere. Fejl må gerne rettes, helst med en kuglepen.

"""
    + room_list(("Østre Skole", "Ellinge Skole", "Vesterlund Skole", "Havneskolen", "Børnehaven Muslingen"), 38)
    + """

@ 232 in email svane | Spørgsmål til udbuddet
Hej

Skal prøverengøringen laves med vores egne maskiner? Og må en elev være dommer? Det håber vi.

{mvh svane}

@ 230 out email svane | SV: Spørgsmål til udbuddet
Ja til egne maskiner. Dommerne er en lærer, en servicemedarbejder og to elever fra 6. klasse med hvide
handsker.

{mvh}

@ 205 in bid rentry | Tilbud fra Rent & Trygt Service A/S | pdf closed=OFL-30-2
Vi tilbyder delaftale 1, 2 og 4 for 18.940.000 kr. om året. Vores dækningsbidrag er 6,2 %, og timeprisen er
214,50 kr.

Nøglemedarbejder på aftalen er driftsleder i Fjordby. Løntabel og kalkule er vedlagt.

{mvh rentry}

@ 205 in bid svane | Tilbud fra Svanens Rengøring ApS | pdf closed=OFL-30-2
Vi byder på delaftale 3, de seks skoler i midtbyen, for 5.120.000 kr. om året. Kalkulen bygger på 24
fuldtidsansatte, heraf fire i oplæring.

{mvh svane}

@ 205 in bid alren | Tilbud fra AlRent Danmark A/S | pdf closed=OFL-30-2
Vi byder på det hele for 21.480.000 kr. om året med rabat på 3 %, hvis alle fire delaftaler går til os.
Timeprisen er 189,00 kr.

{mvh alren}

@ 186 internal report - | Prøverengøring: dommernes ark | pdf
| Firma | Gulv | Borde | Toilet | Vindueskarm | Elevernes ord |
| Rent & Trygt Service A/S | 5 | 4 | 5 | 4 | »Det lugter af ingenting« |
| Svanens Rengøring ApS | 5 | 5 | 5 | 5 | »De hilste på os« |
| AlRent Danmark A/S | 4 | 4 | 3 | 1 | »De glemte karmen« |

@ 170 internal memo - | Evaluering af tilbud på rengøring | pdf
| Firma | Kvalitet | Pris | Arbejdsforhold | Miljø | I alt |
| Rent & Trygt Service A/S | 39 | 24 | 13 | 8 | 84 |
| Svanens Rengøring ApS | 44 | 22 | 15 | 9 | 90 |
| AlRent Danmark A/S | 27 | 30 | 8 | 6 | 71 |

Vi foreslår, at Svanens Rengøring ApS får delaftale 3, og at Rent & Trygt Service A/S får 1, 2 og 4.

{mvh}

@ 150 out decision alren | Svar på jeres tilbud på rengøring
Vi har valgt to andre firmaer. I fik 71 point, vinderne 84 og 90. I var billigst, men mistede point på toilet,
vindueskarm og løn i ferier.

I kan klage til Klagenævnet for Udbud inden 45 dage.

{mvh}

@ 150 out decision svane | I har vundet delaftale 3
Tillykke. Jeres tilbud fik 90 point, og eleverne bad os skrive, at I hilste. Vi venter ti dage, før vi skriver
under.

{mvh}

@ 138 out contract rentry | Kontrakt om rengøring, delaftale 1, 2 og 4 | pdf
# Parter
Fjordby Kommune og Rent & Trygt Service A/S.

# Løbetid
Tre år fra {d95}.

# Pris
18.940.000 kr. om året. Prisen følger lønnen i overenskomsten og ikke andet.

# Kvalitet
Hver skole giver karakter en gang om måneden. Tre måneder i træk under 3 af 5 udløser en plan, og seks måneder
giver ret til at sige op.

# Medarbejdere
De nuværende 61 ansatte følger med. Ingen går ned i løn. Arbejdet ligger så vidt muligt i dagtimer.

# Nøgler
Depotet har kode, og koden bliver skiftet hver måned.

@ 60 internal report - | Rengøring: de første fem uger | docx
Karakteren er i gennemsnit 4,1. Østre Skole giver 4,7, og Ellinge Skole giver 3,2 på grund af en maskine, der
ikke kunne komme over dørtrinnet. Der er nu en rampe.

Klager i perioden: 9. Samme uger sidste år: 31.

@ 7 in email zahra | Ros til rengøringen | txt
Jeg er lærer på Østre Skole. Min klasse har skrevet »tak« på tavlen hver fredag, og i dag stod der »selv tak«.

{mvh zahra}
""",
)

SCHOOL_MEALS = Case(
    key="skolemad",
    number=6620,
    title="Udbud: Frokost til 2.900 skoleelever",
    kind="procurement",
    kle="17.01.00",
    unit="bm-ind",
    by="hebi",
    opened=190,
    summary="Tre køkkener har budt på frokost til skolerne. Børnene smager på maden, før vi vælger.",
    steps="received 190, processing 160, hearing 120",
    next_step="decided -30",
    parties="bidder madhus skolemad tallerken; complainant olga",
    script="""
@ 190 internal memo - | Skolemad: hvad lærte vi sidst? | docx
Sidst smed eleverne 34 % af maden ud. De sagde, at den var lunken, ens og brun. Køkkenet sagde, at bestilling
klokken 14 dagen før var umulig at ramme.

Nu prøver vi i små skridt: to skoler, tre måneder, ny menu hver tredje uge.

{mvh}

@ 176 internal minutes - | Elevrådene laver kravene
14 elever fra 4. til 9. klasse skrev kravene på gule sedler.

- Brød, der er bagt samme dag
- En ret, man kan genkende, og en, man ikke kan
- Suppe på kolde dage
- Tallerkener af porcelæn
- Kokken skal komme og spise med en gang om måneden

@ 150 out hearing - | Konkurrence: Frokost på to prøveskoler | pdf
Vi søger køkkener, der vil lave frokost til Østre Skole og Ellinge Skole i tre måneder. Vi betaler 24 kr. pr.
måltid, og forældrene betaler 19 kr.

Hvert køkken får prøvet en uge. Eleverne stemmer med tallerkenen: Vi vejer, hvad der bliver levnet.

{mvh}

@ 131 in bid madhus | Tilbud fra Madhuset Grøn Gaffel ApS | pdf
Vi laver maden på skolen og ikke i en lastbil. 75 % er økologisk, kød to dage, fisk én og bønner to. Prisen er
42,50 kr.

Vi ansætter to elever fra 8. klasse hver uge som køkkenhjælp. De får løn og en kniv, der er skarp.

{mvh madhus}

@ 131 in bid skolemad | Tilbud fra Skolemad Midt A/S | pdf
Vi leverer i varme kasser inden 11.15. 60 % økologi og fire retter at vælge imellem. Prisen er 39,00 kr. Vi
har 22 kommuner i forvejen.

{mvh skolemad}

@ 131 in bid tallerken | Tilbud fra Den Glade Tallerken I/S | pdf
Vi er to søstre og en fætter. Vi kan lave 600 måltider om dagen, men ikke 2.900, så vi byder på Ellinge Skole
alene. Suppe hver dag, brød hver dag. 41,00 kr.

{mvh tallerken}

@ 124 in appendix tallerken | Tre ugers menu fra Den Glade Tallerken | docx
| Dag | Uge 1 | Uge 2 | Uge 3 |
| Mandag | Kartoffelsuppe med purløg | Gule ærter | Tomat og linser |
| Tirsdag | Fiskefrikadelle, råkost | Stegt sild | Torsk i ovn |
| Onsdag | Byggotto med svampe | Pasta, grønt | Risret med kål |
| Torsdag | Kylling i karry | Frikadelle | Lam og bønner |
| Fredag | Pizza med rester | Pandekager | Børnenes valg |

@ 98 internal report - | Prøveuger: hvad blev levnet? | pdf
| Køkken | Skole | Spist af 100 g | Levnet af 100 g | Elevernes karakter |
| Madhuset Grøn Gaffel ApS | Østre | 81 | 19 | 4,0 |
| Skolemad Midt A/S | Østre | 66 | 34 | 2,9 |
| Den Glade Tallerken I/S | Ellinge | 88 | 12 | 4,6 |

Fredagspizzaen trak op, og sildene delte vandene.

@ 74 in letter olga | Allergi og skolemad | mark=health
Min søn i 3. klasse har cøliaki og reagerer voldsomt på hvede. I prøveugen fik han tre dage i træk et æble.
Jeg vedlægger ikke hans journal, men han er indlagt to gange, og hans cpr er {olga.cpr-g}, hvis I skal slå det
op. Sig til køkkenet, at det ikke er en diæt, men en sygdom.

{mvh olga adr tlf mail}

@ 72 out letter olga | Svar om allergi
{kære olga}

Undskyld. Et æble er ikke en frokost. Fra mandag får din søn samme ret som de andre, lavet i egen gryde.
Køkkenerne får nu point for det.

Send ikke flere oplysninger om helbred til os. Skolen har det, den skal bruge.

{mvh}

@ 40 internal memo - | Mellemregning: frokost på alle skoler | pdf closed=OFL-23
Intern beregning før forhandling. Kan vi komme under 40 kr. pr. måltid, rækker bevillingen til 2.900 elever.
Grøn Gaffel kan presses til 40,80 kr., hvis vi betaler køkkenet på Østre Skole.

{mvh asma}

@ 2 internal minutes - | Elevernes dommerpanel har talt | docx
Panelet på ni elever smagte 18 retter uden at vide, hvem der havde lavet dem. De valgte suppe, fisk i ovn og
»den med bønnerne«.

Dommerformand fra 5.a: »Brun mad kan godt smage af noget.«
""",
)

VANS = Case(
    key="elbiler",
    number=7350,
    title="Indkøb af 26 el-varebiler",
    kind="procurement",
    kle="85.15.00",
    unit="bm-ind",
    by="asma",
    opened=170,
    closed=50,
    summary="Kommunen køber 26 varebiler på el. De gamle dieselbiler bliver solgt eller skilt ad.",
    steps="received 170, processing 160, decided 90, carried_out 50",
    parties="bidder bil meloe",
    script="""
@ 170 internal memo - | Behov for varebiler i drift og pleje | docx
Vi har 41 dieselvarebiler. GPS viser, at 15 af dem kører under 12 km om dagen. Vi køber derfor kun 26 nye og
deler dem.

| Afdeling | I dag | Fremover | Km pr. dag |
| Park og vej | 17 | 11 | 38 |
| Skoleservice | 9 | 5 | 14 |
| Hjælpemidler | 8 | 6 | 52 |
| It-support | 7 | 4 | 11 |

@ 152 internal minutes - | Prøvekørsel med brugerne
Gartnerne ville have trækkrog og skridfaste måtter. Hjælpemiddeldepotet ville have lav kant, så en plejeseng
kan rulle ind. It-supporten ville have varme i sædet.

Alle var enige om, at bilen skal sige noget, når den bakker, men ikke så højt.

@ 141 out hearing - | Udbud af el-varebiler | pdf
Vi køber 26 biler i to størrelser. Rækkevidden skal være 220 km om vinteren. Vi betaler for kilometer i stedet
for servicebesøg, og batteriet skal kunne skiftes.

{mvh}

@ 118 in bid meloe | Tilbud fra Melø Maskinfabrik A/S | pdf closed=OFL-30-2
Vi kan levere 26 biler for 8.060.000 kr. Indbytning af 41 gamle giver 1.120.000 kr. Vores avance er oplyst i
kalkulen.

{mvh meloe}

@ 90 out decision meloe | Ordre på 26 el-varebiler
I fik 88 point og vinder. Samlet pris er 8.060.000 kr., og den gør vi offentlig. Første bil skal være her
{d66}.

{mvh}

@ 64 in email meloe | De seks første biler er klar
Hej Asger

Seks biler er pakket ud, og måtterne passer. En gartner har allerede sat navn på sin: »Olga II«.

{mvh meloe}

@ 50 internal memo - | El-varebiler: afslutning | docx
Alle 26 biler er i drift. Forbruget er 19,4 kWh pr. 100 km. Ni gamle biler er solgt til et loppemarked i
Ellinge, 32 er gået til ophug.

{mvh}
""",
)

FURNITURE = Case(
    key="moebler",
    number=9905,
    title="Genbrug af møbler før nyt indkøb",
    kind="procurement",
    kle="85.15.00",
    unit="bm-ind",
    by="hebi",
    opened=130,
    summary="Før vi køber en ny stol, ser vi på lageret. Det har sparet kommunen for 1,9 mio. kr.",
    steps="received 130, decided 115, carried_out 100",
    script="""
@ 130 internal memo - | 1.140 stole på et loft | pdf
På loftet over materielgården står 1.140 stole, 212 borde og 63 reoler. I samme måned bestilte kommunen 90 nye
stole.

Vi foreslår et internt marked: Alt, hvad en afdeling ikke bruger, får et billede og et nummer. Ingen køber
nyt, før de har kigget i syv dage.

{mvh}

@ 129 internal appendix - | Optælling på lofterne | pdf
Talt op af to elever i praktik på fire dage.

"""
    + stock_list(("Loftet over materielgården", "Rådhusets kælder", "Østre Skoles gamle gymnastiksal"), 42)
    + """

@ 115 out decision - | Regel om genbrug før nyt
Direktionen har besluttet, at alle møbler over 500 kr. skal søges på markedet først. Undtagelser skal
begrundes med én sætning, som alle kan læse.

{mvh}

@ 101 in email goje | Bestilling af 28 hæve-sænke-borde
Hej Helene

Østre Skole skal bruge 28 borde til lærerne. Jeg fandt 31 på markedet. Tre vipper. Vi tager 28 og skruer på
resten.

{mvh goje}

@ 60 internal report - | Møbelmarkedet efter to måneder | docx
| Hvad | Antal | Sparet |
| Stole | 406 | 527.000 kr. |
| Borde | 118 | 861.000 kr. |
| Reoler og skabe | 44 | 233.000 kr. |
| Lamper | 97 | 279.000 kr. |

Begrundelsen »jeg vil have en pæn« er brugt fire gange og afvist fire gange.

@ 21 in letter os | Må vi låne jeres løsning? | pdf
Vi er 34 kommuner, som deler kode. Jeres møbelmarked er bygget af en elev på to uger. Må vi lægge det i
fællesskabet, så andre kan bruge det gratis?

{mvh os}

@ 18 out letter os | SV: Må vi låne jeres løsning?
Ja, meget gerne. Koden ligger åbent med licens, og eleven hedder Fie og vil gerne have det på sit cv.

{mvh yath}
""",
)

CHARGING = Case(
    key="ladestandere",
    number=12011,
    title="Koncession på 120 ladestandere",
    kind="procurement",
    kle="05.09.08",
    unit="bm-ind",
    by="asma",
    opened=66,
    hearing=True,
    summary="Hvor skal byens 120 ladestandere stå? Sig det, før vi sender opgaven i udbud.",
    steps="received 66, processing 50, hearing 19",
    next_step="decided -60",
    parties="complainant jasmin kurt",
    script="""
@ 66 internal memo - | Hvor mangler der strøm? | docx
3.900 elbiler bor i kommunen, og 1.700 af dem bor i lejlighed uden egen stikkontakt. Der er i dag 31
offentlige standere.

{mvh yath}

@ 50 in email kurt | Lader hjemme med forlængerledning
Jeg lader min bil fra køkkenvinduet på anden sal med 25 meter ledning over fortovet. Det er sikkert ulovligt,
men kommunen har ikke givet mig andet valg. Ring gerne på {kurt.tlf-e}, men ikke for at give mig en bøde.

{mvh kurt adr}

@ 48 out email kurt | SV: Lader hjemme med forlængerledning
{kære kurt}

Tag ledningen ind; nogen kan falde. Din gade kommer med på listen over de første 20.

{mvh}

@ 30 internal minutes - | Markedsdialog om ladestandere | pdf
Fem selskaber kom. Alle vil have torvet, ingen vil have Ellinge. Derfor pakker vi pladserne i fem bundter med
både gode og tynde steder.

Et selskab sagde, at 12 år er nødvendigt; et andet sagde otte. Vi spørger begge igen, når bundterne er klar.

@ 19 out hearing - | Hvor skal ladestanderne stå? | pdf
Sæt din prik på kortet. Hver fjerde stander skal stå, hvor folk bor i lejlighed. Svar senest {d-12}.

{mvh}

@ 10 in hearing_response jasmin | Strøm på Lindealle
Lindealle har 64 lejligheder og ingen stikkontakt. Sæt to ved containerne, så skal der ikke graves i rødder.
Jeg er elektriker og kan vise hvor.

{mvh jasmin adr mail}

@ 1 in hearing_response kurt | Tak for svar om strøm
Ledningen er taget ind, og bilen står stille. Jeg glæder mig.

{mvh kurt}
""",
)

CASES = (CLEANING, SCHOOL_MEALS, VANS, FURNITURE, CHARGING)
