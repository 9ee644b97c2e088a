"""When an event is, as a statement in one of seven languages that is read back as it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from eventkit.extras import load
from eventkit.formats.announcement.times.statement import read_statement
from eventkit.model import TimeSlot
from eventkit.timezones import format_range, zone_name

__all__ = ["statement"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_BLANKS = {0x2009: None, 0x202F: " ", 0xA0: " "}  # of CLDR, around dashes and before PM


def statement(slot: TimeSlot, language: str) -> str:
    """
    Return the plainest statement that is read back as the same slot.

    Args:
        slot: Any slot.
        language: Code of the language of its day and month; English needs no library.

    Raises:
        MissingExtraError: Babel is not installed.
    """
    start, end = slot.start, slot.end
    if not isinstance(start, datetime):
        text = _days(start, end, language)
        if read_statement(text).slot == slot:
            return text
        return _iso(start) if end is None else f"{_iso(start)} to {_iso(end)}"
    key = zone_name(start.tzinfo or UTC)
    place = key if "/" in key or key == "UTC" else f"time zone {key}"
    place = f"UTC{key}" if key[0] in "+-" else place
    if _is_whole(start) and (end is None or (isinstance(end, datetime) and _is_whole(end))):
        text = f"{_times(start, end, language)} ({place})"
        if read_statement(text).slot == slot:
            return text
    ends = f" to {end.isoformat()}" if isinstance(end, datetime) else ""
    return f"{start.isoformat()}{ends} ({place})"


def _is_whole(when: datetime) -> bool:
    return when.second == 0 and 1900 <= when.year < 2200


def _iso(day: date) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _days(start: date, end: date | None, language: str) -> str:
    if not 1900 <= start.year < 2200:
        return _iso(start)
    if language == "en":
        return _day(start) if end is None else f"{_day(start)} to {_day(end)}"
    return _cldr(start, end, language)


def _day(day: date) -> str:
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _times(start: datetime, end: date | None, language: str) -> str:
    if language != "en":
        return _cldr(start, end, language)
    text = f"{_day(start)}, {start:%H:%M}"
    if not isinstance(end, datetime):
        return text
    until = f"{end:%H:%M}" if end.date() == start.date() else f" {_day(end)}, {end:%H:%M}"
    return f"{text}\u2013{until}" if until[0] != " " else f"{text} \u2013{until}"


def _cldr(start: date, end: date | None, language: str) -> str:
    load("babel", "i18n")
    return format_range(start, end, locale=language, with_zone=False).translate(_BLANKS)
