"""What is wrong with a date-and-time statement, and at which position of it."""

from __future__ import annotations

import attrs

from eventkit.findings import Severity

__all__ = ["Problem", "RefusedError"]


@attrs.frozen
class Problem:
    """What is to be said about a statement, and at which position of it."""

    code: str
    severity: Severity
    message: str
    hint: str | None = None
    at: int = 0


class RefusedError(Exception):
    """The statement determines no slot; it never leaves this package."""

    def __init__(self, code: str, message: str, hint: str | None = None, at: int = 0) -> None:
        super().__init__(message)
        self.problem = Problem(code, Severity.ERROR, message, hint, at)
