"""A change of one occurrence of a series."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model import Event, OccurrenceChange, Recurrence
from eventkit.occurrences import expand

__all__ = ["change_one"]


def change_one(
    event: Event,
    occurrence: datetime | date,
    updated: datetime | None,
    reason: str | None,
    **fields: Any,
) -> Event:
    """
    Return the series with one of its occurrences changed.

    Raises:
        InvalidValueError: There is no such occurrence, or a reason is given, for which it has no
            place.
    """
    recurrence = event.recurrence
    if recurrence is None:
        raise InvalidValueError("the event does not come again", "leave occurrence out")
    if reason is not None:
        raise InvalidValueError(
            "one occurrence has no place for a reason", "say it in the description of the series"
        )
    start = _local(event, occurrence)
    known = {change.original_start: change for change in recurrence.changes}
    if start not in known and not _happens(event, start):
        raise InvalidValueError(
            f"the series has no occurrence at {start.isoformat()}",
            "give the local start that the rule gives it",
        )
    old = known.get(start, OccurrenceChange(start))
    known[start] = attrs.evolve(old, **fields)
    changes = tuple(known.values())
    if changes == recurrence.changes:
        return event
    if updated is not None and event.updated is not None and updated < event.updated:
        raise InvalidValueError("updated is before the last change", "give the time of this one")
    return attrs.evolve(
        event,
        recurrence=attrs.evolve(recurrence, changes=changes),
        sequence=event.sequence + 1,
        updated=updated or event.updated,
    )


def _local(event: Event, occurrence: datetime | date) -> datetime | date:
    """Return the start on the clock of the series."""
    if not isinstance(occurrence, datetime) or event.slot.timezone is None:
        return occurrence
    if occurrence.tzinfo is not None:
        occurrence = occurrence.astimezone(event.slot.timezone)
    return occurrence.replace(tzinfo=None, fold=0)


def _happens(event: Event, start: datetime | date) -> bool:
    if isinstance(start, datetime) == event.slot.is_all_day:
        return False
    recurrence = attrs.evolve(event.recurrence or Recurrence(None), changes=())
    plain = attrs.evolve(event, recurrence=recurrence)
    day = datetime(start.year, start.month, start.day, tzinfo=UTC)
    window = (day - timedelta(days=2), day + timedelta(days=3))
    return any(found.original_start == start for found in expand(plain, window, limit=None))
