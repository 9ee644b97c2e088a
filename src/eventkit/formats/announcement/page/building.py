"""From the parts of an announcement to an event of the model, each field guarded."""

from __future__ import annotations

from functools import partial
from typing import Any

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.page.bodies import (
    contact,
    locations,
    named_page,
    offers,
    organizations,
    videos,
)
from eventkit.formats.announcement.page.desk import Desk
from eventkit.formats.announcement.page.details import capacity_of, languages_of, listed, status_of
from eventkit.formats.announcement.page.literal import record_of, records_of
from eventkit.formats.announcement.page.mentions import note_mentions
from eventkit.formats.announcement.page.sessions import sub_events
from eventkit.formats.announcement.page.telling import Announcement
from eventkit.formats.announcement.page.timing import stated_slot
from eventkit.formats.announcement.text.joining import find_url
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.paragraphs import joined
from eventkit.formats.announcement.text.source import Notes
from eventkit.formats.announcement.times.given import Given
from eventkit.model import (
    Event,
    EventSeries,
    EventStatus,
    Material,
    Organization,
    Person,
    Place,
    Speaker,
    TimeSlot,
    VirtualLocation,
)

__all__ = ["build"]


def build(said: Announcement, notes: Notes, given: Given) -> tuple[Event | None, Desk]:
    """Return the event that an announcement tells of, and the desk with its evidence."""
    desk = Desk(said, notes, given)
    people = _people(desk)
    bodies = organizations(desk, "organizer")
    places = locations(desk)
    slot, recurrence = stated_slot(desk, _countries(places, people, bodies))
    name = _name(desk)
    fields: dict[str, Any] = {
        "alternate_name": _line(desk, "alternate_name", said.subtitle),
        "url": _url(desk),
        "speakers": people,
        "organizer": bodies[0] if bodies else None,
        "co_organizers": bodies[1:],
        "sponsors": organizations(desk, "sponsor"),
        "contact": contact(desk),
        "locations": places,
        "in_language": _languages(desk),
        "offers": offers(desk),
        "recordings": videos(desk),
        "materials": _materials(desk),
        "series": _series(desk),
        "keywords": _keywords(desk),
        "audience": _line(desk, "audience", *said.of("audience")[:1]),
        "capacity": _capacity(desk),
        "status": _status(desk),
        "sub_events": sub_events(desk, slot, people, name),
        "recurrence": recurrence,
        "joining": said.secrets.details(notes),
    }
    fields["description"] = _description(desk)
    if slot is None or name is None:
        return None, desk
    for key in ("description", "url", "alternate_name", "audience"):
        if fields[key] and not _fits(desk, key, fields[key], slot):
            del fields[key]
    return notes.guard("name", name.at, lambda: Event(name.text, slot, **fields)), desk


def _fits(desk: Desk, key: str, value: Any, slot: TimeSlot) -> bool:
    at = desk.evidence.found.get(key, (None,))[0]
    return desk.notes.guard(key, at, lambda: Event("x", slot, **{key: value})) is not None


def _name(desk: Desk) -> Line | None:
    line = desk.said.name
    if line is None:
        desk.notes.add(
            codes.NO_TITLE, Severity.ERROR, "there is no title",
            "write it on the first line", path="name",
        )  # fmt: skip
        return None
    desk.evidence.show("name", line)
    return Line(line.text.replace("\t", " "), line.at)


def _line(desk: Desk, path: str, line: Line | None = None) -> str | None:
    if line is None:
        return None
    desk.evidence.show(path, line)
    record = record_of(line.text)
    return record.name if record else line.text.replace("\t", " ")


def _description(desk: Desk) -> str | None:
    desk.evidence.show("description", *desk.said.description_lines)
    return joined(desk.said.description).strip(" \t\n") or None


def _people(desk: Desk) -> list[Speaker]:
    found: list[Speaker] = []
    for draft in desk.said.people:
        path = f"speakers[{len(found)}]"
        speaker = draft.speaker(desk.notes, path)
        if speaker is None:
            continue
        label = draft.label.line if draft.label else draft.line
        same = label.span()[0] <= draft.line.at < label.span()[1]
        desk.evidence.show(path, label if same else draft.line, draft.line)
        for field, span in draft.spans.items():
            desk.evidence.show_span(f"{path}.{field}", *span)
        found.append(speaker)
    note_mentions(desk, found)
    return found


def _url(desk: Desk) -> str | None:
    lines = desk.said.of("link") + desk.said.of("join")
    found = [(url, line) for line in lines if (url := find_url(line.text)[0])]
    if not found:
        return None
    desk.evidence.show_text("url", *found[0])
    for url, line in found[1:]:
        if url != found[0][0]:
            desk.notes.add(
                codes.NOT_CARRIED, Severity.INFO, "a second link is kept in the description",
                "the first is taken for the page of the event", at=line.at, path="url",
            )  # fmt: skip
            desk.said.keep(line.find(url) or line)
    return found[0][0]


def _languages(desk: Desk) -> list[str]:
    found: list[str] = []
    for line in desk.said.of("language"):
        tags, rest = languages_of(line.text)
        for word in rest:
            desk.notes.add(
                codes.NOT_CARRIED, Severity.INFO, f"{word!r:.40} is no language known here",
                "write its tag, e.g. 'en'", at=line.at, path="in_language",
            )  # fmt: skip
        found += [tag for tag in tags if tag not in found]
    desk.evidence.show("in_language", *desk.said.of("language"))
    return found


def _materials(desk: Desk) -> list[Material]:
    found: list[Material] = []
    for line in desk.said.of("materials"):
        url, name = named_page(line.text)
        path = f"materials[{len(found)}]"
        made = desk.notes.guard(path, line.at, partial(Material, url or "", name=name))
        if made is not None:
            desk.evidence.show(path, line)
            found.append(made)
    return found


def _series(desk: Desk) -> EventSeries | None:
    for line in desk.said.of("series"):
        url, name = named_page(line.text)
        made = desk.notes.guard("series", line.at, partial(EventSeries, name or url or "", url=url))
        if made is not None:
            desk.evidence.show("series", line)
            return made
    return None


def _keywords(desk: Desk) -> list[str]:
    found: list[str] = []
    for line in desk.said.of("keywords"):
        records = records_of(line.text)
        if records is not None:
            found += [text for _, record in records for text in record.texts]
        else:
            found += [part.text.lstrip("#").strip() for part in listed(line)]
    desk.evidence.show("keywords", *desk.said.of("keywords"))
    return [word for word in dict.fromkeys(found) if word]


def _capacity(desk: Desk) -> int | None:
    for line in desk.said.of("capacity"):
        desk.evidence.show("capacity", line)
        return capacity_of(line.text)
    return None


def _status(desk: Desk) -> EventStatus:
    line = desk.said.status
    if line is None:
        return EventStatus.SCHEDULED
    desk.evidence.show("status", line)
    return status_of(line.text) or EventStatus.SCHEDULED


def _countries(
    places: list[VirtualLocation | Place],
    people: list[Speaker],
    organizers: list[Organization | Person],
) -> tuple[str, ...]:
    """Return the country that all agree on who are named with one."""
    here = [place.country for place in places if isinstance(place, Place) and place.country]
    found = [*here]
    found += [
        a.organization.country for p in people for a in p.affiliations if a.organization.country
    ]
    found += [b.country for b in organizers if isinstance(b, Organization) and b.country]
    return tuple(dict.fromkeys(found)) if len(set(found)) == 1 else tuple(dict.fromkeys(here))
