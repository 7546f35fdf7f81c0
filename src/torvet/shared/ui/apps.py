"""The app's names."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    """Ui."""

    name = "torvet.shared.ui"
    label = "ui"
    verbose_name = _("Ui")
