"""Conversion of files larger than memory, on all cores, in the order of the input."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from pathlib import PurePath
from typing import Any

import attrs

from eventkit import extras
from eventkit.bulk.opening import (
    chunks,
    compressor,
    is_address,
    open_for_reading,
    uncompressed_name,
)
from eventkit.bulk.output import Journal, Output
from eventkit.bulk.targets import Target, target_of
from eventkit.bulk.work import Part, Task, work
from eventkit.registry import FORMATS

__all__ = ["Summary", "convert"]

_AHEAD = 3  # tasks waiting for each process, so that none is idle and memory stays bounded
_CHECKPOINT = 16 * 1024 * 1024  # bytes of input between two checkpoints


@attrs.frozen
class Summary:
    """What a run has done: events written, and records refused."""

    written: int
    rejected: int


@attrs.frozen
class _Step:
    """A task, where it stands, and where the next one begins."""

    task: Task
    source: int
    next_line: int


def convert(
    sources: Sequence[str | os.PathLike[str]],
    target: str,
    output: str | os.PathLike[str],
    *,
    rejects: str | os.PathLike[str] | None = None,
    processes: int | None = None,
    resume: bool = False,
    keep_going: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> Summary:
    """
    Convert files of events to another format, in constant memory.

    JSON Lines and Parquet are read piece by piece; other files whole, one after another.

    Args:
        sources: Files, addresses or folders, whose files of known formats are taken in the order
            of their names; JSON Lines that end in ``.gz`` or ``.zst`` are uncompressed.
        target: ``jsonl`` or ``jsonld``; JSON-LD in an output that ends in ``.jsonl`` has one
            node a line.
        output: Local file, compressed when its name ends in ``.gz`` or ``.zst``; it appears
            when all is written, with the same bytes whatever *processes*.
        rejects: Local file of the lines that were refused, as JSON Lines; without it they are
            only counted.
        processes: How many work at the same time; by default one for each core.
        resume: Go on with an interrupted run, and leave one that can be gone on with.
        keep_going: Pass over a record that is refused; False stops at the first.
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
    with Output(paths, _job(names, form, paths), resume=resume) as out:
        run = _Run(form, paths[0], out, progress)
        steps = _steps(names, form, paths[0], out.begun)
        with closing(_in_turn(steps, workers)) as done:
            for step, part in done:
                if not keep_going:
                    part.or_raise()
                run.add(step, part)
        return run.finish()


def _job(names: list[str], form: Target, paths: tuple[str, str | None]) -> dict[str, Any]:
    """Describe the run: the sources as they are now, the target and the outputs."""
    known = []
    for name in names:
        found = None if is_address(name) else os.stat(name)
        known.append([name, *([found.st_size, found.st_mtime_ns] if found else [])])
    return {"sources": known, "target": form.name, "paths": paths}


def _steps(names: list[str], form: Target, output: str, begun: Journal) -> Iterator[_Step]:
    for number in range(begun.source, len(names)):
        name = names[number]
        first = begun.line if number == begun.source else 1
        if name.lower().endswith(".parquet"):
            yield from _groups(number, name, first, form.name, output)
        elif not _has_lines(name):
            if first == 1:
                yield _Step(Task(None, 1, name, form.name, output), number, 2)
        else:
            yield from _pieces(number, name, first, form.name, output)


def _pieces(number: int, name: str, first: int, form: str, output: str) -> Iterator[_Step]:
    with open_for_reading(name) as file:
        for line, data in chunks(file):
            if line >= first:
                after = line + data.count(b"\n") + (not data.endswith(b"\n"))
                yield _Step(Task(data, line, name, form, output), number, after)


def _groups(number: int, name: str, first: int, form: str, output: str) -> Iterator[_Step]:
    """Yield the row groups of a Parquet file; a line is a row."""
    found = extras.load("pyarrow.parquet", "bulk").read_metadata(name)
    row = 1
    for group in range(found.num_row_groups):
        after = row + found.row_group(group).num_rows
        if row >= first:
            yield _Step(Task(None, row, name, form, output, group), number, after)
        row = after


def _has_lines(name: str) -> bool:
    ending = PurePath(uncompressed_name(name)).suffix.lower()
    return ending in FORMATS["jsonl"].suffixes


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
        self,
        form: Target,
        output: str,
        out: Output,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._form = form
        self._squeeze = compressor(output)
        self._out = out
        self._progress = progress
        self._journal = out.begun
        self._read = 0
        self._unsaved = 0
        if not out.begun.sizes[0]:
            out.write(self._text(form.head), b"")

    def _text(self, text: str) -> bytes:
        return self._squeeze(text.encode("utf-8")) if text else b""

    def add(self, step: _Step, part: Part) -> None:
        before = self._text(self._form.between) if part.count and self._journal.written else b""
        self._out.write(before + part.body if part.count else b"", part.rejects)
        self._journal = attrs.evolve(
            self._journal,
            source=step.source,
            line=step.next_line,
            written=self._journal.written + part.count,
            rejected=self._journal.rejected + part.rejected,
        )
        size = len(step.task.data) if step.task.data else os.path.getsize(step.task.file)
        self._read += size
        self._unsaved += size
        if self._unsaved >= _CHECKPOINT:
            self._out.checkpoint(self._journal)
            self._unsaved = 0
        if self._progress is not None:
            self._progress(self._read, self._journal.written)

    def finish(self) -> Summary:
        self._out.write(self._text(self._form.tail), b"")
        return Summary(self._journal.written, self._journal.rejected)
