"""
People, places and links in the forms that newer standards have for them.

Source: RFC 9073 §7.1 (``PARTICIPANT``), §7.2 (``VLOCATION``); RFC 9253 §8.2 (``LINK``).
"""

from __future__ import annotations

import re
from typing import Any

import attrs

from eventkit.formats.ical.reading import places
from eventkit.formats.ical.reading.cleaning import line_of, text_of
from eventkit.formats.ical.reading.content import Component, Property
from eventkit.formats.ical.reading.joins import WayIn
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.values import texts
from eventkit.joinlinks import is_join_link
from eventkit.model import (
    EventSeries,
    Material,
    Organization,
    Place,
    Role,
    Speaker,
    VirtualLocation,
)

__all__ = ["links", "people", "with_rooms"]

_SPEAKING = ("SPEAKER", "PERFORMER", "ACTIVE")
_MATERIAL = ("ENCLOSURE", "DESCRIBEDBY")
_MOST = 10_000
_Places = list[VirtualLocation | Place]


def people(entry: Component, way: WayIn, notes: Notes) -> dict[str, Any]:
    """Return the speakers and sponsors; who only takes part is not carried."""
    speakers: list[Speaker] = []
    sponsors: list[Organization] = []
    for one in entry.children:
        if one.name != "PARTICIPANT":
            continue
        kind = (one.value("PARTICIPANT-TYPE") or "").upper()
        summary = one.first("SUMMARY")
        name = way.public(line_of(summary, notes) or "") if summary else ""
        role = _role(one)
        if not name or (kind not in _SPEAKING and kind != "SPONSOR") or (kind, role) == _PLAIN:
            notes.not_carried(f"a PARTICIPANT that is {kind[:40] or 'of no type'}", at=one.at)
            continue
        known: dict[str, Any] = {"email": _email(one), "url": _page(one, way)}
        if kind == "SPONSOR":
            found = places.made(Organization, notes, "sponsors", one.at, name, **known)
            sponsors += [found] if found else []
            continue
        words = one.first("DESCRIPTION")
        known["bio"] = (way.public(text_of(words, notes) or "") or None) if words else None
        known["role"] = role or Role.SPEAKER
        person = places.made(Speaker, notes, "speakers", one.at, name, **known)
        speakers += [person] if person else []
    found_people = {"speakers": tuple(speakers[:_MOST]), "sponsors": tuple(sponsors[:_MOST])}
    return {name: listed for name, listed in found_people.items() if listed}


_PLAIN = ("ACTIVE", None)


def _role(one: Component) -> Role | None:
    """Return the part that a category names."""
    words = {word.strip().lower() for found in one.all("CATEGORIES") for word in texts(found.value)}
    return next((role for role in Role if role.value in words), None)


def _email(one: Component) -> str | None:
    address = one.value("CALENDAR-ADDRESS") or ""
    return places.email_of(address)


def _page(one: Component, way: WayIn) -> str | None:
    """Return the page; a link that lets somebody in goes to *way*."""
    given = one.first("URL")
    address = places.web_address(given) if given else None
    if address is not None and is_join_link(address):
        way.link(address)
        return None
    return address


def with_rooms(entry: Component, placed: _Places, way: WayIn, notes: Notes) -> _Places:
    """Return the places with those of VLOCATION, of which LOCATION may tell one in words."""
    rooms: list[Place] = []
    for one in entry.children:
        if one.name != "VLOCATION":
            continue
        named = one.first("NAME")
        name = way.public(line_of(named, notes) or "") if named else ""
        if not name:
            notes.not_carried("a VLOCATION without a NAME", at=one.at)
            continue
        words = one.first("DESCRIPTION")
        known: dict[str, Any] = {"url": _page(one, way)}
        known["address"] = (way.public(text_of(words, notes) or "") or None) if words else None
        room = places.made(Place, notes, "locations", one.at, name, **known)
        if room is not None:
            rooms.append(_at_coordinates(room, one, notes))
    names = {room.name for room in rooms}
    before = [at for at in placed if isinstance(at, Place) and names.isdisjoint(_parts(at.name))]
    return [*before, *rooms, *(at for at in placed if isinstance(at, VirtualLocation))]


def _parts(name: str) -> set[str]:
    """Return a name, and what stands in it between commas: the place and its address."""
    return {name, *(part.strip() for part in re.split("[,;]", name))}


def _at_coordinates(room: Place, one: Component, notes: Notes) -> Place:
    geo = one.first("GEO")
    at = places.coordinates(geo, notes) if geo else None
    if geo is None or at is None:
        return room
    latitude, longitude = at
    fields = {"latitude": latitude, "longitude": longitude}
    better = places.made(attrs.evolve, notes, "locations", geo.at, room, **fields)
    return better or room


def links(listed: list[Property], fields: dict[str, Any], way: WayIn, notes: Notes) -> None:
    """Add what a link is known to be: the series, the organizer's page, or something to read."""
    works: list[Material] = []
    for one in listed:
        relation = one.parameters.get("LINKREL", "").upper()
        label = one.parameters.get("LABEL", "").strip() or None
        address = places.web_address(one)
        organizer = fields.get("organizer")
        if address is None or one.parameters.get("VALUE", "URI").upper() != "URI":
            notes.not_carried("a LINK that is not an address of the web", at=one.at)
        elif is_join_link(address):
            way.link(address)
        elif relation == "COLLECTION" and label and "series" not in fields:
            fields["series"] = places.made(EventSeries, notes, "series", one.at, label, url=address)
        elif relation == "AUTHOR" and isinstance(organizer, Organization) and not organizer.url:
            better = places.made(attrs.evolve, notes, "organizer", one.at, organizer, url=address)
            fields["organizer"] = better or organizer
        elif relation in _MATERIAL:
            kind = one.parameters.get("FMTTYPE", "").partition(";")[0] or None
            work = places.made(
                Material, notes, "materials", one.at, address, name=label, encoding_format=kind
            )
            works += [work] if work else []
        else:
            notes.not_carried(f"a LINK that is {relation[:40] or 'of no kind'}", at=one.at)
    if works:
        fields["materials"] = (*fields.get("materials", ()), *works)[:_MOST]
