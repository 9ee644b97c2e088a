"""The findings of one reading: one by one, or once a kind with a count."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import attrs

from eventkit import codes
from eventkit.findings import Collected, Finding, Severity

__all__ = ["Errors", "Lines", "Notes"]

_KINDS_MAX = 200
Lines = Callable[[], list[int]]  # of each unfolded line the 1-based line in the source


@attrs.define
class _Kind:
    """A finding that is given once, however often it applies."""

    code: str
    severity: Severity
    message: str
    hint: str | None
    at: int | None
    count: int = 1


class Notes:
    """
    Collects the findings.

    Args:
        file: Name of the source.
        lines: Tells of each unfolded line the number of the line in which it begins.
    """

    bound: ClassVar[int] = 1_000  # findings that are kept
    errors_alone: ClassVar[bool] = False

    def __init__(self, file: str | None, lines: Lines) -> None:
        self._file = file
        self._numbers = lines
        self._single = Collected(self.bound)
        self._kinds: dict[str, _Kind] = {}
        self.errors_at: set[int | None] = set()  # every line of an error, also of those once told

    def add(
        self,
        code: str,
        severity: Severity,
        message: str,
        hint: str | None = None,
        *,
        at: int | None = None,
        path: str | None = None,
    ) -> None:
        """Add one finding; past a bound they are only counted, the errors among them apart."""
        if severity is Severity.ERROR:
            self.errors_at.add(at)
        elif self.errors_alone:
            return
        line = self._line(at)
        self._single.add(
            Finding(code, severity, message, hint, file=self._file, line=line, path=path)
        )

    def _line(self, at: int | None) -> int | None:
        if at is None:
            return None
        numbers = self._numbers()
        return numbers[at] if at < len(numbers) else None

    def once(
        self,
        code: str,
        severity: Severity,
        message: str,
        hint: str | None = None,
        *,
        at: int | None = None,
    ) -> None:
        """Add a finding that is given once, with the first line and the number of times."""
        if self.errors_alone:
            self.add(code, severity, message, hint, at=at)
            return
        if severity is Severity.ERROR:
            self.errors_at.add(at)
        known = self._kinds.get(message)
        if known is not None:
            known.count += 1
        elif len(self._kinds) < _KINDS_MAX:
            self._kinds[message] = _Kind(code, severity, message, hint, at)
        else:
            self._single.skip()

    def repaired(self, message: str, hint: str | None = None, *, at: int | None = None) -> None:
        """Add what was broken and is read all the same."""
        self.once(codes.REPAIRED, Severity.WARNING, message, hint, at=at)

    def not_carried(self, what: str, hint: str | None = None, *, at: int | None = None) -> None:
        """Add what has no place in the model."""
        self.once(codes.NOT_CARRIED, Severity.INFO, f"{what} is not carried", hint, at=at)

    def findings(self) -> list[Finding]:
        """Return all findings, in the order of the lines."""
        found = self._single.told(self._file)
        for kind in self._kinds.values():
            line = self._line(kind.at)
            times = f" ({kind.count:,} times)" if kind.count > 1 else ""
            message = kind.message + times
            found.append(
                Finding(kind.code, kind.severity, message, kind.hint, file=self._file, line=line)
            )
        return sorted(found, key=lambda one: one.line or 0)


class Errors(Notes):
    """Collects the errors alone, each where it is, for those who put entries aside."""

    bound = 1_000_000_000
    errors_alone = True
