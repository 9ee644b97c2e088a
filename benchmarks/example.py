"""The event that every benchmark writes and reads."""

from __future__ import annotations

from datetime import UTC, datetime

from eventkit import Event, TimeSlot, VirtualLocation

__all__ = ["EVENT", "STAMP"]

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
EVENT = Event(
    "Clusters and SMEs: a way to face globalisation?",
    TimeSlot.local("2026-04-17 13:00", "14:00", "Europe/Paris"),
    description="How small companies gain by working together. " * 5,
    url="https://example.org/webinars/clusters",
    organizer="Example Academy",
    locations=[VirtualLocation("https://example.org/webinars/clusters")],
)
