"""Word lists for roles: what a person is called before the name, offices, and firms that carry a name.

In Latin-1 lower case. Written for this detector from general knowledge."""


def _words(text: str) -> frozenset[bytes]:
    return frozenset(word.encode("latin-1") for word in text.split())


ROLE_WORDS = _words(
    """
    ansøger ansøgeren ansøgerne ejer ejeren ejerne borger borgeren borgeren klager klageren nabo naboen
    naboerne lejer lejeren beboer beboeren eleven elev patienten patient barnet medarbejder medarbejderen
    sagsbehandler sagsbehandleren rådgiver rådgiveren brandrådgiver arkitekt arkitekten ingeniør advokat
    landinspektør gårdejer gårdejeren husejer parcellist grundejer grundejeren grundejerne tilbudsgiver
    tilbudsgiveren bygherre bygherren værge værgen mor far moren faren ægtefælle ægtefællen samlever søn
    sønnen datter datteren læge lægen dommer direktør formand kasserer indehaver indehaveren forpagter
    forpagteren køber køberen sælger sælgeren afsender modtager fuldmægtig af hos til fra med om mellem
    for kontakte kontakter navnet hedder forælder forældre klient klienten underretningen fru hr hr. frk
    frk. frøken familien gaardejer husmand sognefoged vognmand smed tømrer enke enkefru pensionist lærer
    lærerinde
    """
)
"""Words that in running text stand right before the name of a person they describe."""

FIRM_WORDS = _words(
    """
    firmaet firma villa hotel hotellet restaurant restauranten café caféen kro kroen slagter bager købmand arkitekterne
    m/s tegnestuen galleri galleriet forlaget advokaterne ingeniørerne gartneriet planteskolen rederiet bryggeriet
    """
)
"""Words right before which a personal name is part of a firm's or a house's."""

OFFICES = _words(
    """
    borgmester borgmesteren viceborgmester viceborgmesteren rådmand rådmanden rådmændene byrådsmedlem byrådsmedlemmet
    byrådsmedlemmer byrådsmedlemmerne kommunalbestyrelsesmedlem regionsrådsmedlem regionsrådsformand udvalgsformand
    udvalgsformanden kommunaldirektør kommunaldirektøren forvaltningsdirektør stadsdirektør stadsarkitekt
    stadsarkitekten stadsingeniør folketingsmedlem folketingsmedlemmet minister ministeren statsminister statsministeren
    mf mep afdelingschef afdelingschefen kontorchef kontorchefen skoleleder skolelederen skoledirektør børnedirektør
    sundhedsdirektør socialdirektør kulturdirektør miljødirektør vejchef byplanchef biblioteksleder biskop biskoppen
    dronning kong prins prinsesse kronprins kronprinsesse ombudsmand ombudsmanden rigspolitichef politidirektør
    """
)
"""Words right before which a name is that of somebody in office."""

OFFICE_ENDINGS = (
    *(b"borgmester", b"minister", b"ministeren", b"r\xe5dsmedlem", b"kommunaldirekt\xf8r", b"udvalgsformand"),
    *(b"r\xe5dsformand", b"forvaltningschef"),
)
