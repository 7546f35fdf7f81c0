"""The cast list: every citizen, company, association and authority of the stories, by key."""

from .cast import Citizen, Organisation

_CITIZENS = """
hanne | Hanne Vestergaard | Møllebakken 12
poul | Poul Erik Dyrholm | Møllebakken 14
solvej | Solvej Amdisen | Møllebakken 10
arne | Arne Kviesgaard | Skovbrynet 7
birthe | Birthe Lindemose | Skovbrynet 9
carsten | Carsten Ulfeldt | Skovbrynet 5
ditte | Ditte Marie Raunkjær | Fjordvænget 22
erling | Erling Bødstrup | Fjordvænget 24
fatima | Fatima Al-Khatib | Nørregade 31, 2. tv.
gudrun | Gudrun Thestrup | Nørregade 33
henrik | Henrik Osterlund | Lyngvej 4
ida | Ida Sommerlund | Lyngvej 6
jytte | Jytte Haahr | Lyngvej 2
kaj | Kaj Tolstrup | Rosenvænget 18
lone | Lone Brinkmann | Rosenvænget 20
mogens | Mogens Fjeldgaard | Teglværksvej 55
nanna | Nanna Ravnsborg | Teglværksvej 57
orla | Orla Hvidtfeldt | Klintevej 3
pernille | Pernille Egeskov | Klintevej 5
rasmus | Rasmus Bjerregaard-Holm | Klintevej 1
signe | Signe Valbjørn | Engdraget 16
troels | Troels Aagesen | Engdraget 18
ulla | Ulla Skipper | Havnegade 8, 1. sal
vibeke | Vibeke Nordentoft | Havnegade 14, 3. th.
werner | Werner Kolding | Havnegade 22
ahmed | Ahmed Yildirim | Havnegade 31, st.
bodil | Bodil Ramskov | Fiskergade 6
dan | Dan Ploug | Fiskergade 8
else | Else Marie Tved | Fiskergade 10
finn | Finn Lauesgaard | Strandvejen 41
grethe | Grethe Honoré | Strandvejen 43
ivan | Ivan Petrovic | Strandvejen 45
jeppe | Jeppe Damgaard-Lorentz | Bakkedraget 9
karla | Karla Winkel | Bakkedraget 11
leif | Leif Borregaard | Granvænget 27
maja | Maja Stenstrup | Granvænget 29
nikolaj | Nikolaj Overby | Hasselvej 3
olga | Olga Lisowska | Hasselvej 5
preben | Preben Kragelund | Østergade 19
rikke | Rikke Fogtmann | Østergade 21
susanne | Susanne Blicher | Søndergade 44
thomas | Thomas Enevoldsen | Søndergade 46
vagn | Vagn Høgsbro | Ellingevej 102
astrid | Astrid Munkholm | Ellingevej 108
bent | Bent Overgaard | Ellingevej 115
connie | Connie Sander | Vesterlundvej 20
egon | Egon Tranberg | Vesterlundvej 24
freja | Freja Lyngholm | Vesterlundvej 31
gert | Gert Isaksen | Kirkestræde 4
helle | Helle Drejer | Kirkestræde 6
ib | Ib Sylvester | Kirkestræde 11
joan | Joan Meldgaard | Skolegade 15
kenneth | Kenneth Abildgaard | Skolegade 17
liva | Liva Holmstrøm | Skolegade 21
mikkel | Mikkel Tornvig | Jens Baggesens Vej 8
nete | Nete Claudi | Jens Baggesens Vej 10
ole | Ole Grankvist | Jens Baggesens Vej 12
pia | Pia Ejstrup | Parkvej 30
rene | René Sandvad | Parkvej 32
stine | Stine Molbech | Parkvej 34
tage | Tage Ørnskov | Kystvejen 70
ursula | Ursula Bendix | Kystvejen 72
villy | Villy Kjeldahl | Kystvejen 74
zahra | Zahra Hosseini | Birkevænget 2
anders | Anders Brask | Birkevænget 4
benedikte | Benedikte Rye | Birkevænget 6
christoffer | Christoffer Juncker | Højmarken 11
dagny | Dagny Lautrup | Højmarken 13
elvira | Elvira Sørup | Højmarken 15
frank | Frank Mikkelborg | Åvej 5
gunhild | Gunhild Pors | Åvej 7
holger | Holger Stavnsager | Åvej 9
jasmin | Jasmin Koch-Lund | Lindealle 14
kurt | Kurt Vejrup | Lindealle 16
laila | Laila Norup | Lindealle 18
marius | Marius Thygesen | Bryggen 1, 4. mf.
nora | Nora Elbæk | Bryggen 3, 2. tv.
otto | Otto Hammerich | Bryggen 5, 1. th.
peder | Peder Knudstorp | Havnevej 9
ragnhild | Ragnhild Uldum | Havnevej 11
simone | Simone Ladefoged | Rønnevangen 8
tommy | Tommy Reinholdt | Rønnevangen 10
viola | Viola Skaarup | Rønnevangen 12
yrsa | Yrsa Klingenberg | Digevej 25
"""

_ORGANISATIONS = """
nordbyg | company | Nordkystens Tømrer & Snedker ApS | Industrivej 14 | Lars
fjordbyg | company | Fjordby Byg A/S | Industrivej 3 | Morten
holst | company | Tømrermester Kaj Holst ApS | Teglværksvej 9 | Kaj
arklinje | company | Arkitektkontoret Linje & Lys ApS | Havnegade 5, 2. sal | Lotte
isenkram | company | Havnens Isenkram I/S | Havnegade 17 | Jan
bager | company | Bager Birk ApS | Havnegade 11 | Jette
vinhus | company | Vinhuset Ankeret ApS | Havnegade 26 | Ove
fjordfisk | company | Fjordby Fiskeeksport A/S | Sydkajen 8 | Knud
havn | company | Fjordby Havn A/S | Sydkajen 1 | Havnekontoret
kystmiljo | company | Kystmiljø Rådgivning A/S | Universitetsparken 30 | Projektafdelingen
akustik | company | Akustik & Lyd ApS | Lyngbyvej 210 | Måleafdelingen
sol | company | Sunde Solmarker A/S | Energivej 7 | Anna
trafik | company | Trafikværkstedet ApS | Banegårdspladsen 4 | Tælleafdelingen
entre | company | Vej & Asfalt Nord A/S | Grusgraven 2 | Allan
rentry | company | Rent & Trygt Service A/S | Messingvej 18 | Tilbudsafdelingen
svane | company | Svanens Rengøring ApS | Fabriksvej 6 | Kontoret
alren | company | AlRent Danmark A/S | Ringvejen 200 | Salgsafdelingen
madhus | company | Madhuset Grøn Gaffel ApS | Mejerigade 3 | Køkkenet
skolemad | company | Skolemad Midt A/S | Storkøkkenvej 1 | Udbud
tallerken | company | Den Glade Tallerken I/S | Ladegårdsvej 12 | Mia
sagsys | company | Sagsystem Danmark A/S | Softwareparken 10 | Tilbudsteamet
fribit | company | Fribit ApS | Gasværksvej 2, 3. sal | Fællespostkassen
nordit | company | Nordisk It-Drift A/S | Datavej 44 | Kundeteamet
bureau | company | Bureauet Klar Tale ApS | Sølvgade 9 | Redaktionen
skoleark | company | Tegnestuen Skolevang A/S | Kanalen 15 | Tegnestuen
plejebyg | company | Omsorgsbyg Entreprise A/S | Betonvej 21 | Tilbud
badetek | company | Bade- og Vandteknik A/S | Pumpevej 5 | Service
bil | company | Fjordby Busser A/S | Remisen 1 | Driften
meloe | company | Melø Maskinfabrik A/S | Smedevej 33 | Ledelsen
cykel | association | Cyklistforbundet Fjordby | Østergade 2 | Bestyrelsen
handel | association | Handelsstandsforeningen | Havnegade 19 | Formanden
grund | association | Grundejerforeningen Fjordvænget | Fjordvænget 1 | Bestyrelsen
naturforening | association | Fjordby Naturforening | Naturskolen, Skovvej 2 | Bestyrelsen
aeldre | association | Ældrerådet i Fjordby | Rådhuspladsen 4 | Formanden
skolebest | association | Skolebestyrelsen ved Østre Skole | Skolegade 2 | Bestyrelsen
handicap | association | Handicaprådet i Fjordby | Rådhuspladsen 2 | Sekretariatet
borgerforening | association | Ellinge Borgerforening | Forsamlingshuset, Ellingevej 90 | Bestyrelsen
svomklub | association | Fjordby Svømmeklub | Badevej 1 | Bestyrelsen
laesekreds | association | Foreningen Bibliotekets Venner | Torvet 3 | Bestyrelsen
os | association | Fællesskabet Åben Kode i Kommunerne | Fælledvej 1 | Sekretariatet
museum | authority | Fjordlandets Museum | Museumsgade 1 | Arkæologisk afdeling
politi | authority | Kystlandets Politi | Politigården, Vestergade 40 | Færdselsafdelingen
region | authority | Region Fjordland | Regionshuset, Skottenborg 2 | Jordforurening
brand | authority | Fjordlandets Beredskab | Beredskabsvej 1 | Forebyggelse
vand | company | Fjordby Vand A/S | Vandværksvej 10 | Planafdelingen
bank | company | Fjordland Sparekasse A/S | Torvet 8 | Erhverv
avis | company | Fjordby Folkeblad | Torvet 5 | Redaktionen
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


CITIZENS = {key: Citizen(key, name, street) for key, name, street in _rows(_CITIZENS)}
ORGANISATIONS = {
    key: Organisation(key, kind, name, street, contact) for key, kind, name, street, contact in _rows(_ORGANISATIONS)
}
