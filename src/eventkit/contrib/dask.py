"""
Conversion on a Dask cluster: more events than one machine converts.

Each block of the input becomes one file, written under another name and then renamed: a task that
is done twice, because its worker died, leaves the same file once. Needs the extra ``dask``, and
an output folder that all workers see.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import attrs

from eventkit import extras
from eventkit.bulk import Summary, convert_lines
from eventkit.bulk.assembly import assembly_of, together
from eventkit.bulk.opening import is_address, open_for_reading, uncompressed_name
from eventkit.bulk.targets import TARGETS, target_of
from eventkit.bulk.work import Task, work
from eventkit.errors import InvalidValueError
from eventkit.formats.ical.moments import References

__all__ = ["Block", "convert", "convert_column", "convert_partition"]

BLOCK = 16 * 1024 * 1024  # bytes of input for one task
_PIECE = 1024 * 1024
_HIDDEN = (".part-", ".rejects-")  # files that are being written


@attrs.frozen
class Block:
    """
    Whole lines of a file.

    Args:
        file: Path or address.
        start: First byte; the line that it lies in belongs to the block before, unless it is 0.
        stop: First byte after it; the line that it lies in is the last. None for the whole file.
    """

    file: str
    start: int = 0
    stop: int | None = None


def convert(
    sources: Sequence[str | os.PathLike[str]],
    target: str,
    output: str | os.PathLike[str],
    *,
    client: Any = None,
    dtstamp: datetime | None = None,
) -> Summary:
    """
    Convert JSON Lines into a folder of files, ``part-00000.jsonl`` and so on, in order.

    Each is whole in itself: a calendar has the time zones that its own entries refer to.

    Args:
        sources: Files or addresses that all workers see; compressed ones are a block each.
        target: ``jsonl``, ``ical``, ``parquet``, or ``jsonld``, which is written with one node a
            line.
        output: Folder that all workers see; what an earlier run left there is removed first.
        client: A `dask.distributed.Client`; without it, Dask's own choice of a scheduler.
        dtstamp: Aware time of this revision of calendars; by default each event's own.

    Returns:
        How many events were written, and how many records refused; the refused stand in
        ``rejects-00000.jsonl`` and so on, beside the part that they are missing from.

    Raises:
        MissingExtraError: Dask is not installed.
        InvalidValueError: The target is not written in pieces.
        OSError: A file cannot be read or written.
    """
    dask = extras.load("dask", "dask")
    form = target_of(target, "part.jsonl")
    folder = os.fspath(output)
    _clear(folder, "part-", "rejects-", *_HIDDEN)
    blocks = [block for source in sources for block in _blocks(os.fspath(source))]
    compute = dask.compute if client is None else _on(client)
    counts = compute(*(dask.delayed(_count, pure=True)(block) for block in blocks))
    tasks, line, file = [], 1, ""
    for number, (block, count) in enumerate(zip(blocks, counts, strict=True)):
        line, file = (line if block.file == file else 1), block.file
        tasks.append(dask.delayed(_convert)(block, line, form.name, folder, number, dtstamp))
        line += count
    done: Iterable[tuple[int, int]] = compute(*tasks)
    _clear(folder, *_HIDDEN)  # what workers left that died
    written, rejected = (sum(part) for part in zip((0, 0), *done, strict=True))
    return Summary(written, rejected)


def convert_partition(lines: Iterable[str], target: str = "jsonld-lines") -> list[str]:
    """
    Convert one partition of a Dask bag, a line of JSON for each event, to lines.

    Raises:
        ReadError: A record is refused.
    """
    part = convert_lines("\n".join(line.rstrip("\n") for line in lines).encode(), target)
    part.or_raise()
    return [line.decode("utf-8") for line in part.body.splitlines()]


def convert_column(column: Any, target: str = "jsonld-lines") -> Any:
    """
    Convert one partition of a column of a Dask dataframe, a line of JSON for each event.

    Args:
        column: The pandas Series that `map_partitions` hands over.
        target: As for `convert_partition`.

    Returns:
        A Series with the same index.

    Raises:
        ReadError: A record is refused.
    """
    lines = convert_partition(column, target)
    return type(column)(lines, index=column.index, name=column.name, dtype=column.dtype)


def _on(client: Any) -> Any:
    def compute(*tasks: Any) -> Any:
        return client.gather(client.compute(list(tasks)))

    return compute


def _clear(folder: str, *beginnings: str) -> None:
    if is_address(folder):
        raise InvalidValueError(f"{folder} is no folder", "give one that all workers see")
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        if name.startswith(beginnings):
            os.unlink(os.path.join(folder, name))


def _blocks(file: str) -> Iterator[Block]:
    if is_address(file) or file != uncompressed_name(file):
        yield Block(file)
        return
    size = os.stat(file).st_size
    for start in range(0, size, BLOCK):
        yield Block(file, start, min(start + BLOCK, size))


def _pieces(block: Block) -> Iterator[bytes]:
    """Yield whole lines, a megabyte or so at a time."""
    with open_for_reading(block.file) as file:
        if block.start:
            file.seek(block.start - 1)
            file.readline()
        yield from _lines(file, block.stop)


def _lines(file: IO[bytes], stop: int | None) -> Iterator[bytes]:
    while stop is None or file.tell() < stop:
        size = _PIECE if stop is None else min(_PIECE, stop - file.tell())
        piece = file.read(size)
        if not piece:
            return
        if not piece.endswith(b"\n"):
            piece += file.readline()
        yield piece


def _count(block: Block) -> int:
    return sum(piece.count(b"\n") for piece in _pieces(block))


def _convert(
    block: Block, line: int, target: str, folder: str, number: int, stamp: datetime | None
) -> tuple[int, int]:
    """Write the part of one block, and return how many events it has and how many were refused."""
    written = rejected = 0
    zones: References = {}
    form = TARGETS[target]
    names = [f"part-{number:05}{form.ending}", f"rejects-{number:05}.jsonl"]
    unique = uuid.uuid4().hex
    part, rejects, whole = (
        Path(folder, f".{name}.{unique}") for name in (*names, f"{names[0]}.whole")
    )
    assembly = assembly_of(form, names[0], stamp)
    with open(part, "wb") as events, open(rejects, "wb") as refused:
        events.write(assembly.begin())
        for piece in _pieces(block):
            done = work(Task(piece, line, block.file, target, names[0], stamp=stamp))
            if done.count:
                events.write(assembly.add(done.body, first=not written))
            refused.write(done.rejects)
            written += done.count
            rejected += done.rejected
            zones = together(zones, done.zones)
            line += piece.count(b"\n")
        events.write(assembly.end())
    os.replace(assembly.finished(part, whole, zones), Path(folder, names[0]))
    if rejected:
        os.replace(rejects, Path(folder, names[1]))
    for left in (part, rejects):
        left.unlink(missing_ok=True)
    return written, rejected
