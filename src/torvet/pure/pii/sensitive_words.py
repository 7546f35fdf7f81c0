"""Beginnings of words that speak of sensitive matters, in lower case, so that every inflection and compound is met.

What is deliberately not here: words that a municipality writes daily of things ("syg" alone, "støtte", "politik")."""

from enum import StrEnum


class Matter(StrEnum):
    """What a sensitive matter is about (GDPR articles 9 and 10, and what counts as private in Danish practice)."""

    HEALTH = "health"
    SOCIAL = "social"
    UNION = "union"
    CRIMINAL = "criminal"
    CHILD = "child"
    BELIEF = "belief"
    ORIGIN = "origin"
    SEX_LIFE = "sex-life"
    ECONOMY = "economy"


_WORDS: dict[Matter, str] = {
    Matter.HEALTH: (
        "adhd|aids|alkohol(?:afhængig|iker|isk)|allergi|alvorligt? syg|amputer|angst(?!el)|aspergers?|astma"
        "|autis|bipolar|blind født|blodprop|cancer|cøliaki|demen[st]|depress|diabet|diagnose(?!r på byg)"
        "|dialyse|epilep|fibromyalgi|funktionsnedsæt|fødselsdepress|gigt(?!ig)|handicappe[dt]|hepatitis"
        "|hiv\\b|hjerneblød|hjernerys|hjernesk|hjertefejl|hjerteop|hjertesyg|hørehæm|indlagt på|insulin"
        "|invalid|kemoterapi|kol\\b|kræft(?!ig|en i)|kronisk syg|kørestol(?!sr|sl|sb|st|sv)|leukæmi|lungesyg"
        "|medicin mod|medicineret|migræne|nervesammenbr|nyresyg|opereret|osteopor|parkinson|psykiat"
        "|psykisk (?:syg|sårbar)|psykose|psoriasis|ptsd|respirator|sclerose|sklerose|selvmord|senil|skizofren"
        "|smertepat|spastiker|spiseforstyr|stomi|stress(?:ramt|sygem|ned)|sukkersyge|sygemeld|synshandicap"
        "|særlige behov|terminal(?:t syg|patient)|tourette|udviklingshæm|whiplash|ældre og syg|døv\\b"
    ),
    Matter.SOCIAL: (
        "bistandshj|bofællesskab for|boligsocial|botilbud|forsorgshjem|fleksjob|førtidspension|hjemløs"
        "|invalidepens|jobafklaring|kontanthj|kontaktperson efter|krisecent|ledighedsydel|merudgifter efter"
        "|misbrug(?!scent|spol)|narkoman|prostitu|ressourceforløb|revalider|samværskonflikt|socialt bedrageri"
        "|stofafhæng|støttekontakt|sygedagp|tabt arbejdsfortj|umyndig|under værgemål|uddannelseshj"
        "|integrationsyd|voldsramt|værgemål|på overførselsi|visiteret til|hjemmehjælp til|aflastning|bostøtte"
    ),
    Matter.UNION: (
        "fagforening|medlem af (?:3f|foa|hk|dj[øo]f|bupl|dlf|dansk metal|prosa|dsr|ida\\b|tl\\b)"
        "|tillidsrepræsentant|tillidsmand|strejke|fagligt medlem|faglig klub|organiseret i"
    ),
    Matter.CRIMINAL: (
        "afsonet|afsoner|anholdt|anmeldt til politiet|betinget dom|blufærdigheds|bødeforelæg|domfældt"
        "|dømt for|domme?t? for|fodlænke|frakendt|fængsel|fængslet|hæleri|indbrud hos|indsat i"
        "|kriminalforsorg|kriminel|lovovertr|mistænkt|plettet straffe|politianmel|prøveløslad|sigtet for"
        "|straffeattest|straffesag|tiltalt|tyveri|underslæb|varetægt|vold mod|voldsdom|voldtægt"
    ),
    Matter.CHILD: (
        "adopt|anbragt|anbringelse|aflastningsfam|barnets lov|børnefaglig undersøg|børnehus|børnesag"
        "|døgninstitution|efterværn|familiebehandl|familiepleje|forældrekompetence|forældremyndighed"
        "|forældrepålæg|omsorgssvigt|overgreb mod|plejefamilie|plejebarn|ppr\\b|pædagogisk.psykologisk"
        "|samvær(?:et)? med|skilsmisse|skolevægring|specialbørneh|specialklasse|specialskole|støttepædagog"
        "|tvangsfjern|undervisningsfrit|underretning|ungestøtte"
    ),
    Matter.BELIEF: (
        "ateist|bekender sig|buddhist|døbt|folkekirken? (?:meldt|udmeld)|hindu(?!sh)|jehovas|jødisk tro"
        "|katoli[kc]|konvert|muslim|ortodoks|trosretning|islam|mosaisk"
        "|medlem af (?:venstre|socialdem|dansk folke|enhedsl|liberal"
        "|konservat|partiet|radikale|moderaterne|alternativet|sf\\b|danmarksdem)"
        "|partimedlem|stemte på|politisk overbevis"
    ),
    Matter.ORIGIN: (
        "asylansøg|etnisk baggrund|etnisk oprind|flygtninge?\\b(?!n[æe]vn)|familiesammenf|indvandrerbaggr"
        "|nationalitet|opholdstilladelse|palæstinensisk|romabaggrund|somalisk|syrisk|tyrkisk"
        "|race(?:baggr|mæss)|hudfarve|statsborgersk"
    ),
    Matter.SEX_LIFE: (
        "aseksuel|biseksuel|homoseksu|kønsidentitet|kønsskift|lesbisk|nonbinær"
        "|seksuel (?:orient|præf|forhold)|seksualitet|transkøn|transperson|utroskab|bøsse\\b"
    ),
    Matter.ECONOMY: (
        "betalingsanm|betalingsstands|boet er under konkurs|fogedret|fogedsag|forgæld|gældsan|gældssan"
        "|gældspost|gæld på|i restance|inddrivelse|inkasso|insolven|konkursbegær|konkursram|lønindehold"
        "|personligt konkurs|rki\\b|ruineret|tvangsauktion|udlæg i|udpantn"
        "|ubetalt(?:e)? (?:gæld|husleje|skat)|udsat af bolig|udsættelse af lejer|restskat"
    ),
}


def any_word() -> str:
    """Give one pattern for the words of all matters, grouped by first letter so that most words are passed over."""
    by_letter: dict[str, list[str]] = {}
    for words in _WORDS.values():
        for word in split_alternatives(words):
            by_letter.setdefault(word[0], []).append(word[1:])
    return r"\b(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items())) + ")"


def words_of(matter: Matter) -> str:
    """Give the pattern for the words of one matter."""
    return _WORDS[matter]


def split_alternatives(pattern: str) -> list[str]:
    """Split a pattern at the bars that stand outside brackets: "a(?:b|c)|d" is "a(?:b|c)" and "d"."""
    parts = [""]
    depth = 0
    for character in pattern:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
