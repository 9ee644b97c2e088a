"""The work on one piece of input, the same in this process, in another, and on a cluster."""

from __future__ import annotations

import json
from itertools import groupby

import attrs

from eventkit import extras
from eventkit.bulk.opening import compressor
from eventkit.bulk.targets import TARGETS
from eventkit.errors import ReadError
from eventkit.files import read
from eventkit.findings import Finding, Reading, Severity
from eventkit.formats.document.json_text import parse_lines
from eventkit.formats.parquet import read_rows

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
    """

    body: bytes
    count: int
    rejects: bytes
    rejected: int

    def or_raise(self) -> None:
        """
        Do nothing if no record was refused.

        Raises:
            ReadError: With the findings of all that were.
        """
        lines = self.rejects.decode("utf-8").splitlines()
        found = [Finding.from_dict(one) for line in lines for one in json.loads(line)["findings"]]
        if found:
            raise ReadError(found[0].message, found[0].hint, tuple(found))


@attrs.frozen
class Task:
    """
    One piece of input, and what to make of it.

    Args:
        data: Whole lines of JSON; None for the whole of *file*, in whatever format it is.
        line: 1-based number of the first.
        file: Name of the source.
        group: Number of the row group of a Parquet file that is meant.
        target: Key of `TARGETS`.
        output: Name of the output, whose ending says how it is compressed.
    """

    data: bytes | None
    line: int
    file: str
    target: str
    output: str
    group: int | None = None


def work(task: Task) -> Part:
    """Return the part of the output that comes from *task*."""
    if task.group is not None:
        part = _convert_rows(task)
    elif task.data is None:
        part = _convert_file(task.file, task.target)
    else:
        part = convert_lines(task.data, task.target, line=task.line, file=task.file)
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
    reading = _read(data)
    lines = data.split(b"\n") if reading.findings else []
    rejects = [
        _reject(file, number + line - 1, list(found), lines[number - 1])
        for number, found in groupby(_errors(reading), key=lambda finding: finding.line or 1)
    ]
    return _part(reading, target, rejects)


def _convert_rows(task: Task) -> Part:
    """Convert a row group; a row that is refused is a record, by its number."""
    rows = extras.load("pyarrow.parquet", "bulk").ParquetFile(task.file).read_row_group(task.group)
    reading = read_rows(rows.to_pylist(), task.line)
    rejects = [
        _reject(task.file, number, list(found), None)
        for number, found in groupby(_errors(reading), key=lambda finding: finding.line)
    ]
    return _part(reading, task.target, rejects)


def _convert_file(file: str, target: str) -> Part:
    """Convert a file of any format; what is refused in it is one record, without its text."""
    reading = read(file)
    errors = _errors(reading)
    return _part(reading, target, [_reject(file, None, errors, None)] if errors else [])


def _part(reading: Reading, target: str, rejects: list[str]) -> Part:
    text = TARGETS[target].piece(reading.events) if reading.events else ""
    return Part(
        text.encode("utf-8"), len(reading.events), "".join(rejects).encode("utf-8"), len(rejects)
    )


def _read(data: bytes) -> Reading:
    """Read all lines at once; where bytes are no UTF-8, each by itself."""
    try:
        return parse_lines(data.decode("utf-8"))
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
    told = [attrs.evolve(one, file=file, line=line or one.line).to_dict() for one in findings]
    text = None if record is None else record.decode("utf-8", "backslashreplace")
    found = {"file": file, "line": line, "findings": told, "record": text}
    return json.dumps(found, ensure_ascii=False) + "\n"
