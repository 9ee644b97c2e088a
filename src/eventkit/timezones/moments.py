"""A time as scripts write it: ISO 8601, also with the name of its zone (RFC 9557)."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from typing import Literal

from eventkit.errors import InvalidValueError
from eventkit.timezones.local import Disambiguation, convert, resolve
from eventkit.timezones.names import zone, zone_name

__all__ = ["Fold", "local_part", "read_moment"]

Fold = Literal["earlier", "later"]

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<clock>\d\d:\d\d(?::\d\d)?)"
    r"\s?(?P<offset>Z|[+-]\d\d:?\d\d)?(?P<tags>(?:\[[^\[\]]{1,80}\]){0,8})",
    re.IGNORECASE,
)
_TAG = re.compile(r"\[(?P<critical>!?)(?P<content>[^\[\]]+)\]")


def local_part(text: str) -> datetime | None:
    """Return the wall clock that *text* names, whatever its zone, or None when it is no time."""
    match = _MOMENT.fullmatch(text.strip())
    try:
        return match and datetime.fromisoformat(f"{match['day']}T{match['clock']}")
    except ValueError:
        return None


def read_moment(text: str, tz: str | tzinfo, *, fold: Fold | None = None) -> datetime:
    """
    Return the instant that *text* names, on the clocks of *tz*.

    Args:
        text: ``2019-04-17 13:00``, with ``T`` or a blank; with an offset or ``Z``; with the name
            of its zone, as in ``2019-04-17T13:00:00+02:00[Europe/Paris]``.
        tz: The zone of a time without offset and name.
        fold: Which of two equal times is meant.

    Raises:
        InvalidValueError: It is no time, or its offset is not in force in its zone. ``Z`` beside
            a name is an instant and claims no offset.
        NonexistentTimeError, AmbiguousTimeError: As `resolve` says, under ``reject``.
        UnknownTimeZoneError: A name that is no zone.

    Source: RFC 3339 §5.6; RFC 9557 §3, §4.1.
    """
    match, local = _MOMENT.fullmatch(text.strip()), local_part(text)
    if match is None or local is None:
        raise InvalidValueError(
            f"{text!r:.60} is no date and time", "write e.g. '2019-04-17 13:00', '17:00' or 'now'"
        )
    named = _zone_tag(match["tags"])
    here = zone(tz)
    place = zone(named) if named else here
    if not match["offset"]:
        return convert(resolve(local, place, _policy(local, place, fold)), here)
    offset = match["offset"].upper()
    found = datetime.fromisoformat(f"{local.isoformat()}{offset}")
    there = convert(found, place)
    if there.utcoffset() != found.utcoffset() and offset != "Z":
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
            found = found or tag["content"]
        elif tag["critical"]:
            raise InvalidValueError(f"{tag.group()} is not understood", "leave it out")
    return found


def _policy(local: datetime, place: tzinfo, fold: Fold | None) -> Disambiguation:
    """Let *fold* settle a repeated time; a skipped one stays refused."""
    first, second = (local.replace(tzinfo=place, fold=n).utcoffset() for n in (0, 1))
    repeated = first is not None and second is not None and first > second
    return fold if fold and repeated else "reject"
