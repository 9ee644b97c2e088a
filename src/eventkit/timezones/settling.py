"""
Which meaning of an abbreviation a statement has: by what stands around it, or by what is usual.

Nothing is chosen in silence: each answer says why, and what else it may have been.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs

from eventkit import codes
from eventkit.timezones.abbreviations import (
    UNSETTLED,
    first_in_force,
    in_force,
    in_season,
    meanings,
    readings,
    rows,
    standard_name,
    users,
)
from eventkit.timezones.clocks import abbreviation, offset_text
from eventkit.timezones.places import (
    city_of,
    countries_speaking,
    country_label,
    country_of,
    zones_of_country,
)
from eventkit.timezones.plain import day_text

__all__ = ["Context", "Understood", "place_abbreviation"]


@attrs.frozen
class Context:
    """
    What stands around an abbreviation.

    Args:
        within: Zones that are named beside it; the meaning must be one of theirs.
        moments: Instants that the statement also gives in other zones; one of them is meant.
        countries: Codes of countries named around.
        language: Tag of the language that it is written in. English says nothing about where.
    """

    within: tuple[str, ...] = ()
    moments: tuple[datetime, ...] = ()
    countries: tuple[str, ...] = ()
    language: str | None = None


@attrs.frozen
class Understood:
    """
    What became of an abbreviation at a wall-clock time.

    Args:
        when: The time placed in its zone, or None when it could not be.
        code: Kind of finding, from `eventkit.codes`.
        message: Why this zone, or why none.
        hint: What to write instead.
        rivals: True when another meaning is in force too, and nothing around decides.
    """

    when: datetime | None
    code: str
    message: str
    hint: str | None = None
    rivals: bool = False


def place_abbreviation(local: datetime, name: str, context: Context | None = None) -> Understood:
    """
    Place *local* by the abbreviation *name*.

    Args:
        local: A naive wall-clock time; an aware one is an instant.
        name: Such as ``CEST``.
        context: What settles it where it has several meanings.

    Source: tzdata, which abbreviation is in force in which zone at that time.
    """
    known, around = standard_name(name), context or Context()
    if around.within:
        return _within(local, name, known, around.within)
    if found := _by_moment(local, known, around.moments):
        why = f"{_there(name, found)}, where it is the same moment as another time in the text"
        return _placed(found, name, why)
    if found := _in_countries(local, known, around.countries):
        country = country_label(country_of(_key(found[0])) or "")
        return _placed(found, name, f"{_there(name, found)}, and the text names {country}")
    if len(meanings(local, known)) > 1 and (found := _by_language(local, known, around.language)):
        why = f"{_there(name, found)}, where people speak the language of the text"
        return _placed(found, name, f"{why} ({around.language})")
    if known in UNSETTLED:
        return _unsettled(local, name, known)
    return _by_preference(local, name, known)


def _by_moment(local: datetime, known: str, moments: Iterable[datetime]) -> list[datetime]:
    """Return the meaning that is at one of *moments*, or nothing where several are or none is."""
    instants = {moment.astimezone(UTC) for moment in moments}
    if not instants:
        return []
    found = [when for when in meanings(local, known) if when.astimezone(UTC) in instants]
    return found if len(found) == 1 else []


def _in_countries(local: datetime, known: str, countries: Iterable[str]) -> list[datetime]:
    """Return the meaning that the abbreviation has in *countries*, or nothing for several."""
    found: list[list[datetime]] = []
    for country in countries:
        keys = zones_of_country(country)
        preferred = _preferred(known)
        for key in (preferred,) if preferred in keys else keys:
            if fitting := in_force(local, key, known):
                found.append(fitting)
    offsets = {when.utcoffset() for fitting in found for when in fitting[:1]}
    return found[0] if len(offsets) == 1 else []


def _by_language(local: datetime, known: str, language: str | None) -> list[datetime]:
    """Return the meaning where people speak it, or nothing where it may be a slip for another."""
    countries = countries_speaking(language) if language else ()
    spoken = {key for country in countries for key in zones_of_country(country)}
    if any(key in spoken and in_season(local, key, known) for key in _resting(local, known)):
        return []
    return _in_countries(local, known, countries)


def _resting(local: datetime, known: str) -> Iterator[str]:
    """Yield the zones that use the abbreviation, but are on another that day."""
    return (key for key in users(known) if not in_force(local, key, known))


def _preferred(known: str) -> str | None:
    return next(iter(users(known)), None)


def _unsettled(local: datetime, name: str, known: str) -> Understood:
    """Name the candidates, and where the abbreviation would be in force in another season."""
    found = meanings(local, known)
    if not found:
        message = f"{name} is in force nowhere on {day_text(local)}"
        return Understood(None, codes.AMBIGUOUS_ZONE, message, "name a city", True)
    message = f"{name} may be {_listed([_candidate(when) for when in found], 'or')}"
    if others := list(_out_of_season(local, known)):
        message += f"; {_listed(others, 'and')} that day"
    city, offset = _city(found[0]), _offset(found[0])
    hint = f"write the city or the offset, e.g. '{name} ({city})' or 'UTC{offset}'"
    return Understood(None, codes.AMBIGUOUS_ZONE, message, hint, True)


def _candidate(when: datetime) -> str:
    country, *city = dict.fromkeys((_country(when), _city(when)))  # some cities are countries
    return f"{country} ({', '.join([*city, _offset(when)])})"


def _out_of_season(local: datetime, known: str) -> Iterator[str]:
    for key, *_ in rows(known):
        if not in_force(local, key, known) and in_season(local, key, known):
            for when in readings(local, key)[:1]:
                yield f"{_city(when)} is on {_clock(when)}"


def _by_preference(local: datetime, name: str, known: str) -> Understood:
    key = _preferred(known)
    if key is None:
        return Understood(None, codes.UNKNOWN_ZONE, f"{name} is no known time zone", "name a city")
    found = in_force(local, key, known)
    if not found and not in_season(local, key, known):  # some zones change what they use
        found = next(filter(None, (in_force(local, one, known) for one in users(known))), [])
    if not found:
        return _contradiction(local, name, key)
    why = f"{name} is taken for the clock of {_city(found[0])}"
    offsets = [when.utcoffset() for when in found]
    others = [one for one in meanings(local, known) if one.utcoffset() not in offsets]
    count = sum(map(len, rows(known)))
    if others:
        named = [f"{_country(when)} ({_offset(when)})" for when in others]
        why += f", not of {_listed(named, 'or')}"
    elif count > 1:
        why += f", one of {count} zones where it is in use"
    return _placed(found, name, why, bool(others))


def _within(local: datetime, name: str, known: str, within: tuple[str, ...]) -> Understood:
    preferred = _preferred(known)
    within = tuple(sorted(within, key=lambda key: key != preferred))
    for key in within:
        if found := in_force(local, key, known):
            return _placed(found, name, _there(name, found))
    wanted = None if known in UNSETTLED else _by_preference(local, name, known).when
    for key in within:
        for when in readings(local, key):
            if wanted is not None and when.utcoffset() == wanted.utcoffset():
                return _placed([when], name, f"{city_of(key)} has the offset of {name} that day")
    return _contradiction(local, name, within[0])


def _there(name: str, found: list[datetime]) -> str:
    return f"{name} is in force in {_city(found[0])} that day"


def _placed(found: list[datetime], name: str, why: str, rivals: bool = False) -> Understood:
    if len(found) > 1:
        text = found[0].replace(tzinfo=None).isoformat(" ", "minutes")
        return Understood(
            None, codes.AMBIGUOUS_TIME, f"{text} {name} happens twice in {_city(found[0])}",
            "write the offset, e.g. 'UTC+1'",
        )  # fmt: skip
    key = _key(found[0])
    hint = f"if another zone is meant, name its city; here it is {key}"
    return Understood(found[0], codes.ZONE_CHOSEN, f"{why}: {key}", hint, rivals)


def _contradiction(local: datetime, name: str, key: str) -> Understood:
    found = readings(local, key)
    if not found:
        text = local.isoformat(" ", "minutes")
        return Understood(
            None, codes.NONEXISTENT_TIME,
            f"{text} does not exist in {city_of(key)}: the clocks skip it that day",
            "correct the time, or write the offset, e.g. 'UTC+1'",
        )  # fmt: skip
    there = found[0]
    real = _clock(there)
    utc = there.astimezone(UTC).strftime("%H:%M")
    hint = f"write {real.split()[0]!r} if the clock there is meant ({utc} UTC)"
    known = standard_name(name)
    if elsewhere := first_in_force(local, users(known), known):
        hint += f", or name a city that is on {name} that day, such as {_city(elsewhere)}"
    message = f"{name} is not in force in {city_of(key)} on {day_text(there)}, {real} is"
    return Understood(None, codes.ABBREVIATION_NOT_IN_FORCE, message, hint)


def _key(when: datetime) -> str:
    return when.tzinfo.key if isinstance(when.tzinfo, ZoneInfo) else "UTC"


def _city(when: datetime) -> str:
    return city_of(_key(when))


def _country(when: datetime) -> str:
    code = country_of(_key(when))
    return country_label(code) if code else _city(when)


def _offset(when: datetime) -> str:
    return offset_text(when.utcoffset() or timedelta(0))


def _clock(when: datetime) -> str:
    """Return what the clocks of a place are on: ``EDT (-04:00)``, or the offset alone."""
    name = abbreviation(when)
    return f"{name} ({_offset(when)})" if name else _offset(when)


def _listed(words: list[str], last: str) -> str:
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final
