"""What the standard properties of an Event say, in the shape of a document."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from eventkit import codes
from eventkit.findings import Severity
from eventkit.foreign import Fields, stamp
from eventkit.foreign.markup import text_of_markup
from eventkit.formats.jscalendar.links import in_order, read_links
from eventkit.formats.jscalendar.moments import Zones, read_slot
from eventkit.formats.jscalendar.people import read_participants
from eventkit.formats.jscalendar.places import read_locations
from eventkit.formats.jscalendar.recurrence import read_recurrence
from eventkit.formats.jscalendar.values import read_duration
from eventkit.plain.scalars import write_duration, write_slot

__all__ = ["plain_entry"]

_STATUS = {"cancelled": "cancelled"}
_PRIVACY = {"private": "private", "secret": "confidential"}
_SAID_OTHERWISE = ("@type", "prodId", "method", "freeBusyStatus")


def plain_entry(event: Fields) -> dict[str, Any] | None:
    """Return what an Event says, or None with an error where it has no title or time."""
    event.known(*_SAID_OTHERWISE)
    event.elsewhere("entries")
    plain: dict[str, Any] = {"name": event.line("title"), "uid": event.line("uid")}
    if plain["name"] is None:
        event.notes.error(codes.NO_TITLE, "it has no title", 'add "title"', event.path)
    zones = Zones(event)
    slot = read_slot(event, zones)
    if slot is not None:
        plain["slot"] = write_slot(slot)
    plain["description"] = _description(event)
    _facts(event, plain)
    read_participants(event, plain)
    read_links(event, plain)
    read_locations(event, plain)
    read_recurrence(event, slot, zones, plain)
    plain["reminders"] = _reminders(event)
    if plain["name"] is None or slot is None:
        return None
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})}


def _description(event: Fields) -> str | None:
    text, kind = event.text("description"), event.line("descriptionContentType")
    if text and (kind or "").lower().startswith("text/html"):
        event.notes.add(
            codes.REPAIRED,
            Severity.INFO,
            "the markup of the description is left out, its words are kept",
            path=event.at("description"),
        )
        return text_of_markup(text)
    return text


def _facts(event: Fields, plain: dict[str, Any]) -> None:
    plain["sequence"] = event.whole("sequence")
    for key in ("created", "updated"):
        plain[key] = stamp(event, key)
    locale = event.line("locale")
    plain["in_language"] = [locale] if locale else []
    keywords = event.inner("keywords")
    plain["keywords"] = [word for word in keywords.data if keywords.take(word) is True]
    status, privacy = event.line("status") or "confirmed", event.line("privacy") or "public"
    plain["status"] = _STATUS.get(status, "scheduled")
    plain["visibility"] = _PRIVACY.get(privacy, "public")


def _reminders(event: Fields) -> list[str]:
    found = []
    for alert in in_order(event.named("alerts")):
        alert.known("@type", "action")
        trigger = alert.inner("trigger")
        trigger.known("@type")
        offset, relative = trigger.text("offset"), trigger.line("relativeTo")
        span = read_duration(offset) if offset else None
        before = -(span[0] + span[1]) if span else None
        if before is None or before < timedelta(0) or relative not in (None, "start"):
            event.notes.left(alert.path[:-1])
            trigger.elsewhere(*(str(key) for key in trigger.data))
        else:
            found.append(write_duration(before))
    return found
