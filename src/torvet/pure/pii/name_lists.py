"""Word lists for names: common given names, common surnames, and capitalised words that are no names.

Written for this detector from general knowledge, in Latin-1 lower case without accents that Danish lacks.
Lists only add candidates; recall of a case's own people comes from known terms.
Not here: any list of living people.
"""


def _words(text: str) -> frozenset[bytes]:
    return frozenset(word.encode("latin-1") for word in text.split())


GIVEN_NAMES = _words(
    """
    aage aase abdi abdul abdullah ada adam adnan agathe agnes agnete ahmad ahmed ahmet aisha aja aksel
    alba albert alberte alex alexander alexandra alfred ali alice alma alva amalie amanda amer amina amira
    anders andrea andreas ane anette anine anita anja anker ann anna annabel anne anne-marie annelise
    annemarie annette anni annika anton antonia arendse arne arnold arthur arvid asbjørn asger asla asta
    asmus aske astrid august augusta aviaja axel ayse azra bahar bartosz beata beate benedicte benedikte
    benjamin bent bente benthe berit bernhard bertel bertha bertil bertram bettina bilal birgit birgitta
    birgitte birgitthe birte birthe bjarke bjarne bjørk bjørn bo bodil boris brian britt britta
    britt-marie børge caja camilla carina carl carla carla caroline carsten casper cathrine cecilie
    charlotte chris christa christel christen christian christiane christina christine christoffer clara
    claus conny connie conrad cornelia dagmar dagny daniel daniela danny david dennis dina ditlev ditte
    djamila dorit dorte dorthe dorthea ea ebba ebbe edith edvard egon eigil ejgil einar ejner ejnar ejvind
    elena elif elin elina elisa elisabeth ella elise ellen ellinor elma elmer else elsebeth elvira emil
    emilie emilio emily emine emma emmy enes erhard eric erica erik erika erland erling ernst esben esther
    eva ewa ezra fabian fadi fahad fatima fatma felix ferdinand filip filippa finn flemming florian folmer
    frank franz freddy frede frederik frederikke fredrik freja frida fritz fritjof gabriel georg gerd
    gerda gertrud gitte gorm grete grethe gretha gudrun gunhild gunnar gunner gurli gustav gyda günther
    halfdan hamza hamid hanna hannah hanne hannelore hans hans-jørgen harald harry hassan hasan heidi
    heine helen helena helene helga helge helle hemming henning henny henriette henrik henry herdis herman
    hilda hilde hjalmar holger hugo hussein hussain ib ibrahim ida idris ilse ina inga inge ingeborg
    ingelise inger ingolf ingrid ingvar irene irma isa isabella isak ismail iver ivan iversine jack jacob
    jakob jakub jamal james jan jane janina janne janni jannie jannik janus jasmin jasper jean jeanette
    jeannette jens jens-peter jenny jeppe jes jesper jessica jette jim jimmi jimmy joachim joakim joan
    joanna johan johanna johanne john johnny jon jonas jonathan jonna josef josefine joseph josephine juan
    judith julia julian juliane julie julius jutta jytte jørgen jørn kaj kai kaja kamilla kamal kamma
    karen karen-margrethe karin karina karl karla karlo karol karoline karsten kasper kate katarina
    katarzyna kathe kathrine katja katrine käte käthe kåre kenn kenneth kent kenny kerstin kevin khaled
    khadija kim kirsten kirstine kjeld kjell klaus klavs knud konrad kristen kristian kristiane kristina
    kristine kristoffer krzysztof kurt lærke lars lasse laila laura laurids laurits lauritz lea leif leila
    lena lene leo leon leonora leopold lia lilian lilly linda line linea linnea lis lisa lisbet lisbeth
    lise lissi liv liva livia liza lizzi lone lonni lone lotte louis louise lucas lucia ludvig luis luise
    luka lukas luna lykke lykke lærke mads maria magda magdalena magne magnus mahmoud mai maia maibritt
    maja majbritt majken malene malika malin malou malthe manfred marc marcel marcin marco marcus maren
    margit margot margrete margrethe margaretha marguerite mariam mariann marianne marie marie-louise
    marina mario marion marius mark markus marlene marta martha martin martine mary maryam mateusz mathias
    mathilde mattias matilde maud max maximilian maya mehmet melanie mercedes merete merethe meta mette
    mia michael michal michala michelle mie mikael mikail mikkel milan mille milla milo mina mira miriam
    mitzi mogens mohamad mohamed mohammad mohammed mohammed mona monica monika monique morten muhammad
    mustafa myrna nada nadia nadja naja nana nanna naomi natalia natalie natasja nete nicholas nichlas
    nick nicki nickolaj niclas nicolai nicolaj nicole nicoline niels niels-erik nikolaj nikoline nils nina
    noah noor nora norma nour oda odin ola olaf olav ole olga oliver olivia olof oluf omar orla osama
    oscar oskar osman osvald otto ove palle patricia patrick paul paula pauline pawel peder pelle per
    pernille pete peter petra petrea philip pia pil piotr poul preben rabia rachel ragna ragnar ralf
    ramadan rasmus rebecca rebekka regitze regnar reinhold renate rene rené ricardo richard rikke rita
    robert robin roger roland rolf ronja ronni ronny rosa rosalina rose ruben rudolf runa rune ruth ryan
    sabine sabrina said salma samir samira sami sami samuel sander sandra sanne sara sarah saga sascha
    sebastian selma seher sejr senad sergej sidse sif signe sigrid sigurd sille silas silje silke silvia
    simon simone sine siri sif siv smilla sofia sofie solveig solvej sonja sonny sophia sophie soren
    stanislaw steen steffen stefan stella sten stephan stephanie steven stig stine storm sune susan
    susanna susanne svea svend svenn sven sylvester sylvia synnøve søren sørine tanja tage tania tea teis
    teresa terkel tharald thea theis theo theodor theresa thomas thor thora thorbjørn thore thorkild
    thorkil thorleif thorsten thorvald thure thyra tilde tim tina tine tobias tom tomas tomasz tommy tonni
    tonny tora torben tore torkil torleif torsten torvald tove trine troels tudor tue tyge ulf ulla ulrich
    ulrik ulrikke urban ursula uffe vagn valborg valdemar valentin vera verner vera vibe vibeke victor
    victoria vigga viggo vigdis viktor viktoria vilfred vilhelm vilhelmine villads villy villiam vilma
    viola vita vivi vivian vivien walter wanda wera werner wilhelm wilhelmine william willy winnie xenia
    yahya yasin yasmin yasmina younes yrsa yusuf yvonne yousef zahra zainab zakaria zara zaynab zeinab
    zenia ziad zofia zoe øjvind østen øystein øyvind åge ånund åsa åse layla nguyen gülsen gülay özlem
    ümit sørn thi van minh linh thanh anh tuan hoang agnieszka malgorzata aleksandra aleksander oleksandr
    olena iryna tetiana volodymyr andrzej grzegorz marek jolanta barbara dorota renata bogdan cristina
    ioana mihai andrei florin vasile adrian elzbieta giovanni pedro carlos jose adem agata ahmet alexandru
    alicja alin amin amir ana ananya anas andreea anil anjali arjun artur arun asad asif ayman aziz bashir
    bilgin bozena bogumil burak catalin cem chiara ciprian claudia constantin corina cosmin damian dawid
    deepak deniz divya dominika dorin edita elias emilia emre erdem eugen ewelina faisal farah farid
    farida faruk fawzi ferhat filiz florentina francesca francisco gabriela gaurav george gheorghe grazyna
    habib halima halina hakan hana hanan haris hashim hatice hayat huda huseyin ikram ilhan ilie imran
    ines ion ionut irena irina iulian jadwiga janusz jaroslaw jawad jerzy justyna kadir kamil karim
    karolina kasia kavita kemal khadra khalid krishna kumar laith latif leyla liviu lucian luigi maciej
    madalina maher mahdi majid malak marcela marian mariusz marwan maryan mehdi mihaela miguel miroslaw
    mohsin muna murad murat nabil nadim najib nasir neha nevin nicolae nikhil noura octavian oksana olena
    omid onur orhan ovidiu pablo parisa patryk piotrek pooja prakash priya przemyslaw qasim radoslaw radu
    rafal rahma rahul raj rajesh rami rana rashid ravi razvan reza riad rohit roxana saad sabah sadia
    sajid salem saleh salim samar sana sanjay selim selin serkan shahid sharif slawomir sohail sorin
    suleiman suleyman sunil sunita suresh svetlana sylwia szymon tahir tamer tariq tarek tatjana umar
    urszula usman vijay vikram viorel wafa walid waldemar wieslaw witold wojciech yara yasir yassin yelena
    zaid zain zbigniew zdzislaw zeynep zlatan
    """
)

UNSURE_GIVEN_NAMES = _words(
    """
    bo hans per kim bent ida else jan mark max maj mai august rose storm stig sten steen lone liv viola
    luna saga sejr ask vibe pil ea ina isa kaj jes van thi anh ali mie ann frank ernst paula alba find ove
    uffe dina alva teis lea leo tim tom adam eva david daniel gabriel josef samuel jean milan lia jose
    juan max san sif runa rosa tea tue lis lykke sol ib paul
    """
)
"""Given names that are also ordinary words, other things or Bible names: a surname must follow."""

SURNAMES = _words(
    """
    aaberg aagaard aagård abdi abildgaard abrahamsen adamsen ahmad ahmed ahmadi ali albertsen albrechtsen
    amstrup andersen andersson andreasen andresen ankersen antonsen arnesen asmussen augustesen axelsen
    bach bagger bak balle bang bartholin bay bech beck bendix bendtsen bennedsen bentsen bentzen berg
    berntsen bertelsen berthelsen bisgaard bjerg bjerre bjerregaard bjerrum bjørn blach blom bloch boesen
    bojsen bonde bork borg borch borup boserup brandt bredahl brink broberg brodersen brogaard bruhn brun
    bruun bræmer buch buhl bundgaard busk bødker bøgh bøje børgesen carlsen carstensen caspersen
    christensen christiansen christoffersen clausen claussen clemmensen dahl dahlgaard dalgaard dall
    dalsgaard dam damgaard damsgaard danielsen davidsen degn didriksen dideriksen ditlevsen drachmann due
    dyhr ebbesen eggers eilersen elkjær engelbrecht enevoldsen engberg eriksen eskesen eskildsen esbensen
    fabricius falk fallesen farah fischer fisker fjeldsted fog foged foldager fransen frandsen frank
    frederiksen friis frost fuglsang gade gammelgaard gundersen gregersen green greve grøn grønbæk
    grønlund guldager gundersen gustafsson gustavsen haahr hald halberg hald hammer hamann hansen hanssen
    hansson harboe hartmann hassan hasan haugaard hauge hedegaard hedemann hein heine heinrichsen helmer
    hemmingsen hendriksen henningsen henriksen hermansen hermann hertz hessel hjort hjorth hoffmann holck
    holgersen holm holmgaard holst holt hougaard houmann hove hovgaard husted hussain hussein hvid hviid
    høgh høj højgaard højer høyer ibrahim ibsen ingemann isaksen iversen jacobsen jakobsen jansen janssen
    janssen jakubowski jensen jeppesen jepsen jespersen jessen jochumsen johannesen johannsen johannessen
    johansen johansson johnsen jonassen jonsson josefsen juel juhl just justesen juul jønsson jørgensen
    kaas kaplan karlsen karlsson karstensen kaspersen kaufmann khalil khan kirk kirkeby kirkegaard
    kirkegård kjeldsen kjeldgaard kjær kjærgaard kjærsgaard klausen klein klitgaard kloster knudsen
    knudsen knutsen koch kofoed kok korsgaard kowalska kowalski krag kragh krarup kristensen kristiansen
    kristoffersen krog krogh krogsgaard kruse kudsk kvist kühl køhler køhn lange langballe larsen larsson
    lassen lauesen lauritsen lauritzen laursen lauridsen laustsen leth levinsen lind lindberg lindegaard
    lindgaard lindholm lindhardt linnemann lohse lorenzen lorentzen ludvigsen lund lundberg lundgaard
    lundgren lundsgaard lyngsø lykke lyngby lynge løvgren madsen magnussen malmberg markussen marcussen
    martensen marthinsen martinsen mathiasen mathiassen mathiesen matthiesen mehl meier meyer meier
    michaelsen michelsen mikkelsen mohamed mohammad mohammed mohamud mogensen molbech mortensen mouritsen
    mouritzen munch munk munkholm mustafa müller møller mølgaard mønsted mørch mørk nedergaard neergaard
    nguyen nicolaisen nicolajsen nielsen nikolajsen nilsson nissen noer nord nordstrøm norup novak nowak
    nygaard nygård nyborg nymann nøhr nørby nørgaard nørgård nørskov odgaard ohlsen olesen olsen olsson
    olofsson osman otte ottesen ottosen ovesen overgaard overgård paludan palm palsgaard panduro pallesen
    paulsen pedersen pedersen pehrson persson petersen peterson petersson pham pihl ploug popescu post
    poulsen povlsen prehn pries priess quist qvist rahbek rasmussen rasmusen ravn rask reimer richter riis
    rohde ross rosendahl rosenberg rosenkilde rosenkrantz rosenlund roed rossen rudbeck runge rytter
    råbjerg sahin salling sand sander sandberg schack schiøtt schjødt schjøtt schou schrøder schultz
    schulz schwartz schmidt schmitt schneider seerup seidelin severinsen sejersen silberbauer simonsen
    singh skaarup skafte skipper skjødt skov skovgaard skovsgaard skriver skytte skøtt sloth smed smidt
    smith sommer spangsberg stage stampe steen steenberg steffensen stenberg stephansen sterling stokholm
    storgaard strand strøm stubbe sunesen sundgaard svane svarre svendsen svenningsen svensson sylvest
    søby søe søgaard søgård sølvsten sønderby søndergaard søndergård sørensen tang tange terkelsen terp
    therkelsen therkildsen thomassen thomsen thomassen thorsen thorup thrane thygesen thøgersen toft
    toftegaard tofte tonnesen tran troelsen truelsen truong tønnesen uldall ulrich ulriksen vad vang vase
    vestergaard vestergård vedel vesterager vilhelmsen villadsen villumsen vind vinding vinther vistisen
    vith voss wagner wang weber wedel wendt werner westergaard westh wiborg willumsen winkel winther
    winther wolf wolff worm yilmaz yildiz yusuf zacho zachariasen zimmermann øgaard ørsted ørum østergaard
    østergård ågård ågaard åberg åkesson aslan ahmadzai akhtar al-hassan arslan aydin bashir begum celik
    chaudhry chen chowdhury cetin demir dogan farooq ghafoor haddad hamid haydari hoang huang huynh iqbal
    islam jaber jovanovic kamara kaur kaya kilic koc kozlowski kumar le lewandowski li lin liu malik
    mansour marinescu markovic mahmood mirza moradi nikolic omar ozturk öztürk patel petrovic pereira popa
    qureshi rahimi rahman raja sahin sharma sheikh silva singh stojanovic syed szymanski tahir vo vu
    warsame wisniewski wu xu yang yildirim zaman zhang zhao zielinski
    """
)

UNSURE_SURNAMES = _words(
    """
    post nord strand skov lund dam dal bro grøn green hald vase kok fisker skytte bonde fog smed frost
    svane just krag kirk stage gade bak bank bay berg blom hammer sand vind kruse frank sommer worm palm
    brun busk falk lykke due skipper steen dahl holm toft vang bech bjerg balle lyngby nyborg viborg ross
    rask klein lange greve
    """
)
"""Surnames that are also ordinary words or places: alone behind an unknown word they prove nothing."""

SURNAME_ENDINGS = (b"sen", b"gaard", b"g\xe5rd", b"sson", b"ski", b"ska", b"wicz", b"\xf8gh", b"oglu")

NOT_NAMES = _words(
    """
    a s alle alt anden andre ansøger att attention bedste begge bemærk bilag borger borgere borgerservice
    borgmester borgmesteren byen byggeri byråd byrådet børn cc da de dem den der deres det dette dig din
    dine disse dit du ejer ejere ejeren eller emne en enhed et far fax for forældre formand fra fru frk
    frøken god goddag godmorgen grundejer hej hele her herr hilsen hr hun han hvad hver hvis hvor hvordan
    i ifølge ingen ikke internt jeg jer jeres journal journalnummer kolleger kollega kommune kommunen
    kontakt kopi kære land lejer lejere loven mail med medlemmer men mig min mine modtager mod mvh naboer
    nabo navn nu når og også om op os over på pr ref regionen re sag sagen sagsbehandler samt se
    sekretariat send sendt side sig sin skal som sv svar så tak tel telefon til tlf ud underskrift under
    var vedr vedrørende ved vi via vil vores vh vær være år team teamet teknik miljø økonomi kultur fritid
    sundhed omsorg skole social sociale forhold beskæftigelse udvalg udvalget afdeling afdelingen
    forvaltning forvaltningen center centret styrelsen ministeriet danmark dansk danske kongerige
    folketinget europa eu aarhus københavn odense aalborg postboks rådhus rådhuset adresse dato mandag
    tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september
    oktober november december direktør direktøren leder lederen chef chefen konsulent rådgiver planlægger
    ingeniør arkitekt jurist fuldmægtig specialkonsulent afdelingschef teamleder socialrådgiver
    byggesagsbehandler sagsbehandleren kontorchef ejendom ejendommen ansøgning afgørelse ansøgere
    mødedeltagere beboer beboere kunde kunder bruger brugere leverandør familie familien læge lægen politi
    politiet nævnet klagenævnet bestyrelse bestyrelsen formanden kasserer kassereren entreprenør bygherre
    bygherren rådmand sognerådet sognerådsformand amtet amtsrådet høringssvar partshøring referat
    endvidere desuden derfor ligeledes herefter dernæst efter både siden mens fordi selvom blandt uden
    mellem inden gennem langs trods måske kun blot netop især således endelig hverken samtidig senere
    tidligere altså dog ellers hidtil først dertil heraf hertil hvorefter imidlertid imod nemlig omkring
    overfor selv sådan tværtimod undtagen vores idag ja nej sct skt sankt sir mrs mr lord kong dronning
    prins prinsesse biskop professor dr lic cand gdr gårdejer gaardejer undertegnede aps ivs gmbh ltd
    holding amba entreprenør entreprenøren firmaet virksomheden notat kvittering rapport redegørelse brev
    region lokalplan kommuneplan spørgsmål kloak vand varme forsyning
    """
)
"""Words that stand capitalised after a salutation, a field or at a line's start and are no part of a name."""

STREET_ENDINGS = tuple(
    sorted(
        _words(
            """
            vej vejen gade gaden allé alle alléen alleen stræde strædet plads pladsen torv torvet boulevard
            boulevarden vænge vænget have haven mark marken bakke bakken park parken sti stien gård gården toft
            toften dal dalen eng engen lund lunden høj højen skov skoven holm krog krogen vang vangen ager ageren
            kær kæret strand stranden hegnet brink brinken ring ringen løkke løkken kaj kajen bro broen banke
            banken hus huset kanten kilen knolden lien leddet passagen promenaden skrænten skellet slippen
            stationen svinget tangen tværvej vejs volden ås åsen dam dammen bæk bækken odde odden næs næsset ried
            rende renden bugten vigen stykket lod lodden parcel
            """
        )
    )
)

LAST_OF_STREETS = frozenset(ending[-3:] for ending in STREET_ENDINGS)
"""The last three letters of each, to pass over most words with one look-up."""

STREET_WORDS = _words(
    "vej gade allé alle stræde plads torv boulevard vænge have mark bakke park sti gård toft dal eng lund høj skov"
    " vang ager strand brink ring løkke kaj bro banke hus parkvej ringvej ringgade strandvej kirkevej bygade"
)

INSTITUTION_ENDINGS = tuple(
    sorted(
        _words(
            """
            institut institutet instituttet skole skolen skolens kirke kirken museum museet museets fond fonden fondens
            center centret centeret hospital hospitalet selskab selskabet foreningen forening kollegium kollegiet
            gymnasium gymnasiet hotel hotellet legat legatet stiftelse stiftelsen teater teatret bibliotek
            biblioteket pris prisen medalje gruppen kommune kommunes hallen stadion børnehave børnehaven plejehjem
            plejehjemmet plejecenter byg entreprise transport auto ejendomme invest holding consult hospice
            møllepark mølle havn fabrik apotek stiftelsens havvindmøllepark råd rådet rådets bestyrelse bestyrelsen
            forbund forbundet laug lauget udvalg udvalget klub klubben nævn nævnet styrelse styrelsen
            direktoratet direktorat tilsynet landsret byret højesteret ombudsmand danmark universitet
            """
        )
    )
)

STREET_PREFIXES = _words(
    """
    gammel gamle gl. gl ny nye nørre nr. sønder sdr. sdr øster vester store st. lille ll. nordre ndr.
    søndre østre vestre sankt skt. skt sct. øvre nedre indre ydre chr. dr. kong dronning prins prinsesse
    """
)
"""Words that belong to a street's name before the word that ends in "vej" or "gade"."""

NAME_FIELDS = _words(
    """
    navn navne ansøger ansøgere ansøgers ejer ejere kontaktperson kontakt sagsbehandler afsender modtager
    fra til from to cc kopi bcc underskrift repræsentant bygherre klager indsiger lejer udlejer forælder
    forældre barn barnet barnets værge pårørende ægtefælle samlever borger borgeren elev patient
    medarbejder konsulent rådgiver part parter partsrepræsentant fuldmægtig fuldmagtshaver anmelder
    indberetter nabo deltagere deltager fremmødt fremmødte referent udfyldt-af sendt-af kontaktpersoner
    attention att grundejer husejer mor far søn datter indehaver kontohaver køber sælger fornavn efternavn
    mellemnavn personnavn underskriver vidne vidner mødeleder
    """
)
"""The last word of a field's label, before the colon, when a person's name is its value."""
