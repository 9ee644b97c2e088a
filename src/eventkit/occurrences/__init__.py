"""The occurrences of an event that comes again: lazily, in order, on the clocks of its zone."""

from __future__ import annotations

from eventkit.occurrences.expansion import (
    Occurrence,
    expand,
    gives_first,
    occurrences,
    ruled_starts,
)
from eventkit.occurrences.instances import changed, is_moved, placed, slot_at

__all__ = [
    "Occurrence",
    "changed",
    "expand",
    "gives_first",
    "is_moved",
    "occurrences",
    "placed",
    "ruled_starts",
    "slot_at",
]
