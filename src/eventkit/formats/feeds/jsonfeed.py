"""JSON Feed. Source: https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from eventkit.formats.feeds.entries import Entry, entries_of, left_out
from eventkit.model import Event
from eventkit.timezones import zone_name

__all__ = ["left_out", "render"]


def render(
    events: Event | Iterable[Event],
    *,
    title: str = "Events",
    home: str | None = None,
    feed: str | None = None,
    now: datetime | None = None,
) -> str:
    """
    Return a JSON Feed of the same entries as `atom.render`, with the same arguments.

    An event that does not say when it was published has no date.
    """
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": home,
        "feed_url": feed,
        "items": [_item(event, entry) for event, entry in entries_of(events, now)],
    }
    return json.dumps(_known(document), ensure_ascii=False, indent=2) + "\n"


def _item(event: Event, entry: Entry) -> dict[str, Any]:
    return _known(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": entry.html,
            "image": event.images[0].url if event.images else None,
            "date_published": entry.published,
            "date_modified": entry.updated if event.updated else None,
            "authors": [_known({"name": one.name, "url": one.url}) for one in entry.people],
            "tags": list(entry.tags),
            "language": entry.language,
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
