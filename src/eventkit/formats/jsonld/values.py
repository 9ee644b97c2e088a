"""Small values as JSON-LD has them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

__all__ = ["Node", "duration", "moment", "one_or_many", "pascal", "put", "timestamp"]

Node = dict[str, Any]


def put(node: Node, key: str, value: object) -> None:
    """Set *key* unless the value is absent: what is absent stays absent."""
    if value is not None and value != [] and value != "":
        node[key] = value


def one_or_many(values: Iterable[Any]) -> Any:
    """Return nothing as None, one value as it is, several as a list."""
    found = list(values)
    return found[0] if len(found) == 1 else (found or None)


def moment(value: datetime | date | None) -> str | None:
    """Return a time with the offset of its own zone, or a date as a date."""
    return None if value is None else value.isoformat()


def timestamp(value: datetime | date | None, zone: tzinfo | None) -> str | None:
    """Return an instant on the clocks of *zone*, UTC where there is none."""
    if isinstance(value, datetime):
        return value.astimezone(zone or UTC).isoformat()
    return moment(value)


def duration(value: timedelta | None) -> str | None:
    """Return whole seconds as ISO 8601, such as ``PT1H30M``."""
    if value is None:
        return None
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")


def pascal(word: str) -> str:
    """Return a word of the model as schema.org spells its members: ``SoldOut``."""
    return "".join(part.capitalize() for part in word.split("_"))
