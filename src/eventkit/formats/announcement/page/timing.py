"""When an event is, by the lines that say so, or by the one sentence that does."""

from __future__ import annotations

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.page.desk import Desk
from eventkit.formats.announcement.page.evidence import slot_spans
from eventkit.formats.announcement.page.sayings import apart, is_alone, timed_parts
from eventkit.formats.announcement.page.series import series_of
from eventkit.formats.announcement.text.lines import Line, glued
from eventkit.formats.announcement.text.source import Notes
from eventkit.formats.announcement.times.statement import Statement, read_statement
from eventkit.model import Recurrence, TimeSlot

__all__ = ["note", "stated_slot"]


def stated_slot(desk: Desk, hints: tuple[str, ...]) -> tuple[TimeSlot | None, Recurrence | None]:
    """
    Return the slot of an event, or None with the finding that says why there is none; and how
    it comes again.

    Args:
        desk: The announcement.
        hints: Country codes that the text names.
    """
    lines = desk.said.when or _sentence(desk)
    if not lines:
        return None, None
    said = glued(lines, "\n") if len(lines) > 1 else lines[0]
    statement = read_statement(said.text, desk.given.near(hints))
    note(statement, said, desk.notes)
    desk.evidence.show("slot", said)
    for path, span in slot_spans(said.text, statement.parts).items():
        desk.evidence.show(path, said.part(*span))
    made = desk.notes.guard("recurrence", said.at, lambda: series_of(statement.slots))
    return made or (None, None)


def _sentence(desk: Desk) -> list[Line]:
    """Return the one part of a sentence that names a date and a time, where there is one."""
    found: dict[str, Line] = {}
    for line in [*desk.said.description_lines, *desk.said.of("register")]:
        for part in timed_parts(line):
            found.setdefault(part.text, part)
    if len(found) == 1:
        (part,) = found.values()
        severity = Severity.INFO if is_alone(desk.said.description_lines) else Severity.WARNING
        desk.notes.add(
            codes.TIME_IN_SENTENCE, severity, f"the time is taken from a sentence: {part.text!r:.90}",
            "write it on a line of its own, such as 'Date: ...', where it is another", at=part.at,
            path="slot",
        )  # fmt: skip
        return [part]
    if not found and (parts := apart(desk.said.description_lines)):
        told = " and ".join(repr(part.text) for part in parts)
        desk.notes.add(
            codes.TIME_IN_SENTENCE, Severity.WARNING, f"date and time stand apart: {told:.120}",
            "check that they belong together, and write them on one line, such as 'Date: ...'",
            at=parts[0].at, path="slot",
        )  # fmt: skip
        return parts
    several = f"; {len(found)} sentences name a time" if found else ""
    desk.notes.add(
        codes.NO_TIME,
        Severity.ERROR,
        f"no date and time were found{several}",
        "write a line such as 'Date: 17 April 2019, 13:00-14:00 CEST'",
        at=next(iter(found.values())).at if found else None,
        path="slot",
    )
    return []


def note(statement: Statement, said: Line, notes: Notes) -> None:
    """Note the problems of a statement at their places in the source."""
    for problem in statement.problems:
        at = min(problem.at, len(said.text))
        notes.add(
            problem.code,
            problem.severity,
            problem.message,
            problem.hint,
            at=said.span(at, at + 1)[0],
            path="slot.start",
        )
