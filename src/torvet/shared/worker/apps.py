"""The app's names, and the work that comes round."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _

from torvet.shared.ui.menu import MenuEntry, add_menu_entry


class WorkerConfig(AppConfig):
    """Background work."""

    name = "torvet.shared.worker"
    label = "worker"
    verbose_name = _("Background work")

    def ready(self) -> None:
        """Register the checks and the erasure of done jobs."""
        from torvet.shared.worker.checks import sqlite_is_set_up  # noqa: PLC0415  models are loaded only now
        from torvet.shared.worker.schedule import every  # noqa: PLC0415
        from torvet.shared.worker.tasks import forget_done_jobs  # noqa: PLC0415

        checks.register(sqlite_is_set_up, checks.Tags.database)
        every(3600)(forget_done_jobs)
        add_menu_entry(MenuEntry(_("Background work"), "worker:status", order=85, permission="worker.see"))
