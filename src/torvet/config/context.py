"""What every template knows: the municipality, the menu, whether this is the demo."""

from django.conf import settings
from django.http import HttpRequest

from torvet.shared.identity.api import actor_of
from torvet.shared.organisation.api import municipality
from torvet.shared.ui.alarms import alarms
from torvet.shared.ui.menu import menu_for


def site(request: HttpRequest) -> dict[str, object]:
    """Return what the base page shows around any page."""
    actor = actor_of(request) if hasattr(request, "user") else None
    return {
        "municipality": municipality(),
        "menu": menu_for(request, may=actor.may if actor else None),
        "is_demo": settings.DEMO,
        "alarms": alarms,  # asked for by the pages for staff alone
    }
