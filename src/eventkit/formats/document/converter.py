"""The cattrs converter of the document format: strict in, canonical out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from functools import lru_cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from eventkit.errors import EventkitError, InvalidValueError, ReadError
from eventkit.formats.document import scalars
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

__all__ = ["from_dict", "to_dict"]

_SCALARS: dict[Any, Callable[[Any], Any]] = {
    date: scalars.read_date,
    datetime: scalars.read_instant,
    datetime | date: scalars.read_moment,
    timedelta: scalars.read_duration,
    Decimal: scalars.read_price,
    TimeSlot: scalars.read_slot,
}


def to_dict(event: Event) -> dict[str, Any]:
    """Return *event* as plain data in the shape of the document format, secrets included."""
    data: dict[str, Any] = _converter().unstructure(event)
    return data


def from_dict(mapping: Mapping[str, Any]) -> Event:
    """
    Return the event that plain data in the shape of the document format describe.

    Raises:
        ReadError: A key is unknown or missing, or a value is wrong.
    """
    try:
        event: Event = _converter().structure(mapping, Event)
    except EventkitError as exc:
        raise ReadError(exc.message, exc.hint) from exc
    return event


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=False, omit_if_default=True)
    for kind, read in _SCALARS.items():
        converter.register_structure_hook_func(_one_of(kind), _reading(read))
    optional_moment = datetime | date | None
    converter.register_structure_hook_func(_one_of(optional_moment), _reading(scalars.read_moment))
    for exact in (str, int, float, bool):
        converter.register_structure_hook(exact, _exactly(exact))
    converter.register_structure_hook_func(_is_tuple, _tuple_reader(converter))
    converter.register_structure_hook_factory(_is_model, lambda cls: _reader(converter, cls))
    converter.register_unstructure_hook_factory(_is_model, lambda cls: _writer(converter, cls))
    converter.register_unstructure_hook(TimeSlot, scalars.write_slot)
    moments = _one_of(date, datetime, datetime | date, optional_moment)
    converter.register_unstructure_hook_func(moments, _writing(scalars.write_moment))
    converter.register_unstructure_hook(timedelta, scalars.write_duration)
    converter.register_unstructure_hook(Decimal, _write_price)
    _register_union(converter, Organization | Person, _body)
    _register_union(converter, VirtualLocation | Place, _location)
    return converter


def _register_union(
    converter: Converter, union: Any, choose: Callable[[Any], tuple[Any, type]]
) -> None:
    """Tell the members of *union* apart by the key ``type``."""

    def read(value: Any) -> Any:
        data, kind = choose(value)
        return converter.structure(data, kind)

    def write(value: Any) -> Any:
        return _tagged(value, converter.unstructure(value, unstructure_as=type(value)))

    kinds = _one_of(union, union | None)
    converter.register_structure_hook_func(kinds, _reading(read))
    converter.register_unstructure_hook_func(kinds, _writing(write))


def _one_of(*kinds: Any) -> Callable[[Any], bool]:
    return lambda kind: kind in kinds


def _reading(read: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    """Return a hook that reads a value, or None where the type has it."""

    def hook(value: Any, kind: Any) -> Any:
        if value is None and type(None) in getattr(kind, "__args__", ()):
            return None
        return read(value)

    return hook


def _writing(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else write(value)


def _write_price(price: Decimal) -> str:
    return f"{price:f}"


def _is_model(cls: Any) -> bool:
    return attrs.has(cls) and cls is not TimeSlot


def _is_tuple(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is tuple


def _exactly(kind: type) -> Callable[[Any, Any], Any]:
    def read(value: Any, _: Any) -> Any:
        if type(value) is kind or (kind is float and type(value) in (int, Decimal)):
            return float(value) if kind is float else value
        raise InvalidValueError(
            f"{kind.__name__} is wanted, not {type(value).__name__}", "see `eventkit schema`"
        )

    return read


def _tuple_reader(converter: Converter) -> Callable[[Any, Any], Any]:
    def read(value: Any, kind: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise InvalidValueError(
                f"a list is wanted, not {type(value).__name__}", "put it in brackets: [...]"
            )
        member = kind.__args__[0]
        return tuple(converter.structure(item, member) for item in value)

    return read


def _reader(converter: Converter, cls: Any) -> Callable[[Any, Any], Any]:
    names = [field.name for field in attrs.fields(cls)]
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    local = (
        {"excluded", "included", "original_start"} if cls in (Recurrence, OccurrenceChange) else ()
    )
    overrides: dict[str, Any] = {
        name: override(struct_hook=_locals) for name in local if name in names
    }
    structure = make_dict_structure_fn(
        cls,
        converter,
        _cattrs_forbid_extra_keys=False,
        _cattrs_detailed_validation=False,
        **overrides,
    )
    shorthand = {Organization: "name", Image: "url"}.get(cls)

    def read(value: Any, kind: Any) -> Any:
        if shorthand and isinstance(value, str):
            return cls(value)
        if not isinstance(value, Mapping):
            raise InvalidValueError(
                f"{cls.__name__} is {type(value).__name__}", f"write it as {{{names[0]}: ...}}"
            )
        _check_keys(cls, value, names, required)
        if cls is Event and isinstance(value.get("in_language"), str):
            value = {**value, "in_language": [value["in_language"]]}
        return structure(value, kind)

    return read


def _locals(value: Any, _: Any) -> Any:
    if isinstance(value, list):
        return tuple(scalars.read_local(item) for item in value)
    return scalars.read_local(value)


def _check_keys(cls: type, value: Mapping[str, Any], names: list[str], required: list[str]) -> None:
    for key in value:
        if key not in names:
            near = get_close_matches(str(key)[:60], names, n=1)
            raise InvalidValueError(
                f"{cls.__name__} has no key {str(key)[:60]!r}",
                f"did you mean {near[0]!r}?" if near else "use one of: " + ", ".join(names),
            )
    for name in required:
        if name not in value:
            raise InvalidValueError(f"{cls.__name__} has no {name}", f"add {name}: ...")


def _body(value: Any) -> tuple[Any, type]:
    if not isinstance(value, Mapping):
        return value, Organization
    rest = {key: content for key, content in value.items() if key != "type"}
    kind = value.get("type", "Organization")
    return rest, _kind(kind, {"Organization": Organization, "Person": Person})


def _location(value: Any) -> tuple[Any, type]:
    if not isinstance(value, Mapping) or "type" not in value:
        raise InvalidValueError(
            "a location does not say its type", "write {type: VirtualLocation, url: ...}"
        )
    rest = {key: content for key, content in value.items() if key != "type"}
    return rest, _kind(value["type"], {"VirtualLocation": VirtualLocation, "Place": Place})


def _kind(name: Any, kinds: dict[str, type]) -> type:
    if not isinstance(name, str) or name not in kinds:
        raise InvalidValueError(
            f"type {str(name)[:60]!r} is unknown here", "use " + " or ".join(kinds)
        )
    return kinds[name]


def _writer(converter: Converter, cls: Any) -> Callable[[Any], Any]:
    overrides: dict[str, Any] = {"uid": override(omit_if_default=False)} if cls is Event else {}
    unstructure = make_dict_unstructure_fn(
        cls, converter, _cattrs_omit_if_default=True, **overrides
    )
    shorthand = {Organization: "name", Image: "url"}.get(cls)

    def write(value: Any) -> Any:
        data = unstructure(value)
        for key, content in data.items():
            if isinstance(content, tuple):
                data[key] = list(content)
            elif isinstance(content, Enum):
                data[key] = content.value
        return data[shorthand] if shorthand and len(data) == 1 else data

    return write


def _tagged(value: Any, data: Any) -> Any:
    """Tell a union apart by type; an organisation is what is meant without it."""
    if isinstance(value, Organization) or not isinstance(data, dict):
        return data
    return {"type": "Person" if isinstance(value, Person) else type(value).__name__, **data}
