"""The demo municipality: enough, varied, readable, the same every time, and its truth is true."""

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import date, datetime
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
import reportlab

from torvet.modules.records.demo import DEPARTMENTS, PEOPLE, UNITS, DemoDelivery, write_deliveries
from torvet.modules.records.demo.cast import CPR_WEIGHTS, CVR_WEIGHTS
from torvet.modules.records.demo.days import Calendar
from torvet.modules.records.demo.pdf import draw_pdf, embedded_typeface
from torvet.modules.records.demo.people import OFFICIALS, POLITICIANS
from torvet.modules.records.demo.roster import CITIZENS, ORGANISATIONS
from torvet.modules.records.demo.script import read_papers
from torvet.modules.records.demo.stories import CASES

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 23)
Row = dict[str, Any]


@pytest.fixture(scope="module")
def deliveries(tmp_path_factory: pytest.TempPathFactory) -> tuple[DemoDelivery, ...]:
    return write_deliveries(tmp_path_factory.mktemp("demo"), today=TODAY)


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def entries(delivery: DemoDelivery) -> list[Row]:
    lines = (delivery.folder / "entries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if "klippet over" not in line]


def text_of(path: Path) -> str:
    """The words of a file on one line, headers included."""
    content = path.read_bytes()
    match path.suffix:
        case ".pdf":
            document = pypdfium2.PdfDocument(content)
            text = " ".join(page.get_textpage().get_text_range() for page in document)
            document.close()
        case ".docx":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                marked = package.read("word/document.xml").decode()
            text = unescape(re.sub(r"<[^>]+>", " ", marked))
        case ".html":
            text = unescape(re.sub(r"<[^>]+>", " ", content.decode()))
        case ".eml":
            message = message_from_bytes(content, policy=policy.default)
            text = " ".join([*map(str, message.values()), message.get_content()])
        case _:
            text = content.decode()
    return re.sub(r"\s+", " ", text)


def test_the_four_deliveries_come_in_order(deliveries: tuple[DemoDelivery, ...]) -> None:
    heads = [json.loads((delivery.folder / "delivery.json").read_text()) for delivery in deliveries]
    assert [delivery.kind for delivery in deliveries] == ["history", "yesterday", "corrections", "waiting"]
    moments = [datetime.fromisoformat(head["created_at"]) for head in heads]
    assert moments == sorted(moments)
    assert {head["format"] for head in heads} == {"torvet-delivery"}
    assert [moment.date() for moment in moments[-2:]] == [date(2026, 11, 22), TODAY]


def test_there_is_a_municipality_of_it(deliveries: tuple[DemoDelivery, ...]) -> None:
    cases = {row["id"]: row for delivery in deliveries for row in rows(delivery.folder / "cases.jsonl")}
    files = [path for delivery in deliveries for path in (delivery.folder / "files").iterdir()]
    assert len(cases) == 60
    assert 600 <= len(files) <= 750
    assert {row["department"] for row in cases.values()} == {department.code for department in DEPARTMENTS}
    assert cases["cykelsti"]["number"] == "2025-014482"
    assert len(cases) == len({row["number"] for row in cases.values()})
    assert sum(path.stat().st_size for path in files) < 30_000_000


def test_formats_are_mixed_as_in_a_real_archive(deliveries: tuple[DemoDelivery, ...]) -> None:
    files = [path.suffix for delivery in deliveries for path in (delivery.folder / "files").iterdir()]
    share = {suffix: 100 * count / len(files) for suffix, count in Counter(files).items()}
    assert 50 < share[".pdf"] < 65
    assert 15 < share[".docx"] < 26
    assert 10 < share[".eml"] < 16
    assert 2 < share[".txt"] < 7
    assert 2 < share[".html"] < 7


REDRAW = """
import hashlib, json, sys
from datetime import date
from torvet.modules.records.demo.days import Calendar
from torvet.modules.records.demo.delivery import CASES, draw_paper, read_papers
from torvet.modules.records.demo.journal import case_line, writers_by_case
calendar = Calendar(date.fromisoformat(sys.argv[1]))
papers = [paper for case in CASES for paper in read_papers(case, calendar) if not paper.mark]
writers = writers_by_case(papers)
for paper in papers[::7]:
    print(f"{paper.id}-v1.{paper.form}", hashlib.sha256(draw_paper(paper, None)).hexdigest())
for case in CASES:
    print(json.dumps(case_line(case, calendar, writers[case.key]), ensure_ascii=False))
"""


def test_the_same_day_gives_the_same_bytes_in_another_process(deliveries: tuple[DemoDelivery, ...]) -> None:
    """Another process has another hash seed; every seventh file and every case line must not care."""
    run = subprocess.run([sys.executable, "-c", REDRAW, str(TODAY)], check=True, capture_output=True, encoding="utf-8")
    files = {path.name: path for delivery in deliveries for path in (delivery.folder / "files").iterdir()}
    known = {line for one in deliveries for line in (one.folder / "cases.jsonl").read_text("utf-8").splitlines()}
    drawn = [line.split() for line in run.stdout.splitlines() if not line.startswith("{")]
    told = {line for line in run.stdout.splitlines() if line.startswith("{")}
    assert len(drawn) > 90
    assert [name for name, seal in drawn if hashlib.sha256(files[name].read_bytes()).hexdigest() != seal] == []
    assert told == known


def test_every_line_is_json_and_names_what_is_there(deliveries: tuple[DemoDelivery, ...]) -> None:
    known: set[str] = set()
    for delivery in deliveries:
        known |= {row["id"] for row in rows(delivery.folder / "cases.jsonl")}
        for row in entries(delivery):
            assert row["case"] in known or row["id"] == "broken-11"
            for file in row["files"]:
                content = (delivery.folder / file["path"]).read_bytes()
                if row["id"] != "broken-13":
                    assert hashlib.sha256(content).hexdigest() == file["sha256"]


def test_exactly_one_line_is_no_json(deliveries: tuple[DemoDelivery, ...]) -> None:
    bad = 0
    for delivery in deliveries:
        for line in (delivery.folder / "entries.jsonl").read_text(encoding="utf-8").splitlines():
            try:
                json.loads(line)
            except json.JSONDecodeError:
                bad += 1
    assert bad == 1


def test_entries_use_only_the_words_of_the_format(deliveries: tuple[DemoDelivery, ...]) -> None:
    types = {"letter", "email", "application", "decision", "memo", "minutes", "report", "hearing_response"}
    types |= {"hearing", "drawing", "receipt", "contract", "bid", "appendix", "plan"}
    every = [row for delivery in deliveries for row in entries(delivery)]
    assert {row["document_type"] for row in every} <= types
    assert {row["direction"] for row in every} == {"in", "out", "internal"}
    grounds = {row["legal_ground"] for row in every if row["access"] == "closed"}
    assert grounds == {"OFL-19", "OFL-21", "OFL-23", "OFL-30-2"}
    assert all(row["title"] and datetime.fromisoformat(row["journaled_at"]).tzinfo for row in every)


def test_nothing_is_journaled_later_than_its_delivery(deliveries: tuple[DemoDelivery, ...]) -> None:
    for delivery in deliveries:
        head = json.loads((delivery.folder / "delivery.json").read_text())
        late = [row["id"] for row in entries(delivery) if row["journaled_at"] > head["created_at"]]
        assert late == []
    waiting = [datetime.fromisoformat(row["journaled_at"]).date() for row in entries(deliveries[3])]
    assert waiting
    assert set(waiting) == {TODAY}


def test_corrections_withdraw_correct_move_repeat_and_come_late(deliveries: tuple[DemoDelivery, ...]) -> None:
    before = {row["id"]: row for delivery in deliveries[:2] for row in entries(delivery)}
    changes = entries(deliveries[2])
    withdrawn = [row for row in changes if row["status"] == "withdrawn"]
    moved = [row for row in changes if row["id"] in before and row["case"] != before[row["id"]]["case"]]
    repeated = [row for row in changes if row == before.get(row["id"])]
    late = [row for row in changes if row["version"] < before.get(row["id"], row)["version"]]
    assert len(withdrawn) == 2
    assert all(row["withdrawal_reason"] and row["version"] == 2 for row in withdrawn)
    assert [len(found) for found in (moved, repeated, late)] == [1, 1, 1]
    assert late[0]["sequence"] < before[late[0]["id"]]["sequence"]
    corrected = [row for row in changes if row["version"] == 2 and row not in withdrawn + moved]
    assert [row["title"] for row in corrected] == ["Nyhedsbrev 1 fra Havnegade (rettet)"]


def test_every_planted_string_is_in_its_file_and_so_is_what_must_stay(
    deliveries: tuple[DemoDelivery, ...],
) -> None:
    kinds: Counter[str] = Counter()
    marked: set[str] = set()
    for delivery in deliveries:
        texts: dict[str, str] = {}
        for fact in rows(delivery.truth):
            if "path" not in fact:
                continue
            text = texts.setdefault(fact["path"], text_of(delivery.folder / fact["path"]))
            wanted = fact.get("text") or fact["keep"]
            assert wanted in text, (fact, text)
            kinds[fact.get("kind", "keep")] += 1
            marked |= {fact["path"]} if "kind" in fact else set()
    assert set(kinds) == {"keep", "name", "cpr", "phone", "email", "account", "iban", "address"}
    assert min(kinds.values()) >= 4
    assert 200 <= len(marked) <= 400


def test_no_private_number_stands_in_a_file_without_being_told(deliveries: tuple[DemoDelivery, ...]) -> None:
    private = {person.cpr for person in CITIZENS.values()} | {person.email for person in CITIZENS.values()}
    for delivery in deliveries:
        told = {(fact["path"], fact["text"]) for fact in rows(delivery.truth) if "kind" in fact and "path" in fact}
        for path in (delivery.folder / "files").glob("*.[th][xt]*"):
            text = text_of(path)
            place = f"files/{path.name}"
            assert [item for item in private if item in text and (place, item) not in told] == []


def test_no_cpr_number_can_belong_to_a_living_person() -> None:
    for person in CITIZENS.values():
        digits = person.cpr.replace("-", "")
        assert digits[6] in "5678"
        assert int(digits[4:6]) >= 58
        assert date(1800 + int(digits[4:6]), int(digits[2:4]), int(digits[:2])) < date(1900, 1, 1)
        assert sum(int(d) * w for d, w in zip(digits, CPR_WEIGHTS, strict=True)) % 11 == 0
        assert person.email.endswith(".example")


def test_ibans_and_company_numbers_have_their_check_digits() -> None:
    for person in CITIZENS.values():
        iban = person.iban.replace(" ", "")
        assert len(iban) == 18
        assert int(f"{iban[4:]}1320{iban[2:4]}") % 97 == 1
    for firm in ORGANISATIONS.values():
        assert firm.cvr[0] == "9"
        assert sum(int(d) * w for d, w in zip(firm.cvr, CVR_WEIGHTS, strict=True)) % 11 == 0


def test_private_and_public_people_share_no_first_name() -> None:
    public = {person.name.split()[0] for person in OFFICIALS + POLITICIANS}
    private = [person.first for person in CITIZENS.values()]
    assert public & set(private) == set()
    assert len(private) == len(set(private))


def bodies() -> list[str]:
    calendar = Calendar(TODAY)
    return [paper.body for case in CASES for paper in read_papers(case, calendar)]


def test_the_texts_are_rich_and_finished() -> None:
    texts = bodies()
    flat = [re.sub(r"\s+", " ", re.sub(r"^[~#|].*$", "", text, flags=re.MULTILINE)) for text in texts]
    sentences = [part for text in flat for part in re.split(r"(?<=[.!?])\s", text) if len(part.split()) > 3]
    words = set(re.findall(r"[a-zæøå]+", " ".join(texts).lower()))
    assert len(sentences) > 2000
    assert len(set(sentences)) / len(sentences) > 0.85
    assert len(words) > 4000
    assert [text for text in texts if re.search(r"[{}]|\bNone\b", text)] == []
    assert min(len(text) for text in texts) > 40


def lix(text: str) -> float:
    words = re.findall(r"\w+", text)
    return len(words) / len(re.findall(r"[.!?]", text)) + 100 * sum(len(w) > 6 for w in words) / len(words)


def test_summaries_are_plain_danish_and_stand_on_every_case_that_may_be_public() -> None:
    for case in CASES:
        closed = case.kind in ("person", "personnel", "enforcement")
        assert bool(case.summary) != closed
        assert closed or lix(" ".join(case.summary.split())) <= 40, case.key


def test_every_paper_is_dated_today_or_before_and_within_its_case() -> None:
    calendar = Calendar(TODAY)
    for case in CASES:
        for paper in read_papers(case, calendar):
            assert 0 <= paper.back <= case.opened, paper.id


@pytest.mark.parametrize("today", [date(2026, 12, 27), date(2028, 2, 29), date(2027, 3, 28)])
def test_any_day_will_do(today: date) -> None:
    calendar = Calendar(today)
    moments = [paper.moment for case in CASES for paper in read_papers(case, calendar)]
    assert max(moments).date() == today
    assert all(moment.utcoffset() is not None for moment in moments)


def test_word_files_open_in_another_reader(deliveries: tuple[DemoDelivery, ...]) -> None:
    for path in sorted((deliveries[0].folder / "files").glob("*.docx"))[::24]:
        assert docx.Document(str(path)).paragraphs[0].text


def test_a_typeface_is_embedded_where_one_is_given(tmp_path: Path) -> None:
    fonts = Path(reportlab.__file__).parent / "fonts"
    shutil.copy(fonts / "Vera.ttf", tmp_path / "Vera-Regular.ttf")
    shutil.copy(fonts / "VeraBd.ttf", tmp_path / "Vera-Bold.ttf")
    typeface = embedded_typeface(tmp_path)
    assert typeface is not None
    papers = [paper for case in CASES[4:8] for paper in read_papers(case, Calendar(TODAY)) if paper.form == "pdf"]
    embedded = sum(b"/FontFile2" in draw_pdf(paper, typeface) for paper in papers)
    assert 0 < embedded < len(papers) // 2
    assert embedded_typeface(tmp_path / "nothing") is None


def test_everybody_in_office_is_delivered_as_such(deliveries: tuple[DemoDelivery, ...]) -> None:
    names = {row["name"] for row in rows(deliveries[0].folder / "officials.jsonl")}
    assert names == {person.name for person in OFFICIALS + POLITICIANS}
    assert names & {person.name for person in CITIZENS.values()} == set()


def test_everybody_named_in_a_case_is_registered_in_it_once(deliveries: tuple[DemoDelivery, ...]) -> None:
    for delivery in deliveries:
        for case in rows(delivery.folder / "cases.jsonl"):
            names = [party["name"] for party in case["parties"]]
            assert len(names) == len(set(names)), case["id"]
            told = [row for row in rows(delivery.truth) if row.get("file", "").startswith(f"{case['id']}-")]
            assert {row["text"] for row in told if row.get("kind") == "name" and "Kære" not in row["text"]} <= set(
                names
            )


def test_the_people_who_log_in_work_here() -> None:
    assert {person.username for person in PEOPLE} == {"mette", "jonas", "sara", "kirsten"}
    officials = {person.name for person in OFFICIALS}
    assert {person.name for person in PEOPLE} <= officials
    codes = {department.code for department in DEPARTMENTS}
    assert {unit.department for unit in UNITS} == codes
    assert all(unit.valid_to is None or unit.valid_from < unit.valid_to for unit in UNITS)
