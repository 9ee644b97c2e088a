"""Terms of schema.org in capitals of their own are read as what they are, with a finding."""

from __future__ import annotations

from functools import cache, lru_cache

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.items import Graph, Item, Listed
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.formats.jsonld.reading.ready import Ready
from eventkit.vocabulary.table import is_type, property_named, property_names, type_names

__all__ = ["correct_spelling"]

_HINT = "write {!r}; the terms of schema.org tell capitals from small letters"


def correct_spelling(graph: Graph, notes: Notes) -> Listed:
    """
    Replace terms such as ``event`` and ``StartDate`` in all items of a source.

    Returns:
        All things of the source, as `Graph.things` has them then.
    """
    things, corrected = list(graph.things()), False
    for item, _ in things:
        if isinstance(item, Ready) and item.quick(graph):
            continue  # it is spelt well
        for name in item.types:
            if (meant := _type_meant(name)) is not None:
                _say(notes, item, None, f"the type {name!r:.60} is read as {meant}", meant)
                item.types = tuple(meant if one == name else one for one in item.types)
                corrected = True
        for name in [one for one in item.props if _property_meant(one) is not None]:
            meant = str(_property_meant(name))
            _say(notes, item, name, f"the property {name!r:.60} is read as {meant}", meant)
            item.add(meant, item.props.pop(name))
            corrected = True
    return list(graph.things()) if corrected else things


def _say(notes: Notes, item: Item, name: str | None, message: str, meant: str) -> None:
    code = codes.UNKNOWN_PROPERTY if name else codes.UNKNOWN_TYPE
    hint = _HINT.format(meant)
    notes.add(code, Severity.WARNING, message, hint, place=item.place(name), path=name)


@lru_cache(maxsize=4096)
def _type_meant(name: str) -> str | None:
    """Return the type that a name is in other letters; None when it is right, or none at all."""
    return None if is_type(name) else _folded_types().get(name.lower())


@lru_cache(maxsize=4096)
def _property_meant(name: str) -> str | None:
    return None if property_named(name) else _folded_properties().get(name.lower())


@cache
def _folded_types() -> dict[str, str]:
    return {name.lower(): name for name in type_names()}


@cache
def _folded_properties() -> dict[str, str]:
    return {name.lower(): name for name in property_names()}
