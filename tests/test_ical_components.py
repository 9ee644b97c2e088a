"""People, places and links as newer standards have them, in calendars that old readers read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from test_ical_reading import calendar, only, read

from eventkit import lifecycle, to_ical, to_jsonld, write
from eventkit.formats import ical
from eventkit.formats.jsonld import to_jsonld as write_jsonld
from eventkit.model import (
    Event,
    EventSeries,
    EventStatus,
    JoinDetails,
    Material,
    Offer,
    Organization,
    Place,
    Role,
    Speaker,
    TimeSlot,
    VirtualLocation,
)
from eventkit.registry import render
from eventkit.testing import SECRET, events

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
START = "DTSTART;TZID=Europe/Berlin:20260305T170000"
EVENT = Event(
    "Clusters",
    TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris"),
    uid="clusters",
    speakers=[
        Speaker("Alain Tubiana", bio="Leads clusters.", email="alain@example.org"),
        Speaker("Ada", role="moderator", url="https://example.org/ada"),
    ],
    sponsors=[Organization("gnomon sas", url="https://example.org/gnomon")],
    organizer=Organization("Academy", url="https://example.org/academy"),
    locations=[
        Place("Aula", address="Rue 1", country="FR", latitude=48.5, longitude=2.25),
        VirtualLocation("https://example.org/live"),
    ],
    offers=[Offer("0", "EUR", url="https://example.org/register")],
    series=EventSeries("Talks", url="https://example.org/talks"),
    joining=JoinDetails("https://meet.example/j/1", passcode="5ecret"),
)


def _entry(text: str) -> icalendar.Event:
    (entry,) = icalendar.Calendar.from_ical(text).events
    return entry


def test_people_are_participants_with_their_part() -> None:
    """Another reader finds who speaks, what else they do, and who pays for it."""
    found = [one for one in _entry(to_ical(EVENT)).subcomponents if one.name == "PARTICIPANT"]
    assert [
        (str(one["PARTICIPANT-TYPE"]), str(one["SUMMARY"]), str(one.get("URL", "")))
        for one in found
    ] == [
        ("SPEAKER", "Alain Tubiana", ""),
        ("SPEAKER", "Ada", "https://example.org/ada"),
        ("SPONSOR", "gnomon sas", "https://example.org/gnomon"),
    ]
    assert str(found[0]["DESCRIPTION"]) == "Leads clusters."
    assert str(found[0]["CALENDAR-ADDRESS"]) == "mailto:alain@example.org"
    assert [str(word) for word in found[1]["CATEGORIES"].cats] == ["moderator"]
    assert len({str(one["UID"]) for one in found}) == 3


def test_places_and_links_have_their_properties() -> None:
    """A place is a VLOCATION; the pages beside the event's own are links that say what they are."""
    entry = _entry(to_ical(EVENT))
    (room,) = [one for one in entry.subcomponents if one.name == "VLOCATION"]
    assert (str(room["NAME"]), str(room["DESCRIPTION"])) == ("Aula", "Rue 1, FR")
    assert (room["GEO"].latitude, room["GEO"].longitude) == (48.5, 2.25)
    assert {one.params["LINKREL"]: str(one) for one in entry["LINK"]} == {
        "collection": "https://example.org/talks",
        "author": "https://example.org/academy",
        "payment": "https://example.org/register",
    }


def _structured(text: str) -> dict[str, icalendar.vText]:
    listed = _entry(text).get("STRUCTURED-DATA", [])
    many = listed if isinstance(listed, list) else [listed]
    return {one.params["FMTTYPE"]: one for one in many}


@given(event=events(max_depth=0))
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_the_json_ld_stands_inside(event: Event) -> None:
    """With its schema, as `to_jsonld` gives it; the way in is in neither rendering of it."""
    plain = Event(**{**_fields(event), "recurrence": None})
    for invited in (False, True):
        found = _structured(to_ical(plain, dtstamp=STAMP, invited=invited))
        linked = found.get("application/ld+json")
        if linked is not None:
            assert linked.params["SCHEMA"] == f"https://schema.org/{plain.event_type}"
            assert json.loads(linked) == json.loads(json.dumps(to_jsonld(plain)))
            assert SECRET not in linked


def _fields(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in Event.__slots__ if name != "__weakref__"}


def test_what_the_properties_say_is_not_said_again() -> None:
    """An event of title, times, page and words has no structured data, in its own zone."""
    plain = Event("A", EVENT.slot, url="https://example.org/a", description="Words")
    assert _structured(to_ical(plain)) == {}
    assert set(_structured(to_ical(plain, utc=True))) == {"application/vnd.eventkit+json"}


def test_one_option_leaves_out_all_that_is_new() -> None:
    """What is left are the properties of RFC 5545 and RFC 7986."""
    text = to_ical(EVENT, extensions=False)
    assert _entry(text).subcomponents == []
    for name in ("PARTICIPANT", "VLOCATION", "LINK", "STRUCTURED-DATA"):
        assert name in to_ical(EVENT)
        assert name not in text
    assert "5ecret" not in to_ical(EVENT)


def test_every_way_to_write_has_the_json_ld() -> None:
    """By function, by name and from a file; the format alone is given its writer."""
    assert render(EVENT, "ical") == to_ical(EVENT) == ical.to_ical(EVENT, linked=write_jsonld)
    assert "ld+json" in render(EVENT, "jcal")
    assert "ld+json" not in ical.to_ical(EVENT)


def test_a_cancellation_says_so_in_all_of_it() -> None:
    """Whatever the event said of itself before."""
    moved = lifecycle.postpone(EVENT, updated=STAMP)
    text = to_ical(moved, method="CANCEL")
    assert json.loads(_structured(text)["application/ld+json"])["eventStatus"].endswith("Cancelled")
    assert "postponed" not in text
    reading = read(text)
    assert reading.findings == ()
    assert reading.events[0].status is EventStatus.CANCELLED


def test_a_file_is_written_piece_by_piece(tmp_path: Path) -> None:
    """Events are taken one by one, and what is there stays when one of them fails."""
    path = tmp_path / "a.ics"
    write((EVENT for _ in range(2)), path, name="Webinars")
    assert path.read_bytes().decode() == to_ical([EVENT, EVENT], name="Webinars")

    def failing() -> object:
        yield EVENT
        raise OSError

    with pytest.raises(OSError):
        write(failing(), path)
    assert path.read_bytes().decode() == to_ical([EVENT, EVENT], name="Webinars")
    assert list(tmp_path.iterdir()) == [path]


# -- reading ------------------------------------------------------------------------------------

PEOPLE = (
    "BEGIN:PARTICIPANT", "UID:p1", "PARTICIPANT-TYPE:SPEAKER", "SUMMARY:Ada",
    "CALENDAR-ADDRESS:mailto:ada@example.org", "DESCRIPTION:Writes programs.", "END:PARTICIPANT",
    "BEGIN:PARTICIPANT", "UID:p2", "PARTICIPANT-TYPE:ACTIVE", "CATEGORIES:Host",
    "SUMMARY:Grace", "URL:https://example.org/grace", "END:PARTICIPANT",
    "BEGIN:PARTICIPANT", "UID:p3", "PARTICIPANT-TYPE:ACTIVE", "SUMMARY:Somebody",
    "END:PARTICIPANT",
    "BEGIN:PARTICIPANT", "UID:p4", "PARTICIPANT-TYPE:SPONSOR", "SUMMARY:A company",
    "END:PARTICIPANT",
)  # fmt: skip


def test_participants_are_read() -> None:
    """Who only takes part is a finding."""
    text = calendar(START, *PEOPLE)
    event = only(text)
    assert event.speakers == (
        Speaker("Ada", email="ada@example.org", bio="Writes programs."),
        Speaker("Grace", role=Role.HOST, url="https://example.org/grace"),
    )
    assert event.sponsors == (Organization("A company"),)
    assert "a PARTICIPANT that is ACTIVE is not carried" in {
        finding.message for finding in read(text).findings
    }


def test_a_place_is_told_once() -> None:
    """LOCATION says in words what VLOCATION says exactly."""
    room = ("BEGIN:VLOCATION", "UID:l", "NAME:Aula", "DESCRIPTION:Rue 1", "GEO:48.5;2.25")
    event = only(calendar(START, "LOCATION:Aula\\, Rue 1", *room, "END:VLOCATION"))
    assert event.locations == (Place("Aula", address="Rue 1", latitude=48.5, longitude=2.25),)
    event = only(calendar(START, "LOCATION:Foyer", *room, "END:VLOCATION"))
    assert [at.name for at in event.locations] == ["Foyer", "Aula"]


def test_links_are_read_for_what_they_are() -> None:
    """The series, the organizer's page, something to read; others are a finding."""
    text = calendar(
        START,
        "ORGANIZER;CN=Academy:mailto:info@example.org",
        "LINK;LINKREL=collection;LABEL=Talks;VALUE=URI:https://example.org/talks",
        "LINK;LINKREL=author;VALUE=URI:https://example.org/academy",
        "LINK;LINKREL=enclosure;LABEL=Slides;FMTTYPE=application/pdf;VALUE=URI:https://example.org/a.pdf",
        "LINK;LINKREL=SOURCE;VALUE=URI:https://example.org/source",
        "LINK;LINKREL=related;VALUE=UID:another",
    )
    event = only(text)
    assert event.series == EventSeries("Talks", url="https://example.org/talks")
    assert event.organizer == Organization(
        "Academy", email="info@example.org", url="https://example.org/academy"
    )
    assert event.materials == (
        Material("https://example.org/a.pdf", name="Slides", encoding_format="application/pdf"),
    )
    messages = {finding.message for finding in read(text).findings}
    assert "a LINK that is SOURCE is not carried" in messages
    assert "a LINK that is not an address of the web is not carried" in messages


def test_a_way_in_is_found_in_them_too() -> None:
    """It stands in no public field."""
    link = "https://zoom.us/j/123456789?pwd=5ecret"
    for lines in (
        ["BEGIN:PARTICIPANT", "PARTICIPANT-TYPE:SPEAKER", "SUMMARY:Ada", f"URL:{link}"],
        ["BEGIN:PARTICIPANT", "PARTICIPANT-TYPE:SPEAKER", "SUMMARY:Ada", f"DESCRIPTION:At {link}"],
        ["BEGIN:VLOCATION", "NAME:Online", f"URL:{link}"],
    ):
        end = lines[0].replace("BEGIN", "END")
        event = only(calendar(START, *lines, end))
        assert event.joining is not None
        assert event.joining.url == link
        assert "5ecret" not in repr((event.speakers, event.locations))
    event = only(calendar(START, f"LINK;LINKREL=related;VALUE=URI:{link}"))
    assert event.joining is not None


def test_people_that_another_program_has_changed_count() -> None:
    """More than what we have kept of them."""
    text = ical.to_ical(EVENT).replace("SUMMARY:Ada", "SUMMARY:Bertha")
    reading = read(text)
    assert [person.name for person in reading.events[0].speakers] == ["Alain Tubiana", "Bertha"]
    assert any("another speakers" in finding.message for finding in reading.findings)
