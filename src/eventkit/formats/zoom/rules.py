"""
How a series recurs whose dates are not listed.

What is not understood leaves the whole rule out: another series would be a guess.
"""

from __future__ import annotations

from datetime import UTC, datetime

from eventkit import codes
from eventkit.findings import Severity
from eventkit.foreign import Fields, moment

__all__ = ["read_rule"]

_DAYS = {"1": "SU", "2": "MO", "3": "TU", "4": "WE", "5": "TH", "6": "FR", "7": "SA"}
_FREQUENCIES = {1: "DAILY", 2: "WEEKLY", 3: "MONTHLY"}


class _UnclearError(ValueError):
    """The rule has a part that is not understood."""


def read_rule(series: Fields) -> str | None:
    """Return the rule of *series* as RFC 5545 has it, or None with a warning."""
    try:
        return ";".join(_parts(series))
    except _UnclearError as exc:
        series.notes.warn(
            codes.NOT_CARRIED,
            f"how it recurs is not understood, its rule is left out: {exc}",
            path=series.path,
        )
        series.elsewhere(*series.data)
        return None


def _parts(series: Fields) -> list[str]:
    frequency = _FREQUENCIES.get(series.whole("type") or 0)
    if frequency is None:
        raise _UnclearError("type is 1, 2 or 3")
    parts = [f"FREQ={frequency}"]
    interval = _whole(series, "repeat_interval")
    if interval and interval > 1:
        parts.append(f"INTERVAL={interval}")
    return [*parts, *_days(series, frequency), *_until(series)]


def _whole(series: Fields, key: str) -> int | None:
    number = series.whole(key)
    if number is None and key in series:
        raise _UnclearError(f"{key} is no whole number")
    return number


def _until(series: Fields) -> list[str]:
    """Return the end; of a last date and a number of times the date counts."""
    times, text = _whole(series, "end_times"), series.text("end_date_time")
    if "end_date_time" not in series:
        return [f"COUNT={times}"] if times else []
    last = moment(text, series.notes, series.at("end_date_time"), Severity.WARNING)
    if last is None:
        raise _UnclearError("end_date_time is no date or time")
    if times:
        series.leave("end_times")
    if not isinstance(last, datetime):
        return [f"UNTIL={last:%Y%m%d}"]
    if last.tzinfo is None:
        return [f"UNTIL={last:%Y%m%dT%H%M%S}"]
    try:
        return [f"UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}"]
    except OverflowError:
        raise _UnclearError("end_date_time leaves the calendar") from None


def _days(series: Fields, frequency: str) -> list[str]:
    """Return on which days of the week or month it recurs; Zoom counts days from Sunday."""
    if frequency == "WEEKLY" and (weekly := series.line("weekly_days")):
        return [f"BYDAY={','.join(_day(part.strip()) for part in weekly.split(','))}"]
    if frequency == "MONTHLY":
        monthly, week = _whole(series, "monthly_day"), _whole(series, "monthly_week")
        week_day = series.line("monthly_week_day")
        if monthly:
            return [f"BYMONTHDAY={monthly}"]
        if week and week_day:
            return [f"BYDAY={week}{_day(week_day)}"]
    return []


def _day(number: str) -> str:
    if number not in _DAYS:
        raise _UnclearError(f"{number!r:.20} is no day of the week")
    return _DAYS[number]
