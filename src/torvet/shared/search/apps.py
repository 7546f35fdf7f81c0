"""The app's names."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Search."""

    name = "torvet.shared.search"
    label = "search"
    verbose_name = _("Search")
