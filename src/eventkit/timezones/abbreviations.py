"""
What people write instead of a zone: abbreviations, cities, countries.

A table derived from tzdata (tools/make_timezones.py) says which zones use an abbreviation, and the
zone files say whether it is in force there at a wall-clock time. Only what tzdata does not know is
typed in here.

Source: the IANA time zone database (zone files, ``zone.tab``, ``iso3166.tab``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

import attrs

from eventkit import codes
from eventkit.timezones.tables import packaged_file, packaged_rows, table

__all__ = [
    "GENERIC",
    "Understood",
    "country_names",
    "generic_zone",
    "is_abbreviation",
    "place_abbreviation",
    "readings",
    "spoken_place",
    "zones_of_city",
    "zones_of_country",
    "zones_using",
]

_SAME_AS = {
    "MEZ": "CET", "MESZ": "CEST", "HNEC": "CET", "HAEC": "CEST", "OEZ": "EET", "OESZ": "EEST",
    "WEZ": "WET", "WESZ": "WEST",
}  # fmt: skip
# The clock of a region, whatever the season.
GENERIC = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver",
    "PT": "America/Los_Angeles", "AT": "America/Halifax",
}  # fmt: skip
# Abbreviations in use that tzdata writes as numbers: the zone, and its offset in minutes.
_BEYOND = {
    "SGT": ("Asia/Singapore", 480), "MYT": ("Asia/Kuala_Lumpur", 480), "PHT": ("Asia/Manila", 480),
    "ICT": ("Asia/Bangkok", 420), "GST": ("Asia/Dubai", 240), "TRT": ("Europe/Istanbul", 180),
    "BRT": ("America/Sao_Paulo", -180), "ART": ("America/Argentina/Buenos_Aires", -180),
    "CLT": ("America/Santiago", -240), "CLST": ("America/Santiago", -180),
    "COT": ("America/Bogota", -300), "PET": ("America/Lima", -300), "UYT": ("America/Montevideo",
    -180), "NPT": ("Asia/Kathmandu", 345), "IRST": ("Asia/Tehran", 210), "AST": ("Asia/Riyadh",
    180), "SST": ("Asia/Singapore", 480), "ECT": ("America/Guayaquil", -300),
    "AMT": ("America/Manaus", -240), "BT": ("Asia/Thimphu", 360), "WST": ("Pacific/Apia", 780),
}  # fmt: skip
# Only the context settles these.
_AMBIGUOUS = {
    "IST": "India (+05:30), Israel (+02:00) or Ireland (+01:00 in summer)",
    "CST": "the United States (-06:00), China (+08:00) or Cuba (-05:00)",
    "AST": "the Atlantic coast of Canada (-04:00) or Arabia (+03:00)",
    "SST": "Samoa (-11:00) or Singapore (+08:00)",
    "ECT": "Ecuador (-05:00) or Central Europe",
    "WST": "Western Australia (+08:00) or Samoa (+13:00)",
    "AMT": "Amazonia (-04:00) or Armenia (+04:00)",
    "BT": "Bhutan (+06:00), Britain or Brasilia",
}
_RIVALS = {
    "BST": "Bangladesh (+06:00)",
    "PST": "the Philippines (+08:00)",
    "CDT": "Cuba (-04:00)",
    "MST": "Malaysia (+08:00)",
    "GST": "South Georgia (-02:00)",
}
_CITIES = {
    "beijing": "Asia/Shanghai", "peking": "Asia/Shanghai", "pechino": "Asia/Shanghai",
    "pekin": "Asia/Shanghai", "montreal": "America/Toronto", "ottawa": "America/Toronto",
    "brasilia": "America/Sao_Paulo", "rio de janeiro": "America/Sao_Paulo",
    "peninsular": "Europe/Madrid", "barcelona": "Europe/Madrid", "milan": "Europe/Rome",
    "milano": "Europe/Rome", "roma": "Europe/Rome", "parigi": "Europe/Paris",
    "londra": "Europe/London", "londres": "Europe/London", "berlino": "Europe/Berlin",
    "bruxelles": "Europe/Brussels", "brussel": "Europe/Brussels", "wien": "Europe/Vienna",
    "munich": "Europe/Berlin", "munchen": "Europe/Berlin", "hamburg": "Europe/Berlin",
    "frankfurt": "Europe/Berlin", "geneva": "Europe/Zurich", "geneve": "Europe/Zurich",
    "lisboa": "Europe/Lisbon", "kopenhagen": "Europe/Copenhagen", "moskau": "Europe/Moscow",
    "new delhi": "Asia/Kolkata", "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
    "bangalore": "Asia/Kolkata", "bengaluru": "Asia/Kolkata", "kyiv": "Europe/Kyiv",
    "washington": "America/New_York", "washington dc": "America/New_York",
    "boston": "America/New_York", "miami": "America/New_York", "san francisco":
    "America/Los_Angeles", "seattle": "America/Los_Angeles", "ciudad de mexico":
    "America/Mexico_City", "tel aviv": "Asia/Jerusalem", "abu dhabi": "Asia/Dubai",
    "canberra": "Australia/Sydney", "wellington": "Pacific/Auckland", "cape town":
    "Africa/Johannesburg", "edinburgh": "Europe/London", "strasbourg": "Europe/Paris",
    "lyon": "Europe/Paris", "marseille": "Europe/Paris", "den haag": "Europe/Amsterdam",
}  # fmt: skip
_SPOKEN = {
    "italiana": "IT", "italian": "IT", "francaise": "FR", "french": "FR", "espanola": "ES",
    "spanish": "ES", "deutsche": "DE", "german": "DE", "british": "GB", "uk": "GB", "dutch": "NL",
    "nederlandse": "NL", "suisse": "CH", "swiss": "CH", "belge": "BE", "belgian": "BE",
    "irish": "IE", "indian": "IN", "israel": "IL", "israeli": "IL", "japan": "JP", "chinese": "CN",
}  # fmt: skip


@attrs.frozen
class Understood:
    """
    What became of an abbreviation at a wall-clock time.

    Args:
        when: The time placed in its zone, or None when it could not be.
        code: Kind of finding, from `eventkit.codes`.
        message: Why this zone, or why none.
        hint: What to write instead.
        rivals: True when another meaning is in use too.
    """

    when: datetime | None
    code: str
    message: str
    hint: str | None = None
    rivals: bool = False


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).replace("_", " ")


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """Return country code -> English name. Source: tzdata ``iso3166.tab``."""
    return MappingProxyType({row[0]: row[1] for row in packaged_rows("iso3166.tab")})


@lru_cache(maxsize=1)
def _country_zones() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in packaged_rows("zone.tab"):
        found.setdefault(row[0], []).append(row[2])
    return {code: tuple(zones) for code, zones in found.items()}


def zones_of_country(code: str) -> tuple[str, ...]:
    """Return the zones of a country, the most populous first. Source: tzdata ``zone.tab``."""
    return _country_zones().get(code.upper(), ())


@lru_cache(maxsize=1)
def _city_zones() -> Mapping[str, str]:
    table = {_fold(row[2].rpartition("/")[2]): row[2] for row in packaged_rows("zone.tab")}
    return {**table, **_CITIES}


@lru_cache(maxsize=1)
def _older_names() -> Mapping[str, str]:
    """Map the cities that tzdata keeps as names of another zone, such as Timbuktu."""
    listed = (packaged_file("zones") or b"").decode("ascii").split()
    areas = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Pacific/")
    return {_fold(key.rpartition("/")[2]): key for key in listed if key.startswith(areas)}


def zones_of_city(name: str) -> str | None:
    """Return the zone whose city is *name*, in any case and accents, or None."""
    city = _fold(name.strip())
    return _city_zones().get(city) or _older_names().get(city)


def spoken_place(word: str) -> str | None:
    """Return the country that an adjective such as ``italiana`` names, or None."""
    return _SPOKEN.get(_fold(word))


def generic_zone(name: str) -> str | None:
    """Return the zone of a generic name such as ``ET``, or None."""
    return GENERIC.get(name.upper())


@lru_cache(maxsize=1)
def _zones_with() -> Mapping[str, tuple[str, ...]]:
    """Map every abbreviation of tzdata to the zones that use it, the likeliest first."""
    rows = table("abbreviations")["zones"].items()
    return {name: tuple(key for row in offsets for key in row[3]) for name, offsets in rows}


def _standard(name: str) -> str:
    upper = name.upper()
    return _SAME_AS.get(upper) or _spellings().get(upper, upper)


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, str]:
    """Map the abbreviations of tzdata in capitals to what they are: one is ``ChST``."""
    return {name.upper(): name for name in _zones_with()}


def is_abbreviation(name: str) -> bool:
    """Whether *name* is an abbreviation that stands for a time zone somewhere."""
    known = _standard(name)
    return (
        known in _BEYOND or known in GENERIC or known in _AMBIGUOUS or (known in _zones_with())
    ) and known not in ("LMT", "UTC", "GMT")


def readings(local: datetime, key: str) -> list[datetime]:
    """Return *local* in the zone *key*: once, twice in a repeated hour, not at all in a gap."""
    found: list[datetime] = []
    for fold in (0, 1):
        when = local.replace(tzinfo=ZoneInfo(key), fold=fold)
        try:
            there = when.astimezone(UTC).astimezone(when.tzinfo).replace(tzinfo=None, fold=0)
        except OverflowError:
            continue
        if there == local and all(w.utcoffset() != when.utcoffset() for w in found):
            found.append(when)
    return found


def _in_force(local: datetime, key: str, name: str) -> list[datetime]:
    beyond = _BEYOND.get(name)
    minutes = timedelta(minutes=beyond[1]) if beyond and beyond[0] == key else None
    return [
        when
        for when in readings(local, key)
        if when.tzname() == name or (minutes is not None and when.utcoffset() == minutes)
    ]


def zones_using(local: datetime, name: str, seconds: int) -> list[datetime]:
    """Return *local* in every zone where *name* is in force then with an offset of *seconds*."""
    known, wanted = _standard(name), timedelta(seconds=seconds)
    keys = _zones_with().get(known, ()) + ((_BEYOND[known][0],) if known in _BEYOND else ())
    found = [when for key in _first(keys, known) for when in _in_force(local, key, known)]
    return [when for when in found if when.utcoffset() == wanted]


def _offset(when: datetime) -> str:
    minutes = (when.utcoffset() or timedelta(0)) // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _city(key: str) -> str:
    return key.rpartition("/")[2].replace("_", " ")


def place_abbreviation(
    local: datetime, name: str, *, within: tuple[str, ...] = (), hints: tuple[str, ...] = ()
) -> Understood:
    """
    Place *local* by the abbreviation *name*.

    Args:
        local: A naive wall-clock time.
        name: Such as ``CEST``.
        within: Zones that the statement names itself; the meaning must be one of theirs.
        hints: Country codes from around; they choose inside a group, and contradict nothing.

    Source: tzdata, which abbreviation is in force in which zone at that time.
    """
    known = _standard(name)
    if within:
        return _within(local, name, known, within)
    for country in hints:
        keys = zones_of_country(country)
        for key in _first(keys, known)[: 1 if _preferred(known) in keys else None]:
            if fitting := _in_force(local, key, known):
                why = f"{name} is in force in {_city(key)} that day, and the text names " + (
                    country_names().get(country, country)
                )
                return _placed(fitting, name, key, why)
    if known in _AMBIGUOUS:
        hint = f"write the city or the offset, e.g. '{name} (Chicago)' or 'UTC-6'"
        if known == "IST":
            hint = "write the city or the offset, e.g. 'IST (India)' or 'UTC+5:30'"
        return Understood(
            None, codes.AMBIGUOUS_ZONE, f"{name} may be {_AMBIGUOUS[known]}", hint, True
        )
    return _by_preference(local, name, known)


def _first(keys: tuple[str, ...], known: str) -> tuple[str, ...]:
    """Return *keys*, beginning with the zone that people mean by the abbreviation."""
    preferred = _preferred(known)
    return tuple(sorted(keys, key=lambda key: key != preferred))


def _preferred(known: str) -> str | None:
    users = _zones_with().get(known)
    if users:
        return users[0]
    return _BEYOND[known][0] if known in _BEYOND else None


def _by_preference(local: datetime, name: str, known: str) -> Understood:
    users = _zones_with().get(known, ())
    key = _preferred(known)
    if key is None:
        return Understood(None, codes.UNKNOWN_ZONE, f"{name} is no known time zone", "name a city")
    found = _in_force(local, key, known)
    if not found:
        return _contradiction(local, name, key)
    why = f"{name} is taken for the clock of {_city(key)}"
    if known in _RIVALS:
        why += f", not of {_RIVALS[known]}"
    elif len(users) > 1:
        why += f", one of {len(users)} zones where it is in use"
    return _placed(found, name, key, why, known in _RIVALS)


def _within(local: datetime, name: str, known: str, within: tuple[str, ...]) -> Understood:
    within = _first(within, known)
    for key in within:
        if fitting := _in_force(local, key, known):
            return _placed(fitting, name, key, f"{name} is in force in {_city(key)} that day")
    wanted = None if known in _AMBIGUOUS else _by_preference(local, name, known).when
    for key in within:
        for when in readings(local, key):
            if wanted is not None and when.utcoffset() == wanted.utcoffset():
                return _placed([when], name, key, f"{_city(key)} has the offset of {name} that day")
    return _contradiction(local, name, within[0])


def _placed(
    found: list[datetime], name: str, key: str, why: str, rivals: bool = False
) -> Understood:
    if len(found) > 1:
        text = found[0].replace(tzinfo=None).isoformat(" ", "minutes")
        return Understood(
            None, codes.AMBIGUOUS_TIME, f"{text} {name} happens twice in {_city(key)}",
            "write the offset, e.g. 'UTC+1'",
        )  # fmt: skip
    hint = f"if another zone is meant, name its city; here it is {key}"
    return Understood(found[0], codes.ZONE_CHOSEN, f"{why}: {key}", hint, rivals)


def _contradiction(local: datetime, name: str, key: str) -> Understood:
    found = readings(local, key)
    text = local.isoformat(" ", "minutes")
    if not found:
        return Understood(
            None,
            codes.NONEXISTENT_TIME,
            f"{text} does not exist in {_city(key)}: the clocks skip it that day",
            "correct the time, or write the offset, e.g. 'UTC+1'",
        )
    there = found[0]
    real = there.tzname() or ""
    real = f"{real} ({_offset(there)})" if real.isalpha() else _offset(there)
    utc = there.astimezone(UTC).strftime("%H:%M")
    return Understood(
        None,
        codes.ABBREVIATION_NOT_IN_FORCE,
        f"{name} is not in force in {_city(key)} on {_spelled(local)}, {real} is",
        f"write {real.split()[0]!r} if the clock there is meant ({utc} UTC), or name a city"
        f" that is on {name} that day",
    )


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _spelled(when: datetime) -> str:
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
