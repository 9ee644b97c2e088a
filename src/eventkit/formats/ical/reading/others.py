"""The properties that the model does not have, for those who ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from eventkit.formats.ical.reading.content import Component
from eventkit.joinlinks import is_join_link, links_in
from eventkit.model import Event

__all__ = ["others"]

Evidence = dict[str, tuple[int, int, str]]


def others(
    events: Iterable[Event],
    entries: Mapping[str, Component],
    read: frozenset[str],
    starts: list[int],
) -> Evidence:
    """
    Return what else stands in the entries, such as ``events[0].X-ROOM[1]``.

    Args:
        events: The events that were read.
        entries: Of each UID the entry.
        read: Names of the properties that the model has.
        starts: Position in the text at which each unfolded line begins.

    Returns:
        Path -> start, end, and the value as it stands in the text. What holds a join link is
        left out.
    """
    found: Evidence = {}
    for path, event in _walked(events):
        entry = entries.get(event.uid)
        for name in sorted(entry.properties.keys() - read) if entry else ():
            for number, one in enumerate(entry.properties[name] if entry else ()):
                if not any(is_join_link(link[0]) for link in links_in(one.value)):
                    end = starts[one.at + 1] if one.at + 1 < len(starts) else starts[-1]
                    found[f"{path}.{name}[{number}]"] = (starts[one.at], end, one.value)
    return found


def _walked(events: Iterable[Event], path: str = "") -> Iterator[tuple[str, Event]]:
    name = f"{path}.sub_events" if path else "events"
    for number, event in enumerate(events):
        yield f"{name}[{number}]", event
        yield from _walked(event.sub_events, f"{name}[{number}]")
