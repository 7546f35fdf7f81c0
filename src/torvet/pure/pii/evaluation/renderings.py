"""The written forms of a CPR number that the detector is held to, in groups."""

from collections.abc import Callable

Rendering = Callable[[str], str]


def _full_year(number: str) -> str:
    return f"{'20' if int(number[4:6]) <= 57 else '18'}{number[4:6]}"


def _in_script(zero: str) -> Rendering:
    def write(number: str) -> str:
        digits = "".join(chr(ord(zero) + int(digit)) for digit in number)
        return f"{digits[:6]}-{digits[6:]}"

    return write


def _mapped(letters: str) -> Rendering:
    return lambda n: "".join(letters[int(digit)] for digit in n[:6]) + "-" + "".join(letters[int(d)] for d in n[6:])


def _misread(table: dict[str, str]) -> Rendering:
    letters = str.maketrans(table)
    return lambda n: f"{n[:6]}-{n[6:]}".translate(letters)


def _between(separator: str) -> Rendering:
    return lambda n: f"{n[:6]}{separator}{n[6:]}"


_DASHES: dict[str, Rendering] = {
    "hyphen": _between("-"),
    "no hyphen": _between(""),
    "space": _between(" "),
    "space-hyphen-space": _between(" - "),
    "en dash": _between("–"),
    "em dash": _between("—"),
    "en dash with spaces": _between(" – "),
    "double hyphen": _between("--"),
    "non-breaking hyphen": _between("\u2011"),
    "minus sign": _between("\u2212"),
    "figure dash": _between("\u2012"),
    "small hyphen": _between("\ufe63"),
    "full-width hyphen": _between("\uff0d"),
    "hyphen bullet": _between("\u2043"),
    "underscore": _between("_"),
    "point": _between("."),
    "slash": _between("/"),
}
_SPACES: dict[str, Rendering] = {
    "no-break space": _between("\u00a0"),
    "narrow no-break space": _between("\u202f"),
    "thin space": _between("\u2009"),
    "hair spaces and hyphen": _between("\u200a-\u200a"),
    "soft hyphen": _between("\u00ad"),
    "soft hyphen beside hyphen": _between("-\u00ad"),
    "soft hyphen in the date": lambda n: f"{n[:3]}\u00ad{n[3:6]}-{n[6:]}",
    "zero-width space": lambda n: f"{n[:3]}\u200b{n[3:6]}-{n[6:]}",
    "zero-width joiner": lambda n: f"{n[:6]}\u200d-{n[6:8]}\u2060{n[8:]}",
    "letter-spaced": lambda n: f"{' '.join(n[:6])} - {' '.join(n[6:])}",
    "letter-spaced, no hyphen": lambda n: " ".join(n),
    "letter-spaced, thin": lambda n: "\u2009".join(n),
    "tab": _between("\t"),
    "pipe": _between(" | "),
    "columns": _between("      "),
}
_BREAKS: dict[str, Rendering] = {
    "line break": _between("\n"),
    "hyphen and line break": _between("-\n"),
    "hyphen, carriage return, indent": _between("-\r\n    "),
    "hyphen as PDFium ends a line": _between("\ufffe"),
    "line break in the date": lambda n: f"{n[:4]}\n{n[4:6]}-{n[6:]}",
    "line break in the serial": lambda n: f"{n[:6]}-{n[6:8]}\n{n[8:]}",
    "page break": _between("-\n\f"),
    "form feed": _between("\f"),
    "line separator": _between("\u2028"),
    "line break and hyphen": _between("\n-"),
    "empty line": _between("-\n\n"),
}
_DATES: dict[str, Rendering] = {
    "date spaced": lambda n: f"{n[:2]} {n[2:4]} {n[4:6]}-{n[6:]}",
    "date dotted": lambda n: f"{n[:2]}.{n[2:4]}.{n[4:6]}-{n[6:]}",
    "date with slashes": lambda n: f"{n[:2]}/{n[2:4]}/{n[4:6]}-{n[6:]}",
    "date hyphened": lambda n: f"{n[:2]}-{n[2:4]}-{n[4:6]}-{n[6:]}",
    "full year": lambda n: f"{n[:4]}{_full_year(n)}-{n[6:]}",
    "full year dotted": lambda n: f"{n[:2]}.{n[2:4]}.{_full_year(n)}-{n[6:]}",
    "full year hyphened": lambda n: f"{n[:2]}-{n[2:4]}-{_full_year(n)}-{n[6:]}",
    "serial in pairs": lambda n: f"{n[:6]} {n[6:8]} {n[8:]}",
    "pairs": lambda n: f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:]}",
}
_MISREADINGS: dict[str, Rendering] = {
    "O for 0": _misread({"0": "O"}),
    "o for 0": _misread({"0": "o"}),
    "D for 0": _misread({"0": "D"}),
    "Q for 0": _misread({"0": "Q"}),
    "l for 1": _misread({"1": "l"}),
    "I for 1": _misread({"1": "I"}),
    "i for 1": _misread({"1": "i"}),
    "pipe for 1": _misread({"1": "|"}),
    "S for 5": lambda n: f"{n[:6]}-{n[6:].replace('5', 'S')}",
    "S for every 5": _misread({"5": "S"}),
    "B for 8": _misread({"8": "B"}),
    "Z for 2": _misread({"2": "Z"}),
    "G for 6": _misread({"6": "G"}),
    "mixed misreadings": _misread({"0": "O", "1": "l", "5": "S", "8": "B"}),
}
_SCRIPTS: dict[str, Rendering] = {
    "full-width digits": _in_script("０"),
    "Arabic-Indic digits": _in_script("٠"),
    "Persian digits": _in_script("۰"),
    "Devanagari digits": _in_script("०"),
    "bold digits": _in_script("\U0001d7ce"),
    "circled digits": _mapped("⓪①②③④⑤⑥⑦⑧⑨"),
    "superscript digits": _mapped("⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript digits": _in_script("₀"),
}
_WRAPPED: dict[str, tuple[str, str, Rendering]] = {
    "glued to words": ("nummer", "er", _between("-")),
    "glued to a name": ("Holm", "Ryesgade", _between("-")),
    "hash before": ("#", "", _between("-")),
    "bracket open": ("(", "", _between("-")),
    "country before": ("DK ", "", _between("-")),
    "country and hyphen before": ("DK-", "", _between("")),
    "quoted": ("»", "«", _between("-")),
    "number before": ("Ærøvej 7 ", "", _between("-")),
    "number after": ("", " 8000 Aarhus", _between("-")),
    "capitals before": ("SagsID ", "", _between("-")),
    "file name": ("ansoegning_", ".pdf", _between("-")),
    "link": ("https://sag.example/?id=", "&x=1", _between("")),
    "invoice elsewhere": ("Faktura og ordrenummer følger. ", "", _between("-")),
    "P-number elsewhere": ("P-nr. 1003456789 hører til. ", "", _between("-")),
    "in a list of numbers": ("4599120033, 8731550021, ", ", 9944321100", _between("")),
}


def _dressed(left: str, right: str, inner: Rendering) -> Rendering:
    return lambda n: f"{left}{inner(n)}{right}"


WRAPPINGS: dict[str, tuple[str, str]] = {name: (left, right) for name, (left, right, _) in _WRAPPED.items()}
"""What stands around the number in the renderings that are about their surroundings."""

CPR_GROUPS: dict[str, dict[str, Rendering]] = {
    "Streger og tegn": _DASHES,
    "Mellemrum og usynlige tegn": _SPACES,
    "Linje- og sideskift": _BREAKS,
    "Datoens form": _DATES,
    "Fejllæste tegn": _MISREADINGS,
    "Andre cifre": _SCRIPTS,
    "Omgivelser": {name: _dressed(*parts) for name, parts in _WRAPPED.items()},
}
"""Renderings of ten digits by the Danish name of their group."""

CPR_RENDERINGS: dict[str, Rendering] = {name: write for group in CPR_GROUPS.values() for name, write in group.items()}
"""All renderings of ten digits by name."""

CPR_GROUP_OF: dict[str, str] = {name: title for title, group in CPR_GROUPS.items() for name in group}
