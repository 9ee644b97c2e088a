"""Text in iCalendar as events. Source: RFC 5545; RFC 7986; and what programs write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import tzinfo
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

from eventkit import codes
from eventkit.findings import Origin, Reading, Severity
from eventkit.formats.ical.reading import patient, strict
from eventkit.formats.ical.reading.assembly import Draft, assembled
from eventkit.formats.ical.reading.content import Component
from eventkit.formats.ical.reading.decoding import decoded
from eventkit.formats.ical.reading.doubts import doubtful
from eventkit.formats.ical.reading.entries import READ, Entries
from eventkit.formats.ical.reading.notes import Lines, Notes
from eventkit.formats.ical.reading.observances import Budget
from eventkit.formats.ical.reading.others import others
from eventkit.formats.ical.reading.physical import logical_lines
from eventkit.formats.ical.reading.recurrences import Recurrences
from eventkit.formats.ical.reading.slots import Times
from eventkit.formats.ical.reading.standing import Standing
from eventkit.formats.ical.reading.zones import Place, Zones
from eventkit.model import Event
from eventkit.sources import RefusedError, refused
from eventkit.timezones import zone

__all__ = ["from_ical", "origins_of", "parse", "read", "tokenized"]

_BEGIN = re.compile(r"BEGIN\s?:", re.IGNORECASE)
_OURS = "-//eventkit//"
_LINE_END = re.compile("\r\n|[\r\n]")
_OTHER_PROPERTIES = {"X-WR-CALNAME": "the name of the calendar", "NAME": "the name of the calendar"}


def from_ical(source: Any, *, default_zone: str | tzinfo | None = None) -> list[Event]:
    """
    Return the events of an iCalendar text.

    Args:
        source: Text, its bytes in any charset, or an ``icalendar.Calendar``.
        default_zone: Where floating times are placed, unless X-WR-TIMEZONE names a zone.

    Raises:
        ReadError: A finding is an error; `parse` returns the other events all the same.
        UnknownTimeZoneError: *default_zone* is no zone.
    """
    return list(parse(source, default_zone=default_zone).or_raise().events)


def parse(
    source: Any,
    *,
    file: str | None = None,
    default_zone: str | tzinfo | None = None,
    keep_other: bool = False,
) -> Reading:
    """
    Return the events of an iCalendar text, and what was repaired, assumed or not carried over.

    Args:
        source: Text, its bytes in any charset, or an ``icalendar.Calendar``.
        file: Name of the source, for the findings.
        default_zone: Where floating times are placed, unless X-WR-TIMEZONE names a zone.
        keep_other: Keep the properties that the model does not have in the *evidence*, under
            names such as ``events[0].X-ROOM[0]``; positions count in the decoded text.

    Raises:
        UnknownTimeZoneError: *default_zone* is no zone.
    """
    default = None if default_zone is None else zone(default_zone)
    if not isinstance(source, str | bytes):
        source = source.to_ical()
    try:
        text, repairs = decoded(source)
    except RefusedError as exc:
        return refused(exc, file)
    calendars, notes, lines, numbers = tokenized(text, partial(Notes, file))
    for repair in repairs:
        notes.repaired(repair, "save the file as UTF-8")
    if not calendars or not _BEGIN.search(text):
        notes.add(
            codes.SYNTAX,
            Severity.ERROR,
            "this is no iCalendar: it has no BEGIN:VCALENDAR",
            "check that it is the right file",
        )
    budget = Budget()
    drafts = [draft for calendar in calendars for draft in read(calendar, notes, default, budget)]
    events = [draft.event for draft in drafts]
    evidence: dict[str, tuple[int, int, str]] = {}
    if keep_other:
        entries: dict[str, Component] = {}
        for calendar in calendars:
            for entry in calendar.walk():
                entries.setdefault(entry.value("UID") or "", entry)
        evidence = others(events, entries, READ, _starts(text, numbers()))
    return Reading(
        events,
        notes.findings(),
        evidence=evidence,
        origins=origins_of(drafts, lines, numbers),
        doubtful=doubtful(calendars, drafts, notes.errors_at),
    )


def origins_of(drafts: list[Draft], lines: Callable[[], list[str]], numbers: Lines) -> list[Origin]:
    """Return where each event stands."""
    standing = Standing(drafts, lines, numbers)
    several = len(drafts) > 1
    return [Origin((number,) if several else (), standing) for number in range(len(drafts))]


def tokenized(
    text: str, taking_notes: Callable[[Lines], Notes]
) -> tuple[list[Component], Notes, Callable[[], list[str]], Lines]:
    """
    Return the calendars, by the fast way if the text is well-formed, else by the patient.

    With them comes what gives the unfolded lines, and the number of that in which each begins.
    """
    try:
        calendars = strict.tokenize(text)
    except strict.SurpriseError:
        numbers: list[int] = []
        notes = taking_notes(lambda: numbers)
        calendars = patient.tokenize(text, numbers, notes)
        return calendars, notes, lambda: logical_lines(text, [], Notes(None, list)), lambda: numbers

    @lru_cache(maxsize=1)
    def counted() -> list[int]:
        lines = text.split("\n")
        return [number for number, line in enumerate(lines, 1) if not line.startswith(" ")]

    return calendars, taking_notes(counted), lambda: strict.unfolded(text), counted


def _starts(text: str, numbers: list[int]) -> list[int]:
    """Return the positions at which the lines with these numbers begin."""
    positions = [0, *(found.end() for found in _LINE_END.finditer(text))]
    return [positions[min(number, len(positions)) - 1] for number in numbers]


def read(
    calendar: Component,
    notes: Notes,
    default: tzinfo | None,
    budget: Budget,
    places: Mapping[str, Place] = MappingProxyType({}),
) -> list[Draft]:
    """Return the events of a calendar; *places* are zones that are known beforehand."""
    times = Times(Zones(calendar, notes, default, budget, places), notes)
    recurrences = Recurrences(times, notes, budget)
    entries = Entries(
        times,
        recurrences,
        notes,
        ours=_OURS in (calendar.value("PRODID") or ""),
        cancelled=(calendar.value("METHOD") or "").upper() == "CANCEL",
    )
    _say_what_is_left(calendar, notes)
    drafts = []
    for component in calendar.walk():
        if component.name == "VEVENT":
            event = entries.event(component)
            if event is not None:
                drafts.append(Draft(component, event, component.first("RECURRENCE-ID")))
    return assembled(drafts, times, recurrences, notes)


def _say_what_is_left(calendar: Component, notes: Notes) -> None:
    for name, what in _OTHER_PROPERTIES.items():
        if one := calendar.first(name):
            notes.not_carried(what, at=one.at)
            break
    for component in calendar.children:
        if component.name in ("VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY", "VPOLL"):
            notes.not_carried(component.name, at=component.at)
