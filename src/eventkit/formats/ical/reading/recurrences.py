"""RRULE, RDATE, EXDATE and RECURRENCE-ID as a recurrence. Source: RFC 5545 §3.8.5."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.reading.content import Component, Property
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.slots import Times
from eventkit.model import Event, OccurrenceChange, Recurrence, TimeSlot
from eventkit.occurrences import slot_at
from eventkit.timezones import convert

__all__ = ["Recurrences", "original_start"]

_RULE_MAX = 2_000
_STARTS_MAX = 10_000
_SAME = ("name", "description", "url", "status")


class Recurrences:
    """Reads how the events of a calendar come again."""

    def __init__(self, times: Times, notes: Notes) -> None:
        self._times = times
        self._notes = notes

    def read(self, entry: Component, slot: TimeSlot) -> Recurrence | None:
        """Return the recurrence of a series' first entry, without changed occurrences."""
        rules = entry.all("RRULE")
        included, periods = self._included(entry, slot)
        if entry.first("EXRULE"):
            self._notes.add(
                codes.NOT_CARRIED,
                Severity.ERROR,
                "an EXRULE is not carried: the series has more occurrences than it should",
                "write the excluded dates as EXDATE",
                at=entry.properties["EXRULE"][0].at,
            )
        if not rules and not included:
            return None
        if len(rules) > 1:
            self._notes.add(
                codes.NOT_CARRIED,
                Severity.ERROR,
                "only the first of several RRULE is carried",
                "make a series of each",
                at=rules[1].at,
            )
        try:
            recurrence = Recurrence(
                _rule(rules[0].value) if rules else None,
                excluded=self._starts(entry.all("EXDATE"), slot)[:_STARTS_MAX],
                included=included[:_STARTS_MAX],
                changes=periods[:_STARTS_MAX],
            )
            recurrence.check_fits(slot)
        except EventkitError as exc:
            self._notes.add(
                codes.INVALID_VALUE,
                Severity.ERROR,
                f"the recurrence is not understood, only its first event is read: {exc.message}",
                exc.hint,
                at=(rules or entry.all("RDATE"))[0].at,
                path="recurrence",
            )
            return None
        return recurrence

    def _included(
        self, entry: Component, slot: TimeSlot
    ) -> tuple[list[datetime | date], list[OccurrenceChange]]:
        """Return the starts of RDATE, and for periods of another length the changed slots."""
        properties = entry.all("RDATE")
        if not properties:
            return [], []
        starts, changes = [], []
        for one, member in _members(properties):
            opening, slash, closing = member.partition("/")
            start = self._local(one._replace(value=opening), slot)
            if start is None:
                continue
            starts.append(start)
            if slash and (change := self._period(one, opening, closing, start, slot)):
                changes.append(change)
        return starts, changes

    def _period(
        self, one: Property, opening: str, closing: str, start: datetime | date, slot: TimeSlot
    ) -> OccurrenceChange | None:
        period = Component("VEVENT", one.at)
        name = "DURATION" if closing.lstrip("+-")[:1] in ("P", "p") else "DTEND"
        period.properties["DTSTART"] = [one._replace(name="DTSTART", value=opening)]
        period.properties[name] = [one._replace(name=name, value=closing)]
        found = self._times.slot(period)
        if found is None or found.is_all_day or slot.timezone is None:
            return None
        if found.duration == slot.duration:
            return None
        return OccurrenceChange(start, slot=found.astimezone(slot.timezone))

    def _starts(self, properties: list[Property], slot: TimeSlot) -> list[datetime | date]:
        found = (self._local(one._replace(value=part), slot) for one, part in _members(properties))
        return [start for start in found if start is not None]

    def _local(self, one: Property, slot: TimeSlot) -> datetime | date | None:
        return original_start(self._times, self._notes, one, slot)

    def changes(
        self, event: Event, entries: list[tuple[Component, Event, datetime | date]]
    ) -> Event:
        """Return the series with the changed occurrences that other entries describe."""
        import attrs

        recurrence = event.recurrence
        if recurrence is None:
            return event
        starts = {change.original_start: change for change in recurrence.changes}
        for entry, occurrence, start in entries:
            starts[start] = self._change(event, entry, occurrence, start)
        full = attrs.evolve(recurrence, changes=tuple(starts.values()))
        try:
            return attrs.evolve(event, recurrence=full)
        except EventkitError as exc:
            self._notes.add(
                codes.INVALID_VALUE,
                Severity.ERROR,
                f"the changed occurrences are left out: {exc.message}",
                exc.hint,
                at=entries[0][0].at,
                path="recurrence.changes",
            )
            return event

    def _change(
        self, event: Event, entry: Component, occurrence: Event, start: datetime | date
    ) -> OccurrenceChange:
        """Keep of a changed occurrence what differs from the series."""
        given: dict[str, Any] = {
            name: getattr(occurrence, name)
            for name in _SAME
            if getattr(occurrence, name) not in (None, getattr(event, name))
        }
        if not _is_usual(occurrence.slot, start, event.slot):
            given["slot"] = occurrence.slot
        for name in ("locations", "organizer", "joining", "speakers", "keywords", "images"):
            if getattr(occurrence, name) != getattr(event, name):
                self._notes.not_carried(f"that an occurrence has other {name}", at=entry.at)
        for name in ("description", "url"):
            if getattr(occurrence, name) is None and getattr(event, name) is not None:
                self._notes.not_carried(f"that an occurrence has no {name}", at=entry.at)
        return OccurrenceChange(start, **given)


def original_start(
    times: Times, notes: Notes, one: Property, slot: TimeSlot
) -> datetime | date | None:
    """Return the start that a property names, on the series' own clocks."""
    if slot.timezone is not None and "T" not in one.value.upper() and len(one.value.strip()) == 8:
        day = times.read(one._replace(parameters={"VALUE": "DATE"}))
        if day is None:
            return None
        notes.repaired(f"{one.name} is a date but the series has times", at=one.at)
        clock = slot.start.time() if isinstance(slot.start, datetime) else None
        return datetime.combine(day, clock) if clock else day
    zoned = one
    if slot.timezone is not None and not one.parameters.get("TZID") and _is_floating(one.value):
        return _naive(one)
    found = times.read(zoned)
    if found is None:
        return None
    if slot.timezone is None:
        if isinstance(found, datetime):
            notes.repaired(f"{one.name} has a time but the series has dates", at=one.at)
            return found.date()
        return found
    if not isinstance(found, datetime):
        return None
    try:
        return convert(found.astimezone(UTC), slot.timezone).replace(tzinfo=None, fold=0)
    except EventkitError:
        return None


def _is_usual(occurrence: TimeSlot, start: datetime | date, slot: TimeSlot) -> bool:
    try:
        return occurrence == slot_at(start, slot)
    except (EventkitError, OverflowError):
        return False


def _is_floating(value: str) -> bool:
    return bool(re.fullmatch(r"\d{8}T\d{6}", value.strip(), re.ASCII))


def _naive(one: Property) -> datetime | None:
    try:
        return datetime.strptime(one.value.strip(), "%Y%m%dT%H%M%S")
    except ValueError:
        return None


def _members(properties: list[Property]) -> list[tuple[Property, str]]:
    return [
        (one, member.strip())
        for one in properties
        for member in one.value.split(",")
        if member.strip()
    ]


def _rule(value: str) -> str:
    """Return a rule as the model has it: upper case, without blanks and extensions."""
    plain = re.sub(r"\s+", "", value[:_RULE_MAX]).upper()
    said = ("", "RSCALE=GREGORIAN", "SKIP=OMIT")  # what holds without being said
    parts = [part for part in plain.split(";") if part not in said and part[:2] != "X-"]
    return ";".join(parts)
