"""From the parts of a date-and-time statement to a time slot, or to what is wrong with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.announcement.days import Day
from eventkit.formats.announcement.scan import Entry, Parts, scan
from eventkit.formats.announcement.zonewords import Claim
from eventkit.model import TimeSlot
from eventkit.timezones.abbreviations import place_abbreviation, readings, zones_using

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
_YEARS = range(2015, 2036)  # in which a date without a year is looked for


@attrs.frozen
class Problem:
    """What is to be said about a statement, and at which position of it."""

    code: str
    severity: Severity
    message: str
    hint: str | None = None
    at: int = 0


@attrs.define
class Statement:
    """The slot that a statement determines, if any, and the problems."""

    parts: Parts
    slot: TimeSlot | None = None
    problems: list[Problem] = attrs.field(factory=list)


class _RefusedError(Exception):
    """The statement determines no slot; it never leaves this module."""

    def __init__(self, code: str, message: str, hint: str | None = None, at: int = 0) -> None:
        super().__init__(message)
        self.problem = Problem(code, Severity.ERROR, message, hint, at)


def read_statement(text: str, hints: tuple[str, ...] = ()) -> Statement:
    """
    Read a date-and-time statement.

    Args:
        text: One or more lines that together say when.
        hints: Country codes that the text around names.
    """
    parts = scan(text)
    result = Statement(parts)
    try:
        result.slot = _slot(parts, hints, result.problems)
    except _RefusedError as refused:
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
            raise _RefusedError(
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
        raise _RefusedError(
            codes.UNREADABLE_TIME,
            "a repeated date is not read",
            "write one event for each date, with its year",
            parts.repeats,
        )
    if parts.impossible is not None:
        at, message = parts.impossible
        raise _RefusedError(codes.UNREADABLE_TIME, message, "write e.g. '13:00' or '1 p.m.'", at)
    numbers = [(at, word) for at, word in parts.leftovers if any(c.isdigit() for c in word)]
    if numbers:
        at, word = numbers[0]
        raise _RefusedError(
            codes.UNREADABLE_TIME,
            f"{word!r:.40} is not understood in the date and time",
            "write e.g. '17 April 2019, 13:00-14:00 CEST'",
            at,
        )
    for at, word in parts.leftovers[:5]:
        problems.append(
            Problem(
                codes.UNREADABLE_TIME,
                Severity.WARNING,
                f"{word!r:.40} is not understood in the date and time",
                "check the time, or take the word out of the line",
                at,
            )
        )
    if not parts.dates:
        hint = "write e.g. '17 April 2019, 13:00-14:00 CEST'"
        raise _RefusedError(codes.NO_TIME, "no date is stated", hint)


def _refuse_many_dates(parts: Parts) -> None:
    if len(parts.dates) > 1 and len({found for found, _ in parts.dates}) > 1:
        raise _RefusedError(
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
        raise _RefusedError(
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
        raise _RefusedError(
            codes.WEEKDAY_CONTRADICTS_DATE,
            f"{_spelled(when)} is a {_WEEKDAYS[when.weekday()]}, not a {_WEEKDAYS[weekday[0]]}",
            "correct the weekday or the date",
            weekday[1],
        )
    return when


def _no_year(day: Day, weekday: tuple[int, int] | None, at: int) -> _RefusedError:
    name = f"{day.day}/{day.month}"
    if day.swapped is None and 1 <= day.month <= 12:
        name = f"{day.day} {_MONTHS[day.month - 1]}"
    if weekday is None:
        return _RefusedError(codes.NO_YEAR, f"{name} has no year", "write the year", at)
    found = [day.on(year) for year in _YEARS]
    fitting = [str(when.year) for when in found if when and when.weekday() == weekday[0]]
    return _RefusedError(
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
    raise _RefusedError(codes.AMBIGUOUS_DATE, f"the date may be {names}", hint, at)


def _dates_only(parts: Parts, first: date, problems: list[Problem]) -> TimeSlot:
    if parts.duration is not None:
        raise _RefusedError(
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
    begin, _ = _placed(_local(first, start.time.start), start, parts, hints, problems)
    finish, _ = _placed(_local(last, end.time.start), end, parts, hints, [])
    if begin.tzinfo is not finish.tzinfo:
        finish = finish.astimezone(UTC).astimezone(begin.tzinfo)
    return TimeSlot(begin, finish)


def _local(day: date, seconds: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)


def _timed(parts: Parts, day: date, hints: tuple[str, ...], problems: list[Problem]) -> TimeSlot:
    main = parts.entries[0]
    if main.time.midnight and main.time.end is None:
        raise _RefusedError(
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
    start, name = _placed(local, main, parts, hints, problems)
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
    end = _end_placed(local, start, name, entry.at)
    if lasting is not None and end.astimezone(UTC) - start.astimezone(UTC) != timedelta(
        seconds=lasting
    ):
        raise _RefusedError(
            codes.UNREADABLE_TIME,
            f"the stated end and the duration of {lasting // 60} minutes disagree",
            "correct one of the two",
            entry.at,
        )
    return end


def _end_placed(local: datetime, start: datetime, name: str | None, at: int) -> datetime:
    if not isinstance(start.tzinfo, ZoneInfo):
        return local.replace(tzinfo=start.tzinfo)
    key = start.tzinfo.key
    found = [w for w in readings(local, key) if w.astimezone(UTC) > start.astimezone(UTC)]
    if name is not None and start.tzname() == name:
        same = [when for when in found if when.tzname() == name]
        if found and not same:
            raise _RefusedError(
                codes.ABBREVIATION_NOT_IN_FORCE,
                f"{name} is no longer in force at the end, {found[0].tzname()} is",
                "write the end with its own zone, or a duration",
                at,
            )
        found = same
    return _only(found, local, key, at)


def _only(found: list[datetime], local: datetime, key: str, at: int) -> datetime:
    text = local.isoformat(" ", "minutes")
    if not found:
        raise _RefusedError(
            codes.NONEXISTENT_TIME,
            f"{text} does not exist in {key}: the clocks skip it that day",
            "correct the time",
            at,
        )
    if len(found) > 1:
        raise _RefusedError(
            codes.AMBIGUOUS_TIME,
            f"{text} happens twice in {key} that day",
            "write the offset or abbreviation of the one that is meant",
            at,
        )
    return found[0]


def _placed(
    local: datetime,
    entry: Entry,
    parts: Parts,
    hints: tuple[str, ...],
    problems: list[Problem],
) -> tuple[datetime, str | None]:
    """Place a time by all that is said about its zone; return it and its abbreviation."""
    claims = entry.claims + [c for c in parts.claims if c not in entry.claims]
    if not claims:
        raise _RefusedError(
            codes.NO_ZONE,
            "no time zone is stated",
            "add the city or the offset, e.g. '(Paris time)' or 'UTC+2'",
            entry.at,
        )
    offsets = [claim for claim in claims if claim.offset is not None]
    names = [claim.abbreviation for claim in claims if claim.abbreviation]
    groups = [claim.zones for claim in claims if claim.zones]
    if names:
        whens = [
            _by_name(local, name, groups, offsets, hints, problems, entry.at) for name in names
        ]
    elif groups:
        whens = [_by_zone(local, group, offsets, entry.at) for group in groups]
        if not any(claim.exact for claim in claims):
            _say_zone(whens[0], claims, problems, entry.at)
    else:
        whens = [local.replace(tzinfo=_fixed(offsets[0]))]
    for when in whens[1:]:
        if when.astimezone(UTC) != whens[0].astimezone(UTC):
            raise _disagreement(claims, whens[0], when, entry.at)
    _check_offsets(whens[0], offsets, entry.at)
    return whens[0], whens[0].tzname() if names else None


def _say_zone(when: datetime, claims: list[Claim], problems: list[Problem], at: int) -> None:
    written = " ".join(claim.text for claim in claims)
    problems.append(
        Problem(
            codes.ZONE_CHOSEN, Severity.INFO, f"{written} is taken for {when.tzinfo}",
            f"if another zone is meant, name it; here it is {when.tzinfo}", at,
        )
    )  # fmt: skip


def _fixed(claim: Claim) -> tzinfo:
    return timezone(timedelta(seconds=claim.offset or 0)) if claim.offset else ZoneInfo("UTC")


def _by_name(
    local: datetime,
    name: str,
    groups: list[tuple[str, ...]],
    offsets: list[Claim],
    hints: tuple[str, ...],
    problems: list[Problem],
    at: int,
) -> datetime:
    within = groups[0] if groups else ()
    found = place_abbreviation(local, name, within=within, hints=hints)
    settling = found.code in (codes.AMBIGUOUS_ZONE, codes.AMBIGUOUS_TIME)
    if found.when is None and settling and offsets:
        using = zones_using(local, name, offsets[0].offset or 0)
        if using:
            return using[0]
    if found.when is None:
        raise _RefusedError(found.code, found.message, found.hint, at)
    severity = Severity.WARNING if found.rivals and not offsets else Severity.INFO
    problems.append(Problem(found.code, severity, found.message, found.hint, at))
    return found.when


def _by_zone(local: datetime, group: tuple[str, ...], offsets: list[Claim], at: int) -> datetime:
    if len(group) > 1:
        group = _one_clock(local, group, at)
    found = readings(local, group[0])
    if len(found) > 1 and offsets:
        wanted = timedelta(seconds=offsets[0].offset or 0)
        found = [when for when in found if when.utcoffset() == wanted] or found[:1]
    return _only(found, local, group[0], at)


def _one_clock(local: datetime, group: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Return one zone of a country whose zones all show the same time."""
    differing = {tuple(when.utcoffset() for when in readings(local, key)) for key in group}
    if len(differing) > 1:
        raise _RefusedError(
            codes.AMBIGUOUS_ZONE,
            f"the country has several zones: {', '.join(group[:4])} ...",
            "name the city",
            at,
        )
    return group[:1]


def _check_offsets(when: datetime, offsets: list[Claim], at: int) -> None:
    for claim in offsets:
        if when.utcoffset() != timedelta(seconds=claim.offset or 0):
            raise _RefusedError(
                codes.OFFSET_CONTRADICTS_ZONE,
                f"{claim.text} is not the offset of {when.tzinfo} that day:"
                f" {when.isoformat()[19:]} is",
                "correct the offset or the zone",
                at,
            )


def _disagreement(claims: list[Claim], one: datetime, two: datetime, at: int) -> _RefusedError:
    written = " and ".join(claim.text for claim in claims)
    return _RefusedError(
        codes.ZONES_DISAGREE,
        f"{written} are not one zone: {one.astimezone(UTC):%H:%M} and"
        f" {two.astimezone(UTC):%H:%M} UTC",
        "keep the right one",
        at,
    )


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
    if not other.claims or not main.claims:
        raise _RefusedError(
            codes.UNREADABLE_TIME,
            "two times are stated",
            "write one event for each, or the zone of each time",
            other.at,
        )
    apart = []
    for shift in (0, -1, 1):
        days = timedelta(days=shift)
        when, name = _placed(_local(day, other.time.start) + days, other, parts, hints, [])
        apart.append(abs(when.astimezone(UTC) - start.astimezone(UTC)))
        if when.astimezone(UTC) == start.astimezone(UTC):
            if other.time.end is not None and end is not None:
                until = _end_placed(_local(day, other.time.end) + days, when, name, other.at)
                if until.astimezone(UTC) != end.astimezone(UTC):
                    continue
            return
    minutes = min(apart) // timedelta(minutes=1)
    one, two = (" ".join(c.text for c in e.claims) for e in (main, other))
    raise _RefusedError(
        codes.ZONES_DISAGREE,
        f"the times in {one} and in {two} are not the same moment: {minutes} minutes apart",
        "correct one of them",
        other.at,
    )
