"""
Write 300 webinars as YAML, check them, mend what is wrong, and make a site of them.

    python examples/folder_to_site.py demo-site 300

The same is done by two commands, on a folder that you have: eventkit lint events, and
eventkit publish events -o public.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path

from eventkit import Event, EventSeries, Speaker, TimeSlot, VirtualLocation, lint, write
from eventkit.publish import gather, publish

SPEAKERS = ("Alain Tubiana", "Chiara Neri", "Maria Oliveira")
TOPICS = ("Clusters", "Open data", "Small firms", "Ports", "Energy")


def webinar(number: int) -> Event:
    """Return one of a series, on a Wednesday at 13:00 in Paris."""
    day = datetime(2021, 1, 6, 13) + timedelta(weeks=number)
    return Event(
        f"{TOPICS[number % len(TOPICS)]}, part {number // len(TOPICS) + 1}",
        TimeSlot.local(str(day), str(day + timedelta(hours=1)), "Europe/Paris"),
        uid=f"webinar-{number}@academy.alt",
        description="What neighbours can do **together**.",
        speakers=[Speaker(SPEAKERS[number % len(SPEAKERS)])],
        series=EventSeries("Management on air"),
        locations=[VirtualLocation("https://academy.alt/live")],
        in_language=["en"],
    )


def main() -> None:
    """Say what is done, step by step."""
    folder, number_of_events = Path(sys.argv[1]), int(sys.argv[2])
    events, site = folder / "events", folder / "public"
    events.mkdir(parents=True)
    for number in range(number_of_events):
        write(webinar(number), events / f"{number:03}.yaml")
    slip = events / "012.yaml"
    text = slip.read_text("utf-8")
    slip.write_text(text.replace("Europe/Paris", "Europe/Pariss"), "utf-8")

    for finding in lint(events):
        if finding.severity == "error":
            print(finding)
    slip.write_text(text, "utf-8")

    found = gather([str(events)])
    for run in ("first", "second"):
        done = publish(
            found.events,
            site,
            base_url="https://academy.alt/webinars/",
            title="Management on air",
            sources=found.sources,
        )
        print(f"{run} run: {done.events} events, {done.written} of {done.files} files written")
    print(f"open {site / 'index.html'}")


if __name__ == "__main__":
    main()
