"""
Calendars of any size, cut into pieces that are read apart.

Each calendar of a file is looked at three times, by three readers of the file side by side. The
first look finds what holds for all its entries, and which of them refer to others; the second,
only where that is needed, puts those aside in a temporary file and works out the zones that only
a VTIMEZONE tells; the third cuts. So what is held is a piece, and a line for each entry that
refers to another. Source: RFC 5545 §3.4, §3.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import groupby
from operator import attrgetter
from tempfile import TemporaryFile
from typing import IO, NamedTuple

import attrs

from eventkit.bulk import opening
from eventkit.bulk.components import BEGIN, END, PROPERTIES, Component, UncutError, components
from eventkit.bulk.linking import Links, named
from eventkit.files import SIZE_MAX
from eventkit.formats.ical.reading.pieces import (
    Place,
    Spans,
    add_spans,
    has_unnamed_zone,
    places_of,
)

__all__ = ["Piece", "Segment", "Uncut", "pieces"]

_calendar = attrgetter("calendar")
_HEAD_MAX = 1 << 20  # bytes of what holds for all entries of a calendar, from which it is not cut
_EVENT, _ZONE = "VEVENT", "VTIMEZONE"


class Segment(NamedTuple):
    """
    A part of a piece.

    Args:
        line: 1-based line of the file in which it begins.
        data: Whole lines.
        record: Number of the record in the piece that it belongs to; None for what holds for all.
    """

    line: int
    data: bytes
    record: int | None = None


@attrs.frozen
class Piece:
    """
    Whole calendars, or entries of one between its head and its end.

    Entries that refer to each other are one record, where the first of them stands.

    Args:
        segments: The text; empty if it is larger than 200 MB, as what cannot be cut may be.
        places: Of each calendar the zones of those TZIDs that only a VTIMEZONE tells.
        line: 1-based line of the file in which the piece begins.
        next_line: That in which the next one does.
        size: Bytes of the text.
    """

    segments: tuple[Segment, ...]
    places: tuple[Mapping[str, Place], ...]
    line: int
    next_line: int
    size: int


@attrs.frozen
class Uncut:
    """The rest of a file, from the last calendar on before what is not well-formed."""

    offset: int
    line: int


def pieces(file: str) -> Iterator[Piece | Uncut]:
    """
    Yield what a file of calendars consists of, in pieces of 256 KiB or so.

    Raises:
        OSError: It cannot be read.
    """
    cutter = _Cutter()
    with ExitStack() as stack, TemporaryFile() as kept:
        looks = [
            groupby(components(stack.enter_context(opening.open_for_reading(file))), _calendar)
            for _ in range(3)
        ]
        try:
            for (number, first), (_, third) in zip(looks[0], looks[2], strict=True):
                outline = _Outline(first)
                aside = _Aside(outline, _numbered(number, looks[1]), kept)
                yield from cutter.cut(outline, aside, third)
        except UncutError as exc:
            yield from cutter.flush()
            yield Uncut(exc.offset, exc.line)
            return
    yield from cutter.flush()


def _numbered(
    number: int, calendars: Iterator[tuple[int, Iterator[Component]]]
) -> Iterator[Component]:
    """Yield the components of one calendar; nothing is read before the first is asked for."""
    for found, listed in calendars:
        if found == number:
            yield from listed
            return


class _Outline:
    """The first look: what is to be known of a calendar before any entry is read."""

    def __init__(self, components: Iterable[Component]) -> None:
        self.head: list[Segment] = []  # its first line and its properties
        self.end = Segment(0, b"")
        self.zones: dict[bytes, None] = {}  # VTIMEZONEs, of those that are the same one
        self.links = Links()
        self.is_cut = True  # whether its entries may be read apart
        self._size = 0
        for one in components:
            if one.name == _EVENT:
                self._add(one.data)
            elif one.name == END:
                self.end = Segment(one.line, b"END:VCALENDAR" + _line_end(self.head[0].data))
            elif one.name in (BEGIN, PROPERTIES) and self._has_room(one.data):
                self.head.append(Segment(one.line, one.data))
            elif one.name == _ZONE and one.data not in self.zones and self._has_room(one.data):
                self.zones[one.data] = None

    def _add(self, data: bytes) -> None:
        entry = named(data)
        self.links.add(entry)
        if entry.key is None:  # it gets a UID that no other entry has
            self.is_cut = False

    def _has_room(self, data: bytes) -> bool:
        self._size += len(data)
        self.is_cut = self.is_cut and self._size <= _HEAD_MAX
        return self._size <= _HEAD_MAX

    def with_zones(self) -> bytes:
        """Return the calendar without its entries."""
        return b"".join((*(one.data for one in self.head), *self.zones, self.end.data))

    def alone(self, component: bytes) -> bytes:
        """Return a component as a calendar of its own."""
        return b"".join((self.head[0].data, component, self.end.data))


def _line_end(data: bytes) -> bytes:
    return b"\r\n" if data.endswith(b"\r\n") else b"\n"


class _Kept(NamedTuple):
    """An entry in the temporary file."""

    line: int
    start: int
    size: int


class _Aside:
    """The second look: records of several entries, and zones that no known name stands for."""

    def __init__(self, outline: _Outline, components: Iterable[Component], file: IO[bytes]) -> None:
        self.places: Mapping[str, Place] = {}
        self._file = file
        self._records: dict[int, list[_Kept]] = {}  # by the line of the first entry
        self._later: set[int] = set()  # lines of the other entries
        zones = outline.with_zones()
        looks_for_zones = outline.is_cut and has_unnamed_zone(zones)
        if not outline.links and not looks_for_zones:
            return
        file.seek(0)
        spans: Spans = {}
        kept: dict[bytes, list[_Kept]] = {}
        keys = outline.links.keys()
        for one in components:
            if looks_for_zones and one.name not in (BEGIN, PROPERTIES, END):
                add_spans(spans, outline.alone(one.data))
            key = named(one.data).key if keys and one.name == _EVENT else None
            if key is not None and key in keys:
                place = _Kept(one.line, file.tell(), file.write(one.data))
                kept.setdefault(key, []).append(place)
        self._group(outline.links.groups(set(kept)), kept)
        if looks_for_zones:
            self.places = places_of(zones, spans)

    def _group(self, leaders: Mapping[bytes, bytes], kept: Mapping[bytes, list[_Kept]]) -> None:
        groups: dict[bytes, list[_Kept]] = {}
        for key, entries in kept.items():
            groups.setdefault(leaders[key], []).extend(entries)
        for entries in groups.values():
            if len(entries) > 1:
                first, *later = sorted(entries)
                self._records[first.line] = [first, *later]
                self._later.update(one.line for one in later)

    def record(self, entry: Component) -> Iterator[tuple[int, bytes]]:
        """Yield the line and text of the entries that are read with one, if it is the first."""
        if entry.line in self._later:
            return
        for one in self._records.get(entry.line, ()):
            self._file.seek(one.start)
            yield one.line, self._file.read(one.size)
        if entry.line not in self._records:
            yield entry.line, entry.data


class _Cutter:
    """The third look: puts the records into pieces."""

    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._places: list[Mapping[str, Place]] = []
        self._size = 0
        self._records = 0
        self._line = 1  # in which the piece begins
        self._next = 1  # in which what comes next begins
        self._is_open = False  # whether the last calendar of the piece lacks its end

    def cut(
        self, outline: _Outline, aside: _Aside, components: Iterable[Component]
    ) -> Iterator[Piece]:
        """Yield the pieces that are full once a calendar is cut."""
        for one in components:
            if one.name == _EVENT:
                for line, data in aside.record(one):
                    self._open(outline, aside)
                    self._put(Segment(line, data, self._records))
                self._records += 1
            elif one.name in (PROPERTIES, _ZONE) and not outline.is_cut:
                self._open(outline, aside)
                self._put(Segment(one.line, one.data))
            self._next = one.line + one.data.count(b"\n")
            if self._size >= opening.CHUNK and (outline.is_cut or one.name == END):
                self._close(outline)
                yield from self.flush()
        self._close(outline)

    def _open(self, outline: _Outline, aside: _Aside) -> None:
        if not self._is_open:
            self._is_open = True
            self._places.append(aside.places)
            for segment in outline.head if outline.is_cut else outline.head[:1]:
                self._put(segment)

    def _close(self, outline: _Outline) -> None:
        if self._is_open:
            self._is_open = False
            self._put(outline.end)

    def _put(self, segment: Segment) -> None:
        self._size += len(segment.data)
        if self._size <= SIZE_MAX:
            self._segments.append(segment)
        else:
            self._segments.clear()

    def flush(self) -> Iterator[Piece]:
        """Yield what there is."""
        if self._places:
            segments, places = tuple(self._segments), tuple(self._places)
            yield Piece(segments, places, self._line, self._next, self._size)
        self._segments.clear()
        self._places.clear()
        self._size = self._records = 0
        self._line = self._next
