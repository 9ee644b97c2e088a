"""Which IANA zone has the clocks that a VTIMEZONE describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

from eventkit.formats.ical.reading.observances import Observances

__all__ = ["agrees", "all_names", "matching"]

# Many programs write the onset in the clock after the change, or a second early.
_TOLERANCE = timedelta(hours=3)
_STEP = timedelta(days=15)
_YEARS_MAX = 20
# Of the zones with the same rules, the one that most people mean. Source: CLDR, windowsZones.
_USUAL_NAMES = (
    "Europe/Berlin Europe/London Europe/Paris Europe/Kyiv Europe/Bucharest Europe/Istanbul"
    " Europe/Moscow Europe/Lisbon America/New_York America/Chicago America/Denver"
    " America/Los_Angeles America/Anchorage America/Halifax America/St_Johns America/Sao_Paulo"
    " America/Santiago America/Asuncion America/Mexico_City America/Havana Atlantic/Azores"
    " America/Nuuk Australia/Sydney Australia/Adelaide Pacific/Auckland Pacific/Chatham"
    " Asia/Jerusalem Asia/Beirut Asia/Amman Asia/Damascus Asia/Tehran Africa/Cairo"
    " Africa/Casablanca Asia/Baku Asia/Yerevan Pacific/Fiji Pacific/Apia America/Montevideo"
)


@lru_cache(maxsize=1)
def all_names() -> tuple[str, ...]:
    """Return the names of the zones that tzdata has."""
    listed = resources.files("tzdata").joinpath("zones").read_text("utf-8").split()
    return tuple(name for name in listed if name != "Factory")


def agrees(place: tzinfo, said: Observances, first: datetime, last: datetime) -> bool:
    """Whether the clocks of *place* are as *said* from one instant to another, naive in UTC."""
    if not _same_at(place, said, (first, last)):
        return False
    inside = (change.utc for change in said.changes if first < change.utc < last)
    around = ((at - _TOLERANCE, at + _TOLERANCE) for at in inside)
    if not all(_same_at(place, said, _clipped(pair, first, last)) for pair in around):
        return False
    return _same_at(place, said, _regularly(first, last))


def _clipped(
    pair: tuple[datetime, datetime], first: datetime, last: datetime
) -> Iterator[datetime]:
    return (at for at in pair if first <= at <= last)


def _regularly(first: datetime, last: datetime) -> Iterator[datetime]:
    at = first
    while at < last:
        yield at
        at += _STEP


def _same_at(place: tzinfo, said: Observances, instants: Iterable[datetime]) -> bool:
    for at in instants:
        there = at.replace(tzinfo=UTC).astimezone(place).utcoffset()
        if there != said.offset_in_utc(at):
            near = (at - _TOLERANCE, at + _TOLERANCE)
            if there not in {said.offset_in_utc(when) for when in near}:
                return False
    return True


def matching(said: Observances, tzid: str, first_year: int, last_year: int) -> tzinfo | None:
    """
    Return the zone whose clocks are as *said* in these years.

    Returns:
        A fixed offset where the clocks do not change; None where no zone changes so.
    """
    last_year = min(last_year, first_year + _YEARS_MAX)
    first, last = datetime(first_year, 1, 2), datetime(last_year, 12, 30)
    if not any(first < change.utc < last for change in said.changes):
        shift = said.offset_in_utc(first)
        return None if shift % timedelta(minutes=1) else timezone(shift)
    known = set(all_names())
    wanted = tzid.casefold().replace(" ", "_")
    hinted = [name for name in known if name.rpartition("/")[2].casefold() in wanted]
    hinted.sort(key=lambda name: (-len(name), name))
    for name in dict.fromkeys([*hinted, *_USUAL_NAMES.split(), *all_names()]):
        if name in known and agrees(ZoneInfo(name), said, first, last):
            return ZoneInfo(name)
    return None
