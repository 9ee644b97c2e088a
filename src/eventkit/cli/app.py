"""The group of commands, and the one place where errors become messages."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from eventkit.cli.talk import report, say
from eventkit.errors import EventkitError, ReadError

__all__ = ["commands", "run"]


COMMANDS = ("convert", "lint", "publish", "schema", "tz")


class _Commands(click.Group):
    """Loads the module of a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"eventkit.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="webinar-eventkit", prog_name="eventkit")
def commands() -> None:
    """Model, convert and check online events."""


def run() -> None:
    """Run, with exit 0 for done, 1 for bad input and 2 for wrong usage."""
    try:
        sys.exit(commands.main(prog_name="eventkit", standalone_mode=False))
    except click.Abort:
        say("aborted")
        sys.exit(1)
    except click.ClickException as exc:
        exc.show()
        sys.exit(exc.exit_code)
    except BrokenPipeError:
        # Whoever read our output has had enough; the interpreter must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except ReadError as exc:
        report(exc.findings)
        sys.exit(1)
    except (EventkitError, OSError) as exc:
        say(_words(exc))
        sys.exit(1)


def _words(exc: EventkitError | OSError) -> str:
    if isinstance(exc, OSError) and exc.strerror:
        return f"{exc.filename}: {exc.strerror}" if exc.filename else exc.strerror
    return str(exc)
