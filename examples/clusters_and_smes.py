"""Read the announcement beside this file and write it as .yaml, .jsonld and .ics (into demo/)."""

from __future__ import annotations

import sys
from pathlib import Path

from eventkit import read, write

ANNOUNCEMENT = Path(__file__).with_name("clusters-and-smes.txt")


def main() -> None:
    """Say what was read and what was written."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "demo")
    reading = read(ANNOUNCEMENT).or_raise()
    (event,) = reading.events
    print(event.name)
    print(
        f"{event.slot.start:%A, %d %B %Y, %H:%M} to {event.slot.end:%H:%M}, {event.slot.timezone}"
    )
    for speaker in event.speakers:
        print(speaker.honorific_prefix or "", speaker.name)
        for held in speaker.affiliations:
            print(f"  {held.title}, {held.organization.name}")
    for finding in reading.findings:
        print(f"note: {finding.message}")
    folder.mkdir(parents=True, exist_ok=True)
    for ending in ("yaml", "jsonld", "ics"):
        path = folder / f"{ANNOUNCEMENT.stem}.{ending}"
        write(event, path)
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
