"""Single values: local times, durations, zones. Source: RFC 8984 §1.4."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from eventkit.timezones import zone_name

__all__ = [
    "DEPTH",
    "KEPT",
    "VENDOR",
    "custom_zone",
    "day_duration",
    "elapsed",
    "geo",
    "local",
    "read_duration",
    "read_local",
    "read_offset",
    "utc",
    "zone_id",
]

# RFC 8984 §3.3 wants a domain before the name. No one owns .example, so it meets no other.
VENDOR = "eventkit.example:"
KEPT = f"{VENDOR}event"
DEPTH = f"{VENDOR}depth"

_LOCAL = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?", re.ASCII)
_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<weeks>\d{1,5})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?P<time>T(?:(?P<hours>\d{1,7})H)?(?:(?P<minutes>\d{1,8})M)?(?:(?P<seconds>\d{1,9})(?:\.\d{1,9})?S)?)?",
    re.ASCII,
)
_OFFSET = re.compile(r"([+-])(\d\d):([0-5]\d)(?::([0-5]\d))?", re.ASCII)


def local(value: datetime | date) -> str:
    """Return a LocalDateTime; a date has midnight."""
    if not isinstance(value, datetime):
        return f"{value.isoformat()}T00:00:00"
    return value.replace(tzinfo=None).isoformat()


def read_local(text: str) -> datetime | None:
    """Return a LocalDateTime, without a fraction of a second."""
    match = _LOCAL.fullmatch(text)
    try:
        return datetime.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def utc(value: datetime) -> str:
    """Return a UTCDateTime."""
    return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def elapsed(span: timedelta, sign: str = "") -> str:
    """Return elapsed time in hours, minutes and seconds: days would be nominal."""
    minutes, seconds = divmod(int(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours}H", f"{minutes}M", f"{seconds}S"]
    first = 0 if hours else 1 if minutes else 2
    last = 3 if seconds or first == 2 else 2 if minutes else 1
    return f"{sign}PT{''.join(parts[first:last])}"


def day_duration(days: int) -> str:
    """Return a nominal duration of whole days."""
    return f"P{days}D"


def read_duration(text: str) -> tuple[timedelta, timedelta] | None:
    """Return the nominal days and the exact rest of a Duration or SignedDuration."""
    match = _DURATION.fullmatch(text)
    if match is None or text[-1] in "PT":
        return None
    number = {name: int(match[name] or 0) for name in match.groupdict() if name not in _WORDS}
    days = timedelta(days=number["days"] + 7 * number["weeks"])
    rest = timedelta(hours=number["hours"], minutes=number["minutes"], seconds=number["seconds"])
    return (-days, -rest) if match["sign"] == "-" else (days, rest)


_WORDS = ("sign", "time")


def zone_id(zone: tzinfo) -> str:
    """Return a TimeZoneId: the IANA name, or one of our own for a fixed offset."""
    return zone_name(zone) if isinstance(zone, ZoneInfo) else f"/UTC{zone_name(zone)}"


def custom_zone(zone: tzinfo) -> dict[str, Any] | None:
    """Return the TimeZone of a fixed offset, None for a zone that everybody knows."""
    if not isinstance(zone, timezone):
        return None
    name = zone_name(zone)
    rule = {
        "@type": "TimeZoneRule",
        "start": "1970-01-01T00:00:00",
        "offsetFrom": name,
        "offsetTo": name,
    }
    return {"@type": "TimeZone", "tzId": f"UTC{name}", "standard": [rule]}


def read_offset(text: str) -> timedelta | None:
    """Return a UtcOffset."""
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    span = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return -span if match[1] == "-" else span


def geo(latitude: float, longitude: float) -> str:
    """Return a geo URI. Source: RFC 5870 §3.3."""
    return f"geo:{_degrees(latitude)},{_degrees(longitude)}"


def _degrees(value: float) -> str:
    text = repr(value)
    return f"{value:.12f}".rstrip("0").rstrip(".") if "e" in text else text.removesuffix(".0")
