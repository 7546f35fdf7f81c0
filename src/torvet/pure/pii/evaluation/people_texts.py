"""Names and the sentences they stand in; and what a case knows of its own people, with the ways it may be written."""

NAMES = (
    *("Freja Lindegaard", "Anders Peter Holm", "Åse Østergård", "Xhevat Pedersen", "Mohammad Al Khatib"),
    *("Jürgen Schmidt", "Łukasz Kowalski", "Anne-Marie Skov", "MORTEN BACH", "K. Jensen", "Fatima Yilmaz"),
    *("Mette-Marie Skov-Larsen", "Hans Jørgen Bech-Nielsen", "Thi Huong Nguyen", "Bodil von Holst", "A. P. Krogh"),
)
NAME_CONTEXTS = (
    "Kære {}\n\nTak for din henvendelse.",
    "Hej {},\nJeg har set på sagen.",
    "Sagen er afsluttet.\n\nMed venlig hilsen\n\n{}\nPlanlægger",
    "Vi ses.\nMvh {}",
    "Navn: {}\nDato: 3. maj 2026",
    "Ansøger: {}",
    "Att.: {}",
    "Fra: {}\nEmne: Carport",
    "Der er holdt møde mellem {} og forvaltningen.",
    "Ejeren, {}, har oplyst, at kælderen er tør.",
    "Hr. {} mødte op.",
    "Partshøringen er sendt til {} den 3. maj.",
    "Grundejerforeningen Solbakken v/ {}, {address:Møllevej 2}",
    "c/o {}\n{address:Møllevej 2}",
    "Solbakken, v/{}, {address:Møllevej 2}",
    "{} har søgt om en carport.",
    "Klagen fra {} er modtaget.",
    "Til: {} <{email:post@borger.example}>",
    "Ejer\n{}\n{address:Møllevej 4}",
    "Vidne: {}",
    "{} (f. 1962) er hørt.",
    "Naboen {}s hæk er for høj.",
    "Undertegnede, {}, klager over støj.",
)
# Given names and surnames that are also words: only where the place says that a name stands there.
UNSURE_NAMES = ("Storm Dal", "Rose Bro", "Sten Eng", "Liv Strand", "Lise Skov Bæk")
UNSURE_CONTEXTS = (
    "Kære {}\n\nTak for din henvendelse.",
    "Sagen er afsluttet.\n\nMed venlig hilsen\n\n{}",
    "Navn: {}\nDato: 3. maj 2026",
    "Fra: {} <{email:post@borger.example}>",
    "Den 3. maj skrev {} <{email:post@borger.example}>:",
    "Underskrift: {}",
    "Eleven {} har brug for støtte.",
    "Ansøger: {}, {address:Møllevej 4}",
)
TURNED_NAMES = ("Holm, Anders Peter", "Jensen, Mette", "Østergård, Åse", "Nguyen, Thi Huong")
TURNED_CONTEXTS = ("Sagen vedrører {} og naboen.", "{} har søgt om tilladelse.", "Ejer: {}", "Part: {}\nSag: 3")
# Names are marked one by one.
LISTS_OF_NAMES = (
    "Deltagere: {name:Jens Holm}, {name:Xhevat Qorri}, {name:Bodil Skov} og {name:Arin Badin}",
    "Navn\tAdresse\tTelefon\n{name:Arin Badin}\tPeberholm\t-\n{name:Storm Dal}\tRyesgade\t-",
    "Navn\n{name:Arin Badin}\n{name:Storm Dal}\n{name:Mette Holm}\n\nDer er tre navne.",
    "Navn | Rolle\n{name:Mirsada Hodzic} | ejer\n{name:Peik Vesterlund} | nabo",
    "{name:FREJA LINDEGAARD} OG {name:ERIK JESPERSEN} HAR SØGT",
    "Parter:\n1. {name:Ingomar Tvede}\n2. {name:Lis Tvede}",
    "- {name:Anders Holm}\n- {name:Bente Juhl}\n- {name:Qin Zhao}",
    "{name:Karen Nielsen}, født {name:Jensen}, er ejer.",
    "Sagen om {name:Anders Holm}{cpr:250258-5005} er ny.",
    "Sagen blev rejst af {name:Søren\nKjær} i maj.",
    "Mødet med {name:Anne Marie\nØstergaard Lind} er aflyst.",
    'Til: "{name:Rose Bro}" <{email:r@b.example}>; {name:Sten Eng} <{email:s@e.example}>',
    "Cc: {name:Bro, Rose} <{email:r@b.example}>",
    "Sagen handler om {name:Anders Holm} og {name:Mette Holm} samt barnet {name:Storm}.",
)
KNOWN_NAMES = (
    (
        "name",
        "Anders Peter Hansen",
        (
            *(
                "Anders Peter Hansen",
                "Anders Hansen",
                "ANDERS HANSEN",
                "anders hansen",
                "Anders P. Hansen",
                "A. P. Hansen",
            ),
            *("A. Hansen", "Anders H.", "Anders Hansens", "Hansen, Anders", "Hansen, Anders Peter", "Anders\nHansen"),
            *(
                "Anders  Hansen",
                "Anders Bech Hansen",
                "Det er hr. {Hansen}, der klager.",
                "Peter Hansen",
                "Anders Peter",
            ),
            *("Det er familien {Hansen}, der klager.", "I dag ringede {Anders} igen.", "I dag ringede {Hansen} igen."),
            *(
                "Anders Han-\nsen",
                "Anders Hansen!",
                "»Anders Hansen«",
                "Hansen, A. P.",
                "Hans navn er {Anders Hansen}|",
            ),
        ),
    ),
    (
        "name",
        "Åse Kjærgaard",
        (
            *("Åse Kjærgaard", "Aase Kjærgaard", "Ase Kjærgaard", "Åse Kjaergaard", "Åse Kjærgård", "ÅSE KJÆRGAARDS"),
            *("Å. Kjærgaard", "Åse Kjærgaard's", "Kjærgaard, Åse"),
        ),
    ),
    (
        "name",
        "Bjørn Lind",
        (
            *(
                "Bjørn Lind",
                "Bjoern Lind",
                "Bjorn Lind",
                "Bj0rn Llnd",
                "Bjørn 1ind",
                "B. Lind",
                "fru {Lind}",
                "Bjøm Lind",
            ),
            *("Lind, Bjørn", "Bjørn\u00a0Lind", "Bj\u00f8rn L\u0131nd"),
        ),
    ),
    ("name", "Zofia Wójcik", ("Zofia Wójcik", "Zofia Wojcik", "Wójcik, Zofia", "zofia wójciks", "Zofia VVójcik")),
    ("name", "Jürgen Müller", ("Jürgen Müller", "Jurgen Muller", "Juergen Müller", "JÜRGEN MÜLLER", "Jürgen Mueller")),
    ("name", "Thi Ngoc Tran", ("Thi Ngoc Tran", "Tran, Thi Ngoc", "Ngoc Tran", "T. N. Tran")),
)
KNOWN_ADDRESSES = (
    (
        "address",
        "Møllehaven 12 B, 2. tv., 8000 Aarhus C",
        (
            *("Møllehaven 12 B", "Møllehaven 12B", "møllehaven 12b", "MØLLEHAVEN 12 B", "Moellehaven 12B"),
            *("Mollehaven 12 B", "Møllehaven\n12B", "Møllehaven 12B, 2. tv."),
        ),
    ),
    ("address", "Peberholm 180", ("Peberholm 180", "Peberho1m 180", "PEBERHOLM 180")),
)
KNOWN_NUMBERS = (
    ("phone", "+45 83 22 11 00", ("83221100", "83 22 11 00", "8322-1100", "8322 1100", "83.22.11.00", "83 221 100")),
    ("account", "5301 0123456789", ("53010123456789", "5301-0123456789", "5301 012 345 6789")),
    ("email", "anders@hansen.example", ("anders@hansen.example", "Anders@Hansen.example")),
    ("party", "AB 12 345", ("AB 12 345", "ab 12 345", "AB\n12 345")),
    ("party", "Det gule hus ved åen", ("Det gule hus ved åen", "det gule\nhus ved åen")),
    ("licence_plate", "AB 12 345", ("AB 12 345", "AB12345", "ab 12345", "AB-12-345")),
    ("passport", "208461937", ("208461937", "208 461 937")),
    ("driving_licence", "31447209", ("31447209", "31 44 72 09")),
    ("birth_date", "1962-05-12", ("12.05.1962", "12. maj 1962", "12/5-62", "120562", "1962-05-12", "12.5.62")),
    ("cvr", "41227719", ("41227719", "41 22 77 19")),
    ("cpr", "250258-5000", ("2502585000", "250258-5000", "25 02 58 50 00", "250258 50 00")),
)
