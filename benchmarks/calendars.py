"""Time reading calendars beside icalendar's own parse, alternating in one process."""

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import icalendar
from compare import Pair
from example import EVENT, STAMP

from eventkit import parse, to_ical


def pairs() -> Iterator[Pair]:
    """Yield what is compared: an entry, a feed, and one that needs the patient tokenizer."""
    events = [attrs.evolve(EVENT, uid=f"event-{number}") for number in range(200)]
    feed = to_ical(events, dtstamp=STAMP)
    # Tabs as folding and a name in lower case: the fast tokenizer gives up at once.
    odd = feed.replace("\r\n ", "\r\n\t").replace("SUMMARY", "summary")
    one = to_ical(EVENT, dtstamp=STAMP)
    for name, text, limit in (("one event", one, 0.5), ("200 events", feed, 0.5)):
        yield Pair(f"read .ics, {name}, icalendar", _ours(text), _icalendar(text), limit)
    for name, peer in (("ics", _ics(one)), ("vobject", _vobject(one)), ("ical", _ical(one))):
        yield Pair(f"read .ics, one event, {name}", _ours(one), peer)
    yield Pair("read .ics, 200 odd events, icalendar", _ours(odd), _icalendar(odd), 1.2)


def _ours(text: str) -> Callable[[], Any]:
    return lambda: parse(text, "ical")


def _icalendar(text: str) -> Callable[[], Any]:
    return lambda: icalendar.Calendar.from_ical(text)


def _ics(text: str) -> Callable[[], Any] | None:
    try:
        import ics
    except ImportError:
        return None
    return lambda: ics.Calendar(text)


def _vobject(text: str) -> Callable[[], Any] | None:
    try:
        import vobject
    except ImportError:
        return None
    return lambda: vobject.readOne(text)


def _ical(text: str) -> Callable[[], Any] | None:
    try:
        from ical.calendar_stream import IcsCalendarStream
    except ImportError:
        return None
    return lambda: IcsCalendarStream.calendar_from_ics(text)
