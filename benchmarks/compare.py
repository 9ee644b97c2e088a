"""Time two calls beside each other, alternating, so that both meet the same machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

__all__ = ["compare"]


def compare(name: str, ours: Callable[[], Any], peer: Callable[[], Any] | None) -> None:
    """Print the medians of *ours* and *peer* in microseconds, and their ratio."""
    if peer is None:
        print(f"{name:42} the peer is not installed")
        return
    ours()
    peer()
    ratios, mine, theirs = [], [], []
    for _ in range(15):
        mine.append(_seconds(ours))
        theirs.append(_seconds(peer))
        ratios.append(mine[-1] / theirs[-1])
    middle = statistics.median
    print(
        f"{name:42} ours {middle(mine) * 1e6:9.1f} us   peer {middle(theirs) * 1e6:9.1f} us"
        f"   ours/peer {middle(ratios):7.4f} ({min(ratios):.4f} to {max(ratios):.4f})"
    )


def _seconds(call: Callable[[], Any]) -> float:
    began = time.perf_counter()
    rounds = 0
    while rounds < 3 or time.perf_counter() - began < 0.02:
        call()
        rounds += 1
    return (time.perf_counter() - began) / rounds
