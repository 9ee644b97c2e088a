"""What a rule is: a small function with a code, a severity and a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import attrs

from eventkit.findings import Path, Severity
from eventkit.linter.subject import Subject

__all__ = ["ALL", "GOOGLE", "Fault", "Rule", "rule"]

GOOGLE = "google"  # the name of the profile

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Fault(NamedTuple):
    """One thing that a rule has to say about an event."""

    message: str
    hint: str
    path: Path = ()  # the field, from the event down
    severity: Severity | None = None  # where it is not that of the rule


Check = Callable[[Subject], Iterable[Fault]]


@attrs.frozen
class Rule:
    """
    One rule.

    Args:
        code: Of its findings.
        severity: Of its findings, unless one says otherwise.
        source: Who says so.
        check: The function.
        profile: The profile that it belongs to; None is always.
        strict: Its severity under the profile ``google``, where that is another.
        sessions: Whether it looks at the sessions of an event, too.
        needs: The field without which it has nothing to say; it is not asked then.
    """

    code: str
    severity: Severity
    source: str
    check: Check
    profile: str | None = None
    strict: Severity | None = None
    sessions: bool = True
    needs: str | None = None

    @property
    def name(self) -> str:
        """The name of the function."""
        return self.check.__name__


ALL: list[Rule] = []


def rule(
    code: str,
    severity: Severity,
    source: str,
    *,
    profile: str | None = None,
    strict: Severity | None = None,
    sessions: bool = True,
    needs: str | None = None,
) -> Callable[[Check], Check]:
    """Make a function a rule; it takes an event with what is known of it, and gives faults."""

    def register(check: Check) -> Check:
        ALL.append(Rule(code, severity, source, check, profile, strict, sessions, needs))
        return check

    return register
