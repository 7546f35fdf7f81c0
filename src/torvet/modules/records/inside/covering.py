"""Rebuilding a document without its covered passages, proving it, and writing the same text for reading.

A span stands on a layer of a page: in its text, in what was read off its picture, or on one of its codes.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from torvet.modules.records.inside.looking import what_pictures_say
from torvet.modules.records.inside.reading import extracted
from torvet.pure.extraction import Page, Span, locate
from torvet.pure.pii import GATE_THRESHOLD, KnownTerm, PiiClass, given_names, scan
from torvet.pure.recognition import Seen, Word, boxes_of, is_available
from torvet.pure.redaction import Box, RasterReason, UnreadableFile, redact_and_prove
from torvet.pure.sandbox import Refusal

# Why a page became a picture where that means that its text cannot be trusted to be what it shows.
UNTRUSTED = {
    RasterReason.UNMAPPED_FONT.value,
    RasterReason.TYPE3_FONT.value,
    RasterReason.UNKNOWN_FONT.value,
    RasterReason.UNREADABLE_CONTENT.value,
}
TEXT, SEEN, CODE = "text", "seen", "code"
CODE_MARGIN_PT = 2.0
# One letter of four or more read as another.
NEARLY_THE_SAME = 0.74
Detector = Callable[[str], Sequence[str]]
Place = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Look:
    """What a page shows beside its text."""

    seen: Seen
    codes: Sequence[dict[str, Any]]
    is_picture: bool


def cover(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """Rebuild the document without the covered passages, prove it, and write its reading text."""
    extraction = extracted((folder / "original").read_bytes(), request["fonts"])
    looks = {int(number): _look(int(number), look) for number, look in request["looks"].items()}
    spans = request["spans"]
    places = _places(extraction.pdf, spans, looks)
    known = [KnownTerm(PiiClass(name), text, role) for name, text, role in request["known"]]
    try:
        covered, proof = redact_and_prove(
            extraction.pdf,
            [_box(place, span) for span, lines in zip(spans, places, strict=True) for place in lines],
            secrets=request["secrets"],
            detect=_detector(
                known,
                request["public"],
                _all_text(extraction.pages, looks),
                request["secrets"],
                has_pictures=bool(looks),
            ),
            title=request["title"],
            raster_pages={number for number, look in looks.items() if look.is_picture},
            recognise=what_pictures_say if is_available() else None,
        )
    except UnreadableFile as error:
        raise Refusal("unreadable", error.problem.value) from error
    (folder / "covered.pdf").write_bytes(covered.data)
    return {
        "proof": json.loads(proof.to_json()),
        "holds": proof.holds and all(places) and (proof.looked_at_pictures or not is_available()),
        "boxes": [asdict(box) for box in proof.boxes],
        "untrusted": sorted({reason.value for reason in covered.raster_reasons if reason} & UNTRUSTED),
        "reading_text": [_reading_page(page, looks.get(page.number), spans) for page in extraction.pages],
    }


def _look(number: int, look: dict[str, Any]) -> _Look:
    words = tuple(Word(int(start), int(end), *rest) for start, end, *rest in look["words"])
    seen = Seen(page=number, text=look["text"], words=words, confidence=0.0, codes=(), turned=0)
    return _Look(seen, look["codes"], look["is_picture"])


# ---- where the covers go
def _places(pdf: bytes, spans: Sequence[dict[str, Any]], looks: dict[int, _Look]) -> list[list[Place]]:
    """The rectangles of each span, in its order; none where a span has no ink."""
    in_text = [Span(each["page"], each["start"], each["end"]) for each in spans if each["layer"] == TEXT]
    boxes = iter(locate(pdf, in_text))
    return [
        [(box.x0, box.y0, box.x1, box.y1) for box in next(boxes)]
        if span["layer"] == TEXT
        else list(_looked_up(span, looks[span["page"]]))
        for span in spans
    ]


def _looked_up(span: dict[str, Any], look: _Look) -> Iterator[Place]:
    if span["layer"] == SEEN:
        yield from boxes_of(look.seen, span["start"], span["end"])
        return
    code = look.codes[span["start"]]
    margin = CODE_MARGIN_PT
    yield code["x0"] - margin, code["y0"] - margin, code["x1"] + margin, code["y1"] + margin


def _box(place: Place, span: dict[str, Any]) -> Box:
    return Box(
        page=span["page"],
        x0=place[0],
        y0=place[1],
        x1=place[2],
        y1=place[3],
        label=f"[{span['label']}]",
        kind=span["kind"],
        reason=span["legal_ground"],
    )


# ---- what must not be found again
def _all_text(pages: Sequence[Page], looks: dict[int, _Look]) -> str:
    """Everything that was judged: the text, what was seen, and the codes."""
    seen = [text for look in looks.values() for text in (look.seen.text, *(code["text"] for code in look.codes))]
    return "\n".join([*(page.text for page in pages), *seen])


def _detector(
    known: Sequence[KnownTerm], public: Sequence[str], judged: str, secrets: Sequence[str], *, has_pictures: bool
) -> Detector:
    """Return what finds personal data in a result, given that the original's text has been judged.

    Readers give a result's text in another order, so a word may come to stand where a name would. Names and
    addresses that the original shows and that were judged public there are no finding here; everything else is.
    Where pictures are read, a letter may be taken for another the second time: words that are nearly the same as
    judged ones, and not nearly the same as covered ones, have been judged as well.
    """
    shown = _plain(judged)
    covered = {_plain(secret) for secret in secrets}
    near = _Nearness(shown, covered) if has_pictures else None

    def is_news(pii_class: PiiClass, words: str) -> bool:
        plain = _plain(words)
        if not pii_class.is_judged_by_context or plain in covered:
            return True
        return plain not in shown and not (near and near.was_judged(plain))

    def detect(text: str) -> Sequence[str]:
        found = scan(text, known=known, public=(*public, *given_names(judged, public, known)))
        return [
            each.pii_class.value
            for each in found
            if each.score >= GATE_THRESHOLD and is_news(each.pii_class, text[each.start : each.end])
        ]

    return detect


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


class _Nearness:
    """Words that were judged, and words that were covered, for readings that differ by a letter."""

    def __init__(self, shown: str, covered: Collection[str]) -> None:
        self._covered = {word for secret in covered for word in secret.split()}
        self._judged = set(shown.split())

    def was_judged(self, words: str) -> bool:
        return all(_has_near(word, self._judged) and not _has_near(word, self._covered) for word in words.split())


def _has_near(word: str, words: Collection[str]) -> bool:
    return word in words or bool(get_close_matches(word, words, n=1, cutoff=NEARLY_THE_SAME))


# ---- the same for reading
def _reading_page(page: Page, look: _Look | None, spans: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Cut the page's text into open and covered pieces, and beside it what its pictures and codes say."""
    mine = [span for span in spans if span["page"] == page.number]
    if look is None:
        return {"number": page.number, "pieces": _pieces(page.text, mine, TEXT, page.hidden)}
    if look.is_picture:
        said = {"number": page.number, "pieces": _pieces(look.seen.text, mine, SEEN), "is_picture": True}
    else:
        said = {"number": page.number, "pieces": _pieces(page.text, mine, TEXT, page.hidden)}
        if look.seen.text:
            said["picture"] = _pieces(look.seen.text, mine, SEEN)
    codes = [_code_piece(place, code["text"], mine) for place, code in enumerate(look.codes)]
    return said | ({"codes": codes} if codes else {})


def _pieces(
    text: str, spans: Sequence[dict[str, Any]], layer: str, hidden: Sequence[tuple[int, int]] = ()
) -> list[list[str]]:
    """Give [text, label, ground] for each piece; a covered piece has no text, and what is hidden is no piece."""
    mine = (each for each in spans if each["layer"] == layer)
    cuts = [(each["start"], each["end"], each["label"], each["legal_ground"]) for each in mine]
    cuts += [(start, end, "", "") for start, end in hidden]
    pieces: list[list[str]] = []
    at = 0
    for start, end, label, ground in sorted(cuts):
        if start >= at:
            pieces += [[text[at:start], "", ""], ["", label, ground]]
        at = max(at, end)
    pieces.append([text[at:], "", ""])
    return [piece for piece in pieces if piece[0] or piece[1]]


def _code_piece(place: int, text: str, spans: Sequence[dict[str, Any]]) -> list[str]:
    """A code is covered whole or not at all."""
    for span in spans:
        if span["layer"] == CODE and span["start"] == place:
            return ["", span["label"], span["legal_ground"]]
    return [text, "", ""]
