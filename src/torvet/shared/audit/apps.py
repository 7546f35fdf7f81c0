"""The app's names, its menu entry, and its offer to write down what happens to accounts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from torvet.shared.ui.menu import MenuEntry, add_menu_entry


class AuditConfig(AppConfig):
    """The audit log."""

    name = "torvet.shared.audit"
    label = "audit"
    verbose_name = _("Audit")

    def ready(self) -> None:
        """Show the log to those who may see it, and record for identity."""
        from torvet.shared.audit.api import record  # noqa: PLC0415  models are loaded only now
        from torvet.shared.identity.ports import record_with  # noqa: PLC0415

        record_with(record)
        add_menu_entry(MenuEntry(_("Log"), "audit:log", order=80, permission="audit.see"))
