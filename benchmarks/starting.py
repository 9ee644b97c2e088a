"""Time what it costs to start: ``import eventkit``, and the commands, as whole processes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

PAIRS = {
    "import eventkit": "import eventkit",
    "import eventkit and make an event": (
        "from eventkit import Event, TimeSlot; "
        "Event('A', TimeSlot.local('2026-04-17 13:00', '14:00', 'Europe/Paris'))"
    ),
    "peer: import icalendar": "import icalendar",
    "peer: import click and zoneinfo": "import click, zoneinfo",
    "eventkit tz": (
        "import sys; from eventkit.cli import main; sys.argv[1:] = "
        "['tz', '2026-04-17 13:00', 'Europe/Paris', 'UTC', '--format', 'json']; main()"
    ),
}
ROUNDS = 15


def measured() -> dict[str, tuple[float, float]]:
    """Return the median of each in milliseconds, and how much more than bare Python it takes."""
    found = {}
    for name, code in PAIRS.items():
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(_run("pass"))
            ours.append(_run(code))
        took = statistics.median(ours)
        found[name] = took, took - statistics.median(bare)
    return found


def _run(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000
