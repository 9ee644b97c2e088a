"""Events as an iCalendar stream. Source: RFC 5545 §3.4, §3.6.1; RFC 7986 §5."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from eventkit.errors import InvalidValueError, NaiveDatetimeError
from eventkit.formats.ical.content_lines import line, parameter, text, uri
from eventkit.formats.ical.description import description
from eventkit.formats.ical.vtimezone import vtimezone
from eventkit.model import (
    Event,
    EventStatus,
    JoinDetails,
    OccurrenceChange,
    Place,
    Recurrence,
    TimeSlot,
    VirtualLocation,
    Visibility,
)
from eventkit.timezones import resolve, zone_name

__all__ = ["render", "to_ical"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STATUS = {EventStatus.CANCELLED: "CANCELLED", EventStatus.POSTPONED: "TENTATIVE"}
_METHODS = frozenset({"PUBLISH", "REQUEST", "CANCEL"})


def to_ical(
    events: Event | Iterable[Event],
    *,
    method: str | None = "PUBLISH",
    dtstamp: datetime | None = None,
    utc: bool = False,
    invited: bool = False,
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

    Returns:
        Text with CRLF line ends.

    Raises:
        NaiveDatetimeError: *dtstamp* has no offset.
        InvalidValueError: *method* is none of these.
    """
    if dtstamp is not None and dtstamp.utcoffset() is None:
        raise NaiveDatetimeError("dtstamp is a naive time", "add tzinfo=UTC")
    if method is not None and method not in _METHODS:
        raise InvalidValueError(
            f"unknown method {method!r:.40}", "use 'PUBLISH', 'REQUEST' or 'CANCEL'"
        )
    listed = [events] if isinstance(events, Event) else list(events)
    writer = _Writer(dtstamp=dtstamp, utc=utc, invited=invited)
    for event in listed:
        writer.add(event)
    head = ["BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "PRODID:-//eventkit//EN\r\n"]
    if method is not None:
        head.append(f"METHOD:{method}\r\n")
    zones = (vtimezone(key, *years) for key, years in sorted(writer.years.items()))
    return "".join([*head, *zones, *writer.lines, "END:VCALENDAR\r\n"])


def render(
    events: Event | Iterable[Event],
    *,
    dtstamp: datetime | None = None,
    utc: bool = False,
    invited: bool = False,
) -> str:
    """Return the text that `to_ical` writes."""
    return to_ical(events, dtstamp=dtstamp, utc=utc, invited=invited)


class _Writer:
    """Collects content lines, and the years in which each zone is referred to."""

    def __init__(self, *, dtstamp: datetime | None, utc: bool, invited: bool) -> None:
        self.dtstamp = dtstamp
        self.utc = utc
        self.invited = invited
        self.lines: list[str] = []
        self.years: dict[str, tuple[int, int]] = {}

    def add(self, event: Event, parent: str | None = None) -> None:
        self._entry(event, parent, None)
        for change in event.recurrence.changes if event.recurrence else ():
            self._entry(_changed(event, change), parent, change.original_start)
        for sub_event in event.sub_events:
            self.add(sub_event, event.uid)

    def _entry(self, event: Event, parent: str | None, occurrence: date | None) -> None:
        out = self.lines
        out.append("BEGIN:VEVENT\r\n")
        out.append(line("UID", text(event.uid)))
        out.append(f"DTSTAMP:{_utc(self.dtstamp or event.updated or event.created or _EPOCH)}\r\n")
        out.append(f"SEQUENCE:{event.sequence}\r\n")
        if event.created:
            out.append(f"CREATED:{_utc(event.created)}\r\n")
        if event.updated:
            out.append(f"LAST-MODIFIED:{_utc(event.updated)}\r\n")
        recurrence = event.recurrence
        in_utc = self.utc and recurrence is None
        if occurrence is not None:
            self._local("RECURRENCE-ID", occurrence, event.slot.timezone)
            recurrence = None
        self._when(event.slot, in_utc)
        if recurrence is not None:
            self._recurrence(recurrence, event.slot)
        self._what(event, parent)
        self._where(event)
        self._alarms(event)
        out.append("END:VEVENT\r\n")

    def _when(self, slot: TimeSlot, in_utc: bool) -> None:
        self._moment("DTSTART", slot.start, in_utc)
        if isinstance(slot.end, datetime):
            self._moment("DTEND", slot.end, in_utc)
        elif slot.end is not None:
            self._moment("DTEND", slot.end + timedelta(days=1), in_utc)

    def _moment(self, name: str, value: datetime | date, in_utc: bool) -> None:
        """
        Write a date, a time with its zone, or a time in UTC.

        The second of two equal times has no other form than UTC (RFC 5545 §3.3.5); fixed
        offsets have no name.
        """
        if not isinstance(value, datetime):
            self.lines.append(f"{name};VALUE=DATE:{value:%Y%m%d}\r\n")
            return
        zone = value.tzinfo
        named = isinstance(zone, ZoneInfo) and zone.key not in ("UTC", "Etc/UTC")
        offset = value.utcoffset()
        whole = offset is not None and not offset % timedelta(minutes=1)
        if in_utc or not named or value.fold or not whole:
            self.lines.append(f"{name}:{_utc(value)}\r\n")
        else:
            self._local(name, value.replace(tzinfo=None), zone)

    def _local(self, name: str, value: date, zone: tzinfo | None) -> None:
        if not isinstance(value, datetime):
            self.lines.append(f"{name};VALUE=DATE:{value:%Y%m%d}\r\n")
        elif isinstance(zone, ZoneInfo) and zone.key not in ("UTC", "Etc/UTC"):
            key = zone_name(zone)
            first, last = self.years.get(key, (value.year, value.year))
            self.years[key] = (min(first, value.year), max(last, value.year))
            self.lines.append(f"{name};TZID={key}:{_digits(value)}\r\n")
        elif zone is not None:
            self.lines.append(f"{name}:{_utc(value.replace(tzinfo=zone))}\r\n")
        else:
            self.lines.append(f"{name}:{_digits(value)}\r\n")

    def _recurrence(self, recurrence: Recurrence, slot: TimeSlot) -> None:
        zone = slot.timezone
        if recurrence.rule:
            self.lines.append(line("RRULE", recurrence.rule))
        for start in recurrence.excluded:
            self._local("EXDATE", start, zone)
        for start in recurrence.included:
            self._local("RDATE", start, zone)
        if isinstance(zone, ZoneInfo) and zone.key in self.years:
            first, _ = self.years[zone.key]
            self.years[zone.key] = (first, max(2037, self.years[zone.key][1]))

    def _what(self, event: Event, parent: str | None) -> None:
        out = self.lines
        language = f";LANGUAGE={event.in_language[0]}" if len(event.in_language) == 1 else ""
        out.append(line(f"SUMMARY{language}", text(event.name)))
        if body := description(event, invited=self.invited):
            out.append(line(f"DESCRIPTION{language}", text(body)))
        if event.url:
            out.append(line("URL", uri(event.url)))
        out.append(f"STATUS:{_STATUS.get(event.status, 'CONFIRMED')}\r\n")
        hidden = event.visibility in (Visibility.PRIVATE, Visibility.CONFIDENTIAL)
        out.append(f"CLASS:{event.visibility.value.upper() if hidden else 'PUBLIC'}\r\n")
        if event.status_reason:
            out.append(line("COMMENT", text(event.status_reason)))
        if event.organizer and event.organizer.email:
            name = parameter(event.organizer.name)
            out.append(line(f"ORGANIZER;CN={name}", uri(f"mailto:{event.organizer.email}")))
        if event.contact:
            contact = event.contact
            parts = (contact.name, contact.email, contact.telephone, contact.url)
            out.append(line("CONTACT", text(", ".join(part for part in parts if part))))
        if event.keywords:
            out.append(line("CATEGORIES", ",".join(text(word) for word in event.keywords)))
        if parent is not None:
            out.append(line("RELATED-TO;RELTYPE=PARENT", text(parent)))
        for picture in event.images:
            out.append(line("IMAGE;VALUE=URI;DISPLAY=BADGE", uri(picture.url)))
        addresses = [work.url for work in event.materials]
        addresses += [video.url for video in event.recordings]
        for address in addresses:
            out.append(line("ATTACH", uri(address)))

    def _where(self, event: Event) -> None:
        out = self.lines
        joining = event.joining if self.invited else None
        places = [_address(place) for place in event.locations if isinstance(place, Place)]
        online = [place for place in event.locations if isinstance(place, VirtualLocation)]
        if not places:
            places = [joining.url] if joining else [place.url for place in online[:1]]
        if places:
            out.append(line("LOCATION", text("; ".join(places))))
        for place in event.locations:
            if isinstance(place, Place) and place.latitude is not None:
                out.append(f"GEO:{place.latitude:.6f};{place.longitude:.6f}\r\n")
                break
        for place in online:
            out.append(_conference(place.url, place.name))
        if joining:
            out.append(_conference(joining.url, _label(joining)))

    def _alarms(self, event: Event) -> None:
        for reminder in event.reminders:
            self.lines += (
                "BEGIN:VALARM\r\n",
                "ACTION:DISPLAY\r\n",
                line("DESCRIPTION", text(event.name)),
                f"TRIGGER:-PT{int(reminder.total_seconds())}S\r\n",
                "END:VALARM\r\n",
            )


def _changed(event: Event, change: OccurrenceChange) -> Event:
    fields: dict[str, Any] = {
        "slot": change.slot,
        "name": change.name,
        "description": change.description,
        "url": change.url,
        "status": change.status,
    }
    given = {name: value for name, value in fields.items() if value is not None}
    if "slot" not in given:
        given["slot"] = _moved(event.slot, change.original_start)
    return attrs.evolve(event, **given)


def _moved(slot: TimeSlot, start: date) -> TimeSlot:
    """Return the slot of the occurrence that the rule puts at *start*."""
    length = slot.duration
    if not isinstance(slot.start, datetime) or slot.timezone is None:
        first = start.date() if isinstance(start, datetime) else start
        return TimeSlot(first, None if length is None else first + length - timedelta(days=1))
    if not isinstance(start, datetime):
        start = datetime.combine(start, slot.start.time())
    begin = resolve(start, slot.timezone)
    if length is None:
        return TimeSlot(begin)
    return TimeSlot(begin, (begin.astimezone(UTC) + length).astimezone(slot.timezone))


def _conference(url: str, name: str | None) -> str:
    label = f";LABEL={parameter(name)}" if name else ""
    return line(f"CONFERENCE;VALUE=URI;FEATURE=VIDEO{label}", uri(url))


def _label(joining: JoinDetails) -> str | None:
    return f"Passcode: {joining.passcode}" if joining.passcode else None


def _address(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.address, place.country) if part)


def _digits(value: datetime) -> str:
    return (
        f"{value.year:04}{value.month:02}{value.day:02}"
        f"T{value.hour:02}{value.minute:02}{value.second:02}"
    )


def _utc(value: datetime) -> str:
    return _digits(value.astimezone(UTC)) + "Z"
