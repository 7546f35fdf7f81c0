"""A write is one keyword-only function with its actor, in a transaction, with its audit event."""

import ast
from pathlib import Path

import pytest

from .tree import SOURCE, files, is_test

RECORDERS = {"record"}

GOOD = """
@transaction.atomic
def withdraw(*, actor, document, now):
    tell(actor, document)

def tell(actor, document):
    record(actor=actor, subject=document)
"""


def action_files() -> list[Path]:
    """Return every `actions.py` and every file of a folder `actions`, by app."""
    found = [path for path in files(SOURCE, ".py") if not is_test(path) and "management" not in path.parts]
    return [path for path in found if path.name == "actions.py" or path.parent.name == "actions"]


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """Return the functions that stand at the top of a module."""
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)]


def called(node: ast.AST) -> set[str]:
    """Return the names of what is called within a node."""
    calls = [each.func for each in ast.walk(node) if isinstance(each, ast.Call)]
    plain = {func.id for func in calls if isinstance(func, ast.Name)}
    return plain | {func.attr for func in calls if isinstance(func, ast.Attribute)}


def recorders_of(package: Path) -> set[str]:
    """Return the names of an app's functions that record an event, themselves or through another."""
    bodies = [
        (function.name, called(function))
        for path in files(package, ".py")
        if not is_test(path)
        for function in functions(ast.parse(path.read_text(encoding="utf-8")))
    ]
    known = set(RECORDERS)
    while more := {name for name, calls in bodies if calls & known} - known:
        known |= more
    return known


def is_atomic(function: ast.FunctionDef) -> bool:
    """Tell whether the whole function runs in one transaction."""
    return any(ast.unparse(decorator) == "transaction.atomic" for decorator in function.decorator_list)


def faults(function: ast.FunctionDef, recorders: set[str]) -> list[str]:
    """Say what an action lacks."""
    arguments = function.args
    lacking = {
        "takes positional arguments": arguments.args or arguments.posonlyargs or arguments.vararg,
        "has no actor": "actor" not in {argument.arg for argument in arguments.kwonlyargs},
        "is not atomic": not is_atomic(function),
        "records no event": not called(function) & recorders,
    }
    return [f"{function.name} {words}" for words, is_lacking in lacking.items() if is_lacking]


def all_faults(text: str, recorders: set[str]) -> list[str]:
    """Say what the public functions of a module lack."""
    public = [function for function in functions(ast.parse(text)) if not function.name.startswith("_")]
    return [fault for function in public for fault in faults(function, recorders)]


def package_of(path: Path) -> Path:
    """Return the folder of the app that a file belongs to."""
    return next(parent for parent in path.parents if parent.parent.name in {"modules", "shared"})


@pytest.mark.parametrize("path", action_files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_actions_are_whole(path: Path) -> None:
    assert all_faults(path.read_text(encoding="utf-8"), recorders_of(package_of(path))) == []


def test_there_are_actions_to_look_at() -> None:
    assert len(action_files()) >= 2


def test_a_good_action_has_no_fault() -> None:
    assert all_faults(GOOD.split("\n\n")[0], {"record", "tell"}) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("*, actor", "actor"), "withdraw takes positional arguments"),
        (("actor, document, now", "document, now"), "withdraw has no actor"),
        (("@transaction.atomic\n", ""), "withdraw is not atomic"),
        (("    tell(actor, document)", "    document.save()"), "withdraw records no event"),
    ],
)
def test_each_fault_is_seen(change: tuple[str, str], fault: str) -> None:
    planted = GOOD.split("\n\n")[0].replace(*change)
    assert fault in all_faults(planted, {"record", "tell"})


def test_a_helper_that_records_counts(tmp_path: Path) -> None:
    (tmp_path / "steps.py").write_text(GOOD)
    assert recorders_of(tmp_path) == {"record", "tell", "withdraw"}
