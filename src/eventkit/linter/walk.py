"""Which files of a folder are looked at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from eventkit.errors import InvalidValueError
from eventkit.registry import FORMATS

__all__ = ["event_files"]

# Not events, though they end like them.
_NO_EVENTS = frozenset(
    {"eventkit.toml", "pyproject.toml", "package.json", "package-lock.json", "tsconfig.json"}
)
_ONLY_BY_NAME = frozenset({"text", "csv"})  # formats whose files in a folder are mostly no events
_SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})


def event_files(paths: Iterable[str]) -> Iterator[str]:
    """
    Return the files that *paths* name or have in them, each once, those of a folder sorted.

    Hidden files and folders are passed over unless they are named, and links to folders are not
    followed. A path that does not exist is returned, so that opening it says so.
    """
    endings = tuple(
        ending
        for name, found in FORMATS.items()
        if found.reader and name not in _ONLY_BY_NAME
        for ending in found.suffixes
    )
    seen: set[str] = set()
    listed = list(paths)
    for path in listed:
        if "\0" in path:
            raise InvalidValueError("a path holds a null character", "remove it")
        for file in _walk(path, endings) if os.path.isdir(path) else (path,):
            if len(listed) == 1:  # nothing can come twice
                yield file
                continue
            real = os.path.abspath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _walk(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in _SKIPPED
        )
        for name in sorted(names):
            if name.startswith(".") or name in _NO_EVENTS:
                continue
            if name.lower().endswith(endings):
                file = os.path.join(above, name)
                if not name.lower().endswith(".md") or _has_front_matter(file):
                    yield file


def _has_front_matter(file: str) -> bool:
    """Whether a Markdown file begins with front matter; one that does not is a page."""
    try:
        with open(file, "rb") as opened:
            return opened.read(10).lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++"))
    except OSError:
        return True  # so that reading it says what is wrong
