"""The files of the repository, without what is fetched or made."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "torvet"
PASSED_OVER = {"__pycache__", "node_modules", "vendor", ".venv", ".git", "var", ".tools", "work", "results"}


def files(folder: Path, *suffixes: str) -> Iterator[Path]:
    """Yield the files below a folder that end in one of the suffixes, in order."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in suffixes and not PASSED_OVER & set(path.relative_to(folder).parts):
            yield path


def is_test(path: Path) -> bool:
    """Tell whether the file belongs to tests."""
    return "tests" in path.parts
