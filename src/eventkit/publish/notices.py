"""
What whoever follows a site would miss, told before it happens: an event that comes back under
another uid, and one that has another time but is no newer to calendars.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import attrs

from eventkit import codes
from eventkit.findings import Finding, Severity
from eventkit.formats.ical import parse
from eventkit.model import Event, TimeSlot
from eventkit.publish.manifest import Manifest, source_digest

__all__ = ["entry_of", "notices"]

_CALENDAR = "event.ics"
_VANISHED_MAX = 200  # more than this is a site of other events


def entry_of(folder: Path) -> Event | None:
    """Return the event of the calendar entry that we have written into the folder of a page."""
    try:
        reading = parse((folder / _CALENDAR).read_bytes())
    except OSError:
        return None
    return reading.events[0] if reading.ok and len(reading.events) == 1 else None


def notices(
    site: Path,
    before: Manifest,
    files: Mapping[str, str],
    listed: Iterable[Event],
    gone: Iterable[str],
    sources: Mapping[str, str],
) -> Iterator[Finding]:
    """
    Yield what is to be said about the next state of a site, while the last one is still there.

    Args:
        site: The folder.
        before: What it was made of.
        files: Path → digests of the files that it will have.
        listed: The listed events that it will have, as they are public.
        gone: The uids of listed events that it had and will not have.
        sources: uid → name of the file of an event.
    """
    events = tuple(listed)
    for event in events:
        if slug := before.slugs.get(event.uid):
            path = f"events/{slug}/{_CALENDAR}"
            if path in before.files and files.get(path) != before.files[path]:
                yield from _moved(entry_of(site / "events" / slug), event, sources.get(event.uid))
    new = _New.of((one for one in events if one.uid not in before.slugs), sources)
    for uid in sorted(gone)[:_VANISHED_MAX] if new.events else ():
        folder = f"events/{before.slugs[uid]}/"
        if entry := entry_of(site / folder):
            yield from new.like(entry, folder, before.source_of(folder))


def _moved(before: Event | None, event: Event, file: str | None) -> Iterator[Finding]:
    """Tell of another time with the old sequence, which calendars take for the old state."""
    if before is None or event.sequence > before.sequence:
        return
    if _span(before.slot) == _span(event.slot):
        return
    old = _shown(before.slot.start, event.slot)
    yield Finding(
        codes.MOVED_SILENTLY,
        Severity.WARNING,
        f"{event.name!r:.60} was published at {old} and is now at"
        f" {_shown(event.slot.start, event.slot)}, but sequence is {event.sequence}, no higher"
        " than then: calendars may keep the old time",
        f"write sequence: {before.sequence + 1}, status: rescheduled, previous_starts: ['{old}']"
        " and updated: ..., as lifecycle.reschedule() does",
        file=file,
        path="slot",
    )


@attrs.frozen
class _New:
    """The events that the site did not have, by their files and by their times."""

    events: tuple[Event, ...]
    by_file: Mapping[str, list[Event]]
    by_span: Mapping[object, list[Event]]

    @classmethod
    def of(cls, events: Iterable[Event], sources: Mapping[str, str]) -> _New:
        found = tuple(events)
        by_file: dict[str, list[Event]] = defaultdict(list)
        by_span: dict[object, list[Event]] = defaultdict(list)
        for event in found:
            by_span[_span(event.slot)].append(event)
            if name := sources.get(event.uid):
                by_file[name].append(event)
        return cls(found, by_file, by_span)

    def like(self, old: Event, folder: str, source: str | None) -> Iterator[Finding]:
        """Tell of the one new event that stands in the same file, or takes place at the time."""
        names = [name for name in self.by_file if source_digest(folder, name) == source]
        near = [(name, one) for name in names for one in self.by_file[name]]
        at_once = self.by_span.get(_span(old.slot), [])
        if len(near) > 1:
            near = [(name, one) for name, one in near if one in at_once]
        if not near and not names:
            near = [("", one) for one in at_once]
        if len(near) != 1:
            return
        ((name, event),) = near
        yield Finding(
            codes.UID_FROM_TITLE,
            Severity.WARNING,
            f"{old.name!r:.60} is no more, and {event.name!r:.60} has another uid: calendars show"
            " both, and the old address leads nowhere",
            f"if it is the same event, its uid has changed; add uid: {old.uid}",
            file=name or None,
            path="uid",
        )


def _span(slot: TimeSlot) -> tuple[datetime | date, datetime | date | None]:
    return slot.start_utc or slot.start, slot.end_utc or slot.end


def _shown(start: datetime | date, slot: TimeSlot) -> str:
    """Return a start in the zone of *slot*."""
    if isinstance(start, datetime) and slot.timezone is not None:
        start = start.astimezone(slot.timezone)
    return start.isoformat()
