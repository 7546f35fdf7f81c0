"""Building cases in town: flats in a warehouse, a café's tables, solar roofs, a mast, an elevator and a
brewery."""

from ..model import Property
from .building_thread import BuildingFacts, Reply, building_case

TOWN_PLOTS = "Fjordby Bygrunde"

FACTS = (
    BuildingFacts(
        key="pakhus",
        number=12,
        title="Ni boliger i Det Gule Pakhus, Havnevej 9",
        owner="peder",
        place=Property("Havnevej 9", "301", "Fjordby Havn", "5613012"),
        by="jokj",
        opened=330,
        wish="ni boliger i Det Gule Pakhus",
        why="""Pakhuset har stået tomt, siden kornet forsvandt i 1994. Jeg vil indrette ni lejligheder fra 48
til 112 m² og lade stuen være åben for en café og et bådværksted. De støbte søjler bliver stående, og kranen
på gavlen bliver gjort i stand.""",
        sizes=(
            ("Boliger", "9"),
            ("Etager", "4"),
            ("Parkering", "7 pladser i gården"),
            ("Sokkelkote", "2,15 m"),
        ),
        rule=(
            "Boliger ved havnen skal have gulv over kote 2,5 og højst 40 dB støj indenfor fra Fjordby Fiskeeksport A/S."
        ),
        lacks=(
            "en støjberegning for soveværelserne mod kajen",
            "en plan for stormflod",
            "brandstrategi for trappen i midten",
        ),
        supplied="""Støjberegningen fra Akustik & Lyd ApS er klar: 38 dB med lukkede vinduer og 46 med åbne.
Stuen bliver ikke bolig, så gulvet i 2,15 er kun til erhverv. Brandmanden vil have sprinkler på trappen, og
det får han.""",
        replies=(
            Reply(
                "ragnhild",
                """Så længe jeg husker, har duerne haft det hus. Boliger er bedre. Men ni familier betyder ni
biler, og gården har syv pladser. Hvor holder de to sidste? På mit fortov, tror jeg.""",
            ),
            Reply(
                "marius",
                "Lad os få liv på kajen om aftenen. Caféen må gerne have åbent, til lamperne går ud.",
            ),
            Reply(
                "nora",
                """Vi har fået at vide, at støjen fra fiskeeksporten ikke måtte blive højere, da vi købte. Nu
flytter I bare folk tættere på støjen. Er det ikke det samme?""",
            ),
        ),
        comment="""Vi lejer to pladser mere på Sydkajen, så regnestykket går op. Om støjen: Vi måler inde, før
nogen flytter ind, og fiskeeksporten har selv skrevet under på, at de lukker lågen klokken 22.""",
        visit="""Søjlerne er sunde. Bjælkelaget på tredje sal har råd i den østlige ende. Duerne er der
stadig, omkring 200. Fra fjerde sal kan man se tre kirketårne og færgen.""",
        assessment="""Projektet bevarer pakhuset og giver boliger uden at bygge på bar mark. Støj og stormflod
er løst i projektet. Parkering kan dispenseres ned til ni pladser, fordi busserne kører hvert tiende minut.""",
        reasons="""Pakhuset får nyt liv, og de vigtigste dele bliver bevaret. Boligerne ligger over
stormflodens kote, og støjen inde er under grænsen. De to ekstra pladser på Sydkajen skal være sikret med en
aftale i ti år.""",
        terms=(
            "Støjen måles indenfor, før boligerne tages i brug.",
            "Kranen på gavlen skal bevares og kunne dreje.",
            "Stuen må ikke bruges til bolig.",
            "Duerne skal flyttes af fagfolk, inden taget lukkes.",
        ),
        summary="Det Gule Pakhus ved havnen får ni boliger. Nederst kommer der en café og et værksted.",
        start="Vi begynder med at tømme loftet. Dueeksperten var her i aftes og fik 184 med hjem.",
        parties="; authority brand",
        extra="""
@ 312 in letter brand | Beredskabets bemærkninger til Havnevej 9
Fjordlandets Beredskab kan tiltræde projektet, hvis trapperummet sprinkles, og hvis vores stigevogn kan komme
ind i gården. Porten er 3,4 meter bred, og vognen er 2,55. Portens bue er til gengæld kun 3,2 meter høj, og
det er ti centimeter for lidt.

{mvh brand}

@ 306 in email fjordfisk | Vi var her først
Hej kommune

Vi har skåret sild på kajen siden 1932. Vi vil gerne have naboer, men vi vil ikke have klager over, at det
lugter af fisk på en fiskefabrik. Skriv det ind i papirerne, så køberne ved det.

{mvh fjordfisk}

@ 296 internal memo - | Forretningsplan for Det Gule Pakhus | pdf closed=OFL-30-2
Ejeren har i fortrolighed oplyst budget, lejepriser og lån i Fjordland Sparekasse A/S. Samlet anlægssum er
31.400.000 kr., og forventet leje i stuen er 1.150 kr. pr. m². Oplysningerne er ikke en del af vurderingen.

{mvh}
""",
    ),
    BuildingFacts(
        key="udeservering",
        number=168,
        title="Udeservering på Torvet, Søndergade 44",
        owner="susanne",
        place=Property("Søndergade 44", "150b", TOWN_PLOTS, "5610168"),
        by="liro",
        opened=137,
        wish="udeservering med 32 siddepladser og parasoller",
        why="""Jeg driver caféen i stuen, og om sommeren er der ingen, der vil sidde inde. Vi vil have otte
borde, fire parasoller og potter med rosmarin. Toilettet har vi, og vi lukker ude klokken 22.""",
        sizes=(
            ("Areal", "54 m²"),
            ("Pladser", "32"),
            ("Fri bredde på fortov", "1,9 m"),
            ("Åbent ude", "9–22"),
        ),
        rule="Regulativ for Torvet kræver 1,8 meter frit fortov og ro efter klokken 22 på hverdage.",
        lacks=("en plan med mål til ledelinjen for blinde",),
        supplied=(
            "Ledelinjen er målt op, og bordene holder 70 centimeters afstand. Den sidste parasol er "
            "flyttet om på hjørnet."
        ),
        replies=(
            Reply(
                "thomas",
                """Vi bor lige ovenover. En kop kaffe klokken 9 generer ingen, men stole, der slæbes over
brosten klokken 22.15, kan høres på tredje sal. Filt under benene koster 200 kroner.""",
            ),
            Reply("rikke", "Jeg sidder der selv. Ja tak."),
        ),
        comment="Filt er købt i dag, 128 stykker. Vi bærer stolene ind i stedet for at trække dem.",
        visit="""Målt med bånd: 1,92 meter frit på det smalleste sted. En mand med hvid stok prøvede ruten,
mens vi stod der, og kom uden om hver gang.""",
        assessment="""Pladsen er stor nok. Vi foreslår lukketid klokken 21 fra september til april, fordi
lyden bærer længere, når træerne er bare.""",
        reasons="""Der er plads til både gæster og fodgængere. Du har lovet filt under stolene, og du lukker
tidligere om vinteren, så naboerne kan sove.""",
        terms=(
            "Stole og borde skal have filt under benene.",
            "Fra september til april lukker I ude klokken 21.",
        ),
        summary="En café må have borde på Torvet. Stolene skal have filt under, så naboerne kan sove.",
        start="Første bord blev sat ud i morges klokken 9.02. Solen skinnede.",
    ),
    BuildingFacts(
        key="solceller",
        number=219,
        title="Solceller på rødt tegltag, Nørregade 33",
        owner="gudrun",
        place=Property("Nørregade 33", "97", TOWN_PLOTS, "5610219"),
        by="bofr",
        opened=61,
        wish="24 solceller på taget mod gården",
        why="""Vi er en andelsforening med otte lejligheder og en elregning på 96.400 kr. om året. Cellerne er
røde og matte og ligger i plan med teglene. Fra gaden ser man dem kun, hvis man står i vindfanget hos
frisøren.""",
        sizes=(
            ("Antal", "24"),
            ("Effekt", "9,6 kW"),
            ("Afstand til tagfod", "0,6 m"),
            ("Hældning", "45 grader"),
        ),
        rule="I den gamle bydel må solceller kun sidde på tage, som ikke ses fra gade eller plads.",
        lacks=(
            "fotos taget fra Nørregade og fra kirkegården",
            "et datablad, der viser glans",
        ),
        supplied=(
            "Fotos er taget klokken 8, 12 og 17. Databladet siger, at glansen er 3 på en skala, hvor et vindue er 90."
        ),
        replies=(
            Reply(
                "fatima",
                (
                    "Jeg bor i 31 på anden sal og får udsigt til dem. Det gør mig ikke noget, hvis de ikke "
                    "blænder. Hvem kommer og pudser dem?"
                ),
            ),
            Reply("gert", "Tegl er tegl. Hvis én får lov, ligner hele byen snart et stereoanlæg. Jeg er imod."),
        ),
        comment=("Regnen pudser dem. Vi hænger gerne en prøve op i fjorten dage, så alle kan se, om den blænder."),
        visit="",
        assessment="",
        reasons="",
        outcome="pending",
        summary="En forening vil have røde solceller på sit tag. Kommunen ser på, om de kan ses fra gaden.",
    ),
    BuildingFacts(
        key="elevator",
        number=97,
        title="Elevatortårn i gården, Østergade 19",
        owner="preben",
        place=Property("Østergade 19", "112c", TOWN_PLOTS, "5610097"),
        by="anky",
        opened=222,
        wish="et elevatortårn af glas i gården",
        why="""Der er 78 trin til min lejlighed, og i fjor gik jeg dem elleve gange. Ejerforeningen har stemt,
9 for og 1 imod. Tårnet er af glas og bliver skruet på, så det kan tages ned igen.""",
        sizes=(
            ("Højde", "16,8 m"),
            ("Grundflade", "4,1 m²"),
            ("Stop", "5"),
            ("Afstand til nabogavl", "3,2 m"),
        ),
        rule="Et tårn over 8,5 meter skal vurderes for skygge, indblik og brandvej i gården.",
        lacks=(
            "skyggediagram for den 21. marts",
            "afstand til brandvejen",
            "statik for de gamle mure",
        ),
        supplied="""Diagrammet viser en smal skygge, som glider hen over gården på tyve minutter. Ingeniøren
har boret i muren, og den er 60 cm tyk.""",
        replies=(
            Reply(
                "rikke",
                """Jeg er den ene, der stemte imod. Ikke fordi jeg ikke under Preben en elevator, men fordi
døren på min etage åbner ind mod mit soveværelse. Drej den 90 grader, så siger jeg ja.""",
            ),
            Reply(
                "thomas",
                ("Set fra Søndergade bliver der en glassøjle i min udsigt, men den er kønnere end skraldeskuret."),
            ),
        ),
        comment=("Døren er drejet. Det kostede 8.000 kr. mere, og dem har foreningen betalt af sommerfesten."),
        visit="""Gården måler 14 gange 9 meter. Brandvejen bliver 3,0 meter bred, lige præcis nok. Beboerne
har stillet en bænk på hver afsats, slidt blank af hvilende naboer.""",
        assessment="""Tårnet giver ni boliger adgang uden trin og kan fjernes igen. Skyggen er kort. Vi
anbefaler tilladelse med klart glas og dæmpet lys.""",
        reasons="""Elevatoren giver adgang for alle, og ulempen for naboerne er lille. Døren mod soveværelset
er drejet, og lyset bliver slukket, når ingen bruger den.""",
        terms=(
            "Lyset i tårnet skal slukke efter to minutter.",
            "Brandvejen skal være mindst 3,0 meter.",
        ),
        summary="En ejendom får elevator i gården. Ni boliger kan nu nås uden trapper.",
        start=("Fundamentet er støbt, og tårnet kommer i to stykker på torsdag. Gaden er spærret fra 6 til 9."),
        finished="Jeg kørte første tur i dag med en sæk kartofler. Attesten fra eftersynet er vedlagt.",
        extra="""
@ 150 in email preben | Faktura og tilskud
Hej Annika

Puljen for tilgængelighed giver 125.000 kr. De skal sættes ind på foreningens konto, men bank og kommune kan
ikke blive enige, så brug min: IBAN {preben.iban}. Jeg fører regnskab på hver krone.

{mvh preben tlf mail}
""",
    ),
    BuildingFacts(
        key="bryggeri",
        number=270,
        title="Mikrobryggeri i den gamle smedje, Teglværksvej 55",
        owner="mogens",
        place=Property("Teglværksvej 55", "66h", TOWN_PLOTS, "5610270"),
        by="jokj",
        opened=240,
        wish="et mikrobryggeri på 180 m²",
        why="""Smedjen har været lukket siden min fars tid. Vi vil brygge 400 liter om ugen og vise det frem
om lørdagen. Essen, ambolten og døren med hesteskoene bliver, hvor de er.""",
        sizes=(
            ("Areal", "180 m²"),
            ("Produktion", "20.000 liter om året"),
            ("Spildevand", "60 m³ om året"),
            ("Gæster", "Højst 50"),
        ),
        rule=(
            "Området er til bolig og let erhverv, så lugt må ikke kunne mærkes på naboens terrasse "
            "mere end to gange om ugen."
        ),
        lacks=(
            "en tegning af udsugningen",
            "svar fra Fjordby Vand A/S om spildevandet",
            "en plan for gæster og biler",
        ),
        supplied="""Fjordby Vand A/S vil have en tank, der udligner, så det ikke alt sammen kommer tirsdag
klokken 15. Vi brygger tirsdag og torsdag. Gæster kommer til fods fra stationen.""",
        replies=(
            Reply(
                "nanna",
                """Jeg vasker tøj om tirsdagen. Kan I ikke brygge om onsdagen? Lugten af mask er hyggelig i ti
minutter, men ikke i lagnerne.""",
            ),
        ),
        comment="Vi flytter bryggedagen til onsdag. Man skal ikke genere folks lagner.",
        visit="""Smedjen har støbt gulv med fald mod et gammelt afløb. Skorstenen er 9 meter og trækker godt.
Der lugtede af ingenting og en smule af jern.""",
        assessment="""Bryggeriet er mindre end mange køkkener på skoler. Med tank og filter kan lugten holdes
nede. Udskænkning kræver bevilling i en anden sag.""",
        reasons="""Et lille bryggeri passer til området, når bryggedagen er fast, og vandet samles i en tank.
Smedjens gamle dele bliver bevaret.""",
        terms=(
            "Der må brygges onsdag og torsdag mellem klokken 8 og 17.",
            "Tanken skal rumme mindst 1,5 m³.",
            "Højst 50 gæster ad gangen.",
        ),
        summary=(
            "Den gamle smedje bliver til et lille bryggeri. Der bliver brygget om onsdagen, så vasketøjet kan tørre."
        ),
        start="Kedlen kommer fredag. Vi har sat en seddel op hos naboerne med mit nummer.",
    ),
    BuildingFacts(
        key="mast",
        number=54,
        title="Antennemast ved hallen, Parkvej 30",
        owner="pia",
        place=Property("Parkvej 30", "140d", TOWN_PLOTS, "5610054"),
        by="liro",
        opened=110,
        wish="en antennemast på 30 meter",
        why="""Grunden er vores, og teleselskabet lejer fire gange fire meter. I dag er der ingen dækning i
hallen, så man ikke kan ringe 112, hvis nogen falder om. Masten bliver en slank stolpe uden gitter.""",
        sizes=(
            ("Højde", "30 m"),
            ("Afstand til bolig", "38 m"),
            ("Tykkelse forneden", "0,9 m"),
            ("Teknikskab", "2,1 m"),
        ),
        rule=("En mast skal så vidt muligt dele plads med andre og stå, hvor den fylder mindst i landskabet."),
        lacks=(
            "en redegørelse for, om skorstenen på fjernvarmeværket kan bruges",
            "fotos med masten tegnet ind fra fire sider",
        ),
        supplied="""Skorstenen er 31 meter, men varmeværket river den ned om fire år. Visualiseringerne viser
masten fra søen, fra vejen, fra skolen og fra Stines køkken.""",
        replies=(
            Reply(
                "rene",
                """Jeg er radioamatør og ved, at stråling fra en mast er mindre end fra telefonen i lommen.
Men grim er den. Mal den grågrøn forneden og lys for oven, som man gør med fyrtårne, man ikke vil se.""",
            ),
            Reply(
                "stine",
                """Jeg ser den fra mit køkken på visualisering 4. Tak for at I spurgte om lov til at tage
billedet. Kan den rykkes ti meter mod hallen, så birken dækker?""",
            ),
        ),
        comment=(
            "Teleselskabet har sagt ja til ti meter og til farven. De siger, at ingen før har bedt om "
            "et fyrtårn, man ikke vil se."
        ),
        visit="""Uden for hallen er der to streger, inde er der ingen. Vi prøvede at ringe til hinanden fra
hver sin ende af banen og måtte råbe.""",
        assessment="""Behovet er klart, og der er ingen egnet bygning, som bliver stående. Med ny placering og
farve kan masten anbefales.""",
        reasons="""Dækningen i hallen er dårlig nok til at være farlig. Masten er flyttet ti meter, så et
birketræ dækker den fra boligerne, og den bliver malet i to farver.""",
        terms=(
            "Andre selskaber skal kunne bruge masten.",
            "Den skal fjernes senest et år efter, at den er ude af brug.",
        ),
        summary="Hallen får en mast, så man kan ringe derfra. Den er flyttet, så et træ dækker for den.",
    ),
    BuildingFacts(
        key="shelter",
        number=305,
        title="To shelters ved Ørredbækken, Åvej 7",
        owner="gunhild",
        place=Property("Åvej 7", "5k", "Vesterlund By, Fjordby", "5612305"),
        by="anky",
        opened=75,
        wish="to shelters og en bålplads ved bækken",
        why="""Jeg ejer engen ned til Ørredbækken og vil gerne dele den. To shelters med plads til seks
sovende hver, en bålplads og et lokum med låge. Man booker gratis, og man tager sit affald med hjem.""",
        sizes=(
            ("Shelters", "2 à 9 m²"),
            ("Afstand til bæk", "26 m"),
            ("Sovepladser", "12"),
            ("Adgang", "Sti fra P-pladsen"),
        ),
        rule=(
            "Langs beskyttede bække må der ikke bygges inden for 150 meter uden dispensation, og engen "
            "er beskyttet natur."
        ),
        lacks=("en skitse af stien, så den går uden om de våde pletter",),
        supplied=(
            "Stien går nu på den gamle dige-krone. Der gror alligevel kun brændenælder, siger min "
            "nevø, som skal slå den."
        ),
        replies=(
            Reply(
                "frank",
                "Jeg har køer på den anden side. Løse hunde er et problem, spejdere er ikke. Sæt et skilt.",
            ),
            Reply(
                "holger",
                "I min tid lå vi i telt uden tilladelse, og der kom aldrig nogen til skade undtagen Frede. "
                "Det er et ja.",
            ),
        ),
        comment="Skiltet bliver malet af 3. klasse på Østre Skole: »Køer sover også her«.",
        visit="""Engen er rig: engkarse, trævlekrone og en vibe, der var utilfreds med os. Dige-kronen er tør.
Bålpladsen bør ligge på sydsiden, hvor græsset er slidt.""",
        assessment="""{fral} har set på engen og kan gå ind for shelters på dige-kronen, hvis der ikke færdes
folk på engen i vibens yngletid.""",
        reasons="""To små shelters på diget skader ikke engen og giver flere lov til at sove ved bækken. Viben
får fred fra april til midt i juni.""",
        terms=(
            "Færdsel på engen er ikke tilladt fra 1. april til 15. juni.",
            "Bålplads kun på den viste plads.",
            "Skilt om hunde i snor.",
        ),
        summary="To shelters ved Ørredbækken får ja. Viben skal have fred om foråret.",
    ),
)

CASES = tuple(building_case(facts) for facts in FACTS)
