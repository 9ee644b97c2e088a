"""Whether lines say when."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.times.scan import Parts, scan

__all__ = ["has_dates", "has_times", "is_time_alone", "is_when", "states_time"]

_DATE_MAX = 300  # characters of a line that is a date
_WORDS_MAX = 24
_SENTENCE_WORDS = 12
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def _may_state(text: str) -> bool:
    """Whether a line is worth a closer look: it has a digit, and is no sentence."""
    if len(text) > _DATE_MAX or not any(char.isdigit() for char in text):
        return False
    words = len(_LETTERS.findall(text))
    return words <= _SENTENCE_WORDS or (words <= _WORDS_MAX and not text.rstrip().endswith("."))


@lru_cache(maxsize=512)
def _alone(text: str) -> tuple[bool, bool]:
    """Return whether a line is nothing but a date, a time or both: what of them it has."""
    if not _may_state(text):
        return False, False
    first = scan(" ".join(text.split(maxsplit=3)[:3])).leftovers
    if first and first[0][0] == 0:  # prose mostly shows at its first word
        return False, False
    parts = scan(text)
    return (bool(parts.dates), bool(parts.entries)) if parts.is_clean else (False, False)


def is_when(text: str, *, named: bool) -> bool:
    """
    Whether a line without a label is a date, perhaps with its time, and nothing else.

    Args:
        text: The line.
        named: Whether the title was read, so that a date alone is none.
    """
    dated, timed = _alone(text)
    return dated and (timed or named)


def is_time_alone(text: str) -> bool:
    """Whether a line is a time of day and nothing else."""
    return _alone(text) == (False, True)


def has_dates(lines: list[Line]) -> bool:
    """Whether any of the lines names a date."""
    return any(scan(line.text).dates for line in lines)


def has_times(lines: list[Line]) -> bool:
    """Whether any of the lines names a time of day."""
    return any(scan(line.text).entries for line in lines)


def states_time(text: str) -> Parts | None:
    """Return the parts of a labelled statement, or None where it says nothing of a time."""
    if len(text) > _DATE_MAX:
        return None
    parts = scan(text)
    said = parts.absent or parts.duration is not None or parts.dates or parts.entries
    return parts if said or parts.claims or parts.weekdays or re.search(r"\d", text) else None
