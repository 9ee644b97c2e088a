"""Where the time of a call goes: the functions with the largest share of their own."""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["shares"]

_SECONDS = 0.5


def shares(call: Callable[[], Any], count: int = 6) -> list[tuple[str, float]]:
    """
    Return the functions in which *call* spends most, and the share of each in the whole.

    The profiler makes calls of Python functions dearer than they are, those of C less so.
    """
    call()
    profile = cProfile.Profile()
    began = time.perf_counter()
    profile.enable()
    while time.perf_counter() - began < _SECONDS:
        call()
    profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    own = {
        _name(*place): entry[2]
        for place, entry in stats.items()
        if "perf_counter" not in place[2] and "Profiler" not in place[2]
    }
    whole = sum(own.values())
    dearest = sorted(own.items(), key=lambda item: -item[1])[:count]
    return [(name, seconds / whole) for name, seconds in dearest]


def _name(file: str, _: int, function: str) -> str:
    """Return ``model/given.py make``, or what a built-in is called."""
    if file == "~":
        return function.strip("<>").replace("built-in method ", "")
    parts = Path(file).parts
    if "eventkit" in parts:
        parts = parts[len(parts) - parts[::-1].index("eventkit") :]
    return f"{'/'.join(parts[-2:])} {function}"
