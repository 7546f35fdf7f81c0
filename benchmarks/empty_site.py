"""Gives Django an empty folder when imported, which is thrown away afterwards; import it before all that needs Django.

Nothing of a real site is touched: its settings in the environment are put aside. A benchmark that keeps its folder
names it in TORVET_BENCH_DATA.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
KEPT = os.environ.get("TORVET_BENCH_DATA", "")
DATA = Path(KEPT or tempfile.mkdtemp(prefix="torvet-bench-"))
DATA.mkdir(parents=True, exist_ok=True)
if not KEPT:
    atexit.register(shutil.rmtree, DATA, ignore_errors=True)
for name in [each for each in os.environ if each.startswith("TORVET_")]:
    del os.environ[name]
os.environ["TORVET_DATA"] = str(DATA)
os.environ["DJANGO_SETTINGS_MODULE"] = "torvet.config.settings"

django.setup()
