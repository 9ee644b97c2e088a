"""What the ``eventkit.toml`` nearest above a file says."""

from __future__ import annotations

import os
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from eventkit import codes
from eventkit.formats.document.lookups import Lookup, lookup_of
from eventkit.formats.document.mapping import (
    DEFAULTS,
    FILE,
    OF_SITES,
    OWN,
    SLOT_KEYS,
    Mapping,
    steps,
)
from eventkit.sources import RefusedError

__all__ = ["mapping_for"]

_LEVELS = 64  # folders above a file that are looked into
_SIZE_MAX = 1_000_000


def mapping_for(file: str | None) -> Mapping:
    """
    Return what the nearest ``eventkit.toml`` above *file* says, else the defaults.

    Raises:
        RefusedError: It is there, but not understood.
    """
    if not file:
        return Mapping()
    return _nearest(os.path.dirname(os.path.abspath(file)))


@lru_cache(maxsize=1024)
def _found(folder: str) -> str | None:
    for above in [folder, *map(str, Path(folder).parents)][:_LEVELS]:
        path = os.path.join(above, FILE)
        if os.path.isfile(path):
            return path
    return None


def _nearest(folder: str) -> Mapping:
    path = _found(folder)
    if path is None:
        return Mapping()
    try:
        stamp = os.stat(path)
        return _loaded(path, stamp.st_mtime_ns, stamp.st_size)
    except OSError:
        _found.cache_clear()
        return Mapping()


@lru_cache(maxsize=64)
def _loaded(path: str, _: int, size: int) -> Mapping:
    if size > _SIZE_MAX:
        raise RefusedError(codes.TOO_LARGE, f"{FILE} is too large", "shorten it")
    with open(path, "rb") as opened:
        try:
            data = tomllib.load(opened)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
            raise RefusedError(codes.SYNTAX, f"{FILE} is no TOML: {exc}", "mend it first") from exc
    known = {"front_matter", "slot", "values", "lookups", "constants", "ignore"}
    for key, table in data.items():
        if key not in known or not isinstance(table, dict):
            raise RefusedError(
                codes.UNKNOWN_KEY, f"{FILE}: unknown table {key!r:.60}", f"use {sorted(known)}"
            )
    keys, slot = data.get("front_matter", {}), data.get("slot", {})
    for table in (keys, slot):
        if not all(isinstance(value, str) and value for value in table.values()):
            raise RefusedError(codes.WRONG_TYPE, f"{FILE}: a key is no text", "write 'key'")
    if unknown := sorted(slot.keys() - {*SLOT_KEYS, "default_timezone"}):
        raise RefusedError(
            codes.UNKNOWN_KEY, f"{FILE}: slot has no key {unknown[0]!r:.60}", f"use {SLOT_KEYS}"
        )
    ours = {steps(value)[0] for value in keys.values()} | data.get("constants", {}).keys()
    if wrong := sorted(str(key) for key in ours - OWN):
        raise RefusedError(
            codes.UNKNOWN_KEY, f"{FILE}: Event has no key {wrong[0]!r:.60}", "take one of the model"
        )
    ignored = data.get("ignore", {}).get("keys", [])
    if not isinstance(ignored, list):
        raise RefusedError(codes.WRONG_TYPE, f"{FILE}: ignore.keys is no list", "write ['layout']")
    return Mapping(
        {**DEFAULTS, **keys},
        slot,
        {key: table for key, table in data.get("values", {}).items() if isinstance(table, dict)},
        _lookups(data.get("lookups", {})),
        data.get("constants", {}),
        OF_SITES | {str(key) for key in ignored},
    )


def _lookups(table: dict[str, Any]) -> dict[str, Lookup]:
    found = {}
    for theirs, text in table.items():
        one = lookup_of(text) if isinstance(text, str) else None
        if one is None:
            raise RefusedError(
                codes.INVALID_VALUE,
                f"{FILE}: lookups: {str(text)[:60]!r} names no member of a list",
                "write e.g. 'affiliations[index].name'",
            )
        found[theirs] = one
    return found
