"""
Times of day as people write them: ``1 p.m.``, ``11-1pm``, ``14h30``, ``ore 13.00``, ``0900``.

All patterns work on folded text, see `words.fold`.
"""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from eventkit.formats.announcement.days import date_at
from eventkit.formats.announcement.words import (
    ANDS,
    BETWEENS,
    CONNECTORS,
    INTRODUCERS,
    MIDNIGHT,
    NOON,
    alternatives,
)

__all__ = ["Clock", "ClockError", "TimeRange", "duration_at", "time_at"]

_DAY = 24 * 3600


class ClockError(ValueError):
    """A time of day that cannot be; it never leaves this package."""


@attrs.frozen
class Clock:
    """A time of day in seconds after midnight, as far as it is stated."""

    hour: int
    minute: int = 0
    second: int = 0
    half: str | None = None  # "a" or "p"
    word: str | None = None  # "noon" or "midnight"
    zeroed: bool = False  # 0900: clearly of the 24 hours
    marked: bool = True  # more than a bare number

    def seconds(self, half: str | None = None) -> int:
        """Return the seconds after midnight, with *half* where no half of the day is stated."""
        half = self.half or half
        hour = self.hour
        if half:
            if not 1 <= hour <= 12:
                raise ClockError(f"{hour}:{self.minute:02} {half}.m. is no time of day")
            hour = hour % 12 + (12 if half == "p" else 0)
        if self.hour > 24 or (self.hour == 24 and (self.minute or self.second)):
            raise ClockError(f"{self.hour}:{self.minute:02} is no time of day")
        return hour * 3600 + self.minute * 60 + self.second

    @property
    def shares(self) -> bool:
        """Whether it may take its half of the day from the other end of a range."""
        return not self.half and not self.word and not self.zeroed and 1 <= self.hour <= 12


@attrs.frozen
class TimeRange:
    """Start and end in seconds after midnight of the day; an end past it is on the next day."""

    start: int
    end: int | None = None
    midnight: bool = False  # starts at a midnight that may be either end of the day


_HALF = r"(?:(?P<half{n}>[ap])\.?\s?m\b\.?|(?P<letter{n}>[ap])\b)"
_NUMBER = (
    r"(?P<hour{n}>\d{{1,2}})(?:[:.](?P<minute{n}>[0-5]\d)(?:[:.](?P<second{n}>[0-5]\d))?"
    r"|\s?(?P<h{n}>h(?:rs?|\b|(?=\d)))\.?\s?(?P<hmin{n}>[0-5]\d)?(?!\d))?(?![\d/])"
)
_MARK = (
    r"(?:\s*(?P<o{n}>uhr|uur|hrs?|hours|heures?|horas|hs|h|o'clock)\b\.?"
    r"(?:\s?(?P<uhrmin{n}>[0-5]\d)\b(?!\s*[:.]\d))?)?"
)
_MILITARY = r"(?P<mil{n}>(?:[01]\d|2[0-4])[0-5]\d)(?!\d)(?:\s*(?:hrs?|h|hours|uhr)\b)?"


def _time(n: str) -> str:
    words = alternatives(NOON | MIDNIGHT)
    noon = rf"(?:12(?::00)?\s+(?=noon|midnight|midday))?(?P<word{n}>{words})\b"
    half = _HALF.format(n=n)
    number = _NUMBER.format(n=n)
    return (
        rf"(?:{noon}|{_MILITARY.format(n=n)}|{number}(?:\s*{half}|{_MARK.format(n=n)})"
        rf"(?P<noon{n}>\s*noon\b)?)"
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    intro = rf"(?:(?:{alternatives(INTRODUCERS)})(?![\w])\s*)"
    words = rf"{alternatives(CONNECTORS)}|(?P<and>{alternatives(ANDS)})"
    connector = rf"(?:\s*-+\s*|\s+(?:{words})\s+)"
    spread = rf"(?P<intro>{intro}*)(?P<a>{_time('1')})"
    other = rf"(?:{connector}{intro}*(?P<b>{_time('2')}))"
    return re.compile(spread + other), re.compile(spread)


def _clock(match: re.Match[str], n: str) -> Clock:
    groups = match.groupdict()
    if word := groups[f"word{n}"]:
        midnight = re.sub(r"\s+", " ", word) in MIDNIGHT
        return Clock(0 if midnight else 12, word="midnight" if midnight else "noon")
    if military := groups[f"mil{n}"]:
        return Clock(int(military[:2]), int(military[2:]), zeroed=True)
    minute = groups[f"minute{n}"] or groups[f"hmin{n}"] or groups[f"uhrmin{n}"]
    half = groups[f"half{n}"] or groups[f"letter{n}"]
    hour = groups[f"hour{n}"]
    noon = groups[f"noon{n}"]
    return Clock(
        int(hour),
        int(minute or 0),
        int(groups[f"second{n}"] or 0),
        half="p" if noon else half,
        zeroed=len(hour) == 2 and hour[0] == "0",
        marked=bool(minute or half or groups[f"h{n}"] or groups[f"o{n}"] or noon),
    )


def time_at(text: str, at: int, *, military: bool) -> tuple[TimeRange, int] | None:
    """
    Return the time or range of times at position *at* of a folded text, and where it ends.

    Args:
        text: The folded statement.
        at: Where to look.
        military: Whether four bare digits are a time here.

    Raises:
        ClockError: It has the shape of a time but is none.
    """
    ranged, single = _patterns()
    if match := ranged.match(text, at):
        first, last = _clock(match, "1"), _clock(match, "2")
        bare = match["mil1"] and match["mil2"] and not military
        bare = bare or (match["and"] and not BETWEENS & set(match["intro"].split()))
        bare = bare or date_at(text, match.start("b"), full=True)
        if (first.marked or last.marked or _introduced(match)) and not bare:
            return _range(first, last), match.end()
    if (match := single.match(text, at)) and (military or not match["mil1"]):
        clock = _clock(match, "1")
        if clock.marked or _introduced(match):
            midnight = clock.word == "midnight" or clock.hour == 24
            return TimeRange(clock.seconds(), None, midnight), match.end()
    return None


def _introduced(match: re.Match[str]) -> bool:
    """Whether a word such as ``at`` or ``ore`` makes a bare number a time."""
    return bool(match["intro"].strip())


def _range(first: Clock, last: Clock) -> TimeRange:
    end = last.seconds(first.half if last.shares and first.half else None)
    if last.word == "midnight":
        end = _DAY
    start = first.seconds()
    end_half = last.half or ("p" if last.word == "noon" else None)
    if first.shares and end_half:
        same, other = first.seconds(end_half), first.seconds("a" if end_half == "p" else "p")
        start = same if same < (end or _DAY) else other
    elif last.shares and first.half and end <= start:
        end = last.seconds("a" if first.half == "p" else "p")
    if end <= start:
        end += _DAY
    return TimeRange(start, end, first.word == "midnight")


_AMOUNT = re.compile(
    r"\(?(?:(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\s*-?\s*"
    r"(?P<hword>h(?:rs?|ours?)?|stunden?|std|ore|ora|heures?|horas?|uur|uren)\b\.?\s*"
    r"(?:(?:and|e|et|und|y|en)\s+)?)?"
    r"(?:(?P<minutes>\d{1,3})\s*-?\s*(?P<mword>m(?:in(?:s|uten?|uti|utos?|utes|uut)?)?\b\.?)?)?\)?"
)
_OPEN_HOURS = re.compile(r"hours?|hrs|stunden?|std|uren")


def duration_at(text: str, at: int, *, labelled: bool) -> tuple[int, int] | None:
    """
    Return the duration in seconds at position *at* of a folded text, and where it ends.

    Without the label only words that cannot be a time of day count: ``90 minutes``, ``2 hours``.
    """
    match = _AMOUNT.match(text, at)
    if match is None or not (match["hours"] or match["minutes"]):
        return None
    minutes, word = match["minutes"], match["mword"]
    if match["hours"] and not labelled and not _OPEN_HOURS.fullmatch(match["hword"]):
        return None
    if minutes and not word and not (labelled and match["hours"]):
        return None
    if word == "m" and not labelled:
        return None
    hours = float((match["hours"] or "0").replace(",", "."))
    seconds = round(hours * 3600) + int(minutes or 0) * 60
    return (seconds, match.end()) if seconds else None
