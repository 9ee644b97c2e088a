"""
Reading a calendar in pieces, with the same events as from the whole.

What an entry means by the clocks of its zone depends on the whole calendar where only a VTIMEZONE
tells that zone: it is matched with the zones of tzdata in all years that refer to it. So that is
worked out once, before any piece is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventkit.findings import Reading
from eventkit.formats.ical.reading.content import Component
from eventkit.formats.ical.reading.decoding import decoded
from eventkit.formats.ical.reading.notes import Errors, Notes
from eventkit.formats.ical.reading.observances import Budget
from eventkit.formats.ical.reading.reader import origins_of, read, tokenized
from eventkit.formats.ical.reading.zones import Place, Spans, Zones, spans, widen

__all__ = [
    "Place",
    "Spans",
    "add_spans",
    "has_unnamed_zone",
    "parse_piece",
    "places_of",
]


def parse_piece(data: bytes, places: Sequence[Mapping[str, Place]]) -> Reading:
    """
    Return the events of some calendars, and of the findings the errors alone, each where it is.

    Args:
        data: Whole calendars, or some entries of one between its properties and its end.
        places: Of each calendar the zones that `places_of` gave for the whole of it.
    """
    text, _ = decoded(data)
    calendars, notes, lines, numbers = tokenized(text, lambda counted: Errors(None, counted))
    budget = Budget()
    drafts = [
        draft
        for calendar, known in zip(calendars, places, strict=True)
        for draft in read(calendar, notes, None, budget, known)
    ]
    return Reading(
        [draft.event for draft in drafts],
        notes.findings(),
        origins=origins_of(drafts, lines, numbers),
    )


def has_unnamed_zone(head: bytes) -> bool:
    """Whether some VTIMEZONE in a calendar without entries has a name that is not known."""
    return _zones(head).has_unnamed()


def add_spans(known: Spans, component: bytes) -> None:
    """Add the days of a component, given as a calendar of its own, to those of each TZID."""
    for calendar in _calendars(component):
        for tzid, span in spans(calendar).items():
            widen(known, tzid, span)


def places_of(head: bytes, known: Spans) -> dict[str, Place]:
    """Return the zones that only a VTIMEZONE in *head* tells, by the days of all components."""
    return _zones(head).unnamed(known)


def _zones(head: bytes) -> Zones:
    (calendar,) = _calendars(head)
    return Zones(calendar, Notes(None, list), None, Budget())


def _calendars(data: bytes) -> list[Component]:
    text, _ = decoded(data)
    return tokenized(text, lambda counted: Errors(None, counted))[0]
