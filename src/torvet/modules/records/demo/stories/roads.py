"""Roads: the cycle path in Havnegade, and four smaller matters of asphalt, speed and buses."""

from ..model import Case
from .series import collected_replies, traffic_week
from .voices import CYCLE_PATH as CYCLE_PATH_VOICES

CYCLE_PATH = Case(
    key="cykelsti",
    number=14482,
    fixed_number="2025-014482",
    title="Ny cykelsti i Havnegade",
    kind="road",
    kle="05.04.00",
    facet="P20",
    unit="tm-vej",
    by="tosk",
    opened=402,
    summary=(
        "Havnegade får cykelsti i begge sider. Byrådet har sagt ja til 8,4 mio. kr. Arbejdet går i gang til foråret."
    ),
    steps="received 402, processing 380, hearing 190, decided 62",
    next_step="carried_out -118",
    parties="association cykel handel; authority politi; complainant werner vibeke; bidder entre",
    script="""
@ 402 in letter cykel | Ønske om cykelsti i Havnegade | pdf
Til Teknik og Miljø

Vi skriver, fordi Havnegade er byens mest brugte cykelrute og samtidig den eneste uden plads til cykler. Hver
morgen kører børnene fra Bryggen mellem varebiler og spejle for at nå Østre Skole til klokken otte.

Vores medlemmer stod på hjørnet af Fiskergade tre morgener i træk. De talte 412 cykler mellem 7.15 og 8.15.
Hver femte valgte fortovet. Det gør ingen for sjov, men fordi kantstenen føles tryggere end lastbilen.

Vi beder kommunen om tre ting:
- at tælle trafikken ordentligt, både cykler, biler og varelevering
- at tegne mindst to løsninger, så byen kan vælge
- at tale med butikkerne, før der er tegnet en streg

{mvh cykel}

@ 399 out receipt cykel | Vi har modtaget jeres ønske om en cykelsti | docx
Tak for jeres brev om Havnegade. Vi har oprettet sagen med nummer {sag}, og {sb} er jeres kontakt.

Vejen er 780 meter lang og mellem 11,2 og 13,6 meter bred. Der er altså noget at fordele, men ikke nok til
alle på én gang. Vi begynder med at måle og tælle, og I hører fra os, når tallene er her.

{mvh}

@ 380 out letter trafik | Bestilling af trafiktælling i Havnegade
Vi bestiller hermed en tælling på tre steder i Havnegade: ved Torvet, ved Fiskergade og ved Sydkajen.

Tællingen skal vare en hel uge uden ferie og helligdage. Vi vil vide, hvor mange cykler, biler og lastbiler
der kører, hvor hurtigt de kører, og hvornår butikkerne får varer. Prisen er 86.500 kr. som i jeres tilbud af
{d384}.

{mvh}

@ 352 in report trafik | Trafiktælling i Havnegade, uge for uge | pdf
Rapporten er lavet for Fjordby Kommune. Slangerne lå på kørebanen i syv døgn fra {d364} til {d357}, og
kameraerne talte cykler med en sikkerhed på 97 %.

# Hovedtal
| Sted | Biler pr. døgn | Cykler pr. døgn | Lastbiler | Middelfart, km/t |
| Ved Torvet | 6.240 | 1.910 | 182 | 41,3 |
| Ved Fiskergade | 5.870 | 1.655 | 240 | 46,8 |
| Ved Sydkajen | 3.410 | 1.120 | 355 | 44,1 |

# Cykler time for time ved Torvet
| Time | Mod havnen | Mod centrum | I alt | På fortovet |
| 6–7 | 41 | 66 | 107 | 9 |
| 7–8 | 118 | 284 | 402 | 83 |
| 8–9 | 96 | 171 | 267 | 40 |
| 9–12 | 122 | 119 | 241 | 18 |
| 12–15 | 160 | 148 | 308 | 26 |
| 15–17 | 251 | 137 | 388 | 61 |
| 17–22 | 118 | 79 | 197 | 12 |

Hver femte cykel i morgentimen kører altså på fortovet. De fleste er børn med skoletaske.

===
# Varelevering
Vi så 61 leveringer på en uge. Halvdelen skete før klokken ti. Den gennemsnitlige varebil holdt stille i ni
minutter, den længste i halvanden time ud for Havnegade 17.

| Tidsrum | Leveringer | Holdt på fortov | Holdt i kørebanen |
| 6–8 | 14 | 5 | 9 |
| 8–10 | 18 | 11 | 7 |
| 10–14 | 21 | 8 | 13 |
| 14–18 | 8 | 1 | 7 |

# Fart
Skiltet siger 50. Ved Fiskergade kører 31 % hurtigere, og 4 % kører over 60. Det sker mest efter klokken 19.

===
# Parkering
Gaden har 38 båse. Vi gik gaden igennem hver halve time på en torsdag og en lørdag.

| Dag | Flest optagne | Klokken | Færrest optagne | Over to timer |
| Torsdag | 33 | 11.30 | 9 | 14 biler |
| Lørdag | 38 | 11.00 | 12 | 21 biler |

Hver tredje bås er optaget af en bil, der har holdt der i over to timer. Det tyder på, at beboere og ansatte
bruger pladser, som var tænkt til kunder.

# Usikkerhed
Cykler i klynger bliver talt lidt for lavt. Vi har regnet med tre procent og har ikke rettet tallene op.

@ 350 internal memo - | Tre måder at få plads til cykler på | pdf
Til rådmanden for Teknik og Miljø

# Kort fortalt
Der er plads til cykelsti i begge sider, hvis gaden afgiver 14 af sine 38 parkeringsbåse. Løsning B er dyrest,
men den eneste, der også hjælper skolebørnene.

# Løsningerne
| Løsning | Hvad | Pris | Båse tilbage | Ulykker færre |
| A | 2 minus 1-vej med brede kantbaner | 1.350.000 kr. | 38 | 10 % |
| B | Enkeltrettede stier i begge sider | 8.400.000 kr. | 24 | 35 % |
| C | Dobbeltrettet sti mod vest | 5.900.000 kr. | 31 | 15 % |

# Vores vurdering
A er billig, men 355 lastbiler om dagen ved Sydkajen passer ikke til en 2 minus 1-vej. C giver en svær
udkørsel ved Fiskergade, hvor tre parkeringskældre munder ud over stien. B koster båse, men ligner det,
cyklister kender.

# Hvad vi ikke ved endnu
Kloakken under den vestlige side er fra 1938. Fjordby Vand A/S vil helst grave samtidig, men har først penge
om to år.

{mvh nabr}

@ 344 in email vand | Kloakken i Havnegade
Hej Torben

Vi har set på ledningen fra 1938. Tv-inspektionen viser rødder ved nummer 12 og en sætning på fire centimeter
ved nummer 26, men ingen brud. Vi kan fremrykke fornyelsen, hvis I graver mod vest. Vores andel bliver 2,1
mio. kr.

Kan vi mødes i uge 4? Vi tager tegningerne med.

{mvh vand}

@ 341 out email vand | SV: Kloakken i Havnegade
Tak for det hurtige svar. Ja til et møde, og tak fordi I vil rykke fornyelsen frem. Det sparer gaden for at
blive gravet op to gange, og det er det, butikkerne spørger mest om.

{mvh}

@ 318 internal minutes - | Møde med butikkerne i Havnegade | docx
Til stede: ni butikker, Handelsstandsforeningen, {tosk} og {nabr}.

# Det sagde butikkerne
- Varer skal kunne leveres før klokken ti. Bager Birk ApS får mel to gange om ugen med en lastbil på 12
  meter.
- Havnens Isenkram I/S sælger haveborde, og de kommer ikke hjem på en cykel.
- Flere vil hellere have korte båse på 30 minutter end mange båse, der altid er optaget.
- Alle er bange for byggeriet. Nørregade var lukket i elleve uger, og to butikker kom aldrig tilbage.

# Det aftalte vi
Kommunen tegner fem læssezoner. Handelsstandsforeningen spørger sine 46 medlemmer, hvornår de får varer. Vi
mødes igen, før forslaget går i høring.

@ 296 in letter handel | Vores medlemmers svar om varelevering | pdf
Vi har spurgt 46 medlemmer. 39 har svaret.

| Spørgsmål | Ja | Nej | Ved ikke |
| Kan I klare jer med en læssezone inden for 50 meter? | 24 | 13 | 2 |
| Kan leverandøren komme før klokken ti? | 27 | 9 | 3 |
| Vil I have korttidsparkering foran butikken? | 33 | 4 | 2 |
| Støtter I en cykelsti, hvis de tre ting er på plads? | 18 | 17 | 4 |

Som det fremgår, er gaden delt. Vi kan derfor ikke støtte forslaget, men vi vil gerne være med til at gøre det
mindre dårligt.

{mvh handel}

@ 262 internal memo - | Skoleveje til Østre Skole | docx
Skolebestyrelsen har samlet ind, hvordan børnene kommer i skole. 214 familier på Bryggen og Sydhavnen har
svaret.

| Klasse | Cykler selv | Cykler med voksen | Bliver kørt | Går |
| 0.–2. | 6 | 31 | 44 | 12 |
| 3.–5. | 29 | 14 | 27 | 9 |
| 6.–9. | 36 | 0 | 5 | 1 |

På spørgsmålet om, hvad der skulle til, svarer 7 ud af 10 af dem, der kører børnene: en sti i Havnegade. En
far skriver, at han kører for at beskytte sit barn mod de andre, der kører.

{mvh nabr}

@ 225 in letter politi | Udtalelse om hastighed og afmærkning | pdf
Kystlandets Politi har gennemgået skitsen af {d240}.

Vi kan give samtykke til 40 km/t på hele strækningen, når stien er anlagt, fordi vejen da får et forløb, der
passer til farten. Vi kan ikke give samtykke til 30 km/t.

Vi beder jer flytte stopstregen ved Fiskergade fem meter tilbage. Ellers kan en lastbil ikke se en cyklist,
der holder til højre for førerhuset. Der er sket to højresvingsulykker i krydset på fem år, den ene alvorlig.

{mvh politi}

@ 204 internal plan - | Projektforslag: Cykelsti i Havnegade | pdf
# Gaden i dag
Havnegade forbinder Torvet med Sydkajen. Husene er fra perioden 1780 til 1930, og facaderne står tæt.
Kørebanen er ni meter bred, og fortovene skifter mellem 1,2 og 2,3 meter. Der er ingen træer mellem nummer 9
og nummer 31.

# Forslaget
Stierne bliver 1,9 meter brede med en kantsten på syv centimeter. Kørebanen bliver 6,0 meter, så to lastbiler
kan mødes i lav fart. Fortovet bliver aldrig smallere end 1,8 meter, og ved Bager Birk ApS bliver det bredere
end i dag.

# Parkering og varer
Der bliver 24 båse tilbage. De får 30 minutters grænse fra 9 til 18. Fem læssezoner ligger ved nummer 5, 11,
17, 26 og 31. De er åbne for alle om aftenen.

# Træer og regnvand
Vi planter elleve naur i bede, som kan tage imod en skybrud på 15 mm. Bedene er tegnet sammen med Fjordby Vand
A/S.

# Bump eller ikke bump
Bump giver støj i de gamle huse. I stedet hæver vi tre kryds, så bilerne kører op i fodgængernes højde.

# Økonomi
| Post | Beløb |
| Kantsten, belægning og fræsning | 4.650.000 kr. |
| Tre hævede kryds | 1.280.000 kr. |
| Belysning og skilte | 740.000 kr. |
| Træer og regnbede | 610.000 kr. |
| Uforudsete udgifter, 15 % | 1.120.000 kr. |
| I alt | 8.400.000 kr. |

# Tid
Arbejdet tager 24 uger. Vi tager gaden i fire bidder, så højst 200 meter er lukket ad gangen, og aldrig i
december.

# Forhold til andre planer
Forslaget følger Trafikplan 2030 og kommunens mål om, at fire af ti ture under fem kilometer sker på cykel.

@ 190 out hearing - | Høring: Ny cykelsti i Havnegade | pdf
Vi foreslår en cykelsti i begge sider af Havnegade. Nu vil vi gerne høre, hvad du mener.

# Det ændrer sig
- Cykler får egen sti fra Torvet til Sydkajen.
- 14 ud af 38 parkeringsbåse forsvinder. Resten får 30 minutters grænse om dagen.
- Farten bliver sat ned til 40 km/t.
- Butikkerne får fem læssezoner.

# Sådan svarer du
Skriv til os senest {d134}. Du kan også komme til mødet på biblioteket {d168} kl. 19.00. Vi lægger alle svar
frem, men dækker private navne og adresser til.

{mvh}

@ 166 internal minutes - | Borgermøde om Havnegade på Fjordby Bibliotek | pdf
124 borgere kom. {rasv} bød velkommen, og {nabr} gennemgik tallene. Fjordby Folkeblad skrev med.

# Spørgsmål fra salen
| Spørgsmål | Svar |
| Hvorfor ikke bruge Fiskergade, der er stille? | Den er 5,4 meter bred og har trapper ud til kørebanen. |
| Hvor skal hjemmeplejen holde? | I læssezonerne. Deres biler får kort i ruden. |
| Får vi støv og larm i et halvt år? | I gaden ja, men hver ejendom højst i syv uger. |
| Hvad koster det om året at rydde sne på stien? | 92.000 kr., og driften er betalt i budgettet. |
| Kan I prøve det af først med maling? | Vi har regnet på det. Maling uden kantsten gør ikke de mindste
  børn trygge. |

# Håndsoprækning
Der blev ikke stemt, men mødelederen skønnede, at to ud af tre i salen var for.

@ 160 in hearing_response vibeke | Høringssvar: Jeg kan ikke gå uden bil | mark=health
Jeg bor på {vibeke.adr} og har gigt i begge hofter. Jeg skriver ikke for at være på tværs, for jeg cyklede
selv til jeg var 71. Men når båsen foran min dør forsvinder, er der 140 meter til den næste. Om vinteren er
det for langt.

Lad der være to handicapbåse på stykket mellem nummer 10 og 20. Så er jeg med jer.

I er velkomne til at ringe på {vibeke.tlf-b}, helst før middag.

{mvh vibeke adr}

@ 158 in hearing_response werner | Høringssvar fra Havnegade 22
Nu har jeg boet her i 41 år, og det er fjerde gang, kommunen graver gaden op for at gøre den bedre. Hver gang
er det blevet sværere at køre bil og ikke lettere at bo her.

Mit forslag er gratis: håndhæv de regler, vi har. Skriv de varebiler op, der holder på fortovet, og sæt
farttavler op. Send gerne et svar til {werner.mail} eller ring på {werner.tlf-c}.

{mvh werner adr tlf}

@ 155 in hearing_response handel | Høringssvar fra Handelsstandsforeningen | pdf
Handelsstandsforeningen fraråder forslaget i sin nuværende form.

# Vi mister kunder, før vi får cyklister
14 båse lyder af lidt. Men hver bås bruges af ni biler om dagen, og en kunde i bil handler ifølge vores egen
optælling for 412 kr. Det svarer til 15,6 mio. kr. om året i en gade, hvor overskuddet i forvejen er tyndt.

# Byggeriet er den største fare
24 uger er en hel sæson. Vi husker Nørregade. Vi beder om tre løfter på skrift: gangbro til hver dør,
ugentligt nyhedsbrev fra entreprenøren, og en pulje til skiltning på 150.000 kr.

# Det kan vi leve med
Hvis kommunen beholder 30 båse og flytter langtidsparkering til Sydkajen, vil flertallet af vores medlemmer
ikke modsætte sig en sti.

{mvh handel}

@ 154 in hearing_response cykel | Høringssvar fra Cyklistforbundet Fjordby
Vi støtter løsning B og roser kommunen for at have talt før den tegnede.

Vi vil dog have kantstenen op på ni centimeter ud for læssezonerne. Ellers bliver stien brugt som forlænget
ladeport. Ved Sydkajen bør stien løbe helt ud til færgelejet i stedet for at slutte ved Vinhuset Ankeret ApS.

Om butikkerne: I Østergade voksede omsætningen, da cyklerne kom. Vi siger ikke, at det altid går sådan, men
lad os måle det.

{mvh cykel}

@ 152 in hearing_response ahmed | Høringssvar om min grønthandel | eml
Hej

Jeg har butikken i {ahmed.adr} og får grønt hver morgen kl. 5.30. Læssezonen ved nr. 31 er god, men I har
tegnet et træ midt i. Kan træet flyttes to meter, så lågen på bilen kan gå op?

Mine kunder kommer mest på cykel og til fods, så for mig må stien gerne komme i går.

{mvh ahmed tlf mail}

@ 151 in hearing_response ulla | Høringssvar om støj fra brosten
Jeg sover ud til gaden på {ulla.adr}. I tegningen skifter I asfalten ud med brosten i de hævede kryds. Brosten
er kønne, men de buldrer. Vælg en glat sten, eller lad være.

Jeg lægger en måling ved, som min nevø har lavet: 71 decibel om natten ved Fiskergade.

{mvh ulla adr mail}

@ 149 in hearing_response handicap | Høringssvar fra Handicaprådet i Fjordby
Rådet har tre bemærkninger.

- Ledelinjen skal ligge mindst 60 cm fra kantstenen og må ikke brydes af træbedene.
- Et hævet kryds uden niveauforskel er farligt for en blind. Læg en følbar kant på fire centimeter.
- Der skal være to handicapbåse på hver side, og de skal være 3,6 meter brede.

Vi stiller gerne op til en gåtur på stedet, når afmærkningen er kridtet op.

{mvh handicap}

@ 147 in hearing_response ragnhild | Havnegade set fra en barnevogn | html
Hvor er det dejligt, at fortovet bliver bredere ved bageren. I dag må jeg ud på kørebanen med tvillingevognen,
hver gang nogen har stillet en cykel. Husk derfor cykelstativer, mange, og ikke på fortovet.

{mvh ragnhild adr tlf}

@ 146 in hearing_response otto | Indsigelse mod nedlæggelse af parkering
Undertegnede ejer to lejligheder på Bryggen og protesterer mod forslaget. Når 14 båse forsvinder i Havnegade,
søger bilerne mod vores private gård, som vi betaler for.

Jeg forbeholder mig at kræve erstatning og beder om et skriftligt svar. Til sagens behandling kan jeg oplyse
mit personnummer: {otto.cpr-b}.

{mvh otto adr tlf mail}

@ 140 internal memo - | Besigtigelse med Handicaprådet | docx
Vi gik gaden igennem med Handicaprådet i Fjordby i øsregn. Det var lærerigt: vand samler sig netop der, hvor
ledelinjen skal ligge.

Vi ændrer tre ting på tegningen:
- rist i stedet for rende ud for nummer 14
- følbar kant på fire centimeter ved alle tre kryds
- fire handicapbåse, heraf én ud for nummer 14, hvor en borger med dårlige hofter har bedt om den

{mvh nabr}

@ 118 internal memo - | Høringsnotat om Havnegade | pdf
# Svarene i tal
Vi har fået 143 svar. 81 er for, 47 imod, og 15 har forslag uden at tage stilling.

| Emne | Antal svar | Ændrer vi noget? |
| Parkering | 52 | Ja, seks båse mere |
| Skolebørn | 44 | Nej, allerede med |
| Varelevering | 29 | Ja, en sjette læssezone |
| Støj fra belægning | 17 | Ja, savede sten |
| Tilgængelighed | 11 | Ja, kanter og handicapbåse |
| Færgelejet | 9 | Nej, hører til næste etape |

# Det ændrer vi
Parkering: Ved at gøre stien 10 cm smallere ved nummer 20 til 26 redder vi seks båse. Der bliver 30 tilbage.

Støj: De hævede kryds får savede granitsten med smalle fuger. Prisen stiger med 145.000 kr., som tages af
reserven.

Butikkerne: Vi afsætter 150.000 kr. til skilte, og gangbro til hver dør bliver et krav i udbuddet.

# Det ændrer vi ikke
Vi fastholder kantstenen på syv centimeter. Ni centimeter gør det svært at komme op med kørestol.

# Bilag
Svarene ligger på sagen som selvstændige dokumenter.

{mvh}

@ 96 internal memo - | Overvejelser om forhandling med Handelsstandsforeningen | pdf closed=OFL-23
Internt arbejdspapir til rådmanden.

Vi kan gå op til 200.000 kr. i puljen til skilte, hvis foreningen til gengæld siger ja offentligt. Begynd ved
120.000 kr. Formanden er under pres fra to medlemmer og har brug for en sejr før generalforsamlingen.

{mvh}

@ 88 out letter handel | Svar til Handelsstandsforeningen om parkering | pdf
Tak for jeres grundige høringssvar. Det har flyttet noget.

Forslaget har nu 30 båse i stedet for 24, præcis det tal I nævnte. Gangbroer og nyhedsbrev bliver krav til
entreprenøren, og der er sat 150.000 kr. af til skilte.

Vi er ikke enige om regnestykket på 15,6 mio. kr. Det forudsætter, at alle kunder bliver væk og ingen nye
kommer. Derfor måler vi omsætningen sammen med jer før, under og efter. Aftalen om målingen lægger vi ved.

{mvh}

@ 86 out appendix handel | Aftale om måling af handlen i Havnegade | with pdf
# Hvem måler
Handelsstandsforeningen samler tal fra 20 butikker. Fjordland Sparekasse A/S leverer samlede korttal uden
navne.

# Hvornår
Tre måneder før anlæg, hver måned under anlæg, og tolv måneder efter.

# Hvad offentliggøres
Kun summer for hele gaden. Ingen butik kan genkendes.

@ 74 internal memo - | Indstilling til byrådet: Cykelsti i Havnegade | pdf
# Indstilling
Rådmanden for Teknik og Miljø indstiller,
- at byrådet godkender løsning B med de ændringer, der står i høringsnotatet
- at byrådet bevilger 8.400.000 kr. fra puljen til Trafikplan 2030
- at stien evalueres et år efter åbningen

# Hvorfor
Havnegade er skolevej for 214 børn. To højresvingsulykker på fem år er to for mange.

# Konsekvenser
Parkering falder fra 38 til 30 båse. CO2-udledningen i anlægget er 310 ton; vi genbruger granitkantstenen, og
det sparer 46 ton.

# Udtalelser
Kystlandets Politi har givet samtykke til 40 km/t.

@ 62 out decision - | Byrådets beslutning om Havnegade | pdf
Byrådet behandlede sagen på mødet {d62}.

# Beslutning
Indstillingen blev vedtaget med 22 stemmer mod 8. En stemte hverken for eller imod.

# Tilføjelse
Byrådet vedtog et ændringsforslag fra {bygr}: Tællere ved Torvet skal vise antallet af cykler på en tavle og
som åbne data.

# Mindretal
{byho} fik ført til referat, at pengene burde bruges på huller i vejene i Ellinge og Vesterlund.

@ 58 in email avis | Spørgsmål fra Fjordby Folkeblad
Kære Torben Skytte

Til en artikel vil jeg gerne vide:
- Hvad koster hver meter sti?
- Hvor mange parkeringsbåse er der i hele midtbyen?
- Hvorfor begynder I først til foråret?

Jeg skal bruge svarene inden klokken 14.

{mvh avis}

@ 58 out email avis | SV: Spørgsmål fra Fjordby Folkeblad
Hej

8,4 mio. kr. delt med 780 meter er 10.770 kr. pr. meter, og så er der sti i begge sider, træer og tre kryds
med.

Midtbyen har 1.146 offentlige båse. Otte færre er 0,7 %. Vi venter til foråret, fordi julehandlen skal have
fred, og fordi beton ikke bryder sig om frost.

{mvh}

@ 44 out letter werner | Svar på dit høringssvar | docx
{kære werner}

Tak for dit brev. Du skriver, at vi skal begynde med de regler, vi har. Det har du ret i: Parkeringsvagterne
har siden {d60} gået en ekstra runde før klokken ti, og der kommer to farttavler i næste uge.

Men regler alene gør ikke gaden bred nok. Byrådet har derfor besluttet at bygge stien. Din ejendom får byggeri
i seks uger, og du får besked 14 dage før.

{mvh}

@ 37 in letter otto | Klage over beslutningen om Havnegade | pdf
Jeg klager over byrådets beslutning. Kommunen har ikke svaret på min indsigelse, og beslutningen bygger på en
tælling lavet i en uge med godt vejr.

Jeg beder om aktindsigt i alle bilag. Erstatning for tabt parkering kan sættes ind på konto {otto.konto}.

{mvh otto adr tlf}

@ 30 out letter otto | Svar på din klage
{kære otto}

Vi beklager, at du ikke fik svar på din indsigelse. Den lå i høringsnotatet, men det burde vi have skrevet til
dig.

Byrådets beslutning om at bygge en vej kan ikke påklages, men du kan bede Vejdirektoratet se på, om loven er
fulgt. Fristen er fire uger fra i dag. Tællingen er lavet i syv døgn, og på de to af dem regnede det.

Vi betaler ikke erstatning for parkering på offentlig vej. Send os ikke flere kontonumre; vi har ikke brug for
dem.

{mvh}

@ 24 out hearing - | Udbud af anlægsarbejdet i Havnegade | pdf
Fjordby Kommune udbyder anlæg af cykelsti i Havnegade som offentlig licitation.

# Opgaven
1.560 meter sti, tre hævede kryds, elleve træer i regnbede og 24 lysmaster.

# Krav ud over det sædvanlige
- Gangbro til hver dør, også for kørestole
- Ugentligt nyhedsbrev til naboer
- Genbrug af mindst 80 % af kantstenen
- Halvdelen af maskintimerne på el

# Tildeling
Pris vægter 60 %, naboplan 25 % og klima 15 %. Tilbud skal være her {d-18} kl. 12.00.

@ 21 in letter ib | Revne i gavlen efter prøvegravning
Efter prøvegravningen ved nummer 26 er der kommet en revne i min gavl, to millimeter bred og en meter lang. Jeg
havde målt den før: Der var ingen. Mureren siger 7.850 kr.

Beløbet kan sættes ind på {ib.iban}. Jeg beholder gerne revnen, hvis den ikke bliver længere, men så vil jeg have
det på skrift.

{mvh ib adr tlf}

@ 17 out letter ib | Svar om revnen i din gavl
{kære ib}

Vi har set dine mål og vores egne fotos fra {d40}. Revnen er ny, og vi betaler mureren 7.850 kr. Der sidder nu en
gipsmærkat over resten af muren. Knækker den, så ring, før du skriver.

{mvh}

@ 13 out letter - | Nyhedsbrev 1 fra Havnegade | mark=correct pdf look=columns
# Hvad sker der
Fjordby Vand A/S begynder at grave {d-90} ud for nummer 8. Vi tager gaden i fire bidder, og butikkerne holder
åbent.

# Hvem kan du ringe til
Byggepladsen har telefon 70 12 34 41. Er det akut om natten, så ring til 70 12 34 65.

@ 1 out letter - | Nyhedsbrev 1 fra Havnegade (rettet) | mark=correct-v2 pdf look=columns
# Hvad sker der
Fjordby Vand A/S begynder at grave {d-118} ud for nummer 8. I det første nyhedsbrev stod en forkert dato. Vi
tager gaden i fire bidder, og butikkerne holder åbent.

# Hvem kan du ringe til
Byggepladsen har telefon 70 12 34 41. Er det akut om natten, så ring til vagten på 70 12 34 56.

@ 9 internal minutes - | Byggemøde 1: Forberedelse i Havnegade | docx
Til stede: {tosk}, {nabr}, Fjordby Vand A/S og Handelsstandsforeningen.

- Kloakken bliver fornyet fra nummer 8 til nummer 28 som det første.
- Julebelysningen hænger i de gamle master. De bliver stående til {d-60}.
- Nyhedsbrev nummer 1 skrives på almindeligt dansk og kommer ud med avisen.

@ 1 internal memo - | Tællere ved Torvet viser nu cyklerne | pdf
Tavlen ved Torvet blev tændt i går klokken 7.00. Før middag havde den talt 1.012 cykler. En dreng fra 4.
klasse kørte frem og tilbage seks gange for at se tallet stige, så det rigtige tal er nok 1.006.

Tallene ligger som åbne data og bliver opdateret hver time.

{mvh nabr}

@ 0 in letter entre | Spørgsmål til udbuddet af Havnegade | pdf
Vi har tre spørgsmål til udbudsmaterialet i sagen {sag}.

- Må gangbroerne være af aluminium, eller skal de være af træ som vist på tegning 14?
- Er det 80 % af kantstenen målt i meter eller i vægt?
- Hvem betaler, hvis arkæologerne finder noget under nummer 26?

{mvh entre}

@ 351 in appendix trafik | Bilag til trafiktællingen: alle timer ved Torvet | pdf
"""
    + traffic_week("Havnegade", 6240)
    + """

@ 351 in appendix trafik | Bilag til trafiktællingen: alle timer ved Fiskergade | pdf
"""
    + traffic_week("Havnegade ved Fiskergade", 5870)
    + """

@ 120 internal appendix - | Samling af korte høringssvar om Havnegade, 1 til 30 | pdf look=report
Svarene er skrevet på biblioteket, på nettet og på bagsiden af en kvittering. De er gengivet, som de kom.

"""
    + collected_replies(CYCLE_PATH_VOICES, with_contact=True),
)

SCHOOL_SPEED = Case(
    key="skolegade",
    number=9031,
    title="30 km/t og hjertezone i Skolegade",
    kind="road",
    kle="05.01.00",
    unit="tm-vej",
    by="nabr",
    opened=260,
    summary=("Bilerne skal køre højst 30 i Skolegade. Forældre sætter børn af to gader væk. Det prøver vi i et år."),
    steps="received 260, processing 240, hearing 200, decided 150, carried_out 95",
    parties="complainant joan kenneth liva; association skolebest; authority politi",
    script="""
@ 260 in letter joan | Min datter blev næsten kørt ned
Kære kommune

I torsdags klokken 7.50 stod min datter mellem to holdende biler i Skolegade. En tredje bakkede. Hun nåede at
slå på bagruden, og føreren så forskrækket ud. Det var en far fra parallelklassen.

Ingen gjorde noget forkert, og det er netop sagen: Gaden er så fuld, at det går galt, selv når alle passer på.
Hun går i 2.b og hedder Alma, hvis I vil tale med hende; hun har tegnet, hvordan gaden skal være.

{mvh joan adr tlf mail}

@ 258 out receipt joan | Tak for dit brev om Skolegade
{kære joan}

Tak, og hils Alma. Hendes tegning hænger nu på vores tavle. På den er der ingen biler, men en pølsevogn.

Jeg kommer selv og ser gaden en morgen i næste uge. Derefter skriver jeg til skolebestyrelsen.

{mvh}

@ 244 internal memo - | Tre morgener i Skolegade | docx
| Morgen | Biler 7.40–8.05 | Børn til fods | Børn på cykel | Farlige situationer |
| Tirsdag, regn | 164 | 61 | 88 | 9 |
| Onsdag, tørt | 131 | 70 | 126 | 5 |
| Torsdag, tåge | 149 | 66 | 102 | 7 |

De fleste biler holder under et minut. Men otte ud af ti vender i porten til nummer 17, hvor cyklerne kommer
ud. {kenneth} fra nummer 17 har malet »HJÆLP« på sin skraldespand.

{mvh}

@ 231 in letter skolebest | Skolebestyrelsen om hjertezone | pdf
Vi støtter en zone uden bilkørsel fra 7.30 til 8.15. Vi har spurgt forældrene, og 63 % siger ja, 22 % siger
nej, og resten kører selv med og siger hverken ja eller nej.

Vi stiller med to gule veste hver morgen i det første halve år. Bestyrelsen tager selv mandagene.

{mvh skolebest}

@ 215 in letter politi | Samtykke til 30 km/t i Skolegade
Kystlandets Politi giver samtykke til lokal hastighed på 30 km/t fra nummer 1 til nummer 40, når gaden
indsnævres tre steder. Skilte alene er ikke nok. Den målte fart er i dag 43 km/t uden for skoletid.

{mvh politi}

@ 196 in hearing_response kenneth | Hjertezone: svar fra Skolegade 17
Jeg er for, og jeg har slettet »HJÆLP« igen. Bare jeg selv må køre ud og ind. Jeg er hjemmesygeplejerske og
møder klokken 7. Mit nummer er {kenneth.tlf-d}, hvis de gule veste vil vide, hvem jeg er.

{mvh kenneth adr}

@ 193 in hearing_response liva | Hvor skal vi så holde? | txt
Vi har en søn i kørestol. Han kan ikke gå fra Parkvej. I har skrevet »forældre sætter af to gader væk«, og der
står ikke noget om os. Skriv noget om os.

{mvh liva adr mail}

@ 150 out decision - | Et års forsøg med hjertezone i Skolegade | pdf
Vi indfører 30 km/t og lukker for gennemkørsel på skoledage fra 7.30 til 8.15.

- Beboere, taxaer med børn og biler med handicapkort må køre ind.
- Afsætning sker på Parkvej, hvor der er plads til 14 biler ad gangen.
- Gaden bliver smallere tre steder med plantekasser, som skolens 5. klasser passer.

Vi måler igen efter tre, seks og tolv måneder. Går det ikke, tager vi kasserne væk.

{mvh}

@ 5 internal appendix - | Tælling i Skolegade, alle timer | pdf
"""
    + traffic_week("Skolegade", 2110)
    + """

@ 4 internal report - | Første måling efter hjertezonen | pdf
| Hvad | Før | Nu |
| Biler 7.40–8.05 | 148 | 31 |
| Fart, gennemsnit | 43 km/t | 28 km/t |
| Farlige situationer på tre morgener | 21 | 2 |
| Børn, der går eller cykler | 68 % | 79 % |

På Parkvej er det til gengæld blevet trangt mellem 7.50 og 7.58. Vi flytter tre båse og maler en smiley, hvor
man skal køre frem.
""",
)

BUS = Case(
    key="bus12",
    number=7710,
    title="Ny rute for bus 12 gennem Vesterlund",
    kind="road",
    kle="05.01.00",
    unit="tm-vej",
    by="nabr",
    opened=210,
    closed=70,
    summary="Bus 12 kører nu gennem Vesterlund hver time. Den holder ved skolen og ved lægen.",
    steps="received 210, processing 200, decided 120, carried_out 70",
    parties="complainant connie egon freja; authority bil",
    script="""
@ 210 in letter freja | Bussen kører uden om os
Vi er 312 mennesker i Vesterlund. Bussen kører på landevejen, 1,3 kilometer fra det sidste hus, uden fortov og
uden lys. Min nabo på 79 går med lommelygte og refleksvest for at komme til lægen.

Jeg har samlet 204 underskrifter. Listen er vedlagt, men må ikke lægges på nettet.

{mvh freja adr tlf}

@ 210 in appendix freja | Underskrifter fra Vesterlund | with docx
| Navn | Adresse |
| {freja} | {freja.adr} |
| {connie} | {connie.adr} |
| {egon} | {egon.adr} |

Og 201 andre, se mappen på kontoret.

@ 202 out letter bil | Spørgsmål om bus 12
Hvad koster det at køre en sløjfe gennem Vesterlund i hver anden tur? Byen har en vendeplads ved
forsamlingshuset på 22 meter.

{mvh}

@ 188 in letter bil | Tilbud på ny rute | pdf
En sløjfe er 2,9 km og tager seks minutter. Med 17 ture om dagen koster den 612.000 kr. om året. Kører vi kun
hver anden tur, bliver det 318.000 kr., og så når chaufføren sin pause.

Vendepladsen er stor nok, hvis den bliver ryddet for den båd, der ligger der.

{mvh bil}

@ 180 out email egon | Din båd på vendepladsen
{kære egon}

Ejer du den blå jolle ved forsamlingshuset? Hvis den kan flytte sig 20 meter, kan der køre en bus.

{mvh}

@ 179 in email egon | SV: Din båd på vendepladsen
Den er flyttet. Jeg ventede bare på en god grund.

{mvh egon tlf}

@ 120 out decision - | Bus 12 får en sløjfe gennem Vesterlund
Fra køreplanskiftet {d70} kører bus 12 gennem Vesterlund hver time. Der bliver stop ved skolen, ved lægehuset
og ved forsamlingshuset.

Udgiften på 318.000 kr. bliver betalt ved at fjerne den sene aftentur, som i gennemsnit har haft 0,4
passagerer.

{mvh}

@ 66 in email connie | Tak for bussen | txt
I morges steg jeg på klokken 9.12 og var hos øjenlægen klokken 9.40. Chaufføren hedder Bashir og venter, til
man sidder ned. Det er første gang i elleve år, jeg ikke skulle spørge nogen om at køre mig.

{mvh connie adr}
""",
)

PARKING = Case(
    key="parkering",
    number=11805,
    title="Beboerlicens på Bryggen",
    kind="road",
    kle="05.09.02",
    unit="tm-vej",
    by="tosk",
    opened=126,
    hearing=True,
    summary=("Vi foreslår, at kun beboere må holde på Bryggen om natten. Du kan sige din mening i fire uger."),
    steps="received 126, processing 100, hearing 20",
    next_step="decided -45",
    parties="complainant marius nora otto",
    script="""
@ 126 in letter nora | Vi kan ikke finde en plads
Jeg har natarbejde på sygehuset og kommer hjem klokken 7.30. Så er alle pladser taget af folk, der arbejder i
byen. I går holdt jeg 900 meter væk og gik hjem i regn efter ti timers vagt.

Min bil er en rød Fabia med nummerpladen CZ 48 113, hvis I vil se, hvor langt væk den holder.

{mvh nora adr mail}

@ 118 internal report - | Hvem holder på Bryggen? | pdf
Vi har noteret, hvornår biler kommer og går, men ikke hvem der ejer dem.

| Tidspunkt | Pladser | Optagne | Beboeres biler | Andres biler |
| Kl. 5 | 118 | 97 | 89 | 8 |
| Kl. 8 | 118 | 118 | 51 | 67 |
| Kl. 12 | 118 | 116 | 43 | 73 |
| Kl. 18 | 118 | 92 | 70 | 22 |
| Kl. 22 | 118 | 104 | 94 | 10 |

Problemet er altså ikke natten, men morgenen: 67 fremmede biler, når nattevagterne kommer hjem.

@ 110 in appendix trafik | Tælling på Bryggen, alle timer | pdf
"""
    + traffic_week("Bryggen", 1480)
    + """

@ 101 internal memo - | Licens, timer eller ingenting | docx
Licens til 300 kr. om året giver beboerne ret til at holde hele døgnet. Andre må holde to timer. Det koster
140.000 kr. at sætte op og flytter omkring 40 biler til parkeringshuset på Sydkajen, som er halvtomt.

Ulempen er gæster. Vi foreslår 60 gæstedage pr. husstand uden betaling.

{mvh}

@ 20 out hearing - | Høring om beboerlicens på Bryggen | pdf
Vi vil gerne høre, hvad du mener om beboerlicens på Bryggen.

- En licens koster 300 kr. om året, højst to pr. husstand.
- Hver husstand får 60 gæstedage.
- Alle andre må holde i to timer fra 7 til 18.

Skriv til os senest {d-8}.

{mvh}

@ 12 in hearing_response marius | Svar om beboerlicens | html
To licenser pr. husstand er én for meget. Vi bor i en by med bus hvert tiende minut. Giv den anden plads til
en ladcykel.

{mvh marius adr}

@ 8 in hearing_response otto | Svar om beboerlicens fra Bryggen 5
Jeg betaler i forvejen for en privat gård. Skal jeg nu også betale for gaden? Jeg siger nej og beder om at få
registreret min indsigelse under telefon {otto.tlf-e}.

{mvh otto adr mail}

@ 1 in hearing_response nora | Svar om beboerlicens fra en nattevagt
Ja. Kun det ene ord, for jeg skal sove.

{mvh nora}
""",
)

WINTER = Case(
    key="vintersti",
    number=12644,
    title="Saltfri vinter på Åstien",
    kind="road",
    kle="05.04.00",
    unit="tm-vej",
    by="tosk",
    opened=48,
    summary="Åstien skal fejes for sne og have grus i stedet for salt. Det skåner træer og hunde.",
    steps="received 48, processing 40, decided 14",
    parties="complainant holger; association naturforening",
    script="""
@ 48 in email holger | Hundepoter og salt
Hej Vej og Trafik

Min hund er en gammel gravhund, og den halter, når I har saltet. Grus gør den ikke noget. Ved bækken er ellene
brune i toppen på den side, hvor I kører. Måske hænger det sammen.

{mvh holger adr tlf}

@ 41 in letter naturforening | Salt langs Ørredbækken
Vi har målt ledningsevnen i bækken hver uge i vinter. Efter saltning stiger den fra 480 til 1.310 mikrosiemens
og er først faldet igen efter fire døgn. Ørredens yngel tåler det, men ikke gerne.

Kost og grus bruges i nabokommunen. Det koster mere i løn og mindre i salt.

{mvh naturforening}

@ 33 internal memo - | Kost og grus på Åstien | docx
Åstien er 4,1 km. I vinter blev den saltet 62 gange med 3,8 ton i alt. En fejemaskine kan klare turen på 50
minutter, og vi har en, som står stille fra december til marts.

Merudgiften er 58.000 kr. Vi foreslår at tage den fra saltkontoen og evaluere, når foråret kommer.

{mvh}

@ 14 out decision - | Åstien bliver fejet i stedet for saltet
Fra første frost fejer vi Åstien og lægger grus i bakken ved broen. Vi lover fri sti klokken 7 på hverdage.

Gruset bliver samlet op i april og brugt igen.

{mvh}

@ 13 out email holger | SV: Hundepoter og salt
{kære holger}

Du og hunden fik ret: Vi prøver uden salt i vinter. Sig til, hvis den halter alligevel.

{mvh}

@ 1 in email holger | SV: SV: Hundepoter og salt
Den siger tak. I dag lå der rim, og den gik hele vejen til broen.

{mvh holger}
""",
)

CASES = (CYCLE_PATH, SCHOOL_SPEED, BUS, PARKING, WINTER)
