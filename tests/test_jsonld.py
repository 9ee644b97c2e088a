"""JSON-LD says what the event says, safely, and nothing secret."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import attrs
import html5lib
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit.formats.jsonld import render, to_jsonld, to_jsonld_script
from eventkit.model import (
    Affiliation,
    Event,
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
from eventkit.testing import SECRET, events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
EVENT = Event(
    "Clusters and SMEs: a way to face globalisation?",
    SLOT,
    speakers=[
        Speaker(
            "Alain Tubiana",
            honorific_prefix="Mr.",
            affiliations=[
                Affiliation("gnomon sas", title="Chairman"),
                Affiliation(
                    Organization("Strasbourg University", country="FR"),
                    title="Head of Master in Cluster Management",
                ),
            ],
        )
    ],
)


def _script_text(html: str) -> tuple[str, int]:
    """Return the script's text as an HTML5 parser sees it, and how many scripts there are."""
    document = html5lib.parse(html, namespaceHTMLElements=False)
    scripts = list(document.iter("script"))
    return scripts[0].text, len(scripts)


@given(event=events())
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_whatever_the_event_the_script_is_its_data(event: Event) -> None:
    """An HTML5 parser finds one script whose JSON is the node, without any secret."""
    script = to_jsonld_script(event)
    text, count = _script_text(f"<!doctype html><head>{script}</head><body><p>after</p>")
    assert count == 1
    assert json.loads(text) == to_jsonld(event) == json.loads(render(event))
    assert SECRET not in text


@pytest.mark.parametrize("name", ["</script><b>", "<!-- <script>", "&lt;b&gt; &amp;", "]]>"])
def test_markup_in_a_title_stays_text(name: str) -> None:
    """The title comes out of the page as it went in."""
    text, count = _script_text(f"<body>{to_jsonld_script(Event(name, SLOT))}<p>after</p>")
    assert count == 1
    assert json.loads(text)["name"] == name


def test_times_have_the_offset_of_the_events_zone() -> None:
    """Paris in April is two hours ahead of UTC."""
    node = to_jsonld(EVENT)
    assert node["startDate"] == "2019-04-17T13:00:00+02:00"
    assert node["endDate"] == "2019-04-17T14:00:00+02:00"


def test_dates_stay_dates() -> None:
    """An unknown hour is never midnight."""
    node = to_jsonld(Event("A", TimeSlot(date(2021, 5, 6), date(2021, 5, 8))))
    assert (node["startDate"], node["endDate"]) == ("2021-05-06", "2021-05-08")


def test_each_title_stays_with_its_organisation() -> None:
    """Simple readers get flat lists, careful ones the pairs."""
    person = to_jsonld(EVENT)["performer"]
    assert person["honorificPrefix"] == "Mr."
    assert person["jobTitle"] == ["Chairman", "Head of Master in Cluster Management"]
    assert [org["name"] for org in person["affiliation"]] == ["gnomon sas", "Strasbourg University"]
    pairs = {role["roleName"]: role["memberOf"] for role in person["memberOf"]}
    assert pairs["Chairman"]["name"] == "gnomon sas"
    school = pairs["Head of Master in Cluster Management"]
    assert school["address"]["addressCountry"] == "FR"


@pytest.mark.parametrize(
    ("status", "previous", "expected"),
    [
        ("scheduled", (), "https://schema.org/EventScheduled"),
        ("cancelled", (), "https://schema.org/EventCancelled"),
        ("postponed", (), "https://schema.org/EventPostponed"),
        (
            "rescheduled",
            (datetime(2019, 4, 10, 11, tzinfo=UTC),),
            "https://schema.org/EventRescheduled",
        ),
        ("moved_online", (), "https://schema.org/EventMovedOnline"),
        (
            "moved_online",
            (datetime(2019, 4, 10, 11, tzinfo=UTC),),
            ["https://schema.org/EventMovedOnline", "https://schema.org/EventRescheduled"],
        ),
    ],
)
def test_the_status_is_one_that_schema_org_allows(
    status: str, previous: Any, expected: Any
) -> None:
    """A previous start is written in the zone of the event."""
    node = to_jsonld(attrs.evolve(EVENT, status=EventStatus(status), previous_starts=previous))
    assert node["eventStatus"] == expected
    assert node.get("previousStartDate") == ("2019-04-10T13:00:00+02:00" if previous else None)


def test_the_join_link_is_replaced_by_the_public_page() -> None:
    """An online event with only a join link points to its page, or nowhere."""
    joining = JoinDetails("https://meet.example/5ecret", passcode="5ecret")
    page = "https://example.org/a"
    node = to_jsonld(Event("A", SLOT, url=page, joining=joining))
    assert node["location"] == {"@type": "VirtualLocation", "url": page}
    assert node["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert "location" not in to_jsonld(Event("A", SLOT, joining=joining))


def test_a_hybrid_event_has_both_locations() -> None:
    """A place and an address make a mixed event."""
    node = to_jsonld(
        Event(
            "A", SLOT, locations=[Place("Room 1", country="FR"), VirtualLocation("https://e.org/")]
        )
    )
    assert [location["@type"] for location in node["location"]] == ["Place", "VirtualLocation"]
    assert node["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")


def test_free_is_a_price_and_unknown_is_none() -> None:
    """Zero is written, absence is not."""
    free = to_jsonld(Event("A", SLOT, offers=[Offer(0, "EUR")]))
    assert free["offers"] == {"@type": "Offer", "price": "0", "priceCurrency": "EUR"}
    assert free["isAccessibleForFree"] is True
    assert not {"offers", "isAccessibleForFree"} & to_jsonld(EVENT).keys()


def test_a_live_stream_is_a_broadcast() -> None:
    """The video says from when to when it is live."""
    node = to_jsonld(
        attrs.evolve(EVENT, recordings=[Recording("https://v.example/1", is_live_broadcast=True)])
    )
    broadcast = node["recordedIn"]["publication"]
    assert broadcast["isLiveBroadcast"] is True
    assert broadcast["startDate"] == node["startDate"]


def test_several_events_are_a_graph() -> None:
    """One event is a node, several share a context."""
    assert [node["name"] for node in to_jsonld([EVENT, EVENT])["@graph"]] == [EVENT.name] * 2
