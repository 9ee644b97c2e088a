"""From wall clock to instant and back: gaps, repeated hours, conversion."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from eventkit.errors import (
    AmbiguousTimeError,
    InvalidValueError,
    NaiveDatetimeError,
    NonexistentTimeError,
)
from eventkit.timezones.names import zone, zone_name

__all__ = ["Disambiguation", "convert", "resolve"]

Disambiguation = Literal["compatible", "earlier", "later", "reject"]


_SURE = (ZoneInfo, timezone)  # zones that always tell an offset


def resolve(
    local: datetime, tz: str | tzinfo, disambiguation: Disambiguation = "compatible"
) -> datetime:
    """
    Place the wall-clock time *local* in a zone.

    Args:
        local: A naive date-time.
        tz: The zone or its name.
        disambiguation: What to do where the clocks change. ``compatible``: the first of two
            equal times, and a skipped time moved forward by the gap; ``earlier`` and ``later``:
            that one of the two, a skipped time moved back or forward; ``reject``: refuse both.

    Raises:
        AmbiguousTimeError: The time happens twice, under ``reject``.
        NonexistentTimeError: The time is skipped, under ``reject``.
        InvalidValueError: *local* is aware, or out of the calendar.
        UnknownTimeZoneError: *tz* is no zone.

    Source: Temporal, ``disambiguation``; RFC 5545 §3.3.5 is ``compatible``.
    """
    if local.tzinfo is not None:
        raise InvalidValueError(
            f"{local.isoformat()} has a zone already", "use convert() for another zone"
        )
    if disambiguation not in get_args(Disambiguation):
        raise InvalidValueError(
            f"unknown disambiguation {disambiguation!r}",
            "use 'compatible', 'earlier', 'later' or 'reject'",
        )
    place = zone(tz)
    first = local.replace(tzinfo=place, fold=0)
    second = local.replace(tzinfo=place, fold=1)
    before, after = _offset(first), _offset(second)
    if before == after:
        return first
    repeated = before > after
    if disambiguation == "reject":
        raise _refusal(local, place, before, after)
    if repeated:
        return second if disambiguation == "later" else first
    # In a gap fold=0 has the offset before the change, so that its instant lies after it.
    chosen = second if disambiguation == "earlier" else first
    return chosen.astimezone(UTC).astimezone(place)


def _offset(when: datetime) -> timedelta:
    offset = when.utcoffset()
    if offset is None:
        raise NaiveDatetimeError(f"{when.isoformat()} has no UTC offset", "attach a zone")
    return offset


def _refusal(
    local: datetime, place: tzinfo, before: timedelta, after: timedelta
) -> NonexistentTimeError | AmbiguousTimeError:
    text = local.isoformat(" ", "minutes")
    if before > after:
        return AmbiguousTimeError(
            f"{text} happens twice in {zone_name(place)} that day",
            "add the UTC offset, or choose 'earlier' or 'later'",
        )
    return NonexistentTimeError(
        f"{text} does not exist in {zone_name(place)}: the clocks skip it that day",
        f"perhaps {(local + (after - before)).isoformat(' ', 'minutes')} is meant",
    )


def convert(when: datetime, to: str | tzinfo) -> datetime:
    """
    Return the same instant on the clocks of another zone.

    Raises:
        NaiveDatetimeError: *when* has no UTC offset.
        UnknownTimeZoneError: *to* is no zone.
        InvalidValueError: The result lies outside the years 1 to 9999.
    """
    try:
        if when.tzinfo is UTC and type(to) is ZoneInfo:
            return when.astimezone(to)  # the common case, so nothing else is asked first
        place, here = zone(to), when.tzinfo
        if type(here) in _SURE and here is not place:
            return when.astimezone(place)
        if when.utcoffset() is None:
            raise NaiveDatetimeError(
                f"{when.isoformat()} is naive, so it is no instant",
                "place it first: resolve(when, 'Europe/Berlin')",
            )
        # Within one zone astimezone() would leave a skipped time as it is.
        return when.astimezone(UTC).astimezone(place)
    except OverflowError as exc:
        raise InvalidValueError(f"{when.isoformat()} leaves the calendar there") from exc
