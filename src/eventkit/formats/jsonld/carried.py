"""What of an event comes back from JSON-LD: all that schema.org has a word for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

import attrs

from eventkit.formats.jsonld.places import locate
from eventkit.formats.jsonld.recurrence import added
from eventkit.formats.jsonld.rules import rule_terms
from eventkit.formats.jsonld.values import Node
from eventkit.model import (
    Affiliation,
    Event,
    EventStatus,
    Offer,
    Person,
    Place,
    Recording,
    Recurrence,
    TimeSlot,
    VirtualLocation,
    Visibility,
)
from eventkit.timezones import convert, resolve, zone
from eventkit.vocabulary import is_kind_of

__all__ = ["carried"]

_MOVED = (EventStatus.RESCHEDULED, EventStatus.MOVED_ONLINE)


def carried(event: Event) -> Event:
    """
    Return the event as JSON-LD can say it, so that ``from_jsonld(to_jsonld(event))`` is that.

    Left out is what schema.org has no word for, and the way in, which is secret. A zone becomes
    the offset that is in force, unless the event comes again by a rule that a Schedule can say.
    Changed occurrences of a series are told as events of their own, and left out here.
    """
    recurrence = _recurrence(event)
    organizers = [_person(one) for one in (event.organizer, *event.co_organizers) if one]
    slot = event.slot if recurrence and _has_zone(event.slot) else _in_offsets(event.slot)
    return attrs.evolve(
        event,
        slot=slot,
        event_type=event.event_type if is_kind_of(event.event_type, "Event") else "Event",
        speakers=[_person(one) for one in event.speakers],
        organizer=organizers[0] if organizers else None,
        co_organizers=organizers[1:],
        sponsors=[_person(one) for one in event.sponsors],
        locations=_locations(event),
        joining=None,
        status_reason=None,
        previous_starts=event.previous_starts if event.status in _MOVED else (),
        sequence=0,
        offers=[one for one in event.offers if one != Offer()],
        recordings=[_recording(one, event) for one in event.recordings],
        series=_series(event),
        position=None,
        sub_events=[carried(one) for one in event.sub_events],
        recurrence=recurrence,
        reminders=(),
        visibility=Visibility.PUBLIC,
    )


def _person(one: Any) -> Any:
    """Say once where a person is; only with a title or days is the same place told twice."""
    if not isinstance(one, Person):
        return one
    affiliations = one.affiliations
    if all(held == Affiliation(held.organization) for held in affiliations):
        affiliations = tuple(dict.fromkeys(affiliations))
    return attrs.evolve(one, affiliations=affiliations)


def _in_offsets(slot: TimeSlot) -> TimeSlot:
    """Return the same instants on the clocks that the offset of the start gives."""
    start, end = slot.start, slot.end
    if not isinstance(start, datetime):
        return slot
    offset = start.utcoffset() or timedelta(0)
    place: tzinfo = zone("UTC") if offset % timedelta(minutes=1) or not offset else timezone(offset)
    return TimeSlot(
        convert(start, place), convert(end, place) if isinstance(end, datetime) else None
    )


def _has_zone(slot: TimeSlot) -> bool:
    return slot.timezone is not None and not isinstance(slot.timezone, timezone)


def _locations(event: Event) -> tuple[VirtualLocation | Place, ...]:
    """Add the page, where it is written as the place of an event for the invited."""
    node: Node = {}
    locate(node, event)
    written = node.get("location", [])
    number = len(written) if isinstance(written, list) else 1
    if number > len(event.locations) and event.url is not None:
        return (*event.locations, VirtualLocation(event.url))
    return event.locations


def _recording(one: Recording, event: Event) -> Recording:
    return attrs.evolve(one, name=None) if one.name == event.name else one


def _series(event: Event) -> Any:
    series = event.series
    if series is not None and series == type(series)(event.name):
        return None  # no more than the event's own name
    return series


def _recurrence(event: Event) -> Recurrence | None:
    """Return the rule in the words of a Schedule, what does not happen, and what was added."""
    told, slot = event.recurrence, event.slot
    if told is None:
        return None
    included = tuple(dict.fromkeys(_as_placed(at, slot) for at in added(slot, told)))
    terms = rule_terms(told.rule, slot) if told.rule else None
    if terms is None or told.rule is None:
        return Recurrence(included=included) if included else None
    excluded = dict.fromkeys(_as_placed(at, slot) for at in told.excluded)
    return Recurrence(_rule(told.rule, terms, slot), excluded=tuple(excluded), included=included)


def _rule(rule: str, terms: Node, slot: TimeSlot) -> str:
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    found = {"FREQ": parts["FREQ"]}
    if int(parts.get("INTERVAL", 1)) > 1:
        found["INTERVAL"] = str(int(parts["INTERVAL"]))
    if "BYDAY" in parts:
        found["BYDAY"] = ",".join(_day(one) for one in parts["BYDAY"].split(","))
    for name in ("BYMONTHDAY", "BYMONTH"):
        if name in parts:
            found[name] = ",".join(str(int(one)) for one in parts[name].split(","))
    if "COUNT" in parts:
        found["COUNT"] = parts["COUNT"]
    if "endDate" in terms:
        found["UNTIL"] = _until(date.fromisoformat(terms["endDate"]), slot)
    return ";".join(f"{name}={value}" for name, value in found.items())


def _day(text: str) -> str:
    return f"{int(text[:-2])}{text[-2:]}" if text[:-2] else text


def _until(last: date, slot: TimeSlot) -> str:
    if not isinstance(slot.start, datetime) or slot.timezone is None:
        return f"{last:%Y%m%d}"
    moment = resolve(datetime.combine(last, slot.start.time()), slot.timezone)
    return f"{convert(moment, UTC):%Y%m%dT%H%M%SZ}"


def _as_placed(local: datetime | date, slot: TimeSlot) -> datetime | date:
    """Return a local start as it is on the clocks, which may skip it."""
    if isinstance(local, datetime) and slot.timezone is not None:
        there = resolve(local, slot.timezone).astimezone(UTC)
        return convert(there, slot.timezone).replace(tzinfo=None, fold=0)
    return local.date() if isinstance(local, datetime) else local
