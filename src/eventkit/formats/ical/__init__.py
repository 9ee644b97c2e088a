"""iCalendar (RFC 5545, with RFC 7986): what calendar programs read."""

from __future__ import annotations

from eventkit.formats.ical.writer import render, to_ical

__all__ = ["render", "to_ical"]
