"""Sessions from Sessionize: in the zone that is named, with their speakers by reference."""

from __future__ import annotations

import json
from typing import Any

import pytest

from eventkit import codes
from eventkit.errors import UnknownTimeZoneError
from eventkit.findings import Severity
from eventkit.formats.sessionize import parse
from eventkit.model import JoinDetails, Place, TimeSlot, VirtualLocation
from eventkit.registry import parse as parse_any
from eventkit.registry import recognise

SESSION: dict[str, Any] = {
    "id": "1",
    "title": "Clusters",
    "description": "How they help.",
    "startsAt": "2026-03-30T10:00:00",
    "endsAt": "2026-03-30T11:00:00",
    "isServiceSession": False,
    "isPlenumSession": False,
    "speakers": ["a"],
    "categoryItems": [5],
    "questionAnswers": [],
    "roomId": 9,
    "liveUrl": None,
    "recordingUrl": "https://video.example/1",
    "status": "Accepted",
}
ALL: dict[str, Any] = {
    "sessions": [SESSION],
    "speakers": [
        {
            "id": "a", "firstName": "Ann", "lastName": "Lee", "fullName": "Ann Lee",
            "tagLine": "Chair, Acme", "bio": "She leads.", "profilePicture": "https://i.example/a",
            "sessions": [1], "links": [{"title": "Blog", "url": "https://ann.example"}],
        }
    ],
    "categories": [{"id": 4, "title": "Level", "items": [{"id": 5, "name": "Beginners"}]}],
    "rooms": [{"id": 9, "name": "Hall"}],
    "questions": [],
}  # fmt: skip
ROME = "Europe/Rome"


def test_the_view_all_is_read() -> None:
    """Speakers, rooms and categories are told by number there."""
    reading = parse(json.dumps(ALL), default_zone=ROME)
    (event,) = reading.events
    left = ["speakers[0].links[0].title", "categories[0].title"]
    assert [finding.path for finding in reading.findings] == left
    assert event.slot == TimeSlot.local("2026-03-30 10:00", "11:00", ROME)
    (speaker,) = event.speakers
    assert (speaker.name, speaker.bio) == ("Ann Lee", "Chair, Acme\n\nShe leads.")
    assert speaker.same_as == ("https://ann.example",)
    assert event.locations == (Place("Hall"),)
    assert event.keywords == ("Beginners",)
    assert event.recordings[0].url == "https://video.example/1"
    assert event.uid == "sessionize-1"


def test_the_other_views_are_read() -> None:
    """Names stand in the session itself, or around it."""
    session = {**SESSION, "speakers": [{"id": "a", "name": "Ann Lee"}], "room": "Hall"}
    session |= {"categories": [{"id": 4, "categoryItems": [{"id": 5, "name": "Beginners"}]}]}
    groups = [{"groupId": 1, "groupName": "Day 1", "sessions": [session]}]
    grid = [{"date": "2026-03-30", "rooms": [{"id": 9, "name": "Hall", "sessions": [session]}]}]
    for view, lost in ((groups, ["[0].groupName"]), (grid, [])):
        reading = parse(json.dumps(view), default_zone=ROME)
        (event,) = reading.events
        assert [speaker.name for speaker in event.speakers] == ["Ann Lee"]
        assert event.locations == (Place("Hall"),)
        assert event.keywords == ("Beginners",)
        assert [finding.path for finding in reading.findings] == lost


def test_without_a_zone_there_is_no_time() -> None:
    """The hint says how to name it; a time with its offset needs none."""
    (finding,) = parse(json.dumps(ALL)).errors
    assert finding.code == codes.NO_ZONE
    assert "default_zone" in (finding.hint or "")
    timed = {**ALL, "sessions": [{**SESSION, "startsAt": "2026-03-30T08:00:00Z", "endsAt": None}]}
    (event,) = parse(json.dumps(timed), default_zone=ROME).events
    assert event.slot == TimeSlot.local("2026-03-30 10:00", None, ROME)
    with pytest.raises(UnknownTimeZoneError):
        parse(json.dumps(ALL), default_zone="Europe/Roma")


def test_breaks_and_sessions_without_a_time_are_left_out_and_reported() -> None:
    """They cost no other session."""
    pause = {**SESSION, "isServiceSession": True, "title": "Lunch"}
    waiting = {**SESSION, "startsAt": None}
    text = json.dumps({**ALL, "sessions": [pause, waiting, SESSION]})
    reading = parse(text, default_zone=ROME)
    assert [event.name for event in reading.events] == ["Clusters"]
    assert {(finding.code, finding.severity) for finding in reading.findings} == {
        (codes.NO_TIME, Severity.WARNING),
        (codes.NOT_CARRIED, Severity.INFO),
    }


def test_a_link_that_lets_people_in_is_for_the_invited() -> None:
    """Another is a public address."""
    for url, public in (("https://zoom.us/j/1?pwd=5ecret", False), ("https://live.example", True)):
        text = json.dumps({**ALL, "sessions": [{**SESSION, "liveUrl": url}]})
        reading = parse(text, default_zone=ROME)
        (event,) = reading.events
        assert event.joining == (None if public else JoinDetails(url))
        assert (VirtualLocation(url) in event.locations) is public if public else True
        assert "5ecret" not in " ".join(map(str, reading.findings))


def test_what_is_left_out_is_named() -> None:
    """Also a speaker who is not in the text."""
    session = {**SESSION, "speakers": ["a", "zz"], "questionAnswers": [{"id": 1, "answer": "x"}]}
    reading = parse(json.dumps({**ALL, "sessions": [session]}), default_zone=ROME)
    assert len(reading.events[0].speakers) == 1
    assert [finding.path for finding in reading.findings][:3] == [
        "sessions[0].speakers",
        "sessions[0].questionAnswers[0].id",
        "sessions[0].questionAnswers[0].answer",
    ]


@pytest.mark.parametrize("data", [[], {}, 7, [7], {"sessions": 5}, {"rooms": [{"sessions": 1}]}])
def test_a_text_without_sessions_has_no_event(data: Any) -> None:
    """And reading it raises nothing."""
    assert parse(json.dumps(data)).events == ()


@pytest.mark.parametrize("key", ["speakers", "categoryItems", "categories", "questionAnswers"])
def test_one_odd_field_costs_no_session(key: str) -> None:
    """It is left out and reported."""
    for odd in (7, {"a": 1}, "x", [[]]):
        session = {**SESSION, key: odd}
        reading = parse(json.dumps({**ALL, "sessions": [session]}), default_zone=ROME)
        assert len(reading.events) == 1


def test_it_is_recognised() -> None:
    """And takes its option through the general reader."""
    text = json.dumps(ALL)
    assert recognise(text, "a.json").name == "sessionize"
    assert len(parse_any(text, default_zone=ROME).events) == 1
