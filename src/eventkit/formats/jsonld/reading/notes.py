"""What there is to say about a source, in order."""

from __future__ import annotations

from eventkit.findings import Collected, Finding, Severity

__all__ = ["Notes"]

_MANY_MAX = 10_000


class Notes:
    """Collects findings, each once."""

    def __init__(self) -> None:
        self._kept = Collected(_MANY_MAX)
        self._known: set[Finding] = set()

    def add(
        self,
        code: str,
        severity: Severity,
        message: str,
        hint: str | None = None,
        *,
        place: tuple[int | None, int | None] = (None, None),
        path: str | None = None,
    ) -> None:
        """Add a finding, once."""
        line, column = place
        finding = Finding(code, severity, message, hint, line=line, column=column, path=path)
        if finding not in self._known:
            self._known.add(finding)
            self._kept.add(finding)

    @property
    def found(self) -> list[Finding]:
        """All of them, in order."""
        return self._kept.told()
