"""Rules about the slot: length, midnight, zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from eventkit import codes
from eventkit.errors import InvalidValueError
from eventkit.linter.rule import ERROR, INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject
from eventkit.timezones import zone_name

__all__ = ["POSIX_ZONES"]

_LONG = timedelta(hours=12)
_LONG_OF_MANY = timedelta(days=31)
_SHORT = timedelta(minutes=5)
_OF_MANY = ("ConferenceEvent", "Festival", "Hackathon", "CourseInstance", "EventSeries")
_LAST_MINUTE = (time(23, 59), time(23, 59, 59))

# Zones without a place, and those that IANA links them to or that have the same rules.
POSIX_ZONES = {
    "EST5EDT": "America/New_York",
    "CST6CDT": "America/Chicago",
    "MST7MDT": "America/Denver",
    "PST8PDT": "America/Los_Angeles",
}
# Zones that are called like an abbreviation, and cities of some that are on that clock. Only who
# wrote it knows which is meant.
_ABBREVIATIONS = {
    "EST": ("America/New_York", "America/Panama"),
    "MST": ("America/Denver", "America/Phoenix"),
    "HST": ("Pacific/Honolulu", "America/Adak"),
    "CET": ("Europe/Berlin", "Europe/Vienna"),
    "MET": ("Europe/Berlin", "Europe/Vienna"),
    "EET": ("Europe/Athens", "Europe/Kyiv"),
    "WET": ("Europe/Lisbon", "Atlantic/Canary"),
}


@rule(codes.VERY_LONG, WARNING, "https://schema.org/subEvent")
def very_long(subject: Subject) -> Iterator[Fault]:
    """A webinar over half a day is a slip in the date of its end, or several events."""
    event = subject.event
    length = event.slot.duration
    if length is None or length <= _LONG:
        return
    many = bool(event.sub_events) or event.event_type.endswith(_OF_MANY) or event.slot.is_all_day
    if length <= _LONG_OF_MANY and many:
        return
    yield Fault(
        f"it takes {_words(length)}",
        "correct the end; several dates are events of their own, or a recurrence",
        ("slot", "end"),
    )


def _words(length: timedelta) -> str:
    if length >= timedelta(days=2):
        return f"{length / timedelta(days=1):g} days".replace(".0 ", " ")
    return f"{length / timedelta(hours=1):.3g} hours"


@rule(codes.VERY_SHORT, WARNING, "RFC 5545 §3.6.1 (DTEND)")
def very_short(subject: Subject) -> Iterator[Fault]:
    """Less than five minutes is a missing end that something filled in."""
    length = subject.event.slot.duration
    if length is not None and length < _SHORT and not subject.is_session:
        yield Fault(
            f"it takes {int(length.total_seconds())} seconds",
            "correct the end, or leave it out when it is not known",
            ("slot", "end"),
        )


@rule(codes.MIDNIGHT, WARNING, "Google, Event: no T00:00:00 for a time that is not known")
def midnight(subject: Subject) -> Iterator[Fault]:
    """Midnight without an hour at which it ends stands for a time that nobody knew."""
    slot = subject.event.slot
    if not isinstance(slot.start, datetime) or slot.start.time() != time(0):
        return
    ends = slot.end.time() if isinstance(slot.end, datetime) else None
    if ends is None or ends == time(0) or ends in _LAST_MINUTE:
        day = slot.start.date().isoformat()
        yield Fault(
            "it starts at midnight, which looks like a time that is not known",
            f"write the date alone, start: {day}, without timezone; else give the time it ends",
            ("slot", "start"),
        )


@rule(codes.POSIX_ZONE, WARNING, "IANA time zone database, northamerica, etcetera, backward")
def posix_zone(subject: Subject) -> Iterator[Fault]:
    """EST5EDT and Etc/GMT+5 name no place, and the second has its sign the other way round."""
    place = subject.event.slot.timezone
    if place is None:
        return
    name = zone_name(place)
    if name.startswith("Etc/GMT") and name not in ("Etc/GMT", "Etc/GMT0"):
        offset = subject.event.slot.start.isoformat()[-6:]
        yield Fault(
            f"{name} is UTC{offset}: its sign is the other way round",
            f"name the city's zone, or write timezone: '{offset}'",
            ("slot", "timezone"),
        )
    elif name in POSIX_ZONES:
        yield Fault(
            f"{name} names no place, so nobody will keep it when the rules there change",
            f"write timezone: {POSIX_ZONES[name]}, or the zone of the city that is meant",
            ("slot", "timezone"),
        )
    elif name in _ABBREVIATIONS:
        yield _abbreviation(name, subject.event.slot.start)


def _abbreviation(name: str, start: datetime | date) -> Fault:
    """
    An error where the people who use the abbreviation are on another clock that day.

    The zone file EST stays where it is all year, unlike New York; CET goes along with Berlin.
    """
    from eventkit.timezones import find_zone  # with tables that few documents need

    cities = " or ".join(_ABBREVIATIONS[name])
    hint = f"write the zone of the city that is meant, such as {cities}"
    if isinstance(start, datetime) and not start.dst():
        try:
            find_zone(name, start.replace(tzinfo=None))
        except InvalidValueError as exc:
            return Fault(exc.message, hint, ("slot", "timezone"), ERROR)
    return Fault(
        f"{name} is an abbreviation and names no place; the clocks of its places differ",
        hint,
        ("slot", "timezone"),
    )


@rule(codes.OFFSET_ALONE, INFO, "RFC 5545 §3.3.5; RFC 9557 §1")
def offset_alone(subject: Subject) -> Iterator[Fault]:
    """With an offset alone, an event that comes again is an hour off after a clock change."""
    event = subject.event
    if event.slot.timezone is None or zone_name(event.slot.timezone)[0] not in "+-":
        return
    if event.recurrence:
        yield Fault(
            "it comes again, but has an offset instead of a zone",
            "name the zone of the city, e.g. timezone: Europe/Paris",
            ("slot",),
            WARNING,
        )
    elif not (subject.is_session or subject.of_markup):
        yield Fault(
            "it has an offset but no zone, so that a new rule there cannot be followed",
            "name the zone of the city, e.g. timezone: Europe/Paris",
            ("slot",),
        )
