"""Events as JSON-LD nodes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from typing import Any
from uuid import UUID

from eventkit.formats.jsonld.people import body, image, performer
from eventkit.formats.jsonld.values import (
    Node,
    duration,
    moment,
    one_or_many,
    pascal,
    put,
    timestamp,
)
from eventkit.model import (
    ContactPoint,
    Event,
    EventAttendanceMode,
    EventSeries,
    EventStatus,
    Material,
    Offer,
    Place,
    Recording,
    VirtualLocation,
)

__all__ = ["to_jsonld"]

_CONTEXT = "https://schema.org"


def to_jsonld(events: Event | Iterable[Event]) -> dict[str, Any]:
    """
    Return plain data, ready for `json.dumps`: one node, or an ``@graph`` of several.

    The way in for the invited (`JoinDetails`) is never part of it.

    Source: https://schema.org/Event
    """
    if isinstance(events, Event):
        return {"@context": _CONTEXT, **_event(events)}
    return {"@context": _CONTEXT, "@graph": [_event(event) for event in events]}


def _event(event: Event) -> Node:
    zone = event.slot.timezone
    node: Node = {"@type": event.event_type}
    put(node, "@id", _id(event.uid))
    node["identifier"] = event.uid
    node["name"] = event.name
    put(node, "alternateName", event.alternate_name)
    put(node, "description", event.description)
    put(node, "url", event.url)
    node["startDate"] = moment(event.slot.start)
    put(node, "endDate", moment(event.slot.end))
    node["eventStatus"] = _status(event)
    put(
        node,
        "previousStartDate",
        one_or_many(timestamp(start, zone) for start in event.previous_starts),
    )
    if event.attendance_mode is not None:
        mode = pascal(event.attendance_mode.value)
        node["eventAttendanceMode"] = f"{_CONTEXT}/{mode}EventAttendanceMode"
    put(node, "location", one_or_many(_locations(event)))
    put(node, "performer", one_or_many(performer(speaker) for speaker in event.speakers))
    put(node, "organizer", _organizers(event))
    put(node, "sponsor", one_or_many(body(sponsor) for sponsor in event.sponsors))
    put(node, "offers", one_or_many(_offer(offer) for offer in event.offers))
    put(node, "isAccessibleForFree", event.is_accessible_for_free)
    put(node, "inLanguage", one_or_many(event.in_language))
    put(node, "keywords", one_or_many(event.keywords))
    put(node, "image", one_or_many(image(picture) for picture in event.images))
    if event.audience:
        node["audience"] = {"@type": "Audience", "audienceType": event.audience}
    _capacity(node, event)
    put(node, "recordedIn", one_or_many(_recording(event, video) for video in event.recordings))
    put(node, "workFeatured", one_or_many(_material(work) for work in event.materials))
    put(node, "superEvent", _series(event.series) if event.series else None)
    put(node, "subEvent", one_or_many(_event(sub_event) for sub_event in event.sub_events))
    return node


def _id(uid: str) -> str | None:
    try:
        return f"urn:uuid:{UUID(uid)}"
    except ValueError:
        return None


def _status(event: Event) -> str | list[str]:
    """Moved online may be combined with rescheduled, nothing else with anything."""
    status = f"{_CONTEXT}/Event{pascal(event.status.value)}"
    if event.status is EventStatus.MOVED_ONLINE and event.previous_starts:
        return [status, f"{_CONTEXT}/EventRescheduled"]
    return status


def _locations(event: Event) -> list[Node]:
    nodes = [_location(location) for location in event.locations]
    hidden = event.joining is not None
    if hidden and event.url and not any(node["@type"] == "VirtualLocation" for node in nodes):
        nodes.append({"@type": "VirtualLocation", "url": event.url})
    return nodes


def _location(location: VirtualLocation | Place) -> Node:
    node: Node = {"@type": type(location).__name__}
    put(node, "name", location.name)
    put(node, "url", location.url)
    if isinstance(location, Place):
        if location.address or location.country:
            node["address"] = address = {"@type": "PostalAddress"}
            put(address, "streetAddress", location.address)
            put(address, "addressCountry", location.country)
        put(node, "latitude", location.latitude)
        put(node, "longitude", location.longitude)
    return node


def _organizers(event: Event) -> Any:
    nodes = [body(one) for one in (event.organizer, *event.co_organizers) if one is not None]
    if event.contact and nodes:
        nodes[0]["contactPoint"] = _contact(event.contact)
    return one_or_many(nodes)


def _contact(contact: ContactPoint) -> Node:
    node: Node = {"@type": "ContactPoint"}
    put(node, "name", contact.name)
    put(node, "email", contact.email)
    put(node, "telephone", contact.telephone)
    put(node, "url", contact.url)
    return node


def _offer(offer: Offer) -> Node:
    node: Node = {"@type": "Offer"}
    put(node, "price", None if offer.price is None else f"{offer.price:f}")
    put(node, "priceCurrency", offer.currency)
    put(node, "name", offer.name)
    put(node, "url", offer.url)
    if offer.availability:
        node["availability"] = f"{_CONTEXT}/{pascal(offer.availability.value)}"
    put(node, "validFrom", moment(offer.valid_from))
    put(node, "validThrough", moment(offer.valid_until))
    return node


def _capacity(node: Node, event: Event) -> None:
    if event.attendance_mode is EventAttendanceMode.ONLINE:
        put(node, "maximumVirtualAttendeeCapacity", event.capacity)
    else:
        put(node, "maximumAttendeeCapacity", event.capacity)
    put(node, "remainingAttendeeCapacity", event.remaining_capacity)


def _recording(event: Event, video: Recording) -> Node:
    """Return a video; while it is live, with the broadcast that it is published by."""
    zone: tzinfo | None = event.slot.timezone
    node: Node = {"@type": "VideoObject", "name": video.name or event.name, "url": video.url}
    put(node, "description", video.description)
    put(node, "uploadDate", timestamp(video.upload_date, zone))
    put(node, "duration", duration(video.duration))
    put(node, "thumbnailUrl", video.thumbnail_url)
    put(node, "embedUrl", video.embed_url)
    if video.is_live_broadcast:
        broadcast: Node = {"@type": "BroadcastEvent", "isLiveBroadcast": True}
        put(broadcast, "startDate", moment(event.slot.start))
        put(broadcast, "endDate", moment(event.slot.end))
        node["publication"] = broadcast
    return node


def _material(work: Material) -> Node:
    node: Node = {"@type": "CreativeWork", "url": work.url}
    put(node, "name", work.name)
    put(node, "encodingFormat", work.encoding_format)
    put(node, "license", work.license)
    return node


def _series(series: EventSeries) -> Node:
    node: Node = {"@type": "EventSeries", "name": series.name}
    put(node, "url", series.url)
    put(node, "identifier", series.uid)
    return node
