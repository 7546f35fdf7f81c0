"""The control words of RTF that decide where text goes: tables for `richtext`."""

SIGNS = {
    "line": "\n", "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ", "nestcell": " | ",
    "nestrow": "\n",
}  # fmt: skip
SYMBOLS = {"~": "\xa0", "_": "\u2011", "-": "\xad", "\\": "\\", "{": "{", "}": "}"}
PARAGRAPH_ENDS = {"par", "sect", "page"}
PARAGRAPH_SYMBOLS = {"\n", "\r"}
NOTES = {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote"}

PLACES = (
    dict.fromkeys(("annotation",), "comment")
    | dict.fromkeys(("atnauthor", "atnid", "author", "operator", "revtbl", "protusertbl"), "author")
    | dict.fromkeys(("manager", "company", "subject", "keywords", "category", "comment", "doccomm"), "metadata")
    | dict.fromkeys(("hlinkbase", "propname", "staticval", "linkval", "objname", "objalias"), "metadata")
    | dict.fromkeys(("ffname", "ffdeftext", "ffl", "ffhelptext", "ffstattext", "ffformat"), "form-field")
    | dict.fromkeys(("mmquery", "mmconnectstr", "mmconnectstrdata", "mmdatasource", "mmheadersource"), "mail-merge")
    | dict.fromkeys(("bkmkstart", "xe", "tc", "txe", "rxe"), "bookmark")
    | dict.fromkeys(("template", "nextfile", "file"), "link")
    | dict.fromkeys(("ffentrymcr", "ffexitmcr"), "macro")
    | dict.fromkeys(("fldinst", "datafield"), "field-code")
    | dict.fromkeys(("htmltag", "mhtmltag"), "html-tag")
    | {"title": "title", "docvar": "document-variable", "sv": "shape-property", "nonshppict": "other-form"}
    | {"shprslt": "other-form"}
)
"""Where the text of a destination is reported."""

SAYING_NOTHING = {
    *("atrfstart", "atrfend", "atndate", "atnparent", "atnref", "atntime", "atnicn", "bkmkend", "objclass", "objsect"),
    *("info", "userprops", "filetbl", "falt", "panose", "fname", "stylesheet", "listtable", "listoverridetable"),
    *("rsidtbl", "generator", "latentstyles", "themedata", "colorschememapping", "pgptbl", "mmathPr", "xmlnstbl"),
    *("listname", "levelnumbers", "leveltext", "wgrffmtfilter", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc"),
    *("aftncn", "defchp", "defpap", "pnseclvl", "picprop", "blipuid", "bliptag", "creatim", "revtim", "printim"),
    *("buptim", "formfield", "listpicture", "liststylename", "levelmarker", "oldcprops", "oldpprops", "sn", "pict"),
    *("fontfile", "fontemb", "background", "writereservation", "writereservhash", "passwordhash"),
}
"""Tables and settings; what stands in them under a name of its own is reported under that."""

SHOWN = {
    *("shptxt", "shppict", "shp", "shpinst", "shpgrp", "result", "fldrslt", "pntext", "listtext", "do", "dptxbxtext"),
    *("pn", "pntxta", "pntxtb", "nonesttables", "cs", "ds", "ts", "moMath", "moMathPara", "mr", "sp"),
}
"""Groups marked as optional whose text readers show, or that hold such groups."""

BINARY = {"objdata": "embedded-object", "datastore": "custom-xml"}
BINARY_NOTICES = {"objdata": "embedded-objects", "datastore": "custom-xml"}
SHAPE_TEXTS = {"wzDescription", "wzName", "wzTooltip", "gtextUNICODE", "pibName", "pihlShape"}

CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""Rich Text Format 1.9.1, \\fcharset; others are the document's own code page."""

CODE_PAGES = {437, 720, 850, 852, 860, 862, 863, 864, 865, 866, 874, 932, 936, 949, 950, 1361, *range(1250, 1259)}
