"""All of them in one delivery, beside three good documents: what harms stops, what is good becomes public."""

import os
from collections.abc import Sequence

import pytest

from torvet.modules.records.models import DocumentVersion, Publication, State
from torvet.modules.records.models.delivery import QuarantinedItem
from torvet.modules.records.models.version import ON_THE_WAY
from torvet.modules.records.reasons import LINE_REASONS, VERSION_REASONS
from torvet.modules.records.tests.builders import DeliveryBuilder, advance_all, case_line, entry_line, pdf
from torvet.pure.sandbox import Limits

from .files import HALF_A_SIGN, HOSTILE, NAMES, READ
from .measuring import End, watched

GOOD = {
    "god-1.pdf": pdf("Referat af et møde om en cykelsti langs Havnegade."),
    "god-2.txt": b"Cykelstien bliver to meter bred.",
    "god-3.html": b"<!doctype html><html><body><p>Arbejdet begynder i maj.</p></body></html>",
}
FEW = (
    "cut-50.pdf",
    "laughs.docx",
    "overlap.zip",
    "400-megapixel.png",
    "deep.html",
    "html-and-pdf.pdf",
    "header-10-mb.eml",
)


def deliver(delivery: DeliveryBuilder, names: Sequence[str]) -> None:
    """Deliver the good documents first, in the middle and last, each file as an entry of its own."""
    files = [(name, HOSTILE[name].make()) for name in names]
    for place, good in ((0, "god-1.pdf"), (len(files) // 2, "god-2.txt"), (len(files) + 2, "god-3.html")):
        files.insert(place, (good, GOOD[good]))
    delivery.cases = [case_line(parties=[])]
    for number, (name, data) in enumerate(files, start=1):
        entry = entry_line([delivery.file(name, data)], id=f"E{number}", sequence=number, number=number)
        delivery.entries.append(entry)
    delivery.receive()
    advance_all()


def faults(names: Sequence[str]) -> list[str]:
    """Say what did not end as it should; empty when all is well."""
    found = []
    for version in DocumentVersion.objects.select_related("document"):
        name, state, code = version.document.file_name, State(version.state), version.reason_code
        if state in ON_THE_WAY:
            found.append(f"{name} is left {state}")
        if state is not State.PUBLIC and code not in VERSION_REASONS:
            found.append(f"{name} is {state} without a reason: {code!r}")
        if name in GOOD and state is not State.PUBLIC:
            found.append(f"{name} is {state} for {code}")
        if (
            name in names
            and READ not in HOSTILE[name].ends
            and (state is not State.FAILED or code not in HOSTILE[name].ends)
        ):
            found.append(f"{name} is {state} for {code}")
    seen = set(DocumentVersion.objects.values_list("document__file_name", flat=True))
    return found + [f"{name} is gone" for name in {*names, *GOOD} - seen]  # fmt: skip


@pytest.mark.slow
def test_hostile_files_stop_and_the_others_become_public(delivery: DeliveryBuilder) -> None:
    deliver(delivery, FEW)
    assert faults(FEW) == []
    assert Publication.objects.count() == len(GOOD)


def test_a_version_that_is_left_or_has_no_reason_is_seen(delivery: DeliveryBuilder) -> None:
    """Seen red on each planted fault."""
    deliver(delivery, FEW[:2])
    bad = DocumentVersion.objects.get(document__file_name=FEW[0])
    good = DocumentVersion.objects.get(document__file_name="god-2.txt")
    for version, state, code in (
        (bad, State.RECEIVED, ""),
        (bad, State.FAILED, "odd"),
        (bad, State.PUBLIC, ""),
        (good, State.HELD, "empty"),
    ):
        kept = version.state, version.reason_code
        DocumentVersion.objects.filter(pk=version.pk).update(state=state, reason_code=code)
        assert faults(FEW[:2])
        DocumentVersion.objects.filter(pk=version.pk).update(state=kept[0], reason_code=kept[1])
    assert faults((*FEW[:2], "cut-90.pdf")) == ["cut-90.pdf is gone"]  # fmt: skip


@pytest.mark.slow
def test_the_whole_corpus_in_one_delivery(delivery: DeliveryBuilder, usual: End) -> None:
    worker = os.getpid()
    names = [name for name, file in HOSTILE.items() if not file.slow]
    with watched() as seen:
        deliver(delivery, names)
    assert faults(names) == []
    assert worker == os.getpid()
    assert max(each.peak_bytes for each in seen) <= usual.peak_bytes + Limits().memory_bytes


def deliver_named(delivery: DeliveryBuilder, names: Sequence[str]) -> set[str]:
    """Deliver the same good letter under each name; returns the names under which it became public."""
    delivery.cases = [case_line(parties=[])]
    file = delivery.file("brev.pdf", GOOD["god-1.pdf"])
    for number, name in enumerate(names, start=1):
        delivery.entries.append(entry_line([file | {"name": name}], id=f"E{number}", sequence=number, number=number))
    delivery.receive()
    advance_all()
    return set(DocumentVersion.objects.filter(state=State.PUBLIC).values_list("document__file_name", flat=True))


def test_hostile_names_harm_nobody(delivery: DeliveryBuilder) -> None:
    """A name is taken as it is, or its line is set aside with a reason; the next line is read as ever."""
    taken = deliver_named(delivery, (*NAMES, "brev.pdf"))
    stopped = QuarantinedItem.objects.all()
    assert "brev.pdf" in taken
    assert len(taken) + len(stopped) == len(NAMES) + 1
    assert {each.code for each in stopped} <= set(LINE_REASONS)


def test_half_a_sign_in_a_line_stops_that_line_alone(delivery: DeliveryBuilder) -> None:
    assert deliver_named(delivery, (HALF_A_SIGN, "brev.pdf")) == {"brev.pdf"}
