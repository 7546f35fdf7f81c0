import re
from pathlib import Path

import pytest

from torvet.pure.pii import GATE_THRESHOLD, PiiClass, evaluation, scan
from torvet.pure.pii.cpr import valid_date
from torvet.pure.pii.evaluation.__main__ import main
from torvet.pure.pii.evaluation.negatives_numbers import NUMBER_TEMPLATES
from torvet.pure.pii.evaluation.negatives_people import PEOPLE_TEMPLATES
from torvet.pure.pii.evaluation.negatives_prose import PROSE_TEMPLATES
from torvet.pure.pii.evaluation.page import page
from torvet.pure.pii.name_lists import GIVEN_NAMES, SURNAMES
from torvet.pure.pii.reading import fold

RECALL_FLOORS = dict.fromkeys(PiiClass, 1.0) | {PiiClass.NAME: 0.97, PiiClass.ADDRESS: 0.97}
PRECISION_FLOORS = dict.fromkeys(PiiClass, 0.97)


@pytest.fixture(scope="module")
def tallies() -> dict[PiiClass, evaluation.Tally]:
    return evaluation.evaluate()


@pytest.mark.parametrize("pii_class", PiiClass)
def test_recall_and_precision_hold_their_floors(pii_class: PiiClass, tallies: dict[PiiClass, evaluation.Tally]) -> None:
    tally = tallies[pii_class]
    assert tally.recall >= RECALL_FLOORS[pii_class], [p.text for p in tally.missed][:5]
    assert tally.precision >= PRECISION_FLOORS[pii_class], [(p.text, f) for p, f in tally.false_alarms][:5]


def test_the_set_is_large_and_its_truth_is_where_it_says() -> None:
    passages = evaluation.passages()
    assert sum(1 for p in passages if p.truth) >= 1_000
    assert sum(1 for p in passages if not p.truth) >= 2_000
    assert len({(p.text, p.known) for p in passages}) == len(passages)
    assert all(p.text[start:end].strip() for p in passages for _, start, end in p.truth)
    assert {c for p in passages for c, _, _ in p.truth} == set(PiiClass)


def test_no_number_can_belong_to_a_living_person() -> None:
    for counter in range(3000):
        for digits in (evaluation.cpr_number(counter), evaluation.cpr_number(counter, replacement=True)):
            assert digits[6] in "5678"
            assert int(digits[4:6]) >= 38
            assert valid_date(digits)


def test_the_negatives_come_from_many_different_sentences() -> None:
    templates = {*NUMBER_TEMPLATES, *PEOPLE_TEMPLATES, *PROSE_TEMPLATES}
    assert len(templates) >= 350
    assert len({re.sub(r"[\W\d]|\{.*?\}", "", each.casefold()) for each in templates}) >= 330


def test_the_held_out_names_stand_in_no_list() -> None:
    names = [p.text[start:end] for p in evaluation.held_out() for c, start, end in p.truth if c is PiiClass.NAME]
    words = {fold(word) for name in names for word in re.findall(r"[^\W\d_]+", name) if len(word) > 1}
    assert len(names) >= 40
    assert {word for word in words if word in GIVEN_NAMES or word in SURNAMES} == set()


def test_what_the_case_knows_is_found_in_the_held_out_passages() -> None:
    tallies = evaluation.evaluate(over=evaluation.with_register(evaluation.held_out()))
    assert tallies[PiiClass.CPR].recall == 1.0
    assert tallies[PiiClass.NAME].recall >= 0.95
    assert tallies[PiiClass.NAME].precision >= 0.9


def test_strangers_with_rare_names_are_found_more_often_than_not() -> None:
    tallies = evaluation.evaluate(over=evaluation.held_out())
    assert tallies[PiiClass.NAME].recall >= 0.65
    assert tallies[PiiClass.CPR].recall >= 0.9


def test_the_published_page_is_what_the_rules_give(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    published = Path(__file__).resolve().parents[5] / "docs" / "evaluation.md"
    if not published.parent.is_dir():
        pytest.skip("an installed package has no folder docs")
    assert main(["--check", str(published)]) == 0, (
        "write it anew: python -m torvet.pure.pii.evaluation > docs/evaluation.md"
    )
    old = tmp_path / "old.md"
    old.write_text(published.read_text(encoding="utf-8").replace("544", "545"), encoding="utf-8")
    assert main(["--check", str(old)]) == 1
    assert "old.md" in capsys.readouterr().err


def test_every_rendering_is_on_the_page_and_nothing_invisible_is() -> None:
    text = page()
    assert all(each.isprintable() or each == "\n" for each in text)
    assert text.count("| `") == len(evaluation.CPR_RENDERINGS)


def test_a_detector_that_finds_nothing_would_fail() -> None:
    assert all(t.recall == 0 for t in evaluation.evaluate(threshold=1.01).values())


def test_the_table_has_a_row_for_every_class(tallies: dict[PiiClass, evaluation.Tally]) -> None:
    assert all(re.search(rf"^\| {pii_class} \|", evaluation.table(tallies), re.M) for pii_class in PiiClass)


@pytest.mark.shared
def test_law_text_gives_almost_no_findings(shared_data: Path) -> None:
    import gzip

    with gzip.open(shared_data / "danish" / "law_sentences.tsv.gz", "rt", encoding="utf-8") as file:
        sentences = [line.partition("\t")[2] for line, _ in zip(file, range(15_000), strict=False)]
    text = "".join(sentences)
    findings = [f for f in scan(text) if f.score >= GATE_THRESHOLD]
    assert len(text) > 1_500_000
    numbers = [f for f in findings if f.pii_class in (PiiClass.CPR, PiiClass.PHONE, PiiClass.ACCOUNT, PiiClass.IBAN)]
    assert numbers == []
    assert len(findings) <= 12
