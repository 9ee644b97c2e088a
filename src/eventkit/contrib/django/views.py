"""A calendar to subscribe to, and a news feed, as views."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed

from eventkit.formats.feeds import entries
from eventkit.formats.ical import to_ical
from eventkit.model import Event
from eventkit.page.public import is_listed, public_part

__all__ = ["EventFeed", "calendar"]


def _public(events: Iterable[Event]) -> list[Event]:
    return [public_part(event) for event in events if is_listed(event)]


def calendar(
    events: Callable[..., Iterable[Event]], name: str | None = None
) -> Callable[..., HttpResponse]:
    """
    Return a view of the public events as a calendar.

    Args:
        events: Gets the request and the arguments of the path, and returns the events.
        name: What the calendar is called.
    """

    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        text = to_ical(_public(events(request, *args, **kwargs)), utc=True, name=name)
        data = text.encode("utf-8")
        tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
        response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
        response["ETag"] = tag
        return get_conditional_response(request, etag=tag, response=response)

    return view


class EventFeed(Feed):
    """
    A news feed; subclasses give ``title``, ``link`` and ``events()``.

    The day of the event stands in the title of an item, and the day of its publication where
    feed readers look for it.
    """

    feed_type = Atom1Feed
    title: str = "Events"
    link: str = "/"

    def events(self) -> Iterable[Event]:
        """Return the events."""
        raise NotImplementedError

    def items(self) -> list[Event]:
        """Return the public events, the newest first."""
        return entries.newest_first(_public(self.events()))

    def item_title(self, item: Event) -> str:
        """Return date, time and name; the feed escapes it."""
        return entries.title(item)

    def item_description(self, item: Event) -> str:
        """Return the description as safe HTML."""
        return entries.content(item)

    def item_link(self, item: Event) -> str:
        """Return the page of the event, else of the feed."""
        return item.url or self.link

    def item_guid(self, item: Event) -> str:
        """Return an address that never changes."""
        return entries.identifier(item)

    item_guid_is_permalink = False

    def item_pubdate(self, item: Event) -> datetime | None:
        """Return when the event was published, which is not when it takes place."""
        return entries.published(item)

    def item_updateddate(self, item: Event) -> datetime:
        """Return when it was last changed; Atom must have a time, 1970 where none is known."""
        return entries.updated(item) or entries.UNKNOWN

    def item_categories(self, item: Event) -> tuple[str, ...]:
        """Return the tags."""
        return item.keywords
