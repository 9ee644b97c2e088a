"""From the text of a source to the lines of announcements, repaired, with what was repaired."""

from __future__ import annotations

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.text.lines import Line, lines_of
from eventkit.formats.announcement.text.mail import opened_letter
from eventkit.formats.announcement.text.marks import spaced, unmarked
from eventkit.formats.announcement.text.markup import is_markup, seen
from eventkit.formats.announcement.text.quoting import unquoted
from eventkit.formats.announcement.text.references import resolved
from eventkit.formats.announcement.text.source import Notes

__all__ = ["Prepared", "prepared"]


@attrs.frozen
class Prepared:
    """
    The lines to read.

    Args:
        lines: Without what a mail has around an announcement.
        subject: What the header of the mail calls it.
    """

    lines: list[Line]
    subject: Line | None = None


def prepared(notes: Notes) -> Prepared:
    """Return the lines of a source, each character with its place there."""
    source = notes.source
    if source.repaired:
        notes.add(
            codes.REPAIRED, Severity.WARNING,
            "bytes that are not UTF-8 are read as Windows-1252", "save it as UTF-8",
            at=source.at_line(source.repaired),
        )  # fmt: skip
    mark = 1 if source.text.startswith("\ufeff") else 0
    whole, first = unquoted(Line(source.text[mark:], mark))
    if first is not None:
        notes.add(
            codes.REPAIRED, Severity.WARNING,
            "leftovers of quoted-printable are read as the characters that they stand for",
            "check the text for '='", at=first,
        )  # fmt: skip
    if is_markup(whole.text):
        notes.add(
            codes.REPAIRED, Severity.INFO, "HTML is read as the text that its reader sees",
            "where the page has schema.org markup, '--from html' reads that",
        )  # fmt: skip
        whole = seen(whole)
    letter = opened_letter(lines_of(whole))
    referred, elsewhere = resolved(letter.lines)
    letter.dropped += [("what leads to other pages", line) for line in elsewhere]
    _note_dropped(letter.dropped, notes)
    lines = [spaced(line) for line in referred]
    _note_spaced(referred, lines, notes)
    subject = letter.subject and unmarked(spaced(letter.subject))
    return Prepared([unmarked(line) for line in lines], subject)


def _note_dropped(dropped: list[tuple[str, Line]], notes: Notes) -> None:
    """Say what of a mail is not read, once a kind; the lines themselves may be private."""
    kinds = dict.fromkeys(what for what, line in dropped if line.text.strip())
    for kind in kinds:
        lines = [line for what, line in dropped if what == kind]
        notes.add(
            codes.NOT_CARRIED, Severity.INFO, f"{kind} is not read",
            "take it out, or move what belongs to the announcement", at=lines[0].at,
        )  # fmt: skip


def _note_spaced(before: list[Line], after: list[Line], notes: Notes) -> None:
    changed = [old for old, new in zip(before, after, strict=True) if old is not new]
    if changed:
        notes.add(
            codes.REPAIRED, Severity.INFO,
            "non-breaking blanks and signs of no width are read as plain blanks or nothing",
            at=changed[0].at,
        )  # fmt: skip
