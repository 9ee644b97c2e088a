"""
Run every comparison and print it with its target.

Usage: python benchmarks/run.py [--write FILE]: also write the table as a page of the docs.
"""

from __future__ import annotations

import platform
import sys
from pathlib import Path

import calendars
import converting
import linting
import markup
import memory
import reading
import starting
import writing
from compare import Result, compare

MODULES = (writing, reading, converting, calendars, markup, linting)


def main() -> None:
    """Measure, print, and write the page if asked to."""
    results = []
    for module in MODULES:
        for pair in module.pairs():
            result = compare(pair)
            print(result or f"{pair.name:48} the peer is not installed", flush=True)
            if result is not None:
                results.append(result)
    starts = starting.measured()
    for name, (took, more) in starts.items():
        print(f"{name:48} {took:7.1f} ms, {more:+7.1f} ms to bare Python", flush=True)
    sizes = memory.measured()
    for name, size in sizes.items():
        print(f"memory of an event, {name:28} {size:,.0f} bytes")
    if sys.argv[1:2] == ["--write"]:
        Path(sys.argv[2]).write_text(_page(results, starts, sizes), "utf-8")


def _page(
    results: list[Result], starts: dict[str, tuple[float, float]], sizes: dict[str, float]
) -> str:
    lines = [
        "# Speed",
        "",
        "Measured by `make bench`, which times both calls in turn in one process.",
        "The ratio is the median of 15, of 3 where a call takes seconds; the numbers in brackets are the least and the most.",
        f"This table was made with Python {platform.python_version()}.",
        "",
        "| what, and the peer | ours | peer | ours / peer | target |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.name} | {one.ours * 1e6:,.1f} µs | {one.peer * 1e6:,.1f} µs |"
        f" {one.ratio:.3g} ({one.least:.3g} to {one.most:.3g}) |"
        f" {f'{one.limit:.3g}, {one.verdict}' if one.limit else ''} |"
        for one in results
    ]
    lines += ["", "| start of a process | takes | more than bare Python |", "|---|---|---|"]
    lines += [
        f"| {name} | {took:.0f} ms | {more:.0f} ms |" for name, (took, more) in starts.items()
    ]
    lines += ["", "| an event in memory | bytes |", "|---|---|"]
    lines += [f"| {name} | {size:,.0f} |" for name, size in sizes.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
