"""Where an event happens, as JSON-LD nodes, without the way in for the invited."""

from __future__ import annotations

from eventkit.formats.jsonld.values import ATTENDANCE_MODE, Node, one_or_many, put
from eventkit.model import Event, EventAttendanceMode, EventStatus, Place, VirtualLocation

__all__ = ["locate"]


def locate(node: Node, event: Event) -> EventAttendanceMode | None:
    """
    Set the attendance mode and the locations, and return the mode.

    An event that is online, but whose only address is that for the invited, is at its page.

    Source: https://schema.org/eventAttendanceMode, https://schema.org/location
    """
    mode = event.attendance_mode if event.locations or event.joining else None
    if mode is None and event.status is EventStatus.MOVED_ONLINE:
        mode = EventAttendanceMode.ONLINE
    if mode is None:
        return None
    node["eventAttendanceMode"] = ATTENDANCE_MODE[mode]
    nodes = [_location(location) for location in event.locations]
    if (event.joining or not nodes) and event.url and not _has_address(nodes):
        nodes.append({"@type": "VirtualLocation", "url": event.url})
    if nodes:
        node["location"] = one_or_many(nodes)
    return mode


def _has_address(nodes: list[Node]) -> bool:
    return any(node["@type"] == "VirtualLocation" for node in nodes)


def _location(location: VirtualLocation | Place) -> Node:
    if isinstance(location, VirtualLocation):
        node: Node = {"@type": "VirtualLocation"}
        put(node, "name", location.name)
        node["url"] = location.url
        return node
    node = {"@type": "Place", "name": location.name}
    put(node, "url", location.url)
    if location.address or location.country:
        node["address"] = address = {"@type": "PostalAddress"}
        put(address, "streetAddress", location.address)
        put(address, "addressCountry", location.country)
    put(node, "latitude", location.latitude)
    put(node, "longitude", location.longitude)
    return node
