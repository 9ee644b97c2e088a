"""Things of markup as they stand, for those who judge the markup and not the event."""

from __future__ import annotations

from collections.abc import Iterator

from eventkit.findings import Path
from eventkit.formats.jsonld.reading.desk import plain, word
from eventkit.formats.jsonld.reading.items import Graph, Item, Value, is_event
from eventkit.formats.jsonld.reading.standing import parts, standing
from eventkit.model import Event

__all__ = ["Node", "nodes_of_graph"]


class Node:
    """
    A thing of markup, an event or a video, with what it refers to.

    Args:
        item: The thing.
        graph: All things of the source.
        event: The event that it is written for; None for a thing of somebody's page.
        path: Where it is in the thing that it was reached from.
        base: Where that is in the event's own node, when it is written for one.
        is_part: Whether another thing that is judged holds it.
    """

    __slots__ = ("base", "event", "graph", "is_part", "item", "path")

    def __init__(
        self,
        item: Item,
        graph: Graph,
        event: Event | None = None,
        *,
        path: Path = (),
        base: Path = (),
        is_part: bool = False,
    ) -> None:
        self.item, self.graph, self.event = item, graph, event
        self.path, self.base, self.is_part = path, base, is_part

    def is_a(self, *kinds: str) -> bool:
        """Whether it is of one of the types, or of one below it."""
        return any(map(self.item.is_a, kinds))

    def values(self, name: str) -> list[Value]:
        """Return the values of a property; empty ones are none."""
        return [value for value, _ in self._told(name)]

    def _told(self, name: str) -> Iterator[tuple[Value, Path]]:
        values = self.item.props.get(name, ())
        for number, value in enumerate(values):
            found = self.graph.follow(value)
            is_empty = (
                not (found.props or found.id or found.types)
                if isinstance(found, Item)
                else isinstance(found, str) and not found.strip()
            )
            if not is_empty:
                yield found, (name, number)

    def has(self, *names: str) -> bool:
        """Whether it has one of the properties."""
        return any(self.values(name) for name in names)

    def text(self, name: str) -> str | None:
        """Return the first value of a property as text; of a thing its name."""
        return next((plain(value) for value in self.values(name)), None)

    def words(self, name: str) -> list[str]:
        """Return the members of an enumeration that a property names."""
        return [found for value in self.values(name) if (found := word(value))]

    def texts(self, name: str) -> list[tuple[str, Path]]:
        """Return the values of a property that are no things, each with its path."""
        return [
            (text, path)
            for value, path in self._told(name)
            if not isinstance(value, Item) and (text := plain(value))
        ]

    def things(self, name: str) -> list[Node]:
        """Return the values of a property that are things themselves."""
        return [
            Node(value, self.graph, self.event, path=(*self.path, *path), is_part=True)
            for value, path in self._told(name)
            if isinstance(value, Item)
        ]

    def shown(self, path: Path) -> Path:
        """Return a path without the numbers of values that stand alone."""
        item, found, values = self.item, list[str | int](), list[Value]()
        for step in path:
            if isinstance(step, str):
                values = item.props.get(step, [])
                found.append(step)
                continue
            if len(values) > 1:
                found.append(step)
            inner = self.graph.follow(values[step]) if step < len(values) else None
            item = inner if isinstance(inner, Item) else item
        return tuple(found)

    def place(self, path: Path = ()) -> tuple[int | None, int | None]:
        """Return the line and column of what a path leads to, or of what it would stand in."""
        item, name = self.item, None
        for step in path:
            number = step if isinstance(step, int) else 0
            values = item.props.get(name, ()) if name else ()
            inner = self.graph.follow(values[number]) if number < len(values) else None
            if isinstance(inner, Item):
                item, name = inner, None
            if isinstance(step, str):
                name = step
        return item.place(name if name in item.props else None)


def nodes_of_graph(graph: Graph) -> list[Node]:
    """Return the events that stand by themselves in a source, and its videos."""
    things = list(graph.things())
    listed = [one for one in things if is_event(one[0])]
    alone = [one for item, _ in standing(listed, graph) for one in (parts(item, graph) or [item])]
    held = {id(item) for item, above in things if above is not None}
    videos = [item for item, _ in things if item.is_a("VideoObject")]
    return [Node(item, graph) for item in alone] + [
        Node(item, graph, is_part=id(item) in held) for item in videos
    ]
