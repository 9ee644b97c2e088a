"""
The model as plain data, in the shape of the document format: strict in, canonical out.

JSON, YAML and TOML write it as text; a format of its own shape keeps in it what it cannot say.
"""

from __future__ import annotations

from eventkit.plain.converter import to_dict
from eventkit.plain.reading import event_or_findings, from_dict, read_event, read_events

__all__ = ["event_or_findings", "from_dict", "read_event", "read_events", "to_dict"]
