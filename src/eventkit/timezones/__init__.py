"""Time zones: naming one, placing a wall-clock time in it, converting."""

from __future__ import annotations

from eventkit.timezones.local import Disambiguation, convert, resolve
from eventkit.timezones.names import zone, zone_name

__all__ = ["Disambiguation", "convert", "resolve", "zone", "zone_name"]
