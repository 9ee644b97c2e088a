"""
Events as an Apache Parquet table: the columns that people ask for, and the whole event as JSON.

The column ``event`` decides when it is there; without it the other columns make the event, so
that a table from elsewhere is read, too. Like every document it holds the join details.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from io import RawIOBase
from typing import Any

import attrs

from eventkit import codes, extras
from eventkit.errors import EventkitError
from eventkit.findings import Finding, Reading, Severity
from eventkit.jsontext import on_one_line
from eventkit.model import Event
from eventkit.plain import read_event, to_dict
from eventkit.timezones import convert, zone_name

__all__ = ["COLUMNS", "TableFile", "parse", "read_rows", "render_bytes", "table_of"]

_EXTRA = "bulk"
COLUMNS = (
    "uid", "name", "start", "end", "first_day", "last_day", "timezone", "status", "url",
    "description", "in_language", "keywords", "event",
)  # fmt: skip
_ROWS = 10_000  # of one group, which is what a reader holds in memory


def _schema(pyarrow: Any) -> Any:
    instant, texts = pyarrow.timestamp("s", "UTC"), pyarrow.list_(pyarrow.string())
    kinds = {
        "start": instant, "end": instant, "first_day": pyarrow.date32(),
        "last_day": pyarrow.date32(), "in_language": texts, "keywords": texts,
    }  # fmt: skip
    return pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in COLUMNS])


def render_bytes(events: Event | Iterable[Event]) -> bytes:
    """
    Return the table as the bytes of a file.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    file = TableFile()
    return file.add(table_of([events] if isinstance(events, Event) else events)) + file.end()


def table_of(events: Iterable[Event]) -> Any:
    """Return the rows of *events* as an Arrow table."""
    pyarrow = extras.load("pyarrow", _EXTRA)
    return pyarrow.Table.from_pylist([_row(event) for event in events], _schema(pyarrow))


class TableFile:
    """
    The bytes of a file as its rows come, in memory for one row group.

    However the rows are handed in, the bytes are the same.
    """

    def __init__(self) -> None:
        self._pyarrow = pyarrow = extras.load("pyarrow", _EXTRA)
        self._sink = _Sink()
        self._waiting: list[Any] = []
        self._rows = 0
        self._writer = extras.load("pyarrow.parquet", _EXTRA).ParquetWriter(
            self._sink, _schema(pyarrow), compression="zstd"
        )

    def add(self, table: Any) -> bytes:
        """Return what a table from `table_of` adds to the file."""
        self._waiting.append(table)
        self._rows += table.num_rows
        while self._rows >= _ROWS:
            self._write(_ROWS)
        return self._sink.taken()

    def end(self) -> bytes:
        """Return the end of the file."""
        if self._rows:
            self._write(self._rows)
        self._writer.close()
        return self._sink.taken()

    def _write(self, rows: int) -> None:
        whole = self._pyarrow.concat_tables(self._waiting).combine_chunks()
        self._writer.write_table(whole.slice(0, rows), row_group_size=_ROWS)
        self._waiting = [whole.slice(rows)]
        self._rows -= rows


class _Sink(RawIOBase):
    """Takes what is written, and knows how much that was; what was taken is not kept."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._written

    def taken(self) -> bytes:
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


def _row(event: Event) -> dict[str, Any]:
    slot = event.slot
    row: dict[str, Any] = {
        name: getattr(event, name) for name in ("uid", "name", "url", "description")
    }
    if slot.is_all_day:
        row |= {"first_day": slot.start, "last_day": slot.end}
    else:
        row |= {"start": slot.start_utc, "end": slot.end_utc}
        row["timezone"] = zone_name(slot.timezone) if slot.timezone else None
    row |= {"in_language": list(event.in_language), "keywords": list(event.keywords)}
    row |= {"status": event.status.value}
    row["event"] = on_one_line(to_dict(event))
    return row


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """
    Return the events of a table, and a finding for each row that is none.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    pyarrow = extras.load("pyarrow", _EXTRA)
    parquet = extras.load("pyarrow.parquet", _EXTRA)
    data = source.encode("utf-8", "surrogateescape") if isinstance(source, str) else source
    try:
        rows = parquet.read_table(pyarrow.BufferReader(data)).to_pylist()
    except (pyarrow.ArrowException, OSError) as exc:
        message = f"this is no Parquet file: {str(exc).splitlines()[0]:.100}"
        finding = Finding(codes.SYNTAX, Severity.ERROR, message, "name the format it is in")
        return Reading(findings=(attrs.evolve(finding, file=file),))
    reading = read_rows(rows)
    return reading.in_file(file) if file else reading


def read_rows(rows: Iterable[Mapping[str, Any]], first: int = 1) -> Reading:
    """Return the events of rows; the line of a finding is the number of its row, from *first*."""
    events: list[Event] = []
    findings: list[Finding] = []
    unknown: set[str] = set()
    for number, row in enumerate(rows, start=first):
        data, problem = _document(row)
        event, found = (None, [problem]) if problem else read_event(data)
        if event is not None:
            events.append(event)
        findings += (attrs.evolve(one, line=number) for one in found)
        if not row.get("event"):
            unknown |= {name for name in row.keys() - set(COLUMNS) if row[name] is not None}
    findings += (
        Finding(
            codes.NOT_CARRIED,
            Severity.INFO,
            f"the column {name!r:.60} is not carried over",
            "see the columns that are read in the reference of commands",
        )
        for name in sorted(unknown)
    )
    return Reading(tuple(events), tuple(findings))


def _document(row: Mapping[str, Any]) -> tuple[Any, Finding | None]:
    """Return the row as a document."""
    text = row.get("event")
    if isinstance(text, str):
        try:
            return json.loads(text), None
        except ValueError as exc:
            message = f"the column event is no JSON: {exc}"
            return None, Finding(codes.SYNTAX, Severity.ERROR, message, "leave the column out")
    data = {
        name: row[name]
        for name in COLUMNS
        if row.get(name) is not None and name not in _SLOT and name != "event"
    }
    data["slot"] = _slot(row)
    return data, None


_SLOT = frozenset({"start", "end", "first_day", "last_day", "timezone"})


def _slot(row: Mapping[str, Any]) -> dict[str, Any]:
    """Tell instants on the clocks of the zone; a time without either stays naive, and is refused."""
    if row.get("first_day") is not None:
        given = {"start": row["first_day"], "end": row.get("last_day")}
        return {key: _written(value) for key, value in given.items() if value is not None}
    zone = row.get("timezone")
    slot: dict[str, Any] = {} if zone is None else {"timezone": zone}
    for key in ("start", "end"):
        if row.get(key) is not None:
            slot[key] = _written(_on_clock(row[key], zone))
    return slot


def _on_clock(value: Any, zone: Any) -> Any:
    if not isinstance(value, datetime) or value.tzinfo is None or not isinstance(zone, str):
        return value
    try:
        return convert(value, zone)
    except EventkitError:
        return value  # the reader of documents says what is wrong with the zone


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return (
            value.isoformat().replace("+00:00", "Z") if value.tzinfo is UTC else value.isoformat()
        )
    return value.isoformat() if isinstance(value, date) else value
