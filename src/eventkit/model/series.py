"""Events that belong together or come again."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model.checks import (
    as_tuple,
    is_a,
    is_line,
    is_public_url,
    is_text,
    many,
    optional,
    stripped,
    stripped_or_none,
)
from eventkit.model.timeslot import TimeSlot
from eventkit.model.words import Word

__all__ = ["EventSeries", "EventStatus", "OccurrenceChange", "Recurrence"]

_RULE_PART = {
    "FREQ": r"SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "COUNT": r"[1-9]\d{0,5}",
    "INTERVAL": r"[1-9]\d{0,4}",
    "BYDAY": r"(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)){0,60}",
    "WKST": r"MO|TU|WE|TH|FR|SA|SU",
} | dict.fromkeys(
    (
        "BYSECOND",
        "BYMINUTE",
        "BYHOUR",
        "BYMONTHDAY",
        "BYYEARDAY",
        "BYWEEKNO",
        "BYMONTH",
        "BYSETPOS",
    ),
    r"[+-]?\d{1,3}(?:,[+-]?\d{1,3}){0,400}",
)


class EventStatus(Word):
    """What has become of the plan. Source: https://schema.org/EventStatusType"""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    RESCHEDULED = "rescheduled"
    MOVED_ONLINE = "moved_online"


@attrs.frozen
class EventSeries:
    """
    A series that events belong to.

    Args:
        name: What the series is called.
        url: Its public page.
        uid: Its stable identifier.

    Source: https://schema.org/EventSeries
    """

    name: str = attrs.field(converter=stripped, validator=is_line)
    url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_public_url))
    uid: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )


def _is_local(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, date) or (isinstance(value, datetime) and value.tzinfo):
        raise InvalidValueError(
            f"{field.name} wants local times of the event's zone", "leave the offset out"
        )
    if isinstance(value, datetime) and value.microsecond:
        raise InvalidValueError(f"{field.name} has a fraction of a second", "round it")


def _is_rule(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, str):
        raise InvalidValueError(f"{field.name} is no text", "write e.g. 'FREQ=WEEKLY;COUNT=4'")
    seen: set[str] = set()
    for part in value.split(";"):
        name, _equals, content = part.partition("=")
        pattern = _RULE_PART.get(name)
        if pattern is None or name in seen or not re.fullmatch(pattern, content):
            raise InvalidValueError(
                f"{field.name}: {part!r:.60} is not understood",
                "write e.g. 'FREQ=WEEKLY;BYDAY=TH;COUNT=4'",
            )
        if name == "UNTIL":
            _check_until(field, content)
        seen.add(name)
    if "FREQ" not in seen or {"COUNT", "UNTIL"} <= seen:
        raise InvalidValueError(
            f"{field.name} needs FREQ, and COUNT or UNTIL but not both", "see RFC 5545 §3.3.10"
        )


def _check_until(field: attrs.Attribute[Any], text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise InvalidValueError(
            f"{field.name}: UNTIL={text} is no date", "write e.g. UNTIL=20191231"
        ) from None


@attrs.frozen
class OccurrenceChange:
    """
    How one occurrence differs from its series; what is None is as in the series.

    Args:
        original_start: Local start that the rule gives, in the event's zone, or a date.

    Source: RFC 5545 §3.8.4.4 (``RECURRENCE-ID``); RFC 8984 §4.3.5 (``recurrenceOverrides``).
    """

    original_start: datetime | date = attrs.field(validator=_is_local)
    slot: TimeSlot | None = attrs.field(
        default=None, kw_only=True, validator=optional(is_a(TimeSlot))
    )
    name: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    description: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_text)
    )
    url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_public_url))
    status: EventStatus | None = attrs.field(
        default=None, kw_only=True, converter=attrs.converters.optional(EventStatus)
    )


@attrs.frozen
class Recurrence:
    """
    How an event comes again, in the wall-clock time of its zone.

    Args:
        rule: The value of an RRULE, such as ``FREQ=WEEKLY;BYDAY=TH;COUNT=4``.
        excluded: Local starts that the rule gives but do not happen.
        included: Local starts beyond the rule.
        changes: Occurrences that differ.

    Source: RFC 5545 §3.3.10, §3.8.5; RFC 8984 §4.3.
    """

    rule: str | None = attrs.field(
        default=None, converter=stripped_or_none, validator=optional(_is_rule)
    )
    excluded: tuple[datetime | date, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(_is_local)
    )
    included: tuple[datetime | date, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(_is_local)
    )
    changes: tuple[OccurrenceChange, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(is_a(OccurrenceChange))
    )

    def __attrs_post_init__(self) -> None:
        if self.rule is None and not self.included:
            raise InvalidValueError(
                "a recurrence without a rule or dates", "give rule, e.g. 'FREQ=WEEKLY;COUNT=4'"
            )

    def check_fits(self, slot: TimeSlot) -> None:
        """
        Refuse what cannot recur from *slot* on: it needs times for a slot of times and dates
        for one of dates, and a first start that its wall clock names alone.

        Raises:
            InvalidValueError: As said.
        """
        first = slot.start
        starts = (*self.excluded, *self.included, *(one.original_start for one in self.changes))
        for start in starts:
            if isinstance(start, datetime) == slot.is_all_day:
                given, wanted = ("time", "date") if slot.is_all_day else ("date", "time")
                raise InvalidValueError(
                    f"recurrence has the {given} {start.isoformat()} but slot starts on"
                    f" {first.isoformat()}",
                    f"give each as a {wanted}",
                )
        if isinstance(first, datetime) and first.utcoffset() != first.replace(fold=0).utcoffset():
            raise InvalidValueError(
                f"slot {first.isoformat()} is the second of two equal local times, from which"
                " no rule goes on",
                "start the series on another day",
            )
