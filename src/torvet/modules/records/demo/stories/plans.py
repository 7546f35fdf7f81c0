"""Plans: the south harbour, houses at Rønnevangen, the station, trees, and four windmills."""

from ..model import Case
from .series import tree_list

SOUTH_HARBOUR = Case(
    key="lp231",
    number=3120,
    title="Lokalplan 231 for Sydhavnen",
    kind="plan",
    kle="01.02.05",
    facet="P16",
    unit="tm-plan",
    by="reol",
    opened=520,
    hearing=True,
    summary=("Sydhavnen skal have 240 boliger, værksteder og en park ved vandet. Planen er i høring lige nu."),
    steps="received 520, processing 480, hearing 34",
    next_step="decided -75",
    parties="owner havn; association naturforening; neighbour peder ragnhild; authority museum",
    script="""
@ 520 in letter havn | Anmodning om lokalplan for Sydhavnen | pdf
Fjordby Havn A/S ejer 7,4 hektar syd for Sydkajen. Kornsiloerne har stået tomme siden 2011, og vi bruger kun
120 meter kaj.

Vi ønsker boliger, erhverv og en offentlig promenade. Overskuddet fra salget skal betale en ny servicekaj til
de fiskere, der er tilbage.

{mvh havn}

@ 488 internal minutes - | Teknisk Udvalg om Sydhavnen: igangsætning | docx
{rasv} bød velkommen til en sag, som udvalget har ventet på i 15 år.

- Udvalget vil have mindst 25 % almene boliger.
- Siloen skal undersøges, før nogen taler om nedrivning.
- {bygr} bad om, at promenaden bliver bred nok til både løbere og kørestole.
- {byho} advarede mod at bygge boliger, hvor der lugter af fisk.

Beslutning: Planlægningen begynder.

@ 430 in report museum | Arkivalsk kontrol af Sydhavnen
Området er opfyldt mellem 1868 og 1934. Under fyldet kan ligge rester af skibsbroen fra 1600-tallet og mindst
ét vrag, som lodsen omtaler i 1742: »den Hukkert som blev siddende«.

Museet anbefaler fire søgegrøfter på hver 20 meter. Udgiften til forundersøgelsen er 286.000 kr.

{mvh museum}

@ 392 in report kystmiljo | Stormflod og klima i Sydhavnen | pdf
# Opgaven
Vi har regnet på højvande, skybrud og grundvand frem til år 2100.

# Højvande
| Hændelse | I dag | 2050 | 2100 |
| 20 år | 1,58 m | 1,82 m | 2,21 m |
| 100 år | 1,79 m | 2,04 m | 2,47 m |
| 1.000 år | 2,08 m | 2,33 m | 2,78 m |

Kajen ligger i kote 1,65. Den bliver altså oversvømmet oftere end hvert 50. år.

# Skybrud
Parken kan rumme 2.300 m³, hvis den ligger 60 cm lavere end stierne. Det svarer til en times regn, som kun
falder hvert 100. år.

===
# Grundvand
Vandet under fyldet står 90 cm nede og følger tidevandet. Kældre kan ikke anbefales.

| Boring | Terræn | Vandspejl, sommer | Vandspejl, vinter |
| B1 | 1,71 | 0,62 | 0,91 |
| B2 | 1,66 | 0,55 | 0,87 |
| B3 | 1,98 | 0,71 | 1,02 |
| B4 | 2,14 | 0,80 | 1,11 |

# Anbefaling
Læg gulvet i kote 2,5, og lav promenaden som et dige med siddetrin. Så ser ingen, at det er et dige.

===
# Usikkerhed
Havets stigning afhænger af, hvad verden gør. Vi har regnet med den midterste af tre fremskrivninger. Med den
høje skal tallene for 2100 lægges 38 cm til.

@ 340 internal minutes - | Idéværksted i siloen | pdf
86 deltog. Det var koldt, og kaffen slap op, men ingen gik.

# De fem idéer med flest klistermærker
| Idé | Mærker |
| Behold siloen og lav klatrevæg | 61 |
| Badetrappe med ly for vestenvind | 58 |
| Billige værksteder i stueetagen | 44 |
| Ingen biler på promenaden | 40 |
| Et sted at spise sin egen madpakke | 33 |

# Citat fra en seddel
»Byg noget, min mor kan betale, og som jeg gider hænge ud ved.« (pige, 14 år)

@ 300 internal memo - | Er siloen værd at beholde? | docx
Ingeniøren har hamret på betonen. De otte rør er sunde, mens toppen er mør. Det koster 11,5 mio. kr. at bevare
rørene og 6,2 mio. kr. at rive dem ned. Bevaring sparer 1.900 ton CO2, og klatreklubben vil leje fire rør i 20
år.

Vi anbefaler at beholde seks rør og tage toppen af.

{mvh mahv}

@ 214 internal memo - | Støj fra fiskeeksporten mod de nye boliger | pdf
Kølekondensatorerne giver 47 dB om natten ved de nærmeste byggefelter. Grænsen er 40. Der er tre muligheder:
at dæmpe kilden for 700.000 kr., at bygge erhverv som skærm, eller at vente.

Planen forudsætter nu erhverv i byggefelt A og B, før boligerne i C må tages i brug.

{mvh}

@ 90 internal minutes - | Byrådet sender lokalplan 231 i høring
Byrådet godkendte forslaget med 24 stemmer mod 6. {byts} stillede forslag om 40 % almene boliger, som faldt
med 11 stemmer mod 19.

Høringen varer otte uger, og der holdes byvandring.

@ 34 internal plan - | Forslag til lokalplan 231: Sydhavnen | pdf
# Formål
Planen skal give plads til 240 boliger, 6.000 m² erhverv og en park, som tager imod både mennesker og vand.

# Anvendelse
Byggefelt A og B er til erhverv. C til G er til boliger med værksteder eller butikker i stuen mod promenaden.
Siloen er til fritid.

# Højder
Husene er to til fem etager, højest mod nord, så solen når promenaden. Ingen bygning må være højere end
siloens rør på 24 meter.

# Veje og parkering
Der er én vej ind og én ud. Boligerne får 0,6 plads hver i et fælles hus, som kan bygges om, når bilerne
bliver færre.

# Park og promenade
Promenaden er mindst seks meter bred og åben døgnet rundt. Parken ligger lavt og bliver våd omkring fire gange
om året.

# Bebyggelsens udseende
Facader er af tegl, træ eller genbrugte plader fra siloen. Ingen facade må være længere end 18 meter uden et
spring.

# Klima
Gulv i kote 2,5. Ingen kældre. Regnvand ledes på overfladen til parken.

===
# Almene boliger
Mindst 25 % af boligerne i hvert byggefelt er almene. Reglen gælder også, hvis feltet deles.

# Betingelser for ibrugtagning
Ingen bolig i C må tages i brug, før støjen fra nord er under 40 dB om natten. Stormflodsdiget skal være
lukket, før D til G tages i brug.

# Matrikler
Planen omfatter matr.nr. 301 Fjordby Havn, matr.nr. 302a Fjordby Havn og dele af vejlitra 7000k.

# Forhold til kommuneplanen
Planen er i tråd med kommuneplanens ramme 4.B.12, som er ændret samtidig.

# Miljøvurdering
Der er lavet miljørapport om støj, vand, trafik og kulturarv. De største virkninger er trafik og indblik.

===
# Bestemmelser
§ 1. Området skal bruges til boliger, erhverv og rekreation som vist på kortbilag 2.

§ 2. Bebyggelsen må ikke overstige 31.000 etagemeter.

§ 3. Tage skal være grønne eller bære solceller, medmindre de er tilgængelige for beboerne.

§ 4. Skilte må ikke lyse ud over vandet.

§ 5. Mindst 40 træer plantes før første indflytning.

# Hvad du kan gøre
Skriv dit svar senest {d-22}, eller kom med på byvandring.

@ 34 out hearing - | Høring: Lokalplan 231 for Sydhavnen | docx
Nu kan du sige din mening om Sydhavnen. Planen giver 240 boliger, værksteder, en park og seks af siloens otte
rør.

Mød os ved siloen {d12} kl. 16. Vi går en time og slutter med suppe. Svar senest {d-22}.

{mvh}

@ 26 in hearing_response peder | Sydhavnen set fra pakhuset
Jeg er ved at bygge boliger i Det Gule Pakhus og er glad for planen. Men vejen ind går forbi min port, og 240
boliger giver efter planen 610 biler om dagen. Lav vejen først og husene bagefter, ikke omvendt.

Jeg kan træffes på {peder.tlf-b} eller {peder.mail}.

{mvh peder adr}

@ 22 in hearing_response naturforening | Naturforeningens svar om Sydhavnen | pdf
Vi har talt fugle på siloen: to par vandrefalk har ynglet i fire år. De nævnes ikke i miljørapporten.

Vi foreslår en redekasse på rør 3 og ro fra februar til juli. Ålegræsset uden for molen tåler ikke skygge, så
badebroen bør flyttes 30 meter mod øst.

{mvh naturforening}

@ 18 in hearing_response yrsa | Børnene på promenaden | eml
Jeg er dagplejer med fem børn. Siddetrin ned i vandet er skønne for unge, men livsfarlige for små. Kan der
være ét sted med rækværk og skygge?

{mvh yrsa adr tlf}

@ 11 internal memo - | Noter fra byvandring ved siloen | docx
52 mennesker, tre hunde og en falk. De fleste spørgsmål handlede om trafik og om prisen på boligerne. En mand
ville vide, om hans kajak må ligge ved promenaden. Det må den.

Suppen var porre og kartoffel, og opskriften er efterspurgt.

{mvh}

@ 1 in hearing_response fjordfisk | Fiskeeksportens svar om lokalplan 231 | pdf
Vi er nabo mod nord og har tre bemærkninger.

- Dæmpning af kondensatorerne bør betales af dem, der bygger, for vi var her først.
- Vores lastbiler kører fra klokken 4. Skriv det i skødet på hver bolig.
- Lugt kan ikke reguleres med en lokalplan. Vinden bestemmer.

{mvh fjordfisk}

@ 0 in hearing_response tommy | Mere plads til både
Jeg har jolle i havnen på 31. år. I planen er der 18 pladser til både på land, og i dag er vi 44. Hvor skal de
26 hen?

Ring på {tommy.tlf-b}.

{mvh tommy adr}
""",
)

ROW_HOUSES = Case(
    key="lp228",
    number=2214,
    title="Lokalplan 228 for boliger ved Rønnevangen",
    kind="plan",
    kle="01.02.05",
    facet="P16",
    unit="tm-plan",
    by="mahv",
    opened=470,
    closed=88,
    summary="Der må bygges 44 rækkehuse ved Rønnevangen. En bred stribe med træer skærmer naboerne.",
    steps="received 470, processing 440, hearing 260, decided 120, carried_out 88",
    parties="owner fjordbyg; neighbour simone tommy viola",
    script="""
@ 470 in letter fjordbyg | Ønske om lokalplan ved Rønnevangen
Vi har købt 2,1 hektar mark af dødsboet på Vesterlundvej og vil bygge 44 rækkehuse til folk, der vil væk fra
for stort hus uden at forlade byen.

Husene er i træ, én og to etager, med fælles værksted og køkkenhaver.

{mvh fjordbyg}

@ 402 internal memo - | Trafik fra 44 rækkehuse | docx
44 boliger giver omkring 180 bilture om dagen. Rønnevangen har i dag 340 og kan bære 1.500. Krydset ved
Parkvej får en lille forsinkelse på fire sekunder om morgenen.

{mvh nabr}

@ 260 out hearing - | Høring: Lokalplan 228 ved Rønnevangen | pdf
Forslaget giver plads til 44 rækkehuse, et fælleshus og en træbræmme på 12 meter mod de gamle haver. Du kan
svare indtil {d204}.

{mvh}

@ 249 in hearing_response simone | Udsigten til marken
I tolv år har vi set på rug og byg. Nu får vi tagrygge. Jeg ved godt, at ingen ejer en udsigt, men jeg beder
om, at de nærmeste huse bliver på én etage, og at træerne plantes, før der bygges, så de når at blive høje.

{mvh simone adr mail}

@ 246 in hearing_response viola | Værdien af mit hus
Mægleren siger, at mit hus falder 250.000 kr. i værdi. Hvem betaler? Min bank hedder Fjordland Sparekasse, og
kontoen er {viola.konto}. Det er kun halvt ment som en spøg.

{mvh viola adr tlf}

@ 244 in hearing_response tommy | Jeg er for
Min datter kan ikke købe bolig i den by, hun er vokset op i. Byg nu de huse.

{mvh tommy adr}

@ 150 internal memo - | Hvad svarene ved Rønnevangen ændrede | pdf
Vi fik 19 svar.

| Ønske | Ændring |
| Lave huse mod naboerne | Ja, de ti nærmeste er på én etage |
| Træer først | Ja, bræmmen plantes før byggemodning |
| Erstatning | Nej, det giver loven ikke mulighed for |
| Legeplads for alle | Ja, åben for hele Rønnevangen |

{mvh}

@ 120 out decision - | Lokalplan 228 er vedtaget
Byrådet vedtog planen enstemmigt {d120}. De ti huse nærmest de gamle haver bliver på én etage, og træerne
plantes først.

Du kan klage til Planklagenævnet over retlige forhold inden fire uger.

{mvh}

@ 118 out letter viola | Svar om husets værdi
{kære viola}

En lokalplan giver ikke ret til erstatning for udsigt eller pris. Det var ikke det svar, du ønskede. Til
gengæld er huset bag dig nu tegnet på én etage, og bræmmen af røn og eg står der fra i morgen tidlig.

{mvh}

@ 88 in email simone | De første træer
Tak for træerne. De er to meter høje og ser lidt forlegne ud, men de er der.

{mvh simone}
""",
)

STATION = Case(
    key="station",
    number=10402,
    title="Helhedsplan for stationspladsen",
    kind="plan",
    kle="01.02.05",
    unit="tm-plan",
    by="reol",
    opened=150,
    summary=("Stationspladsen skal være lettere at finde rundt på. Vi prøver idéer af med maling, før vi bygger."),
    steps="received 150, processing 130",
    next_step="hearing -30",
    parties="association handicap cykel; authority bil",
    script="""
@ 150 internal memo - | Hvad er der galt med stationspladsen? | docx
Vi har siddet på pladsen i to dage. 4.300 mennesker går over den hver dag. De fleste går skråt, fliserne
ligger lige. 312 cykler holder i stativer til 180. Ingen sætter sig, for bænkene vender mod busserne.

{mvh}

@ 138 in letter handicap | Gåtur over stationspladsen
Ni fra rådet gik, rullede og famlede sig over pladsen.

- Ledelinjen ender ved en blomsterkumme.
- Taxaernes plads har kantsten på 14 centimeter.
- Elevatoren til perron 2 har været i stykker 41 dage i år.

{mvh handicap}

@ 131 in email bil | Bussernes behov
Vi har 11 linjer og seks holdepladser, men bruger kun fem samtidig. Den sjette kan I få, hvis chaufførerne
beholder deres toilet.

{mvh bil}

@ 97 internal memo - | Prøv det med maling | pdf
Før vi bruger 22 mio. kr. på granit, foreslår vi tre måneder med maling, flytbare bænke og 150 cykelstativer
på den sjette busplads. Prisen er 340.000 kr. Vi tæller, hvor folk går, og flytter bænkene derhen, hvor de
sætter sig på jorden.

{mvh}

@ 61 in email cykel | Stativerne virker
På en uge er der kommet 140 cykler i de nye stativer, og fortovet ved kiosken er frit. Sæt dem gerne med tag
næste gang, for sadlerne er våde.

{mvh cykel}

@ 30 internal report - | Stationspladsen efter to måneder med maling | pdf
| Hvad vi målte | Før | Nu |
| Cykler uden stativ | 132 | 24 |
| Siddende på pladsen kl. 16 | 7 | 46 |
| Minutter fra tog til bus | 5,2 | 3,4 |
| Henvendelser om farlige situationer | 12 | 3 |

Den gule skrå sti bliver brugt af ni ud af ti. Den bør blive til sten.

@ 3 in email laila | Bænken ved træet
Kære Rebekka

Min mand og jeg mødtes på den station i 1971. Vi sad på bænken i går, den nye under træet, og spiste is. Lad
den stå.

{mvh laila tlf}
""",
)

TREES = Case(
    key="traeer",
    number=5530,
    title="Træpolitik: 3.000 nye bytræer",
    kind="plan",
    kle="01.05.08",
    unit="tm-mil",
    by="fral",
    opened=290,
    closed=110,
    summary="Byen skal have 3.000 flere træer. Fælder vi ét, planter vi tre.",
    steps="received 290, processing 280, hearing 200, decided 110",
    parties="association naturforening grund",
    script="""
@ 290 internal memo - | Hvor mange træer har vi? | pdf
Vi har talt alle kommunens bytræer: 8.412. Hvert tiende er elm eller ask og er på vej ud. Kronerne dækker 14 %
af byen, på Bryggen kun 3 %.

| Bydel | Træer | Kronedække | Ældste træ |
| Midtbyen | 1.106 | 9 % | Linden på kirkepladsen, ca. 1780 |
| Bryggen | 214 | 3 % | Pil, 1958 |
| Ellinge | 1.870 | 22 % | Eg ved smedjen, ca. 1690 |
| Vesterlund | 2.044 | 19 % | Bøg, ca. 1820 |
| Fjordvænget | 3.178 | 24 % | Eg, 1880 |

{mvh}

@ 289 internal appendix - | Træliste for midtbyen, træ for træ | pdf
"""
    + tree_list(("Havnegade", "Kirkestræde", "Torvet", "Nørregade", "Østergade", "Skolegade"), 34)
    + """

@ 238 in letter grund | Grundejerforeningen om træer
Vi elsker træer, bare ikke i nedløbsrør. Plant små arter langs fortovet, og fej blade to gange i november. Og
spørg, før I planter foran et solcelleanlæg.

{mvh grund}

@ 200 out hearing - | Høring om kommunens træpolitik
Vi vil plante 3.000 træer på ti år. Fælder vi ét, planter vi tre. Hvilket sted mangler et træ? Sæt en prik på
kortet eller skriv senest {d165}.

{mvh}

@ 186 in hearing_response dagny | Et træ ved busstoppet | txt
Ved stoppestedet på Højmarken står vi i bagende sol. Der er en græsplæne på størrelse med en stue. Et
kirsebærtræ ville være dejligt, også i maj.

{mvh dagny adr tlf}

@ 181 in hearing_response christoffer | Pollen
Plant ikke flere birke. Mit barn har astma og får medicin fra marts til juni. Der findes 40 andre træer.

{mvh christoffer adr mail}

@ 110 out decision - | Træpolitik for Fjordby Kommune
Byrådet har vedtaget politikken {d110}.

- 3.000 nye træer på ti år, halvdelen på Bryggen og i midtbyen.
- Tre nye for hvert fældet.
- Ingen birk ved skoler og institutioner.
- Alle fældninger kan ses på et kort to uger før.

{mvh}

@ 16 internal memo - | Efterårets plantning | docx
I uge 44 til 46 planter vi 214 træer. Kirsebærtræet på Højmarken kommer først. Skoleelever fra 4. klasse giver
dem navne, så pas på, hvad I fælder.

{mvh}
""",
)

WIND = Case(
    key="vind",
    number=8127,
    title="Fire vindmøller ved Vesterlund Mose",
    kind="plan",
    kle="01.02.05",
    unit="tm-plan",
    by="mahv",
    opened=340,
    closed=190,
    summary=("Byrådet sagde nej til fire møller ved mosen. Der er for mange svaner og for få meter til husene."),
    steps="received 340, processing 320, decided 190",
    parties="applicant sol; association naturforening; neighbour connie egon",
    script="""
@ 340 in application sol | Ansøgning om fire vindmøller
Vi søger om fire møller på hver 4,3 MW med en højde på 149 meter. De vil give strøm til 14.600 husstande.
Afstanden til nærmeste bolig er 612 meter.

Naboer inden for 1.500 meter tilbydes andele, og en fond på 400.000 kr. om året går til Vesterlund.

@ 331 in email connie | Nej tak til møllerne
Skyggen vil feje over mit køkken 21 timer om året, står der i papirerne. Jeg har regnet på det: Det er lige
den tid, jeg drikker kaffe.

{mvh connie adr tlf}

@ 322 in email egon | Ja tak til møllerne
Jeg havde en mølle i 1980, som jeg selv svejsede. Den larmede mere end fire nye. Strømmen skal jo komme et
sted fra.

{mvh egon adr}

@ 270 in report naturforening | Fugle ved Vesterlund Mose | pdf
# Tælling
| Art | Oktober | December | Februar |
| Sangsvane | 340 | 1.120 | 860 |
| Pibesvane | 12 | 41 | 18 |
| Blisgås | 900 | 2.400 | 300 |
| Blå kærhøg | 2 | 3 | 2 |

# Træk
Svanerne flyver mellem mosen og fjorden morgen og aften i 60 til 140 meters højde. Det er lige der, vingerne
er.

@ 212 internal memo - | Vurdering af møller ved mosen | pdf
Mosen er vigtig for svaner fra hele Nordeuropa. Kollisioner kan ikke udelukkes. Fire boliger får mere end ti
timers skygge, hvis møllerne ikke stoppes automatisk.

Vi anbefaler at sige nej her og i stedet pege på området ved motorvejen.

{mvh}

@ 190 out decision sol | Afslag på vindmøller ved Vesterlund Mose
Byrådet sagde nej med 19 stemmer mod 12. Begrundelsen er hensynet til svanerne og afstanden til boligerne.

Byrådet vil gerne se en ansøgning ved motorvejen, hvor der allerede er støj.

{mvh}
""",
)

CASES = (SOUTH_HARBOUR, ROW_HOUSES, STATION, TREES, WIND)
