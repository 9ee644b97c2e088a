"""Lines that hold several things, and lines that hold nothing."""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.joining import URL
from eventkit.formats.announcement.text.labels import label_of
from eventkit.formats.announcement.text.lines import Line, Span, glued
from eventkit.formats.announcement.text.paragraphs import ESCAPE

__all__ = ["is_rule", "parted", "unwrapped"]

_BARS = re.compile(r"\s+[|\u2022\u00b7\u2502]\s+|\t+")
_RULES = frozenset("-=_*~\u2500\u2014|: ")
_PARTED_MAX = 500  # characters of a line that may hold several labels


def is_rule(text: str) -> bool:
    """Whether a line is drawn, such as ``-----`` or ``|---|---|``."""
    bare = text.strip()
    drawn = sum(bare.count(mark) for mark in "-=_*~\u2500\u2014")
    return drawn >= 3 and set(bare) <= _RULES


def parted(line: Line) -> list[Line]:
    """Part a line with several labels, such as ``Date: 4 May | Place: Rome``."""
    if line.text[:1] == ESCAPE or len(line.text) > _PARTED_MAX or not _BARS.search(line.text):
        return [line]
    found: list[Span] = []
    at = labelled = 0
    for start, end in [*(match.span() for match in _BARS.finditer(line.text)), (None, None)]:
        label = label_of(line.text[at:start])
        if label and label[2]:
            labelled += 1
            found.append((at, start if start is not None else len(line.text)))
        elif found:
            found[-1] = found[-1][0], start if start is not None else len(line.text)
        else:
            return [line]
        at = end if end is not None else at
    return [line.part(*span) for span in found] if labelled > 1 else [line]


_GOES_ON = re.compile(
    r"(?:,|\b(?:of|the|and|for|at|in|di|del|della|delle|dei|degli|e|per|de|des|du|la|le|les|et|pour|"
    r"der|die|das|des|und|f\u00fcr|von|vom|zum|y|para|el|los|las|do|da|dos|das|van|het|en|voor))\Z",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*[-*\u2022\u00b7\u2013\u25cf]\s+")
_OWN = re.compile(r"\s*(?:[-*\u2022\u00b7\u2013\u25cf]\s|\d)")


def unwrapped(lines: list[Line]) -> list[Line]:
    """Join what mail programs break: the value of a label that goes on below it."""
    found: list[Line] = []
    labelled = False
    for line in lines:
        text = line.text
        before = found[-1].text.rstrip() if found else ""
        if before.endswith(":") and len(before) < 200 and _is_address(text):
            found[-1] = glued([found[-1], line.stripped()], " ")
            continue
        if (labelled and _continues(before, text)) or _is_below_item(found, text):
            found[-1] = glued([found[-1], line.stripped()], " ")
            continue
        label = label_of(text) if text.strip() and text[:1] != ESCAPE else None
        labelled = bool(label and label[2])
        found.append(line)
    return found


def _is_below_item(lines: list[Line], text: str) -> bool:
    """Whether a line goes on with the item of a list, below its words."""
    item = _BULLET.match(lines[-1].text) if lines else None
    if item is None or not text.strip() or _OWN.match(text) or label_of(text):
        return False
    return len(text) - len(text.lstrip()) >= item.end()


def _is_address(text: str) -> bool:
    return bool(URL.fullmatch(text.strip().strip("<>")))


def _continues(before: str, text: str) -> bool:
    """Whether a line goes on with the labelled one before it."""
    if not text.strip() or _OWN.match(text) or label_of(text) or len(before) > _PARTED_MAX:
        return False
    return text[:1] in " \t" or (len(before) > 40 and bool(_GOES_ON.search(before.rstrip())))
