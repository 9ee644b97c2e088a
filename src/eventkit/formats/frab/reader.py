"""
The events of a schedule.

Source: https://c3voc.de/schedule/schema.json (version 1: days, rooms, and the events in them) and
https://c3voc.de/schema/schedule2 (version 2: the events in one list).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventkit import codes
from eventkit.findings import Reading, Severity
from eventkit.foreign import Fields, Notes, opened
from eventkit.formats.frab.conference import Conference
from eventkit.formats.frab.talk import BREAK, event_of
from eventkit.model import Event
from eventkit.sources import RefusedError, refused

__all__ = ["parse"]

_TALK = re.compile(r"schedule\.(?:conference\.days\[\]\.rooms\.[^\[\]]*|events)\[\]\.")
_LEFT_OUT = frozenset({"DRAFT", "SUBMITTED", "REJECTED", "WITHDRAWN", "DELETED"})


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a schedule; each belongs to the series that the conference is."""
    try:
        data, notes = opened(source, file)
    except RefusedError as exc:
        return refused(exc, file)
    if not isinstance(data, dict):
        notes.error(codes.WRONG_TYPE, "a schedule is wanted", 'give {"schedule": {...}}')
        return Reading((), notes.findings())
    notes.shorten = _TALK
    root = Fields(data, (), notes)
    root.known("$schema", "generator")
    schedule = root.inner("schedule")
    conference = Conference(schedule)
    talks = [*_in_rooms(conference), *_in_list(schedule)]
    found = [_event(talk, room, conference) for talk, room in talks]
    conference.finish()
    root.finish()
    _tell_of_breaks(talks, notes)
    events = (event for event in found if event is not None)
    # What is wrong in a talk costs it; a zone that is not known is about all of them.
    return notes.reading(events, doubtful=frozenset() if conference.is_sure else None)


def _in_rooms(conference: Conference) -> Iterator[tuple[Fields, str | None]]:
    """Yield the talks of version 1, by days and rooms, and the room of each."""
    for day in conference.days:
        rooms = day.inner("rooms")
        for name in rooms.data:
            for talk in rooms.inners(name, Severity.ERROR):
                yield talk, name


def _in_list(schedule: Fields) -> Iterator[tuple[Fields, None]]:
    """Yield the talks of version 2."""
    for talk in schedule.inners("events", Severity.ERROR):
        yield talk, None


def _event(talk: Fields, room: str | None, conference: Conference) -> Event | None:
    """Return a talk that takes place, or was to; what else it may be is told."""
    if talk.data.get("type") == BREAK:
        talk.elsewhere(*talk.data)
        return None
    state = talk.data.get("state")
    if isinstance(state, str) and state in _LEFT_OUT:
        talk.elsewhere(*talk.data)
        message = f"{talk.data.get('title')!r:.60} is left out: its state is {state}"
        talk.notes.warn(codes.NOT_CARRIED, message, path=talk.at("state"))
        return None
    return event_of(talk, room, conference)


def _tell_of_breaks(talks: list[tuple[Fields, str | None]], notes: Notes) -> None:
    breaks = sum(talk.data.get("type") == BREAK for talk, _ in talks)
    if breaks:
        message = f"breaks are not carried over: {breaks} of them"
        notes.add(codes.NOT_CARRIED, Severity.INFO, message)
