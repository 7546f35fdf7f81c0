"""What a finished file gives away although nobody sees it: the checker that stands alone.

`find_leaks` needs nothing but a file, of any maker. It does not ask whether the file is one of ours (`inspect` does
that): fonts, metadata or a form are no leak. A leak is text that lives under a cover, text or a picture that nobody
can see, and what stands beside the pages: an attached file, an earlier version, a bookmark with the covered words.

Not here: whether what is visible should be, and text in pictures. A searchable scan has invisible text over the
picture that says the same, so invisible text counts only where the picture shows nothing.
"""

import hashlib
import io

import pikepdf

from torvet.pure.redaction.beside import Said, look_beside
from torvet.pure.redaction.leak_values import LeakReport
from torvet.pure.redaction.pictures import opened
from torvet.pure.redaction.problems import MALFORMED, UnreadableFile
from torvet.pure.redaction.unseen import PageLook, look_at_page


def find_leaks(data: bytes) -> LeakReport:
    """Say what a PDF of any maker gives away that its pages do not show.

    A file that cannot be read has a `problem` and is not clean. Cost: two to four drawings of each page and about
    10 microseconds a letter. Run it in a sandbox: the file is a stranger's.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        with opened(data) as document, pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            looks = [look_at_page(page, number) for number, page in enumerate(document, start=1)]
            leaks = [leak for look in looks for leak in look.leaks]
            beside = list(look_beside(data, pdf, _said(looks)))
    except UnreadableFile as error:
        return LeakReport(sha256, problem=error.problem.value)
    except MALFORMED as error:
        return LeakReport(sha256, problem=type(error).__name__)
    return LeakReport(sha256, len(looks), (*leaks, *beside))


def _said(looks: list[PageLook]) -> Said:
    return Said(
        visible=[look.visible for look in looks],
        hidden=[leak.text for look in looks for leak in look.leaks if leak.text],
        has_bars=any(look.has_bars for look in looks),
    )
