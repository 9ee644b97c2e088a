"""One event out of the items of a source."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk, cleaned, plain, word
from eventkit.formats.jsonld.reading.items import Item, is_event
from eventkit.formats.jsonld.reading.people import bodies, contact, images, speakers
from eventkit.formats.jsonld.reading.places import is_secret, read_places
from eventkit.formats.jsonld.reading.schedule import Plan, local_start, read_plan
from eventkit.formats.jsonld.reading.slots import instants, read_slot
from eventkit.formats.jsonld.reading.works import dates_of_telling, materials, offers, recordings
from eventkit.model import (
    Event,
    EventSeries,
    EventStatus,
    OccurrenceChange,
    Recording,
    Recurrence,
    TimeSlot,
)
from eventkit.vocabulary import is_kind_of, local_name
from eventkit.vocabulary.suggest import member_hint, type_hint

__all__ = ["read_event"]

_STATUS = {
    "eventscheduled": EventStatus.SCHEDULED,
    "eventcancelled": EventStatus.CANCELLED,
    "eventpostponed": EventStatus.POSTPONED,
    "eventrescheduled": EventStatus.RESCHEDULED,
    "eventmovedonline": EventStatus.MOVED_ONLINE,
}
_SLIPS = {
    "eventcanceled": EventStatus.CANCELLED,
    "cancelled": EventStatus.CANCELLED,
    "canceled": EventStatus.CANCELLED,
    "postponed": EventStatus.POSTPONED,
    "rescheduled": EventStatus.RESCHEDULED,
    "movedonline": EventStatus.MOVED_ONLINE,
    "scheduled": EventStatus.SCHEDULED,
}
_WEIGHT = [
    EventStatus.CANCELLED,
    EventStatus.POSTPONED,
    EventStatus.MOVED_ONLINE,
    EventStatus.RESCHEDULED,
    EventStatus.SCHEDULED,
]
_LANGUAGES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "português": "pt",
    "dutch": "nl",
    "polish": "pl",
    "chinese": "zh",
    "japanese": "ja",
    "arabic": "ar",
    "russian": "ru",
    "hindi": "hi",
}
_ENDINGS = ("Event", "Festival", "Hackathon", "CourseInstance", "EventSeries")
_MENTION = frozenset({"name", "url", "image", "description"})
_DEPTH_MAX = 8
# Said by what is read, or of no use without what is not.
_SILENT = frozenset(
    {"mainEntityOfPage", "isAccessibleForFree", "additionalType", "alternativeHeadline"}
)


def read_event(
    desk: Desk, item: Item, above: tuple[Item, str] | None = None, depth: int = 0
) -> Event | None:
    """
    Return the event that an item tells of, or None with a finding that says why.

    Args:
        above: What the event is a property of, and which.
    """
    desk.open(item)
    desk.made.setdefault(id(item), None)
    named, described = item, item
    if above is not None and above[1] in ("hasCourseInstance", "courseInstance"):
        named = item if item.props.get("name") else above[0]
        described = item if item.props.get("description") else above[0]
        desk.open(above[0], f"^{above[0].types[0] if above[0].types else ''}")
    name = desk.line(named, "name") or desk.line(item, "headline")
    series = _series_above(desk, item)
    plan = read_plan(desk, item, *([series.recurring] if series.recurring else []))
    place = plan.zone if plan else None
    slot = read_slot(desk, item, place) or (plan.slot if plan else None)
    if name is None or slot is None:
        mentioned = above is not None and item.props.keys() <= _MENTION
        heavy = Severity.INFO if mentioned else Severity.ERROR
        _missing(desk, item, name, slot, Severity.WARNING if depth else heavy)
        return None
    fields = _fields(desk, item, place)
    fields["recordings"] = [_untitled(one, name) for one in fields["recordings"]]
    fields |= {"name": name, "slot": slot, "description": desk.text(described, "description")}
    if series.series is not None:
        fields["series"] = series.series
    if plan is not None or series.recurring is not None:
        _recur(desk, item, fields, plan, series.recurring)
        if "recurrence" not in fields and "series" not in fields and series.recurring is not None:
            of = desk.line(series.recurring, "name")
            if of is not None and of != name:
                fields["series"] = desk.make(EventSeries, series.recurring, name=of)
    if depth < _DEPTH_MAX:
        inner = _sub_events(desk, item, depth)
        if inner:
            fields["sub_events"] = inner
    event = desk.make(Event, item, **fields)
    if event is not None and depth == 0:
        _say_leftovers(desk, item)
    return event


def _missing(
    desk: Desk, item: Item, name: str | None, slot: TimeSlot | None, severity: Severity
) -> None:
    if name and severity is Severity.INFO and not desk.has(item, "startDate"):
        message = f"the event {name!r:.60} is only mentioned, without a date"
        desk.say(codes.NO_TIME, severity, message, "add startDate", item)
        return
    if severity is Severity.INFO:
        severity = Severity.ERROR
    if name is None:
        when = desk.values(item, "startDate")
        told = f" on {plain(when[0])!s:.40}" if when else ""
        message = f"the event{told} has no name; it is left out"
        desk.say(codes.NO_TITLE, severity, message, "add its name", item)
    elif slot is None:
        message = f"the event {name!r:.60} has no date that is understood; it is left out"
        hint = "add startDate, e.g. 2019-04-17T13:00:00+02:00"
        desk.say(codes.NO_TIME, severity, message, hint, item)


def _fields(desk: Desk, item: Item, place: tzinfo | None) -> dict[str, Any]:
    """Return what stands by itself in the event."""
    url = _page(desk, item)
    locations, joining = read_places(desk, item, url)
    secret = [one for one in desk.urls(item, "url", "@url") if is_secret(one)]
    organizers = bodies(desk, item, "organizer")
    status, previous = _status(desk, item)
    fields: dict[str, Any] = {
        "uid": _uid(desk, item),
        "alternate_name": desk.line(item, "alternateName"),
        "url": url,
        "event_type": _event_type(desk, item),
        "speakers": speakers(desk, item, "performer", "performers", "actor", "instructor"),
        "organizer": organizers[0] if organizers else None,
        "co_organizers": organizers[1:],
        "sponsors": bodies(desk, item, "sponsor"),
        "contact": contact(desk, item),
        "locations": locations,
        "joining": joining,
        "status": status,
        "previous_starts": previous,
        "in_language": _languages(desk, item),
        "keywords": _keywords(desk, item),
        "images": images(desk, item),
        "offers": offers(desk, item),
        "recordings": recordings(desk, item),
        "materials": materials(desk, item),
        "audience": _audience(desk, item),
        "capacity": _number(
            desk, item, "maximumAttendeeCapacity", "maximumVirtualAttendeeCapacity"
        ),
        "remaining_capacity": _number(desk, item, "remainingAttendeeCapacity"),
        **dates_of_telling(desk, item),
    }
    if secret:
        message = "the page carries a passcode; it is left out"
        desk.say(
            codes.SECRET_IN_PUBLIC, Severity.ERROR, message, "give the event's page", item, "url"
        )
    return fields


def _untitled(one: Recording, name: str) -> Recording:
    """Return a video without a title that is only the event's."""
    return attrs.evolve(one, name=None) if one.name == name else one


def _page(desk: Desk, item: Item) -> str | None:
    found = [one for one in dict.fromkeys(desk.urls(item, "url")) if not is_secret(one)]
    if len(found) > 1:
        message = f"url has {len(found)} values; the first is read"
        desk.say(codes.NOT_CARRIED, Severity.INFO, message, "give one", item, "url")
    return found[0] if found else next(iter(desk.urls(item, "mainEntityOfPage")), None)


def _uid(desk: Desk, item: Item) -> str | None:
    for value, _, _ in desk.things(item, "identifier"):
        if isinstance(value, Item):
            text = desk.line(value, "value") or desk.line(value, "name") or value.id
        else:
            text = plain(value)
        if text and (found := cleaned(text)):
            return found
    if item.id and re.match(r"(?:https?|urn|tag):", item.id):
        return item.id.removeprefix("urn:uuid:")
    return None


def _event_type(desk: Desk, item: Item) -> str:
    kinds = [one for one in item.types if is_kind_of(one, "Event")]
    for one in item.types:
        if not is_kind_of(one, "Thing"):
            message = f"schema.org has no type {one[:60]!r}; it is read as Event"
            desk.say(codes.UNKNOWN_TYPE, Severity.ERROR, message, type_hint(one[:60]), item)
    fitting = [one for one in kinds if one.endswith(_ENDINGS)]
    finest = [a for a in fitting if not any(b != a and is_kind_of(b, a) for b in fitting)]
    return finest[0] if finest else "Event"


def _status(desk: Desk, item: Item) -> tuple[EventStatus, list[datetime | date]]:
    found = []
    for value in desk.values(item, "eventStatus"):
        name = (word(value) or "").strip()
        status = _STATUS.get(name.lower())
        exact = (
            status and name == f"Event{''.join(p.capitalize() for p in status.value.split('_'))}"
        )
        if not exact and name:
            status = status or _SLIPS.get(re.sub(r"[\s_-]", "", name).lower())
            taken = f"; it is read as {status.value}" if status else ""
            desk.say(
                codes.UNKNOWN_MEMBER,
                Severity.WARNING if status else Severity.ERROR,
                f"eventStatus {name[:60]!r} is not known{taken}",
                member_hint(name[:60], ("EventStatusType",)),
                item,
                "eventStatus",
            )
        if status:
            found.append(status)
    status = min(found, key=_WEIGHT.index) if found else EventStatus.SCHEDULED
    allowed = {EventStatus.MOVED_ONLINE, EventStatus.RESCHEDULED}
    if len(set(found)) > 1 and set(found) != allowed:
        message = (
            f"eventStatus says {' and '.join(one.value for one in found)}; {status.value} is read"
        )
        desk.say(codes.CONFLICT, Severity.WARNING, message, "give one", item, "eventStatus")
    return status, instants(desk, item, "previousStartDate")


def _languages(desk: Desk, item: Item) -> list[str]:
    found = []
    for value, name, _ in desk.things(item, "inLanguage"):
        if isinstance(value, Item):
            text = desk.line(value, "alternateName") or desk.line(value, "identifier")
            text = text or desk.line(value, "name")
        else:
            text = plain(value)
        text = (text or "").strip()
        tag = _LANGUAGES.get(text.lower(), text.replace("_", "-"))
        if not text:
            continue
        if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}", tag):
            message = f"inLanguage {text[:40]!r} is no language tag; it is left out"
            desk.say(codes.INVALID_VALUE, Severity.WARNING, message, "write e.g. en", item, name)
        else:
            found.append(tag)
    return found


def _keywords(desk: Desk, item: Item) -> list[str]:
    values = desk.values(item, "keywords")
    if len(values) == 1 and isinstance(values[0], str) and "," in values[0]:
        parts = [" ".join(part.split()) for part in values[0].split(",")]
        return list(dict.fromkeys(part for part in parts if part))
    found = []
    for value, _, _ in desk.things(item, "keywords"):
        text = desk.line(value, "name") if isinstance(value, Item) else plain(value)
        if text and (line := cleaned(text)):
            found.append(line)
    return found


def _audience(desk: Desk, item: Item) -> str | None:
    for value, _, _ in desk.things(item, "audience"):
        text = desk.line(value, "audienceType", "name") if isinstance(value, Item) else plain(value)
        if text and (line := cleaned(text)):
            return line
    return None


def _number(desk: Desk, item: Item, *names: str) -> int | None:
    for name in names:
        for value in desk.values(item, name):
            text = (plain(value) or "").strip()
            if re.fullmatch(r"\d{1,9}(?:\.0+)?", text):
                return int(text.partition(".")[0])
            message = f"{name} {text[:40]!r} is no whole number; it is left out"
            desk.say(codes.INVALID_VALUE, Severity.WARNING, message, "write e.g. 100", item, name)
    return None


@attrs.frozen
class _Above:
    """The series that an event belongs to, and the one by which it comes again."""

    series: EventSeries | None = None
    recurring: Item | None = None


def _series_above(desk: Desk, item: Item) -> _Above:
    series, recurring = None, None
    own = desk.line(item, "name")
    for value, _, _ in desk.things(item, "superEvent"):
        if not isinstance(value, Item):
            continue
        name = desk.line(value, "name")
        url, uid = desk.url(value, "url"), desk.line(value, "identifier")
        again = value.props.get("eventSchedule") or value.props.get("subEvent")
        if value.is_a("EventSeries") and again and id(value) not in desk.shared:
            recurring = recurring or value
            if not url and not uid:
                continue
        elif value.is_a("EventSeries") and name == own and not (url or uid):
            continue
        if name is None or series is not None:
            continue
        series = desk.make(EventSeries, value, name=name, url=url, uid=uid or _uid(desk, value))
    return _Above(series, recurring)


def _sub_events(desk: Desk, item: Item, depth: int) -> list[Event]:
    found = []
    told: set[int] = set()
    for value, name, _ in desk.things(item, "subEvent", "subEvents"):
        if id(value) in told:
            continue
        told.add(id(value))
        if not isinstance(value, Item) or not is_event(value):
            continue
        if id(value) not in desk.made:
            desk.made[id(value)] = None  # while it is being read, so that cycles end
            desk.made[id(value)] = read_event(desk, value, (item, name), depth + 1)
        event = desk.made[id(value)]
        if event is not None:
            found.append(event)
    return found


def _recur(
    desk: Desk, item: Item, fields: dict[str, Any], plan: Plan | None, above: Item | None
) -> None:
    """Add how the event comes again, with the occurrences that differ or were added."""
    slot: TimeSlot = fields["slot"]
    changes: list[OccurrenceChange] = []
    if plan is not None and not plan.begins(slot):
        first = _moved_first(desk, item, fields, plan, above)
        if first is None:
            message = "it is not the first time of its Schedule; how it comes again is left out"
            hint = "give the Schedule to the event whose startDate is that of the Schedule"
            desk.say(codes.NOT_CARRIED, Severity.INFO, message, hint, item, "eventSchedule")
            return
        changes.append(first)
        slot = fields["slot"]
    excluded = plan.excluded(slot) if plan else []
    rule = plan.rule(slot) if plan else None
    excluded = [at for at in excluded if at not in {one.original_start for one in changes}]
    included: list[datetime | date] = []
    for value, _, _ in desk.things(above, "subEvent") if above is not None else ():
        if not isinstance(value, Item) or value is item:
            continue
        occurrence = read_slot(desk, value, slot.timezone)
        if occurrence is None:
            continue
        change = _change(desk, value, fields, occurrence)
        if change is not None:
            changes.append(change)
            excluded = [at for at in excluded if at != change.original_start]
        else:
            included.append(local_start(occurrence.start, slot))
    if rule is None and not included:
        return
    try:
        made = Recurrence(rule, excluded=excluded, included=included, changes=changes)
        made.check_fits(slot)
        fields["recurrence"] = made
    except EventkitError as exc:
        desk.say(
            codes.INVALID_VALUE, Severity.WARNING, f"{exc.message}; it is left out", exc.hint, item
        )


def _moved_first(
    desk: Desk, item: Item, fields: dict[str, Any], plan: Plan, above: Item | None
) -> OccurrenceChange | None:
    """
    Take the slot of the series for that of the event, whose own is that of its moved first time.

    None where the event is another occurrence of its series than the first.
    """
    moved: TimeSlot = fields["slot"]
    first, previous = plan.first, fields["previous_starts"]
    if first is None or above is None or not previous:
        return None
    if local_start(previous[-1], first) != local_start(first.start, first):
        return None
    name = desk.line(above, "name")
    differing = {"name": fields["name"]} if name and name != fields["name"] else {}
    fields |= {"slot": first, "previous_starts": previous[:-1], "name": name or fields["name"]}
    if fields["status"] is EventStatus.RESCHEDULED and not previous[:-1]:
        fields["status"] = EventStatus.SCHEDULED
    return OccurrenceChange(local_start(first.start, first), slot=moved, **differing)


def _change(
    desk: Desk, item: Item, fields: dict[str, Any], occurrence: TimeSlot
) -> OccurrenceChange | None:
    """Return how an occurrence differs from its series; None when it is just another date."""
    slot: TimeSlot = fields["slot"]
    status, previous = _status(desk, item)
    told = {
        "name": desk.line(item, "name"),
        "description": desk.text(item, "description"),
        "url": _page(desk, item),
    }
    differing = {key: value for key, value in told.items() if value and value != fields.get(key)}
    desk.values(item, "location", "eventAttendanceMode")
    if status != fields["status"] and status is not EventStatus.RESCHEDULED:
        differing["status"] = status.value
    if not differing and not previous:
        return None
    original = local_start(previous[0] if previous else occurrence.start, slot)
    moved = occurrence if previous else None
    try:
        return OccurrenceChange(original, slot=moved, **differing)
    except EventkitError as exc:
        desk.say(codes.INVALID_VALUE, Severity.WARNING, exc.message, exc.hint, item)
        return None


def _say_leftovers(desk: Desk, item: Item) -> None:
    """Say once for an event what of it has no place in the model."""
    paths = []
    for path in desk.leftovers(item):
        name = path.rpartition(".")[2]
        shown = local_name(name) or name
        if name not in _SILENT and not path.startswith("^"):
            paths.append(re.sub(r"\[\d+\]", "", path.rpartition(".")[0] + "." + shown).strip("."))
    listed = list(dict.fromkeys(paths))
    if listed:
        shown = ", ".join(listed[:12]) + (
            f" and {len(listed) - 12} more" if len(listed) > 12 else ""
        )
        hint = "nothing to do, unless it matters to you"
        desk.say(codes.NOT_CARRIED, Severity.INFO, f"not carried over: {shown[:500]}", hint, item)
