"""
Times as people read them.

With Babel (extra ``i18n``) in any language of CLDR; without it in plain English with 24 hours. The
zone is named by its city or generic name, never by an abbreviation alone.

Source: CLDR; UTS #35, part 4.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any

from eventkit.errors import InvalidValueError, NaiveDatetimeError
from eventkit.timezones.clocks import offset_text
from eventkit.timezones.local import convert
from eventkit.timezones.names import zone_name
from eventkit.timezones.names import zones as all_zones
from eventkit.timezones.places import city_of
from eventkit.timezones.plain import day_text

__all__ = [
    "day_shift_mark",
    "format_clock",
    "format_day",
    "format_in_zones",
    "format_range",
    "format_zone",
]

_ANY_DAY = date(2000, 1, 1)


def format_range(
    start: datetime | date,
    end: datetime | date | None = None,
    *,
    locale: str = "en",
    tz: str | tzinfo | None = None,
    with_zone: bool = True,
) -> str:
    """
    Return ``mercredi 17 avril 2019, 13:00–14:00 (heure d’été d’Europe centrale)``.

    Args:
        start: Aware time, or a date.
        end: First moment after it, or the last day; None when it is not known.
        locale: Language tag, such as ``fr`` or ``en-GB``.
        tz: Zone to tell the times in; by default that of *start*.
        with_zone: Whether to name the zone.

    Raises:
        NaiveDatetimeError: A time has no offset.
        UnknownTimeZoneError: *tz* is no zone.
        InvalidValueError: *locale* is no language that CLDR knows.
    """
    words = _words(locale)
    if not isinstance(start, datetime):
        last = end if isinstance(end, date) and end != start else None
        return words.days(start, last)
    first, until = _placed(start, tz), None
    if isinstance(end, datetime):
        until = _placed(end, tz if tz is not None else first.tzinfo)
    text = words.times(first, until)
    return f"{text} ({words.zone(first)})" if with_zone else text


def format_in_zones(
    start: datetime,
    end: datetime | None,
    zones: Iterable[str | tzinfo],
    *,
    locale: str = "en",
) -> str:
    """
    Return one line such as ``13:00–14:00 Paris · 07:00–08:00 New York · 23:00–00:00 Auckland (+1)``.

    The mark says how many days the start there is from the start in the first zone.

    Raises:
        As `format_range`.
    """
    words = _words(locale)
    places = all_zones(zones)
    parts = []
    for place in places:
        there = _placed(start, place)
        until = None if end is None else _placed(end, place)
        mark = day_shift_mark(there.date(), _placed(start, places[0]).date())
        parts.append(f"{words.clock(there, until)} {words.city(there)}{mark and f' {mark}'}")
    return " \u00b7 ".join(parts)


def format_zone(when: datetime, *, locale: str = "en") -> str:
    """Return what the zone of *when* is called on that day, such as ``Central European Time``."""
    return _words(locale).zone(_placed(when, None))


def format_day(day: date, *, locale: str = "en") -> str:
    """Return a day in full, with its weekday; of a time, its date."""
    return _words(locale).day(day)


def format_clock(start: datetime, end: datetime | None = None, *, locale: str = "en") -> str:
    """Return hours and minutes, ``13:00–14:00``, on the clocks that the times have."""
    return _words(locale).clock(start, end)


def day_shift_mark(there: date, here: date) -> str:
    """Return ``(+1)`` for a date that is a day later than *here*, and nothing for the same."""
    days = (there - here).days
    return f"({days:+})".replace("-", "\u2212") if days else ""


def _placed(when: datetime, tz: str | tzinfo | None) -> datetime:
    if when.tzinfo is None or when.utcoffset() is None:
        raise NaiveDatetimeError(
            f"{when.isoformat()} is a naive time", "place it first: resolve(when, 'Europe/Berlin')"
        )
    return convert(when, tz if tz is not None else when.tzinfo)


class _Plain:
    """English without a library."""

    def day(self, value: date) -> str:
        return day_text(value, weekday=True)

    def days(self, first: date, last: date | None) -> str:
        return self.day(first) if last is None else f"{self.day(first)} \u2013 {self.day(last)}"

    def clock(self, start: datetime, end: datetime | None) -> str:
        return f"{start:%H:%M}" if end is None else f"{start:%H:%M}\u2013{end:%H:%M}"

    def times(self, start: datetime, end: datetime | None) -> str:
        if end is None or start.date() == end.date():
            return f"{self.day(start)}, {self.clock(start, end)}"
        first, last = (f"{self.day(value)}, {self.clock(value, None)}" for value in (start, end))
        return f"{first} \u2013 {last}"

    def city(self, when: datetime) -> str:
        name = zone_name(when.tzinfo) if when.tzinfo else ""
        return f"UTC{name}" if name[:1] in "+-" else city_of(name)

    def zone(self, when: datetime) -> str:
        offset = f"UTC{offset_text(when.utcoffset() or timedelta(0))}"
        name = zone_name(when.tzinfo) if when.tzinfo else ""
        return offset if name[:1] in "+-" else f"{name}, {offset}"


class _Localised(_Plain):
    """The same by CLDR."""

    def __init__(self, locale: Any, dates: Any) -> None:
        self._locale = locale
        self._dates = dates
        pattern = str(locale.time_formats["short"].pattern)
        self._skeleton = "hm" if "a" in pattern or "b" in pattern.lower() else "Hm"

    def day(self, value: date) -> str:
        return _told(self, date(value.year, value.month, value.day))

    def days(self, first: date, last: date | None) -> str:
        if last is None:
            return self.day(first)
        return str(self._dates.format_interval(first, last, "yMMMd", locale=self._locale))

    def clock(self, start: datetime, end: datetime | None) -> str:
        first = time(start.hour, start.minute)
        if end is None:
            return _told(self, first)
        last = time(end.hour, end.minute)
        if start.date() == end.date() and first < last:  # not so over a repeated hour
            return _told(self, first, last)
        return f"{_told(self, first)}\u2013{_told(self, last)}"

    def tell(self, first: date | time, last: time | None) -> str:
        """Return a day, a time, or a range of times of one day."""
        if isinstance(first, date):
            return str(self._dates.format_date(first, "full", locale=self._locale))
        if last is None:
            return str(self._dates.format_time(first, "short", locale=self._locale))
        begin, end = (datetime.combine(_ANY_DAY, one) for one in (first, last))
        return str(self._dates.format_interval(begin, end, self._skeleton, locale=self._locale))

    def city(self, when: datetime) -> str:
        if isinstance(when.tzinfo, timezone):
            return super().city(when)
        found = self._dates.get_timezone_location(
            when.tzinfo, locale=self._locale, return_city=True
        )
        return str(found)

    def zone(self, when: datetime) -> str:
        offset = f"UTC{offset_text(when.utcoffset() or timedelta(0))}"
        if isinstance(when.tzinfo, timezone):
            return offset
        name = str(self._dates.get_timezone_name(when, "long", locale=self._locale))
        # Where CLDR has no name in this language, Babel gives an offset.
        return f"{self.city(when)}, {offset}" if any(map(str.isdigit, name)) else name


@lru_cache(maxsize=4096)
def _told(words: _Localised, first: date | time, last: time | None = None) -> str:
    return words.tell(first, last)


@lru_cache(maxsize=64)
def _words(locale: str) -> _Plain:
    try:
        from babel import Locale, UnknownLocaleError, dates
    except ImportError:
        return _Plain()
    try:
        return _Localised(Locale.parse(locale, sep="-" if "-" in locale else "_"), dates)
    except (UnknownLocaleError, ValueError, TypeError):
        raise InvalidValueError(
            f"unknown language {locale!r:.40}", "write a tag such as 'en', 'fr' or 'pt-BR'"
        ) from None
