"""One event as a VEVENT. Source: RFC 5545 §3.6.1; RFC 7986 §5."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs

from eventkit.formats.ical.attendees import Attendee
from eventkit.formats.ical.components import links, participants, rooms
from eventkit.formats.ical.content_lines import line, parameter, text, uri
from eventkit.formats.ical.description import description
from eventkit.formats.ical.exactness import Linked, structured_data
from eventkit.formats.ical.moments import Moments, utc
from eventkit.formats.ical.series import recurrence_lines, rule_value
from eventkit.model import (
    Event,
    EventStatus,
    JoinDetails,
    Place,
    Recurrence,
    VirtualLocation,
    Visibility,
)
from eventkit.model.showing import public
from eventkit.occurrences import changed

__all__ = ["Entries", "Linked"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STATUS = {
    EventStatus.SCHEDULED: "STATUS:CONFIRMED\r\n",
    EventStatus.RESCHEDULED: "STATUS:CONFIRMED\r\n",
    EventStatus.MOVED_ONLINE: "STATUS:CONFIRMED\r\n",
    EventStatus.POSTPONED: "STATUS:TENTATIVE\r\n",
    EventStatus.CANCELLED: "STATUS:CANCELLED\r\n",
}
_CLASS = {
    Visibility.PUBLIC: "CLASS:PUBLIC\r\n",
    Visibility.UNLISTED: "CLASS:PUBLIC\r\n",
    Visibility.PRIVATE: "CLASS:PRIVATE\r\n",
    Visibility.CONFIDENTIAL: "CLASS:CONFIDENTIAL\r\n",
}


class Entries:
    """
    Collects the entries of a stream.

    Args:
        moments: Writes the times.
        dtstamp: Aware time of this revision of all, or None for each event's own.
        cancel: Whether every entry is a cancellation.
        invited: Whether the join details are added.
        cancelled: What becomes of cancelled events: ``status``, ``mark`` or ``drop``.
        extensions: Whether what RFC 5545 and RFC 7986 do not have is added.
        attendees: Who is invited to all of them.
        linked: What gives the public JSON-LD of an event.
    """

    def __init__(
        self,
        moments: Moments,
        *,
        dtstamp: datetime | None,
        cancel: bool,
        invited: bool,
        cancelled: str = "status",
        extensions: bool = True,
        attendees: tuple[Attendee, ...] = (),
        linked: Linked | None = None,
    ) -> None:
        self.lines: list[str] = []
        self._linked = linked
        self._cancelled = cancelled
        self._extensions = extensions
        self._attendees = "".join(attendee.line() for attendee in attendees)
        self._moments = moments
        self._dtstamp = None if dtstamp is None else utc(dtstamp)
        self._cancel = cancel
        self._invited = invited

    def add(self, event: Event, parent: str | None = None) -> None:
        """Add the entry of *event*, those of its changed occurrences and of its sub-events."""
        if parent is None and not self._invited:
            public(event)
        recurrence = event.recurrence
        if self._cancelled == "drop" and event.status is EventStatus.CANCELLED:
            return
        if recurrence is None:
            self._entry(event, parent, self._moments.single(event.slot), [])
        else:
            self._series(event, recurrence, parent)
        for sub_event in event.sub_events:
            self.add(sub_event, event.uid)

    def _series(self, event: Event, recurrence: Recurrence, parent: str | None) -> None:
        slot = event.slot
        when = self._moments.first(slot)
        exact = self._moments.exact
        repeats = recurrence_lines(recurrence, slot, self._moments)
        changes = []
        for change in recurrence.changes:
            occurrence = changed(event, change)
            if self._cancelled == "drop" and occurrence.status is EventStatus.CANCELLED:
                repeats.append(self._moments.local("EXDATE", change.original_start, slot.timezone))
            else:
                changes.append((change, occurrence))
        self._moments.exact = exact
        self._entry(event, parent, when, repeats)
        for change, occurrence in changes:
            original = self._moments.local("RECURRENCE-ID", change.original_start, slot.timezone)
            when = self._moments.single(occurrence.slot)
            self._entry(occurrence, parent, when, [original], whole=False)

    def _entry(
        self,
        event: Event,
        parent: str | None,
        when: str,
        repeats: list[str],
        *,
        whole: bool = True,
    ) -> None:
        if self._cancel and event.status is not EventStatus.CANCELLED:
            event = attrs.evolve(event, status=EventStatus.CANCELLED)
        status = event.status
        marked = status is EventStatus.CANCELLED and self._cancelled == "mark"
        out = self.lines
        stamp = self._dtstamp or utc(event.updated or event.created or _EPOCH)
        out.append("BEGIN:VEVENT\r\n")
        out.append(line("UID", text(event.uid)))
        out.append(f"DTSTAMP:{stamp}\r\nSEQUENCE:{event.sequence}\r\n{when}")
        out += repeats
        if event.created:
            out.append(f"CREATED:{utc(event.created)}\r\n")
        if event.updated:
            out.append(f"LAST-MODIFIED:{utc(event.updated)}\r\n")
        body = _words(out, event, "Cancelled: " if marked else "", invited=self._invited)
        out.append(_STATUS[EventStatus.SCHEDULED if marked else status])
        out.append(_CLASS[event.visibility])
        out.append("TRANSP:TRANSPARENT\r\n" if marked else "TRANSP:OPAQUE\r\n")
        _people(out, event)
        if self._attendees:
            out.append(self._attendees)
        _where(out, event, event.joining if self._invited else None)
        _relations(out, event, parent)
        _attachments(out, event)
        if self._extensions:
            if event.series or event.organizer or event.offers:
                out += links(event)
            if whole:
                out.append(self._structured(event, body))
        _alarms(out, event)
        if self._extensions:
            if event.speakers or event.sponsors:
                out += participants(event)
            if event.locations:
                out += rooms(event)
        out.append("END:VEVENT\r\n")

    def _structured(self, event: Event, body: str) -> str:
        rule = event.recurrence and event.recurrence.rule
        return structured_data(
            event,
            body,
            rule_value(rule, event.slot) if rule else None,
            when=self._moments.exact,
            invited=self._invited,
            linked=self._linked,
        )


def _words(out: list[str], event: Event, mark: str, *, invited: bool) -> str:
    """Write what is said in words, and return the description."""
    languages = event.in_language
    language = f";LANGUAGE={languages[0]}" if len(languages) == 1 else ""
    out.append(line(f"SUMMARY{language}", text(mark + event.name)))
    if body := description(event, invited=invited):
        out.append(line(f"DESCRIPTION{language}", text(body)))
    if event.status_reason:
        out.append(line("COMMENT", text(event.status_reason)))
    if event.keywords:
        out.append(line("CATEGORIES", ",".join(text(word) for word in event.keywords)))
    return body


def _people(out: list[str], event: Event) -> None:
    """Write whom to ask; an ORGANIZER must have an address (RFC 5545 §3.8.4.3)."""
    organizer = event.organizer
    if organizer and organizer.email:
        out.append(
            line(f"ORGANIZER;CN={parameter(organizer.name)}", uri(f"mailto:{organizer.email}"))
        )
    if event.contact:
        contact = event.contact
        parts = (contact.name, contact.email, contact.telephone, contact.url)
        out.append(line("CONTACT", text(", ".join(part for part in parts if part))))


def _where(out: list[str], event: Event, joining: JoinDetails | None) -> None:
    """Write the places; few readers show CONFERENCE, so an address stands in LOCATION too."""
    if event.url:
        out.append(line("URL", uri(event.url)))
    if not (event.locations or joining):
        return
    rooms = [place for place in event.locations if isinstance(place, Place)]
    online = [place for place in event.locations if isinstance(place, VirtualLocation)]
    words = [_address(room) for room in rooms]
    if not words:
        words = [joining.url] if joining else [online[0].url]
    out.append(line("LOCATION", text("; ".join(words))))
    for room in rooms:
        if room.latitude is not None:
            out.append(f"GEO:{room.latitude:.6f};{room.longitude:.6f}\r\n")
            break
    for place in online:
        out.append(_conference(place.url, place.name))
    if joining:
        out.append(_conference(joining.url, joining.passcode and f"Passcode: {joining.passcode}"))


def _conference(url: str, name: str | None) -> str:
    label = f";LABEL={parameter(name)}" if name else ""
    return line(f"CONFERENCE;VALUE=URI;FEATURE=VIDEO{label}", uri(url))


def _address(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.address, place.country) if part)


def _relations(out: list[str], event: Event, parent: str | None) -> None:
    """Name what the entry is a part of. Source: RFC 5545 §3.8.4.5."""
    if parent is not None:
        out.append(line("RELATED-TO;RELTYPE=PARENT", text(parent)))
    if event.series and event.series.uid and event.series.uid != parent:
        out.append(line("RELATED-TO;RELTYPE=PARENT", text(event.series.uid)))


def _attachments(out: list[str], event: Event) -> None:
    for picture in event.images:
        out.append(line("IMAGE;VALUE=URI;DISPLAY=BADGE", uri(picture.url)))
    for work in event.materials:
        kind = f";FMTTYPE={work.encoding_format}" if work.encoding_format else ""
        out.append(line(f"ATTACH{kind}", uri(work.url)))
    for video in event.recordings:
        out.append(line("ATTACH", uri(video.url)))


def _alarms(out: list[str], event: Event) -> None:
    for reminder in event.reminders:
        out += (
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\n",
            line("DESCRIPTION", text(event.name)),
            f"TRIGGER:-PT{int(reminder.total_seconds())}S\r\nEND:VALARM\r\n",
        )
