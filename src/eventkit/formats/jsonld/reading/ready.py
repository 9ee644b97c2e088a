"""Events of JSON-LD that were read while their text was, before they were made items of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eventkit.formats.jsonld.reading.items import RELATIVE, Block, Graph, Item, Value
from eventkit.formats.jsonld.reading.quick import Quick

__all__ = ["Ready"]

_NONE: list[Value] = []  # never changed


class Ready(Item):
    """
    An event that was read already; its properties are made when somebody asks for them.

    Args:
        data: Its node, in which every key is the name of a property or a keyword.
        quick: What was read.
        properties: Makes the properties of the node.
    """

    __slots__ = ("_checked", "_made", "_properties", "_quick", "data")

    def __init__(
        self,
        block: Block,
        path: tuple[Any, ...],
        types: tuple[str, ...],
        data: dict[str, Any],
        quick: Quick,
        properties: Callable[[Ready], dict[str, list[Value]]],
    ) -> None:
        self.types, self.unknown, self.id = types, (), None
        self.block, self.path, self.data = block, path, data
        self._quick: Quick | None = quick
        self._properties = properties
        self._made: dict[str, list[Value]] | None = None
        self._checked = False

    @property
    def props(self) -> dict[str, list[Value]]:  # type: ignore[override]
        """The properties, which are made now."""
        if self._made is None:
            self._made = self._properties(self)
        return self._made

    def get(self, name: str) -> list[Value]:
        """Return the values of a property; of one that it has not, none."""
        if self._made is None and name not in self.data:
            return _NONE
        return self.props.get(name, _NONE)

    def only(self, *names: str) -> Item:
        """Return an item at this place that has only the texts that are named."""
        found = Item(self.block, self.path)
        for name in names:
            if self.data.get(name):
                found.props[name] = [self.data[name]]
        return found

    def links(self, graph: Graph) -> dict[str, list[Value]]:
        """Return the properties that may lead on: none, as far as it was read already."""
        return self.props if self.quick(graph) is None else {}

    def take(self, other: Item) -> None:
        """Take what another item of the same identifier tells, which was not read with it."""
        if other.props or other.types or other.unknown:
            self._quick = None
        super().take(other)

    def quick(self, graph: Graph) -> Quick | None:
        """
        Return what was read; None where more belongs to it.

        The graph is complete by then: a text may be the identifier of another thing in it.
        """
        if not self._checked:
            self._checked = True
            if graph.by_id and _leads_on(self.data, graph.by_id, self):
                self._quick = None
        return self._quick


def _leads_on(data: dict[str, Any], by_id: dict[str, Item], own: Item) -> bool:
    """Whether a text of a node names a thing; that its address is its own name says nothing."""
    for key, value in data.items():
        if key[0] == "@":
            continue
        for one in value if type(value) is list else (value,):
            if type(one) is str:
                if one[:1] in RELATIVE or (
                    one in by_id and (by_id[one] is not own or key != "url")
                ):
                    return True
            elif type(one) is dict and _leads_on(one, by_id, own):
                return True
    return False
