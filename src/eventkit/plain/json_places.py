"""Where each key of a JSON text stands; only looked for once there is something to say."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from eventkit.plain.paths import Path

__all__ = ["Places", "duplicates"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)


class Places:
    """
    Finds the line and column of a path, or of the nearest that is above it.

    Args:
        text: A well-formed JSON text.
        line: The line of the source on which it begins, from 1.
    """

    __slots__ = ("_line", "_lines", "_places", "_text")

    def __init__(self, text: str, line: int = 1) -> None:
        self._text = text
        self._line = line
        self._places: dict[Path, int] | None = None
        self._lines: list[int] = []

    def __call__(self, path: Path) -> tuple[int, int] | None:
        if not path:  # the whole, for which nothing need be read
            lead = len(self._text) - len(self._text.lstrip())
            return self._line + self._text.count("\n", 0, lead), _column(self._text, lead)
        if self._places is None:
            self._places = dict(_keys(self._text))
            self._lines = _line_starts(self._text)
        while path not in self._places and path:
            path = path[:-1]
        if path not in self._places:
            return None
        line, column = _position(self._lines, self._places[path])
        return self._line + line - 1, column


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


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at)
