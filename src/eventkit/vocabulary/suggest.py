"""The term that was meant: known slips first, then the nearest by spelling."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from eventkit.vocabulary import table

__all__ = ["member_hint", "property_hint", "type_hint"]

_LONGEST = 60  # characters of a term that is compared

_ONLINE = (
    "write Event, EducationEvent, BusinessEvent or ConferenceEvent, with eventAttendanceMode"
    " https://schema.org/OnlineEventAttendanceMode"
)
_TYPES = {
    "onlineevent": _ONLINE,
    "virtualevent": _ONLINE,
    "webinar": _ONLINE,
    "webinarevent": _ONLINE,
    "meeting": _ONLINE,
    "onlinemeeting": _ONLINE,
    "virtualplace": "did you mean 'VirtualLocation'?",
    "onlinelocation": "did you mean 'VirtualLocation'?",
    "onlineplace": "did you mean 'VirtualLocation'?",
    "virtualvenue": "did you mean 'VirtualLocation'?",
    "liveevent": "did you mean 'BroadcastEvent'?",
    "eventlive": "did you mean 'BroadcastEvent'?",
    "conference": "did you mean 'ConferenceEvent'?",
    "workshop": "did you mean 'EducationEvent'?",
    "speaker": "did you mean 'Person'?",
    "company": "did you mean 'Organization'?",
    "organisation": "did you mean 'Organization'?",
    "venue": "did you mean 'Place'?",
    "address": "did you mean 'PostalAddress'?",
}
_PROPERTIES = {
    "title": "name",
    "speaker": "performer",
    "speakers": "performer",
    "presenter": "performer",
    "host": "organizer",
    "organiser": "organizer",
    "venue": "location",
    "place": "location",
    "start": "startDate",
    "startdatetime": "startDate",
    "starttime": "startDate",
    "end": "endDate",
    "enddatetime": "endDate",
    "endtime": "endDate",
    "language": "inLanguage",
    "status": "eventStatus",
    "attendancemode": "eventAttendanceMode",
    "link": "url",
    "currency": "priceCurrency",
    "tickets": "offers",
    "category": "keywords",
    "tags": "keywords",
    "timezone": "scheduleTimezone",
    "photo": "image",
}
_MEMBERS = {
    "eventlive": "EventScheduled",
    "eventconfirmed": "EventScheduled",
    "eventactive": "EventScheduled",
    "confirmed": "EventScheduled",
    "active": "EventScheduled",
    "scheduled": "EventScheduled",
    "eventended": "EventScheduled",
    "eventcompleted": "EventScheduled",
    "canceled": "EventCancelled",
    "cancelled": "EventCancelled",
    "online": "OnlineEventAttendanceMode",
    "onlineevent": "OnlineEventAttendanceMode",
    "onlineattendancemode": "OnlineEventAttendanceMode",
    "virtual": "OnlineEventAttendanceMode",
    "offline": "OfflineEventAttendanceMode",
    "mixed": "MixedEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
    "hybrideventattendancemode": "MixedEventAttendanceMode",
    "available": "InStock",
    "full": "SoldOut",
}


@lru_cache(maxsize=512)
def type_hint(name: str) -> str:
    """Return what to write instead of an unknown type."""
    known = _TYPES.get(name.lower())
    return known or _nearest(name, table.type_names()) or "use a type of https://schema.org/Event"


@lru_cache(maxsize=512)
def property_hint(name: str, types: tuple[str, ...] = ()) -> str:
    """Return what to write instead of an unknown property, of those for *types* if one fits."""
    above = {kind for one in types for kind in table.ancestors(one)}
    fitting = [
        one
        for one in table.property_names()
        if (found := table.property_named(one)) and found.domains & above
    ]
    if (known := _PROPERTIES.get(name.lower().replace("_", ""))) and (
        known in fitting or not above
    ):
        return f"did you mean {known!r}?"
    near = _nearest(name, fitting) or _nearest(name, table.property_names())
    return near or "leave it out, or use a property of schema.org"


@lru_cache(maxsize=512)
def member_hint(value: str, enumerations: tuple[str, ...]) -> str:
    """Return what to write instead of a word that is no member."""
    members = [one for kind in enumerations for one in table.members_of(kind)]
    known = _MEMBERS.get(value.lower().replace(" ", "").replace("_", "").replace("-", ""))
    if known in members:
        return f"write 'https://schema.org/{known}'"
    if near := _nearest(value, members, "write 'https://schema.org/{}'"):
        return near
    shown = ", ".join(members[:8]) + (", ..." if len(members) > 8 else "")
    return f"use one of: {shown}"


def _nearest(name: str, names: Iterable[str], words: str = "did you mean {!r}?") -> str | None:
    folded = {one.lower(): one for one in names}
    near = get_close_matches(name[:_LONGEST].lower().replace("_", ""), folded, n=1, cutoff=0.75)
    return words.format(folded[near[0]]) if near else None
