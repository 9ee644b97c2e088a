"""The events of a piece of calendars, and the records of it that are refused."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from eventkit.bulk.calendars import Piece
from eventkit.bulk.rejects import moved, reject, too_large
from eventkit.findings import Finding, Reading
from eventkit.formats.ical.reading.pieces import parse_piece

__all__ = ["read_records"]


def read_records(piece: Piece, file: str) -> tuple[Reading, list[str]]:
    """Return the events of a piece of calendars; one with an error is refused whole."""
    if not piece.segments:
        return Reading(), [too_large(file, piece.line)]
    reading = parse_piece(b"".join(one.data for one in piece.segments), piece.places)
    if reading.ok:
        return reading, []
    counts = (one.data.count(b"\n") for one in piece.segments)
    starts = list(accumulate(counts, initial=1))  # lines of the piece in which segments begin
    bad: dict[int | None, list[Finding]] = {}
    for found in reading.findings:
        number = _segment(found.line or 1, starts)
        segment = piece.segments[number]
        there = moved(found, segment.line - starts[number])
        bad.setdefault(segment.record, []).append(there)
    lines = (origin.place() for origin in reading.origins)
    numbers = (piece.segments[_segment(line[0] if line else 1, starts)].record for line in lines)
    kept = [
        event
        for event, number in zip(reading.events, numbers, strict=True)
        if number is None or number not in bad
    ]
    rejects = []
    for record, findings in sorted(bad.items(), key=lambda item: item[0] or 0):
        entries = [one for one in piece.segments if one.record == record is not None]
        text = b"".join(one.data for one in entries)
        rejects.append(reject(file, entries[0].line if entries else None, findings, text or None))
    return Reading(kept), rejects


def _segment(line: int, starts: list[int]) -> int:
    """Return the number of the segment of a piece that a line is in."""
    return min(bisect_right(starts, line), len(starts) - 1) - 1
