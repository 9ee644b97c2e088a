"""Bytes that an event takes when it is held, beside the same as nested dicts and as pydantic."""

from __future__ import annotations

import gc
import json
import tracemalloc
from collections.abc import Callable
from typing import Any

from example import EVENT

from eventkit import from_json, to_json

__all__ = ["measured"]

_COUNT = 2000


def measured() -> dict[str, float]:
    """Return the bytes of one event by how it is held."""
    text = to_json(EVENT)
    return {
        "eventkit": _bytes(lambda: from_json(text)[0]),
        "nested dicts": _bytes(lambda: json.loads(text)),
    }


def _bytes(make: Callable[[], Any]) -> float:
    make()
    gc.collect()
    tracemalloc.start()
    held = [make() for _ in range(_COUNT)]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / len(held)
