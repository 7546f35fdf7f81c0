"""Preloaded into the sandbox: `inside`, after it has handled one small document of our own.

So every fork finds fonts, tables, patterns and the reader of pictures loaded. Nothing else imports this: importing it
does the work.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from torvet.modules.records import inside
from torvet.pure.recognition import is_available, warm

SAMPLE = "Kære borger\n\nBrevet her er kun til opvarmning.\n"

with TemporaryDirectory() as name:
    folder = Path(name)
    (folder / "original").write_text(SAMPLE, encoding="utf-8")
    inside.read(folder, {"fonts": ""})
    (folder / "drawn.pdf").rename(folder / "original")
    request = {"fonts": "", "title": "", "spans": [], "looks": {}, "secrets": ["Ukendt"], "known": [], "public": []}
    inside.cover(folder, request)
if is_available():
    warm()
