"""Times as other people's formats write them, placed without a guess."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

from eventkit import codes
from eventkit.errors import (
    AmbiguousTimeError,
    EventkitError,
    InvalidValueError,
    NonexistentTimeError,
    UnknownTimeZoneError,
)
from eventkit.findings import Severity
from eventkit.foreign.fields import Fields
from eventkit.foreign.notes import Notes
from eventkit.model import TimeSlot
from eventkit.plain.paths import Path
from eventkit.timezones import convert, resolve, zone

__all__ = ["code_of", "moment", "placed", "slot_of", "stamp", "zone_of"]

_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:[Zz]|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_CODES: tuple[tuple[type[EventkitError], str], ...] = (
    (NonexistentTimeError, codes.NONEXISTENT_TIME),
    (AmbiguousTimeError, codes.AMBIGUOUS_TIME),
    (UnknownTimeZoneError, codes.UNKNOWN_ZONE),
)


def code_of(error: EventkitError) -> str:
    """Return the code of the finding that an error about a time becomes."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), codes.UNREADABLE_TIME)


def moment(
    text: str | None, notes: Notes, path: Path, severity: Severity = Severity.ERROR
) -> datetime | date | None:
    """
    Return a date, or a time with or without its offset; a fraction of a second is cut off.

    What is no ISO 8601 date or time is a finding of that severity, and None.
    """
    if text is None:
        return None
    try:
        if match := _MOMENT.fullmatch(text):
            if len(text) == len("2019-04-17"):
                return date.fromisoformat(text)
            return datetime.fromisoformat(match.group().replace(" ", "")[:10] + "T" + _clock(text))
    except ValueError:
        pass
    message, hint = f"{text!r:.60} is no date or time", "write 2019-04-17T13:00:00"
    notes.add(codes.UNREADABLE_TIME, severity, message, hint, path)
    return None


def _clock(text: str) -> str:
    """Return the time of day and the offset, without a fraction."""
    return re.sub(r"[.,]\d+", "", text[11:].replace(" ", "").upper())


def stamp(fields: Fields, key: str) -> str | None:
    """Return a time stamp as documents write it; one that is not understood is a warning."""
    at = fields.at(key)
    value = moment(fields.text(key), fields.notes, at, Severity.WARNING)
    if isinstance(value, datetime) and value.tzinfo is not None:
        try:
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        except OverflowError:
            pass
    if value is not None:
        fields.notes.warn(codes.UNREADABLE_TIME, "a time stamp without offset is left out", path=at)
    return None


def zone_of(name: str | None, notes: Notes, path: Path) -> tzinfo | None:
    """Return the zone called *name*; one that is not known is an error, and None."""
    if name is None:
        return None
    try:
        return zone(name)
    except EventkitError as exc:
        notes.error(code_of(exc), exc.message, exc.hint, path)
        return None


def placed(value: datetime, place: tzinfo | None, notes: Notes, path: Path) -> datetime | None:
    """
    Return a time in its zone: an instant on the clocks there, a local time as it stands.

    A local time without a zone, and one that the clocks skip or repeat, is an error, and None.
    """
    try:
        if value.tzinfo is not None:
            return convert(value, place if place is not None else value.tzinfo)
        if place is None:
            notes.error(
                codes.NO_ZONE, f"{value.isoformat()} has no zone", "add the time zone", path
            )
            return None
        return resolve(value, place, "reject")
    except EventkitError as exc:
        notes.error(code_of(exc), exc.message, exc.hint, path)
        return None


def slot_of(
    start: datetime | date, end: datetime | date | timedelta | None, notes: Notes, path: Path
) -> TimeSlot | None:
    """
    Return the slot of both ends, or of a start and an elapsed time.

    An end that is not after the start is left out with a warning: no other is made up.
    """
    try:
        if isinstance(end, timedelta):
            if not isinstance(start, datetime) or start.tzinfo is None:
                raise InvalidValueError("a length without a time to count from", "add the time")
            if end <= timedelta(0):
                raise InvalidValueError("the length is not positive", "correct it")
            end = convert(convert(start, "UTC") + end, start.tzinfo)
        return TimeSlot(start, end)
    except (EventkitError, OverflowError) as exc:
        message = exc.message if isinstance(exc, EventkitError) else "it leaves the calendar"
        notes.warn(codes.INVALID_VALUE, f"{message}; the end is left out", "correct it", path)
    try:
        return TimeSlot(start)
    except EventkitError as exc:
        notes.error(code_of(exc), exc.message, exc.hint, path)
        return None
