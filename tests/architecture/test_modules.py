"""Each module boots alone with the shared services: a municipality may have chosen only that one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .tree import ROOT, SOURCE

MODULES = sorted(path.parent.name for path in (SOURCE / "modules").glob("*/apps.py"))

BOOT = """
import sys, torvet.modules
torvet.modules.__path__.extend(sys.argv[1:])
import django
django.setup()
from django.core.management import call_command
call_command("check")
"""


def boot(module: str, data: Path, *folders: Path) -> subprocess.CompletedProcess[str]:
    """Start the site with one module, in a process of its own; `folders` hold further modules."""
    environment = {
        **os.environ,
        "TORVET_MODULES": module,
        "TORVET_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "torvet.config.settings",
    }
    command = [sys.executable, "-c", BOOT, *map(str, folders)]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("module", MODULES)
def test_each_module_boots_alone(module: str, tmp_path: Path) -> None:
    done = boot(module, tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_module_that_needs_another_is_seen(tmp_path: Path) -> None:
    planted = tmp_path / "modules" / "planted"
    planted.mkdir(parents=True)
    (planted / "__init__.py").touch()
    (planted / "models.py").write_text("import torvet.modules.no_such_sibling\n")
    done = boot("planted", tmp_path, planted.parent)
    assert done.returncode != 0
    assert "no_such_sibling" in done.stderr
