"""What a long output is made of: a head, pieces that are written apart, a tail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import attrs

from eventkit import extras
from eventkit.bulk.opening import uncompressed_name
from eventkit.errors import InvalidValueError
from eventkit.formats import parquet
from eventkit.formats.document.json_text import render_lines
from eventkit.formats.jsonld import to_jsonld
from eventkit.jsontext import compact, indented
from eventkit.model import Event

if TYPE_CHECKING:
    from eventkit.formats.ical.moments import References

__all__ = ["TARGETS", "Target", "Written", "target_of"]

_CALENDAR, _DOCUMENT, _TABLE = "ical", "jsonl", "parquet"


@attrs.frozen
class Written:
    """Some events as a target writes them, and the zones that their entries refer to."""

    body: bytes
    zones: References = attrs.field(factory=dict)


@attrs.frozen
class Target:
    """
    One form of output.

    Args:
        name: As the journal of an interrupted run remembers it.
        ending: Of the name of a file in it.
        piece: Writes some events of this revision's time, or of their own where that is None;
            called in any process.
        head: What stands before the first piece, where that is known beforehand.
        between: What stands between two.
        tail: What stands after the last.
    """

    name: str
    ending: str
    piece: Callable[[Sequence[Event], datetime | None], Written]
    head: str = ""
    between: str = ""
    tail: str = ""

    @property
    def is_calendar(self) -> bool:
        """Whether the zones that the events refer to stand before them."""
        return self.name == _CALENDAR

    @property
    def is_public(self) -> bool:
        """Whether it is for everybody, and no document, which keeps the way in."""
        return self.name not in (_DOCUMENT, _TABLE)

    @property
    def is_table(self) -> bool:
        """Whether its pieces are Arrow tables, which only become bytes of a file together."""
        return self.name == _TABLE


def _lines(events: Sequence[Event], _: datetime | None) -> Written:
    return Written(render_lines(events).encode("utf-8"))


def _jsonld_lines(events: Sequence[Event], _: datetime | None) -> Written:
    return Written("".join([f"{compact(to_jsonld(event))}\n" for event in events]).encode("utf-8"))


def _jsonld_nodes(events: Sequence[Event], _: datetime | None) -> Written:
    """Return the members of a graph as the writer of the whole indents them."""
    nodes = to_jsonld(events)["@graph"]
    text = ",\n".join("    " + indented(node).replace("\n", "\n    ") for node in nodes)
    return Written(text.encode("utf-8"))


def _entries(events: Sequence[Event], stamp: datetime | None) -> Written:
    from eventkit.calendars import entries_of  # as most conversions do without

    text, zones = entries_of(events, dtstamp=stamp)
    return Written(text.encode("utf-8"), zones)


def _rows(events: Sequence[Event], _: datetime | None) -> Written:
    """Return a table as a stream of Arrow."""
    arrow: Any = extras.load("pyarrow", "bulk")
    table = parquet.table_of(events)
    sink = arrow.BufferOutputStream()
    ipc = extras.load("pyarrow.ipc", "bulk")
    squeezed = ipc.IpcWriteOptions(compression="zstd")
    with ipc.new_stream(sink, table.schema, options=squeezed) as writer:
        writer.write_table(table)
    return Written(sink.getvalue().to_pybytes())


TARGETS = {
    found.name: found
    for found in (
        Target(_DOCUMENT, ".jsonl", _lines),
        Target("jsonld-lines", ".jsonl", _jsonld_lines),
        Target(
            "jsonld",
            ".jsonld",
            _jsonld_nodes,
            head='{\n  "@context": "https://schema.org",\n  "@graph": [\n',
            between=",\n",
            tail="\n  ]\n}\n",
        ),
        Target(_CALENDAR, ".ics", _entries),
        Target(_TABLE, ".parquet", _rows),
    )
}


def target_of(format: str, output: str) -> Target:
    """
    Return how *format* is written to the file *output*.

    JSON-LD in a file that ends in ``.jsonl`` has one node a line.

    Raises:
        InvalidValueError: The format cannot be written piece by piece, or not to such a file.
    """
    plain = uncompressed_name(output)
    ending = PurePath(plain).suffix.lower()
    name = "jsonld-lines" if format == "jsonld" and ending in (".jsonl", ".ndjson") else format
    if name not in TARGETS:
        raise InvalidValueError(
            f"{format} is not written in pieces",
            "use jsonl, jsonld, ical or parquet for many events",
        )
    if name == _TABLE and plain != output:
        raise InvalidValueError("a Parquet file is compressed inside", f"write to {plain}")
    return TARGETS[name]
