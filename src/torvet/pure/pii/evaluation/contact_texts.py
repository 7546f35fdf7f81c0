"""Ways to write telephones, e-mail, accounts, papers and dates of birth, and sentences to put them in."""

CPR_CONTEXTS = (
    "{}",
    "Borgerens personnummer er {}, og sagen er oprettet i dag.",
    "Sagen vedrører {} og er afsluttet.",
    "Bemærk: ejeren, {}, har fuldmagt.",
    "Se bilaget side 3.\n{}\nDer er ikke flere oplysninger.",
)
PHONES = (
    *("22 33 44 55", "22334455", "2233 4455", "22-33-44-55", "+45 22 33 44 55", "+4522334455", "0045 22334455"),
    *("(+45) 2233 4455", "22\u00a033\u00a044\u00a055", "22.33.44.55", "22 334 455", "+46 70 123 45 67", "86 12 34 56"),
    *("97123456", "+49 4841 123456", "51 23 45 67", "+45-22334455", "２２ ３３ ４４ ５５"),
)
PHONE_CONTEXTS = (
    "Tlf. {}",
    "Du kan ringe på {} i dag.",
    "Telefon: {}, hverdage kl. 9-12.",
    "Mobil {}\nVenlig hilsen",
    "Han kan træffes på {} i dagtimerne.",
    "Tlf.nr. {} (privat)",
    "Mit mobilnummer er {}.",
    "Kontakt mig på {}, hvis du er i tvivl.",
    "Vh {name:Anne}\nM: {}",
)
EMAILS = (
    "anders.holm@borger.example",
    "a_holm+sag@post.firma.example",
    "ANDERS@BORGER.EXAMPLE",
    "åse.østergård@borger.example",
    "anders.holm(at)borger.example",
    "anders.holm [at] borger.example",
    "anders.holm @ borger.example",
    "anders.holm@\nborger.example",
    "anders@holm . dk",
    "anders.holm@borger .example",
)
EMAIL_CONTEXTS = (
    *("{}", "Skriv til {}, hvis du har spørgsmål.", "<{}>", "Mail: {}\nTak", "Kvittering er sendt til {}."),
    *("Fra: {}\nEmne: Hegn", "E-mail {} og telefon oplyst.", "mailto:{}", "({})"),
)
ACCOUNTS = ("5301 0123456", "5301-0123456789", "5301 / 012345678", "9070 1623345678", "1551 0001234567")
ACCOUNT_CONTEXTS = (
    "Reg.nr. og kontonr.: {}",
    "Beløbet overføres til konto {} i banken.",
    "NemKonto: {}",
    "Kontonummer {}.",
    "Udbetal til bankkonto {} senest fredag.",
    "Bankkonto: {}",
    "Kontonr. {}, Fjordby Sparekasse",
)
IBANS = (
    *("DK50 0040 0440 1162 43", "DK5000400440116243", "GB29 NWBK 6016 1331 9268 19", "DE89370400440532013000"),
    "NO93 8601 1117 947",
)
IBAN_CONTEXTS = (
    *("{}", "IBAN: {}", "Beløbet bedes overført til {} senest fredag.", "SWIFT DABADKKK, IBAN {}", "Konto: {}\nTak"),
)
BIRTH_DATES = (
    *("12. maj 1962", "12.05.1962", "12.05.62", "12/5-62", "12-05-1962", "1962-05-12", "120562", "1. jan. 1980"),
    *("3/4 1958", "31. december 2015", "12 maj 1962", "12.5.1962"),
)
BIRTH_CONTEXTS = (
    "Hun er født {}.",
    "Barnet er født den {} i Fjordby.",
    "Fødselsdato: {}",
    "Fødselsdato\n{}\n",
    "{name:Anders Holm} (f. {}) har søgt.",
    "Fødselsdag {}, bopæl ukendt.",
    "Han er født i Vejle den {} og bor alene.",
)
PASSPORTS = ("208461937", "112233445", "L 2084619", "AB1234567", "20 84 61 937")
PASSPORT_CONTEXTS = (
    "Pasnr. {}",
    "Pasnummer: {}, udstedt i Fjordby.",
    "Kopi af passet nr. {} er vedlagt.",
    "Passport no. {}",
    "Id-kort nr. {} er vist.",
    "Legitimationskort nr. {}",
)
PASSPORT_LINE_CONTEXTS = ("{}", "Kopi af pas:\n{}\nSlut på kopi.", "Bilag 3\n\n{}\n\nStemplet den 3. maj 2026")
LICENCES = ("31447209", "20118346", "31 44 72 09", "17251964")
LICENCE_CONTEXTS = (
    *("Kørekort nr. {}", "Kørekortnummer: {}", "Kørekortets nummer er {}.", "Han har kørekort med nummer {}."),
    *("Kørekortnr. {} er forevist.", "Kørekort: {}, kategori B"),
)
PLATES = ("AB 12 345", "AB12345", "CD 34567", "ÆB 22 333", "XY99 888", "DK 41 906", "BX 72 418")
PLATE_CONTEXTS = (
    "Bilen med nummerpladen {} holder på fortovet.",
    "Registreringsnummer: {}",
    "Reg.nr. {}",
    "Køretøjet {} er forladt.",
    "Min bil ({}) blev ridset.",
    "Varevognen {} blokerer for porten.",
    "En trailer med reg. nr. {} er efterladt.",
    "Parkeringsafgift til {}",
    "{} er en rød personbil.",
)
SOLE_TRADER_NUMBERS = ("41227719", "29 18 98 46", "38114402")
SOLE_TRADER_CONTEXTS = (
    "Tømreren (enkeltmandsvirksomhed), CVR-nr. {}",
    "Virksomheden er personligt ejet og har CVR {}.",
    "CVR-nummer: {} (enkeltmandsvirksomhed)",
    "Hun driver enkeltmandsvirksomhed med cvr {}.",
)
ADDRESSES = (
    *("Ryesgade 12", "Søren Frichs Vej 150A", "Gammel Kulhusvej 85, 2. tv.", "Ny Munkegade 7, st. th., 8000 Aarhus C"),
    *("Peberholm 180", "Park Allé 6", "Kløverprisvej 31, 2. th.", "Bag Møllen 3", "Vestre Strandallé 44 B"),
    *("Humlebien 14", "Sct. Anna Gade 5, 1. mf.", "Tværskovvej 2, 9990 Skagen"),
)
ADDRESS_CONTEXTS = (
    "Adresse: {}",
    "Bopæl: {}\nTelefon ukendt",
    "Hun bor på {} sammen med sin søn.",
    "Ansøgers bopæl er {}.",
    "Privatadresse:\n{}",
    "Han er flyttet til {} i maj.",
    "{name:Erik Jespersen}, {}",
    "{name:Mette Holm}\n{}",
)
