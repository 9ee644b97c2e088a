"""From a folder of events to a site."""

from __future__ import annotations

from eventkit.publish.gathering import Gathering, LeftOut, gather, read_events
from eventkit.publish.publishing import Summary, publish
from eventkit.publish.site import Site

__all__ = ["Gathering", "LeftOut", "Site", "Summary", "gather", "publish", "read_events"]
