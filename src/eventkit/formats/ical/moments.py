"""
Dates and times as properties, and the zones that they refer to.

A single event may be written in UTC where its local time has no form of its own: the second of
two equal times (RFC 5545 §3.3.5), and the first too, as some readers take it for the second.
A series is written in its own zone throughout, for its wall clock is what recurs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from eventkit.errors import WriteError
from eventkit.formats.ical.vtimezone import fixed_offset, vtimezone
from eventkit.model import TimeSlot
from eventkit.timezones import resolve, zone, zone_name

__all__ = ["Moments", "References", "digits", "tzid", "utc"]

References = Mapping[str, tuple[int, int]]  # TZID -> first and last year

_UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Zulu"})
_TWO = tuple(f"{number:02}" for number in range(60))  # looked up sooner than formatted
_OPEN_END = 2037  # a series is described up to here where no rule of its zone goes on


def digits(value: datetime) -> str:
    """Return ``20190417T130000``."""
    v, two = value, _TWO
    return f"{v.year:04}{two[v.month]}{two[v.day]}T{two[v.hour]}{two[v.minute]}{two[v.second]}"


def utc(value: datetime) -> str:
    """Return ``20190417T110000Z``."""
    return digits(value if value.tzinfo is UTC else value.astimezone(UTC)) + "Z"


def _day(value: date) -> str:
    return value.isoformat().replace("-", "")


@lru_cache(maxsize=1024)
def tzid(zone: tzinfo) -> str | None:
    """Return the TZID of a zone, ``UTC+0530`` for a fixed offset, or None for UTC."""
    name = zone_name(zone)
    if name in _UTC_NAMES:
        return None
    return name if isinstance(zone, ZoneInfo) else f"UTC{name.replace(':', '')}"


class Moments:
    """Writes moments, and remembers in which years each zone is referred to."""

    def __init__(self, *, in_utc: bool) -> None:
        self.in_utc = in_utc
        self.exact = True  # whether the last slot was written in its own zone
        self._years: dict[str, tuple[int, int]] = {}
        self._offsets: dict[str, timedelta] = {}

    def timezones(self) -> list[str]:
        """Return a VTIMEZONE for each zone that was referred to, in the order of their names."""
        return [
            fixed_offset(name, self._offsets[name])
            if name in self._offsets
            else vtimezone(name, *self._years[name])
            for name in sorted(self._years)
        ]

    @property
    def references(self) -> References:
        """The years in which each zone is referred to, by its TZID."""
        return dict(self._years)

    def include(self, references: References) -> None:
        """Refer to these zones as well."""
        for name, years in references.items():
            place = zone(name)
            for year in years:
                self._reference(place, year)

    def single(self, slot: TimeSlot) -> str:
        """Return DTSTART and DTEND of an event that happens once."""
        start, end = slot.start, slot.end
        self.exact = True
        if not isinstance(start, datetime):
            return self._days(start, end)
        zone = start.tzinfo
        if self.in_utc or not isinstance(zone, ZoneInfo) or not _is_plain(start, end, zone):
            self.exact = isinstance(zone, ZoneInfo) and zone.key == "UTC"
            closing = f"DTEND:{utc(end)}\r\n" if isinstance(end, datetime) else ""
            return f"DTSTART:{utc(start)}\r\n{closing}"
        return self._zoned(start, end, zone, plain=True)

    def first(self, slot: TimeSlot) -> str:
        """Return DTSTART and DTEND of the first event of a series, in the zone of the series."""
        start, end = slot.start, slot.end
        self.exact = True
        if not isinstance(start, datetime) or start.tzinfo is None:
            return self._days(start, end)
        self._reference(start.tzinfo, max(start.year, _OPEN_END))
        return self._zoned(start, end, start.tzinfo)

    def local(self, name: str, value: datetime | date, zone: tzinfo | None) -> str:
        """Return a local time or date of a series as the property *name*."""
        if not isinstance(value, datetime) or zone is None:
            return f"{name};VALUE=DATE:{_day(value)}\r\n"
        where = self._reference(zone, value.year)
        if where is None:
            return f"{name}:{utc(resolve(value, zone))}\r\n"
        return f"{name};TZID={where}:{digits(value)}\r\n"

    def _zoned(
        self, start: datetime, end: datetime | date | None, zone: tzinfo, *, plain: bool = False
    ) -> str:
        """Write local times; *plain* says that those of this zone are known to be."""
        where = self._reference(zone, start.year)
        self.exact = isinstance(zone, ZoneInfo) and (where is not None or zone.key == "UTC")
        if where is None:
            closing = f"DTEND:{utc(end)}\r\n" if isinstance(end, datetime) else ""
            return f"DTSTART:{utc(start)}\r\n{closing}"
        closing = ""
        if isinstance(end, datetime):
            self._reference(zone, end.year)
            closing = f"DTEND;TZID={where}:{digits(end)}\r\n"
            if not plain and not _is_plain(end, None, zone):
                closing = f"DTEND:{utc(end)}\r\n"
                self.exact = False
        return f"DTSTART;TZID={where}:{digits(start)}\r\n{closing}"

    def _days(self, start: date, last: date | None) -> str:
        """Write dates; DTEND is the day after the last. Source: RFC 5545 §3.6.1."""
        opening = f"DTSTART;VALUE=DATE:{_day(start)}\r\n"
        if last is None:
            return opening
        if last == date.max:
            raise WriteError(
                f"the last day {last} has no day after it, which iCalendar needs",
                "give an earlier end",
            )
        return f"{opening}DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}\r\n"

    def _reference(self, zone: tzinfo, year: int) -> str | None:
        name = tzid(zone)
        if name is None:
            return None
        known = self._years.get(name)
        if known is None:
            self._years[name] = year, year
            if isinstance(zone, timezone):
                self._offsets[name] = zone.utcoffset(None)
        elif not known[0] <= year <= known[1]:
            self._years[name] = min(known[0], year), max(known[1], year)
        return name


def _is_plain(start: datetime, end: datetime | date | None, zone: tzinfo) -> bool:
    """Whether both times happen once in their zone, at an offset of whole minutes."""
    if isinstance(end, datetime) and not _happens_once(end, zone):
        return False
    return _happens_once(start, zone) and tzid(zone) is not None


def _happens_once(v: datetime, zone: tzinfo) -> bool:
    offset = zone.utcoffset(v)
    other = datetime(
        v.year, v.month, v.day, v.hour, v.minute, v.second, 0, v.tzinfo, fold=1 - v.fold
    )
    return offset is not None and offset == zone.utcoffset(other) and not offset.seconds % 60
