"""From a date and the times stated for it to one time slot."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.times.dating import WEEKDAYS, spelled
from eventkit.formats.announcement.times.hours import DAY, Clock, ClockError
from eventkit.formats.announcement.times.parts import Entry, Parts
from eventkit.formats.announcement.times.placing import Placing, end_placed, local_time
from eventkit.formats.announcement.times.problem import RefusedError
from eventkit.model import TimeSlot

__all__ = ["merged", "slot_on"]

_SMALL_HOURS = range(1, 7)  # in which few events start
_NIGHT = range(1, 6)
_LONG_NIGHT = 8 * 3600
_TWELVE_HOURS = frozenset({"America/New_York", "America/Chicago", "America/Denver",
                           "America/Los_Angeles", "America/Phoenix"})  # fmt: skip


def merged(parts: Parts) -> None:
    """
    Make one range of two times that belong together.

    A dash joins them, ``14:00 CEST - 15:30 CEST``; or a word such as ``until``, also with the one
    date between them: ``starts at 14:00 on 6 May and ends at 15:30``.
    """
    pattern = r"T,*([->]+),*(?=T)"
    if len(parts.dates) == 1:
        pattern += r"|T,*D,*>,*(?=T)"
    for match in reversed(list(re.finditer(pattern, parts.order))):
        number = parts.order[: match.start()].count("T")
        one, two = parts.entries[number : number + 2]
        names = [{claim.text.casefold() for claim in entry.claims} for entry in (one, two)]
        if one.last or two.last or (all(names) and names[0] != names[1]):
            continue
        claims = one.claims or two.claims
        parts.entries[number : number + 2] = [
            Entry(
                one.first,
                two.first,
                one.at,
                two.end,
                claims,
                one.weekday,
                two.shifted,
                one.until,
                (two.at, two.until),
            )
        ]
        date = "D" if "D" in match.group() else ""
        parts.order = parts.order[: match.start()] + date + parts.order[match.end() :]


def slot_on(parts: Parts, day: date, entries: list[Entry], placing: Placing) -> TimeSlot:
    """
    Return the slot on *day* that the first of *entries* states and the others agree with.

    Raises:
        RefusedError: It is not certain, or they disagree.
    """
    main = _in_part_of_day(parts, entries[0])
    for other in entries[1:]:
        if not (other.claims and (main.claims or parts.claims)):
            raise RefusedError(
                codes.UNREADABLE_TIME,
                "two times are stated",
                "write one event for each, or the zone of each time",
                other.at,
            )
    _check_midnight(main, day, placing)
    start, name = placing.placed(day, main)
    _check_half(parts, main, start, placing)
    _check_length(main, placing)
    end = _end(parts, main, day, start, name)
    for other in entries[1:]:
        _agree(main, other, day, start, end, placing.quietly())
    return TimeSlot(start, end)


def _in_part_of_day(parts: Parts, main: Entry) -> Entry:
    """Return the time in the part of the day that stands apart: ``Thursday evening``."""
    try:
        for at, part, word in parts.daytimes:
            first = main.first.in_part(part, word)
            if first.half != main.first.half and main.last and main.last.exact:
                last = attrs.evolve(main.last, exact=main.last.hour > 12)
                main = attrs.evolve(main, first=first, last=last)
            else:
                main = attrs.evolve(main, first=first)
    except ClockError as exc:
        raise RefusedError(
            codes.AMBIGUOUS_TIME, str(exc), "write 'a.m.' or 'p.m.', or all 24 hours", at
        ) from None
    return main


def _check_midnight(main: Entry, day: date, placing: Placing) -> None:
    first = main.first
    at_midnight = (first.word == "midnight" and not first.minute) or first.hour == 24
    if at_midnight and main.last is None:
        raise RefusedError(
            codes.AMBIGUOUS_TIME,
            "midnight may be at the beginning or the end of the day",
            "write 00:00 of the day that begins then, or 23:59",
            main.at,
        )
    if at_midnight:
        message = f"midnight is taken for the beginning of {spelled(day)}"
        placing.say(codes.AMBIGUOUS_TIME, message, "write 00:00", main.at, Severity.WARNING)
    if main.shifted and (main.time.end or 0) <= DAY:
        raise RefusedError(
            codes.AMBIGUOUS_TIME, "the time is on another day than the date",
            "write the date of that day", main.at,
        )  # fmt: skip
    if main.weekday is not None and main.weekday != day.weekday():
        raise RefusedError(
            codes.WEEKDAY_CONTRADICTS_DATE,
            f"{spelled(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[main.weekday]}",
            "correct the weekday or the date",
            main.at,
        )


def _check_half(parts: Parts, main: Entry, start: datetime, placing: Placing) -> None:
    """Doubt ``3:00`` where it may be in the afternoon: nothing shows a clock of 24 hours."""
    clocks = [clock for entry in parts.entries for clock in (entry.first, entry.last) if clock]
    if not main.first.shares:
        _check_night(parts, main, placing)
        return
    bare = (not main.first.marked and main.last is None) or main.first.spoken
    american = str(start.tzinfo) in _TWELVE_HOURS
    if not (bare or american or main.first.hour in _SMALL_HOURS):
        return
    settled = parts.foreign or any(_shows_24(clock) for clock in clocks)
    if main.time.start >= DAY // 2:
        return
    if settled and not main.first.spoken:
        _check_night(parts, main, placing)
        return
    message = f"{main.first} may be in the morning or in the afternoon"
    hint = "write 'a.m.' or 'p.m.', or all 24 hours, e.g. '03:00'"
    if bare or (american and main.first.hour in _SMALL_HOURS):
        raise RefusedError(codes.AMBIGUOUS_TIME, message, hint, main.at)
    placing.say(codes.AMBIGUOUS_TIME, message, hint, main.at, Severity.WARNING)


def _check_night(parts: Parts, main: Entry, placing: Placing) -> None:
    """Warn of ``ore 3``, which few mean."""
    first, time = main.first, main.time
    night = first.hour in _NIGHT and not (first.half or first.padded or time.start >= DAY // 2)
    if night and len(parts.entries) == 1:
        message = f"{first} is taken for the hour in the night"
        hint = f"write '{first.hour + 12}:{first.minute:02}' where the afternoon is meant"
        placing.say(codes.AMBIGUOUS_TIME, message, hint, main.at, Severity.WARNING)


def _check_length(main: Entry, placing: Placing) -> None:
    start, end = main.time.start, main.time.end
    if end is not None and end > DAY and end - start > _LONG_NIGHT:
        message = f"it lasts over night, for {(end - start) / 3600:g} hours"
        placing.say(codes.AMBIGUOUS_TIME, message, "correct the end", main.at, Severity.WARNING)


def _shows_24(clock: Clock) -> bool:
    return clock.exact or clock.hour > 12 or clock.hour == 0


def _end(
    parts: Parts, entry: Entry, day: date, start: datetime, name: str | None
) -> datetime | None:
    lasting = parts.duration
    until = entry.time.end
    if until is None:
        if lasting is None:
            return None
        return (start.astimezone(UTC) + timedelta(seconds=lasting)).astimezone(start.tzinfo)
    end = end_placed(local_time(day, until), start, name, entry.at)
    if lasting is not None and end.astimezone(UTC) - start.astimezone(UTC) != timedelta(
        seconds=lasting
    ):
        raise RefusedError(
            codes.UNREADABLE_TIME,
            f"the stated end and the duration of {lasting // 60} minutes disagree",
            "correct one of the two",
            entry.at,
        )
    return end


def _agree(
    main: Entry,
    other: Entry,
    day: date,
    start: datetime,
    end: datetime | None,
    placing: Placing,
) -> None:
    """Hold a second statement of the time, in another zone, against the first."""
    apart = []
    for shift in (1,) if other.shifted else (0, -1, 1):
        there = day + timedelta(days=shift)
        if other.weekday is not None and there.weekday() != other.weekday:
            continue
        when, name = placing.placed(there, other)
        apart.append(abs(when.astimezone(UTC) - start.astimezone(UTC)))
        if apart[-1]:
            continue
        until = other.time.end
        if until is None or end is None:
            return
        if end_placed(local_time(there, until), when, name, other.at).astimezone(
            UTC
        ) == end.astimezone(UTC):
            return
    minutes = min(apart) // timedelta(minutes=1) if apart else None
    one, two = (" ".join(c.text for c in e.claims) for e in (main, other))
    told = "on another weekday" if minutes is None else f"{minutes} minutes apart"
    raise RefusedError(
        codes.ZONES_DISAGREE,
        f"the times in {one} and in {two} are not the same moment: {told}",
        "correct one of them",
        other.at,
    )
