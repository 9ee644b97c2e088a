"""The pieces of an output put together: as they come, and once all are there."""

from __future__ import annotations

import os
import shutil
from abc import ABC, abstractmethod
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from eventkit import extras
from eventkit.bulk.opening import compressor
from eventkit.bulk.targets import Target
from eventkit.formats.parquet import TableFile

if TYPE_CHECKING:
    from eventkit.formats.ical.moments import References

__all__ = ["Assembly", "assembly_of", "together"]

_BLOCK = 1 << 24  # bytes that are copied at once


class Assembly(Protocol):
    """Gives what is written as pieces come, from which an interrupted run can go on."""

    def begin(self) -> bytes:
        """Return what stands before the first piece."""
        ...

    def add(self, body: bytes, *, first: bool) -> bytes:
        """Return what the body of a piece becomes."""
        ...

    def end(self) -> bytes:
        """Return what stands after the last piece."""
        ...

    def finished(self, part: Path, whole: Path, zones: References) -> Path:
        """Return which file is the output: *part*, as it was written, or *whole*, made from it."""
        ...


def assembly_of(form: Target, output: str, stamp: datetime | None) -> Assembly:
    """Return what puts together the pieces of *form* for the file *output*."""
    if form.is_table:
        return _Table()
    return _Calendar(output, stamp) if form.is_calendar else _Text(form, output)


def together(one: References, other: References) -> References:
    """Return the years in which zones are referred to by either."""
    found = dict(one)
    for name, years in other.items():
        known = found.get(name, years)
        found[name] = min(known[0], years[0]), max(known[1], years[1])
    return found


class _Text:
    """Its pieces are compressed already, where the output is."""

    def __init__(self, form: Target, output: str) -> None:
        self._form = form
        self._squeeze = compressor(output)

    def _bytes(self, text: str) -> bytes:
        return self._squeeze(text.encode("utf-8")) if text else b""

    def begin(self) -> bytes:
        return self._bytes(self._form.head)

    def add(self, body: bytes, *, first: bool) -> bytes:
        return body if first else self._bytes(self._form.between) + body

    def end(self) -> bytes:
        return self._bytes(self._form.tail)

    def finished(self, part: Path, whole: Path, zones: References) -> Path:
        return part


class _Waiting(ABC):
    """Its pieces wait as they are until all are there."""

    def begin(self) -> bytes:
        return b""

    def add(self, body: bytes, *, first: bool) -> bytes:
        return body

    def end(self) -> bytes:
        return b""

    def finished(self, part: Path, whole: Path, zones: References) -> Path:
        with open(part, "rb") as written, open(whole, "wb") as file:
            self.make(written, zones, file)
        return whole

    @abstractmethod
    def make(self, written: IO[bytes], zones: References, whole: IO[bytes]) -> None:
        """Write the output to *whole* from all that was written."""


class _Calendar(_Waiting):
    """The zones stand before the entries that refer to them."""

    def __init__(self, output: str, stamp: datetime | None) -> None:
        self._squeeze = compressor(output)
        self._stamp = stamp

    def make(self, written: IO[bytes], zones: References, whole: IO[bytes]) -> None:
        from eventkit.formats.ical.writer import around  # as most conversions do without

        head, tail = around([zones], dtstamp=self._stamp)
        whole.write(self._squeeze(head.encode("utf-8")))
        _copy(written, whole)
        whole.write(self._squeeze(tail.encode("utf-8")))


class _Table(_Waiting):
    """Its pieces are streams of Arrow, of which only all together are rows of a file."""

    def make(self, written: IO[bytes], zones: References, whole: IO[bytes]) -> None:
        ipc = extras.load("pyarrow.ipc", "bulk")
        file = TableFile()
        while written.peek(1):  # type: ignore[attr-defined]
            whole.write(file.add(ipc.open_stream(written).read_all()))
        whole.write(file.end())


def _copy(written: IO[bytes], whole: IO[bytes]) -> None:
    """Copy a file that was just opened to where another ends, within the kernel if it can."""
    whole.flush()
    done = 0
    with suppress(AttributeError, OSError):  # as of this system, or of these files
        while size := os.copy_file_range(written.fileno(), whole.fileno(), _BLOCK):
            os.posix_fadvise(written.fileno(), done, size, os.POSIX_FADV_DONTNEED)
            done += size
    shutil.copyfileobj(written, whole, _BLOCK)  # what is left
