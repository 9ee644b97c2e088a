"""
Run every comparison and print it with its target.

Usage: python benchmarks/run.py [--write FILE] [MODULE...]: also write the tables as a page of the
docs; or only what the modules named compare, such as writing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import announcing
import calendars
import converting
import linting
import markup
import memory
import reading
import starting
import writing
from compare import Result, compare
from report import page

MODULES = (writing, reading, converting, calendars, markup, announcing, linting)


def main(arguments: list[str]) -> None:
    """Measure, print, and write the page if asked to."""
    write = arguments[:1] == ["--write"]
    names = arguments[2:] if write else arguments
    results = _compared([one for one in MODULES if not names or one.__name__ in names])
    if names:
        return
    starts = starting.measured()
    for name, (took, more) in starts.items():
        print(f"{name:48} {took:7.1f} ms, {more:+7.1f} ms to bare Python", flush=True)
    sizes = memory.measured()
    for name, size in sizes.items():
        print(f"memory of an event, {name:28} {size:,.0f} bytes")
    if write:
        Path(arguments[1]).write_text(page(results, starts, sizes), "utf-8")


def _compared(modules: list[object]) -> list[Result]:
    results = []
    for module in modules:
        for pair in module.pairs():  # type: ignore[attr-defined]
            result = compare(pair)
            print(result or f"{pair.name:48} the peer is not installed", flush=True)
            if result is not None:
                results.append(result)
    return results


if __name__ == "__main__":
    main(sys.argv[1:])
