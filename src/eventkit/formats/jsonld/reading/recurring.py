"""How an event comes again, and the series that it belongs to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk
from eventkit.formats.jsonld.reading.fields import page_of, status_of, uid_of
from eventkit.formats.jsonld.reading.items import Item
from eventkit.formats.jsonld.reading.schedule import Plan, local_start
from eventkit.formats.jsonld.reading.slots import read_slot
from eventkit.model import (
    EventSeries,
    EventStatus,
    OccurrenceChange,
    Recurrence,
    TimeSlot,
)
from eventkit.timezones import resolve, zone_name

__all__ = ["Above", "recur", "series_above"]


@attrs.frozen
class Above:
    """The series that an event belongs to, and the one by which it comes again."""

    series: EventSeries | None = None
    recurring: Item | None = None


def series_above(desk: Desk, item: Item) -> Above:
    series, recurring = None, None
    own = desk.line(item, "name")
    for value, _ in desk.things(item, "superEvent"):
        if not isinstance(value, Item):
            continue
        name = desk.line(value, "name")
        url, uid = desk.url(value, "url"), desk.line(value, "identifier")
        again = value.props.get("eventSchedule") or value.props.get("subEvent")
        if value.is_a("EventSeries") and again and id(value) not in desk.shared:
            recurring = recurring or value
            if not url and not uid:
                continue
        elif value.is_a("EventSeries") and name == own and not (url or uid):
            continue
        if name is None or series is not None:
            continue
        series = desk.make(EventSeries, value, name=name, url=url, uid=uid or uid_of(desk, value))
    return Above(series, recurring)


def recur(
    desk: Desk, item: Item, fields: dict[str, Any], plan: Plan | None, above: Item | None
) -> None:
    """Add how the event comes again, with the occurrences that differ or were added."""
    slot: TimeSlot = fields["slot"]
    changes: list[OccurrenceChange] = []
    if plan is not None and not plan.begins(slot):
        first = _moved_first(desk, item, fields, plan, above)
        if first is None:
            message = "it is not the first time of its Schedule; how it comes again is left out"
            hint = "give the Schedule to the event whose startDate is that of the Schedule"
            desk.say(codes.NOT_CARRIED, Severity.INFO, message, hint, item, "eventSchedule")
            return
        changes.append(first)
        slot = fields["slot"]
    if plan is not None:
        _check_hour(desk, item, slot, plan)
        slot = fields["slot"] = _each_time(desk, item, slot, plan)
    excluded = plan.excluded(slot) if plan else []
    rule = plan.rule(slot) if plan else None
    excluded = [at for at in excluded if at not in {one.original_start for one in changes}]
    included: list[datetime | date] = []
    for value, _ in desk.things(above, "subEvent") if above is not None else ():
        if not isinstance(value, Item) or value is item:
            continue
        occurrence = read_slot(desk, value, slot.timezone)
        if occurrence is None:
            continue
        change = _change(desk, value, fields, occurrence)
        if change is not None:
            changes.append(change)
            excluded = [at for at in excluded if at != change.original_start]
        else:
            included.append(local_start(occurrence.start, slot))
    if rule is None and not included:
        return
    try:
        made = Recurrence(rule, excluded=excluded, included=included, changes=changes)
        made.check_fits(slot)
        fields["recurrence"] = made
    except EventkitError as exc:
        desk.say(
            codes.INVALID_VALUE, Severity.WARNING, f"{exc.message}; it is left out", exc.hint, item
        )


def _check_hour(desk: Desk, item: Item, slot: TimeSlot, plan: Plan) -> None:
    """Say so where the Schedule has another hour, as where an offset is not that of its zone."""
    for one in (plan.first, plan.slot):
        if one is None or one.timezone is None:
            continue
        told, planned = local_start(slot.start, one), local_start(one.start, one)
        if not (isinstance(told, datetime) and isinstance(planned, datetime)):
            continue
        if told != planned and told.date() == planned.date():
            place = zone_name(one.timezone)
            message = f"startDate is {told:%H:%M} in {place}, and its Schedule says {planned:%H:%M}"
            hint = "correct the offset of startDate, or the Schedule"
            desk.say(codes.CONFLICT, Severity.ERROR, message, hint, item, "startDate")
            return


def _each_time(desk: Desk, item: Item, slot: TimeSlot, plan: Plan) -> TimeSlot:
    """Return the slot of one time, where startDate and endDate are those of the whole run."""
    if plan.parts is None:
        return slot
    planned = next((one for one in (plan.first, plan.slot) if one and _begins(one, slot)), None)
    if planned is not None and planned.timezone is not None and slot.timezone is None:
        return planned  # it tells the hour, too
    if slot.end is None or _day(slot.end) == _day(slot.start) or _day(slot.end) != plan.last:
        return slot
    found = planned if planned is not None and planned.end is not None else _first_day(slot)
    if found != slot:
        message = "startDate to endDate is the whole run; each time lasts as its Schedule says"
        hint = "write the end of the first time as endDate, and the last day in the Schedule"
        desk.say(codes.END_UNCLEAR, Severity.INFO, message, hint, item, "endDate")
    return found


def _begins(planned: TimeSlot, slot: TimeSlot) -> bool:
    """Whether a slot begins at a planned one, as far as its start tells the hour."""
    if isinstance(slot.start, datetime):
        return planned.start == slot.start
    return _day(planned.start) == slot.start


def _day(value: datetime | date | None) -> date:
    return value.date() if isinstance(value, datetime) else value or date.max


def _first_day(slot: TimeSlot) -> TimeSlot:
    """Return the slot without the days between its ends, and without an end before its start."""
    if not isinstance(slot.start, datetime) or not isinstance(slot.end, datetime):
        return TimeSlot(slot.start)
    if slot.end.time() <= slot.start.time():
        return TimeSlot(slot.start)
    last = datetime.combine(slot.start.date(), slot.end.time())
    return TimeSlot(slot.start, resolve(last, slot.start.tzinfo or UTC))


def _moved_first(
    desk: Desk, item: Item, fields: dict[str, Any], plan: Plan, above: Item | None
) -> OccurrenceChange | None:
    """
    Take the slot of the series for that of the event, whose own is that of its moved first time.

    None where the event is another occurrence of its series than the first.
    """
    moved: TimeSlot = fields["slot"]
    first, previous = plan.first, fields["previous_starts"]
    if first is None or above is None or not previous:
        return None
    if local_start(previous[-1], first) != local_start(first.start, first):
        return None
    name = desk.line(above, "name")
    differing = {"name": fields["name"]} if name and name != fields["name"] else {}
    fields |= {"slot": first, "previous_starts": previous[:-1], "name": name or fields["name"]}
    if fields["status"] is EventStatus.RESCHEDULED and not previous[:-1]:
        fields["status"] = EventStatus.SCHEDULED
    return OccurrenceChange(local_start(first.start, first), slot=moved, **differing)


def _change(
    desk: Desk, item: Item, fields: dict[str, Any], occurrence: TimeSlot
) -> OccurrenceChange | None:
    """Return how an occurrence differs from its series; None when it is just another date."""
    slot: TimeSlot = fields["slot"]
    status, previous = status_of(desk, item)
    told = {
        "name": desk.line(item, "name"),
        "description": desk.text(item, "description"),
        "url": page_of(desk, item),
    }
    differing = {key: value for key, value in told.items() if value and value != fields.get(key)}
    desk.values(item, "location", "eventAttendanceMode")
    if status != fields["status"] and status is not EventStatus.RESCHEDULED:
        differing["status"] = status.value
    if not differing and not previous:
        return None
    original = local_start(previous[0] if previous else occurrence.start, slot)
    moved = occurrence if previous else None
    try:
        return OccurrenceChange(original, slot=moved, **differing)
    except EventkitError as exc:
        desk.say(codes.INVALID_VALUE, Severity.WARNING, exc.message, exc.hint, item)
        return None
