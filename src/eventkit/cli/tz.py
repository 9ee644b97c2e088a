"""``eventkit tz``."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Any

import attrs
import click

from eventkit.cli.columns import print_columns
from eventkit.cli.overlap import now, print_overlap
from eventkit.cli.talk import printable, say
from eventkit.errors import EventkitError, InvalidValueError
from eventkit.extras import load
from eventkit.timezones import convert, world_clock, zone, zone_name
from eventkit.timezones.clocks import Clock, clock
from eventkit.timezones.moments import Fold, read_moment, stated

__all__ = ["tz"]

_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")


@click.command()
@click.argument("when")
@click.argument("from_zone")
@click.argument("to_zones", nargs=-1, required=True, metavar="TO_ZONE...")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv", "svg"]), default="text")
@click.option(
    "--fold", type=click.Choice(["earlier", "later"]),
    help="Which of two equal times is meant where the clocks are set back.",
)  # fmt: skip
@click.option("--locale", metavar="TAG", help="Tell the times in this language, such as fr.")
@click.option("--country", metavar="CODE", help="Where an abbreviation such as IST is meant.")
@click.option("--day", metavar="DATE", help="With overlap: the day; today when not given.")
@click.option("--hours", metavar="FROM-TO", help="With overlap: hours of work; 9-17 if not given.")
def tz(
    when: str,
    from_zone: str,
    to_zones: tuple[str, ...],
    form: str,
    fold: Fold | None,
    locale: str | None,
    country: str | None,
    day: str | None,
    hours: str | None,
) -> None:
    """
    Tell what the time WHEN in FROM_ZONE is in each TO_ZONE.

    WHEN is a date and time such as "2019-04-17 13:00", also with its offset or its zone in
    brackets; a time of today; now; or - for one a line on standard input. A zone is an IANA
    name, a name of Windows, an offset, an abbreviation, a city or a country.

    "eventkit tz overlap ZONE ZONE..." tells when people there can meet.
    """
    finder = _Zones(country)
    if when == "overlap":
        _refuse_for("overlap", fold=fold, locale=locale, format=form if form == "svg" else None)
        print_overlap((from_zone, *to_zones), day, hours or "9-17", form, finder.zone)
        return
    _refuse_for("a time", day=day, hours=hours)
    if locale is not None and form != "text":
        raise click.UsageError(f"--locale goes with --format text, not with {form}")
    asked = _lines() if when == "-" else [(None, when)]
    starts = [_at_line(line, finder, text, from_zone, fold) for line, text in asked]
    found = [(start, [finder.zone(name, start) for name in to_zones]) for start in starts]
    if form == "svg":
        if len(found) != 1:
            raise click.UsageError("--format svg goes with one time")
        click.echo(world_clock(_Moment(found[0][0]), found[0][1]).to_svg())
    elif locale is not None:
        _print_localised(found, locale)
    else:
        _PRINTERS[form](found)


def _refuse_for(what: str, **options: str | None) -> None:
    """Refuse options that would be passed over in silence."""
    for name, value in options.items():
        if value is not None:
            raise click.UsageError(f"--{name} {value} does not go with {what}")


@attrs.frozen
class _Moment:
    start: datetime
    end: None = None


def _lines() -> list[tuple[int | None, str]]:
    lines = sys.stdin.read().splitlines()
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def _at_line(
    line: int | None, finder: _Zones, text: str, from_zone: str, fold: Fold | None
) -> datetime:
    try:
        return finder.moment(text, from_zone, fold)
    except EventkitError as exc:
        if line is None:
            raise
        raise InvalidValueError(f"-:{line}: {exc.message}", exc.hint) from exc


class _Zones:
    """Finds zones, and says once what was assumed."""

    def __init__(self, country: str | None) -> None:
        self._country = country
        self._said: set[str] = set()

    def zone(self, name: str, local: datetime | None) -> tzinfo:
        """Return the zone, in which an abbreviation must be in force at *local*."""
        if "/" in name and not name.casefold().startswith("etc/"):
            return zone(name)  # nothing is assumed, and nothing else need be loaded
        from eventkit.timezones import find_zone

        found = find_zone(name, local, country=self._country)
        if found.note and found.note not in self._said:
            self._said.add(found.note)
            say(found.note)
        return found.zone

    def moment(self, when: str, from_zone: str, fold: Fold | None) -> datetime:
        """Return the instant in its zone."""
        text = when.strip()
        if text == "now":
            moment = now()
            return convert(moment, self.zone(from_zone, moment))
        if _CLOCK.fullmatch(text):
            moment = now()
            place = self.zone(from_zone, moment)
            today = convert(moment, place).date().isoformat()
            say(f"{text} is taken for today, {today}, in {zone_name(place)}")
            return read_moment(f"{today} {text.rjust(5, '0')}", place, fold=fold)
        return read_moment(text, self.zone(from_zone, stated(text)), fold=fold)


Found = Sequence[tuple[datetime, list[tzinfo]]]


def _print_table(found: Found) -> None:
    for number, (start, places) in enumerate(found):
        if number:
            click.echo()
        here = start.tzinfo
        rows = [clock(start, place) for place in ([here, *places] if here else places)]
        print_columns(("Zone", "Date", "Time", "Day", "Offset", "Name"), map(_cells, rows))


def _cells(row: Clock) -> tuple[str, ...]:
    day, time = row.datetime[:10], row.datetime[11:].removesuffix(row.offset)
    shift = f"{row.day_shift:+}" if row.day_shift else ""
    return row.timezone, day, time, shift, row.offset, row.abbreviation or ""


def _rows(found: Found) -> list[dict[str, Any]]:
    return [attrs.asdict(clock(start, place)) for start, places in found for place in places]


def _print_json(found: Found) -> None:
    import json

    click.echo(json.dumps(_rows(found), indent=2))


def _print_csv(found: Found) -> None:
    import csv

    names = [field.name for field in attrs.fields(Clock)]
    writer = csv.DictWriter(sys.stdout, ["when", *names], lineterminator="\n")
    writer.writeheader()
    for start, places in found:
        for row in _rows([(start, places)]):
            writer.writerow({"when": start.isoformat(), **row})


_PRINTERS = {"text": _print_table, "json": _print_json, "csv": _print_csv}


def _print_localised(found: Found, locale: str) -> None:
    from eventkit.timezones import format_range

    if re.split("[-_]", locale.casefold())[0] != "en":
        load("babel", "i18n")  # without it all would be told in plain English
    for start, places in found:
        for place in [start.tzinfo, *places] if start.tzinfo else places:
            click.echo(printable(format_range(convert(start, place), locale=locale)))
