"""One event out of the items of a source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk, plain
from eventkit.formats.jsonld.reading.fields import fields_of, untitled
from eventkit.formats.jsonld.reading.items import Item, is_event
from eventkit.formats.jsonld.reading.recurring import recur, series_above
from eventkit.formats.jsonld.reading.schedule import read_plan
from eventkit.formats.jsonld.reading.slots import read_slot
from eventkit.model import (
    Event,
    EventSeries,
    TimeSlot,
)
from eventkit.vocabulary import local_name

__all__ = ["read_event", "say_left"]

_MENTION = frozenset({"name", "url", "image", "description"})
_DEPTH_MAX = 8
# Said by what is read, or of no use without what is not.
_SILENT = frozenset(
    {"mainEntityOfPage", "isAccessibleForFree", "additionalType", "alternativeHeadline"}
)


def read_event(
    desk: Desk, item: Item, above: tuple[Item, str] | None = None, depth: int = 0
) -> Event | None:
    """
    Return the event that an item tells of, or None with a finding that says why.

    Args:
        above: What the event is a property of, and which.
    """
    desk.open(item)
    desk.made.setdefault(id(item), None)
    named, described = item, item
    if above is not None and above[1] in ("hasCourseInstance", "courseInstance"):
        named = item if item.props.get("name") else above[0]
        described = item if item.props.get("description") else above[0]
        desk.open(above[0], f"^{above[0].types[0] if above[0].types else ''}")
    name = desk.line(named, "name") or desk.line(item, "headline")
    series = series_above(desk, item)
    plan = read_plan(desk, item, *([series.recurring] if series.recurring else []))
    place = plan.zone if plan else None
    slot = read_slot(desk, item, place) or (plan.slot if plan else None)
    if name is None or slot is None:
        mentioned = above is not None and item.props.keys() <= _MENTION
        heavy = Severity.INFO if mentioned else Severity.ERROR
        _missing(desk, item, name, slot, Severity.WARNING if depth else heavy)
        return None
    fields = fields_of(desk, item)
    fields["recordings"] = [untitled(one, name) for one in fields.get("recordings", ())]
    fields |= {"name": name, "slot": slot, "description": desk.text(described, "description")}
    if series.series is not None:
        fields["series"] = series.series
    if plan is not None or series.recurring is not None:
        recur(desk, item, fields, plan, series.recurring)
        if "recurrence" not in fields and "series" not in fields and series.recurring is not None:
            of = desk.line(series.recurring, "name")
            if of is not None and of != name:
                fields["series"] = desk.make(EventSeries, series.recurring, name=of)
    if depth < _DEPTH_MAX:
        inner = _sub_events(desk, item, depth)
        if inner:
            fields["sub_events"] = inner
    event = desk.make(Event, item, **fields)
    if event is not None and depth == 0:
        _say_leftovers(desk, item)
    return event


def _missing(
    desk: Desk, item: Item, name: str | None, slot: TimeSlot | None, severity: Severity
) -> None:
    if name and severity is Severity.INFO and not desk.has(item, "startDate"):
        message = f"the event {name!r:.60} is only mentioned, without a date"
        desk.say(codes.NO_TIME, severity, message, "add startDate", item)
        return
    if severity is Severity.INFO:
        severity = Severity.ERROR
    if name is None:
        when = [text for one in desk.values(item, "startDate") if (text := plain(one))]
        told = f" on {when[0]:.40}" if when else ""
        message = f"the event{told} has no name; it is left out"
        desk.say(codes.NO_TITLE, severity, message, "add its name", item)
    elif slot is None:
        message = f"the event {name!r:.60} has no date that is understood; it is left out"
        hint = "add startDate, e.g. 2019-04-17T13:00:00+02:00"
        desk.say(codes.NO_TIME, severity, message, hint, item)


def _sub_events(desk: Desk, item: Item, depth: int) -> list[Event]:
    found = []
    told: set[int] = set()
    for value, name in desk.things(item, "subEvent", "subEvents"):
        if id(value) in told:
            continue
        told.add(id(value))
        if not isinstance(value, Item) or not is_event(value):
            continue
        if id(value) not in desk.made:
            desk.made[id(value)] = None  # while it is being read, so that cycles end
            desk.made[id(value)] = read_event(desk, value, (item, name), depth + 1)
        event = desk.made[id(value)]
        if event is not None:
            found.append(event)
    return found


def _say_leftovers(desk: Desk, item: Item) -> None:
    """Say once for an event what of it has no place in the model."""
    say_left(desk, item, desk.leftovers(item))


def say_left(desk: Desk, item: Item, left: Iterable[str]) -> None:
    """Say which properties, by their paths, have no place in the model."""
    paths = []
    for path in left:
        name = path.rpartition(".")[2]
        shown = local_name(name) or name
        if name not in _SILENT and not path.startswith("^"):
            paths.append(re.sub(r"\[\d+\]", "", path.rpartition(".")[0] + "." + shown).strip("."))
    listed = list(dict.fromkeys(paths))
    if listed:
        shown = ", ".join(listed[:12]) + (
            f" and {len(listed) - 12} more" if len(listed) > 12 else ""
        )
        hint = "nothing to do, unless it matters to you"
        desk.say(codes.NOT_CARRIED, Severity.INFO, f"not carried over: {shown[:500]}", hint, item)
