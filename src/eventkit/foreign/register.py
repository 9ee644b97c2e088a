"""Things that others refer to, by a number or a name."""

from __future__ import annotations

from typing import Any

import attrs

from eventkit.foreign.notes import Notes
from eventkit.plain.paths import Path

__all__ = ["Register"]


@attrs.frozen
class _Entry:
    value: Any
    path: Path | None


class Register:
    """
    Things that stand in one place and are referred to from others.

    Args:
        notes: Takes the findings.
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._by_key: dict[str, _Entry] = {}
        self._unused: dict[Path, None] = {}

    def __contains__(self, key: str | None) -> bool:
        return key in self._by_key

    def add(self, keys: tuple[str | None, ...], value: Any, path: Path | None) -> None:
        """Keep a thing; of two with the same key the first counts."""
        entry = _Entry(value, path)
        if path is not None:
            self._unused[path] = None
        for key in keys:
            if key:
                self._by_key.setdefault(key, entry)

    def get(self, *keys: str | None) -> Any:
        """Return what one of the keys refers to, or None."""
        entry = next((self._by_key[key] for key in keys if key and key in self._by_key), None)
        if entry is None:
            return None
        if entry.path is not None:
            self._unused.pop(entry.path, None)
        return entry.value

    def finish(self) -> None:
        """Report what nothing refers to."""
        for path in self._unused:
            self._notes.left(path)
