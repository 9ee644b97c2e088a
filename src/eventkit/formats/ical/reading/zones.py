"""Placing the local times of a calendar: by TZID, by its VTIMEZONE, by X-WR-TIMEZONE."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from types import MappingProxyType

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.reading.content import Component
from eventkit.formats.ical.reading.matching import agrees, matching
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.observances import Budget, Observances, observances
from eventkit.formats.ical.reading.values import ZULU, text
from eventkit.formats.ical.reading.zone_names import zone_named
from eventkit.timezones import resolve, zone_name

__all__ = ["Place", "Spans", "Zones", "spans", "widen"]

Place = tzinfo | Observances | None
Spans = dict[str, tuple[str, str]]  # of each TZID the first and the last day, as digits
_REFERRING = ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE")
_OPEN_YEARS = 10  # how far a series without end is looked at
_COUNT = re.compile(r"COUNT=(\d{1,4})", re.IGNORECASE)
_INTERVAL = re.compile(r"INTERVAL=(\d{1,4})", re.IGNORECASE)
_EVERY = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)", re.IGNORECASE)
_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
_MINUTE = timedelta(minutes=1)
_ONE_DAY = timedelta(days=1)
_COMPARED = timedelta(days=60 * 365)
_COST_OF_MATCHING = 100


class Zones:
    """
    The zones of one calendar.

    Args:
        calendar: Whose times are placed.
        notes: Takes what was chosen and contradicted.
        default: Where floating times are placed unless the calendar says.
        budget: Bounds the work on rules.
        places: Zones of TZIDs that are known beforehand.
    """

    def __init__(
        self,
        calendar: Component,
        notes: Notes,
        default: tzinfo | None,
        budget: Budget,
        places: Mapping[str, Place] = MappingProxyType({}),
    ) -> None:
        self._calendar = calendar
        self._notes = notes
        self._budget = budget
        self._default = default
        self._known = dict(places)
        self._spans: Spans | None = None
        self._described: dict[str, Component] = {}
        for component in calendar.children:
            if component.name == "VTIMEZONE":
                name = _plain(component.value("TZID") or "")
                self._described.setdefault(name, component)
        self.shown = self._shown_in()

    def _shown_in(self) -> tzinfo | None:
        """Return the zone that the calendar as a whole is kept in."""
        found = self._calendar.first("X-WR-TIMEZONE")
        if found is None or not found.value.strip():
            return None
        place = zone_named(text(found.value))
        if place is None:
            self._notes.add(
                codes.UNKNOWN_ZONE,
                Severity.WARNING,
                f"X-WR-TIMEZONE {found.value[:60]!r} is no time zone",
                "write an IANA name such as Europe/Berlin",
                at=found.at,
            )
        return place

    def place(self, local: datetime, tzid: str | None, at: int) -> datetime | None:
        """Return a local time in its zone; None, and a finding, where the zone is not known."""
        if tzid is None:
            return self._floating(local, at)
        if tzid in self._known:
            place = self._known[tzid]
        else:
            place = self._known[tzid] = self._found(tzid, at)
        if place is None:
            self._notes.once(
                codes.UNKNOWN_ZONE,
                Severity.ERROR,
                f"the time zone {tzid[:60]!r} is not known, and no VTIMEZONE describes it",
                "write an IANA name such as Europe/Berlin",
                at=at,
            )
            return None
        if isinstance(place, Observances):
            return self._fixed(local, place, at)
        return self._placed(local, place, at)

    def zone(self, tzid: str, at: int) -> tzinfo | None:
        """Return the zone of a TZID as far as there is one."""
        if tzid not in self._known:
            self._known[tzid] = self._found(tzid, at)
        place = self._known[tzid]
        return None if isinstance(place, Observances) else place

    def _floating(self, local: datetime, at: int) -> datetime | None:
        place = self.shown or self._default
        if place is None:
            self._notes.once(
                codes.NO_ZONE,
                Severity.ERROR,
                "a time has no zone: it is floating, and the calendar names none",
                "name it with default_zone, or add TZID or X-WR-TIMEZONE",
                at=at,
            )
            return None
        source = "X-WR-TIMEZONE" if self.shown else "default_zone"
        self._notes.once(
            codes.ZONE_CHOSEN,
            Severity.INFO,
            f"a floating time is taken to be in {zone_name(place)}, which {source} names",
            at=at,
        )
        return self._placed(local, place, at)

    def _placed(self, local: datetime, place: tzinfo, at: int) -> datetime | None:
        """Source: RFC 5545 §3.3.5, which says what skipped and repeated times mean."""
        first = local.replace(tzinfo=place)
        if isinstance(place, timezone):
            return first
        offset, other = first.utcoffset(), local.replace(tzinfo=place, fold=1).utcoffset()
        if offset == other:
            return first
        try:
            found = resolve(local, place, "compatible")
        except (EventkitError, OverflowError):
            return None
        if offset is not None and other is not None and offset < other:
            self._notes.add(
                codes.NONEXISTENT_TIME,
                Severity.WARNING,
                f"{local.isoformat(' ', 'minutes')} does not exist in {zone_name(place)};"
                f" it is read as {found.isoformat(' ', 'minutes')}",
                "correct the time",
                at=at,
            )
        else:
            self._notes.add(
                codes.AMBIGUOUS_TIME,
                Severity.INFO,
                f"{local.isoformat(' ', 'minutes')} happens twice in {zone_name(place)};"
                " the first is meant",
                "write the time in UTC if it is the second",
                at=at,
            )
        return found

    def _fixed(self, local: datetime, said: Observances, at: int) -> datetime | None:
        shift = said.offset_at(local)
        if shift % _MINUTE:
            self._notes.once(
                codes.UNKNOWN_ZONE,
                Severity.ERROR,
                "a VTIMEZONE has an offset that is not in whole minutes",
                at=at,
            )
            return None
        return local.replace(tzinfo=timezone(shift) if shift else ZULU)

    # -- which zone --------------------------------------------------------------------------

    def unnamed(self, spans: Spans) -> dict[str, Place]:
        """Return the zones of TZIDs that no known name stands for but a VTIMEZONE describes."""
        self._spans = spans
        names = {tzid: _plain(tzid) for tzid in (*self._described, *spans)}
        return {
            tzid: self._found(tzid, 0)
            for tzid, name in names.items()
            if name in self._described and zone_named(name) is None
        }

    def has_unnamed(self) -> bool:
        """Whether some VTIMEZONE has a TZID that is no known name."""
        return any(zone_named(name) is None for name in self._described)

    def _found(self, tzid: str, at: int) -> Place:
        plain = _plain(tzid)
        described = self._described.get(plain)
        place = zone_named(plain)
        if place is None and described is not None:
            place = zone_named(text(described.value("X-LIC-LOCATION") or ""))
        if place is not None and not isinstance(place, timezone):
            self._say_what_is_meant(plain, zone_name(place), at)
        if described is None:
            return place
        first_year, last_year, first, last = self._span(tzid)
        said = observances(described, first_year - 1, last_year + 1, self._budget)
        if said is None:
            return place
        if place is not None:
            self._compare(place, said, tzid, (first, last), described.at)
            return place
        self._budget.years -= _COST_OF_MATCHING
        found = None
        if self._budget.years > 0:
            found = matching(said, plain, first_year, last_year)
        if found is None:
            self._notes.add(
                codes.ZONE_CHOSEN,
                Severity.WARNING,
                f"no IANA zone has the clocks of {plain[:60]!r}: its times are read at the fixed"
                " offsets that its VTIMEZONE gives",
                "name the zone if you know it; a series does not follow its clocks",
                at=described.at,
            )
            return said
        self._notes.add(
            codes.ZONE_CHOSEN,
            Severity.INFO,
            f"{plain[:60]!r} is taken for {zone_name(found)}, which has the same clocks from"
            f" {first_year} to {last_year}",
            "if another zone with these clocks is meant, write its IANA name",
            at=described.at,
        )
        return found

    def _say_what_is_meant(self, tzid: str, name: str, at: int) -> None:
        if name.casefold() not in tzid.casefold() and tzid.upper() not in ("Z", "GMT", "UTC"):
            self._notes.add(
                codes.ZONE_CHOSEN,
                Severity.INFO,
                f"{tzid[:60]!r} is taken for {name}",
                "write its IANA name",
                at=at,
            )

    def _compare(
        self, place: tzinfo, said: Observances, tzid: str, span: tuple[str, str], at: int
    ) -> None:
        if self._budget.years <= 0:
            return
        try:
            first, last = (datetime.strptime(text[:8], "%Y%m%d") for text in span)
            last = min(last, first + _COMPARED)
            self._budget.years -= 1 + (last - first).days // 365
            same = agrees(place, said, first - _ONE_DAY, last + _ONE_DAY)
        except (ValueError, OverflowError):
            return
        if not same:
            self._notes.add(
                codes.ZONES_DISAGREE,
                Severity.WARNING,
                f"the VTIMEZONE of {tzid[:60]!r} contradicts {zone_name(place)};"
                " the zone of that name is used",
                "write the VTIMEZONE anew, or give it another TZID",
                at=at,
            )

    def _span(self, tzid: str) -> tuple[int, int, str, str]:
        """Return the years and the first and last time that refer to a TZID."""
        if self._spans is None:
            self._spans = spans(self._calendar)
        first, last = self._spans.get(tzid, ("20200101", "20300101"))
        return *_years(first, last), first, last


def _plain(tzid: str) -> str:
    return text(tzid).strip("\"'; \t")


def spans(calendar: Component) -> Spans:
    """Return the TZIDs of the times in a calendar, each with the first and the last of its days."""
    found: Spans = {}
    for component in calendar.walk():
        for one in component.all(*_REFERRING):
            tzid = one.parameters.get("TZID")
            first, last = one.value[:8], one.value[-15:][:8]
            if tzid is None or not (first.isdecimal() and first.isascii()) or len(first) < 8:
                continue
            if not (last.isdecimal() and last.isascii()):
                last = first
            if one.name == "DTSTART" and (rule := component.value("RRULE")):
                last = max(last, _end_of(rule, first))
            widen(found, tzid, (first, last))
    return found


def widen(found: Spans, tzid: str, span: tuple[str, str]) -> None:
    """Add to the span of a TZID."""
    known = found.get(tzid, span)
    found[tzid] = min(known[0], span[0]), max(known[1], span[1])


def _end_of(rule: str, first: str) -> str:
    _, found, until = rule.upper().partition("UNTIL=")
    if found and until[:8].isdecimal() and until[:8].isascii() and len(until) >= 8:
        return until[:8]
    years = _OPEN_YEARS
    if (count := _COUNT.search(rule)) and (every := _EVERY.search(rule)):
        interval = _INTERVAL.search(rule)
        step = int(interval[1]) if interval else 1
        years = min(years, int(count[1]) * step * _DAYS[every[1].upper()] // 365 + 1)
    return f"{min(int(first[:4]) + years, max(2037, int(first[:4]))):04}{first[4:8]}"


def _years(first: str, last: str) -> tuple[int, int]:
    low = min(max(int(first[:4]), 3), 9996)
    return low, min(max(int(last[:4]), low), 9996)
