"""What the clocks of several zones show at an instant, and when people there can meet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol

import attrs

from eventkit.errors import InvalidValueError, NaiveDatetimeError
from eventkit.timezones.local import convert
from eventkit.timezones.names import zone_name
from eventkit.timezones.names import zones as all_zones

__all__ = ["Clock", "Slot", "WorldClock", "WorldClockRow", "clock", "offset_text", "world_clock"]


class Slot(Protocol):
    """Anything with a start and an end, such as a `TimeSlot`."""

    @property
    def start(self) -> datetime | date: ...
    @property
    def end(self) -> datetime | date | None: ...


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
    return Clock(
        zone_name(there.tzinfo) if there.tzinfo else "",
        there.isoformat(),
        offset_text(there.utcoffset() or timedelta(0)),
        abbreviation(there),
        (there.date() - when.date()).days,
    )


def abbreviation(when: datetime) -> str | None:
    """Return the abbreviation in force, or None where tzdata has only a number."""
    name = when.tzname() or ""
    return name if name.isalpha() else None


def offset_text(offset: timedelta) -> str:
    """Return ``+05:30``, with seconds where there are any."""
    sign = "-" if offset < timedelta(0) else "+"
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    text = f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text


@attrs.frozen
class WorldClockRow:
    """
    A slot on the clocks of one zone.

    Args:
        timezone: IANA name or fixed offset.
        start: Local start.
        end: Local end, or None when it is not known.
        day_shift: Days from the date of the original start to the date there.
        end_day_shift: The same for the end; 0 when it is not known.
        offset: From UTC at the start, ``+05:30``.
        abbreviation: As tzdata has it at the start; None where it has only a number.
    """

    timezone: str
    start: datetime
    end: datetime | None
    day_shift: int
    end_day_shift: int
    offset: str
    abbreviation: str | None

    @property
    def hours(self) -> str:
        """From start to end, ``23:00–01:00 (+1)`` with the days from the one to the other."""
        if self.end is None:
            return f"{self.start:%H:%M}"
        days = self.end_day_shift - self.day_shift
        return f"{self.start:%H:%M}\u2013{self.end:%H:%M}" + (f" ({days:+})" if days else "")


@attrs.frozen
class WorldClock:
    """The rows of a world clock, the first being that of the slot itself; a notebook draws it."""

    rows: tuple[WorldClockRow, ...]

    def to_svg(self) -> str:
        """Return the picture of a day for each zone: night, working hours, and the slot."""
        from eventkit.timezones.ribbon import ribbon

        return ribbon(self.rows)

    def to_html(self) -> str:
        """Return the picture and a table of the rows."""
        from eventkit.timezones.notebook import html

        return html(self.rows)

    def _repr_svg_(self) -> str:
        return self.to_svg()

    def _repr_html_(self) -> str:
        return self.to_html()


def world_clock(slot: Slot, zones: Iterable[str | tzinfo]) -> WorldClock:
    """
    Return *slot* on the clocks of its own zone and of *zones*.

    Args:
        slot: Anything with an aware ``start`` and an aware ``end`` or None.
        zones: Zones or their names.

    Raises:
        InvalidValueError: *slot* has dates, which are on no clock; or *zones* is no list.
        NaiveDatetimeError: Its times have no zone.
        UnknownTimeZoneError: One of *zones* is none.
    """
    start, end = slot.start, slot.end
    if not isinstance(start, datetime):
        raise InvalidValueError("a slot of dates is on no clock", "give it a time")
    if start.tzinfo is None:
        raise NaiveDatetimeError(
            f"{start.isoformat()} is a naive time", "place it first: resolve(when, 'Europe/Berlin')"
        )
    finish = end if isinstance(end, datetime) else None
    places = [start.tzinfo, *all_zones(zones)]
    return WorldClock(tuple(_row(start, finish, place) for place in places))


def _row(start: datetime, end: datetime | None, place: tzinfo) -> WorldClockRow:
    there = convert(start, place)
    until = None if end is None else convert(end, place)
    return WorldClockRow(
        zone_name(place),
        there,
        until,
        (there.date() - start.date()).days,
        0 if until is None else (until.date() - start.date()).days,
        offset_text(there.utcoffset() or timedelta(0)),
        abbreviation(there),
    )
