"""From an event with its recurrence to its occurrences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from heapq import heappop, heappush, merge
from itertools import islice

import attrs

from eventkit.errors import InvalidValueError, NaiveDatetimeError
from eventkit.model import Event, OccurrenceChange, Recurrence, TimeSlot
from eventkit.occurrences.instances import changed, placed, plain
from eventkit.occurrences.rules import is_given, local_starts, parse_rule
from eventkit.timezones import resolve

__all__ = ["Occurrence", "expand", "gives_first", "occurrences", "ruled_starts"]

LIMIT = 10_000
_DAY = timedelta(days=1)
_GAP = timedelta(hours=25)  # no zone ever skipped more than a day
_SHORT = ("HOURLY", "MINUTELY", "SECONDLY")
Between = tuple[datetime | date, datetime | date]


@attrs.frozen
class Occurrence:
    """
    One occurrence and what identifies it.

    Args:
        original_start: Local start that the rule gives, or its date; what RECURRENCE-ID holds.
        event: The occurrence as an event of its own, with the uid of the series.
    """

    original_start: datetime | date
    event: Event


def occurrences(
    event: Event, between: Between | None = None, *, limit: int | None = LIMIT
) -> Iterator[Event]:
    """
    Yield each occurrence as an event that does not come again, in the order of their starts.

    They are made as they are asked for. Each keeps its wall clock across clock changes; one that
    was moved has its original start in *previous_starts* and is rescheduled, a cancelled one is
    yielded as cancelled. Excluded starts are left out.

    Args:
        event: The series; an event without recurrence is its own single occurrence.
        between: Begin and end, aware times or dates (their midnight in the event's zone); only
            what happens at least in part from the former until before the latter is yielded.
        limit: Where to stop in any case; None for no limit.

    Raises:
        NaiveDatetimeError: *between* has a time without an offset.
        InvalidValueError: *limit* or *between* makes no sense.
    """
    return (found.event for found in expand(event, between, limit=limit))


def expand(
    event: Event, between: Between | None = None, *, limit: int | None = LIMIT
) -> Iterator[Occurrence]:
    """Yield what `occurrences` does, each with the start that the rule gave it."""
    if limit is not None and (not isinstance(limit, int) or limit < 0):
        raise InvalidValueError(f"limit is {limit!r:.40}", "give a number from 0, or None")
    window = None if between is None else _Window.of(between, event.slot.timezone)
    return islice(_expand(event, window), limit)


@attrs.frozen
class _Window:
    """What was asked for: as instants for times, and as it stands on the clock for dates."""

    begin: datetime
    end: datetime
    first: datetime
    last: datetime

    @classmethod
    def of(cls, between: Between, zone: tzinfo | None) -> _Window:
        begin, end = (_moment(bound, zone) for bound in between)
        if end <= begin:
            raise InvalidValueError("between ends before it begins", "swap the two")
        return cls(begin.astimezone(UTC), end.astimezone(UTC), _on_clock(begin), _on_clock(end))

    def may_have(self, start: datetime, slot: TimeSlot) -> bool:
        """Whether an occurrence of *slot* that starts there can lie in it, cheaply."""
        begin, end = (self.first, self.last) if slot.is_all_day else (self.begin, self.end)
        return start < end and start + (slot.duration or _DAY) >= begin

    def has(self, slot: TimeSlot) -> bool:
        """Whether at least a part of the slot lies in it."""
        begin, end = (self.first, self.last) if slot.is_all_day else (self.begin, self.end)
        start, stop = _span(slot)
        return start < end and (stop > begin or start == stop == begin)


def _moment(bound: datetime | date, zone: tzinfo | None) -> datetime:
    if not isinstance(bound, datetime):
        return resolve(datetime.combine(bound, time()), zone or UTC)
    if bound.utcoffset() is None:
        raise NaiveDatetimeError(
            f"between has the naive time {bound.isoformat()}", "add its zone, or give dates"
        )
    return bound


def _on_clock(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)


def _span(slot: TimeSlot) -> tuple[datetime, datetime]:
    """Return start and end: of dates as if in UTC."""
    if not isinstance(slot.start, datetime):
        last = slot.end or slot.start
        start = datetime.combine(slot.start, time(), UTC)
        closing = datetime.combine(last, time(), UTC)
        return start, closing + timedelta(days=1) if last < date.max else closing
    start = slot.start.astimezone(UTC)
    return start, slot.end_utc or start


def _expand(event: Event, window: _Window | None) -> Iterator[Occurrence]:
    recurrence, slot = event.recurrence, event.slot
    if recurrence is None:
        if window is None or window.has(slot):
            yield Occurrence(_local(slot.start), event)
        return
    excluded = set(recurrence.excluded)
    changes = {change.original_start: change for change in recurrence.changes}
    told: list[tuple[datetime, datetime | date, OccurrenceChange | None]] = []
    for start, change in changes.items():
        if start not in excluded:
            at = change.slot.start if change.slot else placed(start, slot)
            told.append((_key(at), start, change))
    told.sort(key=lambda entry: entry[0])
    left_out = excluded | changes.keys()
    regular = (
        (key, start, None)
        for key, start in _regular(slot, recurrence, window)
        if start not in left_out and (window is None or window.may_have(key, slot))
    )
    for _, start, one in merge(told, regular, key=lambda entry: entry[0]):
        found = plain(event, start) if one is None else changed(event, one)
        if window is None or window.has(found.slot):
            yield Occurrence(start, found)


def _local(start: datetime | date) -> datetime | date:
    return start.replace(tzinfo=None, fold=0) if isinstance(start, datetime) else start


def _key(start: datetime | date) -> datetime:
    if isinstance(start, datetime):
        return start.astimezone(UTC)
    return datetime.combine(start, time(), UTC)


def _regular(
    slot: TimeSlot, recurrence: Recurrence, window: _Window | None
) -> Iterator[tuple[datetime, datetime | date]]:
    """
    Yield instant and local start of what rule and dates give, in the order of the instants.

    Local starts that the clocks skip move forward, past others perhaps, so each waits until the
    local time has reached it.
    """
    zone = slot.timezone
    after, before = _bounds(slot, window)
    waiting: list[tuple[datetime, datetime]] = []
    last: datetime | None = None
    steps = merge(
        _ruled(slot, recurrence.rule, after, before), map(_clock, sorted(recurrence.included))
    )
    try:
        for local in steps:
            if local == last:
                continue
            last = local
            moved = local if zone is None else resolve(local, zone)
            while waiting and waiting[0][0] <= local:
                yield _told(*heappop(waiting), zone)
            heappush(waiting, (moved.replace(tzinfo=None, fold=0), local))
        while waiting:
            yield _told(*heappop(waiting), zone)
    except (OverflowError, InvalidValueError):  # the calendar ends
        return


def _told(
    moved: datetime, local: datetime, zone: tzinfo | None
) -> tuple[datetime, datetime | date]:
    if zone is None:
        return _key(local.date()), local.date()
    return _key(resolve(moved, zone)), local


def _clock(start: datetime | date) -> datetime:
    return start if isinstance(start, datetime) else datetime.combine(start, time())


def _bounds(slot: TimeSlot, window: _Window | None) -> tuple[datetime | None, datetime | None]:
    """Return between which local times a start may be of interest."""
    if window is None:
        return None, None
    zone = slot.timezone
    begin = window.first if zone is None else window.begin.astimezone(zone)
    end = window.last if zone is None else window.end.astimezone(zone)
    try:
        after = begin.replace(tzinfo=None) - (slot.duration or timedelta(0)) - _GAP
    except OverflowError:
        after = None
    try:
        before = end.replace(tzinfo=None) + _GAP
    except OverflowError:
        before = None
    return after, before


def ruled_starts(
    rule: str, slot: TimeSlot, after: datetime | date | None, before: datetime | date
) -> Iterator[datetime | date]:
    """
    Yield the local starts, or dates, that a rule gives from *slot* on, itself the first.

    Those before *after* may be left out.
    """
    starts = _ruled(slot, rule, None if after is None else _clock(after), _clock(before))
    return starts if slot.timezone is not None else (start.date() for start in starts)


def gives_first(rule: str, slot: TimeSlot) -> bool:
    """Whether the rule by itself gives the start of *slot*, too."""
    start = _clock(_local(slot.start))
    return is_given(parse_rule(rule, start), start)


def _ruled(
    slot: TimeSlot, text: str | None, after: datetime | None, before: datetime | None
) -> Iterator[datetime]:
    """Yield the local starts of the rule, up to UNTIL; the first is given in any case."""
    start = _clock(_local(slot.start))
    if text is None:
        yield start
        return
    rule = parse_rule(text, start)
    until = _until(text)
    zone = slot.timezone
    for local in local_starts(rule, start, after, before):
        if local == start:
            yield local
        elif until is not None and _is_past(local, until, zone):
            return
        elif zone is None or rule.freq not in _SHORT or not _is_skipped(local, zone):
            yield local


def _until(rule: str) -> datetime | date | None:
    for part in rule.split(";"):
        if part.startswith("UNTIL="):
            text = part[6:]
            return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return None


def _is_past(local: datetime, until: datetime | date, zone: tzinfo | None) -> bool:
    """Whether a local start is after the last that UNTIL allows; a date allows the whole day."""
    if zone is None or not isinstance(until, datetime):
        last = until.date() if isinstance(until, datetime) else until
        return local.date() > last
    if until.tzinfo is None:
        return local > until
    return resolve(local, zone).astimezone(UTC) > until


def _is_skipped(local: datetime, zone: tzinfo) -> bool:
    return resolve(local, zone).replace(tzinfo=None) != local
