"""The one mapping from a VEVENT to the model, whichever tokenizer has read it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.reading import components, html, places
from eventkit.formats.ical.reading.cleaning import line_of, text_of
from eventkit.formats.ical.reading.content import Component, Property, word_set
from eventkit.formats.ical.reading.joins import WayIn
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.recurrences import Recurrences
from eventkit.formats.ical.reading.slots import Times
from eventkit.formats.ical.reading.values import ZULU, duration, moment, texts
from eventkit.joinlinks import is_join_link
from eventkit.model import Event, EventStatus, TimeSlot, Visibility
from eventkit.model.given import converter_of, validator_of

__all__ = ["READ", "Entries"]

# Read, or of no meaning apart from the calendar that it stands in.
READ = word_set(
    "UID DTSTAMP DTSTART DTEND DURATION SUMMARY DESCRIPTION LOCATION URL STATUS SEQUENCE CLASS"
    " CATEGORIES GEO ORGANIZER CONTACT COMMENT CREATED LAST-MODIFIED RRULE RDATE EXDATE EXRULE"
    " RECURRENCE-ID RELATED-TO ATTACH CONFERENCE IMAGE X-ALT-DESC STYLED-DESCRIPTION TRANSP"
    " X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"
    " X-APPLE-STRUCTURED-LOCATION X-MICROSOFT-CDO-ALLDAYEVENT STRUCTURED-DATA LINK"
)
_NO_NEWS = word_set(
    "X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-CDO-INTENDEDSTATUS X-MICROSOFT-CDO-IMPORTANCE"
    " X-MICROSOFT-CDO-INSTTYPE X-MICROSOFT-CDO-APPT-SEQUENCE X-MICROSOFT-CDO-OWNERAPPTID"
    " X-MICROSOFT-DISALLOW-COUNTER X-MOZ-GENERATION X-MOZ-LASTACK X-LIC-ERROR"
)
_CLASSES = {
    "PUBLIC": Visibility.PUBLIC,
    "PRIVATE": Visibility.PRIVATE,
    "CONFIDENTIAL": Visibility.CONFIDENTIAL,
}
_STATUSES = {
    "": EventStatus.SCHEDULED,
    "CONFIRMED": EventStatus.SCHEDULED,
    "CANCELLED": EventStatus.CANCELLED,
    "CANCELED": EventStatus.CANCELLED,
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_NEGATIVE = timedelta(0)
_INSIDE = frozenset({"VALARM", "PARTICIPANT", "VLOCATION"})


class Entries:
    """
    Reads the events of one calendar.

    Args:
        times: Reads their times.
        recurrences: Reads how they come again.
        notes: Takes what was repaired and not carried over.
        ours: Whether eventkit has written the calendar.
        cancelled: Whether the calendar as a whole is a cancellation.
    """

    def __init__(
        self,
        times: Times,
        recurrences: Recurrences,
        notes: Notes,
        *,
        ours: bool,
        cancelled: bool,
    ) -> None:
        self._times = times
        self._recurrences = recurrences
        self._notes = notes
        self._ours = ours
        self._cancelled = cancelled

    def event(self, entry: Component) -> Event | None:
        """Return the event; None, and a finding, where there is no saying when it is."""
        slot = self._times.slot(entry)
        if slot is None:
            return None
        properties = entry.properties
        fields: dict[str, Any] = {"name": self._name(entry), "slot": slot}
        if uid := properties.get("UID"):
            fields["uid"] = line_of(uid[0], self._notes) or ""
        way = WayIn()
        self._words(entry, fields, way)
        self._revision(entry, fields)
        self._where(entry, fields, way)
        if entry.children:
            self._components(entry, fields, way, slot)
        if "LINK" in properties and not self._ours:  # ours are told by STRUCTURED-DATA
            components.links(properties["LINK"], fields, way, self._notes)
        if "RRULE" in properties or "RDATE" in properties or "EXRULE" in properties:
            fields["recurrence"] = self._recurrences.read(entry, slot)
        for name in ("name", "status_reason"):
            if "://" in (fields.get(name) or ""):  # a way in stands in no public field
                fields[name] = way.public(fields[name]) or ("Untitled" if name == "name" else None)
        fields["joining"] = way.details(self._notes, entry.at)
        self._rest(entry)
        return self._built(entry, fields)

    def _built(self, entry: Component, fields: dict[str, Any]) -> Event | None:
        """Build the event; a field that the model refuses is left out, with a finding."""
        try:
            return Event(**fields)
        except EventkitError:
            pass
        for name, value in list(fields.items()):
            try:
                _check(name, value)
            except EventkitError as exc:
                self._notes.add(
                    codes.INVALID_VALUE,
                    Severity.WARNING,
                    f"left out: {exc.message}",
                    exc.hint,
                    at=entry.at,
                    path=name,
                )
                if name == "name":
                    fields["name"] = "Untitled"
                else:
                    del fields[name]
        try:
            return Event(**fields)
        except EventkitError as exc:
            self._notes.add(codes.INVALID_VALUE, Severity.ERROR, exc.message, exc.hint, at=entry.at)
            return None

    def _name(self, entry: Component) -> str:
        one = entry.first("SUMMARY")
        name = line_of(one, self._notes) if one else None
        if name is not None:
            return name
        self._notes.once(
            codes.NO_TITLE,
            Severity.WARNING,
            "an event has no SUMMARY; it is called 'Untitled'",
            "add SUMMARY",
            at=entry.at,
        )
        return "Untitled"

    # -- words -------------------------------------------------------------------------------

    def _words(self, entry: Component, fields: dict[str, Any], way: WayIn) -> None:
        properties = entry.properties
        if body := self._body(entry):
            public = way.ours(body) if self._ours else body
            fields["description"] = (way.public(public) or None) if public else None
            fields["status"] = self._status(entry, body)
        else:
            fields["status"] = self._status(entry, "")
        if title := properties.get("SUMMARY"):
            language = title[0].parameters.get("LANGUAGE", "")
            if language and _LANGUAGE.fullmatch(language):
                fields["in_language"] = (language,)
        if listed := properties.get("CATEGORIES"):
            fields["keywords"] = self._keywords(listed)
        if comments := properties.get("COMMENT"):
            self._reason(comments, fields)
        if found := properties.get("CLASS"):
            given = found[0].value.strip().upper()
            fields["visibility"] = _CLASSES.get(given, Visibility.PRIVATE)
            if given not in _CLASSES:
                self._notes.repaired("an unknown CLASS is read as PRIVATE", at=found[0].at)

    def _body(self, entry: Component) -> str | None:
        """Return the description: the plain one, else what the HTML says."""
        for one in entry.all("DESCRIPTION"):
            body = text_of(one, self._notes)
            if body is None:
                continue
            if not self._ours and html.is_html(body):
                self._notes.repaired("a DESCRIPTION is HTML; its words are read", at=one.at)
                return html.plain(body) or None
            return body
        for one in entry.all("STYLED-DESCRIPTION", "X-ALT-DESC"):
            if body := text_of(one, self._notes):
                return html.plain(body) or None
        return None

    def _keywords(self, listed: list[Property]) -> tuple[str, ...]:
        members = [member for one in listed for member in texts(one.value)]
        found = []
        for member in members:
            word = " ".join(member.split()) if not member.isprintable() else member.strip()
            if word:
                found.append(word[:1000])
        return tuple(found[:10_000])

    def _reason(self, comments: list[Property], fields: dict[str, Any]) -> None:
        """Take a comment for the reason of a change, where there is one."""
        if self._ours or fields["status"] is not EventStatus.SCHEDULED:
            fields["status_reason"] = text_of(comments[0], self._notes)
            comments = comments[1:]
        for one in comments:
            self._notes.not_carried("COMMENT", at=one.at)

    def _status(self, entry: Component, body: str) -> EventStatus:
        if self._cancelled:
            return EventStatus.CANCELLED
        one = entry.first("STATUS")
        given = one.value.strip().upper() if one else ""
        status = _STATUSES.get(given)
        if self._ours and given != "CANCELLED":
            for line, told in (
                ("Status: postponed", EventStatus.POSTPONED),
                ("Status: moved online", EventStatus.MOVED_ONLINE),
            ):
                if line in body and line in body.split("\n"):
                    return told
        if status is None and one is not None:
            what = "STATUS:TENTATIVE" if given == "TENTATIVE" else "a STATUS that is not known"
            self._notes.not_carried(what, "the event is read as scheduled", at=one.at)
        return status or EventStatus.SCHEDULED

    def _revision(self, entry: Component, fields: dict[str, Any]) -> None:
        properties = entry.properties
        if sequence := properties.get("SEQUENCE"):
            value = sequence[0].value.strip()
            if value.isdecimal() and len(value) < 10:
                fields["sequence"] = int(value)
            else:
                self._notes.repaired("SEQUENCE is no number", at=sequence[0].at)
        for name, field in (("CREATED", "created"), ("LAST-MODIFIED", "updated")):
            if stamps := properties.get(name):
                fields[field] = self._stamp(stamps[0])

    def _stamp(self, one: Property) -> datetime | None:
        found = moment(one.value)
        value = found[0] if found else None
        if isinstance(value, datetime):
            tzid = one.parameters.get("TZID")
            placed = value if value.tzinfo or not tzid else self._times.read(one)
            if isinstance(placed, datetime) and placed.tzinfo is not None:
                try:
                    return placed.astimezone(UTC)
                except OverflowError:
                    pass
        self._notes.repaired(f"{one.name} is not a time in UTC; it is left out", at=one.at)
        return None

    # -- where and who -----------------------------------------------------------------------

    def _where(self, entry: Component, fields: dict[str, Any], way: WayIn) -> None:
        properties = entry.properties
        notes = self._notes
        for name in properties.keys() - READ if not self._ours else ():
            self._hidden_link(properties[name], way)
        for one in entry.all(
            "X-GOOGLE-CONFERENCE",
            "X-MICROSOFT-SKYPETEAMSMEETINGURL",
            "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
        ):
            if address := places.web_address(one):
                way.link(address)
        if addresses := properties.get("URL"):
            self._page(addresses[0], fields, way)
        if found := properties.get("ATTACH"):
            fields["materials"] = tuple(places.materials(entry, way, notes)[:10_000])
        if (
            "LOCATION" in properties
            or "CONFERENCE" in properties
            or "GEO" in properties
            or ("X-APPLE-STRUCTURED-LOCATION" in properties)
        ):
            placed = places.locations(entry, way, notes, ours=self._ours)
            fields["locations"] = tuple(placed[:10_000])
        if found := properties.get("ORGANIZER"):
            fields["organizer"] = places.organizer(found[0], notes)
        if found := properties.get("CONTACT"):
            fields["contact"] = places.contact(found[0], notes)
        if "IMAGE" in properties:
            fields["images"] = tuple(places.images(entry, notes)[:10_000])

    def _page(self, one: Property, fields: dict[str, Any], way: WayIn) -> None:
        address = places.web_address(one)
        if address is not None and not is_join_link(address):
            fields["url"] = address
        elif address is not None or is_join_link(one.value.strip()) and ":" in one.value:
            way.link(address or one.value.strip())
        elif one.value.strip():
            self._notes.not_carried("a URL that is no address of the web", at=one.at)

    def _hidden_link(self, listed: list[Property], way: WayIn) -> None:
        for one in listed:
            if one.name.startswith("X-") and "://" in one.value:
                address = places.web_address(one)
                if address and is_join_link(address):
                    way.link(address)

    # -- what is inside, and the rest --------------------------------------------------------

    def _components(
        self, entry: Component, fields: dict[str, Any], way: WayIn, slot: TimeSlot
    ) -> None:
        names = {child.name for child in entry.children}
        if "VALARM" in names:
            fields["reminders"] = self._reminders(entry, slot)
        if "PARTICIPANT" in names:
            fields |= components.people(entry, way, self._notes)
        if "VLOCATION" in names:
            placed = list(fields.get("locations", ()))
            placed = components.with_rooms(entry, placed, way, self._notes)
            fields["locations"] = tuple(placed[:10_000])
        if names - _INSIDE:
            for child in entry.children:
                if child.name not in _INSIDE:
                    self._notes.not_carried(child.name[:40], at=child.at)

    def _reminders(self, entry: Component, slot: TimeSlot) -> tuple[timedelta, ...]:
        found = []
        for alarm in entry.children:
            trigger = alarm.first("TRIGGER") if alarm.name == "VALARM" else None
            if trigger is None or (alarm.value("ACTION") or "").upper() == "NONE":
                continue
            before = _before(trigger, slot)
            if before is None or before < _NEGATIVE:
                self._notes.not_carried("a VALARM that is not before the start", at=alarm.at)
            else:
                found.append(before)
        return tuple(found[:10_000])

    def _rest(self, entry: Component) -> None:
        """Say what is not carried over."""
        for name in entry.properties.keys() - READ:
            if name not in _NO_NEWS:
                for one in entry.properties[name]:
                    self._notes.not_carried(name[:60], at=one.at)
        transparency = entry.first("TRANSP")
        if transparency and transparency.value.strip().upper() == "TRANSPARENT":
            self._notes.not_carried("TRANSP:TRANSPARENT", at=transparency.at)


def _check(name: str, value: Any) -> None:
    import attrs

    field = getattr(attrs.fields(Event), name)
    convert, validate = converter_of(field), validator_of(field)
    if convert is not None:
        value = convert(value)
    if validate is not None and value is not None:
        validate(None, field, value)


def _before(trigger: Property, slot: TimeSlot) -> timedelta | None:
    """Return how long before the start an alarm goes off. Source: RFC 5545 §3.8.6.3."""
    length = duration(trigger.value)
    if length is not None:
        before = -(length[0] + length[1])
        if trigger.parameters.get("RELATED", "").upper() == "END":
            return None if slot.duration is None else before - slot.duration
        return before
    found = moment(trigger.value)
    start = slot.start_utc
    if found is None or start is None or not isinstance(found[0], datetime):
        return None
    if found[0].tzinfo is None:
        return None
    return start - found[0].astimezone(ZULU)
