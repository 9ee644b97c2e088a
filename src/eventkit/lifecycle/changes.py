"""
From an event to its next revision.

Each function returns a new event with the same *uid* and a higher *sequence*, so that whoever has
the old one replaces it. What changes nothing returns the event as it is.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.lifecycle.single import change_one
from eventkit.model import Event, EventStatus, JoinDetails, Place, TimeSlot, VirtualLocation
from eventkit.timezones import convert, resolve

__all__ = ["cancel", "move_online", "postpone", "reschedule", "revise"]

_KEPT = ("uid", "sequence", "updated", "previous_starts")


def reschedule(
    event: Event,
    slot: TimeSlot,
    *,
    reason: str | None = None,
    updated: datetime | None = None,
    occurrence: datetime | date | None = None,
) -> Event:
    """
    Move the event to another time.

    The reason of an earlier change is dropped, as it would explain the wrong thing.
    Its start until now is added to *previous_starts*; one to which it returns leaves them. What
    has moved online stays so, and is then both. Its sub-events move with it on their own clocks,
    by as much as its wall clock does; so do the exceptions of a series.

    Args:
        event: The event, or the series.
        slot: The new time.
        reason: Why, in a sentence.
        updated: Aware time of this change.
        occurrence: The original local start of one occurrence of a series, which alone is moved.

    Raises:
        InvalidValueError: *slot* is none; the event is cancelled; *updated* is before the last
            change; the series has no such occurrence; or its rule names days or hours that the
            new start does not follow.
    """
    _check_slot(slot)
    if occurrence is not None:
        return change_one(event, occurrence, updated, reason, slot=slot)
    fields: dict[str, Any] = {"slot": slot, "sub_events": _moved_parts(event, slot, updated)}
    if event.recurrence:
        fields["recurrence"] = _moved_recurrence(event, slot)
    if slot == event.slot:
        return event
    if event.status is EventStatus.CANCELLED:
        raise InvalidValueError(
            f"{event.name!r:.60} is cancelled, and would be on again at another time",
            "if it is, write revise(event, slot=..., status='rescheduled')",
        )
    return _revised(event, updated, **fields, status_reason=reason)


def postpone(
    event: Event,
    *,
    reason: str | None = None,
    updated: datetime | None = None,
    occurrence: datetime | date | None = None,
) -> Event:
    """
    Put the event off to a time that is not known yet; its slot stays, as schema.org asks.

    Sub-events are postponed with it. The arguments are those of `reschedule`.

    Source: https://schema.org/EventPostponed
    """
    return _with_status(event, EventStatus.POSTPONED, reason, updated, occurrence)


def cancel(
    event: Event,
    *,
    reason: str | None = None,
    updated: datetime | None = None,
    occurrence: datetime | date | None = None,
) -> Event:
    """
    Call the event off, and its sub-events with it; all else stays, so that it is recognised.

    The arguments are those of `reschedule`.

    Source: https://schema.org/EventCancelled
    """
    return _with_status(event, EventStatus.CANCELLED, reason, updated, occurrence)


def move_online(
    event: Event,
    location: VirtualLocation | str | None = None,
    *,
    joining: JoinDetails | None = None,
    slot: TimeSlot | None = None,
    reason: str | None = None,
    updated: datetime | None = None,
) -> Event:
    """
    Hold the event online, at another time as well when *slot* is given.

    Places are left out, of sub-events too; addresses stay.

    Args:
        event: The event.
        location: The public address; not needed where the event has one, a page or *joining*.
        joining: The way in for the invited.
        slot: The new time, when that changes too.
        reason: Why, in a sentence.
        updated: Aware time of this change.

    Raises:
        InvalidValueError: Nothing says where online, or as `reschedule` says.

    Source: https://schema.org/EventMovedOnline
    """
    where = VirtualLocation(location) if isinstance(location, str) else location
    addresses = [at for at in event.locations if isinstance(at, VirtualLocation)]
    if where is not None and where not in addresses:
        addresses.insert(0, where)
    if not (addresses or joining or event.joining or event.url):
        raise InvalidValueError(
            "nothing says where the event is held online", "give location='https://...'"
        )
    parts = [_part_online(part, updated) for part in event.sub_events]
    moved = attrs.evolve(event, sub_events=parts)
    fields: dict[str, Any] = {"locations": addresses, "status": EventStatus.MOVED_ONLINE}
    if joining is not None:
        fields["joining"] = joining
    if slot is not None:
        _check_slot(slot)
    if slot is not None and slot != event.slot:
        fields["slot"] = slot
        parts = _moved_parts(moved, slot, updated)
        if event.recurrence:
            fields["recurrence"] = _moved_recurrence(event, slot)
    return _revised(event, updated, sub_events=parts, **fields, status_reason=reason)


def revise(event: Event, *, updated: datetime | None = None, **changes: Any) -> Event:
    """
    Change any other fields; a change of the start is remembered as `reschedule` does.

    Args:
        event: The event.
        updated: Aware time of this change.
        changes: Fields of `Event` by name.

    Raises:
        InvalidValueError: A field that is no one's to set here, or that does not exist.
    """
    known = {field.name for field in attrs.fields(Event)}
    for name in changes:
        if name in _KEPT or name not in known:
            raise InvalidValueError(
                f"revise() does not set {name!r:.40}",
                "it takes the fields of Event but " + ", ".join(_KEPT),
            )
    return _revised(event, updated, **changes)


def _revised(event: Event, updated: datetime | None, **fields: Any) -> Event:
    """Return the next revision, with the starts that it had before."""
    slot = fields.get("slot", event.slot)
    status = EventStatus(fields.get("status", event.status))
    moved = _instant(slot.start) != _instant(event.slot.start)
    if moved:
        now, before = _instant(slot.start), _instant(event.slot.start)
        starts = [at for at in event.previous_starts if at not in (now, before)]
        fields["previous_starts"] = [*starts, before]
        if status is not EventStatus.MOVED_ONLINE and "status" not in fields:
            fields["status"] = EventStatus.RESCHEDULED
    new = attrs.evolve(event, **fields)
    if new == event:
        return event
    if updated is not None and event.updated is not None:
        _check_order(event.updated, updated)
    return attrs.evolve(new, sequence=event.sequence + 1, updated=updated or event.updated)


def _check_slot(slot: object) -> None:
    if not isinstance(slot, TimeSlot):
        raise InvalidValueError(
            f"slot is {type(slot).__name__}, not a TimeSlot",
            "write e.g. TimeSlot.local('2019-04-24 13:00', '14:00', 'Europe/Paris')",
        )


def _check_order(last: datetime, updated: datetime) -> None:
    if updated.utcoffset() is not None and updated < last:
        raise InvalidValueError(
            f"updated {updated.isoformat()} is before the last change, {last.isoformat()}",
            "give the time of this change",
        )


def _instant(start: datetime | date) -> datetime | date:
    return start.astimezone(UTC) if isinstance(start, datetime) else start


def _with_status(
    event: Event,
    status: EventStatus,
    reason: str | None,
    updated: datetime | None,
    occurrence: datetime | date | None,
) -> Event:
    if occurrence is not None:
        return change_one(event, occurrence, updated, reason, status=status)
    if event.status is status and reason is None:
        reason = event.status_reason
    parts = [_with_status(part, status, reason, updated, None) for part in event.sub_events]
    return _revised(event, updated, status=status, sub_events=parts, status_reason=reason)


def _part_online(part: Event, updated: datetime | None) -> Event:
    inner = [_part_online(one, updated) for one in part.sub_events]
    if not any(isinstance(at, Place) for at in part.locations):
        return attrs.evolve(part, sub_events=inner)
    addresses = [at for at in part.locations if isinstance(at, VirtualLocation)]
    return _revised(
        part, updated, locations=addresses, sub_events=inner, status=EventStatus.MOVED_ONLINE
    )


def _moved_parts(event: Event, slot: TimeSlot, updated: datetime | None) -> list[Event]:
    """Move the sub-events by as much as the wall clock of the whole; not where it has none."""
    shift = _shift(event.slot, slot)
    if shift is None:
        return list(event.sub_events)
    return [_shifted(part, shift, updated) for part in event.sub_events]


def _shift(old: TimeSlot, new: TimeSlot) -> timedelta | None:
    if old.is_all_day != new.is_all_day:
        return None
    return _on_clock(new.start) - _on_clock(old.start)


def _on_clock(start: datetime | date) -> datetime:
    if isinstance(start, datetime):
        return start.replace(tzinfo=None, fold=0)
    return datetime(start.year, start.month, start.day)


def _shifted(part: Event, shift: timedelta, updated: datetime | None) -> Event:
    slot = _slot_after(part.slot, shift)
    if part.status is not EventStatus.CANCELLED:
        return reschedule(part, slot, updated=updated)
    parts = _moved_parts(part, slot, updated)
    return _revised(part, updated, slot=slot, sub_events=parts, status=part.status)


def _slot_after(slot: TimeSlot, shift: timedelta) -> TimeSlot:
    start, length = slot.start, slot.duration
    if not isinstance(start, datetime) or slot.timezone is None:
        days = timedelta(days=shift.days)
        return TimeSlot(start + days, None if slot.end is None else slot.end + days)
    begin = resolve(_on_clock(start) + shift, slot.timezone)
    if length is None:
        return TimeSlot(begin)
    return TimeSlot(begin, convert(begin.astimezone(UTC) + length, slot.timezone))


def _moved_recurrence(event: Event, slot: TimeSlot) -> Any:
    """Move the exceptions with the start, where the rule follows it."""
    recurrence = event.recurrence
    assert recurrence is not None
    shift = _shift(event.slot, slot)
    if shift is None or (shift and _is_bound(recurrence.rule, shift)):
        raise InvalidValueError(
            f"the rule {recurrence.rule} does not follow the new start",
            "use revise(event, slot=..., recurrence=...), or move one occurrence=...",
        )
    return attrs.evolve(
        recurrence,
        excluded=[start + shift for start in recurrence.excluded],
        included=[start + shift for start in recurrence.included],
        changes=[
            attrs.evolve(change, original_start=change.original_start + shift)
            for change in recurrence.changes
        ],
    )


def _is_bound(rule: str | None, shift: timedelta) -> bool:
    """Whether a rule names what moves: hours, or days when the date changes."""
    names = {part.partition("=")[0] for part in (rule or "").split(";")}
    if shift % timedelta(days=1) and names & {"BYHOUR", "BYMINUTE", "BYSECOND"}:
        return True
    same_day = abs(shift) < timedelta(days=1)
    return not same_day and any(name.startswith("BY") for name in names)
