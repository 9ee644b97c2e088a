"""Time two calls beside each other, alternating, so that both meet the same machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import attrs

__all__ = ["Pair", "Result", "compare"]

_ROUNDS = 15
_LEAST = 0.02  # seconds of one measurement, in which a call is repeated
_LONG = 1.0  # seconds of a call that is not repeated


@attrs.frozen
class Pair:
    """
    What is compared.

    Args:
        name: What both do, and who the peer is.
        ours: Our call.
        peer: The peer's, or None where it is not installed.
        limit: The most that ours may take, as a part of the peer's time; None for no target.
        rounds: How often both are measured.
    """

    name: str
    ours: Callable[[], Any]
    peer: Callable[[], Any] | None
    limit: float | None = None
    rounds: int = _ROUNDS


@attrs.frozen
class Result:
    """Medians in seconds, and the ratios of ours to the peer's: median, least and most."""

    name: str
    ours: float
    peer: float
    ratio: float
    least: float
    most: float
    limit: float | None

    @property
    def verdict(self) -> str:
        """Whether the target is reached."""
        if self.limit is None:
            return ""
        return "reached" if self.ratio <= self.limit else "missed"

    def __str__(self) -> str:
        target = f"   target {self.limit:g} {self.verdict}" if self.limit else ""
        return (
            f"{self.name:48} ours {self.ours * 1e6:10.1f} us   peer {self.peer * 1e6:10.1f} us"
            f"   ours/peer {self.ratio:8.4f} ({self.least:.4f} to {self.most:.4f}){target}"
        )


def compare(pair: Pair) -> Result | None:
    """Return what was measured, or None where the peer is missing."""
    if pair.peer is None:
        return None
    pair.ours()
    pair.peer()
    mine, theirs = [], []
    for _ in range(pair.rounds):
        mine.append(_seconds(pair.ours))
        theirs.append(_seconds(pair.peer))
    ratios = [ours / peer for ours, peer in zip(mine, theirs, strict=True)]
    middle = statistics.median
    return Result(
        pair.name,
        middle(mine),
        middle(theirs),
        middle(ratios),
        min(ratios),
        max(ratios),
        pair.limit,
    )


def _seconds(call: Callable[[], Any]) -> float:
    began = time.perf_counter()
    rounds = 0
    took = 0.0
    while took < _LEAST or (rounds < 3 and took < _LONG):
        call()
        rounds += 1
        took = time.perf_counter() - began
    return took / rounds
