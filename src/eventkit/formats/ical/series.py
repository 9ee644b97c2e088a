"""Events that come again: RRULE, EXDATE, RDATE and changed occurrences. Source: RFC 5545 §3.8.5."""

from __future__ import annotations

from datetime import date, datetime, time

from eventkit.formats.ical.content_lines import line
from eventkit.formats.ical.moments import Moments, digits, utc
from eventkit.model import Recurrence, TimeSlot
from eventkit.timezones import resolve

__all__ = ["recurrence_lines", "rule_value"]


def recurrence_lines(recurrence: Recurrence, slot: TimeSlot, moments: Moments) -> list[str]:
    """Return the rule and the dates beside it; one value a property, which every reader takes."""
    lines = [line("RRULE", rule_value(recurrence.rule, slot))] if recurrence.rule else []
    zone = slot.timezone
    lines += [moments.local("EXDATE", start, zone) for start in recurrence.excluded]
    lines += [moments.local("RDATE", start, zone) for start in recurrence.included]
    return lines


def rule_value(rule: str, slot: TimeSlot) -> str:
    """Write UNTIL in UTC, or as a date where the series has dates. Source: RFC 5545 §3.3.10."""
    parts = rule.split(";")
    for number, part in enumerate(parts):
        if part.startswith("UNTIL="):
            parts[number] = f"UNTIL={_until(part[6:], slot)}"
    return ";".join(parts)


def _until(text: str, slot: TimeSlot) -> str:
    day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    zone = slot.timezone
    if zone is None:
        return text[:8]
    if text.endswith("Z"):
        return text
    clock = time(int(text[9:11]), int(text[11:13]), int(text[13:15])) if text[8:] else time.max
    local = datetime.combine(day, clock.replace(microsecond=0))
    try:
        return utc(resolve(local, zone, "compatible"))
    except OverflowError:
        return digits(local) + "Z"
