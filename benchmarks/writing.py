"""
Time writing beside the peers, alternating in one process.

Peers that are not installed are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from compare import Pair
from example import EVENT, STAMP

from eventkit import render, to_dict, to_ical, to_json, to_jsonld, to_jsonld_script

_WHY = (
    "Every text is searched for what must be escaped and folded, every time for a clock change"
    " about it, and three dozen fields are asked whether they are there; nothing else is left"
    " that costs more than a few percent."
)

_WHY_NODE = (
    "Most of it is making the node: two times with their offsets, and the fields that are there;"
    " the text itself takes a fifth of what json.dumps takes for it. It is at the target, now on"
    " this side of it, now on that."
)


def pairs() -> Iterator[Pair]:
    """Yield what is compared."""

    def zoned() -> str:
        return to_ical(EVENT, dtstamp=STAMP, extensions=False)

    def in_utc() -> str:
        return to_ical(EVENT, dtstamp=STAMP, utc=True, extensions=False)

    yield Pair("to_ical with VTIMEZONE, icalendar", zoned, _icalendar(zone=True), 1 / 300, why=_WHY)
    yield Pair("to_ical with VTIMEZONE, floor f-string", zoned, _by_hand(zoned()), 2, why=_WHY)
    yield Pair("to_ical with VTIMEZONE, vobject", zoned, _vobject(zone=True))
    yield Pair("to_ical in UTC, icalendar", in_utc, _icalendar(zone=False), 1 / 30, why=_WHY)
    yield Pair(
        "to_ical with all it can say, icalendar without",
        lambda: to_ical(EVENT, dtstamp=STAMP),
        _icalendar(zone=True),
    )
    yield Pair("to_ical in UTC, ics", in_utc, _ics())
    yield Pair("to_ical in UTC, vobject", in_utc, _vobject(zone=False))
    yield Pair("to_ical without VTIMEZONE, ical", in_utc, _ical())
    finished = to_jsonld(EVENT)
    yield Pair(
        "JSON-LD text of a script, floor json.dumps",
        lambda: to_jsonld_script(EVENT),
        lambda: json.dumps(finished),
        1.5,
        why=_WHY_NODE,
    )
    yield Pair(
        "JSON-LD text, indented, floor json.dumps",
        lambda: render(EVENT, "jsonld"),
        lambda: json.dumps(finished, indent=2),
        1.5,
    )
    yield Pair(
        "to_jsonld and json.dumps, floor json.dumps",
        lambda: json.dumps(to_jsonld(EVENT)),
        lambda: json.dumps(finished),
    )
    yield Pair(
        "JSON-LD text of a script, msgspec-schemaorg", lambda: to_jsonld_script(EVENT), _schemaorg()
    )
    data = to_dict(EVENT)
    yield Pair(
        "to_json, floor json.dumps",
        lambda: to_json(EVENT),
        lambda: json.dumps(data, ensure_ascii=False, indent=2),
    )


def _by_hand(wanted: str) -> Callable[[], Any]:
    """Return what writes the same text in one f-string, with the VTIMEZONE as it is."""
    zone = wanted[wanted.index("BEGIN:VTIMEZONE") : wanted.index("BEGIN:VEVENT")]

    def escaped(text: str) -> str:
        text = text.replace("\\", "\\\\").replace(";", "\\;")
        return text.replace(",", "\\,").replace("\n", "\\n")

    def folded(text: str) -> str:
        rest = [text[at : at + 74] for at in range(75, len(text), 74)]
        return "\r\n ".join([text[:75], *rest])

    def write() -> str:
        slot, address = EVENT.slot, EVENT.locations[0].url
        words = escaped(f"{EVENT.description}\n\nOrganizer: {EVENT.organizer.name}")
        return (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//eventkit//eventkit//EN\r\n"
            f"METHOD:PUBLISH\r\n{zone}BEGIN:VEVENT\r\n{folded(f'UID:{escaped(EVENT.uid)}')}\r\n"
            f"DTSTAMP:{STAMP:%Y%m%dT%H%M%SZ}\r\nSEQUENCE:{EVENT.sequence}\r\n"
            f"DTSTART;TZID=Europe/Paris:{slot.start:%Y%m%dT%H%M%S}\r\n"
            f"DTEND;TZID=Europe/Paris:{slot.end:%Y%m%dT%H%M%S}\r\n"
            f"{folded(f'SUMMARY:{escaped(EVENT.name)}')}\r\n{folded(f'DESCRIPTION:{words}')}\r\n"
            "STATUS:CONFIRMED\r\nCLASS:PUBLIC\r\nTRANSP:OPAQUE\r\n"
            f"{folded(f'URL:{EVENT.url}')}\r\n{folded(f'LOCATION:{escaped(address)}')}\r\n"
            f"{folded(f'CONFERENCE;VALUE=URI;FEATURE=VIDEO:{address}')}\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n"
        )

    assert write() == wanted
    return write


def _icalendar(*, zone: bool) -> Callable[[], Any]:
    """Return what makes a calendar with the same properties as ours."""
    import icalendar

    address = EVENT.locations[0].url
    words = f"{EVENT.description}\n\nOrganizer: {EVENT.organizer.name}"
    conference = icalendar.vUri(address, params={"VALUE": "URI", "FEATURE": "VIDEO"})
    start, end = EVENT.slot.start, EVENT.slot.end
    if not zone:
        start, end = EVENT.slot.start_utc, EVENT.slot.end_utc

    def write() -> bytes:
        calendar = icalendar.Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//example//")
        calendar.add("method", "PUBLISH")
        entry = icalendar.Event()
        entry.add("uid", EVENT.uid)
        entry.add("dtstamp", STAMP)
        entry.add("sequence", EVENT.sequence)
        entry.add("dtstart", start)
        entry.add("dtend", end)
        entry.add("summary", EVENT.name)
        entry.add("description", words)
        entry.add("status", "CONFIRMED")
        entry.add("class", "PUBLIC")
        entry.add("transp", "OPAQUE")
        entry.add("url", EVENT.url)
        entry.add("location", address)
        entry.add("conference", conference)
        calendar.add_component(entry)
        if zone:
            calendar.add_missing_timezones()
        text: bytes = calendar.to_ical()
        return text

    ours = to_ical(EVENT, dtstamp=STAMP, utc=not zone, extensions=False)
    assert _properties(ours) == _properties(write().decode())
    return write


def _properties(text: str) -> list[str]:
    """Return the names of the properties of the event."""
    entry = text.partition("BEGIN:VEVENT")[2].replace("\r\n ", "").split("\r\n")
    return sorted(re.split("[:;]", line)[0] for line in entry)


def _ics() -> Callable[[], Any] | None:
    try:
        import ics
    except ImportError:
        return None

    def write() -> str:
        entry = ics.Event(
            name=EVENT.name,
            begin=EVENT.slot.start_utc,
            end=EVENT.slot.end_utc,
            uid=EVENT.uid,
            description=EVENT.description,
            created=STAMP,
            url=EVENT.url,
        )
        return ics.Calendar(events=[entry]).serialize()

    return write


def _ical() -> Callable[[], Any] | None:
    try:
        from ical.calendar import Calendar
        from ical.calendar_stream import IcsCalendarStream
        from ical.event import Event
    except ImportError:
        return None

    def write() -> str:
        calendar = Calendar()
        entry = Event(
            uid=EVENT.uid,
            dtstamp=STAMP,
            summary=EVENT.name,
            start=EVENT.slot.start_utc,
            end=EVENT.slot.end_utc,
            description=EVENT.description,
            url=EVENT.url,
            location=EVENT.url,
        )
        calendar.events.append(entry)
        return IcsCalendarStream.calendar_to_ics(calendar)

    return write


def _schemaorg() -> Callable[[], Any] | None:
    """Return what makes the same node of its classes, as text."""
    try:
        import msgspec
        from msgspec_schemaorg.models import Event, Organization, VirtualLocation
    except ImportError:
        return None

    def write() -> str:
        node = Event(
            context="https://schema.org",
            id=f"urn:uuid:{EVENT.uid}",
            identifier=EVENT.uid,
            name=EVENT.name,
            description=EVENT.description,
            url=EVENT.url,
            startDate=EVENT.slot.start,
            endDate=EVENT.slot.end,
            eventStatus="https://schema.org/EventScheduled",
            eventAttendanceMode="https://schema.org/OnlineEventAttendanceMode",
            location=VirtualLocation(url=EVENT.url),
            organizer=Organization(name=EVENT.organizer.name),
        )
        return msgspec.json.encode(node).decode()

    return write


def _vobject(*, zone: bool) -> Callable[[], Any] | None:
    try:
        import vobject
        from dateutil import tz
    except ImportError:
        return None

    place = tz.gettz("Europe/Paris") if zone else tz.UTC
    start, end = EVENT.slot.start.astimezone(place), EVENT.slot.end.astimezone(place)
    stamp = STAMP.astimezone(tz.UTC)

    def write() -> str:
        calendar = vobject.iCalendar()
        entry = calendar.add("vevent")
        entry.add("uid").value = EVENT.uid
        entry.add("dtstamp").value = stamp
        entry.add("dtstart").value = start
        entry.add("dtend").value = end
        entry.add("summary").value = EVENT.name
        entry.add("description").value = EVENT.description
        entry.add("url").value = EVENT.url
        return calendar.serialize()

    return write
