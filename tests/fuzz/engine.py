"""The process that fuzzes one target, started by `run`; atheris and libFuzzer never come back from it.

python -m tests.fuzz.engine <target> [libFuzzer's own arguments]
"""

import sys

import atheris

with atheris.instrument_imports(
    include=["torvet.pure.extraction", "torvet.pure.pii", "torvet.pure.redaction", "torvet.modules.records.delivery"]
):
    from tests.fuzz.targets import TARGETS


@atheris.instrument_func  # type: ignore[untyped-decorator]  # atheris has no types
def planted(data: bytes) -> None:
    """A fault that is really there, to see that faults are found."""
    if len(data) > 3 and data[0] == 84 and data[1] == 79 and data[2] == 82 and data[3] == 86:
        raise ZeroDivisionError("planted")


def main() -> None:
    """Fuzz until an input fails, or as long as the arguments say."""
    target, *rest = sys.argv[1:]
    atheris.Setup([sys.argv[0], *rest], planted if target == "planted" else TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
