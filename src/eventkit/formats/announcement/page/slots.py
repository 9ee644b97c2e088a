"""A date-and-time statement alone."""

from __future__ import annotations

from datetime import date, tzinfo

from eventkit.findings import Finding, Reading
from eventkit.formats.announcement.page.evidence import slot_spans
from eventkit.formats.announcement.page.timing import note
from eventkit.formats.announcement.text.lines import Line, glued, lines_of
from eventkit.formats.announcement.text.source import Notes, opened
from eventkit.formats.announcement.times.given import given
from eventkit.formats.announcement.times.statement import read_statement

__all__ = ["read_slot"]


def read_slot(
    text: str,
    *,
    country: str | None = None,
    day_first: bool | None = None,
    default_zone: str | tzinfo | None = None,
    reference: str | date | None = None,
    language: str | None = None,
) -> Reading:
    """
    Read a date-and-time statement alone.

    Args:
        text: One or more lines that together say when.
        country: Code or name of the country it is about, which chooses among the zones of an
            abbreviation.
        day_first: Whether ``03/04/2021`` is 3 April.
        default_zone: The zone of times that name none.
        reference: A day, also as ISO 8601: a date without a year is the first from then on, or
            the one around then that is on the stated weekday.
        language: Tag of the language of the text, such as ``fr`` or ``en-GB``.

    Returns:
        A reading with one member in ``slots``, or one for each date of a series; a statement
        that does not determine the time gives none, and a finding that says why.

    Raises:
        InvalidValueError: *reference* is no date, or *language* none that is read.
        UnknownTimeZoneError: *default_zone* is no zone.
    """
    known = given(
        country=country,
        day_first=day_first,
        default_zone=default_zone,
        reference=reference,
        language=language,
    )
    source = opened(text, None)
    if isinstance(source, Finding):
        return Reading(findings=(source,))
    notes = Notes(source)
    lines = [line for line in lines_of(source.text) if line.text.strip("\ufeff \t")]
    said = glued(lines, "\n") if lines else Line("", 0)
    statement = read_statement(said.text, known)
    note(statement, said, notes)
    evidence: dict[str, tuple[int, int, str]] = {}
    for path, span in {"slot": (0, None), **slot_spans(said.text, statement.parts)}.items():
        start, end = said.span(*span)
        evidence[path] = (start, end, source.text[start:end])
    return Reading((), notes.found, slots=statement.slots, evidence=evidence)
