"""From a folder of events to a site."""

from __future__ import annotations

from eventkit.publish.publishing import Summary, publish, read_events
from eventkit.publish.site import Site

__all__ = ["Site", "Summary", "publish", "read_events"]
