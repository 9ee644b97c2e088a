"""
Documents as TOML: one event as the whole text, several as ``[[events]]``.

Source: TOML 1.0. Writing needs the extra ``toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from eventkit import codes, extras
from eventkit.findings import Reading
from eventkit.formats.document.toml_places import Places
from eventkit.model import Event
from eventkit.plain.converter import to_dict
from eventkit.plain.reading import read_events
from eventkit.sources import RefusedError, decoded, refused

__all__ = ["loaded", "parse", "render"]

_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a TOML text, and a finding for everything that is wrong."""
    try:
        text = decoded(source)
        data = loaded(text)
    except RefusedError as exc:
        return refused(exc, file)
    except RecursionError:
        return refused(RefusedError(codes.TOO_LARGE, "it is nested too deeply", "flatten it"), file)
    if list(data) == ["events"] and isinstance(data["events"], list):
        reading = read_events(data["events"], Places(text, ("events",)))
    else:
        reading = read_events(data, Places(text))
    return reading.in_file(file) if file and reading.findings else reading


def loaded(text: str) -> dict[str, Any]:
    """
    Return the data of a TOML text, with dates and times as texts.

    Raises:
        RefusedError: It is no TOML.
        RecursionError: It is nested too deeply.
    """
    try:
        data: dict[str, Any] = _plain(
            tomllib.loads(text.replace("\r\n", "\n"), parse_float=_decimal)
        )
        return data
    except tomllib.TOMLDecodeError as exc:
        message = str(exc)
        place = _AT.search(message)
        line, column = place.groups() if place else (None, None)
        raise RefusedError(
            codes.SYNTAX,
            f"this is no TOML: {_AT.sub('', message)}",
            "check the quotes and brackets there; a key must stand once",
            line=int(line) if line else text.count("\n") + 1,
            column=int(column) if column else None,
        ) from exc
    except ValueError as exc:
        raise RefusedError(
            codes.INVALID_VALUE, "a number or date is out of bounds", "write it as text"
        ) from exc


def _decimal(text: str) -> Decimal:
    if text.lstrip("+-") in ("inf", "nan"):
        raise RefusedError(codes.INVALID_VALUE, f"{text} is no value here", "leave the key out")
    return Decimal(text)


def _plain(value: Any) -> Any:
    """Return dates and times as the texts that documents have."""
    if isinstance(value, dict):
        return {key: _plain(content) for key, content in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def render(events: Event | Iterable[Event], *, tzdata: bool = False) -> str:
    """Return one event as the whole text, any other number as ``[[events]]``."""
    tomli_w = extras.load("tomli_w", "toml")
    listed = [events] if isinstance(events, Event) else list(events)
    data = [to_dict(event, tzdata=tzdata) for event in listed]
    text: str = tomli_w.dumps(
        data[0] if len(data) == 1 else {"events": data}, multiline_strings=True
    )
    return text
