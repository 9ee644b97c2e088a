"""The cattrs converter of the document format: strict in, canonical out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from eventkit.model import Event, Organization, Person, Place, TimeSlot, VirtualLocation
from eventkit.model.given import maker
from eventkit.plain import scalars, shapes
from eventkit.timezones import tzdata_version

__all__ = ["structure", "to_dict"]


def to_dict(event: Event, *, tzdata: bool = False) -> dict[str, Any]:
    """
    Return *event* as plain data in the shape of the document format, secrets included.

    Args:
        event: The event.
        tzdata: Whether each slot says which release of the time zone database its offsets come
            from, so that a later change of rules is told from a slip.
    """
    data: dict[str, Any] = _converter().unstructure(event)
    if tzdata:
        _add_release(data, tzdata_version())
    return data


def _add_release(data: Any, release: str) -> None:
    """Add the release to every slot with a zone, in place."""
    if isinstance(data, list):
        for item in data:
            _add_release(item, release)
    elif isinstance(data, dict):
        for item in data.values():
            _add_release(item, release)
        if "timezone" in data and "start" in data:
            data["tzdata"] = release


def structure(data: Any) -> Event:
    """
    Return the event that plain data describe.

    Raises:
        EventkitError: The first thing that is wrong; `diagnose` finds all.
        RecursionError: It is nested too deeply.
    """
    event: Event = _event_reader()(data, Event)
    return event


@lru_cache(maxsize=1)
def _event_reader() -> Callable[[Any, Any], Any]:
    return _converter().get_structure_hook(Event)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(detailed_validation=False, omit_if_default=True)
    converter.register_structure_hook_factory(_is_model, lambda cls: _reader(converter, cls))
    converter.register_structure_hook(TimeSlot, lambda value, _: scalars.read_slot(value))
    converter.register_unstructure_hook_factory(_is_model, lambda cls: _writer(converter, cls))
    converter.register_unstructure_hook(TimeSlot, scalars.write_slot)
    moments = _one_of(date, datetime, datetime | date, datetime | date | None)
    converter.register_unstructure_hook_func(moments, _writing(scalars.write_moment))
    converter.register_unstructure_hook(timedelta, scalars.write_duration)
    converter.register_unstructure_hook(Decimal, _write_price)
    for union in (Organization | Person, VirtualLocation | Place):
        converter.register_unstructure_hook_func(
            _one_of(union, union | None), _writing(_union_writer(converter))
        )
    return converter


def _is_model(cls: Any) -> bool:
    return attrs.has(cls) and cls is not TimeSlot


def _reader(converter: Converter, cls: Any) -> Callable[[Any, Any], Any]:
    """Return what structures an object; asking only the keys that are there is the fastest."""
    hooks = {
        name: _hook(converter, shapes.kind_of(cls, field))
        for name, field in shapes.fields_of(cls).items()
    }
    required = frozenset(shapes.required_keys(cls))
    shorthand = shapes.SHORTHANDS.get(cls)
    make = maker(cls)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            if shorthand and isinstance(value, str):
                return cls(value)
            if not isinstance(value, Mapping):
                raise shapes.not_a_mapping(cls, value)
        fields = {}
        for key, content in value.items():
            hook = hooks.get(key)
            if hook is None:
                raise shapes.unknown_key(cls, key)
            fields[key] = hook(content, None)
        if not required.issubset(fields):
            raise shapes.missing_keys(cls, value)[0]
        return make(fields)

    return read


def _hook(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Return what structures a value of the type *kind*, which may be optional."""
    shape = shapes.shape_of(kind)
    if shape.kind is str:
        return _pass  # the model's own validators refuse what is no text
    read = _content_reader(converter, shape)
    if not shape.optional:
        return read
    return lambda value, kind: None if value is None else read(value, kind)


def _pass(value: Any, _: Any) -> Any:
    return value


def _content_reader(converter: Converter, shape: shapes.Shape) -> Callable[[Any, Any], Any]:
    if shape.member is not None:
        member = _hook(converter, shape.member)

        def read_list(value: Any, _: Any) -> Any:
            return tuple([member(item, None) for item in shapes.listed(shape.kind, value)])

        return read_list
    if shape.members:
        hooks = {cls: converter.get_structure_hook(cls) for cls in shape.members}

        def read_union(value: Any, _: Any) -> Any:
            rest, cls = shapes.chosen(shape.members, value)
            return hooks[cls](rest, cls)

        return read_union
    if shape.cls is Event:  # its own sub-events: the hook is only being made
        return lambda value, _: converter.structure(value, Event)
    if shape.cls is not None:
        cls, hook = shape.cls, converter.get_structure_hook(shape.cls)
        return lambda value, _: hook(value, cls)
    read = shape.read
    return lambda value, _: read(value)


def _writer(converter: Converter, cls: Any) -> Callable[[Any], Any]:
    overrides: dict[str, Any] = {"uid": override(omit_if_default=False)} if cls is Event else {}
    unstructure = make_dict_unstructure_fn(
        cls, converter, _cattrs_omit_if_default=True, **overrides
    )
    shorthand = shapes.SHORTHANDS.get(cls)

    def write(value: Any) -> Any:
        data = unstructure(value)
        for key, content in data.items():
            if isinstance(content, tuple):
                data[key] = list(content)
            elif isinstance(content, Enum):
                data[key] = content.value
        return data[shorthand] if shorthand and len(data) == 1 else data

    return write


def _union_writer(converter: Converter) -> Callable[[Any], Any]:
    """Tell a union apart by type; an organisation is what is meant without it."""

    def write(value: Any) -> Any:
        data = converter.unstructure(value, unstructure_as=type(value))
        if isinstance(value, Organization) or not isinstance(data, dict):
            return data
        return {"type": type(value).__name__, **data}

    return write


def _one_of(*kinds: Any) -> Callable[[Any], bool]:
    return lambda kind: kind in kinds


def _writing(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else write(value)


def _write_price(price: Decimal) -> str:
    return f"{price:f}"
