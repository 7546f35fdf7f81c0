"""Small word lists of our own: irregular forms, function words, and what compounds are not made of.

What is here: closed lists that are short enough to be read. They work without any dictionary, and they win over
it. What is not: the open vocabulary (see `build`) and the counts of common words (`common_words.txt`).
"""


def _pairs(text: str) -> dict[str, str]:
    """`lemma: form form` a line, as form -> lemma."""
    table = {}
    for line in text.strip().splitlines():
        lemma, forms = line.split(":")
        table.update(dict.fromkeys(forms.split(), lemma.strip()))
    return table


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IRREGULAR = _pairs(
    """
    and: ænder ænderne
    anden: anden andet andre andens
    barn: børn børnene børns børnenes
    bog: bøger bøgerne bøgers bøgernes
    bonde: bønder bønderne bønders
    bror: broder broderen brødre brødrene
    datter: døtre døtrene
    dårlig: værre værst værste
    far: fader faderen fædre fædrene
    fod: fødder fødderne
    gammel: ældre ældst ældste
    god: bedre bedst bedste
    gås: gæs gæssene
    har: har havde haft haves havende
    have: have
    hånd: hænder hænderne
    klo: klør kløerne kløer
    ko: køer køerne
    kollega: kolleger kollegerne
    kraft: kræfter kræfterne
    kunne: kan kunne kunnet
    lille: små mindre mindst mindste
    mand: mænd mændene mænds mændenes
    mange: flere flest fleste
    meget: mere mest megen
    mor: moder moderen mødre mødrene
    måtte: må måtte måttet
    nat: nætter nætterne
    rod: rødder rødderne
    skulle: skal skulle skullet
    stad: stæder stæderne
    stang: stænger stængerne
    stor: større størst største
    tand: tænder tænderne
    tå: tæer tæerne
    ville: vil ville villet
    være: er var være været
    øje: øjne øjnene
    år: år året årets årene års
    kapitel: kap
    kilogram: kg
    kilometer: km
    klokke: kl
    krone: kr
    milliard: mia
    million: mio
    nummer: nr
    procent: pct
    punkt: pkt
    stykke: stk
    telefon: tlf
    """
)
"""Form -> lemma. `har` has a term of its own: every document holds it, and `have` (garden) must not find it."""

FUNCTION_WORDS = _words(
    """
    ad af al alle alt altid anden andet andre at bag begge blandt bort både da de dem den denne der deraf deres
    derfor derfra deri dermed derpå dertil derved det dette dig din dine disse dit dog du efter ej eller en end
    endnu ene enhver ens er et ethvert ettal far fem fire for foran forbi fordi fra frem før gennem ham han hans
    har havde hen hende hendes her heraf herfor herfra hermed herpå hertil herunder herved hos hun hvad hvem
    hver hverken hvert hvilke hvilken hvilket hvis hvor hvoraf hvordan hvorfor hvorfra hvori hvormed hvornår
    hvorpå hvortil hvorved i idet igen igennem ikke imellem imod ind inden indtil ingen intet jeg jer jeres jf
    jo kan kun langs man med medens mellem men mens mig min mine mit mod må måske ned nogen noget nogle nok nu
    når nær næsten og også om omkring op os over overfor pga på rundt samt se selv selvom sig sin sine sit skal
    skulle som så sådan sådanne sådant således thi til tilbage trods uanset ud uden under var ved vi via vil
    ville vor vore vores være været å
    """
)
"""Words without content of their own: no heads, no names, no other readings, no parts."""

BARRED_FIRSTS = _words(
    """
    ad af an be beg bet bi bort bref dis efter ejers eks er eta ex for forbi fore fort fra frem ga ge gen hen
    hin hjem hjems hvor igen im in ind inde indi inter is kon konk kor med mel met mis mod ned om omkring op
    over overs para per peri pre pro proto re reg repræsentants sam sammen sel selv ser so som sub sus te til
    tilbage tra trans u ud ude uden und under undt van ved vide å åre
    """
)
"""Prefixes and the like that make a new simple word (`tilladelse`, `afgift`, `proces`), not a compound."""

BARRED_HEADS = _words(
    """
    ag agtig akter al ale alt amen an ang ans ant ard at ater bal bar cent dagpe de delse den der dere des dom
    dre ede eder el ele eleve eleven else elser ende endelse endelser ene ens er ere eren eres eri ers es et
    eter gelse ger gere hed heden her hos ig ing inge ings ion ise isk isme ist iv kab kaber kel kelse ker knik
    ler lere lig lige ligt ling linge lods mer nal nelse ner ning ninger ode og om ond onen or pelse pelser rage
    re relse ren rent rer rere res rig ring ringe se sel ser set sk skab skaber ske so sus tar te tel telse
    ten ter tere tes tet tik ting tings tion tions tisk tiske tor tør ud ur urs vice vis
    """
)
"""Endings that look like words and would make heads of suffixes."""

SILENT_HEADS = _words(
    """
    agtig fri fuld give giver gå gående gøre haver holde lig lægge løs mæssig rig stå stående sætte tage tager
    """
)
"""Endings that close a compound without being a part that anyone searches for (`byggerimæssige`)."""

SHORT_PARTS = _words(
    """
    bo by el it ko ny ph sø te tv ur år æg ø øl
    """
)
"""The words of two letters that are allowed in compounds."""

WHOLE_WORDS = _words(
    """
    afdeling alternativ anledning anlæg arkitektur baggrund barsel basis begrund bekvem billede biograf bogstav
    borger borgmester decimal diskonto disposition ejendom ejerskab eksamen eksistens ekspert ekspertise eksport
    elskov embede episode eventuel fangenskab fjernsyn fordel forhold formand formel formode forretning forslag
    fredag frivillig global hensyn hovedstad husk husmand hustru infrastruktur jordemoder jordemor kandidat
    karakter kommentar konkret konkurs kultur kursus landskab latter lejlighed lovlig lørdag mandag mandat
    medarbejder medlem metode mulighed myndighed måned natur nødvendig onsdag opgave ordre organisation paragraf
    parameter periode personale personel planet plante platform procent proces profil program promille protokol
    psykolog regional regnskab renovation repræsentantskab rettighed rimelighed samråd selskab semester service
    skatte stedfortræder stemme suspension syns søndag søskende teknik tekniker teknologi temperatur tilskud
    tirsdag tjeneste torsdag transport udvalg undtagelse undtagelsesvis vejledende vejleder vejledning venskab
    videnskab vindue virksomhed vægte væsentlig årsag
    """
)
"""Lemmas whose parts would mislead: nobody who asks for `vej` means `vejledning`."""

NAME_ENDINGS = tuple(
    sorted(
        _words(
            """
            ager alle allé bakken balle bjerg borg by bæk dal gaard gaarden gade gaden gård gården havn holm høj kjær
            kær lund lunden mark marken parken rup rød sen skov skoven sted stræde strædet sø toft toften torp torv
            torvet vang vangen vej vejen vænget
            """
        )
    )
)
"""Endings of street, place and family names: an unknown capitalised word with one of these is a name."""
