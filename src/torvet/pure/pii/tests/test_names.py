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
