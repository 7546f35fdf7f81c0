import pytest

from torvet.pure.pii import GATE_THRESHOLD, PiiClass, scan


def found(text: str, pii_class: PiiClass = PiiClass.NAME, threshold: float = GATE_THRESHOLD) -> list[str]:
    return [text[f.start : f.end] for f in scan(text) if f.pii_class is pii_class and f.score >= threshold]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kære Øyvind Nielsen\n\nTak.", ["Øyvind Nielsen"]),
        ("Kære Zbigniewa\n\nTak.", ["Zbigniewa"]),
        ("Hej Anders og Mette Holm,\nTak.", ["Anders", "Mette Holm"]),
        ("Med venlig hilsen\n\n\nErik Jespersen\nPlanlægger", ["Erik Jespersen"]),
        ("Med venlig hilsen\n\nFjordby Kommune\nErik Jespersen", ["Erik Jespersen"]),
        ("Mvh. Quirina", ["Quirina"]),
        ("Navn: Xhevat Qorri\nDato", ["Xhevat Qorri"]),
        ("Barnets navn:\n  Xhevat Qorri", ["Xhevat Qorri"]),
        ("Fra: Erik Jespersen", ["Erik Jespersen"]),
        ("Det oplyste fru Qorri i går.", ["Qorri"]),
        ("Mødet blev holdt af Karl von Holst Jensen.", ["Karl von Holst Jensen"]),
        ("Raghad Mohammad Omar, bosiddende i Vejle", ["Raghad Mohammad Omar"]),
        ("Svend Poulsens indsats", ["Svend Poulsens"]),
        ("Den 3. maj skrev Erik Jespersen:", ["Erik Jespersen"]),
        ("Sagen om Arin Badin, 250258-5005, er ny.", ["Arin Badin"]),
        ("Arin Badin, født i Vejle", ["Arin Badin"]),
        ("Fuldmagt til advokat Arin Badin.", ["Arin Badin"]),
        ("Kære van der Meer\nTak", ["van der Meer"]),
        ("(Anders Holm)", ["Anders Holm"]),
        ("ANDERS HOLM har søgt.", ["ANDERS HOLM"]),
        ("ANDERS HOLM OG METTE JUHL", ["ANDERS HOLM", "METTE JUHL"]),
        ("Holm, Anders Peter har søgt.", ["Holm, Anders Peter"]),
        ("Ejer: Jensen, Mette", ["Jensen", "Mette"]),
        ("Sagen vedrører Jens Holm, Mette Juhl og en til.", ["Jens Holm", "Mette Juhl"]),
        ("Fra: Lise Skov Bæk <l@b.example>", ["Lise Skov Bæk"]),
        ('Til: "Rose Bro" <r@b.example>', ["Rose Bro"]),
        ("Cc: Bro, Rose <r@b.example>", ["Bro, Rose"]),
        ("skriv til Storm Dal (s@d.example)", ["Storm Dal"]),
        ("Foreningen v/Arin Badin", ["Arin Badin"]),
        ("c/o Rose Bro", ["Rose Bro"]),
        ("att. Arin Badin", ["Arin Badin"]),
        ("Part 1: Xhevat Qorri", ["Xhevat Qorri"]),
        ("Parter:\n1. Xhevat Qorri\n2. Arin Badin\nSlut", ["Xhevat Qorri", "Arin Badin"]),
        ("Navn\tVej\nArin Badin\tRingen\nStorm Dal\tRingen\n", ["Arin Badin", "Storm Dal"]),
        ("Navn\nArin Badin\nStorm Dal\n\nHer slutter det.", ["Arin Badin", "Storm Dal"]),
        ("Ejer\nRose Bro\n", ["Rose Bro"]),
        ("Med venlig hilsen\nRose Bro", ["Rose Bro"]),
        ("Hilsen fra Arin Badin", ["Arin Badin"]),
        ("Karen Nielsen, født Juhl, er ejer.", ["Karen Nielsen", "Juhl"]),
        ("Mødet med Søren\nKjær er aflyst.", ["Søren\nKjær"]),
        ("Mødet med Søren\r\nKjær Juhl er aflyst.", ["Søren\r\nKjær Juhl"]),
        ("Datteren Ylva og barnet Odin", ["Ylva", "Odin"]),
        ("Bodil von Holst bor her.", ["Bodil von Holst"]),
        ("Xhevat Qorri bor på loftet.", ["Xhevat Qorri"]),
        ("Undertegnede, Xhevat Qorri, klager.", ["Xhevat Qorri"]),
        ("Jens Hansens klage", ["Jens Hansens"]),
        ("Anders Holm250258-5005", ["Anders Holm"]),
    ],
)
def test_people_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Kære borger\nTak",
        "Kære Byråd\nTak",
        "Hej Teknik og Miljø",
        "Til Fjordby Kommune",
        "Att. Byggesagsafdelingen",
        "Niels Sørensens Vej lukkes",
        "Tilbud fra Peter Jensen A/S",
        "Tilbud fra Jens Holm ApS",
        "Elever på Anne Holms Skole",
        "Digital Post er åben",
        "Filnavn: Plan.pdf",
        "Ansøger: Fjordby Boligforening",
        "Med venlig hilsen\n\nFjordby Kommune",
        "Europa-Parlamentets og Rådets Direktiv",
        "Per Januar ændres taksten",
        "Borgmester Mette Holm bød velkommen.",
        "Borgmesteren, Mette Holm, bød velkommen.",
        "Byrådsmedlem Jens Holm stemte imod.",
        "Jens Holm (V) stemte imod.",
        "Jens Holm, rådmand, stemte imod.",
        "Miljøminister Ole Friis svarede.",
        "Direktør Erik Juhl, Byg ApS, svarede.",
        "Murermester Poul Bech A/S",
        "Bygherre: Holm og Jensen I/S",
        "Ansøger: Arkitektfirmaet Lund & Krogh A/S",
        "Carl Nielsen-prisen uddeles.",
        "Niels Ebbesens Gade lukkes.",
        "Niels Bohr Institutet bidrager.",
        "Venlig hilsen\nDatatilsynet",
        "Kære Vestre Landsret",
        "Fra: Teknik og Miljø <tm@by.example>",
        "Navn\tVej\nHolm ApS\tRingen\n",
    ],
)
def test_streets_companies_and_offices_are_no_people(text: str) -> None:
    assert found(text) == []


def test_addresses_need_a_ground() -> None:
    assert found("Adresse: Peberholm 180", PiiClass.ADDRESS) == ["Peberholm 180"]
    assert found("Hun bor på Søren Frichs Vej 150A, 2. tv.", PiiClass.ADDRESS) == ["Søren Frichs Vej 150A, 2. tv."]
    assert found("Erik Jespersen, Ryesgade 12, 8000 Aarhus C.", PiiClass.ADDRESS) == ["Ryesgade 12, 8000 Aarhus C"]
    assert found("Byggetilladelse til Ryesgade 12.", PiiClass.ADDRESS) == []
    assert found("Byggetilladelse til Ryesgade 12.", PiiClass.ADDRESS, 0.2) == ["Ryesgade 12"]
    assert found("E-mailadresse: Skriv 12 gange", PiiClass.ADDRESS) == []


def test_the_office_is_the_occurrences_and_not_the_names() -> None:
    text = "Borgmester Mette Holm talte. Naboen Mette Holm klagede."
    assert [f.start for f in scan(text) if f.score >= GATE_THRESHOLD] == [36]


def test_an_officials_own_public_mailbox_tells_the_office_and_the_towns_mailbox_does_not() -> None:
    def names(text: str) -> list[str]:
        found = scan(text, public=["by.example"])
        return [text[f.start : f.end] for f in found if f.score >= GATE_THRESHOLD]

    assert names("Sagsbehandler: Mette Holm, mette.holm@by.example") == []
    assert names("Sagsbehandler: Åse Østergård\nPlanlægger\naaos-oestergaard@by.example") == []
    assert names("Klage fra Mette Holm (byg@by.example)") == ["Mette Holm"]


def test_an_address_after_a_name_must_end_like_one() -> None:
    assert found("Erik Jespersen, Bag Møllen 3", PiiClass.ADDRESS) == ["Bag Møllen 3"]
    assert found("Erik Jespersen\nHumlebien 14\n", PiiClass.ADDRESS) == ["Humlebien 14"]
    assert found("Erik Jespersen, Bilag 3", PiiClass.ADDRESS) == []
    assert found("Erik Jespersen, Indkomsten 1200 kr.", PiiClass.ADDRESS) == []
    assert found("Erik Jespersen. Dokumenterne 2 til 6", PiiClass.ADDRESS) == []
