"""An announcement with what was read from which of its words, for people to check."""

from __future__ import annotations

import html
from collections.abc import Callable
from itertools import groupby
from typing import Any

import attrs

from eventkit.findings import Reading
from eventkit.formats.announcement.page.parser import read_all
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.times.given import given

__all__ = ["Explained", "Piece", "as_html", "as_text", "explained"]

_HIDDEN = "\u2022\u2022\u2022"
_SECRET = "joining"
_BETWEEN_MAX = 12  # characters between the parts of a field


@attrs.frozen
class Piece:
    """Words of one line, and the field that was read from them, if any."""

    text: str
    field: str | None = None

    @property
    def topic(self) -> str:
        """The first part of the field, such as ``speakers``."""
        return (self.field or "").lstrip("[0123456789].").partition(".")[0].partition("[")[0]


@attrs.frozen
class Explained:
    """
    An announcement as it was read.

    Args:
        reading: What was made of it.
        lines: Its lines in pieces; what only the invited may know is not in them.
    """

    reading: Reading
    lines: list[list[Piece]]


def explained(source: str | bytes, *, file: str | None = None, **options: Any) -> Explained:
    """
    Return an announcement with the field that each of its words was read for.

    Args:
        source: As `parse` takes it.
        file: Name of the source for the findings.
        options: What settles times, as `parse` takes it.

    Raises:
        InvalidValueError, UnknownTimeZoneError: A wrong option, as `read_slot` says.
    """
    read = read_all(source, file, given(**options))
    spans = sorted(read.pieces, key=lambda one: one[1][0] - one[1][1])  # the widest first
    fields: dict[int, str] = {}
    for path, (start, end) in spans:
        fields |= dict.fromkeys(range(start, end), path)
    for start, end in read.hidden:
        fields |= dict.fromkeys(range(start, end), _SECRET)
    paths = {path for path, _ in spans}
    whole = {
        path for path in paths if any(one.startswith((f"{path}.", f"{path}[")) for one in paths)
    }
    return Explained(read.reading, [_pieces(line.told, fields, whole) for line in read.lines])


def _pieces(line: Line, fields: dict[int, str], whole: set[str]) -> list[Piece]:
    """
    Return the pieces of a line.

    Args:
        line: With the marks it has.
        fields: Of each position in the source the field that was read from it.
        whole: Fields that have parts: what stands between these, such as a dash, is not marked.
    """
    owners = [fields.get(line.span(n, n + 1)[0]) for n in range(len(line.text))]
    found, at = [], 0
    for field, group in groupby(owners):
        size = len(list(group))
        text = line.text[at : at + size]
        at += size
        if field == _SECRET:
            text = _HIDDEN
        elif not text.strip() or (field in whole and _is_between(text)):
            field = None
        found.append(Piece(text, field))
    return found


def _is_between(text: str) -> bool:
    """Whether words only stand between the parts of a field."""
    return len(text.strip()) < _BETWEEN_MAX and not any(char.isdigit() for char in text)


Paint = Callable[[Piece], str]


def as_text(told: Explained, paint: Paint | None = None) -> str:
    """
    Return the announcement with each span in brackets and its field behind it.

    Args:
        told: The announcement.
        paint: Makes the text of a piece, such as in colour.
    """
    show = paint or _marked
    lines = ["".join(map(show, line)) for line in told.lines]
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def _marked(piece: Piece) -> str:
    return f"[{piece.text}]({piece.field})" if piece.field else piece.text


_COLOURS = {
    "name": "#fde68a", "alternate_name": "#fde68a", "description": "#f3f4f6", "slot": "#bfdbfe",
    "speakers": "#bbf7d0", "organizer": "#fbcfe8", "co_organizers": "#fbcfe8",
    "locations": "#ddd6fe", "offers": "#fed7aa", "sub_events": "#a5f3fc", "joining": "#fecaca",
}  # fmt: skip
_STYLE = (
    "body{font:16px/1.9 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;"
    "color:#111;background:#fff}p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;"
    "min-height:1em}mark{color:#111;background:#e5e7eb;border-radius:.25em;padding:.1em .2em}"
    "mark small{font:600 .68em/1 ui-monospace,monospace;color:#374151;margin-left:.4em}"
    "li{margin:.2em 0}.error{color:#b91c1c}.warning{color:#92400e}"
)


def as_html(told: Explained) -> str:
    """Return the announcement as a page, its findings below it; everything in it is escaped."""
    rules = "".join(f"mark.{topic}{{background:{colour}}}" for topic, colour in _COLOURS.items())
    lines = "\n".join(f"<p>{''.join(map(_html_piece, line))}</p>" for line in told.lines)
    findings = "\n".join(
        f'<li class="{finding.severity}">{html.escape(str(finding))}</li>'
        for finding in told.reading.findings
    )
    below = f"<h2>Findings</h2>\n<ul>\n{findings}\n</ul>\n" if findings else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<title>What was read</title>\n'
        f"<style>{_STYLE}{rules}</style>\n</head>\n<body>\n<h1>What was read</h1>\n"
        f"<main>\n{lines}\n</main>\n{below}</body>\n</html>\n"
    )


def _html_piece(piece: Piece) -> str:
    text = html.escape(piece.text)
    if piece.field is None:
        return text
    field = html.escape(piece.field)
    return f'<mark class="{html.escape(piece.topic)}">{text}<small>{field}</small></mark>'
