"""The robot's hiding places and kinds of data, in words for everybody."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.robot.items import ItemKind
from torvet.modules.records.robot.places import Place

PLACES: Mapping[str, str | Promise] = {
    Place.PDF_TEXT: _("PDF: plain text"),
    Place.PDF_KERNED: _("PDF: letters set one by one"),
    Place.PDF_FORM: _("PDF: text in a drawing of its own"),
    Place.PDF_TURNED: _("PDF: page on its side"),
    Place.PDF_WHITE: _("PDF: white letters on white"),
    Place.PDF_UNDRAWN: _("PDF: letters that are not drawn"),
    Place.PDF_OFF_PAGE: _("PDF: text outside the page"),
    Place.PDF_TINY: _("PDF: letters too small to see"),
    Place.PDF_UNDER_BOX: _("PDF: text under a black box"),
    Place.PDF_ACTUAL_TEXT: _("PDF: text that says something else than it shows"),
    Place.PDF_LAYER_OFF: _("PDF: layer that is switched off"),
    Place.PDF_BOOKMARK: _("PDF: bookmark"),
    Place.PDF_PROPERTIES: _("PDF: properties of the file"),
    Place.PDF_FIELD: _("PDF: form field"),
    Place.PDF_NOTE: _("PDF: sticky note"),
    Place.PDF_MARKED: _("PDF: marked to be covered, but never covered"),
    Place.PDF_LINK: _("PDF: address of a link"),
    Place.PDF_ATTACHMENT: _("PDF: attached file"),
    Place.PDF_EARLIER: _("PDF: earlier version inside the file"),
    Place.PDF_SCAN: _("PDF: scanned page"),
    Place.PDF_CODE: _("PDF: QR code"),
    Place.WORD_TEXT: _("Word: plain text"),
    Place.WORD_TABLE: _("Word: table"),
    Place.WORD_CHANGE: _("Word: tracked change"),
    Place.WORD_COMMENT: _("Word: comment"),
    Place.WORD_HIDDEN: _("Word: hidden text"),
    Place.WORD_PROPERTIES: _("Word: properties of the file"),
    Place.SHEET_CELL: _("Spreadsheet: cell"),
    Place.SHEET_HIDDEN_ROW: _("Spreadsheet: hidden row"),
    Place.SHEET_HIDDEN: _("Spreadsheet: hidden sheet"),
    Place.SHEET_COMMENT: _("Spreadsheet: comment"),
    Place.MAIL_BODY: _("E-mail: plain text"),
    Place.MAIL_HEADER: _("E-mail: sender"),
    Place.MAIL_ATTACHMENT: _("E-mail: attached file"),
    Place.WEB_TEXT: _("Web page: plain text"),
    Place.WEB_COMMENT: _("Web page: comment in the source"),
    Place.WEB_HIDDEN: _("Web page: text that is not shown"),
    Place.PLAIN_TEXT: _("Text file"),
    Place.PHOTO: _("Picture of a letter"),
    Place.FILE_NAME: _("Case system: name of the file"),
    Place.CASE_TITLE: _("Case system: title of the case"),
    Place.CASE_SUMMARY: _("Case system: summary of the case"),
    Place.ENTRY_TITLE: _("Case system: title of the document"),
    Place.CORRESPONDENT: _("Case system: sender"),
    Place.WITHDRAWAL: _("Case system: why a document was taken back"),
    Place.PARTIES: _("Case system: list of parties"),
}
KINDS: Mapping[str, str | Promise] = {
    ItemKind.PHONE: _("Telephone number"),
    ItemKind.EMAIL: _("E-mail address"),
    ItemKind.NAME: _("Name"),
    ItemKind.ADDRESS: _("Address"),
    ItemKind.ACCOUNT: _("Account number"),
}
PROBLEMS: Mapping[str, str | Promise] = {
    "timed-out": _("It took too long."),
    "crashed": _("It stopped before it was done."),
    "no-answer": _("It stopped before it was done."),
    "not-delivered": _("Not all papers reached the shadow site."),
    "nothing-public": _("Nothing became public in the shadow site, so nothing could be tried."),
}
