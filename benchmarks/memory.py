"""
Bytes that an event takes when it is held, beside the same as dicts, attrs classes and pydantic.

Each event has texts of its own; all are of one organiser, as those of a catalogue of one house.
"""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import attrs
from example import EVENT
from peers import pydantic_model

from eventkit import from_json, to_json

__all__ = ["measured", "verdict"]

_COUNT = 2000
_LIMIT = 0.5  # of the bytes of nested dicts
_DICTS = "nested dicts"


def measured() -> dict[str, float]:
    """Return the bytes of one event by how it is held."""
    texts = [
        to_json(
            attrs.evolve(
                EVENT,
                name=f"{EVENT.name} {number}",
                uid=f"{number:08}{EVENT.uid[8:]}",
                description=f"{EVENT.description} {number}",
                url=f"{EVENT.url}/{number}",
                locations=[attrs.evolve(EVENT.locations[0], url=f"{EVENT.url}/{number}")],
            )
        )
        for number in range(_COUNT)
    ]
    ways: dict[str, Callable[[str], Any] | None] = {
        "eventkit": lambda text: from_json(text)[0],
        _DICTS: json.loads,
        "attrs classes, slotted, with these fields alone": _attrs,
        "pydantic, with every field": _pydantic(),
    }
    return {name: _bytes(make, texts) for name, make in ways.items() if make is not None}


def verdict(name: str, sizes: Mapping[str, float]) -> str:
    """Return the target of *name*, and whether it is reached."""
    if name != "eventkit":
        return ""
    limit = _LIMIT * sizes[_DICTS]
    return f"{limit:,.0f}, {'reached' if sizes[name] <= limit else 'missed'}"


def _bytes(make: Callable[[str], Any], texts: list[str]) -> float:
    make(texts[0])
    gc.collect()
    tracemalloc.start()
    held = [make(text) for text in texts]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / len(held)


@attrs.define
class _Slot:
    start: datetime
    end: datetime
    timezone: str


@attrs.define
class _Location:
    url: str


@attrs.define
class _Event:
    name: str
    slot: _Slot
    uid: str
    description: str
    url: str
    organizer: str
    locations: tuple[_Location, ...]


def _attrs(text: str) -> _Event:
    data = json.loads(text)
    slot = data["slot"]
    times = (datetime.fromisoformat(slot[name]) for name in ("start", "end"))
    data["slot"] = _Slot(*times, slot["timezone"])
    data["locations"] = tuple(_Location(one["url"]) for one in data["locations"])
    return _Event(**data)


def _pydantic() -> Callable[[str], Any] | None:
    model = pydantic_model()
    return None if model is None else model.model_validate_json
