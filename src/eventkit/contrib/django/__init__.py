"""Django: template tags, a view of a calendar and a news feed; ``eventkit.contrib.django``."""

from __future__ import annotations
