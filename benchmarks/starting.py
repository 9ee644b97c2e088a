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


def main() -> None:
    """Print the median of each beside bare Python, run in turn."""
    for name, code in PAIRS.items():
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(_run("pass"))
            ours.append(_run(code))
        more = statistics.median(ours) - statistics.median(bare)
        print(f"{name:42} {statistics.median(ours):7.1f} ms, {more:+7.1f} ms to bare Python")


def _run(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
