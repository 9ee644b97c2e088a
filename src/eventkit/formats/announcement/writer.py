r"""
Events as announcements in plain text, which `parse` reads back.

What the line shapes carry is written: title, description, time, place, page, people with what
they are and their biographies. The way to join is never written. A line of prose that would be
read as something else begins with a backslash, see `paragraphs`. A person or a place whose
parts hold the separators of their own line (``,``, ``&``, ``;``, brackets) is written all the
same, and may be read back otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from eventkit.formats.announcement.countries import country_name
from eventkit.formats.announcement.draft import Draft
from eventkit.formats.announcement.joining import URL, trimmed
from eventkit.formats.announcement.lines import Line
from eventkit.formats.announcement.paragraphs import ESCAPE, written
from eventkit.formats.announcement.person import Named
from eventkit.formats.announcement.plain import is_plain, is_plain_title
from eventkit.formats.announcement.reader import read_lines
from eventkit.formats.announcement.source import Notes, Source
from eventkit.formats.announcement.statement import read_statement
from eventkit.model import (
    Affiliation,
    Event,
    EventStatus,
    Organization,
    Place,
    Speaker,
    TimeSlot,
    VirtualLocation,
)
from eventkit.timezones import zone_name

__all__ = ["render"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEPARATOR = "----"


def render(events: Event | Iterable[Event]) -> str:
    """Return the announcement of an event, or of several parted by lines of dashes."""
    several = (events,) if isinstance(events, Event) else tuple(events)
    return f"\n\n{_SEPARATOR}\n\n".join(_announcement(event) for event in several) + "\n"


def _announcement(event: Event) -> str:
    blocks = [event.name if is_plain_title(event.name) else ESCAPE + event.name]
    if event.description:
        blocks.append(written(event.description, is_plain))
    blocks.append("\n".join(_facts(event)))
    for speaker in event.speakers:
        blocks += _speaker(speaker, event.speakers)
    return "\n\n".join(blocks)


def _facts(event: Event) -> Iterator[str]:
    yield f"Date: {_slot(event.slot)}"
    if event.status is not EventStatus.SCHEDULED:
        yield f"Status: {event.status.value.replace('_', ' ')}"
    for location in event.locations:
        yield f"Where: {_location(location)}"
    for body in (event.organizer, *event.co_organizers):
        if isinstance(body, Organization):
            yield f"Organizer: {_with_country(body.name, body.country)}"
        elif body is not None:
            yield f"Organizer: {body.name}"
    if event.in_language:
        yield f"Language: {', '.join(event.in_language)}"
    if event.url:
        yield f"Link: {_url(event.url)}"
    for offer in event.offers:
        if offer.url:
            yield f"Register: {_url(offer.url)}"


def _url(url: str) -> str:
    return url if trimmed(url) == url and URL.fullmatch(url) else f"<{url}>"


def _with_country(name: str, country: str | None) -> str:
    return f"{name}, {country_name(country)}" if country else name


def _location(location: VirtualLocation | Place) -> str:
    if isinstance(location, VirtualLocation):
        url = _url(location.url)
        return f"{location.name} \u2013 {url}" if location.name else url
    parts = [location.name, ", ".join((location.address or "").split("\n"))]
    return _with_country(", ".join(part for part in parts if part), location.country)


def _slot(slot: TimeSlot) -> str:
    """Return the plainest statement that is read back as the same slot."""
    start, end = slot.start, slot.end
    if not isinstance(start, datetime):
        return _day(start) if end is None else f"{_day(start)} to {_day(end)}"
    key = zone_name(start.tzinfo or UTC)
    place = key if "/" in key or key == "UTC" else f"time zone {key}"
    place = f"UTC{key}" if key[0] in "+-" else place
    times = f"{start:%H:%M} to {end:%H:%M}" if isinstance(end, datetime) else f"{start:%H:%M}"
    text = f"{_day(start.date())} | {times} ({place})"
    if read_statement(text).slot == slot:
        return text
    ends = f" to {end.isoformat()}" if isinstance(end, datetime) else ""
    return f"{start.isoformat()}{ends} ({place})"


def _day(day: date) -> str:
    if not 1900 <= day.year < 2200:
        return f"{day.year:04}-{day.month:02}-{day.day:02}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _speaker(speaker: Speaker, others: tuple[Speaker, ...]) -> list[str]:
    """Return the blocks about one person; the first shape that is read back is taken."""
    shapes = list(_shapes(speaker))
    blocks = next((shape for shape in shapes if _is_read_back(shape, speaker)), shapes[0])
    if not speaker.bio:
        return blocks
    bio = written(speaker.bio, is_plain)
    if _is_known_biography(bio, speaker, others):
        return [*blocks, bio]
    return [*blocks, f"Bio:\n{bio}"]


def _shapes(speaker: Speaker) -> Iterator[list[str]]:
    name = " ".join(part for part in (speaker.honorific_prefix, speaker.name) if part)
    head = f"{speaker.role.value.capitalize()}: {name}"
    held = speaker.affiliations
    if not held:
        yield [head]
        return
    plain = [_affiliation(one, ", ") for one in held]
    strict = [_affiliation(one, " @ ") for one in held]
    yield [head, " & ".join(plain)]
    yield [head, "; ".join(plain)]
    if len(held) == 1 and held[0].title is None:
        yield [f"{head} ({plain[0]})"]
    yield [f"{head}, {'; '.join(plain)}"]
    yield [head, "; ".join(strict)]
    yield [f"{head}, {'; '.join(strict)}"]


def _affiliation(held: Affiliation, joiner: str) -> str:
    body = _with_country(held.organization.name, held.organization.country)
    return f"{held.title}{joiner}{body}" if held.title else body


def _is_read_back(blocks: list[str], speaker: Speaker) -> bool:
    source = Source("x\n\n" + "\n\n".join(blocks))
    notes = Notes(source)
    people = read_lines(source.lines, notes).people
    if len(people) != 1:
        return False
    return _essence(people[0].speaker(notes, "")) == _essence(speaker, bio=None)


def _essence(speaker: Speaker | None, *, bio: object = ...) -> object:
    """Return what the line shapes carry of a person."""
    if speaker is None:
        return None
    held = [
        (one.title, one.organization.name, one.organization.country) for one in speaker.affiliations
    ]
    told = speaker.bio if bio is ... else bio
    return speaker.name, speaker.honorific_prefix, speaker.role, held, told


def _is_known_biography(bio: str, speaker: Speaker, others: tuple[Speaker, ...]) -> bool:
    """Whether every paragraph names this person and no other, so that it needs no label."""
    drafts = [Draft(Named(one.name), "speaker", Line("", 0)) for one in others]
    names = [draft for draft in drafts if draft.named.name == speaker.name]
    for block in bio.split("\n\n"):
        first = block.split("\n", 1)[0]
        named = [draft for draft in drafts if draft.is_named_in(first)]
        if len(first) <= 40 or len(names) != 1 or named != names or first.startswith(ESCAPE):
            return False
    return True
