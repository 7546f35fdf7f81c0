"""The app's names."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    """Municipality, departments and units."""

    name = "torvet.shared.organisation"
    label = "organisation"
    verbose_name = _("Organisation")
