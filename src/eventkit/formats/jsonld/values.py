"""Small values as JSON-LD has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from eventkit.model import Availability, EventAttendanceMode, EventStatus

__all__ = [
    "ATTENDANCE_MODE",
    "AVAILABILITY",
    "CONTEXT",
    "STATUS",
    "Node",
    "duration",
    "moment",
    "one_or_many",
    "put",
    "put_status",
    "timestamp",
]

Node = dict[str, Any]

CONTEXT = "https://schema.org"
_OFFSET_IN_MINUTES = len("2019-04-17T13:00:00+02:00")


def _pascal(word: str) -> str:
    """Return a word of the model as schema.org spells its members: ``SoldOut``."""
    return "".join(part.capitalize() for part in word.split("_"))


STATUS = {one: f"{CONTEXT}/Event{_pascal(one.value)}" for one in EventStatus}
ATTENDANCE_MODE = {
    one: f"{CONTEXT}/{_pascal(one.value)}EventAttendanceMode" for one in EventAttendanceMode
}
AVAILABILITY = {one: f"{CONTEXT}/{_pascal(one.value)}" for one in Availability}


def put(node: Node, key: str, value: object) -> None:
    """Set *key* unless the value is absent: what is absent stays absent."""
    if value is not None:
        node[key] = value


def put_status(node: Node, status: EventStatus, previous: Sequence[str]) -> None:
    """
    Set the status, and the starts that it was moved from where the status says that it was.

    Moved online may be combined with rescheduled, nothing else with anything.

    Source: https://schema.org/eventStatus, https://schema.org/previousStartDate
    """
    node["eventStatus"] = STATUS[status]
    if previous and status in (EventStatus.RESCHEDULED, EventStatus.MOVED_ONLINE):
        if status is EventStatus.MOVED_ONLINE:
            node["eventStatus"] = [STATUS[status], STATUS[EventStatus.RESCHEDULED]]
        node["previousStartDate"] = one_or_many(previous)


def one_or_many(values: Iterable[Any]) -> Any:
    """Return one value as it is, several as a list."""
    found = list(values)
    return found[0] if len(found) == 1 else found


def moment(value: datetime | date) -> str:
    """
    Return a time with the offset of its own zone, or a date as a date.

    An offset that has seconds, as a few had until 1972, cannot be written: then in UTC.

    Source: https://schema.org/DateTime
    """
    text = value.isoformat()
    if len(text) > _OFFSET_IN_MINUTES and isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return text


def timestamp(value: datetime | date, zone: tzinfo | None) -> str:
    """Return an instant on the clocks of *zone*, UTC where there is none."""
    if isinstance(value, datetime):
        return moment(value.astimezone(zone or UTC))
    return value.isoformat()


def duration(value: timedelta) -> str:
    """Return whole seconds as ISO 8601, such as ``PT1H30M``."""
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")
