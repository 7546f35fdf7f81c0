"""Preloaded into the sandbox: `inside`, after it has handled one small document of our own.

So every fork finds fonts, tables and patterns loaded. Nothing else imports this: importing it does the work.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from torvet.modules.records import inside

SAMPLE = "Kære borger\n\nBrevet her er kun til opvarmning.\n"

with TemporaryDirectory() as name:
    folder = Path(name)
    (folder / "original").write_text(SAMPLE, encoding="utf-8")
    request = {"fonts": "", "title": "", "spans": [], "secrets": ["Ukendt"], "known": [], "public": []}
    inside.read(folder, request)
    inside.cover(folder, request)
