"""JSCalendar objects as events: our own exactly, others leniently. Source: RFC 8984."""

from __future__ import annotations

from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Reading
from eventkit.foreign import Fields, Notes, built, opened
from eventkit.foreign.kept import restored
from eventkit.formats.jscalendar.entry import plain_entry
from eventkit.formats.jscalendar.values import DEPTH, KEPT
from eventkit.model import Event
from eventkit.plain import to_dict
from eventkit.plain.paths import Path
from eventkit.sources import RefusedError, refused

__all__ = ["from_jscalendar", "parse"]

_DEPTH_MAX = 8


@attrs.define
class _Node:
    event: Event
    parts: list[_Node] = attrs.field(factory=list)


def from_jscalendar(text: str | bytes) -> list[Event]:
    """
    Return the events of a JSCalendar text: an Event, a Group, or a list of them.

    Raises:
        ReadError: Something in it is wrong; the error has all findings.
    """
    return list(parse(text).or_raise().events)


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a JSCalendar text, and what was not carried over."""
    try:
        data, notes = opened(source, file)
    except RefusedError as exc:
        return refused(exc, file)
    roots: list[_Node] = []
    open_nodes: list[_Node] = []  # the last event of each depth
    for item, path in _entries(data, (), notes):
        fields = Fields(item, path, notes)
        depth = fields.whole(DEPTH) or 0
        event = _event(fields, depth)
        fields.finish()
        if event is None:
            del open_nodes[depth:]
            continue
        node = _Node(event)
        if not 0 <= depth <= min(len(open_nodes), _DEPTH_MAX):
            notes.warn(
                codes.NOT_CARRIED,
                "the event that it is a part of is not there: it stands alone",
                path=path,
            )
            depth = 0
        (open_nodes[depth - 1].parts if depth else roots).append(node)
        open_nodes[depth:] = [node]
    return notes.reading(_whole(node) for node in roots)


def _whole(node: _Node) -> Event:
    if not node.parts:
        return node.event
    return attrs.evolve(node.event, sub_events=[_whole(part) for part in node.parts])


def _entries(data: Any, path: Path, notes: Notes) -> list[tuple[dict[str, Any], Path]]:
    """Return the Events of an Event, a Group or a list."""
    if isinstance(data, list):
        pairs = [_entries(item, (*path, number), notes) for number, item in enumerate(data)]
        return [pair for found in pairs for pair in found]
    if not isinstance(data, dict):
        notes.error(codes.WRONG_TYPE, "an Event or a Group is wanted", "give an object", path)
        return []
    kind = data.get("@type")
    if kind == "Group":
        group = Fields(data, path, notes)
        group.known("@type", "uid", "updated", "created", "prodId")
        group.elsewhere("entries")
        group.finish()
        entries = data.get("entries")
        listed = entries if isinstance(entries, list) else []
        inner = (*path, "entries")
        pairs = [
            _entries(item, (*inner, number), notes)
            for number, item in enumerate(listed)
            if not (isinstance(item, dict) and item.get("@type") == "Group")
        ]
        return [pair for found in pairs for pair in found]
    if kind == "Task":
        notes.warn(codes.NOT_CARRIED, "a Task is no event and is left out", path=path)
        return []
    if kind != "Event":
        notes.warn(codes.MISSING_KEY, "its @type is not Event; it is read as one", path=path)
    return [(data, path)]


def _event(fields: Fields, depth: int) -> Event | None:
    said = plain_entry(fields)
    if said is None:
        return None
    event = built(said, fields.notes, fields.path)
    if event is None:
        return None
    plain = restored(to_dict(event), fields.take(KEPT), fields.notes, fields.at(KEPT))
    if fields.data.get("status") == "tentative" and "status" not in plain:
        fields.leave("status")
    if depth or "series" in plain:
        fields.elsewhere("relatedTo")
    return built(plain, fields.notes, fields.path) if plain != to_dict(event) else event
