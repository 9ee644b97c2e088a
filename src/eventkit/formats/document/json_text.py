"""Documents as JSON, and as JSON Lines. Source: RFC 8259; jsonlines.org."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Finding, Origin, Reading, Severity
from eventkit.jsontext import indented, on_one_line
from eventkit.model import Event
from eventkit.plain import json_places
from eventkit.plain.converter import structure, to_dict
from eventkit.plain.paths import path_text
from eventkit.plain.reading import listed_once, read_events
from eventkit.sources import RefusedError, decoded, json_value, refused

__all__ = ["from_json", "parse", "parse_lines", "render", "render_lines", "to_json"]


def to_json(events: Event | Iterable[Event], *, tzdata: bool = False) -> str:
    """Return the canonical JSON text, join details included; for *tzdata* see `to_dict`."""
    return render(events, tzdata=tzdata)


def from_json(text: str | bytes) -> list[Event]:
    """
    Return the events of a JSON text.

    Raises:
        ReadError: Something in it is wrong; the error has all findings.
    """
    try:
        data = json_value(decoded(text), _object)
        return [structure(data)] if isinstance(data, dict) else [structure(one) for one in data]
    except (EventkitError, RecursionError, TypeError, _DoubledError):
        return list(parse(text).or_raise().events)


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a JSON text, and a finding for everything that is wrong."""
    try:
        text = decoded(source)
        reading = _read(text)
    except RefusedError as exc:
        return refused(exc, file)
    return reading.in_file(file) if file and reading.findings else reading


def parse_lines(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a text with one JSON object a line; empty lines are passed over."""
    try:
        text = decoded(source)
    except RefusedError as exc:
        return refused(exc, file)
    events: list[Event] = []
    findings: list[Finding] = []
    origins: list[Origin] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isspace() or not line:
            continue
        try:
            reading = _read(line)
        except RefusedError as exc:
            reading = refused(exc, file)
        events += reading.events
        findings += (attrs.evolve(finding, line=number) for finding in reading.findings)
        origins += (
            attrs.evolve(origin, where=json_places.Places(line, number))
            for origin in reading.origins
        )
    told = listed_once(findings)
    reading = Reading(tuple(events), told, origins=origins, doubtful=frozenset())
    return reading.in_file(file) if file else reading


def render(events: Event | Iterable[Event], *, tzdata: bool = False) -> str:
    """Return one event as an object, several as a list."""
    if isinstance(events, Event):
        whole: Any = to_dict(events, tzdata=tzdata)
    else:
        data = [to_dict(event, tzdata=tzdata) for event in events]
        whole = data[0] if len(data) == 1 else data
    return indented(whole) + "\n"


def render_lines(events: Event | Iterable[Event], *, tzdata: bool = False) -> str:
    """Return one event a line."""
    listed = [events] if isinstance(events, Event) else events
    rows = (to_dict(event, tzdata=tzdata) for event in listed)
    return "".join([f"{on_one_line(row)}\n" for row in rows])


def _read(text: str) -> Reading:
    try:
        data = json_value(text, _object)
    except _DoubledError:
        data = json_value(text)
        return read_events(data, json_places.Places(text)).with_findings(_doubled(text))
    return read_events(data, json_places.Places(text))


def _doubled(text: str) -> list[Finding]:
    return [
        Finding(
            codes.DUPLICATE_KEY,
            Severity.ERROR,
            f"the key {str(path[-1])[:60]!r} stands twice",
            "remove one of the two",
            line=line,
            column=column,
            path=path_text(path),
        )
        for path, line, column in json_places.duplicates(text)
    ]


class _DoubledError(Exception):
    """A key stands twice in one object."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _DoubledError
    return found
