"""
Which entries of a calendar refer to each other: changes to their series, parts to their event.

Names are compared without what spelling may differ in; so more entries may be taken for related
than are, which only means that they are read together.
Source: RFC 5545 §3.8.4.4 (``RECURRENCE-ID``), §3.8.4.5 (``RELATED-TO``), §3.8.4.7 (``UID``).
"""

from __future__ import annotations

import re

import attrs

__all__ = ["Links", "Named", "named"]

_FOLD = re.compile(rb"[\r\n]+[ \t]")
_PROPERTY = re.compile(
    rb"\n(BEGIN|END|UID|RECURRENCE-ID|RELATED-TO)(?=[ \t:;])([^\n]*(?:[\r\n]+[ \t][^\n]*)*)",
    re.IGNORECASE,
)
_FOLDED_NAME = re.compile(rb"\n[A-Z-]{1,20}\s*\n[ \t]", re.IGNORECASE)
_QUOTED = re.compile(rb'((?:[^":\n]|"[^"\n]*")*):([^\n]*)')
_OTHER_KIND = re.compile(rb';RELTYPE="?(?!PARENT)[A-Z]', re.IGNORECASE)
_SPELLING = re.compile(rb"\\[nN]|[^0-9A-Za-z\x80-\xff]+")
_KEY_MAX = 200


@attrs.frozen
class Named:
    """
    What an entry is called, and what it refers to.

    Args:
        key: Its UID; None when it has none.
        parents: UIDs of the events that it says it is a part of.
        is_change: Whether it is a changed occurrence.
    """

    key: bytes | None
    parents: tuple[bytes, ...] = ()
    is_change: bool = False


def named(entry: bytes) -> Named:
    """Return what the lines of an entry say of that."""
    uid: bytes | None = None
    parents = []
    is_change = False
    depth = 0
    if _FOLDED_NAME.search(entry):
        entry = _FOLD.sub(b"", entry)
    for found in _PROPERTY.finditer(b"\n" + entry):
        name = found[1].upper()
        if name in (b"BEGIN", b"END"):
            depth += 1 if name == b"BEGIN" else -1
        elif depth == 1:
            parameters, value = _split(_FOLD.sub(b"", found[2]))
            if name == b"UID":
                uid = value if uid is None else uid
            elif name == b"RECURRENCE-ID":
                is_change = True
            elif not _OTHER_KIND.search(parameters):
                parents.append(value)
    return Named(uid or None, tuple(parents), is_change)


def _split(rest: bytes) -> tuple[bytes, bytes]:
    """Return the parameters of a property and its value in one spelling."""
    match = _QUOTED.match(rest)
    parameters, value = match.groups() if match else rest.partition(b":")[::2]
    return parameters, _SPELLING.sub(b"", value)[:_KEY_MAX]


class Links:
    """The entries of a calendar that are changes or parts, and what they refer to."""

    def __init__(self) -> None:
        self._parents: dict[bytes, tuple[bytes, ...]] = {}

    def __bool__(self) -> bool:
        return bool(self._parents)

    def add(self, entry: Named) -> None:
        """Take note of an entry, if it refers to another."""
        if entry.key and (entry.parents or entry.is_change):
            known = self._parents.get(entry.key, ())
            self._parents[entry.key] = tuple(dict.fromkeys((*known, *entry.parents)))

    def keys(self) -> set[bytes]:
        """Return the UIDs that others refer to, or that refer to others."""
        return {*self._parents, *(one for parents in self._parents.values() for one in parents)}

    def groups(self, present: set[bytes]) -> dict[bytes, bytes]:
        """Return of each UID that there is, the one that stands for all it belongs to."""
        leaders = {key: key for key in present}

        def leader(key: bytes) -> bytes:
            while leaders[key] != key:
                leaders[key] = key = leaders[leaders[key]]
            return key

        for key, parents in self._parents.items():
            for parent in parents:
                if key in leaders and parent in leaders:
                    leaders[leader(parent)] = leader(key)
        return {key: leader(key) for key in present}
