"""Where an event stands in time, as the browser needs to know it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from eventkit.model import Event, EventStatus, TimeSlot
from eventkit.occurrences import occurrences
from eventkit.timezones import zone_name

__all__ = ["coming", "moments"]

_END_UNKNOWN = timedelta(hours=2)  # for the choice of the button alone
_DATES_MAX = 200  # of a series, that the browser knows
_SHOWN_MAX = 12  # of a series, that are listed


def coming(event: Event) -> list[TimeSlot]:
    """Return the first dates of a series, without those that are cancelled."""
    return list(islice(_dates(event), _SHOWN_MAX))


def _dates(event: Event) -> Iterator[TimeSlot]:
    if event.recurrence is None:
        return
    for one in occurrences(event, limit=2 * _DATES_MAX):
        if one.status not in (EventStatus.CANCELLED, EventStatus.POSTPONED):
            yield one.slot


def moments(event: Event) -> dict[str, Any]:
    """
    Return the attributes of an event: ``start`` and ``end`` in milliseconds since 1970, or the
    first and last day; ``day`` and ``zone`` of its own; ``dates`` of a series in order, and
    whether there may be ``more``.
    """
    slot = event.slot
    found: dict[str, Any] = {"zone": "", "day": "", "dates": "", "more": False}
    found["has_end"] = slot.end is not None
    if not isinstance(slot.start, datetime):
        last = slot.end or slot.start
        more = event.recurrence is not None
        return {**found, "start": slot.start.isoformat(), "end": last.isoformat(), "more": more}
    begin, end, day = _moment(slot, slot)
    found.update(
        start=begin,
        end=end,
        day=day,
        zone=zone_name(slot.start.tzinfo) if slot.start.tzinfo else "",
    )
    if event.recurrence is not None:
        dates = list(islice(_dates(event), _DATES_MAX + 1))
        rows = sorted(_moment(one, slot) for one in dates[:_DATES_MAX])
        found["dates"] = " ".join(f"{row[0]},{row[1]},{row[2]}" for row in rows)
        found["more"] = len(dates) > _DATES_MAX
    return found


def _moment(slot: TimeSlot, first: TimeSlot) -> tuple[int, int, str]:
    """Return start, end and the day in the zone of the event."""
    start = slot.start
    if not isinstance(start, datetime):  # one date of a series of times that has none itself
        start = datetime(start.year, start.month, start.day, tzinfo=first.timezone)
    end = slot.end if isinstance(slot.end, datetime) else None
    begin = int(start.timestamp()) * 1000
    finish = begin + int(_END_UNKNOWN.total_seconds()) * 1000
    if end is not None:
        finish = int(end.timestamp()) * 1000
    return begin, finish, start.astimezone(first.timezone).date().isoformat()
