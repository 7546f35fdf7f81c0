"""The app's names."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """The audit log."""

    name = "torvet.shared.audit"
    label = "audit"
    verbose_name = _("Audit")
