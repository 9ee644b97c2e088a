"""
Events as JSON-LD nodes.

No property of schema.org says these, so they are left out: `status_reason`, `position`,
`sequence`, `reminders`, `visibility`; and `joining`, which is secret.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from eventkit.formats.jsonld.people import body, contact_point, image, performer
from eventkit.formats.jsonld.places import locate
from eventkit.formats.jsonld.recurrence import first_occurrence, recurring_series
from eventkit.formats.jsonld.series import Between, each_occurrence
from eventkit.formats.jsonld.values import (
    CONTEXT,
    STATUS,
    Node,
    moment,
    one_or_many,
    put_status,
    timestamp,
)
from eventkit.formats.jsonld.works import announcement, material, offer, recording, series
from eventkit.model import Event, EventAttendanceMode
from eventkit.model.showing import all_public, public

__all__ = ["node_of", "to_jsonld"]

_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


def to_jsonld(
    events: Event | Iterable[Event],
    *,
    occurrences: Between | None = None,
    schedule: bool = False,
) -> dict[str, Any]:
    """
    Return plain data, ready for `json.dumps`: one node, or an ``@graph`` of several.

    Args:
        events: One event or several. One that comes again is told as its first occurrence, with
            the rule in its series.
        occurrences: From when until before when, aware times or dates: an ``@graph`` of what
            happens then, with a node and an identifier for each occurrence.
        schedule: Whether the series of occurrences has its rule as a Schedule, too.

    The way in for the invited (`JoinDetails`) is never part of it. Who may find an event cannot
    be said in JSON-LD: whether to publish the data of a private one is the caller's decision.

    Raises:
        PublicSecretError: A text of an event shows its way in.

    Source: https://schema.org/Event
    """
    if isinstance(events, Event) and occurrences is None:
        return node_of(public(events))
    events = all_public(events)
    if occurrences is None:
        return {"@context": CONTEXT, "@graph": [_event(event, {}) for event in events]}
    found = (each_occurrence(event, occurrences, _event, schedule=schedule) for event in events)
    return {"@context": CONTEXT, "@graph": [node for nodes in found for node in nodes]}


def node_of(event: Event) -> dict[str, Any]:
    """Return the node of an event, whatever its texts show: for the invited, and to be judged."""
    return _event(event, {"@context": CONTEXT})


def _event(event: Event, node: Node) -> Node:
    """Fill *node*; what most events lack is asked for once, as this is called most often."""
    whole = event
    if event.recurrence:
        event = first_occurrence(event, event.recurrence)
    slot, uid = event.slot, event.uid
    node["@type"] = event.event_type
    if _UUID.fullmatch(uid):
        node["@id"] = f"urn:uuid:{uid.lower()}"
    node["identifier"] = uid
    node["name"] = event.name
    if event.alternate_name:
        node["alternateName"] = event.alternate_name
    if event.description:
        node["description"] = event.description
    if event.url:
        node["url"] = event.url
    node["startDate"] = moment(slot.start)
    if slot.end:
        node["endDate"] = moment(slot.end)
    if event.previous_starts:
        zone = slot.timezone
        put_status(node, event.status, [timestamp(at, zone) for at in event.previous_starts])
    else:
        node["eventStatus"] = STATUS[event.status]
    mode = locate(node, event)
    _people(node, event)
    _conditions(node, event, mode)
    _works(node, event)
    _relations(node, whole)
    return node


def _people(node: Node, event: Event) -> None:
    if event.speakers:
        node["performer"] = one_or_many(performer(speaker) for speaker in event.speakers)
    organizers = []
    if event.organizer:
        organizers.append(body(event.organizer))
    if event.co_organizers:
        organizers += [body(one) for one in event.co_organizers]
    if organizers:
        node["organizer"] = one_or_many(organizers)
    if event.contact:
        contact = contact_point(event.contact)
        if organizers:
            organizers[0]["contactPoint"] = contact
        else:  # An Event has no contactPoint, but may be asked about.
            node["potentialAction"] = {"@type": "CommunicateAction", "recipient": contact}
    if event.sponsors:
        node["sponsor"] = one_or_many(body(sponsor) for sponsor in event.sponsors)


def _conditions(node: Node, event: Event, mode: EventAttendanceMode | None) -> None:
    if event.offers:
        zone = event.slot.timezone
        node["offers"] = one_or_many(offer(one, zone) for one in event.offers)
        if event.is_accessible_for_free is not None:
            node["isAccessibleForFree"] = event.is_accessible_for_free
    if event.in_language:
        node["inLanguage"] = one_or_many(event.in_language)
    if event.keywords:
        node["keywords"] = _keywords(event.keywords)
    if event.images:
        node["image"] = one_or_many(image(picture) for picture in event.images)
    if event.audience:
        node["audience"] = {"@type": "Audience", "audienceType": event.audience}
    if event.capacity is not None:
        kind = "Virtual" if mode is EventAttendanceMode.ONLINE else ""
        node[f"maximum{kind}AttendeeCapacity"] = event.capacity
    if event.remaining_capacity is not None:
        node["remainingAttendeeCapacity"] = event.remaining_capacity


def _keywords(keywords: tuple[str, ...]) -> Any:
    """
    Return the tags; a single one that has a comma as a term, as the text would be split there.

    Source: https://schema.org/keywords
    """
    if len(keywords) == 1 and "," in keywords[0]:
        return {"@type": "DefinedTerm", "name": keywords[0]}
    return one_or_many(keywords)


def _works(node: Node, event: Event) -> None:
    if event.recordings:
        node["recordedIn"] = one_or_many(recording(event, video) for video in event.recordings)
    if event.materials:
        node["workFeatured"] = one_or_many(material(work) for work in event.materials)
    if event.created or event.updated or event.published:
        node["subjectOf"] = announcement(event)


def _relations(node: Node, event: Event) -> None:
    if event.series or event.recurrence:
        above = [series(event.series)] if event.series else []
        if event.recurrence:
            above.append(recurring_series(event, event.recurrence))
        node["superEvent"] = one_or_many(above)
    if event.sub_events:
        node["subEvent"] = one_or_many(_event(sub_event, {}) for sub_event in event.sub_events)
