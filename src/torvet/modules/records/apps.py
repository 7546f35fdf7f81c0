"""The app's names, its menu entries, and who does its background work."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.hints import answer_hints_with
from torvet.modules.records.words import VERBS
from torvet.shared.audit.words import add_verbs
from torvet.shared.identity.roles import Permission
from torvet.shared.ui.alarms import add_alarm
from torvet.shared.ui.menu import MenuEntry, add_menu_entry
from torvet.shared.ui.open_data import DataSet, add_data_set


class RecordsConfig(AppConfig):
    """Open records."""

    name = "torvet.modules.records"
    label = "records"
    verbose_name = _("Open records")

    def ready(self) -> None:
        """Show the menu entries and answer hints."""
        # Models are only there once every app is.
        from torvet.modules.records import tasks  # noqa: PLC0415
        from torvet.modules.records.pages.robot import stop_alarm  # noqa: PLC0415

        add_alarm(stop_alarm)
        answer_hints_with(tasks.ask_for)
        add_verbs(VERBS)
        add_menu_entry(MenuEntry(_("Open insight"), "records:search", order=10))
        add_menu_entry(MenuEntry(_("Journal"), "records:journal", order=60, permission=Permission.SEE_JOURNAL))
        add_menu_entry(MenuEntry(_("Quarantine"), "records:quarantine", order=65, permission=Permission.SEE_QUARANTINE))
        search_text = _("What a search finds, with facets. Add ?q= and the filters of the page.")
        add_data_set(DataSet(_("Search"), search_text, "JSON", "records:search-json"))
        feed_text = _("The newest documents, or those of a search.")
        add_data_set(DataSet(_("New documents"), feed_text, "Atom", "records:search-atom"))
        robot_text = _("What the robot that attacks us has tried, and what was caught.")
        add_data_set(DataSet(_("The robot that attacks us"), robot_text, "JSON", "records:robot-json"))
