"""
When an event that does not say so appeared on a site, and when it was changed there.

Feeds are sorted by these times. A clock would give other bytes each time, so it is the time of
the file with the event, kept beside the site from the first run on: a copy of the files, or a
second run, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import attrs

from eventkit.formats.feeds.entries import updated
from eventkit.model import Event

__all__ = ["Seen", "dated", "remembered"]


@attrs.frozen
class Seen:
    """
    What is known of an event from the runs before.

    Args:
        published: When it first appeared.
        updated: When it was last found to be another.
        digest: What is public of it, as a digest.
    """

    published: datetime
    updated: datetime
    digest: str

    @classmethod
    def parse(cls, text: str) -> Seen | None:
        """Return what *text* says, or None when it is none of ours."""
        try:
            published, updated, digest = text.split()
            times = datetime.fromisoformat(published), datetime.fromisoformat(updated)
        except ValueError:
            return None
        return cls(*times, digest) if all(one.utcoffset() is not None for one in times) else None

    def text(self) -> str:
        """Return it as it is kept."""
        times = (self.published.astimezone(UTC), self.updated.astimezone(UTC))
        return " ".join([*(one.isoformat() for one in times), self.digest])


def remembered(
    events: Iterable[tuple[Event, str]],
    before: Mapping[str, str],
    changed: Mapping[str, datetime],
) -> dict[str, Seen]:
    """
    Return by uid what is to be kept of those events that do not say when they were published.

    Args:
        events: Each with its digest.
        before: uid → what was kept of it by the run before.
        changed: uid → when the file with the event was last changed, aware.
    """
    found = {}
    for event, digest in events:
        if updated(event) is not None:
            continue
        known, when = Seen.parse(before.get(event.uid, "")), changed.get(event.uid)
        if known is None:
            if when is not None:
                found[event.uid] = Seen(when, when, digest)
        elif known.digest == digest:
            found[event.uid] = known
        else:
            last = max(known.updated, when or known.updated)
            found[event.uid] = Seen(known.published, last, digest)
    return found


def dated(event: Event, seen: Seen | None) -> Event:
    """Return *event* with what is kept of it."""
    if seen is None:
        return event
    return attrs.evolve(event, published=seen.published, updated=seen.updated)
