"""The last app to start: it joins the others."""

from django.apps import AppConfig


class TorvetConfig(AppConfig):
    """Settings and wiring."""

    name = "torvet.config"
    label = "config"
    verbose_name = "Torvet"

    def ready(self) -> None:
        """Join what the apps have registered."""
        from torvet.config.wiring import wire  # noqa: PLC0415 tasks are only there once every app is

        wire()
