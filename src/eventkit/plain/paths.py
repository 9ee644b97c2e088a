"""The place of a value in plain data."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Path", "Where", "nowhere", "path_text"]

Path = tuple[str | int, ...]  # keys and 0-based positions, from the root of the document
Where = Callable[[Path], tuple[int, int] | None]  # 1-based line and column


def nowhere(_: Path) -> None:
    """Say that the line is not known."""


def path_text(path: Path) -> str:
    """Return a path as people write it: ``speakers[0].affiliations[1].title``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")
