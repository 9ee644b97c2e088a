"""Events as an iCalendar stream. Source: RFC 5545 §3.4; RFC 7986 §5; RFC 5546."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from eventkit.errors import InvalidValueError, NaiveDatetimeError, WriteError
from eventkit.formats.ical.content_lines import line, text
from eventkit.formats.ical.entry import Entries
from eventkit.formats.ical.moments import Moments
from eventkit.model import Event

__all__ = ["render", "to_ical"]

_METHODS = frozenset({"PUBLISH", "REQUEST", "CANCEL"})
_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//eventkit//eventkit//EN\r\n"


def to_ical(
    events: Event | Iterable[Event],
    *,
    method: str | None = "PUBLISH",
    dtstamp: datetime | None = None,
    utc: bool = False,
    invited: bool = False,
    name: str | None = None,
) -> str:
    """
    Return an iCalendar stream.

    Args:
        events: One event or several; sub-events become entries of their own.
        method: ``PUBLISH``, ``REQUEST``, ``CANCEL`` or None. Source: RFC 5546.
        dtstamp: Aware time of this revision; by default each event's *updated*, else its
            *created*, else 1970, so that the same event gives the same bytes.
        utc: Write times in UTC, without VTIMEZONE; a recurring event keeps its zone.
        invited: Add the join details. Only for those who are invited.
        name: What the calendar as a whole is called.

    Returns:
        Text with CRLF line ends.

    Raises:
        NaiveDatetimeError: *dtstamp* has no offset.
        InvalidValueError: *method* is none of these.
        WriteError: A REQUEST without the e-mail address of its organiser, or a last day that
            has no day after it.
    """
    if dtstamp is not None and dtstamp.utcoffset() is None:
        raise NaiveDatetimeError("dtstamp is a naive time", "add tzinfo=UTC")
    if method is not None and method not in _METHODS:
        raise InvalidValueError(
            f"unknown method {method!r:.40}", "use 'PUBLISH', 'REQUEST' or 'CANCEL'"
        )
    moments = Moments(in_utc=utc)
    entries = Entries(moments, dtstamp=dtstamp, cancel=method == "CANCEL", invited=invited)
    for event in (events,) if isinstance(events, Event) else events:
        if method == "REQUEST" and not (event.organizer and event.organizer.email):
            raise WriteError(
                f"a REQUEST for {event.name!r:.60} needs an organizer with an e-mail address",
                "give organizer=Organization(..., email=...), or use method='PUBLISH'",
            )
        entries.add(event)
    head = _HEAD if method is None else f"{_HEAD}METHOD:{method}\r\n"
    if name is not None:
        title = text(name)
        head += line("NAME", title) + line("X-WR-CALNAME", title)
    return "".join([head, *moments.timezones(), *entries.lines, "END:VCALENDAR\r\n"])


def render(
    events: Event | Iterable[Event],
    *,
    method: str | None = "PUBLISH",
    dtstamp: datetime | None = None,
    utc: bool = False,
    invited: bool = False,
    name: str | None = None,
) -> str:
    """Return the text that `to_ical` writes."""
    return to_ical(events, method=method, dtstamp=dtstamp, utc=utc, invited=invited, name=name)
