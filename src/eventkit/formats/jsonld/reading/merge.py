"""One event that is told more than once on a page is one event."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.items import Item
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.model import Event, TimeSlot

__all__ = ["Told", "merged"]


@attrs.frozen
class Told:
    """An event and where it is told."""

    event: Event
    item: Item


_MANY = 500  # events past which twins are known by title and start alone
_ALIKE_MAX = 50  # events of one title and start that are compared
_COMPARED = ("name", "slot", "status", "url", "locations", "description")


def merged(told: list[Told], notes: Notes) -> list[Told]:
    """
    Return the events, each once.

    Two are the same when title and start agree and their addresses do not contradict it; told
    in two syntaxes, also when their address or their title alone does, once on each side.
    """
    found: list[Told] = []
    others = told if len({one.item.block.syntax for one in told}) > 1 else []
    by_key: dict[Any, list[int]] = {}
    for one in told:
        key, page = _key(one.event), _page(one)
        at = _twin(one, (by_key.get((key, page), []), by_key.get(key, [])), found, others)
        if at is None:
            by_key.setdefault(key, []).append(len(found))
            if page is not None:
                by_key.setdefault((key, page), []).append(len(found))
            found.append(one)
        else:
            found[at] = _joined(found[at], one, notes)
    return found


def _twin(
    one: Told, alike: tuple[list[int], list[int]], found: list[Told], others: list[Told]
) -> int | None:
    """
    Return which of the events that were *found* is the same.

    Args:
        alike: Which of them have the title, start and address, and which title and start alone.
        others: All events, where they are told in more than one syntax.
    """
    for at in [*alike[0], *alike[1][-_ALIKE_MAX:]]:
        if _may_be(found[at], one):
            return at
    for number, other in enumerate(found if others and len(found) < _MANY else ()):
        mine, theirs = one.event, other.event
        if other.item.block.syntax == one.item.block.syntax:
            continue
        by_page = bool(mine.url) and mine.url == theirs.url
        by_name = _folded(mine.name) == _folded(theirs.name) and not (mine.url and theirs.url)
        field = "url" if by_page else "name"
        if (by_page or by_name) and _alone(one, others, field) and _alone(other, others, field):
            return number
    return None


def _alone(one: Told, told: list[Told], field: str) -> bool:
    """Whether no other event in the same syntax has the same value."""
    value = getattr(one.event, field)
    syntax = one.item.block.syntax
    alike = [x for x in told if x.item.block.syntax == syntax and getattr(x.event, field) == value]
    return len(alike) == 1


def _key(event: Event) -> Any:
    return _folded(event.name), _start(event.slot)


def _folded(name: str) -> str:
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name)
    return " ".join(name.casefold().split())


def _start(slot: TimeSlot) -> date:
    return slot.start.astimezone(UTC) if isinstance(slot.start, datetime) else slot.start


def _page(told: Told) -> str | None:
    """Return the address of an event, also one that is relative to nothing that is known."""
    if told.event.url:
        return told.event.url
    raw = next(iter(told.item.get("url")), None)
    return raw if isinstance(raw, str) else None


def _may_be(one: Told, other: Told) -> bool:
    """Whether nothing says that two events of one title and start are two."""
    pages = _page(one), _page(other)
    if None not in pages:
        return pages[0] == pages[1]
    mine, theirs = (
        {getattr(at, "name", None) for at in told.event.locations} for told in (one, other)
    )
    return not (mine and theirs) or bool(mine & theirs)


def _joined(first: Told, second: Told, notes: Notes) -> Told:
    """Return the first with what only the second has; what they contradict is a finding."""
    one, other = first.event, second.event
    place = second.item.place()
    line = first.item.place()[0]
    syntaxes = {first.item.block.syntax, second.item.block.syntax}
    where = f"in {' and '.join(sorted(syntaxes))}" if len(syntaxes) > 1 else f"first on line {line}"
    message = f"the event {one.name!r:.60} is told twice, {where}; it is read once"
    notes.add(codes.SAME_TWICE, Severity.INFO, message, "leave one out", place=place)
    for field in _COMPARED:
        mine, theirs = getattr(one, field), getattr(other, field)
        if mine and theirs and not _agree(field, mine, theirs):
            shown = [_shown(value) for value in (mine, theirs)]
            message = (
                f"told twice with another {field}: {shown[0]} and {shown[1]}; the first is kept"
            )
            notes.add(
                codes.CONFLICT, Severity.WARNING, message, "correct one", place=place, path=field
            )
    empty = {
        field.name: theirs
        for field in attrs.fields(Event)
        if getattr(one, field.name) in (None, ())
        and (theirs := getattr(other, field.name)) not in (None, ())
    }
    if (
        one.slot.end is None
        and other.slot.end is not None
        and _start(one.slot) == _start(other.slot)
    ):
        empty["slot"] = other.slot
    try:
        return Told(attrs.evolve(one, **empty), first.item)
    except EventkitError:
        return first


def _agree(field: str, mine: Any, theirs: Any) -> bool:
    if field == "name":
        return _folded(mine) == _folded(theirs)
    if field == "description":
        return str(mine).split()[:8] == str(theirs).split()[:8]
    if field == "slot":
        ends = [slot.end_utc or slot.end for slot in (mine, theirs)]
        return _start(mine) == _start(theirs) and (None in ends or ends[0] == ends[1])
    if field == "locations":
        names = [{_called(at) for at in one} for one in (mine, theirs)]
        return bool(names[0] & names[1])
    return bool(mine == theirs)


def _called(location: Any) -> str:
    return str(getattr(location, "name", None) or getattr(location, "url", ""))


def _shown(value: Any) -> str:
    if isinstance(value, TimeSlot):
        return f"{value.start.isoformat()}" + (f" to {value.end.isoformat()}" if value.end else "")
    if isinstance(value, tuple):
        return ", ".join(str(getattr(at, "name", None) or getattr(at, "url", "")) for at in value)[
            :80
        ]
    return repr(str(value)[:60])
