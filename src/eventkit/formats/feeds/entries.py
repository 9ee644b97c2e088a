"""
What both kinds of feed say of an event.

When an event was published is one thing, when it takes place another: feeds have a field for the
first alone, so the second stands in the title.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape

import attrs

from eventkit import codes, markdown
from eventkit.errors import NaiveDatetimeError
from eventkit.findings import Finding, Severity
from eventkit.model import Event, EventStatus, Speaker
from eventkit.model.showing import all_public

__all__ = [
    "UNKNOWN",
    "Entry",
    "content",
    "entries_of",
    "identifier",
    "instant",
    "left_out",
    "newest_first",
    "people",
    "published",
    "title",
    "updated",
]

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)  # where a time must be, and none is known
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "feeds.eventkit.event")
_SILENT = (EventStatus.SCHEDULED, EventStatus.RESCHEDULED, EventStatus.MOVED_ONLINE)


@attrs.frozen
class Entry:
    """
    One event as news.

    Args:
        id: An address that never changes.
        title: With the day of the event.
        html: The description, or the name where there is none; never empty.
        published: RFC 3339, or None where the event does not say.
        updated: The same; when it was published, where it was not changed since.
        people: Who speaks.
        tags: The keywords.
        language: The first.
        url: The page.
    """

    id: str
    title: str
    html: str
    published: str | None
    updated: str | None
    people: tuple[Speaker, ...]
    tags: tuple[str, ...]
    language: str | None
    url: str | None


def entries_of(
    events: Event | Iterable[Event], now: datetime | None = None
) -> list[tuple[Event, Entry]]:
    """
    Return the events with what a feed says of them, the newest first by publication.

    Args:
        events: One event or several.
        now: Aware time at which those are published that do not say when they were.

    Raises:
        NaiveDatetimeError: *now* has no offset.
        PublicSecretError: A text of an event shows its way in.
    """
    if now is not None and now.utcoffset() is None:
        raise NaiveDatetimeError("now is a naive time", "add tzinfo=UTC")
    dated = [
        attrs.evolve(event, published=now) if now and updated(event) is None else event
        for event in all_public(events)
    ]
    return [(event, _entry(event)) for event in newest_first(dated)]


def _entry(event: Event) -> Entry:
    first, last = published(event), updated(event)
    return Entry(
        identifier(event),
        title(event),
        content(event) or escape(event.name),
        instant(first) if first else None,
        instant(last) if last else None,
        tuple(people(event)),
        event.keywords,
        event.in_language[0] if event.in_language else None,
        event.url,
    )


def left_out(events: Iterable[Event]) -> list[Finding]:
    """Return what is wrong with a feed in which events do not say when they were published."""
    unknown = [event.name for event in events if updated(event) is None]
    if not unknown:
        return []
    more = f" and {len(unknown) - 1} more" if len(unknown) > 1 else ""
    return [
        Finding(
            codes.MISSING_KEY,
            Severity.WARNING,
            f"{unknown[0]!r:.60}{more}: when it was published is not said, and readers of feeds"
            " show the newest first",
            "add published, e.g. published: 2019-03-01T09:00:00Z",
            path="published",
        )
    ]


def published(event: Event) -> datetime | None:
    """Return when it was announced, or first written down."""
    return event.published or event.created


def updated(event: Event) -> datetime | None:
    """Return when it was last changed, as far as is known."""
    return event.updated or published(event)


def newest_first(events: Iterable[Event]) -> list[Event]:
    """Return the events by the time of their publication, then of their start."""
    return sorted(
        events,
        key=lambda event: (published(event) or updated(event) or UNKNOWN, _start(event), event.uid),
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
