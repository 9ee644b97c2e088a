"""Events by the million: streamed in constant memory, on all cores, from and to files."""

from __future__ import annotations

from eventkit.bulk.run import Summary, convert
from eventkit.bulk.work import Part, convert_lines

__all__ = ["Part", "Summary", "convert", "convert_lines"]
