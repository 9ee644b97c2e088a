"""The findings of one reading, what is left out counted by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from eventkit import codes
from eventkit.findings import Collected, Finding, Reading, Severity
from eventkit.model import Event
from eventkit.plain.paths import Path, Where, nowhere, path_text

__all__ = ["Notes"]

KINDS_MAX = 300  # kinds of fields that are reported one by one
_WORD_MAX = 60  # characters of a key


@attrs.define
class _Left:
    first: Path
    count: int = 0


class Notes:
    """
    Collects findings.

    Args:
        where: Finds the line and column of a path in the source.
        file: Name of the source.

    Attributes:
        shorten: What is left off at the front of the name of a field, as it says only where the
            object stands.
    """

    def __init__(self, where: Where = nowhere, file: str | None = None) -> None:
        self._where = where
        self._file = file
        self.shorten = re.compile(r"\[\]\.")
        self._found = Collected()
        self._left: dict[str, _Left] = {}

    def add(
        self,
        code: str,
        severity: Severity,
        message: str,
        hint: str | None = None,
        path: Path = (),
    ) -> None:
        """Add one finding; *path* is the place in the source."""
        line, column = self._where(path) or (None, None)
        self._found.add(
            Finding(
                code,
                severity,
                message,
                hint,
                file=self._file,
                line=line,
                column=column,
                path=path_text(tuple(_cut(part) for part in path)) or None,
            )
        )

    def error(self, code: str, message: str, hint: str | None = None, path: Path = ()) -> None:
        """Add a finding that costs an event."""
        self.add(code, Severity.ERROR, message, hint, path)

    def warn(self, code: str, message: str, hint: str | None = None, path: Path = ()) -> None:
        """Add a finding that somebody should look at."""
        self.add(code, Severity.WARNING, message, hint, path)

    def left(self, path: Path) -> None:
        """Count a field that is not carried over."""
        kind = re.sub(r"\[\d+\]", "[]", path_text(tuple(_cut(part) for part in path)))
        if match := self.shorten.match(kind):
            kind = kind[match.end() :]
        if kind not in self._left and len(self._left) >= KINDS_MAX:
            kind = "more"
        self._left.setdefault(kind, _Left(path)).count += 1

    def findings(self) -> tuple[Finding, ...]:
        """Return all, those about fields that were left out last and once for each kind."""
        rest = Notes(self._where, self._file)
        for kind, left in self._left.items():
            times = f", {left.count} times" if left.count > 1 else ""
            name = "still other fields are" if kind == "more" else f"{kind!r} is"
            message = f"{name} not carried over{times}"
            rest.add(codes.NOT_CARRIED, Severity.INFO, message, path=left.first)
        return (*self._found.told(self._file), *rest._found.told())

    def reading(self, events: Iterable[Event], doubtful: frozenset[int] | None = None) -> Reading:
        """
        Return *events* with all findings; that there is none of them is said, too.

        Args:
            events: What was read.
            doubtful: Numbers of the events that an error is about, when that is known.
        """
        found = tuple(events)
        if not found and all(one.severity is Severity.INFO for one in self._found.told()):
            self.warn(codes.EMPTY, "there is no event in it", "check that it is the right file")
        return Reading(found, self.findings(), doubtful=doubtful)


def _cut(part: str | int) -> str | int:
    """Keep a key of the source on one short line."""
    if isinstance(part, int):
        return part
    return re.sub(r"[^\w$@:/ -]", "_", part[:_WORD_MAX])
