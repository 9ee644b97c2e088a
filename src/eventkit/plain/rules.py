"""
Times that were right when they were written: the rules of their zone have changed since.

Such an offset is no slip of the pen: the wall clock stays, since that is what people were told,
and the change is reported. It is known by the releases of the time zone database that had it, or
by the one that the slot names as ``tzdata``, when that is too old or too new to be known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from eventkit.errors import EventkitError
from eventkit.plain.paths import Path
from eventkit.plain.refusals import ContradictionError
from eventkit.plain.scalars import placed
from eventkit.timezones import tzdata_version, zone
from eventkit.timezones.history import Releases, is_known_release, releases_with

__all__ = ["Change", "with_wall_clocks"]

Change = tuple[Path, str]  # the place of a time, and what has become of it
_DEPTH_MAX = 32


def with_wall_clocks(data: Any, path: Path = ()) -> tuple[Any, list[Change]]:
    """Return plain data without the offsets that changed rules have made wrong, and their places."""
    if len(path) > _DEPTH_MAX:
        return data, []
    changes: list[Change] = []
    if isinstance(data, list):
        items = [with_wall_clocks(item, (*path, number)) for number, item in enumerate(data)]
        return [item for item, _ in items], [one for _, found in items for one in found]
    if not isinstance(data, Mapping):
        return data, []
    result = dict(data)
    for key, content in data.items():
        result[key], found = with_wall_clocks(content, (*path, str(key)))
        changes += found
    if isinstance(data.get("timezone"), str) and data.get("tzdata") != tzdata_version():
        changes += _slot(result, path)
    return result, changes


def _slot(slot: dict[str, Any], path: Path) -> list[Change]:
    """Take the offsets out of a slot that other rules gave it."""
    try:
        place = zone(slot["timezone"])
    except EventkitError:
        return []
    found = []
    for key in ("start", "end"):
        value = slot.get(key)
        try:
            placed(value, place)
        except ContradictionError:
            when = datetime.fromisoformat(str(value))
            local, offset = when.replace(tzinfo=None), when.utcoffset() or timedelta(0)
            releases = releases_with(place, local, offset) if isinstance(place, ZoneInfo) else []
            by = _by(releases, slot.get("tzdata"))
            if by is None:
                continue
            slot[key] = local.isoformat()
            message = (
                f"{value} is right in {slot['timezone']} by tzdata {by}, and not by"
                f" {tzdata_version()}, which is in use; the wall clock is kept"
            )
            found.append(((*path, key), message))
        except EventkitError:
            continue
    return found


def _by(releases: list[Releases], named: Any) -> str | None:
    """Return the releases that an offset comes from, or None when it is a slip."""
    if not isinstance(named, str):
        return " or ".join(map(str, releases)) or None
    if not is_known_release(named):
        return f"{named:.20}"  # its word must be taken
    return named if any(named in one for one in releases) else None
