"""The cattrs converter of the document format: strict in, canonical out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import Any

import attrs
from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn, override

from eventkit.model import Event, Organization, TimeSlot
from eventkit.model.given import maker
from eventkit.plain import scalars, shapes
from eventkit.timezones import tzdata_version

__all__ = ["structure", "to_dict"]

_SHARED = 1024  # organisers and pictures of which the name is known, for many events


def to_dict(event: Event, *, tzdata: bool = False) -> dict[str, Any]:
    """
    Return *event* as plain data in the shape of the document format, secrets included.

    Args:
        event: The event.
        tzdata: Whether each slot says which release of the time zone database its offsets come
            from, so that a later change of rules is told from a slip.
    """
    data: dict[str, Any] = _event_writer()(event)
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
def _event_writer() -> Callable[[Any], Any]:
    return _converter().get_unstructure_hook(Event)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(detailed_validation=False)
    converter.register_structure_hook_factory(_is_model, lambda cls: _reader(converter, cls))
    converter.register_structure_hook(TimeSlot, lambda value, _: scalars.read_slot(value))
    converter.register_unstructure_hook_factory(_is_model, lambda cls: _writer(converter, cls))
    converter.register_unstructure_hook(TimeSlot, scalars.write_slot)
    return converter


def _is_model(cls: Any) -> bool:
    return attrs.has(cls) and cls is not TimeSlot


def _reader(converter: Converter, cls: Any) -> Callable[[Any, Any], Any]:
    """Return what structures an object; asking only the keys that are there is the fastest."""
    hooks = {
        name: _address if name == "url" else _hook(converter, shapes.kind_of(cls, field))
        for name, field in shapes.fields_of(cls).items()
    }
    required = frozenset(shapes.required_keys(cls))
    named = _shared(cls) if cls in shapes.SHORTHANDS else None
    make = maker(cls)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            if named and isinstance(value, str):
                return named(value)
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


def _shared(cls: Any) -> Callable[[str], Any]:
    """Return what makes a *cls* of its name, one for all who ask: it cannot change."""

    @lru_cache(_SHARED)
    def named(name: str) -> Any:
        return cls(name)

    return named


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


def _address(value: Any, _: Any) -> Any:
    """Pass on an address, the same text for one that was read just before, as most pages are."""
    return _same(value) if isinstance(value, str) else value


@lru_cache(maxsize=64)
def _same(text: str) -> str:
    return text


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
    """Return what writes an object; cattrs writes out the code once, for the fields of the class."""
    overrides: dict[str, Any] = {
        name: override(
            omit_if_default=(cls, name) != (Event, "uid"),
            unstruct_hook=_content_writer(converter, shapes.shape_of(shapes.kind_of(cls, field))),
        )
        for name, field in shapes.fields_of(cls).items()
    }
    write = make_dict_unstructure_fn(cls, converter, **overrides)
    shorthand = shapes.SHORTHANDS.get(cls)
    if shorthand is None:
        return write

    def write_short(value: Any) -> Any:
        data = write(value)
        return data[shorthand] if len(data) == 1 else data

    return write_short


def _content_writer(converter: Converter, shape: shapes.Shape) -> Callable[[Any], Any]:
    """Return what writes a value that is no default."""
    if shape.member is not None:
        member = _content_writer(converter, shapes.shape_of(shape.member))
        return list if member is identity else lambda values: [member(one) for one in values]
    if shape.members:
        return _union_writer(converter, shape.members)
    if shape.cls is Event:  # its own sub-events: the hook is only being made
        return converter.unstructure
    if shape.cls is not None:
        hook: Callable[[Any], Any] = converter.get_unstructure_hook(shape.cls)
        return hook
    if isinstance(shape.kind, type) and issubclass(shape.kind, Enum):
        return attrgetter("value")
    return _WRITERS.get(shape.kind, identity)


_WRITERS: dict[Any, Callable[[Any], Any]] = {
    date: scalars.write_moment,
    datetime: scalars.write_moment,
    datetime | date: scalars.write_moment,
    shapes.LocalMoment: scalars.write_moment,
    timedelta: scalars.write_duration,
    Decimal: scalars.write_price,
}


def _union_writer(converter: Converter, members: tuple[type, ...]) -> Callable[[Any], Any]:
    """Tell a union apart by type; an organisation is what is meant without it."""
    hooks = {cls: converter.get_unstructure_hook(cls) for cls in members}

    def write(value: Any) -> Any:
        cls = type(value)
        data = (hooks.get(cls) or converter.get_unstructure_hook(cls))(value)
        if cls is Organization or not isinstance(data, dict):
            return data
        return {"type": cls.__name__, **data}

    return write
