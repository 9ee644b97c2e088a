"""The pieces of an output put together: what to append as they come, and what goes to the front."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from eventkit import extras
from eventkit.bulk.opening import compressor
from eventkit.bulk.targets import Target
from eventkit.formats.ical.moments import References
from eventkit.formats.ical.writer import around
from eventkit.formats.parquet import TableFile

__all__ = ["Assembly", "assembly_of"]


class Assembly(Protocol):
    """Gives the bytes of the output in turn."""

    def begin(self) -> bytes:
        """Return what stands before the first piece."""
        ...

    def add(self, body: bytes, *, first: bool) -> bytes:
        """Return what the body of a piece becomes."""
        ...

    def end(self, zones: References) -> tuple[bytes, bytes]:
        """Return what stands after the last piece, and what is yet to be put before the first."""
        ...


def assembly_of(form: Target, output: str, stamp: datetime | None) -> Assembly:
    """Return what puts together the pieces of *form* for the file *output*."""
    return _Table() if form.is_table else _Text(form, output, stamp)


class _Text:
    """Its pieces are compressed already, where the output is."""

    def __init__(self, form: Target, output: str, stamp: datetime | None) -> None:
        self._form = form
        self._stamp = stamp
        self._squeeze = compressor(output)

    def _bytes(self, text: str) -> bytes:
        return self._squeeze(text.encode("utf-8")) if text else b""

    def begin(self) -> bytes:
        return self._bytes(self._form.head)

    def add(self, body: bytes, *, first: bool) -> bytes:
        return body if first else self._bytes(self._form.between) + body

    def end(self, zones: References) -> tuple[bytes, bytes]:
        if not self._form.is_calendar:
            return self._bytes(self._form.tail), b""
        head, tail = around([zones], dtstamp=self._stamp)
        return self._bytes(tail), self._bytes(head)


class _Table:
    """Its pieces are streams of Arrow."""

    def __init__(self) -> None:
        self._file = TableFile()

    def begin(self) -> bytes:
        return b""

    def add(self, body: bytes, *, first: bool) -> bytes:
        return self._file.add(extras.load("pyarrow.ipc", "bulk").open_stream(body).read_all())

    def end(self, zones: References) -> tuple[bytes, bytes]:
        return self._file.end(), b""
