"""
Time linting a folder of documents beside reading it, alternating in one process.

Linting reads as well; what it takes beyond that are the rules, the walk and the duplicates.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
from compare import Pair
from example import EVENT, STAMP

from eventkit import Affiliation, Event, Speaker, TimeSlot, VirtualLocation, lint, read, render

_FILES = 10_000
_ROUNDS = 3  # as each takes seconds
_ADDRESS = "https://academy.alt/webinars"


def pairs() -> Iterator[Pair]:
    """Yield what is compared."""
    for form in ("yaml", "json"):
        folder = Path(tempfile.mkdtemp())
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        for number in range(_FILES):
            (folder / f"{number}.{form}").write_text(render(_event(number), form), "utf-8")
        yield Pair(
            f"lint {_FILES:,} files of {form}, reading them",
            _lint(folder),
            _read(folder),
            2.0,
            _ROUNDS,
        )


def _event(number: int) -> Event:
    day = date(2026, 1, 1) + timedelta(days=number)
    return attrs.evolve(
        EVENT,
        name=f"{EVENT.name} Part {number}",
        slot=TimeSlot.local(f"{day} 13:00", "14:00", "Europe/Paris"),
        uid=f"clusters-{number}",
        url=f"{_ADDRESS}/{number}",
        locations=[VirtualLocation(f"{_ADDRESS}/{number}")],
        speakers=[Speaker("Alain Tubiana", affiliations=[Affiliation("gnomon", title="Chairman")])],
        in_language="en",
    )


def _lint(folder: Path) -> Callable[[], Any]:
    return lambda: lint(folder, now=STAMP)


def _read(folder: Path) -> Callable[[], Any]:
    files = sorted(folder.iterdir())
    return lambda: [read(file) for file in files]
