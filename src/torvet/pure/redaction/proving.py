"""Proves that a file keeps its secrets, from the file alone and against its original.

`prove` needs the original and the secrets and is run before publication. `inspect` needs only the published
file (and its proof) and can be run by anyone, any time. Every page is read by four readers and drawn; nothing
is sampled. Reading text in pictures (OCR) is handed in; without it the proof says that nobody looked, and what a
raster page shows is known from its original's text and from pixels only.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeAlias

from torvet.pure.redaction.box import Box
from torvet.pure.redaction.examining import Examination, examine
from torvet.pure.redaction.labels import shows_label
from torvet.pure.redaction.matching import Secrets, fold
from torvet.pure.redaction.proof import Check, CheckName, Proof, library_version, outcome
from torvet.pure.redaction.redacting import Method

TEXT_READERS = frozenset({"pdfium", "pypdf", "pdfminer.six", "own"})
Detect: TypeAlias = Callable[[str], Sequence[str]]
Recognise: TypeAlias = Callable[[bytes, int], str]  # a file and a page from 1: what its picture says, codes included
# Readers differ over a hyphen or an accent, not over words; on 171 pages of case files they did not differ at all.
AGREE_CHARACTERS, AGREE_SHARE = 4, 0.002
PLACED_SLACK_PT = 1.0


def prove(
    original: bytes,
    result: bytes,
    boxes: Sequence[Box],
    *,
    secrets: Sequence[str],
    detect: Detect,
    drawn: Sequence[Box] | None = None,
    recognise: Recognise | None = None,
) -> Proof:
    """Check that a result shows what its original shows, except under the boxes, where nothing is left.

    `boxes` are those asked for, `drawn` those in the file (`RedactedFile.boxes`); without `drawn` they are
    taken to be the same. `detect` gives the personal data it finds in a text; what may stay public it must
    not report. `secrets` are matched as `matching` says. `recognise` is asked last, and only for pages that show
    a picture, if all else holds. Cost: about 60 ms a page of 5,000 characters, and what `recognise` takes.
    """
    examination = examine(result, tuple(boxes if drawn is None else drawn), original)
    if examination.problem:
        return _proof(examination, [], looked=False)
    sought = Secrets(secrets)
    checks = [
        *_check_against_original(examination),
        *_check_file(examination),
        _check_secrets(examination, sought),
        _check_detector(examination, detect),
        *_check_boxes(examination),
        _check_placed(boxes, examination),
    ]
    if not all(check.holds for check in checks):
        return _proof(examination, checks, looked=False)
    checks.append(_check_pictures(examination, sought, detect, recognise))
    return _proof(examination, checks, looked=recognise is not None)


def inspect(result: bytes, *, proof: Proof | None, detect: Detect, recognise: Recognise | None = None) -> Proof:
    """Check what can be checked from the published file alone, and that it is the file of the proof.

    Without a proof the boxes are not known and are not checked; the rest is. This judges files of ours; what a
    stranger's file gives away is for `find_leaks` to say.
    """
    examination = examine(result, proof.boxes if proof else ())
    if examination.problem:
        return _proof(examination, [], looked=False)
    checks = [*_check_file(examination), _check_detector(examination, detect)]
    if proof:
        checks += [*_check_identity(examination, proof), *_check_boxes(examination)]
    checks.append(_check_pictures(examination, Secrets(()), detect, recognise))
    return _proof(examination, checks, looked=recognise is not None)


def _check_identity(examination: Examination, proof: Proof) -> list[Check]:
    """The file must be the one that was proven."""
    same = examination.sha256 == proof.sha256
    equal = len(examination.pages) == proof.page_count
    return [
        Check(CheckName.HASH_EQUAL, same, "" if same else "another file"),
        Check(CheckName.PAGES_EQUAL, equal, "" if equal else "another number of pages"),
    ]


# ---- the file by itself
def _check_file(examination: Examination) -> list[Check]:
    pages = list(enumerate(examination.pages, start=1))
    incomplete = [reading.reader for reading in examination.readings if reading.problem]
    unread = [number for number, page in pages if page.problem]
    detail = ", ".join(incomplete + [f"own reader: {len(unread)} pages"] * bool(unread))
    hidden = (number for number, page in pages for _ in range(page.hidden_glyphs))
    findings = examination.structure
    return [
        Check(CheckName.READERS_COMPLETE, not incomplete and not unread, detail, tuple(unread)),
        _check_agreement(examination),
        outcome(CheckName.NO_HIDDEN_TEXT, hidden, "glyphs that nobody can see"),
        Check(CheckName.STRUCTURE_ALLOWED, not findings, "; ".join(_without_names(findings))),
        _check_revision(examination.data),
    ]


def _without_names(findings: Sequence[str]) -> list[str]:
    """Keys of a foreign file may themselves hold a secret: keep to plain short words."""
    return [finding if len(finding) < 80 and finding.isascii() else "not allowed" for finding in findings][:5]


def _check_revision(data: bytes) -> Check:
    """An updated file holds its earlier versions; a file of ours is written once."""
    ends = data.count(b"%%EOF")
    starts = data.count(b"startxref")
    holds = data.startswith(b"%PDF-") and data.endswith(b"%%EOF\n") and ends == 1 and starts == 1
    return Check(CheckName.ONE_REVISION, holds, "" if holds else f"{ends} ends, {starts} cross-references")


def _check_agreement(examination: Examination) -> Check:
    """Readers must see the same characters on each page."""
    complete = [reading for reading in examination.readings if reading.reader in TEXT_READERS and not reading.problem]
    apart = []
    for number in range(len(examination.pages)):
        texts = [_counted(reading.pages[number]) for reading in complete if number < len(reading.pages)]
        sizes = [sum(text.values()) for text in texts]
        allowed = max(AGREE_CHARACTERS, AGREE_SHARE * max(sizes, default=0))
        if any(_distance(texts[0], text) > allowed for text in texts[1:]) or len(texts) < len(complete):
            apart.append(number + 1)
    return outcome(CheckName.READERS_AGREE, apart, "pages read differently")


def _counted(text: str) -> Counter[str]:
    return Counter(character for character in fold(text) if character.isalnum())


def _distance(one: Counter[str], other: Counter[str]) -> int:
    return sum((one - other).values()) + sum((other - one).values())


# ---- secrets and detector
def _check_secrets(examination: Examination, secrets: Secrets) -> Check:
    places: set[str] = set()
    pages: set[int] = set()
    for reading in examination.readings:
        if secrets.found_in("\n".join(reading.pages)):
            places.add(reading.reader)
            pages |= {number for number, text in enumerate(reading.pages, start=1) if secrets.found_in(text)}
    ends = examination.ends
    if secrets.found_in("\n".join(ends.strings)) or secrets.found_in("\n".join(ends.names)):
        places.add("strings and names")
    if ends.problem or any(secrets.found_in_bytes(stream) for stream in ends.streams):
        places.add("streams")
    detail = f"found by: {', '.join(sorted(places))}" if places else f"{len(secrets)} searched for"
    return Check(CheckName.SECRETS_GONE, not places, detail, tuple(sorted(pages)))


def _check_detector(examination: Examination, detect: Detect) -> Check:
    found: list[int] = []
    for number in range(len(examination.pages)):
        texts = {reading.pages[number] for reading in examination.readings if number < len(reading.pages)}
        found += [number + 1 for text in sorted(texts) for _ in detect(text)]
    printable = [text for text in examination.ends.strings if text.isprintable()]
    loose = len(detect("\n".join(printable)))
    check = outcome(CheckName.DETECTOR_SILENT, found, "findings in the text")
    if not loose:
        return check
    detail = f"{len(found)} findings in the text, {loose} in other strings"
    return Check(CheckName.DETECTOR_SILENT, False, detail, check.pages)


def _check_pictures(examination: Examination, secrets: Secrets, detect: Detect, recognise: Recognise | None) -> Check:
    """What a page's picture says must hold no secret, however a machine misreads it."""
    pages = [number for number, page in enumerate(examination.pages, start=1) if page.shows_pictures]
    if not pages or recognise is None:
        detail = f"no reader of pictures: {len(pages)} pages" if pages else ""
        return Check(CheckName.PICTURES_SILENT, True, detail)
    speaking: list[int] = []
    for number in pages:
        text = recognise(examination.data, number)
        if secrets.misread_in(text) or detect(text):
            speaking.append(number)
    return outcome(CheckName.PICTURES_SILENT, speaking, "pages whose picture says what it may not", len(pages))


# ---- the boxes
def _check_boxes(examination: Examination) -> list[Check]:
    under: list[int] = []
    undrawn: list[int] = []
    for number, page in enumerate(examination.pages, start=1):
        labels = [_label(box) for box in examination.on_page(number)]
        under += [number for text, label in zip(page.texts_under, labels, strict=True) if text != label]
        undrawn += [number] * page.boxes_undrawn
    return [
        outcome(CheckName.NO_TEXT_UNDER_BOXES, under, "boxes with text other than the label"),
        outcome(CheckName.BOXES_DRAWN, undrawn, "boxes that show something else"),
    ]


def _label(box: Box) -> str:
    shown = box.label.encode("cp1252", "replace").decode("cp1252") if shows_label(box) else ""
    return "".join(shown.split())


def _check_placed(boxes: Sequence[Box], examination: Examination) -> Check:
    """Every box asked for lies inside a drawn one, as far as it lies on the page."""
    missing = []
    for box in boxes:
        if not 1 <= box.page <= len(examination.pages):
            missing.append(box.page)
            continue
        wanted = box.rect.overlap(examination.pages[box.page - 1].rect)
        drawn = examination.on_page(box.page)
        if not wanted.is_empty and not any(one.rect.holds(wanted, PLACED_SLACK_PT) for one in drawn):
            missing.append(box.page)
    return outcome(CheckName.BOXES_PLACED, missing, "boxes that were asked for and are not there")


# ---- against the original
def _check_against_original(examination: Examination) -> list[Check]:
    pages = list(enumerate(examination.pages, start=1))
    unequal = (number for number, page in pages if not page.same_size)
    apart = (number for number, page in pages if page.looks_changed)
    sizes = outcome(CheckName.PAGES_EQUAL, unequal, "pages of another size")
    if examination.original_pages != len(pages):
        counts = f"{len(pages)} pages, {examination.original_pages} in the original"
        sizes = Check(CheckName.PAGES_EQUAL, False, counts, sizes.pages)
    lost = (number for number, page in pages for _ in range(page.covers_lost))
    return [
        sizes,
        outcome(CheckName.OUTSIDE_UNCHANGED, apart, "pages that look different outside the boxes"),
        outcome(CheckName.COVERS_KEPT, lost, "places that an annotation covered in the original"),
    ]


def _proof(examination: Examination, checks: Sequence[Check], *, looked: bool) -> Proof:
    readable = Check(CheckName.READABLE, not examination.problem, examination.problem)
    return Proof(
        checks=(readable, *checks),
        sha256=examination.sha256,
        page_count=len(examination.pages),
        boxes=examination.boxes,
        methods=tuple(_method(examination, number) for number in range(1, len(examination.pages) + 1)),
        readers=tuple((reading.reader, reading.version) for reading in examination.readings),
        library_version=library_version(),
        looked_at_pictures=looked or not any(page.shows_pictures for page in examination.pages),
    )


def _method(examination: Examination, number: int) -> str:
    """Tell from the file itself how a page was made."""
    if examination.pages[number - 1].is_raster:
        return Method.RASTER.value
    return (Method.GLYPHS if examination.on_page(number) else Method.REBUILT).value
