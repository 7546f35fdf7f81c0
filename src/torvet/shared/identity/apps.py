"""The app's names, and the check of its promise."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _

from torvet.shared.identity.checks import every_page_says_who_may_open_it


class IdentityConfig(AppConfig):
    """Accounts, roles and permissions."""

    name = "torvet.shared.identity"
    label = "identity"
    verbose_name = _("Identity")

    def ready(self) -> None:
        """Register the check that every page says who may open it."""
        checks.register(every_page_says_who_may_open_it, checks.Tags.urls)
