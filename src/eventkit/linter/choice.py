"""Which codes are asked for and which are left out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import attrs

from eventkit import codes
from eventkit.errors import InvalidValueError

__all__ = ["Choice"]

_CODES = frozenset(value for name, value in vars(codes).items() if name.isupper())
_NAMES = {
    name.lower().replace("_", "-"): value for name, value in vars(codes).items() if name.isupper()
}


@attrs.frozen
class Choice:
    """
    Codes or their beginnings; the longer beginning decides, and of equal ones *ignore*.

    Args:
        select: What is asked for; empty means all.
        ignore: What is left out.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Choice:
        """
        Return the choice; names such as ``offset-contradicts-zone`` stand for their codes.

        Raises:
            InvalidValueError: No code begins like that.
        """
        return cls(_known(select), _known(ignore))

    def and_ignore(self, more: Iterable[str]) -> Choice:
        """Return the same choice without *more*."""
        return Choice(self.select, (*self.ignore, *_known(more)))

    def and_select(self, more: Iterable[str]) -> Choice:
        """Return the choice of *more* instead of what was asked for."""
        return Choice(_known(more), self.ignore)

    def takes(self, code: str) -> bool:
        """Whether findings with *code* are told."""
        return _takes(self, code)


@lru_cache(maxsize=4096)
def _takes(choice: Choice, code: str) -> bool:
    wanted = max((len(one) for one in choice.select if code.startswith(one)), default=-1)
    if choice.select and wanted < 0:
        return False
    left = max((len(one) for one in choice.ignore if code.startswith(one)), default=-1)
    return left < 0 or left < wanted


def _known(words: Iterable[str]) -> tuple[str, ...]:
    listed = [words] if isinstance(words, str) else list(words)
    found = []
    for word in listed:
        if not isinstance(word, str):
            raise InvalidValueError(f"{word!r:.40} is no code", "write e.g. 'EK7' or 'EK701'")
        for part in filter(None, word.replace(",", " ").split()):
            prefix = _NAMES.get(part.lower(), part.upper())
            if len(prefix) < 2 or not any(code.startswith(prefix) for code in _CODES):
                raise InvalidValueError(
                    f"no code begins with {part!r:.40}", "write e.g. EK7 or EK701"
                )
            found.append(prefix)
    return tuple(found)
