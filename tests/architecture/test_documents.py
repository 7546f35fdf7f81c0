"""Documents that follow from code are as the code is; a stale one and an untold setting are seen."""

from pathlib import Path

import pytest
from tools import write_docs

from torvet.config import env
from torvet.shared.identity.roles import ROLES

from .tree import ROOT


def test_the_documents_are_up_to_date() -> None:
    assert write_docs.out_of_date(ROOT / "docs") == []


def test_a_stale_and_a_missing_document_are_seen(tmp_path: Path) -> None:
    write_docs.write(tmp_path)
    assert write_docs.out_of_date(tmp_path) == []
    with (tmp_path / "settings.md").open("a") as file:
        file.write("Rettet i hånden.\n")
    (tmp_path / "permissions.md").unlink()
    assert write_docs.out_of_date(tmp_path) == ["permissions.md", "settings.md"]


def test_a_setting_that_nobody_explained_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(env, "READ", [env.Variable("TORVET_NEW", "", "Something new")])
    with pytest.raises(write_docs.NotTold, match="TORVET_NEW"):
        write_docs.settings()


def test_a_changed_role_changes_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    before = write_docs.permissions()
    monkeypatch.setattr(write_docs, "ROLES", ROLES[1:])
    assert write_docs.permissions() != before
