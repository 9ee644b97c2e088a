"""Each occurrence of a series is an Event of its own in JSON-LD."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings

from eventkit import from_jsonld, lifecycle, render, to_jsonld, to_jsonld_script
from eventkit.model import Event, EventSeries, EventStatus, JoinDetails, Recurrence, TimeSlot
from eventkit.occurrences import occurrences
from eventkit.testing import SECRET, events

TALKS = Event(
    "Talks on Thursday",
    TimeSlot.local("2019-10-17 16:00", "17:00", "Europe/Warsaw"),
    uid="talks",
    url="https://example.org/talks",
    joining=JoinDetails("https://meet.example/1", passcode="5ecret"),
    recurrence=Recurrence("FREQ=WEEKLY", excluded=[datetime(2019, 10, 24, 16)]),
)
AUTUMN = (date(2019, 10, 1), date(2019, 11, 8))


def _graph(event: Event, **options: Any) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = to_jsonld(event, occurrences=AUTUMN, **options)["@graph"]
    return nodes


def test_each_occurrence_has_its_dates_and_its_identifier() -> None:
    """Within the window, on the wall clock, under one series."""
    nodes = _graph(TALKS)
    assert [node["startDate"] for node in nodes] == [
        "2019-10-17T16:00:00+02:00",
        "2019-10-31T16:00:00+01:00",
        "2019-11-07T16:00:00+01:00",
    ]
    assert len({node["@id"] for node in nodes}) == len({node["identifier"] for node in nodes}) == 3
    (series,) = {str(node["superEvent"]) for node in nodes}
    above = nodes[0]["superEvent"]
    assert series == str(above)
    assert above["@type"] == "EventSeries"
    assert above["identifier"] == "talks"
    assert above["@id"] not in {node["@id"] for node in nodes}
    assert "5ecret" not in str(nodes)


def test_an_occurrence_that_is_moved_keeps_its_identifier() -> None:
    """So that who takes the data again finds the same event at another time."""
    slot = TimeSlot.local("2019-11-01 18:00", "19:00", "Europe/Warsaw")
    moved = lifecycle.reschedule(TALKS, slot, occurrence=datetime(2019, 10, 31, 16))
    off = lifecycle.cancel(moved, occurrence=datetime(2019, 11, 7, 16))
    before, after = _graph(TALKS), _graph(off)
    assert [node["@id"] for node in after] == [node["@id"] for node in before]
    assert after[1]["startDate"] == "2019-11-01T18:00:00+01:00"
    assert after[1]["previousStartDate"] == "2019-10-31T16:00:00+01:00"
    assert [node["eventStatus"].rpartition("/")[2] for node in after] == [
        "EventScheduled",
        "EventRescheduled",
        "EventCancelled",
    ]


def test_the_rule_stands_there_on_request() -> None:
    """Once, in the series of the first."""
    assert all("eventSchedule" not in node["superEvent"] for node in _graph(TALKS))
    first, *rest = _graph(TALKS, schedule=True)
    assert first["superEvent"]["eventSchedule"]["repeatFrequency"] == "P1W"
    assert all("eventSchedule" not in node["superEvent"] for node in rest)


def test_a_series_of_one_s_own_stays_beside_it() -> None:
    """And an event that does not come again has its own node, if it is in the window."""
    within = attrs.evolve(TALKS, series=EventSeries("Season"))
    names = [above["name"] for above in _graph(within)[0]["superEvent"]]
    assert names == ["Season", "Talks on Thursday"]
    single = attrs.evolve(TALKS, recurrence=None)
    assert to_jsonld([single], occurrences=AUTUMN) == to_jsonld([single])
    assert to_jsonld(single, occurrences=(date(2020, 1, 1), date(2020, 2, 1)))["@graph"] == []


def test_every_way_to_write_it_takes_the_window() -> None:
    """Text and script, by name or by function."""
    assert render(TALKS, "jsonld", occurrences=AUTUMN).count('"startDate"') == 3
    script = to_jsonld_script(TALKS, occurrences=AUTUMN)
    assert script + "\n" == render(TALKS, "jsonld-script", occurrences=AUTUMN)


@given(event=events(max_depth=0))
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_what_is_read_back_are_the_occurrences(event: Event) -> None:
    """Our reader finds as many events, at the same instants, and no secret."""
    year = event.slot.start.year
    window = (date(year, 1, 1), date(year + 1, 1, 1))
    meant = list(occurrences(event, window, limit=50))
    graph = to_jsonld(event, occurrences=window)["@graph"][:50]
    assert SECRET not in str(graph)
    found = from_jsonld(graph)
    assert [one.slot.start_utc for one in found] == [one.slot.start_utc for one in meant]
    for one, other in zip(found, meant, strict=True):
        if other.status is EventStatus.CANCELLED:
            assert one.status is EventStatus.CANCELLED
