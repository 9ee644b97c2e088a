"""What templates of every kind need of an event, as functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from eventkit import markdown
from eventkit.extras import load
from eventkit.formats.jsonld import to_jsonld_script
from eventkit.links import calendar_links
from eventkit.model import Event, TimeSlot
from eventkit.page.public import public_part
from eventkit.page.times import shown

__all__ = [
    "FILTERS",
    "calendar_links",
    "ical_link",
    "jsonld",
    "local_time",
    "safe_markdown",
    "time_element",
]


def _safe(text: str) -> Any:
    return load("markupsafe", "html").Markup(text)


def jsonld(events: Event | Iterable[Event]) -> Any:
    """Return the script element of one event or several, without what is not public in them."""
    if isinstance(events, Event):
        return _safe(to_jsonld_script(public_part(events)))
    return _safe(to_jsonld_script([public_part(event) for event in events]))


def ical_link(event: Event) -> str:
    """Return the public calendar entry as a data URL, for a link with ``download``."""
    return calendar_links(public_part(event))["ics"]


def local_time(when: TimeSlot | Event, language: str = "en", zone: str | None = None) -> str:
    """
    Return day, time and zone in words of *language*, by the clocks of *zone* or the event's own.

    Such as "mercredi 17 avril 2019, 13:00–14:00 (CEST, UTC+02:00)".
    """
    slot = when.slot if isinstance(when, Event) else when
    here = shown(slot, language, None if slot.is_all_day else zone)
    text = f"{here.day}, {here.time}" if here.time else here.day
    text += f" \u2013 {here.until}" if here.until else ""
    return f"{text} ({here.offset})" if here.offset else text


def time_element(when: TimeSlot | Event, language: str = "en", zone: str | None = None) -> Any:
    """Return `local_time` in a ``<time>`` element, whose instant is in UTC."""
    slot = when.slot if isinstance(when, Event) else when
    start = slot.start
    instant = start.isoformat()
    if isinstance(start, datetime):
        instant = start.astimezone(UTC).isoformat().replace("+00:00", "Z")
    markup = load("markupsafe", "html").Markup
    return markup('<time datetime="{}">{}</time>').format(instant, local_time(slot, language, zone))


def safe_markdown(text: str | None) -> Any:
    """Return Markdown as HTML without scripts, pictures and raw markup."""
    return _safe(markdown.to_html(text) if text else "")


FILTERS: dict[str, Callable[..., Any]] = {
    "calendar_links": calendar_links,
    "ical_link": ical_link,
    "jsonld": jsonld,
    "local_time": local_time,
    "safe_markdown": safe_markdown,
    "time_element": time_element,
}
