"""Offers, recordings, material and what else hangs on an event, as JSON-LD nodes."""

from __future__ import annotations

import re
from datetime import tzinfo

from eventkit.formats.jsonld.values import (
    AVAILABILITY,
    Node,
    duration,
    moment,
    put,
    timestamp,
)
from eventkit.model import Event, EventSeries, Material, Offer, Recording, TimeSlot

_FILE = re.compile(r"\.(?:mp4|m4v|mov|webm|ogv|mkv|m3u8|mpd)(?:[?#].*)?$", re.IGNORECASE)

__all__ = ["announcement", "material", "offer", "recording", "series"]


def offer(value: Offer, zone: tzinfo | None) -> Node:
    """Return a price or a place to register. Source: https://schema.org/Offer"""
    node: Node = {"@type": "Offer"}
    if value.price is not None:
        node["price"] = f"{value.price:f}"
    put(node, "priceCurrency", value.currency)
    put(node, "name", value.name)
    put(node, "url", value.url)
    if value.availability:
        node["availability"] = AVAILABILITY[value.availability]
    if value.valid_from:
        node["validFrom"] = timestamp(value.valid_from, zone)
    if value.valid_until:
        node["validThrough"] = timestamp(value.valid_until, zone)
    return node


def recording(event: Event, video: Recording) -> Node:
    """
    Return a video; while it is live, with the broadcast that it is published by.

    An address that is the video file itself, and no page, is its ``contentUrl`` too. What lacks
    a still image, an upload date or the hours of a broadcast is no more than a ``MediaObject``,
    which search engines pass over: as a ``VideoObject`` it would be one with errors.

    Source: Google Search, "Video (VideoObject, Clip, BroadcastEvent) structured data".
    """
    slot = event.slot
    kind = "VideoObject" if _is_complete(slot, video) else "MediaObject"
    node: Node = {"@type": kind, "name": video.name or event.name, "url": video.url}
    put(node, "description", video.description)
    if video.upload_date:
        node["uploadDate"] = timestamp(video.upload_date, slot.timezone)
    if video.duration:
        node["duration"] = duration(video.duration)
    put(node, "thumbnailUrl", video.thumbnail_url)
    if _FILE.search(video.url):
        node["contentUrl"] = video.url
    put(node, "embedUrl", video.embed_url)
    if video.is_live_broadcast:
        node["publication"] = broadcast = {"@type": "BroadcastEvent", "isLiveBroadcast": True}
        broadcast["startDate"] = moment(slot.start)
        if slot.end:
            broadcast["endDate"] = moment(slot.end)
    return node


def _is_complete(slot: TimeSlot, video: Recording) -> bool:
    """Whether a video has what its markup must have."""
    if not (video.thumbnail_url and video.upload_date):
        return False
    return not video.is_live_broadcast or (slot.end is not None and not slot.is_all_day)


def material(work: Material) -> Node:
    """Return slides or another file."""
    node: Node = {"@type": "CreativeWork", "url": work.url}
    put(node, "name", work.name)
    put(node, "encodingFormat", work.encoding_format)
    put(node, "license", work.license)
    return node


def series(value: EventSeries) -> Node:
    """Return the series that an event belongs to."""
    node: Node = {"@type": "EventSeries", "name": value.name}
    put(node, "url", value.url)
    put(node, "identifier", value.uid)
    return node


def announcement(event: Event) -> Node:
    """
    Return the work in which the event is told, with its dates.

    An Event has no such dates. Source: https://schema.org/dateModified, https://schema.org/subjectOf
    """
    zone = event.slot.timezone
    node: Node = {"@type": "CreativeWork"}
    if event.created:
        node["dateCreated"] = timestamp(event.created, zone)
    if event.updated:
        node["dateModified"] = timestamp(event.updated, zone)
    if event.published:
        node["datePublished"] = timestamp(event.published, zone)
    return node
