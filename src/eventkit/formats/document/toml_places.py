"""Where each key of a TOML text stands; only looked for once there is something to say."""

from __future__ import annotations

import re

from eventkit.plain.paths import Path

__all__ = ["Places"]

_KEY = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_KEYS})[ \t]*\]\]?")
_PAIR = re.compile(rf"[ \t]*({_KEYS})[ \t]*=[ \t]*")
_PART = re.compile(_KEY)
_INLINE = re.compile(
    r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|\#[^\n]*|[\[\]{},]|\n|[^\s\[\]{},\"'#]+",
    re.DOTALL,
)


class Places:
    """
    Finds the line and column of a path, or of the nearest that is above it.

    Args:
        text: A well-formed TOML text.
        root: The keys from the top of the text to what paths begin at.
    """

    __slots__ = ("_places", "_root", "_text")

    def __init__(self, text: str, root: Path = ()) -> None:
        self._text = text.replace("\r\n", "\n")
        self._root = root
        self._places: dict[Path, tuple[int, int]] | None = None

    def __call__(self, path: Path) -> tuple[int, int] | None:
        if self._places is None:
            self._places = _Scan(self._text).places
        path = (*self._root, *path)
        while path not in self._places and path:
            path = path[:-1]
        return self._places.get(path)


class _Scan:
    """Walks over a well-formed text line by line, and over the members of its values."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[Path, tuple[int, int]] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self._line, self._begin = 1, 0  # of the line that is looked at
        at = 0
        while at < len(text):
            at = self._take_line(at)

    def _take_line(self, at: int) -> int:
        text = self.text
        if header := _HEADER.match(text, at):
            path = self._resolved(_parts(header[2]), header[1] == "[[")
            self._note(path, header.start(1))
            self._table = path
            return self._next_line(header.end())
        if pair := _PAIR.match(text, at):
            path = (*self._table, *_parts(pair[1]))
            self._note(path, pair.start(1))
            return self._value(path, pair.end())
        return self._next_line(at)

    def _resolved(self, keys: Path, is_member: bool) -> Path:
        """Return the path of a table: of a list of tables the last one is meant."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, keys[-1])
        if is_member:
            self._counts[path] = self._counts.get(path, 0) + 1
            path = (*path, self._counts[path] - 1)
        return path

    def _value(self, path: Path, at: int) -> int:
        """Pass over a value, noting the members of lists; return where the next line begins."""
        stack: list[tuple[str, Path, int]] = []  # bracket, path of the collection, members so far
        awaits = True
        for token in _INLINE.finditer(self.text, at):
            word = token.group()
            if word == "\n":
                self._advance(token.end())
                if not stack:
                    return token.end()
                continue
            if word.startswith("#"):
                continue
            if word == "," and stack:
                bracket, above, number = stack[-1]
                stack[-1] = (bracket, above, number + 1)
                awaits = True
            elif word in "]}":
                stack.pop()
                awaits = False
            else:
                if awaits and stack and stack[-1][0] == "[":
                    self._note((*stack[-1][1], stack[-1][2]), token.start())
                if word in "[{":
                    inner = (*stack[-1][1], stack[-1][2]) if stack else path
                    stack.append((word, inner, 0))
                awaits = word == "["
                self._advance_over(token.start(), word)
        return len(self.text)

    def _advance_over(self, start: int, word: str) -> None:
        if "\n" in word:
            self._line += word.count("\n")
            self._begin = start + word.rindex("\n") + 1

    def _advance(self, at: int) -> None:
        self._line += 1
        self._begin = at

    def _next_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        self._advance(end + 1)
        return end + 1

    def _note(self, path: Path, at: int) -> None:
        if not self.places:
            self.places[()] = (self._line, at - self._begin + 1)
        self.places.setdefault(path, (self._line, at - self._begin + 1))


def _parts(keys: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(keys))
