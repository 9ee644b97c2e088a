"""A time as scripts write it: ISO 8601, also with the name of its zone (RFC 9557)."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from typing import Literal

from eventkit.errors import InvalidValueError
from eventkit.timezones.local import Disambiguation, convert, resolve
from eventkit.timezones.names import zone, zone_name

__all__ = ["Fold", "read_moment", "stated"]

Fold = Literal["earlier", "later"]

_CLOCK = r"(?:[01]\d|2[0-3])"
_FRACTION = r"(?:[.,]\d{1,6}0*)?"  # what is finer than microseconds cannot be kept
_MOMENT = re.compile(
    rf"(?P<local>\d{{4}}-\d\d-\d\d[T ]{_CLOCK}:\d\d(?::\d\d{_FRACTION})?"
    rf"|\d{{8}}T{_CLOCK}\d\d(?:\d\d{_FRACTION})?)"
    r"\s?(?P<offset>Z|[+-]\d\d(?::?\d\d)?)?(?P<tags>(?:\[[^\[\]]{1,80}\]){0,8})",
    re.IGNORECASE,
)
_TAG = re.compile(r"\[(?P<critical>!?)(?P<content>[^\[\]]+)\]")


def stated(text: str) -> datetime | None:
    """
    Return the time that *text* states, whatever its zone, or None when it is no time.

    It is aware where the text has an offset, and naive where not.
    """
    match = _MOMENT.fullmatch(text.strip())
    return match and _stated(match)


def _stated(match: re.Match[str]) -> datetime | None:
    try:
        return datetime.fromisoformat(f"{match['local']}{match['offset'] or ''}".upper())
    except ValueError:
        return None


def read_moment(text: str, tz: str | tzinfo, *, fold: Fold | None = None) -> datetime:
    """
    Return the instant that *text* names, on the clocks of *tz*.

    Args:
        text: ``2019-04-17 13:00``, with ``T`` or a blank, or ``20190417T1300``; with an offset or
            ``Z``; with the name of its zone, as in ``2019-04-17T13:00:00+02:00[Europe/Paris]``.
        tz: The zone of a time without offset and name.
        fold: Which of two equal times is meant.

    Raises:
        InvalidValueError: It is no time, or its offset is not in force in its zone. ``Z`` beside
            a name is an instant and claims no offset.
        NonexistentTimeError, AmbiguousTimeError: As `resolve` says, under ``reject``.
        UnknownTimeZoneError: A name that is no zone.

    Source: ISO 8601-1:2019 §5.4.2; RFC 3339 §5.6; RFC 9557 §3, §4.1.
    """
    match = _MOMENT.fullmatch(text.strip())
    found = match and _stated(match)
    if match is None or found is None:
        raise InvalidValueError(
            f"{text!r:.60} is no date and time",
            "write e.g. '2019-04-17 13:00', '17:00' or 'now', and the zone beside it, not in it",
        )
    named = _zone_tag(match["tags"])
    here = zone(tz)
    place = zone(named) if named else here
    if found.tzinfo is None:
        return convert(resolve(found, place, _policy(found, place, fold)), here)
    there = convert(found, place)
    if there.utcoffset() != found.utcoffset() and match["offset"].upper() != "Z":
        raise InvalidValueError(
            f"the offset of {found.isoformat()} is not that of {zone_name(place)}",
            f"that instant is {there.isoformat()} there; leave the offset out, or correct it",
        )
    return convert(found, here)


def _zone_tag(tags: str) -> str | None:
    """Return the zone in the brackets; others are passed over unless they are critical."""
    found = None
    for tag in _TAG.finditer(tags):
        if "=" not in tag["content"]:
            if found:
                raise InvalidValueError(f"{tag.group()} is a second zone", f"write [{found}] alone")
            found = tag["content"]
        elif tag["critical"]:
            raise InvalidValueError(f"{tag.group()} is not understood", "leave it out")
    return found


def _policy(local: datetime, place: tzinfo, fold: Fold | None) -> Disambiguation:
    """Let *fold* settle a repeated time; a skipped one stays refused."""
    first, second = (local.replace(tzinfo=place, fold=n).utcoffset() for n in (0, 1))
    repeated = first is not None and second is not None and first > second
    return fold if fold and repeated else "reject"
