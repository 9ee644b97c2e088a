"""The zone that a TZID names, however the program that wrote it calls zones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from eventkit.errors import EventkitError
from eventkit.formats.ical.reading.matching import all_names
from eventkit.formats.ical.reading.values import offset
from eventkit.timezones import zone

__all__ = ["zone_named"]

_NAME_MAX = 200
_DISPLAY = re.compile(r"\((?:UTC|GMT)\s*([+-]\d{1,2}:?\d{2})?\)\s*(.{1,150})", re.IGNORECASE)
# Words of the names that Windows shows, which are no city of tzdata.
_PLACES = {
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
    "atlantic time": "America/Halifax",
    "coordinated universal time": "UTC",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "arizona": "America/Phoenix",
    "central america": "America/Guatemala",
    "saskatchewan": "America/Regina",
    "newfoundland": "America/St_Johns",
    "greenland": "America/Nuuk",
    "brasilia": "America/Sao_Paulo",
    "azores": "Atlantic/Azores",
    "beijing": "Asia/Shanghai",
    "osaka": "Asia/Tokyo",
    "new delhi": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata",
    "chennai": "Asia/Kolkata",
    "islamabad": "Asia/Karachi",
    "abu dhabi": "Asia/Dubai",
    "hanoi": "Asia/Bangkok",
    "canberra": "Australia/Sydney",
    "wellington": "Pacific/Auckland",
    "pretoria": "Africa/Johannesburg",
    "west central africa": "Africa/Lagos",
    "bern": "Europe/Zurich",
    "edinburgh": "Europe/London",
}
# Names that Lotus Notes gives, by which it means the zone itself.
_NOTES = {
    "western/central europe": "Europe/Berlin",
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
}


@lru_cache(maxsize=4096)
def zone_named(tzid: str) -> tzinfo | None:
    """
    Return the zone that *tzid* names, or None.

    ``Europe/Berlin``, quoted, with a prefix such as ``/example.org/2005/``, as Windows calls or
    shows it, or an offset.
    """
    if len(tzid) > _NAME_MAX:
        return None
    for name in _candidates(tzid):
        try:
            return zone(name)
        except EventkitError:
            continue
    return _displayed(tzid.strip(" \t\"';"))


def _candidates(tzid: str) -> Iterator[str]:
    plain = tzid.strip(" \t\"';")
    yield plain
    if plain.casefold() == "tzone://microsoft/utc":
        yield "UTC"
    if plain.startswith("/"):
        parts = plain.strip("/").split("/")
        for length in (3, 2, 1):
            if len(parts) > length or (len(parts) == length > 1):
                yield "/".join(parts[-length:])


def _displayed(name: str) -> tzinfo | None:
    """Return the zone of ``(UTC+01:00) Amsterdam, Berlin``, if a city there is on that offset."""
    match = _DISPLAY.fullmatch(name)
    if match is None:
        key = _NOTES.get(name.casefold())
        return ZoneInfo(key) if key else None
    shift = offset(match[1].zfill(6) if match[1] and ":" in match[1] else match[1] or "+0000")
    for word in re.split(r"[,;/&(]", _plain(match[2])):
        key = _PLACES.get(word.strip()) or _cities().get(word.strip().replace(" ", "_"))
        if key and shift is not None and shift in _offsets(key):
            return ZoneInfo(key)
    return None


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    cities: dict[str, str] = {}
    for name in all_names():
        area, _, city = name.rpartition("/")
        if area and not area.startswith("Etc"):
            cities.setdefault(city.casefold(), name)
    return cities


def _offsets(key: str) -> set[timedelta | None]:
    place = ZoneInfo(key)
    return {datetime(2024, month, 1, tzinfo=UTC).astimezone(place).utcoffset() for month in (1, 7)}
