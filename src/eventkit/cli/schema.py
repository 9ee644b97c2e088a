"""``eventkit schema``."""

from __future__ import annotations

import click

from eventkit.plain.schema import schema_text

__all__ = ["schema"]


@click.command()
def schema() -> None:
    """Print the JSON Schema of the document format."""
    click.echo(schema_text(), nl=False)
