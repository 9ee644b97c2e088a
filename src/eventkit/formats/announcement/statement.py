"""From the parts of a date-and-time statement to a time slot, or to what is wrong with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.announcement.days import Day
from eventkit.formats.announcement.placing import end_placed, placed
from eventkit.formats.announcement.problem import Problem, RefusedError
from eventkit.formats.announcement.scan import Entry, Parts, scan
from eventkit.model import TimeSlot

__all__ = ["Problem", "Statement", "read_statement"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_LONGEST = 2_000  # characters of a statement
_YEARS = range(2015, 2036)  # in which a date without a year is looked for


@attrs.define
class Statement:
    """The slot that a statement determines, if any, and the problems."""

    parts: Parts
    slot: TimeSlot | None = None
    problems: list[Problem] = attrs.field(factory=list)


def read_statement(text: str, hints: tuple[str, ...] = ()) -> Statement:
    """
    Read a date-and-time statement.

    Args:
        text: One or more lines that together say when.
        hints: Country codes that the text around names.
    """
    parts = scan(text[:_LONGEST])
    result = Statement(parts)
    if len(text) > _LONGEST:
        message = f"a statement of {len(text):,} characters is no date and time"
        result.problems.append(Problem(codes.UNREADABLE_TIME, Severity.ERROR, message))
        return result
    try:
        result.slot = _slot(parts, hints, result.problems)
    except RefusedError as refused:
        result.problems.append(refused.problem)
    except (EventkitError, OverflowError, ValueError) as exc:
        message = exc.message if isinstance(exc, EventkitError) else "a time out of the calendar"
        hint = exc.hint if isinstance(exc, EventkitError) else "correct the date"
        result.problems.append(Problem(codes.UNREADABLE_TIME, Severity.ERROR, message, hint))
    return result


def _slot(parts: Parts, hints: tuple[str, ...], problems: list[Problem]) -> TimeSlot:
    _refuse_oddities(parts, problems)
    if len(parts.dates) == 2 and parts.order.strip("-") in ("DT-DT", "D-DT", "D-D"):
        return _between(parts, hints, problems)
    _refuse_many_dates(parts)
    found, at = parts.dates[0]
    first = _date(found.first, parts, at, problems)
    if found.last is not None:
        last = _date(attrs.evolve(found.last), parts, at, problems, check=False)
        if parts.entries:
            raise RefusedError(
                codes.UNREADABLE_TIME,
                "several days with hours: each day has its own",
                "write one event for each day",
                at,
            )
        return TimeSlot(first, last)
    if not parts.entries:
        return _dates_only(parts, first, problems)
    return _timed(parts, first, hints, problems)


def _refuse_oddities(parts: Parts, problems: list[Problem]) -> None:
    if parts.repeats is not None:
        raise RefusedError(
            codes.UNREADABLE_TIME,
            "a repeated date is not read",
            "write one event for each date, with its year",
            parts.repeats,
        )
    if parts.impossible is not None:
        at, message = parts.impossible
        raise RefusedError(codes.UNREADABLE_TIME, message, "write e.g. '13:00' or '1 p.m.'", at)
    numbers = [(at, word) for at, word in parts.leftovers if any(c.isdigit() for c in word)]
    if numbers:
        at, word = numbers[0]
        raise RefusedError(
            codes.UNREADABLE_TIME,
            f"{word!r:.40} is not understood in the date and time",
            "write e.g. '17 April 2019, 13:00-14:00 CEST'",
            at,
        )
    _warn_of_words(parts, problems)
    if not parts.dates:
        hint = "write e.g. '17 April 2019, 13:00-14:00 CEST'"
        raise RefusedError(codes.NO_TIME, "no date is stated", hint)


def _warn_of_words(parts: Parts, problems: list[Problem]) -> None:
    bare = any(not entry.claims for entry in parts.entries) and not parts.claims
    for at, word in parts.leftovers[:5]:
        if bare and word.isupper() and 3 <= len(word) <= 5:
            raise RefusedError(
                codes.UNKNOWN_ZONE,
                f"{word} is no time zone known here",
                "write the city or the offset, e.g. '(Paris time)' or 'UTC+2'",
                at,
            )
        problems.append(
            Problem(
                codes.UNREADABLE_TIME,
                Severity.WARNING,
                f"{word!r:.40} is not understood in the date and time",
                "check the time, or take the word out of the line",
                at,
            )
        )


def _refuse_many_dates(parts: Parts) -> None:
    if len(parts.dates) > 1 and len({found for found, _ in parts.dates}) > 1:
        raise RefusedError(
            codes.UNREADABLE_TIME,
            f"{len(parts.dates)} dates in one statement",
            "write one event for each, or a range such as '6-8 May 2021'",
            parts.dates[1][1],
        )


def _spelled(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _date(day: Day, parts: Parts, at: int, problems: list[Problem], *, check: bool = True) -> date:
    """Return the one date that *day* stands for, held against the weekday."""
    weekday = parts.weekdays[0] if check and parts.weekdays else None
    year = day.year or parts.year
    if year is None:
        raise _no_year(day, weekday, at)
    when = day.on(year)
    if day.swapped:
        when = _unswapped(day, year, weekday, at, problems)
    if when is None:
        raise RefusedError(
            codes.UNREADABLE_TIME, "there is no such day in the calendar", "correct it", at
        )
    if day.short_year:
        problems.append(
            Problem(
                codes.YEAR_CHOSEN, Severity.INFO, f"the year is taken for {year}",
                "write all four digits", at,
            )
        )  # fmt: skip
    if weekday is not None and when.weekday() != weekday[0]:
        raise RefusedError(
            codes.WEEKDAY_CONTRADICTS_DATE,
            f"{_spelled(when)} is a {_WEEKDAYS[when.weekday()]}, not a {_WEEKDAYS[weekday[0]]}",
            "correct the weekday or the date",
            weekday[1],
        )
    return when


def _no_year(day: Day, weekday: tuple[int, int] | None, at: int) -> RefusedError:
    name = f"{day.day}/{day.month}"
    if day.swapped is None and 1 <= day.month <= 12:
        name = f"{day.day} {_MONTHS[day.month - 1]}"
    if weekday is None:
        return RefusedError(codes.NO_YEAR, f"{name} has no year", "write the year", at)
    found = [day.on(year) for year in _YEARS]
    fitting = [str(when.year) for when in found if when and when.weekday() == weekday[0]]
    return RefusedError(
        codes.NO_YEAR,
        f"{name} has no year; it is a {_WEEKDAYS[weekday[0]]} in {', '.join(fitting) or 'none'}",
        "write the year",
        at,
    )


def _unswapped(
    day: Day, year: int, weekday: tuple[int, int] | None, at: int, problems: list[Problem]
) -> date | None:
    """Return the reading of ``08/09/2021`` that the weekday settles."""
    here, there = day.on(year), Day(year, *(day.swapped or (0, 0))).on(year)
    both = [when for when in (here, there) if when]
    if weekday is not None:
        fitting = [when for when in both if when.weekday() == weekday[0]]
        if len(fitting) == 1:
            return fitting[0]
    names = " or ".join(_spelled(when) for when in both)
    hint = f"write e.g. '{_spelled(both[0])}'" if both else None
    raise RefusedError(codes.AMBIGUOUS_DATE, f"the date may be {names}", hint, at)


def _dates_only(parts: Parts, first: date, problems: list[Problem]) -> TimeSlot:
    if parts.duration is not None:
        raise RefusedError(
            codes.UNREADABLE_TIME, "a duration without a time", "write when it starts"
        )
    if parts.absent:
        problems.append(
            Problem(
                codes.NO_TIME, Severity.INFO, "the hour is not announced",
                "add it when it is known",
            )
        )  # fmt: skip
    return TimeSlot(first)


def _between(parts: Parts, hints: tuple[str, ...], problems: list[Problem]) -> TimeSlot:
    """Return the slot of ``6 May 2021, 13:00 - 7 May 2021, 14:00``, or of two dates."""
    (one, at), (two, other) = parts.dates
    if one.last or two.last or parts.order.strip("-") == "D-DT":
        _refuse_many_dates(parts)
    begins, ends = one.first, two.first
    year = ends.year or parts.year
    if begins.year is None and year is not None:
        earlier = (begins.month, begins.day) <= (ends.month, ends.day)
        begins = attrs.evolve(begins, year=year if earlier else year - 1)
    first = _date(begins, parts, at, problems)
    last = _date(ends, parts, other, problems, check=False)
    if not parts.entries:
        return TimeSlot(first, last)
    start, end = parts.entries
    named = any(claim.zones or claim.abbreviation for claim in start.claims)
    shared = [claim for claim in end.claims if not named and (claim.zones or claim.abbreviation)]
    start.claims += shared or ([] if start.claims else end.claims)
    end.claims = end.claims or start.claims
    begin, _ = placed(_local(first, start.time.start), start, parts, hints, problems)
    finish, _ = placed(_local(last, end.time.start), end, parts, hints, [])
    if begin.tzinfo is not finish.tzinfo:
        finish = finish.astimezone(UTC).astimezone(begin.tzinfo)
    return TimeSlot(begin, finish)


def _local(day: date, seconds: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)


def _timed(parts: Parts, day: date, hints: tuple[str, ...], problems: list[Problem]) -> TimeSlot:
    main = parts.entries[0]
    for other in parts.entries[1:]:
        if not (other.claims and main.claims):
            raise RefusedError(
                codes.UNREADABLE_TIME,
                "two times are stated",
                "write one event for each, or the zone of each time",
                other.at,
            )
    if main.time.midnight and main.time.end is None:
        raise RefusedError(
            codes.AMBIGUOUS_TIME,
            "midnight may be at the beginning or the end of the day",
            "write 00:00 of the day that begins then, or 23:59",
            main.at,
        )
    if main.time.midnight:
        problems.append(
            Problem(
                codes.AMBIGUOUS_TIME, Severity.WARNING,
                f"midnight is taken for the beginning of {_spelled(day)}", "write 00:00", main.at,
            )
        )  # fmt: skip
    local = _local(day, main.time.start)
    start, name = placed(local, main, parts, hints, problems)
    end = _end(parts, main, day, start, name)
    for other in parts.entries[1:]:
        _agree(parts, main, other, day, start, end, hints)
    return TimeSlot(start, end)


def _end(
    parts: Parts, entry: Entry, day: date, start: datetime, name: str | None
) -> datetime | None:
    lasting = parts.duration
    if entry.time.end is None:
        if lasting is None:
            return None
        return (start.astimezone(UTC) + timedelta(seconds=lasting)).astimezone(start.tzinfo)
    local = _local(day, entry.time.end)
    end = end_placed(local, start, name, entry.at)
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
    parts: Parts,
    main: Entry,
    other: Entry,
    day: date,
    start: datetime,
    end: datetime | None,
    hints: tuple[str, ...],
) -> None:
    """Hold a second statement of the time, in another zone, against the first."""
    apart = []
    for shift in (0, -1, 1):
        days = timedelta(days=shift)
        when, name = placed(_local(day, other.time.start) + days, other, parts, hints, [])
        apart.append(abs(when.astimezone(UTC) - start.astimezone(UTC)))
        if when.astimezone(UTC) == start.astimezone(UTC):
            if other.time.end is not None and end is not None:
                until = end_placed(_local(day, other.time.end) + days, when, name, other.at)
                if until.astimezone(UTC) != end.astimezone(UTC):
                    continue
            return
    minutes = min(apart) // timedelta(minutes=1)
    one, two = (" ".join(c.text for c in e.claims) for e in (main, other))
    raise RefusedError(
        codes.ZONES_DISAGREE,
        f"the times in {one} and in {two} are not the same moment: {minutes} minutes apart",
        "correct one of them",
        other.at,
    )
