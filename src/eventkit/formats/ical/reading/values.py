"""Single values: texts, lists, dates, times, durations, offsets."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

__all__ = ["ZULU", "Moment", "duration", "moment", "offset", "text", "texts"]

ZULU = ZoneInfo("UTC")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_COMMA = re.compile(r"((?:[^\\,]|\\.)*)(?:,|\\?$)", re.DOTALL)
_PLAIN = re.compile(r"\d{8}T\d{6}Z?", re.ASCII)
_LOOSE = re.compile(
    r"(?P<year>\d{4})(?P<dash>[-/.]?)(?P<month>\d{1,2})(?P=dash)(?P<day>\d{1,2})"
    r"(?:[T ]+(?P<hour>\d{1,2})(?::?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?",
    re.ASCII | re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<weeks>\d{1,6})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?:T?(?:(?P<hours>\d{1,7})H)?(?:(?P<minutes>\d{1,8})M)?(?:(?P<seconds>\d{1,9})S)?)?T?",
    re.ASCII | re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-]?)(\d{2}):?(\d{2})(?::?(\d{2}))?", re.ASCII)
_LENGTH_MAX = 60

Moment = tuple[date | datetime, bool]  # a date, a naive or a UTC time; whether it was repaired


def _unescaped(match: re.Match[str]) -> str:
    char = match.group(1)
    return "\n" if char in "nN" else char


def text(value: str) -> str:
    """Return a TEXT value. Source: RFC 5545 §3.3.11."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(_unescaped, value)


def texts(value: str) -> list[str]:
    """Return the members of a list of TEXT values; an escaped comma parts none."""
    if "\\" not in value:
        return value.split(",")
    return [text(found) for found in _COMMA.findall(value)][: value.count(",") + 1]


def moment(value: str) -> Moment | None:
    """
    Return the date or time that *value* is, or None.

    A time in UTC is aware; one with a numeric offset, which iCalendar does not have, as well.

    Source: RFC 5545 §3.3.4, §3.3.5.
    """
    if _PLAIN.fullmatch(value):
        try:
            return (
                datetime(
                    int(value[:4]),
                    int(value[4:6]),
                    int(value[6:8]),
                    int(value[9:11]),
                    int(value[11:13]),
                    int(value[13:15]),
                    tzinfo=ZULU if len(value) == 16 else None,
                ),
                False,
            )
        except ValueError:
            pass  # such as 24:00:00 or a leap second
    elif len(value) == 8 and value.isdecimal() and value.isascii():
        try:
            return date(int(value[:4]), int(value[4:6]), int(value[6:8])), False
        except ValueError:
            return None
    found = _LOOSE.fullmatch(value.strip()[:_LENGTH_MAX])
    return None if found is None else _loose(found)


def _loose(found: re.Match[str]) -> Moment | None:
    if not found["dash"] and len(found["month"] + found["day"]) < 4:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        if found["hour"] is None:
            return (day, True) if found["dash"] or len(found[0]) == 8 else None
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        second = int(found["second"] or 0)
        if second == 60:  # a leap second, which Python has not
            second = 59
        if hour == 24 and minute == second == 0:
            day, hour = day + timedelta(days=1), 0
        zone = found["zone"]
        where = None if zone is None else ZULU if zone in "Zz" else _fixed(zone)
        return datetime.combine(day, time(hour, minute, second), where), True
    except (ValueError, OverflowError):
        return None


def _fixed(zone: str) -> timezone:
    shift = offset(zone)
    if shift is None:
        raise ValueError(zone)
    return timezone(shift)


def duration(value: str) -> tuple[timedelta, timedelta] | None:
    """
    Return days, which are nominal, and exact time; or None.

    Source: RFC 5545 §3.3.6.
    """
    found = _DURATION.fullmatch(value.strip()[:_LENGTH_MAX])
    if found is None or not any(char.isdigit() for char in found[0]):
        return None
    sign = -1 if found["sign"] == "-" else 1
    part = {name: sign * int(found[name] or 0) for name in _PARTS}
    try:
        return (
            timedelta(weeks=part["weeks"], days=part["days"]),
            timedelta(hours=part["hours"], minutes=part["minutes"], seconds=part["seconds"]),
        )
    except OverflowError:
        return None


_PARTS = ("weeks", "days", "hours", "minutes", "seconds")


def offset(value: str) -> timedelta | None:
    """Return a UTC offset below a day, or None. Source: RFC 5545 §3.3.14."""
    found = _OFFSET.fullmatch(value.strip())
    if found is None:
        return None
    sign, hours, minutes, seconds = found.groups()
    if int(hours) > 23 or int(minutes) > 59 or int(seconds or 0) > 59:
        return None
    length = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0))
    return -length if sign == "-" else length
