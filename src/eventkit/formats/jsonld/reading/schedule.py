"""How an event comes again, out of a Schedule. Source: https://schema.org/Schedule"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk, plain, word
from eventkit.formats.jsonld.reading.items import Item
from eventkit.formats.jsonld.reading.moments import clock, length
from eventkit.formats.jsonld.reading.slots import day, moments
from eventkit.model import TimeSlot
from eventkit.timezones import convert, resolve, zone

__all__ = ["Plan", "local_start", "read_plan"]

_FREQUENCY = re.compile(r"P0*([1-9]\d{0,3})([DWMY])", re.IGNORECASE)
_UNITS = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_WORDS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y"}
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = {
    name: _DAYS[number]
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
_NTH = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_SEARCH_MAX = 800  # days until the first that the terms allow


class Plan:
    """A Schedule that was read: its rule, first slot, zone, last day, and what does not happen."""

    def __init__(self, desk: Desk, item: Item) -> None:
        self.desk, self.item = desk, item
        self.zone = self._zone()
        self.parts = self._parts()
        self.first = self._slot(day(desk, item, "startDate"))
        self.slot = self._allowed_slot()
        self.last = day(desk, item, "endDate")

    def _zone(self) -> tzinfo | None:
        for value in self.desk.values(self.item, "scheduleTimezone"):
            try:
                return zone((plain(value) or "").strip())
            except EventkitError as exc:
                self._say(codes.UNKNOWN_ZONE, exc.message, exc.hint, "scheduleTimezone")
        return None

    def _say(self, code: str, message: str, hint: str | None, name: str) -> None:
        self.desk.say(code, Severity.WARNING, message, hint, self.item, name)

    def _texts(self, name: str) -> list[str]:
        texts = [plain(value) for value in self.desk.values(self.item, name)]
        return [text.strip() for text in texts if text and text.strip()]

    def _numbers(self, name: str) -> list[int]:
        texts = self._texts(name)
        found = [int(text) for text in texts if re.fullmatch(r"[+-]?\d{1,5}", text)]
        if len(found) != len(texts):
            message = f"{name} {texts[0][:40]!r} is no number; it is left out"
            self._say(codes.INVALID_VALUE, message, "write e.g. 1", name)
        return found

    def _parts(self) -> dict[str, str] | None:
        """Return the parts of the rule, or None where it does not come again in a known way."""
        texts = self._texts("repeatFrequency")
        days, weeks = self._days(), self._numbers("byMonthWeek")
        unit = "MONTHLY" if weeks else "WEEKLY" if days else None
        parts: dict[str, str] = {}
        if texts:
            told = _WORDS.get(texts[0].lower(), texts[0])
            found = _FREQUENCY.fullmatch(told)
            if found is None:
                message = f"repeatFrequency {texts[0][:40]!r} is not understood"
                self._say(codes.INVALID_VALUE, message, "write e.g. P1W", "repeatFrequency")
            else:
                unit = _UNITS[found[2].upper()]
                if int(found[1]) > 1:
                    parts["INTERVAL"] = str(int(found[1]))
        if unit is None:
            return None
        if weeks and days:
            days = [f"{week}{one[-2:]}" for week in weeks for one in days]
        parts = {"FREQ": unit, **parts}
        if days:
            parts["BYDAY"] = ",".join(days)
        for name, part in (("byMonthDay", "BYMONTHDAY"), ("byMonth", "BYMONTH")):
            if numbers := self._numbers(name):
                parts[part] = ",".join(map(str, numbers))
        if counts := self._numbers("repeatCount"):
            parts["COUNT"] = str(counts[0])
        return parts

    def _days(self) -> list[str]:
        found = []
        for value in self.desk.values(self.item, "byDay"):
            text = (word(value) or "").strip()
            if text.lower() in _NAMES:
                found.append(_NAMES[text.lower()])
            elif _NTH.fullmatch(text.upper()):
                found.append(text.upper())
            elif text:
                message = f"byDay {text[:40]!r} is no day"
                self._say(codes.UNKNOWN_MEMBER, message, "write https://schema.org/Monday", "byDay")
        return found

    def _allowed_slot(self) -> TimeSlot | None:
        """Return the slot of the first day from startDate on that the terms allow."""
        if self.first is None:
            return None
        begins = local_start(self.first.start, self.first)
        first = begins.date() if isinstance(begins, datetime) else begins
        allowed = self._allowed(first)
        return self.first if allowed == first else self._slot(allowed)

    def begins(self, slot: TimeSlot) -> bool:
        """Whether a slot is the first of the plan; where it tells no first, any is."""
        firsts = [one.start for one in (self.first, self.slot) if one is not None]
        if not firsts:
            return True
        start = local_start(slot.start, slot)
        days = {at.date() if isinstance(at, datetime) else at for at in firsts}
        return (start.date() if isinstance(start, datetime) else start) in days

    def _slot(self, first: date | None) -> TimeSlot | None:
        """Return the slot of one day."""
        begins, ends = (self._clock(name) for name in ("startTime", "endTime"))
        lasting = next((found for text in self._texts("duration") if (found := length(text))), None)
        if first is None:
            return None
        if begins is None:
            last = first + lasting - timedelta(days=1) if lasting and lasting.days else None
            return TimeSlot(first, last)
        place = begins[1] or self.zone or self.desk.zone
        if place is None:
            message = f"startTime {begins[0].isoformat()} has no zone; the date alone is read"
            self._say(
                codes.NAIVE_TIME, message, "add scheduleTimezone, e.g. Europe/Paris", "startTime"
            )
            return TimeSlot(first)
        try:
            start = resolve(datetime.combine(first, begins[0]), place)
            return TimeSlot(start, self._end(start, ends[0] if ends else None, lasting))
        except (EventkitError, OverflowError):
            return None

    def _clock(self, name: str) -> tuple[time, tzinfo | None] | None:
        for text in self._texts(name):
            if found := clock(text):
                return found
            message = f"{name} {text[:40]!r} is not understood"
            self._say(codes.UNREADABLE_TIME, message, "write e.g. 18:00:00", name)
        return None

    def _end(
        self, start: datetime, ends: time | None, lasting: timedelta | None
    ) -> datetime | None:
        place = start.tzinfo or UTC
        if lasting:
            return convert(start.astimezone(UTC) + lasting, place)
        if ends is None:
            return None
        local = datetime.combine(start.date(), ends)
        if ends <= start.time():
            local += timedelta(days=1)
        return resolve(local, place)

    def _allowed(self, first: date) -> date:
        if self.parts is None:
            return first
        for number in range(_SEARCH_MAX):
            try:
                one = first + timedelta(days=number)
            except OverflowError:
                break
            if _allows(self.parts, one):
                return one
        return first

    def rule(self, slot: TimeSlot) -> str | None:
        """Return the rule as iCalendar writes it."""
        if self.parts is None:
            return None
        parts = dict(self.parts)
        if self.last is not None and "COUNT" in parts:
            message = "it has both repeatCount and endDate; repeatCount is read"
            self._say(codes.CONFLICT, message, "leave one out", "repeatCount")
        elif self.last is not None:
            parts["UNTIL"] = _until(self.last, slot)
        return ";".join(f"{name}={value}" for name, value in parts.items())

    def excluded(self, slot: TimeSlot) -> list[datetime | date]:
        """Return the starts that do not happen, on the clocks of the slot."""
        found = []
        for one in moments(self.desk, self.item, "exceptDate"):
            found.append(local_start(one.at(slot.timezone) or one.day, slot))
        return list(dict.fromkeys(found))


def local_start(value: datetime | date, slot: TimeSlot) -> datetime | date:
    """Return a start as the wall clock of the slot shows it; a bare date at its hour."""
    if slot.timezone is None or not isinstance(slot.start, datetime):
        return value.date() if isinstance(value, datetime) else value
    if isinstance(value, datetime):
        return convert(value, slot.timezone).replace(tzinfo=None, fold=0)
    return datetime.combine(value, slot.start.time())


def _until(last: date, slot: TimeSlot) -> str:
    if not isinstance(slot.start, datetime) or slot.timezone is None:
        return f"{last:%Y%m%d}"
    try:
        moment = resolve(datetime.combine(last, slot.start.time()), slot.timezone)
        return f"{convert(moment, UTC):%Y%m%dT%H%M%SZ}"
    except (EventkitError, OverflowError):
        return f"{last:%Y%m%d}"


def _allows(parts: dict[str, str], one: date) -> bool:
    if "BYMONTH" in parts and one.month not in map(int, parts["BYMONTH"].split(",")):
        return False
    if "BYMONTHDAY" in parts and one.day not in map(int, parts["BYMONTHDAY"].split(",")):
        return False
    if "BYDAY" not in parts:
        return True
    for text in parts["BYDAY"].split(","):
        if text[-2:] != _DAYS[one.weekday()]:
            continue
        number = int(text[:-2] or 0)
        if number in (0, (one.day - 1) // 7 + 1) or parts["FREQ"] == "YEARLY":
            return True
    return False


def read_plan(desk: Desk, *holders: Item) -> Plan | None:
    """Return the first Schedule of an event, or of the series above it."""
    plans = []
    for holder in holders:
        for value, _ in desk.things(holder, "eventSchedule", "courseSchedule"):
            if isinstance(value, Item):
                plans.append(value)
    if len(plans) > 1:
        message = f"there are {len(plans)} schedules; the first is read"
        hint = "give each its own event"
        desk.say(codes.NOT_CARRIED, Severity.WARNING, message, hint, plans[1])
    return Plan(desk, plans[0]) if plans else None
