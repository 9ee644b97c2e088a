"""Where an event happens, and what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.reading.cleaning import LINE_MAX, line_of, text_of
from eventkit.formats.ical.reading.content import Component, Property
from eventkit.formats.ical.reading.joins import WayIn
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.values import text
from eventkit.joinlinks import is_join_link
from eventkit.model import (
    ContactPoint,
    Image,
    Material,
    Organization,
    Place,
    VirtualLocation,
)

__all__ = [
    "contact",
    "coordinates",
    "email_of",
    "images",
    "locations",
    "made",
    "materials",
    "organizer",
    "web_address",
]

T = TypeVar("T")

_HTTP = re.compile(r"https?://\S+", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@,;:<>]{1,64}@[^\s@,;:<>]{1,255}")
_TELEPHONE = re.compile(r"(?:tel:)?\+?[\d ()./-]{5,40}")
_GEO = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d{1,15})?)\s*[;,]\s*([+-]?\d{1,3}(?:\.\d{1,15})?)\s*")
_PLATFORM = re.compile(
    r"\W*(?:(?:microsoft )?teams(?:[ -]?(?:meeting|besprechung|sitzung|vergadering|reunion))?"
    r"|reuni(?:\u00f3|o)n (?:de|en) (?:microsoft )?teams|r(?:\u00e9|e)union (?:microsoft )?teams"
    r"|riunione (?:di )?(?:microsoft )?teams|zoom(?: meeting| webinar)?|google meet|webex"
    r"|online|virtual|web|internet|skype(?: meeting)?|skype-besprechung|jitsi(?: meet)?)\W*",
    re.IGNORECASE,
)


def made(
    make: Callable[..., T], notes: Notes, path: str, at: int, *args: Any, **fields: Any
) -> T | None:
    """Return what *make* makes, or None and a finding when the model refuses it."""
    try:
        return make(*args, **fields)
    except EventkitError as exc:
        notes.add(
            codes.INVALID_VALUE,
            Severity.WARNING,
            f"left out: {exc.message}",
            exc.hint,
            at=at,
            path=path,
        )
        return None


def web_address(one: Property) -> str | None:
    """Return an address of a property that is one, as far as it is of the web."""
    value = one.value.strip()
    if "\\" in value:
        value = text(value)
    return value if _HTTP.fullmatch(value) else None


def locations(
    entry: Component, way: WayIn, notes: Notes, *, ours: bool
) -> list[VirtualLocation | Place]:
    """Return the places and public addresses; what lets somebody in goes to *way*."""
    online = _conferences(entry, way, notes, ours=ours)
    known = {place.url for place in online} | set(way.urls)
    if way.exact is not None:
        known.add(way.exact.url)
    rooms: list[VirtualLocation | Place] = []
    for one in entry.all("LOCATION"):
        value = line_of(one, notes) if "\\n" not in one.value else text_of(one, notes)
        if value is None or value in known:
            continue
        rooms += _located(value, one, way, notes)
    geo = entry.first("GEO") or entry.first("X-APPLE-STRUCTURED-LOCATION")
    if geo is not None:
        rooms = _at_coordinates(rooms, geo, notes)
    return [*rooms, *online]


def _conferences(
    entry: Component, way: WayIn, notes: Notes, *, ours: bool
) -> list[VirtualLocation]:
    """Read CONFERENCE, which in a calendar of others is the way in. Source: RFC 7986 §5.11."""
    found = []
    for one in entry.all("CONFERENCE"):
        url = text(one.value).strip() if "\\" in one.value else one.value.strip()
        label = one.parameters.get("LABEL")
        if url.lower().startswith("tel:"):
            way.phone = way.phone or url[4:]
        elif way.exact is not None and url == way.exact.url:
            continue
        elif ours and _HTTP.fullmatch(url) and not is_join_link(url):
            place = made(VirtualLocation, notes, "locations", one.at, url, name=label)
            if place is not None:
                found.append(place)
        elif ":" in url and "MODERATOR" not in one.parameters.get("FEATURE", "").upper():
            way.link(url)
            if label:
                way.label(label)
        elif url:
            notes.not_carried("a CONFERENCE for moderators, or without an address", at=one.at)
    return found


def _located(value: str, one: Property, way: WayIn, notes: Notes) -> list[VirtualLocation | Place]:
    if _HTTP.fullmatch(value) and not is_join_link(value):
        place = made(VirtualLocation, notes, "locations", one.at, value)
        return [] if place is None else [place]
    rest = way.public(value).strip(" ;,/|-\n")
    if not rest:
        return []
    if way.urls and _PLATFORM.fullmatch(rest):
        notes.not_carried("the name of a platform in LOCATION", at=one.at)
        return []
    words = [line.strip() for line in rest.split("\n") if line.strip()]
    name, address = words[0][:LINE_MAX], "\n".join(words[1:]) or None
    room = made(Place, notes, "locations", one.at, name, address=address)
    return [] if room is None else [room]


def coordinates(one: Property, notes: Notes) -> tuple[float, float] | None:
    """Return latitude and longitude. Source: RFC 5545 §3.8.1.6; RFC 5870."""
    match = _GEO.fullmatch(one.value.strip().lower().removeprefix("geo:").partition("?")[0])
    if match is None:
        notes.repaired(f"{one.name} has no latitude and longitude", at=one.at)
        return None
    return float(match[1]), float(match[2])


def _at_coordinates(
    rooms: list[VirtualLocation | Place], one: Property, notes: Notes
) -> list[VirtualLocation | Place]:
    """Give the first place its coordinates."""
    found = coordinates(one, notes)
    if found is None:
        return rooms
    fields: dict[str, Any] = {"latitude": found[0], "longitude": found[1]}
    for number, room in enumerate(rooms):
        if isinstance(room, Place):
            where = f"locations[{number}]"
            fields["address"] = room.address
            better = made(Place, notes, where, one.at, room.name, **fields)
            return [*rooms[:number], better or room, *rooms[number + 1 :]]
    title = (one.parameters.get("X-TITLE") or "").replace("\\n", " ").strip()[:LINE_MAX]
    if not title:
        notes.not_carried("GEO without a LOCATION", at=one.at)
        return rooms
    place = made(Place, notes, "locations", one.at, title, **fields)
    return rooms if place is None else [*rooms, place]


def email_of(address: str) -> str | None:
    """Return the address of mail that a CAL-ADDRESS is, with ``mailto:`` or without."""
    address = address.strip()
    if address.lower().startswith("mailto:"):
        address = address[7:].strip()
    return address if _EMAIL.fullmatch(address) else None


def organizer(one: Property, notes: Notes) -> Organization | None:
    """Return whose event it is. Source: RFC 5545 §3.8.4.3."""
    address = text(one.value).strip()
    email = email_of(address)
    name = one.parameters.get("CN", "").strip().strip('"').strip()
    if not name and not email:
        if address:
            notes.not_carried("an ORGANIZER without a name or e-mail address", at=one.at)
        return None
    fields: dict[str, Any] = {}
    if email:
        fields["email"] = email
    elif _HTTP.fullmatch(address):
        fields["url"] = address
    given = (name or email or "").replace("\n", " ")[:LINE_MAX]
    return made(Organization, notes, "organizer", one.at, given, **fields)


def contact(one: Property, notes: Notes) -> ContactPoint | None:
    """Return whom to ask: each part of the text is what it looks like."""
    value = line_of(one, notes)
    fields: dict[str, str] = {}
    names = []
    for part in (value or "").split(", "):
        kind = _kind_of(part.strip())
        if kind == "url" and is_join_link(part.strip()):
            continue
        if kind is None or kind in fields:
            names.append(part)
        else:
            fields[kind] = part.strip()
    if name := ", ".join(names).strip(" ,"):
        fields["name"] = name
    return made(ContactPoint, notes, "contact", one.at, **fields) if fields else None


def _kind_of(part: str) -> str | None:
    for kind, pattern in (("email", _EMAIL), ("url", _HTTP), ("telephone", _TELEPHONE)):
        if pattern.fullmatch(part):
            return kind
    return None


def images(entry: Component, notes: Notes) -> list[Image]:
    """Return the pictures that have an address. Source: RFC 7986 §5.10."""
    found = []
    for one in entry.all("IMAGE"):
        url = web_address(one)
        if url is None:
            notes.not_carried("an IMAGE that is not an address of the web", at=one.at)
        elif image := made(Image, notes, "images", one.at, url):
            found.append(image)
    return found


def materials(entry: Component, way: WayIn, notes: Notes) -> list[Material]:
    """Return what is attached by its address. Source: RFC 5545 §3.8.1.1."""
    found = []
    for one in entry.all("ATTACH"):
        url = web_address(one)
        if url is None:
            notes.not_carried("an ATTACH that is not an address of the web", at=one.at)
            continue
        if is_join_link(url):
            way.link(url)
            continue
        name = one.parameters.get("FILENAME") or one.parameters.get("X-FILENAME") or None
        kind = one.parameters.get("FMTTYPE", "").partition(";")[0] or None
        work = made(Material, notes, "materials", one.at, url, name=name, encoding_format=kind)
        if work is not None:
            found.append(work)
    return found
