"""Atom feeds of a case; the feed of a search stands in `searching`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from torvet.modules.records.models import Publication
from torvet.modules.records.pages.document import DocumentPage, document_page
from torvet.modules.records.views.finding import public_case
from torvet.shared.identity.api import public
from torvet.shared.organisation.api import municipality

ENTRIES_MAX = 50


@dataclass(frozen=True)
class FeedItem:
    """One document in a feed; never more of its text than its title."""

    uuid: str
    title: str
    url: str
    published_at: datetime
    summary: str


def atom(request: HttpRequest, title: str, page_url: str, items: Iterable[FeedItem]) -> HttpResponse:
    """Give an Atom feed."""
    feed = Atom1Feed(
        title=title,
        link=request.build_absolute_uri(page_url),
        description=None,
        feed_url=request.build_absolute_uri(),
        author_name=municipality().name,
        language="da",
    )
    for item in items:
        feed.add_item(
            title=item.title,
            link=request.build_absolute_uri(item.url),
            description=item.summary,
            unique_id=f"urn:uuid:{item.uuid}",
            pubdate=item.published_at,
            updateddate=item.published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@public
@require_safe
def case_atom(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest open documents of a case."""
    now = timezone.now()
    case = public_case(slug, now=now)
    newest = (
        Publication.objects.standing()
        .filter(version__document__entry__case=case)
        .select_related("version__document__entry__case__department", "version__rendition")
        .order_by("-public_from", "-pk")[:ENTRIES_MAX]
    )
    items = [_item(row, document_page(row.version, now=now)) for row in newest]
    return atom(request, f"{case.public_title} – {_('case')} {case.number}", f"/sag/{case.slug}/", items)


def _item(row: Publication, page: DocumentPage) -> FeedItem:
    covered = _("%(count)d passages are covered") % {"count": page.covered_count} if page.covered_count else ""
    return FeedItem(
        uuid=str(row.uuid),
        title=page.title,
        url=page.url,
        published_at=row.public_from,
        summary=" · ".join(filter(None, (str(page.document_type), page.number, covered))),
    )
