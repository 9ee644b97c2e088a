"""When a talk takes place."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.foreign import Fields, moment, placed, slot_of
from eventkit.model import TimeSlot
from eventkit.plain.scalars import read_duration

__all__ = ["slot"]

_LENGTH = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)", re.ASCII)
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::00)?", re.ASCII)


def slot(talk: Fields, place: tzinfo | None, in_list: bool) -> TimeSlot | None:
    """
    Return the slot of a talk, or None with an error.

    Args:
        talk: Its fields.
        place: The zone of the conference; without one each time keeps its offset.
        in_list: Whether it is of version 2, where ``start`` is a time with its date.
    """
    key = _key(talk, in_list)
    if key not in talk:
        message = f"it has no {key}"
        talk.notes.error(codes.NO_TIME, message, f'add "{key}"', talk.at(key))
        return None
    start = _moment(talk, key, place)
    if key == "date":
        _compare_clocks(talk, start)
    length = _length(talk)
    if start is None:
        return None
    if "end" not in talk:
        return slot_of(start, length, talk.notes, talk.at("duration"))
    end = _moment(talk, "end", start.tzinfo)
    if end is None:
        return None
    found = slot_of(start, end, talk.notes, talk.at("end"))
    if found and length and found.duration not in (None, length):
        talk.notes.warn(
            codes.CONFLICT,
            f"it lasts {found.duration} up to its end, {length} by its duration: the end counts",
            "correct one of the two",
            talk.at("duration"),
        )
    return found


def _key(talk: Fields, in_list: bool) -> str:
    """Return which field has the start with its date; in version 1 ``start`` is a clock alone."""
    told = talk.data.get("start")
    is_clock = isinstance(told, str) and _CLOCK.fullmatch(told) is not None
    return "start" if in_list and not ("date" in talk and (is_clock or not told)) else "date"


def _moment(talk: Fields, key: str, place: tzinfo | None) -> datetime | None:
    value = moment(talk.text(key, Severity.ERROR), talk.notes, talk.at(key))
    if isinstance(value, datetime):
        return placed(value, place, talk.notes, talk.at(key))
    if value is not None:
        message = f"{key} has no time of day"
        talk.notes.error(codes.NO_TIME, message, "add it", talk.at(key))
    return None


def _compare_clocks(talk: Fields, start: datetime | None) -> None:
    """Look whether version 1 says the same hour twice."""
    told = talk.line("start")
    match = _CLOCK.fullmatch(told or "")
    date = talk.text("date") or ""
    if told and start and not (match and match.expand(r"T\1:\2") in date.replace(" ", "T")):
        talk.notes.warn(
            codes.CONFLICT,
            f"start is {told!r:.40}, which is not the hour of {date!r:.40}: the latter counts",
            "correct one of the two",
            talk.at("start"),
        )


def _length(talk: Fields) -> timedelta | None:
    """
    Return the length: hours and minutes, with days before them in old schedules, or ISO 8601.

    Nothing, and no length, is None.
    """
    text = talk.line("duration")
    if text is None:
        return None
    if match := _LENGTH.fullmatch(text):
        days, hours, minutes = (int(part or 0) for part in match.groups())
        return timedelta(days=days, hours=hours, minutes=minutes) or None
    try:
        return read_duration(text) or None
    except EventkitError:
        talk.notes.warn(
            codes.UNREADABLE_TIME,
            "the duration is not understood, so the end is not known",
            "write e.g. 00:45",
            talk.at("duration"),
        )
    return None
