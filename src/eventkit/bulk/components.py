"""
The components of calendars as bytes, one by one, from a file of any size.

Only text whose BEGINs and ENDs match is taken apart here; what programs write instead is for the
reader of whole texts to mend. Source: RFC 5545 §3.4, §3.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, NamedTuple

from eventkit.bulk.opening import chunks
from eventkit.errors import InvalidValueError
from eventkit.files import SIZE_MAX

__all__ = ["BEGIN", "END", "PROPERTIES", "Component", "UncutError", "components"]

BEGIN, PROPERTIES, END = "BEGIN", "", "END"
_MARK = re.compile(rb"\n(?=(?:BEGIN|END)[ \t:;])([^\n]*)", re.IGNORECASE)
_PLAIN = re.compile(rb"(BEGIN|END):([A-Z0-9-]{1,200})\r?")
_ENTRIES = frozenset({b"VEVENT", b"VTODO", b"VJOURNAL", b"VFREEBUSY", b"VTIMEZONE"})
_DEPTH_MAX = 16
_BOM = b"\xef\xbb\xbf"


class Component(NamedTuple):
    """
    What stands right in a calendar.

    Args:
        calendar: Number of the calendar in the file, from 0.
        name: Of the component; `BEGIN` and `END` for these lines of the calendar itself, and
            `PROPERTIES` for its other lines.
        line: 1-based line of the file in which it begins.
        data: Its lines.
    """

    calendar: int
    name: str
    line: int
    data: bytes


class UncutError(Exception):
    """From a calendar on, a file is not well-formed; it never leaves this package."""

    def __init__(self, offset: int, line: int) -> None:
        super().__init__(offset, line)
        self.offset = offset
        self.line = line


def components(file: IO[bytes]) -> Iterator[Component]:
    """
    Yield what the calendars of a file consist of.

    Raises:
        UncutError: The last calendar that began, and what follows it, is not well-formed.
    """
    scan = _Scan()
    try:
        for line, block in chunks(file):
            yield from scan.add(line, block)
    except InvalidValueError as exc:  # an endless line
        raise scan.error() from exc
    scan.finish()


class _Scan:
    """Follows the BEGINs and ENDs through the blocks of a file."""

    def __init__(self) -> None:
        self.calendar = -1
        self.start = (0, 1)  # byte and line at which the last calendar began
        self.stack: list[bytes] = []
        self.held: list[bytes] = []  # of what has begun and is not yet whole
        self.line = 1  # in which that begins
        self.offset = 0  # of the next block

    def error(self) -> UncutError:
        return UncutError(*self.start)

    def add(self, number: int, block: bytes) -> Iterator[Component]:
        """Yield what ends in a block of whole lines, the first of which has this number."""
        if block.count(b"\r") != block.count(b"\r\n"):
            raise self.error()
        if not self.offset and block.startswith(_BOM):
            self.offset, block = len(_BOM), block[len(_BOM) :]
        done = 0
        for mark in _MARK.finditer(b"\n" + block):
            depth, name = self.step(mark[1])
            if depth > 1:
                continue
            begins = len(self.stack) > depth
            start, stop = mark.span()
            if begins or not depth:
                text = self.take(block[done:start])
                number += block.count(b"\n", done, start)
                yield from self.between(text, depth if begins else 1)
                done, self.line = start, number
            if begins and depth:
                continue
            if begins:
                self.calendar += 1
                self.start = (self.offset + start, number)
            yield Component(self.calendar, name, self.line, self.take(block[done:stop]))
            number += block.count(b"\n", done, stop)
            done, self.line = stop, number
        self.held.append(block[done:])
        self.offset += len(block)
        if sum(map(len, self.held)) > SIZE_MAX:
            raise self.error()

    def step(self, mark: bytes) -> tuple[int, str]:
        """Go into a component or out of it; return how deep around it is, and what is whole."""
        plain = _PLAIN.fullmatch(mark)
        if plain is None:
            raise self.error()
        kind, name = plain.groups()
        if kind == b"END":
            if not self.stack or self.stack.pop() != name:
                raise self.error()
            return len(self.stack), name.decode() if self.stack else END
        depth = len(self.stack)
        if (name == b"VCALENDAR") == bool(depth) or depth >= _DEPTH_MAX:
            raise self.error()
        if depth > 1 and name in _ENTRIES:
            raise self.error()
        self.stack.append(name)
        return depth, BEGIN

    def take(self, rest: bytes) -> bytes:
        """Return what has begun, with its end."""
        data = b"".join((*self.held, rest))
        self.held.clear()
        return data

    def between(self, text: bytes, depth: int) -> Iterator[Component]:
        """Yield lines of a calendar; between two of them there are none."""
        if depth and text:
            yield Component(self.calendar, PROPERTIES, self.line, text)
        elif text.strip():
            raise self.error()

    def finish(self) -> None:
        if self.stack or self.calendar < 0 or self.take(b"").strip():
            raise self.error()
