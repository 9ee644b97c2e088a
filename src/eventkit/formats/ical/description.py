"""The text of an entry: what no property carries stands here in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from eventkit.model import (
    Affiliation,
    Event,
    EventStatus,
    JoinDetails,
    Offer,
    Organization,
    Person,
    Speaker,
)
from eventkit.timezones import zone_name

__all__ = ["description", "person_text"]


def description(event: Event, *, invited: bool) -> str:
    """Return the description, what else there is to say, and the way in if *invited*."""
    blocks = []
    if event.alternate_name:
        blocks.append(event.alternate_name)
    if event.description:
        blocks.append(event.description)
    for speaker in event.speakers:
        blocks.append(_speaker(speaker))
    if facts := "\n".join(_facts(event)):
        blocks.append(facts)
    if invited and event.joining:
        blocks.append(_joining(event.joining))
    return "\n\n".join(blocks)


def _facts(event: Event) -> list[str]:
    facts = []
    if event.status in (EventStatus.POSTPONED, EventStatus.MOVED_ONLINE):
        facts.append(f"Status: {event.status.value.replace('_', ' ')}")
    if event.previous_starts:
        zone = event.slot.timezone
        facts.append(_listed("Moved from", (_start(at, zone) for at in event.previous_starts)))
    if event.organizer and not event.organizer.email:
        facts.append(f"Organizer: {_body(event.organizer)}")
    if event.co_organizers:
        facts.append(_listed("Co-organizers", map(_body, event.co_organizers)))
    if event.sponsors:
        facts.append(_listed("Sponsors", map(_body, event.sponsors)))
    if event.series:
        number = f", number {event.position}" if event.position is not None else ""
        page = f", {event.series.url}" if event.series.url else ""
        facts.append(f"Series: {event.series.name}{number}{page}")
    if event.audience:
        facts.append(f"Audience: {event.audience}")
    if len(event.in_language) > 1:
        facts.append(_listed("Languages", event.in_language))
    if event.capacity is not None:
        facts.append(f"Capacity: {event.capacity}")
    if event.remaining_capacity is not None:
        facts.append(f"Places left: {event.remaining_capacity}")
    for offer in event.offers:
        facts.append(f"Offer: {_offer(offer, event.slot.timezone)}")
    for video in event.recordings:
        if video.name:
            facts.append(f"Recording: {video.name}, {video.url}")
    for work in event.materials:
        if work.name:
            facts.append(f"Material: {work.name}, {work.url}")
    return facts


def _listed(label: str, words: Iterable[str]) -> str:
    return f"{label}: {'; '.join(words)}"


def _start(value: datetime | date, zone: tzinfo | None) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    try:
        local = value.astimezone(zone) if zone else value
    except OverflowError:
        local = value
    where = zone_name(local.tzinfo) if local.tzinfo else ""
    return f"{local.replace(tzinfo=None).isoformat(' ', 'minutes')} ({where})"


def _body(value: Organization | Person) -> str:
    return f"{value.name}, {value.url}" if value.url else value.name


def _offer(offer: Offer, zone: tzinfo | None) -> str:
    parts = [offer.name]
    if offer.price is not None:
        parts.append("free" if offer.price == 0 else f"{offer.currency} {offer.price:f}")
    if offer.availability:
        parts.append(offer.availability.value.replace("_", " "))
    if offer.valid_from:
        parts.append(f"from {_start(offer.valid_from, zone)}")
    if offer.valid_until:
        parts.append(f"until {_start(offer.valid_until, zone)}")
    parts.append(offer.url)
    return ", ".join(part for part in parts if part) or "price not stated"


def _speaker(speaker: Speaker) -> str:
    name = (
        f"{speaker.honorific_prefix} {speaker.name}" if speaker.honorific_prefix else speaker.name
    )
    words = person_text(speaker)
    head = f"{speaker.role.value.capitalize()}: {name}"
    return f"{head}\n{words}" if words else head


def person_text(person: Person) -> str:
    """Return the titles of a person with their organisations, one a line, and the biography."""
    titles = [_affiliation(affiliation) for affiliation in person.affiliations]
    return "\n".join([*titles, person.bio] if person.bio else titles)


def _affiliation(affiliation: Affiliation) -> str:
    organization = affiliation.organization
    parts = (affiliation.title, organization.name, organization.country)
    return ", ".join(part for part in parts if part)


def _joining(joining: JoinDetails) -> str:
    lines = [f"Join: {joining.url}"]
    for label, value in (
        ("Meeting ID", joining.meeting_id),
        ("Passcode", joining.passcode),
        ("Phone", joining.phone),
    ):
        if value:
            lines.append(f"{label}: {value}")
    if joining.instructions:
        lines.append(joining.instructions)
    return "\n".join(lines)
