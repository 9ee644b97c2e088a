"""Where each key of a JSON text stands; only looked for once there is something to say."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from eventkit.plain.paths import Path

__all__ = ["Places", "duplicates"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_BLANK = re.compile(r"[ \t\r\n]*")
_SKIP = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, strict=False)


class Places:
    """
    Finds the line and column of a path, or of the nearest that is above it.

    What a path leads through is indexed member by member, and what lies between is skipped.
    Lines are counted from the place that was asked for before, as the next is mostly near it.

    Args:
        text: A well-formed JSON text.
        line: The line of the source on which it begins, from 1.
    """

    __slots__ = ("_at", "_begin", "_line", "_members", "_text")

    def __init__(self, text: str, line: int = 1) -> None:
        self._text = text
        self._line = line
        self._at = self._begin = 0  # an offset in the text, and that at which its line begins
        self._members: dict[Path, dict[str | int, tuple[int, int]]] = {}

    def __call__(self, path: Path) -> tuple[int, int]:
        key = value = _skip_blank(self._text, 0)
        for depth, part in enumerate(path):
            above = path[:depth]
            members = self._members.get(above)
            if members is None:
                members = self._members[above] = _members(self._text, value)
            if part not in members:
                break
            key, value = members[part]
        self._go(key)
        return self._line, key - self._begin + 1

    def _go(self, at: int) -> None:
        """Count the lines up to an offset, or back to it."""
        text, before = self._text, self._at
        if at >= before:
            self._line += text.count("\n", before, at)
            self._begin = max(self._begin, text.rfind("\n", before, at) + 1)
        elif at < self._begin:
            self._line -= text.count("\n", at, before)
            self._begin = text.rfind("\n", 0, at) + 1
        self._at = at


def _members(text: str, at: int) -> dict[str | int, tuple[int, int]]:
    """Return key or number -> offsets of what names it and of its value."""
    found: dict[str | int, tuple[int, int]] = {}
    if text[at : at + 1] not in ("{", "["):
        return found
    is_object = text[at] == "{"
    at = _skip_blank(text, at + 1)
    while text[at] not in "}]":
        name: str | int = len(found)
        begin = at
        if is_object:
            name, at = _SKIP.raw_decode(text, at)
            at = _skip_blank(text, _skip_blank(text, at) + 1)
        found[name] = (begin, at)
        at = _skip_blank(text, _SKIP.raw_decode(text, at)[1])
        if text[at] == ",":
            at = _skip_blank(text, at + 1)
    return found


def _skip_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


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
    """Return the path and offset of each key of a well-formed text."""
    found: list[tuple[Path, int]] = []
    path: list[str | int] = []
    kinds: list[str] = []  # the brackets that are open
    awaits_key = False
    for token in _TOKEN.finditer(text):
        word, at = token.group(), token.start()
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
        elif word in "{[":
            kinds.append(word)
            path.append(0 if word == "[" else "")
            awaits_key = word == "{"
    return found


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _position(lines: list[int], at: int) -> tuple[int, int]:
    line = bisect_right(lines, at)
    return line, at - lines[line - 1] + 1
