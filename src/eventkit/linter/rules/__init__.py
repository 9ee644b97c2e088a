"""The rules, by subject; importing this registers them all, in the order of their codes."""

from __future__ import annotations

from eventkit.linter.rule import ALL
from eventkit.linter.rules import (  # noqa: F401
    addresses,
    clockgaps,
    identity,
    missing,
    money,
    people,
    pictures,
    statements,
    status,
    texts,
    times,
    titles,
)

__all__ = ["RULES"]

RULES = tuple(sorted(ALL, key=lambda one: one.code))
