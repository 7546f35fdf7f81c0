"""All addresses. Danish words, because people read them; English pages stand under /en/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    *i18n_patterns(
        path("", include("torvet.shared.identity.urls")),
        path("", include("torvet.shared.audit.urls")),
        path("", include("torvet.shared.worker.urls")),
        path("", include("torvet.shared.ui.urls")),
        *(path("", include(f"torvet.modules.{name}.urls")) for name in settings.TORVET_MODULES),
        prefix_default_language=False,
    ),
]

handler400 = "torvet.config.errors.bad_request"
handler403 = "torvet.config.errors.forbidden"
handler404 = "torvet.config.errors.not_found"
handler500 = "torvet.config.errors.server_error"
