"""The app's names."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    """Open records."""

    name = "torvet.modules.records"
    label = "records"
    verbose_name = _("Open records")
