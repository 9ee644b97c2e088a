"""
Everything eventkit raises.

    EventkitError
    ├── InvalidValueError (ValueError)
    │   ├── NaiveDatetimeError       a time without a zone
    │   ├── EmptyTimeSlotError       an end that is not after its start
    │   ├── NonexistentTimeError     a local time that the clocks skip
    │   ├── AmbiguousTimeError       a local time that happens twice
    │   ├── PublicSecretError        a passcode in what is public
    │   ├── UnknownTimeZoneError (LookupError)
    │   └── UnknownFormatError (LookupError)
    ├── ReadError (ValueError)       text that does not become an event
    ├── WriteError (ValueError)      an event that a format cannot carry
    └── MissingExtraError (ImportError)

Each error says what is wrong (``message``) and what to type instead (``hint``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventkit.findings import Finding

__all__ = [
    "AmbiguousTimeError",
    "EmptyTimeSlotError",
    "EventkitError",
    "InvalidValueError",
    "MissingExtraError",
    "NaiveDatetimeError",
    "NonexistentTimeError",
    "PublicSecretError",
    "ReadError",
    "UnknownFormatError",
    "UnknownTimeZoneError",
    "WriteError",
]


class EventkitError(Exception):
    """
    The root of all errors raised on purpose.

    Args:
        message: What is wrong with the value, naming it.
        hint: What to type instead, or None when the message says it all.
    """

    def __init__(self, message: str, hint: str | None = None, /) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class InvalidValueError(EventkitError, ValueError):
    """A value that the model or a function refuses."""


class NaiveDatetimeError(InvalidValueError):
    """A date-time without a UTC offset, so that its instant is unknown."""


class EmptyTimeSlotError(InvalidValueError):
    """A time slot that ends when or before it starts."""


class NonexistentTimeError(InvalidValueError):
    """A local time inside a gap: the clocks jump over it. Source: RFC 5545 §3.3.5."""


class AmbiguousTimeError(InvalidValueError):
    """A local time inside a fold: the clocks show it twice. Source: RFC 5545 §3.3.5."""


class PublicSecretError(InvalidValueError):
    """A public address that carries a passcode, or a public text that shows the way in."""


class UnknownTimeZoneError(InvalidValueError, LookupError):
    """A name that is no IANA time zone, alias or offset."""


class UnknownFormatError(InvalidValueError, LookupError):
    """A name that is no format, or input whose format cannot be recognised."""


class ReadError(EventkitError, ValueError):
    """
    Text that does not become events.

    Args:
        message: The first problem.
        hint: What to type instead.
        findings: All problems found, in the order of the text.
    """

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        findings: tuple[Finding, ...] = (),
        /,
    ) -> None:
        super().__init__(message, hint)
        self.args = (message, hint, findings)
        self.findings = findings

    def __str__(self) -> str:
        if len(self.findings) > 1:
            return "\n".join(str(finding) for finding in self.findings)
        return str(self.findings[0]) if self.findings else super().__str__()


class WriteError(EventkitError, ValueError):
    """An event that the chosen format cannot carry truthfully."""


class MissingExtraError(EventkitError, ImportError):
    """A library of an extra that is not installed; the hint says what to install."""
