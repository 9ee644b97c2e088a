"""
What the clocks of a zone were to show by the rules of other releases of tzdata.

A table made of the releases themselves (tools/make_tz_history.py) tells an offset that was right
when it was written from one that never was.

Source: the IANA time zone database, releases 2022a and later.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs

from eventkit.timezones.tables import table

__all__ = ["Releases", "is_known_release", "releases_with"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@attrs.frozen
class Releases:
    """The releases of tzdata, in a row, that have one set of rules for a zone."""

    first: str
    last: str

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first} to {self.last}"

    def __contains__(self, release: str) -> bool:
        return self.first <= release <= self.last


def is_known_release(release: str) -> bool:
    """Whether the rules of a release, such as ``2022a``, are in the table."""
    return release in table("history")["releases"]


def releases_with(place: ZoneInfo, local: datetime, offset: timedelta) -> list[Releases]:
    """
    Return the releases by which a wall clock in a zone has an offset.

    Args:
        place: The zone.
        local: A naive time, from 2022 to 2037; for others nothing is known.
        offset: From UTC.

    Returns:
        Nothing where all releases since 2022a agree on the zone at that time.
    """
    rows = table("history")["zones"].get(place.key, ())
    if isinstance(rows, str):
        rows = table("history")["zones"][rows]
    second = (local.replace(tzinfo=UTC) - offset - _EPOCH) // timedelta(seconds=1)
    minutes = offset // timedelta(minutes=1)
    return [
        releases
        for releases, changes in _versions(rows)
        if next((to for since, to in reversed(changes) if since <= second), None) == minutes
    ]


def _versions(rows: list[list[object]]) -> list[tuple[Releases, list[list[int]]]]:
    """Return each set of rules with the releases that have it."""
    known: list[str] = table("history")["releases"]
    found: list[tuple[Releases, list[list[int]]]] = []
    last = known[-1]
    for first, *changes in reversed(rows):
        found.insert(0, (Releases(str(first), last), changes))  # type: ignore[arg-type]
        last = known[known.index(str(first)) - 1]
    return found
