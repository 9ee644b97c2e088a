"""
When it happens: a local start, its zone and a duration. Source: RFC 8984 §4.1.2, §4.2.1, §4.7.1.

A duration is written as elapsed time, which is right across a change of the clocks; days are
nominal in JSCalendar, so they stand for whole days alone. The second of two equal local times
can be written in UTC only, as a LocalDateTime means the first.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from eventkit import codes
from eventkit.errors import EventkitError, NonexistentTimeError
from eventkit.foreign import Fields, Notes, slot_of
from eventkit.formats.jscalendar.values import (
    custom_zone,
    day_duration,
    elapsed,
    local,
    read_duration,
    read_local,
    read_offset,
    zone_id,
)
from eventkit.model import TimeSlot
from eventkit.plain.paths import Path
from eventkit.timezones import convert, resolve, zone

__all__ = ["Zones", "put_slot", "read_slot", "when"]

_DAY = timedelta(days=1)
_NIGHT = datetime.min.time()


def put_slot(out: dict[str, Any], slot: TimeSlot, zones: dict[str, Any]) -> None:
    """Add start, time zone and duration to an Event; custom zones are put into *zones*."""
    start = slot.start
    if not isinstance(start, datetime) or start.tzinfo is None:
        days = 1 if slot.duration is None else slot.duration // _DAY
        out.update(
            start=local(start),
            timeZone=None,
            duration=day_duration(days),
            showWithoutTime=True,
        )
        return
    place = start.tzinfo
    if start.utcoffset() != start.replace(fold=0).utcoffset():
        start, place = start.astimezone(UTC), ZoneInfo("Etc/UTC")
    out["start"], out["timeZone"] = local(start), zone_id(place)
    if (custom := custom_zone(place)) is not None:
        zones[out["timeZone"]] = custom
    if slot.duration is not None:
        out["duration"] = elapsed(slot.duration)


class Zones:
    """The zones that an object defines for itself, by their ids."""

    def __init__(self, event: Fields) -> None:
        self._notes = event.notes
        self._defined: dict[str, tzinfo] = {}
        for name, fields in event.named("timeZones").items():
            for key in fields.data:
                fields.take(str(key))
            if place := _defined(fields.data):
                self._defined[name] = place

    def find(self, name: str, path: Path) -> tzinfo | None:
        """Return the zone called *name*; an unknown one is an error, and None."""
        if name in self._defined:
            return self._defined[name]
        try:
            if not name.startswith("/"):
                return zone(name)
            parts = name.split("/")
            for first in range(1, len(parts)):
                tail = "/".join(parts[first:])
                if tail[:1].isalpha() and (found := _known(tail)):
                    self._notes.warn(
                        codes.ZONE_CHOSEN, f"{name!r:.60} is read as {tail}", path=path
                    )
                    return found
            return zone(name)
        except EventkitError as exc:
            self._notes.error(codes.UNKNOWN_ZONE, exc.message, exc.hint, path)
            return None


def _known(name: str) -> tzinfo | None:
    try:
        return zone(name)
    except EventkitError:
        return None


def _defined(data: Any) -> tzinfo | None:
    """Return the fixed offset of a zone with one offset; others are found by their names."""
    rules = data.get("standard")
    if data.get("daylight") or not isinstance(rules, list) or len(rules) != 1:
        return _known(str(data.get("tzId"))[:100])
    rule = rules[0]
    offset = read_offset(str(rule.get("offsetTo"))) if isinstance(rule, dict) else None
    if offset is None or offset % timedelta(minutes=1) or abs(offset) > timedelta(hours=18):
        return None
    return zone(timezone(offset))


def when(value: datetime, place: tzinfo, notes: Notes, path: Path) -> datetime:
    """Place a local time as RFC 5545 §3.3.5 says; one that the clocks skip is reported."""
    try:
        resolve(value, place, "reject")
    except NonexistentTimeError as exc:
        notes.warn(codes.NONEXISTENT_TIME, exc.message, exc.hint, path)
    except EventkitError:
        pass
    return resolve(value, place, "compatible")


def read_slot(event: Fields, zones: Zones, base: TimeSlot | None = None) -> TimeSlot | None:
    """
    Return the slot of an Event.

    Args:
        event: Its fields, or those of a patch.
        zones: The zones of the whole object.
        base: The slot that a patch changes.
    """
    text, name = event.text("start"), event.text("timeZone")
    length = event.text("duration")
    all_day = event.flag("showWithoutTime")
    if base is not None and all_day is None:
        all_day = base.is_all_day
    start = read_local(text) if text else None
    if start is None:
        what = "it has no start" if text is None else "start is no local time"
        event.notes.error(codes.NO_TIME, what, "write 2019-04-17T13:00:00", event.at("start"))
        return None
    span = read_duration(length) if length else None
    if length and span is None:
        event.notes.warn(
            codes.UNREADABLE_TIME,
            "duration is not understood, so the end is not known",
            "write e.g. PT1H",
            event.at("duration"),
        )
    days, rest = span or (timedelta(0), timedelta(0))
    if all_day:
        return _days(event, start, days, rest)
    place = base.timezone if base is not None and name is None else None
    if name is not None:
        place = zones.find(name, event.at("timeZone"))
        if place is None:
            return None
    if place is None:
        event.notes.error(
            codes.NO_ZONE,
            "its time floats: it has no zone",
            'add "timeZone", or "showWithoutTime": true for whole days',
            event.at("timeZone"),
        )
        return None
    return _times(event, start, place, days, rest)


def _days(event: Fields, start: datetime, days: timedelta, rest: timedelta) -> TimeSlot | None:
    if start.time() != _NIGHT or rest:
        event.notes.warn(
            codes.NOT_CARRIED,
            "an event of whole days has a time of day, which is not carried over",
            path=event.at("start"),
        )
    first: date = start.date()
    last = None
    if days >= _DAY:
        try:
            last = first + days - _DAY
        except OverflowError:
            event.notes.warn(codes.INVALID_VALUE, "the end leaves the calendar", path=event.path)
    return slot_of(first, last, event.notes, event.at("start"))


def _times(
    event: Fields, start: datetime, place: tzinfo, days: timedelta, rest: timedelta
) -> TimeSlot | None:
    notes, at = event.notes, event.at("start")
    try:
        first = when(start, place, notes, at)
        if not days and not rest:
            return slot_of(first, None, notes, at)
        later = when(start + days, place, notes, at) if days else first
        return slot_of(first, convert(convert(later, "UTC") + rest, place), notes, at)
    except (EventkitError, OverflowError):
        notes.warn(codes.INVALID_VALUE, "the time leaves the calendar", path=at)
        return None
