"""Webinars from Zoom: the right hour, no secret outside joining, nothing lost unsaid."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from eventkit import codes
from eventkit.errors import PublicSecretError
from eventkit.findings import Reading, Severity
from eventkit.formats.zoom import parse
from eventkit.model import JoinDetails, Offer, Recurrence, TimeSlot
from eventkit.registry import recognise, render, writable

WEBINAR: dict[str, Any] = {
    "topic": "Q2",
    "start_time": "2026-03-09T15:00:00Z",
    "duration": 60,
    "timezone": "America/New_York",
    "join_url": "https://zoom.us/j/812?pwd=5ecret",
    "password": "5ecret",
    "id": 81234567890,
    "start_url": "https://zoom.us/s/812?zak=5ecret",
}


def _read(change: dict[str, Any]) -> Reading:
    return parse(json.dumps({**WEBINAR, **change}, indent=1), file="a.json")


def test_an_instant_is_shown_on_the_clocks_of_its_zone() -> None:
    """New York is on summer time that day, Europe is not yet."""
    (event,) = _read({}).events
    assert event.slot == TimeSlot.local("2026-03-09 11:00", "12:00", "America/New_York")


def test_a_local_time_is_the_wall_clock_of_its_zone() -> None:
    """Without a Z nothing is converted."""
    (event,) = _read({"start_time": "2026-03-09T15:00:00"}).events
    assert event.slot == TimeSlot.local("2026-03-09 15:00", "16:00", "America/New_York")


def test_the_way_in_is_for_the_invited_only() -> None:
    """In no other field, no public format and no finding; the host's link nowhere."""
    reading = _read({})
    (event,) = reading.events
    assert event.joining == JoinDetails(
        "https://zoom.us/j/812?pwd=5ecret", passcode="5ecret", meeting_id="81234567890"
    )
    assert "5ecret" not in " ".join(map(str, reading.findings)) + repr(event)
    for name in set(writable()) - {"json", "jsonl", "yaml", "toml", "parquet"}:
        text = render(event, name)
        assert "5ecret" not in text
        assert "81234567890" not in text


def test_an_agenda_that_shows_the_way_in_is_told_and_never_published() -> None:
    """The event is read whole, and no public format is written before somebody moves the text."""
    reading = _read({"agenda": "Join: https://zoom.us/j/81234567890 Passcode: 5ecret"})
    (event,) = reading.events
    (told,) = (one for one in reading.findings if one.code == codes.SECRET_IN_TEXT)
    assert told.message.startswith("description ") and told.severity is Severity.WARNING
    assert "5ecret" not in str(told) and "8123" not in str(told)
    for name in set(writable()) - {"json", "jsonl", "yaml", "toml", "parquet"}:
        with pytest.raises(PublicSecretError):
            render(event, name)


def test_every_field_that_is_left_out_is_named_once_with_its_number() -> None:
    """With its place; what is empty says nothing."""
    settings = {"host_video": False, "audio": "", "numbers": [{"country": "US"}, {"country": "CA"}]}
    both = [{**WEBINAR, "settings": settings, "type": 5}] * 2
    reading = parse(json.dumps(both, indent=1))
    said = {f.message: f.line for f in reading.findings if f.code == codes.NOT_CARRIED}
    assert said == {
        "'start_url' is not carried over, 2 times": 10,
        "'settings.host_video' is not carried over, 2 times": 12,
        "'settings.numbers[].country' is not carried over, 4 times": 16,
        "'type' is not carried over, 2 times": 23,
    }


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"start_time": None}, codes.NO_TIME),
        ({"start_time": "2026-03-09"}, codes.NO_TIME),
        ({"start_time": "soon"}, codes.UNREADABLE_TIME),
        ({"start_time": "2026-03-09T15:00:00", "timezone": None}, codes.NO_ZONE),
        ({"start_time": "2026-03-08T02:30:00"}, codes.NONEXISTENT_TIME),
        ({"start_time": "2026-11-01T01:30:00"}, codes.AMBIGUOUS_TIME),
        ({"timezone": "America/New_Yrok"}, codes.UNKNOWN_ZONE),
        ({"topic": ""}, codes.NO_TITLE),
    ],
)
def test_no_time_and_no_title_is_made_up(change: dict[str, Any], code: str) -> None:
    """There is no event, and an error says why and where."""
    reading = _read(change)
    assert reading.events == ()
    assert code in [finding.code for finding in reading.errors]
    assert all(finding.line for finding in reading.errors)


def test_an_instant_without_a_zone_is_shown_in_utc() -> None:
    """Which is said."""
    reading = _read({"timezone": None})
    assert reading.events[0].slot.start == datetime(2026, 3, 9, 15, tzinfo=UTC)
    assert codes.ZONE_CHOSEN in [finding.code for finding in reading.findings]


@pytest.mark.parametrize("duration", [None, 0, "an hour", True, 10**30, -5])
def test_an_unknown_length_stays_unknown(duration: Any) -> None:
    """The end is not made up."""
    (event,) = _read({"duration": duration}).events
    assert event.slot.end is None


def test_a_length_is_elapsed_time() -> None:
    """Over the change of the clocks too."""
    start = {"start_time": "2026-03-08T06:00:00Z", "duration": "120"}
    (event,) = _read(start).events
    assert event.slot == TimeSlot.local("2026-03-08 01:00", "04:00", "America/New_York")


def test_the_dates_of_a_series_are_those_that_are_listed() -> None:
    """A deleted one does not happen, one of another length is a change."""
    listed = [
        {"start_time": "2026-03-01T15:00:00Z", "duration": 60, "status": "available"},
        {"start_time": "2026-03-08T14:00:00Z", "duration": 90, "status": "available"},
        {"start_time": "2026-03-15T14:00:00Z", "duration": 60, "status": "deleted"},
    ]
    rule = {"type": 2, "weekly_days": "1"}
    (event,) = _read({"start_time": None, "occurrences": listed, "recurrence": rule}).events
    assert event.slot == TimeSlot.local("2026-03-01 10:00", "11:00", "America/New_York")
    assert event.recurrence is not None
    assert event.recurrence.included == (datetime(2026, 3, 8, 10),)
    (change,) = event.recurrence.changes
    assert change.slot == TimeSlot.local("2026-03-08 10:00", "11:30", "America/New_York")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"type": 1, "repeat_interval": 2, "end_times": 5}, "FREQ=DAILY;INTERVAL=2;COUNT=5"),
        ({"type": 2, "weekly_days": "2,7"}, "FREQ=WEEKLY;BYDAY=MO,SA"),
        ({"type": 3, "monthly_day": 9}, "FREQ=MONTHLY;BYMONTHDAY=9"),
        ({"type": 3, "monthly_week": -1, "monthly_week_day": 2}, "FREQ=MONTHLY;BYDAY=-1MO"),
        (
            {"type": 2, "end_date_time": "2026-06-01T15:00:00Z", "end_times": 0},
            "FREQ=WEEKLY;UNTIL=20260601T150000Z",
        ),
    ],
)
def test_a_rule_counts_where_no_date_is_listed(rule: dict[str, Any], expected: str) -> None:
    """In Zoom the week begins with 1, on Sunday."""
    (event,) = _read({"recurrence": rule}).events
    assert event.recurrence == Recurrence(expected)


def test_a_page_to_register_at_is_public() -> None:
    """It is the page of the event, and an offer without a price."""
    (event,) = _read({"registration_url": "https://zoom.us/webinar/register/WN_1"}).events
    assert event.url == "https://zoom.us/webinar/register/WN_1"
    assert event.offers == (Offer(url=event.url),)


def test_what_the_model_refuses_costs_the_field_alone() -> None:
    """With a warning; a page that carries a passcode is no public one."""
    reading = _read({"registration_url": "https://zoom.us/r?pwd=5ecret", "join_url": "zoom"})
    (event,) = reading.events
    assert (event.url, event.offers, event.joining) == (None, (), None)
    assert "5ecret" not in " ".join(map(str, reading.findings))
    assert any("url is left out" in finding.message for finding in reading.findings)


@pytest.mark.parametrize(
    "data", [[], [1], {"webinars": [WEBINAR]}, {"meetings": [WEBINAR, None], "page_size": 30}, 7]
)
def test_a_page_of_answers_is_read(data: Any) -> None:
    """What is no webinar is an error, and costs no other."""
    reading = parse(json.dumps(data))
    listed = data.get("webinars", data.get("meetings")) if isinstance(data, dict) else []
    assert len(reading.events) == listed.count(WEBINAR)


def test_it_is_recognised() -> None:
    """Also in a file that ends in .json."""
    assert recognise(json.dumps(WEBINAR)).name == "zoom"
    assert recognise(json.dumps([WEBINAR]), "a.json").name == "zoom"
    assert recognise('{"name": "a", "description": "{\\"topic\\": 1}"}', "a.json").name == "json"
