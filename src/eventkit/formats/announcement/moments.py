"""Where lines say when: whole lines, and parts of sentences."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from eventkit.formats.announcement.lines import Line
from eventkit.formats.announcement.scan import Parts, scan
from eventkit.formats.announcement.words import fold

__all__ = ["has_dates", "has_times", "is_time_alone", "is_when", "states_time", "timed_parts"]

_DATE_MAX = 300  # characters of a line that is a date
_SENTENCES_MAX = 1_500  # characters of a line in which a date is looked for
_WORDS_MAX = 24
_SENTENCE_WORDS = 12
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# What may stand before the date of something else.
_OTHER = re.compile(
    r"(?:\b(?:by|until|till|before|deadline|since|after|register|registration|registrations|"
    r"closes?|opens?|published|updated|posted|submit|submission|apply|entro|prima del|scadenza|"
    r"iscri\w+|registra\w+|pubblicat\w+|bis|spatestens|vor dem|anmeld\w+|stand|avant|jusqu\W?au|"
    r"inscri\w+|limite|publie|antes|hasta|plazo|fecha limite|publicado|ate|prazo|voor|uiterlijk|"
    r"aanmeld\w+|inschrij\w+|geplaatst)\b[^.!?]{0,60})\Z"
)


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


def timed_parts(line: Line) -> list[Line]:
    """Return the parts of a line that name a date and a time, but for those of something else."""
    text = line.text[:_SENTENCES_MAX]
    if not any(char.isdigit() for char in text):
        return []
    parts = scan(text)
    times = [entry.at for entry in parts.entries]
    if not parts.dates or not times:
        return []
    starts = [*times, *(at for _, at in [*parts.dates, *parts.weekdays])]
    marks = sorted((at, at + len(word)) for at, word in parts.leftovers)
    edges = [(0, 0), *marks, (len(text), len(text))]
    found = []
    for (_, start), (end, _) in pairwise(edges):
        dated = any(start <= at < end for _, at in parts.dates)
        cut = text[end - 1 : end].isalnum() and text[end : end + 1].isalnum()
        if dated and not cut and any(start <= at < end for at in times):
            first = min(at for at in starts if start <= at < end)
            piece = _trimmed(line.part(first, end))
            if piece.text and not _OTHER.search(fold(text[max(0, start - 80) : start])):
                found.append(piece)
    return found


_EDGE = " \t,;:.-\u2013\u2014|/"


def _trimmed(line: Line) -> Line:
    """Return it without the words and marks at its ends that belong to the sentence."""
    start = len(line.text) - len(line.text.lstrip(_EDGE + ")"))
    text = line.text[start:].rstrip(_EDGE.replace(".", "") + "(")
    return line.part(start, start + len(text))
