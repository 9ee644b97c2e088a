"""Which events of a calendar an error is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator

from eventkit.formats.ical.reading.assembly import Draft
from eventkit.formats.ical.reading.content import Component

__all__ = ["doubtful"]


def doubtful(
    calendars: Iterable[Component], drafts: Iterable[Draft], errors_at: Collection[int | None]
) -> frozenset[int]:
    """
    Return the numbers of the drafts that an error may be about.

    An error in an entry is about all entries with its UID, as it may be a change of the others;
    one that stands elsewhere, as in a VTIMEZONE, is about all events.

    Args:
        calendars: What the drafts are from.
        drafts: The events, with their parts.
        errors_at: Numbers of unfolded lines; None where one has no line.
    """
    if not errors_at:
        return frozenset()
    known = list(drafts)
    marks = sorted(_marks(calendars), key=lambda mark: mark[0])
    starts = [at for at, _ in marks]
    hit: list[Component] = []
    for at in errors_at:
        entry = None if at is None else marks[bisect_right(starts, at) - 1][1]
        if entry is None:
            return frozenset(range(len(known)))
        hit.append(entry)
    places, uids = {one.at for one in hit}, {one.value("UID") for one in hit} - {None}
    return frozenset(
        number
        for number, draft in enumerate(known)
        if any(one.at in places or one.value("UID") in uids for one in _entries(draft))
    )


def _marks(calendars: Iterable[Component]) -> Iterator[tuple[int, Component | None]]:
    """Yield the lines at which an entry begins, or with None something that is no entry."""
    yield -1, None
    for calendar in calendars:
        yield calendar.at, None
        yield from ((one.at, None) for found in calendar.properties.values() for one in found)
        yield from ((one.at, None) for one in calendar.children if one.name != "VEVENT")
        yield from ((one.at, one) for one in calendar.walk() if one.name == "VEVENT")


def _entries(draft: Draft) -> Iterator[Component]:
    yield draft.entry
    for part in draft.parts:
        yield from _entries(part)
