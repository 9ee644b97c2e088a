"""``eventkit tz overlap``."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

import click

from eventkit.cli.columns import print_columns
from eventkit.cli.talk import say, source_date
from eventkit.errors import InvalidValueError
from eventkit.timezones import convert, zone_name

if TYPE_CHECKING:
    from eventkit.timezones import Meeting

__all__ = ["now", "print_overlap"]

_HOURS = re.compile(r"(\d{1,2}(?::\d\d)?)\s*[-\u2013]\s*(\d{1,2}(?::\d\d)?)")


def now() -> datetime:
    """Return the present moment, or that of ``SOURCE_DATE_EPOCH``."""
    return source_date() or datetime.now(UTC).replace(microsecond=0)


def print_overlap(
    names: tuple[str, ...],
    day: str | None,
    hours: str,
    form: str,
    find: Callable[[str, datetime], tzinfo],
) -> None:
    """Print when people in the zones *names* can meet on *day*, the best first."""
    match = _HOURS.fullmatch(hours)
    if match is None:
        raise click.UsageError(f"--hours {hours!r:.40} is not understood; write e.g. 9-17")
    try:
        when = date.fromisoformat(day) if day else now().date()
    except ValueError:
        raise InvalidValueError(f"{day!r:.40} is no date", "write e.g. 2026-03-12") from None
    noon = datetime(when.year, when.month, when.day, 12, tzinfo=UTC)
    places = [find(name, noon) for name in names]
    from eventkit.timezones import overlap

    meetings = overlap(places, (match[1], match[2]), when)
    if not meetings and form != "json":
        say("no two of them are at work at the same time")
    _PRINTERS[form](meetings, places)


def _print_json(meetings: list[Meeting], places: list[tzinfo]) -> None:
    import json

    rows = [
        {
            "start": one.start.isoformat(), "end": one.end.isoformat(),
            "fits": one.fits, "misses": one.misses,
        }
        for one in meetings
    ]  # fmt: skip
    click.echo(json.dumps(rows, indent=2))


def _print_csv(meetings: list[Meeting], places: list[tzinfo]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["start", "end", "fits", "misses"])
    for one in meetings:
        ends = (one.start.isoformat(), one.end.isoformat())
        writer.writerow([*ends, " ".join(one.fits), " ".join(one.misses)])


def _print_text(meetings: list[Meeting], places: list[tzinfo]) -> None:
    if not meetings:
        return
    rows = [
        (
            *(_local(one.start, one.end, place) for place in places),
            f"{len(one.fits)} of {len(places)}",
        )
        for one in meetings
    ]
    print_columns((*(zone_name(place) for place in places), "Fits"), rows)


_PRINTERS = {"text": _print_text, "json": _print_json, "csv": _print_csv}


def _local(start: datetime, end: datetime, place: tzinfo) -> str:
    first, last = convert(start, place), convert(end, place)
    return f"{first:%H:%M}-{last:%H:%M}"
