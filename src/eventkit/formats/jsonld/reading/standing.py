"""Which events of a source stand by themselves, and which are only parts of another."""

from __future__ import annotations

from eventkit.formats.jsonld.reading.items import Graph, Item, Listed

__all__ = ["parts", "shared_series", "standing"]

_PARTS = ("subEvent", "subEvents")
_MENTIONS = ("superEvent", "publication", "releasedEvent")


def standing(listed: Listed, graph: Graph) -> Listed:
    """Return those of the events that are told for their own sake, in the order of the source."""
    nested = _inside(listed, graph)
    return [
        (item, above)
        for item, above in listed
        if id(item) not in nested and (above is None or above[1] not in _MENTIONS)
    ]


def parts(item: Item, graph: Graph) -> list[Item]:
    """Return the events in a series that has no date of its own; of any other event none."""
    if item.get("startDate") or item.get("eventSchedule"):
        return []
    return [
        found
        for name in _PARTS
        for one in item.get(name)
        if isinstance(found := graph.follow(one), Item)
    ]


def _inside(listed: Listed, graph: Graph) -> set[int]:
    """
    Return the events that are told as parts of another.

    Of events that are parts of each other in a circle the first is taken for the whole.
    """
    events = {id(item): item for item, _ in listed}
    inner = {
        key: [
            id(one)
            for name in _PARTS
            for one in map(graph.follow, item.get(name))
            if id(one) in events and one is not item
        ]
        for key, item in events.items()
    }
    nested = {key for ones in inner.values() for key in ones}
    if not nested:
        return nested
    covered: set[int] = set()
    found: set[int] = set()
    for key in sorted(events, key=nested.__contains__):  # wholes first, else in order
        if key in covered:
            continue
        waiting = list(inner[key])
        covered.add(key)
        while waiting:
            one = waiting.pop()
            if one not in covered:
                covered.add(one)
                found.add(one)
                waiting += inner[one]
    return found


def shared_series(listed: Listed, graph: Graph) -> frozenset[int]:
    """Return the series that stand by themselves, or that several events name."""
    found = {id(item) for item, above in listed if above is None}
    once: set[int] = set()
    for item, _ in listed:
        for one in map(graph.follow, item.get("superEvent")):
            (found if id(one) in once else once).add(id(one))
    return frozenset(found)
