"""From an announcement to events of the model, with findings and evidence."""

from __future__ import annotations

import re

import attrs

from eventkit.findings import Finding, Reading
from eventkit.formats.announcement.building import build
from eventkit.formats.announcement.countries import country_code
from eventkit.formats.announcement.evidence import slot_spans
from eventkit.formats.announcement.lines import Line, Span, glued, lines_of
from eventkit.formats.announcement.preparing import prepared
from eventkit.formats.announcement.reader import read_lines
from eventkit.formats.announcement.source import Notes, opened
from eventkit.formats.announcement.statement import read_statement
from eventkit.formats.announcement.timing import note
from eventkit.model import Event

__all__ = ["ReadText", "parse", "read_all", "read_slot"]

_SEPARATOR = re.compile(r"\s*-{4,}\s*")


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """
    Read an announcement as people paste it.

    Args:
        source: Plain text, Markdown, a mail or HTML; or its bytes in UTF-8, UTF-16 with its mark
            or Windows-1252. Several announcements are parted by a line of dashes after a blank
            line.
        file: Name of the source for the findings.

    Returns:
        The events, what was assumed, unclear, repaired or contradicted, and the evidence: field
        path to place and text in the source. An announcement without a certain time gives no
        event.
    """
    return read_all(source, file).reading


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


def read_all(source: str | bytes, file: str | None = None) -> ReadText:
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
        event, desk = build(read_lines(lines, notes, ready.subject), notes)
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


def read_slot(text: str, *, country: str | None = None) -> Reading:
    """
    Read a date-and-time statement alone.

    Args:
        text: One or more lines that together say when.
        country: Code or name of the country it is about, which chooses among the zones of an
            abbreviation.

    Returns:
        A reading with at most one member in ``slots``; a statement that does not determine
        the time gives none, and a finding that says why.
    """
    source = opened(text, None)
    if isinstance(source, Finding):
        return Reading(findings=(source,))
    notes = Notes(source)
    code = (country_code(country) or country.upper()) if country else None
    lines = [line for line in lines_of(source.text) if line.text.strip("\ufeff \t")]
    said = glued(lines, "\n") if lines else Line("", 0)
    statement = read_statement(said.text, (code,) if code else ())
    note(statement, said, notes)
    slots = [statement.slot] if statement.slot is not None else []
    evidence: dict[str, tuple[int, int, str]] = {}
    for path, span in {"slot": (0, None), **slot_spans(said.text, statement.parts)}.items():
        start, end = said.span(*span)
        evidence[path] = (start, end, source.text[start:end])
    return Reading((), notes.found, slots=slots, evidence=evidence)
