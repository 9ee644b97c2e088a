"""``eventkit tz``."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, tzinfo
from typing import Literal

import attrs
import click

from eventkit.cli.talk import say, source_date
from eventkit.errors import InvalidValueError
from eventkit.timezones import Disambiguation, convert, resolve, zone, zone_name
from eventkit.timezones.clocks import Clock, clock

__all__ = ["tz"]

Fold = Literal["earlier", "later"]
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")


@click.command()
@click.argument("when")
@click.argument("from_zone")
@click.argument("to_zones", nargs=-1, required=True, metavar="TO_ZONE...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--fold", type=click.Choice(["earlier", "later"]),
    help="Which of two equal times is meant where the clocks are set back.",
)  # fmt: skip
def tz(when: str, from_zone: str, to_zones: tuple[str, ...], form: str, fold: Fold | None) -> None:
    """
    Tell what the time WHEN in FROM_ZONE is in each TO_ZONE.

    WHEN is a date and time such as "2019-04-17 13:00", a time of today, or now.
    """
    start = _moment(when, zone(from_zone), fold)
    rows = [clock(start, zone(name)) for name in to_zones]
    if form == "json":
        click.echo(json.dumps([attrs.asdict(row) for row in rows], indent=2))
    else:
        _print_table([clock(start, zone(from_zone)), *rows])


def _moment(when: str, place: tzinfo, fold: Fold | None) -> datetime:
    text = when.strip()
    if text == "now":
        return convert(_now(), place)
    if _CLOCK.fullmatch(text):
        today = convert(_now(), place).date().isoformat()
        say(f"{text} is taken for today, {today}, in {zone_name(place)}")
        text = f"{today}T{text.rjust(5, '0')}"
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or len(text) <= len("2019-04-17"):
        raise InvalidValueError(
            f"{when!r:.60} is no date and time", "write e.g. '2019-04-17 13:00', '17:00' or 'now'"
        )
    if found.tzinfo is None:
        return resolve(found, place, _policy(found, place, fold))
    return _checked(found, place)


def _policy(local: datetime, place: tzinfo, fold: Fold | None) -> Disambiguation:
    """Let --fold settle a repeated time; a skipped one stays refused."""
    first, second = (local.replace(tzinfo=place, fold=n).utcoffset() for n in (0, 1))
    repeated = first is not None and second is not None and first > second
    return fold if fold and repeated else "reject"


def _checked(found: datetime, place: tzinfo) -> datetime:
    """Place a time that has an offset; the offset must be in force in the zone."""
    here = convert(found, place)
    if here.utcoffset() != found.utcoffset() and found.utcoffset():
        raise InvalidValueError(
            f"the offset of {found.isoformat()} is not that of {zone_name(place)}",
            f"that instant is {here.isoformat()} there; leave the offset out, or correct it",
        )
    return here


def _now() -> datetime:
    return source_date() or datetime.now(UTC).replace(microsecond=0)


def _print_table(rows: list[Clock]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style=None)
    for title in ("Zone", "Date", "Time", "Day", "Offset", "Name"):
        table.add_column(title, no_wrap=True, justify="right" if title == "Day" else "left")
    for row in rows:
        date, time = row.datetime[:10], row.datetime[11:].removesuffix(row.offset)
        shift = f"{row.day_shift:+}" if row.day_shift else ""
        table.add_row(row.timezone, date, time, shift, row.offset, row.abbreviation or "")
    console = Console(width=120, highlight=False, markup=False, color_system=None)
    with console.capture() as drawn:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in drawn.get().splitlines()))
