"""Markup is read as a person would read it: repaired, never guessed, one event told once."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from eventkit import codes, lint, parse
from eventkit.errors import InvalidValueError, ReadError
from eventkit.findings import Reading, Severity
from eventkit.formats.jsonld import to_jsonld
from eventkit.formats.jsonld.reading import from_jsonld, parse_html
from eventkit.formats.jsonld.reading import parse as parse_jsonld
from eventkit.model import Event, EventStatus, Place, VirtualLocation

BASE = {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    "name": "Clusters and SMEs",
    "startDate": "2019-04-17T13:00:00+02:00",
}
GOOD = json.dumps(BASE)


def _script(text: str, kind: str = "application/ld+json") -> str:
    return f'<script type="{kind}">{text}</script>'


def _page(*parts: str) -> str:
    return "<!doctype html>\n<html>\n<body>\n" + "\n".join(parts) + "\n</body>\n</html>\n"


def _read(change: dict[str, Any] | None = None, **options: Any) -> Reading:
    node = {key: value for key, value in {**BASE, **(change or {})}.items() if value is not ...}
    return parse_jsonld(json.dumps(node), **options)


def _one(change: dict[str, Any] | None = None, **options: Any) -> Event:
    (event,) = _read(change, **options).events
    return event


def _codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


def test_a_right_node_is_read_in_silence() -> None:
    """Nothing is said where nothing is to be said."""
    reading = _read({"endDate": "2019-04-17T14:00:00+02:00"})
    assert not reading.findings
    (event,) = reading.events
    assert (event.name, event.event_type) == ("Clusters and SMEs", "EducationEvent")
    assert event.slot.start_utc == datetime(2019, 4, 17, 11, tzinfo=UTC)
    assert event.slot.start.isoformat() == "2019-04-17T13:00:00+02:00"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (GOOD[:-1] + ",}", 1),
        (GOOD + ";", 1),
        ("<!--\n" + GOOD + "\n-->", 1),
        ("//<![CDATA[\n" + GOOD + "\n//]]>", 1),
        ("/* <![CDATA[ */ " + GOOD + " /* ]]> */", 1),
        (GOOD.replace('"', "&quot;"), 1),
        ("\ufeff" + GOOD, 1),
        ("/* the talk */\n" + GOOD, 1),
        (GOOD.replace(', "name"', ",\n// title\n" + '"name"'), 2),
        (GOOD.replace("SMEs", "SM\\'Es"), 1),
        (GOOD.replace("and SMEs", "and\nSMEs"), 1),
        (GOOD.replace(', "name"', ' "name"'), 1),
        (GOOD[:-1], 1),
        (GOOD + "}", 1),
        (GOOD.replace('"', "\u201d"), 1),
        (GOOD.replace('"', "'"), 1),
        (GOOD.replace("SMEs", 'the "best", of "them"'), 1),
        (GOOD.replace("SMEs", "\\x53MEs"), 1),
    ],
    ids=range(18),
)
def test_broken_scripts_are_repaired_and_said(text: str, line: int) -> None:
    """The event is read all the same, with the line of what was mended."""
    reading = parse_html(_page(_script(text)))
    (event,) = reading.events
    assert event.slot.start_utc == datetime(2019, 4, 17, 11, tzinfo=UTC)
    assert set(_codes(reading)) == {codes.REPAIRED}
    assert reading.findings[0].line == line + 3


@pytest.mark.parametrize(
    "kind",
    ["application/ld+json; charset=utf-8", "APPLICATION/LD+JSON", " application/ld+json "],
)
def test_the_type_of_a_script_has_many_spellings(kind: str) -> None:
    """A parameter, capitals and blanks make no difference."""
    assert len(parse_html(_page(_script(GOOD, kind))).events) == 1


def test_one_bad_block_hides_no_other() -> None:
    """Of three scripts the middle one is beyond repair, and only it is lost."""
    first, last = GOOD.replace("SMEs", "one"), GOOD.replace("SMEs", "three")
    reading = parse_html(_page(_script(first), _script("{{ event.json }}"), _script(last)))
    assert [event.name for event in reading.events] == ["Clusters and one", "Clusters and three"]
    (finding,) = reading.findings
    assert (finding.code, finding.severity, finding.line) == (codes.SYNTAX, Severity.ERROR, 5)


def test_several_values_in_one_script_are_all_read() -> None:
    """Two objects side by side are two events."""
    other = GOOD.replace("Clusters", "Regions")
    reading = parse_html(_page(_script(GOOD + "\n" + other)))
    assert [event.name[:7] for event in reading.events] == ["Cluster", "Regions"]
    assert _codes(reading) == [codes.REPAIRED]


@pytest.mark.parametrize(
    "context",
    [
        "http://schema.org",
        "https://www.schema.org/",
        ["https://schema.org", {"@language": "en"}],
        {"@vocab": "http://schema.org/"},
        {"@vocab": "https://schema.org/", "ex": "https://example.org/"},
    ],
)
def test_contexts_of_schema_org_are_known(context: Any) -> None:
    """However it is written, as text, list or object."""
    reading = _read({"@context": context})
    assert len(reading.events) == 1
    assert not reading.findings


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "schema:Event", "schema:name": "A", "schema:startDate": "2019-04-17"},
        {
            "@type": "http://schema.org/Event",
            "https://schema.org/name": "A",
            "http://schema.org/startDate": "2019-04-17",
        },
        {
            "@context": {
                "s": "https://schema.org/",
                "title": "s:name",
                "from": {"@id": "s:startDate"},
            },
            "@type": ["s:Event", "s:TouristAttraction"],
            "title": "A",
            "from": "2019-04-17",
        },
        {"type": "Event", "id": "https://example.org/a", "name": "A", "startDate": "2019-04-17"},
    ],
    ids=["prefix", "full", "own terms", "schema.org's aliases"],
)
def test_terms_have_many_spellings(node: dict[str, Any]) -> None:
    """With a prefix, in full, by a term of the text's own."""
    (event,) = _read({key: ... for key in BASE} | {"@context": BASE["@context"]} | node).events
    assert (event.name, event.slot.start) == ("A", date(2019, 4, 17))


def test_another_context_is_said_and_never_fetched() -> None:
    """Its terms are taken for schema.org's."""
    reading = _read({"@context": "https://example.org/context.jsonld"})
    assert len(reading.events) == 1
    assert _codes(reading) == [codes.FOREIGN_CONTEXT]


def test_another_vocabulary_is_not_taken_for_schema_org() -> None:
    """An Event of somebody else's is not ours."""
    reading = _read({"@context": {"@vocab": "https://example.org/terms#"}})
    assert reading.events == ()
    assert _codes(reading) == [codes.EMPTY]


def test_references_are_followed_and_may_go_round() -> None:
    """The organiser stands elsewhere in the graph, and names the event in turn."""
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Organization",
                "@id": "#org",
                "name": "gnomon sas",
                "event": {"@id": "#talk"},
            },
            {**BASE, "@id": "#talk", "organizer": {"@id": "#org"}, "location": {"@id": "#hall"}},
            {"@type": "Place", "@id": "#hall", "name": "Hall", "event": {"@id": "#talk"}},
        ],
    }
    (event,) = parse_jsonld(json.dumps(graph)).events
    assert event.organizer is not None
    assert event.organizer.name == "gnomon sas"
    assert event.locations == (Place("Hall"),)


def test_the_same_identifier_twice_is_one_event() -> None:
    """What each node tells is put together."""
    first = {**BASE, "@id": "https://example.org/e#1"}
    second = {**BASE, "@id": "https://example.org/e#1", "description": "How clusters help."}
    (event,) = parse_jsonld(json.dumps([first, second])).events
    assert event.description == "How clusters help."
    assert event.uid == "https://example.org/e#1"


def test_two_events_that_share_an_identifier_stay_two() -> None:
    """Another title at another time is another event, whatever its identifier."""
    second = {**BASE, "name": "Regions", "startDate": "2019-05-17"}
    nodes = [{**one, "@id": "https://example.org/"} for one in (BASE, second)]
    reading = parse_jsonld(json.dumps(nodes))
    assert [event.name for event in reading.events] == ["Clusters and SMEs", "Regions"]
    assert codes.CONFLICT in _codes(reading)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2019-04-17T13:00+0200", "2019-04-17T13:00:00+02:00"),
        ("2019-04-17T13:00:00.000+02", "2019-04-17T13:00:00+02:00"),
        ("2019-04-17T11:00Z", "2019-04-17T11:00:00+00:00"),
        ("2019-04-17 13:00:00 +02:00", "2019-04-17T13:00:00+02:00"),
        ("20190417T130000+0200", "2019-04-17T13:00:00+02:00"),
        ("2019-04-17T24:00+02:00", "2019-04-18T00:00:00+02:00"),
        ("2019-04-17T13:00+02:00[Europe/Paris]", "2019-04-17T13:00:00+02:00"),
        ("2019-04-17", "2019-04-17"),
    ],
)
def test_times_have_many_spellings(start: str, expected: str) -> None:
    """Seconds may be missing, the offset without its colon, the date alone."""
    assert _one({"startDate": start}).slot.start.isoformat() == expected


def test_a_time_without_an_offset_is_a_date_with_a_warning() -> None:
    """The hour is of no zone, so it is not guessed; the text is in the finding."""
    place = {"@type": "Place", "name": "Hall", "address": {"addressCountry": "FR"}}
    reading = _read({"startDate": "2019-04-17T13:00", "location": place})
    assert reading.events[0].slot.start == date(2019, 4, 17)
    (finding,) = reading.findings
    assert (finding.code, finding.severity) == (codes.NAIVE_TIME, Severity.WARNING)
    assert "2019-04-17T13:00" in finding.message


def test_a_default_zone_places_a_time_without_an_offset() -> None:
    """And it is said that it does."""
    reading = _read({"startDate": "2019-04-17T13:00"}, default_zone="Europe/Paris")
    assert reading.events[0].slot.start_utc == datetime(2019, 4, 17, 11, tzinfo=UTC)
    assert _codes(reading) == [codes.ZONE_CHOSEN]


def test_a_default_zone_does_not_choose_between_equal_times() -> None:
    """Where the clocks repeat an hour, the date alone is sure."""
    reading = _read({"startDate": "2019-10-27T02:30"}, default_zone="Europe/Paris")
    assert reading.events[0].slot.start == date(2019, 10, 27)
    assert _codes(reading) == [codes.AMBIGUOUS_TIME]


@pytest.mark.parametrize(
    ("change", "code", "severity", "end"),
    [
        ({"endDate": "2019-04-18"}, codes.END_UNCLEAR, Severity.WARNING, None),
        ({"endDate": "2019-04-17T13:00+02:00"}, codes.END_UNCLEAR, Severity.WARNING, None),
        ({"endDate": "2019-04-17T12:00+02:00"}, codes.END_UNCLEAR, Severity.ERROR, None),
        (
            {"endDate": "2019-04-17T14:00"},
            codes.NAIVE_TIME,
            Severity.WARNING,
            "2019-04-17T14:00:00+02:00",
        ),
        (
            {"endDate": "2019-04-17T15:00+02:00", "duration": "PT1H"},
            codes.CONFLICT,
            Severity.ERROR,
            "2019-04-17T15:00:00+02:00",
        ),
        (
            {"startDate": "2019-04-17T00:00:00+02:00"},
            codes.MIDNIGHT,
            Severity.WARNING,
            None,
        ),
        ({"startDate": "2019-04-17T17:00:0009:00"}, codes.UNREADABLE_TIME, Severity.WARNING, None),
        ({"startDate": "2019-04-17T00:00:00JST"}, codes.UNREADABLE_TIME, Severity.WARNING, None),
    ],
)
def test_what_is_unclear_about_a_time_is_said(
    change: dict[str, Any], code: str, severity: Severity, end: str | None
) -> None:
    """The event is kept with what is sure of it."""
    reading = _read(change)
    (finding,) = reading.findings
    assert (finding.code, finding.severity) == (code, severity)
    found = reading.events[0].slot.end
    assert (found and found.isoformat()) == end


@pytest.mark.parametrize(
    "start",
    [
        "17 April 2019",
        "April 17th, 2019 at 1 pm",
        "Wed, 17 Apr 2019 13:00:00 +0200",
        "2019-04-17T1:00 PM",
        "2019-04-17 (to be confirmed)",
    ],
)
def test_of_a_time_in_words_the_date_is_read(start: str) -> None:
    """The month is a word or the order that of ISO 8601; the hour is not made up."""
    reading = _read({"startDate": start})
    assert reading.events[0].slot.start == date(2019, 4, 17)
    assert _codes(reading) == [codes.UNREADABLE_TIME]


@pytest.mark.parametrize("start", ["next week", "2019-13-45", "April", 1555498800, ""])
def test_without_a_date_there_is_no_event(start: Any) -> None:
    """An event needs a date that is understood, and none is made up."""
    reading = _read({"startDate": start})
    assert reading.events == ()
    assert codes.NO_TIME in _codes(reading)
    assert not reading.ok


def test_a_duration_gives_the_end() -> None:
    """Elapsed time, where no end is told."""
    assert _one({"duration": "PT90M"}).slot.end_utc == datetime(2019, 4, 17, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "status", "said"),
    [
        ("https://schema.org/EventCancelled", EventStatus.CANCELLED, False),
        ("http://schema.org/EventPostponed", EventStatus.POSTPONED, False),
        ("EventCancelled", EventStatus.CANCELLED, False),
        ({"@id": "schema:EventRescheduled"}, EventStatus.RESCHEDULED, False),
        ("eventcancelled", EventStatus.CANCELLED, True),
        ("Canceled", EventStatus.CANCELLED, True),
        ("EventLive", EventStatus.SCHEDULED, True),
        (["EventMovedOnline", "EventRescheduled"], EventStatus.MOVED_ONLINE, False),
        (["EventScheduled", "EventCancelled"], EventStatus.CANCELLED, True),
    ],
)
def test_a_status_has_many_spellings(value: Any, status: EventStatus, said: bool) -> None:
    """What is not quite its name is read, with a finding."""
    reading = _read({"eventStatus": value})
    assert reading.events[0].status is status
    assert bool(reading.findings) is said


def test_a_moved_event_keeps_its_earlier_starts() -> None:
    """One or many."""
    event = _one(
        {
            "eventStatus": "https://schema.org/EventRescheduled",
            "previousStartDate": ["2019-04-10T13:00:00+02:00", "2019-04-03"],
        }
    )
    assert event.previous_starts == (datetime(2019, 4, 10, 11, tzinfo=UTC), date(2019, 4, 3))


def test_an_unknown_type_of_event_is_read_as_event_with_what_was_meant() -> None:
    """OnlineEvent is no type of schema.org."""
    reading = _read({"@type": "OnlineEvent"})
    assert reading.events[0].event_type == "Event"
    (finding,) = reading.findings
    assert (finding.code, finding.severity) == (codes.UNKNOWN_TYPE, Severity.ERROR)
    assert "OnlineEventAttendanceMode" in str(finding.hint)


ONLINE = "https://schema.org/OnlineEventAttendanceMode"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"location": "Lyon"}, (Place("Lyon"),)),
        (
            {"location": {"@type": "VirtualLocation", "url": "https://example.org/live"}},
            (VirtualLocation("https://example.org/live"),),
        ),
        (
            {
                "location": [
                    {"@type": "Place", "name": "Hall", "address": "1 Street, Lyon"},
                    {"@type": "VirtualLocation", "url": "https://example.org/live"},
                ]
            },
            (Place("Hall", address="1 Street, Lyon"), VirtualLocation("https://example.org/live")),
        ),
        (
            {
                "location": {
                    "@type": "Place",
                    "name": "Hall",
                    "address": {
                        "@type": "PostalAddress",
                        "streetAddress": "7 S. Broadway",
                        "addressLocality": "Denver",
                        "addressRegion": "CO",
                        "postalCode": "80209",
                        "addressCountry": "USA",
                    },
                    "geo": {"@type": "GeoCoordinates", "latitude": "39.7", "longitude": -104.98},
                }
            },
            (
                Place(
                    "Hall",
                    address="7 S. Broadway, Denver, CO 80209",
                    country="US",
                    latitude=39.7,
                    longitude=-104.98,
                ),
            ),
        ),
        (
            {"location": "https://example.org/live", "eventAttendanceMode": ONLINE},
            (VirtualLocation("https://example.org/live"),),
        ),
        (
            {"url": "https://example.org/a", "eventAttendanceMode": ONLINE},
            (VirtualLocation("https://example.org/a"),),
        ),
        (
            {
                "location": {"@type": "Place", "name": "Online", "url": "https://example.org/live"},
                "eventAttendanceMode": ONLINE,
            },
            (VirtualLocation("https://example.org/live", name="Online"),),
        ),
        (
            {"location": {"@type": "VirtualPlace", "url": "https://example.org/live"}},
            (VirtualLocation("https://example.org/live"),),
        ),
        (
            {"location": {"@type": "Place", "address": {"addressLocality": "Lyon"}}},
            (Place("Lyon"),),
        ),
        ({"location": ""}, ()),
    ],
)
def test_places_are_read_in_every_form(change: dict[str, Any], expected: Any) -> None:
    """Text, Place, VirtualLocation, several, and places that are no places."""
    assert _one(change).locations == expected


def test_a_passcode_in_a_public_address_is_the_way_in() -> None:
    """It is said, without the passcode, and the event keeps no public trace of it."""
    url = "https://zoom.example/j/123?pwd=hush"
    reading = _read({"location": {"@type": "VirtualLocation", "url": url}})
    (event,) = reading.events
    assert event.locations == ()
    assert event.joining is not None
    assert event.joining.url == url
    assert codes.SECRET_IN_PUBLIC in _codes(reading)
    assert "hush" not in str(reading)


ROLES = {
    "@type": "Person",
    "name": "Alain Tubiana",
    "honorificPrefix": "Mr.",
    "affiliation": [
        {
            "@type": "OrganizationRole",
            "roleName": "Chairman",
            "startDate": "2010-01-01",
            "affiliation": {"@type": "Organization", "name": "gnomon sas"},
        },
        {
            "@type": "OrganizationRole",
            "roleName": "Head of Master",
            "affiliation": {
                "@type": "CollegeOrUniversity",
                "name": "Strasbourg University",
                "address": {"@type": "PostalAddress", "addressCountry": "France"},
            },
        },
        {"@type": "Organization", "name": "A third"},
    ],
}


@pytest.mark.parametrize("name", ["affiliation", "worksFor", "memberOf"])
def test_roles_are_titles_at_organisations(name: str) -> None:
    """Whatever property they stand in; each title stays at its organisation."""
    person = json.loads(json.dumps(ROLES).replace("affiliation", name))
    (speaker,) = _one({"performer": person}).speakers
    held = [
        (at.title, at.organization.name, at.organization.country) for at in speaker.affiliations
    ]
    assert held == [
        ("Chairman", "gnomon sas", None),
        ("Head of Master", "Strasbourg University", "FR"),
        (None, "A third", None),
    ]
    assert speaker.affiliations[0].since == date(2010, 1, 1)


@pytest.mark.parametrize(
    ("titles", "organizations", "pairs", "said"),
    [
        ("CEO", ["gnomon"], [("CEO", "gnomon")], None),
        (["CEO", "Founder"], ["gnomon"], [("CEO", "gnomon"), ("Founder", "gnomon")], None),
        (["A", "B"], ["x", "y"], [("A", "x"), ("B", "y")], codes.NOT_PAIRED),
        (["A"], ["x", "y"], [(None, "x"), (None, "y")], codes.NOT_PAIRED),
        (["A"], [], [], codes.NOT_CARRIED),
    ],
)
def test_flat_titles_are_paired_only_where_that_is_sure(
    titles: Any, organizations: list[str], pairs: Any, said: str | None
) -> None:
    """With several of both, that the order was taken is said."""
    works = [{"@type": "Organization", "name": name} for name in organizations]
    person = {"@type": "Person", "name": "A", "jobTitle": titles, "worksFor": works}
    reading = _read({"performer": person})
    (speaker,) = reading.events[0].speakers
    assert [(at.title, at.organization.name) for at in speaker.affiliations] == pairs
    assert _codes(reading) == ([said] if said else [])


@pytest.mark.parametrize(
    ("offer", "price", "currency", "said"),
    [
        ({"price": "10.00", "priceCurrency": "EUR"}, Decimal("10.00"), "EUR", False),
        ({"price": 0}, Decimal(0), None, False),
        ({"price": 12.5, "priceCurrency": "eur"}, Decimal("12.5"), "EUR", False),
        ({"price": "10,00 \u20ac"}, Decimal("10.00"), "EUR", True),
        ({"price": "EUR 10"}, Decimal(10), "EUR", True),
        ({"price": "1,234.50", "priceCurrency": "USD"}, Decimal("1234.50"), "USD", True),
        ({"price": "1.234,50", "priceCurrency": "EUR"}, Decimal("1234.50"), "EUR", True),
        ({"price": "Free"}, Decimal(0), None, True),
        ({"price": "$35", "priceCurrency": "USD"}, Decimal(35), "USD", True),
        ({"price": "1,234", "priceCurrency": "USD", "url": "https://a.example/"}, None, None, True),
        ({"price": "35", "url": "https://a.example/"}, None, None, True),
    ],
)
def test_prices_are_read_where_they_are_clear(
    offer: dict[str, Any], price: Decimal | None, currency: str | None, said: bool
) -> None:
    """A price that may be two numbers is left out."""
    reading = _read({"offers": {"@type": "Offer", **offer}})
    (found,) = reading.events[0].offers
    assert (found.price, found.currency) == (price, currency)
    assert bool(reading.findings) is said


def test_relative_addresses_need_a_base() -> None:
    """With one they are read in full, without one they are left out and said."""
    assert _one({"url": "/a?b#c"}, base="https://example.org/x/").url == "https://example.org/a?b#c"
    assert _one({"url": "//example.org/a"}, base="https://x.example").url == "https://example.org/a"
    reading = _read({"url": "a.html"})
    assert reading.events[0].url is None
    assert _codes(reading) == [codes.RELATIVE_URL]
    with pytest.raises(InvalidValueError, match="no address"):
        _read(base="example.org")


def test_languages_are_told_apart() -> None:
    """Of several the first is read, or that of the page; the others are said."""
    names = {"es": "Las Fallas", "en": "The Falles"}
    listed = [{"@language": key, "@value": text} for key, text in names.items()]
    for value in (names, listed):
        reading = _read({"name": value})
        assert reading.events[0].name == "Las Fallas"
        assert _codes(reading) == [codes.NOT_CARRIED]
    page = _page(_script(json.dumps({**BASE, "name": names}))).replace("<html>", '<html lang="en">')
    assert parse_html(page).events[0].name == "The Falles"


@pytest.mark.parametrize(
    ("told", "read", "severity"),
    [
        ("<p>One.</p>\n<p>Two &amp; <b>three</b>.</p>", "One.\n\nTwo & three.", Severity.WARNING),
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo.", Severity.WARNING),
        ("One<br>two", "One\ntwo", Severity.WARNING),
        ("One &mdash; two &amp; three", "One \u2014 two & three", Severity.WARNING),
        ("R&amp;D", "R&amp;D", Severity.INFO),
        ("1 < 2 and a <b> tag", "1 < 2 and a <b> tag", None),
    ],
)
def test_html_in_a_description_is_read_as_text(
    told: str, read: str, severity: Severity | None
) -> None:
    """What may be meant is kept, and said."""
    reading = _read({"description": told})
    assert reading.events[0].description == read
    assert [one.severity for one in reading.findings] == ([severity] if severity else [])


def test_a_type_is_nobodys_name() -> None:
    """Some sites write it to silence a warning; nobody of that name speaks."""
    reading = _read({"performer": "Organization", "organizer": "gnomon sas"})
    (event,) = reading.events
    assert event.speakers == ()
    assert event.organizer is not None
    assert codes.NOT_CARRIED in _codes(reading)


def test_keys_that_stand_twice_are_said() -> None:
    """The last counts, as in every reader of JSON."""
    text = GOOD.replace('"name"', '"name": "First",\n"name"')
    reading = parse_jsonld(text)
    assert reading.events[0].name == "Clusters and SMEs"
    (finding,) = reading.findings
    assert (finding.code, finding.line) == (codes.DUPLICATE_KEY, 2)


def test_lists_of_events_are_read_whole() -> None:
    """An ItemList, an array, a graph, several scripts."""
    nodes = [{**BASE, "name": f"Talk {n}", "startDate": f"2019-04-1{n}"} for n in range(4)]
    items = [{"@type": "ListItem", "position": n, "item": one} for n, one in enumerate(nodes)]
    listed = {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": items}
    graph = {"@context": "https://schema.org", "@graph": nodes}
    for data in (nodes, listed, graph):
        names = [event.name for event in parse_jsonld(json.dumps(data)).events]
        assert names == ["Talk 0", "Talk 1", "Talk 2", "Talk 3"]
    page = _page(*(_script(json.dumps(node)) for node in nodes))
    assert len(parse_html(page).events) == 4


def test_a_course_that_is_held_is_an_event() -> None:
    """It has the name of the course that it is of."""
    course = {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": "Statistics",
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "startDate": "2019-04-17",
            "instructor": {"@type": "Person", "name": "Ada"},
        },
    }
    (event,) = parse_jsonld(json.dumps(course)).events
    assert (event.name, event.event_type) == ("Statistics", "CourseInstance")
    assert event.speakers[0].name == "Ada"


def test_parts_and_series_keep_their_events() -> None:
    """Sessions stay inside; of a mere series its events are read."""
    part = {**BASE, "name": "Session"}
    (whole,) = _read({"subEvent": [part]}).events
    assert [event.name for event in whole.sub_events] == ["Session"]
    series = {"@context": BASE["@context"], "@type": "EventSeries", "name": "S", "subEvent": part}
    (event,) = parse_jsonld(json.dumps(series)).events
    assert event.series is not None
    assert (event.name, event.series.name) == ("Session", "S")


def test_what_is_superseded_is_read() -> None:
    """Performers and subEvents are what performer and subEvent are."""
    event = _one({"performers": [{"@type": "Person", "name": "A"}], "subEvents": [BASE]})
    assert event.speakers[0].name == "A"
    assert len(event.sub_events) == 1


def test_the_linter_checks_the_terms_of_markup() -> None:
    """Unknown words, with the line they stand on, in JSON-LD as in Microdata."""
    text = GOOD.replace('"name"', '"speakers": [],\n"duration": "1 hour",\n"name"')
    words = '<span itemprop="speakers">Ada</span>\n<span itemprop="duration">1 hour</span>'
    page = _page(f'<div itemscope itemtype="https://schema.org/Event">{words}', MICRODATA, "</div>")
    micro = page.replace('itemtype="https://schema.org/EducationEvent" ', "").replace(
        'itemscope itemref="more"', ""
    )
    for source, format, lines in ((text, "jsonld", [1, 2]), (micro, "html", [4, 4])):
        found = lint(parse(source, format), select=["EK302", "EK304"])
        assert [(one.code, one.line) for one in found] == [
            (codes.UNKNOWN_PROPERTY, lines[0]),
            (codes.WRONG_VALUE_TYPE, lines[1]),
        ]


def test_markup_without_an_event_is_said() -> None:
    """Other things on a page are no error, but no event is one."""
    for source in (_page("<p>Hello</p>"), _page(_script('{"@type": "Person", "name": "A"}'))):
        reading = parse_html(source)
        assert reading.events == ()
        assert not reading.ok or codes.FOREIGN_CONTEXT in _codes(reading)
    assert _codes(parse_html(_page("<p>Hello</p>"))) == [codes.EMPTY]


MICRODATA = """
<div itemscope itemtype="https://schema.org/EducationEvent" itemref="more">
 <a itemprop="name" href="/talk">Clusters  and
   SMEs</a>
 <time itemprop="startDate" datetime="2019-04-17T13:00:00+02:00">17 April</time>
 <div itemprop="location" itemscope itemtype="https://schema.org/Place">
  <span itemprop="name">Hall</span>
  <meta itemprop="address" content="1 Street, Lyon">
 </div>
 <img itemprop="image" src="a.png">
</div>
<p id="more"><span itemprop="description">How they <b>help</b>.</span></p>
"""
RDFA = """
<div vocab="https://schema.org/" typeof="EducationEvent">
 <h1 property="name">Clusters and SMEs</h1>
 <time property="startDate" datetime="2019-04-17T13:00:00+02:00">17 April</time>
 <div property="location" typeof="Place">
  <span property="name">Hall</span> <span property="address">1 Street, Lyon</span>
 </div>
 <img property="image" src="a.png">
 <p property="description">How they <b>help</b>.</p>
</div>
"""
PREFIXED = """
<div prefix="s: http://schema.org/ og: https://ogp.me/ns#" typeof="s:EducationEvent">
 <h1 property="s:name og:title">Clusters and SMEs</h1>
 <meta property="s:startDate" content="2019-04-17T13:00:00+02:00">
 <div rel="s:location"><div typeof="s:Place">
  <span property="s:name">Hall</span> <span property="s:address">1 Street, Lyon</span>
 </div></div>
 <link property="s:image" resource="a.png">
 <p property="s:description">How they <b>help</b>.</p>
</div>
"""
JSON_TWIN = json.dumps(
    {
        **BASE,
        "location": {"@type": "Place", "name": "Hall", "address": "1 Street, Lyon"},
        "image": "a.png",
        "description": "How they help.",
    }
)


@pytest.mark.parametrize("body", [MICRODATA, RDFA, PREFIXED, _script(JSON_TWIN)])
def test_every_syntax_gives_the_same_event(body: str) -> None:
    """Microdata with itemref, RDFa Lite, RDFa with prefixes, and JSON-LD."""
    reading = parse_html(_page(body), base="https://example.org/")
    assert not reading.findings
    (event,) = reading.events
    (expected,) = from_jsonld(JSON_TWIN, base="https://example.org/")
    assert event == expected
    assert event.images[0].url == "https://example.org/a.png"


def test_a_twin_in_another_syntax_is_merged() -> None:
    """One event, with what only one of the two tells, and what they contradict said."""
    other = MICRODATA.replace("1 Street", "2 Street")
    reading = parse_html(_page(_script(GOOD), other))
    (event,) = reading.events
    assert event.description == "How they help."
    assert codes.SAME_TWICE in _codes(reading)
    changed = MICRODATA.replace("T13:00", "T14:00")
    reading = parse_html(_page(_script(GOOD), changed))
    assert [event.slot.start.hour for event in reading.events] == [13]  # type: ignore[union-attr]
    assert codes.CONFLICT in _codes(reading)


def test_a_page_says_where_its_addresses_begin() -> None:
    """A base element, else the address that it says is its own."""
    for head in (
        '<base href="https://example.org/x/">',
        '<link rel="canonical" href="https://example.org/x/">',
    ):
        page = _page(head, _script(GOOD.replace("{", '{"url": "a.html",', 1)))
        assert parse_html(page).events[0].url == "https://example.org/x/a.html"


def test_the_format_is_recognised() -> None:
    """A page and a JSON-LD text, by their beginning or the ending of the name."""
    for source in (_page(_script(GOOD)), _script(GOOD), GOOD, f"[{GOOD}]"):
        assert len(parse(source).events) == 1
    assert len(parse(_page(MICRODATA).encode(), file="a.html").events) == 1
    assert len(parse(GOOD, "jsonld", default_zone="Europe/Paris").events) == 1
    with pytest.raises(InvalidValueError, match="no option"):
        parse(GOOD, "jsonld", zone="Europe/Paris")


def test_errors_are_raised_where_a_list_is_wanted() -> None:
    """From plain data as from text."""
    assert from_jsonld(to_jsonld(_one())) == [_one({"identifier": _one().uid})]
    with pytest.raises(ReadError):
        from_jsonld({**BASE, "startDate": "soon"})


def test_bounds_hold() -> None:
    """Deep and endless input ends, with a finding."""
    deep: Any = BASE
    for _ in range(2000):
        deep = {"@type": "Thing", "about": deep}
    for text in (
        json.dumps(deep, check_circular=False) if False else "[" * 100_000,
        '{"a":' * 5000 + "1" + "}" * 5000,
        "<!-- " * 50_000,
    ):
        assert not parse_jsonld(text).ok
    nested = "<div itemscope itemprop=a>" * 3000
    assert parse_html(_page(nested)).events == ()
