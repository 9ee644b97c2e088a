"""How an event of several dates comes again."""

from __future__ import annotations

from datetime import datetime

from eventkit.errors import InvalidValueError
from eventkit.model import Recurrence, TimeSlot

__all__ = ["series_of"]


def series_of(slots: list[TimeSlot]) -> tuple[TimeSlot | None, Recurrence | None]:
    """
    Return the first slot, and how it comes again where there are more.

    Raises:
        InvalidValueError: They are not of one length.
    """
    if len(slots) < 2:
        return (slots[0] if slots else None), None
    if len({slot.duration for slot in slots}) > 1:
        raise InvalidValueError(
            "the dates of a series have different lengths", "write one event for each"
        )
    starts = [slot.start for slot in slots[1:]]
    local = [at.replace(tzinfo=None) if isinstance(at, datetime) else at for at in starts]
    return slots[0], Recurrence(included=local)
