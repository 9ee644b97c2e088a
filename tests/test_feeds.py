"""Feeds, read by feedparser, by an XML parser and as JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import feedparser
import html5lib
import pytest
from hypothesis import given, settings

from eventkit import codes
from eventkit.errors import NaiveDatetimeError
from eventkit.formats.feeds.entries import identifier, title
from eventkit.model import Event, Speaker, TimeSlot
from eventkit.registry import left_out, render
from eventkit.testing import SECRET, events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
EVENT = Event(
    "Clusters & SMEs",
    SLOT,
    url="https://example.org/clusters?a=1&b=2",
    description="How **clusters** help.",
    speakers=[Speaker("Alain Tubiana"), Speaker("Ada", role="moderator")],
    keywords=["SME"],
    in_language="en",
    created=datetime(2019, 3, 1, 9, tzinfo=UTC),
    updated=datetime(2019, 3, 5, 9, tzinfo=UTC),
)
_ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_day_of_the_event_is_no_day_of_publication() -> None:
    """The one stands in the title, the other where feed readers look for it."""
    feed = feedparser.parse(render(EVENT, "atom", title="Ours", home="https://example.org/"))
    assert not feed.bozo
    assert (feed.version, feed.feed.title, feed.feed.link) == (
        "atom10",
        "Ours",
        "https://example.org/",
    )
    (entry,) = feed.entries
    assert entry.title == "2019-04-17 13:00 CEST: Clusters & SMEs"
    assert (entry.published, entry.updated) == ("2019-03-01T09:00:00Z", "2019-03-05T09:00:00Z")
    assert entry.link == EVENT.url
    assert entry.content[0].value == "<p>How <strong>clusters</strong> help.</p>"
    assert [one.name for one in entry.authors] == ["Alain Tubiana"]
    assert entry.tags[0].term == "SME"


def test_a_json_feed_says_the_same() -> None:
    """And the times of the event in an extension."""
    (item,) = json.loads(render(EVENT, "jsonfeed"))["items"]
    assert item["title"] == "2019-04-17 13:00 CEST: Clusters & SMEs"
    assert item["date_published"] == "2019-03-01T09:00:00Z"
    assert item["authors"] == [{"name": "Alain Tubiana"}]
    assert item["_event"] == {
        "start": "2019-04-17T13:00:00+02:00",
        "end": "2019-04-17T14:00:00+02:00",
        "timezone": "Europe/Paris",
        "status": "scheduled",
    }


@given(event=events())
@settings(max_examples=60, deadline=None)
def test_what_the_event_says_is_text_in_feeds(event: Event) -> None:
    """Both feeds are well-formed, give the title back and hold no script and no secret."""
    atom, feed = render([event, EVENT], "atom"), render([event, EVENT], "jsonfeed")
    assert SECRET not in atom + feed
    tree = ElementTree.fromstring(atom)
    names = {node.text for node in tree.iter(f"{_ATOM}title")}
    assert names == {"Events", title(event), title(EVENT)}
    items = json.loads(feed)["items"]
    assert {item["title"] for item in items} == {title(event), title(EVENT)}
    bodies = [node.text or "" for node in tree.iter(f"{_ATOM}content")]
    for body in [*bodies, *(item["content_html"] for item in items)]:
        tags = {str(node.tag) for node in html5lib.parseFragment(body).iter()}
        assert not any(tag.endswith(("}script", "}img", "}style", "}iframe")) for tag in tags)


def test_the_newest_is_first_and_no_clock_is_asked() -> None:
    """By publication; what has no such time comes last, and no time is made up for it."""
    old = Event("Old", SLOT, published=datetime(2019, 1, 1, tzinfo=UTC))
    unknown = Event("Unknown", TimeSlot(date(2030, 1, 1)))
    found = json.loads(render([unknown, old, EVENT], "jsonfeed"))["items"]
    names = [item["title"].rpartition(": ")[2] for item in found]
    assert names == ["Clusters & SMEs", "Old", "Unknown"]
    assert "date_published" not in found[-1]
    assert found[-1]["title"] == "2030-01-01: Unknown"


def test_what_does_not_say_when_it_was_published_is_reported() -> None:
    """JSON Feed needs no date; Atom must have one, which *now* tells."""
    unknown = Event("Unknown", SLOT)
    (finding,) = left_out([EVENT, unknown], "atom")
    assert finding.code == codes.MISSING_KEY
    assert "'Unknown': when it was published is not said" in finding.message
    assert left_out([EVENT], "jsonfeed") == []
    assert "date_published" not in render(unknown, "jsonfeed")
    assert "<published>" not in render(unknown, "atom")
    now = datetime(2019, 3, 9, 12, tzinfo=UTC)
    feed = feedparser.parse(render([unknown, EVENT], "atom", now=now))
    assert [(one.updated, one.published) for one in feed.entries] == [
        ("2019-03-09T12:00:00Z", "2019-03-09T12:00:00Z"),
        ("2019-03-05T09:00:00Z", "2019-03-01T09:00:00Z"),
    ]
    assert feed.feed.updated == "2019-03-09T12:00:00Z"
    item = json.loads(render(unknown, "jsonfeed", now=now))["items"][0]
    assert item["date_published"] == "2019-03-09T12:00:00Z"
    with pytest.raises(NaiveDatetimeError):
        render(unknown, "atom", now=datetime(2019, 3, 9))


def test_identifiers_stay() -> None:
    """They follow from the uid, and are addresses whatever it is."""
    assert identifier(EVENT) == f"urn:uuid:{EVENT.uid}"
    one, other = (Event("A", SLOT, uid=uid) for uid in ("a b", "a c"))
    assert identifier(one).startswith("urn:uuid:")
    assert identifier(one) != identifier(other)


def test_a_cancelled_event_says_so() -> None:
    """In the title, which is all that many readers show."""
    gone = Event("A", SLOT, status="cancelled")
    assert title(gone) == "2019-04-17 13:00 CEST [cancelled]: A"
