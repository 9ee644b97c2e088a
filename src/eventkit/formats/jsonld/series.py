"""
The occurrences of an event that comes again, each as an Event of its own.

Search engines show what has dates of its own and know no rules. Each occurrence has its own
identifier, made from that of the event and the start that the rule gives, so that it stays when
the occurrence is moved; all name one EventSeries.

Source: https://schema.org/EventSeries, https://schema.org/superEvent
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime

import attrs

from eventkit.formats.jsonld.recurrence import recurring_series
from eventkit.formats.jsonld.values import Node, put
from eventkit.model import Event
from eventkit.occurrences import expand

__all__ = ["Between", "each_occurrence"]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "eventkit.jsonld")
Between = tuple[datetime | date, datetime | date]


def each_occurrence(
    event: Event, between: Between, write: Callable[[Event, Node], Node], *, schedule: bool
) -> Iterator[Node]:
    """
    Yield a node of each occurrence; of an event that does not come again its own.

    Args:
        event: The event.
        between: From when until before when, as `eventkit.occurrences.occurrences` has it.
        write: Fills a node with an event.
        schedule: Whether the series of the first has its rule as a Schedule.
    """
    whole = None if event.recurrence is None else _series(event)
    for number, found in enumerate(expand(event, between)):
        if whole is None:
            yield write(found.event, {})
            continue
        start = found.original_start.isoformat()
        node = write(attrs.evolve(found.event, uid=_identifier(event, start)), {})
        above = dict(whole)
        if schedule and number == 0 and event.recurrence is not None:
            put(
                above,
                "eventSchedule",
                recurring_series(event, event.recurrence).get("eventSchedule"),
            )
        others = node.get("superEvent")
        node["superEvent"] = [others, above] if others else above
        yield node


def _series(event: Event) -> Node:
    """Return the series as all occurrences name it; the same identifier makes it one."""
    node: Node = {"@type": "EventSeries", "@id": f"urn:uuid:{_identifier(event, 'series')}"}
    node["identifier"] = event.uid
    node["name"] = event.name
    put(node, "url", event.url)
    return node


def _identifier(event: Event, part: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{event.uid}\n{part}"))
