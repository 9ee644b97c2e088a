"""
What both kinds of feed say of an event.

When an event was published is one thing, when it takes place another: feeds have a field for the
first alone, so the second stands in the title.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from eventkit import markdown
from eventkit.model import Event, EventStatus, Speaker

__all__ = [
    "EPOCH",
    "content",
    "identifier",
    "instant",
    "newest_first",
    "people",
    "published",
    "title",
    "updated",
]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # for what must have a time and has none
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "feeds.eventkit.event")
_SILENT = (EventStatus.SCHEDULED, EventStatus.RESCHEDULED, EventStatus.MOVED_ONLINE)


def published(event: Event) -> datetime | None:
    """Return when it was announced, or first written down."""
    return event.published or event.created


def updated(event: Event) -> datetime:
    """Return when it was last changed, as far as is known."""
    return event.updated or published(event) or EPOCH


def newest_first(events: Iterable[Event]) -> list[Event]:
    """Return the events by the time of their publication, then of their start."""
    return sorted(
        events,
        key=lambda event: (published(event) or EPOCH, _start(event), event.uid),
        reverse=True,
    )


def _start(event: Event) -> datetime:
    start = event.slot.start
    if isinstance(start, datetime):
        return start.astimezone(UTC)
    return datetime(start.year, start.month, start.day, tzinfo=UTC)


def title(event: Event) -> str:
    """Return date, time, zone and name, with a word when it does not take place."""
    start = event.slot.start
    when = start.isoformat()[:10]
    if isinstance(start, datetime):
        name = start.tzname() or ""
        when += f" {start:%H:%M} {name if name.isalpha() else _offset(start)}"
    word = "" if event.status in _SILENT else f" [{event.status.value}]"
    return f"{when}{word}: {event.name}"


def _offset(when: datetime) -> str:
    text = when.isoformat()
    return f"UTC{text[19:]}"


def identifier(event: Event) -> str:
    """Return an address that never changes: the UUID of the event, or one made of its uid."""
    try:
        found = uuid.UUID(event.uid)
    except ValueError:
        found = uuid.uuid5(_NAMESPACE, event.uid)
    return found.urn


def content(event: Event) -> str:
    """Return the description as safe HTML."""
    return markdown.to_html(event.description) if event.description else ""


def people(event: Event) -> list[Speaker]:
    """Return those who speak."""
    return [one for one in event.speakers if one.role.value in ("speaker", "panelist")]


def instant(when: datetime) -> str:
    """Return an instant as RFC 3339 has it."""
    return when.astimezone(UTC).isoformat().replace("+00:00", "Z")
