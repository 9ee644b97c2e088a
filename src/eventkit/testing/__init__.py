"""
Hypothesis strategies for the model, for tests of code that uses eventkit.

Needs the extra ``testing``. Every strategy yields values that the model accepts, nasty ones
among them: markup, separators of every format, right-to-left and astral text, repeated hours.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from eventkit.errors import MissingExtraError
from eventkit.model import (
    Affiliation,
    Availability,
    ContactPoint,
    Event,
    EventSeries,
    EventStatus,
    Image,
    JoinDetails,
    Material,
    OccurrenceChange,
    Offer,
    Organization,
    Person,
    Place,
    Recording,
    Recurrence,
    Role,
    Speaker,
    TimeSlot,
    VirtualLocation,
    Visibility,
)
from eventkit.timezones import zone

try:
    from hypothesis import strategies as st
except ImportError as exc:
    raise MissingExtraError(
        "eventkit.testing needs Hypothesis", "pip install 'webinar-eventkit[testing]'"
    ) from exc

from eventkit.testing.drawing import few, fields, maybe, some, sparse
from eventkit.testing.words import SECRET, lines, texts, urls

__all__ = ["SECRET", "events", "lines", "organizations", "slots", "speakers", "texts", "urls"]

_KEYS = sorted(available_timezones() - {"localtime", "Factory", "posixrules"})


@cache
def _zones() -> st.SearchStrategy[Any]:
    fixed = st.integers(-12 * 60, 14 * 60).map(
        lambda minutes: (
            f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
        )
    )
    return st.one_of(st.sampled_from(_KEYS), st.just("UTC"), fixed).map(zone)


_INSTANTS = st.datetimes(datetime(1975, 1, 1), datetime(2037, 12, 1)).map(
    lambda when: when.replace(microsecond=0, tzinfo=UTC)
)
_DATES = st.dates(date(1975, 1, 1), date(2037, 12, 1))
_SPANS = st.timedeltas(timedelta(seconds=1), timedelta(days=10)).map(
    lambda span: timedelta(seconds=max(1, int(span.total_seconds())))
)


@cache
@st.composite
def slots(draw: st.DrawFn) -> TimeSlot:
    """Slots of times in every kind of zone, repeated hours among them, and of dates."""
    if draw(st.integers(0, 4)) == 0:
        first = draw(_DATES)
        return TimeSlot(first, draw(st.none() | st.integers(0, 5).map(lambda n: first + n * _DAY)))
    place, instant, span = draw(_zones()), draw(_INSTANTS), draw(st.none() | _SPANS)
    start = instant.astimezone(place)
    return TimeSlot(start, None if span is None else (instant + span).astimezone(place))


_DAY = timedelta(days=1)


_COUNTRIES = st.sampled_from(["FR", "IT", "IN", "US"])
_EMAILS = st.sampled_from(["info@example.org", "a.b+c@m\u00fcller.example"])


@cache
def organizations() -> st.SearchStrategy[Organization]:
    """Organisations with any of their fields."""
    return sparse(
        Organization,
        {"name": lines()},
        {"url": urls(), "country": _COUNTRIES, "email": _EMAILS, "same_as": some(urls())},
    )


@cache
def _images() -> st.SearchStrategy[Image]:
    size = maybe(st.integers(1, 5000))
    return st.builds(Image, urls(), name=maybe(lines()), width=size, height=size)


@cache
@st.composite
def _affiliations(draw: st.DrawFn) -> Affiliation:
    days = sorted([draw(_DATES), draw(_DATES)])
    return Affiliation(
        draw(organizations()),
        title=draw(maybe(lines())),
        since=draw(st.sampled_from([None, days[0]])),
        until=draw(st.sampled_from([None, days[1]])),
    )


def _people(make: Callable[..., Any], **extra: Any) -> st.SearchStrategy[Any]:
    optional = {
        "honorific_prefix": lines(),
        "affiliations": st.lists(_affiliations(), min_size=1, max_size=3).map(tuple),
        "bio": texts(),
        "email": _EMAILS,
        "url": urls(),
        "image": _images(),
        "same_as": some(urls()),
    }
    return sparse(make, {"name": lines()}, {**optional, **extra})


@cache
def speakers() -> st.SearchStrategy[Speaker]:
    """Speakers with up to three titles at organisations."""
    return _people(Speaker, role=st.sampled_from(Role))


@cache
def _bodies() -> st.SearchStrategy[Any]:
    return st.one_of(organizations(), _people(Person))


@cache
@st.composite
def _offers(draw: st.DrawFn) -> Offer:
    price = draw(st.sampled_from([None, "0", "10.50", "1000000"]))
    moments = sorted([draw(_INSTANTS), draw(_INSTANTS)])
    return Offer(
        price,
        "EUR" if price else None,
        name=draw(maybe(lines())),
        url=draw(maybe(urls())),
        availability=draw(maybe(st.sampled_from(Availability))),
        valid_from=draw(st.sampled_from([None, moments[0]])),
        valid_until=draw(st.sampled_from([None, moments[1]])),
    )


@cache
def _recordings() -> st.SearchStrategy[Recording]:
    return sparse(
        Recording,
        {"url": urls()},
        {
            "name": lines(),
            "description": texts(),
            "upload_date": _INSTANTS | _DATES,
            "duration": _SPANS,
            "thumbnail_url": urls(),
            "embed_url": urls(),
            "is_live_broadcast": st.booleans(),
        },
    )


@cache
def _materials() -> st.SearchStrategy[Material]:
    return st.builds(
        Material,
        urls(),
        name=maybe(lines()),
        encoding_format=maybe(st.just("application/pdf")),
        license=maybe(urls()),
    )


@cache
def _places() -> st.SearchStrategy[Place]:
    plain = st.builds(
        Place, lines(), address=maybe(texts()), country=maybe(_COUNTRIES), url=maybe(urls())
    )
    located = st.builds(
        Place,
        lines(),
        latitude=st.floats(-90, 90, allow_subnormal=False),
        longitude=st.floats(-180, 180, allow_subnormal=False),
    )
    return plain | located


@cache
def _joining() -> st.SearchStrategy[JoinDetails]:
    secret = lines().map(lambda text: f"{text}{SECRET}")
    return st.builds(
        JoinDetails,
        st.just(f"https://meet.example/j/{SECRET}?pwd={SECRET}"),
        passcode=maybe(secret),
        meeting_id=maybe(secret),
        phone=maybe(st.just(f"+39 {SECRET}")),
        instructions=maybe(secret),
    )


_RULES = [
    "FREQ=WEEKLY;COUNT=4",
    "FREQ=MONTHLY;BYDAY=1TH",
    "FREQ=DAILY;UNTIL=20380101T000000Z",
    "FREQ=YEARLY;UNTIL=20380101",
]
_LOCALS = st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1)).map(
    lambda when: when.replace(microsecond=0)
)


def _changes(starts: st.SearchStrategy[Any]) -> st.SearchStrategy[OccurrenceChange]:
    return sparse(
        OccurrenceChange,
        {"original_start": starts},
        {
            "slot": slots(),
            "name": lines(),
            "description": texts(),
            "url": urls(),
            "status": st.sampled_from(EventStatus),
        },
    )


@cache
def _recurrences(*, all_day: bool) -> st.SearchStrategy[Recurrence]:
    starts: st.SearchStrategy[Any] = _DATES if all_day else _LOCALS
    return st.builds(
        Recurrence,
        st.sampled_from(_RULES),
        excluded=few(starts),
        included=few(starts),
        changes=few(_changes(starts)),
    )


def _can_recur(slot: TimeSlot) -> bool:
    """No rule goes on from the second of two equal local times."""
    first = slot.start
    return not isinstance(first, datetime) or first.utcoffset() == first.replace(fold=0).utcoffset()


@cache
def events(max_depth: int = 1) -> st.SearchStrategy[Event]:
    """
    Events with any of their fields, and sub-events down to *max_depth* levels.

    What is secret in them, and only that, contains `SECRET`.
    """
    given = _event_fields(events(max_depth - 1) if max_depth > 0 else None)
    times, dates = _recurrences(all_day=False), _recurrences(all_day=True)

    @st.composite
    def draw_event(draw: st.DrawFn) -> Event:
        fields = draw(given)
        slot = fields["slot"]
        if draw(st.integers(0, 3)) == 0 and _can_recur(slot):
            fields["recurrence"] = draw(dates if slot.is_all_day else times)
        return Event(**fields)

    return draw_event()


def _event_fields(children: st.SearchStrategy[Event] | None) -> st.SearchStrategy[dict[str, Any]]:
    optional: dict[str, st.SearchStrategy[Any]] = {
        "alternate_name": lines(),
        "description": texts(),
        "url": urls(),
        "event_type": st.sampled_from(["EducationEvent", "BusinessEvent"]),
        "speakers": some(speakers()),
        "organizer": _bodies(),
        "co_organizers": some(_bodies()),
        "sponsors": some(organizations()),
        "contact": st.builds(ContactPoint, name=lines(), email=maybe(_EMAILS)),
        "locations": some(st.builds(VirtualLocation, urls(), name=maybe(lines())) | _places()),
        "joining": _joining(),
        "status": st.sampled_from(EventStatus),
        "status_reason": texts(),
        "previous_starts": some(_INSTANTS | _DATES),
        "sequence": st.integers(0, 1000),
        "created": _INSTANTS,
        "updated": _INSTANTS,
        "published": _INSTANTS,
        "in_language": some(st.sampled_from(["en", "it", "pt-BR", "zh-Hant"])),
        "keywords": some(lines()),
        "images": some(_images()),
        "offers": some(_offers()),
        "recordings": some(_recordings()),
        "materials": some(_materials()),
        "series": st.builds(EventSeries, lines(), url=maybe(urls()), uid=maybe(lines())),
        "position": st.integers(1, 100),
        "reminders": some(_SPANS),
        "visibility": st.sampled_from(Visibility),
        "audience": lines(),
        "capacity": st.integers(0, 100_000),
        "remaining_capacity": st.integers(0, 100_000),
    }
    if children is not None:
        optional["sub_events"] = some(children)
    return fields({"name": lines(), "slot": slots(), "uid": lines()}, optional)
