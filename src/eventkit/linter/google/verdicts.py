"""The second verdict: what Google makes of the markup, that of a page or that of an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from eventkit.findings import Finding, Origin, Reading, Severity
from eventkit.formats.jsonld.nodes import nodes_of_event
from eventkit.formats.jsonld.reading.nodes import Node
from eventkit.linter.google import JUDGES
from eventkit.linter.google.event import INELIGIBLE
from eventkit.linter.google.judged import Judged, document_path
from eventkit.linter.rule import Fault, Rule
from eventkit.plain.paths import path_text

__all__ = ["Verdicts"]


class Verdicts:
    """
    Judges markup, and counts the events that are eligible.

    Args:
        now: The present moment, or None.
    """

    def __init__(self, now: datetime | None) -> None:
        self.now = now
        self.judged = self.eligible = 0

    def of(
        self, reading: Reading, origins: Iterable[Origin], file: str | None
    ) -> Iterator[Finding]:
        """Yield what is said of the things on a page, or of what is written for its events."""
        if reading.nodes is not None:
            nodes = list(reading.nodes())
            for number, node in enumerate(nodes):
                path = (number,) if len(nodes) > 1 else ()
                yield from self._node(node, number, Origin(path), file)
            return
        for event, origin in zip(reading.events, origins, strict=True):
            for node in nodes_of_event(event):
                yield from self._node(node, 0, origin, file)

    def _node(self, node: Node, number: int, origin: Origin, file: str | None) -> Iterator[Finding]:
        kind = "VideoObject" if node.base or node.is_a("VideoObject") else "Event"
        judged = Judged(node, self.now, number)
        barred = False
        for rule in JUDGES:
            if rule.kind == kind:
                for fault in rule.check(judged):
                    found = _finding(rule, fault, node, origin, file)
                    critical = found.severity is Severity.ERROR
                    barred = barred or critical or rule.code in INELIGIBLE
                    yield found
        if kind == "Event":
            self.judged += 1
            self.eligible += not barred


def _finding(rule: Rule, fault: Fault, node: Node, origin: Origin, file: str | None) -> Finding:
    path = (*node.base, *fault.path)
    if node.event is not None:
        path = document_path(path, node.event)
        line, column = origin.place(path) or (None, None)
    else:
        line, column = node.place(fault.path)
        path = node.shown(fault.path)
    return Finding(
        rule.code,
        Severity(fault.severity or rule.severity),
        fault.message,
        fault.hint,
        file=file,
        line=line,
        column=column,
        path=path_text((*origin.path, *path)) or None,
    )
