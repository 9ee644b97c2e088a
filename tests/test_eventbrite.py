"""Events from Eventbrite: the hour that both its clocks agree on, and nothing lost unsaid."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from eventkit import codes
from eventkit.findings import Reading
from eventkit.formats.eventbrite import parse
from eventkit.model import (
    Availability,
    EventStatus,
    Image,
    Organization,
    Place,
    TimeSlot,
    VirtualLocation,
    Visibility,
)
from eventkit.registry import recognise

ROME = "Europe/Rome"
EVENT: dict[str, Any] = {
    "name": {"text": "Clusters", "html": "Clusters"},
    "description": {"text": None, "html": "<p>How they <b>help</b>.</p><p>And why.</p>"},
    "url": "https://www.eventbrite.example/e/1",
    "start": {"timezone": ROME, "local": "2026-03-30T10:00:00", "utc": "2026-03-30T08:00:00Z"},
    "end": {"timezone": ROME, "local": "2026-03-30T11:00:00", "utc": "2026-03-30T09:00:00Z"},
    "id": "77",
}


def _read(change: dict[str, Any]) -> Reading:
    return parse(json.dumps({**EVENT, **change}, indent=1), file="a.json")


def test_an_event_is_read() -> None:
    """Its time, its words without markup, and an identifier that no date is in."""
    reading = _read({})
    (event,) = reading.events
    assert reading.findings == ()
    assert event.slot == TimeSlot.local("2026-03-30 10:00", "11:00", ROME)
    assert event.description == "How they help.\n\nAnd why."
    assert (event.name, event.uid, event.url) == ("Clusters", "eventbrite-77", EVENT["url"])


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (None, codes.NO_TIME),
        ({"timezone": ROME}, codes.NO_TIME),
        ({"timezone": ROME, "local": "2026-03-30T10:00:00", "utc": "2026-03-30T09:00:00Z"},
         codes.ZONES_DISAGREE),
        ({"timezone": ROME, "local": "2026-03-29T02:30:00"}, codes.NONEXISTENT_TIME),
        ({"timezone": ROME, "local": "2026-10-25T02:30:00"}, codes.AMBIGUOUS_TIME),
        ({"timezone": "Roma", "local": "2026-03-30T10:00:00"}, codes.UNKNOWN_ZONE),
        ({"local": "2026-03-30T10:00:00"}, codes.NO_ZONE),
        ({"timezone": ROME, "utc": "2026-03-30T08:00:00"}, codes.NO_TIME),
        ({"timezone": ROME, "local": "2026-03-30T10:00:00", "utc": "2026-03-30"}, codes.NO_TIME),
        ({"timezone": True, "local": "2026-03-30T10:00:00"}, codes.WRONG_TYPE),
        ({"timezone": ROME, "local": "soon"}, codes.UNREADABLE_TIME),
    ],
)  # fmt: skip
def test_no_time_is_made_up(start: Any, code: str) -> None:
    """There is no event, and an error says why and where."""
    reading = _read({"start": start})
    assert reading.events == ()
    assert code in [finding.code for finding in reading.errors]
    assert all(finding.line for finding in reading.errors)


def test_utc_tells_which_of_two_equal_times_is_meant() -> None:
    """The wall clock alone could not."""
    start = {"timezone": ROME, "local": "2026-10-25T02:30:00", "utc": "2026-10-25T01:30:00Z"}
    (event,) = _read({"start": start, "end": None}).events
    assert event.slot.start_utc == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert event.slot.end is None


def test_where_and_who_and_for_how_much() -> None:
    """The venue, the page where it is online, the organizer, the tickets."""
    change = {
        "online_event": True,
        "venue": {
            "name": "Hall",
            "address": {
                "address_1": "1 Street", "city": "Rome", "country": "IT",
                "latitude": "41.9", "longitude": "12.5",
            },
        },
        "organizer": {"name": "Acme", "website": "https://acme.example"},
        "ticket_classes": [
            {"name": "Early", "cost": {"major_value": "10.50", "currency": "EUR", "value": 1050},
             "sales_end": "2026-03-01T00:00:00Z", "on_sale_status": "SOLD_OUT"},
            {"name": "Press", "free": True},
        ],
        "is_free": False,
        "logo": {"url": "https://img.example/s.png",
                 "original": {"url": "https://img.example/l.png", "width": 800, "height": 400}},
        "locale": "it_IT",
        "listed": False,
        "capacity": 100,
        "created": "2026-01-01T00:00:00Z",
        "changed": "2026-01-02T00:00:00Z",
        "status": "live",
        "summary": "In brief",
    }  # fmt: skip
    reading = _read(change)
    (event,) = reading.events
    place = Place("Hall", address="1 Street, Rome", country="IT", latitude=41.9, longitude=12.5)
    assert event.locations == (place, VirtualLocation(EVENT["url"]))
    assert event.organizer == Organization("Acme", url="https://acme.example")
    early, press = event.offers
    assert (early.price, early.currency, early.name) == (Decimal("10.50"), "EUR", "Early")
    assert early.availability is Availability.SOLD_OUT
    assert early.valid_until == datetime(2026, 3, 1, tzinfo=UTC)
    assert (press.price, press.currency) == (0, None)
    assert event.images == (Image("https://img.example/l.png", width=800, height=400),)
    assert event.in_language == ("it-IT",)
    assert (event.visibility, event.capacity) == (Visibility.UNLISTED, 100)
    assert (event.created, event.updated) == (
        datetime(2026, 1, 1, tzinfo=UTC),
        datetime(2026, 1, 2, tzinfo=UTC),
    )
    assert event.alternate_name == "In brief"
    assert [finding.path for finding in reading.findings] == ["ticket_classes[0].cost.value"]


def test_a_free_event_has_an_offer_and_an_unknown_price_has_none() -> None:
    """No offer means that the price is not known."""
    assert _read({"is_free": True}).events[0].is_accessible_for_free is True
    assert _read({"is_free": False}).events[0].offers == ()


def test_a_cancelled_event_says_so() -> None:
    """A draft is reported, as the model has no such word."""
    assert _read({"status": "canceled"}).events[0].status is EventStatus.CANCELLED
    reading = _read({"status": "draft"})
    assert [finding.path for finding in reading.findings] == ["status"]


def test_every_field_that_is_left_out_is_named() -> None:
    """With its place; what is empty says nothing."""
    reading = _read({"organization_id": "5", "music_properties": {"age": None, "door": 1}})
    assert [finding.path for finding in reading.findings] == [
        "organization_id",
        "music_properties.door",
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"venue": "Hall"}, {"venue": {"address": {"latitude": "north", "longitude": "1"}}},
        {"ticket_classes": [1]}, {"ticket_classes": [{"cost": {"major_value": "ten"}}]},
        {"url": "nonsense"}, {"logo": []}, {"end": EVENT["start"]}, {"locale": "??"},
        {"capacity": "many"}, {"created": "long ago"},
    ],
)  # fmt: skip
def test_one_odd_field_costs_no_event(change: dict[str, Any]) -> None:
    """Where it can be left out."""
    reading = _read(change)
    assert len(reading.events) == 1
    assert reading.ok


def test_a_page_of_answers_is_read_and_recognised() -> None:
    """Also in a file that ends in .json."""
    page = json.dumps({"pagination": {"page_count": 1}, "events": [EVENT, 7]})
    reading = parse(page)
    assert [event.name for event in reading.events] == ["Clusters"]
    assert [finding.code for finding in reading.errors] == [codes.WRONG_TYPE]
    assert recognise(page, "a.json").name == "eventbrite"
