"""A shadow site with faults planted in it: it does not find telephone numbers, and believes proofs that do not hold.

Started by `test_attack` in place of the real command. One fault alone does not let anything out: the proof sees it.
"""

import dataclasses
import sys
from collections.abc import Sequence
from typing import Any
from unittest.mock import patch

import django
from django.core.management import call_command

FORGETS, BELIEVES = "forgets", "believes"


def plant(faults: Sequence[str]) -> None:
    """Change the running code."""
    from torvet.modules.records.isolation import cover_document
    from torvet.pure.pii import PiiClass, scan

    def forgets(*args: Any, **rest: Any) -> Any:
        return [each for each in scan(*args, **rest) if each.pii_class is not PiiClass.PHONE]

    def believes(*args: Any, **rest: Any) -> Any:
        return dataclasses.replace(cover_document(*args, **rest), holds=True)

    if FORGETS in faults:
        patch("torvet.modules.records.knowledge.scan", forgets).start()
    if BELIEVES in faults:
        patch("torvet.modules.records.pipeline.cover_document", believes).start()


if __name__ == "__main__":
    django.setup()
    plant(sys.argv[1:-1])
    call_command("records_shadow", sys.argv[-1])
