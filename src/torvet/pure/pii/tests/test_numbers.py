import pytest

from torvet.pure.pii import CERTAIN_THRESHOLD, GATE_THRESHOLD, PiiClass, scan


def found(text: str, pii_class: PiiClass) -> list[str]:
    return [text[f.start : f.end] for f in scan(text) if f.pii_class is pii_class and f.score >= GATE_THRESHOLD]


@pytest.mark.parametrize(
    "number",
    ["22 33 44 55", "22334455", "2233 4455", "+45 22 33 44 55", "+4522334455", "0045 2233 4455", "22-33-44-55"],
)
def test_phones_are_found_whole_in_their_usual_groups(number: str) -> None:
    assert found(f"Tlf. {number}.", PiiClass.PHONE) == [number]
    certain = [f for f in scan(f"Tlf. {number}.") if f.score >= CERTAIN_THRESHOLD]
    assert len(certain) == 1


@pytest.mark.parametrize(
    "text",
    [
        "20 22 24 26 28 30",
        "10 12 14 16",
        "CVR-nummer 22334455",
        "BFE-nr. 22334455",
        "Beløb 22 334 455 kr.",
        "Dato 20240312",
        "Sag 2026-014482",
        "§ 20.29.20.10 på finansloven",
        "574123, 6223344",
        "12345678",
        "Se 22334455.pdf",
        "plan_22334455 v2",
        "Kontrakt nr. 22334455 udløber",
        "22334455 kr.",
        "22334455 kWh",
        "høring fra 2024-03-12",
        "Punkt 26.30.35.42 udgår",
        "55.6761, 12.5683",
        "TED 2026/S 123-456789",
        "22.3.-31.12.2026",
        "Lokalplanområdet omfatter 22334455 m2",
    ],
)
def test_other_numbers_are_no_phones(text: str) -> None:
    assert found(text, PiiClass.PHONE) == []


def test_foreign_phones_need_their_plus() -> None:
    assert found("Ring på 22334455 efter høringen", PiiClass.PHONE) == ["22334455"]
    assert found("Ring +46 70 123 45 67 nu", PiiClass.PHONE) == ["+46 70 123 45 67"]
    assert found("Tal: + 1030 - 1031 - 334", PiiClass.PHONE) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Skriv til anders.holm@borger.example.", "anders.holm@borger.example"),
        ("<ÅSE@BORGER.EXAMPLE>", "ÅSE@BORGER.EXAMPLE"),
        ("holm (at) borger.example nu", "holm (at) borger.example"),
        ("holm @ borger . dk nu", "holm @ borger . dk"),
        ("holm@\nborger.example", "holm@\nborger.example"),
        ("mailto:a+b@x.example?x", "a+b@x.example"),
    ],
)
def test_emails_are_found_whole(text: str, address: str) -> None:
    assert address in "".join(found(text, PiiClass.EMAIL))


def test_a_sign_alone_is_no_email() -> None:
    assert found("Prisen er 45 kr. @ 3 stk., se @nyheder.", PiiClass.EMAIL) == []


@pytest.mark.parametrize(
    "text",
    [
        "Reg.nr. 5301 kontonr. 0123456789",
        "Reg. nr.: 5301 Konto: 0123456",
        "Kontonummer 5301-0123456789",
        "NemKonto: 5301 0123456",
        "regnr 5301, kontonr 0123456, tak",
    ],
)
def test_accounts_are_found_by_their_labels(text: str) -> None:
    (item,) = found(text, PiiClass.ACCOUNT)
    assert item.startswith("5301")
    assert item.endswith(("456", "789"))


def test_the_budget_has_accounts_too_and_they_are_left_alone() -> None:
    assert found("Konto 15.11.46 og konto 4 på budgettet; kontoret flytter.", PiiClass.ACCOUNT) == []


def test_iban_stands_on_its_check_digits() -> None:
    assert found("IBAN DK50 0040 0440 1162 43.", PiiClass.IBAN) == ["DK50 0040 0440 1162 43"]
    wrong = [f for f in scan("Til DK51 0040 0440 1162 43.") if f.pii_class is PiiClass.IBAN]
    assert wrong[0].reasons == ("check-digits-wrong",)
    assert found("Model AB12 3456 7890 1234 er udgået", PiiClass.IBAN) == []


def test_an_account_of_a_budget_is_short_and_a_bank_account_is_not() -> None:
    assert found("Konto 112233 i budgettet", PiiClass.ACCOUNT) == []
    assert found("Konto 1122334 i banken", PiiClass.ACCOUNT) == ["1122334"]


def test_two_capitals_and_digits_without_the_right_remainder_are_no_iban() -> None:
    assert found("Model AB12 3456 7890 1234 5678", PiiClass.IBAN) == []
    assert found("Konto GB29 NWBK 6016 1331 9268 19 hos", PiiClass.IBAN) == ["GB29 NWBK 6016 1331 9268 19"]
