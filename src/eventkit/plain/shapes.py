"""What a document may hold where: one description for reading, diagnosis and the schema."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model import (
    Event,
    Image,
    OccurrenceChange,
    Organization,
    Person,
    Place,
    Recurrence,
    TimeSlot,
    VirtualLocation,
)
from eventkit.model.words import meant_by
from eventkit.plain import scalars
from eventkit.plain.refusals import (
    MissingKeyError,
    UnknownKeyError,
    WrongTypeError,
)

__all__ = [
    "DEFAULT_MEMBERS",
    "KEYS_OF",
    "SHORTHANDS",
    "LocalMoment",
    "Shape",
    "chosen",
    "fields_of",
    "kind_of",
    "listed",
    "missing_keys",
    "not_a_mapping",
    "required_keys",
    "shape_of",
    "takes_one",
    "unknown_key",
]

SHORTHANDS: dict[type, str] = {Organization: "name", Image: "url"}  # text alone stands for it
DEFAULT_MEMBERS: dict[frozenset[type], type] = {frozenset({Organization, Person}): Organization}
KEYS_OF = "use one of: {}"  # the hint that lists the keys of a class
# What people call fields of an event.
_MEANT = {
    key: meant
    for meant, keys in {
        ("name",): "title titel titre headline topic",
        ("name", "description"): "summary",
        ("alternate_name",): "subtitle",
        ("description",): "abstract text details body about",
        ("keywords",): "tags tag categories category topics",
        ("in_language",): "lang language languages",
        ("url",): "link website homepage page",
        ("uid",): "id identifier",
        ("event_type",): "type kind",
        ("locations",): "place venue address where",
        ("speakers",): "presenter presenters performer performers instructor who",
        ("organizer",): "host hosts hosted_by company",
        ("images",): "picture photo banner",
        ("recordings",): "video videos",
        ("materials",): "slides handout",
        ("offers",): "price prices cost fee tickets register registration",
        ("joining",): "join join_url zoom meeting passcode password",
        ("recurrence",): "repeat repeats rrule",
    }.items()
    for key in keys.split()
}
_IN_SLOT = frozenset({
    "start", "end", "date", "day", "time", "when", "begin", "begins", "starts", "ends", "finish",
    "until", "duration", "hours", "timezone", "time_zone", "tz", "zone", "start_date", "end_date",
    "startdate", "enddate", "start_time", "end_time", "dates",
})  # fmt: skip
_LOCAL_FIELDS = {
    (Recurrence, "excluded"),
    (Recurrence, "included"),
    (OccurrenceChange, "original_start"),
}


class LocalMoment:
    """Stands for the type of a local time or date, whose zone is the event's."""


@attrs.frozen
class Shape:
    """
    What one value looks like.

    Args:
        kind: The type without None.
        optional: Whether it may be null.
        member: The type of each member of a list.
        members: The classes of a union, told apart by ``type``.
        cls: The class of an object.
        read: Structures a single value.
    """

    kind: Any
    optional: bool
    member: Any = None
    members: tuple[type, ...] = ()
    cls: type | None = None
    read: Callable[[Any], Any] = scalars.read_text


@lru_cache(maxsize=64)
def fields_of(cls: type) -> dict[str, attrs.Attribute[Any]]:
    """Return the fields of a model class by name, their types resolved."""
    return {field.name: field for field in attrs.fields(attrs.resolve_types(cls))}


def kind_of(cls: type, field: attrs.Attribute[Any]) -> Any:
    """Return the type of a field as documents see it."""
    if (cls, field.name) in _LOCAL_FIELDS:
        return tuple[LocalMoment, ...] if field.name != "original_start" else LocalMoment
    if (cls, field.name) == (Event, "in_language"):
        return field.type | str
    return field.type


@lru_cache(maxsize=256)
def shape_of(kind: Any) -> Shape:
    """Return the shape of values of the type *kind*."""
    parts = get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)
    optional = type(None) in parts
    parts = tuple(part for part in parts if part is not type(None))
    tuples = [part for part in parts if get_origin(part) is tuple]
    if tuples:
        return Shape(kind, optional, member=get_args(tuples[0])[0])
    if set(parts) == {datetime, date}:
        return Shape(datetime | date, optional, read=scalars.read_moment)
    if len(parts) > 1:
        return Shape(kind, optional, members=parts)
    (only,) = parts
    if attrs.has(only):
        return Shape(only, optional, cls=only)
    return Shape(only, optional, read=_reader(only))


def _reader(kind: Any) -> Callable[[Any], Any]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return scalars.read_word(kind)
    return _READERS[kind]


_READERS: dict[Any, Callable[[Any], Any]] = {
    str: scalars.read_text,
    int: scalars.read_exactly(int),
    bool: scalars.read_exactly(bool),
    float: scalars.read_float,
    date: scalars.read_date,
    datetime: scalars.read_instant,
    timedelta: scalars.read_duration,
    Decimal: scalars.read_price,
    LocalMoment: scalars.read_local,
}


def takes_one(kind: Any) -> bool:
    """Whether a list of texts may be written as one text."""
    return str in get_args(kind) and get_origin(kind) is not tuple


def listed(kind: Any, value: Any) -> Sequence[Any]:
    """
    Return the members of a list.

    One language may stand alone, as text.

    Raises:
        WrongTypeError: It is no list.
    """
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, str) and takes_one(kind):
        return [value]
    raise WrongTypeError(
        f"a list is wanted, not {scalars.type_word(value)}",
        "leave the key out, or write [...]"
        if value is None
        else "put it in a list: [...], or on lines that begin with '- '",
    )


@lru_cache(maxsize=64)
def _names(members: tuple[type, ...]) -> tuple[dict[Any, type], type | None]:
    """Return the classes of a union by name, and the one that is meant without a type."""
    default = DEFAULT_MEMBERS.get(frozenset(members))
    return {cls.__name__: cls for cls in members}, default


def chosen(members: tuple[type, ...], value: Any) -> tuple[Any, type]:
    """
    Return the rest of *value* without its ``type``, and the class that ``type`` names.

    Raises:
        MissingKeyError: It does not say its type.
        InvalidValueError: The type is none of these.
    """
    names, default = _names(members)
    if not isinstance(value, dict):
        if default is not None:
            return value, default
        raise not_a_mapping(members[0], value)
    name = value.get("type")
    if name is None:
        if default is not None:
            return value, default
        raise MissingKeyError("it does not say its type", "add type: " + " or type: ".join(names))
    if not isinstance(name, str) or name not in names:
        raise InvalidValueError(
            f"type {str(name)[:60]!r} is unknown here", "use " + " or ".join(names)
        )
    rest = value.copy()
    del rest["type"]
    return rest, names[name]


@lru_cache(maxsize=64)
def required_keys(cls: type) -> tuple[str, ...]:
    """Return the keys without which there is no object."""
    return tuple(n for n, field in fields_of(cls).items() if field.default is attrs.NOTHING)


def missing_keys(cls: type, data: Mapping[Any, Any]) -> list[MissingKeyError]:
    """Return an error for each required key that is not there."""
    name = cls.__name__
    return [
        MissingKeyError(f"{name} has no {key}", f"add {key}: ...")
        for key in required_keys(cls)
        if key not in data
    ]


def unknown_key(cls: type, key: Any) -> UnknownKeyError:
    """Return the error for a key that *cls* does not have, with the nearest that it has."""
    names = list(fields_of(cls))
    word = str(key)[:60]
    plain = word.casefold().replace("-", "_").replace(" ", "_")
    meant = _MEANT.get(plain, ()) if cls is Event else ()
    if plain in _IN_SLOT and cls is Event:
        hint = "write it into slot: {start: ..., end: ..., timezone: ...}"
    elif meant:
        hint = f"did you mean {' or '.join(map(repr, meant))}?"
    elif near := meant_by(word, names):
        hint = f"did you mean {near!r}?"
    else:
        hint = KEYS_OF.format(", ".join(names))
    return UnknownKeyError(f"{cls.__name__} has no key {word!r}", hint)


def not_a_mapping(cls: type, value: Any) -> WrongTypeError:
    """Return the error for something that should be an object."""
    first = "start" if cls is TimeSlot else next(iter(fields_of(cls)))
    word = {VirtualLocation: "a location", Place: "a location", TimeSlot: "a slot"}.get(
        cls, cls.__name__
    )
    return WrongTypeError(
        f"{word} is {scalars.type_word(value)}, not an object", f"write it as {{{first}: ...}}"
    )
