"""Numbered references to addresses, as text browsers list them below a page."""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.lines import Builder, Line

__all__ = ["resolved"]

_LISTED = re.compile(
    r"\s*\[?(?P<number>\d{1,3})[\].:]?\s+<?(?P<to>(?:https?://|mailto:)\S{1,2000}?)>?\s*"
)
_MARK = re.compile(r"\s?\[(?P<number>\d{1,3})\]")
_PICTURE = re.compile(r"\s*\[[^\[\]]{0,80}\](?:\s*\[\d{1,3}\])?\s*")
_BARS = re.compile(r"\s+[|\u2022\u00b7]\s+")


def resolved(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """
    Put addresses where their numbers stand, and take off the list of them.

    Returns:
        The lines, and those that only lead to other pages.
    """
    listed = {
        match["number"]: line.part(*match.span("to"))
        for line in lines
        if (match := _LISTED.fullmatch(line.text))
    }
    marks = [match for line in lines for match in _MARK.finditer(line.text)]
    if len(listed) < 2 or not any(match["number"] in listed for match in marks):
        return lines, []
    kept: list[Line] = []
    left: list[Line] = []
    for line in lines:
        if _LISTED.fullmatch(line.text):
            continue
        if _leads_elsewhere(line.text):
            left.append(line)
            continue
        kept.append(_resolved(line, listed))
    return kept, left


def _leads_elsewhere(text: str) -> bool:
    """Whether a line is a picture, or a row of links to other pages."""
    if _PICTURE.fullmatch(text):
        return True
    parts = _BARS.split(text.strip())
    return len(parts) > 1 and all(_MARK.search(part) for part in parts)


def _resolved(line: Line, listed: dict[str, Line]) -> Line:
    builder, at = Builder(line), 0
    for match in _MARK.finditer(line.text):
        address = listed.get(match["number"])
        if address is None:
            continue
        builder.keep(at, match.start())
        builder.put(" <", match.start(), match.end())
        builder.base = address
        builder.keep(len("mailto:") if address.text.startswith("mailto:") else 0, len(address.text))
        builder.base = line
        builder.put(">", match.start(), match.end())
        at = match.end()
    if not at:
        return line
    builder.keep(at, len(line.text))
    return builder.line()
