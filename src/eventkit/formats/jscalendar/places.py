"""Places and addresses. Source: RFC 8984 §4.2.5, §4.2.6."""

from __future__ import annotations

import re
from typing import Any

from eventkit.foreign import Fields
from eventkit.formats.jscalendar.links import link
from eventkit.formats.jscalendar.values import geo
from eventkit.joinlinks import is_join_link
from eventkit.model import Event, Place

__all__ = ["put_locations", "read_locations"]

_GEO = re.compile(r"geo:(-?\d{1,3}(?:\.\d{1,20})?),(-?\d{1,3}(?:\.\d{1,20})?)(?:[,;].{0,200})?")
_JOIN = "join"


def put_locations(out: dict[str, Any], event: Event, *, invited: bool) -> None:
    """Add the places and the addresses, numbered together; for the invited the way in too."""
    places: dict[str, Any] = {}
    online: dict[str, Any] = {}
    for number, at in enumerate(event.locations, 1):
        if isinstance(at, Place):
            places[f"place-{number}"] = _place(at)
        else:
            name = {"name": at.name} if at.name else {}
            online[f"online-{number}"] = {"@type": "VirtualLocation", **name, "uri": at.url}
    joining = event.joining
    if invited and joining:
        words = [f"Meeting ID: {joining.meeting_id}"] if joining.meeting_id else []
        words += [f"Passcode: {joining.passcode}"] if joining.passcode else []
        words += [f"Phone: {joining.phone}"] if joining.phone else []
        words += [joining.instructions] if joining.instructions else []
        about = {"description": "\n".join(words)} if words else {}
        online[_JOIN] = {"@type": "VirtualLocation", "name": "Join", **about, "uri": joining.url}
    if places:
        out["locations"] = places
    if online:
        out["virtualLocations"] = online


def _place(place: Place) -> dict[str, Any]:
    out: dict[str, Any] = {"@type": "Location", "name": place.name}
    words = ", ".join(part for part in (place.address, place.country) if part)
    if words:
        out["description"] = words
    if place.latitude is not None and place.longitude is not None:
        out["coordinates"] = geo(place.latitude, place.longitude)
    if place.url:
        out["links"] = {"page": link(place.url, "describedby")}
    return out


def read_locations(event: Fields, plain: dict[str, Any]) -> None:
    """Fill in the places and addresses; a link that lets people in goes to `joining`."""
    found: list[tuple[int, dict[str, Any]]] = []
    for name, fields in event.named("locations").items():
        if place := _read_place(fields):
            found.append((_number(name), place))
    for name, fields in event.named("virtualLocations").items():
        fields.known("@type")
        uri, label = fields.text("uri"), fields.line("name")
        if uri is None:
            continue
        if name == _JOIN or is_join_link(uri):
            if "joining" in plain:
                fields.leave("uri")
                continue
            about = fields.text("description")
            plain["joining"] = {"url": uri, **({"instructions": about} if about else {})}
        else:
            extra = {"name": label} if label else {}
            found.append((_number(name), {"type": "VirtualLocation", "url": uri, **extra}))
    plain["locations"] = [place for _, place in sorted(found, key=lambda one: one[0])]


def _number(name: str) -> int:
    """Return the number in our own ids, which are numbered through both kinds."""
    match = re.fullmatch(r"(?:place|online)-(\d{1,5})", name)
    return int(match[1]) if match else 0


def _read_place(fields: Fields) -> dict[str, Any] | None:
    fields.known("@type")
    name, words = fields.line("name"), fields.text("description")
    if name is None and words:
        name, words = " ".join(words.split())[:200], None
    if name is None:
        return None
    out: dict[str, Any] = {"type": "Place", "name": name}
    if words:
        out["address"] = words
    if match := _GEO.fullmatch(fields.text("coordinates") or ""):
        out["latitude"], out["longitude"] = float(match[1]), float(match[2])
    for found in fields.named("links").values():
        found.known("@type", "rel")
        out.setdefault("url", found.text("href"))
    return out
