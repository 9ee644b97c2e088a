"""What the clocks of a zone show at an instant."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

import attrs

from eventkit.timezones.local import convert
from eventkit.timezones.names import zone_name

__all__ = ["Clock", "clock"]


@attrs.frozen
class Clock:
    """
    One row of a conversion.

    Args:
        timezone: IANA name or fixed offset.
        datetime: Local time there, ISO 8601 with its offset.
        offset: From UTC, ``+05:30``.
        abbreviation: As tzdata has it, ``IST``; None where it has only a number.
        day_shift: Days from the date of the original to the date there.
    """

    timezone: str
    datetime: str
    offset: str
    abbreviation: str | None
    day_shift: int


def clock(when: datetime, tz: str | tzinfo) -> Clock:
    """
    Return what the clocks of *tz* show at *when*.

    Raises:
        NaiveDatetimeError: *when* has no UTC offset.
        UnknownTimeZoneError: *tz* is no zone.
    """
    there = convert(when, tz)
    place = there.tzinfo
    name = there.tzname() or ""
    return Clock(
        zone_name(place) if place else "",
        there.isoformat(),
        _offset(there.utcoffset() or timedelta(0)),
        name if name.isalpha() else None,
        (there.date() - when.date()).days,
    )


def _offset(offset: timedelta) -> str:
    sign = "-" if offset < timedelta(0) else "+"
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    text = f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text
