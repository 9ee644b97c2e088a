"""From the source to plain data, with the places of what is in it."""

from __future__ import annotations

from typing import Any

from eventkit import codes
from eventkit.foreign.notes import Notes
from eventkit.plain import json_places
from eventkit.sources import decoded, json_value

__all__ = ["opened"]

_DOUBLED_MAX = 100


def opened(source: str | bytes, file: str | None) -> tuple[Any, Notes]:
    """
    Return what a JSON text says, and what takes the findings about it.

    A key that stands twice is a finding; the last counts.

    Raises:
        RefusedError: It is no JSON text.
    """
    text = decoded(source)
    notes = Notes(json_places.Places(text), file)
    doubled = False

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        found = dict(pairs)
        doubled = doubled or len(found) != len(pairs)
        return found

    data = json_value(text, made)
    if doubled:
        for path, _, _ in json_places.duplicates(text)[:_DOUBLED_MAX]:
            notes.warn(
                codes.DUPLICATE_KEY,
                "the key stands twice, and the last counts",
                "remove one of the two",
                path,
            )
    return data, notes
