"""The app's names."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkerConfig(AppConfig):
    """Worker."""

    name = "torvet.shared.worker"
    label = "worker"
    verbose_name = _("Worker")
