"""Links open a service's form with the right time, short enough and without a secret."""

from __future__ import annotations

import html
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit.links import calendar_links, render
from eventkit.model import (
    Event,
    EventStatus,
    JoinDetails,
    Place,
    Recurrence,
    TimeSlot,
    VirtualLocation,
)
from eventkit.servicelinks import LENGTH_MAX, service_links
from eventkit.testing import SECRET, events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
PROPERTY = settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)


def _asked(link: str) -> dict[str, str]:
    """Return the parameters as a service reads them, each of which stands once."""
    found = parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)
    assert all(len(values) == 1 for values in found.values())
    return {name: values[0] for name, values in found.items()}


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@given(event=events())
@PROPERTY
def test_every_link_is_short_and_tells_the_public_no_secret(event: Event) -> None:
    """Whatever the event holds; and each link can be taken apart again."""
    for service, link in calendar_links(event).items():
        assert SECRET not in unquote(link)
        assert link.isascii()
        assert " " not in link
        if service != "ics":
            assert len(link) <= LENGTH_MAX
            assert urlsplit(link).scheme == "https"
            _asked(link)


@given(event=events(max_depth=0))
@PROPERTY
def test_google_and_outlook_get_the_instants(event: Event) -> None:
    """In UTC, or as dates whose end is the day after; Google's series in its own zone."""
    links, slot = service_links(event), event.slot
    start, end = _asked(links["google"])["dates"].split("/")
    for name in ("outlook", "office365"):
        form = _asked(links[name])
        if slot.is_all_day:
            last = slot.end or slot.start
            assert (form["startdt"], form["enddt"], form["allday"]) == (
                str(slot.start),
                str(last + timedelta(days=1)),
                "true",
            )
            assert (start, end) == tuple(form[key].replace("-", "") for key in ("startdt", "enddt"))
        else:
            expected = (slot.start_utc, slot.end_utc or slot.start_utc)
            assert (_instant(form["startdt"]), _instant(form["enddt"])) == expected
            if "ctz" not in _asked(links["google"]):
                assert (_instant(start), _instant(end)) == expected


def test_the_data_url_is_the_public_entry() -> None:
    """Another reader finds the event in it."""
    link = calendar_links(Event("A & b; c", SLOT))["ics"]
    kind, _, text = link.partition(",")
    (entry,) = icalendar.Calendar.from_ical(unquote(text)).events
    assert kind == "data:text/calendar;charset=utf-8"
    assert (str(entry["SUMMARY"]), entry.start) == ("A & b; c", SLOT.start_utc)


def test_yahoo_gets_the_wall_clock_and_the_name_of_its_zone() -> None:
    """It takes every time for the visitor's own."""
    form = _asked(service_links(Event("A", SLOT, description="About."))["yahoo"])
    assert (form["st"], form["et"]) == ("20190417T130000", "20190417T140000")
    assert form["desc"] == "13:00 Europe/Paris\n\nAbout."


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, {"st": "20210506", "dur": "allday"}),
        (date(2021, 5, 6), {"st": "20210506", "dur": "allday"}),
        (date(2021, 5, 8), {"st": "20210506", "et": "20210509"}),
        (date.max, {"st": "20210506", "et": "99991231"}),
    ],
)
def test_yahoo_gets_whole_days(last: date | None, expected: dict[str, str]) -> None:
    """It passes over dur=allday where there is an end."""
    form = _asked(service_links(Event("A", TimeSlot(date(2021, 5, 6), last)))["yahoo"])
    assert form == {"v": "60", "title": "A", **expected}


def test_a_long_description_is_shortened_at_a_word_and_the_page_stays() -> None:
    """Also where a character takes twelve in a link, or the markup of Outlook."""
    for word in ("word", "\U0001f600\u4e2d", "<b>&"):
        event = Event("T", SLOT, description=f"{word} " * 900, url="https://example.org/a?b=1&c=2")
        for service, name in (("google", "details"), ("office365", "body"), ("yahoo", "desc")):
            link = service_links(event)[service]
            body = html.unescape(_asked(link)[name].replace("<br>", "\n"))
            text, page = body.rsplit("\n\n", 1)
            assert page == event.url
            assert text.endswith(f" {word}\u2026")
            assert LENGTH_MAX - 70 < len(link) <= LENGTH_MAX


def test_a_word_without_end_is_cut() -> None:
    """There is no better place."""
    link = service_links(Event("T" * 1000, SLOT, description="\u4e2d" * 9000))["google"]
    form = _asked(link)
    assert form["text"].endswith("T\u2026")
    assert form["details"].endswith("\u4e2d\u2026")
    assert len(link) <= LENGTH_MAX


def test_the_description_is_text_also_where_the_service_reads_markup() -> None:
    """Outlook takes HTML."""
    event = Event("<i>", SLOT, description="1 < 2\n<script>")
    assert _asked(service_links(event)["outlook"])["body"] == "1 &lt; 2<br>&lt;script&gt;"


def test_the_rule_of_a_series_goes_to_google_in_its_zone() -> None:
    """So that 13:00 stays 13:00; where occurrences are left out it is the first alone."""
    form = _asked(service_links(Event("A", SLOT, recurrence=Recurrence("FREQ=WEEKLY")))["google"])
    assert form["dates"] == "20190417T130000/20190417T140000"
    assert (form["ctz"], form["recur"]) == ("Europe/Paris", "RRULE:FREQ=WEEKLY")
    less = Recurrence("FREQ=WEEKLY", excluded=[datetime(2019, 4, 24, 13)])
    form = _asked(service_links(Event("A", SLOT, recurrence=less))["google"])
    assert form["dates"] == "20190417T110000Z/20190417T120000Z"
    assert "recur" not in form


def test_a_cancelled_event_says_so() -> None:
    """A form of a service has no field for it."""
    event = Event("A", SLOT, status=EventStatus.CANCELLED)
    assert _asked(service_links(event)["google"])["text"] == "Cancelled: A"


def test_a_place_comes_before_an_address_and_the_way_in_never() -> None:
    """Even where it is all there is."""
    online, hall = VirtualLocation("https://example.org/live"), Place("Hall", country="FR")
    join = JoinDetails("https://meet.example/5ecret")
    for places, expected in (
        ((online, hall), "Hall, FR"),
        ((online,), "https://example.org/live"),
        ((), None),
    ):
        form = _asked(service_links(Event("A", SLOT, locations=places, joining=join))["google"])
        assert form.get("location") == expected


def test_every_event_has_its_lines() -> None:
    """Under its title, with an empty line between."""
    text = render([Event("A", SLOT), Event("B", SLOT)])
    first, second = text.split("\n\n")
    assert first.splitlines()[0] == "A"
    assert [line.partition(":")[0] for line in second.splitlines()[1:]] == list(
        calendar_links(Event("B", SLOT))
    )
