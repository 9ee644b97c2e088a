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

from eventkit import to_dict, to_ical, to_json, to_jsonld, to_jsonld_script


def pairs() -> Iterator[Pair]:
    """Yield what is compared."""

    def zoned() -> str:
        return to_ical(EVENT, dtstamp=STAMP, extensions=False)

    def in_utc() -> str:
        return to_ical(EVENT, dtstamp=STAMP, utc=True, extensions=False)

    yield Pair("to_ical with VTIMEZONE, icalendar", zoned, _icalendar(zone=True), 1 / 300)
    yield Pair("to_ical with VTIMEZONE, vobject", zoned, _vobject(zone=True))
    yield Pair("to_ical in UTC, icalendar", in_utc, _icalendar(zone=False), 1 / 30)
    yield Pair(
        "to_ical with all it can say, icalendar without",
        lambda: to_ical(EVENT, dtstamp=STAMP),
        _icalendar(zone=True),
    )
    yield Pair("to_ical in UTC, ics", in_utc, _ics())
    yield Pair("to_ical in UTC, vobject", in_utc, _vobject(zone=False))
    finished = to_jsonld(EVENT)
    yield Pair(
        "to_jsonld and dumps, floor json.dumps",
        lambda: json.dumps(to_jsonld(EVENT)),
        lambda: json.dumps(finished),
        1.5,
    )
    yield Pair(
        "to_jsonld_script, floor json.dumps",
        lambda: to_jsonld_script(EVENT),
        lambda: json.dumps(finished),
    )
    data = to_dict(EVENT)
    yield Pair(
        "to_json, floor json.dumps",
        lambda: to_json(EVENT),
        lambda: json.dumps(data, ensure_ascii=False, indent=2),
    )


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
