"""
Move a webinar without a second entry in anybody's calendar.

    python examples/reschedule.py events/clusters-and-smes.yaml "2026-04-22 16:00" -o moved

The new document has the same uid, a higher sequence, and the time that was. Whoever has the
entry gets it moved, by the calendar that they subscribe to or by the .ics that is sent to them.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from eventkit import TimeSlot, lifecycle, read, write


def main() -> None:
    """Write the new revision as a document and as a calendar entry."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    arguments.add_argument("file", help="a document with one event")
    arguments.add_argument("start", help="the new start, on the clock of the event")
    arguments.add_argument("-o", "--output", default=".", help="folder for what is written")
    asked = arguments.parse_args()
    (event,) = read(asked.file).or_raise().events
    start = datetime.fromisoformat(asked.start)
    length = event.slot.duration
    end = None if length is None else start + length
    slot = TimeSlot.local(str(start), str(end) if end else None, event.slot.timezone)
    moved = lifecycle.reschedule(event, slot, updated=datetime.now(UTC).replace(microsecond=0))
    for difference in lifecycle.diff(event, moved):
        print(difference)
    folder = Path(asked.output)
    folder.mkdir(parents=True, exist_ok=True)
    for ending in ("yaml", "ics"):
        path = folder / f"{Path(asked.file).stem}.{ending}"
        write(moved, path)
        print(f"written: {path}")


if __name__ == "__main__":
    main()
