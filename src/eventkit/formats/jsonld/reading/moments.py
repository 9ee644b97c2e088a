"""Dates and times as markup has them. Source: https://schema.org/DateTime, ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

import attrs

from eventkit.errors import EventkitError
from eventkit.timezones import resolve, zone

__all__ = ["Moment", "clock", "length", "moment"]

_DATE = r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})-(?P<day>\d{1,2})|(?P<month2>\d{2})(?P<day2>\d{2}))"
_TIME = r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?|(?P<minute2>\d{2})(?P<second2>\d{2})?)"
_ZONE = (
    r"(?P<zone>Z|z|UTC|GMT|[+\u2212-]\d{2}(?::?\d{2})?)?(?:\[(?P<name>[A-Za-z0-9_+/-]{1,60})\])?"
)
_MOMENT = re.compile(rf"{_DATE}(?:[Tt]|\s{{1,3}}|$)(?:{_TIME}(?:[.,]\d{{1,9}})?\s?{_ZONE})?")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WORDED = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<month>{_MONTH})\.?,?\s(?P<year>\d{{4}})"
    rf"|(?P<month2>{_MONTH})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year2>\d{{4}}))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(rf"[Tt]?{_TIME}(?:[.,]\d{{1,9}})?{_ZONE}")
_LENGTH = re.compile(
    r"P(?=\d|T\d)(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d{1,5})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,7})(?:\.0+)?S)?)?",
    re.IGNORECASE,
)


@attrs.frozen
class Moment:
    """
    A date or a time as it was found.

    Args:
        text: As it stands in the source.
        day: The date on the clocks of whoever wrote it.
        local: The wall-clock time; None for a date, or a time that is not understood.
        place: The offset or zone; None when none is told.
        exact: Whether the text is fully understood.
        fault: What contradicts itself in it.
    """

    text: str
    day: date
    local: datetime | None = None
    place: tzinfo | None = None
    exact: bool = True
    fault: str | None = None

    @property
    def is_naive(self) -> bool:
        """Whether it is a time without an offset."""
        return self.local is not None and self.place is None

    @property
    def is_midnight(self) -> bool:
        """Whether it is 00:00:00, which often stands for an hour that is not known."""
        return self.local is not None and self.local.time() == time(0)

    def at(self, place: tzinfo | None) -> datetime | None:
        """
        Return the aware time, in *place* where the text tells no offset.

        Raises:
            EventkitError: The clocks there skip or repeat the time.
        """
        if self.local is None:
            return None
        if self.place is not None:
            if isinstance(self.place, timezone):
                return self.local.replace(tzinfo=self.place)
            return resolve(self.local, self.place, "compatible")
        return None if place is None else resolve(self.local, place, "reject")


def moment(text: str) -> Moment | None:
    """Return what a text says, at least its date; None when not even that is clear."""
    text = " ".join(text.split())[:100]
    found = _MOMENT.fullmatch(text)
    try:
        if found is None:
            return _in_words(text)
        day_text = (found["month"] or found["month2"], found["day"] or found["day2"])
        day_found = date(int(found["year"]), int(day_text[0]), int(day_text[1]))
    except ValueError:
        return None
    if found["hour"] is None:
        return Moment(text, day_found)
    try:
        local = _local(found, day_found)
        place, fault = _place(found, local)
        if place is not None:
            local.replace(tzinfo=UTC if place is UTC else place).astimezone(UTC)
    except (ValueError, OverflowError):
        return Moment(text, day_found, exact=False)
    return Moment(
        text, local.date() if found["hour"] == "24" else day_found, local, place, fault=fault
    )


def _in_words(text: str) -> Moment | None:
    """
    Return the date at least, where its month is a word or the order is that of ISO 8601.

    Raises:
        ValueError: There is no such day.
    """
    if day := _DAY.match(text):
        return Moment(text, date(*map(int, day.groups())), exact=False)
    if day := _WORDED.search(text):
        number = day["day"] or day["day2"]
        month = _MONTHS.index(day["month" if day["month"] else "month2"][:3].lower()) + 1
        return Moment(text, date(int(day["year"] or day["year2"]), month, int(number)), exact=False)
    return None


def _local(found: re.Match[str], day: date) -> datetime:
    hour = int(found["hour"])
    minute = int(found["minute"] or found["minute2"])
    second = int(found["second"] or found["second2"] or 0)
    if (hour, minute, second) == (24, 0, 0):
        return datetime.combine(day, time()) + timedelta(days=1)
    return datetime.combine(day, time(hour, minute, min(second, 59) if second == 60 else second))


def _place(found: re.Match[str], local: datetime) -> tuple[tzinfo | None, str | None]:
    """Return the zone; a named one counts, and an offset beside it is compared."""
    offset = _offset(found["zone"])
    if not found["name"]:
        return offset, None
    try:
        place = zone(found["name"])
        there = resolve(local, place).utcoffset()
    except EventkitError:
        return offset, f"{found['name']!r} is no zone that is known"
    if offset is not None and found["zone"] not in ("Z", "z") and there != offset.utcoffset(None):
        return place, f"the offset {found['zone']} is not that of {found['name']} on that day"
    return place, None


def _offset(text: str | None) -> tzinfo | None:
    """
    Return a fixed offset.

    Raises:
        ValueError: It is out of bounds.
    """
    if not text:
        return None
    if text[0] not in "+-\u2212":
        return zone("UTC")
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    if hours > 15 or minutes > 59:
        raise ValueError("no such offset")
    length = timedelta(hours=hours, minutes=minutes)
    return zone("UTC") if not length else timezone(length if text[0] == "+" else -length)


def clock(text: str) -> tuple[time, tzinfo | None] | None:
    """Return a time of day, with its offset when it has one."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return _local(found, date(2000, 1, 1)).time(), _offset(found["zone"])
    except ValueError:
        return None


def length(text: str) -> timedelta | None:
    """Return a duration in whole seconds; None for months and years, which have no length."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        return None
    return timedelta(**{name: int(number) for name, number in found.groupdict("0").items()})
