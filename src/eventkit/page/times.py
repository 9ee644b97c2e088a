"""Times as the page shows them, before a script adds the visitor's own."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from functools import cache

import attrs

from eventkit.errors import InvalidValueError, UnknownTimeZoneError
from eventkit.extras import load
from eventkit.model import TimeSlot
from eventkit.page.words import locale_of
from eventkit.timezones import convert, zone_name
from eventkit.timezones.clocks import abbreviation, offset_text
from eventkit.timezones.display import format_clock, format_day

__all__ = ["WORLD", "Shown", "day_text", "moment_text", "shown", "time_text", "world"]

WORLD = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Paris",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
)


@attrs.frozen
class Shown:
    """
    A slot in words of one language and clocks of one zone.

    Args:
        day: The first day in full.
        time: Start and end on the clock, or empty for dates.
        until: The last day in full, when it is another.
        zone: IANA name or offset, or empty for dates.
        offset: Abbreviation and offset, such as ``CEST, UTC+02:00``.
        shift: Days from the date in the event's own zone.
    """

    day: str
    time: str = ""
    until: str = ""
    zone: str = ""
    offset: str = ""
    shift: int = 0

    @property
    def where(self) -> str:
        """Offset and zone, once where they say the same: ``CEST, UTC+02:00 · Europe/Paris``."""
        parts = [self.offset] if self.zone in self.offset else [self.offset, self.zone]
        return " \u00b7 ".join(part for part in parts if part)


@cache
def _locale(tag: str) -> str:
    load("babel", "html")
    try:
        format_day(date(2000, 1, 1), locale=locale_of(tag))
    except InvalidValueError:
        return tag.partition("-")[0]
    return locale_of(tag)


def day_text(day: date, language: str) -> str:
    """Return a day with its weekday, in full."""
    return format_day(day, locale=_locale(language))


def time_text(start: datetime, language: str, end: datetime | None = None) -> str:
    """Return hours and minutes, in which a line is not broken."""
    text = format_clock(start, end, locale=_locale(language))
    return text.replace("\u202f", "\u00a0").replace("\u2009", "")


def moment_text(when: datetime | date, place: tzinfo | None, language: str) -> str:
    """Return a day, and the time in *place* when there is one."""
    if not isinstance(when, datetime):
        return day_text(when, language)
    here = convert(when, place) if place else when
    return f"{day_text(here, language)}, {time_text(here, language)} ({_offset(here)})"


def shown(slot: TimeSlot, language: str, place: str | tzinfo | None = None) -> Shown:
    """Return *slot* in words, by the clocks of *place* or of its own zone."""
    start, end = slot.start, slot.end
    if not isinstance(start, datetime):
        until = day_text(end, language) if end and end != start else ""
        return Shown(day_text(start, language), until=until)
    there = convert(start, place) if place else start
    finish = None
    if isinstance(end, datetime):
        finish = convert(end, place) if place else end
    text, until = time_text(there, language), ""
    if finish is not None and _same_day(there, finish):
        text = time_text(there, language, finish)
    elif finish is not None:
        until = f"{day_text(finish, language)}, {time_text(finish, language)}"
    name = zone_name(there.tzinfo) if there.tzinfo else ""
    shift = (there.date() - start.date()).days
    return Shown(day_text(there, language), text, until, name, _offset(there, finish), shift)


def _same_day(start: datetime, end: datetime) -> bool:
    """Midnight ends the day before it."""
    return (end - timedelta(microseconds=1)).date() == start.date()


def world(slot: TimeSlot, language: str, zones: tuple[str, ...]) -> list[Shown]:
    """Return *slot* by the clocks of *zones*, from west to east, without the event's own."""
    if slot.is_all_day or slot.timezone is None:
        return []
    own = zone_name(slot.timezone)
    rows: list[tuple[timedelta, str, Shown]] = []
    for name in zones:
        try:
            there = convert(slot.start, name) if isinstance(slot.start, datetime) else None
        except (OverflowError, UnknownTimeZoneError):
            if isinstance(slot.start, datetime) and 1 < slot.start.year < 9999:
                raise
            continue
        if there is not None and name != own:
            rows.append((there.utcoffset() or timedelta(0), name, shown(slot, language, name)))
    return [row[2] for row in sorted(rows, key=lambda row: row[:2])]


def _offset(start: datetime, end: datetime | None = None) -> str:
    offset = start.utcoffset() or timedelta(0)
    text = f"UTC{offset_text(offset)}" if offset else "UTC"
    name = abbreviation(start)
    known = f"{name}, {text}" if name and name != "UTC" else text
    if end is not None and end.utcoffset() != offset:
        return f"{known} \u2192 {_offset(end)}"
    return known
