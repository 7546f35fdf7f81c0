"""Takes a file from a folder in which a stranger's file was handled: whoever wrote it may have become hostile."""

import os
import stat
from pathlib import Path


def read_left(path: Path, max_bytes: int) -> bytes | None:
    """Return a file that a job or a program left, None if there is none or it is no plain file of at most that size.

    A link is not followed: it would lead to what the job itself could not read. A folder on the way must be none that
    the job could replace, so take files from the job's own folder only.
    """
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    status = os.fstat(opened)
    if not stat.S_ISREG(status.st_mode) or status.st_size > max_bytes:
        os.close(opened)
        return None
    with os.fdopen(opened, "rb") as file:
        data = file.read(max_bytes + 1)
    return data if len(data) <= max_bytes else None
