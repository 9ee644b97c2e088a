"""``eventkit publish``."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

import click

from eventkit.cli.talk import report, say, source_date
from eventkit.errors import EventkitError, InvalidValueError, UnknownTimeZoneError
from eventkit.page import Pages
from eventkit.page.times import WORLD
from eventkit.publish import Summary, gather
from eventkit.publish import publish as write_site
from eventkit.publish.gathering import Loss
from eventkit.publish.preview import Preview, fingerprint, watch
from eventkit.timezones import zone

__all__ = ["publish"]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", required=True, metavar="DIR", type=click.Path(file_okay=False),
    help="The folder of the site; only what has changed is written.",
)  # fmt: skip
@click.option("--base-url", metavar="URL", help="Where the site will be.")
@click.option("--title", default="", help="What the site is called.")
@click.option("--language", metavar="TAG", help="Language of all pages; by default each event's.")
@click.option("--zone", "zones", multiple=True, metavar="ZONE", help="For the world clock.")
@click.option(
    "--templates", metavar="DIR", type=click.Path(exists=True, file_okay=False),
    help="Folder with templates of your own.",
)  # fmt: skip
@click.option(
    "--keep-going", is_flag=True,
    help="Leave out what has an error, publish the rest, and end with 1.",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(1),
    help="Draw cards in this many processes; by default one for each core.",
)  # fmt: skip
@click.option("--watch", "watching", is_flag=True, help="Serve it here, and follow changes.")
@click.option("--port", default=8000, type=click.IntRange(0, 65535), help="Of --watch.")
def publish(
    paths: tuple[str, ...],
    output: str,
    base_url: str | None,
    title: str,
    language: str | None,
    zones: tuple[str, ...],
    templates: str | None,
    keep_going: bool,
    jobs: int | None,
    watching: bool,
    port: int,
) -> None:
    """Make a site of the events in files and folders."""
    try:
        for name in zones:
            zone(name)
        pages = Pages(language, zones or WORLD, templates)
    except (InvalidValueError, UnknownTimeZoneError) as exc:
        raise click.UsageError(str(exc)) from exc

    def run() -> bool:
        started = time.monotonic()
        found = gather(paths, _progress)
        report(found.findings)
        ok = found.reading.ok
        missing = [path for path in paths if not os.path.exists(path)]
        if not ok and (missing or not keep_going):
            way = "" if missing else "; --keep-going leaves out what has an error"
            say(f"nothing was written{way}")
            return False
        done = write_site(
            found.events,
            output,
            base_url=base_url,
            title=title,
            pages=pages,
            sources=found.sources,
            changed=_not_later(found.changed, source_date()),
            left_out=None if ok else found.left_out,
            processes=jobs or os.cpu_count() or 1,
            progress=_progress,
        )
        report(done.findings)
        for loss in found.losses:
            say(f"left out: {_lost(loss)}")
        for folder in done.kept:
            say(f"kept as it was: {folder}")
        if done.undated:
            say(f"{_many(done.undated, 'event')} in the feeds: published at an unknown time")
        say(_words(done, time.monotonic() - started, output))
        return ok

    before = fingerprint(paths) if watching else ()
    ok = run()
    if not watching:
        if base_url is None and (ok or keep_going):
            say("without --base-url there is no sitemap, and feeds have no addresses")
        click.get_current_context().exit(0 if ok else 1)
    _follow(paths, output, port, run, before)


def _follow(
    paths: tuple[str, ...],
    output: str,
    port: int,
    run: Callable[[], bool],
    before: tuple[tuple[str, int, int], ...],
) -> None:
    """Serve the folder and publish again whenever something changes; Ctrl-C ends it."""

    def again() -> None:
        try:
            run()
        except (EventkitError, OSError) as exc:
            say(str(exc))

    with Preview(output, port) as preview:
        say(f"see {preview.url}, stop with Ctrl-C")
        try:
            watch(paths, again, since=before)
        except KeyboardInterrupt:
            say("stopped")


def _progress(items: Iterable[Any], number: int, what: str) -> Iterable[Any]:
    """Show a bar where it takes long and somebody sees it."""
    if number < 50 or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(
        items, total=number, description=what, console=Console(stderr=True), transient=True
    )


def _not_later(times: Mapping[str, datetime], end: datetime | None) -> dict[str, datetime]:
    """Return the times, those after *end* as *end*, as reproducible builds have them."""
    return {uid: min(when, end) if end else when for uid, when in times.items()}


def _lost(loss: Loss) -> str:
    """Return what of a file is not published."""
    names = ", ".join(f"{name!r:.60}" for name in loss.names[:5])
    more = f" and {len(loss.names) - 5} more" if len(loss.names) > 5 else ""
    if not loss.is_unread:
        return f"{names}{more} of {loss.file}"
    if not loss.events:
        return loss.file
    return f"a part of {loss.file}, of which {_many(loss.events, 'event')} can be read"


def _words(done: Summary, seconds: float, output: str) -> str:
    told = [f"{done.hidden} not public"] if done.hidden else []
    told += [f"{len(done.kept)} kept as before"] if done.kept else []
    besides = f" ({', '.join(told)})" if told else ""
    return (
        f"{_many(done.events, 'event')}{besides}, {_many(done.files, 'file')} in {output}:"
        f" {done.written} written, {done.removed} removed, {seconds:.1f} s"
    )


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
