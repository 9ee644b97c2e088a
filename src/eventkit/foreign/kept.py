"""
What a format cannot say, kept as plain data in a place of our own inside it.

Beside each field stands the digest of what the format's own fields said when it was written:
where somebody has changed these since, they count, and what was kept is left out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from eventkit import codes
from eventkit.foreign.notes import Notes
from eventkit.plain.paths import Path
from eventkit.plain.scalars import type_word

__all__ = ["difference", "restored"]

_FIELDS, _BASIS = "fields", "basis"


def difference(plain: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any] | None:
    """
    Return what to keep, so that *plain* comes back from what the format itself *said*.

    A field of which it says something where there is nothing is kept as null.
    """
    names = [name for name in {**plain, **said} if plain.get(name) != said.get(name)]
    if not names:
        return None
    return {
        _FIELDS: {name: plain.get(name) for name in names},
        _BASIS: {name: _digest(said.get(name)) for name in names},
    }


def restored(said: dict[str, Any], kept: Any, notes: Notes, path: Path) -> dict[str, Any]:
    """Return what the format itself *said*, with what was kept of what it cannot say."""
    if kept is None:
        return said
    fields, basis = (kept.get(_FIELDS), kept.get(_BASIS)) if isinstance(kept, dict) else (None, 0)
    if not isinstance(fields, dict) or not isinstance(basis, dict):
        message = f"fields and basis are wanted, not {type_word(kept)}; it is left out"
        notes.warn(codes.WRONG_TYPE, message, path=path)
        return said
    plain = dict(said)
    for name, value in fields.items():
        if basis.get(name) != _digest(said.get(name)):
            notes.warn(
                codes.NOT_CARRIED,
                f"what was kept of {name!r:.40} is left out: the event was changed since",
                "add it again",
                path,
            )
        elif value is None:
            plain.pop(name, None)
        else:
            plain[name] = value
    return plain


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]
