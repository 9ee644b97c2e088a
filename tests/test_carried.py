"""From an event to JSON-LD and back: exact for all that schema.org can say."""

from __future__ import annotations

import json

import attrs
from hypothesis import HealthCheck, given, settings

from eventkit.formats.jsonld import to_jsonld, to_jsonld_script
from eventkit.formats.jsonld.carried import carried
from eventkit.formats.jsonld.reading import from_jsonld, parse, parse_html
from eventkit.model import Event
from eventkit.testing import events

PROPERTY = settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)


def _plain(event: Event) -> Event:
    """Leave out what a series tells as events of their own."""
    again = event.recurrence
    if again is not None:
        again = attrs.evolve(again, included=(), changes=())
    return attrs.evolve(event, recurrence=again, sub_events=[_plain(e) for e in event.sub_events])


@given(drawn=events())
@PROPERTY
def test_what_is_written_is_read_back(drawn: Event) -> None:
    """Nothing but what JSON-LD has no word for is lost, and nothing is added."""
    event = _plain(drawn)
    assert from_jsonld(json.dumps(to_jsonld(event))) == [carried(event)]


@given(drawn=events())
@PROPERTY
def test_what_is_carried_is_carried_whole(drawn: Event) -> None:
    """A second journey changes nothing."""
    once = carried(_plain(drawn))
    assert carried(once) == once


@given(drawn=events())
@PROPERTY
def test_a_page_gives_the_event_of_its_script(drawn: Event) -> None:
    """Whatever the texts hold, the script in a page is read as its JSON-LD is."""
    page = f"<!doctype html><html><body><p>before{to_jsonld_script(drawn)}<p>after</html>"
    assert parse_html(page).events == parse(json.dumps(to_jsonld(drawn))).events
