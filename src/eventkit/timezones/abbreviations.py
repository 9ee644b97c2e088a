"""
What people write instead of a zone: abbreviations, and what each may mean at a time.

A table derived from tzdata (tools/make_timezones.py) says which zones use an abbreviation, and the
zone files say whether it is in force there at a wall-clock time. Only what tzdata does not know is
typed in here.

Source: the IANA time zone database (zone files, ``zone.tab``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache

from eventkit.timezones.names import zone
from eventkit.timezones.tables import table

__all__ = [
    "UNSETTLED",
    "first_in_force",
    "generic_zone",
    "in_force",
    "in_season",
    "is_abbreviation",
    "meanings",
    "readings",
    "rows",
    "standard_name",
    "users",
    "zones_using",
]

_SAME_AS = {
    "MEZ": "CET", "MESZ": "CEST", "HNEC": "CET", "HAEC": "CEST", "MET": "CET", "MEST": "CEST",
    "OEZ": "EET", "OESZ": "EEST", "WEZ": "WET", "WESZ": "WEST",
}  # fmt: skip
# The clock of a region, whatever the season.
_GENERIC = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver",
    "PT": "America/Los_Angeles", "AT": "America/Halifax",
}  # fmt: skip
_CENTRAL_EUROPE = ("Berlin", "Paris", "Rome", "Madrid", "Amsterdam", "Brussels", "Vienna", "Zurich")
# Meanings that tzdata does not have: the zone, and its offset in minutes or None for any.
_BEYOND: dict[str, tuple[tuple[str, int | None], ...]] = {
    "SGT": (("Asia/Singapore", 480),), "MYT": (("Asia/Kuala_Lumpur", 480),),
    "PHT": (("Asia/Manila", 480),), "ICT": (("Asia/Bangkok", 420),),
    "GST": (("Asia/Dubai", 240), ("Atlantic/South_Georgia", -120)),
    "TRT": (("Europe/Istanbul", 180),), "BRT": (("America/Sao_Paulo", -180),),
    "ART": (("America/Argentina/Buenos_Aires", -180),), "CLT": (("America/Santiago", -240),),
    "CLST": (("America/Santiago", -180),), "COT": (("America/Bogota", -300),),
    "PET": (("America/Lima", -300),), "UYT": (("America/Montevideo", -180),),
    "NPT": (("Asia/Kathmandu", 345),), "IRST": (("Asia/Tehran", 210),),
    "AST": (("Asia/Riyadh", 180),), "SST": (("Asia/Singapore", 480),),
    "ECT": (
        ("America/Guayaquil", -300), *((f"Europe/{city}", None) for city in _CENTRAL_EUROPE),
    ),
    "AMT": (("America/Manaus", -240), ("Asia/Yerevan", 240)),
    "BT": (("Asia/Thimphu", 360), ("Europe/London", None), ("America/Sao_Paulo", -180)),
    "WST": (("Australia/Perth", 480), ("Pacific/Apia", 780)),
    "BST": (("Asia/Dhaka", 360),), "MST": (("Asia/Kuala_Lumpur", 480),),
}  # fmt: skip
# Of these no meaning is the usual one: only the context settles them.
UNSETTLED = frozenset({"IST", "CST", "AST", "SST", "ECT", "WST", "AMT", "BT"})
_NO_ABBREVIATIONS = frozenset({"LMT", "UTC", "GMT"})  # an offset, or nobody's clock
_MONTH = timedelta(days=31)
_NONE = timedelta(0)


def generic_zone(name: str) -> str | None:
    """Return the zone of a generic name such as ``ET``, or None."""
    return _GENERIC.get(name.upper())


def rows(known: str) -> list[list[str]]:
    """Return the zones of each meaning that tzdata has for an abbreviation, the likeliest first."""
    return [zones for *_, zones in table("abbreviations")["zones"].get(known, ())]


def standard_name(name: str) -> str:
    """Return the abbreviation as tzdata writes it: ``CET`` for ``MEZ``, ``ChST`` for ``CHST``."""
    upper = name.upper()
    return _SAME_AS.get(upper) or _spellings().get(upper, upper)


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, str]:
    return {name.upper(): name for name in table("abbreviations")["zones"]}


def is_abbreviation(name: str) -> bool:
    """Whether *name* is an abbreviation that stands for a time zone somewhere."""
    known = standard_name(name)
    listed = known in _BEYOND or known in _GENERIC or known in table("abbreviations")["zones"]
    return listed and known not in _NO_ABBREVIATIONS


def readings(local: datetime, key: str) -> list[datetime]:
    """
    Return *local* in the zone *key*: once, twice in a repeated hour, not at all in a gap.

    An aware time is an instant, which has one reading.
    """
    if local.tzinfo is not None:
        return [local.astimezone(zone(key))]
    first = local.replace(tzinfo=zone(key), fold=0)
    second = first.replace(fold=1)
    before, after = first.utcoffset() or _NONE, second.utcoffset() or _NONE
    try:
        local - before, local - after  # no instant beyond the first or last year
    except OverflowError:
        return []
    # By PEP 495 the two differ in a gap, where the later offset is the greater, and in a fold.
    return [] if before < after else [first] if before == after else [first, second]


def in_force(local: datetime, key: str, known: str) -> list[datetime]:
    """Return the readings of *local* in the zone *key* at which the abbreviation is in force."""
    beyond = [minutes for zone, minutes in _BEYOND.get(known, ()) if zone == key]
    offsets = {timedelta(minutes=minutes) for minutes in beyond if minutes is not None}
    return [
        when
        for when in readings(local, key)
        if when.tzname() == known or None in beyond or when.utcoffset() in offsets
    ]


def first_in_force(local: datetime, keys: Iterable[str], known: str) -> datetime | None:
    """Return *local* in the first of *keys* where the abbreviation is in force; no more is read."""
    return next((when for key in keys for when in in_force(local, key, known)), None)


def users(known: str) -> tuple[str, ...]:
    """Return the zones that ever use the abbreviation, the likeliest first."""
    listed = (key for zones in rows(known) for key in zones)
    return (*listed, *(key for key, _ in _BEYOND.get(known, ())))


def zones_using(local: datetime, name: str, seconds: int) -> list[datetime]:
    """Return *local* in every zone where *name* is in force then with an offset of *seconds*."""
    known, wanted = standard_name(name), timedelta(seconds=seconds)
    found = [when for key in users(known) for when in in_force(local, key, known)]
    return [when for when in found if when.utcoffset() == wanted]


def meanings(local: datetime, known: str) -> list[datetime]:
    """Return *local* by each meaning of the abbreviation in force then, one for each offset."""
    groups = [*rows(known), *([key] for key, _ in _BEYOND.get(known, ()))]
    found: dict[timedelta | None, datetime] = {}
    for zones in groups:
        if when := first_in_force(local, zones, known):
            found.setdefault(when.utcoffset(), when)
    return list(found.values())


def in_season(local: datetime, key: str, known: str) -> bool:
    """Whether the abbreviation is in force in a zone some months before, and some after."""
    try:
        return all(
            any(in_force(local + sign * count * _MONTH, key, known) for count in range(1, 9))
            for sign in (-1, 1)
        )
    except OverflowError:
        return False
