"""An object of somebody else's format, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from eventkit import codes
from eventkit.findings import Severity
from eventkit.foreign.notes import Notes
from eventkit.plain.paths import Path
from eventkit.plain.scalars import type_word

__all__ = ["Fields", "line_of", "text_of"]

_NOTHING: tuple[Any, ...] = (None, "", [], {})
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SEEN = re.compile("[^\\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
_LEAVES_MAX = 1_000  # fields of one object that are named
_DEPTH_MAX = 10
_WHOLE_MAX = 999_999_999


def text_of(value: str) -> str | None:
    """Return a text as the model takes it: lines end in a newline, other controls are gone."""
    return _CONTROL.sub("", _BREAK.sub("\n", value)).strip() or None


def line_of(value: str) -> str | None:
    """Return a text on one line."""
    return re.sub(r"[ \t]*\n[ \t\n]*|\t", " ", text_of(value) or "") or None


def _is_nothing(value: Any) -> bool:
    """Whether a value says nothing, as a text of blanks does not."""
    return value in _NOTHING or (isinstance(value, str) and _SEEN.search(value) is None)


class Fields:
    """
    Hands out the fields of an object, and knows which nobody asked for.

    Each method marks its field as taken. A value of another type than the one that is asked for
    is reported, and counts as absent.

    Args:
        data: The object.
        path: Where it stands in the source.
        notes: Takes the findings.
    """

    def __init__(self, data: Mapping[str, Any], path: Path, notes: Notes) -> None:
        self.data = data
        self.path = path
        self.notes = notes
        self._taken: set[str] = set()
        self._inner: list[Fields] = []

    def __contains__(self, key: str) -> bool:
        return not _is_nothing(self.data.get(key))

    def at(self, key: str) -> Path:
        """Return the place of a field."""
        return (*self.path, key)

    def take(self, key: str) -> Any:
        """Return the value as it is, or None."""
        self._taken.add(key)
        value = self.data.get(key)
        return None if _is_nothing(value) else value

    def known(self, *keys: str) -> None:
        """Take fields whose value says nothing about the event, such as the name of the type."""
        self._taken.update(key for key in keys if not isinstance(self.data.get(key), dict | list))

    def elsewhere(self, *keys: str) -> None:
        """Take fields that somebody else reads or reports, with all that is in them."""
        self._taken.update(keys)

    def leave(self, key: str) -> None:
        """Report a field that was looked at but has no place."""
        self._taken.add(key)
        if not _is_nothing(self.data.get(key)):
            self.notes.left(self.at(key))

    def leave_all(self) -> None:
        """Report the object as a whole."""
        self.notes.left(self.path)
        self.elsewhere(*self.data)

    def text(self, key: str, severity: Severity = Severity.WARNING) -> str | None:
        """
        Return a text, which may have lines; a number is taken for its digits.

        Something else is a finding of that severity.
        """
        value = self.take(key)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            value = str(value)
        if value is None or isinstance(value, str):
            return None if value is None else text_of(value)
        self._wrong(key, "text", value, severity=severity)
        return None

    def line(self, key: str, severity: Severity = Severity.WARNING) -> str | None:
        """Return a text on one line."""
        value = self.text(key, severity)
        return None if value is None else line_of(value)

    def whole(self, key: str) -> int | None:
        """Return a whole number, which may stand in a text."""
        value = self.take(key)
        if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value.strip(), re.ASCII):
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _WHOLE_MAX:
            return value
        if value is not None:
            self._wrong(key, "a whole number of at most nine digits", value)
        return None

    def flag(self, key: str) -> bool | None:
        """Return true or false."""
        value = self.take(key)
        if value is None or isinstance(value, bool):
            return value
        self._wrong(key, "true or false", value)
        return None

    def inner(self, key: str) -> Fields:
        """Return an object inside this one, empty when it is not there."""
        value = self.take(key)
        if value is not None and not isinstance(value, Mapping):
            self._wrong(key, "an object", value)
            value = None
        return self._child(value or {}, self.at(key))

    def inners(self, key: str, severity: Severity = Severity.WARNING) -> list[Fields]:
        """
        Return the objects of a list; one alone counts as a list of one.

        Something else in it is a finding of that severity.
        """
        value = self.take(key)
        if isinstance(value, Mapping):
            return [self._child(value, self.at(key))]
        found = []
        for number, item in enumerate(self._list(key, value)):
            if isinstance(item, Mapping):
                found.append(self._child(item, (*self.at(key), number)))
            elif not _is_nothing(item):
                self._wrong(key, "an object", item, number, severity)
        return found

    def named(self, key: str) -> dict[str, Fields]:
        """Return the objects of a map by their names."""
        outer = self.inner(key)
        found = {}
        for name in outer.data:
            if isinstance(name, str) and isinstance(outer.data[name], Mapping):
                found[name] = outer.inner(name)
            else:
                outer.take(str(name))
                outer._wrong(str(name), "an object", outer.data[name])
        return found

    def lines(self, key: str) -> list[str]:
        """Return the texts of a list; one alone counts as a list of one."""
        value = self.take(key)
        if isinstance(value, str):
            value = [value]
        found = []
        for number, item in enumerate(self._list(key, value)):
            if isinstance(item, str):
                found.append(line_of(item))
            elif not _is_nothing(item):
                self._wrong(key, "text", item, number)
        return [line for line in found if line]

    def members(self, key: str) -> list[Any]:
        """Return the members of a list as they are."""
        return self._list(key, self.take(key))

    def finish(self) -> None:
        """Report every field, here and further in, that nobody asked for."""
        for key, value in self.data.items():
            if key not in self._taken:
                self._report(value, self.at(str(key)))
        for child in self._inner:
            child.finish()

    def _child(self, data: Mapping[str, Any], path: Path) -> Fields:
        child = Fields(data, path, self.notes)
        self._inner.append(child)
        return child

    def _list(self, key: str, value: Any) -> list[Any]:
        if value is None or isinstance(value, list):
            return value or []
        self._wrong(key, "a list", value)
        return []

    def _wrong(
        self,
        key: str,
        wanted: str,
        value: Any,
        number: int | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        at = self.at(key) if number is None else (*self.at(key), number)
        message = f"{wanted} is wanted, not {type_word(value)}; it is left out"
        self.notes.add(codes.WRONG_TYPE, severity, message, path=at)

    def _report(self, value: Any, path: Path) -> None:
        """Name each single field of what was left out, as far as that is bearable."""
        waiting = [(value, path)]
        for _ in range(_LEAVES_MAX):
            if not waiting:
                return
            value, path = waiting.pop()
            children: list[tuple[Any, Path]] = []
            if len(path) < len(self.path) + _DEPTH_MAX:
                if isinstance(value, Mapping):
                    children = [(child, (*path, str(key))) for key, child in value.items()]
                elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
                    children = [(child, (*path, n)) for n, child in enumerate(value)]
            if children:
                waiting += reversed(children)
            elif not _is_nothing(value):
                self.notes.left(path)
        self.notes.left(path)
