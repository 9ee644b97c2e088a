"""JSON-LD says what the event says, safely, and nothing secret."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs
import html5lib
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit.errors import InvalidValueError
from eventkit.formats.jsonld import render, to_jsonld, to_jsonld_script
from eventkit.model import (
    Affiliation,
    Availability,
    ContactPoint,
    Event,
    EventSeries,
    EventStatus,
    Image,
    JoinDetails,
    Material,
    OccurrenceChange,
    Offer,
    Organization,
    Person,
    Place,
    Recording,
    Recurrence,
    Role,
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


WEEKLY = Event(
    "Reading hour",
    TimeSlot.local("2026-10-01 18:00", "19:30", "Europe/Paris"),
    url="https://example.org/reading",
    locations=[VirtualLocation("https://example.org/reading")],
)


def _values(value: Any) -> Iterator[Any]:
    """Yield every value inside a node, the node first."""
    yield value
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        for one in inner:
            yield from _values(one)


def _series(event: Event, rule: str | None, **more: Any) -> Any:
    """Return the series that *event* gets by coming again."""
    return to_jsonld(attrs.evolve(event, recurrence=Recurrence(rule, **more)))["superEvent"]


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


@given(event=events())
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_nothing_empty_and_no_list_of_one(event: Event) -> None:
    """What is absent has no key, one value is no list, and a context stands once."""
    node = to_jsonld(event)
    found = list(_values(node))
    assert not [value for value in found if value is None or value in ("", [], {})]
    assert not [value for value in found if isinstance(value, list) and len(value) == 1]
    assert sum("@context" in value for value in found if isinstance(value, dict)) == 1


@given(event=events())
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_the_same_event_has_the_same_bytes(event: Event) -> None:
    """Writing has no memory."""
    assert render(event) == render(attrs.evolve(event)) == render(event)


@pytest.mark.parametrize(
    ("day", "offset"),
    [("2026-03-28", "+01:00"), ("2026-03-30", "+02:00"), ("2026-10-26", "+01:00")],
)
def test_the_offset_is_that_of_the_day(day: str, offset: str) -> None:
    """Summer time is the day's, not the writer's."""
    node = to_jsonld(Event("A", TimeSlot.local(f"{day} 13:00", None, "Europe/Paris")))
    assert node["startDate"] == f"{day}T13:00:00{offset}"
    assert "endDate" not in node


def test_both_readings_of_a_repeated_hour_differ() -> None:
    """Half past one in New York comes twice on the first of November 2026."""
    starts = [
        to_jsonld(Event("A", TimeSlot.local("2026-11-01 01:30", None, "America/New_York", which)))
        for which in ("earlier", "later")
    ]
    assert [node["startDate"][-6:] for node in starts] == ["-04:00", "-05:00"]


def test_an_offset_with_seconds_is_written_in_utc() -> None:
    """Until 1972 Monrovia was 44 minutes and 30 seconds behind, which no offset can say."""
    node = to_jsonld(Event("A", TimeSlot.local("1971-05-01 12:00", None, "Africa/Monrovia")))
    assert node["startDate"] == "1971-05-01T12:44:30+00:00"


def test_a_day_has_no_hour_anywhere() -> None:
    """One day has one date, and a broadcast on it no invented midnight."""
    node = to_jsonld(
        Event(
            "A",
            TimeSlot(date(2021, 5, 6)),
            recordings=[Recording("https://v.example/1", is_live_broadcast=True)],
        )
    )
    assert "endDate" not in node
    assert node["recordedIn"]["publication"]["startDate"] == "2021-05-06"
    assert "T00:00" not in json.dumps(node)


@pytest.mark.parametrize("status", ["scheduled", "cancelled", "postponed"])
def test_only_a_moved_start_is_a_previous_one(status: str) -> None:
    """A status that is no move leaves the dates alone, and tells of no earlier ones."""
    previous = [datetime(2019, 4, 10, 11, tzinfo=UTC)]
    node = to_jsonld(attrs.evolve(EVENT, status=status, previous_starts=previous))
    plain = to_jsonld(EVENT)
    assert "previousStartDate" not in node
    assert {**node, "eventStatus": None} == {**plain, "eventStatus": None}


def test_every_previous_start_is_told() -> None:
    """Moved twice, two starts; a date stays one."""
    previous = [datetime(2019, 4, 10, 11, tzinfo=UTC), date(2019, 4, 11)]
    node = to_jsonld(attrs.evolve(EVENT, status="rescheduled", previous_starts=previous))
    assert node["previousStartDate"] == ["2019-04-10T13:00:00+02:00", "2019-04-11"]


def test_an_event_moved_online_is_online() -> None:
    """Without another address it is at its page."""
    page = "https://example.org/a"
    node = to_jsonld(Event("A", SLOT, url=page, status="moved_online"))
    assert node["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert node["location"] == {"@type": "VirtualLocation", "url": page}


def test_an_event_without_locations_has_no_attendance_mode() -> None:
    """A page alone does not say where it happens."""
    node = to_jsonld(Event("A", SLOT, url="https://example.org/a"))
    assert not {"location", "eventAttendanceMode"} & node.keys()


def test_a_public_address_stands_before_the_page() -> None:
    """Where there is one, the page is not added beside it."""
    joining = JoinDetails("https://meet.example/5ecret")
    public = [VirtualLocation("https://example.org/room", name="Room")]
    node = to_jsonld(
        Event("A", SLOT, url="https://example.org/a", joining=joining, locations=public)
    )
    assert node["location"]["url"] == "https://example.org/room"


def test_a_place_without_a_street_is_only_what_is_known() -> None:
    """No address is made up."""
    node = to_jsonld(Event("A", SLOT, locations=[Place("Lyon")]))
    assert node["location"] == {"@type": "Place", "name": "Lyon"}
    assert node["eventAttendanceMode"].endswith("/OfflineEventAttendanceMode")


def test_offers_keep_their_order_exact_price_and_zone() -> None:
    """An early price stands before the later one; sold out is said; no price is no zero."""
    until = datetime(2019, 4, 1, 10, tzinfo=UTC)
    offers = [
        Offer("8.50", "EUR", name="Early", valid_until=until),
        Offer(Decimal("1E+1"), "EUR", valid_from=until, availability=Availability.SOLD_OUT),
        Offer(url="https://example.org/ask"),
    ]
    early, late, ask = to_jsonld(attrs.evolve(EVENT, offers=offers))["offers"]
    assert (early["price"], late["price"]) == ("8.50", "10")
    assert early["validThrough"] == late["validFrom"] == "2019-04-01T12:00:00+02:00"
    assert late["availability"] == "https://schema.org/SoldOut"
    assert ask == {"@type": "Offer", "url": "https://example.org/ask"}


def test_mixed_prices_are_neither_free_nor_not() -> None:
    """A free ticket beside a paid one leaves the question open."""
    node = to_jsonld(attrs.evolve(EVENT, offers=[Offer(0, "EUR"), Offer("5", "EUR")]))
    assert "isAccessibleForFree" not in node


def test_capacity_is_that_of_the_room_or_of_the_line() -> None:
    """Zero seats left is a number, not an absence."""
    online = to_jsonld(attrs.evolve(WEEKLY, capacity=90, remaining_capacity=0))
    assert (online["maximumVirtualAttendeeCapacity"], online["remainingAttendeeCapacity"]) == (
        90,
        0,
    )
    room = to_jsonld(attrs.evolve(WEEKLY, capacity=90, locations=[Place("Hall")]))
    assert room["maximumAttendeeCapacity"] == 90


def test_one_value_is_a_scalar_and_several_a_list() -> None:
    """Languages and keywords show it."""
    node = to_jsonld(attrs.evolve(EVENT, in_language="en", keywords=["a", "b"]))
    assert (node["inLanguage"], node["keywords"]) == ("en", ["a", "b"])


def test_a_moderator_stands_inside_a_role() -> None:
    """The part is told by the role, the person stays whole; a plain speaker needs none."""
    cast = [Speaker("A"), Speaker("B", role=Role.MODERATOR)]
    plain, role = to_jsonld(attrs.evolve(EVENT, speakers=cast))["performer"]
    assert plain == {"@type": "Person", "name": "A"}
    assert role == {
        "@type": "Role",
        "roleName": "moderator",
        "performer": {"@type": "Person", "name": "B"},
    }
    assert "performer" not in to_jsonld(attrs.evolve(EVENT, speakers=()))


def test_a_title_that_was_held_has_its_days() -> None:
    """A membership without a title has no role name, and one without anything is no role."""
    held = Affiliation("A", since=date(2019, 1, 1), until=date(2020, 1, 1))
    person = to_jsonld(Event("T", SLOT, organizer=Person("P", affiliations=[held])))
    role = person["organizer"]["memberOf"]
    assert (role["startDate"], role["endDate"]) == ("2019-01-01", "2020-01-01")
    assert "roleName" not in role
    bare = to_jsonld(Event("T", SLOT, organizer=Person("P", affiliations=[Affiliation("B")])))
    assert bare["organizer"] == {
        "@type": "Person",
        "name": "P",
        "affiliation": {"@type": "Organization", "name": "B"},
    }


def test_a_contact_belongs_to_the_organiser_or_is_who_may_be_asked() -> None:
    """An Event has no contactPoint of its own."""
    contact = ContactPoint(name="Desk", email="desk@example.org")
    node = {"@type": "ContactPoint", "name": "Desk", "email": "desk@example.org"}
    whole = to_jsonld(attrs.evolve(EVENT, organizer="A", co_organizers=["B"], contact=contact))
    assert whole["organizer"][0]["contactPoint"] == node
    assert "contactPoint" not in whole["organizer"][1]
    assert "potentialAction" not in whole
    lone = to_jsonld(attrs.evolve(EVENT, contact=contact))
    assert lone["potentialAction"] == {"@type": "CommunicateAction", "recipient": node}


def test_the_dates_of_the_announcement_are_not_those_of_the_event() -> None:
    """An Event cannot be created or modified, the work that tells of it can."""
    when = datetime(2019, 3, 1, 9, tzinfo=UTC)
    node = to_jsonld(attrs.evolve(EVENT, created=when, updated=when, published=when))
    local = "2019-03-01T10:00:00+01:00"
    assert node["subjectOf"] == {
        "@type": "CreativeWork",
        "dateCreated": local,
        "dateModified": local,
        "datePublished": local,
    }
    assert "subjectOf" not in to_jsonld(EVENT)


def test_a_recording_says_only_what_is_known() -> None:
    """
    No upload date and no still image are invented; what is known has its form.

    Only what is complete is a VideoObject, as search engines would find errors in any other.
    """
    bare = to_jsonld(attrs.evolve(EVENT, recordings=[Recording("https://v.example/1")]))
    assert bare["recordedIn"] == {
        "@type": "MediaObject",
        "name": EVENT.name,
        "url": "https://v.example/1",
    }
    full = Recording(
        "https://v.example/1",
        upload_date=datetime(2019, 4, 18, 8, tzinfo=UTC),
        duration=timedelta(hours=1, seconds=5),
    )
    video = to_jsonld(attrs.evolve(EVENT, recordings=[full]))["recordedIn"]
    assert (video["uploadDate"], video["duration"]) == ("2019-04-18T10:00:00+02:00", "PT1H5S")
    complete = attrs.evolve(full, thumbnail_url="https://v.example/1.png")
    video = to_jsonld(attrs.evolve(EVENT, recordings=[complete]))["recordedIn"]
    assert video["@type"] == "VideoObject"
    live = attrs.evolve(complete, is_live_broadcast=True)
    endless = attrs.evolve(EVENT, slot=attrs.evolve(EVENT.slot, end=None), recordings=[live])
    assert to_jsonld(endless)["recordedIn"]["@type"] == "MediaObject"


def test_a_width_is_a_distance() -> None:
    """A bare picture is its address, one of known size has the unit."""
    pictures = [Image("https://e.org/1.png"), Image("https://e.org/2.png", width=1920)]
    bare, sized = to_jsonld(attrs.evolve(EVENT, images=pictures))["image"]
    assert bare == "https://e.org/1.png"
    assert sized["width"] == "1920 px"


def test_material_audience_sessions_and_series_are_linked() -> None:
    """A conference has its sessions below it and its series above."""
    node = to_jsonld(
        attrs.evolve(
            EVENT,
            audience="Students",
            materials=[Material("https://e.org/s.pdf", encoding_format="application/pdf")],
            series=EventSeries("Talks", url="https://e.org/talks", uid="talks"),
            sub_events=[Event("One", SLOT), Event("Two", SLOT)],
        )
    )
    assert node["audience"] == {"@type": "Audience", "audienceType": "Students"}
    assert node["workFeatured"]["encodingFormat"] == "application/pdf"
    assert node["superEvent"] == {
        "@type": "EventSeries",
        "name": "Talks",
        "url": "https://e.org/talks",
        "identifier": "talks",
    }
    assert [session["name"] for session in node["subEvent"]] == ["One", "Two"]


@pytest.mark.parametrize(
    ("uid", "expected"),
    [
        ("9b2ff1b0-7d2b-5c0e-8a44-0d1c2b3a4f5e", "urn:uuid:9b2ff1b0-7d2b-5c0e-8a44-0d1c2b3a4f5e"),
        ("9B2FF1B0-7D2B-5C0E-8A44-0D1C2B3A4F5E", "urn:uuid:9b2ff1b0-7d2b-5c0e-8a44-0d1c2b3a4f5e"),
        ("9b2ff1b07d2b5c0e8a440d1c2b3a4f5e", None),
        ("a@example.org", None),
    ],
)
def test_only_a_uuid_is_named_as_one(uid: str, expected: str | None) -> None:
    """Any other identifier is told, but is no IRI."""
    node = to_jsonld(attrs.evolve(EVENT, uid=uid))
    assert (node.get("@id"), node["identifier"]) == (expected, uid)


def test_a_weekly_event_is_the_first_of_a_series_with_a_schedule() -> None:
    """The event keeps its dates, as the Schedule stands in the series."""
    weekly = attrs.evolve(
        WEEKLY, recurrence=Recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SA;COUNT=4")
    )
    node = to_jsonld(weekly)
    assert node["startDate"] == "2026-10-01T18:00:00+02:00"
    assert "eventSchedule" not in node
    assert node["superEvent"] == {
        "@type": "EventSeries",
        "name": "Reading hour",
        "eventSchedule": {
            "@type": "Schedule",
            "startDate": "2026-10-01",
            "repeatFrequency": "P2W",
            "byDay": ["https://schema.org/Thursday", "https://schema.org/Saturday"],
            "repeatCount": 4,
            "startTime": "18:00:00",
            "endTime": "19:30:00",
            "duration": "PT1H30M",
            "scheduleTimezone": "Europe/Paris",
        },
    }


def test_a_named_series_stands_beside_the_one_that_recurs() -> None:
    """The schedule of one event is not that of everything in its series."""
    event = attrs.evolve(WEEKLY, series=EventSeries("Talks"))
    named, recurring = _series(event, "FREQ=DAILY")
    assert (named["name"], "eventSchedule" in named) == ("Talks", False)
    assert recurring["eventSchedule"]["repeatFrequency"] == "P1D"


@pytest.mark.parametrize(
    ("rule", "terms"),
    [
        ("FREQ=MONTHLY;BYDAY=1TH,-1FR", {"repeatFrequency": "P1M", "byDay": ["1TH", "-1FR"]}),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", {"byMonthDay": [1, 15]}),
        ("FREQ=YEARLY;BYMONTH=10", {"repeatFrequency": "P1Y", "byMonth": 10}),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", {"byMonth": 10, "byMonthDay": 1}),
        ("FREQ=WEEKLY;BYDAY=TH;WKST=SU", {"byDay": "https://schema.org/Thursday"}),
        ("FREQ=DAILY;UNTIL=20261009", {"endDate": "2026-10-09"}),
        ("FREQ=DAILY;UNTIL=20261009T160000Z", {"endDate": "2026-10-09"}),
        ("FREQ=DAILY;UNTIL=20261009T155959Z", {"endDate": "2026-10-08"}),
        ("FREQ=DAILY;UNTIL=20261009T180000", {"endDate": "2026-10-09"}),
    ],
)
def test_a_schedule_says_what_the_rule_says(rule: str, terms: dict[str, Any]) -> None:
    """The last day is one on which the rule still gives a start, on the clocks of the event."""
    schedule = _series(WEEKLY, rule)["eventSchedule"]
    assert {key: schedule.get(key) for key in terms} == terms


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "FREQ=DAILY;BYHOUR=9,18",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=DAILY;UNTIL=20260101",
    ],
)
def test_a_rule_that_a_schedule_cannot_say_is_left_out(rule: str) -> None:
    """The series stays, nothing false is said about when."""
    assert _series(WEEKLY, rule) == {"@type": "EventSeries", "name": "Reading hour"}


def test_gaps_are_exceptions_on_the_clocks_of_the_event() -> None:
    """The offset of an exception is that of its own day."""
    gaps = [datetime(2026, 10, 8, 18), datetime(2026, 10, 29, 18)]
    series = _series(WEEKLY, "FREQ=WEEKLY", excluded=gaps)
    assert series["eventSchedule"]["exceptDate"] == [
        "2026-10-08T18:00:00+02:00",
        "2026-10-29T18:00:00+01:00",
    ]


def test_a_schedule_of_days_has_no_clock() -> None:
    """Dates recur as dates, two days long."""
    days = Event("Camp", TimeSlot(date(2026, 7, 1), date(2026, 7, 2)))
    series = _series(days, "FREQ=YEARLY", excluded=[date(2027, 7, 1)], included=[date(2026, 9, 1)])
    assert series["eventSchedule"] == {
        "@type": "Schedule",
        "startDate": "2026-07-01",
        "repeatFrequency": "P1Y",
        "duration": "P2D",
        "exceptDate": "2027-07-01",
    }
    assert (series["subEvent"]["startDate"], series["subEvent"]["endDate"]) == (
        "2026-09-01",
        "2026-09-02",
    )


def test_a_fixed_offset_stands_with_the_time() -> None:
    """It is no IANA zone."""
    slot = TimeSlot.local("2026-10-01 18:00", None, "+05:30")
    schedule = _series(Event("A", slot), "FREQ=DAILY")["eventSchedule"]
    assert schedule["startTime"] == "18:00:00+05:30"
    assert not {"scheduleTimezone", "endTime", "duration"} & schedule.keys()


def test_a_night_has_a_length_but_no_hour_of_end() -> None:
    """Past midnight, an hour before that of the start would be read as earlier."""
    slot = TimeSlot.local("2026-10-01 22:00", "01:00", "Europe/Paris")
    schedule = _series(Event("A", slot), "FREQ=WEEKLY")["eventSchedule"]
    assert schedule["duration"] == "PT3H"
    assert "endTime" not in schedule


def test_a_moved_occurrence_is_an_event_below_the_series() -> None:
    """It has its own start, tells the one it had, and leaves a gap there."""
    moved = OccurrenceChange(
        datetime(2026, 10, 15, 18), slot=TimeSlot.local("2026-10-16 18:00", "19:00", "Europe/Paris")
    )
    series = _series(WEEKLY, "FREQ=WEEKLY", changes=[moved])
    assert series["eventSchedule"]["exceptDate"] == "2026-10-15T18:00:00+02:00"
    occurrence = series["subEvent"]
    assert occurrence["startDate"] == "2026-10-16T18:00:00+02:00"
    assert occurrence["previousStartDate"] == "2026-10-15T18:00:00+02:00"
    assert occurrence["eventStatus"] == "https://schema.org/EventRescheduled"
    assert occurrence["location"]["url"] == WEEKLY.url


def test_a_cancelled_occurrence_says_so_and_a_renamed_one_still_happens() -> None:
    """Only the first of the two is an exception of the schedule."""
    changes = [
        OccurrenceChange(datetime(2026, 10, 29, 18), status=EventStatus.CANCELLED),
        OccurrenceChange(datetime(2026, 11, 5, 18), name="Guest", description="Welcome."),
    ]
    series = _series(WEEKLY, "FREQ=WEEKLY", changes=changes)
    assert series["eventSchedule"]["exceptDate"] == "2026-10-29T18:00:00+01:00"
    off, guest = series["subEvent"]
    assert off["eventStatus"] == "https://schema.org/EventCancelled"
    assert (off["startDate"], off["endDate"]) == (
        "2026-10-29T18:00:00+01:00",
        "2026-10-29T19:30:00+01:00",
    )
    assert (guest["name"], guest["description"]) == ("Guest", "Welcome.")
    assert guest["eventStatus"] == "https://schema.org/EventScheduled"


def test_an_occurrence_moved_online_leaves_its_room() -> None:
    """The others stay where they are."""
    hybrid = attrs.evolve(WEEKLY, locations=[Place("Hall")])
    change = OccurrenceChange(datetime(2026, 10, 8, 18), status=EventStatus.MOVED_ONLINE)
    occurrence = _series(hybrid, "FREQ=WEEKLY", changes=[change])["subEvent"]
    assert occurrence["location"] == {"@type": "VirtualLocation", "url": WEEKLY.url}
    assert occurrence["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")


def test_a_change_of_the_first_occurrence_is_the_event_itself() -> None:
    """An event whose first evening is off is not announced for that evening."""
    change = OccurrenceChange(datetime(2026, 10, 1, 18), status=EventStatus.CANCELLED)
    node = to_jsonld(attrs.evolve(WEEKLY, recurrence=Recurrence("FREQ=DAILY", changes=[change])))
    assert node["eventStatus"] == "https://schema.org/EventCancelled"
    assert node["startDate"] == "2026-10-01T18:00:00+02:00"
    assert "subEvent" not in node["superEvent"]


def test_added_dates_need_no_rule() -> None:
    """They are events as long as the first, also over a change of the clocks."""
    night = Event("A", TimeSlot.local("2026-10-01 22:00", "08:00", "Europe/Paris"))
    series = _series(night, None, included=[datetime(2026, 10, 24, 22)])
    assert "eventSchedule" not in series
    assert series["subEvent"]["startDate"] == "2026-10-24T22:00:00+02:00"
    assert series["subEvent"]["endDate"] == "2026-10-25T07:00:00+01:00"


def test_an_added_date_is_told_once() -> None:
    """One that is the first, excluded or changed is not written again."""
    at = [datetime(2026, 10, day, 10) for day in (2, 3, 4)]
    series = _series(
        WEEKLY,
        None,
        included=[datetime(2026, 10, 1, 18), *at],
        excluded=at[:1],
        changes=[OccurrenceChange(at[1], name="Guest")],
    )
    assert [(one["name"], one["startDate"][:10]) for one in series["subEvent"]] == [
        ("Guest", "2026-10-03"),
        ("Reading hour", "2026-10-04"),
    ]


def test_an_exception_outside_the_calendar_is_refused_in_our_words() -> None:
    """No overflow of another library comes through."""
    with pytest.raises(InvalidValueError, match="calendar"):
        _series(WEEKLY, "FREQ=DAILY", excluded=[datetime(1, 1, 1)])


def test_events_may_come_from_a_generator() -> None:
    """They are asked for once."""
    text, _ = _script_text(to_jsonld_script(event for event in (EVENT, WEEKLY)))
    assert len(json.loads(text)["@graph"]) == 2
