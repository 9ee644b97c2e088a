"""Markup as the rules of a search engine look at it, and where it says what a document says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time, timedelta

from eventkit.errors import EventkitError
from eventkit.findings import Path, Severity
from eventkit.formats.jsonld.reading.moments import Moment, moment
from eventkit.formats.jsonld.reading.nodes import Node
from eventkit.linter.rule import Fault, Rule
from eventkit.model import Event

__all__ = ["ALL", "Judged", "document_path", "judge"]

ALL: list[Rule] = []

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_FIELDS: dict[str, Path] = {
    "startDate": ("slot", "start"),
    "endDate": ("slot", "end"),
    "eventStatus": ("status",),
    "eventAttendanceMode": ("locations",),
    "superEvent": ("recurrence",),
}
_LISTS = {
    "location": "locations",
    "performer": "speakers",
    "organizer": "co_organizers",
    "offers": "offers",
    "image": "images",
    "recordedIn": "recordings",
}
_WORDS = {"price_currency": "currency", "valid_through": "valid_until"}


class Judged:
    """
    A thing of markup that is judged.

    Args:
        node: The thing.
        now: The present moment, or None.
        number: Which of the events of its page it is, from 0.
    """

    __slots__ = ("node", "now", "number")

    def __init__(self, node: Node, now: datetime | None = None, number: int = 0) -> None:
        self.node, self.now, self.number = node, now, number

    def hint(self, document: str, markup: str) -> str:
        """Return what to write: in the document that the event is in, or in the page."""
        return markup if self.node.event is None else document

    def is_past(self, text: str | None) -> bool:
        """Whether a time of the markup is certainly over."""
        found = moment(text) if text else None
        return found is not None and self.now is not None and self.now >= _over(found)


def _over(found: Moment) -> datetime:
    """Return when a moment is over everywhere."""
    try:
        at = found.at(None)
    except EventkitError:
        at = None
    return at or datetime.combine(found.day, time(12), UTC) + timedelta(days=1)


Check = Callable[[Judged], Iterable[Fault]]


def judge(
    code: str, severity: Severity, source: str, *, kind: str = "Event"
) -> Callable[[Check], Check]:
    """Make a function a rule about markup of a kind; it takes the thing, and gives faults."""

    def register(check: Check) -> Check:
        ALL.append(Rule(code, severity, source, check, kind))
        return check

    return register


def document_path(path: Path, event: Event) -> Path:
    """Return the field of the event that a path of its markup says."""
    if not path:
        return ()
    first, rest = str(path[0]), list(path[1:])
    if first not in _LISTS:
        return _FIELDS.get(first, (_snake(first),))
    name = _LISTS[first]
    if not rest:
        return (name,)
    number = rest.pop(0)
    if name == "co_organizers":
        place: Path = ("organizer",) if number == 0 else (name, int(number) - 1)
    elif int(number) < len(getattr(event, name)):
        place = (name, number)
    else:
        return ()  # the page of an event whose only address is secret
    if rest[:1] == ["publication"]:  # the broadcast, which is the recording itself
        del rest[:2]
    return (*place, *(_snake(one) if isinstance(one, str) else one for one in rest))


def _snake(term: str) -> str:
    found = _CAPITAL.sub("_", term).lower()
    return _WORDS.get(found, found)
