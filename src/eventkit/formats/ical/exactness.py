"""
What of an event no other property carries, as STRUCTURED-DATA.

It stands there twice. For everybody as JSON-LD, where that says more than the other properties.
For eventkit as an object in the shape of the document format, which has just the fields that no
property carries exactly; a field that is null or an empty list stands there because a property
seems to say something else. The way in is part of the latter for the invited alone.

Source: RFC 9073 §6.6 (a text has its type and its schema)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

import attrs

from eventkit.formats.ical.content_lines import is_exact, line, text
from eventkit.model import Event, EventStatus, Organization, Recurrence, Visibility
from eventkit.plain import to_dict

__all__ = ["MEDIA_TYPE", "Linked", "structured_data"]

Linked = Callable[[Event], Mapping[str, Any]]  # the public JSON-LD of an event

MEDIA_TYPE = "application/vnd.eventkit+json"
_KEPT = (
    f'STRUCTURED-DATA;FMTTYPE={MEDIA_TYPE};SCHEMA="https://eventkit.example/document";VALUE=TEXT'
)
_LINKED = 'STRUCTURED-DATA;FMTTYPE=application/ld+json;SCHEMA="https://schema.org/%s";VALUE=TEXT'
_NEVER_EXACT = (
    "alternate_name", "speakers", "co_organizers", "sponsors", "contact", "locations",
    "previous_starts", "published", "offers", "recordings", "series", "position", "audience",
    "capacity", "remaining_capacity",
)  # fmt: skip
_never_exact = attrgetter(*_NEVER_EXACT)
# Of what no property carries exactly, that of which JSON-LD says no more than the properties.
_ONLY_KEPT = frozenset(
    {"slot", "description", "status_reason", "visibility", "position", "joining"}
)
_AS_IT_IS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ASCII = json.JSONEncoder(separators=(",", ":")).encode
_SAYABLE = (EventStatus.SCHEDULED, EventStatus.CANCELLED)


def structured_data(
    event: Event,
    body: str,
    rule: str | None,
    *,
    when: bool,
    invited: bool,
    linked: Linked | None = None,
) -> str:
    """
    Return the properties, or nothing when all is carried.

    Args:
        event: The event.
        body: What DESCRIPTION holds.
        rule: What RRULE holds.
        when: Whether start and end were written in their own zone.
        invited: Whether the way in is for those who read it.
        linked: What gives the public JSON-LD of an event.
    """
    names = _not_exact(event, body, rule, when=when)
    written = ""
    if linked is not None and not _ONLY_KEPT.issuperset(names):
        alone = attrs.evolve(event, sub_events=()) if event.sub_events else event
        written = line(_LINKED % event.event_type, _json(linked(alone)))
    if invited and event.joining:
        names += ["joining"] if event.locations else ["joining", "locations"]
    if not names:
        return ""
    data = to_dict(event)
    found = {name: data.get(name, [] if _is_list(event, name) else None) for name in names}
    return written + line(_KEPT, _json(found))


def _json(data: Mapping[str, Any]) -> str:
    written = _AS_IT_IS(data)
    return text(written if written.isprintable() else _ASCII(data))


def _not_exact(event: Event, body: str, rule: str | None, *, when: bool) -> list[str]:
    """Return the names of the fields that no property carries exactly."""
    names = []
    if any(_never_exact(event)):  # which few events have, so they are looked at all at once
        names = [name for name in _NEVER_EXACT if getattr(event, name)]
    if event.position == 0 or event.capacity == 0 or event.remaining_capacity == 0:
        names += [n for n in ("position", "capacity", "remaining_capacity") if n not in names]
    if not when:
        names.append("slot")
    if event.event_type != "Event":
        names.append("event_type")
    if body != (event.description or "") or not is_exact(body):
        names.append("description")
    if event.status not in _SAYABLE:
        names.append("status")
    names += _people_and_works(event)
    if event.recurrence and not _is_exact_series(event.recurrence, rule, when=when):
        names.append("recurrence")
    return names


def _people_and_works(event: Event) -> list[str]:
    names = []
    organizer = event.organizer
    if organizer and not (
        type(organizer) is Organization
        and organizer == Organization(organizer.name, email=organizer.email)
        and organizer.email
        and '"' not in organizer.name
    ):
        names.append("organizer")
    if event.status_reason and not is_exact(event.status_reason):
        names.append("status_reason")
    if len(event.in_language) > 1:
        names.append("in_language")
    if event.visibility is Visibility.UNLISTED:
        names.append("visibility")
    if event.images and any(one.name or one.width or one.height for one in event.images):
        names.append("images")
    works = event.materials
    if event.recordings or (works and any(work.name or work.license for work in works)):
        names.append("materials")
    if event.keywords and not all(word.isprintable() for word in event.keywords):
        names.append("keywords")
    return names


def _is_exact_series(recurrence: Recurrence, rule: str | None, *, when: bool) -> bool:
    return when and not recurrence.changes and recurrence.rule == rule


def _is_list(event: Event, name: str) -> bool:
    return isinstance(getattr(event, name), tuple)
