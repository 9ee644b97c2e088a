"""The page of an event: complete, public, and text where the event has text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import extruct
import html5lib
import mf2py
import pytest
from hypothesis import given, settings

from eventkit.errors import InvalidValueError
from eventkit.formats.jsonld import to_jsonld
from eventkit.model import (
    Event,
    EventSeries,
    Image,
    JoinDetails,
    OccurrenceChange,
    Offer,
    Place,
    Recording,
    Recurrence,
    Speaker,
    TimeSlot,
    VirtualLocation,
)
from eventkit.page import Pages, render
from eventkit.page.public import public_part, without_way_in
from eventkit.page.texts import initials
from eventkit.page.words import LANGUAGES, direction, language_of, words
from eventkit.registry import parse
from eventkit.testing import SECRET, events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
EVENT = Event(
    "Clusters and SMEs",
    SLOT,
    url="https://example.org/clusters",
    description="How clusters help.\n\n- **one**\n- two",
    speakers=[Speaker("Alain Tubiana", honorific_prefix="Mr.")],
    locations=[VirtualLocation("https://example.org/live", name="Player")],
    joining=JoinDetails(f"https://meet.example/{SECRET}", passcode=SECRET),
    offers=[Offer("0", url="https://example.org/register")],
    recordings=[Recording("https://example.org/video", name="The video")],
    in_language="en",
)
_NS = "{http://www.w3.org/1999/xhtml}"


@given(event=events())
@settings(max_examples=60, deadline=None)
def test_what_the_event_says_is_text(event: Event) -> None:
    """No title, name, text or address becomes an element, an attribute or a script of its own."""
    page = render(event)
    assert SECRET not in page
    tree = html5lib.parse(page)
    scripts = [node for node in tree.iter(f"{_NS}script")]
    assert [node.get("type") for node in scripts] == ["application/ld+json", None]
    assert len(list(tree.iter(f"{_NS}style"))) == 1
    (heading,) = tree.iter(f"{_NS}h1")
    assert "".join(heading.itertext()) == event.name
    for node in tree.iter():
        assert not any(name.startswith("on") or name == "style" for name in node.attrib)
        for name in ("href", "src"):
            scheme = (node.get(name) or "#").partition(":")[0]
            assert scheme in ("#", "#main", "http", "https", "mailto", "data")


@given(event=events())
@settings(max_examples=40, deadline=None)
def test_the_markup_of_the_page_is_the_event(event: Event) -> None:
    """extruct finds the very JSON-LD that we write of the public part."""
    found = extruct.extract(render(event), syntaxes=["json-ld"])["json-ld"]
    assert found == [to_jsonld(public_part(event))]


def test_the_page_is_read_back() -> None:
    """Our own reader finds in it the event without the way in; JSON-LD names no zone."""
    (event,) = parse(render(EVENT), "html").or_raise().events
    assert event.slot.start == SLOT.start
    assert event.slot.end == SLOT.end
    assert attrs.evolve(event, slot=SLOT) == without_way_in(EVENT)


def test_microformats_name_the_parts() -> None:
    """mf2py finds name, times, speaker and place."""
    (item,) = mf2py.parse(doc=render(EVENT))["items"]
    properties = item["properties"]
    assert item["type"] == ["h-event"]
    assert properties["name"] == ["Clusters and SMEs"]
    assert properties["start"] == ["2019-04-17T13:00:00+0200"]
    assert properties["end"] == ["2019-04-17T14:00:00+0200"]
    assert properties["url"] == ["https://example.org/clusters"]
    assert properties["speaker"][0]["properties"]["name"] == ["Alain Tubiana"]
    assert "<strong>one</strong>" in properties["content"][0]["html"]


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "Wednesday, 17 April 2019"),
        ("en-US", "Wednesday, April 17, 2019"),
        ("it", "mercoledì 17 aprile 2019"),
        ("fr", "mercredi 17 avril 2019"),
        ("de", "Mittwoch, 17. April 2019"),
        ("es", "miércoles, 17 de abril de 2019"),
        ("pt", "quarta-feira, 17 de abril de 2019"),
        ("nl", "woensdag 17 april 2019"),
    ],
)
def test_the_page_speaks_seven_languages(language: str, day: str) -> None:
    """Dates and words are those of the language."""
    page = render(EVENT, language=language)
    assert day in page
    assert words(language[:2])["add"] in page
    assert f'<html lang="{language}" dir="ltr">' in page


def test_every_language_has_every_word() -> None:
    """No word is missing or stands in another's column."""
    tables = [words(language) for language in LANGUAGES]
    assert all(table.keys() == tables[0].keys() for table in tables)
    assert all(value and value == value.strip() for table in tables for value in table.values())
    with pytest.raises(InvalidValueError, match="use one of: en, it"):
        Pages("ja")


def test_a_language_without_words_gets_english() -> None:
    """The content keeps its language and its direction."""
    page = render(Event("\u05e9\u05dc\u05d5\u05dd", SLOT, in_language="he"))
    assert '<html lang="en" dir="ltr">' in page
    assert '<article class="h-event" lang="he"' in page
    assert (direction("he"), direction("ur-Latn"), direction("pa-Arab")) == ("rtl", "ltr", "rtl")
    assert language_of(("ja", "FR-ca")) == "FR-ca"


def test_times_stand_in_the_zone_of_the_event_and_in_others() -> None:
    """The world clock marks another day, and midnight belongs to the day that it ends."""
    late = TimeSlot.local("2019-04-17 22:00", "00:00", "Europe/Paris")
    page = render(Event("A", late), zones=["Asia/Tokyo", "America/New_York"])
    assert 'Wednesday, 17 April 2019</span>, <span class="time">22:00\u201300:00' in page
    assert "CEST, UTC+02:00 · Europe/Paris" in page
    assert 'Thursday, 18 April 2019</span>, <span class="time">05:00\u201307:00' in page
    assert "(+1, next day)" in page
    assert "16:00\u201318:00" in page


def test_a_date_is_no_midnight() -> None:
    """Without an hour there is no clock, no zone and no time of the visitor."""
    page = render(Event("A", TimeSlot(date(2019, 4, 17), date(2019, 4, 18))))
    assert "data-yours" not in page.partition("<script>")[0]
    assert "00:00" not in page
    assert 'data-start="2019-04-17" data-end="2019-04-18"' in page


def test_a_change_of_offset_within_the_event_shows() -> None:
    """Both offsets stand where the clocks change in between."""
    night = TimeSlot.local("2019-10-26 22:00", "2019-10-27 06:00", "Europe/Paris")
    assert "CEST, UTC+02:00 \u2192 CET, UTC+01:00" in render(Event("A", night))


def test_without_a_script_no_button_claims_more_than_is_so() -> None:
    """Words hold at any time; a cancelled or sold out event has no registration at all."""
    page = render(EVENT)
    assert "Registration, until the start</span>" in page
    assert ">Register<" not in page
    cancelled = render(
        Event("A", SLOT, offers=EVENT.offers, locations=EVENT.locations, status="cancelled")
    )
    assert 'class="action"' not in cancelled
    assert "<strong>Cancelled</strong>" in cancelled
    assert 'class="menu"' not in cancelled
    sold = Offer("5", "EUR", url="https://example.org/buy", availability="sold_out")
    full = render(Event("A", SLOT, offers=[sold]))
    assert "Sold out" in full
    assert "example.org/buy" not in full.partition('class="actions"')[2]


def test_a_moved_event_says_from_when() -> None:
    """The previous start stands in the zone of the event."""
    moved = Event(
        "A",
        SLOT,
        status="rescheduled",
        previous_starts=[datetime(2019, 4, 10, 11, tzinfo=UTC)],
        status_reason="Illness",
    )
    page = render(moved)
    assert "Wednesday, 10 April 2019, 13:00 (CEST, UTC+02:00)" in page
    assert "Illness" in page


def test_the_page_asks_for_nothing_but_pictures() -> None:
    """The policy allows the one style and script by hash; pictures say nothing of the visitor."""
    event = Event("A", SLOT, images=[Image("https://example.org/a.png", name="A map")])
    tree = html5lib.parse(render(event))
    (policy,) = [
        node.get("content") for node in tree.iter(f"{_NS}meta")
        if node.get("http-equiv") == "Content-Security-Policy"
    ]  # fmt: skip
    assert policy.startswith("default-src 'none'; img-src https: http: data:; style-src 'sha256-")
    assert "unsafe" not in policy
    (picture,) = tree.iter(f"{_NS}img")
    assert (picture.get("loading"), picture.get("referrerpolicy")) == ("lazy", "no-referrer")
    assert picture.get("alt") == "A map"
    assert not list(tree.iter(f"{_NS}iframe"))


def test_a_block_is_replaced(tmp_path: Path) -> None:
    """A template of one's own keeps all that it does not say anew, and the policy fits it."""
    (tmp_path / "event.html").write_text(
        '{% extends "eventkit/event.html" %}'
        "{% block footer %}<footer>{{ event.name }} by us</footer>{% endblock %}"
        "{% block style %}{{ super() }}h1{color:#800}{% endblock %}",
        "utf-8",
    )
    page = render(Event("A < B", SLOT), templates=str(tmp_path))
    assert "<footer>A &lt; B by us</footer>" in page
    assert "h1{color:#800}" in page
    hashes = re.findall(r"sha256-[^&]+", page)
    assert hashes[0] not in render(EVENT)
    assert hashes[1] in render(EVENT)


def test_several_events_make_a_list() -> None:
    """One page lists them with the markup of each; what is private has no session in it."""
    secret = Event("Session", SLOT, visibility="private")
    page = render([EVENT, Event("Another", SLOT, sub_events=[secret])])
    assert [event.name for event in parse(page, "html").events] == ["Clusters and SMEs", "Another"]
    assert "Session" not in page
    assert "There are no events." in render([])


def test_a_private_event_is_not_for_search_engines() -> None:
    """Whoever asks for its page gets it, with a word to robots."""
    assert 'name="robots" content="noindex"' in render(Event("A", SLOT, visibility="unlisted"))
    assert 'name="robots"' not in render(EVENT)


def test_only_web_pages_are_linked_from_texts() -> None:
    """Markdown becomes markup; raw tags, scripts and pictures do not."""
    text = (
        "# Head\n[a](javascript:alert(1)) [b](https://example.org) ![p](https://e.org/p.png) <i>x"
    )
    page = render(Event("A", SLOT, description=text))
    assert "<h3>Head</h3>" in page
    assert '<a href="https://example.org" rel="noopener noreferrer nofollow">b</a>' in page
    assert "&lt;i&gt;x" in page
    assert 'href="javascript' not in page
    assert "<img" not in page


def test_initials_stand_for_a_photo() -> None:
    """First and last name; marks are no letters."""
    names = ["Alain Tubiana", "Plato", "Ana de la Cruz", "( ~", "\u674e \u660e"]
    assert [initials(name) for name in names] == ["AT", "P", "AC", "(", "\u674e\u660e"]


def test_places_and_prices_are_shown() -> None:
    """Free only where it says so."""
    event = Event(
        "A",
        SLOT,
        locations=[Place("Hall", address="1 Street", country="FR")],
        offers=[Offer("10.50", "EUR", name="Ticket"), Offer("0")],
        series=EventSeries("Mondays"),
        position=2,
    )
    page = render(event)
    for text in ("1 Street", "€10.50", "Free", "Mondays · 2"):
        assert text in page
    assert "Free" not in render(Event("A", SLOT))


def test_a_series_lists_its_dates() -> None:
    """Without those that are cancelled, by the clocks of the event."""
    weekly = Recurrence(
        "FREQ=WEEKLY;COUNT=4",
        excluded=[datetime(2019, 4, 24, 13)],
        changes=[OccurrenceChange(datetime(2019, 5, 1, 13), status="cancelled")],
    )
    page = render(Event("A", SLOT, recurrence=weekly))
    days = [day for day in (17, 24) if f"Wednesday, {day} April 2019" in page]
    assert days == [17]
    assert "Wednesday, 8 May 2019" in page
    assert "1 May 2019" not in page
    assert page.count("2019-05-08") == 1
