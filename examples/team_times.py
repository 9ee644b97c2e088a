"""
Tell everybody in a team when a webinar is for them, and when most of them are at work.

    python examples/team_times.py "2026-03-12 16:00" Warsaw Ann="New York" Ravi=Kolkata
"""

from __future__ import annotations

import sys
from datetime import date

from eventkit import TimeSlot, errors
from eventkit.timezones import clock_gap_weeks, find_zone, overlap, world_clock, zone_name

SHIFTS = {-1: " the day before", 0: "", 1: " the next day"}


def main() -> None:
    """Print who has what time, the best hours of that day, and the weeks to look out for."""
    when, home, *team = sys.argv[1:]
    here = find_zone(home).zone
    there = {name: find_zone(place).zone for name, _, place in (one.partition("=") for one in team)}
    slot = TimeSlot.local(when, None, here)
    clock = world_clock(slot, there.values())
    for name, row in zip([zone_name(here), *there], clock.rows, strict=True):
        print(f"{name}: {row.start:%H:%M}{SHIFTS[row.day_shift]} (UTC{row.offset})")
    day = date.fromisoformat(when[:10])
    best = overlap([here, *there.values()], ("08:00", "18:00"), day)[0]
    print(
        f"{len(best.fits)} of {len(clock.rows)} are at work from"
        f" {best.start:%H:%M} to {best.end:%H:%M}, {zone_name(here)}"
    )
    for name, zone in there.items():
        for gap in clock_gap_weeks(here, zone, day.year):
            print(f"{name}: not the usual difference from {gap.first} to {gap.last}")


if __name__ == "__main__":
    try:
        main()
    except errors.EventkitError as exc:
        sys.exit(str(exc))
