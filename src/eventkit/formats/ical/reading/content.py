"""What a calendar is made of once its lines are taken apart: components with properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["NO_PARAMETERS", "Component", "Property", "word_set"]

NO_PARAMETERS: Mapping[str, str] = MappingProxyType({})


def word_set(text: str) -> frozenset[str]:
    """Return the words of *text*."""
    return frozenset(text.split())


class Property(NamedTuple):
    """
    One content line.

    Args:
        name: In upper case.
        parameters: Names in upper case; several values of one are joined by commas.
        value: As it stands in the line, still escaped.
        at: Number of the line, from 0, counted after unfolding.
    """

    name: str
    parameters: Mapping[str, str]
    value: str
    at: int


class Component:
    """A component, its properties by name, and the components in it."""

    __slots__ = ("at", "children", "name", "properties")

    def __init__(self, name: str, at: int) -> None:
        self.name = name
        self.at = at
        self.properties: dict[str, list[Property]] = {}
        self.children: list[Component] = []

    def first(self, name: str) -> Property | None:
        """Return the first property called *name*."""
        found = self.properties.get(name)
        return found[0] if found else None

    def all(self, *names: str) -> list[Property]:
        """Return the properties with any of these names."""
        properties = self.properties
        return [one for name in names if name in properties for one in properties[name]]

    def value(self, name: str) -> str | None:
        """Return the value of the first property called *name*, without outer blanks."""
        found = self.properties.get(name)
        return found[0].value.strip() if found else None

    def walk(self) -> Iterator[Component]:
        """Yield every component in this one, at any depth, in the order of the text."""
        pending = list(reversed(self.children))
        while pending:
            component = pending.pop()
            yield component
            pending += reversed(component.children)
