"""Naming a zone: IANA names and aliases in any case, and fixed offsets."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import TZPATH, ZoneInfo, available_timezones

from eventkit.errors import InvalidValueError, UnknownTimeZoneError
from eventkit.timezones.tables import packaged_file, packaged_version, table

__all__ = ["tzdata_version", "zone", "zone_name", "zones"]

_OFFSET = re.compile(
    r"(?:UTC|GMT)?\s*(?P<sign>[+\u2212-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?",
    re.IGNORECASE,
)
_MAX_OFFSET = timedelta(hours=18)
_MAX_NAME = 100


def zone(name: str | tzinfo) -> tzinfo:
    """
    Return the zone that *name* stands for.

    Args:
        name: An IANA name or alias in any case (``Europe/Kiev``, ``utc``), a name that Windows
            has (``W. Europe Standard Time``), ``Z``, or a fixed offset (``+05:30``, ``+0530``,
            ``UTC+2``, ``GMT-3``); a zone is checked and returned.

    Returns:
        A `zoneinfo.ZoneInfo` for a name, a `datetime.timezone` for a fixed offset.

    Raises:
        UnknownTimeZoneError: *name* is neither; the hint has the nearest names.

    Source: the IANA time zone database; CLDR; RFC 3339 §5.6 (``time-numoffset``).
    """
    if isinstance(name, tzinfo):
        return _normal(name)
    if not isinstance(name, str):
        raise UnknownTimeZoneError(
            f"a time zone is text, not {type(name).__name__}", "write e.g. 'Europe/Berlin'"
        )
    return _zone(name)


def zones(names: Iterable[str | tzinfo]) -> list[tzinfo]:
    """
    Return the zones that *names* stand for.

    Raises:
        InvalidValueError: One text was given where a list of names belongs.
        UnknownTimeZoneError: One of *names* is no zone.
    """
    if isinstance(names, (str, tzinfo)):
        raise InvalidValueError("one zone where a list of zones belongs", "write e.g. ['UTC']")
    return [zone(name) for name in names]


@lru_cache(maxsize=1024)
def _zone(name: str) -> tzinfo:
    text = name.strip()
    if not text or len(text) > _MAX_NAME or not text.isprintable():
        raise UnknownTimeZoneError(f"unknown time zone {text[:40]!r}", "write e.g. 'Europe/Berlin'")
    if text.upper() in ("Z", "UTC"):
        return ZoneInfo("UTC")
    if match := _OFFSET.fullmatch(text):
        return _fixed(text, match)
    wanted = text.casefold().replace(" ", "_")
    key = _packaged_names().get(wanted) or _windows_names().get(text.casefold())
    key = key or _iana_names().get(wanted)
    if key is None:
        raise UnknownTimeZoneError(f"unknown time zone {text!r}", _suggestion(text))
    return ZoneInfo(key)


def _fixed(text: str, match: re.Match[str]) -> tzinfo:
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if offset > _MAX_OFFSET:
        raise UnknownTimeZoneError(
            f"offset {text!r} is beyond 18 hours", "write hours and minutes, e.g. '+05:30'"
        )
    if not offset:
        return ZoneInfo("UTC")
    return timezone(offset if match["sign"] == "+" else -offset)


@lru_cache(maxsize=1)
def _packaged_names() -> dict[str, str]:
    """Map the case-folded names that tzdata lists to their true spelling."""
    listed = (packaged_file("zones") or b"").decode("ascii").split()
    return {name.casefold(): name for name in listed if name != "Factory"}


@lru_cache(maxsize=1)
def _windows_names() -> dict[str, str]:
    """Map the case-folded names that Windows has to zones. Source: CLDR, ``windowsZones``."""
    return {name.casefold(): key for name, key in table("windows")["zones"].items()}


@lru_cache(maxsize=1)
def _iana_names() -> dict[str, str]:
    """Map every case-folded name on this machine to its true spelling; it reads every file."""
    return {name.casefold(): name for name in sorted(available_timezones())}


def _suggestion(text: str) -> str:
    from eventkit.timezones.places import zones_of_city  # only for what is wrong

    city = text.rpartition("/")[2].replace("_", " ")
    if key := zones_of_city(city):
        return f"did you mean {key!r}?"
    if places := _using(text):
        return "an abbreviation is no zone; write that of the city, such as " + " or ".join(places)
    names = _iana_names()
    wanted = text.casefold().replace(" ", "_")
    cities: dict[str, str] = {}
    for folded, name in names.items():
        cities.setdefault(folded.rpartition("/")[2], name)
    near = [names[n] for n in _nearest(wanted, names)]
    near += [cities[n] for n in _nearest(wanted, cities)]
    if not near:
        return "use an IANA name such as 'Europe/Berlin' or an offset such as '+02:00'"
    return "did you mean " + " or ".join(repr(name) for name in dict.fromkeys(near[:3])) + "?"


def _using(text: str) -> list[str]:
    """Return zones with different clocks that use an abbreviation."""
    from eventkit.timezones import abbreviations  # which needs zones itself

    known = abbreviations.standard_name(text)
    if key := abbreviations.generic_zone(known):
        return [repr(key)]
    if not abbreviations.is_abbreviation(known):
        return []
    rows = abbreviations.rows(known) or [[key] for key in abbreviations.users(known)]
    return [repr(row[0]) for row in rows[:3]]


def _nearest(wanted: str, words: Iterable[str]) -> list[str]:
    """Return the words that are about as near as the nearest."""
    from difflib import SequenceMatcher, get_close_matches  # only for what is wrong

    near = get_close_matches(wanted, words, n=3, cutoff=0.75)
    ratios = [SequenceMatcher(None, wanted, word).ratio() for word in near]
    return [word for word, ratio in zip(near, ratios, strict=True) if ratio > ratios[0] - 0.05]


def _normal(tz: tzinfo) -> tzinfo:
    """Return *tz* as a `ZoneInfo` or a fixed offset in whole minutes."""
    if isinstance(tz, ZoneInfo):
        if tz.key is None:
            raise UnknownTimeZoneError("a ZoneInfo without a key", "use ZoneInfo('Europe/Berlin')")
        return tz
    if isinstance(tz, timezone):
        return _normal_offset(tz)
    key = getattr(tz, "key", None) or getattr(tz, "zone", None)  # pytz calls it zone
    if isinstance(key, str):
        return zone(key)
    raise UnknownTimeZoneError(
        f"{type(tz).__name__} does not say its IANA name", "use zoneinfo.ZoneInfo('Europe/Berlin')"
    )


@lru_cache(maxsize=1024)
def _normal_offset(tz: timezone) -> tzinfo:
    """Return a fixed offset without a name, one object for all that are the same."""
    offset = tz.utcoffset(None)
    if not offset:
        return ZoneInfo("UTC")
    if offset % timedelta(minutes=1):
        raise InvalidValueError(f"offset {offset} is not in whole minutes", "round it")
    return timezone(offset)


def tzdata_version() -> str:
    """
    Return the release of the IANA time zone database that is in use, such as ``2026f``.

    `zoneinfo` prefers the files of the system to those of the package tzdata; a system that does
    not tell its release gives ``unknown``.
    """
    for folder in TZPATH:
        if not os.path.isfile(os.path.join(folder, "Europe", "London")):
            continue
        for name in ("+VERSION", "tzdata.zi"):
            try:
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    return file.readline().removeprefix("# version ").strip()
            except OSError:
                continue
        return "unknown"
    return packaged_version()


def zone_name(tz: tzinfo) -> str:
    """
    Return the name by which `zone` finds *tz* again: ``Europe/Paris``, ``UTC``, ``+05:30``.

    Raises:
        UnknownTimeZoneError: *tz* is neither a `ZoneInfo` with a key nor a fixed offset.
    """
    tz = _normal(tz)
    if isinstance(tz, ZoneInfo):
        return tz.key
    offset = tz.utcoffset(None) or timedelta(0)
    sign = "-" if offset < timedelta(0) else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{sign}{hours:02}:{minutes:02}"
