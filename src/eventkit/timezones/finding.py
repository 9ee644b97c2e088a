"""A zone by whatever people call it: what `zone` knows, abbreviations, cities, countries."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

import attrs

from eventkit.errors import InvalidValueError, UnknownTimeZoneError
from eventkit.timezones.abbreviations import generic_zone, is_abbreviation
from eventkit.timezones.names import zone, zone_name
from eventkit.timezones.places import city_of, countries_called, zones_of_city, zones_of_country
from eventkit.timezones.settling import Context, place_abbreviation
from eventkit.timezones.tzif import load

__all__ = ["FoundZone", "find_zone"]

_SUFFIX = re.compile(r"\s+(?:local\s+)?time$", re.IGNORECASE)
_WITH_PLACE = re.compile(r"([A-Za-z]{2,5})\s*\(([^()]+)\)")
_POSIX = re.compile(r"(?:Etc/)?GMT[+-]?\d+|[A-Z]{3}\d[A-Z]{3}|EST|MST|HST|CET|MET|EET|WET")
# The clock of a region, whatever the season.
_REGIONS = {
    "eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT", "atlantic": "AT",
    "us eastern": "ET", "us central": "CT", "us mountain": "MT", "us pacific": "PT",
}  # fmt: skip
_EUROPE = {
    "central european": "Europe/Berlin", "western european": "Europe/Lisbon",
    "eastern european": "Europe/Kyiv",
}  # fmt: skip
_SEASONS = {"central european": "CEST", "western european": "WEST", "eastern european": "EEST"}
_SUMMER = re.compile(r"(\w+ european) (?:summer|daylight)")
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
    name: str | tzinfo,
    local: datetime | None = None,
    *,
    country: str | None = None,
    language: str | None = None,
) -> FoundZone:
    """
    Return the zone that *name* stands for.

    Args:
        name: What `zone` takes; an abbreviation such as ``CEST`` or ``ET``; a city or a country,
            also with "time": ``Paris``, ``UK time``; an abbreviation with its place: ``IST
            (India)``.
        local: Time for which an abbreviation is meant, which must be in force then: a naive one
            is on the clocks of the zone that is looked for, an aware one is an instant.
        country: Two-letter code of a country, which settles what an abbreviation stands for.
        language: Tag of the language that the text around it has, which settles that too.

    Raises:
        UnknownTimeZoneError: Nobody calls a zone so, or several; the hint has the candidates.
        InvalidValueError: The abbreviation is not in force at that time, or the time is skipped
            or repeated.

    Source: the IANA time zone database; CLDR.
    """
    if not isinstance(name, str):
        return FoundZone(zone(name))
    text = _SUFFIX.sub("", name.strip())
    if local is not None and (found := _abbreviated(text, local, country, language)):
        return found
    try:
        place = zone(name)
    except UnknownTimeZoneError:
        if spoken := _spoken(text):
            return spoken
        raise
    return FoundZone(place, _trap(text, place, local))


def _trap(text: str, place: tzinfo, local: datetime | None) -> str | None:
    """Say what a name means that means what few expect."""
    if not isinstance(place, ZoneInfo):
        return None
    key = zone_name(place)
    if _POSIX.fullmatch(key):
        if key.startswith("Etc/"):
            turned = key[4:].translate(str.maketrans("+-", "-+")).replace("GMT", "UTC")
            return f"{key} has its sign turned round: it is {turned}"
        return f"{key} is the name of a zone file without a place; a city is safer"
    if local is None or not text.casefold().endswith("standard"):
        return None
    when = local.replace(tzinfo=place) if local.tzinfo is None else local.astimezone(place)
    if not when.dst():
        return None
    return f"{text} Time is what Windows calls {key}, where it is {when.tzname()} that day"


def _abbreviated(
    text: str, local: datetime, country: str | None, language: str | None
) -> FoundZone | None:
    """Return the zone of an abbreviation in any case, or None where *text* is none."""
    within: tuple[str, ...] = ()
    if match := _WITH_PLACE.fullmatch(text):
        text, within = match[1], _zones_at(match[2])
    elif match := _SUMMER.fullmatch(text.casefold()):
        text = _SEASONS.get(match[1], text)
    name = text if text == "ChST" else text.upper()
    if not is_abbreviation(name) or (match and match.re is _WITH_PLACE and not within):
        return None
    if not within and (key := generic_zone(name)):
        return FoundZone(zone(key), f"{name} is taken for the clock of {key}")
    countries = (country,) if country else ()
    around = Context(within, countries=countries, language=language)
    found = place_abbreviation(local, name, around)
    if found.when is None or found.when.tzinfo is None:
        kind = UnknownTimeZoneError if found.rivals else InvalidValueError
        raise kind(found.message, found.hint)
    return FoundZone(found.when.tzinfo, found.message)


def _zones_at(place: str) -> tuple[str, ...]:
    """Return the zones of a city or a country."""
    if key := zones_of_city(place):
        return (key,)
    return tuple(key for code in countries_called(place) for key in zones_of_country(code))


def _spoken(text: str) -> FoundZone | None:
    folded = text.casefold()
    if key := generic_zone(_REGIONS.get(folded, text)) or _EUROPE.get(folded):
        return FoundZone(zone(key), f"{text} is taken for the clock of {key}")
    if key := zones_of_city(text):
        same = folded == city_of(key).casefold()
        return FoundZone(zone(key), None if same else f"{text} is on the clock of {key}")
    keys = _different(tuple(k for code in countries_called(text) for k in zones_of_country(code)))
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
