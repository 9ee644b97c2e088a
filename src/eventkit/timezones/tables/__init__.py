"""
The tables of this folder, made by tools/make_timezones.py and tools/make_tz_history.py, and those
that tzdata ships.

Each is read when it is first asked for.
"""

from __future__ import annotations

import json
import pkgutil
from functools import lru_cache
from importlib import import_module
from typing import Any

__all__ = ["packaged_file", "packaged_rows", "packaged_version", "table"]


@lru_cache(maxsize=4)
def table(name: str) -> dict[str, Any]:
    """Return the table *name*: ``abbreviations``, ``history``, ``languages`` or ``windows``."""
    found: dict[str, Any] = json.loads(pkgutil.get_data(__name__, f"{name}.json") or b"{}")
    return found


def packaged_file(name: str) -> bytes | None:
    """Return a file of the package tzdata, or None where it has no such file."""
    try:
        return pkgutil.get_data("tzdata", name)
    except OSError:
        return None


@lru_cache(maxsize=4)
def packaged_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of tzdata, such as ``zone.tab``, without its comments."""
    text = (packaged_file(f"zoneinfo/{name}") or b"").decode("utf-8")
    return tuple(tuple(row.split("\t")) for row in text.splitlines() if row and row[0] != "#")


def packaged_version() -> str:
    """Return the release of the package tzdata, such as ``2026f``."""
    return str(import_module("tzdata").IANA_VERSION)
