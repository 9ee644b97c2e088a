"""iCalendar (RFC 5545, with RFC 7986, 9073 and 9253): what calendar programs read and write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eventkit.formats.ical.attendees import (
    Attendee,
    CalendarUserType,
    Participation,
    ParticipationStatus,
)
from eventkit.formats.ical.writer import iter_ical, to_ical, webcal_url

if TYPE_CHECKING:
    from eventkit.formats.ical.reading.reader import from_ical, parse

__all__ = [
    "Attendee",
    "CalendarUserType",
    "Participation",
    "ParticipationStatus",
    "from_ical",
    "iter_ical",
    "parse",
    "to_ical",
    "webcal_url",
]


def __getattr__(name: str) -> Any:
    """Load the reader when it is first asked for; those who only write do without."""
    if name not in ("from_ical", "parse"):
        raise AttributeError(f"module 'eventkit.formats.ical' has no attribute {name!r}")
    from eventkit.formats.ical.reading import reader

    return getattr(reader, name)
