"""The typed model of online events: frozen values that refuse to be wrong."""

from __future__ import annotations

from eventkit.model.event import Event, Visibility
from eventkit.model.media import Image, Material, Recording
from eventkit.model.offers import Availability, Offer
from eventkit.model.people import (
    Affiliation,
    ContactPoint,
    Organization,
    Person,
    Role,
    Speaker,
)
from eventkit.model.places import EventAttendanceMode, JoinDetails, Place, VirtualLocation
from eventkit.model.series import EventSeries, EventStatus, OccurrenceChange, Recurrence
from eventkit.model.timeslot import TimeSlot

__all__ = [
    "Affiliation",
    "Availability",
    "ContactPoint",
    "Event",
    "EventAttendanceMode",
    "EventSeries",
    "EventStatus",
    "Image",
    "JoinDetails",
    "Material",
    "OccurrenceChange",
    "Offer",
    "Organization",
    "Person",
    "Place",
    "Recording",
    "Recurrence",
    "Role",
    "Speaker",
    "TimeSlot",
    "VirtualLocation",
    "Visibility",
]
