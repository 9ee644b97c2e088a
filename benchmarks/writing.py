"""
Time writing and reading beside the peers, alternating in one process.

Prints a table of medians and ratios. Peers that are not installed are left out.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from eventkit import Event, TimeSlot, VirtualLocation, from_json, to_ical, to_json, to_jsonld

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
EVENT = Event(
    "Clusters and SMEs: a way to face globalisation?",
    TimeSlot.local("2026-04-17 13:00", "14:00", "Europe/Paris"),
    description="How small companies gain by working together. " * 5,
    url="https://example.org/webinars/clusters",
    organizer="Example Academy",
    locations=[VirtualLocation("https://example.org/webinars/clusters")],
)


def main() -> None:
    """Time every pair and print the table."""
    compare("to_ical, with VTIMEZONE", lambda: to_ical(EVENT, dtstamp=STAMP), _icalendar(zone=True))
    compare(
        "to_ical, in UTC", lambda: to_ical(EVENT, dtstamp=STAMP, utc=True), _icalendar(zone=False)
    )
    finished = to_jsonld(EVENT)
    compare(
        "to_jsonld and dumps, floor json.dumps",
        lambda: json.dumps(to_jsonld(EVENT)),
        lambda: json.dumps(finished),
    )
    text = to_json(EVENT)
    compare("from_json, floor json.loads", lambda: from_json(text), lambda: json.loads(text))
    compare("from_json, pydantic", lambda: from_json(text), _pydantic(text))


def compare(name: str, ours: Callable[[], Any], peer: Callable[[], Any] | None) -> None:
    """Print the medians of *ours* and *peer* in microseconds, and their ratio."""
    if peer is None:
        print(f"{name:42} the peer is not installed")
        return
    ratios, mine, theirs = [], [], []
    for _ in range(15):
        mine.append(_seconds(ours))
        theirs.append(_seconds(peer))
        ratios.append(mine[-1] / theirs[-1])
    middle = statistics.median
    print(
        f"{name:42} ours {middle(mine) * 1e6:9.1f} us   peer {middle(theirs) * 1e6:9.1f} us"
        f"   ours/peer {middle(ratios):7.4f} ({min(ratios):.4f} to {max(ratios):.4f})"
    )


def _seconds(call: Callable[[], Any]) -> float:
    began = time.perf_counter()
    rounds = 0
    while rounds < 3 or time.perf_counter() - began < 0.02:
        call()
        rounds += 1
    return (time.perf_counter() - began) / rounds


def _icalendar(*, zone: bool) -> Callable[[], Any]:
    import icalendar

    start, end = EVENT.slot.start, EVENT.slot.end
    if not zone:
        start, end = EVENT.slot.start_utc, EVENT.slot.end_utc

    def write() -> bytes:
        calendar = icalendar.Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//example//")
        entry = icalendar.Event()
        entry.add("uid", EVENT.uid)
        entry.add("dtstamp", STAMP)
        entry.add("dtstart", start)
        entry.add("dtend", end)
        entry.add("summary", EVENT.name)
        entry.add("description", EVENT.description)
        entry.add("url", EVENT.url)
        calendar.add_component(entry)
        if zone:
            calendar.add_missing_timezones()
        text: bytes = calendar.to_ical()
        return text

    return write


def _pydantic(text: str) -> Callable[[], Any] | None:
    try:
        import pydantic
    except ImportError:
        return None

    class Slot(pydantic.BaseModel):
        start: datetime
        end: datetime | None = None
        timezone: str

    class Location(pydantic.BaseModel):
        type: str
        url: pydantic.HttpUrl

    class Peer(pydantic.BaseModel):
        name: str
        slot: Slot
        uid: str
        description: str | None = None
        url: pydantic.HttpUrl | None = None
        organizer: str | None = None
        locations: tuple[Location, ...] = ()

    return lambda: Peer.model_validate_json(text)


if __name__ == "__main__":
    main()
