"""``eventkit convert``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import click

from eventkit.cli.talk import report, source_date
from eventkit.errors import UnknownFormatError
from eventkit.files import read, write_bytes
from eventkit.findings import Reading
from eventkit.model import Event
from eventkit.registry import format_named, left_out, parse, readable, render_bytes, writable

__all__ = ["convert"]


def _known(names: list[str]) -> Any:
    def check(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            format_named(value)
        except UnknownFormatError as exc:
            raise click.BadParameter(str(exc)) from exc
        if value not in names:
            raise click.BadParameter(f"{value} is not possible here; use {', '.join(names)}")
        return value

    return check


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--to", "target", metavar="FORMAT", callback=_known(writable()),
    help="One of: " + ", ".join(writable()) + ".",
)  # fmt: skip
@click.option(
    "--from", "source_format", metavar="FORMAT", callback=_known(readable()),
    help="Format of the sources; recognised from name or content when not given.",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="PATH", type=click.Path(),
    help="Write to this file instead of stdout.",
)  # fmt: skip
@click.option("--base", metavar="URL", help="Where the sources are from (html and jsonld only).")
@click.option(
    "--default-zone", metavar="ZONE",
    help="Where times without an offset are (html, jsonld and text only).",
)  # fmt: skip
@click.option(
    "--day-first/--month-first",
    "day_first",
    default=None,
    help="Whether 03/04/2021 is 3 April or March 4 (text only).",
)
@click.option(
    "--reference", metavar="DATE",
    help="A day that dates without a year are near to or after (text only).",
)  # fmt: skip
@click.option(
    "--language", metavar="TAG",
    help="Language of the text that --to text writes, by default the event's; with another"
    " format, of the text that is read.",
)  # fmt: skip
@click.option(
    "--country", metavar="COUNTRY",
    help="Where the text is at home, which settles abbreviations of zones (text only).",
)  # fmt: skip
@click.option(
    "--tzdata", is_flag=True,
    help="Say in documents which release of the time zone database their offsets come from.",
)  # fmt: skip
@click.option("--invited", is_flag=True, help="Add the join details (ical only).")
@click.option(
    "--explain", "explaining", is_flag=True,
    help="Show instead what was read from which words of an announcement.",
)  # fmt: skip
@click.option(
    "--format", "look", type=click.Choice(["text", "html"]), default="text",
    help="How --explain shows it: text, or a page.",
)  # fmt: skip
@click.option(
    "--rejects", metavar="PATH", type=click.Path(dir_okay=False),
    help="Go on after a bad record, and write it and what is wrong with it to this file.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1), help="Work in this many processes.")
@click.option(
    "--cluster", metavar="ADDRESS",
    help="Work on the Dask cluster at this address, or on one of this machine: local.",
)  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with an interrupted run.")
def convert(
    sources: tuple[str, ...],
    target: str | None,
    source_format: str | None,
    output: str | None,
    base: str | None,
    default_zone: str | None,
    day_first: bool | None,
    reference: str | None,
    language: str | None,
    country: str | None,
    tzdata: bool,
    invited: bool,
    explaining: bool,
    look: str,
    rejects: str | None,
    jobs: int | None,
    cluster: str | None,
    resume: bool,
) -> None:
    """
    Convert events from one format to another; - is standard input.

    Files larger than memory, compressed files and folders are converted piece by piece with any of
    --rejects, --jobs, --resume and --cluster, which makes PATH a folder.
    """
    how = _told(
        base=base,
        default_zone=default_zone,
        day_first=day_first,
        reference=reference,
        country=country,
        language=language if target != "text" else None,
    )
    bulk = _told(rejects=rejects, jobs=jobs, resume=resume or None, cluster=cluster)
    if explaining:
        if target is not None or bulk or invited or tzdata:
            raise click.UsageError("--explain goes without --to and what belongs to it")
        from eventkit.cli.explain import explain  # with the reader of announcements

        explain(sources, source_format, how, look, output)
    elif target is None:
        raise click.UsageError("Missing option '--to'.")
    elif bulk:
        if output is None or source_format is not None or how or invited or "-" in sources:
            raise click.UsageError(
                "--rejects, --jobs, --resume and --cluster go with -o PATH and files as sources,"
                " without --from, --invited and what says how to read them"
            )
        _in_bulk(sources, target, output, bulk)
    else:
        written = language if target == "text" else None
        _convert(sources, source_format, how, target, _options(target, invited, tzdata, written),
                 output)  # fmt: skip


def _told(**options: Any) -> dict[str, Any]:
    """Return the options that were given."""
    return {name: value for name, value in options.items() if value is not None}


def _options(target: str, invited: bool, tzdata: bool, language: str | None) -> dict[str, Any]:
    """Return what the writer of a format takes of what was given."""
    options = _told(language=language)
    if invited:
        if target != "ical":
            raise click.UsageError("--invited goes with --to ical only")
        options["invited"] = True
    if tzdata:
        if "tzdata" not in format_named(target).options:
            raise click.UsageError("--tzdata goes with --to json, jsonl, yaml and toml only")
        options["tzdata"] = True
    for name in ("dtstamp", "now"):
        if name in format_named(target).options:
            options[name] = source_date()
    return options


def _in_bulk(sources: tuple[str, ...], target: str, output: str, bulk: dict[str, Any]) -> None:
    # With its pools and libraries it starts slowly, and most conversions do without.
    from eventkit.cli.bulk import convert_in_bulk, convert_on_cluster

    address = bulk.pop("cluster", None)
    if address is None:
        convert_in_bulk(sources, target, output, **bulk)
        return
    if bulk:
        raise click.UsageError("--cluster goes with none of --rejects, --jobs, --resume")
    convert_on_cluster(sources, target, output, address)


def _convert(
    sources: tuple[str, ...],
    source_format: str | None,
    how: dict[str, Any],
    target: str,
    options: dict[str, Any],
    output: str | None,
) -> None:
    events: list[Event] = []
    failed = False
    for reading in _readings(sources, source_format, how):
        report(reading.findings)
        failed = failed or not reading.ok
        events += reading.events
    if failed:
        click.get_current_context().exit(1)
    report(left_out(events, target))
    data = render_bytes(events[0] if len(events) == 1 else events, target, **options)
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_bytes(output, data)


def _readings(
    sources: tuple[str, ...], source_format: str | None, how: dict[str, Any]
) -> Iterator[Reading]:
    """Read the sources in turn; many show progress on a terminal."""
    if len(sources) > 5 and sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import track

        yield from track(
            (_read(source, source_format, how) for source in sources),
            total=len(sources),
            description="Reading",
            console=Console(stderr=True),
            transient=True,
        )
        return
    for source in sources:
        yield _read(source, source_format, how)


def _read(source: str, source_format: str | None, how: dict[str, Any]) -> Reading:
    if source == "-":
        data = sys.stdin.buffer.read()
        return parse(data, source_format, **how).in_file("-")
    return read(source, source_format, **how)
