"""Enumerations whose values are the words that stand in documents."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from enum import Enum
from typing import Self

from eventkit.errors import InvalidValueError

__all__ = ["Word", "meant_by"]

_ONE_SLIP = 4  # letters from which on a word may differ from the one that is meant by one letter
_TWO_SLIPS = 8  # the same by two


def meant_by(slip: str, words: Iterable[str]) -> str | None:
    """
    Return the only one of *words* that *slip* is a slip of the pen for, or None.

    It differs by case, hyphens or underscores, and if it is long enough by one or two letters
    that are wrong, missing, too many or in the wrong order: ``descripton`` is ``description``.
    ``duration`` is not, being another word.
    """
    written = _letters(slip)
    allowed = (len(written) >= _ONE_SLIP) + (len(written) >= _TWO_SLIPS)
    near = [word for word in words if _distance(written, _letters(word), allowed) <= allowed]
    return near[0] if len(near) == 1 else None


def _letters(word: str) -> str:
    return word.casefold().replace("_", "").replace("-", "").replace(" ", "")


def _distance(one: str, two: str, most: int) -> int:
    """Return how many letters are to be changed, or more than *most* where that is enough."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, start=1):
        above, row = row, [i]
        for j, right in enumerate(two, start=1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == two[j - 2] and one[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)  # two letters in the wrong order
            row.append(cost)
        before = above
    return row[-1]


class Word(str, Enum):
    """A fixed word; an unknown one is refused with the nearest that is known."""

    __hash__ = str.__hash__  # a word equals its text, so both find the same key

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def _missing_(cls, value: object) -> Self:
        words = [str(member.value) for member in cls]
        written = str(value)[:60].lower()
        slip = meant_by(written, words)
        near = [slip] if slip else get_close_matches(written, words, n=1)
        raise InvalidValueError(
            f"{value!r:.60} is no {cls.__name__}",
            f"did you mean {near[0]!r}?" if near else "use one of: " + ", ".join(words),
        )
