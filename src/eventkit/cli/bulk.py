"""``eventkit convert`` on many files or large ones."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from eventkit import extras
from eventkit.bulk import Summary, convert
from eventkit.bulk.opening import size_of
from eventkit.cli.talk import say, source_date
from eventkit.errors import InvalidValueError

__all__ = ["convert_in_bulk", "convert_on_cluster"]


def convert_in_bulk(
    sources: Sequence[str],
    target: str,
    output: str,
    *,
    rejects: str | None = None,
    jobs: int | None = None,
    resume: bool = False,
) -> None:
    """Convert, with progress on a terminal; exit 1 when a record was refused."""
    with _progress(_total(sources)) as progress:
        done = convert(
            sources,
            target,
            output,
            rejects=rejects,
            processes=jobs,
            resume=resume,
            keep_going=rejects is not None,
            dtstamp=source_date(),
            progress=progress,
        )
    say(_words(done, output, rejects))
    if done.rejected:
        click.get_current_context().exit(1)


def convert_on_cluster(sources: Sequence[str], target: str, output: str, address: str) -> None:
    """Convert on a Dask cluster into the folder *output*; exit 1 when a record was refused."""
    distributed = extras.load("distributed", "dask")
    from eventkit.contrib import dask

    try:
        # A port that is free, and no word about workers that are slow to end: the work is done.
        local = {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
        where = local if address == "local" else {"address": address}
        client = distributed.Client(**where, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as exc:
        raise InvalidValueError(
            f"there is no cluster at {address!r:.60}", "write e.g. tcp://10.0.0.1:8786, or local"
        ) from exc
    with client:
        done = dask.convert(sources, target, output, client=client, dtstamp=source_date())
    say(_words(done, output, f"{output}/rejects-*.jsonl"))
    if done.rejected:
        click.get_current_context().exit(1)


def _words(done: Summary, output: str, rejects: str | None) -> str:
    text = f"{done.written:,} events in {output}"
    return f"{text}, {done.rejected:,} records refused: see {rejects}" if done.rejected else text


def _total(sources: Sequence[str]) -> int | None:
    """Return the bytes that will be read, where that is known beforehand."""
    sizes = [None if os.path.isdir(source) else size_of(source) for source in sources]
    return None if None in sizes else sum(size for size in sizes if size)


@contextmanager
def _progress(total: int | None) -> Iterator[Callable[[int, int], None] | None]:
    """Show events, bytes, rate and time left on a terminal's stderr."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    columns = (
        TextColumn("{task.fields[events]:,} events"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, events=0)
        yield lambda read, events: bar.update(task, completed=read, events=events)
