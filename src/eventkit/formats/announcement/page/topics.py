"""The title of an announcement that is a letter: what stands in quotes after ``the topic is``."""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.lines import Line, glued
from eventkit.formats.announcement.text.words import fold

__all__ = ["topic_of"]

_TEXT_MAX = 20_000
_OPEN, _SHUT = '"\u201c\u201e\u00ab\u00bb\u2039', '"\u201c\u201d\u00bb\u00ab\u203a'
_TOPIC = re.compile(
    r"\b(?:topic|titled|entitled|called|theme|title|tema|titolo|intitolat[oa]|titre|intitulee?s?"
    r"|titel|thema|motto|titulo|titulad[oa]|intitulad[oa]|getiteld)\b"
    rf"[^{_OPEN}.!?\n]{{0,24}}[{_OPEN}]\s*(?P<name>[^{_OPEN}{_SHUT}\n]{{4,150}})[{_SHUT}]"
)


def topic_of(lines: list[Line]) -> Line | None:
    """Return what a text says is its topic, where it says so of one only."""
    if not lines or sum(len(line.text) for line in lines) > _TEXT_MAX:
        return None
    whole = glued(lines, " ")
    found = list(_TOPIC.finditer(fold(whole.text)))
    names = {match["name"].strip() for match in found}
    return whole.part(*found[0].span("name")).stripped() if len(names) == 1 else None
