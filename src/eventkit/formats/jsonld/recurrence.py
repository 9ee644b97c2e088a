"""
An event that comes again, as the EventSeries above it.

The event's own node is the first occurrence. The Schedule stands in the series, because an Event
with a Schedule is meant to have no dates of its own (https://schema.org/eventSchedule), and search
engines ask for them. What the rule alone does not give stands there too, as events: occurrences
changed, and dates added.
"""

from __future__ import annotations

from datetime import date, datetime, timezone

import attrs

from eventkit.formats.jsonld.places import locate
from eventkit.formats.jsonld.rules import rule_terms
from eventkit.formats.jsonld.values import (
    Node,
    duration,
    moment,
    one_or_many,
    put,
    put_status,
    timestamp,
)
from eventkit.model import (
    Event,
    EventStatus,
    OccurrenceChange,
    Recurrence,
    TimeSlot,
)
from eventkit.occurrences import changed, is_moved, placed, slot_at
from eventkit.timezones import zone_name

__all__ = ["added", "first_occurrence", "recurring_series"]


def first_occurrence(event: Event, recurrence: Recurrence) -> Event:
    """Return the event as its first occurrence is, which may itself be a changed one."""
    for change in recurrence.changes:
        if _is_first(change, event.slot):
            told = changed(event, change)
            earlier = (*event.previous_starts, *told.previous_starts)
            return attrs.evolve(told, previous_starts=earlier, sub_events=event.sub_events)
    return event


def recurring_series(event: Event, recurrence: Recurrence) -> Node:
    """
    Return the series of the occurrences of *event*, the first left to its own node.

    A rule that a Schedule cannot say leaves the Schedule out.

    Source: https://schema.org/EventSeries, https://schema.org/Schedule
    """
    node: Node = {"@type": "EventSeries", "name": event.name}
    terms = rule_terms(recurrence.rule, event.slot) if recurrence.rule else None
    if terms is not None:
        node["eventSchedule"] = _schedule(event.slot, recurrence, terms)
    changes = [change for change in recurrence.changes if not _is_first(change, event.slot)]
    occurrences = [_occurrence(changed(event, one), one.description) for one in changes]
    occurrences += [_occurrence(_asadded(event, at)) for at in added(event.slot, recurrence)]
    if occurrences:
        node["subEvent"] = one_or_many(occurrences)
    return node


def _schedule(slot: TimeSlot, recurrence: Recurrence, terms: Node) -> Node:
    """
    Return the rule with its clock.

    It counts as iCalendar does, before the exceptions; an exception is a start at which nothing
    happens: excluded, moved away, cancelled or postponed.
    """
    node: Node = {"@type": "Schedule", "startDate": slot.start.isoformat()[:10], **terms}
    _clock(node, slot)
    gaps = [placed(at, slot) for at in recurrence.excluded]
    gaps += [placed(one.original_start, slot) for one in recurrence.changes if _is_gap(one, slot)]
    if gaps:
        node["exceptDate"] = one_or_many(dict.fromkeys(moment(at) for at in gaps))
    return node


def _clock(node: Node, slot: TimeSlot) -> None:
    """
    Set the time of day, the zone and the length.

    A fixed offset has no IANA name and stands with the times. The hour of the end is told only
    where the clocks do not change in between, as the length is the same each time, not the hour.
    """
    start, end, length = slot.start, slot.end, slot.duration
    if not isinstance(start, datetime):
        put(node, "duration", length and f"P{length.days}D")
        return
    node["startTime"] = _time(start)
    if isinstance(end, datetime) and end.date() == start.date():
        on_the_clock = end.replace(tzinfo=None) - start.replace(tzinfo=None)
        put(node, "endTime", _time(end) if on_the_clock == length else None)
    put(node, "duration", length and duration(length))
    if start.tzinfo is not None and not isinstance(start.tzinfo, timezone):
        node["scheduleTimezone"] = zone_name(start.tzinfo)


def _time(value: datetime) -> str:
    fixed = isinstance(value.tzinfo, timezone)
    return (value.timetz() if fixed else value.time()).isoformat()


def _is_first(change: OccurrenceChange, slot: TimeSlot) -> bool:
    return placed(change.original_start, slot) == slot.start


def _is_gap(change: OccurrenceChange, slot: TimeSlot) -> bool:
    off = change.status in (EventStatus.CANCELLED, EventStatus.POSTPONED)
    return off or is_moved(change, slot)


def added(slot: TimeSlot, recurrence: Recurrence) -> list[datetime | date]:
    """Return the dates beyond the rule that are neither excluded nor told already."""
    told = {slot.start, *(placed(at, slot) for at in recurrence.excluded)}
    told |= {placed(change.original_start, slot) for change in recurrence.changes}
    return [at for at in recurrence.included if placed(at, slot) not in told]


def _asadded(event: Event, local: datetime | date) -> Event:
    slot = slot_at(local, event.slot)
    return attrs.evolve(event, slot=slot, recurrence=None, previous_starts=[])


def _occurrence(event: Event, description: str | None = None) -> Node:
    """Return one occurrence; it has no identity of its own."""
    slot = event.slot
    node: Node = {"@type": event.event_type, "name": event.name}
    put(node, "description", description)
    put(node, "url", event.url)
    node["startDate"] = moment(slot.start)
    put(node, "endDate", slot.end and moment(slot.end))
    previous = [timestamp(at, slot.timezone) for at in event.previous_starts]
    put_status(node, event.status, previous)
    locate(node, event)
    return node
