"""
Lengths of time as people write them: ``90 minutes``, ``1h30``, ``durata: 2 ore``.

All patterns work on folded text, see `words.fold`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["duration_at"]

_HOUR = r"h(?:rs?|ours?)?|stunden?|std|ore|ora|heures?|horas?|uur|uren|u"
_MINUTE = r"m(?:in(?:s|uten?|uti|utos?|utes|uut|uti)?)?"
_AMOUNT = re.compile(
    rf"\(?(?:(?:(?P<hours>\d{{1,2}}(?:[.,]\d{{1,2}})?)(?P<part>\s?[\u00bd\u00bc\u00be])?|(?P<one>an|one|una|un'|une|eine|uma|een))"
    rf"\s*-?\s*(?P<hword>{_HOUR})\b\.?\s*(?:(?:and|e|et|und|y|en)\s+)?)?"
    rf"(?:(?P<half>half(?:\s+an\s+hour)?|demie|media|mezza|mezz'ora|meia|halbe?)\b"
    rf"|(?P<minutes>\d{{1,3}})\s*-?\s*(?P<mword>{_MINUTE}|'|\u2032)?(?!\w))?\)?"
)
_TIGHT = re.compile(r"\(?(?P<hours>\d{1,2})\s?h\s?(?P<minutes>[0-5]\d)(?:\s?min)?\b\)?")
_CLOCKWISE = re.compile(r"(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d)(?:\s*(?:h|std|ore)\b\.?)?")
_ISO = re.compile(r"pt(?=\d)(?:(?P<hours>\d{1,2})h)?(?:(?P<minutes>\d{1,3})m)?(?!\w)")
_HALF_HOUR = re.compile(
    r"(?:half\s+an\s+hour|a\s+half\s+hour|mezz'ora|une\s+demi-heure|eine\s+halbe\s+stunde"
    r"|media\s+hora|meia\s+hora|een\s+half\s+uur)\b"
)
_OPEN_HOURS = re.compile(r"hours?|hrs?|stunden?|std|uren")
_MINUTES = re.compile(r"[.,][0-5]\d$")  # 15.00 hrs
_SHORT = 4
_PARTS = {"\u00bd": 0.5, "\u00bc": 0.25, "\u00be": 0.75}


def duration_at(
    text: str, at: int, *, labelled: bool, lasting: bool, after: Callable[[int, bool], bool]
) -> tuple[int, int] | None:
    """
    Return the duration in seconds at position *at* of a folded text, and where it ends.

    Args:
        text: The folded statement.
        at: Where to look.
        labelled: Whether a word such as ``Duration`` says that one follows.
        lasting: Whether a word such as ``for`` may say so: ``10:30 for 11:00`` is none.
        after: Whether ``2 ore`` that end at a position are no second time; and ``2h``.

    Without a label only what can hardly be a time of day counts: ``90 minutes``, ``2 hours``.
    """
    if match := _HALF_HOUR.match(text, at):
        return 1800, match.end()
    if match := _ISO.match(text, at):
        return _seconds(match["hours"], match["minutes"], match.end())
    match = _TIGHT.match(text, at)
    if match and (
        labelled or (not _is_long(match["hours"]) and (lasting or after(match.end(), True)))
    ):
        return _seconds(match["hours"], match["minutes"], match.end())
    if labelled and (match := _CLOCKWISE.match(text, at)):
        return _seconds(match["hours"], match["minutes"], match.end())
    match = _AMOUNT.match(text, at)
    if match is None or not (match["hours"] or match["one"] or match["minutes"]):
        return None
    if not (labelled or _is_length(match, lasting, after)):
        return None
    return _amount(match, labelled)


def _is_length(match: re.Match[str], lasting: bool, after: Callable[[int, bool], bool]) -> bool:
    """Whether an amount without a label is a length of time, and no time of day."""
    if match["mword"] == "m" and not match["hword"]:
        return False
    if not match["hword"]:
        return bool(match["mword"])
    hours = match["hours"]
    if _OPEN_HOURS.fullmatch(match["hword"]) and not _MINUTES.search(hours or ""):
        return True
    if _is_long(hours) and len(match["hword"]) < 3:
        return False
    return lasting or after(match.end(), len(match["hword"]) < 3)


def _amount(match: re.Match[str], labelled: bool) -> tuple[int, int] | None:
    hours, minutes = match["hours"], match["minutes"]
    if minutes and not match["mword"] and not (labelled and hours):
        return None
    if match["half"] and not hours and not match["one"]:
        return None
    total = float((hours or ("1" if match["one"] else "0")).replace(",", "."))
    total += _PARTS.get((match["part"] or "").strip(), 0) + (0.5 if match["half"] else 0)
    seconds = round(total * 3600) + int(minutes or 0) * 60
    return (seconds, match.end()) if seconds else None


def _is_long(hours: str | None) -> bool:
    """Whether ``9h`` is more likely an hour of the day than a length of time."""
    return float((hours or "1").replace(",", ".")) > _SHORT


def _seconds(hours: str | None, minutes: str | None, end: int) -> tuple[int, int] | None:
    found = int(hours or 0) * 3600 + int(minutes or 0) * 60
    return (found, end) if found else None
