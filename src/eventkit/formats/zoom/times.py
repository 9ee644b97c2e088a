"""When a webinar takes place, once or as a series."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.foreign import Fields, Notes, moment, placed, slot_of, zone_of
from eventkit.formats.zoom.rules import read_rule
from eventkit.model import TimeSlot
from eventkit.plain.paths import Path
from eventkit.plain.scalars import write_slot

__all__ = ["read_times"]


@attrs.frozen
class _Date:
    """One date of a series."""

    start: datetime
    span: timedelta | None


def read_times(webinar: Fields, plain: dict[str, Any], notes: Notes) -> TimeSlot | None:
    """Return the slot; of a series, fill in what recurs."""
    name = webinar.line("timezone", Severity.ERROR)
    place = zone_of(name, notes, webinar.at("timezone"))
    if place is None and "timezone" in webinar:
        return None
    length = _length(webinar)
    occurrences = webinar.inners("occurrences")
    dates = [date for one in occurrences if (date := _occurrence(one, place, notes))]
    start = _start(webinar, place, notes)
    series = webinar.inner("recurrence")
    if occurrences:
        return _listed(webinar, plain, dates, length)
    if start is None:
        if "start_time" not in webinar:
            notes.error(codes.NO_TIME, "it has no fixed time", 'add "start_time"', webinar.path)
        return None
    if series.data and (rule := read_rule(series)):
        plain["recurrence"] = {"rule": rule}
    return slot_of(start, length, notes, webinar.at("duration"))


def _listed(
    webinar: Fields, plain: dict[str, Any], dates: list[_Date], length: timedelta | None
) -> TimeSlot | None:
    """Return the first of the dates of a series, which Zoom lists, and fill in the others."""
    notes, path = webinar.notes, webinar.at("occurrences")
    if not dates:
        message = "none of its dates takes place or has a time"
        notes.error(codes.NO_TIME, message, 'leave "occurrences" out', path)
        return None
    series = webinar.inner("recurrence")
    series.elsewhere(*series.data)
    if series.data or len(dates) > 1:
        count = "its one date" if len(dates) == 1 else f"its {len(dates)} dates"
        message = f"the series is read as {count}; its rule is not carried over"
        notes.add(codes.NOT_CARRIED, Severity.INFO, message, path=path)
    first, *others = dates
    slot = slot_of(first.start, first.span or length, notes, path)
    if slot is not None and others:
        plain["recurrence"] = _recurrence(slot, others, notes, path)
    return slot


def _length(fields: Fields) -> timedelta | None:
    minutes = fields.whole("duration")
    return timedelta(minutes=minutes) if minutes else None


def _start(fields: Fields, place: tzinfo | None, notes: Notes) -> datetime | None:
    """Place a start: with ``Z`` it is an instant, without it is the wall clock of the zone."""
    at = fields.at("start_time")
    value = moment(fields.text("start_time", Severity.ERROR), notes, at)
    if value is None:
        return None
    if not isinstance(value, datetime):
        notes.error(codes.NO_TIME, "it has a date alone", "add the time", at)
        return None
    if value.tzinfo is not None and place is None:
        notes.add(
            codes.ZONE_CHOSEN,
            Severity.INFO,
            "it names no time zone: the time is shown in UTC",
            'add "timezone"',
            at,
        )
        return placed(value, UTC, notes, at)
    return placed(value, place, notes, at)


def _occurrence(fields: Fields, place: tzinfo | None, notes: Notes) -> _Date | None:
    """Return one date of a series; a deleted one does not happen."""
    start, span = _start(fields, place, notes), _length(fields)
    fields.known("occurrence_id")
    if fields.line("status") == "deleted":
        return None
    if "start_time" not in fields:
        message = "a date of the series has no time, and is left out"
        notes.warn(codes.NO_TIME, message, 'add "start_time"', fields.path)
    return None if start is None else _Date(start, span)


def _recurrence(slot: TimeSlot, others: list[_Date], notes: Notes, path: Path) -> dict[str, Any]:
    """Return a series as its dates; those of another length are changes."""
    included, changes = [], []
    for date in others:
        local = date.start.replace(tzinfo=None).isoformat()
        included.append(local)
        if date.span and date.span != slot.duration:
            changed = slot_of(date.start, date.span, notes, path)
            if changed is not None:
                changes.append({"original_start": local, "slot": write_slot(changed)})
    return {"included": included, **({"changes": changes} if changes else {})}
