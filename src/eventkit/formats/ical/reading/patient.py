"""
The patient tokenizer: any text that means to be a calendar.

The grammar of a line's name and parameters is the library icalendar's; around it stand the
repairs of what no parser of well-formed text takes. Nothing here is slower than linear.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Mapping
from typing import Any

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.ical.reading.content import NO_PARAMETERS, Component, Property
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.physical import logical_lines

__all__ = ["tokenize"]

_HEADS_MAX = 4096
_HEAD_LENGTH_MAX = 10_000
_LOOSE_MAX = 1_000
_DEPTH_MAX = 16
_NAME = re.compile(r"[A-Z0-9_.-]{1,200}")
_PARAMETER = re.compile(r'([A-Za-z0-9_-]+)\s*(?:=\s*("[^"]*"?|[^;"]*))?')
_CHARSET = re.compile(r"utf-?8|us-ascii|iso-?8859-\d{1,2}|(?:windows-|cp)125\d", re.IGNORECASE)
_ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})
_Head = tuple[str, Mapping[str, str]]


def tokenize(text: str, numbers: list[int], notes: Notes) -> list[Component]:
    """
    Return the calendars of *text*; what stands outside of one gets a calendar.

    Args:
        text: Any text.
        numbers: Is filled with the 1-based number of the line in which each property begins.
        notes: Takes what was repaired.
    """
    lines = logical_lines(text, numbers, notes)
    builder = _Builder(notes, _head_parser())
    for at, line in enumerate(lines):
        if line:
            builder.add(line, at)
    return builder.finished(len(lines))


class _Builder:
    def __init__(self, notes: Notes, parse: Any) -> None:
        self.notes = notes
        self.parse = parse
        self.heads: dict[str, _Head | None] = {}
        self.calendars: list[Component] = []
        self.stack: list[Component] = []
        self.too_deep = 0

    def add(self, line: str, at: int) -> None:
        head, colon, value = line.partition(":")
        if '"' in head and head.count('"') % 2:
            head, colon, value = _outside_of_quotes(line)
        known = self.heads.get(head)
        if known is None:
            known = self.learn(head, at) if colon and len(head) <= _HEAD_LENGTH_MAX else None
            if known is None:
                self.notes.add(
                    codes.SYNTAX,
                    Severity.WARNING,
                    "the line is no property: its name or parameters are not understood",
                    "correct it; what it says is left out",
                    at=at,
                )
                return
        name, parameters = known
        if name == "BEGIN":
            self.begin(value.strip().upper(), at)
        elif name == "END":
            self.end(value.strip().upper(), at)
        elif not self.too_deep:
            if parameters and "ENCODING" in parameters:
                value = _decoded(value, parameters, self.notes, at)
            self.put(Property(name, parameters, value, at))

    def put(self, one: Property) -> None:
        if not self.stack:
            if self.calendars:
                self.notes.not_carried("what stands after the end of the calendar", at=one.at)
                return
            self.notes.repaired("BEGIN:VCALENDAR is missing", at=one.at)
            self.open("VCALENDAR", one.at)
        listed = self.stack[-1].properties.get(one.name)
        if listed is None:
            self.stack[-1].properties[one.name] = [one]
        else:
            listed.append(one)

    def begin(self, name: str, at: int) -> None:
        if not _NAME.fullmatch(name):
            message = "BEGIN without the name of a component"
            self.notes.add(codes.SYNTAX, Severity.WARNING, message, at=at)
            name = "X-UNNAMED"
        if name == "VCALENDAR":
            self.leave(0, at)
        elif name in _ENTRIES:
            inside = [one.name in _ENTRIES for one in self.stack]
            if True in inside:
                self.leave(inside.index(True), at)
        if not self.stack and name != "VCALENDAR":
            self.notes.repaired("BEGIN:VCALENDAR is missing", at=at)
            if self.calendars:
                self.stack.append(self.calendars[-1])
            else:
                self.open("VCALENDAR", at)
        if len(self.stack) < _DEPTH_MAX and not self.too_deep:
            self.open(name, at)
            return
        self.too_deep += 1
        message = "components are nested too deeply; what is in them is left out"
        self.notes.once(codes.TOO_LARGE, Severity.WARNING, message, at=at)

    def open(self, name: str, at: int) -> None:
        component = Component(name, at)
        (self.stack[-1].children if self.stack else self.calendars).append(component)
        self.stack.append(component)

    def leave(self, depth: int, at: int) -> None:
        """Close what has no END of its own, down to *depth*."""
        self.too_deep = 0
        if len(self.stack) > depth:
            self.notes.repaired(f"END:{self.stack[-1].name[:40]} is missing", at=at)
            del self.stack[depth:]

    def end(self, name: str, at: int) -> None:
        if self.too_deep:
            self.too_deep -= 1
            return
        depth = next((n for n in range(len(self.stack))[::-1] if self.stack[n].name == name), None)
        if depth is None:
            self.notes.repaired("an END has no BEGIN", at=at)
            return
        self.leave(depth + 1, at)
        self.stack.pop()

    def finished(self, count: int) -> list[Component]:
        if self.stack:
            message = f"the text ends inside of {self.stack[-1].name[:40]}"
            hint = "see whether the file is complete"
            self.notes.repaired(message, hint, at=max(0, count - 1))
        return self.calendars

    def learn(self, head: str, at: int) -> _Head | None:
        """Return the name and parameters of a head; the same come again and again."""
        known: _Head | None = self.parse(head)
        if known is None and len(head) <= _LOOSE_MAX:
            known = _loosely_parsed(head)
            if known is not None:
                self.notes.repaired("parameters of a property are not well-formed", at=at)
        if len(self.heads) < _HEADS_MAX:
            self.heads[head] = known
        return known


def _outside_of_quotes(line: str) -> tuple[str, str, str]:
    """Split at the first colon outside of quotes; where a quote never ends, at the first."""
    at, quoted = 0, False
    for found in re.finditer('[":]', line):
        if found.group() == '"':
            quoted = not quoted
        elif not quoted:
            at = found.start()
            break
    return (line[:at], ":", line[at + 1 :]) if at else line.partition(":")


def _head_parser() -> Any:
    """Return the function that takes a head apart as icalendar does; it is imported here."""
    from icalendar.parser import Contentline

    line: Any = Contentline

    def parse(head: str) -> _Head | None:
        try:
            name, parameters, _ = line(head + ":").parts()
        except (ValueError, AssertionError, IndexError):
            return None
        return name.upper(), _plain(parameters) if parameters else NO_PARAMETERS

    return parse


def _plain(parameters: Mapping[str, Any]) -> dict[str, str]:
    return {
        key.upper(): ",".join(value) if isinstance(value, list) else str(value)
        for key, value in parameters.items()
    }


def _loosely_parsed(head: str) -> _Head | None:
    """Return what can be made of a head that icalendar refuses."""
    match = re.match(r"\s*([A-Za-z0-9-]+(?: - ?[A-Za-z]+)?)\s*(?:;|$)", head)
    if match is None:
        return None
    parameters: dict[str, str] = {}
    for key, value in _PARAMETER.findall(head[match.end() :]):
        if value or key.upper() != "QUOTED-PRINTABLE":
            parameters.setdefault(key.upper(), value.strip().strip('"'))
        else:  # vCalendar 1.0 may leave out the name of a parameter
            parameters["ENCODING"] = "QUOTED-PRINTABLE"
    return match[1].upper().replace(" ", ""), parameters or NO_PARAMETERS


def _decoded(value: str, parameters: Mapping[str, str], notes: Notes, at: int) -> str:
    """Return a quoted-printable text as a line of today. Source: vCalendar 1.0 §2.1.3."""
    if parameters["ENCODING"].upper() != "QUOTED-PRINTABLE":
        return value
    notes.repaired("texts are quoted-printable, as in vCalendar 1.0", at=at)
    octets = quopri.decodestring(value.encode("utf-8", "replace"))
    charset = parameters.get("CHARSET", "utf-8")
    try:
        text = octets.decode(charset if _CHARSET.fullmatch(charset) else "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = octets.decode("latin-1")
    return re.sub("\r\n|\r|\n", lambda _: "\\n", text)
