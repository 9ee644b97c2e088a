"""JSCalendar: what we write keeps the rules of RFC 8984, and comes back as the same event."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jscalendar import from_jscalendar, parse, to_jscalendar
from eventkit.model import (
    Affiliation,
    Event,
    EventStatus,
    JoinDetails,
    OccurrenceChange,
    Recurrence,
    Speaker,
    TimeSlot,
)
from eventkit.testing import SECRET, events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
PROPERTY = settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)

_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_DURATION = re.compile(
    r"P(?:\d+W(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?(?<![PT])"
)
_ID = re.compile(r"[A-Za-z0-9_-]{1,255}")
_VENDOR = re.compile(r"eventkit\.example:[a-z]+")
_LINK = {"@type": "Link", "href": str, "rel": str, "title": str, "display": str, "contentType": str}
_DAYS = {"mo", "tu", "we", "th", "fr", "sa", "su"}


def _public(event: Event) -> Event:
    parts = [_public(part) for part in event.sub_events]
    return attrs.evolve(event, joining=None, sub_events=parts)


@given(event=events())
@PROPERTY
def test_an_event_comes_back_without_its_secrets(event: Event) -> None:
    """All of it but the way in, with nothing to report; for the invited all of it."""
    text = to_jscalendar(event)
    assert SECRET not in text
    reading = parse(text)
    assert reading.findings == ()
    assert reading.events == (_public(event),)
    assert from_jscalendar(to_jscalendar(event, invited=True)) == [event]


def test_several_events_come_back() -> None:
    """In a Group, each with its parts, also where identifiers are doubled."""
    inner = Event("C", SLOT, uid="x")
    middle = Event("B", SLOT, uid="x", sub_events=[inner, inner])
    whole = [Event("A", SLOT, uid="x", sub_events=[middle, inner]), middle]
    assert from_jscalendar(to_jscalendar(whole)) == whole
    assert from_jscalendar(to_jscalendar([])) == []


@given(event=events())
@PROPERTY
def test_every_object_keeps_the_rules(event: Event) -> None:
    """Types, required properties and the form of each value, as RFC 8984 has them."""
    for invited in (False, True):
        data = json.loads(to_jscalendar(event, invited=invited))
        if data["@type"] == "Group":
            _only(data, "@type uid updated prodId entries")
            entries = data["entries"]
            assert entries
        else:
            entries = [data]
        for entry in entries:
            _check_event(entry)


def _only(data: dict[str, Any], names: str) -> None:
    unknown = [name for name in data if name not in names.split() and not _VENDOR.fullmatch(name)]
    assert not unknown


def _shape(data: dict[str, Any], shape: dict[str, Any], required: str) -> None:
    """Check that an object has its type and required properties, and no others than *shape*."""
    assert set(required.split()) <= set(data)
    for name, value in data.items():
        wanted = shape[name]
        assert value == wanted if isinstance(wanted, str) else type(value) is wanted, (name, value)


def _ids(found: dict[str, Any]) -> list[Any]:
    assert found
    assert all(_ID.fullmatch(name) for name in found)
    return list(found.values())


def _local(text: str) -> datetime:
    assert _LOCAL.fullmatch(text)
    return datetime.fromisoformat(text)


def _utc(text: str) -> None:
    assert text.endswith("Z")
    _local(text[:-1])


def _zone(entry: dict[str, Any], name: str) -> None:
    if name.startswith("/"):
        zone = entry["timeZones"][name]
        _shape(zone, {"@type": "TimeZone", "tzId": str, "standard": list}, "@type tzId")
        (rule,) = zone["standard"]
        names = dict.fromkeys(("start", "offsetFrom", "offsetTo"), str)
        _shape(rule, {"@type": "TimeZoneRule", **names}, "@type start offsetFrom offsetTo")
        _local(rule["start"])
        assert re.fullmatch(r"[+-]\d\d:\d\d", rule["offsetTo"])
    else:
        ZoneInfo(name)


def _check_event(entry: dict[str, Any]) -> None:
    _only(
        entry,
        "@type uid prodId updated created sequence title description start timeZone duration"
        " showWithoutTime status privacy locale keywords locations virtualLocations links"
        " participants recurrenceRules recurrenceOverrides alerts relatedTo timeZones",
    )
    assert {"@type", "uid", "updated", "start"} <= set(entry)
    assert entry["@type"] == "Event"
    assert entry["uid"]
    _utc(entry["updated"])
    _utc(entry.get("created", entry["updated"]))
    assert entry["sequence"] >= 0
    assert entry["status"] in ("confirmed", "cancelled", "tentative")
    assert entry["privacy"] in ("public", "private", "secret")
    _check_when(entry, entry)
    assert all(on is True for on in entry.get("keywords", {}).values())
    assert set(entry.get("timeZones", ())) == _custom(entry)
    _check_places(entry)
    for link in _ids(entry["links"]) if "links" in entry else ():
        _check_link(link)
    for person in _ids(entry["participants"]) if "participants" in entry else ():
        _check_participant(person)
    for rule in entry.get("recurrenceRules", ()):
        _check_rule(rule)
    for start, patch in entry.get("recurrenceOverrides", {}).items():
        _local(start)
        _check_patch(patch, entry)
    for alert in _ids(entry["alerts"]) if "alerts" in entry else ():
        _shape(alert, {"@type": "Alert", "trigger": dict, "action": "display"}, "@type trigger")
        trigger = alert["trigger"]
        _shape(trigger, {"@type": "OffsetTrigger", "offset": str}, "@type offset")
        assert _DURATION.fullmatch(trigger["offset"].removeprefix("-"))
    for relation in entry.get("relatedTo", {}).values():
        assert relation == {"@type": "Relation", "relation": {"parent": True}}


def _check_when(data: dict[str, Any], entry: dict[str, Any]) -> None:
    start = _local(data["start"])
    assert _DURATION.fullmatch(data.get("duration", "PT0S"))
    if data.get("showWithoutTime"):
        assert start.time() == datetime.min.time()
        assert "T" not in data["duration"]
        assert data.get("timeZone") is None
    elif "timeZone" in data:
        _zone(entry, data["timeZone"])


def _custom(entry: dict[str, Any]) -> set[str]:
    """Return the zones of our own that an event refers to."""
    used = [entry, *entry.get("recurrenceOverrides", {}).values()]
    return {name for one in used if (name := one.get("timeZone") or "").startswith("/")}


def _check_link(link: dict[str, Any]) -> None:
    _shape(link, _LINK, "@type href")
    if "display" in link:
        assert link["rel"] == "icon"
        assert link["display"] in ("badge", "graphic", "fullsize", "thumbnail")


def _check_places(entry: dict[str, Any]) -> None:
    texts = dict.fromkeys(("name", "description", "coordinates"), str)
    for place in _ids(entry["locations"]) if "locations" in entry else ():
        _shape(place, {"@type": "Location", **texts, "links": dict}, "@type")
        number = r"-?\d+(?:\.\d+)?"
        assert re.fullmatch(f"geo:{number},{number}", place.get("coordinates", "geo:0,0"))
        for link in _ids(place["links"]) if "links" in place else ():
            _check_link(link)
    texts = dict.fromkeys(("name", "description", "uri"), str)
    for place in _ids(entry["virtualLocations"]) if "virtualLocations" in entry else ():
        _shape(place, {"@type": "VirtualLocation", **texts}, "@type uri")


def _check_participant(person: dict[str, Any]) -> None:
    texts = dict.fromkeys(("name", "email", "kind", "description"), str)
    shape = {"@type": "Participant", **texts, "roles": dict, "links": dict}
    _shape(person, shape, "@type roles")
    roles = {"owner", "attendee", "optional", "informational", "chair", "contact"}
    assert person["roles"]
    assert set(person["roles"].values()) == {True}
    assert all(role in roles or _VENDOR.fullmatch(role) for role in person["roles"])
    assert person.get("kind", "org") in ("individual", "org")
    for link in _ids(person["links"]) if "links" in person else ():
        _check_link(link)


def _check_rule(rule: dict[str, Any]) -> None:
    numbers = "byMonthDay byYearDay byWeekNo byHour byMinute bySecond bySetPosition"
    shape: dict[str, Any] = {"@type": "RecurrenceRule", "frequency": str, "interval": int}
    shape |= {"count": int, "until": str, "firstDayOfWeek": str, "byDay": list, "byMonth": list}
    _shape(rule, shape | dict.fromkeys(numbers.split(), list), "@type frequency")
    assert rule["frequency"] in [
        "secondly",
        "minutely",
        "hourly",
        "daily",
        "weekly",
        "monthly",
        "yearly",
    ]
    assert not {"count", "until"} <= set(rule)
    if "until" in rule:
        _local(rule["until"])
    for day in rule.get("byDay", ()):
        _shape(day, {"@type": "NDay", "day": str, "nthOfPeriod": int}, "@type day")
        assert day["day"] in _DAYS
    assert all(isinstance(month, str) for month in rule.get("byMonth", ()))


def _check_patch(patch: dict[str, Any], entry: dict[str, Any]) -> None:
    """A patch names properties that are there, and none that no patch may have."""
    if "excluded" in patch:
        assert patch == {"excluded": True}
        return
    allowed = "title description status start duration timeZone showWithoutTime links"
    for name in patch:
        first, *steps = name.split("/")
        assert first in allowed.split()
        parent: Any = entry.get(first)
        for step in steps[:-1]:
            parent = parent[step]
        assert not steps or isinstance(parent, dict)
    if "start" in patch:
        _check_when(patch, entry)


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        (SLOT, ("2019-04-17T13:00:00", "Europe/Paris", "PT1H")),
        (  # the clocks go forward in between
            TimeSlot.local("2019-03-31 00:30", "04:00", "Europe/Paris"),
            ("2019-03-31T00:30:00", "Europe/Paris", "PT2H30M"),
        ),
        (  # and back
            TimeSlot.local("2019-10-26 12:00", "2019-10-27 12:00:05", "Europe/Paris"),
            ("2019-10-26T12:00:00", "Europe/Paris", "PT25H0M5S"),
        ),
        (  # the second of two equal times
            TimeSlot(datetime(2021, 10, 31, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))),
            ("2021-10-31T01:30:00", "Etc/UTC", None),
        ),
        (
            TimeSlot.local("2019-04-17 13:00", None, "+05:30"),
            ("2019-04-17T13:00:00", "/UTC+05:30", None),
        ),
        (TimeSlot(date(2021, 5, 6), date(2021, 5, 8)), ("2021-05-06T00:00:00", None, "P3D")),
    ],
)
def test_a_slot_is_a_local_start_and_elapsed_time(slot: TimeSlot, expected: tuple[Any]) -> None:
    """Days are nominal in JSCalendar, so a duration in hours is right across a change."""
    data = json.loads(to_jscalendar(Event("A", slot)))
    assert (data["start"], data["timeZone"], data.get("duration")) == expected
    assert from_jscalendar(json.dumps(data))[0].slot == slot


def test_nominal_days_are_read_on_the_wall_clock() -> None:
    """P1D from noon ends at noon, though the day has 25 hours."""
    data = {"@type": "Event", "uid": "a", "updated": "2019-01-01T00:00:00Z", "title": "A"}
    data |= {"start": "2019-10-26T12:00:00", "timeZone": "Europe/Paris", "duration": "P1DT1H"}
    (event,) = from_jscalendar(json.dumps(data))
    assert event.slot == TimeSlot.local("2019-10-26 12:00", "2019-10-27 13:00", "Europe/Paris")


FOREIGN = {
    "@type": "Event",
    "uid": "f-1",
    "updated": "2019-01-01T00:00:00Z",
    "title": "Talk",
    "start": "2019-04-17T13:00:00",
    "timeZone": "Europe/Paris",
    "duration": "PT90M",
    "color": "red",
    "descriptionContentType": "text/html",
    "description": "<p>One &amp; two</p><script>x</script><ul><li>three</ul>",
    "locations": {"a": {"@type": "Location", "name": "Hall", "coordinates": "geo:48.5,7.7"}},
    "virtualLocations": {
        "z": {"@type": "VirtualLocation", "uri": "https://zoom.us/j/1?pwd=abc", "name": "Zoom"},
        "p": {"@type": "VirtualLocation", "uri": "https://example.org/live"},
    },
    "participants": {
        "1": {"@type": "Participant", "name": "Desk", "roles": {"owner": True}},
        "2": {
            "@type": "Participant",
            "name": "Ann",
            "kind": "individual",
            "roles": {"chair": True},
        },
        "3": {
            "@type": "Participant",
            "name": "Guest",
            "email": "g@h.i",
            "roles": {"attendee": True},
        },
    },
    "links": {"1": {"@type": "Link", "href": "https://example.org/a.pdf", "rel": "enclosure"}},
    "recurrenceRules": [
        {"@type": "RecurrenceRule", "frequency": "weekly", "until": "2019-06-05T13:00:00"}
    ],
    "recurrenceOverrides": {
        "2019-04-24T13:00:00": {"excluded": True},
        "2019-05-01T13:00:00": {"start": "2019-05-02T13:00:00", "color": "blue"},
    },
    "alerts": {"x": {"@type": "Alert", "trigger": {"@type": "OffsetTrigger", "offset": "-PT5M"}}},
}


def test_an_event_of_another_program_is_read() -> None:
    """Leniently; a link that lets people in goes to joining, guests stay out."""
    reading = parse(json.dumps(FOREIGN), file="a.json")
    (event,) = reading.events
    assert reading.ok
    assert event.slot == TimeSlot.local("2019-04-17 13:00", "14:30", "Europe/Paris")
    assert event.description == "One & two\n\n- three"
    assert event.joining == JoinDetails("https://zoom.us/j/1?pwd=abc")
    assert [type(at).__name__ for at in event.locations] == ["Place", "VirtualLocation"]
    assert [speaker.name for speaker in event.speakers] == ["Ann"]
    assert event.organizer is not None
    assert event.organizer.name == "Desk"
    assert event.materials[0].url == "https://example.org/a.pdf"
    assert event.reminders == (timedelta(minutes=5),)
    assert event.recurrence == Recurrence(
        "FREQ=WEEKLY;UNTIL=20190605T130000",
        excluded=[datetime(2019, 4, 24, 13)],
        changes=[
            OccurrenceChange(
                datetime(2019, 5, 1, 13),
                slot=TimeSlot.local("2019-05-02 13:00", "14:30", "Europe/Paris"),
            )
        ],
    )
    paths = [finding.path for finding in reading.findings]
    assert "color" in paths
    assert "recurrenceOverrides.2019-05-01T13:00:00.color" in paths
    words = " ".join(map(str, reading.findings))
    assert "1 participants without a part" in words
    assert "abc" not in words
    assert "g@h.i" not in words


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"timeZone": None}, codes.NO_ZONE),
        ({"timeZone": "Europe/Berln"}, codes.UNKNOWN_ZONE),
        (
            {"timeZone": "/x", "timeZones": {"/x": {"standard": [{"offsetTo": "+99:00"}]}}},
            codes.UNKNOWN_ZONE,
        ),
        ({"start": "13:00"}, codes.NO_TIME),
        ({"start": None}, codes.NO_TIME),
        ({"title": None}, codes.NO_TITLE),
    ],
)
def test_what_cannot_be_known_is_an_error(change: dict[str, Any], code: str) -> None:
    """No event is made up."""
    reading = parse(json.dumps({**FOREIGN, **change}))
    assert reading.events == ()
    assert code in [finding.code for finding in reading.errors]


@pytest.mark.parametrize(
    "change",
    [
        {"links": {"1": {"href": "nonsense"}}},
        {"links": [1]},
        {"participants": {"1": "Ann"}},
        {"participants": {"1": {"name": 5, "roles": ["x"]}}},
        {"virtualLocations": {"1": {"uri": "javascript:alert(1)"}}},
        {"recurrenceRules": [{"frequency": "hebrew"}]},
        {"recurrenceOverrides": {"soon": {}}},
        {"alerts": {"1": {"trigger": {"offset": "PT5M"}}}},
        {"duration": "1h"},
        {"duration": "P99999999W"},
        {"keywords": ["a"]},
        {"eventkit.example:event": {"fields": {"name": 1}}},
        {"eventkit.example:event": 7},
        {"eventkit.example:depth": 3},
        {"@type": "Evnt"},
    ],
)
def test_one_odd_property_costs_no_event(change: dict[str, Any]) -> None:
    """It is left out and reported."""
    reading = parse(json.dumps({**FOREIGN, **change}))
    assert [event.name for event in reading.events] == ["Talk"]
    assert any(finding.severity is not Severity.INFO for finding in reading.findings) or (
        "alerts" in change
    )


def test_a_custom_zone_is_found_by_its_offset_or_its_name() -> None:
    """What it is called inside is enough where the offset is not one."""
    for name, zones, expected in (
        ("/x", {"/x": {"standard": [{"offsetTo": "+05:30"}]}}, "+05:30"),
        ("/x", {"/x": {"tzId": "Europe/Rome", "standard": [], "daylight": [{}]}}, "Europe/Rome"),
        ("/mozilla.org/2005_1/Europe/Rome", {}, "Europe/Rome"),
    ):
        data = {**FOREIGN, "timeZone": name, "timeZones": zones, "recurrenceOverrides": {}}
        (event,) = parse(json.dumps(data)).events
        assert event.slot == TimeSlot.local("2019-04-17 13:00", "14:30", expected)


def test_what_another_program_changed_counts() -> None:
    """What was kept of a field is left out where its standard properties were changed since."""
    event = Event(
        "A",
        SLOT,
        speakers=[Speaker("Ann", affiliations=[Affiliation("Acme", title="Chair")])],
        status=EventStatus.MOVED_ONLINE,
        audience="All",
    )
    data = json.loads(to_jscalendar(event))
    data["participants"]["speaker-1"]["name"] = "Eve"
    reading = parse(json.dumps(data))
    (found,) = reading.events
    assert (found.speakers[0].name, found.speakers[0].affiliations) == ("Eve", ())
    assert (found.status, found.audience) == (event.status, event.audience)
    (finding,) = reading.findings
    assert "the event was changed since" in finding.message


def test_only_the_invited_get_the_way_in() -> None:
    """As an address of its own."""
    event = Event("A", SLOT, joining=JoinDetails("https://meet.example/1", passcode="5ecret"))
    assert "meet.example" not in to_jscalendar(event)
    data = json.loads(to_jscalendar(event, invited=True))
    assert data["virtualLocations"]["join"]["uri"] == "https://meet.example/1"
    assert data["virtualLocations"]["join"]["description"] == "Passcode: 5ecret"


def test_a_task_is_no_event() -> None:
    """In a Group it is left out, with a warning."""
    group = {"@type": "Group", "uid": "g", "entries": [{"@type": "Task", "uid": "t"}, FOREIGN]}
    reading = parse(json.dumps(group))
    assert len(reading.events) == 1
    assert "a Task is no event" in str(reading.findings[0])


def test_an_updated_time_stamp_must_be_there() -> None:
    """Where the event has none the year 1970 stands for it, so that the bytes stay the same."""
    data = json.loads(to_jscalendar(Event("A", SLOT)))
    assert data["updated"] == "1970-01-01T00:00:00Z"
    stamp = datetime(2019, 1, 1, tzinfo=UTC)
    data = json.loads(to_jscalendar(Event("A", SLOT, created=stamp)))
    assert data["updated"] == data["created"] == "2019-01-01T00:00:00Z"
