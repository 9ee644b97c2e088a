"""
What people write instead of a zone: abbreviations.

A table derived from tzdata (tools/make_timezones.py) says which zones use an abbreviation, and the
zone files say whether it is in force there at a wall-clock time. Only what tzdata does not know is
typed in here.

Source: the IANA time zone database (zone files, ``zone.tab``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import attrs

from eventkit import codes
from eventkit.timezones.places import (
    country_label,
    country_names,
    country_of,
    zones_of_country,
)
from eventkit.timezones.tables import table

__all__ = [
    "GENERIC",
    "Understood",
    "country_names",
    "generic_zone",
    "is_abbreviation",
    "place_abbreviation",
    "readings",
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
    "ECT": (("America/Guayaquil", -300), ("Europe/Berlin", None)),
    "AMT": (("America/Manaus", -240), ("Asia/Yerevan", 240)),
    "BT": (("Asia/Thimphu", 360), ("Europe/London", None), ("America/Sao_Paulo", -180)),
    "WST": (("Australia/Perth", 480), ("Pacific/Apia", 780)),
    "BST": (("Asia/Dhaka", 360),), "MST": (("Asia/Kuala_Lumpur", 480),),
}  # fmt: skip
# Of these no meaning is the usual one: only the context settles them.
_UNSETTLED = frozenset({"IST", "CST", "AST", "SST", "ECT", "WST", "AMT", "BT"})
_MONTH = timedelta(days=31)


@attrs.frozen
class Understood:
    """
    What became of an abbreviation at a wall-clock time.

    Args:
        when: The time placed in its zone, or None when it could not be.
        code: Kind of finding, from `eventkit.codes`.
        message: Why this zone, or why none.
        hint: What to write instead.
        rivals: True when another meaning is in force too.
    """

    when: datetime | None
    code: str
    message: str
    hint: str | None = None
    rivals: bool = False


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
    return (known in _BEYOND or known in GENERIC or known in _zones_with()) and known not in (
        "LMT",
        "UTC",
        "GMT",
    )


def readings(local: datetime, key: str) -> list[datetime]:
    """
    Return *local* in the zone *key*: once, twice in a repeated hour, not at all in a gap.

    An aware time is an instant, which has one reading.
    """
    if local.tzinfo is not None:
        return [local.astimezone(ZoneInfo(key))]
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
    beyond = [minutes for zone, minutes in _BEYOND.get(name, ()) if zone == key]
    offsets = {timedelta(minutes=minutes) for minutes in beyond if minutes is not None}
    return [
        when
        for when in readings(local, key)
        if when.tzname() == name or None in beyond or when.utcoffset() in offsets
    ]


def _users(known: str) -> tuple[str, ...]:
    """Return the zones that ever use the abbreviation, the likeliest first."""
    return _zones_with().get(known, ()) + tuple(key for key, _ in _BEYOND.get(known, ()))


def zones_using(local: datetime, name: str, seconds: int) -> list[datetime]:
    """Return *local* in every zone where *name* is in force then with an offset of *seconds*."""
    known, wanted = _standard(name), timedelta(seconds=seconds)
    found = [when for key in _users(known) for when in _in_force(local, key, known)]
    return [when for when in found if when.utcoffset() == wanted]


def _meanings(local: datetime, known: str) -> list[datetime]:
    """Return *local* by each meaning of the abbreviation in force then, one for each offset."""
    rows = [zones for *_, zones in table("abbreviations")["zones"].get(known, ())]
    rows += [[key] for key, _ in _BEYOND.get(known, ())]
    found: dict[timedelta | None, datetime] = {}
    for zones in rows:
        if when := _first_in_force(local, zones, known):
            found.setdefault(when.utcoffset(), when)
    return list(found.values())


def _first_in_force(local: datetime, keys: Iterable[str], known: str) -> datetime | None:
    """Return *local* in the first of *keys* where the abbreviation is in force; no more is read."""
    return next((when for key in keys for when in _in_force(local, key, known)), None)


def _seasonal(local: datetime, key: str, known: str) -> bool:
    """Whether the abbreviation is in force in a zone some months before, and some after."""
    try:
        return all(
            any(_in_force(local + sign * count * _MONTH, key, known) for count in range(1, 9))
            for sign in (-1, 1)
        )
    except OverflowError:
        return False


def _offset(when: datetime) -> str:
    minutes = (when.utcoffset() or timedelta(0)) // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _city(key: str) -> str:
    return key.rpartition("/")[2].replace("_", " ")


def _key(when: datetime) -> str:
    return when.tzinfo.key if isinstance(when.tzinfo, ZoneInfo) else "UTC"


def _country(when: datetime) -> str:
    code = country_of(_key(when))
    return country_label(code) if code else _city(_key(when))


def _clock(when: datetime) -> str:
    """Return what the clocks of a place are on: ``EDT (-04:00)``, or the offset alone."""
    name = when.tzname() or ""
    return f"{name} ({_offset(when)})" if name.isalpha() else _offset(when)


def _listed(words: list[str], last: str) -> str:
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final


def place_abbreviation(
    local: datetime, name: str, *, within: tuple[str, ...] = (), hints: tuple[str, ...] = ()
) -> Understood:
    """
    Place *local* by the abbreviation *name*.

    Args:
        local: A naive wall-clock time; an aware one is an instant.
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
    if known in _UNSETTLED:
        return _unsettled(local, name, known)
    return _by_preference(local, name, known)


def _first(keys: tuple[str, ...], known: str) -> tuple[str, ...]:
    """Return *keys*, beginning with the zone that people mean by the abbreviation."""
    preferred = _preferred(known)
    return tuple(sorted(keys, key=lambda key: key != preferred))


def _preferred(known: str) -> str | None:
    return next(iter(_users(known)), None)


def _unsettled(local: datetime, name: str, known: str) -> Understood:
    """Name the candidates, and where the abbreviation would be in force in another season."""
    found = _meanings(local, known)
    if not found:
        message = f"{name} is in force nowhere on {_spelled(local)}"
        return Understood(None, codes.AMBIGUOUS_ZONE, message, "name a city", True)
    message = f"{name} may be {_listed([_candidate(when) for when in found], 'or')}"
    if others := list(_out_of_season(local, known)):
        message += f"; {_listed(others, 'and')} that day"
    city, offset = _city(_key(found[0])), _offset(found[0])
    hint = f"write the city or the offset, e.g. '{name} ({city})' or 'UTC{offset}'"
    return Understood(None, codes.AMBIGUOUS_ZONE, message, hint, True)


def _candidate(when: datetime) -> str:
    names = dict.fromkeys((_country(when), _city(_key(when))))  # some cities are countries
    country, *city = names
    return f"{country} ({', '.join([*city, _offset(when)])})"


def _out_of_season(local: datetime, known: str) -> Iterator[str]:
    for _, _, _, (key, *_) in table("abbreviations")["zones"].get(known, ()):
        if not _in_force(local, key, known) and _seasonal(local, key, known):
            for when in readings(local, key)[:1]:
                yield f"{_city(key)} is on {_clock(when)}"


def _by_preference(local: datetime, name: str, known: str) -> Understood:
    key = _preferred(known)
    if key is None:
        return Understood(None, codes.UNKNOWN_ZONE, f"{name} is no known time zone", "name a city")
    found = _in_force(local, key, known)
    if not found and not _seasonal(local, key, known):  # some zones change what they use
        found = next(filter(None, (_in_force(local, one, known) for one in _users(known))), [])
    if not found:
        return _contradiction(local, name, key)
    key = _key(found[0])
    why = f"{name} is taken for the clock of {_city(key)}"
    offsets = [when.utcoffset() for when in found]
    others = [one for one in _meanings(local, known) if one.utcoffset() not in offsets]
    users = _zones_with().get(known, ())
    if others:
        named = [f"{_country(when)} ({_offset(when)})" for when in others]
        why += f", not of {_listed(named, 'or')}"
    elif len(users) > 1:
        why += f", one of {len(users)} zones where it is in use"
    return _placed(found, name, key, why, bool(others))


def _within(local: datetime, name: str, known: str, within: tuple[str, ...]) -> Understood:
    within = _first(within, known)
    for key in within:
        if fitting := _in_force(local, key, known):
            return _placed(fitting, name, key, f"{name} is in force in {_city(key)} that day")
    wanted = None if known in _UNSETTLED else _by_preference(local, name, known).when
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
    real = _clock(there)
    utc = there.astimezone(UTC).strftime("%H:%M")
    hint = f"write {real.split()[0]!r} if the clock there is meant ({utc} UTC)"
    if elsewhere := _first_in_force(local, _users(_standard(name)), _standard(name)):
        city = _city(_key(elsewhere))
        hint += f", or name a city that is on {name} that day, such as {city}"
    return Understood(
        None,
        codes.ABBREVIATION_NOT_IN_FORCE,
        f"{name} is not in force in {_city(key)} on {_spelled(there)}, {real} is",
        hint,
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
