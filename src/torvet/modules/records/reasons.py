"""Why a document or a line was stopped, in sentences for a records officer.

Codes are stable and stand in the database; what the sentence says can be bettered at any time.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise

VERSION_REASONS: Mapping[str, Sentence] = {
    "empty": _("The file is empty. Ask the department to journal it again."),
    "unreadable": _("The file is damaged and cannot be read. Ask the department to journal it again."),
    "encrypted": _("The file is locked with a password. Ask the department for one without."),
    "unsupported": _("We cannot read this kind of file yet, so it stays closed."),
    "too-large": _("The file is larger than the machine may read. A person must look at it."),
    "too-many-pages": _("The document has more pages than the machine may read. A person must look at it."),
    "too-deep": _("The file is built in a way the machine cannot follow. A person must look at it."),
    "timed-out": _("It took too long to read the file. A person must look at it."),
    "out-of-time": _("It took too much work to read the file. A person must look at it."),
    "out-of-memory": _("The file grew too large while it was read. A person must look at it."),
    "crashed": _("The file made the reader fail. It did no harm, but a person must look at it."),
    "hold-unread-pages": _("A page has a picture and no text that the machine can read. A person must look at it."),
    "hold-unseen-pictures": _("Nobody has looked for text in the pictures. A person must look at it."),
    "hold-low-confidence": _("The machine could hardly read a page. A person must look at it."),
    "hold-text-differs": _("The text says something else than the picture shows. A person must look at it."),
    "hold-unapplied-redactions": _("Fields are drawn over text that is still there. A person must look at it."),
    "hold-under-cover": _("There is text under a cover that somebody drew. A person must look at it."),
    "hold-actual-text": _("The document tells a screen reader something else than it shows. A person must look at it."),
    "hold-layers-off": _("The document has layers that are switched off. A person must look at it."),
    "hold-structure-unread": _("The machine could not go through all parts of the file. A person must look at it."),
    "hold-unread-body": _("The e-mail's text could not be read. A person must look at it."),
    "hold-embedded-message": _("Another e-mail lies in the e-mail and could not be opened. A person must look at it."),
    "hold-linked-attachments": _("Files that belong to the e-mail lie somewhere else. A person must look at it."),
    "hold-drawn-differently": _("A number or an address cannot be shown as it was written. A person must look at it."),
    "hold-missing-values": _("The results of formulas are missing from the spreadsheet. A person must look at it."),
    "hold-hidden-sheets": _("The spreadsheet has hidden sheets. A person must look at it."),
    "hold-hidden-rows": _("The spreadsheet has hidden rows. A person must look at it."),
    "hold-hidden-columns": _("The spreadsheet has hidden columns. A person must look at it."),
    "hold-pivot-caches": _("The spreadsheet keeps data behind a pivot table. A person must look at it."),
    "hold-hidden-slides": _("The presentation has hidden slides. A person must look at it."),
    "hold-macros": _("The document holds programs. A person must look at it."),
    "hold-social": _("It tells of somebody's social circumstances. A person must look at it."),
    "hold-union": _("It tells of somebody's trade union. A person must look at it."),
    "hold-criminal": _("It tells of somebody's offence. A person must look at it."),
    "hold-child": _("It tells of a child's circumstances. A person must look at it."),
    "hold-belief": _("It tells of somebody's belief or political opinion. A person must look at it."),
    "hold-origin": _("It tells of somebody's origin. A person must look at it."),
    "hold-sex-life": _("It tells of somebody's sexuality. A person must look at it."),
    "hold-economy": _("It tells of somebody's debts or economy. A person must look at it."),
    "hold-tracked-changes": _("The document holds changes that nobody has accepted. A person must look at it."),
    "hold-hidden-text": _("The document hides text. A person must look at it."),
    "untrusted-text": _("The page may show something else than its text says. A person must look at it."),
    "hold-form-fields": _("The document has a form that is filled in. A person must look at it."),
    "hold-health": _("It tells of somebody's health. A person must look at it."),
    "hold-left-out-pictures": _("The document has pictures that we cannot show yet. A person must look at it."),
    "hold-left-out-charts": _("The document has charts that we cannot show yet. A person must look at it."),
    "hold-embedded": _("The document holds other files. A person must look at it."),
    "ambiguous": _("The file can be read in more than one way. A person must look at it."),
    "too-many-parts": _("The file has more parts than the machine may read. A person must look at it."),
    "unsafe-archive": _("The file is packed in a way that is not safe to unpack. A person must look at it."),
    "template": _("The reader stopped before it came to the file. Try again."),
    "hold-after-withdrawal": _("An earlier version was withdrawn. A person must look at the new one."),
    "hold-new-rules": _(
        "A newer search found more to cover, so the document was withdrawn. Let it try again: it is covered anew."
    ),
    "hold-conflicting-copies": _(
        "Another document has the same page. One case says that something there is public, the other that it is not. "
        "Both wait for a person. The other document:"
    ),
    "proof-does-not-hold": _(
        "We covered the passages but could not prove that they are gone. A person must look at it."
    ),
    "covers-not-kept": _("A note covered something that would now come to light. A person must look at it."),
    "finding-without-rule": _("We found personal data of a kind that no rule speaks of. A person must look at it."),
    "closed-in-source": _("The department closed the document in its own system."),
    "no-rule": _("No rule says that the document may be published."),
    "source": _("The department withdrew it in its own system."),
    "secrecy": _("It is covered by professional secrecy."),
}
LINE_REASONS: Mapping[str, Sentence] = {
    "not-json": _("The line is not valid JSON. The system that sent it must send it again."),
    "not-text": _("The line holds signs that are no text. The system that sent it must send it again."),
    "not-by-schema": _("The line does not follow the delivery format. See which field below."),
    "line-too-long": _("The line is longer than a line may be."),
    "too-many-lines": _("The delivery has more lines than one delivery may have."),
    "unknown-case": _("We do not know the case yet. The line waits until the case comes."),
    "unknown-department": _("We do not know the department."),
    "number-in-use": _("Another case has the same number already."),
    "changed-without-version": _("The content changed, but the version number did not."),
    "journaled-too-early": _("The journal date is too far back to be right."),
    "journaled-in-the-future": _("The journal date is in the future."),
    "closed-without-ground": _("The entry is closed, but it says by no paragraph."),
    "no-waiting-time": _("No rule says when the entry may be public."),
    "file-missing": _("The line speaks of a file that is not in the delivery."),
    "file-too-large": _("A file is larger than a file may be."),
    "file-unreadable": _("A file in the zip cannot be unpacked."),
    "file-outside-delivery": _("The line points at a file outside the delivery."),
    "file-changed-on-the-way": _("A file is not the one that was sent: its fingerprint differs."),
}
CHECK_WORDS: Mapping[str, Sentence] = {
    "readable": _("The file can be read."),
    "hash_equal": _("The file is the one that was checked."),
    "pages_equal": _("It has the same pages in the same sizes as the original."),
    "one_revision": _("It was written once and keeps no earlier version of itself."),
    "structure_allowed": _("It holds nothing but what a page needs: no scripts, comments or attached files."),
    "readers_complete": _("Four different readers could read every page."),
    "readers_agree": _("The readers see the same text."),
    "secrets_gone": _("What is covered stands nowhere in the file, hidden places included."),
    "detector_silent": _("A new search for personal data found nothing."),
    "no_hidden_text": _("There is no text that nobody can see."),
    "no_text_under_boxes": _("There is no text under the covers."),
    "boxes_placed": _("Every cover is in its place."),
    "boxes_drawn": _("The covers show only their own label."),
    "pictures_silent": _("No picture on a page shows what is covered."),
    "covers_kept": _("What the original itself covered with a note has not come to light."),
    "outside_unchanged": _("Outside the covers the pages look like the original."),
}
UNKNOWN = _("A person must look at it.")


def version_reason(code: str) -> Sentence:
    """Return the sentence for why a version was stopped."""
    return VERSION_REASONS.get(code, UNKNOWN)


def check_words(name: str) -> Sentence:
    """Return what a check of the proof says when it holds."""
    return CHECK_WORDS.get(name, name)


def line_reason(code: str) -> Sentence:
    """Return the sentence for why a line was set aside."""
    return LINE_REASONS.get(code, UNKNOWN)
