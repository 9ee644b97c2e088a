"""Which addresses let their reader into a meeting: one answer for readers, linter and site."""

from __future__ import annotations

import time

import pytest

from eventkit import Event, TimeSlot, VirtualLocation, codes, lint
from eventkit.joinlinks import is_join_link

WAYS_IN = [
    "https://zoom.us/j/123456789",
    "https://us02web.zoom.us/w/123456789?tk=a",
    "https://example.zoom.us/my/anna",
    "https://zoom.us/wc/123/join",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
    "https://teams.live.com/meet/9412345",
    "https://teams.cloud.microsoft/meet/9412345",
    "https://example.webex.com/meet/anna",
    "https://example.webex.com/example/j.php?MTID=m1",
    "https://meet.google.com/abc-defg-hij",
    "https://g.co/meet/webinar",
    "https://meet.goto.com/123456789",
    "https://attendee.gotowebinar.com/join/1/2",
    "https://bluejeans.com/123456",
    "https://meet.jit.si/Room",
    "https://8x8.vc/vpaas/Room",
    "https://example.whereby.com/room",
    "https://meet.lync.com/example/anna/ABC",
    "https://v.ringcentral.com/join/123",
    "https://meeting.zoho.eu/meeting/public/join?key=1",
    "https://bbb.example.org/b/ann-abc-def",
    "https://bbb.example.org/rooms/ann-abc-123",
    "https://bbb.example.org/rooms/ann-abc-123-xyz/join",
    "https://bbb.example.org/rooms/seminar/join",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F1&data=x",
    "https://example.org/live?pwd=5ecret",
    "https://anna:5ecret@example.org/live",
    "zoommtg://zoom.us/join?confno=1",
    "msteams://teams.microsoft.com/l/meetup-join/1",
]
PAGES = [
    "https://example.org/webinars/clusters",
    "https://hotel.example.org/rooms/double",
    "https://zoom.us/webinar/register/WN_abc",
    "https://zoom.us/pricing",
    "https://zoom.us/rec/share/abc",
    "https://www.goto.com/pricing",
    "https://www.gotomeeting.com/",
    "https://teams.microsoft.com/",
    "https://www.webex.com/video-conferencing",
    "https://meet.google.com/",
    "https://attendee.gotowebinar.com/register/1",
    "https://notzoom.us/j/1",
    "https://zoom.us.example.org/j/1",
    "https://example.org/meetings/zoom?password=",
    "https://[broken/j/1",
]


@pytest.mark.parametrize("url", WAYS_IN)
def test_a_way_in_is_known(url: str) -> None:
    """By host and path, by a passcode in it, or as it is of an app."""
    assert is_join_link(url)


@pytest.mark.parametrize("url", PAGES)
def test_a_page_is_none(url: str) -> None:
    """Registration, recordings and what only looks alike are public."""
    assert not is_join_link(url)


@pytest.mark.parametrize("url", [url for url in WAYS_IN if url.startswith("http")])
def test_the_linter_goes_by_the_same(url: str) -> None:
    """In an address, and in a text with a full stop after it."""
    slot = TimeSlot.local("2026-04-17 13:00", "14:00", "Europe/Paris")
    text = Event("A", slot, description=f"Join at {url}.")
    assert codes.SECRET_IN_TEXT in {one.code for one in lint(text)}
    if "5ecret" not in url:  # which the model or another rule refuses
        place = Event("A", slot, locations=[VirtualLocation(url)])
        assert codes.SECRET_IN_PUBLIC in {one.code for one in lint(place)}


def test_long_addresses_are_told_in_step_with_their_length() -> None:
    """Whatever is repeated in them."""
    for piece in ("/b/abc-", "a.", "zoom.us/", "?pwd&", "meeting/"):
        took = []
        for count in (2_000, 16_000):
            began = time.process_time()
            is_join_link.__wrapped__("https://a." + piece * count)
            took.append(time.process_time() - began)
        assert took[1] < 24 * max(took[0], 1e-3)
