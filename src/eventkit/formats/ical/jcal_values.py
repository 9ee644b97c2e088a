"""Values of iCalendar as JSON, and back. Source: RFC 7265 §3.6."""

from __future__ import annotations

import re
from typing import Any

from eventkit.formats.ical.content_lines import text

__all__ = ["DEFAULTS", "from_value", "to_value"]

_BY_TYPE = {
    "date-time": "DTSTART DTEND DTSTAMP CREATED LAST-MODIFIED RECURRENCE-ID EXDATE RDATE DUE"
    " COMPLETED ACKNOWLEDGED",
    "duration": "DURATION TRIGGER",
    "uri": "URL TZURL ATTACH CONCEPT",
    "cal-address": "ORGANIZER ATTENDEE CALENDAR-ADDRESS",
    "integer": "SEQUENCE PRIORITY PERCENT-COMPLETE REPEAT",
    "float": "GEO",
    "utc-offset": "TZOFFSETFROM TZOFFSETTO",
    "recur": "RRULE EXRULE",
    "period": "FREEBUSY",
    "text": "SUMMARY DESCRIPTION COMMENT CATEGORIES STATUS CLASS TRANSP UID LOCATION CONTACT"
    " RELATED-TO RESOURCES METHOD VERSION PRODID CALSCALE NAME COLOR ACTION TZID TZNAME"
    " REQUEST-STATUS PARTICIPANT-TYPE LOCATION-TYPE"
    " RESOURCE-TYPE PROXIMITY REFID",
}
# What has no type of its own, such as IMAGE, names it with VALUE.
DEFAULTS = {name: kind for kind, names in _BY_TYPE.items() for name in names.split()}
_LISTS = frozenset({"CATEGORIES", "RESOURCES", "EXDATE", "RDATE", "FREEBUSY"})
_ESCAPED = re.compile(r"\\([\\;,nN])")
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)
_OFFSET = re.compile(r"([+-]\d\d)(\d\d)(\d\d)?", re.ASCII)


def to_value(name: str, kind: str, value: str) -> list[Any]:
    """Return the values of a content line as JSON."""
    if kind == "text":
        parts = re.split(r"(?<!\\)((?:\\\\)*),", value) if name in _LISTS else [value]
        if len(parts) > 1:  # each comma is split off with the backslashes before it
            joined = [a + b for a, b in zip(parts[::2], [*parts[1::2], ""], strict=True)]
            return [_unescaped(part) for part in joined]
        return [_unescaped(value)]
    if kind == "float" and name == "GEO":
        return [[float(part) for part in value.split(";")]]
    if kind == "recur":
        return [_recur(value)]
    parts = value.split(",") if name in _LISTS else [value]
    return [_single(kind, part) for part in parts]


def _single(kind: str, value: str) -> Any:
    if kind in ("date", "date-time"):
        return _DATE.sub(_dashed, value)
    if kind == "utc-offset":
        return _OFFSET.sub(lambda m: ":".join(part for part in m.groups() if part), value)
    if kind == "period":
        return [_DATE.sub(_dashed, part) for part in value.split("/")]
    if kind == "integer":
        return int(value)
    if kind == "float":
        return float(value)
    if kind == "boolean":
        return value.upper() == "TRUE"
    return value


def _dashed(match: re.Match[str]) -> str:
    day = "-".join(match.group(1, 2, 3))
    return f"{day}T{':'.join(match.group(4, 5, 6))}{match[7]}" if match[4] else day


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


def _recur(value: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for part in value.split(";"):
        name, _, content = part.partition("=")
        if name == "UNTIL":
            out["until"] = _DATE.sub(_dashed, content)
            continue
        words = [int(one) if re.fullmatch(r"[+-]?\d+", one) else one for one in content.split(",")]
        out[name.lower()] = words[0] if len(words) == 1 else words
    return out


def from_value(name: str, kind: str, value: Any) -> str:
    """Return one value of JSON as it stands in a content line."""
    if kind == "recur" and isinstance(value, dict):
        parts = [f"{key.upper()}={_parts(one)}" for key, one in value.items()]
        return ";".join(parts)
    if kind == "period" and isinstance(value, list):
        return "/".join(_undashed(str(part)) for part in value)
    if isinstance(value, list):
        return ";".join(from_value(name, kind, part) for part in value)
    if isinstance(value, bool):
        return str(value).upper()
    plain = str(value)
    if kind in ("date", "date-time"):
        return _undashed(plain)
    if kind == "utc-offset":
        return plain.replace(":", "")
    return text(plain) if kind == "text" else " ".join(plain.splitlines())


def _parts(value: Any) -> str:
    listed = value if isinstance(value, list) else [value]
    return ",".join(_undashed(str(one)) if "-" in str(one)[1:] else str(one) for one in listed)


def _undashed(value: str) -> str:
    return value.replace("-", "").replace(":", "") if value[:4].isdigit() else value
