"""
Everything that is wrong in a document, found after the fast way through it has failed.

The classes, their converters and their validators decide here too; only that nothing stops at
the first problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import (
    AmbiguousTimeError,
    EmptyTimeSlotError,
    EventkitError,
    NaiveDatetimeError,
    NonexistentTimeError,
    PublicSecretError,
    UnknownTimeZoneError,
)
from eventkit.model import Event, TimeSlot
from eventkit.model.given import converter_of, validator_of
from eventkit.plain import scalars, shapes
from eventkit.plain.paths import Path
from eventkit.plain.refusals import (
    ContradictionError,
    MissingKeyError,
    UnknownKeyError,
    WrongTypeError,
)

__all__ = ["Problem", "problems"]

_ABSENT: Any = object()
_CODES: tuple[tuple[type[EventkitError], str], ...] = (
    (UnknownKeyError, codes.UNKNOWN_KEY),
    (MissingKeyError, codes.MISSING_KEY),
    (WrongTypeError, codes.WRONG_TYPE),
    (ContradictionError, codes.OFFSET_CONTRADICTS_ZONE),
    (NaiveDatetimeError, codes.NAIVE_TIME),
    (NonexistentTimeError, codes.NONEXISTENT_TIME),
    (AmbiguousTimeError, codes.AMBIGUOUS_TIME),
    (UnknownTimeZoneError, codes.UNKNOWN_ZONE),
    (EmptyTimeSlotError, codes.END_NOT_AFTER_START),
    (PublicSecretError, codes.SECRET_IN_PUBLIC),
)


@attrs.frozen
class Problem:
    """One thing that is wrong, and the path to it."""

    path: Path
    code: str
    message: str
    hint: str | None


def problems(data: Any, path: Path = ()) -> list[Problem]:
    """Return every problem of the event that *data* should describe, in the order of the keys."""
    search = _Search()
    search.instance(Event, data, path)
    return search.found


class _Search:
    def __init__(self) -> None:
        self.found: list[Problem] = []

    def report(self, path: Path, error: EventkitError) -> Any:
        code = next((code for kind, code in _CODES if isinstance(error, kind)), codes.INVALID_VALUE)
        self.found.append(Problem(path, code, error.message, error.hint))
        return _ABSENT

    def instance(self, cls: type, data: Any, path: Path) -> Any:
        """Return the object, or _ABSENT when something in it is wrong."""
        shorthand = shapes.SHORTHANDS.get(cls)
        if shorthand and isinstance(data, str):
            data = {shorthand: data}
        if not isinstance(data, Mapping):
            return self.report(path, shapes.not_a_mapping(cls, data))
        before = len(self.found)
        for error in shapes.missing_keys(cls, data):
            self.report(path, error)
        values: dict[str, Any] = {}
        fields = {field.name: field for field in attrs.fields(cls)}
        for key, content in data.items():
            if key not in fields:
                self.report((*path, str(key)), shapes.unknown_key(cls, key))
                continue
            value = self.field(cls, fields[key], content, (*path, key))
            if value is not _ABSENT:
                values[key] = value
        if len(self.found) > before:
            return _ABSENT
        try:
            return cls(**values)
        except EventkitError as exc:
            return self.report(path, exc)

    def field(self, cls: type, field: attrs.Attribute[Any], content: Any, path: Path) -> Any:
        value = self.value(shapes.kind_of(cls, field), content, path)
        if value is _ABSENT:
            return value
        try:
            convert, validate = converter_of(field), validator_of(field)
            if convert is not None:
                value = convert(value)
            if validate is not None:
                validate(None, field, value)
        except EventkitError as exc:
            return self.report(path, exc)
        return value

    def value(self, kind: Any, content: Any, path: Path) -> Any:
        try:
            shape = shapes.shape_of(kind)
            if content is None and shape.optional:
                return None
            if shape.member is not None:
                items = shapes.listed(kind, content)
                values = [
                    self.value(shape.member, item, (*path, number))
                    for number, item in enumerate(items)
                ]
                return _ABSENT if _ABSENT in values else tuple(values)
            if shape.members:
                content, cls = shapes.chosen(shape.members, content)
                return self.instance(cls, content, path)
            if shape.cls is TimeSlot:
                return self.slot(content, path)
            if shape.cls is not None:
                return self.instance(shape.cls, content, path)
            return shape.read(content)
        except EventkitError as exc:
            return self.report(path, exc)

    def slot(self, content: Any, path: Path) -> Any:
        if not isinstance(content, Mapping):
            return self.report(path, shapes.not_a_mapping(TimeSlot, content))
        before = len(self.found)
        for key in content:
            if key not in scalars.SLOT_KEYS:
                self.report((*path, str(key)), scalars.unknown_slot_key(key))
        if "start" not in content:
            self.report(path, scalars.slot_without_start())
        try:
            place = scalars.zone_of(content.get("timezone"))
        except EventkitError as exc:
            return self.report((*path, "timezone"), exc)
        for key in ("start", "end"):
            if content.get(key) is not None:
                try:
                    scalars.placed(content[key], place)
                except EventkitError as exc:
                    self.report((*path, key), exc)
        if len(self.found) > before:
            return _ABSENT
        try:
            return scalars.read_slot(content)
        except EmptyTimeSlotError as exc:
            return self.report((*path, "end"), exc)
