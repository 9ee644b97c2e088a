"""JSCalendar (RFC 8984): what calendar servers that speak JMAP exchange."""

from __future__ import annotations

from eventkit.formats.jscalendar.reader import from_jscalendar, parse
from eventkit.formats.jscalendar.writer import render, to_jscalendar

__all__ = ["from_jscalendar", "parse", "render", "to_jscalendar"]
