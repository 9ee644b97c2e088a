"""The command ``eventkit``: parse the arguments, call one function, print."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command; without the extra ``cli`` say how to get it."""
    try:
        from eventkit.cli.app import run
    except ModuleNotFoundError as exc:
        if (exc.name or "").partition(".")[0] not in ("click", "rich"):
            raise
        print(
            f"eventkit: {exc.name} is not installed; pip install 'webinar-eventkit[cli]'",
            file=sys.stderr,
        )
        sys.exit(1)
    run()
