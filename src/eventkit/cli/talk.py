"""What commands say on stderr, and what the environment tells them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime

import click

from eventkit.errors import InvalidValueError
from eventkit.findings import Finding, Severity

__all__ = ["printable", "report", "say", "source_date"]

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def say(message: str) -> None:
    """Print a message of the command itself on stderr."""
    click.echo(f"eventkit: {printable(message)}", err=True)


def report(findings: Iterable[Finding]) -> None:
    """Print findings on stderr, one a line, coloured on a terminal."""
    for finding in findings:
        click.echo(click.style(printable(str(finding)), fg=_COLOURS[finding.severity]), err=True)


def printable(text: str) -> str:
    """Return *text* so that nothing in it can steer the terminal."""
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def source_date() -> datetime | None:
    """
    Return the time that ``SOURCE_DATE_EPOCH`` sets for reproducible output, if any.

    Raises:
        InvalidValueError: It is no number of seconds.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError):
        raise InvalidValueError(
            f"SOURCE_DATE_EPOCH is {value!r:.40}", "set it to seconds since 1970, or unset it"
        ) from None
