"""
Read lines of dates and times beside dateparser and chrono-node, and write the score as a page.

Usage: python benchmarks/datelines.py [--write FILE] LINES.jsonl...

A line is a statement with its answer, see tests/data/README.md. An answer is *right* when start,
end and zone are: both instants, or both days where no hour is stated. It is *wrong with
confidence* when it is a time that is not the answer, or one where the line has none; a time
without a zone is held against the wall clock alone. Everything else is *no answer*.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs

from eventkit.findings import Severity
from eventkit.formats.announcement import read_slot

INTEROP = Path(__file__).parent.parent / "tests" / "interop"
Row = dict[str, Any]


@attrs.frozen
class Answer:
    """What a reader says: wall clock and instant of start and end, as far as it tells them."""

    start: str | None = None
    end: str | None = None
    start_utc: str | None = None
    end_utc: str | None = None


def main(paths: Iterable[str], target: str | None) -> None:
    """Score every reader that is installed, print the table, and write it if asked to."""
    rows = [
        json.loads(line)
        for path in paths
        for line in Path(path).read_text("utf-8").split("\n")
        if line
    ]
    readers: dict[str, Callable[[list[Row]], list[Answer] | None]] = {
        "eventkit": ours, "dateparser": by_dateparser, "chrono-node": by_chrono,
    }  # fmt: skip
    scores = {name: score(rows, found) for name, read in readers.items() if (found := read(rows))}
    page = "\n".join(_page(rows, scores)) + "\n"
    print(page)
    if target:
        Path(target).write_text(page, "utf-8")


def ours(rows: list[Row]) -> list[Answer]:
    """Read with eventkit; a doubt that it warns of is no confident answer."""
    found = []
    for row in rows:
        reading = read_slot(row["text"])
        doubted = [one for one in reading.findings if one.severity is not Severity.INFO]
        slot = reading.slots[0] if reading.slots else None
        wanted = (row["start_utc"], row["end_utc"])
        if slot is None or (doubted and wanted != (_utc(slot.start), _utc(slot.end))):
            found.append(Answer())
        else:
            found.append(
                Answer(_local(slot.start), _local(slot.end), _utc(slot.start), _utc(slot.end))
            )
    return found


def by_dateparser(rows: list[Row]) -> list[Answer] | None:
    """Read with dateparser, told the language: the whole line, else the first date in it."""
    try:
        from dateparser import parse
        from dateparser.search import search_dates
    except ImportError:
        return None
    found = []
    for row in rows:
        when = parse(row["text"], languages=[row["lang"]])
        if when is None:
            searched = search_dates(row["text"], languages=[row["lang"]])
            when = searched[0][1] if searched else None
        if when is None:
            found.append(Answer())
            continue
        timed = (when.hour, when.minute) != (0, 0)
        aware = timed and when.tzinfo is not None
        local = when.replace(tzinfo=None) if timed else when.date()
        found.append(Answer(_local(local), None, _utc(when) if aware else None))
    return found


def by_chrono(rows: list[Row]) -> list[Answer] | None:
    """Read with chrono-node, told the language."""
    if not shutil.which("node") or not (INTEROP / "node_modules" / "chrono-node").exists():
        return None
    asked = json.dumps([{"text": row["text"], "lang": row["lang"]} for row in rows])
    done = subprocess.run(
        ["node", "chrono.mjs"], cwd=INTEROP, input=asked, capture_output=True, text=True,
        check=True, env={"TZ": "UTC", "PATH": os.environ["PATH"]},
    )  # fmt: skip
    found = []
    for one in json.loads(done.stdout):
        start, end = one["start"] or {}, one["end"] or {}
        moments = [f"{told[:16]}Z" if told else None for told in (start.get("utc"), end.get("utc"))]
        found.append(Answer(start.get("local"), end.get("local"), *moments))
    return found


def _local(value: Any) -> str | None:
    return f"{value:%Y-%m-%dT%H:%M}" if isinstance(value, datetime) else value and str(value)


def _utc(value: Any) -> str | None:
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if isinstance(value, datetime) else None


def verdict(row: Row, answer: Answer) -> str:
    """Return ``right``, ``wrong`` or ``none``."""
    if answer.start is None:
        return "none"
    timed = "T" in answer.start
    if row["start_utc"]:
        if (answer.start_utc, answer.end_utc) == (row["start_utc"], row["end_utc"]):
            return "right"
        if answer.start_utc:
            ends = answer.end_utc is None or answer.end_utc == row["end_utc"]
            return "none" if answer.start_utc == row["start_utc"] and ends else "wrong"
        return "none" if row["start_local"].startswith(answer.start) else "wrong"
    days = row["start_local"] and "T" not in row["start_local"]
    if days and (answer.start, answer.end) == (row["start_local"], row["end_local"]):
        return "right"
    if not timed:
        return "none" if (row["start_local"] or answer.start).startswith(answer.start) else "wrong"
    return "wrong" if answer.start_utc or answer.start != row["start_local"] else "none"


def score(rows: list[Row], answers: list[Answer]) -> dict[str, tuple[int, int, int]]:
    """Return right, wrong and all, of the lines that have an answer, by language."""
    found: dict[str, tuple[int, int, int]] = {}
    for row, answer in zip(rows, answers, strict=True):
        said = verdict(row, answer)
        answered = bool(row["start_utc"]) or (
            bool(row["start_local"]) and "T" not in row["start_local"] and not row["note"]
        )
        right, wrong, number = found.get(row["lang"], (0, 0, 0))
        found[row["lang"]] = (
            right + (said == "right" and answered), wrong + (said == "wrong"), number + answered
        )  # fmt: skip
    return found


def _page(rows: list[Row], scores: dict[str, dict[str, tuple[int, int, int]]]) -> Iterable[str]:
    languages = list(dict.fromkeys(row["lang"] for row in rows))
    lone = sum(not row["start_utc"] for row in rows)
    yield "# Lines of dates and times"
    yield ""
    yield f"{len(rows)} lines in seven languages, read beside dateparser and chrono-node by `benchmarks/datelines.py`."
    yield f"{lone} of them have no certain instant: no year, no zone, two meanings, a contradiction, or days alone."
    yield "*Right* means start, end and zone; *wrong* means a time that is not the answer, given without a word of doubt."
    yield "The other two are told the language of each line, eventkit is not."
    yield ""
    yield (
        "| reader | right | wrong | "
        + " | ".join(f"{lang}: right, wrong" for lang in languages)
        + " |"
    )
    yield "|---" * (3 + len(languages)) + "|"
    for name, found in scores.items():
        right, wrong, number = (sum(row[i] for row in found.values()) for i in range(3))
        cells = [f"{found[lang][0]} of {found[lang][2]}, {found[lang][1]}" for lang in languages]
        yield (
            f"| {name} | {right / number:.1%} | {wrong / len(rows):.1%} | "
            + " | ".join(cells)
            + " |"
        )


if __name__ == "__main__":
    given = sys.argv[1:]
    written = given[1] if given[:1] == ["--write"] else None
    main(given[2:] if written else given, written)
