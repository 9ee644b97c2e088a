"""No public output shows a way in that an event knows: it is refused, and the field is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit import (
    Event,
    JoinDetails,
    Organization,
    Severity,
    Speaker,
    TimeSlot,
    calendar_links,
    codes,
    from_json,
    lint,
    registry,
    to_ical,
    to_json,
    to_jsonld,
    to_jsonld_script,
)
from eventkit.errors import PublicSecretError
from eventkit.formats.jscalendar import to_jscalendar
from eventkit.model.showing import public, shown_secrets
from eventkit.page import Pages
from eventkit.publish.card import card
from eventkit.testing import events, lines

SLOT = TimeSlot(datetime(2026, 5, 1, 12, tzinfo=UTC), datetime(2026, 5, 1, 13, tzinfo=UTC))
URL = "https://us02web.zoom.us/j/86412345678?pwd=aBcDeF123"
WAY_IN = JoinDetails(URL, passcode="99xyz", meeting_id="864 1234 5678")
PUBLIC = [
    "atom", "csv", "frab", "html", "ical", "jcal", "jscalendar", "jsonfeed", "jsonld",
    "jsonld-script", "links", "text",
]  # fmt: skip
SHOWN = [
    f"Join {URL} Passcode: 99xyz",
    "Raum 864 1234 5678, Code ist 99xyz",
    "PIN 99xyz",
    "Kennwort lautet 99xyz.",
    "Meeting room: 86412345678",
    "ID réunion : 864-1234-5678",
    "**864** 1234 **5678**",
    "HTTPS://us02web.zoom.us/j/86412345678",
    "zoom.us/my/room?pwd=aBcDeF123",
]
HIDDEN = [
    "99xyz1 and a99xyz are other words",
    "186412345678 and 864123456789 are other numbers",
    "Register at https://us02web.zoom.us/webinar/register/WN_abc",
]


def _event(description: str, joining: JoinDetails = WAY_IN) -> Event:
    return Event("Clusters", SLOT, description=description, joining=joining)


@pytest.mark.parametrize("text", SHOWN)
def test_a_known_way_in_is_found_however_it_is_told(text: str) -> None:
    """No word before it is needed, as what is looked for is known."""
    assert shown_secrets(_event(text)) == (("description",),)


@pytest.mark.parametrize("text", HIDDEN)
def test_what_only_resembles_it_is_not(text: str) -> None:
    """A longer run of the same letters or digits is another word."""
    assert shown_secrets(_event(text)) == ()


@pytest.mark.parametrize(
    ("code", "text", "is_shown"),
    [
        ("2026", "A talk in 2026", False),
        ("2026", "PIN: 2026", True),
        ("abc", "The abc of clusters", False),
        ("abc", "Der Code ist abc.", True),
        ("star", "A star is born", False),
        ("4711", "Raum 5, dann 4711", True),
        ("clusters!", "All about clusters!", True),
    ],
)
def test_a_word_of_every_day_is_no_passcode_without_its_label(
    code: str, text: str, is_shown: bool
) -> None:
    """Short words and years stand in many a text."""
    way_in = JoinDetails("https://example.org/live", passcode=code)
    assert bool(shown_secrets(_event(text, way_in))) is is_shown


@pytest.mark.parametrize(
    ("url", "text", "is_shown"),
    [
        ("https://example.org/live", "See https://example.org/live.", True),
        ("https://example.org/live", "See https://example.org/live/2", False),
        ("https://example.org/", "See https://example.org/live", False),
        ("https://bbb.example.org/rooms/a/join", "http://bbb.example.org/rooms/a/join?x=1", True),
        ("msteams://meet/1", "Open msteams://meet/1", True),
    ],
)
def test_an_address_is_that_address(url: str, text: str, is_shown: bool) -> None:
    """A page below it is another one, unless it opens the meeting as well."""
    assert bool(shown_secrets(_event(text, JoinDetails(url)))) is is_shown


@pytest.mark.parametrize("format", PUBLIC)
def test_no_public_format_is_written(format: str) -> None:
    """The error names the field and says where the way in goes, and never tells it."""
    for text in SHOWN:
        with pytest.raises(PublicSecretError) as caught:
            registry.render(_event(text), format)
        told = str(caught.value)
        assert told.startswith("description") and "joining" in told
        assert not any(word in told for word in ("99xyz", "8641", "5678", "aBcDeF"))


def test_every_format_that_is_no_document_is_public() -> None:
    """A format that is added is either a document, which keeps the way in, or refuses too."""
    documents = {"json", "jsonl", "yaml", "toml", "parquet"}
    assert set(registry.writable()) == documents | set(PUBLIC)


def test_functions_that_are_called_directly_refuse_as_well() -> None:
    """There is no way around by calling the writer itself."""
    event = _event("PIN 99xyz")
    writers: list[Callable[[Event], object]] = [
        to_jsonld,
        to_jsonld_script,
        to_ical,
        to_jscalendar,
        calendar_links,
        Pages().event,
        card,
    ]
    for write in writers:
        with pytest.raises(PublicSecretError):
            write(event)
    with pytest.raises(PublicSecretError):
        to_jsonld([event])
    with pytest.raises(PublicSecretError):
        Pages().listing("All", [{"event": event, "link": None}])


def test_documents_and_what_is_for_the_invited_are_written() -> None:
    """They hold the way in anyway."""
    event = _event("PIN 99xyz")
    assert from_json(to_json(event)) == [event]
    assert "99xyz" in to_ical(event, invited=True) and "99xyz" in to_jscalendar(event, invited=True)
    assert "99xyz" in registry.render(event, "ical", invited=True)


def test_a_title_that_shows_it_is_not_repeated() -> None:
    """The name of an event helps to find it, unless the way in stands there."""
    with pytest.raises(PublicSecretError, match="^name is public") as caught:
        public(Event("Clusters, PIN 99xyz", SLOT, joining=WAY_IN))
    assert "99xyz" not in repr(caught.value)


def test_sessions_and_people_are_looked_at_as_well() -> None:
    """The way into a session, or into the whole, may stand in any text of either."""
    talk = Event("A talk", SLOT, joining=WAY_IN, organizer=Organization("PIN 99xyz"))
    day = Event("A day", SLOT, sub_events=(talk,), speakers=(Speaker("Ann", bio="Code 99xyz"),))
    found = (("speakers", 0, "bio"), ("sub_events", 0, "organizer", "name"))
    assert shown_secrets(day) == found
    with pytest.raises(PublicSecretError, match=r"speakers\[0\].bio"):
        to_jsonld(day)


def test_the_linter_names_each_field_once() -> None:
    """An error with the path, also where no word tells what it is; and no other about it."""
    talk = Event("A talk", SLOT, description="Raum 864 1234 5678")
    day = attrs.evolve(_event(SHOWN[0]), sub_events=(talk,), url=URL.partition("?")[0])
    told = [one for one in lint(day) if one.code in (codes.SECRET_IN_TEXT, codes.SECRET_IN_PUBLIC)]
    assert {one.path for one in told} == {"description", "url", "sub_events[0].description"}
    assert len(told) == 3 and {one.severity for one in told} == {Severity.ERROR}
    assert "99xyz" not in str(told)
    assert lint(day, profile="google")  # which judges the markup without publishing it


@given(
    event=events(max_depth=0),
    secret=st.sampled_from(["K7pQ2x9", "864 1234 5678", URL]),
    before=lines(),
    field=st.sampled_from(["description", "name", "status_reason", "alternate_name", None]),
)
def test_what_is_written_in_public_never_has_the_way_in(
    event: Event, secret: str, before: str, field: str | None
) -> None:
    """Either the writer refuses, or the text is without the link, the passcode and the number."""
    way_in = JoinDetails(URL, passcode="K7pQ2x9", meeting_id="864 1234 5678")
    event = attrs.evolve(event, joining=way_in)
    if field is not None:
        event = attrs.evolve(event, **{field: f"{before} {secret}"})
    for write in (_jsonld, to_ical, _links, to_jscalendar, _csv, _feed):
        try:
            written = write(event)
        except PublicSecretError:
            assert field is not None
            continue
        assert field is None
        assert not any(word in written for word in ("K7pQ2x9", "86412345678", "864 1234 5678"))


def _jsonld(event: Event) -> str:
    return str(to_jsonld(event))


def _links(event: Event) -> str:
    return unquote("\n".join(calendar_links(event).values()))


def _csv(event: Event) -> str:
    return registry.render(event, "csv")


def _feed(event: Event) -> str:
    return registry.render(event, "atom")
