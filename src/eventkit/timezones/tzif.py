"""
The zone's own data: every transition, and the rule that goes on after the last.

`zoneinfo` keeps these to itself; they are read from the same files that it reads.
"""

from __future__ import annotations

import re
import struct
import zoneinfo
from functools import lru_cache
from pathlib import Path

import attrs

from eventkit.errors import UnknownTimeZoneError
from eventkit.timezones.tables import packaged_file

__all__ = ["Footer", "Onset", "Rule", "ZoneData", "load", "parse"]

_HEADER = struct.Struct(">4sc15x6l")
_NAME = r"(?:<[A-Za-z0-9+-]+>|[A-Za-z]+)"
_CLOCK = r"[+-]?\d+(?::\d+){0,2}"
_FOOTER = re.compile(
    rf"({_NAME})({_CLOCK})(?:({_NAME})({_CLOCK})?,([^,]+),([^,]+))?",
)


@attrs.frozen
class Onset:
    """
    One change of the clocks.

    Args:
        at: Seconds since 1970 in UTC.
        before: Offset from UTC before it, in seconds.
        offset: Offset from then on, in seconds.
        is_dst: Whether it begins daylight saving time.
        abbreviation: As tzdata has it.
    """

    at: int
    before: int
    offset: int
    is_dst: bool
    abbreviation: str


@attrs.frozen
class Rule:
    """
    A day of the year, and the seconds after its midnight by the clock before the change.

    Args:
        month: 1 to 12.
        week: 1 to 4, or 5 for the last.
        weekday: 0 for Sunday to 6.
        time: Seconds, which may lie outside the day.

    Source: RFC 9636 §3.3.1.
    """

    month: int
    week: int
    weekday: int
    time: int


@attrs.frozen
class Footer:
    """What holds after the last transition; without rules one offset for ever."""

    standard: str
    offset: int
    daylight: str | None = None
    daylight_offset: int = 0
    begins: Rule | None = None
    ends: Rule | None = None


@attrs.frozen
class ZoneData:
    """The transitions of a zone, its first offset, and its footer."""

    first_offset: int
    first_abbreviation: str
    onsets: tuple[Onset, ...]
    footer: Footer | None


@lru_cache(maxsize=700)
def load(key: str) -> ZoneData:
    """
    Return the data of the IANA zone *key*.

    Raises:
        UnknownTimeZoneError: There is no such zone file.

    Source: RFC 9636 §3 (version 2 and later).
    """
    return parse(_read(key))


def _read(key: str) -> bytes:
    if not re.fullmatch(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*", key):
        raise UnknownTimeZoneError(f"unknown time zone {key!r:.40}", "use an IANA name")
    for folder in zoneinfo.TZPATH:
        path = Path(folder, key)
        if path.is_file():
            return path.read_bytes()
    if packaged := packaged_file(f"zoneinfo/{key}"):
        return packaged
    raise UnknownTimeZoneError(f"unknown time zone {key!r}", "use an IANA name")


def parse(data: bytes) -> ZoneData:
    """
    Return what a TZif file says.

    Raises:
        UnknownTimeZoneError: It is no such file, or has a rule that is not understood.
    """
    at = 0
    width, code = 4, "l"
    magic, version, *counts = _HEADER.unpack_from(data)
    if version >= b"2":
        isut, isstd, leap, times, types, chars = counts
        at = _HEADER.size + times * 5 + types * 6 + chars + leap * 8 + isstd + isut
        magic, version, *counts = _HEADER.unpack_from(data, at)
        width, code = 8, "q"
    if magic != b"TZif":
        raise UnknownTimeZoneError("a zone file that is none", "reinstall the tzdata package")
    isut, isstd, leap, times, types, chars = counts
    at += _HEADER.size
    moments = struct.unpack_from(f">{times}{code}", data, at)
    at += times * width
    indices = data[at : at + times]
    at += times
    raw = [struct.unpack_from(">lBB", data, at + 6 * number) for number in range(types)]
    at += types * 6
    names = data[at : at + chars]
    at += chars + leap * (width + 4) + isstd + isut
    kinds = [
        (offset, bool(dst), names[start : names.index(b"\0", start)].decode("ascii"))
        for offset, dst, start in raw
    ]
    footer = data[at:].strip(b"\n").decode("ascii") if version >= b"2" else ""
    onsets, before = [], kinds[0][0]
    for moment, index in zip(moments, indices, strict=True):
        onsets.append(Onset(moment, before, *kinds[index]))
        before = kinds[index][0]
    return ZoneData(kinds[0][0], kinds[0][2], tuple(onsets), _footer(footer) if footer else None)


def _footer(text: str) -> Footer:
    match = _FOOTER.fullmatch(text)
    if match is None:
        raise UnknownTimeZoneError(f"a zone rule that is not understood: {text!r}")
    standard, offset, daylight, other, begins, ends = match.groups()
    west = _seconds(offset)
    if daylight is None:
        return Footer(standard.strip("<>"), -west)
    return Footer(
        standard.strip("<>"),
        -west,
        daylight.strip("<>"),
        -_seconds(other) if other else 3600 - west,
        _rule(begins),
        _rule(ends),
    )


def _rule(text: str) -> Rule | None:
    """Return the rule, or None where the day is no Mm.w.d (a permanent daylight time)."""
    day, _, time = text.partition("/")
    if not day.startswith("M"):
        return None
    month, week, weekday = (int(part) for part in day[1:].split("."))
    return Rule(month, week, weekday, _seconds(time) if time else 7200)


def _seconds(text: str) -> int:
    sign = -1 if text.startswith("-") else 1
    hours, minutes, seconds = ([int(part) for part in text.lstrip("+-").split(":")] + [0, 0])[:3]
    return sign * (hours * 3600 + minutes * 60 + seconds)
