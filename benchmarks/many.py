"""
Convert many generated events with the command, and tell what it takes.

Usage: python benchmarks/many.py TARGET COUNT [COUNT...]: for each count, with one process and with
two: seconds, processor time of the command and its processes, what that is for an event, and the
most memory that they hold together.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import attrs
from example import EVENT

from eventkit import Affiliation, Event, Speaker, TimeSlot, VirtualLocation, to_dict
from eventkit.jsontext import on_one_line

_ZONES = ("Europe/Paris", "America/New_York", "Asia/Kolkata", "Asia/Tokyo")
_DRAWN = (
    20_000  # events that are made; further ones are these with a name, page and uid of their own
)
_ENDINGS = {"jsonld": "jsonl", "jsonl": "jsonl", "ical": "ics", "parquet": "parquet"}


def main(target: str, counts: list[int]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            source = Path(folder, "in.jsonl")
            with source.open("w", encoding="utf-8") as file:
                file.writelines(_lines(count))
            for processes in (1, 2):
                print(_measured(source, target, processes, count), flush=True)


def _lines(count: int) -> Iterator[str]:
    drawn = [to_dict(_event(number)) for number in range(min(count, _DRAWN))]
    for number in range(count):
        row = drawn[number % _DRAWN]
        row["name"], row["uid"] = f"{EVENT.name} Part {number}", f"clusters-{number}@example.org"
        row["url"] = row["locations"][0]["url"] = f"https://example.org/webinars/{number}"
        yield f"{on_one_line(row)}\n"


def _event(number: int) -> Event:
    day, hour = date(2026, 1, 1) + timedelta(days=number % 1500), 9 + number % 9
    zone = _ZONES[number % len(_ZONES)]
    title = Affiliation("Example Institute", title="Researcher")
    return attrs.evolve(
        EVENT,
        slot=TimeSlot.local(f"{day} {hour:02}:00", f"{hour + 1:02}:30", zone),
        description=f"{EVENT.description} " * (number % 3 + 1),
        locations=[VirtualLocation("https://example.org/")],
        speakers=[Speaker(f"Speaker {number % 977}", affiliations=[title])],
    )


def _measured(source: Path, target: str, processes: int, count: int) -> str:
    output = source.with_name(f"out.{_ENDINGS[target]}")
    arguments = ["--to", target, "-o", str(output), "--jobs", str(processes)]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "eventkit", "convert", str(source), *arguments]
    peak = _peak(subprocess.Popen(command, stderr=subprocess.DEVNULL))
    took = time.perf_counter() - began
    output.unlink()  # the next run does not pay for replacing it
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return (
        f"{count:9,} events to {target}, {processes} at once: {took:7.1f} s,"
        f" {used:6.1f} s of the processor, {used / count * 1e6:5.1f} us an event,"
        f" {peak / 1024:4.0f} MB at most"
    )


def _peak(running: subprocess.Popen[bytes]) -> int:
    """Wait for the command, and return the most KiB that it and its processes held together."""
    most = 0
    while running.poll() is None:
        try:
            listed = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
            held = [Path(f"/proc/{one}/status").read_text() for one in (running.pid, *listed)]
        except OSError:  # one has just ended
            continue
        sizes = [text.partition("VmRSS:")[2].split()[:1] for text in held]
        most = max(most, sum(int(size[0]) for size in sizes if size))
        time.sleep(0.1)
    if running.returncode:
        raise SystemExit(f"the command failed: {running.returncode}")
    return most


if __name__ == "__main__":
    main(sys.argv[1], [int(count) for count in sys.argv[2:]])
