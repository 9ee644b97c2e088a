"""Parts of a line that know where they stand in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from eventkit.formats.announcement.text.lines import Line

__all__ = ["Piece", "spanning"]

_EDGES = " \t\u00a0\u200b"


@attrs.frozen
class Piece:
    """
    What stands in a line between two of its characters, without blanks around.

    Args:
        line: The line, which may be blanked in places but is as long as in the source.
        start: First character in the line.
        stop: The one after the last.
        until: Where it ends in the source, when that is in another line.
    """

    line: Line
    start: int
    stop: int
    until: int | None = None

    @classmethod
    def of(cls, line: Line) -> Piece:
        """Return all of a line."""
        return cls(line, 0, len(line.text)).stripped()

    @property
    def raw(self) -> str:
        """The text with its blanks as they stand."""
        return self.line.text[self.start : self.stop]

    @property
    def text(self) -> str:
        """The text, with single blanks."""
        return " ".join(self.raw.split())

    @property
    def at(self) -> int:
        """Where it begins in the source."""
        return self.line.span(self.start, self.stop)[0]

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.line.span(self.start, self.stop)[1] if self.until is None else self.until

    def __bool__(self) -> bool:
        return self.stop > self.start

    def stripped(self, more: str = "") -> Piece:
        """Return the piece without blanks, and without *more*, around it."""
        raw, edges = self.raw, _EDGES + more
        start = self.start + len(raw) - len(raw.lstrip(edges))
        stop = max(start, self.stop - len(raw) + len(raw.rstrip(edges)))
        if start == self.start and stop == self.stop:
            return self
        return Piece(self.line, start, stop, self.until)

    def cut(self, start: int, stop: int | None = None) -> Piece:
        """Return a part, counted from the beginning of the piece."""
        last = self.stop if stop is None else min(self.stop, self.start + stop)
        return Piece(self.line, min(last, self.start + start), last, self.until).stripped()

    def split(self, pattern: re.Pattern[str]) -> list[Piece]:
        """Return the parts between what *pattern* finds, the empty ones left out."""
        found, at, raw = [], 0, self.raw
        for match in pattern.finditer(raw):
            found.append(self.cut(at, match.start()))
            at = match.end()
        found.append(self.cut(at))
        return [piece for piece in found if piece]


def spanning(pieces: Sequence[Piece]) -> Piece:
    """Return what reaches from the first piece to the last; of several cells, with commas."""
    first, last = pieces[0], pieces[-1]
    if first.line is last.line and "\t" not in first.line.text[first.start : last.stop]:
        return attrs.evolve(first, stop=last.stop)
    text = ", ".join(piece.text for piece in pieces)
    return Piece(Line(text, first.at, until=last.end), 0, len(text))
