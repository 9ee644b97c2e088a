"""Recurrence rules: RRULE and RecurrenceRule say the same. Source: RFC 8984 §4.3.3."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, tzinfo
from typing import Any

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.foreign import Fields
from eventkit.formats.jscalendar.values import local, read_local
from eventkit.timezones import convert

__all__ = ["read_rule", "written_rule"]

_NUMBERS = {
    "BYMONTHDAY": "byMonthDay",
    "BYYEARDAY": "byYearDay",
    "BYWEEKNO": "byWeekNo",
    "BYHOUR": "byHour",
    "BYMINUTE": "byMinute",
    "BYSECOND": "bySecond",
    "BYSETPOS": "bySetPosition",
}
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_FREQUENCIES = frozenset(["secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly"])


def written_rule(rule: str, zone: tzinfo | None) -> dict[str, Any]:
    """Return an RRULE as a RecurrenceRule; its end is a local time of *zone*."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    out: dict[str, Any] = {"@type": "RecurrenceRule", "frequency": parts["FREQ"].lower()}
    if "INTERVAL" in parts:
        out["interval"] = int(parts["INTERVAL"])
    if "WKST" in parts:
        out["firstDayOfWeek"] = parts["WKST"].lower()
    if "BYDAY" in parts:
        out["byDay"] = [_day(day) for day in parts["BYDAY"].split(",")]
    if "BYMONTH" in parts:
        out["byMonth"] = parts["BYMONTH"].split(",")
    for name, key in _NUMBERS.items():
        if name in parts:
            out[key] = [int(number) for number in parts[name].split(",")]
    if "COUNT" in parts:
        out["count"] = int(parts["COUNT"])
    if "UNTIL" in parts:
        out["until"] = _until(parts["UNTIL"], zone)
    return out


def _day(text: str) -> dict[str, Any]:
    match = _DAY.fullmatch(text)
    number, day = match.groups() if match else (None, text)
    out: dict[str, Any] = {"@type": "NDay", "day": day.lower()}
    if number:
        out["nthOfPeriod"] = int(number)
    return out


def _until(text: str, zone: tzinfo | None) -> str:
    last = datetime.fromisoformat(text)
    if zone is None:
        return local(last.date())
    if len(text) == len("20191231"):
        return local(datetime.combine(last, time(23, 59, 59)))
    if last.tzinfo is None:
        return local(last)
    try:
        return local(convert(last, zone))
    except EventkitError:
        return local(last.astimezone(UTC))


def read_rule(fields: Fields, *, all_day: bool) -> str | None:
    """Return a RecurrenceRule as an RRULE, or None with a finding where there is none for it."""
    frequency = (fields.line("frequency") or "").lower()
    fields.known("@type")
    scale, skip = fields.line("rscale"), fields.line("skip")
    if frequency not in _FREQUENCIES or (scale or "gregorian") != "gregorian":
        fields.notes.warn(
            codes.NOT_CARRIED, "how it recurs has no place in the model", path=fields.path
        )
        return None
    if skip not in (None, "omit"):
        fields.notes.left(fields.at("skip"))
    parts = [f"FREQ={frequency.upper()}"]
    if (interval := fields.whole("interval")) is not None:
        parts.append(f"INTERVAL={interval}")
    parts += _end(fields, all_day=all_day)
    days = [_read_day(day) for day in fields.inners("byDay")]
    _add(parts, "BYDAY", [day for day in days if day])
    _add(parts, "BYMONTH", _numbers(fields, "byMonth"))
    for name, key in _NUMBERS.items():
        _add(parts, name, _numbers(fields, key))
    if first := fields.line("firstDayOfWeek"):
        parts.append(f"WKST={first.upper()}")
    return ";".join(parts)


def _end(fields: Fields, *, all_day: bool) -> list[str]:
    until, count = fields.text("until"), fields.whole("count")
    last = read_local(until) if until else None
    if until and last is None:
        fields.notes.warn(codes.UNREADABLE_TIME, "until is no local time", path=fields.at("until"))
    if last is not None:
        return [f"UNTIL={last:%Y%m%d}" if all_day else f"UNTIL={last:%Y%m%dT%H%M%S}"]
    return [] if count is None else [f"COUNT={count}"]


def _numbers(fields: Fields, key: str) -> list[str]:
    value = fields.take(key)
    listed = value if isinstance(value, list) else []
    return [str(one) for one in listed if re.fullmatch(r"[+-]?\d{1,3}", str(one), re.ASCII)]


def _read_day(fields: Fields) -> str | None:
    fields.known("@type")
    day, number = fields.line("day"), fields.take("nthOfPeriod")
    return f"{number if isinstance(number, int) else ''}{day.upper()}" if day else None


def _add(parts: list[str], name: str, values: list[str]) -> None:
    if values:
        parts.append(f"{name}={','.join(values)}")
