"""Add-to-calendar links: those of the services, and the .ics of the event as a data URL."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from eventkit.formats.ical import to_ical
from eventkit.model import Event
from eventkit.servicelinks import service_links

__all__ = ["calendar_links", "render"]


def calendar_links(event: Event) -> dict[str, str]:
    """
    Return what to link an event with, by service: ``google``, ``outlook``, ``office365``,
    ``yahoo``, and ``ics`` for every other calendar.

    The link of a service is at most 2,000 characters long, with the description shortened at
    a word. ``ics`` is a data URL of the public entry, with times in UTC; a series keeps its
    zone. The join details are in none of them.
    """
    entry = to_ical(event, utc=True, extensions=False)
    return {**service_links(event), "ics": f"data:text/calendar;charset=utf-8,{quote(entry, '')}"}


def render(events: Event | Iterable[Event]) -> str:
    """Return the links as lines under the title of each event."""
    return "\n".join(map(_block, (events,) if isinstance(events, Event) else events))


def _block(event: Event) -> str:
    links = [f"{service}: {link}\n" for service, link in calendar_links(event).items()]
    return "".join([f"{event.name}\n", *links])
