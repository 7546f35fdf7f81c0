"""Brings the files that Torvet does not write itself into the ui app: typeface, icons, fonts for drawn PDFs.

Run after `npm ci --ignore-scripts`. Copies a few files and their licence texts out of `node_modules`, builds
one sprite of the icons in use, and writes `stykliste.json`: package, version, licence, SHA-256 of every file.
Without `node_modules` it says so and ends well: pages then show the system font and signs instead of icons.

Deliberately not here: any download, and any change of a font file (its licence reserves the name).
"""

import hashlib
import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
UI = ROOT / "src" / "torvet" / "shared" / "ui"
VENDOR = UI / "static" / "vendor"
SVG = "http://www.w3.org/2000/svg"
PLEX = "@fontsource-variable/ibm-plex-sans"
SUBSETS = ("latin", "latin-ext")


@dataclass(frozen=True)
class Package:
    """A package, the licence it is under, and what is copied: source in the package, target in the folder."""

    name: str
    licence: str
    licence_file: str
    files: tuple[tuple[str, str], ...] = ()


PACKAGES = (
    Package(
        PLEX,
        "OFL-1.1",
        "LICENSE",
        tuple(
            (f"files/ibm-plex-sans-{subset}-wght-normal.woff2", f"fonts/ibm-plex-sans-{subset}.woff2")
            for subset in SUBSETS
        ),
    ),
    Package(
        "dejavu-fonts-ttf",
        "Bitstream-Vera",
        "LICENSE",
        tuple(
            (f"ttf/{name}", f"fonts/{name}") for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf")
        ),
    ),
    Package("lucide-static", "ISC", "LICENSE"),
)


def icon_names() -> list[str]:
    """Return the icons in use, as `icons.txt` lists them: a name, a space, the sign shown instead."""
    lines = (UI / "icons.txt").read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line and not line.startswith("#")]


def symbol(name: str) -> ElementTree.Element:
    """Return one icon as a symbol of the sprite."""
    # The file comes from a package whose hash the lock file holds.
    drawing = ElementTree.parse(MODULES / "lucide-static" / "icons" / f"{name}.svg").getroot()
    result = ElementTree.Element(
        f"{{{SVG}}}symbol",
        # Line and fill come from the page's stylesheet.
        {"id": name, "viewBox": "0 0 24 24"},
    )
    result.extend(drawing)
    return result


def write_sprite() -> Path:
    """Write all icons in use into one file, each reached by its name after the hash sign."""
    ElementTree.register_namespace("", SVG)
    sprite = ElementTree.Element(f"{{{SVG}}}svg")
    sprite.extend(symbol(name) for name in icon_names())
    text = ElementTree.tostring(sprite, encoding="unicode")
    path = VENDOR / "icons.svg"
    path.write_text(re.sub(r">\s+<", "><", text), encoding="utf-8")
    return path


def write_font_sheet() -> Path:
    """Write the @font-face rules, which stand here so that a sheet never names a file that is missing."""
    listed = (MODULES / PLEX / "wght.css").read_text(encoding="utf-8")
    rules = []
    for subset in SUBSETS:
        block = listed[listed.index(f"/* ibm-plex-sans-{subset}-wght-normal */") :]
        unicode_range = re.search(r"unicode-range: ([^;]+);", block)
        if unicode_range is None:
            raise ValueError(f"no unicode-range for {subset} in the sheet of {PLEX}")
        rules.append(
            "@font-face {\n"
            '  font-family: "IBM Plex Sans Variable";\n'
            "  font-style: normal;\n"
            "  font-display: swap;\n"
            "  font-weight: 100 700;\n"
            f'  src: url("fonts/ibm-plex-sans-{subset}.woff2") format("woff2");\n'
            f"  unicode-range: {unicode_range[1]};\n"
            "}\n"
        )
    path = VENDOR / "fonts.css"
    path.write_text("\n".join(rules), encoding="utf-8")
    return path


def copy(package: Package) -> list[Path]:
    """Copy the package's files and its licence text."""
    source = MODULES / package.name
    targets = [(source / inner, VENDOR / outer) for inner, outer in package.files]
    licence_name = package.name.rpartition("/")[2] + ".txt"
    targets.append((source / package.licence_file, VENDOR / "licences" / licence_name))
    for origin, target in targets:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin, target)
    return [target for _origin, target in targets]


def entry(package: Package, files: list[Path]) -> dict[str, object]:
    """Return the package's lines of the parts list."""
    version = json.loads((MODULES / package.name / "package.json").read_text(encoding="utf-8"))["version"]
    return {
        "package": package.name,
        "version": version,
        "licence": package.licence,
        "licence_file": files[-1].relative_to(VENDOR).as_posix(),
        "files": {path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
    }


def main() -> int:
    """Rebuild the folder from what npm has installed."""
    missing = [package.name for package in PACKAGES if not (MODULES / package.name).is_dir()]
    if missing:
        print(
            f"vendor: {', '.join(missing)} not installed; pages show the system font and no icons",
            file=sys.stderr,
        )
        return 0
    shutil.rmtree(VENDOR, ignore_errors=True)
    copied = {package.name: copy(package) for package in PACKAGES}
    copied["lucide-static"].insert(0, write_sprite())
    copied[PLEX].insert(0, write_font_sheet())
    parts = [entry(package, copied[package.name]) for package in PACKAGES]
    (VENDOR / "stykliste.json").write_text(json.dumps(parts, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
