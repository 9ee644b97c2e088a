"""A plain table, since loading rich takes longer than `eventkit tz` may."""

from __future__ import annotations

from collections.abc import Iterable

import click

from eventkit.cli.talk import printable

__all__ = ["print_columns"]


def print_columns(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Print *rows* below *head*, each column as wide as it needs; ``Day`` to the right."""
    table = [head, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    for row in table:
        cells = [
            cell.rjust(width) if name == "Day" else cell.ljust(width)
            for name, cell, width in zip(head, row, widths, strict=True)
        ]
        click.echo(printable("  ".join(cells).rstrip()))
