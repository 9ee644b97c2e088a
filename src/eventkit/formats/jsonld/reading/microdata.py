"""From Microdata to items. Source: HTML, "Microdata"."""

from __future__ import annotations

from typing import Any

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.elements import Budget, attribute, value_of
from eventkit.formats.jsonld.reading.items import Block, Graph, Item, Value
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.vocabulary import local_name

__all__ = ["add_microdata"]

_REFERENCES_MAX = 2_000


def add_microdata(tree: Any, graph: Graph, block: Block, notes: Notes) -> None:
    """Add the items of a page to the graph."""
    scopes = tree.css("[itemscope]")
    if not scopes:
        return
    _Page(tree, graph, block, notes).read(scopes)


class _Page:
    def __init__(self, tree: Any, graph: Graph, block: Block, notes: Notes) -> None:
        self.tree, self.graph, self.block, self.notes = tree, graph, block, notes
        self.items: dict[int, Item] = {}
        self.owners: dict[int, int] = {}
        self.budget = Budget()

    def read(self, scopes: list[Any]) -> None:
        identified: list[tuple[Item, str]] = []
        for number, element in enumerate(scopes):
            item = Item(self.block, (number,))
            item.types = _types(element)
            self.items[element.mem_id] = item
            if iri := attribute(element, "itemid"):
                identified.append((item, iri.strip()))
        for element in self.tree.css("[itemprop]"):
            owner = self.owner(element)
            if owner:
                self.give(self.items[owner], element)
        self.follow_references(scopes)
        twins = {id(item): self.graph.identified(item, iri) for item, iri in identified}
        self.graph.roots += [
            twins.get(id(item), item)
            for element in scopes
            if attribute(element, "itemprop") is None
            for item in (self.items[element.mem_id],)
        ]

    def owner(self, element: Any) -> int:
        """Return the element whose item a property belongs to; 0 where there is none."""
        path: list[int] = []
        node = element.parent
        found = 0
        while node is not None:
            key = node.mem_id
            if key in self.items:
                found = key
                break
            if key in self.owners:
                found = self.owners[key]
                break
            path.append(key)
            node = node.parent
        self.owners.update(dict.fromkeys(path, found))
        return found

    def give(self, item: Item, element: Any) -> None:
        """Give an element's value to the properties that it names."""
        names = (attribute(element, "itemprop") or "").split()
        inner = self.items.get(element.mem_id)
        for name in dict.fromkeys(names):
            local = local_name(name)
            if local is None:
                item.unknown += (name,)
                continue
            value: Value = value_of(element, local, self.budget) if inner is None else inner
            item.add(local, [value])

    def follow_references(self, scopes: list[Any]) -> None:
        """Give items what stands elsewhere on the page, where ``itemref`` says so."""
        wanted = [(element, attribute(element, "itemref")) for element in scopes]
        references = [
            (element, name)
            for element, text in wanted
            if text
            for name in dict.fromkeys(text.split())
        ]
        if not references:
            return
        by_id = {attribute(one, "id"): one for one in reversed(self.tree.css("[id]"))}
        for element, name in references[:_REFERENCES_MAX]:
            target = by_id.get(name)
            item = self.items[element.mem_id]
            if target is None:
                self.notes.add(
                    codes.NOT_CARRIED,
                    Severity.WARNING,
                    f"itemref names {name[:60]!r}, but no element has that id",
                    "correct the id",
                    place=item.place(),
                )
                continue
            self.give_below(item, target)

    def give_below(self, item: Item, target: Any) -> None:
        """Give an item the properties at and below an element, down to other items."""
        stack = [target]
        while stack and self.budget.spend():
            node = stack.pop()
            if node is not target and node.next is not None:
                stack.append(node.next)
            if node.tag is None or node.tag[0] in "-_!":
                continue
            attributes = node.attributes
            if "itemprop" in attributes:
                self.give(item, node)
            if "itemscope" not in attributes and node.child is not None:
                stack.append(node.child)


def _types(element: Any) -> tuple[str, ...]:
    names = (local_name(one) for one in (attribute(element, "itemtype") or "").split())
    return tuple(dict.fromkeys(name for name in names if name))
