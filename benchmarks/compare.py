"""
Time two calls beside each other, alternating, so that both meet the same machine.

The time is that of the processor, which other work on the machine does not lengthen by its turns.
"""

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
        why: What keeps it from its target, where it is missed.
    """

    name: str
    ours: Callable[[], Any]
    peer: Callable[[], Any] | None
    limit: float | None = None
    rounds: int = _ROUNDS
    why: str = ""


@attrs.frozen
class Result:
    """Medians in seconds, and the ratios of ours to the peer's: median, least and most."""

    pair: Pair
    ours: float
    peer: float
    ratio: float
    least: float
    most: float

    @property
    def missed(self) -> bool:
        """Whether there is a target, and it is not reached."""
        return self.pair.limit is not None and self.ratio > self.pair.limit

    @property
    def verdict(self) -> str:
        """The target, and whether it is reached."""
        if self.pair.limit is None:
            return ""
        return f"{self.pair.limit:.3g}, {'missed' if self.missed else 'reached'}"

    def __str__(self) -> str:
        return (
            f"{self.pair.name:48} ours {self.ours * 1e6:10.1f} us"
            f"   peer {self.peer * 1e6:10.1f} us"
            f"   ours/peer {self.ratio:8.4f} ({self.least:.4f} to {self.most:.4f})"
            + (f"   target {self.verdict}" if self.verdict else "")
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
    return Result(pair, middle(mine), middle(theirs), middle(ratios), min(ratios), max(ratios))


def _seconds(call: Callable[[], Any]) -> float:
    began = time.process_time()
    rounds = 0
    took = 0.0
    while took < _LEAST or (rounds < 3 and took < _LONG):
        call()
        rounds += 1
        took = time.process_time() - began
    return took / rounds
