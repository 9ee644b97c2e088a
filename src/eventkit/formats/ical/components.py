"""
People, places and links in the forms that newer standards have for them.

Readers that do not know these pass over them, so the description, LOCATION and ATTACH say the
same in the old way.

Source: RFC 9073 §7.1 (``PARTICIPANT``), §7.2 (``VLOCATION``); RFC 9253 §8.2 (``LINK``).
"""

from __future__ import annotations

from collections.abc import Iterator

from eventkit.formats.ical.content_lines import line, parameter, text, uri
from eventkit.formats.ical.description import person_text
from eventkit.model import Event, Organization, Person, Place, Role, Speaker

__all__ = ["links", "participants", "rooms"]


def participants(event: Event) -> Iterator[str]:
    """Yield the speakers, whose other parts are categories, and the sponsors."""
    for number, speaker in enumerate(event.speakers, 1):
        yield from _participant(f"{event.uid}-speaker-{number}", "SPEAKER", speaker)
    for number, sponsor in enumerate(event.sponsors, 1):
        yield from _participant(f"{event.uid}-sponsor-{number}", "SPONSOR", sponsor)


def _participant(uid: str, kind: str, one: Person | Organization) -> Iterator[str]:
    yield "BEGIN:PARTICIPANT\r\n"
    yield line("UID", text(uid))
    yield f"PARTICIPANT-TYPE:{kind}\r\n"
    if isinstance(one, Speaker) and one.role is not Role.SPEAKER:
        yield f"CATEGORIES:{one.role.value}\r\n"
    if one.email:
        yield line("CALENDAR-ADDRESS", uri(f"mailto:{one.email}"))
    yield line("SUMMARY", text(one.name))
    if isinstance(one, Person) and (words := person_text(one)):
        yield line("DESCRIPTION", text(words))
    if one.url:
        yield line("URL", uri(one.url))
    yield "END:PARTICIPANT\r\n"


def rooms(event: Event) -> Iterator[str]:
    """Yield the places; a public address on the web is a CONFERENCE."""
    places = (at for at in event.locations if isinstance(at, Place))
    for number, place in enumerate(places, 1):
        yield "BEGIN:VLOCATION\r\n"
        yield line("UID", text(f"{event.uid}-place-{number}"))
        yield line("NAME", text(place.name))
        if address := ", ".join(part for part in (place.address, place.country) if part):
            yield line("DESCRIPTION", text(address))
        if place.latitude is not None:
            yield f"GEO:{place.latitude:.6f};{place.longitude:.6f}\r\n"
        if place.url:
            yield line("URL", uri(place.url))
        yield "END:VLOCATION\r\n"


def links(event: Event) -> Iterator[str]:
    """
    Yield the pages of the series, of who holds the event, and where to register.

    Source: the registry of link relations (RFC 8288 §4.2).
    """
    if event.series and event.series.url:
        yield _link("collection", event.series.name, event.series.url)
    if event.organizer and event.organizer.url:
        yield _link("author", event.organizer.name, event.organizer.url)
    for offer in event.offers:
        if offer.url:
            yield _link("payment", offer.name, offer.url)


def _link(relation: str, label: str | None, url: str) -> str:
    named = f";LABEL={parameter(label)}" if label else ""
    return line(f"LINK;LINKREL={relation}{named};VALUE=URI", uri(url))
