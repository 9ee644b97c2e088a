"""A zone by whatever people call it: what `zone` knows, abbreviations, cities, countries."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo

import attrs

from eventkit.errors import InvalidValueError, UnknownTimeZoneError
from eventkit.timezones.abbreviations import (
    country_names,
    generic_zone,
    is_abbreviation,
    place_abbreviation,
    spoken_place,
    zones_of_city,
    zones_of_country,
)
from eventkit.timezones.names import zone
from eventkit.timezones.tzif import load

__all__ = ["FoundZone", "find_zone"]

_SUFFIX = re.compile(r"\s+(?:local\s+)?time$", re.IGNORECASE)
_POSIX = re.compile(r"(?:Etc/)?GMT[+-]?\d+|[A-Z]{3}\d[A-Z]{3}|EST|MST|HST|CET|MET|EET|WET")
_REGIONS = {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT", "atlantic": "AT"}
_SINCE = int(datetime(2015, 1, 1, tzinfo=UTC).timestamp())
_SOME = 8  # zones of a country that a message lists


@attrs.frozen
class FoundZone:
    """
    A zone, and what was assumed to find it.

    Args:
        zone: The zone.
        note: Why this one, where the name alone does not say so; None where it does.
    """

    zone: tzinfo
    note: str | None = None


def find_zone(
    name: str | tzinfo, local: datetime | None = None, *, country: str | None = None
) -> FoundZone:
    """
    Return the zone that *name* stands for.

    Args:
        name: What `zone` takes; an abbreviation such as ``CEST`` or ``ET``; a city or a country,
            also with "time": ``Paris``, ``UK time``.
        local: Naive time for which an abbreviation is meant, which must be in force then.
        country: Two-letter code of a country, which settles what an abbreviation stands for.

    Raises:
        UnknownTimeZoneError: Nobody calls a zone so, or several; the hint has the candidates.
        InvalidValueError: The abbreviation is not in force at that time, or the time is skipped
            or repeated.

    Source: the IANA time zone database; CLDR.
    """
    if not isinstance(name, str):
        return FoundZone(zone(name))
    text = _SUFFIX.sub("", name.strip())
    if local is not None and _in_capitals(text) and is_abbreviation(text):
        return _abbreviated(text, local, country)
    try:
        return FoundZone(zone(name), _trap(text))
    except UnknownTimeZoneError:
        found = _spoken(text)
        if found is None:
            raise
        return found


def _in_capitals(text: str) -> bool:
    return text.isupper() or text == "ChST"


def _trap(text: str) -> str | None:
    if not _POSIX.fullmatch(text):
        return None
    if text.startswith("Etc/"):
        turned = text[4:].translate(str.maketrans("+-", "-+")).replace("GMT", "UTC")
        return f"{text} has its sign turned round: it is {turned}"
    return f"{text} is the name of a zone file without a place; a city is safer"


def _abbreviated(name: str, local: datetime, country: str | None) -> FoundZone:
    if key := generic_zone(name):
        return FoundZone(zone(key), f"{name} is taken for the clock of {key}")
    found = place_abbreviation(local, name, hints=(country,) if country else ())
    if found.when is None or found.when.tzinfo is None:
        kind = UnknownTimeZoneError if found.rivals else InvalidValueError
        raise kind(found.message, found.hint)
    return FoundZone(found.when.tzinfo, found.message)


def _spoken(text: str) -> FoundZone | None:
    if key := generic_zone(_REGIONS.get(text.casefold(), text)):
        return FoundZone(zone(key), f"{text} is taken for the clock of {key}")
    if key := zones_of_city(text):
        same = text.casefold() == key.rpartition("/")[2].replace("_", " ").casefold()
        return FoundZone(zone(key), None if same else f"{text} is on the clock of {key}")
    code = _country(text)
    keys = _different(zones_of_country(code)) if code else []
    if not keys:
        return None
    if len(keys) == 1:
        return FoundZone(zone(keys[0]), f"{text} is on one clock, that of {keys[0]}")
    shown = ", ".join(keys[:_SOME]) + (", ..." if len(keys) > _SOME else "")
    raise UnknownTimeZoneError(f"{text} has {len(keys)} time zones", f"write one of: {shown}")


def _different(keys: tuple[str, ...]) -> list[str]:
    """Return the zones of which no two have had the same clocks since 2015."""
    found: dict[object, str] = {}
    for key in keys:
        data = load(key)
        late = tuple(onset for onset in data.onsets if onset.at >= _SINCE)
        early = tuple(onset.offset for onset in data.onsets if onset.at < _SINCE)
        found.setdefault((early[-1:], late, data.footer), key)
    return list(found.values())


def _country(text: str) -> str | None:
    folded = text.casefold()
    for code, country in country_names().items():
        if folded in (country.casefold(), country.partition(" (")[0].casefold()):
            return code
    return spoken_place(text)
