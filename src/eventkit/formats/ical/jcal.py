"""
iCalendar in JSON: the same stream, line by line, with typed values.

What is written is our own stream in this form, which `stream_of` brings back to the last
property.

Source: RFC 7265.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Unpack

from eventkit import codes
from eventkit.formats.ical.content_lines import fold
from eventkit.formats.ical.jcal_values import DEFAULTS, from_value, to_value
from eventkit.formats.ical.writer import Options, to_ical
from eventkit.model import Event
from eventkit.sources import DEPTH_MAX, RefusedError

__all__ = ["render", "stream_of"]

_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_NAME = re.compile(r"[A-Za-z0-9-]{1,100}")
_BREAK = re.compile("[\r\n\x85\u2028\u2029]+")
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}


def render(events: Event | Iterable[Event], **options: Unpack[Options]) -> str:
    """Return the stream that `to_ical` writes with these options, as jCal."""
    stream = to_ical(events, **options)
    lines = stream.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    return json.dumps(_component(iter(lines[1:]), "vcalendar"), ensure_ascii=False) + "\n"


def _component(lines: Iterator[str], name: str) -> list[Any]:
    properties: list[Any] = []
    components: list[Any] = []
    for content in lines:
        if content.startswith("END:"):
            break
        if content.startswith("BEGIN:"):
            components.append(_component(lines, content[6:].lower()))
        else:
            properties.append(_property(content))
    return [name, properties, components]


def _property(content: str) -> list[Any]:
    """Return one content line as name, parameters, type and values. Source: RFC 7265 §3.4."""
    name = re.match(r"[A-Za-z0-9-]+", content)
    at = name.end() if name else 0
    kind = DEFAULTS.get(content[:at], "unknown")
    parameters: dict[str, Any] = {}
    while match := _PARAMETER.match(content, at):
        at = match.end()
        values = [_unquoted(one) for one in re.findall(r'"[^"]*"|[^",]+', match[2])] or [""]
        if match[1] == "VALUE":
            kind = values[0].lower()
        else:
            parameters[match[1].lower()] = values[0] if len(values) == 1 else values
    property_name = content[: name.end()] if name else ""
    values = to_value(property_name, kind, content[at + 1 :])
    return [property_name.lower(), parameters, kind, *values]


def _unquoted(value: str) -> str:
    """Return a parameter value as it is meant. Source: RFC 6868."""
    return re.sub(r"\^[n'^]", lambda found: _CARET[found.group()], value.strip('"'))


def stream_of(data: Any) -> str:
    """
    Return jCal as an iCalendar stream; a list may hold several.

    Raises:
        RefusedError: It is no jCal.
    """
    several = isinstance(data, list) and data and isinstance(data[0], list)
    return "".join(_lines(one, 0) for one in (data if several else [data]))


def _lines(component: Any, depth: int) -> str:
    if depth > DEPTH_MAX:
        raise RefusedError(codes.TOO_LARGE, "it is nested too deeply", "flatten it")
    if not (
        isinstance(component, list)
        and len(component) == 3
        and isinstance(component[0], str)
        and _NAME.fullmatch(component[0])
        and isinstance(component[1], list)
        and isinstance(component[2], list)
    ):
        raise RefusedError(
            codes.SYNTAX,
            "a component is no list of name, properties and components",
            "see RFC 7265",
        )
    name = component[0].upper()
    inner = [_line(one) for one in component[1]] + [_lines(one, depth + 1) for one in component[2]]
    return "".join([f"BEGIN:{name}\r\n", *inner, f"END:{name}\r\n"])


def _line(item: Any) -> str:
    """Return one property as a content line."""
    if not (
        isinstance(item, list)
        and len(item) >= 4
        and isinstance(item[0], str)
        and _NAME.fullmatch(item[0])
        and isinstance(item[1], dict)
        and isinstance(item[2], str)
        and _NAME.fullmatch(item[2])
    ):
        raise RefusedError(
            codes.SYNTAX,
            "a property is no list of name, parameters, type and values",
            "see RFC 7265",
        )
    name, kind = item[0].upper(), item[2].lower()
    head = name
    if kind not in ("unknown", DEFAULTS.get(name, "unknown")):
        head += f";VALUE={kind.upper()}"
    for key, value in item[1].items():
        if _NAME.fullmatch(key):
            given = value if isinstance(value, list) else [value]
            head += f";{key.upper()}=" + ",".join(_quoted(str(one)) for one in given)
    values = [from_value(name, kind, one) for one in item[3:]]
    content = f"{head}:{','.join(values)}"
    return fold(_BREAK.sub(" ", content))


def _quoted(value: str) -> str:
    escaped = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return escaped if re.fullmatch(r"[\w./+-]+", escaped) else f'"{escaped}"'
