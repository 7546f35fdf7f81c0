"""The app's names."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IdentityConfig(AppConfig):
    """Accounts, roles and permissions."""

    name = "torvet.shared.identity"
    label = "identity"
    verbose_name = _("Identity")
