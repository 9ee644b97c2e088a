"""The page of the docs: what was measured, and of what misses its target why, with its profile."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping, Sequence

import memory
import starting
from compare import Result
from profiling import shares

__all__ = ["page"]


def page(
    results: Sequence[Result], starts: Mapping[str, tuple[float, float]], sizes: Mapping[str, float]
) -> str:
    """Return the page as Markdown."""
    lines = [
        "# Speed",
        "",
        "Measured by `make bench`, which times both calls in turn in one process.",
        "Times are those of the processor.",
        "The ratio is the median of 15, of 3 where a call takes seconds.",
        "The numbers in brackets are the least and the most.",
        f"This page was made with Python {platform.python_version()}.",
        "",
        "| what, and the peer | ours | peer | ours / peer | target |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {one.pair.name} | {one.ours * 1e6:,.1f} µs | {one.peer * 1e6:,.1f} µs |"
        f" {one.ratio:.3g} ({one.least:.3g} to {one.most:.3g}) | {one.verdict} |"
        for one in results
    ]
    lines += ["", "| start of a process | takes | more than bare Python | target |"]
    lines += ["|---|---|---|---|"]
    lines += [
        f"| {name} | {took:.0f} ms | {more:.0f} ms | {starting.verdict(name, more)} |"
        for name, (took, more) in starts.items()
    ]
    lines += ["", "| an event in memory | bytes | target |", "|---|---|---|"]
    lines += [
        f"| {name} | {size:,.0f} | {memory.verdict(name, sizes)} |" for name, size in sizes.items()
    ]
    missed = [line for one in results if one.missed for line in _missed(one)]
    if missed:
        lines += ["", "## What misses its target"]
        lines += [
            "The shares are of the time that functions take themselves, as `cProfile` sees it.",
            *missed,
        ]
    return "\n".join(lines) + "\n"


def _missed(one: Result) -> Iterator[str]:
    yield f"\n### {one.pair.name}"
    yield f"{one.ratio:.3g} where {one.pair.limit:.3g} is wanted."
    if one.pair.why:
        yield one.pair.why
    yield "\n| function | share |\n|---|---|"
    for name, share in shares(one.pair.ours):
        yield f"| `{name}` | {share:.0%} |"
