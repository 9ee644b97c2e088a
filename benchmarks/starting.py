"""Time what it costs to start: ``import eventkit``, and the commands, as whole processes, in time of the processor."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from example import EVENT

from eventkit import write

__all__ = ["measured", "verdict"]

ROUNDS = 7
_LIMITS = {"import eventkit": 20}  # milliseconds over bare Python
_CODES = {
    "import eventkit": "import eventkit",
    "import eventkit and make an event": (
        "from eventkit import Event, TimeSlot; "
        "Event('A', TimeSlot.local('2026-04-17 13:00', '14:00', 'Europe/Paris'))"
    ),
    "peer: import icalendar": "import icalendar",
    "peer: import click and zoneinfo": "import click, zoneinfo",
}
_COMMANDS = {
    "eventkit --version": "--version",
    "eventkit tz": "tz 2026-04-17T13:00 Europe/Paris UTC --format json",
    "eventkit convert, YAML to iCalendar": "convert event.yaml --to ical",
    "eventkit convert, JSON to JSON-LD": "convert event.json --to jsonld",
    "eventkit lint, a file": "lint event.yaml",
    "eventkit schema": "schema",
    "eventkit publish, a file": "publish event.yaml -o site",
}


def measured() -> dict[str, tuple[float, float]]:
    """Return the median of each in milliseconds, and how much more than bare Python it takes."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for ending in ("yaml", "json"):
            write(EVENT, Path(folder, f"event.{ending}"))
        calls = {name: ["-c", code] for name, code in _CODES.items()}
        calls |= {name: ["-m", "eventkit", *text.split()] for name, text in _COMMANDS.items()}
        for name, arguments in calls.items():
            bare, ours = [], []
            for _ in range(ROUNDS):
                bare.append(_run(["-c", "pass"], folder))
                ours.append(_run(arguments, folder))
            took = statistics.median(ours)
            found[name] = took, took - statistics.median(bare)
    return found


def verdict(name: str, more: float) -> str:
    """Return the target of *name*, and whether it is reached."""
    limit = _LIMITS.get(name)
    return f"{limit} ms, {'reached' if more <= limit else 'missed'}" if limit else ""


def _run(arguments: list[str], folder: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, *arguments],
        check=False,  # 1: the linter has findings
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
    )
    assert done.returncode in (0, 1), arguments
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return took * 1000
