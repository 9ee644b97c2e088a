"""Webinars and meetings as Zoom's API has them. Read only."""

from __future__ import annotations

from eventkit.formats.zoom.reader import parse

__all__ = ["parse"]
