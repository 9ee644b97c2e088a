"""JSON Feed. Source: https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any

from eventkit.formats.feeds import entries
from eventkit.model import Event
from eventkit.timezones import zone_name

__all__ = ["render"]


def render(
    events: Event | Iterable[Event],
    *,
    title: str = "Events",
    home: str | None = None,
    feed: str | None = None,
) -> str:
    """
    Return a JSON Feed, the newest first by publication.

    Args:
        events: One event or several.
        title: What the feed is called.
        home: Address of the page that it is the feed of.
        feed: Its own address.
    """
    found = entries.newest_first((events,) if isinstance(events, Event) else events)
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": home,
        "feed_url": feed,
        "items": [_item(event) for event in found],
    }
    return json.dumps(_known(document), ensure_ascii=False, indent=2) + "\n"


def _item(event: Event) -> dict[str, Any]:
    when = entries.published(event)
    return _known(
        {
            "id": entries.identifier(event),
            "url": event.url,
            "title": entries.title(event),
            "content_html": entries.content(event) or escape(event.name),
            "image": event.images[0].url if event.images else None,
            "date_published": entries.instant(when) if when else None,
            "date_modified": entries.instant(event.updated) if event.updated else None,
            "authors": [
                _known({"name": one.name, "url": one.url}) for one in entries.people(event)
            ],
            "tags": list(event.keywords),
            "language": event.in_language[0] if event.in_language else None,
            "_event": _times(event),
        }
    )


def _times(event: Event) -> dict[str, Any]:
    """Return when it takes place, in an extension, whose names begin with a low line."""
    slot = event.slot
    return _known(
        {
            "start": slot.start.isoformat(),
            "end": slot.end.isoformat() if slot.end else None,
            "timezone": zone_name(slot.start.tzinfo)
            if isinstance(slot.start, datetime) and slot.start.tzinfo
            else None,
            "status": event.status.value,
        }
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value for key, value in fields.items() if value not in (None, [], "") or key == "items"
    }
