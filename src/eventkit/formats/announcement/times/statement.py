"""From the parts of a date-and-time statement to time slots, or to what is wrong with it."""

from __future__ import annotations

import re
from datetime import UTC, date, timedelta

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.announcement.times.dating import Dated, dated, spelled
from eventkit.formats.announcement.times.given import NOTHING, Given
from eventkit.formats.announcement.times.oddities import refuse_oddities
from eventkit.formats.announcement.times.on_day import merged, slot_on
from eventkit.formats.announcement.times.parts import Parts
from eventkit.formats.announcement.times.placing import Placing
from eventkit.formats.announcement.times.problem import Problem, RefusedError
from eventkit.formats.announcement.times.scan import scan
from eventkit.model import TimeSlot

__all__ = ["Problem", "Statement", "read_statement"]

_LONGEST = 2_000  # characters of a statement
_MOST_DAYS = 60  # of a series


@attrs.define
class Statement:
    """The slots that a statement determines, if any, and the problems."""

    parts: Parts
    slots: list[TimeSlot] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)

    @property
    def slot(self) -> TimeSlot | None:
        """The first slot."""
        return self.slots[0] if self.slots else None


def read_statement(text: str, given: Given = NOTHING) -> Statement:
    """
    Read a date-and-time statement.

    Args:
        text: One or more lines that together say when.
        given: What is known beyond them.
    """
    parts = scan(text[:_LONGEST])
    result = Statement(parts)
    if len(text) > _LONGEST:
        message = f"a statement of {len(text):,} characters is no date and time"
        result.problems.append(Problem(codes.UNREADABLE_TIME, Severity.ERROR, message))
        return result
    try:
        result.slots = _slots(parts, given, result.problems)
    except RefusedError as refused:
        result.problems.append(refused.problem)
    except (EventkitError, OverflowError, ValueError) as exc:
        message = exc.message if isinstance(exc, EventkitError) else "a time out of the calendar"
        hint = exc.hint if isinstance(exc, EventkitError) else "correct the date"
        result.problems.append(Problem(codes.UNREADABLE_TIME, Severity.ERROR, message, hint))
    return result


def _slots(parts: Parts, given: Given, problems: list[Problem]) -> list[TimeSlot]:
    refuse_oddities(parts, problems)
    merged(parts)
    dates = dated(parts, given, problems)
    days = {day for found in dates for day in found.days}
    placing = Placing(parts, given, problems)
    if len(dates) == 2 and len(parts.entries) == 2 and re.search(r"T,*[->]+D", parts.order):
        return _from_to(parts, dates[0].days[0], dates[1].days[0], dates[1].at, placing)
    if len(dates) == 2 and not parts.entries and re.search(r"D[->]+D", parts.order):
        return _span(parts, dates[0].days[0], dates[1].days[-1], dates[1].at, placing)
    if len(days) == 1:
        return [_on_day(parts, dates[0].days[0], placing)]
    if len(dates) == 1 and dates[0].span:
        return _span(parts, dates[0].days[0], dates[0].days[1], dates[0].at, placing)
    _refuse_mixtures(dates)
    singles = [found.days[0] for found in dates]
    if len(dates) == 2 and re.search(r"D,*T?,*[->]+,*T?,*D", parts.order):
        return _from_to(parts, singles[0], singles[1], dates[1].at, placing)
    return _series(parts, dates, placing)


def _refuse_mixtures(dates: list[Dated]) -> None:
    for found in dates:
        if found.span:
            raise _many_dates(len(dates), found.at)


def _many_dates(number: int, at: int) -> RefusedError:
    return RefusedError(
        codes.UNREADABLE_TIME,
        f"{number} dates in one statement",
        "write one event for each, or a range such as '6-8 May 2021'",
        at,
    )


def _on_day(parts: Parts, day: date, placing: Placing) -> TimeSlot:
    if parts.entries:
        return slot_on(parts, day, parts.entries, placing)
    placing.refuse_zone_alone()
    if parts.duration is not None:
        raise RefusedError(
            codes.UNREADABLE_TIME, "a duration without a time", "write when it starts"
        )
    if parts.absent:
        placing.say(codes.NO_TIME, "the hour is not announced", "add it when it is known", 0)
    return TimeSlot(day)


def _span(parts: Parts, first: date, last: date, at: int, placing: Placing) -> list[TimeSlot]:
    """
    Return what days from the first to the last are.

    Without hours one slot; with hours one for each day, where they are said to be those of each
    or have an end; else the start on the first day, whose end is not known.
    """
    if not parts.entries:
        placing.refuse_zone_alone()
        return [TimeSlot(first, last)]
    after = sum(place > at for _, place in parts.weekdays)
    each = parts.daily or parts.each
    repeats = parts.repeats is not None and (parts.weekdays or not each)
    if after == 1 or parts.every or repeats:
        raise RefusedError(
            codes.UNREADABLE_TIME,
            "some days among several: which of them is not told",
            "write all its dates, with the year",
            parts.weekdays[-1][1] if parts.weekdays else at,
        )
    if not (each or _have_ends(parts)):
        return _opening(parts, first, last, at, placing)
    if (last - first).days >= _MOST_DAYS:
        raise RefusedError(
            codes.UNREADABLE_TIME,
            f"{(last - first).days + 1} days with hours",
            "write one event for each day",
            at,
        )
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    if not each:
        _say_same_hours(at, placing)
    return _on_days(parts, days, placing)


def _say_same_hours(at: int, placing: Placing) -> None:
    message = "each of the days is taken to have the same hours"
    placing.say(codes.UNREADABLE_TIME, message, "write 'daily'", at, Severity.WARNING)


def _opening(parts: Parts, first: date, last: date, at: int, placing: Placing) -> list[TimeSlot]:
    """Return the start of ``6-8 May, starting at 9:00``: whatever else is meant, it is then."""
    start = slot_on(parts, first, parts.entries, placing)
    placing.say(
        codes.NO_TIME,
        f"it lasts until {spelled(last)}, with no hour for its end; only its start is taken",
        "write when the last day ends, or 'daily' where each day starts at that hour",
        at,
        Severity.WARNING,
    )
    return [start]


def _on_days(parts: Parts, days: list[date], placing: Placing) -> list[TimeSlot]:
    """Return the same times on each of several days; what is assumed is said once."""
    first, *others = days
    slots = [slot_on(parts, first, parts.entries, placing)]
    return slots + [slot_on(parts, day, parts.entries, placing.quietly()) for day in others]


def _from_to(parts: Parts, first: date, last: date, at: int, placing: Placing) -> list[TimeSlot]:
    """Return the slot of ``6 May 2021, 13:00 - 7 May 2021, 14:00``, or of two dates."""
    order = re.sub(r"[->]+", "-", parts.order.replace(",", "")).strip("-")
    order = re.sub(r"D-T", "DT", order) if order.count("T") == 2 else order
    if not parts.entries or parts.daily:
        return _span(parts, first, last, at, placing)
    if order in ("D-DT", "TD-D"):
        return _span(parts, first, last, at, placing)
    if order == "DT-D":
        return _opening(parts, first, last, at, placing)
    if order not in ("DT-DT", "TD-TD"):
        raise _many_dates(2, at)
    start, end = parts.entries
    if start.last is not None or end.last is not None:
        raise _many_dates(2, at)
    named = any(claim.zones or claim.abbreviation for claim in start.claims)
    shared = [claim for claim in end.claims if not named and (claim.zones or claim.abbreviation)]
    start.claims += shared or ([] if start.claims else end.claims)
    end.claims = end.claims or start.claims
    begin, _ = placing.placed(first, start)
    finish, _ = placing.quietly().placed(last, end)
    if begin.tzinfo is not finish.tzinfo:
        finish = finish.astimezone(UTC).astimezone(begin.tzinfo)
    return [TimeSlot(begin, finish)]


def _series(parts: Parts, dates: list[Dated], placing: Placing) -> list[TimeSlot]:
    """Return a slot for each of several dates."""
    days = [day for found in dates for day in found.days]
    order = re.sub(r"[->]+(?=T|,|$)|(?<=T)[->]+(?=T)|^[->]+", "", parts.order)
    if len(days) > _MOST_DAYS or re.search(r"D[T,]*[->]+[T,]*D", order):
        raise _many_dates(len(days), dates[1].at if len(dates) > 1 else dates[0].at)
    if not parts.entries:
        placing.refuse_zone_alone()
        return _days_alone(sorted(set(days)))
    plain = re.sub(r"[->,]", "", order)
    _refuse_unlisted(parts, dates)
    if re.fullmatch(r"D+T+|T+D+", plain):
        if _are_adjacent(days) and not (parts.daily or parts.each or _have_ends(parts)):
            _say_same_hours(dates[0].at, placing)
        return _on_days(parts, sorted(set(days)), placing)
    if re.fullmatch(r"(?:DT)+|(?:TD)+", plain):
        return _each_with_time(parts, [found.days for found in dates], placing, dates[1].at)
    raise _many_dates(len(days), dates[1].at)


def _are_adjacent(days: list[date]) -> bool:
    return (max(days) - min(days)).days == len(set(days)) - 1


def _have_ends(parts: Parts) -> bool:
    return parts.duration is not None or all(entry.last is not None for entry in parts.entries)


def _refuse_unlisted(parts: Parts, dates: list[Dated]) -> None:
    """Refuse dates between which more stands than what parts a list."""
    first, last = parts.dates[0][1], parts.dates[-1][1]
    within = [word for at, word in parts.leftovers if first < at < last]
    between = re.findall(r"D([^D]*)(?=D)", parts.order)
    if within or not all("," in signs for signs in between):
        raise _many_dates(len(dates), parts.dates[1][1])


def _days_alone(days: list[date]) -> list[TimeSlot]:
    """Return one slot of days that follow each other, else one for each."""
    if (days[-1] - days[0]).days == len(days) - 1:
        return [TimeSlot(days[0], days[-1])]
    return [TimeSlot(day) for day in days]


def _each_with_time(
    parts: Parts, days: list[tuple[date, ...]], placing: Placing, at: int
) -> list[TimeSlot]:
    """Return a slot for each date with its time; or one, where all are the same moment."""
    if any(len(several) > 1 for several in days):
        raise _many_dates(len(days), at)
    last = parts.entries[-1].claims
    slots = []
    for number, ((day,), entry) in enumerate(zip(days, parts.entries, strict=True)):
        entry.claims = entry.claims or last
        how = placing if number == 0 else placing.quietly()
        slots.append(slot_on(parts, day, [entry], how))
    zones = {str(slot.timezone) for slot in slots}
    if len(zones) == 1:
        return slots
    if len({slot.start_utc for slot in slots}) == 1:
        return slots[:1]
    raise RefusedError(
        codes.ZONES_DISAGREE,
        "times of several days are in several zones, and not the same moment",
        "write one event for each",
        at,
    )
