"""From an announcement to events of the model, with findings and evidence."""

from __future__ import annotations

import re
from typing import Any

import attrs

from eventkit.findings import Finding, Reading
from eventkit.formats.announcement.page.building import build
from eventkit.formats.announcement.page.reader import read_lines
from eventkit.formats.announcement.text.lines import Line, Span
from eventkit.formats.announcement.text.preparing import prepared
from eventkit.formats.announcement.text.source import Notes, opened
from eventkit.formats.announcement.times.given import NOTHING, Given, given
from eventkit.model import Event

__all__ = ["ReadText", "parse", "read_all"]

_SEPARATOR = re.compile(r"\s*-{4,}\s*")


def parse(source: str | bytes, *, file: str | None = None, **options: Any) -> Reading:
    """
    Read an announcement as people paste it.

    Args:
        source: Plain text, Markdown, a mail or HTML; or its bytes in UTF-8, UTF-16 with its mark
            or Windows-1252. Several announcements are parted by a line of dashes after a blank
            line.
        file: Name of the source for the findings.
        options: What settles times: ``country``, ``day_first``, ``default_zone``, ``reference``
            and ``language``, as `read_slot` takes them.

    Returns:
        The events, what was assumed, unclear, repaired or contradicted, and the evidence: field
        path to place and text in the source. An announcement without a certain time gives no
        event; one with several dates gives an event that recurs.

    Raises:
        InvalidValueError, UnknownTimeZoneError: A wrong option, as `read_slot` says.
    """
    return read_all(source, file, given(**options)).reading


@attrs.define
class ReadText:
    """
    What was made of a text, with what is needed to explain it.

    Args:
        reading: As `parse` returns it.
        lines: The lines that were read, repaired.
        pieces: The spans of the source that say each field.
        hidden: The spans that are for the invited only.
    """

    reading: Reading
    lines: list[Line] = attrs.field(factory=list)
    pieces: list[tuple[str, Span]] = attrs.field(factory=list)
    hidden: list[Span] = attrs.field(factory=list)


def read_all(source: str | bytes, file: str | None = None, known: Given = NOTHING) -> ReadText:
    """Read an announcement as `parse` does, and keep what is needed to explain it."""
    text = opened(source, file)
    if isinstance(text, Finding):
        return ReadText(Reading(findings=(text,)))
    notes = Notes(text, file)
    ready = prepared(notes)
    subject = [ready.subject] if ready.subject else []
    result = ReadText(Reading(), [*subject, *ready.lines])
    sections = _sections(ready.lines)
    events: list[Event] = []
    evidence: dict[str, tuple[int, int, str]] = {}
    for number, lines in enumerate(sections):
        notes.prefix = f"[{number}]." if len(sections) > 1 else ""
        event, desk = build(read_lines(lines, notes, ready.subject), notes, known)
        if event is not None:
            events.append(event)
        evidence |= {f"{notes.prefix}{path}": place for path, place in desk.evidence.ordered()}
        result.pieces += [(f"{notes.prefix}{path}", span) for path, span in desk.evidence.pieces]
        result.hidden += desk.said.secrets.spans
    result.reading = Reading(events, notes.found, evidence=evidence)
    return result


def _sections(lines: list[Line]) -> list[list[Line]]:
    """Part the lines at lines of dashes; one right under a text underlines it."""
    found: list[list[Line]] = [[]]
    blank = True
    for line in lines:
        if blank and _SEPARATOR.fullmatch(line.text):
            found.append([])
            continue
        blank = not line.text.strip()
        found[-1].append(line)
    sections = [part for part in found if any(line.text.strip() for line in part)]
    return sections or [lines]
