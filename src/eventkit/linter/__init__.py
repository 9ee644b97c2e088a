"""The linter: small rules about events, and what runs them over files."""

from __future__ import annotations

from eventkit.linter.checking import Linter, lint
from eventkit.linter.rule import Rule
from eventkit.linter.rules import RULES

__all__ = ["RULES", "Linter", "Rule", "lint"]
