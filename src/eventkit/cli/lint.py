"""``eventkit lint``."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, datetime

import click

from eventkit import files
from eventkit.cli.talk import printable, say, source_date
from eventkit.errors import InvalidValueError, MissingExtraError, UnknownFormatError
from eventkit.findings import Finding, Reading, Severity
from eventkit.linter.checking import PROFILES, Linter
from eventkit.linter.choice import Choice
from eventkit.linter.configuration import Configuration, Configurations
from eventkit.linter.fixes import diff, fixed
from eventkit.linter.reports import REPORTS
from eventkit.linter.walk import event_files
from eventkit.registry import format_named, parse

__all__ = ["lint"]

_FIX_MAX = 1_000_000  # bytes of a file that is mended
_LEVELS = [str(one) for one in (Severity.ERROR, Severity.WARNING, Severity.INFO)]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--profile", type=click.Choice(PROFILES), help="Tell as well what Google makes of each event."
)
@click.option("--format", "form", type=click.Choice(list(REPORTS)), default="text")
@click.option(
    "--select", multiple=True, metavar="CODES",
    help="Codes or their beginnings, such as EK7,EK501; by default all.",
)  # fmt: skip
@click.option("--ignore", multiple=True, metavar="CODES", help="Codes to leave out.")
@click.option(
    "--level", type=click.Choice(_LEVELS), default="info",
    help="The lowest severity that is told; info by default.",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(_LEVELS), default="error",
    help="The lowest severity that ends with 1; error by default.",
)  # fmt: skip
@click.option("--from", "source_format", metavar="FORMAT", help="Format of all files.")
@click.option("--fix", is_flag=True, help="Mend what has one safe answer, and show the changes.")
@click.option(
    "--config", metavar="FILE", type=click.Path(dir_okay=False),
    help="A pyproject.toml to use instead of the nearest.",
)  # fmt: skip
def lint(
    paths: tuple[str, ...],
    profile: str | None,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    level: str,
    fail_on: str,
    source_format: str | None,
    fix: bool,
    config: str | None,
) -> None:
    """Check events in files and folders; - is standard input."""
    try:
        asked = Choice.of(select, ignore)
        only = (Configuration.read(config) or Configuration()) if config else None
        if source_format is not None:
            format_named(source_format)
    except (InvalidValueError, UnknownFormatError) as exc:
        raise click.UsageError(str(exc)) from exc
    if fix and "-" in paths:
        raise click.UsageError("--fix changes files; standard input is none")
    run = _Run(
        Linter(profile, source_date() or datetime.now(UTC)), Configurations(only), asked, fix
    )
    found = run.files(paths, source_format)
    told = [one for one in found if _LEVELS.index(one.severity) <= _LEVELS.index(level)]
    sys.stdout.buffer.write(REPORTS[form](told).encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
    run.summary(found)
    if any(_LEVELS.index(one.severity) <= _LEVELS.index(fail_on) for one in found):
        click.get_current_context().exit(1)


class _Run:
    """One run over all files."""

    def __init__(
        self, linter: Linter, configurations: Configurations, asked: Choice, fix: bool
    ) -> None:
        self.linter = linter
        self.configurations = configurations
        self.asked = asked
        self.fix = fix
        self.number = 0
        self.google = linter.profile is not None

    def files(self, paths: tuple[str, ...], source_format: str | None) -> list[Finding]:
        """Return the findings of all files that are not excluded."""
        found: list[Finding] = []
        for file in event_files(paths):
            try:
                settings = self.configurations.of(file)
            except InvalidValueError as exc:
                raise click.UsageError(str(exc)) from exc
            if settings.excluded and file not in paths:
                continue
            choice = settings.choice.and_ignore(self.asked.ignore)
            if self.asked.select:
                choice = choice.and_select(self.asked.select)
            self.number += 1
            self.google = self.google or settings.profile is not None
            if self.fix:
                self._mend(file, source_format, choice, settings.profile)
            reading = _read(file, source_format)
            found += self.linter.check(reading, file, choice, settings.profile)
        return self.linter.sorted([*found, *self.linter.across()])

    def _mend(
        self, file: str, source_format: str | None, choice: Choice, profile: str | None
    ) -> None:
        """Change the file where it is safe, once the changes were shown."""

        def check(text: str) -> tuple[Reading, list[Finding]]:
            reading = parse(text, source_format, file=file)
            linter = Linter(profile or self.linter.profile, self.linter.now)
            return reading, linter.check(reading, file, choice)

        try:
            with open(file, "rb") as opened:
                before = opened.read(_FIX_MAX + 1).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return  # reading it says what is wrong
        if len(before) > _FIX_MAX:
            return
        try:
            after, changes = fixed(before, check)
        except MissingExtraError:
            return  # reading it says so
        if changes:
            for line in diff(before, after, file).splitlines():
                click.echo(printable(line), err=True)
            files.write_bytes(file, after.encode("utf-8"))
            say(f"{file}: {_many(changes, 'change')}")

    def summary(self, found: list[Finding]) -> None:
        """Say how many files, events and findings there were."""
        count = Counter(one.severity for one in found)
        say(
            f"{_many(self.number, 'file')}, {_many(self.linter.events, 'event')}: "
            f"{_many(count[Severity.ERROR], 'error')}, {_many(count[Severity.WARNING], 'warning')},"
            f" {count[Severity.INFO]} info"
        )
        if self.google:
            verdicts = self.linter.verdicts
            say(
                f"Google's event experience: {verdicts.eligible} of"
                f" {_many(verdicts.judged, 'event')} eligible"
            )


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _read(file: str, source_format: str | None) -> Reading:
    if file == "-":
        return parse(sys.stdin.buffer.read(), source_format).in_file("-")
    return files.read_told(file, source_format)
