"""
What of an event no other property carries exactly, as STRUCTURED-DATA.

It is an object in the shape of the document format that has just those fields; a field that is
null or an empty list stands there because a property seems to say something else. The way in is
part of it for the invited alone.

Source: RFC 9073 §6.6
"""

from __future__ import annotations

import json

from eventkit.formats.ical.content_lines import is_exact, line, text
from eventkit.model import Event, EventStatus, Organization, Recurrence, Visibility
from eventkit.plain import to_dict

__all__ = ["MEDIA_TYPE", "structured_data"]

MEDIA_TYPE = "application/vnd.eventkit+json"
_NAME = f'STRUCTURED-DATA;FMTTYPE="{MEDIA_TYPE}";VALUE=TEXT'
_NEVER_EXACT = (
    "alternate_name", "speakers", "co_organizers", "sponsors", "contact", "locations",
    "previous_starts", "published", "offers", "recordings", "series", "position", "audience",
    "capacity", "remaining_capacity",
)  # fmt: skip
_SAYABLE = (EventStatus.SCHEDULED, EventStatus.CANCELLED)


def structured_data(event: Event, body: str, rule: str | None, *, when: bool, invited: bool) -> str:
    """
    Return the property, or nothing when all is carried.

    Args:
        event: The event.
        body: What DESCRIPTION holds.
        rule: What RRULE holds.
        when: Whether start and end were written in their own zone.
        invited: Whether the way in is for those who read it.
    """
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
    if invited and event.joining:
        names += ["joining"] if event.locations else ["joining", "locations"]
    if not names:
        return ""
    data = to_dict(event)
    found = {name: data.get(name, [] if _is_list(event, name) else None) for name in names}
    written = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    if not written.isprintable():
        written = json.dumps(found, separators=(",", ":"))
    return line(_NAME, text(written))


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
    if any(image.name or image.width or image.height for image in event.images):
        names.append("images")
    if event.recordings or any(work.name or work.license for work in event.materials):
        names.append("materials")
    if not all(word.isprintable() for word in event.keywords):
        names.append("keywords")
    return names


def _is_exact_series(recurrence: Recurrence, rule: str | None, *, when: bool) -> bool:
    return when and not recurrence.changes and recurrence.rule == rule


def _is_list(event: Event, name: str) -> bool:
    return isinstance(getattr(event, name), tuple)
