"""Schedules: the events and times of one that is read, the rules of one that is written."""

from __future__ import annotations

import json
import re
import uuid
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, assume, given, settings

from eventkit import codes
from eventkit.errors import WriteError
from eventkit.formats.frab import parse, render
from eventkit.model import Event, EventSeries, Place, Speaker, TimeSlot, VirtualLocation
from eventkit.registry import recognise
from eventkit.testing import SECRET, events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
PROPERTY = settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)
TALK: dict[str, Any] = {
    "guid": "88c8c801-289e-5220-bd39-f9fe68f15fc7",
    "id": 1,
    "date": "2019-04-17T13:00:00+02:00",
    "start": "13:00",
    "duration": "01:00",
    "room": "Hall",
    "slug": "clusters-1",
    "url": "https://example.org/1",
    "title": "Clusters",
    "subtitle": "In brief",
    "track": "Economy",
    "type": "lecture",
    "language": "en",
    "abstract": "Short.",
    "description": "Long.",
    "logo": "/logos/1.png",
    "persons": [{"id": 3, "public_name": "Ann Lee", "biography": "She leads."}],
    "links": [{"url": "https://example.org/paper", "title": "Paper"}],
    "attachments": [],
}


def _schedule(*talks: dict[str, Any], **conference: Any) -> str:
    day = {"index": 1, "date": "2019-04-17", "rooms": {"Hall": list(talks)}}
    whole = {"title": "Conf", "time_zone_name": "Europe/Paris", "days": [day], **conference}
    schedule = {"version": "1", "base_url": "https://conf.example/s/", "conference": whole}
    return json.dumps({"schedule": schedule}, indent=1)


def test_a_schedule_is_read() -> None:
    """Each talk with its room, people and addresses, as part of the conference."""
    reading = parse(_schedule(TALK))
    (event,) = reading.events
    assert event.slot == SLOT
    assert event.description == "Short.\n\nLong."
    assert event.speakers == (Speaker("Ann Lee", bio="She leads."),)
    assert event.images[0].url == "https://conf.example/logos/1.png"
    assert event.materials[0].name == "Paper"
    assert event.locations == (Place("Hall"),)
    assert event.series == EventSeries("Conf")
    assert (event.uid, event.keywords, event.in_language) == (TALK["guid"], ("Economy",), ("en",))
    assert [finding.message for finding in reading.findings] == ["'type' is not carried over"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"date": None}, codes.NO_TIME),
        ({"date": "2019-04-17"}, codes.NO_TIME),
        ({"date": "noon"}, codes.UNREADABLE_TIME),
        ({"title": None}, codes.NO_TITLE),
    ],
)
def test_no_time_and_no_title_is_made_up(change: dict[str, Any], code: str) -> None:
    """Other talks are not lost."""
    reading = parse(_schedule({**TALK, **change}, TALK))
    assert len(reading.events) == 1
    assert [finding.code for finding in reading.errors] == [code]


@pytest.mark.parametrize(
    ("duration", "expected"),
    [("00:45", 45), ("1:00:00", 1440), ("00:00", None), ("soon", None), (None, None)],
)
def test_a_duration_has_hours_and_minutes(duration: Any, expected: int | None) -> None:
    """With days before them in old schedules; no length is no end."""
    (event,) = parse(_schedule({**TALK, "duration": duration})).events
    assert event.slot.duration == (expected and timedelta(minutes=expected))


def test_without_a_zone_the_offset_stays() -> None:
    """Which is said."""
    reading = parse(_schedule(TALK, time_zone_name=None))
    assert reading.events[0].slot == TimeSlot.local("2019-04-17 13:00", "14:00", "+02:00")
    assert codes.ZONE_CHOSEN in [finding.code for finding in reading.findings]


def _flat(event: Event) -> list[Event]:
    return [event, *(inner for part in event.sub_events for inner in _flat(part))]


@given(event=events())
@PROPERTY
def test_what_is_written_comes_back_at_the_same_instants(event: Event) -> None:
    """With titles, descriptions and speakers, and without a secret."""
    whole = _flat(event)
    assume(not any(one.slot.is_all_day for one in whole))
    text = render(event)
    assert SECRET not in text
    reading = parse(text)
    assert reading.ok
    by_start = {}
    for one in reading.events:
        by_start.setdefault((one.slot.start_utc, one.slot.end_utc), []).append(one)
    for one in whole:
        found = by_start[one.slot.start_utc, one.slot.end_utc]
        names = [(other.description, [s.name for s in other.speakers]) for other in found]
        assert (one.description, [s.name for s in one.speakers]) in names


@given(event=events())
@PROPERTY
def test_what_is_written_keeps_the_rules(event: Event) -> None:
    """Required keys, their types and forms, as the published schema has them."""
    whole = _flat(event)
    assume(not any(one.slot.is_all_day for one in whole))
    data = json.loads(render([event, attrs.evolve(event, uid="x")]))
    assert set(data) == {"generator", "schedule"}
    conference = data["schedule"]["conference"]
    assert data["schedule"]["version"]
    assert re.fullmatch(r"[a-z0-9_-][a-z0-9_]{3,}", conference["acronym"])
    assert conference["daysCount"] == len(conference["days"])
    assert re.match("[A-Z][a-z]+/[A-Z][a-z]+|UTC$", conference.get("time_zone_name", "UTC"))
    rooms = [room["name"] for room in conference["rooms"]]
    assert len(set(rooms)) == len(rooms)
    for room in conference["rooms"]:
        assert str(uuid.UUID(room["guid"])) == room["guid"]
    numbers = []
    for index, day in enumerate(conference["days"], 1):
        assert day["index"] == index
        assert date.fromisoformat(day["date"])
        for name, talks in day["rooms"].items():
            assert name in rooms
            for talk in talks:
                numbers.append(talk["id"])
                _check_talk(talk, name, day["date"])
    assert sorted(numbers) == list(range(1, 2 * len(whole) + 1))


def _check_talk(talk: dict[str, Any], room: str, day: str) -> None:
    texts = {"guid", "date", "start", "duration", "room", "slug", "url", "title", "type"}
    texts_or_null = {"subtitle", "track", "language", "abstract", "description"}
    assert all(isinstance(talk[key], str) for key in texts)
    assert all(talk[key] is None or isinstance(talk[key], str) for key in texts_or_null)
    assert set(talk) <= texts | texts_or_null | {
        "id", "persons", "links", "attachments", "end", "logo",
    }  # fmt: skip
    assert str(uuid.UUID(talk["guid"])) == talk["guid"]
    assert datetime.fromisoformat(talk["date"]).utcoffset() is not None
    assert talk["date"].startswith(day)
    assert talk["date"][11:16] == talk["start"]
    assert re.fullmatch(r"[0-9]+:[0-9]{2}", talk["duration"])
    assert re.fullmatch(r"[a-z0-9_-]+[a-z0-9]", talk["slug"])
    assert re.match("https?://|urn:uuid:", talk["url"])
    assert talk["room"] == room
    for person in talk["persons"]:
        assert isinstance(person["id"], int)
        assert person["public_name"]
        assert "name" not in person  # both would be a person of two kinds
    for reference in (*talk["links"], *talk["attachments"]):
        assert set(reference) <= {"url", "title", "type"}
        assert reference.get("type", "media") == "media"


def test_a_date_alone_is_no_time_of_a_schedule() -> None:
    """None is made up."""
    with pytest.raises(WriteError, match="needs a time"):
        render(Event("A", TimeSlot(date(2019, 4, 17))))


def test_an_online_event_stays_online() -> None:
    """Its room is none but its address; without one it has no place."""
    live = VirtualLocation("https://example.org/live", name="Live")
    other = VirtualLocation("https://example.org/b", name="Live")
    whole = [
        Event("A", SLOT, locations=[live]),
        Event("B", SLOT, locations=[other]),
        Event("C", SLOT, locations=[Place("Live")]),
        Event("D", SLOT),
    ]
    read = {event.name: event.locations for event in parse(render(whole)).events}
    assert read["A"] == (live,)
    assert [type(at) for at in read["B"]] == [VirtualLocation]
    assert [type(at) for at in read["C"]] == [Place]
    assert read["D"] == ()


def test_events_of_several_zones_and_days_are_shown_on_one_clock() -> None:
    """That of most of them; days and rooms follow from it."""
    far = TimeSlot.local("2019-04-17 23:00", "23:30", "America/New_York")
    text = render([Event("A", SLOT), Event("B", SLOT), Event("C", far)])
    conference = json.loads(text)["schedule"]["conference"]
    assert conference["time_zone_name"] == "Europe/Paris"
    assert [day["date"] for day in conference["days"]] == ["2019-04-17", "2019-04-18"]
    assert conference["days"][1]["rooms"]["Online"][0]["start"] == "05:00"


def test_a_cancelled_event_says_so() -> None:
    """A schedule has no field for it."""
    assert '"title": "Cancelled: A"' in render(Event("A", SLOT, status="cancelled"))


def test_it_is_recognised_and_odd_schedules_raise_nothing() -> None:
    """Also in a file that ends in .json."""
    assert recognise(_schedule(TALK), "a.json").name == "frab"
    for data in ([], {}, {"schedule": {"conference": {"days": [{"rooms": {"a": [1, {}]}}, 7]}}}):
        assert parse(json.dumps(data)).events == ()


def test_an_empty_schedule_is_said_to_be_empty() -> None:
    """It would look like a conference that was read well."""
    for data in ({}, {"schedule": {"conference": {"days": [{"rooms": {"a": []}}]}}}):
        assert codes.EMPTY in [finding.code for finding in parse(json.dumps(data)).findings]


def test_what_is_said_twice_is_compared() -> None:
    """The hour, and the end with the duration; what has its date and offset counts."""
    talk = {**TALK, "start": "14:00", "end": "2019-04-17T15:00:00+02:00"}
    reading = parse(_schedule(talk))
    assert reading.events[0].slot == TimeSlot.local("2019-04-17 13:00", "15:00", "Europe/Paris")
    told = [(one.code, one.path and one.path.rpartition(".")[2]) for one in reading.findings[:2]]
    assert told == [(codes.CONFLICT, "start"), (codes.CONFLICT, "duration")]


ROOM = {"guid": "11111111-1111-5111-8111-111111111111", "slug": "hall", "name": "Hall"}
PERSON = {
    "guid": "22222222-2222-5222-8222-222222222222",
    "name": "Ann Lee",
    "biography": "She leads.",
    "avatar": {"url": "https://conf.example/ann.png"},
    "url": "https://conf.example/ann",
    "links": [{"type": "BLOG", "url": "https://ann.example/"}],
}
LISTED: dict[str, Any] = {
    "guid": TALK["guid"],
    "code": "ABC1",
    "type": "TALK",
    "start": "2019-04-17T13:00:00+02:00",
    "end": "2019-04-17T12:00:00Z",
    "room": {"guid": ROOM["guid"]},
    "slug": "clusters",
    "url": "https://conf.example/clusters",
    "title": "Clusters",
    "subtitle": None,
    "track": {"slug": "economy"},
    "language": "de",
    "abstract": {"en": "Short.", "de": "Kurz."},
    "description": "Long.",
    "logo": {"url": "https://conf.example/1.png"},
    "participants": [
        {"guid": PERSON["guid"], "name": "Ann Lee", "role": "MODERATOR"},
        {"guid": "33333333-3333-5333-8333-333333333333", "name": "Zo\u00eb", "role": "GUEST"},
    ],
    "links": [{"type": "MEDIA", "url": "https://conf.example/film"}],
    "attachments": [{"url": "https://conf.example/slides", "title": "Slides"}],
    "state": "CONFIRMED",
}


def _listed(*talks: dict[str, Any], rooms: Any = (ROOM,), **conference: Any) -> dict[str, Any]:
    """Return a schedule of version 2, as its published schema has it."""
    whole = {
        "title": "Conf",
        "acronym": "conf",
        "start": "2019-04-17T09:00:00+02:00",
        "end": "2019-04-17T18:00:00+02:00",
        "time_zone_name": "Europe/Paris",
        "tracks": [{"slug": "economy", "name": "Economy"}],
        "rooms": list(rooms),
        "days": [
            {
                "index": 1,
                "date": "2019-04-17",
                "start": "2019-04-17T06:00:00+02:00",
                "end": "2019-04-18T06:00:00+02:00",
            }
        ],
        **conference,
    }
    schedule = {"version": "x", "conference": whole, "events": list(talks), "persons": [PERSON]}
    return {"$schema": "https://c3voc.de/schema/schedule2", "schedule": schedule}


def test_a_schedule_of_version_2_is_read() -> None:
    """Rooms, tracks and people stand elsewhere, and are found by what the talk says of them."""
    text = json.dumps(_listed(LISTED))
    assert recognise(text, "a.json").name == "frab"
    reading = parse(text)
    (event,) = reading.events
    assert event.slot == SLOT
    assert event.locations == (Place("Hall"),)
    assert event.series == EventSeries("Conf")
    assert event.description == "Kurz.\n\nLong."
    assert event.speakers == (
        Speaker(
            "Ann Lee",
            bio="She leads.",
            image="https://conf.example/ann.png",
            url="https://conf.example/ann",
            same_as=["https://ann.example/"],
            role="moderator",
        ),
        Speaker("Zo\u00eb"),
    )
    assert (event.uid, event.keywords, event.in_language) == (TALK["guid"], ("Economy",), ("de",))
    assert event.images[0].url == "https://conf.example/1.png"
    assert event.recordings[0].url == "https://conf.example/film"
    assert event.materials[0].name == "Slides"
    left = {one.message.split("'")[1] for one in reading.findings}
    assert left == {"abstract.en", "type", "participants[].role", "schedule.persons[].links[].type"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"start": None}, codes.NO_TIME),
        ({"start": "2019-04-17"}, codes.NO_TIME),
        ({"start": "13:00"}, codes.UNREADABLE_TIME),
        ({"end": "soon"}, codes.UNREADABLE_TIME),
        ({"title": None}, codes.NO_TITLE),
    ],
)
def test_neither_version_makes_up_a_time(change: dict[str, Any], code: str) -> None:
    """What is missing costs the one talk."""
    reading = parse(json.dumps(_listed({**LISTED, **change}, LISTED)))
    assert len(reading.events) == 1
    assert [finding.code for finding in reading.errors] == [code]


@pytest.mark.parametrize(("duration", "minutes"), [("PT1H30M", 90), ("PT0S", None), (None, None)])
def test_a_duration_stands_for_an_end(duration: str | None, minutes: int | None) -> None:
    """In the words of ISO 8601; without either the end is not known."""
    talk = {**LISTED, "end": None, "duration": duration}
    (event,) = parse(json.dumps(_listed(talk))).events
    assert event.slot.duration == (minutes and timedelta(minutes=minutes))


def test_only_what_takes_place_is_an_event() -> None:
    """A cancelled talk was to; breaks, drafts and what was withdrawn are left out and told."""
    pause = {"type": "BREAK", "title": "Lunch", "start": LISTED["start"], "end": LISTED["end"]}
    states = ["CANCELED", "DELAYED", "DRAFT", "WITHDRAWN"]
    talks = [{**LISTED, "guid": state, "title": state, "state": state} for state in states]
    reading = parse(json.dumps(_listed(pause, *talks)))
    assert [(one.name, one.status.value) for one in reading.events] == [
        ("CANCELED", "cancelled"),
        ("DELAYED", "scheduled"),
    ]
    told = "\n".join(one.message for one in reading.findings)
    assert "'DRAFT' is left out" in told
    assert "'WITHDRAWN' is left out" in told
    assert "breaks are not carried over: 1" in told
    assert "'state' is not carried over" in told


def test_a_room_that_is_a_way_in_is_no_public_place() -> None:
    """A virtual room with an address of its own is one."""
    live = {**ROOM, "type": "VIRTUAL", "url": "https://conf.example/live"}
    (event,) = parse(json.dumps(_listed(LISTED, rooms=[live]))).events
    assert event.locations == (VirtualLocation("https://conf.example/live", name="Hall"),)
    meeting = {**live, "url": "https://us02web.zoom.us/j/81234567890?pwd=abc"}
    (event,) = parse(json.dumps(_listed(LISTED, rooms=[meeting]))).events
    assert event.locations == ()
    assert event.joining is not None
    assert event.joining.url == meeting["url"]


def test_what_no_talk_refers_to_is_told() -> None:
    """Rooms, tracks and people that are listed; and a name that differs from the list."""
    talk = {**LISTED, "room": {"guid": "x"}, "track": {"slug": "other"}, "participants": []}
    left = {one.message.split("'")[1] for one in parse(json.dumps(_listed(talk))).findings}
    conference = "schedule.conference"
    assert {f"{conference}.rooms[]", f"{conference}.tracks[]"} <= left
    assert "schedule.persons[]" in left
    talk = {**LISTED, "participants": [{"guid": PERSON["guid"], "name": "A. Lee"}]}
    reading = parse(json.dumps(_listed(talk)))
    assert [one.name for one in reading.events[0].speakers] == ["Ann Lee"]
    assert "'participants[].name' is not carried over" in {one.message for one in reading.findings}


def test_an_odd_base_costs_no_talk() -> None:
    """Nor does an address that cannot be joined to it."""
    data = _listed({**LISTED, "url": "//[x"})
    data["schedule"]["base_url"] = "http://[y"
    (event,) = parse(json.dumps(data)).events
    assert event.url is None


def test_talks_of_version_1_may_stand_in_a_list() -> None:
    """Their start is a clock alone, so the date counts."""
    reading = parse(json.dumps(_listed(TALK)))
    (event,) = reading.events
    assert (event.slot, event.images) == (SLOT, ())
    left_out = [one for one in reading.findings if "images[0].url is left out" in one.message]
    assert len(left_out) == 1  # its address is relative, to nothing


CORPUS = Path(__file__).parent.parent / "../shared/corpus/frab/validator/json"
with_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not there")


def _check(data: Any, schema: str) -> None:
    jsonschema.validate(data, json.loads((CORPUS / schema).read_text("utf-8")))


@with_corpus
def test_what_the_tests_read_is_of_version_2() -> None:
    """By the published schema."""
    _check(_listed(LISTED), "schema2.json")


@with_corpus
def test_real_schedules_are_read_whole() -> None:
    """Each talk is an event, at the instants that it tells."""
    for file in sorted((CORPUS / "examples").glob("*.json")):
        data = json.loads(file.read_text("utf-8"))
        schedule = data["schedule"]
        rooms = [day.get("rooms", {}) for day in schedule["conference"]["days"]]
        talks = [talk for day in rooms for room in day.values() for talk in room]
        talks += schedule.get("events", [])
        starts = [
            datetime.fromisoformat(talk["date"] if "date" in talk else talk["start"])
            for talk in talks
        ]
        reading = parse(file.read_bytes())
        assert [event.slot.start for event in reading.events] == starts, file.name
        assert not reading.errors


@with_corpus
@given(event=events())
@settings(PROPERTY, max_examples=30)
def test_what_is_written_is_valid(event: Event) -> None:
    """By the published schema of version 1."""
    assume(not any(one.slot.is_all_day for one in _flat(event)))
    _check(json.loads(render(event)), "schema.json")
