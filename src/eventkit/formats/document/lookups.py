"""Values that name a member of another list: ``affiliation: 2`` of ``affiliations: [...]``."""

from __future__ import annotations

import re
from typing import Any

import attrs

__all__ = ["Lookup", "lookup_of"]

_LOOKUP = re.compile(r"([^\[\]]{1,200})\[([^\[\].]{1,60})\](?:\.([^\[\]]{1,200}))?")


@attrs.frozen
class Lookup:
    """
    Where a value is looked up.

    Args:
        members: The path of the list.
        key: What of a member is compared with the value.
        wanted: The path in the member of what is meant; empty for the member itself.
    """

    members: tuple[str, ...]
    key: str
    wanted: tuple[str, ...] = ()

    def find(self, data: dict[str, Any], value: Any) -> Any:
        """Return what the value means, or None where no member has it."""
        listed = _inside(data, self.members)
        for member in listed if isinstance(listed, list) else [listed]:
            if isinstance(member, dict) and str(member.get(self.key)) == str(value):
                return _inside(member, self.wanted)
        return None


def lookup_of(text: str) -> Lookup | None:
    """Return what ``affiliations[index].name`` says, or None where it says nothing."""
    found = _LOOKUP.fullmatch(text)
    if found is None:
        return None
    wanted = tuple(found[3].split(".")) if found[3] else ()
    return Lookup(tuple(found[1].split(".")), found[2], wanted)


def _inside(value: Any, path: tuple[str, ...]) -> Any:
    for part in path:
        value = value.get(part) if isinstance(value, dict) else None
    return value
