"""When the doors open, beside when it starts: ``doors open 9:45, start 10:00``."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.text.clausewords import DOORS
from eventkit.formats.announcement.text.words import UNTILS, alternatives
from eventkit.formats.announcement.times.hours import DAY, ClockError
from eventkit.formats.announcement.times.parts import Entry, Parts

__all__ = ["without_doors"]

_MOST = 2 * 3600  # seconds between the doors and the start
_CLAUSE = re.compile(r"[,;|()/\n\u00b7\u2022]|\s-\s|\.\s")


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return tuple(  # type: ignore[return-value]
        re.compile(rf"(?<![\w-])(?:{alternatives(words)})(?![\w-])") for words in (DOORS, UNTILS)
    )


def without_doors(parts: Parts, folded: str) -> None:
    """
    Take the hour at which the doors open out of *parts*, where the start stands beside it.

    Args:
        parts: A statement of one date and two times; any other is left alone.
        folded: The statement, folded.
    """
    if len(parts.entries) != 2 or len(parts.dates) != 1:
        return
    spans = _clauses(folded, *parts.entries)
    doors, untils = _words()
    told = [
        bool(doors.search(folded, *span)) and not untils.search(folded, *span) for span in spans
    ]
    if sum(told) != 1:
        return
    number = told.index(True)
    early, main = parts.entries[number], parts.entries[1 - number]
    if not _is_before(early, main):
        return
    start, end = spans[number]
    parts.leftovers = [one for one in parts.leftovers if not start <= one[0] < end]
    main.claims = main.claims or early.claims
    parts.entries = [main]
    place = [match.start() for match in re.finditer("T", parts.order)][number]
    parts.order = parts.order[:place] + parts.order[place + 1 :]
    parts.doors = early.at, str(early.first)


def _clauses(folded: str, one: Entry, two: Entry) -> list[tuple[int, int]]:
    """Return where the clauses of two times begin and end; what no mark parts is the second's."""
    marks = [match.start() for match in _CLAUSE.finditer(folded)]
    begins = max((at for at in marks if at < one.at), default=0)
    between = [at for at in marks if one.until <= at < two.at]
    ends = min((at for at in marks if at >= two.until), default=len(folded))
    first, last = (between[0], between[-1]) if between else (one.until, one.until)
    return [(begins, first), (last, ends)]


def _is_before(early: Entry, main: Entry) -> bool:
    names = [{claim.text.casefold() for claim in entry.claims} for entry in (early, main)]
    if early.last or early.weekday is not None or (all(names) and names[0] != names[1]):
        return False
    try:
        start = main.time.start
        half = ("p" if start >= DAY // 2 else "a") if early.first.shares and main.has_half else None
        apart = start - early.first.seconds(half)
    except ClockError:
        return False
    return 0 < apart <= _MOST
