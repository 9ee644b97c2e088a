"""What only several events together show: the same uid, the same event, the same page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

import attrs

from eventkit import codes
from eventkit.findings import Finding, Origin, Severity
from eventkit.linter.choice import Choice
from eventkit.linter.rule import GOOGLE
from eventkit.model import Event
from eventkit.plain.paths import path_text

__all__ = ["Identities"]

_NO_LETTER = re.compile(r"[\W_]+")


@attrs.frozen
class _Known:
    """What is kept of an event that was seen."""

    uid: str
    title: str
    start: datetime | date
    url: str | None
    file: str | None
    kind: str | None
    path: str | None
    origin: Origin | tuple[int, int] | None
    number: int
    choice: Choice

    @property
    def place(self) -> tuple[int, int] | None:
        return self.origin.place() if isinstance(self.origin, Origin) else self.origin

    def named(self, near: _Known) -> str:
        """Return how the finding about *near* names this event."""
        line = self.place
        if self.file == near.file:
            return f"line {line[0]}" if line else (self.path or f"event {self.number + 1}")
        return f"{self.file}:{line[0]}" if line else (self.file or "another")


class Identities:
    """
    Remembers what each event is known by.

    Args:
        profile: ``google`` wants a page for each event.
    """

    def __init__(self, profile: str | None = None) -> None:
        self._profile = profile
        self._events: list[_Known] = []

    def add(
        self, event: Event, origin: Origin, file: str | None, kind: str | None, choice: Choice
    ) -> None:
        """Remember an event."""
        slot = event.slot
        self._events.append(
            _Known(
                event.uid,
                _NO_LETTER.sub("", event.name.casefold()) or event.name,
                slot.start_utc or slot.start,
                event.url,
                file,
                kind,
                path_text(origin.path) or None,
                # A place in a list takes a walk over the whole file, so it is put off.
                origin if origin.path else origin.place(),
                len(self._events),
                choice,
            )
        )

    def findings(self) -> list[Finding]:
        """Return a finding at each event that is there already."""
        return [found for found in self._all()]

    def _all(self) -> Iterator[Finding]:
        uids: dict[str, list[_Known]] = {}
        titles: dict[tuple[str, object], _Known] = {}
        pages: dict[str, _Known] = {}
        for known in self._events:
            others = uids.setdefault(known.uid, [])
            yield from _same_uid(known, others)
            others.append(known)
            first = titles.setdefault((known.title, known.start), known)
            if first is not known and first.uid != known.uid and first.kind == known.kind:
                yield from _told(
                    known,
                    codes.SAME_EVENT,
                    Severity.WARNING,
                    f"the same title and start as {first.named(known)}, with another uid",
                    "remove one of the two; an event that is changed keeps its uid",
                )
            if self._profile == GOOGLE and known.url:
                first = pages.setdefault(known.url, known)
                if first is not known and first.uid != known.uid:
                    yield from _told(
                        known,
                        codes.GOOGLE_SAME_PAGE,
                        Severity.WARNING,
                        f"the same page as {first.named(known)}",
                        "Google asks for a page for each event; give it its own url",
                    )


def _same_uid(known: _Known, others: list[_Known]) -> Iterator[Finding]:
    if not others:
        return
    twin = next((o for o in others if o.title == known.title and o.start == known.start), None)
    if twin is None:
        yield from _told(
            known,
            codes.SAME_UID,
            Severity.ERROR,
            f"the same uid as {others[0].named(known)}, which is another event",
            "give one of them a uid of its own; one that is not written follows from url, else"
            " from organizer and name",
        )
    elif twin.kind == known.kind:
        yield from _told(
            known,
            codes.SAME_EVENT,
            Severity.WARNING,
            f"the same event as {twin.named(known)}",
            "remove one of the two",
        )


def _told(
    known: _Known, code: str, severity: Severity, message: str, hint: str
) -> Iterator[Finding]:
    if known.choice.takes(code):
        line, column = known.place or (None, None)
        yield Finding(
            code,
            severity,
            message,
            hint,
            file=known.file,
            line=line,
            column=column,
            path=known.path,
        )
