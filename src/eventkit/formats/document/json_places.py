"""Where each key of a JSON text stands; only needed once something in it is wrong."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from eventkit.plain.paths import Path, Where

__all__ = ["duplicates", "where"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)


def where(text: str) -> Where:
    """Return what finds the line and column of a path, or of the nearest that is above it."""
    places = dict(_keys(text))
    lines = _line_starts(text)

    def find(path: Path) -> tuple[int, int] | None:
        while path not in places and path:
            path = path[:-1]
        return _position(lines, places[path]) if path in places else None

    return find


def duplicates(text: str) -> list[tuple[Path, int, int]]:
    """Return the path, line and column of every key that stands a second time in its object."""
    seen: set[Path] = set()
    lines = _line_starts(text)
    found = []
    for path, at in _keys(text):
        if path in seen:
            found.append((path, *_position(lines, at)))
        seen.add(path)
    return found


def _keys(text: str) -> list[tuple[Path, int]]:
    """Return the path and offset of each key and list member of a well-formed text."""
    found: list[tuple[Path, int]] = []
    path: list[str | int] = []
    kinds: list[str] = []  # the brackets that are open
    awaits_key = False
    for token in _TOKEN.finditer(text):
        word, at = token.group(), token.start()
        if not found:
            found.append(((), at))
        if word in "}]":
            kinds.pop()
            path.pop()
            awaits_key = False
        elif word == ",":
            if kinds[-1] == "{":
                awaits_key = True
            else:
                path[-1] = int(path[-1]) + 1
        elif awaits_key and word.startswith('"'):
            path[-1] = json.loads(word, strict=False)
            found.append((tuple(path), at))
            awaits_key = False
        elif word != ":":
            if kinds and kinds[-1] == "[":
                found.append((tuple(path), at))
            if word in "{[":
                kinds.append(word)
                path.append(0 if word == "[" else "")
                awaits_key = word == "{"
    return found


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _position(lines: list[int], at: int) -> tuple[int, int]:
    line = bisect_right(lines, at)
    return line, at - lines[line - 1] + 1
