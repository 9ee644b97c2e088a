"""Where sentences say when: a date with its time in one, or apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from eventkit.formats.announcement.text.lines import Line, glued
from eventkit.formats.announcement.text.words import fold
from eventkit.formats.announcement.times.scan import Parts, scan

__all__ = ["apart", "is_alone", "timed_parts"]

_SENTENCES_MAX = 1_500  # characters of a line in which a date is looked for
_TEXT_MAX = 20_000  # characters of a text in which a date and its time are looked for apart
# What may stand before the date of something else.
_OTHER = re.compile(
    r"(?:\b(?:by|until|till|before|deadline|since|after|register|registration|registrations|"
    r"closes?|opens?|published|updated|posted|submit|submission|apply|entro|prima del|scadenza|"
    r"iscri\w+|registra\w+|pubblicat\w+|bis|spatestens|vor dem|anmeld\w+|stand|avant|jusqu\W?au|"
    r"inscri\w+|limite|publie|antes|hasta|plazo|fecha limite|publicado|ate|prazo|voor|uiterlijk|"
    r"aanmeld\w+|inschrij\w+|geplaatst)\b[^.!?]{0,60})\Z"
)
# Of these, what says that a day or an hour is the last, or about taking part.
_LAST = re.compile(
    r"(?:\b(?:by|until|till|before(?!,)|deadline|register|registrations?|closes?|submit|submission"
    r"|apply|entro|prima del|scadenza|iscri\w+|registra\w+|bis|spatestens|vor dem|anmeld\w+"
    r"|melden sie sich|avant|jusqu\W?au|inscri\w+|inscrev\w+|limite|antes|hasta|plazo|ate|prazo"
    r"|voor|uiterlijk|aanmeld\w+|inschrij\w+)\b[^.!?]{0,60})\Z"
)
_EDGE = " \t,;:.-\u2013\u2014|/"
_LAST_WORDS = re.compile(
    r"(?:\s+(?:the|we|and|is|die|der|das|den|wir|und|le|la|les|il|et|nous|lo|gli|e|el|los|y|o|os|as"
    r"|het|de|en))+\Z"
)
_SENTENCE_ENDS = re.compile(r"(?<![\d.][.])(?<=[.!?\u2026])\s+")
_MONEY_BEFORE = re.compile(r"(?:[\u20ac$\u00a3]|\b(?:eur|usd|chf|gbp|brl|r\$))\s?\Z")
_MONEY_AFTER = re.compile(
    r"[.,\d]*\s?(?:[\u20ac$\u00a3%]|(?:eur|euros?|usd|chf|gbp|reais|pesos)\b)"
)


class _Stretch(NamedTuple):
    """What stands between two words that say nothing of a time: where, and what it has."""

    start: int
    end: int
    dates: int
    times: int


def _stretches(text: str, parts: Parts, other: re.Pattern[str]) -> Iterator[_Stretch]:
    """Yield the stretches of a sentence that name a date or a time, but for those of *other*."""
    times = [entry.at for entry in parts.entries]
    dates = [at for _, at in parts.dates]
    starts = [*times, *dates, *(at for _, at in parts.weekdays)]
    marks = sorted((at, at + len(word)) for at, word in parts.leftovers)
    for (_, start), (end, _) in pairwise([(0, 0), *marks, (len(text), len(text))]):
        begins = [at for at in starts if start <= at < end]
        cut = text[end - 1 : end].isalnum() and text[end : end + 1].isalnum()
        first = min(begins, default=start)
        if not begins or cut or other.search(fold(text[max(0, first - 80) : first])):
            continue
        yield _Stretch(
            first, end,
            sum(start <= at < end for at in dates), sum(start <= at < end for at in times),
        )  # fmt: skip


def timed_parts(line: Line) -> list[Line]:
    """Return the parts of a line that name a date and a time, but for those of something else."""
    text = line.text[:_SENTENCES_MAX]
    if not any(char.isdigit() for char in text):
        return []
    parts = scan(text)
    if not parts.dates or not parts.entries:
        return []
    found = [_trimmed(line.part(one.start, one.end)) for one in _stretches(text, parts, _OTHER)
             if one.dates and one.times]  # fmt: skip
    return [part for part in found if part.text]


def apart(lines: list[Line]) -> list[Line]:
    """
    Return the part that names the date and the part that names the time, in this order.

    Both stand in sentences of their own, or apart in one. Nothing is returned where a text names
    another date, or another time, beside them; what is said to be of something else, such as the
    last day to register, does not count.

    Args:
        lines: The prose of an announcement.
    """
    dates, times = _told(lines)
    return [*dates, *times] if len(dates) == len(times) == 1 else []


def is_alone(lines: list[Line]) -> bool:
    """Whether a text names no other date or time beside the one part that names both."""
    dates, times = _told(lines)
    return len(dates) < 2 and not times


def _told(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the parts of sentences that name a date, and those that name a time alone."""
    if not lines or sum(len(line.text) for line in lines) > _TEXT_MAX:
        return [], []
    dates: dict[str, Line] = {}
    times: dict[str, Line] = {}
    for sentence in _sentences(glued(lines, " ")):
        for one in _stretches(sentence.text, scan(sentence.text), _LAST):
            part = _trimmed(sentence.part(one.start, one.end))
            if one.dates:
                dates.setdefault(part.text.casefold(), part)
            elif one.times and not _is_money(sentence.text, one):
                times.setdefault(part.text.casefold(), part)
    return [*dates.values()], [*times.values()]


def _sentences(whole: Line) -> Iterator[Line]:
    """Yield the sentences that have a digit."""
    at = 0
    ends = [(match.start(), match.end()) for match in _SENTENCE_ENDS.finditer(whole.text)]
    for end, begins in [*ends, (len(whole.text), 0)]:
        if re.search(r"\d", whole.text[at:end]) and end - at <= _SENTENCES_MAX:
            yield whole.part(at, end)
        at = begins


def _is_money(text: str, one: _Stretch) -> bool:
    before = fold(text[max(0, one.start - 6) : one.start])
    number = re.compile(r"[\d.,: ]*").match(text, one.start)
    after = fold(text[number.end() if number else one.end :][:8])
    return bool(_MONEY_BEFORE.search(before) or _MONEY_AFTER.match(after))


def _trimmed(line: Line) -> Line:
    """Return it without the words and marks at its ends that belong to the sentence."""
    start = len(line.text) - len(line.text.lstrip(_EDGE + ")"))
    text = _LAST_WORDS.sub("", line.text[start:].rstrip(_EDGE.replace(".", "") + "("))
    return line.part(start, start + len(text))
