"""Events as an iCalendar stream. Source: RFC 5545 §3.4; RFC 7986 §5; RFC 5546."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from eventkit.errors import InvalidValueError, NaiveDatetimeError, WriteError
from eventkit.formats.ical.attendees import Attendee, as_attendees
from eventkit.formats.ical.content_lines import line, text, uri
from eventkit.formats.ical.entry import Entries, Linked
from eventkit.formats.ical.moments import Moments, References
from eventkit.model import Event

__all__ = ["Options", "around", "entries_of", "iter_ical", "to_ical", "webcal_url"]

_METHODS = frozenset({"PUBLISH", "REQUEST", "CANCEL"})
_CANCELLED = frozenset({"status", "mark", "drop"})
_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//eventkit//eventkit//EN\r\n"
_TAIL = "END:VCALENDAR\r\n"
_CHUNK = 1 << 16
_COLOR = re.compile(r"[a-z]{3,20}")


class Options(TypedDict, total=False):
    """What `to_ical` and `iter_ical` take beside the events."""

    method: str | None
    dtstamp: datetime | None
    utc: bool
    invited: bool
    name: str | None
    color: str | None
    refresh: timedelta | None
    source: str | None
    cancelled: str
    extensions: bool
    attendees: str | Attendee | Iterable[str | Attendee]
    linked: Linked | None


def to_ical(events: Event | Iterable[Event], **options: Unpack[Options]) -> str:
    """
    Return an iCalendar stream.

    Args:
        events: One event or several; sub-events become entries of their own.
        method: ``PUBLISH``, which is usual, ``REQUEST``, ``CANCEL`` or None. Source: RFC 5546.
        dtstamp: Aware time of this revision; by default each event's *updated*, else its
            *created*, else 1970, so that the same event gives the same bytes.
        utc: Write times in UTC, without VTIMEZONE; a recurring event keeps its zone.
        invited: Add the join details. Only for those who are invited.
        name: What the calendar as a whole is called.
        color: Its colour, a name of CSS such as ``steelblue``.
        refresh: How often a program that subscribes to it should look again.
        source: The address at which the calendar is published.
        cancelled: What becomes of a cancelled event. ``status``, which is usual: it is marked as
            CANCELLED, which some programs strike through and Google removes; ``mark``: it stays,
            and its title says so; ``drop``: it is left out.
        extensions: False leaves out what RFC 5545 and RFC 7986 do not have: speakers, sponsors
            and places as components, links, and what no property carries exactly as
            STRUCTURED-DATA (RFC 9073, RFC 9253).
        attendees: Who is invited: addresses, or attendees with their role and answer.
        linked: What gives the public JSON-LD of an event, which then stands in it, too.

    Returns:
        Text with CRLF line ends.

    Raises:
        NaiveDatetimeError: *dtstamp* has no offset.
        PublicSecretError: A text of an event shows its way in, and it is not for the *invited*.
        InvalidValueError: An option has no such value.
        WriteError: A REQUEST without attendees or the e-mail address of its organiser, attendees
            in what is published to all, or a last day that has no day after it.
    """
    head, moments, entries = _begun(**options)
    method = options.get("method")
    for event in (events,) if isinstance(events, Event) else events:
        _check_organizer(event, method)
        entries.add(event)
    return "".join([head, *moments.timezones(), *entries.lines, _TAIL])


def iter_ical(events: Event | Iterable[Event], **options: Unpack[Options]) -> Iterator[str]:
    """
    Yield the text that `to_ical` gives piece by piece, for feeds of any size.

    The entries wait in a temporary file until it is known which zones they refer to, as each
    VTIMEZONE stands once, before them.
    """
    from tempfile import TemporaryFile

    head, moments, entries = _begun(**options)
    method = options.get("method")
    with TemporaryFile("w+", encoding="utf-8", newline="") as waiting:
        for event in (events,) if isinstance(events, Event) else events:
            _check_organizer(event, method)
            entries.add(event)
            waiting.writelines(entries.lines)
            entries.lines.clear()
        waiting.seek(0)
        yield head
        yield from moments.timezones()
        while piece := waiting.read(_CHUNK):
            yield piece
    yield _TAIL


def entries_of(events: Iterable[Event], **options: Unpack[Options]) -> tuple[str, References]:
    """
    Return the entries of some events, and the zones that they refer to.

    Who writes a calendar in parts, in several processes perhaps, puts them between the texts that
    `around` gives for all of these zones.
    """
    _, moments, entries = _begun(**options)
    for event in events:
        _check_organizer(event, options.get("method"))
        entries.add(event)
    return "".join(entries.lines), moments.references


def around(references: Iterable[References], **options: Unpack[Options]) -> tuple[str, str]:
    """Return what stands before and after the entries that `entries_of` gave."""
    head, moments, _ = _begun(**options)
    for one in references:
        moments.include(one)
    return "".join([head, *moments.timezones()]), _TAIL


def _begun(
    *,
    method: str | None = "PUBLISH",
    dtstamp: datetime | None = None,
    utc: bool = False,
    invited: bool = False,
    name: str | None = None,
    color: str | None = None,
    refresh: timedelta | None = None,
    source: str | None = None,
    cancelled: str = "status",
    extensions: bool = True,
    attendees: str | Attendee | Iterable[str | Attendee] = (),
    linked: Linked | None = None,
) -> tuple[str, Moments, Entries]:
    """Return what stands before the zones, and what takes the events."""
    _check(method, dtstamp, cancelled)
    invitees = as_attendees(attendees) if attendees else ()
    _check_attendees(method, invitees)
    moments = Moments(in_utc=utc)
    entries = Entries(
        moments,
        dtstamp=dtstamp,
        cancel=method == "CANCEL",
        invited=invited,
        cancelled="status" if method == "CANCEL" else cancelled,
        extensions=extensions,
        attendees=invitees,
        linked=linked,
    )
    return _head(method, name, color, refresh, source), moments, entries


def webcal_url(address: str) -> str:
    """
    Return the address of a calendar in the form that opens the calendar program.

    Show the plain address beside it: not every program on Android knows this one.

    Raises:
        InvalidValueError: *address* is no http or https address.
    """
    scheme, separator, rest = address.partition("://")
    if scheme.lower() not in ("http", "https") or not separator or not rest:
        raise InvalidValueError(
            f"{address!r:.80} is no address of the web", "give https://example.org/events.ics"
        )
    return f"webcal://{uri(rest)}"


def _check(method: str | None, dtstamp: datetime | None, cancelled: str) -> None:
    if dtstamp is not None and dtstamp.utcoffset() is None:
        raise NaiveDatetimeError("dtstamp is a naive time", "add tzinfo=UTC")
    if method is not None and method not in _METHODS:
        raise InvalidValueError(
            f"unknown method {method!r:.40}", "use 'PUBLISH', 'REQUEST' or 'CANCEL'"
        )
    if cancelled not in _CANCELLED:
        raise InvalidValueError(f"cancelled is {cancelled!r:.40}", "use 'status', 'mark' or 'drop'")


def _check_attendees(method: str | None, attendees: tuple[Attendee, ...]) -> None:
    """Source: RFC 5546 §3.2.1 (none in PUBLISH), §3.2.2 (one or more in REQUEST)."""
    if method == "REQUEST" and not attendees:
        raise WriteError(
            "a REQUEST invites somebody", "give attendees=['a@example.org'], or use 'PUBLISH'"
        )
    if method == "PUBLISH" and attendees:
        raise WriteError(
            "what is published to all has no attendees", "use method='REQUEST' for those invited"
        )


def _check_organizer(event: Event, method: str | None) -> None:
    if method == "REQUEST" and not (event.organizer and event.organizer.email):
        raise WriteError(
            f"a REQUEST for {event.name!r:.60} needs an organizer with an e-mail address",
            "give organizer=Organization(..., email=...), or use method='PUBLISH'",
        )


def _head(
    method: str | None,
    name: str | None,
    color: str | None,
    refresh: timedelta | None,
    source: str | None,
) -> str:
    """Return what is said of the whole, twice where old programs read another name."""
    head = _HEAD if method is None else f"{_HEAD}METHOD:{method}\r\n"
    if name is not None:
        title = text(name)
        head += line("NAME", title) + line("X-WR-CALNAME", title)
    if refresh is not None:
        minutes = int(refresh.total_seconds() // 60)
        if minutes < 1:
            raise InvalidValueError(f"refresh is {refresh}", "give a minute at least")
        head += f"REFRESH-INTERVAL;VALUE=DURATION:PT{minutes}M\r\nX-PUBLISHED-TTL:PT{minutes}M\r\n"
    if color is not None:
        if not _COLOR.fullmatch(color):
            raise InvalidValueError(f"color is {color!r:.40}", "give a name of CSS: 'steelblue'")
        head += f"COLOR:{color}\r\n"
    if source is not None:
        head += line("SOURCE;VALUE=URI", uri(source))
    return head
