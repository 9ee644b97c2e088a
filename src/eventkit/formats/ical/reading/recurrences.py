"""RRULE, RDATE, EXDATE and RECURRENCE-ID as a recurrence. Source: RFC 5545 §3.8.5."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.reading.content import Component, Property
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.observances import Budget
from eventkit.formats.ical.reading.slots import Times
from eventkit.formats.ical.reading.worked_out import Dates, excluded_by, given_by, later
from eventkit.model import Event, OccurrenceChange, Recurrence, TimeSlot
from eventkit.occurrences import slot_at
from eventkit.timezones import convert

__all__ = ["Changed", "Recurrences", "original_start"]

_RULE_MAX = 2_000
_STARTS_MAX = 10_000
_SAME = ("name", "description", "url", "status")


class Changed(NamedTuple):
    """A changed occurrence: its entry, and the start that the rule gives it."""

    entry: Component
    event: Event
    start: datetime | date
    is_of_all_later: bool


class Recurrences:
    """Reads how the events of a calendar come again."""

    def __init__(self, times: Times, notes: Notes, budget: Budget) -> None:
        self._times = times
        self._notes = notes
        self._budget = budget

    def read(self, entry: Component, slot: TimeSlot) -> Recurrence | None:
        """Return the recurrence of a series' first entry, without changed occurrences."""
        rules = self._rules(entry, "RRULE")
        included, periods = self._included(entry, slot)
        if not rules and not included:
            return None
        excluded = self._starts(entry.all("EXDATE"), slot)
        try:
            first = _rule(rules[0]) if rules else None
            included += self._further(rules[1:], slot)
            excluded += self._excluded(self._rules(entry, "EXRULE"), first, included, slot)
            recurrence = Recurrence(
                first,
                excluded=tuple(dict.fromkeys(excluded))[:_STARTS_MAX],
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

    def _rules(self, entry: Component, name: str) -> list[Property]:
        given = [one for one in entry.all(name) if one.value.strip(" ;")]
        if len(given) < len(entry.all(name)):
            self._notes.repaired(f"an {name} is empty", at=entry.at)
        return given

    def _further(self, rules: list[Property], slot: TimeSlot) -> list[datetime | date]:
        """Return what rules beyond the first give."""
        found: list[datetime | date] = []
        for one in rules:
            dates = given_by(_rule(one), slot, self._budget)
            self._say_until(dates, one, "it gives later occurrences, too, which are left out")
            found += dates.starts
        return found

    def _excluded(
        self,
        rules: list[Property],
        series: str | None,
        included: list[datetime | date],
        slot: TimeSlot,
    ) -> list[datetime | date]:
        """Return what each EXRULE leaves out of the series and of the dates added to it."""
        found: list[datetime | date] = []
        for one in rules:
            rule = _rule(one)
            if series is not None:
                dates = excluded_by(rule, series, slot, self._budget)
                self._say_until(dates, one, "later occurrences that it leaves out happen")
                found += dates.starts
            if included:
                alone = frozenset(given_by(rule, slot, self._budget).starts)
                found += [start for start in included if start in alone]
        return found

    def _say_until(self, dates: Dates, one: Property, lost: str) -> None:
        if dates.until is not None:
            self._notes.add(
                codes.NOT_CARRIED,
                Severity.WARNING,
                f"a second rule ({one.name}) is read as dates up to {dates.until:%Y-%m-%d}; {lost}",
                "give the series an end, or write dates",
                at=one.at,
            )

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

    def changes(self, event: Event, entries: list[Changed]) -> Event:
        """Return the series with the changed occurrences that other entries describe."""
        recurrence = event.recurrence
        if recurrence is None:
            return event
        starts = {change.original_start: change for change in recurrence.changes}
        of_all_later = [one for one in entries if one.is_of_all_later]
        for one in sorted(of_all_later, key=lambda one: one.start.isoformat()):
            change = self._change(event, one.entry, one.event, one.start)
            starts |= self._later(event, one, change)
        for one in entries:
            starts[one.start] = self._change(event, one.entry, one.event, one.start)
        full = attrs.evolve(recurrence, changes=tuple(starts.values()))
        try:
            return attrs.evolve(event, recurrence=full)
        except EventkitError as exc:
            self._notes.add(
                codes.INVALID_VALUE,
                Severity.ERROR,
                f"the changed occurrences are left out: {exc.message}",
                exc.hint,
                at=entries[0].entry.at,
                path="recurrence.changes",
            )
            return event

    def _later(
        self, event: Event, one: Changed, change: OccurrenceChange
    ) -> dict[datetime | date, OccurrenceChange]:
        """
        Return the same change of each later occurrence, moved by as much.

        Source: RFC 5545 §3.2.13 (``RANGE=THISANDFUTURE``).
        """
        if event.recurrence is None:
            return {}
        dates = later(event.recurrence, event.slot, one.start, self._budget)
        begin = one.event.slot.start
        local = begin.replace(tzinfo=None) if isinstance(begin, datetime) else begin
        moved = local - one.start
        found = {}
        for start in dates.starts:
            try:
                slot = slot_at(start + moved, one.event.slot)
            except (EventkitError, OverflowError):  # it would leave the calendar
                break
            usual = _is_usual(slot, start, event.slot)
            found[start] = attrs.evolve(change, original_start=start, slot=None if usual else slot)
        if dates.until is not None:
            self._notes.add(
                codes.NOT_CARRIED,
                Severity.WARNING,
                "a change of all later occurrences (RANGE) is read up to"
                f" {dates.until:%Y-%m-%d}; those after it are as the series says",
                "end the series before the change, and begin a new one",
                at=one.entry.at,
            )
        return found

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


def _rule(one: Property) -> str:
    """
    Return a rule as the model has it: upper case, without blanks and extensions.

    Raises:
        InvalidValueError: The model does not have such a rule.
    """
    plain = re.sub(r"\s+", "", one.value[:_RULE_MAX]).upper()
    said = ("", "RSCALE=GREGORIAN", "SKIP=OMIT")  # what holds without being said
    parts = [part for part in plain.split(";") if part not in said and part[:2] != "X-"]
    return Recurrence(";".join(parts)).rule or ""
