"""The place of a value in plain data."""

from __future__ import annotations

from collections.abc import Callable

from eventkit.findings import Path, path_text

__all__ = ["Path", "Where", "nowhere", "path_text"]

Where = Callable[[Path], tuple[int, int] | None]  # 1-based line and column


def nowhere(_: Path) -> None:
    """Say that the line is not known."""
