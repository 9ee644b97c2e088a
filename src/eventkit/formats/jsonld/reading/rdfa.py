"""From RDFa to items. Source: RDFa Lite 1.1, and ``about`` and ``rel`` of RDFa Core."""

from __future__ import annotations

import re
from typing import Any

from eventkit.formats.jsonld.reading.context import is_schema
from eventkit.formats.jsonld.reading.elements import Budget, value_of
from eventkit.formats.jsonld.reading.items import Block, Graph, Item, Value
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.vocabulary import local_name

__all__ = ["add_rdfa"]

_SELECTOR = "[typeof],[property],[vocab],[prefix],[resource],[about],[rel]"
_PREFIX = re.compile(r"([A-Za-z][\w.-]*):\s+(\S+)")


class _Scope:
    """What holds at an element: its vocabulary and prefixes, and the item being told of."""

    __slots__ = ("item", "prefixes", "relation", "vocabulary")

    def __init__(
        self,
        item: Item | None,
        vocabulary: str | None,
        prefixes: dict[str, str],
        relation: str | None = None,
    ) -> None:
        self.item, self.vocabulary, self.prefixes = item, vocabulary, prefixes
        self.relation = relation  # a property that waits for an item further inside

    def name(self, term: str) -> str | None:
        """Return the name of a term in schema.org, or None."""
        prefix, colon, rest = term.partition(":")
        if colon:
            if rest.startswith("//"):
                return local_name(term)
            iri = self.prefixes.get(prefix.lower())
            return local_name(iri + rest) if iri else None
        if self.vocabulary is None:
            return None
        return (
            local_name(term) if is_schema(self.vocabulary) else local_name(self.vocabulary + term)
        )


def add_rdfa(tree: Any, graph: Graph, block: Block, notes: Notes) -> None:
    """Add the items of a page to the graph."""
    _Page(graph, block).read(tree)


class _Page:
    def __init__(self, graph: Graph, block: Block) -> None:
        self.graph, self.block = graph, block
        self.scopes: dict[int, _Scope] = {}
        self.top = _Scope(None, None, {"schema": "https://schema.org/"})
        self.budget = Budget()
        self.number = 0
        self.done: set[int] = set()
        self.standing: set[int] = set()

    def read(self, tree: Any) -> None:
        for element in tree.css(_SELECTOR):
            if element.mem_id in self.done:
                continue  # it matches more than one part of the selector
            self.done.add(element.mem_id)
            attributes = element.attributes
            self.scopes[element.mem_id] = self.scope(element, attributes, self.around(element))

    def around(self, element: Any) -> _Scope:
        """Return what holds where an element stands."""
        path: list[int] = []
        node = element.parent
        found = self.top
        while node is not None:
            key = node.mem_id
            if key in self.scopes:
                found = self.scopes[key]
                break
            path.append(key)
            node = node.parent
        self.scopes.update(dict.fromkeys(path, found))
        return found

    def scope(self, element: Any, attributes: dict[str, str | None], above: _Scope) -> _Scope:
        """Add what an element tells, and return what holds inside of it."""
        vocabulary, prefixes = above.vocabulary, above.prefixes
        if "vocab" in attributes:
            vocabulary = (attributes["vocab"] or "").strip() or None
        if attributes.get("prefix"):
            found = _PREFIX.findall(str(attributes["prefix"])[:2000])
            prefixes = {**prefixes, **{name.lower(): iri for name, iri in found}}
        here = _Scope(above.item, vocabulary, prefixes, above.relation)
        names = self.names(here, attributes)
        if "typeof" in attributes:
            item = self.item(here, attributes, bool(names))
            self.attach(here, item, names)
            return _Scope(item, vocabulary, prefixes)
        relation = attributes.get("rel") if "rel" in attributes else None
        if "property" in attributes and here.item is not None:
            for name in names:
                here.item.add(name, [self.value(element, attributes, name)])
            return here
        subject = attributes.get("about")
        if subject is None and "property" not in attributes and relation is None:
            subject = attributes.get("resource")
        if subject is not None:
            item = self.identified(Item(self.block, (self.number,)), subject)
            self.stand(item)
            here = _Scope(item, vocabulary, prefixes)
        if relation is not None and here.item is not None:
            return self.related(here, attributes, names)
        return here

    def names(self, here: _Scope, attributes: dict[str, str | None]) -> list[str]:
        """Return the properties that an element names."""
        told = attributes.get("property") or attributes.get("rel") or ""
        found = [name for term in told.split() if (name := here.name(term))]
        return list(dict.fromkeys(found))

    def item(self, here: _Scope, attributes: dict[str, str | None], nested: bool) -> Item:
        item = Item(self.block, (self.number,))
        self.number += 1
        found = [here.name(term) for term in (attributes["typeof"] or "").split()]
        item.types = tuple(dict.fromkeys(name for name in found if name))
        iri = attributes.get("about") if not nested else None
        for name in ("resource", "href", "src") if iri is None else ():
            iri = iri or attributes.get(name)
        return self.identified(item, iri) if iri is not None else item

    def identified(self, item: Item, iri: str) -> Item:
        return self.graph.identified(item, iri.strip().strip("[]"))

    def attach(self, here: _Scope, item: Item, names: list[str]) -> None:
        """Hang a new item on the one around it, or let it stand by itself."""
        if not names and here.relation:
            names = [here.relation]
        if names and here.item is not None:
            for name in names:
                here.item.add(name, [item])
        else:
            self.stand(item)

    def stand(self, item: Item) -> None:
        """Let an item stand by itself, once."""
        if id(item) not in self.standing:
            self.standing.add(id(item))
            self.graph.roots.append(item)

    def related(self, here: _Scope, attributes: dict[str, str | None], names: list[str]) -> _Scope:
        """Follow ``rel``: to an address, or to the item inside."""
        target = attributes.get("resource") or attributes.get("href") or attributes.get("src")
        if not names or here.item is None:
            return here
        if target is not None:
            for name in names:
                here.item.add(name, [target.strip()])
            return here
        return _Scope(here.item, here.vocabulary, here.prefixes, names[0])

    def value(self, element: Any, attributes: dict[str, str | None], name: str) -> Value:
        """Return the text or address that an element gives to a property."""
        resource = attributes.get("resource")
        if resource is not None and "content" not in attributes:
            return resource.strip().strip("[]")
        return value_of(element, name, self.budget)
