"""From days as they are stated to dates: the year, the order of day and month, the weekday."""

from __future__ import annotations

from datetime import date

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.times.days import Day
from eventkit.formats.announcement.times.given import Given
from eventkit.formats.announcement.times.parts import Parts
from eventkit.formats.announcement.times.problem import Problem, RefusedError

__all__ = ["WEEKDAYS", "Dated", "dated", "spelled"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_YEARS = range(2015, 2036)  # in which a date without a year is looked for


@attrs.frozen
class Dated:
    """The dates that are stated in one go, at a position."""

    days: tuple[date, ...]
    span: bool
    at: int


def spelled(day: date) -> str:
    """Return a date for a message."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def dated(parts: Parts, given: Given, problems: list[Problem]) -> list[Dated]:
    """
    Return the dates of a statement.

    Raises:
        RefusedError: A date has no year, may be two days, or is not on its weekday.
    """
    days = [day for found, _ in parts.dates for day in found.days]
    places = [at for found, at in parts.dates for _ in found.days]
    days = _with_years(days, parts, places)
    if all(day.year is None for day in days):
        days[0] = attrs.evolve(days[0], year=_referred(days[0], given, places[0], problems))
        days = _with_years(days, parts, places)
    sure = {day.on(day.year or 0) for day in days if not day.others}
    dates = [
        _date(day, parts, given, at, sure, problems) for day, at in zip(days, places, strict=True)
    ]
    result, start = [], 0
    for found, at in parts.dates:
        stop = start + len(found.days)
        result.append(Dated(tuple(dates[start:stop]), found.span, at))
        start = stop
    return result


def _with_years(days: list[Day], parts: Parts, places: list[int]) -> list[Day]:
    """Give days without a year that of the next one, else of the one before; they rise."""
    years = set(parts.years)
    if len(years) > 1:
        message = f"the years {' and '.join(str(year) for year in sorted(years))} are stated"
        raise RefusedError(codes.UNREADABLE_TIME, message, "write one date", places[0])
    if years and all(day.year is None for day in days):
        days = [*days[:-1], attrs.evolve(days[-1], year=years.pop())]
    found = list(days)
    for step in (-1, 1):
        known: Day | None = None
        for number in range(len(found))[::step]:
            day = found[number]
            if day.year is None and known is not None and known.year is not None:
                past = (day.month, day.day) > (known.month, known.day)
                turned = 0 if day.others else (-past if step < 0 else int(_is_before(day, known)))
                found[number] = day = attrs.evolve(day, year=known.year + turned)
            known = day if day.year is not None else known
    return found


def _is_before(day: Day, known: Day) -> bool:
    return (day.month, day.day) < (known.month, known.day)


def _referred(day: Day, given: Given, at: int, problems: list[Problem]) -> int:
    """Return the year of a day without one, by the reference and the weekday."""
    if given.reference is None:
        raise _no_year(day, at)
    around = range(given.reference.year - 1, given.reference.year + 3)
    readings = [day, *day.others]
    found = [when for one in readings for year in around if (when := one.on(year))]
    if day.weekday is not None:
        found = [when for when in found if when.weekday() == day.weekday[0]]
        found = [w for w in found if abs((w - given.reference).days) < 550]
    else:
        found = sorted(when for when in found if when >= given.reference)[:1]
    if len({when.year for when in found}) != 1:
        raise _no_year(day, at)
    year = found[0].year
    settled = day.weekday is not None
    why = "the weekday and the reference" if settled else "the reference"
    problems.append(
        Problem(
            codes.YEAR_CHOSEN, Severity.INFO if settled else Severity.WARNING,
            f"{why} make the year {year}", "write the year", at,
        )
    )  # fmt: skip
    return year


def _no_year(day: Day, at: int) -> RefusedError:
    name = f"{day.day}/{day.month}"
    if not day.others and 1 <= day.month <= 12:
        name = f"{day.day} {_MONTHS[day.month - 1]}"
    hint = "write the year, or give a reference date"
    if day.weekday is None:
        return RefusedError(codes.NO_YEAR, f"{name} has no year", hint, at)
    found = [day.on(year) for year in _YEARS]
    fitting = [str(when.year) for when in found if when and when.weekday() == day.weekday[0]]
    return RefusedError(
        codes.NO_YEAR,
        f"{name} has no year; it is a {WEEKDAYS[day.weekday[0]]} in {', '.join(fitting) or 'none'}",
        hint,
        at,
    )


def _date(
    day: Day, parts: Parts, given: Given, at: int, sure: set[date | None], problems: list[Problem]
) -> date:
    """Return the one date that *day* stands for, held against the weekday."""
    year = day.year or 0
    when = day.on(year)
    if day.others:
        when = _settled(day, parts, given, at, sure, problems)
    if when is None:
        raise RefusedError(
            codes.UNREADABLE_TIME, "there is no such day in the calendar", "correct it", at
        )
    if day.short_year:
        problems.append(
            Problem(
                codes.YEAR_CHOSEN, Severity.INFO, f"the year is taken for {when.year}",
                "write all four digits", at,
            )
        )  # fmt: skip
    if day.weekday is not None and when.weekday() != day.weekday[0]:
        raise RefusedError(
            codes.WEEKDAY_CONTRADICTS_DATE,
            f"{spelled(when)} is a {WEEKDAYS[when.weekday()]}, not a {WEEKDAYS[day.weekday[0]]}",
            "correct the weekday or the date",
            day.weekday[1],
        )
    return when


def _settled(
    day: Day, parts: Parts, given: Given, at: int, sure: set[date | None], problems: list[Problem]
) -> date:
    """Return the reading of ``08/09/2021`` that the weekday, another date or an option settles."""
    readings = [one for one in (day, *day.others) if one.on(one.year or day.year or 0)]
    dates = {one.on(one.year or day.year or 0): one for one in readings}
    both = [when for when in dates if when]
    fitting = both
    if day.weekday is not None:
        fitting = [when for when in both if when.weekday() == day.weekday[0]] or both
    if len(fitting) > 1:
        fitting = [when for when in fitting if when in sure] or fitting
    if len(fitting) > 1:
        first, why = given.day_first, "as the options say"
        if first is None and parts.foreign:
            first, why = True, "as the day comes first where the text is at home"
        fitting = _by_order(day, fitting, first) or fitting
        if len(fitting) == 1:
            message = f"the date is taken for {spelled(fitting[0])}, {why}"
            problems.append(Problem(codes.AMBIGUOUS_DATE, Severity.INFO, message, None, at))
    if len(fitting) == 1:
        return fitting[0]
    names = " or ".join(spelled(when) for when in sorted(fitting, key=both.index))
    hint = f"write e.g. '{spelled(both[0])}', or say whether the day comes first"
    raise RefusedError(codes.AMBIGUOUS_DATE, f"the date may be {names}", hint, at)


def _by_order(day: Day, fitting: list[date], day_first: bool | None) -> list[date]:
    """Return the reading with the day, or the month, first."""
    if day_first is None:
        return []
    month, number = (day.month, day.day) if day_first else (day.day, day.month)
    return [
        when for when in fitting if (when.month, when.day, when.year) == (month, number, day.year)
    ]
