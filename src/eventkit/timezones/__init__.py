"""Time zones: naming one, placing a wall-clock time in it, converting, telling times to people."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from eventkit.timezones.clocks import WorldClock, WorldClockRow, world_clock
from eventkit.timezones.local import Disambiguation, convert, resolve
from eventkit.timezones.names import tzdata_version, zone, zone_name

if TYPE_CHECKING:
    from eventkit.timezones.display import format_in_zones, format_range, format_zone
    from eventkit.timezones.finding import FoundZone, find_zone
    from eventkit.timezones.meeting import ClockGap, Meeting, clock_gap_weeks, overlap

__all__ = [
    "ClockGap",
    "Disambiguation",
    "FoundZone",
    "Meeting",
    "WorldClock",
    "WorldClockRow",
    "clock_gap_weeks",
    "convert",
    "find_zone",
    "format_in_zones",
    "format_range",
    "format_zone",
    "overlap",
    "resolve",
    "tzdata_version",
    "world_clock",
    "zone",
    "zone_name",
]

_LATER = {
    "ClockGap": "meeting",
    "FoundZone": "finding",
    "Meeting": "meeting",
    "clock_gap_weeks": "meeting",
    "find_zone": "finding",
    "format_in_zones": "display",
    "format_range": "display",
    "format_zone": "display",
    "overlap": "meeting",
}  # not needed to make an event, so loaded when first used


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value
