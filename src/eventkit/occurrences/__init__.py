"""The occurrences of an event that comes again: lazily, in order, on the clocks of its zone."""

from __future__ import annotations

from eventkit.occurrences.expansion import Occurrence, expand, occurrences
from eventkit.occurrences.instances import changed, is_moved, placed, slot_at

__all__ = ["Occurrence", "changed", "expand", "is_moved", "occurrences", "placed", "slot_at"]
