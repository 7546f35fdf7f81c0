"""What the sentences without personal data are filled with: numbers, places, firms, people in office.

All invented. Each list is read round and round, so that the same sentence never meets the same value twice in a row."""

SLOTS: dict[str, tuple[str, ...]] = {
    "n": tuple(str(number) for number in (2, 3, 4, 5, 7, 8, 9, 11, 12, 14, 15, 18, 21, 24, 26, 30, 35, 42, 48, 60, 75)),
    "year": ("2019", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "1998", "2030"),
    "journal": (
        *("2026-014482", "22/000743", "BYG-2026-00317", "1206-041234", "26/012345", "2019-334455", "S2024-12345"),
        *("19/87654", "0101-041234", "3112-991234", "24-000743", "12/1234567", "01.02.05-P19-3-26", "2811-654321"),
        *("26-2502-58", "EMN-2025-03417", "A-2026-117733", "26/2502-5"),
    ),
    "kle": ("05.04.06-P19", "02.34.02", "02.34.02-P19", "01.02.05-G01", "27.12.16", "81.03.00-A00", "27.69.48-G01"),
    "amount": (
        *("1.250.000 kr.", "12.345.678 kr.", "22 334 455 kr.", "22334455 kr.", "450.000,00 kr.", "40 506 070 kr."),
        *("kr. 22.334.455,00", "DKK 1.250.000", "98.765.432 kr.", "1,2 mio. kr.", "250.258,50 kr.", "2502585005 kr."),
    ),
    "area": ("1.250 m2", "22334455 m2", "450 m²", "98 765 m2", "12,5 ha", "1.012.345 m²", "31.12 ha"),
    "date": (
        *("12-03-2024", "12.03.2024", "2024-03-12", "3. maj 2026", "1/5-2026", "12-03-24", "31.12.2026", "20240312"),
        *("12032024", "den 5. juni 2025", "01.01.25", "28/02 2026", "250258"),
    ),
    "period": (
        *("010121-311221", "010120-300620", "2024-2026", "01.01.2024-31.12.2026", "2025/2026", "010126 - 311226"),
        *("1.1.-31.12.2026", "uge 12-26", "01-03-2026 til 30-06-2026"),
    ),
    "law": (
        *("§ 35, stk. 1, nr. 2", "planlovens § 19", "§§ 3-5", "§ 20.29.20.10", "lov nr. 1234 af 3. maj 2026"),
        *("bekendtgørelse nr. 838 af 27/06/2023", "byggelovens § 16 C", "LBK nr. 1157 af 01/07/2020", "kapitel 4 a"),
        *("servicelovens § 100", "forvaltningslovens §§ 24 og 25", "forordning (EU) 2016/679", "direktiv 2009/147/EF"),
    ),
    "matrikel": ("7a", "112c", "12 ab", "7000 x", "0007a", "1 æ", "25bn", "12cq og 12cr", "2502 a"),
    "bfe": ("5512345", "10023456", "100345678", "2233445", "6012345", "22334455", "9123456"),
    "cvr": ("29189846", "55133018", "22334455", "64942212", "40123456", "31119103", "22756214", "30405060"),
    "pnr": ("1003456789", "1012120001", "1030010099", "1010101010", "1022073333", "1001016666", "1015098888"),
    "ean": ("5798000123456", "5790001234567", "5798009876543", "5798 0001 23456", "5790000121212"),
    "number": (
        *("5489860452", "0101800001", "2512793344", "1206410022", "22334455", "10009999", "0203041234", "1503701234"),
        *("20260317", "3112991111", "4500123456", "2233445566", "98765432", "0012345678"),
    ),
    "short": ("4471", "112233", "10-204", "87-3", "A12", "1108", "20.3", "B-17", "3312"),
    "isbn": ("978-87-12-34567-8", "87-12-34567-8", "9788712345678", "0101627004", "2502580000"),
    "place": (
        *("Aarhus", "Randers", "Horsens", "Vejle", "Kolding", "Esbjerg", "Ribe", "Tønder", "Haderslev", "Aabenraa"),
        *("Sønderborg", "Varde", "Billund", "Herning", "Skive", "Viborg", "Holstebro", "Struer", "Lemvig", "Thisted"),
        *("Hjørring", "Skagen", "Aalborg", "Hobro", "Mariager", "Grenaa", "Ebeltoft", "Odder", "Nykøbing Falster"),
    ),
    "street": (
        *(
            "Søren Frichs Vej",
            "H.C. Andersens Boulevard",
            "Niels Bohrs Vej",
            "Christian Winthers Vej",
            "Jens Baggesens Vej",
        ),
        *("Dronning Margrethes Vej", "Peter Bangs Vej", "Anne Maries Vej", "Kaj Munks Vej", "Karen Blixens Plads"),
        *("Carl Nielsens Allé", "Frederik Nielsens Vej", "Ringgaden", "Møllevej", "Vestre Strandallé", "Nørre Allé"),
        *("Niels Ebbesens Gade", "Poul Martin Møllers Vej", "Johannes Ewalds Vej", "Sct. Knuds Vej"),
    ),
    "school": (
        *("Niels Ebbesens Skole", "Anne Holms Skole", "N. Kochs Skole", "Jens Jensens Plejehjem", "Skovvangskolen"),
        *("Peder Lykke Skolen", "Katrinebjergskolen", "Ingrid Jespersens Gymnasieskole", "Bülows Børnehave"),
        *("Skt. Anna Gades Skole", "Frederik Barfoeds Skole", "Rosa Luxemburg Børnehaven"),
    ),
    "company": (
        *("Jensen & Søn ApS", "Murermester Poul Bech A/S", "Holm og Jensen I/S", "Jens Holm ApS", "Peter Jensen A/S"),
        *(
            "Malerfirmaet Karl Nielsen K/S",
            "Per Hansen Entreprise A/S",
            "Rambøll Danmark A/S",
            "Anders Holm Holding ApS",
        ),
        *(
            "Møller & Madsen P/S",
            "Tømrerfirmaet Bent Olsen ApS",
            "Arkitektfirmaet Lund & Krogh A/S",
            "Lars Larsen Group A/S",
        ),
        *("Hansen & Co", "Ejendomsselskabet Erik Juhl A/S", "Jens Peter Koch A/S"),
    ),
    "official": (
        *(
            "Borgmester Mette Holm",
            "borgmester Jens Lund",
            "Rådmand Karl Bech",
            "rådmand Anne Skov",
            "viceborgmester Per Dahl",
        ),
        *(
            "Byrådsmedlem Erik Juhl",
            "byrådsmedlem Lone Krogh (V)",
            "Statsminister Karen Holm",
            "miljøminister Ole Friis",
        ),
        *("Udvalgsformand Anne Lund", "regionsrådsformand Bent Olsen", "kommunaldirektør Hanne Kjær"),
        *(
            "folketingsmedlem Søren Thomsen",
            "stadsarkitekt Ulla Vind",
            "Borgmesteren, Mette Holm,",
            "skoleleder Bodil Juul",
        ),
    ),
    "body": (
        *("Teknik og Miljø", "Økonomiudvalget", "Byrådet", "Miljøstyrelsen", "Vestre Landsret", "Region Midtjylland"),
        *("Planklagenævnet", "Ankestyrelsen", "Kystdirektoratet", "Vejdirektoratet", "Borgerservice", "Datatilsynet"),
        *("Folketingets Ombudsmand", "Banedanmark", "Museum Sønderjylland", "Grundejerforeningen Solbakken"),
    ),
    "measure": (
        "38 dB",
        "1,2 meter",
        "450 mm",
        "12 kWh/m2",
        "25-45 grader",
        "8.250 kWh",
        "0,35 mg/l",
        "40 km/t",
        "2x35 m",
    ),
    "percent": ("12 %", "45,5 pct.", "100 procent", "7,25 %", "22.334455 %"),
    "product": ("AB 12 345", "XR 34 567", "T4-12345", "HS 2502-58", "M12x250", "EN 12 464", "DS 12 345", "IK 10 000"),
    "url": (
        *("https://fjordby.example/sag/22334455", "https://fjordby.example/1503701234", "www.fjordby.example/horing"),
        *("https://kort.example/?x=574123&y=6223344", "fjordby.example/dagsorden/20260317"),
    ),
}
