"""The work on one piece of input, the same in this process, in another, and on a cluster."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from eventkit import codes, extras
from eventkit.bulk.opening import compressor, open_for_reading, uncompressed_name
from eventkit.bulk.rejects import errors, moved, reject, too_large
from eventkit.bulk.targets import TARGETS, Written
from eventkit.errors import PublicSecretError, ReadError
from eventkit.files import SIZE_MAX
from eventkit.findings import Finding, Reading, Severity
from eventkit.formats.document.json_text import parse_lines
from eventkit.formats.parquet import read_rows
from eventkit.model import Event
from eventkit.model.showing import public
from eventkit.registry import parse

if TYPE_CHECKING:
    from eventkit.bulk.calendars import Piece
    from eventkit.formats.ical.moments import References

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
    elif not isinstance(task.data, bytes):
        from eventkit.bulk.records import read_records  # with the reader of calendars

        reading, rejects = read_records(task.data, task.file)
    else:
        reading, rejects = _read_lines(task.data, task.line, task.file)
    lines = task.data if isinstance(task.data, bytes) else None
    part = _part(reading, rejects, task, lines)
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
    return _part(reading, rejects, Task(data, line, file, target, ""), data)


def _read_lines(data: bytes, line: int, file: str) -> tuple[Reading, list[str]]:
    """Return the events of whole lines, and those that were refused."""
    reading = _read(data)
    lines = data.split(b"\n") if reading.findings else []
    return reading, [
        reject(
            file,
            number + line - 1,
            [moved(one, line - 1) for one in found],
            lines[number - 1],
        )
        for number, found in groupby(errors(reading), key=lambda finding: finding.line or 1)
    ]


def _read_rows(task: Task) -> tuple[Reading, list[str]]:
    """Return the events of a row group; a row that is refused is a record, by its number."""
    with open_for_reading(task.file) as opened:
        table = extras.load("pyarrow.parquet", "bulk").ParquetFile(opened)
        reading = read_rows(table.read_row_group(task.group).to_pylist(), task.line)
    return reading, [
        reject(task.file, number, list(found), None)
        for number, found in groupby(errors(reading), key=lambda finding: finding.line)
    ]


def _read_file(task: Task) -> tuple[Reading, list[str]]:
    """Return the events of a file that no error is about; what is refused in it is one record."""
    with open_for_reading(task.file, task.start) as opened:
        data = opened.read(SIZE_MAX + 1)
    if len(data) > SIZE_MAX:
        return Reading(), [too_large(task.file, task.line)]
    reading = parse(data, file=uncompressed_name(task.file))
    found = [moved(one, task.line - 1) for one in errors(reading)]
    rejects = [reject(task.file, None, found, None)] if found else []
    return Reading(reading.sound), rejects


def _part(reading: Reading, rejects: list[str], task: Task, lines: bytes | None) -> Part:
    """Write what was read; an event that shows its way in is refused where all would see it."""
    target, events = TARGETS[task.target], reading.events
    if target.is_public:
        events, shown = _hidden(reading, task, lines)
        rejects = [*rejects, *shown]
    written = target.piece(events, task.stamp) if events else Written(b"")
    data = "".join(rejects).encode("utf-8")
    return Part(written.body, len(events), data, len(rejects), written.zones)


def _hidden(
    reading: Reading, task: Task, lines: bytes | None
) -> tuple[tuple[Event, ...], list[str]]:
    """Return the events that do not show their way in, and a record for each of the others."""
    kept, rejects = [], []
    for number, event in enumerate(reading.events):
        try:
            kept.append(public(event))
        except PublicSecretError as exc:
            finding = Finding(codes.SECRET_IN_TEXT, Severity.ERROR, exc.message, exc.hint)
            place = reading.origins[number].place() if reading.origins else None
            line = place[0] + task.line - 1 if place else None
            record = lines.split(b"\n")[place[0] - 1] if place and lines is not None else None
            rejects.append(reject(task.file, line, [finding], record))
    return tuple(kept), rejects


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
