"""Hours in words, such as ``quatorze heures`` and ``halb acht``, as digits."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.text.words import (
    AFTERNOON,
    EVENING,
    MORNING,
    NOONISH,
    NUMBERS,
    alternatives,
)

__all__ = ["SPOKEN", "with_digits"]

SPOKEN = "\x1f"  # fills the place of the letters; it shows that the hour was in words

_BEFORE = (
    r"(?:halb|half(?:\s+past)?|(?:viertel|kwart|quarter)\s+(?:nach|vor|over|voor|past|to)|a\s+las?"
    r"|(?:(?:alle|dalle)\s+)?ore|alle|dalle|as|das|um|om|at)\s+"
)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = alternatives(NUMBERS)
    marks = r"uhr|uur|heures?(?!\s+d)|horas|o'clock|[ap]\.?\s?m\b|y\s+media|e\s+mezza|e\s+meia|et\s+demie"
    parts = alternatives(MORNING | AFTERNOON | EVENING | NOONISH)
    return re.compile(
        rf"(?<![\w'-])(?P<before>{_BEFORE})?(?P<word>{words})(?![\w'-])(?P<mark>\s+(?:{marks}|{parts}))?"
    )


def with_digits(folded: str) -> str:
    """Return a folded text in which hours in words are digits, each character in its place."""

    def digits(match: re.Match[str]) -> str:
        if not (match["before"] or match["mark"]):
            return match.group()
        start, end = match.span("word")
        number = str(NUMBERS[match["word"]]).ljust(end - start, SPOKEN)
        return (match["before"] or "") + number + (match["mark"] or "")

    return _pattern().sub(digits, folded)
