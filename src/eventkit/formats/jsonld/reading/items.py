"""The things that markup tells of, in one shape for JSON-LD, Microdata and RDFa."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from eventkit.plain import json_places
from eventkit.vocabulary import is_kind_of, local_name

__all__ = [
    "RELATIVE",
    "Above",
    "Block",
    "Graph",
    "Item",
    "Listed",
    "Text",
    "Value",
    "absolute",
    "is_event",
]

Place = tuple[int | None, int | None]


class Text(str):
    """A text with its language."""

    language: str | None

    __slots__ = ("language",)

    def __new__(cls, value: str, language: str | None = None) -> Self:
        found = super().__new__(cls, value)
        found.language = language
        return found


_LINE_MAX = 300  # characters of a text on one line in which a column is looked for


class Block:
    """One piece of markup of a page or file, which knows where its parts stand."""

    def __init__(self, syntax: str, text: str = "", line: int = 1, column: int = 1) -> None:
        self.syntax, self.text, self.line, self.column = syntax, text, line, column

    @cached_property
    def _find(self) -> json_places.Places:
        return json_places.Places(self.text)

    def place(self, path: tuple[Any, ...]) -> Place:
        """Return the line and column of a key; of one long line only the line."""
        if len(self.text) > _LINE_MAX and "\n" not in self.text:
            return self.line, None
        found = self._find(path) if self.text else None
        if found is None:
            return self.line, self.column
        line, column = found
        return self.line + line - 1, column + (self.column - 1 if line == 1 else 0)

    def doubled(self) -> list[tuple[str, Place]]:
        """Return the keys that stand a second time in their object, and where."""
        found: list[tuple[str, Place]] = []
        for path, line, column in json_places.duplicates(self.text):
            place = self.line + line - 1, column + (self.column - 1 if line == 1 else 0)
            found.append((str(path[-1]), place))
        return found


class Item:
    """A thing with its types and properties, by their names in schema.org."""

    __slots__ = ("block", "id", "path", "props", "types", "unknown")

    def __init__(self, block: Block, path: tuple[Any, ...] = ()) -> None:
        self.types: tuple[str, ...] = ()
        self.unknown: tuple[str, ...] = ()  # property names of other vocabularies
        self.id: str | None = None
        self.props: dict[str, list[Value]] = {}
        self.block, self.path = block, path

    def add(self, name: str, values: Iterable[Value]) -> None:
        """Add values to a property."""
        self.props.setdefault(name, []).extend(values)

    def get(self, name: str) -> list[Value]:
        """Return the values of a property; of one that it has not, none."""
        return self.props.get(name, _NONE)

    def take(self, other: Item) -> None:
        """Take what another item of the same identifier tells."""
        self.types = tuple(dict.fromkeys((*self.types, *other.types)))
        self.unknown += other.unknown
        for name, values in other.props.items():
            mine = self.props.setdefault(name, [])
            if len(mine) < _ALIKE_MAX:
                values = [one for one in values if not any(_same(one, also) for also in mine)]
            mine += values

    def links(self, graph: Graph) -> dict[str, list[Value]]:
        """Return the properties that may lead on to other things of the source."""
        return self.props

    def place(self, name: str | None = None) -> Place:
        """Return the line and column of the item, or of one of its properties."""
        return self.block.place(self.path if name is None else (*self.path, name))

    def is_a(self, kind: str) -> bool:
        """Whether one of the types is *kind* or below it."""
        for one in self.types:
            if one == kind or is_kind_of(one, kind):
                return True
        return False


Value = str | int | float | Decimal | bool | Item
_NONE: list[Value] = []  # never changed
Above = tuple[Item, str]  # what an item is a property of, and which
Listed = list[tuple[Item, Above | None]]


def is_event(item: Item) -> bool:
    """
    Whether an item is an event, by its type or, where schema.org has no such type, its name.

    What people did with a page (``UserInteraction``) is not announced.
    """
    for one in item.types:
        if is_kind_of(one, "Event"):
            return not is_kind_of(one, "UserInteraction")
        if re.fullmatch(r"(?:[A-Z][A-Za-z]*)?(?:Event|Webinar|Festival)", one) and not is_kind_of(
            one, "Thing"
        ):
            return True
    return False


_IRI_MAX = 2_000  # characters of a text that may be an identifier
RELATIVE = ("#", "/", ".")
_ALIKE_MAX = 200  # values of one property that are compared


class Graph:
    """All items of a source; those with the same identifier are one."""

    def __init__(self, base: str | None = None) -> None:
        self.base = base
        self.roots: list[Item] = []
        self.by_id: dict[str, Item] = {}
        self.clashes: list[tuple[Item, Item]] = []

    def identified(self, item: Item, iri: str) -> Item:
        """Return the one item with an identifier: *item*, or what was met of it before."""
        item.id = absolute(iri, self.base) or iri
        known = self.by_id.setdefault(item.id, item)
        if known is item:
            return item
        if known.props and item.props and _differ(known, item):
            self.clashes.append((known, item))
            return item
        if not known.props:
            known.block, known.path = item.block, item.path
        known.take(item)
        return known

    def follow(self, value: Value) -> Value:
        """Return the item that a text names by its identifier, else the value."""
        if not isinstance(value, str) or not self.by_id or len(value) > _IRI_MAX:
            return value
        found = self.by_id.get(value)
        if found is None and value[:1] in RELATIVE:
            found = self.by_id.get(absolute(value, self.base) or value)
        return value if found is None or not found.props else found

    def things(self) -> Iterator[tuple[Item, Above | None]]:
        """
        Yield all items in the order of the source, each with what it is a property of.

        What hangs on an event that was read already is left out.
        """
        seen: set[int] = set()
        by_id = self.by_id
        waiting: list[tuple[Item, Above | None]] = [(root, None) for root in reversed(self.roots)]
        while waiting:
            item, above = waiting.pop()
            if id(item) in seen:
                continue
            seen.add(id(item))
            _type_by_more(item, above)
            yield item, above
            inner = []
            for name, values in item.links(self).items():
                for one in values:
                    found = self.follow(one) if by_id and type(one) is str else one
                    if isinstance(found, Item):
                        inner.append((found, (item, name)))
            inner.reverse()
            waiting += inner


_EVENTS_OF = {
    "hasCourseInstance": "CourseInstance",
    "event": "Event",
    "events": "Event",
    "subEvent": "Event",
    "subEvents": "Event",
}


def _type_by_more(item: Item, above: Above | None) -> None:
    """Give an item the types that ``additionalType`` or the property it stands in tell."""
    for value in item.get("additionalType"):
        name = local_name(value) if isinstance(value, str) else None
        if name and is_kind_of(name, "Event") and name not in item.types:
            item.types += (name,)
    if not item.types and item.props and above is not None and above[1] in _EVENTS_OF:
        item.types = (_EVENTS_OF[above[1]],)


_TELLING = ("name", "startDate", "url")


def _differ(one: Item, other: Item) -> bool:
    """Whether two events that share an identifier are two: other in title and in time."""
    if not (is_event(one) and is_event(other)):
        return False
    pairs = [(one.get(name), other.get(name)) for name in _TELLING]
    differing = [mine and theirs and mine != theirs for mine, theirs in pairs]
    return bool(differing[1] and (differing[0] or differing[2]))


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Item) and isinstance(other, Item) and not (one.id or other.id):
        return (
            one.types == other.types
            and one.props.keys() == other.props.keys()
            and all(
                len(values) == len(other.props[name]) and all(map(_same, values, other.props[name]))
                for name, values in one.props.items()
            )
        )
    return one is other or (type(one) is type(other) and one == other)


def absolute(url: str, base: str | None) -> str | None:
    """Return an address in full, or None where it is relative to nothing."""
    if url.startswith(("https://", "http://")):
        return url
    try:
        if urlsplit(url).scheme:
            return url
        if base is None or url.startswith("_:"):
            return None
        return urljoin(base, url)
    except ValueError:
        return None
