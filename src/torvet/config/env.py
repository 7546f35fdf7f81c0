"""Settings from the environment, typed. One function per type, one table of what exists.

Deliberately not here: defaults that differ between machines. What is read is listed in `docs/settings.md`,
which is generated from `READ`.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Variable:
    """One environment variable that Torvet reads."""

    name: str
    default: str
    explanation: str


READ: list[Variable] = []


class BadSetting(ValueError):
    """An environment variable holds something that cannot be used."""


def text(name: str, default: str, explanation: str) -> str:
    """Read a string."""
    READ.append(Variable(name, default, explanation))
    return os.environ.get(name, default)


def flag(name: str, *, default: bool, explanation: str) -> bool:
    """Read yes or no, written as 1/0, true/false or yes/no."""
    value = text(name, "yes" if default else "no", explanation).strip().lower()
    if value in {"1", "true", "yes"}:
        return True
    if value in {"0", "false", "no", ""}:
        return False
    raise BadSetting(f"{name} must be yes or no, not {value!r}")


def number(name: str, *, default: int, explanation: str) -> int:
    """Read a whole number."""
    value = text(name, str(default), explanation)
    try:
        return int(value)
    except ValueError as error:
        raise BadSetting(f"{name} must be a whole number, not {value!r}") from error


def words(name: str, default: str, explanation: str) -> list[str]:
    """Read a comma-separated list."""
    return [word.strip() for word in text(name, default, explanation).split(",") if word.strip()]


def folder(name: str, default: Path, explanation: str) -> Path:
    """Read a folder and make it where it is missing, for its owner's eyes only."""
    READ.append(Variable(name, default.name, explanation))
    path = Path(os.environ.get(name, default)).resolve()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def secret(name: str, path: Path, explanation: str) -> str:
    """Read a secret from the file that the variable names; make one at first start."""
    READ.append(Variable(name, path.name, explanation))
    file = Path(os.environ.get(name, path))
    if not file.exists():
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return file.read_text(encoding="ascii").strip()
        with os.fdopen(descriptor, "w", encoding="ascii") as handle:
            handle.write(secrets.token_urlsafe(50))
    return file.read_text(encoding="ascii").strip()


def postgres(url: str) -> dict[str, object]:
    """Turn ``postgres://user:password@host:port/name`` into Django's database settings."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise BadSetting("TORVET_DATABASE must be empty (SQLite) or postgres://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
