"""From bytes to a text with lines and columns, and the findings about it."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Callable
from typing import TypeVar

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Collected, Finding, Severity
from eventkit.formats.announcement.text.lines import Line, lines_of

__all__ = ["SIZE_MAX", "Line", "Notes", "Source", "opened"]

SIZE_MAX = 1_000_000  # characters of one text

T = TypeVar("T")


class Source:
    """
    A text, and line and column of its every character.

    Args:
        text: As decoded.
        repaired: The 1-based line from which its bytes were not UTF-8, if any.
    """

    def __init__(self, text: str, repaired: int | None = None) -> None:
        self.text = text
        self.repaired = repaired
        self.lines = lines_of(text)
        if text.startswith("\ufeff"):
            self.lines[0] = Line(self.lines[0].text[1:], 1)
        self._starts = [0, *(line.at for line in self.lines[1:])]

    def at_line(self, number: int) -> int:
        """Return the position at which a 1-based line begins."""
        return self.lines[min(number, len(self.lines)) - 1].at

    def place(self, at: int) -> tuple[int, int]:
        """Return 1-based line and column of a position."""
        number = bisect_right(self._starts, at) - 1
        return number + 1, at - self.lines[number].at + 1


@attrs.define
class Notes:
    """The findings of one reading."""

    source: Source
    file: str | None = None
    prefix: str = ""
    _kept: Collected = attrs.field(factory=Collected)

    def add(
        self,
        code: str,
        severity: Severity,
        message: str,
        hint: str | None = None,
        *,
        at: int | None = None,
        path: str | None = None,
    ) -> None:
        """Add a finding at a position of the source."""
        line, column = self.source.place(at) if at is not None else (None, None)
        self._kept.add(
            Finding(
                code,
                severity,
                message,
                hint,
                file=self.file,
                line=line,
                column=max(1, column) if column is not None else None,
                path=f"{self.prefix}{path}" if path else None,
            )
        )

    @property
    def found(self) -> list[Finding]:
        """All of them, in order."""
        return self._kept.told(self.file)

    def guard(self, path: str, at: int | None, make: Callable[[], T]) -> T | None:
        """Return what *make* makes; what the model refuses becomes a finding."""
        try:
            return make()
        except EventkitError as exc:
            self.add(codes.INVALID_VALUE, Severity.ERROR, exc.message, exc.hint, at=at, path=path)
            return None


def opened(source: str | bytes, file: str | None) -> Source | Finding:
    """Return the source to read, or the finding that says why it cannot be read."""

    def refusal(code: str, message: str, hint: str, line: int | None = None) -> Finding:
        return Finding(code, Severity.ERROR, message, hint, file=file, line=line)

    repaired = None
    if isinstance(source, bytes):
        if len(source) > 4 * SIZE_MAX:
            return refusal(codes.TOO_LARGE, f"it has {len(source):,} bytes", "split it")
        try:
            text, repaired = _decoded(source)
        except UnicodeDecodeError as exc:
            line = source.count(b"\n", 0, exc.start) + 1
            message = f"byte {exc.start} (0x{source[exc.start]:02X}) is no character of a text"
            hint = "give the announcement as plain text, saved as UTF-8"
            return refusal(codes.ENCODING, message, hint, line)
    else:
        text = source
    if "\0" in text:
        message = "it holds NUL characters, so it is binary or UTF-16 without a mark, no text"
        return refusal(codes.ENCODING, message, "save it as UTF-8")
    if not text.strip("\ufeff \t\r\n") or text.isspace():
        return refusal(codes.EMPTY, "there is nothing in it", "paste an announcement")
    if len(text) > SIZE_MAX:
        return refusal(
            codes.TOO_LARGE, f"it has {len(text):,} characters", f"at most {SIZE_MAX:,} are read"
        )
    return Source(text, repaired)


def _decoded(source: bytes) -> tuple[str, int | None]:
    """
    Return the text of bytes, and the 1-based line from which they were not UTF-8.

    A line that is not UTF-8 is read as Windows-1252, which mail and older editors write.

    Raises:
        UnicodeDecodeError: They are no text in either.
    """
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if source.startswith(mark):
            return source.decode("utf-16"), None
    try:
        return source.decode("utf-8"), None
    except UnicodeDecodeError as exc:
        if b"\0" in source:
            raise
        first = source.count(b"\n", 0, exc.start) + 1
    lines = []
    for line in source.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252"))
    return "\n".join(lines), first
