"""
Where the events of a calendar and their fields stand, for those who look at them later.

Of each event only the number of its first line is kept; the lines are taken apart again when
somebody asks for a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from eventkit.findings import Path
from eventkit.formats.ical.reading.assembly import Draft

__all__ = ["Standing"]

_NAME = re.compile(r"\s*([\w-]+)[^:\"]*:?\s*([\w-]*)")
# Of each field the properties and components that may give it, the likeliest first; what is not
# here stands in STRUCTURED-DATA.
_GIVEN_BY = {
    "uid": ("UID",),
    "name": ("SUMMARY",),
    "slot": ("DTSTART",),
    "slot.end": ("DTEND", "DURATION", "DTSTART"),
    "description": ("DESCRIPTION", "STYLED-DESCRIPTION", "X-ALT-DESC"),
    "url": ("URL",),
    "speakers": ("PARTICIPANT", "STRUCTURED-DATA"),
    "sponsors": ("PARTICIPANT", "STRUCTURED-DATA"),
    "organizer": ("ORGANIZER", "STRUCTURED-DATA"),
    "contact": ("CONTACT",),
    "locations": ("LOCATION", "CONFERENCE", "VLOCATION", "STRUCTURED-DATA"),
    "joining": ("CONFERENCE", "DESCRIPTION"),
    "status": ("STATUS",),
    "status_reason": ("COMMENT",),
    "sequence": ("SEQUENCE",),
    "created": ("CREATED",),
    "updated": ("LAST-MODIFIED",),
    "in_language": ("SUMMARY",),
    "keywords": ("CATEGORIES",),
    "images": ("IMAGE",),
    "materials": ("ATTACH", "LINK"),
    "recordings": ("ATTACH",),
    "series": ("RELATED-TO", "LINK"),
    "recurrence": ("RRULE", "RDATE"),
    "reminders": ("VALARM",),
    "visibility": ("CLASS",),
}
_ELSE = ("STRUCTURED-DATA",)
_Start = tuple[int, tuple["_Start", ...]]  # first line of an event, and its parts


class Standing:
    """
    Finds line and column of an event or a field.

    Args:
        drafts: The events, one or several, with their parts.
        lines: Gives the unfolded lines.
        numbers: Gives the 1-based number of the line in which each of these begins.
    """

    def __init__(
        self,
        drafts: Sequence[Draft],
        lines: Callable[[], list[str]],
        numbers: Callable[[], list[int]],
    ) -> None:
        self._starts = [_start(draft) for draft in drafts]
        self._give_lines = lines
        self._numbers = numbers
        self._last: tuple[int, dict[str, list[int]]] = (-1, {})  # what was found last

    @cached_property
    def _lines(self) -> list[str]:
        return self._give_lines()

    def __call__(self, path: Path) -> tuple[int, int] | None:
        """Return the place of a field of one event, whose path begins with its number if any."""
        number = 0
        if path and isinstance(path[0], int):
            number, path = path[0], path[1:]
        at, parts = self._starts[number]
        while len(path) > 1 and path[0] == "sub_events" and isinstance(path[1], int):
            at, parts = parts[path[1]]
            path = path[2:]
        numbers = self._numbers()
        found = self._line_of(at, path) if path else at
        return (numbers[found], 1) if found < len(numbers) else None

    def _line_of(self, at: int, path: Path) -> int:
        """Return the line of a field of the entry that begins at *at*, else that one."""
        wanted = _GIVEN_BY.get(".".join(map(str, path[:2]))) or _GIVEN_BY.get(str(path[0]), _ELSE)
        if self._last[0] != at:
            self._last = at, self._found(at)
        for name in wanted:
            if listed := self._last[1].get(name):
                number = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
                return listed[number if number < len(listed) else 0]
        return at

    def _found(self, at: int) -> dict[str, list[int]]:
        """Return by name the lines of one entry that begin its properties and components."""
        found: dict[str, list[int]] = {}
        depth = 0
        for here in range(at + 1, len(self._lines)):
            match = _NAME.match(self._lines[here])
            name = match[1].upper() if match else ""
            if name == "END":
                if not depth:
                    break
                depth -= 1
                continue
            begins = match is not None and name == "BEGIN"
            if match is not None and begins:
                name = match[2].upper()
            if not depth:
                found.setdefault(name, []).append(here)
            depth += begins
        return found


def _start(draft: Draft) -> _Start:
    return draft.entry.at, tuple(_start(part) for part in draft.parts)
