"""The papers of the small town, as a case system would deliver them.

A building case with everything in it, a hearing, minutes of a school over two years, a case with nothing open yet.
All people are made up: the CPR number has a day above 60, which no living person's has.
"""

import io
from collections.abc import Iterable
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from django.utils import timezone
from reportlab.pdfgen.canvas import Canvas

from torvet.modules.records.tests.builders import (
    CPR,
    LETTER,
    DeliveryBuilder,
    case_line,
    days_ago,
    entry_line,
    pdf,
)

MINUTES_COUNT = 14
DAYS_BETWEEN_MINUTES = 45
LINES_PER_PAGE = 12

# What the papers hold and nobody may read.
SECRETS = ("Anna Østergård", CPR, "40 11 22 33", "Thorsager", "thorsager@privat.example")

PERMIT = (
    ("Byggetilladelse til carport på Havnegade 41.", "Kommunen giver tilladelse efter byggelovens § 16."),
    ("Vilkår for tilladelsen.", "Carporten skal stå mindst 2,5 meter fra skel mod nord.", "Regnvand skal nedsives."),
    ("Klagevejledning.", "Du kan klage til Byggeklageenheden inden fire uger."),
)
HEARING = (
    "Forslag til lokalplan 312 for området ved Møllebakken.",
    "Planen giver plads til 40 boliger og en grøn kile mod åen.",
    "Høringen er åben for alle.",
)


def booklet(*pages: Iterable[str]) -> bytes:
    """A real PDF with so many pages."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for lines in pages:
        for place, line in enumerate(lines):
            canvas.drawString(72, 780 - 18 * place, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def mail() -> bytes:
    """A neighbour's e-mail."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Børge Thorsager <thorsager@privat.example>"
    message["To"] = "Fjordby Kommune <post@fjordby.example>"
    message["Subject"] = "Carporten på Havnegade"
    message["Date"] = days_ago(6)
    message.set_content("Hej\n\nJeg har set tegningen af carporten. Taget ser højt ud set fra min have.\n")
    return message.as_bytes()


def first_delivery(folder: Path) -> DeliveryBuilder:
    """Everything, as it stood yesterday."""
    delivery = DeliveryBuilder(folder)
    delivery.cases = [_building_case(), _hearing_case(), _school_case(), _empty_case()]
    _add_building_papers(delivery)
    _add_hearing_papers(delivery)
    _add_minutes(delivery)
    delivery.entries.append("{dette er ikke json")
    return delivery


def second_delivery(folder: Path) -> DeliveryBuilder:
    """A day later the case system takes one paper back."""
    delivery = DeliveryBuilder(folder)
    delivery.entries = [
        {
            "id": "B6",
            "version": 2,
            "sequence": 100,
            "case": "BYG",
            "number": 6,
            "status": "withdrawn",
            "withdrawal_reason": "Notatet hørte til en anden ejendom.",
        }
    ]
    return delivery


def _building_case() -> dict[str, Any]:
    return case_line(
        id="BYG",
        summary="Ansøgning om en carport ved et enfamiliehus.",
        steps=[{"name": "received", "on": _day(20)}, {"name": "decided", "on": _day(4)}],
        next_step={"name": "carried_out", "on": _day(-90)},
    )


def _hearing_case() -> dict[str, Any]:
    return case_line(
        id="PLAN",
        number="PLAN-2026-00312",
        title="Lokalplan 312 ved Møllebakken",
        case_type="plan",
        status="hearing",
        kle="01.02.05",
        property=None,
        summary="Boliger og en grøn kile ved Møllebakken.",
        steps=[{"name": "received", "on": _day(90)}, {"name": "hearing", "on": _day(10)}],
        next_step={"name": "decided", "on": _day(-30)},
        parties=[],
    )


def _school_case() -> dict[str, Any]:
    return case_line(
        id="SKOLE",
        number="SKOLE-2024-00007",
        title="Skolebestyrelsen på Havneskolen",
        case_type="school",
        department="bs",
        kle="17.01.04",
        property=None,
        caseworker={"name": "Cecilie Toft"},
        parties=[],
    )


def _empty_case() -> dict[str, Any]:
    return case_line(
        id="TOM",
        number="IT-2026-00009",
        title="Ny netværksaftale",
        case_type="it",
        department="bm",
        property=None,
        parties=[],
    )


def _add_building_papers(delivery: DeliveryBuilder) -> None:
    letter = delivery.file("brev.pdf", pdf(*LETTER))
    permit = delivery.file("tilladelse.pdf", booklet(*PERMIT))
    memo = delivery.file("internt.pdf", pdf("Udkast til svar. Kun til internt brug."))
    answer = delivery.file("svar.pdf", pdf("Svar på partshøring."))
    note = delivery.file("notat.pdf", pdf("Notat om ejendommens historie."))
    broken = delivery.file("tegning.pdf", b"%PDF-1.7\n" + b"\x00" * 200)
    noise = delivery.file("stoej.pdf", pdf("Rapport om støj fra skrotpladsen ved Havnegade."))
    soil = delivery.file("jord.pdf", pdf("Rapport om jordens bæreevne under carporten."))
    delivery.entries += [
        _entry("B1", "BYG", 1, 10, "Ansøgning om carport", "application", letter, correspondent=_citizen()),
        _entry("B2", "BYG", 2, 4, "Byggetilladelse til carport", "decision", permit, direction="out"),
        _entry("B3", "BYG", 3, 5, "Udkast til afgørelse", "memo", memo, access="closed", legal_ground="OFL-23"),
        _waiting("B4", "BYG", 4, "Svar på partshøring", "letter", answer),
        _entry("B5", "BYG", 5, 6, "Bemærkninger fra nabo", "email", _mail_file(delivery)),
        _entry("B6", "BYG", 6, 8, "Notat om ejendommens historie", "memo", note, direction="internal"),
        _entry("B7", "BYG", 7, 7, "Tegning af carport", "drawing", broken),
        _entry("B8", "BYG", 8, 9, "Støjrapport", "report", noise),
        _entry("B9", "BYG", 9, 9, "Jordbundsrapport", "report", soil),
    ]


def _add_hearing_papers(delivery: DeliveryBuilder) -> None:
    plan = delivery.file("forslag.pdf", pdf(*HEARING))
    delivery.entries.append(_entry("P1", "PLAN", 1, 10, "Forslag til lokalplan 312", "hearing", plan, direction="out"))


def _add_minutes(delivery: DeliveryBuilder) -> None:
    for number in range(1, MINUTES_COUNT + 1):
        text = ("Referat af møde i skolebestyrelsen.", f"Punkt {number}: skolegården, trivsel og budget.")
        file = delivery.file(f"referat-{number}.pdf", pdf(*text))
        days = 5 + DAYS_BETWEEN_MINUTES * (MINUTES_COUNT - number)
        title = f"Referat nr. {number} fra skolebestyrelsen"
        delivery.entries.append(_entry(f"R{number}", "SKOLE", number, days, title, "minutes", file))


def _entry(
    key: str, case: str, number: int, days: int, title: str, document_type: str, file: dict[str, Any], **changes: Any
) -> dict[str, Any]:
    common = {"id": key, "case": case, "number": number, "sequence": number, "title": title}
    dates = {"journaled_at": days_ago(days).isoformat(), "document_date": _day(days)}
    return entry_line([file], **{**common, **dates, "document_type": document_type, **changes})


def _waiting(key: str, case: str, number: int, title: str, document_type: str, file: dict[str, Any]) -> dict[str, Any]:
    now = (timezone.now() - timedelta(minutes=1)).isoformat()
    return _entry(key, case, number, 0, title, document_type, file, journaled_at=now)


def _mail_file(delivery: DeliveryBuilder) -> dict[str, Any]:
    return delivery.file("nabo.eml", mail())


def _citizen() -> dict[str, str]:
    return {"name": "Anna Østergård", "kind": "person"}


def _day(days: int) -> str:
    return days_ago(days).date().isoformat()
