"""Google's verdict is about markup: that of a page as it stands, or what is written for events."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from eventkit import Event, Reading, lint, parse, to_jsonld, to_jsonld_script
from eventkit.findings import Origin
from eventkit.linter import Linter
from eventkit.testing import events

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PLACE = {"@type": "Place", "name": "Town hall", "address": "1 Place du March\u00e9, Strasbourg"}
NODE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    "name": "Clusters and SMEs",
    "description": "What small companies gain.",
    "startDate": "2027-04-14T13:00:00+02:00",
    "endDate": "2027-04-14T14:00:00+02:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "url": "https://academy.alt/clusters",
    "image": "https://academy.alt/clusters.png",
    "inLanguage": "en",
    "location": PLACE,
    "organizer": {"@type": "Organization", "name": "gnomon", "url": "https://gnomon.alt/"},
    "performer": {
        "@type": "Person",
        "name": "Alain Tubiana",
        "jobTitle": "Chairman",
        "affiliation": {"@type": "Organization", "name": "gnomon"},
    },
    "offers": {
        "@type": "Offer",
        "price": 0,
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
        "validFrom": "2027-01-01T09:00:00+01:00",
        "url": "https://academy.alt/register",
    },
}
VIDEO: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "VideoObject",
    "name": "Clusters and SMEs",
    "description": "The whole webinar.",
    "uploadDate": "2026-04-18T09:00:00+02:00",
    "duration": "PT1H",
    "thumbnailUrl": "https://academy.alt/still.png",
    "embedUrl": "https://academy.alt/player",
}


def page(*nodes: Any) -> str:
    """Return a page with a script for each node, whose keys are on lines of their own."""
    scripts = (
        f'<script type="application/ld+json">\n{json.dumps(one, indent=1)}\n</script>'
        for one in nodes
    )
    return "<!doctype html><title>A</title>\n" + "\n".join(scripts)


def said(source: str) -> list[tuple[str, str]]:
    """Return code and message of what is said about the markup of a page."""
    found = lint(parse(source, "html"), profile="google", now=NOW)
    return [(one.code, one.message) for one in found if one.code[:4] in ("EK60", "EK61", "EK62")]


def changed(node: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return a node with other fields; None is without."""
    merged = {**node, **fields}
    return {key: value for key, value in merged.items() if value is not None}


def test_a_good_page_is_silent_and_eligible() -> None:
    """Nothing is missing, so nothing is said, and the count says so too."""
    reading = parse(page(NODE), "html")
    linter = Linter("google", NOW)
    assert linter.check(reading) == []
    assert (linter.verdicts.eligible, linter.verdicts.judged) == (1, 1)


@pytest.mark.parametrize(
    ("fields", "code", "message"),
    [
        ({"name": ""}, "EK611", 'Missing field "name"'),
        ({"startDate": None}, "EK611", 'Missing field "startDate"'),
        ({"location": None}, "EK602", 'Missing field "location"'),
        ({"location": []}, "EK602", 'Missing field "location"'),
        ({"location": "Strasbourg"}, "EK613", 'Invalid object type for field "location"'),
        (
            {"location": {"@type": "VirtualLocation", "name": "Zoom"}},
            "EK613",
            'Invalid object type for field "location"',
        ),
        (
            {"location": {"@type": "Place", "name": "Town hall"}},
            "EK603",
            'Missing field "address" (in "location")',
        ),
        ({"location": [PLACE, PLACE]}, "EK604", "it takes place at 2 places at once"),
        (
            {"startDate": "14 April 2027"},
            "EK612",
            'Date/time not in ISO 8601 format in field "startDate"',
        ),
        (
            {"startDate": "2027-04-14T13:00"},
            "EK612",
            'Datetime property "startDate" is missing a timezone',
        ),
        ({"eventStatus": "EventLive"}, "EK612", 'Invalid enum value in property "eventStatus"'),
        ({"performer": "Alain Tubiana"}, "EK612", 'Invalid object type for field "performer"'),
        ({"performer": {"@type": "Person"}}, "EK606", 'Missing field "name" (in "performer")'),
        ({"organizer": {"name": "gnomon"}}, "EK606", 'Missing field "url" (in "organizer")'),
        (
            {"offers": changed(NODE["offers"], price="10,00 \u20ac")},
            "EK612",
            'Invalid price format in property "price" (in "offers")',
        ),
        (
            {"offers": changed(NODE["offers"], priceCurrency="Euro")},
            "EK612",
            'Invalid ISO 4217 currency code in property "priceCurrency" (in "offers")',
        ),
        (
            {"offers": changed(NODE["offers"], availability="inStock")},
            "EK612",
            'Invalid enum value in property "availability" (in "offers")',
        ),
        (
            {"offers": changed(NODE["offers"], validFrom=None)},
            "EK610",
            'Missing field "validFrom" (in "offers")',
        ),
    ],
)
def test_a_fault_of_a_page_is_told_in_search_consoles_words(
    fields: dict[str, Any], code: str, message: str
) -> None:
    """Whatever the reader makes of it."""
    assert (code, message) in said(page(changed(NODE, **fields)))


def test_a_duration_is_no_end_to_google() -> None:
    """The reader knows when the event ends, the markup has no endDate."""
    source = page(changed(NODE, endDate=None, duration="PT1H"))
    reading = parse(source, "html")
    (event,) = reading.events
    assert event.slot.end is not None
    assert [one.message for one in lint(reading, profile="google", now=NOW)] == [
        'Missing field "endDate"'
    ]
    assert lint(reading, now=NOW) == []


def test_an_invented_place_is_told_plainly() -> None:
    """It is read as online, but the page says Place."""
    faked = changed(NODE, location={"@type": "Place", "name": "Online", "address": "Online"})
    (found,) = [one for one in said(page(faked)) if one[0] == "EK614"]
    assert "manual action" in found[1]
    assert "EK601" not in {code for code, _ in said(page(faked))}


def test_faults_stand_at_their_lines() -> None:
    """At the property, in the thing that holds it, or at the thing that lacks it."""
    offers = [NODE["offers"], changed(NODE["offers"], priceCurrency="Euro", url=None)]
    source = page(changed(NODE, offers=offers, eventStatus="EventLive"))
    lines = source.splitlines()
    found = {
        (one.path, lines[(one.line or 0) - 1].strip())
        for one in lint(parse(source, "html"), profile="google", now=NOW)
        if one.code[:3] == "EK6"
    }
    assert found == {
        ("eventStatus", '"eventStatus": "EventLive",'),
        ("offers[1].priceCurrency", '"priceCurrency": "Euro",'),
        ("offers[1]", "{"),
    }


def test_an_event_that_is_left_out_is_judged_all_the_same() -> None:
    """To Google it is an item with a fault."""
    reading = parse(page(changed(NODE, name=None)), "html")
    assert not reading.events
    linter = Linter("google", NOW)
    codes = [one.code for one in linter.check(reading)]
    assert codes == ["EK201", "EK611"]
    assert (linter.verdicts.eligible, linter.verdicts.judged) == (0, 1)


@pytest.mark.parametrize(
    ("fields", "eligible"),
    [
        ({}, 1),
        ({"description": None, "offers": None}, 1),
        ({"startDate": "14 April 2027"}, 0),
        ({"location": {"@type": "Place", "name": "Online", "address": "Online"}}, 0),
        ({"location": {"@type": "Place", "name": "Town hall"}}, 0),
        ({"location": {"@type": "VirtualLocation", "url": "https://academy.alt/live"}}, 0),
    ],
)
def test_an_event_is_eligible_or_not(fields: dict[str, Any], eligible: int) -> None:
    """What is critical bars it, and what Google's experience does not show."""
    linter = Linter("google", NOW)
    linter.check(parse(page(changed(NODE, **fields)), "html"))
    assert (linter.verdicts.eligible, linter.verdicts.judged) == (eligible, 1)


def test_each_telling_of_an_event_is_judged() -> None:
    """An event in JSON-LD and in Microdata is two items to Google."""
    twin = (
        '<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Clusters and SMEs'
        '</b><time itemprop="startDate" datetime="2027-04-14T13:00:00+02:00">then</time></div>'
    )
    source = page(NODE) + twin
    assert len(parse(source, "html").events) == 1
    assert ("EK602", 'Missing field "location"') in said(source)


@pytest.mark.parametrize(
    ("fields", "code", "message"),
    [
        ({"name": None}, "EK628", 'Missing field "name" (in "VideoObject")'),
        ({"thumbnailUrl": None}, "EK621", 'Missing field "thumbnailUrl" (in "VideoObject")'),
        ({"uploadDate": None}, "EK622", 'Missing field "uploadDate" (in "VideoObject")'),
        (
            {"uploadDate": "2026-04-18"},
            "EK623",
            'Datetime property "uploadDate" is missing a timezone',
        ),
        (
            {"embedUrl": ""},
            "EK624",
            'Either "contentUrl" or "embedUrl" should be specified (in "VideoObject")',
        ),
        ({"duration": None}, "EK625", 'Missing field "duration" (in "VideoObject")'),
        ({"duration": "1 hour"}, "EK625", 'Invalid value in field "duration" (in "VideoObject")'),
        (
            {"publication": {"@type": "BroadcastEvent", "isLiveBroadcast": True}},
            "EK626",
            'Missing field "startDate" (in "publication")',
        ),
        (
            {
                "publication": {
                    "@type": "BroadcastEvent",
                    "isLiveBroadcast": True,
                    "startDate": "2026-04-17T13:00:00+02:00",
                    "endDate": "2026-04-17T14:00:00+02:00",
                }
            },
            "EK627",
            "the broadcast is over, but is marked as live",
        ),
        (
            {"hasPart": {"@type": "Clip", "name": "A", "url": "https://academy.alt/v?t=3"}},
            "EK629",
            'Missing field "startOffset" (in "hasPart")',
        ),
    ],
)
def test_a_video_of_a_page_is_judged(fields: dict[str, Any], code: str, message: str) -> None:
    """Also where the page has no event."""
    assert (code, message) in said(page(changed(VIDEO, **fields)))
    assert (code, message) in said(page(NODE, changed(VIDEO, **fields)))
    nested = changed(NODE, recordedIn=changed(VIDEO, **fields))
    assert (code, message) in said(page(nested))


def test_a_page_with_only_a_good_video_passes() -> None:
    """It has no event, which is no error there."""
    found = lint(parse(page(VIDEO), "html"), profile="google", now=NOW)
    assert [(one.code, str(one.severity)) for one in found] == [("EK009", "warning")]


def test_a_term_that_schema_org_lacks_is_found_in_a_video_too() -> None:
    """Valid is a verdict about all of the markup."""
    found = lint(parse(page(changed(VIDEO, lenght="PT1H")), "html"))
    assert [(one.code, one.path, one.line) for one in found if one.code == "EK302"] == [
        ("EK302", "lenght", 12)
    ]


@given(event=events())
def test_a_document_and_the_page_that_is_written_for_it_are_judged_alike(event: Event) -> None:
    """What is said of an event before it is published is what is said of its page."""
    before, after = (Linter("google", NOW) for _ in range(2))
    mine = before.verdicts.of(Reading([event]), [Origin()], None)
    theirs = after.verdicts.of(parse(to_jsonld_script(event), "html"), (), None)
    written = to_jsonld(event)
    skipped = ["EK605"]  # who may come is no part of the markup
    if '"MediaObject"' in json.dumps(written):  # not written as a video, for what it lacks
        skipped.append("EK62")
    codes, written_codes = (
        sorted(one.code for one in found if not one.code.startswith(tuple(skipped)))
        for found in (mine, theirs)
    )
    assert codes == written_codes, written


def test_what_to_do_is_told_in_the_words_of_the_markup() -> None:
    """Who looks after a page has no document to write into."""
    bare = {key: NODE[key] for key in ("@context", "@type", "name", "startDate")}
    offered = {**bare, "offers": {"@type": "Offer"}, "performer": {"name": "Anna Bell"}}
    for source in (page(bare), page(offered)):
        hints = {one.code: one.hint or "" for one in lint(parse(source, "html"), now=NOW)}
        assert len(hints) >= 6
        assert all('"' in hint for hint in hints.values()), hints
