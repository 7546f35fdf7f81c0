"""Fingerprints of JSON values, by which a publication says what it showed."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def fingerprint_of(value: Mapping[str, Any] | list[Any]) -> str:
    """Return the SHA-256 of a JSON value, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
