"""Lines of an announcement, which know where each of their characters stands in the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable

import attrs

__all__ = ["Builder", "Line", "Span", "glued", "lines_of", "replaced"]

Span = tuple[int, int]
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@attrs.frozen
class Line:
    """
    A line without its end, or a part of one.

    Args:
        text: What it says, repaired and without marks of Markdown.
        at: Where it begins in the source.
        starts: Where each character begins in the source, unless one follows the other.
        ends: Where each character ends in the source.
        prose: The same with its marks, as a description keeps it; None where there are none.
        until: Where it ends in the source, when it was put together without places.
    """

    text: str
    at: int
    starts: array[int] | None = attrs.field(default=None, eq=False, repr=False)
    ends: array[int] | None = attrs.field(default=None, eq=False, repr=False)
    prose: Line | None = attrs.field(default=None, eq=False, repr=False)
    until: int | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.span()[1]

    @property
    def told(self) -> Line:
        """The line as a description keeps it."""
        return self.prose or self

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return where a part of it stands in the source."""
        stop = len(self.text) if end is None else end
        if self.until is not None:
            return self.at, self.until
        if self.starts is None or self.ends is None or start >= stop:
            begin = self.starts[start] if self.starts and start < len(self.starts) else None
            return (begin, begin) if begin is not None else (self.at + start, self.at + stop)
        return min(self.starts[start:stop]), max(self.ends[start:stop])

    def part(self, start: int, end: int | None = None) -> Line:
        """Return a part of it as a line of its own."""
        stop = len(self.text) if end is None else end
        if self.starts is None or self.ends is None:
            at = self.at if self.until is not None else self.at + start
            return Line(self.text[start:stop], at, until=self.until)
        starts, ends = self.starts[start:stop], self.ends[start:stop]
        return Line(self.text[start:stop], starts[0] if starts else self.at, starts, ends)

    def stripped(self) -> Line:
        """Return it without blanks at its ends."""
        text = self.text.strip()
        start = self.text.index(text)
        return self.part(start, start + len(text))

    def find(self, text: str) -> Line | None:
        """Return the part of it that says *text*, or None."""
        start = self.text.find(text) if text else -1
        return self.part(start, start + len(text)) if start >= 0 else None


class Builder:
    """
    Builds a line from another: what is kept of it, and what stands for parts of it.

    Args:
        base: The line whose positions are those of the parts.
    """

    def __init__(self, base: Line) -> None:
        self.base = base
        self.texts: list[str] = []
        self.starts = array("q")
        self.ends = array("q")

    def keep(self, start: int, end: int) -> None:
        """Take over a part of the base."""
        if end <= start:
            return
        base = self.base
        self.texts.append(base.text[start:end])
        if base.until is not None:
            self.starts.extend([base.at] * (end - start))
            self.ends.extend([base.until] * (end - start))
        elif base.starts is None or base.ends is None:
            self.starts.extend(range(base.at + start, base.at + end))
            self.ends.extend(range(base.at + start + 1, base.at + end + 1))
        else:
            self.starts.extend(base.starts[start:end])
            self.ends.extend(base.ends[start:end])

    def put(self, text: str, start: int, end: int) -> None:
        """Let *text* stand for a part of the base."""
        begin, stop = self.base.span(start, end)
        self.texts.append(text)
        self.starts.extend([begin] * len(text))
        self.ends.extend([stop] * len(text))

    def line(self) -> Line:
        """Return what was built."""
        at = self.starts[0] if self.starts else self.base.at
        return Line("".join(self.texts), at, self.starts, self.ends)


def glued(lines: Iterable[Line], between: str) -> Line:
    """Return several lines as one."""
    first, *more = lines
    builder = Builder(first)
    builder.keep(0, len(first.text))
    for line in more:
        builder.base = line
        builder.put(between, 0, 0)
        builder.keep(0, len(line.text))
    return builder.line()


def replaced(line: Line, pieces: Iterable[tuple[int, int, str]]) -> Line:
    """Return *line* with each (start, end, text) put in; the pieces are in order."""
    builder, at = Builder(line), 0
    for start, end, text in pieces:
        builder.keep(at, start)
        builder.put(text, start, end)
        at = end
    builder.keep(at, len(line.text))
    return builder.line()


def lines_of(text: str | Line) -> list[Line]:
    """Return the lines of *text*, however they end."""
    whole = Line(text, 0) if isinstance(text, str) else text
    found, at = [], 0
    for match in _BREAK.finditer(whole.text):
        found.append(whole.part(at, match.start()))
        at = match.end()
    found.append(whole.part(at))
    return found
