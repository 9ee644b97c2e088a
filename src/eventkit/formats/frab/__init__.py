"""Schedules of conferences as frab and pretalx have them, in JSON."""

from __future__ import annotations

from eventkit.formats.frab.reader import parse
from eventkit.formats.frab.writer import render

__all__ = ["parse", "render"]
