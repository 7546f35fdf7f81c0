"""What the verbs of the audit log mean, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, str | Promise] = {
    "records.open-delivery": _("Began to read a delivery"),
    "records.close-delivery": _("Read a delivery to its end"),
    "records.quarantine": _("Set a line of a delivery aside"),
    "records.resolve-quarantine": _("Took a line that had been set aside"),
    "records.receive-official": _("Received somebody in office"),
    "records.receive-case": _("Received a case"),
    "records.receive-entry": _("Received a journal entry"),
    "records.read": _("Read a document"),
    "records.screen": _("Searched a document for personal data"),
    "records.fingerprint": _("Noted what the pages look like"),
    "records.compare": _("Compared a document with its copies"),
    "records.hold": _("Stopped a document and gave it to an officer"),
    "records.rescreen": _("Searched a public document by newer rules"),
    "records.retitle": _("Covered personal data in a title by newer rules"),
    "records.cover": _("Covered personal data and proved it"),
    "records.fail": _("Could not handle a document"),
    "records.publish": _("Opened a document"),
    "records.supersede": _("Replaced a document by a newer version"),
    "records.list-case": _("Opened a case"),
    "records.withdraw": _("Withdrew a document"),
    "records.withdraw-entry": _("Withdrew a journal entry"),
    "records.withdraw-case": _("Withdrew a case"),
    "records.erase-file": _("Erased a withdrawn file"),
    "records.stop": _("Stopped a document on its way"),
    "records.unpack": _("Made the files inside a document documents of their own"),
    "records.look": _("Read the pictures of a document"),
    "records.retry": _("Let a document try again"),
    "records.robot-run": _("Let the robot attack a shadow site"),
    "records.stop-publication": _("Stopped publication"),
    "records.lift-stop": _("Lifted the stop of publication"),
    "records.load-policy": _("Loaded rules of publication"),
}
