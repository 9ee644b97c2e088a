"""
From lines as they stand to lines as they are meant: unfolded, whatever ends or folds them.

What no property can begin with belongs to the text before it, for many programs write the line
breaks of a description as they are.
"""

from __future__ import annotations

import re

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.ical.reading.content import word_set
from eventkit.formats.ical.reading.notes import Notes

__all__ = ["logical_lines"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
_PROPERTY = re.compile(r"[ \t]*([A-Za-z][A-Za-z0-9-]*(?: - ?[A-Za-z]+)?)[ \t]*[;:]")
_SHOUTED = re.compile(r"[A-Z][A-Z0-9-]*(?:[;=].*)?", re.DOTALL)
_PRINTABLE = re.compile(r"[^:]{0,1000};(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_INDENT = re.compile(r"\s*?([ \t]+)BEGIN:", re.IGNORECASE)
_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT"})
_KNOWN = _TEXTS | word_set(
    "BEGIN END UID DTSTART DTEND DTSTAMP DURATION URL STATUS SEQUENCE CLASS CATEGORIES GEO"
    " ORGANIZER ATTENDEE CREATED LAST-MODIFIED RRULE RDATE EXDATE RECURRENCE-ID RELATED-TO"
    " ATTACH TRANSP PRIORITY TRIGGER ACTION VERSION PRODID METHOD TZID TZNAME TZOFFSETFROM"
    " TZOFFSETTO CALSCALE CONFERENCE IMAGE NAME COLOR"
)
_FULL = 60  # octets from which a line that breaks off was folded, but without the blank


def logical_lines(text: str, numbers: list[int], notes: Notes) -> list[str]:
    """
    Return the unfolded lines.

    Args:
        text: With any line ends.
        numbers: Is filled with the 1-based number of the line in which each begins.
        notes: Takes what was repaired.
    """
    assembly = _Assembly(numbers, notes)
    for number, line in enumerate(_physical(text, notes), 1):
        assembly.add(line, number)
    return assembly.finished()


def _physical(text: str, notes: Notes) -> list[str]:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text)
        notes.repaired("control characters are left out")
    lines = text.split("\n")
    if indent := _INDENT.match(text[:1000]):
        notes.repaired("all lines are indented")
        lines = [line.removeprefix(indent.group(1)) for line in lines]
    return lines


class _Assembly:
    def __init__(self, numbers: list[int], notes: Notes) -> None:
        self.lines: list[str] = []
        self.numbers = numbers
        self.notes = notes
        self.pieces: list[str] = []
        self.is_text = False
        self.soft = False  # whether a quoted-printable text goes on
        self.printable = False
        self.last = ""

    def add(self, line: str, number: int) -> None:
        if self.soft:
            self.go_on(line)
        elif not line or (line.isspace() and not self.pieces):
            return
        elif line[0] in " \t" and self.pieces:
            self.pieces.append(line[1:])
        elif (match := _PROPERTY.match(line)) and _is_name(match[1]):
            self.begin(line, number, match[1].upper())
        elif self.is_text and not _SHOUTED.fullmatch(line):
            self.mend(line)
        else:
            self.begin(line, number, match[1].upper() if match else line[:40].upper())
        self.last = line

    def begin(self, line: str, number: int, name: str) -> None:
        self.close()
        self.numbers.append(number)
        self.is_text = name in _TEXTS or name.startswith("X-")
        self.printable = bool(_PRINTABLE.match(line))
        self.go_on(line)

    def go_on(self, line: str) -> None:
        self.soft = self.printable and line.endswith("=")
        self.pieces.append(line[:-1] if self.soft else line)

    def mend(self, line: str) -> None:
        """Join a line that begins like no property to the text before it."""
        if len(self.last.encode("utf-8", "replace")) < _FULL:
            message, hint = "a line break in a text is not escaped", "write it as \\n"
            self.pieces.append("\\n")
        else:
            message, hint = "a folded line lacks its blank", "begin it with a blank"
        self.pieces.append(line)
        self.notes.repaired(message, hint, at=len(self.lines))

    def close(self) -> None:
        """Finish a line; what has no colon even with all that is folded is no property."""
        if not self.pieces:
            return
        line = "".join(self.pieces)
        self.pieces = []
        if not _PROPERTY.match(line):
            self.notes.add(
                codes.SYNTAX,
                Severity.WARNING,
                "the line is no property: it lacks a name, a colon and a value",
                "correct it; what it says is left out",
                at=len(self.lines),
            )
            line = ""
        self.lines.append(line)

    def finished(self) -> list[str]:
        self.close()
        return self.lines


def _is_name(name: str) -> bool:
    """Whether a line that begins so is a property, and not a text like ``Time: 10:00``."""
    return name.isupper() or name[:2] in ("X-", "x-") or name.upper() in _KNOWN
