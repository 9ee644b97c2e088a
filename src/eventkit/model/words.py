"""Enumerations whose values are the words that stand in documents."""

from __future__ import annotations

from difflib import get_close_matches
from enum import Enum
from typing import Self

from eventkit.errors import InvalidValueError

__all__ = ["Word"]


class Word(str, Enum):
    """A fixed word; an unknown one is refused with the nearest that is known."""

    __hash__ = str.__hash__  # a word equals its text, so both find the same key

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def _missing_(cls, value: object) -> Self:
        words = [str(member.value) for member in cls]
        near = get_close_matches(str(value)[:60].lower(), words, n=1)
        raise InvalidValueError(
            f"{value!r:.60} is no {cls.__name__}",
            f"did you mean {near[0]!r}?" if near else "use one of: " + ", ".join(words),
        )
