"""
What eventkit has written into STRUCTURED-DATA: the fields that no property carries exactly.

They go before what was read from the properties, except where these say otherwise: then another
program has changed the event, and what it wrote counts. Source: RFC 9073 §6.6.
"""

from __future__ import annotations

import json
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.exactness import MEDIA_TYPE
from eventkit.formats.ical.reading.cleaning import text_of
from eventkit.formats.ical.reading.content import Component, Property
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.values import text
from eventkit.model import Event, EventStatus, Recurrence, TimeSlot
from eventkit.plain import event_or_findings
from eventkit.plain.scalars import write_slot

__all__ = ["completed"]

_SIZE_MAX = 2_000_000
_OWN = frozenset({"uid", "sub_events"})  # which the entries themselves say
_WORDS = {
    EventStatus.SCHEDULED: "confirmed",
    EventStatus.RESCHEDULED: "confirmed",
    EventStatus.MOVED_ONLINE: "confirmed",
    EventStatus.POSTPONED: "tentative",
    EventStatus.CANCELLED: "cancelled",
}


def completed(event: Event, entry: Component, notes: Notes) -> Event:
    """Return *event* with the fields that its entry keeps as plain data."""
    listed = entry.all("STRUCTURED-DATA")
    ours = [one for one in listed if one.parameters.get("FMTTYPE", "").lower() == MEDIA_TYPE]
    for one in listed if not ours else ():
        notes.not_carried("STRUCTURED-DATA", at=one.at)
    for one in ours:
        data = _loaded(one)
        if data is None:
            message = "STRUCTURED-DATA is no JSON object; the other properties are read"
            notes.repaired(message, at=one.at)
            continue
        return _with(event, data, entry, one, notes)
    return event


def _loaded(one: Property) -> dict[str, Any] | None:
    if len(one.value) > _SIZE_MAX:
        return None
    try:
        data = json.loads(text(one.value))
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _with(
    event: Event, data: dict[str, Any], entry: Component, one: Property, notes: Notes
) -> Event:
    names = [field.name for field in attrs.fields(Event)]
    given = [name for name in names if name in data and name not in _OWN]
    plain = {key: value for key, value in data.items() if value is not None and key not in _OWN}
    plain.setdefault("name", event.name)
    plain.setdefault("slot", write_slot(event.slot))
    found = event_or_findings(plain)
    if not isinstance(found, Event):
        message = "STRUCTURED-DATA is not understood; the other properties are read"
        notes.repaired(message, at=one.at)
        return event
    fields = {name: getattr(found, name) for name in given if data[name] is not None}
    empty = attrs.fields_dict(Event)
    fields |= {name: empty[name].default for name in given if data[name] is None}
    for name in _contradicted(event, fields, entry, notes):
        notes.add(
            codes.REPAIRED,
            Severity.WARNING,
            f"STRUCTURED-DATA has another {name} than the entry, which counts",
            "another program has changed the event; write it anew",
            at=one.at,
            path=name,
        )
        del fields[name]
    if "joining" not in fields and event.joining is not None:
        urls = {place.url for place in fields.get("locations", ())}
        if event.joining.url in urls:  # a public address that looks like a way in
            fields["joining"] = None
    try:
        return attrs.evolve(event, **fields)
    except EventkitError:
        notes.repaired("STRUCTURED-DATA does not fit the entry, which is read", at=one.at)
        return event


def _contradicted(
    event: Event, fields: dict[str, Any], entry: Component, notes: Notes
) -> list[str]:
    """Return the fields that the properties contradict."""
    found = []
    if fields.get("name", event.name) != event.name:
        found.append("name")
    said = {person.name for person in event.speakers}  # by PARTICIPANT
    if said and "speakers" in fields and said != {person.name for person in fields["speakers"]}:
        found.append("speakers")
    if "slot" in fields and not _same_times(fields["slot"], event.slot):
        found.append("slot")
    if "status" in fields and _WORDS[fields["status"]] != _word(event, entry):
        found.append("status")
    if "recurrence" in fields and not _same_dates(fields["recurrence"], event.recurrence):
        found.append("recurrence")
    described = fields.get("description")
    body = entry.first("DESCRIPTION")
    if described is not None and described not in ((body and text_of(body, notes)) or ""):
        found.append("description")
    return found


def _word(event: Event, entry: Component) -> str:
    """Return the word of STATUS, as the calendar as a whole leaves it."""
    if event.status is EventStatus.CANCELLED:
        return "cancelled"
    return (entry.value("STATUS") or "confirmed").lower()


def _same_times(one: TimeSlot, other: TimeSlot) -> bool:
    if one.is_all_day or other.is_all_day:
        return one == other
    return (one.start_utc, one.end_utc) == (other.start_utc, other.end_utc)


def _same_dates(one: Recurrence | None, other: Recurrence | None) -> bool:
    if one is None or other is None:
        return one is other
    return (
        _without_until(one.rule) == _without_until(other.rule)
        and set(one.excluded) == set(other.excluded)
        and set(one.included) == set(other.included)
        and {change.original_start for change in one.changes}
        == {change.original_start for change in other.changes}
    )


def _without_until(rule: str | None) -> list[str]:
    return [part for part in (rule or "").split(";") if not part.startswith("UNTIL=")]
