"""A system check: every page says who may open it."""

from collections.abc import Iterator, Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.urls import URLPattern, URLResolver, get_resolver

__all__ = ["every_page_says_who_may_open_it", "pages"]

# Django's own pages that cannot carry our mark, and why they may be open.
OPEN_DJANGO_VIEWS = {
    "django.views.i18n.set_language": "changes a cookie of the visitor's own",
    "django.contrib.staticfiles.views.serve": "stylesheets and scripts, in development",
}


def pages(within: URLResolver | None = None, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield every address of the site with its full name (`records:case`), without those that Django serves itself."""
    resolver = within or get_resolver()
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from pages(entry, inner)
        else:
            yield f"{namespace}{entry.name}", entry


def every_page_says_who_may_open_it(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: object
) -> list[CheckMessage]:
    """Refuse a page that is declared with neither `@public` nor `@requires(...)`."""
    return [
        Error(
            f"The page {name} does not say who may open it.",
            hint="Declare its view with @public or @requires(Permission.…) as the outermost decorator.",
            obj=entry.callback,
            id="torvet.identity.E001",
        )
        for name, entry in pages()
        if not hasattr(entry.callback, "access") and entry.lookup_str not in OPEN_DJANGO_VIEWS
    ]
