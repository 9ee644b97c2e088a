"""
The document format as JSON Schema, made from the model.

Source: JSON Schema 2020-12.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from eventkit.model import Event, Offer, Place, Recurrence, TimeSlot, checks
from eventkit.model.countries import COUNTRIES
from eventkit.model.given import validator_of
from eventkit.plain import shapes

__all__ = ["json_schema", "schema_text"]

Schema = dict[str, Any]

_END = r"$(?!\n)"
_CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_DAY = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
_OFFSET = r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_PUBLIC = (
    r"(?![^\r\n]*[?#&](?:[Pp][Ww][Dd]|[Pp][Aa][Ss][Ss](?:[Ww][Oo][Rr][Dd]|[Cc][Oo][Dd][Ee]))=)"
)
_URL_REST = r"[^\u0000-\u0020\u007f-\u00a0\u2028\u2029\ud800-\udfff\ufffe\uffff<>\"{}|\\^`]"
_HTTP = r"[Hh][Tt][Tt][Pp][Ss]?://[^/?#]"


def _text(pattern: str, **more: Any) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern}){_END}", **more}


_LINE = {
    "type": "string",
    "pattern": rf"^[ \t\n]*[^ \t\n{_CONTROL}](?:[^\t\n{_CONTROL}]*[^ \t\n{_CONTROL}])?[ \t\n]*{_END}",
    "maxLength": checks.LINE_MAX,
}
_CHECKS: dict[Any, Schema] = {
    checks.is_line: _LINE,
    checks.is_text: {
        "type": "string",
        "pattern": rf"^(?=[\s\S]*[^ \t\n])[^{_CONTROL}]*{_END}".replace(_END, r"(?![\s\S])"),
        "maxLength": checks.TEXT_MAX,
    },
    checks.is_url: _text(_HTTP + _URL_REST + "*", format="uri"),
    checks.is_public_url: _text(_PUBLIC + _HTTP + _URL_REST + "*", format="uri"),
    checks.is_join_url: _text("[A-Za-z][A-Za-z0-9+.-]*:" + _URL_REST + "*", format="uri"),
    checks.is_country: {"enum": sorted(COUNTRIES)},
    checks.is_email: _text(r"[^\s@<>()\[\]\\,;:\"]{1,64}@[^\s@<>()\[\]\\,;:\"/?#]{1,255}"),
    checks.is_language: _text(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}"),
    checks.is_media_type: _text(r"[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}"),
    checks.natural: {"type": "integer", "minimum": 0, "maximum": 2**31 - 1},
}
_FIELDS: dict[tuple[type, str], Schema] = {
    (Event, "event_type"): _text(
        r"(?!OnlineEvent$)(?:[A-Z][A-Za-z]{0,60})?"
        r"(?:Event|Festival|Hackathon|CourseInstance|EventSeries)"
    ),
    (Offer, "currency"): _text("[A-Z]{3}"),
    (Place, "latitude"): {"type": "number", "minimum": -90, "maximum": 90},
    (Place, "longitude"): {"type": "number", "minimum": -180, "maximum": 180},
    (Recurrence, "rule"): _text(
        r"[ \t\n]*(?:[A-Z]+=[A-Z0-9,+-]+)(?:;[A-Z]+=[A-Z0-9,+-]+)*[ \t\n]*"
    ),
}
_KINDS: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: _text(_DAY, format="date"),
    datetime: _text(_DAY + _CLOCK + _OFFSET),
    datetime | date: _text(f"{_DAY}(?:{_CLOCK}{_OFFSET})?"),
    timedelta: _text(
        r"P(?=[0-9T])(?:[0-9]{1,6}D)?"
        r"(?:T(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,9}S)?)?"
    ),
    Decimal: {
        "anyOf": [
            {"type": "number", "minimum": 0, "exclusiveMaximum": 10**12},
            _text(r"[0-9]{1,12}(?:\.[0-9]{1,6})?"),
        ]
    },
    shapes.LocalMoment: _text(f"{_DAY}(?:{_CLOCK})?"),
}


def schema_text() -> str:
    """Return the schema as JSON text."""
    return json.dumps(json_schema(), ensure_ascii=True, indent=2) + "\n"


def json_schema() -> Schema:
    """
    Return the schema of a document: one event or a list of events.

    It holds everything that concerns one value or one object. What only the calendar can
    tell (a skipped hour, an offset that contradicts the zone, an end before the start) is
    left to `parse`.
    """
    definitions: dict[str, Schema] = {}
    event = _reference(Event, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "eventkit document",
        "anyOf": [event, {"type": "array", "items": event}],
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _reference(cls: type, definitions: dict[str, Schema], tag: str | None = None) -> Schema:
    """Return a reference to the definition of *cls*, which is added when it is new."""
    name = f"{cls.__name__}.{tag}" if tag else cls.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(_slot() if cls is TimeSlot else _object(cls, definitions, tag))
    return {"$ref": f"#/$defs/{name}"}


def _object(cls: type, definitions: dict[str, Schema], tag: str | None) -> Schema:
    words = _described(cls)
    properties: dict[str, Schema] = {}
    if tag:
        properties["type"] = {"const": cls.__name__}
    for name, field in shapes.fields_of(cls).items():
        schema = _field(cls, field, definitions)
        properties[name] = {**schema, "description": words[name]} if name in words else schema
    required = [*(["type"] if tag == "tagged" else []), *shapes.required_keys(cls)]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _field(cls: type, field: attrs.Attribute[Any], definitions: dict[str, Schema]) -> Schema:
    exact = _FIELDS.get((cls, field.name))
    check: Callable[..., Any] | None = checks.inner_check(validator_of(field))
    return _value(shapes.kind_of(cls, field), exact or _CHECKS.get(check), definitions)


def _value(kind: Any, exact: Schema | None, definitions: dict[str, Schema]) -> Schema:
    shape = shapes.shape_of(kind)
    if shape.member is not None:
        member = _value(shape.member, exact, definitions)
        schema: Schema = {"type": "array", "items": member, "maxItems": checks.MANY_MAX}
        if shapes.takes_one(kind):
            schema = {"anyOf": [member, schema]}
    elif shape.members:
        schema = _union(shape.members, definitions)
    elif shape.cls is not None:
        schema = _class(shape.cls, definitions)
    elif isinstance(shape.kind, type) and issubclass(shape.kind, Enum):
        schema = {"enum": [member.value for member in shape.kind]}
    else:
        schema = exact or _KINDS[shape.kind]
    return {"anyOf": [schema, {"type": "null"}]} if shape.optional else schema


def _class(cls: type, definitions: dict[str, Schema]) -> Schema:
    shorthand = shapes.SHORTHANDS.get(cls)
    if shorthand is None:
        return _reference(cls, definitions)
    text = _field(cls, shapes.fields_of(cls)[shorthand], definitions)
    return {"anyOf": [text, _reference(cls, definitions)]}


def _union(members: tuple[type, ...], definitions: dict[str, Schema]) -> Schema:
    default = shapes.DEFAULT_MEMBERS.get(frozenset(members))
    options = []
    for cls in members:
        if cls is default:
            options += _class(cls, definitions)["anyOf"][:1]
            options.append(_reference(cls, definitions, "default"))
        else:
            options.append(_reference(cls, definitions, "tagged"))
    return {"anyOf": options}


def _slot() -> Schema:
    def moments(pattern: str) -> Schema:
        return {"start": _text(pattern), "end": {"anyOf": [_text(pattern), {"type": "null"}]}}

    zone = {"type": "string", "minLength": 1, "maxLength": 100, "description": "IANA name"}
    return {
        "type": "object",
        "properties": {
            "start": True,
            "end": True,
            "timezone": {"anyOf": [zone, {"type": "null"}]},
            "tzdata": {
                "type": ["string", "null"],
                "description": "release of the time zone database that the offsets come from",
            },
        },
        "required": ["start"],
        "additionalProperties": False,
        "anyOf": [
            {
                "title": "wall clock and zone",
                "properties": {**moments(f"{_DAY}{_CLOCK}{_OFFSET}?"), "timezone": zone},
                "required": ["timezone"],
            },
            {
                "title": "times with their offset",
                "properties": {
                    **moments(_DAY + _CLOCK + _OFFSET),
                    "timezone": {"type": "null"},
                },
            },
            {
                "title": "dates; end is the last day",
                "properties": {**moments(_DAY), "timezone": {"type": "null"}},
            },
        ],
    }


def _described(cls: type) -> dict[str, str]:
    """Return what the docstring of *cls* says of each field."""
    words: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        section = re.search(r"Args:\n(.*?)\n\s*\n", f"{base.__doc__ or ''}\n\n", re.DOTALL)
        entries = re.split(r"\n {8}(?=\w)", "\n" + section.group(1)) if section else []
        for entry in entries:
            name, colon, text = entry.partition(":")
            if colon:
                words[name.strip()] = " ".join(text.replace("``", "").split())
    return words
