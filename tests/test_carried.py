"""From an event to JSON-LD and back: exact for all that schema.org can say."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit import codes
from eventkit.formats.jsonld import to_jsonld, to_jsonld_script
from eventkit.formats.jsonld.carried import carried
from eventkit.formats.jsonld.reading import from_jsonld, parse, parse_html
from eventkit.model import (
    Affiliation,
    Event,
    OccurrenceChange,
    Recurrence,
    Speaker,
    TimeSlot,
)
from eventkit.testing import events

PROPERTY = settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)


def _plain(event: Event) -> Event:
    """Leave out what a series tells as events of their own."""
    again = event.recurrence
    if again is not None:
        again = attrs.evolve(again, changes=())
    return attrs.evolve(event, recurrence=again, sub_events=[_plain(e) for e in event.sub_events])


@given(drawn=events())
@PROPERTY
def test_what_is_written_is_read_back(drawn: Event) -> None:
    """Nothing but what JSON-LD has no word for is lost, and nothing is added."""
    event = _plain(drawn)
    assert from_jsonld(json.dumps(to_jsonld(event))) == [carried(event)]


WEEKLY = Event(
    "Reading hour",
    TimeSlot.local("2026-10-01 18:00", "19:30", "Europe/Paris"),
    url="https://example.org/reading",
    recurrence=Recurrence(
        "FREQ=WEEKLY;BYDAY=TH;COUNT=6",
        excluded=[datetime(2026, 10, 8, 18)],
        included=[datetime(2026, 11, 21, 18)],
        changes=[
            OccurrenceChange(
                datetime(2026, 10, 15, 18),
                slot=TimeSlot.local("2026-10-16 18:00", "19:30", "Europe/Paris"),
            ),
            OccurrenceChange(datetime(2026, 10, 22, 18), status="cancelled"),
            OccurrenceChange(datetime(2026, 10, 29, 18), name="Special", description="Other."),
        ],
    ),
)


def test_changed_and_added_occurrences_come_back() -> None:
    """Moved, cancelled, renamed and added ones, across a change of the clocks."""
    assert from_jsonld(to_jsonld(WEEKLY)) == [WEEKLY]


def test_a_moved_first_occurrence_comes_back() -> None:
    """The event's own node has the new time, the Schedule of its series the old one."""
    moved = OccurrenceChange(
        datetime(2026, 10, 1, 18), slot=TimeSlot.local("2026-10-02 18:00", "19:30", "Europe/Paris")
    )
    event = attrs.evolve(WEEKLY, recurrence=Recurrence("FREQ=WEEKLY;COUNT=6", changes=[moved]))
    assert from_jsonld(to_jsonld(event)) == [event]


SERIES = {
    "@type": "EventSeries",
    "@id": "https://example.org/series",
    "name": "Thursdays",
    "eventSchedule": {
        "@type": "Schedule",
        "startDate": "2026-10-01",
        "startTime": "18:00",
        "endTime": "19:00",
        "repeatFrequency": "P1W",
        "scheduleTimezone": "Europe/Paris",
    },
}


def test_each_time_of_a_series_told_by_itself_stays_by_itself() -> None:
    """Events of one series, of which each has its node, do not all come again."""
    nodes = [
        {
            "@type": "Event",
            "name": f"Talk {day}",
            "startDate": f"2026-10-0{day}T18:00:00+02:00",
            "superEvent": {"@id": SERIES["@id"]},
        }
        for day in (1, 8)
    ]
    for graph in ([SERIES, *nodes], [*nodes, {**SERIES, "subEvent": [{"@id": "#x"}]}]):
        reading = parse(json.dumps({"@context": "https://schema.org", "@graph": graph}))
        talks = [event for event in reading.events if event.name.startswith("Talk")]
        assert [event.recurrence for event in talks] == [None, None]
        assert {event.series.name for event in talks if event.series} == {"Thursdays"}


def test_a_later_time_of_a_schedule_does_not_begin_it() -> None:
    """The rule would go on from the wrong day, so it is left out and said."""
    later = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Talk",
        "startDate": "2026-10-08T18:00:00+02:00",
        "superEvent": SERIES,
    }
    reading = parse(json.dumps(later))
    (event,) = reading.events
    assert event.recurrence is None
    assert event.series is not None
    assert [finding.code for finding in reading.findings] == [codes.NOT_CARRIED]


def _scheduled(**terms: Any) -> Event:
    schedule = {**SERIES["eventSchedule"], **terms}  # type: ignore[dict-item]
    node = {"@type": "Event", "name": "A", "eventSchedule": schedule}
    (event,) = parse(json.dumps({"@context": "https://schema.org", **node})).events
    return event


@pytest.mark.parametrize(
    ("terms", "start", "rule"),
    [
        ({}, "2026-10-01T18:00:00+02:00", "FREQ=WEEKLY"),
        (
            {"byDay": ["https://schema.org/Monday", "Tuesday"], "endDate": "2026-12-01"},
            "2026-10-05T18:00:00+02:00",
            "FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20261201T170000Z",
        ),
        (
            {
                "repeatFrequency": "P1M",
                "byDay": "https://schema.org/Wednesday",
                "byMonthWeek": [1, 3],
            },
            "2026-10-07T18:00:00+02:00",
            "FREQ=MONTHLY;BYDAY=1WE,3WE",
        ),
        (
            {"repeatFrequency": "P2M", "byMonthDay": 15, "repeatCount": "4"},
            "2026-10-15T18:00:00+02:00",
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15;COUNT=4",
        ),
        (
            {"repeatFrequency": "daily", "startTime": ..., "endTime": ...},
            "2026-10-01",
            "FREQ=DAILY",
        ),
    ],
)
def test_a_schedule_gives_the_first_time_and_the_rule(
    terms: dict[str, Any], start: str, rule: str
) -> None:
    """The first day from startDate on that its terms allow."""
    kept = {key: value for key, value in terms.items() if value is not ...}
    event = _scheduled(**dict.fromkeys(terms.keys() - kept.keys(), None), **kept)
    assert event.slot.start.isoformat() == start
    assert event.recurrence is not None
    assert event.recurrence.rule == rule


@given(drawn=events())
@PROPERTY
def test_what_is_carried_is_carried_whole(drawn: Event) -> None:
    """A second journey changes nothing."""
    once = carried(_plain(drawn))
    assert carried(once) == once


@given(drawn=events())
@PROPERTY
def test_a_page_gives_the_event_of_its_script(drawn: Event) -> None:
    """Whatever the texts hold, the script in a page is read as its JSON-LD is."""
    page = f"<!doctype html><html><body><p>before{to_jsonld_script(drawn)}<p>after</html>"
    assert parse_html(page).events == parse(json.dumps(to_jsonld(drawn))).events


@pytest.mark.parametrize(
    ("titles", "kept"),
    [([None, None], [None]), (["T", None], ["T", None]), (["T", "T"], ["T", "T"])],
)
def test_a_place_told_twice_is_told_once_without_a_title(
    titles: list[str | None], kept: list[str | None]
) -> None:
    """Flat lists are said again by others too; pairs of title and place are not."""
    held = [Affiliation("gnomon sas", title=title) for title in titles]
    event = Event("A", TimeSlot(date(2026, 10, 1)), speakers=[Speaker("B", affiliations=held)])
    (found,) = from_jsonld(json.dumps(to_jsonld(event)))
    assert [one.title for one in found.speakers[0].affiliations] == kept
    assert found == carried(event)
