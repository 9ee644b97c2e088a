"""One occurrence of an event: its slot, and how it differs from the others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import attrs

from eventkit.errors import EventkitError
from eventkit.model import Event, EventStatus, OccurrenceChange, TimeSlot, VirtualLocation
from eventkit.timezones import convert, resolve

__all__ = ["changed", "is_moved", "placed", "plain", "slot_at"]


def placed(local: datetime | date, slot: TimeSlot) -> datetime | date:
    """
    Return a local start on the clocks of *slot*; where those have dates, its date.

    Raises:
        InvalidValueError: It leaves the calendar in UTC.
    """
    if not isinstance(local, datetime):
        return local
    if slot.timezone is None:
        return local.date()
    start = resolve(local, slot.timezone)
    convert(start, UTC)
    return start


def slot_at(local: datetime | date, slot: TimeSlot) -> TimeSlot:
    """
    Return the slot of the occurrence at *local*, as long as *slot* is.

    An end that would leave the calendar is not known.

    Source: RFC 5545 §3.8.5.3: with DTEND every occurrence has the same exact duration.
    """
    start = placed(local, slot)
    return TimeSlot(start, _end(start, slot))


def _end(start: datetime | date, slot: TimeSlot) -> datetime | date | None:
    if slot.end is None or isinstance(start, datetime) == slot.is_all_day:
        return None
    try:
        if isinstance(start, datetime) and slot.duration is not None:
            return convert(start.astimezone(UTC) + slot.duration, start.tzinfo or UTC)
        return start + (slot.end - slot.start)
    except (OverflowError, EventkitError):
        return None


def is_moved(change: OccurrenceChange, slot: TimeSlot) -> bool:
    """Whether the changed occurrence of an event at *slot* starts at another instant."""
    if change.slot is None:
        return False
    old, new = placed(change.original_start, slot), change.slot.start
    if isinstance(old, datetime) and isinstance(new, datetime):
        return old.astimezone(UTC) != new.astimezone(UTC)
    return old != new


def plain(event: Event, local: datetime | date) -> Event:
    """Return the occurrence at *local*, which is as the rule gives it."""
    return attrs.evolve(
        event, slot=slot_at(local, event.slot), recurrence=None, sub_events=(), previous_starts=()
    )


def changed(event: Event, change: OccurrenceChange) -> Event:
    """
    Return the changed occurrence as an event of its own, which does not come again.

    One that starts at another time is rescheduled, unless the change says what it is; of one
    that is moved online only the addresses are left.
    """
    moved = is_moved(change, event.slot)
    status = change.status or event.status
    if moved and change.status is None and status is EventStatus.SCHEDULED:
        status = EventStatus.RESCHEDULED
    locations: Any = event.locations
    if change.status is EventStatus.MOVED_ONLINE:
        locations = [at for at in locations if isinstance(at, VirtualLocation)]
    return attrs.evolve(
        event,
        name=change.name or event.name,
        slot=change.slot or slot_at(change.original_start, event.slot),
        recurrence=None,
        sub_events=(),
        description=change.description or event.description,
        url=change.url or event.url,
        status=status,
        previous_starts=[placed(change.original_start, event.slot)] if moved else [],
        locations=locations,
    )
