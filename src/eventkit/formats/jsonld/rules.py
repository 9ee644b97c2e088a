"""What of an iCalendar recurrence rule a schema.org Schedule can say truthfully."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from eventkit.formats.jsonld.values import CONTEXT, Node, one_or_many
from eventkit.model import TimeSlot

__all__ = ["rule_terms"]

_UNITS = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}
_DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_SAYABLE = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH"}
)
_NTH_DAY = re.compile(r"\+?(-?0*[1-9]\d*)([A-Z]{2})")


def rule_terms(rule: str, slot: TimeSlot) -> Node | None:
    """
    Return the terms of a Schedule that mean the same as *rule*, or None.

    None for BYSETPOS, BYHOUR, BYWEEKNO and the like, for steps shorter than a day, for days
    counted from the end of the month, and where the frequency would not be the distance between
    occurrences, as in ``FREQ=MONTHLY;BYDAY=MO`` (each Monday) beside ``P1M``.

    Source: RFC 5545 §3.3.10; https://schema.org/Schedule
    """
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    unit = _UNITS.get(parts["FREQ"])
    if unit is None or not parts.keys() <= _SAYABLE:
        return None
    node: Node = {"repeatFrequency": f"P{int(parts.get('INTERVAL', 1))}{unit}"}
    try:
        if "UNTIL" in parts:
            node["endDate"] = _last_day(parts["UNTIL"], slot).isoformat()
        if "BYDAY" in parts:
            node["byDay"] = one_or_many(_days(parts, unit))
        if "BYMONTHDAY" in parts:
            node["byMonthDay"] = one_or_many(_month_days(parts, unit))
        if "BYMONTH" in parts:
            node["byMonth"] = one_or_many(_numbers(parts["BYMONTH"], 12))
    except (ValueError, OverflowError):
        return None
    if "COUNT" in parts:
        node["repeatCount"] = int(parts["COUNT"])
    return node


def _last_day(until: str, slot: TimeSlot) -> date:
    """Return the last day on which an occurrence may start, on the clocks of the event."""
    if len(until) == len("20190417"):
        last = datetime.strptime(until, "%Y%m%d").date()
    else:
        moment = datetime.strptime(until.rstrip("Z"), "%Y%m%dT%H%M%S")
        if until.endswith("Z") and slot.timezone is not None:
            moment = moment.replace(tzinfo=UTC).astimezone(slot.timezone).replace(tzinfo=None)
        last = moment.date()
        if isinstance(slot.start, datetime) and moment.time() < slot.start.time():
            last -= timedelta(days=1)
    if last < date.fromisoformat(slot.start.isoformat()[:10]):
        raise ValueError("ends before it begins")
    return last


def _days(parts: dict[str, str], unit: str) -> list[str]:
    """Return days of the week, or where they are counted all as iCalendar writes them."""
    days = parts["BYDAY"].split(",")
    if "BYMONTHDAY" in parts:
        raise ValueError("days that must be both")
    if unit in "DW":
        shifted = unit == "W" and parts.get("WKST", "MO") != "MO"
        if shifted and int(parts.get("INTERVAL", 1)) > 1:
            raise ValueError("weeks that do not begin on Monday")
        return [f"{CONTEXT}/{_DAYS[day]}" for day in days if _is_day(day)]
    found = []
    for day in days:
        match = _NTH_DAY.fullmatch(day)
        if match is None:
            raise ValueError("each such day of the month")
        found.append(f"{int(match[1])}{match[2]}")
    return found


def _is_day(day: str) -> bool:
    if day not in _DAYS:
        raise ValueError("a day with a number in a week")
    return True


def _month_days(parts: dict[str, str], unit: str) -> list[int]:
    if unit == "W" or (unit == "Y" and "BYMONTH" not in parts):
        raise ValueError("days of no month in particular")
    return _numbers(parts["BYMONTHDAY"], 31)


def _numbers(text: str, highest: int) -> list[int]:
    numbers = [int(number) for number in text.split(",")]
    if not all(1 <= number <= highest for number in numbers):
        raise ValueError("counted from the end")
    return numbers
