"""DTSTART, DTEND and DURATION as a time slot."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.reading.content import Component, Property
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.values import ZULU, duration, moment
from eventkit.formats.ical.reading.zones import Zones
from eventkit.model import TimeSlot
from eventkit.timezones import convert, resolve, zone_name

__all__ = ["Times"]

_ONE_DAY = timedelta(days=1)
_UTC_NAMES = frozenset({"UTC", "ETC/UTC", "GMT", "ETC/GMT", "Z", "UCT", "ZULU"})


class Times:
    """Reads the times of a calendar's events."""

    def __init__(self, zones: Zones, notes: Notes) -> None:
        self._zones = zones
        self._notes = notes

    def slot(self, entry: Component) -> TimeSlot | None:
        """Return when an event happens; None, and a finding, where that is not known."""
        opening = entry.first("DTSTART")
        if opening is None:
            self._notes.add(
                codes.NO_TIME,
                Severity.ERROR,
                "the event has no DTSTART",
                "add DTSTART, e.g. DTSTART;TZID=Europe/Berlin:20260305T170000",
                at=entry.at,
            )
            return None
        if (days := self._whole_days(entry, opening)) is not None:
            return days
        start = self.read(opening)
        if start is None:
            return None
        if len(entry.properties["DTSTART"]) > 1:
            self._second_start(entry.properties["DTSTART"])
        end = self.end(entry, start)
        if isinstance(start, datetime):
            start, end = self._shown(entry, start, end)
        try:
            return TimeSlot(start, end)
        except EventkitError as exc:
            self._notes.add(
                codes.INVALID_VALUE, Severity.ERROR, exc.message, exc.hint, at=opening.at
            )
            return None

    def read(self, one: Property) -> datetime | date | None:
        """Return the aware time or the date that a property gives; else there is a finding."""
        found = moment(one.value)
        if found is None:
            self._notes.add(
                codes.UNREADABLE_TIME,
                Severity.ERROR,
                f"{one.name} {one.value[:40]!r} is no date or time",
                "write e.g. 20260305T170000, or 20260305 for whole days",
                at=one.at,
            )
            return None
        value, repaired = found
        kind = one.parameters.get("VALUE", "").upper() if one.parameters else ""
        if repaired:
            self._notes.repaired(
                "a date or time is not in the form 20260305T170000",
                "write it without dashes and colons, with seconds",
                at=one.at,
            )
        elif not isinstance(value, datetime) and kind != "DATE":
            self._notes.repaired("a date lacks VALUE=DATE", at=one.at)
        if not isinstance(value, datetime):
            return value
        if kind == "DATE" and value.time() == time.min and value.tzinfo is None:
            self._notes.repaired("a time at midnight says VALUE=DATE", at=one.at)
            return value.date()
        tzid = one.parameters.get("TZID") if one.parameters else None
        if value.tzinfo is None:
            return self._local(value, tzid, one.at)
        if tzid and tzid.upper() not in _UTC_NAMES:
            return self._contradicted(value, tzid, one.at)
        return value

    def _local(self, value: datetime, tzid: str | None, at: int) -> datetime | None:
        try:
            return self._zones.place(value, tzid or None, at)
        except (OverflowError, ValueError):
            self._notes.add(
                codes.INVALID_VALUE,
                Severity.ERROR,
                f"{value.isoformat()} leaves the calendar in UTC",
                at=at,
            )
            return None

    def _contradicted(self, value: datetime, tzid: str, at: int) -> datetime:
        """Read a time that has both TZID and an offset, which excludes the TZID."""
        place = self._zones.zone(tzid, at)
        try:
            there = None if place is None else convert(value, place)
        except EventkitError:
            there = None
        if there is None or there.utcoffset() != value.utcoffset():
            self._notes.once(
                codes.ZONES_DISAGREE,
                Severity.WARNING,
                "a time has a TZID but ends in Z or an offset, which is what counts",
                "leave out the one or the other",
                at=at,
            )
        return there or value

    def end(self, entry: Component, start: datetime | date) -> datetime | date | None:
        """Return the end in the zone of *start*, the last day for dates, None when unknown."""
        closing = entry.first("DTEND")
        if closing is None or not closing.value.strip():
            return self._after_duration(entry, start)
        end = self.read(closing)
        if end is None:
            return None
        if isinstance(start, datetime):
            return self._end_time(start, end, closing)
        if isinstance(end, datetime):
            self._notes.repaired("DTEND has a time but DTSTART a date", at=closing.at)
            end = end.date() if end.time() == time.min else end.date() + _ONE_DAY
        if end <= start:
            if end < start:
                self._backwards(closing)
                return None
            self._notes.repaired(
                "DTEND is the first day, not the day after the last", at=closing.at
            )
            return start
        return end - _ONE_DAY

    def _end_time(
        self, start: datetime, end: datetime | date, closing: Property
    ) -> datetime | None:
        place = start.tzinfo
        if not isinstance(end, datetime):
            self._notes.repaired("DTEND is a date but DTSTART has a time", at=closing.at)
            end = resolve(datetime.combine(end, time.min), place or ZULU, "compatible")
        if end.tzinfo is not place and place is not None:
            if end.tzinfo is not None and end.tzinfo is not ZULU and not _same(end.tzinfo, place):
                self._notes.not_carried("that an event ends in another zone", at=closing.at)
            end = convert(end, place)
        if end.astimezone(UTC) > start.astimezone(UTC):
            return end
        if end.astimezone(UTC) < start.astimezone(UTC):
            self._backwards(closing)
        else:
            self._notes.repaired("DTEND is DTSTART; the end is left out", at=closing.at)
        return None

    def _backwards(self, closing: Property) -> None:
        self._notes.add(
            codes.REPAIRED,
            Severity.WARNING,
            "DTEND is before DTSTART; the end is left out",
            "correct one of the two",
            at=closing.at,
        )

    def _after_duration(self, entry: Component, start: datetime | date) -> datetime | date | None:
        """Add DURATION: days on the calendar, the rest on the clock. Source: RFC 5545 §3.3.6."""
        one = entry.first("DURATION")
        if one is None:
            return None
        found = duration(one.value)
        if found is None:
            self._notes.repaired("a DURATION is not understood; the end is left out", at=one.at)
            return None
        days, exact = found
        try:
            if not isinstance(start, datetime):
                whole = days + exact // _ONE_DAY * _ONE_DAY
                return start + whole - _ONE_DAY if whole >= _ONE_DAY else None
            nominal = start
            if days:
                local = start.replace(tzinfo=None, fold=0) + days
                nominal = resolve(local, start.tzinfo or ZULU, "compatible")
            end = convert(nominal.astimezone(UTC) + exact, start.tzinfo or ZULU)
            if end.astimezone(UTC) > start.astimezone(UTC):
                return end
        except (OverflowError, EventkitError):
            pass
        if days or exact:
            self._notes.repaired("a DURATION ends before it begins", at=one.at)
        return None

    def _second_start(self, found: list[Property]) -> None:
        if any(one.value.strip() != found[0].value.strip() for one in found[1:]):
            self._notes.add(
                codes.REPAIRED,
                Severity.WARNING,
                "DTSTART stands twice with different times; the first is read",
                "remove the wrong one",
                at=found[1].at,
            )

    def _whole_days(self, entry: Component, opening: Property) -> TimeSlot | None:
        """Return the days of an event that Outlook marks as all-day but writes with times."""
        if (entry.value("X-MICROSOFT-CDO-ALLDAYEVENT") or "").upper() != "TRUE":
            return None
        begin, end = _naive(opening), _naive(entry.first("DTEND"))
        if begin is None or begin.time() != time.min:
            return None
        self._notes.repaired("an all-day event has times", at=opening.at)
        if end is None or end <= begin:
            return TimeSlot(begin.date())
        return TimeSlot(begin.date(), (end - timedelta(seconds=1)).date())

    def _shown(
        self, entry: Component, start: datetime, end: datetime | date | None
    ) -> tuple[datetime, datetime | date | None]:
        """Show a time in UTC on the clocks of the calendar, unless it recurs in UTC."""
        place = self._zones.shown
        recurs = "RRULE" in entry.properties or "RECURRENCE-ID" in entry.properties
        if place is None or start.tzinfo is not ZULU or recurs or "RDATE" in entry.properties:
            return start, end
        try:
            shown = convert(start, place), convert(end, place) if isinstance(end, datetime) else end
        except EventkitError:
            return start, end
        self._notes.once(
            codes.ZONE_CHOSEN,
            Severity.INFO,
            f"a time in UTC is shown on the clocks of {zone_name(place)}, which X-WR-TIMEZONE names",
            at=entry.at,
        )
        return shown


def _naive(one: Property | None) -> datetime | None:
    found = moment(one.value) if one else None
    value = found[0] if found else None
    return value if isinstance(value, datetime) and value.tzinfo is None else None


def _same(one: tzinfo, other: tzinfo) -> bool:
    if isinstance(one, timezone) or isinstance(other, timezone):
        return one == other
    return zone_name(one) == zone_name(other)
