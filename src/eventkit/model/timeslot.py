"""When an event happens."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from datetime import timezone as FixedOffset
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from eventkit.errors import EmptyTimeSlotError, InvalidValueError, NaiveDatetimeError
from eventkit.model.checks import optional
from eventkit.timezones import Disambiguation, convert, resolve, zone, zone_name

__all__ = ["TimeSlot"]


def _placed(value: datetime | date | None) -> datetime | date | None:
    """Return a date-time with its zone in the one form that `zone_name` can name."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return value
    if type(value.tzinfo) is ZoneInfo and value.tzinfo.key:
        return value
    place = zone(value.tzinfo)
    return value if place is value.tzinfo else value.replace(tzinfo=place)


def _identity(value: datetime | date | None) -> object:
    """Compare by instant and zone: inside one zone Python compares wall clocks."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC), zone_name(value.tzinfo)
    return value


def _is_later(end: datetime, start: datetime) -> bool:
    """Compare instants; inside one zone Python compares wall clocks."""
    place = start.tzinfo
    if place is end.tzinfo and place and place.utcoffset(start) == place.utcoffset(end):
        return end > start
    return end.astimezone(UTC) > start.astimezone(UTC)


def _is_moment(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, date):
        raise InvalidValueError(
            f"{field.name} is {type(value).__name__}, not a date-time or date",
            "give an aware datetime, or a date when the hour is not known",
        )
    if not isinstance(value, datetime):
        return
    place = value.tzinfo
    offset = place.utcoffset(value) if place else None
    if place is None or offset is None:
        raise NaiveDatetimeError(
            f"{field.name} is a naive time: {value.isoformat()}",
            "name the zone, e.g. TimeSlot.local('2019-04-17 13:00', '14:00', 'Europe/Paris')",
        )
    if value.microsecond:
        raise InvalidValueError(
            f"{field.name} has a fraction of a second", "use .replace(microsecond=0)"
        )
    if not 1 < value.year < 9999:
        _check_calendar(field, value)
    if type(place) is FixedOffset:
        return  # whose clocks are never changed
    other = place.utcoffset(_at_other_fold(value))
    # The later reading of a skipped time has the larger offset, of a repeated one the smaller.
    if other != offset and other is not None and (other > offset) == (value.fold == 0):
        raise InvalidValueError(
            f"{field.name} {value.isoformat()} does not exist: the clocks skip it that day",
            "place it with eventkit.timezones.resolve()",
        )


def _at_other_fold(value: datetime) -> datetime:
    """Return ``value.replace(fold=1 - value.fold)``, which takes three times as long."""
    v = value
    return datetime(
        v.year, v.month, v.day, v.hour, v.minute, v.second, 0, v.tzinfo, fold=1 - v.fold
    )


def _check_calendar(field: attrs.Attribute[Any], value: datetime) -> None:
    try:
        value.astimezone(UTC)
    except OverflowError:
        raise InvalidValueError(f"{field.name} leaves the calendar in UTC") from None


@attrs.frozen(weakref_slot=False)
class TimeSlot:
    """
    A half-open stretch of time ``[start, end)``, or whole days.

    Equal slots have the same instants in the same zone; order is by instant.

    Args:
        start: Aware date-time in whole seconds, whose zone is the one shown to readers; or a
            date, when the hour is not announced or the event takes whole days.
        end: The first moment after the slot, in the zone of *start*; or the last day,
            inclusive, when *start* is a date. None when it is not known.

    Raises:
        NaiveDatetimeError: A time has no UTC offset.
        EmptyTimeSlotError: *end* is not later than *start*.
        InvalidValueError: A time is skipped by the clocks, has a fraction of a second, or the
            two ends differ in kind or zone.
        UnknownTimeZoneError: A zone that is neither an IANA zone nor a fixed offset.

    Source: RFC 5545 §3.6.1 (``DTEND`` is non-inclusive); schema.org ``endDate``.
    """

    start: datetime | date = attrs.field(converter=_placed, validator=_is_moment, eq=_identity)
    end: datetime | date | None = attrs.field(
        default=None,
        converter=_placed,
        validator=optional(_is_moment),
        eq=_identity,
    )

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if end is None:
            return
        if isinstance(start, datetime) != isinstance(end, datetime):
            raise InvalidValueError(
                f"start {start.isoformat()} and end {end.isoformat()} are of two kinds",
                "give both as times, or both as dates",
            )
        if not (isinstance(start, datetime) and isinstance(end, datetime)):
            if end < start:
                raise EmptyTimeSlotError(
                    f"the last day {end} is before {start}", "swap the two, or correct one"
                )
            return
        if (
            start.tzinfo is not end.tzinfo
            and start.tzinfo
            and end.tzinfo
            and zone_name(start.tzinfo) != zone_name(end.tzinfo)
        ):
            raise InvalidValueError(
                f"start is in {zone_name(start.tzinfo)}, end in {zone_name(end.tzinfo)}",
                "put both in one zone: end.astimezone(start.tzinfo)",
            )
        if not _is_later(end, start):
            raise EmptyTimeSlotError(
                f"end {end.isoformat()} is not after {start.isoformat()}",
                "swap the two, or give end a later date",
            )

    @classmethod
    def local(
        cls,
        start: str,
        end: str | None,
        timezone: str | tzinfo,
        disambiguation: Disambiguation = "reject",
    ) -> TimeSlot:
        """
        Build a slot from wall-clock times such as ``"2019-04-17 13:00"``.

        Args:
            start: Date and time, ISO 8601 with a blank or ``T`` between.
            end: The same, or a time alone, which is on the day of *start* or, when earlier
                than it, on the day after. None when not known.
            timezone: The zone of both, or its name.
            disambiguation: What to do with skipped and repeated times; see `resolve`.

        Raises:
            InvalidValueError: A text that is no such time.
            NonexistentTimeError, AmbiguousTimeError: As `resolve` says.
        """
        begin = _local_time(start)
        finish = None if end is None else _local_time(_with_date(end, begin))
        return cls(
            resolve(begin, timezone, disambiguation),
            None if finish is None else resolve(finish, timezone, disambiguation),
        )

    @property
    def is_all_day(self) -> bool:
        """True when the slot has dates only."""
        return not isinstance(self.start, datetime)

    @property
    def timezone(self) -> tzinfo | None:
        """The zone of both ends; None for dates."""
        return self.start.tzinfo if isinstance(self.start, datetime) else None

    @property
    def start_utc(self) -> datetime | None:
        """The first instant in UTC; None for dates."""
        return self.start.astimezone(UTC) if isinstance(self.start, datetime) else None

    @property
    def end_utc(self) -> datetime | None:
        """The first instant after the slot in UTC; None for dates or when not known."""
        return self.end.astimezone(UTC) if isinstance(self.end, datetime) else None

    @property
    def duration(self) -> timedelta | None:
        """Elapsed time, right across clock changes; whole days for dates; None when unknown."""
        if self.end is None:
            return None
        start, end = self.start_utc, self.end_utc
        if start is not None and end is not None:
            return end - start
        return self.end - self.start + timedelta(days=1)

    def astimezone(self, timezone: str | tzinfo) -> TimeSlot:
        """Return the same instants on other clocks; dates are refused, they have no instant."""
        if not isinstance(self.start, datetime):
            raise InvalidValueError("a slot of dates has no instant to convert", "give it a time")
        end = convert(self.end, timezone) if isinstance(self.end, datetime) else None
        return TimeSlot(convert(self.start, timezone), end)

    def overlaps(self, other: TimeSlot) -> bool:
        """
        Whether the two share a moment; an unknown end counts as the start alone.

        Raises:
            InvalidValueError: One has times, the other dates.
        """
        mine, theirs = self._bounds(), other._bounds()
        if self.is_all_day != other.is_all_day:
            raise InvalidValueError("times and dates cannot be compared", "give both times")
        return mine[0] < theirs[1] and theirs[0] < mine[1]

    def _bounds(self) -> tuple[datetime, datetime]:
        if not isinstance(self.start, datetime):
            last = self.end or self.start
            begin = datetime(self.start.year, self.start.month, self.start.day, tzinfo=UTC)
            close = datetime(last.year, last.month, last.day, 23, 59, 59, 999_999, tzinfo=UTC)
            return begin, close
        begin = self.start.astimezone(UTC)
        return begin, self.end_utc or begin + timedelta(microseconds=1)

    def __contains__(self, moment: object) -> bool:
        if isinstance(moment, datetime):
            if self.is_all_day or moment.utcoffset() is None:
                return False
            begin, close = self._bounds()
            return begin <= moment.astimezone(UTC) < close
        if isinstance(moment, date) and not isinstance(self.start, datetime):
            return self.start <= moment <= (self.end or self.start)
        return False

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, TimeSlot) or self.is_all_day != other.is_all_day:
            return NotImplemented
        return self._bounds() < other._bounds()

    def __le__(self, other: object) -> bool:
        if not isinstance(other, TimeSlot) or self.is_all_day != other.is_all_day:
            return NotImplemented
        return self._bounds() <= other._bounds()


def _with_date(text: str, begin: datetime) -> str:
    """Give a bare time the day of *begin*, or the next when it is not later."""
    if len(text) > len("23:59:59"):
        return text
    try:
        same_day = datetime.fromisoformat(f"{begin.date()}T{text}")
        return (same_day if same_day > begin else same_day + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        raise InvalidValueError(f"{text!r} is no time of day", "write e.g. '14:00'") from None


def _local_time(text: str) -> datetime:
    try:
        value = datetime.fromisoformat(text)
    except (ValueError, TypeError):
        raise InvalidValueError(
            f"{text!r} is no date and time", "write e.g. '2019-04-17 13:00'"
        ) from None
    if len(text) <= len("2019-04-17"):
        raise InvalidValueError(f"{text!r} has no time of day", "write e.g. '2019-04-17 13:00'")
    if value.tzinfo is not None:
        raise InvalidValueError(f"{text!r} has an offset", "leave it out, the zone decides")
    return value
