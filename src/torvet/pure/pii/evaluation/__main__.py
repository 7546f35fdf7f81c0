"""The command `python -m torvet.pure.pii.evaluation [--check FILE]`: write the published page, or compare it."""

import argparse
import sys
from pathlib import Path

from .page import page


def main(argv: list[str]) -> int:
    """Write the page to standard output; with `--check FILE` give 1 if the file is another page."""
    parser = argparse.ArgumentParser(prog="python -m torvet.pure.pii.evaluation", description=__doc__)
    parser.add_argument("--check", type=Path, help="compare with this file and write nothing")
    arguments = parser.parse_args(argv)
    text = page()
    if arguments.check is None:
        sys.stdout.write(text)
        return 0
    if arguments.check.is_file() and arguments.check.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(f"{arguments.check} is not what the rules give. Write it anew with this command.\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
