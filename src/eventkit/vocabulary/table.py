"""The table of a release of schema.org: read once, when it is first asked."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

__all__ = [
    "DATA_TYPES",
    "RELEASE",
    "Property",
    "ancestors",
    "is_kind_of",
    "is_member",
    "is_type",
    "local_name",
    "members_of",
    "property_named",
    "property_names",
    "superseding",
    "type_names",
]

RELEASE = "30.0"  # of schema.org, which the table was made from; see tools/make_vocabulary.py

DATA_TYPES = frozenset({"Boolean", "Date", "DateTime", "Number", "Text", "Time"})
_PREFIX = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)", re.IGNORECASE)


class Property(NamedTuple):
    """A property: the types it is expected on, and those of its values."""

    name: str
    domains: frozenset[str]
    ranges: frozenset[str]
    superseded_by: str | None


@cache
def _table() -> dict[str, Any]:
    text = files("eventkit.vocabulary").joinpath("schemaorg.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


@lru_cache(maxsize=4096)
def local_name(term: str) -> str | None:
    """
    Return the name of a term of schema.org, or None for one of another vocabulary.

    A bare name, ``schema:Event`` and the full IRI, with http or https, mean the same.
    """
    name, found = _PREFIX.subn("", term.strip(), count=1)
    if not found and ":" in name:
        return None
    return name.rstrip("/") or None


def is_type(name: str) -> bool:
    """Whether schema.org has this type."""
    return name in _table()["types"]


def type_names() -> list[str]:
    """Return the names of all types."""
    return list(_table()["types"])


@lru_cache(maxsize=2048)
def ancestors(name: str) -> frozenset[str]:
    """Return the type itself and all that are above it; none where there is no such type."""
    types: dict[str, str] = _table()["types"]
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in types and one not in found:
            found.add(one)
            waiting += types[one].split()
    return frozenset(found)


def is_kind_of(name: str, above: str) -> bool:
    """Whether a type is *above* or one below it: ``MusicEvent`` is a kind of ``Event``."""
    return above in ancestors(name)


@lru_cache(maxsize=2048)
def property_named(name: str) -> Property | None:
    """Return the property of this name."""
    row: list[str] | None = _table()["properties"].get(name)
    if row is None:
        return None
    newer = row[2].split()[0] if len(row) > 2 else None
    return Property(name, frozenset(row[0].split()), frozenset(row[1].split()), newer)


def property_names() -> list[str]:
    """Return the names of all properties."""
    return list(_table()["properties"])


def is_member(name: str, enumeration: str) -> bool:
    """Whether a name is one of the members of an enumeration, or of one below it."""
    kinds: str = _table()["members"].get(name, "")
    return any(is_kind_of(kind, enumeration) for kind in kinds.split())


@lru_cache(maxsize=256)
def members_of(enumeration: str) -> tuple[str, ...]:
    """Return the members of an enumeration."""
    return tuple(name for name in _table()["members"] if is_member(name, enumeration))


def superseding(name: str) -> str | None:
    """Return the type that has taken the place of this type or member."""
    newer: str | None = _table()["superseded"].get(name)
    return newer
