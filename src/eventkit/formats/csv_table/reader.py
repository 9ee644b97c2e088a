"""A table as events: whatever program saved it. Source: RFC 4180."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from datetime import tzinfo
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Finding, Reading, Severity
from eventkit.foreign import Fields, Notes, built
from eventkit.foreign.kept import restored
from eventkit.formats.csv_table.columns import COLUMNS, KEPT, plain_row, suggestion
from eventkit.model import Event
from eventkit.plain import to_dict
from eventkit.plain.paths import Path
from eventkit.sources import RefusedError, decoded, json_value, refused
from eventkit.timezones import zone

__all__ = ["parse"]

_SEPARATORS = ",;\t|"
_COLUMNS_MAX = 1_000
_CELL_MAX = 1_000_000  # characters
_FORMULA = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_Row = tuple[int, list[str]]  # the line on which it begins, and its cells


def parse(
    source: str | bytes, *, file: str | None = None, default_zone: str | tzinfo | None = None
) -> Reading:
    """
    Return the events of a table, one a row.

    Args:
        source: Text, or bytes in UTF-8, UTF-16 with its mark, or Windows-1252. Cells are
            separated by commas, semicolons, tabs or bars.
        file: Name of the source, for the findings.
        default_zone: The zone of rows that name none.
    """
    place = zone(default_zone) if default_zone is not None else None
    lines: dict[int, int] = {}
    notes = Notes(lambda path: _place(lines, path), file)
    try:
        text = decoded(_as_text(source, notes))
    except RefusedError as exc:
        return refused(exc, file)
    rows = _rows(text, notes)
    head = next(rows, None)
    lines[-1] = head[0] if head else 1
    columns = _head(head[1], notes) if head else []
    if "name" not in columns or "start" not in columns:
        missing = "name" if "name" not in columns else "start"
        notes.error(
            codes.MISSING_KEY,
            f"no column is called {missing!r}",
            "name the columns on the first line: name,start,end,timezone,...",
            (-1,),
        )
        return _told((), notes)
    events = []
    for number, (line, cells) in enumerate(rows):
        lines[number] = line
        event = _event(columns, cells, (number,), notes, place)
        if event is not None:
            events.append(event)
    return _told(events, notes)


def _told(events: Iterable[Event], notes: Notes) -> Reading:
    reading = notes.reading(events, doubtful=frozenset())
    return attrs.evolve(reading, findings=map(_without_number, reading.findings))


def _place(lines: dict[int, int], path: Path) -> tuple[int, int] | None:
    line = lines.get(path[0]) if path and isinstance(path[0], int) else None
    return None if line is None else (line, 1)


def _without_number(finding: Finding) -> Finding:
    """Leave the line to say which row it is."""
    path = re.sub(r"^\[-?\d+\]\.?", "", finding.path or "") or None
    return attrs.evolve(finding, path=path, column=None)


def _as_text(source: str | bytes, notes: Notes) -> str | bytes:
    """Decode what spreadsheets save; bytes that are no UTF-8 are reported."""
    if not isinstance(source, bytes):
        return source
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return source.decode("utf-16", "replace")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        if b"\0" in source[:1000]:
            return source  # a binary file, which is refused
        notes.warn(
            codes.ENCODING,
            f"byte {exc.start} is not UTF-8: it is read as Windows-1252",
            "save the file as 'CSV UTF-8'",
        )
        return source.decode("cp1252", "replace")


def _rows(text: str, notes: Notes) -> Iterator[_Row]:
    """Yield the rows that are not empty."""
    separator, text, skipped = _separator(text)
    csv.field_size_limit(max(csv.field_size_limit(), _CELL_MAX))
    table = csv.reader(_physical(text), delimiter=separator)
    while True:
        first = table.line_num + 1 + skipped
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error:
            notes.add(
                codes.SYNTAX,
                Severity.ERROR,
                f"the row that begins on line {first} is no CSV",
                "check its quotes",
            )
            return
        if any(cell.strip() for cell in cells):
            yield first, cells


def _physical(text: str) -> Iterator[str]:
    """Yield the lines, each with its end, whichever that is."""
    at = 0
    for match in re.finditer("\r\n|\r|\n", text):
        yield text[at : match.start()] + "\n"
        at = match.end()
    if at < len(text):
        yield text[at:]


def _separator(text: str) -> tuple[str, str, int]:
    """Return what is between the cells, the text of the table, and the lines before it."""
    if match := re.match(r"sep=([,;\t|])\r?\n", text, re.IGNORECASE):
        return match[1], text[match.end() :], 1
    lead = re.match(r"(?:[ \t]*(?:\r\n|\r|\n))*", text)
    head = re.split("\r|\n", text[lead.end() if lead else 0 :][:50_000], maxsplit=1)[0]

    def known(separator: str) -> tuple[int, int]:
        names = [_name(cell) for cell in head.split(separator)]
        return sum(name in COLUMNS for name in names), head.count(separator)

    return max(_SEPARATORS, key=known), text, 0


def _name(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip(' "\t').casefold())


def _head(cells: list[str], notes: Notes) -> list[str]:
    """Return the names of the columns; one that is not known is reported."""
    columns: list[str] = []
    for number, cell in enumerate(cells[:_COLUMNS_MAX]):
        name = _name(cell)
        if name in columns:
            notes.warn(
                codes.DUPLICATE_KEY,
                f"column {name!r:.60} stands twice; the first counts",
                None,
                (-1,),
            )
            name = ""
        elif name and name not in COLUMNS:
            notes.warn(
                codes.UNKNOWN_KEY,
                f"column {number + 1} is called {name!r:.60}, and is left out",
                suggestion(name),
                (-1,),
            )
            name = ""
        columns.append(name)
    if len(cells) > _COLUMNS_MAX:
        message = f"there are {len(cells):,} columns; {_COLUMNS_MAX:,} are read"
        notes.warn(codes.TOO_LARGE, message, "save the ones that are meant", (-1,))
    return columns


def _event(
    columns: list[str], cells: list[str], path: Path, notes: Notes, place: tzinfo | None
) -> Event | None:
    if any(cell.strip() for cell in cells[len(columns) :]):
        notes.warn(
            codes.NOT_CARRIED,
            f"the row has {len(cells)} cells, the first line {len(columns)}",
            "put a text with separators in quotes",
            path,
        )
    named = {name: _plain(cell) for name, cell in zip(columns, cells, strict=False) if name}
    row = Fields(named, path, notes)
    kept = row.take(KEPT)
    said = plain_row(row, place)
    event = built(said, notes, path) if said is not None else None
    if event is None or kept is None:
        return event
    plain = to_dict(event)
    whole = restored(plain, _json(kept), notes, row.at(KEPT))
    return event if whole == plain else built(whole, notes, path)


def _json(text: str) -> Any:
    try:
        return json_value(text)
    except (RefusedError, json.JSONDecodeError):
        return text


def _plain(cell: str) -> str:
    """Take away the apostrophe that keeps a text from being taken for a formula."""
    return cell[1:] if _FORMULA.match(cell) else cell
