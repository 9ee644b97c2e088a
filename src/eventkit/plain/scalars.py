"""Single values as documents spell them: strict in, canonical out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from typing import Any

from eventkit.errors import InvalidValueError, NaiveDatetimeError
from eventkit.model import TimeSlot
from eventkit.plain.refusals import (
    ContradictionError,
    MissingKeyError,
    UnknownKeyError,
    WrongTypeError,
)
from eventkit.timezones import resolve, zone, zone_name

__all__ = [
    "SLOT_KEYS",
    "placed",
    "read_date",
    "read_duration",
    "read_exactly",
    "read_float",
    "read_instant",
    "read_local",
    "read_moment",
    "read_price",
    "read_slot",
    "read_text",
    "read_word",
    "slot_without_start",
    "type_word",
    "unknown_slot_key",
    "write_duration",
    "write_moment",
    "write_price",
    "write_slot",
    "zone_of",
]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(?::\d\d)?(?:[Zz]|[+-]\d\d:\d\d)?)?", re.ASCII)
_DURATION = re.compile(r"P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})S)?)?")


SLOT_KEYS = ("start", "end", "timezone", "tzdata")
_SLOT_KEYS = frozenset(SLOT_KEYS)
_WORDS = {
    type(None): "null", bool: "true or false", int: "a number", float: "a number",
    Decimal: "a number", str: "text", list: "a list", tuple: "a list", dict: "an object",
}  # fmt: skip


def type_word(value: Any) -> str:
    """Return what a reader of documents calls the type of *value*."""
    return _WORDS.get(type(value), type(value).__name__)


def _wrong_type(wanted: str, value: Any, hint: str) -> InvalidValueError:
    return WrongTypeError(f"{wanted} is wanted, not {type_word(value)}", hint)


def read_exactly(kind: type) -> Callable[[Any], Any]:
    """Return what passes on values of *kind* and refuses all others: ``"false"`` is no bool."""
    wanted, hint = {
        str: ("text", "put it in quotes"),
        int: ("a whole number", "write digits without quotes"),
        bool: ("true or false", "write true or false, without quotes"),
    }[kind]

    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise _wrong_type(wanted, value, hint)
        return value

    return read


read_text = read_exactly(str)


def read_float(value: Any) -> float:
    """Structure a number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise _wrong_type("a number", value, "write digits without quotes")
    try:
        return float(value)
    except OverflowError:
        raise InvalidValueError("the number is too large", "write fewer digits") from None


def read_word(kind: type[Enum]) -> Callable[[Any], Any]:
    """Return what structures one of the words of *kind*."""
    example = next(iter(kind)).value

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            raise _wrong_type("a word", value, f"write e.g. {example}")
        return kind(value)

    return read


def _text(value: Any, example: str) -> str:
    if not isinstance(value, str):
        raise _wrong_type("text", value, f"write {example!r}")
    return value


def _any_moment(value: Any) -> datetime | date:
    if not isinstance(value, str):
        raise _wrong_type("text", value, "write '2019-04-17T13:00'")
    try:
        if match := _MOMENT.fullmatch(value):
            kind = datetime if match[1] else date
            return kind.fromisoformat(value)
    except ValueError:
        pass
    raise InvalidValueError(f"{value!r:.60} is no date or time", "write e.g. '2019-04-17T13:00'")


def read_date(value: Any) -> date:
    """Structure a date, such as ``2019-04-17``."""
    found = _any_moment(value)
    if isinstance(found, datetime):
        raise InvalidValueError(f"{value!r:.60} has a time", "write the date alone")
    return found


def read_moment(value: Any) -> datetime | date:
    """Structure a date, or a time with its offset."""
    found = _any_moment(value)
    if isinstance(found, datetime) and found.tzinfo is None:
        raise InvalidValueError(f"{value!r:.60} has no offset", "add it, e.g. '+02:00' or 'Z'")
    return found


def read_instant(value: Any) -> datetime:
    """Structure a time with its offset."""
    found = read_moment(value)
    if not isinstance(found, datetime):
        raise InvalidValueError(f"{value!r:.60} has no time", "write e.g. '2019-04-17T13:00Z'")
    return found


def read_local(value: Any) -> datetime | date:
    """Structure a local time, or a date, in the zone of the event."""
    return _any_moment(value)


def read_price(value: Any) -> Decimal | str | int:
    """Pass on a price as text or number; the model reads it exactly."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise _wrong_type("a price", value, "write e.g. '10.50'")
    return value


def read_duration(value: Any) -> timedelta:
    """Structure an ISO 8601 duration in whole seconds, such as ``PT1H30M``."""
    text = _text(value, "PT1H30M")
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groups()):
        raise InvalidValueError(f"{text!r:.60} is no duration", "write e.g. 'PT1H30M'")
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def write_duration(value: timedelta) -> str:
    """Return ``PT…`` in hours, minutes and seconds."""
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")


def write_moment(value: datetime | date) -> str:
    """Return ISO 8601, with ``Z`` for UTC."""
    text = value.isoformat()
    is_utc = isinstance(value, datetime) and value.tzinfo is UTC
    return text.removesuffix("+00:00") + "Z" if is_utc else text


def read_slot(value: Any) -> TimeSlot:
    """
    Structure ``{start, end, timezone}``.

    The wall clock and the zone decide; an offset beside a zone is checked against it. ``tzdata``
    says which rules it was written by; see `rules`.
    """
    if not isinstance(value, dict):
        raise _wrong_type("a slot", value, "write {start: ..., end: ..., timezone: ...}")
    if not _SLOT_KEYS.issuperset(value):
        raise unknown_slot_key(next(key for key in value if key not in SLOT_KEYS))
    if "start" not in value:
        raise slot_without_start()
    place = zone_of(value.get("timezone"))
    if value.get("tzdata") is not None:
        _text(value["tzdata"], "2026f")
    end = value.get("end")
    return TimeSlot(placed(value["start"], place), None if end is None else placed(end, place))


def zone_of(name: Any) -> tzinfo | None:
    """Structure the name of a zone, or nothing."""
    return None if name is None else zone(_text(name, "Europe/Paris"))


def unknown_slot_key(key: Any) -> UnknownKeyError:
    """Return the error for a key that a slot does not have."""
    return UnknownKeyError(f"unknown key {str(key)[:60]!r} in slot", "use start, end and timezone")


def slot_without_start() -> MissingKeyError:
    """Return the error for a slot that does not say when it starts."""
    return MissingKeyError("a slot without start", "add start: 2019-04-17T13:00")


def placed(value: Any, place: tzinfo | None) -> datetime | date:
    """
    Place a start or an end in the zone of the slot.

    Raises:
        ContradictionError: Its offset is not in force there.
        InvalidValueError: It is no time or date, or has no zone, or is skipped or repeated.
    """
    found = _any_moment(value)
    if not isinstance(found, datetime):
        if place is not None:
            raise InvalidValueError(
                f"{value} is a date, which has no zone", "add the time, or leave timezone out"
            )
        return found
    if place is None:
        if found.tzinfo is None:
            raise NaiveDatetimeError(f"{value} has no zone", "add e.g. timezone: Europe/Paris")
        return found
    if found.tzinfo is None:
        return resolve(found, place, "reject")
    offset = found.tzinfo.utcoffset(found)
    first = datetime.combine(found, found.time(), place)
    if place.utcoffset(first) == offset:
        return first
    second = first.replace(fold=1)
    if place.utcoffset(second) == offset:
        return second
    right = found.replace(tzinfo=place).isoformat()
    raise ContradictionError(
        f"the offset of {value} contradicts {zone_name(place)}",
        f"that wall clock is {right} there; correct the offset or leave it out",
    )


def write_price(value: Decimal) -> str:
    """Return all digits of a price, as text."""
    return f"{value:f}"


def write_slot(slot: TimeSlot) -> dict[str, str]:
    """Return the canonical form: wall clock, offset and zone."""
    start, end = slot.start, slot.end
    out = {"start": start.isoformat()}
    if end is not None:
        out["end"] = end.isoformat()
    if isinstance(start, datetime) and start.tzinfo is not None:
        out["timezone"] = zone_name(start.tzinfo)
    return out
