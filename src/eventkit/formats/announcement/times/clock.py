"""
Times of day as people write them: ``1 p.m.``, ``11-1pm``, ``14h30``, ``ore 13.00``, ``0900``.

All patterns work on folded text, see `words.fold`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import attrs

from eventkit.formats.announcement.text.clausewords import ENDS
from eventkit.formats.announcement.text.words import (
    AFTERNOON,
    ANDS,
    AT,
    BETWEENS,
    CONNECTORS,
    EVENING,
    INTRODUCERS,
    MIDNIGHT,
    MORNING,
    NOON,
    NOONISH,
    alternatives,
    key_at,
)
from eventkit.formats.announcement.times.days import date_at, month_pattern
from eventkit.formats.announcement.times.hours import Clock, ClockError
from eventkit.formats.announcement.times.numerals import SPOKEN

__all__ = ["FoundTime", "time_at"]

_HALF = r"(?:\s*(?P<half{n}>[ap])\.?\s?m\b\.?|(?<=\d)(?P<letter{n}>[ap])\b(?!\s*\d))"
_NUMBER = (
    rf"(?P<hour{{n}}>\d{{{{1,2}}}})(?P<words{{n}}>{SPOKEN}+)?"
    r"(?:[:.](?P<minute{n}>[0-5]\d)(?::(?P<second{n}>[0-5]\d)(?:\.\d{{1,6}})?)?"
    r"|\s+[ey]\s+(?P<and{n}>15|30|45)(?!\d|\s*[:.h/]|\s*(?:de\s+)?{month})"
    r"|,(?P<comma{n}>[0-5]\d)(?!\d|[,:]\d|\s*(?:[a-z]{{1,3}}\s+)?{month})"
    r"|\s?(?P<h{n}>[hu](?:rs?\b|\b|(?=\d)))\.?\s?(?P<hmin{n}>[0-5]\d(?!\s?[:.]?\d))?(?:\s?min\b)?(?!\d))?(?!\d)"
)
_MARK = (
    r"(?:\s*(?P<o{n}>uhr|uur|hrs?|hours|heures|heure(?!\s+[\w'])|horas|hs|h|u|o'clock)\b\.?"
    r"(?:(?:\s?|\s+[ey]\s+)(?P<uhrmin{n}>[0-5]\d)\b(?!\s*[:./\d]|\s*(?:de\s+)?{month}))?"
    r"(?:\s?min(?:ut[aeo]s?)?\b)?)?"
)
_MILITARY = (
    r"(?P<mil{n}>(?:[01]\d|2[0-4])[0-5]\d)(?!\d)(?:\s*(?P<milmark{n}>hrs?|h|hours|uhr|uur)\b)?"
)
_BEFORE = {
    "half past": 30, "quarter past": 15, "quarter to": -15, "a quarter past": 15, "halb": -30,
    "half": -30, "viertel nach": 15, "viertel vor": -15, "kwart over": 15, "kwart voor": -15,
}  # fmt: skip
# In Dutch alone `half drie` is half past two; in English nobody knows.
_BEFORE_PATTERN = alternatives(_BEFORE.keys() - {"half"}) + (
    r"|half(?=\s+\d{1,2}\s+(?:uur|'s\b|in\s+de))"
)
_AFTER = {
    "et demie": 30, "et demi": 30, "et quart": 15, "moins le quart": -15, "y media": 30,
    "y cuarto": 15, "menos cuarto": -15, "e mezza": 30, "e mezzo": 30, "e un quarto": 15,
    "meno un quarto": -15, "e meia": 30,
}  # fmt: skip


_GLUED = r"(?:h|ore|alle|dalle|las|as|das|a|um|om|at|ab)(?=\d{1,2}(?!\d))"  # ore15:00
_COMPACT_OFFSET = re.compile(r"\s-\d{4}(?!\d)")
_OFFSET = re.compile(r"(?<=\d)-\d\d:\d\d(?!\d)")


@attrs.frozen
class FoundTime:
    """
    A time as stated, and where it ends.

    Args:
        first: When it begins.
        last: When it ends, where that is stated.
        end: Where it ends in the statement.
        until: Where *first* ends there.
        second: Where *last* stands there.
    """

    first: Clock
    last: Clock | None
    end: int
    until: int
    second: tuple[int, int] | None = None


def _time(n: str) -> str:
    words = alternatives(NOON | MIDNIGHT)
    noon = rf"(?:12(?:[:.]00)?\s+(?=\w))?(?P<word{n}>{words})\b(?:\s+(?P<wordafter{n}>{alternatives(_AFTER)})\b)?"
    meridian = rf"12(?:[:.]00)?\s?(?P<meridian{n}>m)\b\.?(?!\s*\d)"
    parts = "|".join(
        rf"(?P<{kind}{n}>{alternatives(words)})"
        for kind, words in (
            ("morning", MORNING),
            ("afternoon", AFTERNOON),
            ("evening", EVENING),
            ("noon", NOONISH),
        )
    )
    number = _NUMBER.format(n=n, month=month_pattern())
    mark = _MARK.format(n=n, month=month_pattern())
    return (
        rf"(?:{noon}|{meridian}|{_MILITARY.format(n=n)}"
        rf"|(?:(?P<before{n}>{_BEFORE_PATTERN})\s+)?{number}{mark}"
        rf"(?:\s+(?P<after{n}>{alternatives(_AFTER)})\b)?{_HALF.format(n=n)}?"
        rf"(?:\s*,?\s*(?:{parts})(?!\w))?)"
    )


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = alternatives(INTRODUCERS - {"@"})
    intro = rf"(?:(?:(?:{words})(?!\w)[.:]?|@|{_GLUED})\s*){{0,4}}"
    to = rf"{alternatives(CONNECTORS)}|(?P<and>{alternatives(ANDS)})"
    ends = rf"[\s,;|(]*\b(?:{alternatives(ENDS)})\b\s*:?\s*"
    connector = rf"(?:\s*(?:-+|~|>|\.\.+)\s*|(?P<slash>/)(?=\d)|\s+(?:{to})(?:\s+|(?=\d))|{ends})"
    spread = rf"(?P<intro>{intro})(?P<a>{_time('1')})"
    other = rf"(?:{connector}{intro}(?P<b>{_time('2')}))"
    return re.compile(spread + other), re.compile(spread)


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Return how what is no digit and begins a time may begin."""
    return frozenset(
        key_at(word, 0) for word in (*INTRODUCERS, *NOON, *MIDNIGHT, *_BEFORE, "half", "a")
    )


def _clock(match: re.Match[str], n: str) -> Clock:
    groups = match.groupdict()
    if word := groups[f"word{n}"]:
        minute = _AFTER[_spaced(groups[f"wordafter{n}"])] if groups[f"wordafter{n}"] else 0
        if word in MIDNIGHT:
            return Clock(0, minute, word="midnight")
        return Clock(12 if minute >= 0 else 11, minute % 60, word="noon")
    if groups[f"meridian{n}"]:
        return Clock(12, word="noon")
    if military := groups[f"mil{n}"]:
        return Clock(int(military[:2]), int(military[2:]), exact=True, padded=True)
    minute_text = next(
        (groups[f"{name}{n}"] for name in ("minute", "comma", "and", "hmin", "uhrmin")
         if groups[f"{name}{n}"]), None,
    )  # fmt: skip
    hour = groups[f"hour{n}"]
    mark = groups[f"h{n}"] or groups[f"o{n}"]
    half = groups[f"half{n}"] or groups[f"letter{n}"]
    spoken = bool(mark == "o'clock" or groups[f"words{n}"] or groups[f"before{n}"]
                  or groups[f"after{n}"])  # fmt: skip
    clock = Clock(
        int(hour),
        int(minute_text or 0),
        int(groups[f"second{n}"] or 0),
        half=half,
        exact=(len(hour) == 2 and hour[0] == "0") or (mark is not None and not spoken),
        spoken=spoken,
        padded=len(hour) == 2,
        marked=bool(minute_text or half or mark),
    )
    clock = _shifted(clock, groups[f"before{n}"], groups[f"after{n}"])
    for part in ("morning", "afternoon", "evening", "noon"):
        if word := groups[f"{part}{n}"]:
            clock = clock.in_part(part, word)
    return clock


def _spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _shifted(clock: Clock, before: str | None, after: str | None) -> Clock:
    """Return the clock moved by ``half past`` or ``et quart``."""
    minutes = (_BEFORE[_spaced(before)] if before else 0) + (_AFTER[_spaced(after)] if after else 0)
    if not minutes:
        return clock
    if clock.minute:
        raise ClockError(f"{clock.hour}:{clock.minute:02} and {before or after} are two times")
    hour = clock.hour - (minutes < 0)
    return attrs.evolve(clock, hour=hour or 12, minute=minutes % 60, marked=True)


def _nowhere(at: int, strict: bool) -> bool:
    return False


def time_at(
    text: str, at: int, *, military: bool, zoned: Callable[[int, bool], bool] = _nowhere
) -> FoundTime | None:
    """
    Return the time or range of times at position *at* of a folded text.

    Args:
        text: The folded statement.
        at: Where to look.
        military: Whether four bare digits are a time here.
        zoned: Whether a zone is named at a position, which makes a bare number a time; and
            whether it must be one that can be nothing else.

    Raises:
        ClockError: It has the shape of a time but is none.
    """
    key = key_at(text, at)
    if not (key[:1].isdigit() or key in _openers() or key[:1] == "h"):
        return None
    ranged, single = _patterns()
    if (match := ranged.match(text, at)) and _is_range(match, text, military, zoned):
        return FoundTime(
            _clock(match, "1"), _clock(match, "2"), match.end(), match.end("a"), match.span("b")
        )
    match = single.match(text, at)
    if match is None or (match["mil1"] and not (military or match["milmark1"])):
        return None
    clock = _clock(match, "1")
    if not clock.marked:
        introduced = bool(set(_words(match["intro"])) & AT)
        if text[match.end() : match.end() + 1] in ("/", "%") or not (
            introduced or zoned(match.end(), True)
        ):
            return None
        if _is_day(text, match.start("a"), match["intro"]):
            return None
    return FoundTime(clock, None, match.end(), match.end())


# After these a number is an hour, whatever follows: ``ore 10 - 18 marzo``.
_HOURS = frozenset({"ore", "alle ore", "dalle ore", "alle", "dalle", "a las", "at", "@", "h", "om"})
_SLASHED = frozenset({"ore", "alle", "dalle", "h"})
_SPACED = re.compile(r"\d{1,2}\s+-+\s")


def _is_day(text: str, at: int, intro: str) -> bool:
    """Whether a number is the day of a date and no hour."""
    found = date_at(text, at, full=True)
    if found is None:
        return False
    parted = found[0].span and _SPACED.match(text, at) is not None
    return not (parted and _HOURS & set(_words(intro)))


def _words(intro: str) -> list[str]:
    return re.findall(r"[\w'@]+", intro) + [_spaced(intro.strip())]


def _rises(match: re.Match[str]) -> bool:
    """Whether ``14:30/15:30`` are two full times of which the second is later, or ``ore 10/12``."""
    first, last = _clock(match, "1"), _clock(match, "2")
    full = first.marked and last.marked and not (first.half or last.half)
    said = bool(_SLASHED & set(_words(match["intro"]))) and match.string[match.end() :][:1] != "/"
    return (full or said) and first.seconds() < last.seconds()


def _is_range(
    match: re.Match[str], text: str, military: bool, zoned: Callable[[int, bool], bool]
) -> bool:
    if match["mil1"] and match["mil2"] and not military:
        return False
    if match["slash"] and not _rises(match):
        return False
    if match["mil2"] and not match["mil1"] and _COMPACT_OFFSET.match(text, match.end("a")):
        return False
    if match["second1"] and not match["second2"] and _OFFSET.match(text, match.start("b") - 1):
        return False
    if match["and"] and not BETWEENS & set(_words(match["intro"])):
        return False
    if _is_day(text, match.start("b"), match["intro"]):
        return False
    marked = any(_clock(match, n).marked for n in "12" if not (match[f"mil{n}"] and not military))
    return marked or bool(match["intro"].strip()) or zoned(match.end(), False)
