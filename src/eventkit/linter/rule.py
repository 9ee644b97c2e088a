"""What a rule is: a small function with a code, a severity and a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import attrs

from eventkit.findings import Path, Severity
from eventkit.linter.subject import Subject

__all__ = ["ALL", "GOOGLE", "Fault", "Rule", "rule"]

GOOGLE = "google"  # the name of the profile

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Fault(NamedTuple):
    """One thing that a rule has to say about an event, or about its markup."""

    message: str
    hint: str
    path: Path = ()  # the field, from the event down; in markup the property
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
        kind: The kind of markup that it judges, for the profile ``google`` alone; None for a
            rule that looks at events, always.
        judged: Whether that profile asks it of the markup instead.
        strict: Its severity under the profile ``google``, where that is another.
        sessions: Whether it looks at the sessions of an event, too.
        needs: The field without which it has nothing to say; it is not asked then.
    """

    code: str
    severity: Severity
    source: str
    check: Callable[[Any], Iterable[Fault]]
    kind: str | None = None
    judged: bool = False
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
    judged: bool = False,
    strict: Severity | None = None,
    sessions: bool = True,
    needs: str | None = None,
) -> Callable[[Check], Check]:
    """Make a function a rule; it takes an event with what is known of it, and gives faults."""

    def register(check: Check) -> Check:
        ALL.append(Rule(code, severity, source, check, None, judged, strict, sessions, needs))
        return check

    return register
