"""Verbs of the log in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

__all__ = ["add_verbs", "verb_text"]

_words: dict[str, str | Promise] = {
    "identity.create-account": _("Made an account"),
    "identity.give-role": _("Gave a role"),
    "identity.end-role": _("Ended a role"),
    "worker.retry-job": _("Let a failed job start again"),
}


def add_verbs(words: dict[str, str | Promise]) -> None:
    """Say what an app's verbs mean; called from its `ready`. A verb without words is shown as it was recorded."""
    _words.update(words)


def verb_text(verb: str) -> str:
    """Return a verb in the reader's language."""
    return str(_words.get(verb, verb))
