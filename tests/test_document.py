"""Documents keep every field, and refuse what is not the model's."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from eventkit.errors import ReadError
from eventkit.formats.document import from_dict, from_json, parse, to_dict, to_json
from eventkit.model import Event, Organization, TimeSlot
from eventkit.testing import events

SLOT = {"start": "2019-04-17T13:00", "end": "2019-04-17T14:00", "timezone": "Europe/Paris"}


@given(event=events())
@settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)
def test_the_round_trip_is_exact(event: Event) -> None:
    """Plain data and text give back the same event, and the same bytes."""
    assert from_dict(to_dict(event)) == event
    text = to_json(event)
    assert from_json(text) == [event]
    assert to_json(from_json(text)) == text


def test_the_short_form_is_read_and_the_canonical_one_written() -> None:
    """A bare wall clock takes the zone; written, it carries the offset too."""
    event = from_dict(
        {
            "name": "Clusters and SMEs: a way to face globalisation?",
            "slot": SLOT,
            "speakers": [
                {
                    "name": "Alain Tubiana",
                    "affiliations": [
                        {"title": "Chairman", "organization": "gnomon sas"},
                        {"organization": {"name": "Strasbourg University", "country": "FR"}},
                    ],
                }
            ],
        }
    )
    assert event.slot == TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
    data = to_dict(event)
    assert data["slot"]["start"] == "2019-04-17T13:00:00+02:00"
    assert data["speakers"][0]["affiliations"][0]["organization"] == "gnomon sas"
    assert event.speakers[0].affiliations[1].organization == Organization(
        "Strasbourg University", country="FR"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"nmae": "A"},
        {"name": 5},
        {"name": "a\0b"},
        {"sequence": "1"},
        {"sequence": True},
        {"speakers": "Alain"},
        {"speakers": [{"name": "A", "rôle": "x"}]},
        {"url": "javascript:alert(1)"},
        {"created": "2019-04-17T13:00"},
        {"status": "canceld"},
        {"locations": [{"url": "https://example.org/"}]},
        {"slot": {**SLOT, "end": "2019-04-17T12:00"}},
        {"slot": {**SLOT, "timezone": "Europe/Pariss"}},
        {"slot": {**SLOT, "start": "2019-04-17T13:00:00+01:00"}},
        {"slot": {"start": "2019-04-17T13:00"}},
        {"slot": {"start": "2019-03-31T02:30", "timezone": "Europe/Paris"}},
        {"slot": "2019-04-17T13:00"},
        {"offers": [{"price": 10.5, "currency": "EUR"}]},
    ],
)
def test_a_wrong_value_is_a_finding_with_a_hint(change: dict[str, Any]) -> None:
    """Reading reports it, and never raises for content."""
    text = json.dumps({"name": "A", "slot": SLOT, **change})
    if "offers" in change:
        assert parse(text).ok  # 10.5 in a text is exact
        return
    (finding,) = parse(text).errors
    assert finding.hint
    with pytest.raises(ReadError):
        from_json(text)


@pytest.mark.parametrize(
    "source",
    [b"", b"\x00\xff\xfe", "{\"name\": \"\u00e9\"}".encode("latin-1"), b"{", b'{"a": NaN}',
     b'{"name": "A", "name": "B"}', b"[" * 100_000, b"3", b"null", b'"text"'],
)  # fmt: skip
def test_input_that_is_no_document_is_one_clear_finding(source: bytes) -> None:
    """Empty, binary, Latin-1, broken, doubled, too deep or of another shape."""
    reading = parse(source, file="a.json")
    assert len(reading.errors) == 1
    assert reading.errors[0].file == "a.json"


def test_one_wrong_event_does_not_lose_the_others() -> None:
    """The finding says which one it is."""
    good = {"name": "A", "slot": SLOT}
    reading = parse(json.dumps([good, {"name": "B"}, good]))
    assert len(reading.events) == 2
    assert reading.errors[0].path == "[1]"
