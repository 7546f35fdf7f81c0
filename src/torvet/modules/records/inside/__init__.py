"""What runs inside the sandbox: the only code that ever parses a stranger's document.

Free of Django and of settings; called by name from `isolation`, with files in `folder` and the rest as JSON. No
secret is ever part of a code or detail that goes back.
"""

from torvet.modules.records.inside.covering import cover
from torvet.modules.records.inside.inspecting import inspect
from torvet.modules.records.inside.looking import abilities, look
from torvet.modules.records.inside.reading import read

__all__ = ["abilities", "cover", "inspect", "look", "read"]
