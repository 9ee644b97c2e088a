"""
One typed model for online events; every format is a reader into it and a writer out of it.

The names are loaded when they are first used, so that ``import eventkit`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as in typing, whose import takes longer than all the rest
if TYPE_CHECKING:
    from typing import Any

    from eventkit import errors as errors
    from eventkit import lifecycle as lifecycle
    from eventkit import timezones as timezones
    from eventkit.calendars import to_ical
    from eventkit.files import read, write
    from eventkit.findings import Finding, Reading, Severity
    from eventkit.formats.document import (
        from_dict,
        from_json,
        from_yaml,
        to_dict,
        to_json,
        to_yaml,
    )
    from eventkit.formats.ical import from_ical
    from eventkit.formats.jscalendar import from_jscalendar, to_jscalendar
    from eventkit.formats.jsonld import to_jsonld, to_jsonld_script
    from eventkit.formats.jsonld.reading import from_jsonld
    from eventkit.links import calendar_links
    from eventkit.linter import lint
    from eventkit.model import (
        Affiliation,
        Event,
        EventAttendanceMode,
        EventSeries,
        EventStatus,
        JoinDetails,
        Offer,
        Organization,
        Place,
        Recording,
        Speaker,
        TimeSlot,
        VirtualLocation,
    )
    from eventkit.registry import parse, render

__all__ = [
    "Affiliation",
    "Event",
    "EventAttendanceMode",
    "EventSeries",
    "EventStatus",
    "Finding",
    "JoinDetails",
    "Offer",
    "Organization",
    "Place",
    "Reading",
    "Recording",
    "Severity",
    "Speaker",
    "TimeSlot",
    "VirtualLocation",
    "calendar_links",
    "errors",
    "from_dict",
    "from_ical",
    "from_jscalendar",
    "from_json",
    "from_jsonld",
    "from_yaml",
    "lifecycle",
    "lint",
    "parse",
    "read",
    "render",
    "timezones",
    "to_dict",
    "to_ical",
    "to_jscalendar",
    "to_json",
    "to_jsonld",
    "to_jsonld_script",
    "to_yaml",
    "write",
]

_MODULES = {"errors", "lifecycle", "timezones"}
_HOMES = {
    "eventkit.calendars": {"to_ical"},
    "eventkit.findings": {"Finding", "Reading", "Severity"},
    "eventkit.files": {"read", "write"},
    "eventkit.formats.document": {
        "from_dict",
        "from_json",
        "from_yaml",
        "to_dict",
        "to_json",
        "to_yaml",
    },
    "eventkit.formats.ical": {"from_ical"},
    "eventkit.formats.jsonld": {"to_jsonld", "to_jsonld_script"},
    "eventkit.formats.jsonld.reading": {"from_jsonld"},
    "eventkit.formats.jscalendar": {"from_jscalendar", "to_jscalendar"},
    "eventkit.links": {"calendar_links"},
    "eventkit.linter": {"lint"},
    "eventkit.registry": {"parse", "render"},
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'eventkit' has no attribute {name!r}")
    if name in _MODULES:
        return import_module(f"eventkit.{name}")
    home = next((home for home, names in _HOMES.items() if name in names), "eventkit.model")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
