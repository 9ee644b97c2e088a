"""
Dates as people write them: ``April, 17, 2019``, ``17. April 2019``, ``May 6-8``, ``2019-04-17``.

All patterns work on folded text, see `words.fold`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import attrs

from eventkit.formats.announcement.words import (
    MONTHS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    alternatives,
)

__all__ = ["DateRange", "Day", "date_at", "weekday_at", "year_at"]


@attrs.frozen
class Day:
    """A day as stated; ``swapped`` is the other reading of ``08/09/2021``."""

    year: int | None
    month: int
    day: int
    swapped: tuple[int, int] | None = None  # month and day the other way round
    short_year: bool = False

    def on(self, year: int) -> date | None:
        """Return the date in *year*, or None where there is no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@attrs.frozen
class DateRange:
    """A first day and perhaps a last one."""

    first: Day
    last: Day | None = None


_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|re|o|e)\b|\.(?!\d))?"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)(?![\d:]|\s*[ap]\.?m\b|\s*(?:uhr|uur|hrs|h)\b|[.]\d)"
_TO = r"\s*(?:-|\b(?:to|through|until|till|bis|al?|au|ate|tot(?: en met)?|t/m)\b)\s*"
_OF = r"(?:\s*\b(?:de|del|di|d'|of|do)\b)?\s*"
_BEFORE_YEAR = r"(?:,|\s|\bde\b|\bdel\b|\bof\b|\bdo\b|\.)*\s*"
_NO_TIME = r"(?!\s*(?:[ap]\.?m\b|:|h\b|h\d|uhr|uur|\d)|\.\d)"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<m>{alternatives(MONTHS)})\b\.?"
    month2 = month.replace("<m>", "<m2>")
    any_month = rf"(?:{alternatives(MONTHS)})\b"
    day = r"(?P<d>\d{1,2})"
    return (
        re.compile(r"(?P<year>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        re.compile(r"(?P<year>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)"),
        re.compile(
            r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d:])"
        ),
        re.compile(r"(?P<d>\d{1,2})(?P<sep>/)(?P<m>\d{1,2})(?![\d/:])"),
        re.compile(r"(?P<d>\d{1,2})(?P<sep>\.)(?P<m>\d{1,2})\.(?!\d)"),
        re.compile(
            rf"{day}{_ORDINAL}(?:{_TO}(?P<d2>\d{{1,2}}){_ORDINAL})?{_OF},?\s*{month}"
            rf"(?:{_BEFORE_YEAR}{_YEAR})?"
        ),
        re.compile(
            rf"{month},?\s*(?:the\s+)?{day}(?!\d){_ORDINAL}(?!\.?\s*(?:de\s+)?{any_month})"
            rf"{_NO_TIME}"
            rf"(?:{_TO}(?:{month2},?\s*)?(?P<d2>\d{{1,2}})(?!\d){_ORDINAL}{_NO_TIME})?"
            rf"(?:{_BEFORE_YEAR}{_YEAR})?"
        ),
    )


_YMD, _YMD_SLASH, _NUMERIC, _SLASH, _DOTTED, _DAY_MONTH, _MONTH_DAY = range(7)


def date_at(text: str, at: int, *, full: bool = False) -> tuple[DateRange, int] | None:
    """
    Return the date or range of days at position *at* of a folded text, and where it ends.

    With *full* a day and a month in digits alone, such as ``17/4``, are none.
    """
    for number, pattern in enumerate(_patterns()):
        match = pattern.match(text, at)
        if match is None or (full and number in (_SLASH, _DOTTED)):
            continue
        if number in (_DAY_MONTH, _MONTH_DAY):
            return _spelled(match, number == _MONTH_DAY), match.end()
        found = _numeric(match, number)
        if found is not None:
            return DateRange(found), match.end()
    return None


def _spelled(match: re.Match[str], month_first: bool) -> DateRange:
    year = int(match["year"]) if match["year"] else None
    month, first, last = MONTHS[match["m"]], int(match["d"]), match["d2"]
    if last is None:
        return DateRange(Day(year, month, first))
    other = match["m2"] if month_first else None
    month2 = MONTHS[other] if other else month
    begins = year - 1 if year is not None and month2 < month else year
    return DateRange(Day(begins, month, first), Day(year, month2, int(last)))


def _numeric(match: re.Match[str], number: int) -> Day | None:
    groups = match.groupdict()
    day, month = int(groups["d"]), int(groups["m"])
    written = groups.get("year")
    year = int(written) if written else None
    if year is None and not (1 <= day <= 31 and 1 <= month <= 31 and min(day, month) <= 12):
        return None
    if number == _DOTTED and month > 12:
        return None
    short = written is not None and len(written) == 2
    if short and year is not None:
        if groups["sep"] == "-":
            return None
        year += 2000
    if number in (_YMD, _YMD_SLASH, _DOTTED) or groups["sep"] == ".":
        return Day(year, month, day, None, short)
    if month > 12 >= day:
        return Day(year, day, month, None, short)
    unclear = day <= 12 and month <= 12 and day != month
    return Day(year, month, day, (day, month) if unclear else None, short)


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    months = alternatives(MONTHS)
    return re.compile(
        rf"(?P<long>{alternatives(WEEKDAYS)})\b"
        rf"|(?P<short>{alternatives(WEEKDAYS_SHORT)})\b"
        rf"(?:\.,?|,)?(?=\s*(?:\d{{1,2}}[\s./-]|\d{{4}}-|\d{{1,2}}(?:st|nd|rd|th)|(?:the|le|den|el)\s|(?:{months})\b))"
    )


def weekday_at(text: str, at: int) -> tuple[int, int] | None:
    """Return the weekday, Monday 0, at position *at* of a folded text, and where it ends."""
    match = _weekdays().match(text, at)
    if match is None:
        return None
    if match["long"]:
        return WEEKDAYS[match["long"]], match.end()
    return WEEKDAYS_SHORT[match["short"]], match.end()


def year_at(text: str, at: int) -> tuple[int, int] | None:
    """Return a year that stands alone at position *at*, and where it ends."""
    match = re.compile(_YEAR).match(text, at)
    return (int(match["year"]), match.end()) if match else None
