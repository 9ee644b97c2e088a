"""An event that is written as iCalendar comes back as it was."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit.calendars import render_jcal, to_ical
from eventkit.formats.ical import parse
from eventkit.formats.ical.jcal_reader import parse as parse_jcal
from eventkit.model import Event
from eventkit.testing import SECRET, events

PROPERTY = settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
STAMP = datetime(2026, 1, 1, tzinfo=UTC)


def _distinct(event: Event, path: str = "") -> Event:
    """Return the event with identifiers of which no two are the same, as in a real calendar."""
    parts = [_distinct(sub, f"{path}.{n}") for n, sub in enumerate(event.sub_events)]
    return attrs.evolve(event, uid=f"{event.uid}{path}", sub_events=parts)


def _public(event: Event) -> Event:
    parts = [_public(sub) for sub in event.sub_events]
    return attrs.evolve(event, joining=None, sub_events=parts)


@pytest.mark.parametrize("utc", [False, True])
@given(drawn=events())
@PROPERTY
def test_every_field_comes_back(drawn: Event, utc: bool) -> None:
    """For the invited all of it, for the public all but the way in."""
    event = _distinct(drawn)
    assert parse(to_ical(event, dtstamp=STAMP, utc=utc, invited=True)).events == (event,)
    public = to_ical(event, dtstamp=STAMP, utc=utc)
    assert SECRET not in public
    assert parse(public).events == (_public(event),)


@given(drawn=events())
@PROPERTY
def test_every_field_comes_back_from_jcal(drawn: Event) -> None:
    """As from the stream: for the invited all of it, for the public all but the way in."""
    event = _distinct(drawn)
    assert parse_jcal(render_jcal(event, dtstamp=STAMP, invited=True)).events == (event,)
    public = render_jcal(event, dtstamp=STAMP)
    assert SECRET not in public
    assert parse_jcal(public).events == (_public(event),)
