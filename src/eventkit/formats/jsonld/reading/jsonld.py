"""From JSON-LD data to items. Source: https://www.w3.org/TR/json-ld11/"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.context import SCHEMA, Context
from eventkit.formats.jsonld.reading.items import Block, Graph, Item, Text, Value
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.formats.jsonld.reading.quick import QuickReader
from eventkit.formats.jsonld.reading.ready import Ready
from eventkit.sources import DEPTH_MAX

__all__ = ["add_items"]

Path = tuple[Any, ...]


def add_items(
    data: Any, block: Block, graph: Graph, notes: Notes, quick: QuickReader | None = None
) -> None:
    """
    Add what *data* tells to the graph.

    Args:
        quick: Reads the events that are told plainly, if they are to be read.
    """
    found = _Builder(block, graph, notes, quick)
    graph.roots += found.nodes(data, SCHEMA, ())
    if not found.explained and found.typed:
        notes.add(
            codes.FOREIGN_CONTEXT,
            Severity.WARNING,
            "there is no @context; the terms are taken for schema.org's",
            'add "@context": "https://schema.org"',
            place=block.place(()),
        )


_LISTING = frozenset({"@graph", "@included", "itemListElement", "item"})


def _properties(item: Ready) -> dict[str, list[Value]]:
    made = _Builder(item.block, Graph(), Notes()).node(item.data, SCHEMA, item.path)
    return made.props if made is not None else {}


class _Builder:
    def __init__(
        self, block: Block, graph: Graph, notes: Notes, quick: QuickReader | None = None
    ) -> None:
        self.block, self.graph, self.notes, self.quick = block, graph, notes, quick
        self.explained = False  # there is a @context
        self.typed = False
        self.foreign: set[str] = set()

    def nodes(self, data: Any, context: Context, path: Path) -> list[Item]:
        """Return the items of a node, or of a list of them."""
        if isinstance(data, list):
            return [
                item
                for number, one in enumerate(data)
                for item in self.nodes(one, context, (*path, number))
            ]
        if not isinstance(data, dict) or len(path) > DEPTH_MAX:
            if len(path) > DEPTH_MAX:
                self._too_deep(path)
            return []
        item = self._ready(data, path) if self.quick is not None and context is SCHEMA else None
        if item is None:
            item = self.node(data, context, path)
        return [] if item is None else [item]

    def _ready(self, data: dict[str, Any], path: Path) -> Item | None:
        """Return an event that is told plainly and stands by itself, if it is one."""
        if self.quick is None or not _LISTING.issuperset([x for x in path if type(x) is not int]):
            return None
        found = self.quick.read(data)
        if found is None:
            return None
        self.typed = True
        self.explained = self.explained or "@context" in data
        item = Ready(self.block, path, self._types(data["@type"], SCHEMA), data, found, _properties)
        iri = data.get("@id")
        return self.graph.identified(item, iri) if iri else item

    def _too_deep(self, path: Path) -> None:
        self.notes.add(
            codes.TOO_LARGE,
            Severity.ERROR,
            f"it is nested deeper than {DEPTH_MAX} levels; the rest is left out",
            "flatten it",
            place=self.block.place(path),
        )

    def node(self, data: dict[str, Any], context: Context, path: Path) -> Item | None:
        """Return the item of a node; None for a mere container of others."""
        if "@context" in data:
            self.explained = True
            where = (*path, "@context")
            context = context.inside(data["@context"], lambda iri: self._say_foreign(iri, where))
        item = Item(self.block, path)
        iri = None
        plain = context.language is None
        props = item.props
        known = context.known
        for key, value in data.items():
            name = known[key] if key in known else context.name(key)
            if name is not None and name[0] != "@":
                if plain and type(value) is str and name not in props:
                    props[name] = [value]  # by far the most
                elif type(value) is dict and "@type" in value and "@value" not in value:
                    item.add(name, self.nodes(value, context, (*path, key)))
                else:
                    item.add(name, self.values(value, context, key, (*path, key)))
            elif name is None:
                if key in context.reverse:
                    self._reverse(item, {context.reverse[key]: value}, context, (*path, key))
                elif context.terms.get(key, "") is not None:
                    item.unknown += (key,)
            elif name == "@type":
                item.types = self._types(value, context)
            elif name == "@id":
                iri = value if isinstance(value, str) else None
            elif name in ("@graph", "@included"):
                self.graph.roots += self.nodes(value, context, (*path, key))
            elif name == "@reverse" and isinstance(value, dict):
                self._reverse(item, value, context, (*path, key))
            elif name == "@nest" and isinstance(value, dict):
                inner = self.node(value, context, (*path, key))
                for nested, values in inner.props.items() if inner else ():
                    item.add(nested, values)
        self.typed = self.typed or bool(item.types)
        if iri:
            return self.graph.identified(item, self._iri(iri, context))
        return item if item.props or item.types or item.unknown else None

    def _iri(self, iri: str, context: Context) -> str:
        if iri.startswith("_:"):
            return f"_:{id(self.block)}{iri[1:]}"  # a name of this text alone
        return context.full(iri)

    def _say_foreign(self, iri: str, path: Path) -> None:
        if iri in self.foreign:
            return
        self.foreign.add(iri)
        self.notes.add(
            codes.FOREIGN_CONTEXT,
            Severity.WARNING,
            f"the context {iri[:100]!r} is not schema.org's and is not fetched",
            'write "@context": "https://schema.org"',
            place=self.block.place(path),
        )

    def _types(self, value: Any, context: Context) -> tuple[str, ...]:
        if isinstance(value, str):
            name = context.name(value.strip())
            return (name,) if name and name[0] != "@" else ()
        listed = value if isinstance(value, list) else [value]
        found = [context.name(one.strip()) for one in listed if isinstance(one, str)]
        return tuple(dict.fromkeys(name for name in found if name and name[0] != "@"))

    def _reverse(self, item: Item, value: dict[str, Any], context: Context, path: Path) -> None:
        for key, nodes in value.items():
            name = context.name(key)
            for one in self.nodes(nodes, context, (*path, key)):
                self.graph.roots.append(one)
                if name and not name.startswith("@"):
                    one.add(name, [item])

    def values(self, value: Any, context: Context, key: str, path: Path) -> list[Value]:
        """Return the values of a property."""
        if isinstance(value, str):
            return [Text(value, context.language) if context.language else value]
        if value is None:
            return []
        if isinstance(value, bool | int | float | Decimal):
            return [value]
        if isinstance(value, list):
            if len(path) > DEPTH_MAX:
                self._too_deep(path)
                return []
            many: list[Value] = []
            for number, one in enumerate(value):
                many += self.values(one, context, key, (*path, number))
            return many
        return self._object(value, context, key, path)

    def _object(self, value: dict[str, Any], context: Context, key: str, path: Path) -> list[Value]:
        if "@value" in value:
            inner = value["@value"]
            language = value.get("@language", context.language)
            if isinstance(inner, str) and isinstance(language, str):
                return [Text(inner, language)]
            return [inner] if isinstance(inner, str | bool | int | Decimal) else []
        for container in ("@list", "@set"):
            if container in value:
                return self.values(value[container], context, key, (*path, container))
        if key in context.languages or _is_language_map(value):
            return [
                Text(text, language)
                for language, one in value.items()
                for text in (one if isinstance(one, list) else [one])
                if isinstance(text, str)
            ]
        if len(path) > DEPTH_MAX:
            self._too_deep(path)
            return []
        found = self.node(value, context, path)
        return [] if found is None else [found]


def _is_language_map(value: dict[str, Any]) -> bool:
    """Whether an object is texts by their language, as in ``{"en": "A talk", "fr": ...}``."""
    for key, text in value.items():
        if not 2 <= len(key) <= 11 or not isinstance(text, str):
            return False
        primary = key.partition("-")[0]
        if len(primary) != 2 or not primary.islower() or not key.replace("-", "").isalnum():
            return False
    return bool(value)
