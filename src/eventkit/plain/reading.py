"""From plain data to events: fast when all is well, and with every problem named when not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import EventkitError, ReadError
from eventkit.findings import Finding, Origin, Reading, Severity
from eventkit.model import Event
from eventkit.plain.converter import structure
from eventkit.plain.diagnose import problems
from eventkit.plain.paths import Path, Where, nowhere, path_text
from eventkit.plain.rules import Change, with_wall_clocks
from eventkit.plain.shapes import KEYS_OF

__all__ = ["event_or_findings", "from_dict", "listed_once", "read_event", "read_events"]


def from_dict(mapping: Mapping[str, Any]) -> Event:
    """
    Return the event that plain data in the shape of the document format describe.

    Raises:
        ReadError: A key is unknown or missing, or a value is wrong; it has all findings.
    """
    event, found = read_event(mapping)
    if event is not None:
        return event
    raise ReadError(found[0].message, found[0].hint, tuple(found))


def read_events(data: Any, where: Where = nowhere) -> Reading:
    """Return the events of a document, one or a list of them, and every problem found."""
    events: list[Event] = []
    origins: list[Origin] = []
    findings: list[Finding] = []
    for path, item in _items(data):
        event, found = read_event(item, path, where)
        if event is not None:
            events.append(event)
            origins.append(Origin(path, where, bool(item.get("uid") or event.url)))
        findings += found
    told = listed_once(findings)
    return Reading(tuple(events), told, origins=origins, doubtful=frozenset())


def listed_once(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings of a file, in which the keys of a class are listed once only."""
    start = KEYS_OF.format("")
    listed: set[str] = set()
    told = []
    for one in findings:
        is_list = one.code == codes.UNKNOWN_KEY and (one.hint or "").startswith(start)
        if is_list and one.hint in listed:
            one = attrs.evolve(one, hint="use one of the keys that an earlier finding lists")
        elif is_list and one.hint:
            listed.add(one.hint)
        told.append(one)
    return told


def _items(data: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield (number,), item
    else:
        yield (), data


def read_event(
    data: Any, path: Path = (), where: Where = nowhere
) -> tuple[Event | None, list[Finding]]:
    """Return the event with what is to be said about it, or None with what is wrong."""
    found = event_or_findings(data, path, where)
    if isinstance(found, Event):
        return found, []
    if any(one.code == codes.OFFSET_CONTRADICTS_ZONE for one in found):
        plain, changes = with_wall_clocks(data, path)
        again = event_or_findings(plain, path, where) if changes else found
        if isinstance(again, Event):
            return again, [_changed(change, where) for change in changes]
    return None, found


def _changed(change: Change, where: Where) -> Finding:
    hint = "ask which hour is meant, and write the slot anew; or use the same tzdata"
    found = _finding(codes.RULES_CHANGED, change[0], change[1], hint, where)
    return attrs.evolve(found, severity=Severity.WARNING)


def event_or_findings(data: Any, path: Path = (), where: Where = nowhere) -> Event | list[Finding]:
    """Return the event, or what is wrong with it."""
    try:
        return structure(data)
    except RecursionError:
        return [Finding(codes.TOO_LARGE, Severity.ERROR, "it is nested too deeply", "flatten it")]
    except EventkitError as exc:
        first = exc
    found = [
        _finding(problem.code, problem.path, problem.message, problem.hint, where)
        for problem in problems(data, path)
    ]
    return found or [_finding(codes.INVALID_VALUE, path, first.message, first.hint, where)]


def _finding(code: str, path: Path, message: str, hint: str | None, where: Where) -> Finding:
    line, column = where(path) or (None, None)
    return Finding(
        code,
        Severity.ERROR,
        message,
        hint,
        line=line,
        column=column,
        path=path_text(path) or None,
    )
