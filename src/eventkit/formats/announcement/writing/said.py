"""What of an event an announcement says, and what it leaves out."""

from __future__ import annotations

from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Finding, Severity
from eventkit.model import (
    Affiliation,
    Event,
    EventSeries,
    Material,
    Offer,
    Organization,
    Person,
    Place,
    Recording,
    Speaker,
    VirtualLocation,
)

__all__ = ["left_out", "said"]

_FIELDS = frozenset(
    ["name", "slot", "alternate_name", "description", "url", "contact", "status", "in_language",
     "keywords", "audience", "capacity", "speakers", "organizer", "co_organizers", "sponsors",
     "locations", "offers", "recordings", "materials", "series", "sub_events"]
)  # fmt: skip
_OF_SESSIONS = frozenset(["name", "slot", "description", "speakers"])
_ONCE = frozenset(["in_language", "keywords"])
_OWN_UID = "announcement"


def said(event: Event) -> Event:
    """
    Return what an announcement says of an event: what `parse` makes of what `render` writes.

    The identifier is not among it, so that of the result means nothing.
    """
    return _only(event, _FIELDS)


def _only(event: Event, fields: frozenset[str]) -> Event:
    kept: dict[str, Any] = {key: _said(getattr(event, key)) for key in fields - {"name", "slot"}}
    for key in _ONCE & fields:
        kept[key] = tuple(dict.fromkeys(kept[key]))
    if "organizer" in kept and kept["organizer"] is None and kept["co_organizers"]:
        kept["organizer"], *rest = kept["co_organizers"]  # a text names them one after the other
        kept["co_organizers"] = tuple(rest)
    if "sub_events" in kept:
        kept["sub_events"] = tuple(_session(one, kept["speakers"]) for one in kept["sub_events"])
    return Event(event.name, event.slot, uid=_OWN_UID, **kept)


def _session(event: Event, speakers: tuple[Speaker, ...]) -> Event:
    """Return a session, whose speakers have a biography only where the event has them."""
    people = [one if one in speakers else attrs.evolve(one, bio=None) for one in event.speakers]
    return attrs.evolve(event, speakers=tuple(people))


def _said(value: Any) -> Any:
    """Return what is said of a value of a field."""
    if isinstance(value, tuple):
        return tuple(_said(one) for one in value)
    for kind, reduce in _REDUCED:
        if isinstance(value, kind):
            return reduce(value)
    return value


def _person(person: Person) -> Person:
    make = type(person)
    role = {"role": person.role} if isinstance(person, Speaker) else {}
    bio = person.bio if isinstance(person, Speaker) else None
    pages = tuple(dict.fromkeys(person.same_as)) if person.url else ()
    return make(
        person.name, honorific_prefix=person.honorific_prefix, bio=bio, url=person.url, email=person.email, same_as=pages,
        affiliations=tuple(_affiliation(held) for held in person.affiliations), **role,
    )  # fmt: skip


def _affiliation(held: Affiliation) -> Affiliation:
    body = Organization(held.organization.name, country=held.organization.country)
    return Affiliation(body, title=held.title)


def _place(place: Place) -> Place:
    return Place(place.name, address=place.address, country=place.country)


_REDUCED: tuple[tuple[type, Any], ...] = (
    (Person, _person),
    (Organization, lambda body: attrs.evolve(body, same_as=())),
    (Place, _place),
    (VirtualLocation, lambda at: at),
    (Offer, lambda one: Offer(one.price, one.currency, name=one.name, url=one.url)),
    (
        Recording,
        lambda one: Recording(one.url, name=one.name, is_live_broadcast=one.is_live_broadcast),
    ),
    (Material, lambda one: Material(one.url, name=one.name)),
    (EventSeries, lambda one: EventSeries(one.name, url=one.url)),
    (Event, lambda one: _only(one, _OF_SESSIONS)),
)


def left_out(events: list[Event]) -> list[Finding]:
    """Return a finding for each field that an announcement does not say."""
    found: list[Finding] = []
    for number, event in enumerate(events):
        prefix = f"[{number}]." if len(events) > 1 else ""
        told = said(event)
        for field in attrs.fields(Event):
            value, kept = getattr(event, field.name), getattr(told, field.name)
            if field.name in ("uid", "joining", "sub_events") or value == kept:
                continue
            found.append(
                Finding(
                    codes.NOT_CARRIED, Severity.INFO,
                    "a text does not say it" if field.name not in _FIELDS
                    else "a text does not say all of it",
                    "keep the event in a document, such as YAML",
                    path=f"{prefix}{field.name}",
                )
            )  # fmt: skip
    return found
