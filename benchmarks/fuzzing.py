"""
Feed broken texts to a reader for a while: ``python benchmarks/fuzzing.py ical 600 FOLDER``.

The texts are the files of the folder, mutated: bytes changed, pieces cut out, doubled many times,
or put in from elsewhere; in JSON, values are replaced by others. A reader must raise nothing, what it reads must be writable or refused
in our words, and no text may take longer than its length allows.
"""

from __future__ import annotations

import json
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from eventkit import errors, parse, render

_TOKENS = [
    b"\r\n", b"\r\n ", b"\n", b":", b";", b'"', b"=", b",", b"\\", b"\\n", b"^n", b"\0", b"\xff",
    b"\xe2\x80\xa8", b"99999999999", b"-1", b"0", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n",
    b"BEGIN:VTIMEZONE\r\n", b"RRULE:FREQ=SECONDLY\r\n", b"RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n",
    b"EXRULE:FREQ=DAILY\r\n", b";RANGE=THISANDFUTURE", b";TZID=Europe/Berlin", b";VALUE=DATE",
    b"RECURRENCE-ID:20260305T170000Z\r\n", b"https://zoom.us/j/1?pwd=a", b"{", b"[", b"}", b"]",
    b"null", b"true", b"1e999", b'"@type":"Event"', b"00010101T000000", b"99991231T235959Z",
]  # fmt: skip
_VALUES = [
    "null",
    "true",
    "-1",
    "0",
    "1e308",
    '""',
    '"x"',
    '"2026-03-05"',
    '"PT1H"',
    "[]",
    "{}",
    '["x"]',
]
_LENGTH_MAX = 300_000
# Seconds of a text: so much, and so much for each byte.
_ALLOWED = 0.6, 60e-6


def mutated(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """Return the text with some mistakes."""
    for _ in range(dice.choice((1, 1, 2, 4, 8, 30))):
        at = dice.randrange(len(data) + 1)
        end = min(len(data), at + dice.choice((0, 1, 1, 2, 5, 20, 100, 2000)))
        kind = dice.randrange(6)
        if kind == 0:
            data = data[:at] + bytes(dice.randrange(256) for _ in data[at:end]) + data[end:]
        elif kind == 1:
            data = data[:at] + data[end:]
        elif kind == 2:
            data = data[:at] + dice.choice(_TOKENS) + data[end:]
        elif kind == 3:
            data = data[:at] + data[at:end] * dice.choice((2, 3, 50, 2000)) + data[end:]
        elif kind == 4:
            other = dice.choice(others)
            start = dice.randrange(len(other) + 1)
            data = data[:at] + other[start : start + end - at + 200] + data[at:]
        else:
            lines = data.split(b"\n")
            dice.shuffle(lines[: dice.randrange(len(lines) + 1)])
            data = b"\n".join(lines)
        data = data[:_LENGTH_MAX]
    return data


def reshaped(data: bytes, dice: random.Random) -> bytes:
    """Return JSON in which values are others, or gone; another text as it is."""
    try:
        root = json.loads(data)
    except ValueError:
        return data
    for _ in range(dice.choice((1, 2, 5))):
        at = root
        while isinstance(at, dict | list) and at:
            key = dice.choice(list(at) if isinstance(at, dict) else range(len(at)))
            if not isinstance(at[key], dict | list) or not at[key] or dice.random() < 0.2:
                at[key] = json.loads(dice.choice(_VALUES))
                break
            at = at[key]
    return json.dumps(root).encode()


def main(name: str, seconds: float, folder: str) -> int:
    """Run, and return how many texts broke the rules."""
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    texts = [path.read_bytes()[:_LENGTH_MAX] for path in paths]
    counts: Counter[str] = Counter()
    slowest = (0.0, b"")
    until = time.monotonic() + seconds
    for seed in range(1_000_000_000):
        if time.monotonic() > until:
            break
        dice = random.Random(seed)
        data = dice.choice(texts)
        data = reshaped(data, dice) if dice.random() < 0.4 else data
        data = mutated(data, texts, dice) if dice.random() < 0.7 else data
        began = time.process_time()
        try:
            reading = (
                parse(data, name, default_zone="UTC") if name != "jscalendar" else parse(data, name)
            )
        except Exception:  # noqa: BLE001, whatever it is, it is a fault
            counts["raised"] += 1
            print(f"seed {seed}:\n{traceback.format_exc()}", file=sys.stderr)
            continue
        took = time.process_time() - began
        counts["texts"] += 1
        counts["bytes"] += len(data)
        counts["events"] += len(reading.events)
        share = took / (_ALLOWED[0] + _ALLOWED[1] * len(data))
        slowest = max(
            slowest, (share, f"seed {seed}: {took:.2f} s of {len(data):,} bytes".encode())
        )
        if share > 1:
            counts["slow"] += 1
            print(f"seed {seed}: {took:.2f} s of {len(data):,} bytes", file=sys.stderr)
        try:
            render(reading.events[:20], name)
        except errors.EventkitError:
            counts["refused"] += 1
        except Exception:  # noqa: BLE001, whatever it is, it is a fault
            counts["raised"] += 1
            print(f"seed {seed}, written:\n{traceback.format_exc()}", file=sys.stderr)
    print(name, dict(counts), "slowest:", slowest[1].decode(), f"({slowest[0]:.0%} of allowed)")
    return counts["raised"] + counts["slow"]


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1], float(sys.argv[2]), sys.argv[3])))
