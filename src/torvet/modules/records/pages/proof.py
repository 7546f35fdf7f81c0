"""The page of a proof: what was checked before a document became public, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from torvet.modules.records.models import DocumentVersion
from torvet.modules.records.pages.document import DocumentPage, document_page
from torvet.modules.records.reasons import check_words
from torvet.shared.ui import parts
from torvet.shared.ui.formats import day_and_clock


@dataclass(frozen=True)
class CheckLine:
    """One thing that was checked."""

    name: str
    words: str | Promise
    holds: bool
    detail: str


@dataclass(frozen=True)
class ProofPage:
    """All that the page of a proof shows."""

    document: DocumentPage
    checks: tuple[CheckLine, ...]
    holds: bool
    looked_at_pictures: bool
    facts: tuple[parts.Definition, ...]
    file_name: str
    json_url: str


def proof_page(version: DocumentVersion, *, now: datetime) -> ProofPage:
    """Put the page together."""
    rendition = version.rendition
    return ProofPage(
        document=document_page(version, now=now),
        checks=tuple(
            CheckLine(each["name"], check_words(each["name"]), each["holds"], each["detail"])
            for each in rendition.proof["checks"]
        ),
        holds=rendition.is_proven,
        looked_at_pictures=rendition.proof.get("looked_at_pictures", False),
        facts=(
            parts.Definition(_("Checked"), day_and_clock(timezone.localtime(rendition.made_at))),
            parts.Definition(_("Fingerprint of the file (SHA-256)"), rendition.sha256),
            parts.Definition(_("Rules for finding personal data"), version.rule_pack),
            parts.Definition(_("Pages"), str(rendition.page_count)),
            parts.Definition(_("Covered passages"), str(version.publication.redaction_count)),
        ),
        file_name=f"{version.document.slug}.pdf",
        json_url=reverse("records:proof-json", args=[version.document.slug]),
    )
