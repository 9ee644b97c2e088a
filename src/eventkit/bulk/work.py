"""The work on one piece of input, the same in this process, in another, and on a cluster."""

from __future__ import annotations

import json
from bisect import bisect_right
from datetime import datetime
from itertools import accumulate, groupby

import attrs

from eventkit import codes, extras
from eventkit.bulk.calendars import Piece
from eventkit.bulk.opening import compressor, open_for_reading, uncompressed_name
from eventkit.bulk.targets import TARGETS, Written
from eventkit.errors import ReadError
from eventkit.files import SIZE_MAX
from eventkit.findings import Finding, Reading, Severity
from eventkit.formats.document.json_text import parse_lines
from eventkit.formats.ical.moments import References
from eventkit.formats.ical.reading.pieces import parse_piece
from eventkit.formats.parquet import read_rows
from eventkit.registry import parse

__all__ = ["Part", "Task", "convert_lines", "work"]


@attrs.frozen
class Part:
    """
    What became of one piece of input.

    Args:
        body: The events as the target writes them.
        count: How many they are.
        rejects: One line of JSON for each record that was refused.
        rejected: How many they are.
        zones: The zones that the entries of a calendar refer to.
    """

    body: bytes
    count: int
    rejects: bytes
    rejected: int
    zones: References = attrs.field(factory=dict)

    def or_raise(self) -> None:
        """
        Do nothing if no record was refused.

        Raises:
            ReadError: With the findings of all that were.
        """
        lines = self.rejects.splitlines()  # of bytes: a record may hold U+2028
        found = [Finding.from_dict(one) for line in lines for one in json.loads(line)["findings"]]
        if found:
            raise ReadError(found[0].message, found[0].hint, tuple(found))


@attrs.frozen
class Task:
    """
    One piece of input, and what to make of it.

    Args:
        data: Whole lines of JSON, or a piece of calendars; None for the whole of *file*, in whatever
            format it is.
        line: 1-based number of the first line.
        file: Name of the source.
        group: Number of the row group of a Parquet file that is meant.
        start: Byte of *file* from which on it is meant.
        target: Key of `TARGETS`.
        output: Name of the output, whose ending says how it is compressed.
        stamp: Time of this revision of all events of a calendar.
    """

    data: bytes | Piece | None
    line: int
    file: str
    target: str
    output: str
    group: int | None = None
    start: int = 0
    stamp: datetime | None = None


def work(task: Task) -> Part:
    """Return the part of the output that comes from *task*."""
    if task.group is not None:
        reading, rejects = _read_rows(task)
    elif task.data is None:
        reading, rejects = _read_file(task)
    elif isinstance(task.data, Piece):
        reading, rejects = _read_calendars(task.data, task.file)
    else:
        reading, rejects = _read_lines(task.data, task.line, task.file)
    part = _part(reading, task.target, rejects, task.stamp)
    return attrs.evolve(part, body=compressor(task.output)(part.body))


def convert_lines(data: bytes, target: str, *, line: int = 1, file: str = "-") -> Part:
    """
    Convert lines of JSON, one event each, as any framework may call it on its partitions.

    Args:
        data: Whole lines in UTF-8.
        target: ``jsonl``, ``jsonld-lines`` or another key of `TARGETS`.
        line: 1-based number of the first line in its source.
        file: Name of the source.

    Returns:
        The events as *target* writes them, without its head and tail, and the lines that were
        refused, each with its number and findings.
    """
    reading, rejects = _read_lines(data, line, file)
    return _part(reading, target, rejects)


def _read_lines(data: bytes, line: int, file: str) -> tuple[Reading, list[str]]:
    """Return the events of whole lines, and those that were refused."""
    reading = _read(data)
    lines = data.split(b"\n") if reading.findings else []
    return reading, [
        _reject(
            file,
            number + line - 1,
            [_moved(one, line - 1) for one in found],
            lines[number - 1],
        )
        for number, found in groupby(_errors(reading), key=lambda finding: finding.line or 1)
    ]


def _read_rows(task: Task) -> tuple[Reading, list[str]]:
    """Return the events of a row group; a row that is refused is a record, by its number."""
    with open_for_reading(task.file) as opened:
        table = extras.load("pyarrow.parquet", "bulk").ParquetFile(opened)
        reading = read_rows(table.read_row_group(task.group).to_pylist(), task.line)
    return reading, [
        _reject(task.file, number, list(found), None)
        for number, found in groupby(_errors(reading), key=lambda finding: finding.line)
    ]


def _read_file(task: Task) -> tuple[Reading, list[str]]:
    """Return the events of a file that no error is about; what is refused in it is one record."""
    with open_for_reading(task.file, task.start) as opened:
        data = opened.read(SIZE_MAX + 1)
    if len(data) > SIZE_MAX:
        return Reading(), [_too_large(task.file, task.line)]
    reading = parse(data, file=uncompressed_name(task.file))
    errors = [_moved(found, task.line - 1) for found in _errors(reading)]
    rejects = [_reject(task.file, None, errors, None)] if errors else []
    return Reading(reading.sound), rejects


def _read_calendars(piece: Piece, file: str) -> tuple[Reading, list[str]]:
    """Return the events of a piece of calendars; one with an error is refused whole."""
    if not piece.segments:
        return Reading(), [_too_large(file, piece.line)]
    reading = parse_piece(b"".join(one.data for one in piece.segments), piece.places)
    if reading.ok:
        return reading, []
    counts = (one.data.count(b"\n") for one in piece.segments)
    starts = list(accumulate(counts, initial=1))  # lines of the piece in which segments begin
    bad: dict[int | None, list[Finding]] = {}
    for found in reading.findings:
        number = _segment(found.line or 1, starts)
        segment = piece.segments[number]
        moved = _moved(found, segment.line - starts[number])
        bad.setdefault(segment.record, []).append(moved)
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
        rejects.append(_reject(file, entries[0].line if entries else None, findings, text or None))
    return Reading(kept), rejects


def _segment(line: int, starts: list[int]) -> int:
    """Return the number of the segment of a piece that a line is in."""
    return min(bisect_right(starts, line), len(starts) - 1) - 1


def _moved(found: Finding, lines: int) -> Finding:
    return attrs.evolve(found, line=found.line + lines) if found.line and lines else found


def _too_large(file: str, line: int) -> str:
    hint = f"split it into files of at most {SIZE_MAX:,} bytes"
    finding = Finding(codes.TOO_LARGE, Severity.ERROR, "it is too large", hint, file=file)
    return _reject(file, line if line > 1 else None, [finding], None)


def _part(reading: Reading, target: str, rejects: list[str], stamp: datetime | None = None) -> Part:
    written = TARGETS[target].piece(reading.events, stamp) if reading.events else Written(b"")
    data = "".join(rejects).encode("utf-8")
    return Part(written.body, len(reading.events), data, len(rejects), written.zones)


def _read(data: bytes) -> Reading:
    """Read all lines at once; where bytes are no UTF-8, each by itself."""
    try:
        text = data.decode("utf-8")
        return Reading() if text.isspace() else parse_lines(text)
    except UnicodeDecodeError:
        readings = [parse_lines(one) if one.strip() else Reading() for one in data.split(b"\n")]
        return Reading(
            [event for reading in readings for event in reading.events],
            [
                attrs.evolve(finding, line=number)
                for number, reading in enumerate(readings, start=1)
                for finding in reading.findings
            ],
        )


def _errors(reading: Reading) -> list[Finding]:
    return [found for found in reading.findings if found.severity is Severity.ERROR]


def _reject(file: str, line: int | None, findings: list[Finding], record: bytes | None) -> str:
    """Return a line of JSON: where it stood, what is wrong, and the record itself."""
    told = [attrs.evolve(one, file=file, line=one.line or line).to_dict() for one in findings]
    text = None if record is None else record.decode("utf-8", "backslashreplace")
    found = {"file": file, "line": line, "findings": told, "record": text}
    return json.dumps(found, ensure_ascii=False) + "\n"
