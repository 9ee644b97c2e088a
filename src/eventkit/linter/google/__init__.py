"""The rules by which Google's search is asked for its verdict; only loaded for the profile."""

from __future__ import annotations

from eventkit.linter.google import details, event, video  # noqa: F401
from eventkit.linter.google.judged import ALL

__all__ = ["JUDGES"]

JUDGES = tuple(sorted(ALL, key=lambda one: one.code))
