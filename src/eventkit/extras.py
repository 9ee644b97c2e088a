"""Libraries behind an extra: imported when they are used, with word of what to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from eventkit.errors import MissingExtraError

__all__ = ["load"]


def load(module: str, extra: str) -> Any:
    """
    Return the library *module*, which the extra *extra* installs.

    Raises:
        MissingExtraError: It is not installed; the hint says how to get it.
    """
    try:
        return import_module(module)
    except ImportError as exc:
        raise MissingExtraError(
            f"{module.partition('.')[0]} is not installed",
            f"pip install 'webinar-eventkit[{extra}]'",
        ) from exc
