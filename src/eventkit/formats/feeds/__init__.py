"""News feeds of events: Atom and JSON Feed."""

from __future__ import annotations

from eventkit.formats.feeds.atom import render as render_atom
from eventkit.formats.feeds.jsonfeed import render as render_jsonfeed

__all__ = ["render_atom", "render_jsonfeed"]
