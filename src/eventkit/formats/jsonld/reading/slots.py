"""When an event happens: its start and end, made one slot without guessing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk, plain
from eventkit.formats.jsonld.reading.items import Item
from eventkit.formats.jsonld.reading.moments import Moment, length, moment
from eventkit.model import TimeSlot
from eventkit.timezones import convert, zone_name

__all__ = ["day", "instant", "instants", "read_slot"]

_WRITE = "write e.g. 2019-04-17T13:00:00+02:00, or the date alone when the hour is not known"


def moments(desk: Desk, item: Item, name: str) -> list[Moment]:
    """Return what the values of a property say; what is no date is a finding."""
    found: list[Moment] = []
    if name not in item.props:
        return found
    for value in desk.values(item, name):
        text = plain(value)
        if text is None or not text.strip():
            continue
        if isinstance(value, int):
            desk.say(
                codes.UNREADABLE_TIME,
                Severity.ERROR,
                f"{name} is the number {str(value)[:30]}, not a date",
                _WRITE,
                item,
                name,
            )
            continue
        one = moment(text)
        shown = " ".join(text.split())[:60]
        if one is None:
            _unreadable(desk, item, name, f"{name} {shown!r} is not understood")
            continue
        if not one.exact:
            _unreadable(desk, item, name, f"{name} {shown!r}: only its date is understood", True)
        if one.fault:
            desk.say(
                codes.OFFSET_CONTRADICTS_ZONE, Severity.ERROR, one.fault, "correct one", item, name
            )
        found.append(one)
    return found


def _unreadable(desk: Desk, item: Item, name: str, message: str, partly: bool = False) -> None:
    severity = Severity.WARNING if partly or name != "startDate" else Severity.ERROR
    desk.say(codes.UNREADABLE_TIME, severity, message, _WRITE, item, name)


def _one(desk: Desk, item: Item, name: str) -> Moment | None:
    found = moments(desk, item, name)
    distinct = found if len(found) < 2 else _distinct(found)
    if len(distinct) > 1:
        texts = ", ".join(one.text for one in distinct[:5])
        message = f"{name} has {len(distinct)} values: {texts}; the first is read"
        desk.say(codes.CONFLICT, Severity.WARNING, message, "give each its own event", item, name)
    return distinct[0] if distinct else None


def _distinct(found: list[Moment]) -> list[Moment]:
    """Return the first of each moment: with their offsets, two texts may tell the same one."""
    first: dict[Moment | datetime, Moment] = {}
    for one in found:
        when = None if one.fault else one.at(None)
        first.setdefault(when.astimezone(UTC) if when else one, one)
    return list(first.values())


def _naive(desk: Desk, item: Item, name: str, one: Moment) -> None:
    desk.say(
        codes.NAIVE_TIME,
        Severity.WARNING,
        f"{name} {one.text} has no offset, so the hour is of no zone; its date is kept",
        f"write the offset, such as {one.text}+02:00, or give the option default_zone",
        item,
        name,
    )


def _placed(desk: Desk, item: Item, name: str, one: Moment) -> datetime | date:
    """Return a moment as a time, or as a date where no more is sure."""
    try:
        found = one.at(desk.zone)
    except EventkitError as exc:
        desk.say(
            _code(exc), Severity.WARNING, f"{exc.message}; its date is kept", exc.hint, item, name
        )
        return one.day
    if found is None:
        if one.is_naive:
            _naive(desk, item, name, one)
        return one.day
    if one.is_naive and desk.zone is not None:
        message = f"{name} {one.text} has no offset; it is placed in {zone_name(desk.zone)}"
        desk.say(codes.ZONE_CHOSEN, Severity.INFO, message, "write the offset", item, name)
    return found


def _code(error: EventkitError) -> str:
    names = {
        "NonexistentTimeError": codes.NONEXISTENT_TIME,
        "AmbiguousTimeError": codes.AMBIGUOUS_TIME,
    }
    return names.get(type(error).__name__, codes.INVALID_VALUE)


def read_slot(desk: Desk, item: Item, place: tzinfo | None = None) -> TimeSlot | None:
    """
    Return when an event happens, on the clocks of *place* where its zone is told elsewhere.

    A time without an offset stays a date, as the hour is of no zone; where the other end has
    an offset, it is read on the same clocks, with a finding.
    """
    first = _one(desk, item, "startDate")
    last = _one(desk, item, "endDate")
    lasting = _length(desk, item)
    if first is None:
        return None
    _midnight(desk, item, first, last)
    first, last = _together(desk, item, first, last)
    start = _placed(desk, item, "startDate", first)
    end = _placed(desk, item, "endDate", last) if last else None
    if isinstance(start, datetime) and place is not None:
        start = convert(start, place)
    end = _fitting(desk, item, start, end, first, last)
    end = _with_length(desk, item, start, end, lasting)
    try:
        return TimeSlot(start, end)
    except EventkitError as exc:
        desk.say(codes.INVALID_VALUE, Severity.ERROR, exc.message, exc.hint, item, "startDate")
        return None


def _midnight(desk: Desk, item: Item, first: Moment, last: Moment | None) -> None:
    if not first.is_midnight:
        return
    told = f"startDate {first.text} is midnight, which often stands for an hour that is not known"
    if (
        last
        and last.local
        and (last.is_midnight or (last.local.hour, last.local.minute) == (23, 59))
    ):
        told = f"startDate {first.text} to endDate {last.text} look like whole days"
    desk.say(
        codes.MIDNIGHT,
        Severity.WARNING,
        told,
        f"write the date alone, {first.day}, unless it does begin at midnight",
        item,
        "startDate",
    )


def _together(
    desk: Desk, item: Item, first: Moment, last: Moment | None
) -> tuple[Moment, Moment | None]:
    """Read an end without an offset on the clocks of the other end."""
    if last is None or not (first.local and last.local) or first.is_naive == last.is_naive:
        return first, last
    bare, other = ("startDate", last) if first.is_naive else ("endDate", first)
    text = first.text if first.is_naive else last.text
    desk.say(
        codes.NAIVE_TIME,
        Severity.WARNING,
        f"{bare} {text} has no offset; it is read on the clocks of {other.text}",
        "write the offset with both",
        item,
        bare,
    )
    if first.is_naive:
        return attrs.evolve(first, place=other.place), last
    return first, attrs.evolve(last, place=other.place)


def _fitting(
    desk: Desk,
    item: Item,
    start: datetime | date,
    end: datetime | date | None,
    first: Moment,
    last: Moment | None,
) -> datetime | date | None:
    """Return an end that goes with the start, or None with a finding."""
    if end is None or last is None:
        return None
    why, mild, kept = _misfit(start, end, first)
    if why:
        desk.say(
            codes.END_UNCLEAR,
            Severity.WARNING if mild else Severity.ERROR,
            f"endDate {last.text} {why} ({first.text}); {'its date is kept' if kept else 'it is left out'}",
            "write both with their times, or both as dates",
            item,
            "endDate",
        )
    if not kept:
        return None
    if isinstance(start, datetime) and isinstance(end, datetime):
        return convert(end, start.tzinfo or UTC)
    return end.date() if isinstance(end, datetime) else end


def _misfit(
    start: datetime | date, end: datetime | date, first: Moment
) -> tuple[str | None, bool, bool]:
    """Return why an end does not go with its start, whether that is mild, and to keep it."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        if end.astimezone(UTC) > start.astimezone(UTC):
            return None, True, True
        if end.astimezone(UTC) == start.astimezone(UTC):
            return "is the start", True, False
        return "is before the start", False, False
    if isinstance(start, datetime):
        return "is known as a date alone, the start has its hour", True, False
    if (end.date() if isinstance(end, datetime) else end) < start:
        return "is before the start", False, False
    if isinstance(end, datetime) and first.local is None:
        return "has an hour, the start has none", True, True
    return None, True, True


def _length(desk: Desk, item: Item) -> timedelta | None:
    for value in desk.values(item, "duration"):
        text = plain(value)
        if not text or not text.strip():
            continue
        found = length(text)
        if found:
            return found
        message = f"duration {text.strip()[:40]!r} is not understood"
        desk.say(
            codes.INVALID_VALUE, Severity.WARNING, message, "write e.g. PT1H30M", item, "duration"
        )
    return None


def _with_length(
    desk: Desk,
    item: Item,
    start: datetime | date,
    end: datetime | date | None,
    lasting: timedelta | None,
) -> datetime | date | None:
    """Return the end that a duration gives; one that contradicts it is a finding."""
    if lasting is None or not isinstance(start, datetime):
        return end
    try:
        given = convert(start.astimezone(UTC) + lasting, start.tzinfo or UTC)
    except (OverflowError, EventkitError):
        return end
    if isinstance(end, datetime) and end.astimezone(UTC) != given.astimezone(UTC):
        desk.say(
            codes.CONFLICT,
            Severity.ERROR,
            f"duration gives the end {given.isoformat()}, endDate says {end.isoformat()}",
            "correct one, or leave duration out",
            item,
            "duration",
        )
        return end
    return end or (given if not desk.has(item, "endDate") else None)


def instants(desk: Desk, item: Item, name: str) -> list[datetime | date]:
    """Return times with their offset, and dates, of a property that has several."""
    return [_placed(desk, item, name, one) for one in moments(desk, item, name)]


def instant(desk: Desk, item: Item, name: str) -> datetime | None:
    """Return a time that must have an offset; a date alone is a finding."""
    for one in moments(desk, item, name):
        found = _placed(desk, item, name, one)
        if isinstance(found, datetime):
            return found
        if one.local is None:
            message = f"{name} {one.text} has no hour; it is left out"
            hint = f"write e.g. {one.day}T00:00:00+02:00"
            desk.say(codes.NOT_CARRIED, Severity.INFO, message, hint, item, name)
    return None


def day(desk: Desk, item: Item, name: str) -> date | None:
    """Return a date; of a year or month alone nothing, with a finding."""
    for value in desk.values(item, name):
        text = plain(value) or ""
        one = moment(text)
        if one is not None:
            return one.day
        if text.strip():
            message = f"{name} {text.strip()[:40]!r} is no day; it is left out"
            desk.say(codes.NOT_CARRIED, Severity.INFO, message, "write e.g. 1977-01-01", item, name)
    return None
