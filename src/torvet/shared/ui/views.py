"""The pages about the site itself, the municipality's colours and the gallery of components.

The municipality reaches this app only through the template context: apps further up the ladder know it.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from torvet.shared.ui import gallery as specimens
from torvet.shared.ui.cookies import cookie_table
from torvet.shared.ui.licences import LicencesPage
from torvet.shared.ui.open_data import data_sets

PUBLIC = "public"
THEME_SECONDS = 24 * 60 * 60
View = Callable[[HttpRequest], HttpResponse]


def public(view: View) -> View:
    """Declare a page that everybody may read: the mark of `identity.api.public`, which stands above this app."""
    safe = require_safe(view)
    safe.access = PUBLIC  # type: ignore[attr-defined]  # read by the permission matrix
    return safe


def _sheet(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={THEME_SECONDS}"
    return response


@public
def theme(request: HttpRequest) -> HttpResponse:
    """Return the municipality's hue and strength; pages ask with both in the query, so it may be kept."""
    return _sheet(render_to_string("ui/tema.css", request=request).strip() + "\n")


@public
def gallery_themes(request: HttpRequest) -> HttpResponse:
    """Return the five themes that the gallery shows side by side."""
    return _sheet(specimens.theme_sheet())


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    return render(request, "ui/gallery.html", {"page": specimens.gallery_page()})


@public
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement, or the way to it."""
    return render(request, "ui/accessibility.html")


@public
def was(request: HttpRequest) -> HttpResponse:
    """Lead the short address that the act on web accessibility asks for to the statement itself."""
    statement = render_to_string("ui/was.txt", request=request).strip()
    if statement.startswith("https://"):
        return HttpResponseRedirect(statement)
    return redirect("ui:accessibility")


@public
def privacy(request: HttpRequest) -> HttpResponse:
    """Show what is stored about visitors."""
    return render(request, "ui/privacy.html", {"cookies": cookie_table()})


@public
def how(request: HttpRequest) -> HttpResponse:
    """Show how Torvet works."""
    return render(request, "ui/how.html")


@public
def data(request: HttpRequest) -> HttpResponse:
    """Show which data may be fetched."""
    return render(request, "ui/data.html", {"data_sets": data_sets()})


@public
def licences(request: HttpRequest) -> HttpResponse:
    """Show whose work Torvet stands on."""
    return render(request, "ui/licences.html", {"page": LicencesPage.now()})
