"""``eventkit convert --explain``: what was read from which words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from eventkit.cli.talk import printable, report
from eventkit.files import write_bytes
from eventkit.formats.announcement.explain import Piece, as_html, as_text, explained
from eventkit.registry import format_named, recognise

__all__ = ["explain"]

_COLOURS = {
    "name": "yellow",
    "alternate_name": "yellow",
    "slot": "blue",
    "speakers": "green",
    "organizer": "magenta",
    "co_organizers": "magenta",
    "description": "white",
    "joining": "red",
}


def explain(
    sources: tuple[str, ...],
    source_format: str | None,
    how: dict[str, Any],
    look: str,
    output: str | None,
) -> None:
    """
    Show an announcement with its fields marked; ends with 1 where it gives no event.

    Args:
        sources: One file, or - for standard input.
        source_format: ``text``, or None where the source is recognised as such.
        how: What settles times, as the reader of announcements takes it.
        look: ``text`` or ``html``.
        output: Where to write instead of stdout.
    """
    if len(sources) != 1:
        raise click.UsageError("--explain goes with one source")
    name = sources[0]
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    form = source_format or recognise(data, None if name == "-" else name).name
    if form != "text":
        raise click.UsageError(
            f"--explain is for announcements, and this is {form}; --from text reads it as one"
        )
    if unknown := sorted(how.keys() - format_named("text").read_options):
        raise click.UsageError(f"--explain goes without --{unknown[0].replace('_', '-')}")
    told = explained(data, file=name, **how)
    report(told.reading.findings)
    paint = _painted if output is None and sys.stdout.isatty() else _plain
    shown = as_html(told) if look == "html" else as_text(told, paint)
    if output is None or output == "-":
        click.echo(shown, nl=False)
    else:
        write_bytes(output, shown.encode())
    if not told.reading.ok:
        click.get_current_context().exit(1)


def _plain(piece: Piece) -> str:
    text = printable(piece.text.expandtabs(4))
    return f"[{text}]({piece.field})" if piece.field else text


def _painted(piece: Piece) -> str:
    text = printable(piece.text.expandtabs(4))
    if piece.field is None:
        return text
    label = click.style(f" {piece.field}", fg="bright_black")
    return click.style(text, fg=_COLOURS.get(piece.topic, "cyan"), bold=True) + label
