"""
Times that were right when they were written: the rules of their zone have changed since.

A slot may record the release of the time zone database that its offsets come from, as ``tzdata``.
With another release in use, an offset that is no longer that of the zone is no slip of the pen:
the wall clock stays, since that is what people were told, and the change is reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventkit.errors import EventkitError
from eventkit.plain.paths import Path
from eventkit.plain.refusals import ContradictionError
from eventkit.plain.scalars import placed
from eventkit.timezones import tzdata_version, zone

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
    if isinstance(data.get("tzdata"), str) and data["tzdata"] != tzdata_version():
        changes += _slot(result, path)
    return result, changes


def _slot(slot: dict[str, Any], path: Path) -> list[Change]:
    """Take the wrong offsets out of a slot."""
    try:
        place = zone(slot.get("timezone", ""))
    except EventkitError:
        return []
    found = []
    for key in ("start", "end"):
        value = slot.get(key)
        try:
            placed(value, place)
        except ContradictionError:
            slot[key] = str(value)[:-6] if str(value)[-6] in "+-" else str(value)[:-1]
            message = (
                f"the rules of {slot['timezone']} have changed since tzdata {slot['tzdata']:.20}:"
                f" {value} is not its offset in {tzdata_version()}; the wall clock is kept"
            )
            found.append(((*path, key), message))
        except EventkitError:
            continue
    return found
