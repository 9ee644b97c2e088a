"""Conversion of files larger than memory, on all cores, in the order of the input."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import attrs

from eventkit import extras
from eventkit.bulk.assembly import assembly_of, together
from eventkit.bulk.opening import (
    chunks,
    is_address,
    open_for_reading,
    size_of,
    uncompressed_name,
)
from eventkit.bulk.output import Journal, Output
from eventkit.bulk.targets import Target, target_of
from eventkit.bulk.work import Part, Task, work
from eventkit.registry import FORMATS

if TYPE_CHECKING:
    from eventkit.bulk.calendars import Piece

__all__ = ["Summary", "convert"]

_AHEAD = 3  # tasks waiting for each process, so that none is idle and memory stays bounded
_CHECKPOINT = 16 * 1024 * 1024  # bytes of input between two checkpoints


@attrs.frozen
class Summary:
    """What a run has done: events written, and records refused."""

    written: int
    rejected: int


@attrs.frozen
class _Plan:
    """What is written, to which output, of which revision."""

    form: Target
    output: str
    stamp: datetime | None

    def task(
        self,
        data: bytes | Piece | None,
        line: int,
        file: str,
        *,
        group: int | None = None,
        start: int = 0,
    ) -> Task:
        return Task(data, line, file, self.form.name, self.output, group, start, self.stamp)


@attrs.frozen
class _Step:
    """A task, where it stands, where the next one begins, and how many bytes of input it is."""

    task: Task
    source: int
    next_line: int
    size: int


def convert(
    sources: Sequence[str | os.PathLike[str]],
    target: str,
    output: str | os.PathLike[str],
    *,
    rejects: str | os.PathLike[str] | None = None,
    processes: int | None = None,
    resume: bool = False,
    keep_going: bool = True,
    dtstamp: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Summary:
    """
    Convert files of events to another format, in constant memory.

    JSON Lines, Parquet and calendars are read piece by piece; other files whole, one after another.

    Args:
        sources: Files, addresses or folders, whose files of known formats are taken in the order
            of their names; what ends in ``.gz`` or ``.zst`` is uncompressed.
        target: ``jsonl``, ``jsonld``, ``ical`` or ``parquet``; JSON-LD in an output that ends
            in ``.jsonl`` has one node a line.
        output: File or address, compressed when its name ends in ``.gz`` or ``.zst``; it
            appears when all is written, with the same bytes whatever *processes*.
        rejects: File or address of the lines that were refused, as JSON Lines; without it they are
            only counted.
        processes: How many work at the same time; by default one for each core.
        resume: Go on with an interrupted run, and leave one that can be gone on with.
        keep_going: Pass over a record that is refused; False stops at the first.
        dtstamp: Aware time of this revision of a calendar; by default each event's own.
        progress: Called with the bytes read and the events written, again and again.

    Raises:
        ReadError: A record is refused, and *keep_going* is False.
        InvalidValueError: The target is not written in pieces, or a line is endless.
        OSError: A file cannot be read or written; the output is as before.
        MissingExtraError: A library of the extra ``bulk`` is needed and not installed.
    """
    names = list(_files(sources))
    form = target_of(target, os.fspath(output))
    workers = processes or os.cpu_count() or 1
    paths = (os.fspath(output), None if rejects is None else os.fspath(rejects))
    plan = _Plan(form, paths[0], dtstamp)
    with Output(paths, _job(names, plan, paths), resume=resume) as out:
        run = _Run(plan, out, progress)
        steps = _steps(names, plan, out.begun)
        with closing(_in_turn(steps, workers)) as done:
            for step, part in done:
                if not keep_going:
                    part.or_raise()
                run.add(step, part)
        return run.finish()


def _job(names: list[str], plan: _Plan, paths: tuple[str, str | None]) -> dict[str, Any]:
    """Describe the run: the sources as they are now, the target and the outputs."""
    known = []
    for name in names:
        found = None if is_address(name) else os.stat(name)
        known.append([name, *([found.st_size, found.st_mtime_ns] if found else [])])
    stamp = plan.stamp and plan.stamp.isoformat()
    return {"sources": known, "target": plan.form.name, "stamp": stamp, "paths": paths}


def _steps(names: list[str], plan: _Plan, begun: Journal) -> Iterator[_Step]:
    for number in range(begun.source, len(names)):
        name = names[number]
        first = begun.line if number == begun.source else 1
        kind = PurePath(uncompressed_name(name)).suffix.lower()
        if name.lower().endswith(FORMATS["parquet"].suffixes):
            steps = _groups(number, name, plan)
        elif kind in FORMATS["ical"].suffixes:
            steps = _calendars(number, name, plan)
        elif kind in FORMATS["jsonl"].suffixes:
            steps = _lines(number, name, plan)
        else:
            steps = iter([_Step(plan.task(None, 1, name), number, 2, size_of(name) or 0)])
        for step in steps:
            if step.task.line >= first:
                yield step


def _lines(number: int, name: str, plan: _Plan) -> Iterator[_Step]:
    with open_for_reading(name) as file:
        for line, data in chunks(file):
            after = line + data.count(b"\n") + (not data.endswith(b"\n"))
            yield _Step(plan.task(data, line, name), number, after, len(data))


def _calendars(number: int, name: str, plan: _Plan) -> Iterator[_Step]:
    from eventkit.bulk.calendars import Piece, pieces  # with the reader of calendars

    for piece in pieces(name):
        if isinstance(piece, Piece):
            yield _Step(plan.task(piece, piece.line, name), number, piece.next_line, piece.size)
        else:
            size = max(0, (size_of(name) or 0) - piece.offset)
            task = plan.task(None, piece.line, name, start=piece.offset)
            yield _Step(task, number, piece.line + 1, size)


def _groups(number: int, name: str, plan: _Plan) -> Iterator[_Step]:
    """Yield the row groups of a Parquet file; a line is a row."""
    with open_for_reading(name) as file:
        found = extras.load("pyarrow.parquet", "bulk").ParquetFile(file).metadata
    row = 1
    for group in range(found.num_row_groups):
        rows = found.row_group(group).num_rows
        size = (size_of(name) or 0) * rows // max(1, found.num_rows)
        yield _Step(plan.task(None, row, name, group=group), number, row + rows, size)
        row += rows


def _files(sources: Sequence[str | os.PathLike[str]]) -> Iterator[str]:
    """Yield the sources, and of a folder the files of known formats that are not hidden."""
    for given in sources:
        source = os.fspath(given)
        if is_address(source) or not os.path.isdir(source):
            yield source
            continue
        for folder, inner, names in os.walk(source):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and _is_known(name):
                    yield os.path.join(folder, name)


def _is_known(name: str) -> bool:
    ending = PurePath(uncompressed_name(name)).suffix.lower()
    return any(found.reader and ending in found.suffixes for found in FORMATS.values())


def _in_turn(steps: Iterator[_Step], workers: int) -> Generator[tuple[_Step, Part], None, None]:
    """Do the work of each step, several at the same time, and yield the parts in order."""
    if workers == 1:
        for step in steps:
            yield step, work(step.task)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)
    waiting: deque[tuple[_Step, Future[Part]]] = deque()
    try:
        for step in steps:
            waiting.append((step, pool.submit(work, step.task)))
            if len(waiting) >= workers * _AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that the user runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Run:
    """Puts the parts together and counts them."""

    def __init__(
        self, plan: _Plan, out: Output, progress: Callable[[int, int], None] | None
    ) -> None:
        self._assembly = assembly_of(plan.form, plan.output, plan.stamp)
        self._out = out
        self._progress = progress
        self._journal = out.begun
        self._read = 0
        self._unsaved = 0
        if not out.begun.sizes[0]:
            out.write(self._assembly.begin(), b"")

    def add(self, step: _Step, part: Part) -> None:
        known = self._journal
        body = self._assembly.add(part.body, first=not known.written) if part.count else b""
        self._out.write(body, part.rejects)
        self._journal = attrs.evolve(
            known,
            source=step.source,
            line=step.next_line,
            written=known.written + part.count,
            rejected=known.rejected + part.rejected,
            zones=together(known.zones, part.zones),
        )
        self._read += step.size
        self._unsaved += step.size
        if self._unsaved >= _CHECKPOINT:
            self._out.checkpoint(self._journal)
            self._unsaved = 0
        if self._progress is not None:
            self._progress(self._read, self._journal.written)

    def finish(self) -> Summary:
        self._out.write(self._assembly.end(), b"")
        self._out.finish(self._assembly, self._journal.zones)
        return Summary(self._journal.written, self._journal.rejected)
