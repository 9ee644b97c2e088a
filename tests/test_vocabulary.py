"""The vocabulary check knows schema.org's terms, and what was meant by others."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from eventkit import codes
from eventkit.formats.jsonld import to_jsonld
from eventkit.model import Event
from eventkit.testing import events
from eventkit.vocabulary import check_vocabulary, is_kind_of, local_name

NODE = {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    "name": "Clusters and SMEs",
    "startDate": "2019-04-17T13:00+02:00",
    "endDate": "2019-04-17",
    "duration": "PT1H",
    "eventStatus": ["https://schema.org/EventMovedOnline", "EventRescheduled"],
    "location": ["Lyon", {"@type": "City", "name": "Lyon"}, {"@id": "#hall"}],
    "performer": {"@type": "Role", "roleName": "host", "performer": {"@type": "Person"}},
    "image": ["a.png", {"@type": "ImageObject", "width": "1200 px", "height": 675}],
    "offers": {"@type": "AggregateOffer", "lowPrice": "10.00", "highPrice": 20, "offerCount": 2},
    "inLanguage": "fr",
    "isAccessibleForFree": "https://schema.org/False",
    "description": {"@value": "A talk", "@language": "en"},
    "maximumAttendeeCapacity": 100,
    "x:extra": 1,
    "https://example.org/terms#own": "kept",
}


def _codes(node: Any) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.path) for finding in check_vocabulary(node)]


def test_the_table_is_small() -> None:
    """It is read at once and ships with every wheel."""
    text = files("eventkit.vocabulary").joinpath("schemaorg.json").read_text("utf-8")
    assert len(text) < 200_000
    assert json.loads(text)["release"] == "30.0"


@pytest.mark.parametrize(
    ("term", "name"),
    [
        ("Event", "Event"),
        ("schema:Event", "Event"),
        ("http://schema.org/Event", "Event"),
        ("https://www.schema.org/Event/", "Event"),
        ("https://example.org/Event", None),
        ("foaf:name", None),
    ],
)
def test_a_term_has_many_spellings(term: str, name: str | None) -> None:
    """Bare, with a prefix, or in full, with http or https."""
    assert local_name(term) == name


def test_types_have_parents() -> None:
    """A course that is held is an event, a person is not."""
    assert is_kind_of("CourseInstance", "Event")
    assert is_kind_of("Event", "Thing")
    assert not is_kind_of("Person", "Event")
    assert not is_kind_of("Nonsense", "Thing")


def test_what_is_right_stays_silent() -> None:
    """Every way of writing that schema.org and JSON-LD allow."""
    assert check_vocabulary(NODE) == ()


@given(event=events())
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_what_we_write_stays_silent(event: Event) -> None:
    """Whatever the event, its markup is in schema.org's terms."""
    assert check_vocabulary(to_jsonld([event])) == ()


@pytest.mark.parametrize(
    ("change", "code", "path", "hint"),
    [
        ({"@type": "OnlineEvent"}, codes.UNKNOWN_TYPE, None, "OnlineEventAttendanceMode"),
        ({"@type": "BuisnessEvent"}, codes.UNKNOWN_TYPE, None, "BusinessEvent"),
        ({"location": {"@type": "VirtualPlace"}}, codes.UNKNOWN_TYPE, "location", "VirtualLoc"),
        ({"speakers": []}, codes.UNKNOWN_PROPERTY, "speakers", "performer"),
        ({"start_date": "2019-04-17"}, codes.UNKNOWN_PROPERTY, "start_date", "startDate"),
        ({"orgnizer": {}}, codes.UNKNOWN_PROPERTY, "orgnizer", "organizer"),
        ({"price": "10"}, codes.UNEXPECTED_PROPERTY, "price", "Offer"),
        ({"startDate": "next week"}, codes.WRONG_VALUE_TYPE, "startDate", "2019-04-17"),
        ({"startDate": 1555498800}, codes.WRONG_VALUE_TYPE, "startDate", "2019-04-17"),
        ({"organizer": "gnomon sas"}, codes.WRONG_VALUE_TYPE, "organizer", "Organization"),
        ({"performer": {"@type": "Place"}}, codes.WRONG_VALUE_TYPE, "performer", "Organization"),
        ({"isAccessibleForFree": "yes"}, codes.WRONG_VALUE_TYPE, "isAccessibleForFree", "true"),
        ({"duration": "1 hour"}, codes.WRONG_VALUE_TYPE, "duration", "PT1H"),
        ({"name": 7}, codes.WRONG_VALUE_TYPE, "name", "quotes"),
        ({"eventStatus": "EventLive"}, codes.UNKNOWN_MEMBER, "eventStatus", "EventScheduled"),
        ({"eventStatus": "eventcancelled"}, codes.UNKNOWN_MEMBER, "eventStatus", "EventCancelled"),
        (
            {"eventAttendanceMode": "https://schema.org/Online"},
            codes.UNKNOWN_MEMBER,
            "eventAttendanceMode",
            "OnlineEventAttendanceMode",
        ),
        (
            {"offers": [{"@type": "Offer", "availability": {"@id": "schema:instock"}}]},
            codes.UNKNOWN_MEMBER,
            "offers[0].availability",
            "InStock",
        ),
        ({"performers": {"@type": "Person"}}, codes.SUPERSEDED, "performers", "performer"),
        ({"@type": "UserBlocks", "endDate": []}, codes.SUPERSEDED, None, "InteractionCounter"),
    ],
)
def test_what_is_wrong_is_named_with_what_was_meant(
    change: dict[str, Any], code: str, path: str | None, hint: str
) -> None:
    """One change to a right node, one finding, at its property."""
    wrong = {key: value for key, value in NODE.items() if key in ("@context", "name")}
    found = check_vocabulary({"@type": "Event", **wrong, **change})
    assert [(one.code, one.path) for one in found] == [(code, path)]
    assert hint in (found[0].hint or "")


def test_a_role_may_carry_any_property() -> None:
    """The property that it stands in is repeated inside of it."""
    role = {"@type": "OrganizationRole", "worksFor": {"@type": "Organization"}, "roleName": "CEO"}
    assert check_vocabulary({"@type": "Person", "worksFor": role}) == ()


def test_depth_and_number_are_bounded() -> None:
    """Neither a deep node nor a wide one stops the check."""
    deep: dict[str, Any] = {}
    for _ in range(500):
        deep = {"@type": "Event", "subEvent": deep}
    assert codes.TOO_LARGE in {code for code, _ in _codes(deep)}
    assert len(_codes([{"@type": "Evemt"}] * 5000)) == 1000
