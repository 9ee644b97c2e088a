"""Plain events are read in one go, and as the thorough reader reads them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from eventkit import Event, Reading, to_jsonld
from eventkit.formats.jsonld.reading import parse, parse_html
from eventkit.formats.jsonld.reading.quick import Quick, QuickReader
from eventkit.testing import events

PAGE = "https://gnomon.alt/talks/"
PLAIN: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    "name": "Grappes & PME",
    "description": "A talk.\nAnd questions.",
    "url": f"{PAGE}1",
    "startDate": "2027-03-10T18:00:00+01:00",
    "endDate": "2027-03-10T19:30:00+01:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
    "location": [
        {"@type": "VirtualLocation", "url": f"{PAGE}1"},
        {
            "@type": "Place",
            "name": "Salle Rouge",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "1 rue des Grappes",
                "postalCode": "67000",
                "addressLocality": "Strasbourg",
                "addressCountry": "FR",
            },
            "geo": {"@type": "GeoCoordinates", "latitude": 48.58, "longitude": "7.75"},
        },
    ],
    "organizer": {"@type": "Organization", "name": "gnomon", "url": "https://gnomon.alt/"},
    "performer": [
        {"@type": "Person", "name": "Alain Tubiana", "sameAs": ["https://alain.alt/"]},
        {"@type": "MusicGroup", "name": "The Grapes"},
    ],
    "image": ["https://gnomon.alt/a.png", "https://gnomon.alt/b.png"],
    "offers": {"@type": "Offer", "price": "10.50", "priceCurrency": "EUR"},
    "inLanguage": ["fr", "English"],
    "keywords": "grapes, wine,grapes",
}


def _thoroughly(read: Any, *arguments: Any) -> Reading:
    with patch.object(QuickReader, "read", return_value=None):
        found: Reading = read(*arguments)
    return found


def _told(reading: Reading) -> tuple[Any, ...]:
    """Return all that a reading says, also where it says it, and what it judges."""
    assert reading.nodes is not None
    paths = ((), ("name",), ("slot", "end"), ("locations", 0, "name"))
    places = [[origin.place(path) for path in paths] for origin in reading.origins]
    nodes = [
        (node.item.types, node.item.id, dict.fromkeys(node.item.props), node.place(("location",)))
        for node in reading.nodes()
    ]
    return repr(reading.events), reading.findings, places, nodes


def _is_same(text: str) -> None:
    assert _told(parse(text)) == _told(_thoroughly(parse, text))


_TEXTS = st.sampled_from(
    ["", " ", "A talk", "  A talk ", "Tom &amp; Jerry", "R&D", "&mdash;", "<p>Hi</p>", "a < b"]
    + ["undefined", "En ligne", "Organization", "a@b.alt", "&lt;p&gt;Hi&lt;/p&gt;"]
    + ["two\nlines", "tab\there", "a\u2028b", "\u00a0", "\x07", "Online", "#tag", "/x", "Zoom"]
)
_URLS = st.sampled_from(
    [f"{PAGE}1", f"{PAGE}2", "/talks/3", "https://x.alt/?pwd=1", "https://x.alt/a b", "", "urn:x:1"]
)
_ODD = st.sampled_from([None, True, False, 0, 1, 10, 1.5, [], {}, [None], [[]], {"@value": "x"}])
_TIMES = st.sampled_from(
    ["2027-03-10", "2027-03-10T18:00:00+01:00", "2027-03-10T17:00:00Z", "2027-03-10T18:00+0100"]
    + ["2027-03-10T00:00:00+01:00", "2027-03-10T18:00", "2027-03-11T24:00+01:00", "2027-02-30"]
    + ["2027-03-10T18:00:00.5Z", "0001-01-01T00:30:00+02:00", "9999-12-31T23:30:00-02:00", "soon"]
    + ["2027-03-10T18:00:60Z", "2027-03-10T18:00:00+15:30", "10 March 2027", " 2027-03-10", ""]
)


def _thing(kinds: list[str], **fields: Any) -> st.SearchStrategy[Any]:
    """Return things with some of the fields, in any order, now and then with a stranger."""
    odd = {"telephone": _TEXTS, "@id": _URLS, "description": _TEXTS, "email": _TEXTS, "logo": _URLS}
    plain = st.fixed_dictionaries(
        {"@type": st.sampled_from([*kinds, "Strange", "place"])},
        optional={key: st.one_of(values, _ODD) for key, values in (fields | odd).items()},
    )
    return plain.flatmap(lambda one: st.permutations(list(one.items())).map(dict))


def _some(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(one, st.lists(one, max_size=3))


_BODIES = _thing(
    ["Organization", "Person", "MusicGroup", "Role"], name=_TEXTS, url=_URLS, sameAs=_some(_URLS)
)
_IMAGES = st.one_of(
    _URLS,
    _thing(["ImageObject"], url=_URLS, width=st.sampled_from(["600", "6px", "x"]), height=_TEXTS),
)
_ADDRESS = _thing(
    ["PostalAddress"],
    streetAddress=_TEXTS,
    postalCode=_TEXTS,
    addressLocality=_TEXTS,
    addressRegion=st.sampled_from(["NY", "Alsace"]),
    addressCountry=st.sampled_from(["FR", "us", "Germany", "Nowhere"]),
)
_DEGREES = st.sampled_from([48.5, "7.7", 91, "x", ""])
_PLACES = _thing(
    ["Place", "VirtualLocation", "MusicVenue"],
    name=_TEXTS,
    url=_URLS,
    sameAs=_URLS,
    address=st.one_of(_TEXTS, _ADDRESS),
    geo=_thing(["GeoCoordinates"], latitude=_DEGREES, longitude=_DEGREES),
)
_OFFERS = _thing(
    ["Offer", "AggregateOffer"],
    name=_TEXTS,
    url=_URLS,
    price=st.sampled_from(["10", 10, 10.5, "0", "10,00", "free", "-1", ""]),
    priceCurrency=st.sampled_from(["EUR", "eur", "€", ""]),
    availability=st.sampled_from(["https://schema.org/InStock", "SoldOut", "instock"]),
    validFrom=_TIMES,
    validThrough=_TIMES,
)
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "@context": st.sampled_from(["http://schema.org", "https://schema.org/", "https://x.alt", {}]),
    "@type": st.sampled_from(["Event", "MusicEvent", "schema:Festival", "event", "CourseInstance"]),
    "@id": _URLS,
    "identifier": _TEXTS,
    "name": _TEXTS,
    "alternateName": _TEXTS,
    "description": _TEXTS,
    "url": _URLS,
    "startDate": _TIMES,
    "endDate": _TIMES,
    "previousStartDate": _TIMES,
    "eventStatus": st.sampled_from(["EventCancelled", "http://schema.org/EventRescheduled", "x"]),
    "eventAttendanceMode": st.sampled_from(
        [f"https://schema.org/{mode}EventAttendanceMode" for mode in ("Online", "Offline", "Mixed")]
        + ["online"]
    ),
    "location": _some(_PLACES),
    "organizer": _some(_BODIES),
    "sponsor": _BODIES,
    "performer": st.one_of(_some(_BODIES), _TEXTS),
    "telephone": _TEXTS,
    "sameAs": _some(_URLS),
    "doorTime": _TIMES,
    "about": st.one_of(_TEXTS, _BODIES),
    "image": _some(_IMAGES),
    "offers": _some(_OFFERS),
    "isAccessibleForFree": st.sampled_from(["true", "http://schema.org/True"]),
    "inLanguage": _some(st.sampled_from(["en", "German", "en_US", "x y", ""])),
    "keywords": _some(st.sampled_from(["a, b", "a", ""])),
    "superEvent": _thing(["EventSeries"], name=_TEXTS),
    "subEvent": _thing(["Event"], name=_TEXTS, startDate=_TIMES),
    "typicalAgeRange": _TEXTS,
}


@st.composite
def nodes(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a plain node in which up to three properties are other ones, or not there."""
    node = dict(PLAIN)
    for name in draw(st.lists(st.sampled_from(sorted(_FIELDS)), max_size=3)):
        node.pop(name, None)
        value = draw(st.one_of(_FIELDS[name], _FIELDS[name], st.just(...), _ODD))
        if value is not ...:
            node[name] = value
    return node


@given(node=nodes())
def test_one_event_is_read_as_the_thorough_reader_does(node: dict[str, Any]) -> None:
    """Whatever its properties, event, findings, places and nodes are the same."""
    _is_same(json.dumps(node))


@given(listed=st.lists(nodes(), max_size=4), shape=st.sampled_from(["list", "graph", "items"]))
def test_a_list_is_read_as_the_thorough_reader_does(
    listed: list[dict[str, Any]], shape: str
) -> None:
    """Also events that refer to each other, are told twice, or stand in a list of items."""
    items = [{"@type": "ListItem", "position": n, "item": one} for n, one in enumerate(listed)]
    shapes: dict[str, Any] = {
        "list": listed,
        "graph": {"@context": "https://schema.org", "@graph": listed},
        "items": {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "itemListElement": items,
            "about": {"@id": f"{PAGE}2"},
        },
    }
    _is_same(json.dumps(shapes[shape], indent=1))


@given(listed=st.lists(nodes(), max_size=3))
def test_a_page_is_read_as_the_thorough_reader_does(listed: list[dict[str, Any]]) -> None:
    """Also beside other things, whose identifiers events may name."""
    other = {"@type": "WebPage", "@id": f"{PAGE}1", "name": "A page", "image": f"{PAGE}2"}
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(one)}</script>\n'
        for one in [*listed, {"@context": "https://schema.org", **other}]
    )
    assert _told(parse_html(scripts)) == _told(_thoroughly(parse_html, scripts))


@given(event=events())
def test_what_we_write_is_read_as_the_thorough_reader_does(event: Event) -> None:
    """Whatever the event is."""
    _is_same(json.dumps(to_jsonld(event)))


def test_a_plain_event_is_read_in_one_go() -> None:
    """The thorough reader is not asked, and what the quick one says of groups is told."""
    found = QuickReader().read(json.loads(json.dumps(PLAIN), parse_float=Decimal))
    assert isinstance(found, Quick)
    assert found.groups == ["The Grapes"]
    reading = parse(json.dumps(PLAIN))
    assert not found.odd
    assert reading.events == (found.event(),)
    assert [one.path for one in reading.findings] == ["performer"]


def test_odd_texts_do_not_make_the_rest_odd() -> None:
    """Times without an offset, HTML and a performer in a word are read with their findings."""
    odd = {"startDate": "2027-03-10T18:00", "description": "<p>Hi</p>", "performer": "Anna"}
    node = {**PLAIN, **odd, "telephone": "1", "organizer": {**PLAIN["organizer"], "logo": ""}}
    found = QuickReader().read(json.loads(json.dumps(node), parse_float=Decimal))
    assert found is not None
    assert found.odd == odd.keys()
    assert found.left == ["telephone", "organizer.logo"]
    _is_same(json.dumps(node))


def test_people_and_places_that_come_again_are_made_once() -> None:
    """A list of events has one organiser, which is one in memory."""
    first, second = parse(json.dumps([PLAIN, {**PLAIN, "name": "Another"}])).events
    assert first.organizer is second.organizer
    assert first.locations[0] is second.locations[0]
